"""A base among others: its card and its cover."""

from __future__ import annotations

from .. import addresses
from ..covering import cover_spec
from ..covers import caption
from ..model import Base, Publication
from ..reading.binding import Record
from .marks import COINED, DRAFT
from .parts import Card, Cover, Remark
from .phrasing import phrases
from .wording import place_of, sentence_of

_SHORTEST_LEAD, _LONGEST_LEAD = 12, 36


def card_of(record: Record[Base], *, within: str = "") -> Card:
    """A base's card; `within` names the city that need not be said again."""
    base = record.content
    place = place_of(base)
    near = "、".join(base.district) if base.city == within else place
    meta = "·".join(part for part in (base.kind.value, near) if part)
    return Card(
        addresses.base(record.id),
        base.name,
        phrases(base.name),
        meta,
        place,
        lead_of(base),
        name_remarks(base),
        cover_of(record),
    )


def name_remarks(base: Base) -> tuple[Remark, ...]:
    """What qualifies a base's name."""
    found = (COINED,) if base.coined else ()
    return found if base.status is Publication.published else (*found, DRAFT)


def lead_of(base: Base) -> str:
    """What a card says of a base: the first of its own sentences that tells something and fits.

    What is 推定 or 未明 is passed over: a card has no room for the reason.
    """
    said = [sentence.strip() for sentence in (base.summary or "").split("。") if sentence.strip()]
    said += [claim.text for claim in base.statements if claim.sure is None]
    said += [activity.title for activity in base.activities if activity.sure is None]
    said += [sentence_of(stat) for stat in base.stats if stat.sure is None]
    if base.founded is not None and base.founded.sure is None:
        said.append(f"{base.founded.date.prose}成立")
    fitting = [text for text in said if len(text) <= _LONGEST_LEAD]
    telling = (text for text in fitting if len(text) >= _SHORTEST_LEAD)
    return next(telling, (fitting or said or [""])[0]).rstrip("。")


def cover_of(record: Record[Base]) -> Cover:
    """The files of a base's cover."""
    base, wish = record.content, record.content.cover
    alt = caption(cover_spec(record.id, base)) if wish is not None and wish.rhyme else ""
    return Cover(
        tall=addresses.cover(record.id, "3x4", "light"),
        tall_dark=addresses.cover(record.id, "3x4", "dark"),
        wide=addresses.cover(record.id, "16x9", "light"),
        wide_dark=addresses.cover(record.id, "16x9", "dark"),
        square=addresses.cover(record.id, "1x1", "light"),
        square_dark=addresses.cover(record.id, "1x1", "dark"),
        panel=addresses.cover(record.id, "1x2", "light"),
        panel_dark=addresses.cover(record.id, "1x2", "dark"),
        alt=alt,
    )
