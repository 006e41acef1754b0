"""A base that carries the same payload in every text that staff can write, each copy with a mark of its own."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from . import index
from .values import payload_of

MARK = "标{number}记"
HARMLESS = "寻常的话"
_WITH = "¤"
"""Stands for the payload in `SHAPE`."""
SHAPE = f"""\
schema: 1
name: {_WITH}
kind: 其他
aliases: [{_WITH}]
city: {_WITH}
district: [{_WITH}]
site: {_WITH}
founded: {{date: 2018, source: toy-report, sure: 推定, because: {_WITH}}}
slogan: {_WITH}
summary: {_WITH}
story: {_WITH}
statements: [{{id: said, text: {_WITH}, topic: {_WITH}, at: {_WITH}, source: toy-report}}]
stats: [{{label: {_WITH}, value: 三百家, source: toy-report}}]
honours: [{{title: {_WITH}, date: 2020, source: toy-report}}]
activities: [{{title: {_WITH}, summary: {_WITH}, place: {_WITH}, date: 2021, source: toy-report, photos: [a.jpg]}}]
standards:
  six-haves: {{tied_by: {{text: {_WITH}, source: toy-report}}, basis: 自评, by: {_WITH}, note: {_WITH}, answers: [{{criterion: 有阵地, status: 达标, note: {_WITH}, evidence: [said, {{text: {_WITH}, source: toy-report}}]}}]}}
notes: [{{text: {_WITH}, source: toy-report}}]
contact: {{address: {_WITH}, hours: {_WITH}, wechat: {_WITH}}}
photos: [{{file: a.jpg, alt: {_WITH}, caption: {_WITH}, credit: {_WITH}}}]
links: [{{title: {_WITH}, url: "https://example.org/"}}]
"""
SOURCES_SHAPE = f"""\
schema: 1
sources:
  toy-report: {{short: {_WITH}, title: {_WITH}, subtitle: {_WITH}, author: {_WITH}, affiliation: {_WITH}, publisher: {_WITH}, note: {_WITH}, kind: 其他}}
"""
STANDARD_SHAPE = f"""\
schema: 1
name: {_WITH}
use: 对照
source: toy-report
lead: {_WITH}
note: {_WITH}
criteria: [有阵地, {_WITH}]
"""
TERMS_SHAPE = f"""\
schema: 1
terms: [{{id: word, term: {_WITH}, text: {_WITH}, note: {_WITH}, source: toy-report}}]
"""
SHAPES = {
    "bases/yunqiao.yml": SHAPE,
    "bases/_sources.yml": SOURCES_SHAPE,
    "bases/_standards/six-haves.yml": STANDARD_SHAPE,
    "bases/_terms.yml": TERMS_SHAPE,
}


def payloads(folder: Path) -> list[str]:
    """Every text that the cases of a folder try to smuggle in."""
    found = [
        payload_of(case)
        for case in index.overlays(folder)
        if case.expect == "accept_safe" and case.field
    ]
    return list(dict.fromkeys(one.strip() for one in found if one.strip()))


def marks() -> Iterator[tuple[str, str]]:
    """The mark and the file of each copy."""
    number = 0
    for file, shape in SHAPES.items():
        for _ in range(shape.count(_WITH)):
            yield MARK.format(number=number), file
            number += 1


def filled(payload: str, without: frozenset[str]) -> dict[str, str]:
    """The files with the payload in every place; harmless words in those `without` it."""
    number = -1

    def one(_: re.Match[str]) -> str:
        nonlocal number
        number += 1
        mark = MARK.format(number=number)
        text = HARMLESS if mark in without else payload
        return json.dumps(mark + text, ensure_ascii=False)

    return {file: re.sub(_WITH, one, shape) for file, shape in SHAPES.items()}
