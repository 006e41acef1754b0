/*
 * A reader in a hurry, for measuring: added to copies of pages that `bench --browser` made, never to a real site.
 * It uses the controls of a page as people do, by click, choice and typing, and times each answer from the event to
 * the frame after the last change of the page, in milliseconds. Controls are found by role, name and label; what is
 * not there is told. Before and after each act it says so and waits, so that whoever listens can read the CPU clock
 * of this page's thread: a time on the wall also counts what else the machine was doing.
 */
(() => {
  "use strict";

  const MARK = "SHOWCASE-BENCH ";
  const QUIET = 250;
  const PATIENCE = 4000;
  const READING = 60;
  const ROUNDS = 5;
  const { scenario } = document.currentScript.dataset;

  const tell = (said) => console.log(MARK + JSON.stringify(said));
  const pause = (time) => new Promise((done) => setTimeout(done, time));
  const all = (selector, within = document) => [...(within ? within.querySelectorAll(selector) : [])];

  /** Does something and waits for the page to have answered; null where it does not change. `until` tells when. */
  function answered(act, until) {
    return new Promise((resolve) => {
      let framed = null;
      let asked = false;
      let quiet = 0;
      const start = performance.now();
      const done = () => {
        if (framed && !until()) {
          quiet = setTimeout(done, QUIET);
          return;
        }
        clearTimeout(quiet);
        clearTimeout(late);
        eye.disconnect();
        resolve(framed && Math.round(framed * 10) / 10);
      };
      const late = setTimeout(done, PATIENCE);
      const told = (record) => {
        const element = record.target.nodeType === Node.ELEMENT_NODE ? record.target : record.target.parentElement;
        return element?.closest("[role=status]");
      };
      const eye = new MutationObserver((records) => {
        if (asked || records.every(told)) return;
        asked = true;
        clearTimeout(quiet);
        requestAnimationFrame(() => setTimeout(() => {
          asked = false;
          framed = performance.now() - start;
          quiet = setTimeout(done, QUIET);
        }));
      });
      eye.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
      act();
    });
  }

  async function answer(act, until = () => true) {
    tell({ clock: true });
    await pause(READING);
    const took = await answered(act, until);
    tell({ clock: true });
    await pause(READING);
    return took;
  }

  /** Every act once, which loads what it needs, then each again and again; null for an act without an answer. */
  async function step(name, acts, until) {
    const rounds = [];
    for (let round = 0; round <= ROUNDS && acts.length; round += 1) {
      const found = [];
      for (const act of acts) found.push(await answer(act, until));
      rounds.push(found);
    }
    tell({ scenario, step: name, there: acts.length > 0, rounds });
  }

  const some = (several, count) =>
    several.filter((_, at) => at % Math.max(1, Math.floor(several.length / count)) === 0).slice(0, count);

  function choices(list) {
    if (!list) return [];
    const values = some([...list.options].map((one) => one.value), 6);
    return [...values.slice(1), values[0]].map((value) => () => {
      list.value = value;
      list.dispatchEvent(new Event("change", { bubbles: true }));
    });
  }

  const toggles = (several) => several.flatMap((one) => [() => one.click(), () => one.click()]);

  function typings(field, texts) {
    return field ? texts.map((text) => () => {
      field.focus();
      field.value = text;
      field.dispatchEvent(new InputEvent("input", { bubbles: true, data: text }));
    }) : [];
  }

  const group = (title) => all("fieldset").find((one) => one.querySelector("legend")?.textContent.trim() === title);
  const labelled = (words) => {
    const label = all("label").find((one) => one.textContent.trim().startsWith(words));
    return label && (label.control || label.querySelector("input, select"));
  };

  const scenarios = {
    async directory() {
      const form = document.querySelector("main form[role=search]");
      const boxes = all("fieldset", form).flatMap((one) => all("input[type=checkbox]", one).slice(0, 2));
      await step("filter", toggles(boxes.slice(0, 8)));
      await step("filter two at once", boxes.length > 2 ? [
        () => { boxes[0].click(); boxes[2].click(); }, () => { boxes[0].click(); boxes[2].click(); },
      ] : []);
      await step("group", choices(form?.querySelector("select[name=group]")));
      await step("sort", choices(form?.querySelector("select[name=sort]")));
      await step("type", typings(form?.querySelector("input[name=q]"), ["x", "xu", "xug", "虚", "虚构", ""]));
      await step("cards or table", all("button[aria-pressed]", form).reverse().map((one) => () => one.click()));
    },
    async timeline() {
      const opener = all("summary, button").find((one) => one.textContent.trim() === "筛选");
      await step("open", opener ? [() => opener.click()] : []);
      if (opener && !opener.parentElement.open) opener.click();
      await pause(QUIET);
      const pressed = (title) => some(all("button[aria-pressed]:not([disabled])", group(title)), 6);
      await step("kind", toggles(pressed("类型")));
      await step("year", toggles(pressed("年份")));
      await step("city", choices(labelled("城市")));
      const field = document.querySelector("main input[role=combobox]");
      await step("type a base", typings(field, ["虚", "虚构", "x", "xug", ""]));
    },
    async matrix() {
      const tools = document.querySelector("main [role=group] select[name=group]")?.closest("[role=group]");
      await step("group", choices(tools?.querySelector("select[name=group]")));
      await step("sort", choices(tools?.querySelector("select[name=sort]")));
      await step("only", toggles(all("input[type=checkbox]", tools)));
    },
    async search() {
      const field = document.querySelector("main form[role=search] input[name=q]");
      const [open] = typings(field, ["虚"]);
      if (open) tell({ scenario, step: "open the index", there: true, rounds: [[await answer(open, () => document.querySelector("main ol li"))]] });
      await step("query", typings(field, [
        "虚构", "联谊会", "同心", "协商议事", "xugou", "lianyihui", "xgtxh", "2015", "桥", "志愿服务日", "x", "同心 培训",
        "虛構", "xugoo", "没有这个词的",
      ]));
    },
    /** What a page costs that only has to be shown. */
    async shown() {
      await pause(QUIET);
      const paint = performance.getEntriesByName("first-contentful-paint")[0];
      const { domInteractive, loadEventEnd } = performance.getEntriesByType("navigation")[0];
      tell({ scenario, step: location.pathname.split("/").slice(-3).join("/"), there: true, paint: paint?.startTime ?? null,
        interactive: domInteractive, loaded: loadEventEnd, elements: all("*").length });
    },
  };

  window.addEventListener("load", async () => {
    await pause(QUIET);
    try {
      await scenarios[scenario]();
    } catch (fault) {
      tell({ scenario, step: "", fault: String(fault) });
    }
    tell({ done: true });
  });
})();
