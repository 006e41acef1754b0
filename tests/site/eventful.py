"""An invented showcase with much on its timeline: forty-four years, every kind of date, some hundreds of events.

What was invented is told twice: as YAML for the site, and as plain rows for the tests, which count by themselves.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from showcase.bench import synthesis
from showcase.render import Renderer
from showcase.workshop import Workshop
from tests.site.project import ROOT

_DATA: Any = importlib.import_module("showcase.datasets.events")
NOW = "2026-11-23T04:00:00Z"
"""Noon in China on the day that the tests take for today, unless they say otherwise."""
TYPES = ("会议", "调研", "培训", "志愿服务", "其他")
BASES = {
    "qingqiao": ("虚构青桥站", "虚构东市", "甲区"),
    "qinghe": ("虚构青禾荟", "虚构东市", "乙区"),
    "yinyue": ("虚构音乐角", "虚构东市", "乙区"),
    "lexiang": ("虚构乐享会", "虚构西市", "丙区"),
    "chongqing-lou": ("虚构重庆楼", "虚构西市", "丙区"),
    "hall5": ("虚构5号厅", "虚构西市", "丁区"),
}
RICH = "jieri"
"""The base with every kind of date; its own timeline is narrowed as well."""
RICH_NAME = "虚构节日社"
PIECE = 9_000
"""Bytes of a piece of data here, so that there are many; some hold several years or bases, some bases lie in two."""


@dataclass(frozen=True)
class Told:
    """An event as it was invented. `year` and `order` are told by hand where the date is not a plain day."""

    base: str
    title: str
    type: str
    date: str
    year: int | None
    order: tuple[int, int, int]
    more: str = ""

    @property
    def city(self) -> str:
        return CITY[self.base]


CITY = {one: city for one, (_, city, _) in BASES.items()} | {RICH: "虚构西市"}


def _many() -> Iterable[Told]:
    for place, base in enumerate(BASES):
        for number in range(70):
            year = 2030 - (number * 7 + place * 5) % 44
            month, day = 1 + (number * 5 + place) % 12, 1 + (number * 11 + place * 3) % 28
            title = f"虚构第{place}{number:02d}场"
            kind = TYPES[(number + place) % len(TYPES)]
            date = f"{year}-{month:02d}-{day:02d}"
            yield Told(base, title, kind, date, year, (year, month, day))


_SPECIAL = (
    ("明年", "2027", 2027, (2027, 0, 0)),
    ("明年上半年", "2027年上半年", 2027, (2027, 1, 0)),
    ("约明年", "约2027年", 2027, (2027, 0, 0)),
    ("下月某天", "2026-12-05", 2026, (2026, 12, 5)),
    ("下月", "2026-12", 2026, (2026, 12, 0)),
    ("明天", "2026-11-24", 2026, (2026, 11, 24)),
    ("今天", "2026-11-23", 2026, (2026, 11, 23)),
    ("今天起", "2026-11-23起", 2026, (2026, 11, 23)),
    ("昨天", "2026-11-22", 2026, (2026, 11, 22)),
    ("几天", "{from: 2026-11-20, to: 2026-11-25}", 2026, (2026, 11, 20)),
    ("过完的几天", "{from: 2026-11-01, to: 2026-11-10}", 2026, (2026, 11, 1)),
    ("本月", "2026-11", 2026, (2026, 11, 0)),
    ("年底", "2026年底", 2026, (2026, 10, 0)),
    ("几个月", "{from: 2026-10, to: 2026-12}", 2026, (2026, 10, 0)),
    ("到年底", "{from: 2026-10-01, to: 2026年底}", 2026, (2026, 10, 1)),
    ("下半年", "2026年下半年", 2026, (2026, 7, 0)),
    ("两年", "{from: 2026, to: 2027}", 2026, (2026, 0, 0)),
    ("今年", "2026", 2026, (2026, 0, 0)),
    ("上旬", "2025年3月上旬", 2025, (2025, 3, 1)),
    ("一段", "{from: 2023-05, to: 2023-08}", 2023, (2023, 5, 0)),
    ("一段日子", "{from: 2023-05-01, to: 2023-05-03}", 2023, (2023, 5, 1)),
    ("以来", "2017年以来", 2017, (2017, 0, 0)),
    ("没有年份", "--12-25", None, (0, 12, 25)),
    ("没有日期", "", None, (0, 0, 0)),
)
INFERRED = ("推定的明月", "2026-12-09", 2026, (2026, 12, 9)), ("推定的今天", "2026-11-23", 2026, (2026, 11, 23))  # fmt: skip
SURE = "sure: 推定, because: 虚构的理由, at: 第2节"


def _rich() -> Iterable[Told]:
    for place, (name, date, year, order) in enumerate(_SPECIAL):
        yield Told(RICH, f"虚构{name}", TYPES[place % 3], date, year, order)
    for name, date, year, order in INFERRED:
        yield Told(RICH, f"虚构{name}", "会议", date, year, order, SURE)


TOLD = (*_many(), *_rich())


def project(folder: Path) -> Path:
    """The whole project in a folder."""
    bases = synthesis.laid(folder, ROOT)
    cities = "cities: {虚构东市: east, 虚构西市: west}"
    synthesis.write(bases / "_site.yml", f"schema: 1\nname: 虚构的展示\n{cities}\n")
    synthesis.write(bases / "_terms.yml", "schema: 1\nterms: []\n")
    source = "sources:\n  report: {title: 虚构资料, short: 虚构短名, kind: 文件}\n"
    synthesis.write(bases / "_sources.yml", f"schema: 1\n{source}")
    for identity, (name, city, district) in (BASES | {RICH: (RICH_NAME, "虚构西市", "丁区")}).items():  # fmt: skip
        own = [one for one in TOLD if one.base == identity]
        head = f"schema: 1\nname: {name}\nkind: 示范点\ncity: {city}\ndistrict: {district}\n"
        text = head + "activities:\n" + "".join(map(_line, own))
        synthesis.write(bases / f"{identity}.yml", text)
    return folder


def _line(one: Told) -> str:
    date = f"date: {one.date}, " if one.date else ""
    more = f", {one.more}" if one.more else ""
    kind = "" if one.type == "其他" else f"type: {one.type}, "
    return f"  - {{{date}title: {one.title}, {kind}source: report{more}}}\n"


def in_order(told: Iterable[Told]) -> list[Told]:
    """Newest first, the year unknown after all years, no date last; ties as the site may please."""
    return sorted(told, key=lambda one: (one.year is None, *(-part for part in one.order)))


def lay(project: Path, folder: Path, *, for_disk: bool, piece: int = PIECE) -> Path:
    """The pages that show events, and what all pages share; no covers. For a disk, links lead to files."""
    workshop = Workshop(project)
    catalogue = workshop.read().catalogue
    assert catalogue is not None
    edition = workshop.edition(catalogue)
    edition = replace(edition, atlas=replace(edition.atlas, index_names=for_disk))
    whole = _DATA.FULL, _DATA.ENOUGH
    _DATA.FULL = _DATA.ENOUGH = piece
    try:
        assets = workshop.assets(edition)
    finally:
        _DATA.FULL, _DATA.ENOUGH = whole
    for name, content in assets.files.items():
        put(folder / name, content)
    renderer = Renderer(workshop.root / "overrides", index_names=for_disk)
    for page in edition.pages():
        if page.path == "" or page.path.startswith(("timeline/", "cities/", f"bases/{RICH}/")):
            document = renderer.render(page.view(), edition.shell(page), page.path, assets)
            put(folder / page.file, document.encode())
    return folder


def put(path: Path, content: bytes) -> None:
    """A file, and the folders that it needs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
