"""Queries put to the engine in a Chromium of this machine, from a folder on disk, as a hall would open it."""

from __future__ import annotations

import gzip
import html
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..proofs import browser
from ..search.document import Document
from ..search.index import index

ENGINE = (
    "search-texts.js",
    "search-sounds.js",
    "search-slips.js",
    "search-excerpts.js",
    "search-engine.js",
)
"""In the order in which pages load them."""
ROUNDS = 4
"""Each query is put to as many freshly opened indexes; its time is the least, which other work on the machine disturbs
least."""
_PAGE = """<!doctype html><meta charset="utf-8"><title>trial</title><pre id="answers"></pre>
<script>window.Showcase = {given: {}, deliver(name, value) { this.given[name] = value; }};</script>
"""
_RUN = """
const rounds = [];
let opened = Infinity;
for (let round = 0; round < %(rounds)d; round += 1) {
  const begun = performance.now();
  const index = ShowcaseSearch.open(structuredClone(Showcase.given.search));
  for (const one of index.bodies) index.add(Showcase.given[one.name]);
  opened = Math.min(opened, performance.now() - begun);
  rounds.push(queries.map((text) => {
    const from = performance.now();
    const answer = index.find(text, {limit: 10});
    return {took: performance.now() - from, paths: answer.hits.map((one) => one.path), total: answer.total};
  }));
}
document.getElementById("answers").textContent = JSON.stringify({
  opened,
  answers: queries.map((_, at) => ({
    paths: rounds[0][at].paths, total: rounds[0][at].total, took: Math.min(...rounds.map((one) => one[at].took)),
  })),
});
"""


class NoBrowser(Exception):
    """There is no Chromium on this machine, or it did not answer."""


@dataclass(frozen=True, slots=True)
class Trial:
    """What came back: paths of the first ten hits and milliseconds for each query; milliseconds to open the index;
    bytes gzipped of the engine and of the index."""

    rankings: tuple[tuple[str, ...], ...]
    times: tuple[float, ...]
    opened: float
    engine: int
    index: int


def trial(
    documents: Sequence[Document], queries: Sequence[str], assets: Path, folder: Path
) -> Trial:
    """Run queries over documents. `assets` holds the engine, `folder` is empty and kept by the caller.

    Raises NoBrowser, and OSError where a file cannot be written.
    """
    found = browser.find()
    if found is None:
        raise NoBrowser
    engine = {name: (assets / name).read_bytes() for name in ENGINE}
    data = {one.name: one.content for one in index(documents)}
    scripts = {**engine, **{f"{name}.js": content for name, content in data.items()}}
    scripts["queries.js"] = f"const queries = {json.dumps(list(queries))};".encode()
    scripts["run.js"] = (_RUN % {"rounds": ROUNDS}).encode()
    for name, content in scripts.items():
        (folder / name).write_bytes(content)
    page = folder / "trial.html"
    tags = "".join(f'<script src="{name}"></script>\n' for name in scripts)
    page.write_text(_PAGE + tags, "utf-8")
    told = _told(browser.dumped(found, page))
    answers = told["answers"]
    return Trial(
        tuple(tuple(one["paths"]) for one in answers),
        tuple(one["took"] for one in answers),
        told["opened"],
        _packed(engine.values()),
        _packed(data.values()),
    )


def _told(document: str) -> Mapping[str, Any]:
    found = re.search(r'<pre id="answers">(.+?)</pre>', document, re.DOTALL)
    if found is None:
        raise NoBrowser
    told: Mapping[str, Any] = json.loads(html.unescape(found[1]))
    return told


def _packed(contents: Iterable[bytes]) -> int:
    return sum(len(gzip.compress(one, 9)) for one in contents)
