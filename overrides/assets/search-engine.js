/*
 * Finding: documents held in memory, scanned anew for each query. No inverted index: at some thousand documents a scan
 * takes milliseconds, finds any substring, and needs nothing built but the texts themselves.
 *
 *   const index = ShowcaseSearch.open(value)     value: what data/search.js delivers
 *   index.bodies, index.add(shard)               the long texts, which may come later
 *   index.find(text, {kind, city, level, standard, limit})
 */
(() => {
  "use strict";

  const { HAN, LATIN, LONGEST, counted, inside, joined, scan, some, synonymsOf, termsOf, tight } = window.ShowcaseTexts;
  const { letterings, slipped } = window.ShowcaseSlips;
  const LETTERS = /^[a-z]+$/;
  /** What a find in each place is worth; where a find begins and ends, and what kind of thing it is in, comes on top. */
  const WORTH = { name: 640, alias: 600, title: 430, place: 400, word: 340, lead: 260, body: 160, year: 120 };
  const AS_TYPED = 60;
  const LONG = 14;
  const WEIGHT = { 基地: 1.25, 标准: 1.15, 活动: 1, 页面: 0.95, 来源: 0.9 };
  const TITLED = new Set(["活动", "来源"]);
  const FACETS = ["kind", "city", "level", "standard"];

  function open(value) {
    const sounds = window.ShowcaseSounds.open(value);
    const { edge } = sounds;
    const fold = window.ShowcaseTexts.open(value.traditional);
    const cached = new Map();
    /** Places, levels and kinds are few and stand in many documents: each is looked at once a query. */
    const words = value.words.map((text) => sounds.name(tight(fold(text))));
    const docs = [];
    value.docs.forEach((row, at) => {
      const [kind, title, path, year, meta, lead, image, names, own, city, level, standards, of] = row;
      // what belongs to another thing, as an event to its base, stands where that stands
      const whole = of === undefined ? null : docs[of];
      const all = [title, ...(names || [])].map((one, place) => sounds.name(
        tight(fold(one)), value.given[`${at}.${place}`] || "",
      ));
      docs.push({
        at, kind: value.kinds[kind], title, image, year, lead, names: all, body: "", folded: "",
        path: whole && /^[#~]/.test(path) ? whole.path + path.replace(/^~/, "timeline/") : path,
        meta: whole ? `${meta}·${whole.title}` : meta,
        words: whole ? [...own, ...whole.words] : own,
        facets: {
          kind: [value.kinds[kind]],
          city: whole ? whole.facets.city : some(value.cities[city]),
          level: whole ? whole.facets.level : some(value.levels[level]),
          standard: (standards || []).map((one) => value.standards[one]),
        },
      });
    });
    const things = docs.filter((doc) => doc.kind !== "活动");
    const events = docs.filter((doc) => doc.kind === "活动");
    const leads = joined(docs.map((doc) => fold(doc.lead)));
    let bodies = joined(docs.map(() => ""));
    const waiting = new Set(value.bodies.map((one) => one.name));

    function add({ name, start, texts }) {
      texts.forEach((text, place) => Object.assign(docs[start + place], { body: text, folded: fold(text) }));
      waiting.delete(name);
      cached.clear();
      bodies = joined(docs.map((doc) => doc.folded));
    }

    const synonyms = synonymsOf(value.synonyms, fold);

    /** The documents with a word in them: worth by place in `docs`. */
    function literally(term, found) {
      const met = words.map((one) => inside(one.text, term));
      for (const doc of docs) {
        let best = 0;
        doc.names.forEach(({ text }, place) => {
          const at = inside(text, term);
          if (at < 0) return;
          // in the middle of a long title a word says less than the place where a base lies
          const told = TITLED.has(doc.kind) && (place || at);
          const kind = told ? WORTH.title : place ? WORTH.alias : WORTH.name;
          best = Math.max(best, kind + edge(at, at + term.length, text.length) + AS_TYPED);
        });
        for (const one of doc.words) {
          if (met[one] >= 0) best = Math.max(best, (one < value.places ? WORTH.place : WORTH.word) + AS_TYPED);
        }
        if (doc.year && (String(doc.year) === term || `${doc.year}年` === term)) best = Math.max(best, WORTH.year);
        if (best) found.set(doc.at, Math.max(best, found.get(doc.at) || 0));
      }
      for (const [texts, worth] of [[leads, WORTH.lead], [bodies, WORTH.body]]) {
        scan(texts, (text, from) => inside(text, term, from), (at) => found.set(at, Math.max(worth, found.get(at) || 0)));
      }
    }

    /** The documents whose names, places or levels sound as letters say; whole syllables also in long texts. */
    function spoken(term, found) {
      const met = words.map((one) => worthOf(sounds.spelled(one, term), one, WORTH.place + 100, term));
      for (const doc of docs) {
        let best = 0;
        doc.names.forEach((one, place) => {
          const way = sounds.spelled(one, term);
          const worth = doc.kind === "活动" && place ? WORTH.title : WORTH.name - (place ? 40 : 0);
          best = Math.max(best, worthOf(way, one, worth, term));
        });
        for (const one of doc.words) best = Math.max(best, met[one]);
        if (best) found.set(doc.at, Math.max(best, found.get(doc.at) || 0));
      }
      // a long run of letters that spells a name is that name: long texts need not be gone through as well
      const sought = LETTERS.test(term) && term.length > 3 && (!found.size || term.length <= LONG);
      const pattern = sought ? sounds.pronounced(term) : "";
      if (pattern) matching(pattern, (at, worth) => found.set(at, Math.max(worth, found.get(at) || 0)));
    }

    /** A single letter is the usual initial of a name, or nothing. */
    function worthOf(way, one, worth, term) {
      if (!way) return 0;
      const [start, end, cost] = way;
      if (term.length === 1 && (start > 0 || cost > 1)) return 0;
      return Math.max(20, worth + sounds.rank(start, end, cost, one.text.length));
    }

    function matching(pattern, tell) {
      for (const [texts, worth] of [[leads, WORTH.lead - 80], [bodies, WORTH.body - 80]]) {
        const search = new RegExp(pattern, "g");
        scan(texts, (text, from) => {
          search.lastIndex = from;
          const hit = search.exec(text);
          return hit ? hit.index : -1;
        }, (at) => tell(at, worth));
      }
    }

    /** What sounds like the term, or is it but for a slip: only asked where nothing else was found. */
    function nearly(term, found) {
      const letters = LETTERS.test(term);
      const heard = !LATIN.test(term);
      const slips = letters ? (term.length < 5 ? [] : term.length < 14 ? [1] : [1, 2]) : term.length < 4 ? [] : [1];
      const turns = slips.flatMap((one) => [[one, things], [one, events]]);
      for (const [most, some] of heard ? [[0, docs], ...turns] : turns) {
        for (const doc of some) {
          let best = 0;
          doc.names.forEach((one, place) => {
            // an event is looked for by its own title: by that of its base all of them would be found
            if (place && doc.kind === "活动") return;
            const way = most ? slipped(one, term, most, letters) : sounds.heardAs(one, term);
            if (!way) return;
            const worth = (place ? WORTH.alias : WORTH.name) - 200 - 60 * way[2];
            best = Math.max(best, worth + edge(way[0], way[1], one.text.length));
          });
          if (best > 0) found.set(doc.at, best);
        }
        if (found.size) return;
      }
      if (term.length > 2 && [...term].every((one) => HAN.test(one))) {
        matching(sounds.homophones(term), (at, worth) => found.set(at, worth));
      }
    }

    /** {found: document → worth, near} of one word of a query. */
    function hitsOf(term) {
      if (cached.has(term)) return cached.get(term);
      let found = new Map();
      let near = false;
      for (const one of [term, ...(synonyms.get(term) || [])]) {
        literally(one, found);
        if (LATIN.test(one)) spoken(one, found);
      }
      if (!found.size) found = parted(term) || found;
      if (!found.size) {
        near = true;
        nearly(term, found);
        if (!found.size) found = pieced(term);
      }
      const hits = { found, near: near && found.size > 0 };
      if (cached.size > 200) cached.clear();
      cached.set(term, hits);
      return hits;
    }

    /** 杭州沙龙, 城阳xxxy: two words run together, one of them a place, a level or a kind, or of another script. */
    function parted(term, deeper = true) {
      const cuts = [];
      const said = LETTERS.test(term) ? placesIn(term) : new Set();
      for (let at = 1; at < term.length; at += 1) {
        const [head, tail] = [term.slice(0, at), term.slice(at)];
        const turns = HAN.test(term[at - 1]) !== HAN.test(term[at]) && LATIN.test(term[at - 1] + term[at]);
        if (turns || isPlace(head) || isPlace(tail) || said.has(at)) cuts.push([head, tail]);
      }
      // the longest place first: 城阳区 before 城阳
      for (const [head, tail] of cuts.reverse()) {
        const [one, other] = [new Map(), new Map()];
        for (const [part, into] of [[head, one], [tail, other]]) {
          literally(part, into);
          if (LATIN.test(part)) spoken(part, into);
          // 广州番禺义诊: the rest may begin with a place again
          const rest = deeper && part === tail && one.size && !into.size ? parted(part, false) : null;
          if (rest) rest.forEach((worth, at) => into.set(at, worth));
        }
        const both = together([one, other]);
        if (both.size) return both;
      }
      return null;
    }

    let spelt = null;

    /** Where a place ends with which letters begin: 5 of wuhanqishou. Places are spelt out once, with 市 and without. */
    function placesIn(term) {
      spelt = spelt || words.slice(0, value.places).flatMap((one) => letterings(one).flatMap(({ letters, starts }) => [
        letters, letters.slice(0, starts[starts.length - 1]),
      ]));
      const begun = spelt.filter((one) => one.length > 3 && term.length - one.length > 3 && term.startsWith(one));
      return new Set(begun.map((one) => one.length));
    }

    function isPlace(text) {
      return text.length > 1 && words.some((one) => one.text.startsWith(text) && one.text.length - text.length < 3);
    }

    /** Pieces of two and more characters that stand near each other in one text, in the order typed. */
    function pieced(term) {
      const found = new Map();
      if (term.length < 4 || ![...term].every((one) => HAN.test(one))) return found;
      for (let at = 2; at <= term.length - 2; at += 1) {
        const pattern = `${term.slice(0, at)}[^ \\n]{1,6}${term.slice(at)}`;
        matching(pattern, (doc, worth) => found.set(doc, worth));
      }
      return found;
    }

    /** Every document that has all the words: worth by place. */
    function together(several) {
      const [first, ...others] = [...several].sort((one, other) => one.size - other.size);
      const all = new Map();
      for (const [at, worth] of first) {
        let sum = worth;
        if (others.every((other) => other.has(at) && (sum += other.get(at)))) all.set(at, sum / several.length);
      }
      return all;
    }

    function matched(terms) {
      if (!terms.length) return { found: new Map(), near: false };
      const hits = terms.map(hitsOf);
      const run = terms.join("");
      const found = together(hits.map((one) => one.found));
      let near = hits.some((one) => one.near);
      if (terms.length > 1 && LETTERS.test(run)) {
        // tong xin hui: syllables typed apart are one word
        const whole = new Map();
        spoken(run.slice(0, LONGEST), whole);
        for (const [at, worth] of whole) found.set(at, Math.max(worth + 40, found.get(at) || 0));
        if (whole.size) near = false;
      }
      if (!found.size && LATIN.test(run)) {
        // an input method parts what is still being typed: 新心x y
        const whole = hitsOf(run.slice(0, LONGEST));
        if (whole.found.size) return whole;
      }
      if (!found.size && terms.length > 2) {
        near = true;
        for (let left = 0; left < terms.length; left += 1) {
          const rest = together(hits.filter((_, at) => at !== left).map((one) => one.found));
          for (const [at, worth] of rest) found.set(at, Math.max(worth, found.get(at) || 0));
        }
      }
      return { found, near: near && found.size > 0 };
    }

    /** The facets whose choice a document does not fit. */
    function unfit(doc, chosen) {
      return FACETS.filter((facet) => chosen[facet] && !doc.facets[facet].includes(chosen[facet]));
    }

    function find(text, { limit = 20, ...chosen } = {}) {
      const terms = termsOf(text, fold);
      const { found, near } = matched(terms);
      const ranked = [];
      const facets = Object.fromEntries(FACETS.map((facet) => [facet, new Map()]));
      for (const [at, worth] of found) {
        const doc = docs[at];
        const wrong = unfit(doc, chosen);
        if (wrong.length > 1) continue;
        // the counts of a facet are under the choices of all others
        for (const facet of wrong.length ? wrong : FACETS) {
          const counts = facets[facet];
          for (const one of doc.facets[facet]) counts.set(one, (counts.get(one) || 0) + 1);
        }
        if (!wrong.length) ranked.push([worth * WEIGHT[doc.kind] + (doc.year ? (doc.year - 1990) / 100 : 0), at]);
      }
      ranked.sort((one, other) => other[0] - one[0] || one[1] - other[1]);
      const told = window.ShowcaseExcerpts(fold, sounds, terms, synonyms, near);
      return {
        total: ranked.length, near, terms,
        hits: ranked.slice(0, limit).map(([, at]) => told(docs[at], docs)),
        facets: Object.fromEntries(FACETS.map((facet) => [facet, counted(facets[facet])])),
      };
    }

    return { find, add, bodies: value.bodies, get complete() { return waiting.size === 0; } };
  }

  window.ShowcaseSearch = { open };
})();
