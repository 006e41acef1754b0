/*
 * Tells what is still to come from what has been, by the reader's day: a page is built long before it is read.
 *
 *   Showcase.coming.word(event)   what is to be said of an event today: 预告, 今天, 进行中 or nothing
 *   Showcase.coming.begun(event)  whether it surely bears a date that is not to come
 *   Showcase.coming.tell()        says it on every event of the page
 *
 * A <time> tells when an event began; `data-from` the first day that may be meant where that is not the same,
 * `data-until` the last day of a period. What is past bears no mark, and nothing is said of what is not sure.
 */
(() => {
  "use strict";

  const { filled, today } = window.Showcase;
  const AHEAD = "预告";

  /** The first day of a year, a month or a day: days and their texts have the same order. */
  const first = date => date + "-01-01".slice(date.length - 4);

  function word(event) {
    const time = event.querySelector(".event__when time");
    if (!time || !/^\d{4}/.test(time.dateTime)) return "";
    const exact = time.dataset.from === undefined;
    const from = exact ? first(time.dateTime) : time.dataset.from;
    const day = today();
    if (from > day) return AHEAD;
    if (!exact) return "";
    if (time.dataset.until) return day <= time.dataset.until ? "进行中" : "";
    return time.dateTime === day ? "今天" : "";
  }

  /** 约2027年 may have been in 2026, but nobody looks there for what was latest. */
  function begun(event) {
    const time = event.querySelector(".event__when time");
    return Boolean(time) && /^\d{4}/.test(time.dateTime) && first(time.dateTime) <= today() && word(event) !== AHEAD;
  }

  function tell() {
    const words = new Map();
    for (const event of document.querySelectorAll(".event")) {
      const said = word(event);
      const there = event.querySelector(".event__coming");
      words.set(event, said);
      if ((there ? there.textContent : "") === said) continue;
      if (there) there.remove();
      if (said) event.querySelector(".event__when").append(filled("coming-word", { word: said }));
    }
    divide(words);
  }

  /** A line under the last plan of each run of events, where something else follows. */
  function divide(words) {
    for (const line of document.querySelectorAll(".coming-end")) line.remove();
    const shown = [...words.keys()].filter(event => !event.closest("[hidden]"));
    const last = shown.filter(event => words.get(event) === AHEAD).pop();
    if (last && last !== shown[shown.length - 1]) last.after(filled("coming-end", {}));
  }

  const DAY = 24 * 3600 * 1000;
  const CHINA = 8 * 3600 * 1000;

  /** A page that stays open, as in a hall, crosses midnight; one that slept is looked at when it wakes. */
  function keep() {
    tell();
    const left = DAY - (Date.now() + CHINA) % DAY;
    setTimeout(keep, left + 500);
  }

  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) tell();
  });
  window.addEventListener("pageshow", shown => {
    if (shown.persisted) tell();
  });
  window.Showcase.coming = { word, begun, tell };
  keep();
})();
