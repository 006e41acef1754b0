"""What a base's claims lack: a source, a date, certainty."""

from __future__ import annotations

from collections.abc import Iterator

from ..catalogue import Catalogue
from ..model import Activity, Base, Claim, PartialDate, Stat, Sureness
from ..reading.binding import Path, Record
from ..rules.claims import claims_of
from .findings import Finding, finding
from .matters import Matter
from .months import older

FIGURE_OLD = 18
"""Months after which a figure is called old: a yearly figure that missed its next turn by half a year."""
_LABELS = {
    "founded": "成立日期", "statements": "记载", "stats": "数据", "honours": "荣誉",
    "activities": "活动", "notes": "编注", "standards": "依据",
}  # fmt: skip


def look(
    record: Record[Base], catalogue: Catalogue, as_of: PartialDate | None
) -> Iterator[Finding]:
    """Everything that the claims of a base lack."""
    claims = [one for one in claims_of(record.content) if "evidence" not in one[0]]
    yield from _uncited(record, claims)
    yield from _unregistered(record, catalogue)
    yield from _inferred(record, claims)
    yield from _undated(record)
    yield from _figures(record, as_of)


def _uncited(record: Record[Base], claims: list[tuple[Path, Claim]]) -> Iterator[Finding]:
    found: dict[str, list[Path]] = {}
    for path, claim in claims:
        if claim.source is None:
            found.setdefault(str(path[0]), []).append(path)
    for name, paths in found.items():
        code = "uncited-founded" if name == "founded" else _one_or_more("uncited", paths)
        values = {"label": _LABELS[name], "count": str(len(paths))}
        yield finding(record, Matter.uncited, code, *paths, gain=len(paths), **values)


def _unregistered(record: Record[Base], catalogue: Catalogue) -> Iterator[Finding]:
    # without the list itself nobody can say what is not on it
    if "_sources" in catalogue.unread or not catalogue.sources_file.file:
        return
    found: dict[str, list[Path]] = {}
    for path, claim in claims_of(record.content):
        if claim.source is not None and claim.source not in catalogue.sources:
            found.setdefault(claim.source, []).append((*path, "source"))
    for source, paths in found.items():
        values = {"source": source, "count": str(len(paths))}
        yield finding(
            record, Matter.unregistered, "unregistered", *paths, gain=len(paths), **values
        )


def _inferred(record: Record[Base], claims: list[tuple[Path, Claim]]) -> Iterator[Finding]:
    paths = [path for path, claim in claims if claim.sure is Sureness.inferred]
    if paths:
        yield finding(
            record, Matter.inferred, "inferred", *paths, gain=len(paths), count=str(len(paths))
        )


def _undated(record: Record[Base]) -> Iterator[Finding]:
    paths: list[Path] = [
        ("activities", index)
        for index, one in enumerate(record.content.activities)
        if _has_no_year(one)
    ]
    if paths:
        values = {"count": str(len(paths))}
        yield finding(record, Matter.undated, "undated", *paths, gain=len(paths), **values)


def _has_no_year(activity: Activity) -> bool:
    return activity.date is None or activity.date.start.year is None


def _figures(record: Record[Base], as_of: PartialDate | None) -> Iterator[Finding]:
    stats = list(enumerate(record.content.stats))
    bare: list[Path] = [("stats", index) for index, one in stats if _is_bare(one)]
    if bare:
        values = {"count": str(len(bare))}
        yield finding(record, Matter.bare_figure, "bare-figure", *bare, gain=len(bare), **values)
    old = [(index, one.as_of) for index, one in stats if older(one.as_of, FIGURE_OLD, as_of)]
    if old:
        first = min((date for _, date in old if date), key=lambda date: date.key)
        paths: list[Path] = [("stats", index, "as_of") for index, _ in old]
        values = {"count": str(len(old)), "first": first.prose}
        yield finding(record, Matter.old_figure, "old-figure", *paths, gain=len(old), **values)


def _is_bare(stat: Stat) -> bool:
    return stat.as_of is None and stat.date is None and stat.since is None


def _one_or_more(code: str, paths: list[Path]) -> str:
    return code if len(paths) == 1 else f"{code}-several"
