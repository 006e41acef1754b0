/* Slips of the finger: names found although a letter of their pinyin, or one of their characters, is not as it should be. */
(() => {
  "use strict";

  const { bitsOf } = window.ShowcaseSounds;

  function countOf(bits) {
    let count = 0;
    for (let left = bits; left; left &= left - 1) count += 1;
    return count;
  }

  const spellt = new WeakMap();

  /** Up to eight spellings of a name in letters, each with the places where a character begins. */
  function letterings(one) {
    if (spellt.has(one)) return spellt.get(one);
    let ways = [{ letters: "", starts: [] }];
    for (let at = 0; at < one.text.length; at += 1) {
      const choices = one.heard[at].length ? one.heard[at].slice(0, 3) : [one.text[at]];
      const room = ways.length * choices.length <= 8 ? choices : choices.slice(0, 1);
      ways = ways.flatMap((way) => room.map((syllable) => ({
        letters: way.letters + syllable,
        starts: [...way.starts, way.letters.length],
      })));
    }
    spellt.set(one, ways);
    return ways;
  }

  /** A slip spoils two of these pieces at most, where it swaps letters across a seam: one piece stands as it is. */
  function seams(typed, most) {
    const count = 2 * most + 1;
    const cut = (at) => Math.floor((at * typed.length) / count);
    return Array.from({ length: count }, (_, at) => typed.slice(cut(at), cut(at + 1)));
  }

  /**
   * Whether `typed` is a run of the name but for slips (a letter too many, too few, another, or two swapped): [start,
   * end, slips] in characters of the name, or null. Sellers' search with the transposition of Damerau, cut at `most`.
   */
  function slipped(one, typed, most, letters) {
    // each slip brings in one letter at most that the name does not have
    if (letters && countOf(bitsOf(typed) & ~one.letters) > most) return null;
    const ways = letters ? letterings(one) : [{ letters: one.text, starts: [...one.text].map((_, at) => at) }];
    const pieces = seams(typed, most);
    let found = null;
    for (const way of ways) {
      if (!pieces.some((piece) => way.letters.includes(piece))) continue;
      const near = approached(way.letters, new Set(way.starts), typed, most);
      if (near && (!found || near[2] < found[2])) {
        const start = way.starts.findIndex((at, place) => near[0] < (way.starts[place + 1] ?? Infinity));
        let end = way.starts.findIndex((at) => at >= near[1]);
        if (end < 0) end = way.starts.length;
        found = [start, end, near[2]];
      }
    }
    return found;
  }

  const WIDEST = 512;
  const rows = [0, 1, 2].map(() => ({ cost: new Uint8Array(WIDEST), from: new Int16Array(WIDEST) }));

  function approached(text, starts, typed, most) {
    const width = Math.min(text.length, WIDEST - 1) + 1;
    let [older, old, row] = rows;
    for (let to = 0; to < width; to += 1) {
      // letters at the beginning of a character may be the ones left out
      const skipped = to && !starts.has(to) ? row.cost[to - 1] + 1 : 0;
      row.cost[to] = Math.min(skipped, 100);
      row.from[to] = skipped ? row.from[to - 1] : to;
    }
    for (let at = 1; at <= typed.length; at += 1) {
      [older, old, row] = [old, row, older];
      const letter = typed.charCodeAt(at - 1);
      const before = at > 1 ? typed.charCodeAt(at - 2) : -1;
      row.cost[0] = at;
      row.from[0] = 0;
      let least = at;
      for (let to = 1; to < width; to += 1) {
        const there = text.charCodeAt(to - 1);
        let cost = old.cost[to - 1] + (there === letter ? 0 : 1);
        let from = old.from[to - 1];
        if (old.cost[to] + 1 < cost) [cost, from] = [old.cost[to] + 1, old.from[to]];
        if (row.cost[to - 1] + 1 < cost) [cost, from] = [row.cost[to - 1] + 1, row.from[to - 1]];
        if (there === before && to > 1 && text.charCodeAt(to - 2) === letter && older.cost[to - 2] + 1 < cost) {
          [cost, from] = [older.cost[to - 2] + 1, older.from[to - 2]];
        }
        row.cost[to] = Math.min(cost, 200);
        row.from[to] = from;
        if (cost < least) least = cost;
      }
      if (least > most) return null;
    }
    let best = null;
    for (let to = 1; to < width; to += 1) {
      if (row.cost[to] <= most && (!best || row.cost[to] < best[2])) best = [row.from[to], to, row.cost[to]];
    }
    return best;
  }

  window.ShowcaseSlips = { slipped, letterings };
})();
