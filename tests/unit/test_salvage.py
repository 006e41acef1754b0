"""What is sound in a file with faults is checked in the same run, and nothing is told about what stands in
for the rest: neither by rules nor on a page."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from showcase.diagnostics import Diagnostic, errors
from showcase.folder import Folder, Reading
from showcase.model import Base, Glossary, Part, Site, SourceList, Standard, WordList
from showcase.reading.salvage import salvaged
from tests.cases.story import BASELINE

WORDS = "schema: 1\nnames:\n  - {write: 新的社会阶层人士, instead_of: [新社会阶层人士]}\nbanned: [霸主]\n"
RICH = (
    (BASELINE / "yunqiao.yml").read_text("utf-8")
    + """\
honours:
  - {id: model-site, title: 全市示范点, date: 2022, source: yunzhou-report}
statements:
  - {text: 管理外包, as_of: 2023, source: yunzhou-report}
contact: {address: 云桥路1号, email: info@example.org, hours: 周一至周五}
coordinates: {lng: 120.1, lat: 30.2}
links:
  - {title: 同心站, url: https://example.org/}
cover: {motif: 葵, key: 夜}
reviewed: {by: 宣传科, on: 2024-11-20}
"""
)
FILES = {
    "yunqiao.yml": RICH,
    "yunqiao-brand.yml": (BASELINE / "yunqiao-brand.yml").read_text("utf-8"),
    "_site.yml": (BASELINE / "_site.yml").read_text("utf-8"),
    "_sources.yml": (BASELINE / "_sources.yml").read_text("utf-8"),
    "_terms.yml": (BASELINE / "_terms.yml").read_text("utf-8"),
    "_words.yml": WORDS,
    "_standards/three-haves.yml": (BASELINE / "_standards/three-haves.yml").read_text("utf-8"),
    "_standards/good-people.yml": (BASELINE / "_standards/good-people.yml").read_text("utf-8"),
}
FOLLOWED = {
    ("yunqiao.yml", "id: opening"): "unknown-evidence",
    ("yunqiao.yml", "date: 2023-03-25, title: 开放日, photos: [hall.jpg], source: yunzhou-report"): "",
}


@pytest.fixture
def bases(tmp_path: Path) -> Path:
    """The baseline, with every file that there can be and a base that says much."""
    folder = tmp_path / "bases"
    shutil.copytree(BASELINE, folder)
    for name, text in FILES.items():
        (folder / name).write_text(text, "utf-8")
    return folder


def read(bases: Path) -> Reading:
    return Folder(bases, forgetful=True).read(drafts=True)


def rewritten(bases: Path, name: str, old: str, new: str) -> None:
    text = (bases / name).read_text("utf-8")
    assert old in text
    (bases / name).write_text(text.replace(old, new, 1), "utf-8")


def said(reading: Reading) -> list[tuple[str, int]]:
    return [(one.code, one.place.line) for one in reading.diagnostics]


def values(node: yaml.Node) -> Iterator[yaml.Node]:
    """Every value of a file, but not its keys."""
    if isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield value
            yield from values(value)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield item
            yield from values(item)


def scalars() -> list[tuple[str, int, int]]:
    """Where each single value of the files stands."""
    return [
        (name, value.start_mark.index, value.end_mark.index)
        for name, text in FILES.items()
        for value in values(yaml.compose(text))
        if isinstance(value, yaml.ScalarNode)
    ]


def _shown(one: tuple[str, int, int]) -> str:
    name, start, end = one
    before = FILES[name][:start].replace("\n", " ").split()
    return f"{name} {before[-1]} {FILES[name][start:end]}"


def test_the_files_are_fine(bases: Path) -> None:
    assert said(read(bases)) == []
    assert len(scalars()) > 80


FOLLOWS = {
    # the evidence of an answer is known by these
    ("yunqiao.yml", "opening"): {"unknown-evidence"},
}


@pytest.mark.parametrize("where", scalars(), ids=_shown)
def test_a_wrong_value_brings_its_own_error_and_no_other(
    where: tuple[str, int, int], bases: Path
) -> None:
    """Each value of each file, one at a time, becomes something that no field can be."""
    name, start, end = where
    text = FILES[name]
    (bases / name).write_text(f"{text[:start]}[[{{x: [乱]}}]]{text[end:]}", "utf-8")
    reading = read(bases)
    line = text.count("\n", 0, start) + 1
    print(reading.diagnostics)
    assert {(one.place.file, one.place.line) for one in reading.diagnostics} == {
        (f"bases/{name}", line)
    }
    assert reading.catalogue is None
