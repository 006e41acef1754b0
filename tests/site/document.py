"""An HTML document as a tree: what a reader sees of it, and where it leads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from urllib.parse import unquote, urljoin, urlsplit

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}  # fmt: skip
UNSEEN = {"head", "script", "style", "template"}
_SPACE = re.compile(r"[\s\u2060]+")


@dataclass(eq=False)
class Element:
    """One element."""

    tag: str
    attributes: dict[str, str]
    parent: Element | None = None
    children: list[Element | str] = field(default_factory=list)

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()

    def walk(self) -> Iterator[Element]:
        """This element and all below it, in the order of the document; what a template holds is not yet part of it."""
        yield self
        if self.tag == "template":
            return
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()

    def find(self, *, tag: str = "", kind: str = "") -> list[Element]:
        """All below with this tag and this class."""
        return [
            one
            for one in self.walk()
            if (not tag or one.tag == tag) and (not kind or kind in one.classes)
        ]

    def text(self, *, notes: bool = True) -> str:
        """What it says, without blanks. Without `notes`, tooltips and reference marks are left out."""
        return "".join(self._said(notes=notes))

    def _said(self, *, notes: bool) -> Iterator[str]:
        if self.tag in UNSEEN:
            return
        if not notes and (self.attributes.get("role") == "tooltip" or "cite" in self.classes):
            return
        for child in self.children:
            if isinstance(child, Element):
                yield from child._said(notes=notes)
            else:
                yield bare(child)


def bare(text: str) -> str:
    """Without blanks and word joiners: where a line breaks says nothing."""
    return _SPACE.sub("", text)


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = self.here = Element("#document", {})
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        made = Element(tag, {name: value or "" for name, value in attrs}, self.here)
        if len(made.attributes) != len(attrs):
            self.faults.append(f"<{tag}> repeats an attribute")
        self.here.children.append(made)
        if tag not in VOID:
            self.here = made

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.here.tag != tag or self.here.parent is None:
            self.faults.append(f"</{tag}> closes <{self.here.tag}>")
        else:
            self.here = self.here.parent

    def handle_data(self, data: str) -> None:
        self.here.children.append(data)


@dataclass(frozen=True)
class Document:
    """A page of the site: its file, such as ``bases/tongxinhui/index.html``, and its source."""

    file: str
    source: str

    @cached_property
    def _built(self) -> _Builder:
        builder = _Builder()
        builder.feed(self.source)
        builder.close()
        return builder

    @property
    def root(self) -> Element:
        return self._built.root

    @property
    def faults(self) -> list[str]:
        """Where what opens does not close."""
        left = [] if self._built.here is self.root else [f"<{self._built.here.tag}> stays open"]
        return self._built.faults + left

    @property
    def path(self) -> str:
        """The site path: ``bases/tongxinhui/``."""
        return self.file.removesuffix("index.html")

    @cached_property
    def elements(self) -> list[Element]:
        return list(self.root.walk())

    @cached_property
    def ids(self) -> list[str]:
        return [one.attributes["id"] for one in self.elements if "id" in one.attributes]

    @cached_property
    def by_id(self) -> dict[str, Element]:
        return {one.attributes["id"]: one for one in self.elements if "id" in one.attributes}

    @cached_property
    def main(self) -> Element:
        return self.root.find(tag="main")[0]

    @property
    def title(self) -> str:
        return "".join(str(part) for part in self.root.find(tag="title")[0].children)

    def leads_to(self, url: str) -> tuple[str, str] | None:
        """The file and the fragment of a URL on this page; nothing for one that leaves the site."""
        parts = urlsplit(urljoin(f"http://site.invalid/{self.file}", url))
        if parts.netloc != "site.invalid":
            return None
        path = unquote(parts.path).removeprefix("/")
        file = f"{path}index.html" if not path or path.endswith("/") else path
        return file, unquote(parts.fragment)
