/*
 * What stands behind a cell of a matrix, told on the spot: its link leads to the base's own checklist, and with this
 * script a dialog tells the same without leaving the table. A row unfolded below would push the other bases away and
 * scroll sideways with a wide table; a dialog is read from its head, and closing it leads back to the cell.
 */
(() => {
  "use strict";

  const section = document.getElementById("matrix");
  const dialog = document.getElementById("matrix-answer");
  if (!section || typeof dialog.showModal !== "function") return;
  const table = document.getElementById("matrix-table");
  const part = (name) => dialog.querySelector(`.answer__${name}`);
  let asker = null;

  /** The answer of a base to the criterion `number`, from the shard that holds the base. */
  function answerOf(base, number) {
    return Showcase.data(section.dataset.matrix, section.dataset.rows).then((data) => {
      const place = data.rows.findIndex(([id]) => id === base);
      const [name, path] = data.shards[Math.floor(place / data.each)];
      return Showcase.data(name, Showcase.url(path)).then((shard) => ({
        told: shard[base][number], criterion: data.criteria[number - 1], needed: data.needed[number - 1],
      }));
    });
  }

  function tell(link, { told, criterion, needed }) {
    const content = Showcase.filled("matrix-told", {
      ...told, criterion, needed,
      base: link.closest("tr").querySelector(".matrix__name").textContent,
      mark: link.querySelector("use").getAttribute("href"),
      words: link.querySelector(".cell__words").textContent,
      count: told.pieces.length > 0,
    });
    content.querySelector(".answer__list")?.append(...told.pieces.map((one) =>
      Showcase.filled("matrix-piece", { ...one, label: `查看这条${one.kind}` })));
    content.querySelector(".answer__more").href = link.href;
    part("body").replaceChildren(content);
  }

  table.addEventListener("click", (event) => {
    const link = event.target.closest(".cell--link");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button) return;
    event.preventDefault();
    answerOf(link.closest("tr").dataset.base, link.closest("td").cellIndex).then((answer) => {
      tell(link, answer);
      asker = link;
      dialog.showModal();
      part("title").focus();
    }).catch(() => location.assign(link.href));
  });

  dialog.addEventListener("click", (event) => {
    // the dialog itself is hit beside its contents alone
    if (event.target === dialog || event.target === part("close")) dialog.close();
  });

  // Safari gives no focus to a link that is tapped, and so could not give it back
  dialog.addEventListener("close", () => asker.focus());
})();
