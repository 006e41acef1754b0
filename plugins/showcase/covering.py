"""From a base to its cover: its own wishes first, then its name and kind."""

from __future__ import annotations

from .covers import MOTIFS, CoverSpec, choose
from .covers.palette import Key
from .model import Base
from .model.choices import CoverKey

KEYS: dict[CoverKey, Key] = {
    CoverKey.day: "day",
    CoverKey.dusk: "dusk",
    CoverKey.night: "night",
}
_BY_TITLE = {motif.title: name for name, motif in MOTIFS.items()}


def motif_titles() -> tuple[str, ...]:
    """The motifs by their Chinese names, as staff write them."""
    return tuple(_BY_TITLE)


def motif_called(written: str) -> str | None:
    """The motif that staff mean by a Chinese or an English name."""
    return written if written in MOTIFS else _BY_TITLE.get(written)


def cover_spec(identity: str, base: Base) -> CoverSpec:
    """What is drawn for a base."""
    wish = base.cover
    exact = [
        stat.value.number
        for stat in base.stats
        if wish is not None and wish.rhyme and stat.id == wish.rhyme and stat.value.exact
    ]
    return choose(
        identity,
        base.name,
        base.kind.value,
        motif=motif_called(wish.motif) if wish and wish.motif else None,
        colour=base.colour,
        key=KEYS[wish.key] if wish and wish.key else None,
        rhyme=int(exact[0]) if exact else None,
    )
