/*
 * The fields of a timeline's filter that hold one of many: a city, and a base found by its name or its letters.
 *
 *   Showcase.timeline.cityField(groups, options, chosen, choose)
 *   Showcase.timeline.baseField(groups, options, chosen, choose)
 *
 * Both return a function that is told the counts of every option anew and shows what is chosen now.
 */
(() => {
  "use strict";

  const { filled, say, timeline } = window.Showcase;
  const SHOWN = 20;

  timeline.cityField = (groups, options, chosen, choose) => {
    const group = filled("sift-city", {}).firstElementChild;
    const select = group.querySelector("select");
    const made = options.map(one => new Option(one.label, one.value));
    select.append(...made);
    select.addEventListener("change", () => choose(select.value));
    groups.append(group);
    return ({ city }) => {
      made.forEach((option, at) => {
        option.text = `${options[at].label}（${city[at]}）`;
        option.disabled = !city[at] && option.value !== chosen();
      });
      select.value = chosen();
    };
  };

  /** `letters` are the syllables of a name: a base is found by any run of its name, its syllables or its initials. */
  function finder(options) {
    const known = options.map(one => ({
      name: one.label.toLowerCase(),
      sounds: one.letters.split(" ").map((_, at, all) => all.slice(at).join("")),
      initials: one.letters.split(" ").map(sound => sound.charAt(0)).join(""),
    }));
    return typed => {
      const words = typed.toLowerCase().replace(/[\s']/g, "");
      const found = [];
      known.forEach(({ name, sounds, initials }, at) => {
        if (name.includes(words) || initials.includes(words) || sounds.some(one => one.startsWith(words))) found.push(at);
      });
      return found;
    };
  }

  timeline.baseField = (groups, options, chosen, choose) => {
    const group = filled("sift-base", {}).firstElementChild;
    const field = group.querySelector("input");
    const list = group.querySelector("ul");
    const find = finder(options);
    let counts = [];
    let items = [];
    let active = -1;

    const nameOf = value => options.find(one => one.value === value)?.label ?? "";

    function close() {
      list.hidden = true;
      active = -1;
      field.setAttribute("aria-expanded", "false");
      field.removeAttribute("aria-activedescendant");
    }

    function take(at) {
      close();
      field.value = options[at].label;
      choose(options[at].value);
    }

    /** Bases that have something to show come first; who has nothing is not offered. */
    function open() {
      const found = find(field.value).filter(at => counts[at]);
      items = found.slice(0, SHOWN);
      list.replaceChildren(...items.map((at, place) => {
        const { label, more } = options[at];
        const item = filled("sift-base-option", { id: `sift-base-${place}`, name: label, more: `${more}·${counts[at]}条` }).firstElementChild;
        item.addEventListener("pointerdown", pressed => pressed.preventDefault());
        item.addEventListener("click", () => take(at));
        return item;
      }));
      active = -1;
      field.removeAttribute("aria-activedescendant");
      list.hidden = !items.length;
      field.setAttribute("aria-expanded", String(!list.hidden));
      list.scrollIntoView({ block: "nearest" });
      say(found.length ? `有${found.length}个` : "没有这样的");
    }

    function mark(at) {
      active = at;
      [...list.children].forEach((item, place) => item.setAttribute("aria-selected", String(place === at)));
      field.setAttribute("aria-activedescendant", list.children[at].id);
      list.children[at].scrollIntoView({ block: "nearest" });
    }

    field.addEventListener("input", () => {
      if (field.value) open();
      else {
        close();
        if (chosen()) choose("");
      }
    });
    field.addEventListener("keydown", pressed => {
      // an input method takes Enter and the arrows for itself while it composes
      if (pressed.isComposing) return;
      if (pressed.key === "ArrowDown" || pressed.key === "ArrowUp") {
        pressed.preventDefault();
        if (list.hidden) open();
        if (!items.length) return;
        const step = pressed.key === "ArrowDown" ? 1 : -1;
        mark(active < 0 && step < 0 ? items.length - 1 : (active + step + items.length) % items.length);
      } else if (pressed.key === "Enter" && !list.hidden) {
        pressed.preventDefault();
        take(items[Math.max(active, 0)]);
      } else if (pressed.key === "Escape" && !list.hidden) {
        pressed.stopPropagation();
        close();
      }
    });
    field.addEventListener("blur", () => {
      close();
      field.value = nameOf(chosen());
    });
    groups.append(group);
    return told => {
      counts = told.base;
      if (document.activeElement !== field || list.hidden) field.value = nameOf(chosen());
    };
  };
})();
