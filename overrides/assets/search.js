/*
 * Searching, as the dialog and the page share it: the engine and its index loaded once, hits drawn, and the dialog.
 *
 *   ShowcaseSearching.prepare()          a promise of the index; a second call gives the same, after a failure a new try
 *   ShowcaseSearching.asking(show, fail) a function that asks anew whatever is wanted by then
 *   ShowcaseSearching.item(hit)          a hit as a list item
 *   ShowcaseSearching.dialog(element)    brings the dialog to life
 */
(() => {
  "use strict";

  const { engine, index: head } = document.querySelector(".search-link").dataset;
  const LONGEST = 64;
  const SHOWN = 8;
  const QUIET = 700;
  const SLOWEST = 200;

  let opened = null;
  let waiting = [];
  let lost = false;
  const askers = new Set();

  /** The parts of the engine need each other in this order; fetched ahead, they come in one journey all the same. */
  function loaded(parts) {
    for (const part of parts) {
      const hint = document.createElement("link");
      Object.assign(hint, { rel: "preload", as: "script", href: part });
      document.head.append(hint);
    }
    return parts.reduce((before, part) => before.then(() => Showcase.load(part)), Promise.resolve());
  }

  function prepare() {
    if (!opened) {
      opened = Promise.all([Showcase.data("search", head), loaded(engine.split(" "))]).then(([value]) => {
        const index = window.ShowcaseSearch.open(value);
        index.known = { kind: value.kinds, city: value.cities, level: value.levels, standard: value.standards };
        waiting = [...index.bodies];
        complete(index);
        return index;
      });
      opened.catch(() => {
        opened = null;
      });
    }
    return opened;
  }

  /** The long texts, one shard after another; with each of them what is shown may change. */
  async function complete(index) {
    try {
      while (waiting.length) {
        const { name, path } = waiting[0];
        index.add(await Showcase.data(name, Showcase.url(path)));
        waiting.shift();
        for (const ask of askers) ask(true);
      }
    } catch {
      lost = true;
      for (const ask of askers) ask(true);
    }
  }

  /**
   * Asks what `wanted(index)` says once there is an engine to ask, so that no answer is older than what stands in the field.
   * It asks at once where the engine is quick, else when typing rests for as long as an answer takes.
   */
  function asking(wanted, show, fail) {
    let timer = 0;
    let cost = 0;
    function ask(more) {
      if (!wanted().text) {
        show(null, more);
        return;
      }
      prepare().then((index) => {
        const { text, ...chosen } = wanted(index);
        const begun = performance.now();
        const found = text ? index.find(text, chosen) : null;
        cost = performance.now() - begun;
        show(found, more, index);
      }, fail);
    }
    askers.add(ask);
    return () => {
      clearTimeout(timer);
      timer = setTimeout(ask, Math.min(SLOWEST, cost), false);
    };
  }

  /** What was typed, no longer than the field lets it be, and no character cut in two. */
  function clean(text) {
    return [...text.slice(0, 2 * LONGEST)].slice(0, LONGEST).join("").trim();
  }

  function mark(element, text, marks) {
    let at = 0;
    for (const [start, end] of marks) {
      const found = document.createElement("mark");
      found.textContent = text.slice(start, end);
      element.append(text.slice(at, start), found);
      at = end;
    }
    element.append(text.slice(at));
  }

  function item(hit) {
    const made = Showcase.filled("search-hit", hit);
    const list = made.querySelector(".hit");
    list.dataset.kind = hit.kind;
    mark(made.querySelector(".hit__title"), hit.title, hit.marks);
    const snippet = made.querySelector(".hit__snippet");
    if (snippet) mark(snippet, hit.snippet, hit.snippetMarks);
    return list;
  }

  /** What is said of an answer beside its hits: nothing, where they speak for themselves. */
  function told(found, text, chosen) {
    const where = chosen.filter(Boolean).map((one) => `“${one}”`).join("、");
    const part = lost ? "有一部分正文没能装入，刷新这一页再试。" : "";
    if (found.total) return (found.near ? `没有“${text}”，下面是相近的。` : "") + part;
    if (waiting.length && !lost) return "正在找";
    return (where ? `在${where}里没有找到“${text}”。` : `没有找到“${text}”。`) + part;
  }

  function address(pairs) {
    return `search/?${new URLSearchParams(pairs.filter(([, value]) => value))}`;
  }

  function dialog(element) {
    const form = element.querySelector(".search-dialog__form");
    const { q: field, kind } = form.elements;
    const clear = element.querySelector(".search-dialog__clear");
    const kinds = element.querySelector(".search-dialog__kinds");
    const body = element.querySelector(".search-dialog__body");
    const state = element.querySelector(".search-dialog__state");
    const list = element.querySelector(".search-dialog__hits");
    let composing = false;
    let active = null;
    let voice = 0;

    const refresh = asking(() => ({ text: clean(field.value), kind: kind.value, limit: SHOWN }), show);

    function show(found, more) {
      const text = clean(field.value);
      const kept = more && active ? active.getAttribute("href") : "";
      clear.hidden = !field.value;
      list.replaceChildren(...(found ? options(found) : []));
      list.hidden = !list.children.length;
      state.textContent = found ? told(found, text, [kind.value]) : "汉字、拼音、首字母、年份都可以，打一半也行。";
      state.hidden = !state.textContent;
      field.setAttribute("aria-expanded", String(!list.hidden));
      facet(found ? found.facets.kind : []);
      choose(kept ? choices().find((one) => one.getAttribute("href") === kept) : null);
      if (!more) body.scrollTop = 0;
      tell(found, text);
    }

    function options(found) {
      const made = found.hits.map((hit) => {
        const one = item(hit);
        one.setAttribute("role", "presentation");
        const target = one.querySelector(".hit__link");
        target.setAttribute("role", "option");
        target.setAttribute("aria-label", [hit.kind, hit.title, hit.meta].filter(Boolean).join("，"));
        target.setAttribute("aria-selected", "false");
        target.tabIndex = -1;
        return one;
      });
      const path = address([["q", clean(field.value)], ["kind", kind.value]]);
      const words = found.total ? `看全部${found.total}条` : "换个找法";
      made.push(Showcase.filled("search-all", { path, words }).firstElementChild);
      made.forEach((one, at) => { one.firstElementChild.id = `search-dialog-hit-${at}`; });
      return made;
    }

    const choices = () => [...list.querySelectorAll("[role=option]")];

    function choose(option) {
      if (active) active.setAttribute("aria-selected", "false");
      active = option || null;
      if (!active) {
        field.removeAttribute("aria-activedescendant");
        return;
      }
      active.setAttribute("aria-selected", "true");
      field.setAttribute("aria-activedescendant", active.id);
      active.scrollIntoView({ block: "nearest" });
    }

    /** The kinds among the hits. The chosen one stays, even with nothing left in it, so that it can be let go. */
    function facet(counts) {
      const focused = kinds.contains(document.activeElement) ? document.activeElement.value : null;
      const all = counts.reduce((sum, [, count]) => sum + count, 0);
      const shown = kind.value && !counts.some(([one]) => one === kind.value) ? [...counts, [kind.value, 0]] : counts;
      kinds.hidden = shown.length < 2 && !kind.value;
      kinds.replaceChildren(...[["", all], ...shown].map(([value, count]) => {
        const made = Showcase.filled("search-kind", { kind: value, name: value || "全部", count: String(count) });
        const button = made.firstElementChild;
        button.setAttribute("aria-pressed", String(value === kind.value));
        return button;
      }));
      if (focused === null) return;
      const same = [...kinds.children].find((one) => one.value === focused);
      (kinds.hidden ? field : same || kinds.firstElementChild).focus();
    }

    /** A screen reader hears the count when the typing rests, never over the candidates of an input method. */
    function tell(found, text) {
      clearTimeout(voice);
      voice = setTimeout(() => {
        if (composing || !element.open || !found || text !== clean(field.value)) return;
        Showcase.say(told(found, text, [kind.value]) + (found.total ? `有${found.total}条` : ""));
      }, QUIET);
    }

    field.addEventListener("compositionstart", () => { composing = true; });
    field.addEventListener("compositionend", () => {
      composing = false;
      refresh();
    });
    field.addEventListener("input", () => {
      // the next question is another one: a kind chosen for the last would narrow it unasked
      if (!clean(field.value)) kind.value = "";
      refresh();
    });
    element.addEventListener("close", () => {
      kind.value = "";
      refresh();
    });
    field.addEventListener("keydown", (event) => {
      if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey) return;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const all = choices();
      if (step && all.length) {
        event.preventDefault();
        const at = all.indexOf(active) + step;
        // one place between last and first is the field itself
        choose(at === all.length || at === -1 ? null : all[at === -2 ? all.length - 1 : at]);
      } else if (event.key === "Enter" && active) {
        event.preventDefault();
        active.click();
      }
    });
    clear.addEventListener("click", () => {
      field.value = "";
      kind.value = "";
      refresh();
      field.focus();
    });
    kinds.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (!button) return;
      kind.value = button.value;
      refresh();
    });
    // a hit on this very page moves the page under the dialog
    list.addEventListener("click", (event) => {
      if (event.target.closest("a") && !event.ctrlKey && !event.metaKey && !event.shiftKey) element.close();
    });

    const view = window.visualViewport;
    function fit() {
      const whole = window.matchMedia("(max-width: 44.99em)").matches && view.scale === 1;
      element.style.blockSize = whole ? `${view.height}px` : "";
    }
    // the keyboard of a phone covers the page without making it smaller
    if (view) view.addEventListener("resize", fit);
    refresh();
  }

  window.ShowcaseSearching = { prepare, asking, item, told, clean, address, dialog };
})();
