"""The examination itself: every base held against what its page could show."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..catalogue import Catalogue
from ..model import Base, PartialDate
from ..reading.binding import Record
from . import claims, looks, pictures, standards, upkeep
from .findings import Checkup, Examined, Finding

Look = Callable[[Record[Base], Catalogue, PartialDate | None], Iterator[Finding]]
LOOKS: tuple[Look, ...] = (
    standards.look,
    looks.look,
    claims.look,
    pictures.look,
    upkeep.look,
)


def examine(catalogue: Catalogue, as_of: PartialDate | None) -> Checkup:
    """What each base lacks, most effective first. Without a date nothing is called old or about to expire.

    The catalogue may be what could be read of a folder with errors: what is not there is passed over.
    """
    return Checkup(
        as_of, tuple(_examined(record, catalogue, as_of) for record in catalogue.bases.values())
    )


def _examined(record: Record[Base], catalogue: Catalogue, as_of: PartialDate | None) -> Examined:
    found = [one for look in LOOKS for one in look(record, catalogue, as_of)]
    return Examined(
        record.id,
        record.content.name,
        record.file,
        tuple(sorted(found, key=lambda one: one.rank)),
        tuple(standards.outlooks(record, catalogue)),
    )
