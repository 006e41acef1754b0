/*
 * Draws bases of the directory from its templates: cards as the server makes them, or rows of a table.
 *
 *   new Showcase.Drawing(place, ready)   draws into the element `place` what `Showcase.choosing.opened` made ready
 *     .start(choice, listed)             empties it for another list
 *     .more(count)                       draws the next ones; gives the first link drawn
 */
(() => {
  "use strict";

  const { filled, url, data } = window.Showcase;

  class Drawing {
    constructor(place, ready) {
      this.place = place;
      this.ready = ready;
      this.orders = document.querySelector(".finder select[name=sort]");
      this.group = document.getElementById("directory-group").content;
    }

    start(choice, listed) {
      this.choice = choice;
      this.listed = listed;
      this.drawn = 0;
      this.facet = this.ready.facets.find(({ name }) => name === window.Showcase.choosing.grouped(choice));
      this.within = undefined;
      this.place.replaceChildren();
      if (choice.view === "table" && listed.length) this.table();
    }

    get left() {
      return this.listed.length - this.drawn;
    }

    more(count) {
      const part = this.listed.slice(this.drawn, this.drawn + count);
      const first = this.drawn;
      this.drawn += part.length;
      const made = part.map(([value, base]) => {
        if (value !== this.within) this.begin(value);
        return this.choice.view === "table" ? this.row(base) : this.card(base);
      });
      if (this.choice.view === "cards") this.leads(part, made);
      return first < this.listed.length ? made[0]?.querySelector("a") : null;
    }

    /** The head under which the bases of one value stand: `value` is its place, or -1 where nothing gathers them. */
    begin(value) {
      this.within = value;
      const count = this.listed.filter(([one]) => one === value).length;
      const told = value < 0 ? { text: this.orders.selectedOptions[0].text } : this.facet.values[value];
      if (this.choice.view === "table") this.body(told, value, count);
      else this.section(told, count);
    }

    section(told, count) {
      const section = this.group.querySelector(".section").cloneNode(true);
      section.removeAttribute("id");
      section.querySelector(".section__note").textContent = `${count}个`;
      name(section.querySelector(".section__title"), section.querySelector(".section__link"), told);
      this.list = section.querySelector(".cards");
      this.pattern = this.list.firstElementChild;
      this.list.replaceChildren();
      this.place.append(section);
    }

    /** Fills the one card that the server drew with everything that a card can have. */
    card(base) {
      const item = this.pattern.cloneNode(true);
      const find = (part) => item.querySelector(part);
      const near = this.facet?.name === "city" ? base.districts : this.town(base) + base.districts;
      const meta = [this.word(base, "kind"), near].filter(Boolean).join("·");
      find(".card").setAttribute("href", url(this.ready.path.replace("*", base.id)));
      const [light, dark] = this.ready.covers.map((path) => url(path.replace("*", base.id)));
      find("source").setAttribute("srcset", dark);
      find("img").setAttribute("src", light);
      find("img").setAttribute("alt", base.alt || "");
      find(".card__meta").textContent = meta;
      const title = find(".card__name");
      const [phrase, remark] = [find(".phrase"), find(".remark")];
      title.replaceChildren(...several(phrase, base.phrases), ...several(remark, base.drafts || []));
      this.list.append(item);
      return item;
    }

    /** The sentences of cards come in pieces of their own: those that are needed, when they are needed. */
    leads(part, made) {
      part.forEach(([, base], at) => {
        const lead = made[at].querySelector(".card__lead");
        const number = Math.floor(base.place / this.ready.run);
        lead.textContent = "";
        data(`leads-${number}`, url(this.ready.leads[number])).then((all) => {
          const said = all[base.place % this.ready.run];
          if (said) lead.textContent = said;
          else lead.remove();
        }, () => lead.remove());
      });
    }

    table() {
      const made = filled("directory-table", { caption: `共${this.listed.length}个` });
      this.rows = made.querySelector("table");
      for (const button of made.querySelectorAll(".roll__sort")) {
        const [up, down] = button.value.split(" ");
        const way = { [up]: "ascending", [down]: "descending" }[this.choice.sort];
        if (way) button.closest("th").setAttribute("aria-sort", way);
      }
      this.place.append(made);
    }

    body(told, value, count) {
      const made = filled("directory-body", { count: `${count}个` });
      this.list = made.querySelector("tbody");
      if (value < 0) this.list.replaceChildren();
      else name(made.querySelector(".roll__title"), made.querySelector(".roll__group-link"), told);
      this.rows.append(made);
    }

    row(base) {
      const brand = this.ready.facets.findIndex((one) => one.name === "brand");
      const top = this.ready.facets[brand].values[base.facets[brand][0]];
      const part = filled("directory-row", {
        path: this.ready.path.replace("*", base.id),
        name: base.name,
        place: this.town(base) + base.districts,
        kind: this.word(base, "kind"),
        level: this.stated(base, "level"),
        founded: base.founded || "",
        events: base.events ? String(base.events) : "",
        brand: top.path && top.key !== base.id ? top.text : "",
        brandPath: top.path,
      });
      const [label, doubt] = part.querySelectorAll(".remark");
      label.replaceWith(...several(label, base.drafts || []));
      doubt?.replaceWith(...several(doubt, base.remarks || []));
      const item = part.querySelector("tr");
      this.list.append(part);
      return item;
    }

    word(base, facet) {
      const at = this.ready.facets.findIndex(({ name: one }) => one === facet);
      return this.ready.facets[at].values[base.facets[at][0]].text;
    }

    town(base) {
      return this.word(base, "city");
    }

    stated(base, facet) {
      const word = this.word(base, facet);
      return word === this.ready.unstated ? "" : word;
    }
  }

  function name(title, link, { text, path }) {
    if (path) {
      link.setAttribute("href", url(path));
      link.textContent = text;
    } else {
      title.textContent = text;
    }
  }

  function several(element, words) {
    return words.map((word) => {
      const copy = element.cloneNode(false);
      copy.textContent = word;
      return copy;
    });
  }

  window.Showcase.Drawing = Drawing;
})();
