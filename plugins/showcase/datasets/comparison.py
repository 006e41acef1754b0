"""Bases side by side, for scripts: a list of all, which leads to pieces of some bases each. Read by `compare.js`."""

from __future__ import annotations

from collections.abc import Iterator

from .. import addresses
from ..edition import Edition
from ..views.compare import ROWS, Column, Fact, Held, column
from ..views.paging import parts_of
from ..views.parts import Remark
from ..views.sheet import Sheet
from .dataset import Dataset

PIECE = 40
"""Bases in one piece."""


def comparison(edition: Edition) -> Iterator[Dataset]:
    """The dataset ``comparison``, and before it the pieces that it leads to."""
    atlas = edition.atlas
    sheet = Sheet(atlas, addresses.COMPARE)
    pieces = [
        Dataset(f"columns-{number}", {record.id: _column(column(sheet, record)) for record in part})
        for number, part in enumerate(parts_of(atlas.listed, PIECE))
    ]
    yield from pieces
    standards = atlas.catalogue.standards
    yield Dataset(
        "comparison",
        {
            "rows": ROWS,
            "standards": [
                [
                    identity,
                    standards[identity].content.name,
                    addresses.standard(identity),
                    [one.name for one in standards[identity].content.all_criteria],
                ]
                for identity in standards
                if identity in atlas.catalogue.answering
            ],
            "run": PIECE,
            "pieces": [one.path for one in pieces],
            "ids": [record.id for record in atlas.listed],
            "former": {
                old: record.id for record in atlas.listed for old in record.content.former_ids
            },
        },
    )


def _column(one: Column) -> dict[str, object]:
    return {
        "name": one.name,
        "path": one.path,
        "remarks": _remarks(one.remarks),
        "facts": {name: [_fact(fact) for fact in facts] for name, facts in one.facts.items()},
        "standards": {held.standard: _held(held) for held in one.standards},
    }


def _fact(one: Fact) -> list[object]:
    told: list[object] = [
        one.text,
        one.path,
        one.origin,
        one.label,
        one.when,
        _remarks(one.remarks),
    ]
    while not told[-1]:
        told.pop()
    return told


def _held(one: Held) -> dict[str, object]:
    return {
        "tally": one.tally,
        "basis": _remark(one.basis),
        "path": one.path,
        "cells": [[mark.symbol, words, path] for mark, words, path in one.cells],
    }


def _remarks(several: tuple[Remark, ...]) -> list[list[str]]:
    return [_remark(one) for one in several]


def _remark(one: Remark) -> list[str]:
    return [one.label, one.because]
