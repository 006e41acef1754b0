/*
 * The table of a comparison, drawn from its templates.
 *
 *   Showcase.compared(index, columns)   the table of these bases; `index` is the dataset `comparison`
 *
 * Nothing is reckoned here: a row stands where any base has something, each thing as its profile words it.
 */
(() => {
  "use strict";

  const { filled } = window.Showcase;
  const SAME = "相同";
  const FIGURES = "figures";
  const OPEN = 6;

  function compared(index, columns) {
    const made = filled("compare-table", { caption: columns.map(({ name }) => name).join("、") });
    const table = made.querySelector("table");
    const heads = table.querySelector("tr");
    for (const column of columns) heads.append(head(column));
    table.append(facts(index, columns));
    for (const standard of index.standards) {
      if (columns.some((column) => answer(column, standard[0]))) table.append(held(standard, columns));
    }
    const last = figures(index, columns);
    if (last.children.length) table.append(last);
    return table;
  }

  function head(column) {
    const cell = filled("compare-head", { ...column, label: `去掉${column.name}` });
    remark(cell.querySelector(".compared__remarks"), column.remarks);
    return cell;
  }

  function remark(place, remarks) {
    for (const [label, because] of remarks || []) {
      place.append(filled("compare-remark", because ? { why: label, because } : { label }));
    }
  }

  function facts(index, columns) {
    const body = filled("compare-body", {}).firstElementChild;
    for (const [name, title] of index.rows) {
      const cells = columns.map((column) => column.facts[name] || []);
      if (name !== FIGURES && cells.some((one) => one.length)) body.append(row(title, cells));
    }
    return body;
  }

  /** Figures of one label stand in one row; those that only one base has are told together, at the very end. */
  function figures(index, columns) {
    const body = filled("compare-body", {}).firstElementChild;
    const cells = columns.map((column) => column.facts[FIGURES] || []);
    const [, title] = index.rows.find(([name]) => name === FIGURES);
    const owners = new Map();
    for (const cell of cells) {
      for (const label of new Set(cell.map((one) => one[3]))) owners.set(label, (owners.get(label) || 0) + 1);
    }
    const shared = [...owners].filter(([, count]) => count > 1).map(([label]) => label);
    for (const label of shared) {
      const same = cells.map((cell) => cell.filter((one) => one[3] === label).map((one) => one.map((part, at) => (at === 3 ? "" : part))));
      body.append(row(label, same));
    }
    const own = cells.map((cell) => cell.filter((one) => !shared.includes(one[3])));
    if (own.some((one) => one.length)) body.append(row(shared.length ? `其他${title}` : title, own));
    return body;
  }

  function row(title, cells) {
    const [first] = cells;
    const same = cells.length > 1 && first.length > 0 && cells.every((cell) => words(cell) === words(first));
    const made = filled("compare-row", { title, tag: same ? SAME : "" });
    const line = made.querySelector("tr");
    line.dataset.same = String(same);
    for (const cell of cells) line.append(cell.length ? several(cell) : nothing("没有写"));
    return made;
  }

  function words(cell) {
    return JSON.stringify(cell.map(([text, , , label, when]) => [text, label, when]));
  }

  function several(facts) {
    const cell = filled("compare-cell", {}).firstElementChild;
    const rest = facts.length > OPEN + 1 ? facts.length - OPEN : 0;
    list(cell.querySelector("ul"), rest ? facts.slice(0, OPEN) : facts);
    if (rest) {
      const folded = filled("compare-rest", { words: `其余${rest}条` });
      list(folded.querySelector("ul"), facts.slice(OPEN));
      cell.append(folded);
    }
    return cell;
  }

  function list(place, facts) {
    for (const [text, path, origin, label, when, remarks] of facts) {
      const linked = path && !origin;
      const made = filled("compare-fact", {
        label, when, path, origin,
        plain: linked ? "" : text,
        linked: linked ? text : "",
        spoken: `出处：${origin}`,
      });
      remark(made.querySelector(".compared__line"), remarks);
      place.append(made);
    }
  }

  function nothing(said) {
    return filled("compare-nothing", { words: said });
  }

  function held([identity, name, path, criteria], columns) {
    const body = filled("compare-body", {}).firstElementChild;
    const heading = filled("compare-standard", { name, path });
    const answers = columns.map((column) => answer(column, identity));
    for (const one of answers) heading.firstElementChild.append(one ? tally(one) : nothing("没有对照这套标准"));
    body.append(heading);
    criteria.forEach((criterion, at) => {
      const cells = answers.map((one) => one?.cells[at]);
      const same = cells.length > 1 && cells.every((cell) => cell && cell[1] === cells[0]?.[1]);
      const made = filled("compare-row", { title: criterion, tag: same ? SAME : "" });
      const line = made.querySelector("tr");
      line.dataset.same = String(same);
      for (const cell of cells) line.append(cell ? standing(cell) : nothing("没有对照"));
      body.append(made);
    });
    return body;
  }

  /** A standard may be called what every object has something for. */
  function answer({ standards }, identity) {
    return Object.prototype.hasOwnProperty.call(standards, identity) ? standards[identity] : undefined;
  }

  function standing([symbol, said, path]) {
    return filled("compare-standing", { symbol: `#mark-${symbol}`, words: said, path });
  }

  function tally({ tally: told, basis, path }) {
    const cell = filled("compare-tally", { tally: told, path });
    remark(cell.firstElementChild, [basis]);
    return cell;
  }

  window.Showcase.compared = compared;
})();
