/*
 * What a timeline holds, and how much of it is left by a choice of types, years, city and base.
 *
 *   Showcase.timeline.onPage(list)            a timeline that stands on the page as a whole
 *   Showcase.timeline.ofSite(list, address)   a promise of the site's, most of which stands on other pages
 *
 * Both know `options` (by kind, an array of {value, label, …}), `tally(chosen)`, and `found(chosen, from)`: a promise
 * of what was found from the year of that number on, to be put on the page by `put()`; `next()` tells how many
 * come next, and `more()` adds them and promises the first. `list()` is the list that the reader sees.
 */
(() => {
  "use strict";

  const { data, url } = window.Showcase;
  const PIECE = 60;
  const OTHER = "其他";

  /** A mask by kind of what is chosen, as numbers; kinds without a choice have none. */
  function masks(options, chosen) {
    const found = {};
    for (const [kind, all] of Object.entries(options)) {
      if (!chosen[kind].length) continue;
      found[kind] = Uint8Array.from(all, one => (chosen[kind].includes(one.value) ? 1 : 0));
    }
    return found;
  }

  /**
   * How many there are for each option, were it chosen beside what is chosen of the other kinds. `columns` tells by
   * kind the number of every event's option. One walk: an event that fails one kind alone counts for that kind.
   */
  function tally(options, columns, chosen) {
    const kinds = Object.keys(options);
    const counts = {};
    for (const kind of kinds) counts[kind] = new Uint32Array(options[kind].length);
    const given = masks(options, chosen);
    const limits = Object.keys(given);
    const size = columns[kinds[0]].length;
    let total = 0;
    for (let row = 0; row < size; row += 1) {
      let failed = "";
      let fails = 0;
      for (const kind of limits) {
        if (given[kind][columns[kind][row]]) continue;
        failed = kind;
        fails += 1;
        if (fails > 1) break;
      }
      if (fails > 1) continue;
      if (fails) {
        counts[failed][columns[failed][row]] += 1;
      } else {
        total += 1;
        for (const kind of kinds) counts[kind][columns[kind][row]] += 1;
      }
    }
    return { total, all: size, counts };
  }

  const named = (value, label = value) => ({ value, label });
  const yearOf = anchor => anchor.replace(/^y(?=\d)/, "");

  function onPage(list) {
    const sections = [...list.querySelectorAll(".year")];
    const events = [...list.querySelectorAll(".event")];
    const types = events.map(one => one.querySelector(".event__type")?.textContent ?? OTHER);
    const options = {
      type: [...new Set(types)].map(one => named(one)),
      year: sections.map(one => named(yearOf(one.id), one.querySelector(".year__label").textContent)),
    };
    const columns = {
      type: types.map(type => options.type.findIndex(one => one.value === type)),
      year: events.map(one => sections.indexOf(one.closest(".year"))),
    };
    return {
      options,
      list: () => list,
      tally: chosen => tally(options, columns, chosen),
      async found(chosen) {
        return {
          put() {
            const given = masks(options, chosen);
            events.forEach((one, row) => {
              one.hidden = Object.keys(given).some(kind => !given[kind][columns[kind][row]]);
            });
            for (const part of list.querySelectorAll(".year, .month")) {
              part.hidden = !part.querySelector(".event:not([hidden])");
            }
          },
          next: () => 0,
        };
      },
    };
  }

  async function ofSite(list, address) {
    const told = await data("events", address);
    const options = {
      type: told.types.map(one => named(one)),
      year: told.years.map(([value, label]) => named(value, label)),
      city: told.cities.map(one => named(one)),
      base: told.bases.map(([value, label, letters, city]) => ({ value, label, letters, more: told.cities[city] })),
    };
    const columns = { type: [], year: [], city: [], base: [] };
    told.bases.forEach(([, , , city, , marks], base) => {
      for (let at = 0; at < marks.length; at += 2) {
        columns.year.push(marks.charCodeAt(at) - 48);
        columns.type.push(marks.charCodeAt(at + 1) - 48);
        columns.city.push(city);
        columns.base.push(base);
      }
    });

    /** The pieces of data that hold what is wanted, newest first: one for a base, else those of its years. */
    function shelves(given, counts, from) {
      const base = given.base ? given.base.indexOf(1) : -1;
      const own = told.own.filter(([, , start, end]) => start <= base && base <= end);
      if (own.length) return own;
      const wanted = year => year >= from && (!given.year || given.year[year]) && counts[year];
      return told.shards.filter(([, , start, end]) => {
        for (let year = start; year <= end; year += 1) if (wanted(year)) return true;
        return false;
      });
    }

    async function* matching(given, counts, from) {
      for (const [name, path] of shelves(given, counts, from)) {
        const shard = await data(name, url(path));
        for (const event of shard.events) {
          const [moment, base, type] = event;
          const year = shard.moments[moment][7];
          const facts = { type, year, base, city: told.bases[base][3] };
          if (year < from || Object.keys(given).some(kind => !given[kind][facts[kind]])) continue;
          yield { shard, event };
        }
      }
    }

    const notes = document.querySelector("[data-sources]");
    const drawn = document.createElement("div");
    drawn.className = list.className;

    async function found(chosen, from = 0) {
      const given = masks(options, chosen);
      const none = !Object.keys(given).length;
      const { counts } = tally(options, columns, chosen);
      const rows = matching(given, counts.year, from);
      const draw = window.Showcase.timeline.drawing(told, year => counts.year[year] >= told.monthly);
      let left = 0;
      counts.year.forEach((count, year) => {
        if (!none && year >= from && (!given.year || given.year[year])) left += count;
      });

      async function piece() {
        const some = [];
        while (left && some.length < PIECE) {
          const { value } = await rows.next();
          some.push(value);
          left -= 1;
        }
        return some;
      }

      const first = await piece();
      return {
        put() {
          drawn.replaceChildren();
          list.hidden = !none;
          // what is drawn leads to its sources by itself; the page's own list numbers those of its own events
          notes.hidden = !none;
          if (none) drawn.remove();
          else list.after(drawn);
          draw(drawn, first);
        },
        next: () => Math.min(left, PIECE),
        more: async () => draw(drawn, await piece()),
      };
    }

    return { options, list: () => (list.hidden ? drawn : list), tally: chosen => tally(options, columns, chosen), found };
  }

  window.Showcase.timeline = { onPage, ofSite };
})();
