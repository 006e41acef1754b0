/*
 * Groups, sorts and filters a matrix of bases × criteria. The page stands without it, ordered by support; the first
 * choice loads every base that answers the standard, as rows of numbers, and draws the table anew from there.
 * How it is looked at stands in the address: ?group=level&sort=name&only=open&page=2
 */
(() => {
  "use strict";

  const section = document.getElementById("matrix");
  if (!section) return;
  const table = document.getElementById("matrix-table");
  const tools = document.getElementById("matrix-tools");
  const pages = document.getElementById("matrix-pages");
  const [group, sort, only] = ["group", "sort", "only"].map((name) => tools.querySelector(`[name=${name}]`));
  const here = Number(section.dataset.number);
  const OPEN = ["wanting", "stale"];
  const NEAR = 2;

  /** The whole matrix, read once: rows with their answers opened from the numbers that carry them. */
  let whole = null;

  function load() {
    whole ??= Showcase.data(section.dataset.matrix, section.dataset.rows).then((data) => ({
      ...data,
      rows: data.rows.map(([id, name, place, rank, values, codes], order) => {
        const answers = codes.map((code) => {
          const [symbol, word] = data.standings[code % 10];
          const pieces = Math.floor(code / 100);
          return { symbol, words: pieces ? `${word}·${pieces}条` : word, tells: Math.floor(code / 10) % 10 === 1 };
        });
        // counted as the build counts: 达标 with evidence, and nothing else
        const met = answers.map((one) => one.symbol === "met");
        return { id, name, place, rank, values, answers, met, order, count: met.filter(Boolean).length };
      }),
    })).catch((fault) => {
      whole = null;
      throw fault;
    });
    return whole;
  }

  /** What is asked for. Page `here` of the plain list is the page itself and needs no word in the address. */
  const asked = { group: "", sort: "", only: false, page: here };
  const plainly = () => !asked.group && !asked.sort && !asked.only;

  function readAddress() {
    const state = Showcase.state.read();
    const known = (list, value) => ([...list.options].some((one) => one.value === value) ? value : "");
    asked.group = known(group, state.get("group"));
    asked.sort = known(sort, state.get("sort"));
    asked.only = state.get("only") === "open" && !only.disabled;
    asked.page = Number(state.get("page")) || (plainly() ? here : 1);
    group.value = asked.group;
    sort.value = asked.sort;
    only.checked = asked.only;
  }

  function writeAddress() {
    const usual = plainly() ? here : 1;
    Showcase.state.write([
      ["group", asked.group], ["sort", asked.sort], ["only", asked.only ? "open" : ""],
      ["page", asked.page === usual ? "" : String(asked.page)],
    ]);
  }

  /** Groups in their order, each with its rows in theirs; one without a name where nothing is grouped. */
  function grouped(data) {
    const wanted = asked.only
      ? data.rows.filter((row) => row.answers.some((one) => OPEN.includes(one.symbol)))
      : data.rows;
    const rows = asked.sort === "name" ? [...wanted].sort((one, other) => one.rank - other.rank) : wanted;
    if (!asked.group) return rows.length ? [{ name: "", rows }] : [];
    const place = Object.keys(data.fields).indexOf(asked.group);
    const groups = data.fields[asked.group].map((name) => ({ name, rows: [] }));
    for (const row of rows) groups[row.values[place]].rows.push(row);
    return groups.filter((one) => one.rows.length);
  }

  /** The rows of one page, still in their groups: a group that began before is named again. */
  function onPage(groups, start, size) {
    let at = 0;
    const found = [];
    for (const one of groups) {
      const from = Math.max(0, start - at);
      const shown = one.rows.slice(from, Math.max(0, start + size - at));
      if (shown.length) found.push({ ...one, shown, again: from > 0 });
      at += one.rows.length;
    }
    return found;
  }

  const first = (id, selector) => document.getElementById(id).content.querySelector(selector);

  function drawn(data) {
    const shell = first("matrix-row", "tr");
    const [linked, plain] = document.getElementById("matrix-cells").content.children;
    const said = (element, name, words) => {
      element.querySelector(name).textContent = words;
    };
    return (row) => {
      const copy = shell.cloneNode(true);
      copy.dataset.base = row.id;
      const name = copy.querySelector(".matrix__name");
      name.textContent = row.name;
      name.href = Showcase.url(data.base.replace("*", row.id));
      said(copy, ".matrix__place", row.place);
      const cells = row.answers.map((one, place) => {
        const cell = (one.tells ? linked : plain).cloneNode(true);
        const [mark, criterion, words] = cell.firstElementChild.children;
        mark.firstElementChild.setAttribute("href", `#mark-${one.symbol}`);
        criterion.textContent = data.criteria[place];
        words.textContent = one.words;
        if (one.tells) cell.firstElementChild.href = Showcase.url(`${data.cell.replace("*", row.id)}${place + 1}`);
        return cell;
      });
      copy.firstElementChild.after(...cells);
      said(copy, ".matrix__number", row.count);
      return copy;
    };
  }

  function head(data, one) {
    const copy = first("matrix-group", "tr").cloneNode(true);
    const count = first("matrix-cells", "td").cloneNode(false);
    count.className = "matrix__count";
    copy.firstElementChild.setAttribute("scope", "rowgroup");
    copy.querySelector(".matrix__group-name").textContent = one.again ? `${one.name}（续）` : one.name;
    copy.querySelector(".matrix__size").textContent = `${one.rows.length}个`;
    copy.firstElementChild.after(...data.criteria.map((criterion, place) => {
      const cell = count.cloneNode(false);
      cell.dataset.criterion = criterion;
      cell.textContent = `${one.rows.filter((row) => row.met[place]).length}个`;
      return cell;
    }));
    return copy;
  }

  function draw(data) {
    const groups = grouped(data);
    const total = groups.reduce((sum, one) => sum + one.rows.length, 0);
    const last = Math.max(1, Math.ceil(total / data.page));
    asked.page = Math.min(Math.max(1, Math.trunc(asked.page)), last);
    const row = drawn(data);
    const parts = onPage(groups, (asked.page - 1) * data.page, data.page).map((one) => {
      const part = document.createElement("tbody");
      part.className = "matrix__part";
      part.setAttribute("role", "rowgroup");
      if (one.name) part.append(head(data, one));
      part.append(...one.shown.map(row));
      return part;
    });
    for (const old of [...table.tBodies]) old.remove();
    table.tHead.after(...parts);
    // it counts every base, not those that are left
    table.tFoot.hidden = asked.only;
    pages.replaceChildren(...(total ? pager(last) : [first("matrix-none", "p").cloneNode(true)]));
    return { total, groups: asked.group ? groups.length : 0, last };
  }

  function pager(last) {
    if (last === 1) return [];
    const nav = first("matrix-pager", "nav").cloneNode(true);
    for (let number = 1; number <= last; number += 1) {
      if (number !== 1 && number !== last && Math.abs(number - asked.page) > NEAR) continue;
      const button = first("matrix-page", "button").cloneNode(true);
      button.textContent = String(number);
      button.setAttribute("aria-label", `第${number}页`);
      if (number === asked.page) button.setAttribute("aria-current", "page");
      button.addEventListener("click", () => turn(number));
      nav.append(button);
    }
    return [nav];
  }

  const failed = () => Showcase.say("数据没有读到，请再试一次。");

  function change() {
    Object.assign(asked, { group: group.value, sort: sort.value, only: only.checked });
    asked.page = 1;
    return load().then((data) => {
      const { total, groups } = draw(data);
      writeAddress();
      Showcase.say(total ? `共${total}个${groups ? `，分成${groups}组` : ""}。` : "没有基地待佐证或待更新。");
    }).catch(failed);
  }

  function turn(number) {
    asked.page = number;
    return load().then((data) => {
      const { last } = draw(data);
      writeAddress();
      // the pager was drawn anew: whoever read on goes on at the top of the table
      section.scrollIntoView();
      table.focus({ preventScroll: true });
      Showcase.say(`第${asked.page}页，共${last}页。`);
    }).catch(failed);
  }

  function arrive() {
    readAddress();
    if (!plainly() || asked.page !== here) load().then(draw).catch(failed);
  }

  tools.hidden = false;
  tools.addEventListener("change", change);
  arrive();
})();
