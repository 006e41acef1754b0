"""Where files speak of a base by its id: what a new id has to be written into."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Base, Criterion, Part, Site, Standard

Way = tuple[str | int, ...]


def references(content: Part, old: str, new: str) -> Iterator[tuple[Way, str]]:
    """Each value of a file that names the base `old`, by its way, with the same value naming `new`."""
    if isinstance(content, Base) and content.part_of == old:
        yield ("part_of",), new
    if isinstance(content, Standard):
        for number, criterion in enumerate(content.criteria):
            yield from _criterion(("criteria", number), criterion, old, new)
        for outer, group in enumerate(content.groups):
            for number, criterion in enumerate(group.criteria):
                yield from _criterion(("groups", outer, "criteria", number), criterion, old, new)
    if isinstance(content, Site):
        for name in ("scroll", "featured"):
            for number, identity in enumerate(getattr(content.home, name)):
                if identity == old:
                    yield ("home", name, number), new
        for number, figure in enumerate(content.home.figures):
            identity, slash, stat = figure.partition("/")
            if identity == old:
                yield ("home", "figures", number), f"{new}{slash}{stat}"


def _criterion(way: Way, criterion: Criterion, old: str, new: str) -> Iterator[tuple[Way, str]]:
    if criterion.base == old:
        yield (*way, "base"), new
