/*
 * Narrows a timeline by type, year, city and base: chips with live counts, the choice in the address.
 *
 *   Showcase.timeline.sift(list, load, changed)
 *
 * puts the controls before the list; `load` promises what the timeline holds (timeline-data.js) and is asked on first
 * use; `changed` is told of every new list, with the counts of its years or null where nothing is chosen. Returns
 * {narrowed(), from(year)}: whether anything is chosen, and a way to show what was from the year of that number on.
 */
(() => {
  "use strict";

  const { coming, filled, say, state, timeline } = window.Showcase;
  const TITLES = { type: "类型", year: "年份" };
  const KINDS = ["type", "year", "city", "base"];
  const NOTHING = Object.fromEntries(KINDS.map(kind => [kind, []]));
  const FAILED = "没有取到数据，请再试一次";

  timeline.sift = (list, load, changed) => {
    const panel = filled("sift", {}).firstElementChild;
    const details = panel.querySelector("details");
    const summary = details.querySelector("summary");
    const told = panel.querySelector(".sift__told");
    const dropped = panel.querySelector(".sift__chosen");
    const groups = panel.querySelector(".sift__groups");
    const chips = new Map();
    const fields = [];
    const known = {};
    let loading = null;
    let store = null;
    let chosen = NOTHING;
    let start = 0;
    let turn = 0;
    let found = null;

    const kinds = () => KINDS.filter(kind => known[kind]);
    const narrowed = () => KINDS.some(kind => chosen[kind].length);
    const label = (kind, value) => store.options[kind][known[kind].get(value)].label;
    const asked = () => KINDS.some(kind => state.read().has(kind));

    /** What of the address is known: a stale or mistyped value chooses nothing. */
    function read() {
      const query = state.read();
      return Object.fromEntries(KINDS.map(kind => [kind, query.getAll(kind).filter(value => known[kind]?.has(value))]));
    }

    function choose(next) {
      chosen = { ...chosen, ...next };
      state.write(KINDS.flatMap(kind => chosen[kind].map(value => [kind, value])), true);
      return apply();
    }

    function toggled(kind, value) {
      const there = chosen[kind].includes(value);
      return { [kind]: there ? chosen[kind].filter(one => one !== value) : [...chosen[kind], value] };
    }

    function chip(kind, one) {
      const button = filled("sift-chip", one).firstElementChild;
      button.addEventListener("click", () => choose(toggled(kind, one.value)));
      chips.set(button, [kind, one.value]);
      return button;
    }

    /** What is chosen can be dropped, and the focus goes on to what stands in its place. */
    function drop(template, values, next) {
      const item = filled(template, values).firstElementChild;
      item.querySelector("button").addEventListener("click", () => {
        const at = [...dropped.children].indexOf(item);
        choose(next());
        const near = dropped.children[Math.min(at, dropped.children.length - 1)];
        (near ? near.querySelector("button") : summary).focus();
      });
      return item;
    }

    function tellChosen() {
      const items = kinds().flatMap(kind => chosen[kind].map(value => {
        const words = label(kind, value);
        return drop("sift-dropped", { label: words, spoken: `去掉${words}` }, () => toggled(kind, value));
      }));
      if (items.length) items.push(drop("sift-clear", {}, () => NOTHING));
      dropped.replaceChildren(...items);
      dropped.hidden = !items.length;
    }

    function tellCounts({ total, all, counts }) {
      for (const [button, [kind, value]] of chips) {
        const count = counts[kind][known[kind].get(value)];
        const pressed = chosen[kind].includes(value);
        button.setAttribute("aria-pressed", String(pressed));
        button.querySelector(".chip__count").textContent = count;
        button.disabled = !count && !pressed;
        button.hidden = kind === "year" && button.disabled;
      }
      for (const field of fields) field(counts);
      told.textContent = narrowed() ? `筛出${total}条，共${all}条` : `共${all}条`;
    }

    function focus(event) {
      if (!event) return;
      event.tabIndex = -1;
      event.focus();
    }

    const first = () => store.list().querySelector(".event:not([hidden])");

    /** How much of each year is shown: the counts of years are told as if none were chosen. */
    function years(counts) {
      const shown = chosen.year.map(value => known.year.get(value));
      return counts.map((count, at) => (shown.length && !shown.includes(at) ? 0 : count));
    }

    /** What stands before and after a list that is not there as a whole. */
    function ways(total) {
      for (const way of panel.parentNode.querySelectorAll(".sift__way")) way.remove();
      const shown = store.list();
      if (start) {
        const newer = filled("sift-newer", {}).firstElementChild;
        newer.firstElementChild.addEventListener("click", () => show(0).then(() => focus(first())));
        shown.before(newer);
      }
      if (!total) shown.before(filled("sift-none", {}));
      const next = found.next();
      if (!next) return;
      const more = filled("sift-more", { label: `再看${next}条` }).firstElementChild;
      more.firstElementChild.addEventListener("click", async () => {
        const event = await found.more();
        coming.tell();
        ways(total);
        changed(years(store.tally(chosen).counts.year));
        focus(event);
        say(`又列出${next}条`);
      });
      shown.after(more);
    }

    function failed() {
      told.textContent = FAILED;
      say(FAILED);
    }

    /** Shows what is chosen, unless something else was chosen while its data was on its way. */
    async function show(from) {
      turn += 1;
      const mine = turn;
      const next = await store.found(chosen, from).catch(() => null);
      if (mine !== turn) return;
      if (!next) {
        failed();
        return;
      }
      start = from;
      found = next;
      found.put();
      const { total, counts } = store.tally(chosen);
      coming.tell();
      ways(total);
      changed(narrowed() ? years(counts.year) : null);
    }

    function apply() {
      tellCounts(store.tally(chosen));
      tellChosen();
      say(told.textContent);
      return show(0);
    }

    function build(made) {
      store = made;
      for (const [kind, all] of Object.entries(store.options)) {
        known[kind] = new Map(all.map((one, at) => [one.value, at]));
      }
      for (const kind of ["type", "year"]) {
        const group = filled("sift-group", { label: TITLES[kind] }).firstElementChild;
        group.querySelector(".sift__chips").append(...store.options[kind].map(one => chip(kind, one)));
        groups.append(group);
      }
      for (const [kind, field] of [["city", timeline.cityField], ["base", timeline.baseField]]) {
        if (!known[kind]) continue;
        const choice = value => choose({ [kind]: value ? [value] : [] });
        fields.push(field(groups, store.options[kind], () => chosen[kind][0] ?? "", choice));
      }
      const done = filled("sift-done", {}).firstElementChild;
      done.firstElementChild.addEventListener("click", () => {
        details.open = false;
        focus(first());
      });
      groups.append(done);
      chosen = read();
      if (narrowed()) return apply();
      tellCounts(store.tally(chosen));
      tellChosen();
      return null;
    }

    function ready() {
      loading ??= load().then(build, () => {
        loading = null;
        failed();
      });
      return loading;
    }

    details.addEventListener("toggle", () => {
      if (details.open) ready();
    });
    details.addEventListener("keydown", pressed => {
      if (pressed.key !== "Escape" || !details.open) return;
      details.open = false;
      summary.focus();
    });
    window.addEventListener("popstate", () => {
      if (!store) {
        if (asked()) ready();
        return;
      }
      const before = JSON.stringify(chosen);
      chosen = read();
      if (JSON.stringify(chosen) !== before) apply();
    });

    dropped.hidden = true;
    list.before(panel);
    if (asked()) ready();

    return { narrowed, from: year => show(year).then(() => focus(first())) };
  };
})();
