"""What must hold across files. One rule, one module; adding one is a module and a line here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from ..catalogue import Catalogue
from ..diagnostics import Diagnostic, in_order
from . import (
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
