/* What is shown of a hit: its title with the found stretch marked, and the passage where most of the words stand. */
(() => {
  "use strict";

  const { HAN, LATIN, inside, tight } = window.ShowcaseTexts;
  const WINDOW = 72;
  const BEFORE = 22;
  const MARKS = 6;
  const ENDS = ["。", "；", "\n", "！", "？"];

  /** Stretches in order, overlapping ones made one. */
  function merged(marks) {
    const found = [];
    for (const [start, end] of [...marks].sort((one, other) => one[0] - other[0])) {
      const last = found[found.length - 1];
      if (last && start <= last[1]) last[1] = Math.max(last[1], end);
      else found.push([start, end]);
    }
    return found;
  }

  function excerpts(fold, sounds, terms, synonyms, near) {
    const wanted = [...new Set(terms.flatMap((term) => [term, ...(synonyms.get(term) || [])]))];
    const run = terms.length > 1 && terms.every((one) => /^[a-z]+$/.test(one)) ? [terms.join("")] : [];

    function marked(text, name) {
      const places = [];
      const plain = tight(fold(text, places), places);
      const marks = [...wanted, ...run].flatMap((term) => {
        const own = [];
        for (let at = inside(plain, term); at >= 0; at = inside(plain, term, at + term.length)) {
          own.push([at, at + term.length]);
        }
        if (own.length) return own;
        const way = LATIN.test(term) ? sounds.spelled(name, term) : sounds.heardAs(name, term);
        // one initial alone would mark a character that nobody meant
        return way && (term.length > 1 || way[0] === 0) ? [[way[0], way[1]]] : [];
      });
      for (const term of marks.length ? [] : pieces(wanted)) {
        const at = plain.indexOf(term);
        if (at >= 0) marks.push([at, at + term.length]);
      }
      return merged(marks).map(([start, end]) => [places[start], places[end - 1] + 1]);
    }

    /** Patterns for the long texts: what was typed, else what sounds so, else pieces of it. */
    function patterns() {
      const heard = [...wanted, ...run].flatMap((term) => {
        if (/^[a-z]{4,}$/.test(term)) return sounds.pronounced(term) || [];
        return near && term.length > 2 && !/[a-z0-9]/.test(term) ? sounds.homophones(term) : [];
      });
      return [heard, pieces(wanted).map(escaped)].filter((some) => some.length);
    }

    let made = null;

    function passage(text) {
      made = made || patterns();
      const places = [];
      const folded = fold(text, places);
      const literal = wanted.flatMap((term) => {
        const own = [];
        for (let at = inside(folded, term); at >= 0 && own.length < 200; at = inside(folded, term, at + term.length)) {
          own.push([at, at + term.length]);
        }
        return own;
      });
      for (const some of [[], ...made]) {
        const marks = some.length ? [] : literal;
        for (const pattern of some) {
          const search = new RegExp(pattern, "g");
          for (let hit = search.exec(folded); hit && hit[0] && marks.length < 200; hit = search.exec(folded)) {
            marks.push([hit.index, hit.index + hit[0].length]);
          }
        }
        if (marks.length) return cut(text, merged(marks).map(([start, end]) => [places[start], places[end - 1] + 1]));
      }
      return null;
    }

    return (doc, docs) => {
      const body = doc.lead && doc.body ? `${doc.lead}\n${doc.body}` : doc.lead || doc.body;
      const part = passage(body) || { snippet: doc.lead.slice(0, WINDOW), snippetMarks: [] };
      const image = typeof doc.image === "number" ? docs[doc.image].image : doc.image;
      return {
        kind: doc.kind, title: doc.title, marks: marked(doc.title, doc.names[0]), path: doc.path, meta: doc.meta,
        ...part, image, dark: image.endsWith("-1x1.svg") ? image.replace(/\.svg$/, "-dark.svg") : "",
      };
    };
  }

  /** The window with most marks in it, begun at a break where one is near. */
  function cut(text, marks) {
    let best = 0;
    let most = 0;
    marks.forEach(([start], at) => {
      const count = marks.slice(at).filter(([, end]) => end <= start + WINDOW - BEFORE).length;
      if (count > most) [best, most] = [at, count];
    });
    let from = Math.max(0, marks[best][0] - BEFORE);
    const lead = text.slice(from, marks[best][0]);
    const last = (signs) => Math.max(...signs.map((sign) => lead.lastIndexOf(sign)));
    const pause = last(ENDS) >= 0 ? last(ENDS) : last(["，"]);
    if (pause >= 0) from += pause + 1;
    else if (from > 0 && text.slice(0, from).trim() === "") from = 0;
    const end = Math.min(text.length, Math.max(from + WINDOW, marks[best][1]));
    const [before, after] = [from > 0 && pause < 0 ? "…" : "", end < text.length ? "…" : ""];
    const shift = before.length - from;
    return {
      snippet: before + text.slice(from, end).replace(/\n/g, " ") + after,
      snippetMarks: marks.filter(([start, stop]) => start >= from && stop <= end).slice(0, MARKS)
        .map(([start, stop]) => [start + shift, stop + shift]),
    };
  }

  /** Two characters at a time, for what was found by its pieces. */
  function pieces(terms) {
    const cut = (term) => Array.from({ length: term.length - 1 }, (_, at) => term.slice(at, at + 2));
    return terms.flatMap((term) => (term.length > 3 && [...term].every((one) => HAN.test(one)) ? cut(term) : []));
  }

  function escaped(text) {
    return text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
  }

  window.ShowcaseExcerpts = excerpts;
})();
