/*
 * The way into search on every page: the header's link and two keys open a dialog. What the dialog works with is loaded
 * only then. The field is there at once, within the tap that asked for it: phones show their keyboard only so, and
 * nothing typed meanwhile is lost.
 */
(() => {
  "use strict";

  const link = document.querySelector(".search-link");
  if (!link || !window.HTMLDialogElement) return;
  const apple = /^(Mac|iP)/.test(navigator.platform);
  const HOLD = 400;

  let dialog = null;
  let origin = null;
  let sheet = null;
  let loading = null;

  const composing = (event) => event.isComposing || event.keyCode === 229;

  /** The page that finds has a field of its own. */
  function fieldOfPage() {
    return document.querySelector(".finding__field");
  }

  function open() {
    if (!dialog) dialog = made();
    const field = dialog.querySelector(".search-dialog__field");
    if (!dialog.open) {
      origin = document.activeElement;
      dialog.showModal();
      Showcase.say("");
    }
    field.focus();
    field.select();
    load();
  }

  function made() {
    document.body.append(Showcase.filled("search-dialog", {}));
    const found = document.querySelector(".search-dialog");
    const form = found.querySelector(".search-dialog__form");
    found.querySelector(".search-dialog__close").addEventListener("click", () => found.close());
    found.querySelector(".search-dialog__retry").addEventListener("click", () => {
      load();
      form.elements.q.focus();
    });
    // the panel fills the dialog, so what hits the dialog itself hit the ground around it
    found.addEventListener("click", (event) => {
      if (event.target === found) found.close();
    });
    found.addEventListener("close", () => {
      Showcase.say("");
      if (origin && origin.isConnected) origin.focus();
    });
    // Escape and Enter that belong to the input method leave dialog and form alone
    let committing = false;
    found.addEventListener("keydown", (event) => {
      committing = composing(event);
    }, true);
    found.addEventListener("keyup", () => {
      committing = false;
    });
    found.addEventListener("cancel", (event) => {
      if (committing) event.preventDefault();
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const asked = [...new FormData(form)].filter(([, value]) => value.trim());
      if (committing || !form.elements.q.value.trim()) return;
      location.assign(Showcase.url(`search/?${new URLSearchParams(asked)}`));
    });
    return found;
  }

  /** Everything at once; what has come stays, what has failed is asked for again by the next try. */
  function load() {
    if (loading) return;
    const state = dialog.querySelector(".search-dialog__state");
    const retry = dialog.querySelector(".search-dialog__retry");
    state.textContent = "正在准备搜索";
    retry.hidden = true;
    loading = Promise.all([styled(), Showcase.load(link.dataset.dialog)])
      .then(() => window.ShowcaseSearching.prepare())
      .then(() => window.ShowcaseSearching.dialog(dialog))
      .catch(() => {
        loading = null;
        state.textContent = "搜索没有准备好，可能是网络断了。";
        retry.hidden = false;
        Showcase.say(state.textContent);
      });
  }

  /** Not drawn until its sheet is there, or for as long as a reader would wonder. */
  function styled() {
    if (sheet) return sheet;
    dialog.style.opacity = "0";
    const shown = () => {
      dialog.style.opacity = "";
    };
    setTimeout(shown, HOLD);
    sheet = new Promise((resolve, reject) => {
      const element = document.createElement("link");
      element.rel = "stylesheet";
      element.href = link.dataset.sheet;
      element.onload = resolve;
      element.onerror = () => {
        element.remove();
        sheet = null;
        reject(new Error("no style sheet"));
      };
      document.head.append(element);
    });
    sheet.then(shown, shown);
    return sheet;
  }

  function start() {
    const field = fieldOfPage();
    if (!field) {
      open();
      return;
    }
    field.focus();
    field.select();
  }

  link.addEventListener("click", (event) => {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    start();
  });

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || composing(event) || event.altKey) return;
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    const plain = !event.ctrlKey && !event.metaKey;
    const command = apple ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
    const slash = event.key === "/" && plain && !typing;
    const k = event.key.toLowerCase() === "k" && command && !event.shiftKey;
    if (!slash && !k) return;
    event.preventDefault();
    start();
  });
})();
