"""The bases that answer a standard against its criteria, and the ways in which they can be grouped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .. import addresses
from ..judgement import Standing, Verdict
from ..model import Base, Basis, Grade, Kind
from .anchors import checklist_anchor, criterion_anchor
from .atlas import Atlas
from .checklist import basis_of
from .pages import Cell, Choice, Matrix, MatrixCount, MatrixCounts, MatrixRow, MatrixTools
from .paging import page_links, parts_of
from .parts import Link, Mark
from .standing import LEGEND, MET, lacking, mark_of, met_of, words_of
from .wording import place_of

ROWS = 60
"""Bases on one page of a matrix, where its criteria leave room for as many."""
_PAGE, _CELL, _LETTER = 210_000, 330, 3
"""Bytes of HTML that the cells of a page may take, those of one cell, and of each character that it says."""
WIDE = 9
"""Criteria from which columns become too narrow to read side by side."""
SORTS = (Choice("", "佐证多的在前"), Choice("name", "按名称拼音"))


@dataclass(frozen=True, slots=True)
class Grouping:
    """A field of a base that a matrix can be grouped by: what a base has there, empty for nothing.

    `order` are the values of a fixed list; without it they stand in the order of their sound. `none` names the
    group of those that have nothing.
    """

    key: str
    name: str
    of: Callable[[Atlas, Base, str], str]
    order: tuple[str, ...] = ()
    none: str = ""


def _brand(atlas: Atlas, base: Base, _: str) -> str:
    parent = atlas.catalogue.bases.get(base.part_of or "")
    return parent.content.name if parent is not None else ""


GROUPINGS = (
    Grouping("city", "城市", lambda _, base, __: base.city),
    Grouping(
        "level",
        "级别",
        lambda _, base, __: base.level.value if base.level else "",
        tuple(one.value for one in Grade),
        "资料未写级别",
    ),
    Grouping("kind", "类型", lambda _, base, __: base.kind.value, tuple(one.value for one in Kind)),
    Grouping(
        "basis",
        "对照性质",
        lambda _, base, identity: base.standards[identity].basis.value,
        tuple(one.value for one in Basis),
    ),
    Grouping("brand", "所属", _brand, none="没有所属"),
)
"""The ways to group, as the address spells them: ?group=level."""
DUE = (Standing.wanting, Standing.stale)
"""What the filter leaves."""
IDLE = "没有待佐证或待更新的"
HEADS = (MET, "续", *(word for one in GROUPINGS for word in (*one.order, one.none)))
"""What the heads of groups may say beside names of cities and bases; the script adds that a group goes on."""


def dataset_name(identity: str) -> str:
    """Under what name the data of a standard's matrix are delivered."""
    return f"matrix-{identity}"


def rows_of(atlas: Atlas, identity: str) -> int:
    """How many bases stand on one page of a matrix."""
    criteria = atlas.catalogue.standards[identity].content.all_criteria
    row = sum(_CELL + _LETTER * len(one.name) for one in criteria)
    return max(1, min(ROWS, _PAGE // max(1, row)))


def by_support(atlas: Atlas, identity: str) -> tuple[str, ...]:
    """The bases that answer a standard, best supported first, ties in the order of ids."""
    judged = atlas.judgements[identity]
    answering = atlas.catalogue.answering[identity]
    return tuple(sorted(answering, key=lambda one: -met_of(judged[one])))


def matrix_parts(atlas: Atlas, identity: str) -> tuple[Sequence[str], ...]:
    """The same in pages; one empty page where no base answers."""
    if identity not in atlas.catalogue.answering:
        return ((),)
    return parts_of(by_support(atlas, identity), rows_of(atlas, identity))


def matrix(atlas: Atlas, identity: str, number: int) -> Matrix | None:
    """Bases × criteria, or nothing where no base answers the standard."""
    answering = atlas.catalogue.answering.get(identity, ())
    if not answering:
        return None
    criteria = atlas.catalogue.standards[identity].content.all_criteria
    judged = atlas.judgements[identity]
    parts = matrix_parts(atlas, identity)
    totals = [sum(one.counts for one in column) for column in zip(*judged.values(), strict=True)]
    bases = {atlas.catalogue.bases[one].content.standards[identity].basis for one in answering}
    basis = Basis.compiled if Basis.compiled in bases else sorted(bases)[0]
    shown = next(
        one
        for one in (atlas.catalogue.bases[name].content.standards[identity] for name in answering)
        if one.basis is basis
    )
    dated = f"{shown.date.prose}对照。" if shown.date else ""
    return Matrix(
        basis_of(shown),
        f"{dated}没有佐证的“达标”不计数。{_shared_note(atlas, identity)}",
        tuple(Link(one.name, f"#criterion-{place}") for place, one in enumerate(criteria, 1)),
        tuple(_row(atlas, one, identity, judged[one]) for one in parts[number - 1]),
        MatrixCounts(
            MET,
            "",
            tuple(
                MatrixCount(one.name, f"{total}个")
                for one, total in zip(criteria, totals, strict=True)
            ),
        ),
        len(criteria) >= WIDE,
        LEGEND,
        page_links(addresses.standard(identity), len(parts), number),
        _tools(atlas, identity, number),
    )


def _tools(atlas: Atlas, identity: str, number: int) -> MatrixTools:
    criteria = atlas.catalogue.standards[identity].content.all_criteria
    bases = [atlas.catalogue.bases[one].content for one in atlas.catalogue.answering[identity]]
    used = [
        one
        for one in GROUPINGS
        # what nobody has is no way to group
        if any(one.of(atlas, base, identity) for base in bases)
    ]
    judged = atlas.judgements[identity].values()
    due = any(one.standing in DUE for verdicts in judged for one in verdicts)
    nothing = Link("", "#matrix")
    name = dataset_name(identity)
    return MatrixTools(
        name,
        f"data/{name}.js",
        str(number),
        (Choice("", "不分组"), *(Choice(one.key, f"按{one.name}") for one in used)),
        SORTS,
        MatrixRow("", nothing, "", (), "", str(len(criteria))),
        Cell("", Mark("open", ""), "", nothing.path),
        Cell("", Mark("open", ""), "", ""),
        MatrixCounts("", "0", ()),
        "" if due else IDLE,
    )


def _shared_note(atlas: Atlas, identity: str) -> str:
    """What is said of every assessment alike."""
    bases = atlas.catalogue.bases
    notes = {
        bases[one].content.standards[identity].note for one in atlas.catalogue.answering[identity]
    }
    note = next(iter(notes)) if len(notes) == 1 else None
    return f"{note.rstrip('。')}。" if note else ""


def tells(atlas: Atlas, identity: str, base: str, verdict: Verdict) -> bool:
    """Whether there is anything to read of an answer beyond its word."""
    assessment = atlas.catalogue.bases[base].content.standards[identity]
    standard = atlas.catalogue.standards[identity].content
    note = verdict.answer.note if verdict.answer else ""
    return bool(verdict.evidence or note or lacking(verdict, assessment, standard))


def _row(atlas: Atlas, base: str, identity: str, verdicts: Sequence[Verdict]) -> MatrixRow:
    content = atlas.catalogue.bases[base].content
    return MatrixRow(
        base,
        Link(content.name, addresses.base(base, checklist_anchor(identity))),
        place_of(content),
        tuple(
            Cell(
                one.criterion.name,
                mark_of(one),
                words_of(one, "条"),
                addresses.base(base, criterion_anchor(identity, one.number))
                if tells(atlas, identity, base, one)
                else "",
            )
            for one in verdicts
        ),
        str(met_of(verdicts)),
        str(len(verdicts)),
    )
