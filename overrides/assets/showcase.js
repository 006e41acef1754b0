/*
 * What the scripts of all pages share. Classic scripts, no modules, no fetch: the same on a server and on file://.
 *
 *   Showcase.url(path)             the address, from this page, of a site path such as "bases/yunqiao/#top"
 *   Showcase.data(name, address)   a promise of what the data script at `address` delivers under `name`
 *   Showcase.deliver(name, value)  called by those data scripts alone
 *   Showcase.filled(id, values)    a copy of <template id="…"> with its slots filled
 *   Showcase.say(words)            tells a screen reader, politely
 *   Showcase.state                 what of a page's state stands in its address: read(), write(pairs)
 *   Showcase.today()               the day in China, "2026-11-23"
 */
(() => {
  "use strict";

  const root = document.body.dataset.root;
  const named = root.endsWith("index.html");
  const above = named ? root.slice(0, -"index.html".length) : root;
  const scripts = new Map();
  const delivered = new Map();

  /** As `addresses.relative` of the build says it: folders get their index.html where pages are opened from a disk. */
  function url(path) {
    if (/^(https?:\/\/|mailto:|tel:|#)/.test(path)) return path;
    const mark = path.indexOf("#");
    let target = mark < 0 ? path : path.slice(0, mark);
    const fragment = mark < 0 ? "" : path.slice(mark);
    let query = "";
    const asked = target.indexOf("?");
    if (asked >= 0) [target, query] = [target.slice(0, asked), target.slice(asked)];
    if (named && (target === "" || target.endsWith("/"))) target += "index.html";
    return above + target + query + fragment;
  }

  /** Loads a script once; a second call gives the same promise, a failed one may be tried again. */
  function load(address) {
    if (!scripts.has(address)) {
      scripts.set(address, new Promise((resolve, reject) => {
        const element = document.createElement("script");
        element.src = address;
        element.onload = () => resolve();
        element.onerror = () => {
          scripts.delete(address);
          element.remove();
          reject(new Error(`not there: ${address}`));
        };
        document.head.append(element);
      }));
    }
    return scripts.get(address);
  }

  function data(name, address) {
    if (delivered.has(name)) return Promise.resolve(delivered.get(name));
    return load(address).then(() => delivered.get(name));
  }

  /**
   * Slots of a template: data-text="name" is filled with text, data-href, data-src and data-srcset with a site path,
   * data-id, data-datetime, data-label (aria-label), data-value and data-width/-height with an attribute. An element
   * whose data-if names an empty value is left out. Nothing is ever read as HTML.
   */
  const PATHS = ["href", "src", "srcset"];
  const PLAIN = { id: "id", datetime: "datetime", label: "aria-label", value: "value", class: "class", title: "title" };

  function filled(id, values) {
    const copy = document.getElementById(id).content.cloneNode(true);
    for (const element of copy.querySelectorAll("[data-if]")) {
      const given = values[element.dataset.if];
      if (given === undefined || given === "" || given === false || given === null) element.remove();
      else element.removeAttribute("data-if");
    }
    for (const element of copy.querySelectorAll("*")) {
      const { text } = element.dataset;
      if (text !== undefined) {
        element.textContent = values[text] ?? "";
        element.removeAttribute("data-text");
      }
      for (const name of PATHS) {
        if (element.dataset[name] === undefined) continue;
        element.setAttribute(name, url(values[element.dataset[name]]));
        element.removeAttribute(`data-${name}`);
      }
      for (const [name, attribute] of Object.entries(PLAIN)) {
        if (element.dataset[name] === undefined) continue;
        element.setAttribute(attribute, values[element.dataset[name]] ?? "");
        element.removeAttribute(`data-${name}`);
      }
    }
    return copy;
  }

  let voice = null;
  let turn = 0;

  /**
   * The region is there before it speaks, and the same words twice are still two tellings. It stands within an open
   * dialog: all else is inert then, and not read.
   */
  function say(words) {
    if (!voice) {
      voice = document.createElement("p");
      voice.className = "unseen";
      voice.setAttribute("role", "status");
      voice.setAttribute("aria-live", "polite");
    }
    const place = document.querySelector("dialog[open]") || document.body;
    if (voice.parentNode !== place) place.append(voice);
    turn += 1;
    const mine = turn;
    voice.textContent = "";
    setTimeout(() => {
      if (mine === turn) voice.textContent = words;
    }, 60);
  }

  /** The query of the address, where the browser lets a page change it; on some disks only the fragment may change. */
  const state = {
    read() {
      return new URLSearchParams(location.hash.startsWith("#?") ? location.hash.slice(2) : location.search);
    },
    /** Writes pairs [name, value]; empty values are left out. `push` makes a step that the back button undoes. */
    write(pairs, push = false) {
      const query = new URLSearchParams(pairs.filter(([, value]) => value)).toString();
      const change = push ? "pushState" : "replaceState";
      const path = location.pathname;
      try {
        history[change](null, "", query ? `${path}?${query}` : path);
      } catch {
        history[change](null, "", `#?${query}`);
      }
    },
  };

  /** Bases and what takes place there are in China, wherever the reader is. */
  function today() {
    return new Date(Date.now() + 8 * 3600 * 1000).toISOString().slice(0, 10);
  }

  window.Showcase = {
    url, load, data, filled, say, state, today,
    deliver: (name, value) => delivered.set(name, value),
  };
  document.documentElement.classList.add("scripted");
})();
