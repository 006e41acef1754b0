/*
 * Bases picked to be set side by side: a box on every card and row, and a tray at the foot of the page.
 *
 *   Showcase.tray.dress(place)   puts a box to every card and row below an element that has none yet
 *
 * What was picked is kept for this tab, so that it outlives another page of the list; a browser that keeps nothing
 * for pages, as some do with files, keeps it for as long as the page is open.
 */
(() => {
  "use strict";

  const MOST = 4;
  const KEPT = "showcase-compared";
  const { Showcase } = window;
  const tray = document.querySelector(".tray");
  const [count, list, refused, go] = ["count", "list", "refused", "go"].map((one) => tray.querySelector(`.tray__${one}`));
  let picked = kept();

  function kept() {
    try {
      const told = JSON.parse(sessionStorage.getItem(KEPT) || "[]");
      return told.filter((one) => Array.isArray(one) && one.length === 2 && one.every((word) => typeof word === "string"));
    } catch {
      return [];
    }
  }

  function keep() {
    try {
      sessionStorage.setItem(KEPT, JSON.stringify(picked));
    } catch {
      // nothing is kept here, and the tray still works on this page
    }
  }

  function has(id) {
    return picked.some(([one]) => one === id);
  }

  function dress(place) {
    for (const link of place.querySelectorAll(".card, .roll__link")) {
      const home = link.closest(".cards__one, .roll__row");
      if (home.querySelector(".pick")) continue;
      const id = /\/bases\/([^/]+)\//.exec(link.href)[1];
      const name = link.matches(".card") ? spelt(link) : link.textContent;
      const box = Showcase.filled("directory-pick", { id, label: `把${name}加入对比` });
      box.querySelector("input").checked = has(id);
      (home.querySelector(".roll__pick") || home).append(box);
    }
  }

  function spelt(card) {
    return [...card.querySelectorAll(".phrase")].map((one) => one.textContent).join("");
  }

  function change(box) {
    const home = box.closest(".cards__one, .roll__row");
    const link = home.querySelector(".card, .roll__link");
    refused.hidden = true;
    if (!box.checked) picked = picked.filter(([id]) => id !== box.value);
    else if (picked.length < MOST) picked = [...picked, [box.value, link.matches(".card") ? spelt(link) : link.textContent]];
    else {
      box.checked = false;
      refused.hidden = false;
      Showcase.say(refused.textContent);
      return;
    }
    settle();
  }

  function settle() {
    keep();
    show();
    Showcase.say(picked.length ? `已选${picked.length}个` : "没有选基地");
  }

  function show() {
    tray.hidden = picked.length === 0;
    count.textContent = count.dataset.picked.replace("*", picked.length);
    list.replaceChildren(...picked.map(([id, name]) =>
      Showcase.filled("directory-chip", { text: name, label: `不选${name}`, value: id })));
    go.setAttribute("href", Showcase.url(`${tray.dataset.path}?ids=${picked.map(([id]) => encodeURIComponent(id)).join(",")}`));
    go.textContent = picked.length > 1 ? "对比" : "看这一个";
    for (const box of document.querySelectorAll(".pick__box")) box.checked = has(box.value);
  }

  document.addEventListener("change", (event) => {
    if (event.target.matches(".pick__box")) change(event.target);
  });
  tray.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    refused.hidden = true;
    const buttons = [...tray.querySelectorAll(".chip__drop")];
    const at = buttons.indexOf(button);
    picked = at < 0 ? [] : picked.filter(([id]) => id !== button.value);
    settle();
    const left = [...tray.querySelectorAll(".chip__drop")];
    (left[at] || left[at - 1] || document.querySelector(".finder__count")).focus();
  });
  // the page may come back from the browser's store while another changed what was picked
  window.addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    picked = kept();
    show();
  });

  window.Showcase.tray = { dress };
  show();
})();
