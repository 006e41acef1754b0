/*
 * How Chinese sounds: pinyin, initials and homophones against names.
 * Knows nothing of documents. Costs are in whole wrong or missing things: an initial in place of a syllable is 1.
 */
(() => {
  "use strict";

  const { HAN, LATIN } = window.ShowcaseTexts;
  const NONE = [];
  const LONGEST_NAME = 96;
  const WIDE = 66;
  const NEVER = 1e6;
  /** Scratch of `spelled`: one cell a character of the name and place in what was typed, good while its stamp is. */
  const costs = new Float32Array((LONGEST_NAME + 1) * WIDE);
  const ends = new Int16Array((LONGEST_NAME + 1) * WIDE);
  const stamps = new Int32Array((LONGEST_NAME + 1) * WIDE);
  let asked = 0;
  /** Spellings that input methods and dialects take for one another. */
  const ALIKE = [[/^zh/, "z"], [/^ch/, "c"], [/^sh/, "s"], [/ng$/, "n"], [/v/, "u"]];

  /** Every other way in which a syllable is spelt. */
  function spellings(syllable) {
    const plain = ALIKE.reduce((text, [from, to]) => text.replace(from, to), syllable);
    const found = new Set([plain, plain.replace(/^([zcs])/, "$1h"), plain.replace(/n$/, "ng")]);
    found.add(plain.replace(/^([zcs])/, "$1h").replace(/n$/, "ng"));
    found.add(syllable.replace("v", "u")).add(syllable.replace("v", "yu"));
    found.delete(syllable);
    return [...found];
  }

  function bitOf(text) {
    const place = text.charCodeAt(0) - 97;
    return place >= 0 && place < 26 ? 1 << place : 0;
  }

  const held = new Map();

  function bitsOf(text) {
    let bits = held.get(text);
    if (bits === undefined) {
      bits = [...text].reduce((sum, one) => sum | bitOf(one), 0);
      held.set(text, bits);
    }
    return bits;
  }

  /** `sounds` and `others` lead from syllables to the characters read so: first readings, and all further ones. */
  function open({ sounds, others }) {
    const readings = new Map();
    for (const syllables of [sounds, others]) {
      for (const [syllable, characters] of Object.entries(syllables)) {
        for (const character of characters) {
          if (!readings.has(character)) readings.set(character, []);
          readings.get(character).push(syllable);
        }
      }
    }
    const spelt = new Map();
    for (const syllable of new Set([...Object.keys(sounds), ...Object.keys(others)])) {
      spelt.set(syllable, spellings(syllable));
    }

    /**
     * A name with the readings of each character. `given` is how people read it: it comes before all others.
     * `initials` and `letters` have a bit for each Latin letter with which a reading begins, or which it holds.
     */
    function name(folded, given = "") {
      const own = given ? given.split(" ") : [];
      const han = own.length ? [...folded].filter((one) => HAN.test(one)).length : 0;
      let next = 0;
      const heard = [];
      let [initials, letters] = [0, 0];
      for (let at = 0; at < folded.length; at += 1) {
        const character = folded[at];
        let known = readings.get(character) || NONE;
        if (own.length && own.length === han && HAN.test(character)) {
          const first = own[next];
          next += 1;
          known = [first, ...known.filter((one) => one !== first)];
        }
        heard.push(known);
        for (const one of known.length ? known : [character]) {
          initials |= bitOf(one);
          letters |= bitsOf(one);
        }
      }
      return { text: folded, heard, initials, letters };
    }

    function variants(syllable) {
      return spelt.get(syllable) || [];
    }

    /**
     * The cheapest run of a name's characters that `typed` (pinyin, initials, or mixed with characters) spells:
     * [start, end, cost], or null.
     */
    function spelled(one, typed) {
      if (!begins(one, typed)) return null;
      const { text } = one;
      const length = Math.min(text.length, LONGEST_NAME);
      asked += 1;
      let found = null;
      for (let start = 0; start < length; start += 1) {
        if (start && LATIN.test(text[start]) && LATIN.test(text[start - 1])) continue;
        if (start && /\d/.test(text[start]) && /\d/.test(text[start - 1])) continue;
        const cost = rest(one, typed, start, 0);
        if (cost >= NEVER) continue;
        const end = ends[start * WIDE];
        if (/\d$/.test(typed) && /\d/.test(text[end] || "")) continue;
        if (!found || rank(start, end, cost, text.length) > rank(...found, text.length)) found = [start, end, cost];
      }
      return found;
    }

    /** The least that the rest of `typed` costs from a character on; where it ends is left in `ends`. */
    function rest(one, typed, from, at) {
      const { text, heard } = one;
      const left = typed.length - at;
      const key = from * WIDE + at;
      if (left === 0) {
        ends[key] = from;
        return 0;
      }
      if (from >= text.length || from >= LONGEST_NAME) return NEVER;
      if (stamps[key] === asked) return costs[key];
      let best = NEVER;
      let end = 0;
      const onward = (cost, size) => {
        const further = rest(one, typed, from + 1, at + size);
        if (cost + further < best) [best, end] = [cost + further, ends[(from + 1) * WIDE + at + size]];
      };
      const letter = typed[at];
      if (text[from] === letter) onward(0, 1);
      const known = heard[from];
      for (let place = 0; place < known.length; place += 1) {
        const syllable = known[place];
        // every spelling of a syllable begins as the syllable does
        if (syllable[0] !== letter) continue;
        const rarer = place ? 0.3 : 0;
        if (typed.startsWith(syllable, at)) onward(rarer, syllable.length);
        for (const other of variants(syllable)) {
          if (typed.startsWith(other, at)) onward(rarer + 0.6, other.length);
        }
        if (left > 1 && left < syllable.length && syllable.startsWith(typed.slice(at)) && rarer + 0.1 < best) {
          [best, end] = [rarer + 0.1, from + 1]; // the last syllable is still being typed
        }
        if (left > 1 && typed[at + 1] === "h" && /^[zcs]h/.test(syllable)) onward(rarer + 0.9, 2);
        onward(rarer + 1, 1);
      }
      stamps[key] = asked;
      costs[key] = best;
      ends[key] = end;
      return best;
    }

    /** Whether any character of a name can be the first typed: most names are done with here. */
    function begins(one, typed) {
      const bit = bitOf(typed);
      return bit ? (one.initials & bit) !== 0 : one.text.includes(typed[0]);
    }

    /** How good a run of a name is: whole names before beginnings before middles, cheap before dear. */
    function rank(start, end, cost, length) {
      return edge(start, end, length) - 40 * cost;
    }

    function soundsLike(typed, heard) {
      const mine = readings.get(typed) || [];
      if (mine.some((one) => heard.includes(one))) return 1;
      return mine.some((one) => variants(one).some((other) => heard.includes(other))) ? 1.5 : 0;
    }

    /**
     * The run of a name that sounds like `typed`, characters typed for others: [start, end, cost], or null. Of two
     * characters one must be right; three and more may all be wrong, as input methods make them.
     */
    function heardAs({ text, heard }, typed) {
      let found = null;
      // two characters are heard for others by chance: only where a name begins
      const last = typed.length > 2 ? text.length - typed.length : Math.min(0, text.length - typed.length);
      for (let start = 0; start <= last; start += 1) {
        let [cost, wrong] = [0, 0];
        for (let at = 0; at < typed.length && cost < Infinity; at += 1) {
          if (text[start + at] === typed[at]) continue;
          const like = soundsLike(typed[at], heard[start + at]);
          cost += like || Infinity;
          wrong += 1;
        }
        const sure = typed.length > 2 || wrong < 2;
        if (sure && cost < Infinity && (!found || cost < found[2])) found = [start, start + typed.length, cost];
      }
      return found;
    }

    /** Characters as a pattern: each stands for all that are heard alike. For long texts. */
    function homophones(typed) {
      return [...typed].map((character) => {
        const mine = readings.get(character) || [];
        const alike = mine.map((one) => (sounds[one] || "") + (others[one] || "")).join("");
        return alike ? `[${character}${alike}]` : character.replace(/[\\^$.*+?()[\]{}|/-]/, "\\$&");
      }).join("");
    }

    /** The ways to cut letters into two or more whole syllables, the two with fewest. */
    function syllabled(letters) {
      const ways = [];
      const cut = (at, done) => {
        if (ways.length >= 40) return;
        if (at === letters.length) {
          if (done.length > 1) ways.push(done);
          return;
        }
        for (let size = Math.min(6, letters.length - at); size > 0; size -= 1) {
          const one = letters.slice(at, at + size);
          if (spelt.has(one)) cut(at + size, [...done, one]);
        }
      };
      cut(0, []);
      return ways.sort((one, other) => one.length - other.length).slice(0, 2);
    }

    /** Letters as a pattern over characters, or nothing where they are not whole syllables. */
    function pronounced(letters) {
      const ways = syllabled(letters).map((way) => way.map((one) => {
        return `[${(sounds[one] || "") + (others[one] || "")}]`;
      }).join(""));
      return ways.length ? ways.join("|") : "";
    }

    return { name, spelled, heardAs, homophones, pronounced, rank, edge };
  }

  /** What it is worth that a run is the whole of a name, or its beginning: less, the more of the name is left. */
  function edge(start, end, length) {
    return start === 0 ? (end === length ? 260 : 140 - Math.min(60, length - end)) : 0;
  }

  window.ShowcaseSounds = { open, bitsOf };
})();
