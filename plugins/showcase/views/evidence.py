"""A piece of evidence in words, whichever page tells it."""

from __future__ import annotations

from dataclasses import dataclass

from ..judgement import Thing
from ..model import Activity, Base, Claim, DatedClaim, Evidence, Honour, Photo, Stat, Statement
from ..reading.binding import Record
from .atlas import Atlas
from .wording import sentence_of, when_beside


@dataclass(frozen=True, slots=True)
class Piece:
    """What one piece of evidence says: `kind` is 活动, 荣誉, 数据, 记载 or 照片, `when` a date in prose or empty.

    `path` is the site path of where it stands by itself, empty where it stands in the checklist alone;
    `claim` what cites a source, and nothing for a photograph.
    """

    kind: str
    when: str
    text: str
    path: str
    claim: Claim | None


def piece_of(atlas: Atlas, record: Record[Base], thing: Thing) -> Piece:
    """A piece of evidence of a base."""
    if isinstance(thing, Photo):
        return Piece("照片", "", thing.alt, "", None)
    kind, text = _named(thing)
    pointed = thing.id and not isinstance(thing, Evidence)
    path = atlas.claim_path(record, thing.id or "") if pointed else ""
    return Piece(kind, _when(thing, text), text, path, thing)


def _named(thing: Claim) -> tuple[str, str]:
    if isinstance(thing, Activity):
        return "活动", thing.title
    if isinstance(thing, Honour):
        return "荣誉", thing.title
    if isinstance(thing, Stat):
        return "数据", sentence_of(thing)
    return "记载", (thing.text or "") if isinstance(thing, Statement | Evidence) else ""


def _when(thing: Claim, text: str) -> str:
    if isinstance(thing, Activity | Honour):
        return thing.date.prose if thing.date else ""
    return when_beside(thing, text) if isinstance(thing, DatedClaim) else ""
