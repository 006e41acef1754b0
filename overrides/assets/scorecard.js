/* The button of a page made for printing: it is there only where a script can print. */
(() => {
  "use strict";

  const button = document.getElementById("scorecard-print");
  button.hidden = false;
  button.addEventListener("click", () => window.print());
})();
