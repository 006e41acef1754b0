"""The matrices as data: every base that answers a standard, and by shards what stands behind each answer.

`matrix-<standard>` is what grouping needs, as rows of numbers; the words of the evidence of a few dozen bases at a
time are in `evidence-<standard>-<number>`, loaded when somebody asks for a cell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .. import addresses
from ..edition import Edition
from ..judgement import Standing, Thing, Verdict
from ..model import Base
from ..pronunciation import sort_key
from ..reading.binding import Record
from ..views.anchors import checklist_anchor, criterion_anchor
from ..views.atlas import Atlas
from ..views.evidence import piece_of
from ..views.matrix import GROUPINGS, Grouping, by_support, dataset_name, rows_of, tells
from ..views.paging import parts_of
from ..views.sheet import Sheet
from ..views.standing import SYMBOLS, lacking, needed
from ..views.wording import place_of
from .dataset import Dataset

_SHARD = 360
"""Answers in one shard: some 80 KB of text."""
_STANDINGS = tuple(Standing)


def matrices(edition: Edition) -> Iterator[Dataset]:
    """The datasets of every standard that some base answers."""
    for identity in edition.atlas.catalogue.answering:
        yield from _matrix(edition.atlas, identity)


def _matrix(atlas: Atlas, identity: str) -> Iterator[Dataset]:
    criteria = atlas.catalogue.standards[identity].content.all_criteria
    order = by_support(atlas, identity)
    each = max(1, _SHARD // max(1, len(criteria)))
    shards = [
        Dataset(
            f"evidence-{identity}-{number}",
            {base: _answers(atlas, identity, base) for base in part},
        )
        for number, part in enumerate(parts_of(order, each), 1)
    ]
    yield from shards
    fields = [_Field(atlas, identity, one, order) for one in GROUPINGS]
    by_name = sorted(order, key=lambda one: _sound(atlas, one))
    rank = {base: place for place, base in enumerate(by_name)}
    yield Dataset(
        dataset_name(identity),
        {
            "page": rows_of(atlas, identity),
            "each": each,
            "shards": [[one.name, one.path] for one in shards],
            "criteria": [one.name for one in criteria],
            "needed": [needed(one) for one in atlas.judgements[identity][order[0]]],
            "standings": [[SYMBOLS[one], one.value] for one in _STANDINGS],
            # a star stands for the id of a base, and behind the second the number of a criterion follows
            "base": addresses.base("*", checklist_anchor(identity)),
            "cell": addresses.base("*", criterion_anchor(identity, 1)).removesuffix("1"),
            "fields": {one.key: one.told for one in fields},
            "rows": [
                [
                    base,
                    atlas.catalogue.bases[base].content.name,
                    place_of(atlas.catalogue.bases[base].content),
                    rank[base],
                    [one.place_of(base) for one in fields],
                    [_code(atlas, identity, base, one) for one in atlas.judgements[identity][base]],
                ]
                for base in order
            ],
        },
    )


def _sound(atlas: Atlas, base: str) -> tuple[str, str]:
    content = atlas.catalogue.bases[base].content
    return sort_key(content.name, content.pinyin or ""), base


class _Field:
    """One way to group: its values in the order of their groups, and which of them each base has."""

    def __init__(
        self, atlas: Atlas, identity: str, grouping: Grouping, order: Sequence[str]
    ) -> None:
        self.key = grouping.key
        self._of = {
            one: grouping.of(atlas, atlas.catalogue.bases[one].content, identity) for one in order
        }
        found = set(self._of.values()) - {""}
        known = [one for one in grouping.order if one in found]
        self._values = known or sorted(found, key=sort_key)
        self._places = {value: place for place, value in enumerate(self._values)}
        self.told = [*self._values, grouping.none]

    def place_of(self, base: str) -> int:
        """Where among the groups a base stands: the last holds those that have nothing there."""
        return self._places.get(self._of[base], len(self._values))


def _code(atlas: Atlas, identity: str, base: str, verdict: Verdict) -> int:
    """An answer as a number: the place of its standing, 10 if there is something to read, 100 a piece of evidence."""
    opens = tells(atlas, identity, base, verdict)
    return _STANDINGS.index(verdict.standing) + 10 * opens + 100 * len(verdict.evidence)


def _answers(atlas: Atlas, identity: str, base: str) -> dict[str, object]:
    """What there is to read of a base's answers, by the number of the criterion."""
    record = atlas.catalogue.bases[base]
    assessment = record.content.standards[identity]
    standard = atlas.catalogue.standards[identity].content
    sheet = Sheet(atlas, addresses.HOME)
    return {
        str(one.number): {
            "lacking": lacking(one, assessment, standard),
            "note": (one.answer.note or "") if one.answer else "",
            "pieces": [_piece(sheet, record, thing) for thing in one.evidence],
        }
        for one in atlas.judgements[identity][base]
        if tells(atlas, identity, base, one)
    }


def _piece(sheet: Sheet, record: Record[Base], thing: Thing) -> dict[str, object]:
    piece = piece_of(sheet.atlas, record, thing)
    claim = piece.claim
    source = sheet.catalogue.sources.get(claim.source or "") if claim else None
    at = f"，{claim.at}" if claim and claim.at else ""
    return {
        "kind": piece.kind,
        "when": piece.when,
        "text": piece.text,
        "path": piece.path,
        "remark": "；".join(
            "：".join(part for part in (one.label, one.because) if part)
            for one in (sheet.remarks(claim) if claim else ())
        ),
        "source": f"{source.short}{at}" if source else "",
        "from": addresses.source(claim.source) if claim and claim.source and source else "",
    }
