/*
 * A timeline's rail shows where the reader is and what was found; 跳到最近 leads to the latest that is not to come.
 * Starts the filter where there is enough to choose from.
 */
(() => {
  "use strict";

  const { coming, timeline } = window.Showcase;
  const ENOUGH = 12;

  const years = document.querySelector(".years");
  const list = years.querySelector(".years__list");
  const rail = years.querySelector(".rail");
  const latest = rail.querySelector(".rail__latest");
  const strip = rail.querySelector(".rail__list");
  const links = [...strip.querySelectorAll(".rail__link")];
  const here = location.href.split(/[?#]/)[0];
  let store = null;
  let sift = null;

  /** The list that the reader sees: the page's own, or one drawn from data. */
  const shown = () => (store ? store.list() : list);

  const labelOf = section => section.querySelector(".year__label").textContent;

  function point(label) {
    for (const link of links) {
      const current = link.textContent === label;
      if (current === link.hasAttribute("aria-current")) continue;
      if (!current) {
        link.removeAttribute("aria-current");
        continue;
      }
      link.setAttribute("aria-current", "true");
      // scrollIntoView would move the page as well
      const [item, box] = [link.getBoundingClientRect(), strip.getBoundingClientRect()];
      strip.scrollLeft += item.left - box.left - (box.width - item.width) / 2;
      strip.scrollTop += item.top - box.top - (box.height - item.height) / 2;
    }
  }

  /** The year that crosses a line a fifth down the window is the one being read; above all years it is the first. */
  const eye = new IntersectionObserver(seen => {
    const crossing = seen.filter(one => one.isIntersecting).pop();
    if (crossing) point(labelOf(crossing.target));
    else if (!links.some(link => link.hasAttribute("aria-current") && !link.parentNode.hidden)) point(labelOf(seen[0].target));
  }, { rootMargin: "-20% 0px -79% 0px" });

  function watch() {
    eye.disconnect();
    for (const section of shown().querySelectorAll(".year:not([hidden])")) eye.observe(section);
  }

  /** The rail offers the years in which something was found. */
  function narrow(counts) {
    links.forEach((link, at) => {
      link.parentNode.hidden = Boolean(counts) && !counts[at];
    });
  }

  function land(event) {
    event.tabIndex = -1;
    event.focus({ preventScroll: true });
    event.scrollIntoView();
  }

  /** The address names the year jumped to and keeps the choice, even where a disk keeps that in the fragment. */
  function name(year) {
    const anchor = list.contains(year) ? year.id : "";
    if (anchor && !location.hash.startsWith("#?")) history.replaceState(null, "", `${location.search}#${anchor}`);
  }

  function jump() {
    const event = [...shown().querySelectorAll(".event:not([hidden])")].find(coming.begun);
    if (!event) return false;
    land(event);
    // a page still loading would follow the new name and take the focus away
    if (location.hash === "#latest") return true;
    const year = event.closest(".year");
    // the head of the year stays in sight where nothing to come stands between
    if (year.querySelector(".event:not([hidden])") === event) year.scrollIntoView();
    name(year);
    return true;
  }

  /** A page that holds nothing but plans leads on to the next. */
  function goOn(change) {
    const next = document.querySelector(".pager__link[aria-current] + .pager__link");
    if (next) change.call(location, `${next.href}#latest`);
    return Boolean(next);
  }

  latest.addEventListener("click", pressed => {
    const far = latest.href.split("#")[0] !== here;
    if (sift?.narrowed() ? jump() : !far && (jump() || goOn(location.assign))) pressed.preventDefault();
  });
  if (latest.href.split("#")[0] !== here) latest.href = `${latest.href.split("#")[0]}#latest`;

  links.forEach((link, at) => {
    link.addEventListener("click", pressed => {
      if (!sift?.narrowed()) return;
      pressed.preventDefault();
      const section = [...shown().querySelectorAll(".year")].find(one => labelOf(one) === link.textContent);
      if (!section) {
        sift.from(at);
        return;
      }
      land(section);
      name(section);
    });
  });

  watch();
  if (location.hash === "#latest" && !jump()) goOn(location.replace);

  const { events } = years.dataset;
  if (list.querySelectorAll(".event").length >= ENOUGH) {
    const load = async () => {
      store = await (events ? timeline.ofSite(list, events) : timeline.onPage(list));
      return store;
    };
    sift = timeline.sift(list, load, counts => {
      narrow(counts);
      watch();
    });
  }
})();
