/*
 * What was chosen of the directory, and what follows from it. Nothing here touches the page or the address.
 *
 *   Showcase.choosing.opened(data)           the dataset `bases` made ready: facets, and bases as objects
 *   Showcase.choosing.read(params, ready)    the choice that an address asks for; what it cannot mean is left out
 *   Showcase.choosing.pairs(choice, ready)   the same choice for an address
 *   Showcase.choosing.counts(choice, ready)  for each facet, how many bases each of its values would leave
 *   Showcase.choosing.listed(choice, ready)  the bases left, in order, as [place in the gathering facet or -1, base]
 */
(() => {
  "use strict";

  const SORTS = ["city", "pinyin", "pinyin-desc", "founded", "founded-desc", "events", "events-asc"];
  const VIEWS = ["cards", "table"];
  const NONE = "none";

  function opened(data) {
    const facets = data.facets.map(({ name, title, values }) => ({
      name, title, values: values.map(([key, text, path]) => ({ key, text, path })),
    }));
    const bases = data.bases.map((told, place) => {
      const base = { place };
      data.fields.forEach((field, at) => { base[field] = told[at]; });
      base.phrases = typeof base.name === "string" ? [base.name] : base.name;
      base.name = base.phrases.join("");
      base.facets = base.facets.map((one) => (typeof one === "number" ? [one] : one));
      base.words = [base.name, ...(base.aliases || [])].map(plain);
      const syllables = base.spelt.split(" ");
      base.initials = syllables.map((one) => one[0]).join("");
      base.spellings = syllables.map((one, from) => syllables.slice(from).join(""));
      return base;
    });
    return { ...data, facets, bases };
  }

  function plain(text) {
    return text.toLowerCase().replace(/[\s·“”"'’]+/g, "");
  }

  function read(params, ready) {
    const chosen = ready.facets.map(({ name, values }) => {
      const asked = params.getAll(name);
      return new Set(values.flatMap(({ key }, place) => (asked.includes(key) ? [place] : [])));
    });
    const among = (name, allowed) => (allowed.includes(params.get(name)) ? params.get(name) : "");
    const groups = [NONE, ...gathering(ready).map(({ name }) => name)];
    return {
      chosen,
      words: (params.get("q") ?? "").trim(),
      sort: among("sort", SORTS) || SORTS[0],
      group: among("group", groups),
      view: among("view", VIEWS) || VIEWS[0],
    };
  }

  function pairs(choice, ready) {
    const facets = ready.facets.flatMap(({ name, values }, at) =>
      [...choice.chosen[at]].sort((one, other) => one - other).map((place) => [name, values[place].key]));
    return [
      ["view", choice.view === VIEWS[0] ? "" : choice.view],
      ["sort", choice.sort === SORTS[0] ? "" : choice.sort],
      ["group", choice.group],
      ["q", choice.words],
      ...facets,
    ];
  }

  /** Facets of which every base has one value: those that bases can be gathered by. */
  function gathering(ready) {
    return ready.facets.filter(({ name }) => name !== "standard");
  }

  /** Ordered by city, bases stand under the heads of their cities; in any other order under none, unless asked for. */
  function grouped(choice) {
    if (choice.group) return choice.group === NONE ? "" : choice.group;
    return choice.sort === "city" ? "city" : "";
  }

  function isPlain(choice) {
    return choice.view === VIEWS[0] && choice.sort === SORTS[0] && !choice.group && !choice.words
      && choice.chosen.every((one) => one.size === 0);
  }

  function said(base, words) {
    const asked = plain(words);
    if (!asked) return true;
    if (base.words.some((one) => one.includes(asked))) return true;
    return /^[a-z0-9]+$/.test(asked)
      && (base.initials.includes(asked) || base.spellings.some((one) => one.startsWith(asked)));
  }

  function suits(places, asked) {
    return asked.size === 0 || places.some((place) => asked.has(place));
  }

  /** A base counts under a facet if it suits every other one: so each number says what a tap would leave. */
  function counts(choice, ready) {
    const found = ready.facets.map(({ values }) => values.map(() => 0));
    for (const base of ready.bases) {
      if (!said(base, choice.words)) continue;
      const failed = [];
      base.facets.forEach((places, at) => { if (!suits(places, choice.chosen[at])) failed.push(at); });
      if (failed.length > 1) continue;
      base.facets.forEach((places, at) => {
        if (failed.length && failed[0] !== at) return;
        for (const place of places) found[at][place] += 1;
      });
    }
    return found;
  }

  /** An unknown date has the age 0, and stands last whichever way the known ones are turned. */
  const ORDERS = {
    city: () => 0,
    pinyin: (one, other) => one.rank - other.rank,
    "pinyin-desc": (one, other) => other.rank - one.rank,
    founded: (one, other) => !one.age - !other.age || one.age - other.age,
    "founded-desc": (one, other) => other.age - one.age,
    events: (one, other) => other.events - one.events,
    "events-asc": (one, other) => one.events - other.events,
  };

  function listed(choice, ready) {
    const order = ORDERS[choice.sort];
    const left = ready.bases.filter((base) => said(base, choice.words)
      && base.facets.every((places, at) => suits(places, choice.chosen[at])));
    left.sort((one, other) => order(one, other) || one.place - other.place);
    const at = ready.facets.findIndex(({ name }) => name === grouped(choice));
    const gathered = left.map((base) => [at < 0 ? -1 : base.facets[at][0], base]);
    return gathered.sort(([one], [other]) => one - other);
  }

  window.Showcase.choosing = { opened, read, pairs, counts, listed, grouped, gathering, isPlain };
})();
