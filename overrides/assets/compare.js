/*
 * Bases side by side: which ones stands in the address, `?ids=a,b,c,d`. Their columns come in pieces, those alone
 * that are asked for; the names of all others only when somebody adds one.
 */
(() => {
  "use strict";

  const MOST = 4;
  const OFFERED = 8;
  const KEPT = "showcase-compared";
  const DIFFERENT = "different";
  const { Showcase } = window;
  const page = document.querySelector(".compare");
  const part = (name) => page.querySelector(`.compare__${name}`);
  const [news, tools, pair, shown, add, offers, legend] =
    ["news", "tools", "pair", "shown", "add", "offers", "legend"].map(part);
  const same = page.querySelector(".compare__box");
  const field = add.elements.words;
  const plainTitle = document.title;
  let index = null;
  let others = null;
  let columns = [];
  let pairing = [];

  function load() {
    return Showcase.data("comparison", page.dataset.comparison).then((value) => { index = value; });
  }

  function ids() {
    const told = (Showcase.state.read().get("ids") || "").split(",");
    return [...new Set(told.map((one) => one.trim()).filter(Boolean))];
  }

  function columnOf(id) {
    const place = index.ids.indexOf(id);
    const number = Math.floor(place / index.run);
    return Showcase.data(`columns-${number}`, Showcase.url(index.pieces[number])).then((piece) => ({ id, ...piece[id] }));
  }

  /** What an address asks for, and what is to be said of it: moved, not there, too many. */
  function sorted(asked) {
    const told = [];
    const there = [];
    for (const one of asked) {
      const moved = Object.prototype.hasOwnProperty.call(index.former, one) ? index.former[one] : "";
      const id = moved || one;
      if (!index.ids.includes(id)) told.push(`“${one}”不在这里：编号可能写错了，也可能已经撤下。`);
      else if (!there.includes(id)) there.push(id);
      if (moved) told.push(`“${one}”是旧编号，现在是“${moved}”。`);
    }
    if (there.length > MOST) told.push(`最多并排看四个，后面的${there.length - MOST}个没有列出。`);
    return [there.slice(0, MOST), told];
  }

  function draw(focus) {
    return load().then(() => {
      const [there, told] = sorted(ids());
      return Promise.all(there.map(columnOf)).then((found) => {
        columns = found;
        news.hidden = !told.length;
        news.replaceChildren(...told.map((words) => Showcase.filled("compare-news", { words })));
        settle();
        focus?.();
      });
    }).catch(() => {
      if (focus) field.focus();
      news.hidden = false;
      news.replaceChildren(Showcase.filled("compare-news", { words: "对比要用的资料没有取到，请刷新再试。" }));
    });
  }

  function settle() {
    same.checked = Showcase.state.read().get("only") === DIFFERENT;
    const names = columns.map(({ name }) => name);
    document.title = names.length ? `${names.join("、")}·${plainTitle}` : plainTitle;
    shown.replaceChildren(...(columns.length ? [Showcase.compared(index, columns)] : [Showcase.filled("compare-none", {})]));
    tools.hidden = columns.length < 2;
    legend.hidden = !columns.some(({ standards }) => Object.keys(standards).length);
    add.hidden = columns.length >= MOST;
    pairing = pairing.filter((id) => columns.some((one) => one.id === id));
    for (const { id } of columns) if (pairing.length < 2 && !pairing.includes(id)) pairing.push(id);
    turns();
    differences();
    Showcase.say(names.length ? `并排${names.length}个：${names.join("、")}` : "还没有选基地");
  }

  /** On a narrow screen two columns are in view; these buttons say which. */
  function turns() {
    pair.hidden = columns.length < 3;
    pair.replaceChildren(...columns.map(({ id, name }) => Showcase.filled("compare-choice", { id, name })));
    const rows = [...shown.querySelectorAll("tr")];
    for (const row of rows) {
      // of rows that only the others have something in, nothing would be left to see
      const [, ...cells] = row.children;
      row.dataset.blank = String(cells.every((cell, at) =>
        !pairing.includes(columns[at].id) || cell.matches(".compared__cell--nothing")));
    }
    columns.forEach(({ id }, at) => {
      const on = pairing.includes(id);
      pair.children[at].setAttribute("aria-pressed", String(on));
      // one goes out of view only when another comes in
      pair.children[at].setAttribute("aria-disabled", String(on));
      for (const row of rows) row.children[at + 1].dataset.turned = on ? "in" : "out";
    });
  }

  function differences() {
    shown.querySelector("table")?.setAttribute("data-only", same.checked ? "different" : "all");
  }

  function tell(wanted, step) {
    Showcase.state.write([["ids", wanted.join(",")], ["only", same.checked ? DIFFERENT : ""]], step);
  }

  function write(wanted, focus) {
    tell(wanted, true);
    return draw(() => {
      keep();
      focus();
    });
  }

  /** On a phone the new one takes the second place in view: it is what one wants to see. */
  function put(id) {
    field.value = "";
    const first = columns.find((one) => pairing.includes(one.id));
    pairing = first ? [first.id, id] : [id];
    write([...sorted(ids())[0], id], () => {
      [...shown.querySelectorAll(".compared__name")].pop().focus();
      // only now: what has the focus must not go before there is another place for it
      offers.replaceChildren();
    });
  }

  /** What is picked in the directory follows what is set side by side here. */
  function keep() {
    try {
      sessionStorage.setItem(KEPT, JSON.stringify(columns.map(({ id, name }) => [id, name])));
    } catch {
      // a browser that keeps nothing for pages: the address still says which
    }
  }

  /** What was picked in the directory before. */
  function kept() {
    try {
      const told = JSON.parse(sessionStorage.getItem(KEPT) || "[]");
      return told.map(([id]) => id).filter((id) => typeof id === "string");
    } catch {
      return [];
    }
  }

  /** Offers what the words in the field fit, and promises it, unless they have changed by then. */
  function offer() {
    const words = field.value.trim();
    if (!words) {
      offers.replaceChildren();
      return Promise.resolve([]);
    }
    return Showcase.data("bases", page.dataset.bases).then((value) => {
      others = others || Showcase.choosing.opened(value);
      if (words !== field.value.trim()) return [];
      const there = new Set(columns.map(({ id }) => id));
      const choice = { chosen: others.facets.map(() => new Set()), words, sort: "pinyin", group: "" };
      const found = Showcase.choosing.listed(choice, others).map(([, base]) => base).filter(({ id }) => !there.has(id));
      offers.replaceChildren(...found.slice(0, OFFERED).map(({ id, name }) => Showcase.filled("compare-offer", { id, name })));
      Showcase.say(found.length ? `${found.length}个可以加` : "没有找到");
      return found;
    });
  }

  shown.addEventListener("click", (event) => {
    const button = event.target.closest(".compared__drop");
    if (!button) return;
    const at = columns.findIndex(({ id }) => id === button.value);
    write(columns.map(({ id }) => id).filter((id) => id !== button.value), () => {
      const left = [...shown.querySelectorAll(".compared__drop")];
      (left[at] || left[at - 1] || field).focus();
    });
  });
  offers.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    put(button.value);
  });
  pair.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button || pairing.includes(button.value)) return;
    pairing = [pairing[1], button.value];
    turns();
    pair.querySelector(`[value="${CSS.escape(button.value)}"]`).focus();
    Showcase.say(columns.filter(({ id }) => pairing.includes(id)).map(({ name }) => name).join("、"));
  });
  same.addEventListener("change", () => {
    tell(ids(), false);
    differences();
  });
  // an Enter that takes a candidate of an input method is no wish to add
  let committing = false;
  field.addEventListener("keydown", (event) => { committing = event.isComposing || event.keyCode === 229; });
  field.addEventListener("keyup", () => { committing = false; });
  add.addEventListener("submit", (event) => {
    event.preventDefault();
    if (committing) return;
    const words = field.value.trim();
    offer().then((found) => {
      const named = found.filter(({ name }) => name === words);
      const [one, another] = named.length ? named : found;
      if (one && !another) put(one.id);
    });
  });
  field.addEventListener("input", (event) => { if (!event.isComposing) offer(); });
  field.addEventListener("compositionend", offer);
  add.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !offers.children.length) return;
    offers.replaceChildren();
    field.focus();
  });
  window.addEventListener("popstate", () => draw());

  part("needs").hidden = true;
  if (!ids().length && kept().length) tell(kept().slice(0, MOST), false);
  draw();
})();
