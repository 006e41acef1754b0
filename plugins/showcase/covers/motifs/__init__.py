"""All motifs.  A new one is a file beside this one and a line below; nothing is found by magic."""

from collections.abc import Mapping
from types import MappingProxyType

from showcase.covers.motifs import (
    arch,
    arcs,
    flock,
    hills,
    ripples,
    roofs,
    slips,
    sound,
    strings,
    sunflower,
    threads,
    towers,
    waves,
)
from showcase.covers.motifs.motif import Countable, Motif

MOTIFS: Mapping[str, Motif] = MappingProxyType(
    {
        "arcs": arcs.MOTIF,
        "sunflower": sunflower.MOTIF,
        "waves": waves.MOTIF,
        "threads": threads.MOTIF,
        "towers": towers.MOTIF,
        "hills": hills.MOTIF,
        "sound": sound.MOTIF,
        "flock": flock.MOTIF,
        "slips": slips.MOTIF,
        "strings": strings.MOTIF,
        "ripples": ripples.MOTIF,
        "roofs": roofs.MOTIF,
        "arch": arch.MOTIF,
    }
)

__all__ = ["MOTIFS", "Countable", "Motif"]
