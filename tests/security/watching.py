"""A browser that tells of everything that a page does of itself: scripts, dialogs, requests, violations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal

from showcase.policy import HEADER

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog

NONE: Mapping[str, str] = MappingProxyType({})
WATCH = """
window.__seen = [];
window.__xss = what => window.__seen.push(`ran: ${what}`);
for (const name of ["alert", "confirm", "prompt", "print", "open"])
  window[name] = () => window.__seen.push(`called: ${name}`);
window.addEventListener("securitypolicyviolation", event =>
  window.__seen.push(`violation: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`), true);
"""
STIR = """() => {
  for (const one of document.querySelectorAll("*")) {
    for (const name of ["mouseover", "mouseenter", "focus", "toggle", "error", "load", "begin", "start"])
      one.dispatchEvent(new Event(name));
    // nobody can press what is hidden, and printing is what one button is for
    if (!one.closest("a, [hidden], [data-prints]")) one.dispatchEvent(new MouseEvent("click", {bubbles: false}));
  }
  const own = [...document.querySelectorAll("*")].filter(one => !one.parentElement?.closest(".prose, .hero__lead"));
  const shape = {};
  for (const one of own) {
    // what is current in a rail depends on what has been scrolled to
    const names = one.getAttributeNames().filter(name => name !== "aria-current");
    const key = [one.tagName, ...names.sort()].join(" ");
    shape[key] = (shape[key] ?? 0) + 1;
  }
  const all = [...document.querySelectorAll("*")];
  const loud = all.flatMap(one => one.getAttributeNames()
    .filter(name => name.startsWith("on") || name === "style" || name === "srcdoc")
    .map(name => `${one.tagName} ${name}`));
  // scripts of ours lie beside the page and say nothing in it; templates and forms of ours stand outside of what
  // staff wrote, and the shape of the page counts them
  const ours = one => one.localName === "script"
    ? /(?:^|[/])assets[/][a-z/-]+[.][0-9a-f]{12}[.]js$/.test(one.getAttribute("src") ?? "") && !one.textContent
    : ["template", "form"].includes(one.localName) && !one.closest(".prose, .hero__lead");
  const tags = ["script", "iframe", "object", "embed", "form", "base", "template", "math", "animate"];
  const leading = [...document.querySelectorAll("a, area")].filter(one => one.hasAttribute("href"));
  return {
    seen: window.__seen,
    shape,
    loud,
    styles: document.querySelectorAll("style").length,
    strange: all.filter(one => tags.includes(one.localName) && !ours(one)).map(one => one.outerHTML.slice(0, 200)),
    links: leading.map(one => [one.protocol, one.host, one.getAttribute("href")]),
    text: document.title + document.body.textContent
      + all.flatMap(one => ["alt", "title", "content", "aria-label"].map(name => one.getAttribute(name) ?? "")).join(" "),
  };
}"""
"""Touches every element and describes the page. What stands in finished Markdown is left out of the shape."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a page did and what it holds.

    `did` is empty for a page that does nothing of itself. `shape` counts elements by tag and the names of
    their attributes, `styles` the style elements. `links` are scheme, host and what is written, as the browser reads them.
    """

    did: tuple[str, ...]
    shape: dict[str, int]
    styles: int
    links: tuple[tuple[str, str, str], ...]
    text: str = field(repr=False)


class _Guarded(SimpleHTTPRequestHandler):
    """Serves a folder with the header that hosts are told to send."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", HEADER)
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        pass


class _Server(ThreadingHTTPServer):
    """A server that keeps quiet about pictures that a tab no longer waits for."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """A folder on a free port of the loopback; yields its address without the last slash."""
    with _Server(("127.0.0.1", 0), partial(_Guarded, directory=str(folder))) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()


@dataclass(frozen=True, slots=True)
class Watch:
    """Opens pages below an address, which ends without a slash.

    With `unguarded` the policy is switched off, so that whatever is live really runs: the policy must
    never be what a page's safety hangs on.
    """

    browser: Browser
    address: str
    unguarded: bool = False
    scheme: Literal["light", "dark"] = "light"

    def pages(self, paths: Sequence[str], moved: Mapping[str, str] = NONE) -> dict[str, Seen]:
        """Every page, each in the same tab after the other. `moved` are those that lead on, and where to."""
        context = self.browser.new_context(
            bypass_csp=self.unguarded, color_scheme=self.scheme, service_workers="block"
        )
        context.add_init_script(WATCH)
        page = context.new_page()
        did: list[str] = []

        def asked(dialog: Dialog) -> None:
            did.append(f"dialog: {dialog.message}")
            dialog.dismiss()

        page.on("dialog", asked)
        page.on("popup", lambda one: did.append(f"popup: {one.url}"))
        page.on("pageerror", lambda one: did.append(f"error: {one}"))
        page.on("console", lambda one: did.append(f"console: {one.text}") if one.type in ("error", "warning") else None)  # fmt: skip
        page.on("request", lambda one: did.extend(self._outside(one.url)))
        page.on("response", lambda one: did.append(f"{one.status}: {one.url}") if one.status >= 400 else None)  # fmt: skip
        found = {}
        try:
            for path in paths:
                page.goto(f"{self.address}/{path}", wait_until="load")
                if path in moved:
                    page.wait_for_url(f"{self.address}/{moved[path]}")
                state = page.evaluate(STIR)
                there = f"{self.address}/{moved.get(path, path)}"
                # controls of ours write what was chosen into the address of the same page
                did += [] if re.sub(r"[?#].*", "", page.url) == there else [f"went to {page.url}"]
                did += [*state["seen"], *state["loud"], *state["strange"]]
                links = tuple((one[0], one[1], one[2]) for one in state["links"])
                found[path] = Seen(
                    tuple(did), state["shape"], state["styles"], links, state["text"]
                )
                did.clear()
        finally:
            context.close()
        return found

    def _outside(self, url: str) -> list[str]:
        return [] if url.startswith(f"{self.address}/") else [f"outside: {url}"]
