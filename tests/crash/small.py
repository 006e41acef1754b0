"""Two small sites with invented content, put in each other's place over and over, and what is whole of them.

Without MkDocs, so that hundreds of them can be killed in a minute.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from showcase.switching import Past, build_and_switch, sites

PAGES = 8
BASES = ("yunqiao", "yunqiao-brand")
OLD, NEW = "旧", "新"


def style(word: str) -> tuple[str, str]:
    """The style of one of the sites: its path, which tells its content, and that."""
    text = f"/* {word} */ body {{ margin: 0 }}\n"
    return f"assets/shell.{hashlib.sha256(text.encode()).hexdigest()[:12]}.css", text


def files(word: str, pages: int = PAGES) -> dict[str, str]:
    """One of the sites: every page says which, and asks for its style."""
    path, text = style(word)
    page = f'<link rel="stylesheet" href="/{path}"><p>云桥{word}</p>' + "。" * 2000
    found = {f"bases/b{number}/index.html": f"{page}{number}" for number in range(pages)}
    return {"index.html": page, "404.html": page, path: text, **found}


def filling(word: str, pages: int = PAGES) -> Callable[[Path], tuple[str, ...]]:
    """A build of one of the sites."""

    def build(fresh: Path) -> tuple[str, ...]:
        for name, text in files(word, pages).items():
            path = fresh / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return BASES

    return build


def show(target: Path, word: str, pages: int = PAGES) -> None:
    """Build one of the sites and put it where it is seen."""
    build_and_switch(target, filling(word, pages))


def wrong_with(target: Path, digests: dict[str, str]) -> str:
    """What is wrong with the site that is seen, or with one that is kept; empty where all are whole.

    `digests` tell the releases that may be seen.
    """
    release = sites.read(target)
    if release is None:
        return "no site"
    if sites.digest(target) not in digests.values():
        return "neither the old site nor the new one"
    damage = sites.verify(target, release)
    if damage.of_ours or damage.foreign:
        return f"{damage}"
    for number, path in Past(target).kept().items():
        kept = sites.read(path)
        if kept is None or sites.verify(path, kept).of_ours:
            return f"damaged: {number}"
    return ""


def debris(target: Path) -> list[str]:
    """What a finished build should not have left beside the site."""
    there = [path.name for path in Past(target).folder.iterdir()]
    extra = [name for name in there if name not in ("lock", "notes") and not name.isdecimal()]
    return sorted(extra) + [f"{len(there)} kept"] * (sum(map(str.isdecimal, there)) > 3)


def digests(folder: Path, pages: int = PAGES) -> dict[str, str]:
    """By what the releases of the two sites are known."""
    found = {}
    for word in (OLD, NEW):
        show(folder / word, word, pages)
        found[word] = sites.digest(folder / word)
    return found
