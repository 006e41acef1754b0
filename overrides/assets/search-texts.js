/*
 * Texts as they are compared: folded so that nobody has to type as the files do, run together, scanned for words.
 */
(() => {
  "use strict";

  const DROPPED = "·•‧・∙“”‘’\"'`´ˊˋ《》〈〉「」『』【】〖〗〔〕（）()[]{}<>\u200b\u200c\u200d\ufeff\u2060";
  const PARTED = "#@*_=^　，。、；：！？,;:!?…/\\|~～\t\r\n\u00a0";
  const DASHES = "—–―‐‑‒−－";
  const LONGEST = 64;
  const HAN = /[\u3400-\u9fff\uf900-\ufaff]/;
  const LATIN = /[a-z]/;
  const EDGED = /^[a-z\d]|\d$/;

  /** One entry a UTF-16 unit: what it is folded to, 0 where it is dropped. `traditional` is a run of pairs 聯联. */
  function foldings(traditional) {
    const table = new Uint16Array(65536);
    for (let code = 0; code < 65536; code += 1) table[code] = code;
    for (let code = 0xff01; code <= 0xff5e; code += 1) table[code] = code - 0xfee0;
    for (let code = 65; code <= 90; code += 1) table[code] = table[code + 0xfee0] = code + 32;
    for (let code = 0xc0; code <= 0x1eff; code += code === 0x24f ? 0x1e00 - 0x24f : 1) {
      const [plain, ...marks] = String.fromCharCode(code).normalize("NFD").toLowerCase();
      if (/[a-z]/.test(plain)) table[code] = plain === "u" && marks.includes("\u0308") ? 118 : plain.charCodeAt(0);
    }
    for (let code = 0x300; code <= 0x36f; code += 1) table[code] = 0;
    for (const sign of PARTED) table[sign.charCodeAt(0)] = 32;
    for (const sign of DASHES) table[sign.charCodeAt(0)] = 45;
    for (const sign of DROPPED) table[sign.charCodeAt(0)] = 0;
    for (let at = 0; at + 1 < traditional.length; at += 2) {
      table[traditional.charCodeAt(at)] = traditional.charCodeAt(at + 1);
    }
    return table;
  }

  /** `traditional` is what the index says of traditional characters. */
  function open(traditional) {
    const table = foldings(traditional);

    /** Text as it is compared; with `places`, where each of its units stood in what was given. */
    function fold(text, places = null) {
      const units = new Uint16Array(text.length);
      let count = 0;
      for (let at = 0; at < text.length; at += 1) {
        const unit = table[text.charCodeAt(at)];
        if (unit === 0 || (unit === 32 && text[at] === "," && grouped(text, at))) continue;
        if (places) places.push(at);
        units[count] = unit;
        count += 1;
      }
      let folded = "";
      for (let from = 0; from < count; from += 8192) {
        folded += String.fromCharCode.apply(null, units.subarray(from, Math.min(count, from + 8192)));
      }
      return folded;
    }

    return fold;
  }

  /** 1,200 is 1200. */
  function grouped(text, at) {
    return /^\d$/.test(text[at - 1] || "") && /^\d{3}(?!\d)/.test(text.slice(at + 1, at + 5));
  }

  /**
   * Folded text without blanks but those between Latin words; `places` is brought along. Names are typed without
   * the blanks and signs that their files have.
   */
  function tight(folded, places = null) {
    const kept = [];
    for (let at = 0; at < folded.length; at += 1) {
      const between = LATIN.test(folded[at - 1] || "") && LATIN.test(folded[at + 1] || "");
      if (folded[at] !== " " || between) kept.push(at);
    }
    if (places) places.splice(0, places.length, ...kept.map((at) => places[at]));
    return kept.map((at) => folded[at]).join("");
  }

  /**
   * Where a word stands in a text, from a place on, or -1. 9支 is not found in 39支, nor 2019 in 12019; AI not in
   * maintain, nor a lone N in Nanjing.
   */
  function inside(text, term, from = 0) {
    for (let at = text.indexOf(term, from); at >= 0; at = text.indexOf(term, at + 1)) {
      if (!EDGED.test(term) || !cuts(text, at, term)) return at;
    }
    return -1;
  }

  function cuts(text, at, term) {
    const [before, after] = [text[at - 1] || "", text[at + term.length] || ""];
    if (/^\d/.test(term) && /\d/.test(before)) return true;
    if (/\d$/.test(term) && /\d/.test(after)) return true;
    return LATIN.test(term[0]) && (LATIN.test(before) || (term.length === 1 && LATIN.test(after)));
  }

  /** All texts in one, with where each begins. */
  function joined(texts) {
    const starts = new Uint32Array(texts.length + 1);
    let length = 0;
    texts.forEach((text, at) => { starts[at] = length; length += text.length + 1; });
    starts[texts.length] = length;
    return { text: texts.join("\n"), starts };
  }

  /** Calls `tell` once for each text in which `next(all, from)` finds something. */
  function scan({ text, starts }, next, tell) {
    let doc = 0;
    for (let at = next(text, 0); at >= 0 && at < text.length; at = next(text, starts[doc + 1])) {
      let [low, high] = [doc, starts.length - 2];
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (starts[middle] <= at) low = middle;
        else high = middle - 1;
      }
      doc = low;
      tell(doc);
      if (doc + 1 >= starts.length - 1) break;
    }
  }

  function termsOf(text, fold) {
    const typed = text.normalize("NFC").slice(0, LONGEST).replace(/([a-z])['’·-](?=[a-z])/gi, "$1");
    return fold(typed).trim().split(/ +/).filter((one) => /[^!-/:-@[-`{-~]/.test(one));
  }

  function some(value) {
    return value ? [value] : [];
  }

  function counted(counts) {
    return [...counts].sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1));
  }

  /** Each word of groups that mean the same, with the others; what folds to nothing means nothing. */
  function synonymsOf(groups, fold) {
    const found = new Map();
    for (const group of groups) {
      const folded = group.map((one) => tight(fold(one)).trim()).filter(Boolean);
      for (const one of folded) {
        const others = new Set([...(found.get(one) || []), ...folded]);
        others.delete(one);
        found.set(one, [...others]);
      }
    }
    return found;
  }

  window.ShowcaseTexts = { open, tight, inside, joined, scan, termsOf, synonymsOf, counted, some, LONGEST, HAN, LATIN };
})();
