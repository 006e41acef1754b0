/*
 * The directory: what the controls say, the address says too, and the list shows. As long as nothing is chosen the
 * page stays as the server made it; with the first choice the dataset is loaded and bases are drawn from it.
 */
(() => {
  "use strict";

  const PAGE = 60;
  const { Showcase } = window;
  const page = document.querySelector(".directory");
  const finder = page.querySelector(".finder");
  const given = page.querySelector(".directory__given");
  const drawn = page.querySelector(".directory__drawn");
  const state = page.querySelector(".finder__state");
  const found = state.querySelector(".finder__count");
  const chips = state.querySelector(".finder__chips");
  const clear = state.querySelector(".finder__clear");
  const more = page.querySelector(".directory__more");
  const openers = [...finder.querySelectorAll(".finder__opener")];
  let ready = null;
  let drawing = null;
  let choice = null;
  let written = "";

  function load() {
    return Showcase.data("bases", page.dataset.bases).then((value) => {
      ready = ready || Showcase.choosing.opened(value);
      drawing = drawing || new Showcase.Drawing(drawn, ready);
    });
  }

  function asked() {
    return Showcase.state.read().toString() !== "";
  }

  /** What the controls say, as an address would. */
  function params() {
    const said = new URLSearchParams();
    for (const box of finder.querySelectorAll(".facet__box:checked")) said.append(box.name, box.value);
    said.set("q", finder.elements.q.value);
    said.set("sort", finder.elements.sort.value);
    said.set("view", finder.querySelector(".finder__view[aria-pressed=true]").value);
    const { group } = finder.elements;
    // the grouping that an order brings along is no choice, and goes when another order comes
    if (group.value !== usual(said.get("sort"))) said.set("group", group.value);
    return said;
  }

  function usual(sort) {
    return sort === "city" ? "city" : "none";
  }

  /** After a control was used. `step` tells whether the back button should undo it by itself. */
  function chosen(step = true) {
    return load().then(() => {
      choice = Showcase.choosing.read(params(), ready);
      const pairs = Showcase.choosing.pairs(choice, ready);
      const now = new URLSearchParams(pairs.filter(([, value]) => value)).toString();
      if (now === written) return;
      written = now;
      Showcase.state.write(pairs, step);
      show();
    }, lost);
  }

  /** After the address changed: a link was followed, or a step undone. */
  function restored() {
    const now = Showcase.state.read().toString();
    if (choice && now === written) return;
    written = now;
    if (!now && !ready) return;
    load().then(() => {
      choice = Showcase.choosing.read(Showcase.state.read(), ready);
      set();
      show();
    }, lost);
  }

  function set() {
    const { elements } = finder;
    if (elements.q.value.trim() !== choice.words) elements.q.value = choice.words;
    elements.sort.value = choice.sort;
    elements.group.value = choice.group || usual(choice.sort);
    for (const button of finder.querySelectorAll(".finder__view")) {
      button.setAttribute("aria-pressed", String(button.value === choice.view));
    }
    ready.facets.forEach(({ name, values }, at) => {
      const keys = new Set([...choice.chosen[at]].map((place) => values[place].key));
      for (const box of boxes(name)) box.checked = keys.has(box.value);
    });
  }

  function boxes(name) {
    return finder.querySelectorAll(`.facet__box[name="${name}"]`);
  }

  function show() {
    const listed = Showcase.choosing.listed(choice, ready);
    const plain = Showcase.choosing.isPlain(choice);
    given.hidden = !plain;
    drawn.hidden = plain;
    if (plain) drawn.replaceChildren();
    else {
      drawing.start(choice, listed);
      drawing.more(PAGE);
    }
    further();
    tally(listed.length);
    told();
    Showcase.tray.dress(drawn);
  }

  function further() {
    const left = drawn.hidden ? 0 : drawing.left;
    more.hidden = !left;
    more.textContent = `再看${Math.min(left, PAGE)}个`;
  }

  function tally(count) {
    const typed = choice.words && choice.chosen.every((one) => one.size === 0);
    if (count === 0 && typed) tell("unheard", choice.words);
    else tell(count === 0 ? "none" : count === ready.bases.length ? "whole" : "found", count);
    Showcase.choosing.counts(choice, ready).forEach((counts, at) => {
      const { name, values } = ready.facets[at];
      const places = new Map(values.map(({ key }, place) => [key, place]));
      for (const box of boxes(name)) {
        const number = counts[places.get(box.value)];
        // a box that is just being used keeps its place in the order of keys
        box.disabled = number === 0 && !box.checked && box !== document.activeElement;
        box.closest(".facet__value").querySelector(".facet__count").textContent = String(number);
      }
    });
  }

  /** These words are set in the display face, which holds the letters of the templates: so they stand there. */
  function tell(which, told) {
    // a function: in what was typed, "$&" means nothing but itself
    found.textContent = found.dataset[which].replace("*", () => told);
    Showcase.say(found.textContent);
  }

  /** A chip for each choice, and how many there are at the word that opens them. */
  function told() {
    const words = choice.words ? [["q", choice.words, `“${choice.words}”`]] : [];
    const chosenValues = ready.facets.flatMap(({ name, values }, at) =>
      [...choice.chosen[at]].map((place) => [name, values[place].key, values[place].text]));
    const all = [...words, ...chosenValues];
    chips.replaceChildren(...all.map(([name, key, text]) => {
      const chip = Showcase.filled("directory-chip", { text, label: `去掉${text}`, value: key });
      chip.querySelector("button").name = name;
      return chip;
    }));
    clear.hidden = all.length === 0;
    for (const opener of openers) {
      const at = ready.facets.findIndex(({ name }) => name === opener.value);
      opener.querySelector(".finder__number").textContent = choice.chosen[at].size || "";
    }
  }

  function lost() {
    tell("lost", 0);
  }

  function open(opener, wanted) {
    for (const one of openers) {
      const on = one === opener && wanted;
      one.setAttribute("aria-expanded", String(on));
      document.getElementById(one.getAttribute("aria-controls")).hidden = !on;
    }
    if (wanted) load().catch(lost);
  }

  function drop(button) {
    const buttons = [...chips.querySelectorAll("button")];
    const at = buttons.indexOf(button);
    if (button.name === "q") finder.elements.q.value = "";
    for (const box of boxes(button.name)) if (box.value === button.value) box.checked = false;
    chosen().then(() => {
      const left = [...chips.querySelectorAll("button")];
      (left[at] || left[at - 1] || found).focus();
    });
  }

  finder.addEventListener("submit", (event) => event.preventDefault());
  finder.addEventListener("change", (event) => {
    if (event.target.name === "sort" && !choice?.group) finder.elements.group.value = usual(event.target.value);
    if (event.target.name !== "q") chosen();
  });
  const typed = () => chosen(!choice?.words);
  finder.elements.q.addEventListener("input", (event) => {
    // while an input method is at work, the letters are not yet what is meant
    if (!event.isComposing) typed();
  });
  finder.elements.q.addEventListener("compositionend", typed);
  finder.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.matches(".finder__opener")) open(button, button.getAttribute("aria-expanded") !== "true");
    else if (button.matches(".finder__view")) {
      for (const one of finder.querySelectorAll(".finder__view")) one.setAttribute("aria-pressed", String(one === button));
      chosen();
    }
  });
  state.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button !== clear) {
      drop(button);
      return;
    }
    for (const box of finder.querySelectorAll(".facet__box:checked")) box.checked = false;
    finder.elements.q.value = "";
    chosen().then(() => found.focus());
  });
  finder.addEventListener("keydown", (event) => {
    const opened = openers.find((one) => one.getAttribute("aria-expanded") === "true");
    if (event.key !== "Escape" || !opened) return;
    open(opened, false);
    opened.focus();
  });
  drawn.addEventListener("click", (event) => {
    const button = event.target.closest(".roll__sort");
    if (!button) return;
    const [up, down] = button.value.split(" ");
    finder.elements.sort.value = choice.sort === up && down ? down : up;
    if (!choice.group) finder.elements.group.value = usual(finder.elements.sort.value);
    chosen().then(() => drawn.querySelector(`.roll__sort[value="${button.value}"]`).focus());
  });
  more.addEventListener("click", () => {
    if (!drawing) return;
    const first = drawing.more(PAGE);
    Showcase.tray.dress(drawn);
    further();
    Showcase.say(`又列出一些，还有${drawing.left}个`);
    first?.focus();
  });
  window.addEventListener("popstate", restored);

  finder.hidden = false;
  state.hidden = false;
  page.querySelector(".directory__plain").hidden = true;
  Showcase.tray.dress(given);
  if (asked()) restored();
})();
