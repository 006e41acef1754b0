"""A reader who searches: the site on a server under a path and as a package on a disk, on a phone and at a desk."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.site import browsing, project
from tests.site.project import Built

if TYPE_CHECKING:
    from playwright.sync_api import Browser, CDPSession, Locator, Page

READERS = ((390, "http"), (1440, "file"))
"""A phone asks a server, a desk in an exhibition hall opens files from its disk."""
PROFILE = "bases/xinxin-xiangyang/"
PATIENCE = 20_000
"""Milliseconds after which a browser gives up waiting, on a busy machine."""


@dataclass(frozen=True, slots=True)
class Site:
    """A site at an address that ends with a slash; on a disk folders must be named with their index.html."""

    address: str
    on_disk: bool

    def url(self, path: str, query: str = "") -> str:
        """The address of a page."""
        name = "index.html" if self.on_disk and (not path or path.endswith("/")) else ""
        return f"{self.address}{path}{name}" + (f"?{query}" if query else "")


def unpacked(built: Built, folder: Path) -> Path:
    """What the verb `package` makes of a project, as it lies on the disk of an exhibition hall."""
    done = project.run(
        built.project, "showcase", "package", "--out", str(folder.with_suffix(".zip"))
    )
    assert done.returncode == 0, done.stdout + done.stderr
    with zipfile.ZipFile(folder.with_suffix(".zip")) as packed:
        packed.extractall(folder)
    (index,) = (one for one in folder.rglob("index.html") if (one.parent / "bases").is_dir())
    return index.parent


@contextmanager
def under_a_path(site: Path) -> Iterator[Site]:
    """The site on the loopback, below the path that its folder is named after."""
    with browsing.served(site.parent) as address:
        yield Site(f"{address}/{site.name}/", on_disk=False)


@dataclass
class Reader:
    """A tab on a site, with what it complained of and asked for."""

    page: Page
    site: Site
    complaints: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def go(self, path: str, query: str = "") -> None:
        """Open a page."""
        self.page.goto(self.site.url(path, query))

    def has_asked_for(self, name: str) -> bool:
        """Whether a file of this beginning was asked for: ``search-engine``, ``data/search``."""
        return any(f"/assets/{name}." in url for url in self.asked)

    @property
    def dialog(self) -> Locator:
        """The dialog, once it was opened."""
        return self.page.locator(".search-dialog")

    @property
    def field(self) -> Locator:
        """Where one types: of the dialog, or of the page that finds."""
        return self.page.locator(".search-dialog__field, .finding__field").first

    @property
    def titles(self) -> list[str]:
        """What the hits are called, in order."""
        return self.page.locator(".hit__title").all_inner_texts()

    @property
    def focus(self) -> str:
        """The classes of what has the focus."""
        found: str = self.page.evaluate("() => document.activeElement.className")
        return found

    def open_dialog(self) -> None:
        """Open the dialog on the page at hand, and wait until it can find."""
        self.page.locator(".search-link").click()
        self.ready()

    def ready(self) -> None:
        """Wait until the dialog can find, and its long texts are there."""
        self.page.wait_for_function(
            "() => document.querySelector('.search-dialog__state').textContent !== '正在准备搜索'"
        )
        self.complete()

    def complete(self) -> None:
        """Wait until every shard of the index is there."""
        self.page.wait_for_function(
            "() => window.ShowcaseSearching"
            " && ShowcaseSearching.prepare().then(index => index.complete)"
        )

    def finds(self, title: str) -> None:
        """Wait until the first hit is called so."""
        self.page.locator(".hit__title").first.filter(has_text=title).wait_for()

    def says(self, words: str) -> None:
        """Wait until a screen reader is told so, in a place that it can hear."""
        self.page.wait_for_function(
            "words => [...document.querySelectorAll('[role=status]')].some(one =>"
            " one.textContent.includes(words) && (!document.querySelector('dialog[open]')"
            " || one.closest('dialog[open]')))",
            arg=words,
        )

    def input_method(self) -> InputMethod:
        """What types Chinese into the field that has the focus."""
        return InputMethod(self.page.context.new_cdp_session(self.page))


@dataclass(frozen=True, slots=True)
class InputMethod:
    """Composes as an input method does: by the browser's own protocol, no key event besides those of code 229."""

    session: CDPSession

    def composes(self, text: str) -> None:
        """Half-typed pinyin, underlined."""
        place = {"selectionStart": len(text), "selectionEnd": len(text)}
        self.session.send("Input.imeSetComposition", {"text": text, **place})

    def commits(self, text: str) -> None:
        """The candidate that was chosen; also what a paste or a voice puts in."""
        self.session.send("Input.insertText", {"text": text})

    def presses(self, key: str, code: int = 229) -> None:
        """A key that belongs to the input method: browsers give it the code 229, whatever it is called."""
        kind: dict[str, Any] = {"key": key, "code": key, "windowsVirtualKeyCode": code}
        self.session.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", **kind})
        self.session.send("Input.dispatchKeyEvent", {"type": "keyUp", **kind})


@contextmanager
def reading(browser: Browser, site: Site, width: int = 1440, **settings: Any) -> Iterator[Reader]:
    """A reader in a fresh tab."""
    context = browser.new_context(
        viewport={"width": width, "height": 844}, reduced_motion="reduce", **settings
    )
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    reader = Reader(page, site, browsing.complaints(page, site.address.rstrip("/")))
    page.on("request", lambda asked: reader.asked.append(asked.url))
    try:
        yield reader
    finally:
        context.close()
