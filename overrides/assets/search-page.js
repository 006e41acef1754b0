/*
 * The page that finds: what is asked stands in its address, so that it can be linked, kept and gone back to.
 * What is there without scripts, the ways on, comes back whenever nothing is found.
 */
(() => {
  "use strict";

  const { prepare, asking, item, told, clean, address } = window.ShowcaseSearching;
  const PAGE = 20;
  const MOST = 400;
  const VALUES = 8;
  const QUIET = 700;
  const PAUSE = 400;
  const FACETS = { kind: "类别", city: "城市", level: "级别", standard: "标准" };

  const place = document.getElementById("search");
  const ways = place.querySelector(".finding__ways");
  place.querySelector(".finding__needs").replaceWith(Showcase.filled("search-also", {}));
  place.prepend(Showcase.filled("search-tools", {}));
  const part = (name) => place.querySelector(`.finding__${name}`);
  const [form, field, clear, start] = ["form", "field", "clear", "start"].map(part);
  const [state, words, retry, drop] = ["state", "told", "retry", "drop"].map(part);
  const [found, facets, groups, list, more] = ["found", "facets", "groups", "hits", "more"].map(part);
  const site = document.title;

  const chosen = { kind: "", city: "", level: "", standard: "" };
  let shown = PAGE;
  let answer = null;
  let drawn = [];
  /** The place among the hits that the focus is to move to, once it is there. */
  let next = -1;
  let composing = false;
  /** Whether the address is one to come back to: the next change makes a new step, further ones change that step. */
  let settled = false;
  let due = 0;
  let voice = 0;
  const unfolded = new Set();

  const asked = () => clean(field.value);
  const pairs = (other = {}) => Object.entries({ q: asked(), ...chosen, ...other });
  const refresh = asking(wanted, show, failed);

  /** What the index knows nothing of is no filter: an address may say anything. */
  function wanted(index) {
    for (const name of index ? Object.keys(FACETS) : []) {
      if (!index.known[name].includes(chosen[name])) chosen[name] = "";
    }
    return { text: asked(), ...chosen, limit: shown };
  }

  function read() {
    const given = Showcase.state.read();
    field.value = clean(given.get("q") || "");
    for (const name of Object.keys(FACETS)) chosen[name] = clean(given.get(name) || "");
    shown = Math.min(MOST, Math.max(PAGE, Math.ceil(Number(given.get("n") || 0) / PAGE) * PAGE || PAGE));
    settled = Boolean(field.value);
  }

  function write() {
    clearTimeout(due);
    due = 0;
    Showcase.state.write(pairs({ n: shown > PAGE ? String(shown) : "" }), settled);
    settled = false;
  }

  /** What was typed is kept in the address when typing rests, and is a step of its own once it was used. */
  function settle() {
    if (due) write();
    settled = true;
  }

  function changed() {
    shown = PAGE;
    wait();
    refresh();
    clearTimeout(due);
    if (!composing) due = setTimeout(write, PAUSE);
  }

  function wait() {
    if (answer || !asked()) return;
    state.hidden = false;
    words.textContent = "正在准备搜索";
    retry.hidden = true;
    start.hidden = true;
  }

  function failed() {
    words.textContent = "搜索没有准备好，可能是网络断了。";
    retry.hidden = false;
    state.hidden = false;
    ways.hidden = false;
    Showcase.say(words.textContent);
  }

  function show(now, _, index) {
    const text = asked();
    const total = now ? now.total : 0;
    answer = now;
    document.title = text ? `${text}·${site}` : site;
    clear.hidden = !field.value;
    retry.hidden = true;
    start.hidden = Boolean(now);
    found.hidden = !now || !(total || filters().length);
    ways.hidden = total > 0;
    words.textContent = now ? told(now, text, Object.values(chosen)) || `找到${total}条` : "";
    words.dataset.asked = `${[text, ...filters()].map((one) => `“${one}”`).join("、")}：`;
    state.hidden = !now;
    offer(now && !total && filters().length ? index.find(text, { limit: 0 }).total : 0);
    draw(now ? now.hits : []);
    more.hidden = !now || now.hits.length >= total;
    more.textContent = `再看${Math.min(PAGE, total - (now ? now.hits.length : 0))}条`;
    sort(now ? now.facets : {});
    tell();
  }

  const filters = () => Object.values(chosen).filter(Boolean);

  /** Nothing found, and the filters are to blame: one way out, with what it leads to. */
  function offer(count) {
    drop.hidden = !count;
    drop.textContent = `去掉筛选，有${count}条`;
    drop.href = Showcase.url(address([["q", asked()]]));
  }

  /** Hits that stay where they are keep their elements, and with them the focus and what a reader has selected. */
  function draw(hits) {
    const wanted = hits.map((hit) => JSON.stringify(hit));
    const differs = wanted.findIndex((one, at) => one !== drawn[at]);
    const kept = differs < 0 ? wanted.length : differs;
    while (list.children.length > kept) list.lastElementChild.remove();
    list.append(...hits.slice(kept).map(item));
    drawn = wanted;
    const first = list.children[next];
    if (first) first.querySelector("a").focus();
    next = -1;
  }

  function sort(counts) {
    const focused = groups.contains(document.activeElement) ? document.activeElement.dataset.key : "";
    groups.replaceChildren(...Object.keys(FACETS).flatMap((name) => facet(name, counts[name] || [])));
    facets.hidden = !groups.children.length;
    const same = [...groups.querySelectorAll("[data-key]")].find((one) => one.dataset.key === focused);
    if (same) same.focus();
    else if (focused) state.focus();
  }

  function facet(name, counts) {
    const current = chosen[name];
    const all = current && !counts.some(([value]) => value === current) ? [[current, 0], ...counts] : counts;
    if (!current && all.length < 2) return [];
    const rest = all.length > VALUES + 1 ? `其余${all.length - VALUES}个` : "";
    const made = Showcase.filled("search-facet", { title: FACETS[name], rest }).firstElementChild;
    const [first, second] = made.querySelectorAll(".finding__values");
    // the chosen one stands first: it must be seen to be let go
    all.sort((one, other) => (other[0] === current) - (one[0] === current));
    all.forEach(([value, count], at) => {
      const on = value === current;
      const path = address(pairs({ [name]: on ? "" : value }));
      const one = Showcase.filled("search-value", { path, name: value, count: String(count) });
      const link = one.querySelector(".finding__value");
      link.dataset.key = `${name} ${value}`;
      link.dataset.facet = name;
      link.dataset.choice = on ? "" : value;
      if (on) link.setAttribute("aria-current", "true");
      (rest && at >= VALUES ? second : first).append(one);
    });
    const folded = made.querySelector("details");
    if (folded) {
      folded.open = unfolded.has(name);
      folded.addEventListener("toggle", () => unfolded[folded.open ? "add" : "delete"](name));
      folded.firstElementChild.dataset.key = name;
    }
    return [made];
  }

  function tell() {
    clearTimeout(voice);
    voice = setTimeout(() => {
      if (!composing && answer) Showcase.say(words.textContent);
    }, QUIET);
  }

  function step() {
    shown = PAGE;
    settled = true;
    write();
    settled = true;
    refresh();
  }

  const plain = (event) => !(event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);

  groups.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link || !plain(event)) return;
    event.preventDefault();
    if (due) write();
    chosen[link.dataset.facet] = link.dataset.choice;
    step();
  });
  drop.addEventListener("click", (event) => {
    if (!plain(event)) return;
    event.preventDefault();
    for (const name of Object.keys(FACETS)) chosen[name] = "";
    step();
    state.focus();
  });
  more.addEventListener("click", () => {
    next = list.children.length;
    shown += PAGE;
    write();
    refresh();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    settle();
    // the key 搜索 of a phone's keyboard has done its work
    if (window.matchMedia("(pointer: coarse)").matches) field.blur();
  });
  clear.addEventListener("click", () => {
    field.value = "";
    changed();
    field.focus();
  });
  start.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    field.value = button.value;
    changed();
    settle();
    field.focus();
  });
  retry.addEventListener("click", () => {
    wait();
    refresh();
    field.focus();
  });
  field.addEventListener("compositionstart", () => { composing = true; });
  field.addEventListener("compositionend", () => {
    composing = false;
    changed();
  });
  field.addEventListener("input", changed);
  field.addEventListener("focus", () => { prepare().catch(() => {}); }, { once: true });
  field.addEventListener("change", settle);
  list.addEventListener("click", settle);
  window.addEventListener("popstate", () => {
    clearTimeout(due);
    due = 0;
    read();
    wait();
    refresh();
  });

  read();
  facets.open = window.matchMedia("(min-width: 67.5em)").matches || filters().length > 0;
  wait();
  refresh();
})();
