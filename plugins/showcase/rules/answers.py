"""Bases answer standards that are there to be answered, each criterion once, and never out of silence.

Passes: ``six-haves`` with ``criterion: 有阵地``. Fails: a standard nobody has, a criterion it lacks, one
answered twice, a standard that speaks of persons. Warned of: 未达标 with neither evidence nor note.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..catalogue import Catalogue
from ..diagnostics import Diagnostic, Level
from ..model import Base, Standard, Status, Use
from ..reading.binding import Record
from .nearness import guess


def check(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Report answers that fit no criterion."""
    for record in catalogue.bases.values():
        for identity in record.content.standards:
            path = ("standards", identity)
            if identity in catalogue.unread:
                continue
            if identity not in catalogue.standards:
                near = guess(identity, catalogue.standards)
                yield record.fault("unknown-standard", path, id=identity, **near)
                continue
            standard = catalogue.standards[identity].content
            if standard.use is not Use.checklist or standard.persons:
                yield record.fault("not-answerable", path, name=standard.name)
            yield from _answers(record, identity, standard)


def _answers(record: Record[Base], identity: str, standard: Standard) -> Iterator[Diagnostic]:
    names = {one.name: one.name for one in standard.all_criteria}
    names.update({one.id: one.name for one in standard.all_criteria if one.id})
    seen: set[str] = set()
    for index, answer in enumerate(record.content.standards[identity].answers):
        path = ("standards", identity, "answers", index, "criterion")
        name = names.get(answer.criterion)
        if name is None:
            known = "、".join(one.name for one in standard.all_criteria)
            near = guess(answer.criterion, names)
            yield record.fault(
                "unknown-criterion", path, written=answer.criterion, known=known, **near
            )
        elif name in seen:
            yield record.fault("repeated-answer", path, written=answer.criterion)
        seen.add(name or "")
        if answer.status is Status.unmet and not (answer.evidence or answer.note):
            yield record.fault("unmet-without-reason", (*path[:-1], "status"), Level.WARNING)
