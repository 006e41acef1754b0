"""What must hold across files. One rule, one module; adding one is a module and a line here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from ..catalogue import Catalogue
from ..diagnostics import Diagnostic, in_order
from . import (
    alt_text,
    answers,
    belonging,
    chronology,
    citations,
    cities,
    coordinates,
    copies,
    cover_wishes,
    criteria,
    evidence,
    first_screen,
    identities,
    photograph_files,
    photographs,
    privacy,
    published,
    schema_version,
    site_choices,
    sureness,
    wordlist,
)

Rule = Callable[[Catalogue], Iterator[Diagnostic]]

RULES: Mapping[str, Rule] = {
    "schema-version": schema_version.check,
    "identities": identities.check,
    "belonging": belonging.check,
    "cities": cities.check,
    "copies": copies.check,
    "citations": citations.check,
    "sureness": sureness.check,
    "criteria": criteria.check,
    "answers": answers.check,
    "evidence": evidence.check,
    "first-screen": first_screen.check,
    "photographs": photographs.check,
    "photograph-files": photograph_files.check,
    "alt-text": alt_text.check,
    "cover-wishes": cover_wishes.check,
    "site-choices": site_choices.check,
    "published": published.check,
    "privacy": privacy.check,
    "wordlist": wordlist.check,
    "chronology": chronology.check,
    "coordinates": coordinates.check,
}


_CITED = frozenset(("activities", "honours", "stats", "statements", "photos", "founded"))
RESTS_ON: Mapping[str, frozenset[str]] = {
    "before-founding": frozenset(("founded",)),
    "far-date": frozenset(("updated",)),
    "unknown-evidence": _CITED,
    "met-without-evidence": _CITED,
    "unknown-event": frozenset(("activities",)),
    "unknown-figure": frozenset(("stats",)),
    "rhyme-not-exact": frozenset(("stats",)),
    "repeated-activity": frozenset(("activities",)),
    "unmet-without-reason": _CITED,
    "pairs-unequal": frozenset(("criteria", "groups", "paired", "gives", "shifts")),
}
"""Codes that are told of one place because of what other parts of the record say: by their keys."""


def check(catalogue: Catalogue) -> tuple[Diagnostic, ...]:
    """Everything that any rule finds, in the order of files and lines."""
    return in_order(found for rule in RULES.values() for found in rule(catalogue))


def check_all(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """What the rules find, in records with wrong values too: there only what those values have no part in."""
    sound = catalogue.sound()
    yield from check(sound)
    if sound is catalogue:
        return
    bases = {key: record for key, record in catalogue.bases.items() if record.doubtful}
    others = replace(catalogue, bases=sound.bases, unread=sound.unread)
    # bases and what they refer to, each beside what is sound of the other
    for several in (replace(sound, bases={**sound.bases, **bases}), others):
        doubtful = {record.file: record.doubtful for record in several.records if record.doubtful}
        for one in check(several):
            places = doubtful.get(one.place.file)
            if places and one.path and not any(_related(one.path, path) for path in places):
                parts = {path[0] for path in places if path}
                if not RESTS_ON.get(one.code, frozenset()) & parts:
                    yield one


def _related(one: tuple[str | int, ...], other: tuple[str | int, ...]) -> bool:
    """Whether one place lies within the other."""
    shared = min(len(one), len(other))
    return one[:shared] == other[:shared]
