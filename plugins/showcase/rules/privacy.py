"""Nothing personal is published by accident: numbers of identity cards never, the rest only when cleared.

Passes: 云桥大厦3幢201室; 0571-00000000; a mobile number that `public_ok` of the file, or of `_site.yml` for all
files, repeats. Fails: a citizen number, cleared or not. Warned of: a mobile number, a bank card, a licence
plate, a home address. Noted: a clearance that clears nothing.
Sources: 个人信息保护法 art. 28 (identity, financial accounts, whereabouts are sensitive), GB/T 35273-2020 annex B.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from ..catalogue import Catalogue
from ..diagnostics import DROPPED, Diagnostic, Edit, Fix, Level, Place
from ..model import Base
from ..privacy import Finding, Kind, find, mask, masked, plain
from ..reading.binding import Path, Record
from .spots import in_value, moved
from .texts import records, texts_of, together

CLEARING = "public_ok"
_CODES = {
    Kind.CITIZEN: "identity-card",
    Kind.OLD_CITIZEN: "identity-card-old",
    Kind.BANK_CARD: "bank-card",
    Kind.MOBILE: "mobile-number",
    Kind.HOME: "home-address",
    Kind.FLAT: "home-address",
    Kind.PLATE: "licence-plate",
}
_NEVER = (Kind.CITIZEN, Kind.OLD_CITIZEN)
_VENUES: tuple[Path, ...] = (("contact", "address"), ("site",))
_ITEM = re.compile(r"\s*-\s")


@dataclass
class _Clearances:
    """What may be published, by the path that says so, and which of it was needed."""

    words: Mapping[Path, str]
    used: set[Path] = field(default_factory=set)

    def allow(self, words: str) -> bool:
        """Whether these words are cleared."""
        wanted = plain(words)
        found = {path for path, cleared in self.words.items() if wanted in cleared}
        self.used |= found
        return bool(found)


def check(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Report personal data in every text that can reach a page."""
    everywhere = _cleared_by(catalogue.site)
    for record in records(catalogue):
        here = everywhere if record is catalogue.site else _cleared_by(record)
        if find(together(record.content)):
            yield from _in_record(record, here, everywhere)
        if here is not everywhere:
            yield from _unused(record, here)
    for file, text in catalogue.prose.items():
        for finding in find(text):
            words = text[finding.start : finding.end]
            if finding.kind in _NEVER or not everywhere.allow(words):
                yield _in_prose(file, text, finding)
    # a file that cannot be read may be the one that needs a clearance
    if not catalogue.unread:
        yield from _unused(catalogue.site, everywhere)


def hushed(found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """The diagnostics of all rules, none of which repeats what must not be spread."""
    for one in found:
        values = {name: masked(value) for name, value in one.values.items()}
        text, name, fix = masked(one.text), masked(one.field), one.fix
        if fix and any(_is_grave(edit.new) for edit in fix.edits):
            # a line written anew would show it
            fix = None
        if (text, name, values, fix) == (one.text, one.field, one.values, one.fix):
            yield one
        else:
            yield replace(one, text=text, field=name, values=values, fix=fix)


def _is_grave(text: str) -> bool:
    return any(finding.kind in (*_NEVER, Kind.BANK_CARD) for finding in find(text))


def _cleared_by(record: Record[Any]) -> _Clearances:
    words = getattr(record.content, CLEARING, ())
    return _Clearances({(CLEARING, index): plain(one) for index, one in enumerate(words)})


def _in_record(
    record: Record[Any], here: _Clearances, everywhere: _Clearances
) -> Iterator[Diagnostic]:
    for one in texts_of(record.content):
        for finding in find(one.text):
            words = one.text[finding.start : finding.end]
            if finding.kind not in _NEVER:
                clearing = one.path[0] == CLEARING
                visited = finding.kind is Kind.FLAT and _is_venue(record, one.path)
                if clearing or visited or here.allow(words) or everywhere.allow(words):
                    continue
            yield _in_value(record, one.path, one.text, finding)


def _is_venue(record: Record[Any], path: Path) -> bool:
    """Whether the text says where visitors are received, be it in a block of flats."""
    place = path[0] == "activities" and path[-1] == "place"
    return isinstance(record.content, Base) and (path in _VENUES or place)


def _in_value(record: Record[Any], path: Path, text: str, finding: Finding) -> Diagnostic:
    shown = mask(text, finding)
    fault = record.fault(_CODES[finding.kind], path, _level(finding), shown=shown)
    return _quietly(in_value(fault, record.text, text, finding.start, finding.end))


def _in_prose(file: str, text: str, finding: Finding) -> Diagnostic:
    values = {"shown": mask(text, finding)}
    fault = Diagnostic(_CODES[finding.kind], _level(finding), Place(file), values=values)
    return _quietly(moved(fault, text, finding.start, finding.end))


def _level(finding: Finding) -> Level:
    return Level.ERROR if finding.kind in _NEVER else Level.WARNING


def _quietly(fault: Diagnostic) -> Diagnostic:
    return replace(fault, text=masked(fault.text))


def _unused(record: Record[Any], clearances: _Clearances) -> Iterator[Diagnostic]:
    for path in sorted(clearances.words.keys() - clearances.used, key=str):
        words = record.content.public_ok[path[1]]
        if any(finding.kind in _NEVER for finding in find(words)):
            # told already as such
            continue
        fault = record.fault("public-ok-unused", path, Level.NOTE, shown=masked(words))
        if _ITEM.match(fault.text):
            line = fault.place.line
            fix = Fix((Edit(line, 1, len(fault.text) + 1, DROPPED),))
            fault = replace(fault, fix=fix)
        yield _quietly(fault)
