/*
 * Draws events out of data after the page's own pattern of a year, a month and an event.
 *
 *   Showcase.timeline.drawing(told, monthly)   a function (list, rows) that adds rows, newest first, to a list and
 *                                              returns the first event that it added
 *
 * What a row holds is told in datasets/events.py.
 */
(() => {
  "use strict";

  const { filled, timeline, url } = window.Showcase;

  function taken(from, selector) {
    const part = from.querySelector(selector);
    part.remove();
    return part;
  }

  /** A part is filled, or left out where there is nothing to say. */
  function tell(event, selector, words) {
    const part = event.querySelector(selector);
    if (words) part.textContent = words;
    else part.remove();
  }

  function date(event, [iso, head, tail, spoken, inferred, from, until]) {
    const time = event.querySelector("time");
    time.dateTime = iso;
    if (from) time.dataset.from = from;
    if (until) time.dataset.until = until;
    time.querySelector(".event__date").textContent = head;
    time.querySelector(".event__date").classList.toggle("event__date--inferred", inferred === 1);
    tell(time, ".event__day", tail);
    time.querySelector(".unseen").textContent = spoken;
    if (iso) return;
    const plain = document.createElement("span");
    plain.append(...time.childNodes);
    time.replaceWith(plain);
  }

  function remarks(event, given) {
    const when = event.querySelector(".event__when");
    const pattern = taken(when, ".remark");
    for (const [label, because] of given) {
      const remark = pattern.cloneNode(true);
      remark.firstChild.data = label;
      remark.querySelector(".remark__note").textContent = because;
      when.append(remark);
    }
  }

  function cite(event, source, at) {
    const title = event.querySelector(".event__title");
    const mark = title.querySelector(".cite");
    if (!source) {
      mark.remove();
      return;
    }
    const [path, short] = source;
    const link = mark.querySelector("a");
    link.href = url(path);
    link.title = at ? `${short}，${at}` : short;
    link.textContent = "[出处]";
    link.dataset.alone = "";
    link.setAttribute("aria-label", `出处：${link.title}`);
    title.insertBefore(document.createTextNode("\u2060"), mark);
  }

  timeline.drawing = (told, monthly) => {
    const year = filled("year-pattern", {}).querySelector(".year");
    const month = taken(year, ".month");
    const event = taken(month, ".event");

    function drawn({ shard, event: row }) {
      const [moment, base, type, words, tail, source = 0, summary, place, at, marks = []] = row;
      const [id, name, , city, district] = told.bases[base];
      const made = event.cloneNode(true);
      date(made, shard.moments[moment]);
      remarks(made, marks.map(one => shard.remarks[one]));
      made.querySelector(".event__title").firstChild.data = words;
      cite(made, shard.sources[source - 1], at);
      tell(made, ".event__summary", summary);
      tell(made, ".event__type", told.untold === type ? "" : told.types[type]);
      tell(made, ".event__where", place || told.cities[city] + district);
      const link = made.querySelector(".event__base");
      link.href = url(`${told.at}${id}/${tail}`);
      link.textContent = name;
      return made;
    }

    /** The list of the month that a row belongs to, which is the last one or comes after it. */
    function place(list, { shard, event: [moment] }) {
      const [, , , , , , , number, named] = shard.moments[moment];
      const [, label] = told.years[number];
      let section = list.lastElementChild;
      if (!section || section.querySelector(".year__label").textContent !== label) {
        section = year.cloneNode(true);
        section.querySelector(".year__label").textContent = label;
        list.append(section);
      }
      const words = monthly(number) ? named : "";
      let group = section.querySelector(".month:last-of-type");
      if (!group || (group.querySelector(".month__label")?.textContent ?? "") !== words) {
        group = month.cloneNode(true);
        tell(group, ".month__label", words);
        section.append(group);
      }
      return group.querySelector("ol");
    }

    return (list, rows) => {
      const made = rows.map(row => {
        const one = drawn(row);
        place(list, row).append(one);
        return one;
      });
      return made[0];
    };
  };
})();
