"""What pages need to know of the whole: worked out once for a build, looked up by every page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from .. import addresses
from ..addresses import Addresses
from ..catalogue import Catalogue
from ..judgement import Verdict, judge
from ..model import Base, Kind
from ..pronunciation import initial, sort_key
from ..reading.binding import Record
from .cards import card_of
from .gathering import HONOUR, Happening, happenings_of, in_order
from .paging import parts_of
from .parts import Card
from .resting import Citing, resting
from .terms import Terms
from .wording import reference

COMPACT_BELOW = 4
"""Facts from which a record gets the full profile."""
EVENTS_SHOWN = 6
"""Events that a full profile shows; the rest stands on the base's timeline."""
CHRONICLE_PART = 150
"""Events on one page of the site's timeline: some 100 KB."""
LISTED_PART = 120
"""Cards on one page of a list: some 120 KB."""
_FIRST_KINDS = (Kind.region, Kind.brand_platform, Kind.practice_base)


@dataclass(frozen=True)
class Atlas:
    """A catalogue with its addresses, and the lists that several pages share."""

    catalogue: Catalogue
    addresses: Addresses
    index_names: bool = False
    _cards: dict[tuple[str, str], Card] = field(default_factory=dict)

    @cached_property
    def happenings(self) -> Mapping[str, tuple[Happening, ...]]:
        """What took place at each base, newest first."""
        return {
            identity: happenings_of(record) for identity, record in self.catalogue.bases.items()
        }

    @cached_property
    def chronicle(self) -> tuple[Happening, ...]:
        """What took place anywhere, newest first."""
        return in_order(one for own in self.happenings.values() for one in own)

    @cached_property
    def updated(self) -> str:
        """The newest date at which any base was changed, or nothing."""
        dates = [one.content.updated for one in self.listed if one.content.updated is not None]
        return max(dates, key=lambda date: date.key).prose if dates else ""

    @cached_property
    def chronicle_parts(self) -> tuple[Sequence[Happening], ...]:
        """The chronicle in pages."""
        return parts_of(self.chronicle, CHRONICLE_PART)

    @cached_property
    def page_of_year(self) -> Mapping[int | None, int]:
        """On which page of the chronicle, counted from 1, each year begins."""
        found: dict[int | None, int] = {}
        for number, part in enumerate(self.chronicle_parts, 1):
            for one in part:
                found.setdefault(one.year, number)
        return found

    @cached_property
    def size_of_year(self) -> Mapping[int | None, int]:
        """How much took place in each year."""
        return Counter(one.year for one in self.chronicle)

    @cached_property
    def listed_parts(self) -> tuple[Sequence[Record[Base]], ...]:
        """The directory in pages."""
        return parts_of(self.listed, LISTED_PART)

    @cached_property
    def page_of_city(self) -> Mapping[str, int]:
        """On which page of the directory, counted from 1, each city begins."""
        found: dict[str, int] = {}
        for number, part in enumerate(self.listed_parts, 1):
            for record in part:
                found.setdefault(record.content.city, number)
        return found

    @cached_property
    def judgements(self) -> Mapping[str, Mapping[str, tuple[Verdict, ...]]]:
        """How each base that answers a standard stands to it: standard, base, verdicts."""
        bases, standards = self.catalogue.bases, self.catalogue.standards
        return {
            standard: {
                identity: judge(
                    bases[identity].content,
                    bases[identity].content.standards[standard],
                    standards[standard].content,
                )
                for identity in identities
            }
            for standard, identities in self.catalogue.answering.items()
        }

    @cached_property
    def resting(self) -> Mapping[str, tuple[Citing, ...]]:
        """Everything cited, by source."""
        return resting(self.catalogue, self.listed, self.claim_path)

    @cached_property
    def references(self) -> Mapping[str, tuple[str, str, str]]:
        """How each source is told in a page's list: its line, the editors' note, and its own page."""
        return {
            identity: (reference(source), source.note or "", addresses.source(identity))
            for identity, source in self.catalogue.sources.items()
        }

    @cached_property
    def terms(self) -> Terms:
        """The words of the glossary that pages explain."""
        return Terms(self.catalogue.glossary.content.terms)

    @cached_property
    def cities(self) -> Mapping[str, tuple[Record[Base], ...]]:
        """The bases of each city in the order of lists, cities with most bases first."""
        return {
            city: self._sorted(identities) for city, identities in self.catalogue.cities.items()
        }

    @cached_property
    def districts(self) -> Mapping[tuple[str, tuple[str, ...]], tuple[Record[Base], ...]]:
        """The bases of each city and district, in the order of lists."""
        found: dict[tuple[str, tuple[str, ...]], list[Record[Base]]] = {}
        for records in self.cities.values():
            for record in records:
                found.setdefault((record.content.city, record.content.district), []).append(record)
        return {key: tuple(records) for key, records in found.items()}

    @cached_property
    def children(self) -> Mapping[str, tuple[Record[Base], ...]]:
        """The bases directly part of each base, in the order of lists."""
        return {
            parent: self._sorted(identities)
            for parent, identities in self.catalogue.children.items()
        }

    @cached_property
    def positions(self) -> Mapping[str, tuple[int, int]]:
        """Where each base stands among its siblings and in its district, counted from 0."""
        among = {
            record.id: place
            for records in self.children.values()
            for place, record in enumerate(records)
        }
        return {
            record.id: (among.get(record.id, 0), place)
            for records in self.districts.values()
            for place, record in enumerate(records)
        }

    @cached_property
    def listed(self) -> tuple[Record[Base], ...]:
        """Every base in the order of lists: by city, then kind, then name."""
        return tuple(record for records in self.cities.values() for record in records)

    @cached_property
    def alphabetical(self) -> tuple[Record[Base], ...]:
        """Every base in the order of pinyin; names that begin with no letter last."""
        return tuple(sorted(self.listed, key=_spelling))

    def claim_path(self, record: Record[Base], anchor: str) -> str:
        """Where a claim of a base stands: on its profile, or past the first events on its timeline."""
        if anchor in self._late_events.get(record.id, ()):
            return addresses.base_timeline(record.id) + f"#{anchor}"
        return addresses.base(record.id, anchor)

    @cached_property
    def _late_events(self) -> Mapping[str, frozenset[str]]:
        """The events of each base that its profile leaves to its timeline. Honours always stand there."""
        return {
            identity: frozenset(one.anchor for one in own[EVENTS_SHOWN:] if one.type != HONOUR)
            for identity, own in self.happenings.items()
            if len(own) > EVENTS_SHOWN and not is_compact(self.catalogue.bases[identity].content)
        }

    def card(self, record: Record[Base], within: str = "") -> Card:
        """A base's card, made once; `within` names the city that need not be said again."""
        known = self._cards.get((record.id, within))
        if known is None:
            known = self._cards[record.id, within] = card_of(record, within=within)
        return known

    def _sorted(self, identities: tuple[str, ...]) -> tuple[Record[Base], ...]:
        records = (self.catalogue.bases[identity] for identity in identities)
        return tuple(sorted(records, key=_order))


def _order(record: Record[Base]) -> tuple[object, ...]:
    base = record.content
    rank = _FIRST_KINDS.index(base.kind) if base.kind in _FIRST_KINDS else len(_FIRST_KINDS)
    # GB 18030 keeps the common characters in the order of their pinyin
    return (rank, base.kind.value.encode("gb18030"), base.name.encode("gb18030"), record.id)


def _spelling(record: Record[Base]) -> tuple[bool, str, str]:
    name, given = record.content.name, record.content.pinyin or ""
    return (initial(name, given) == "#", sort_key(name, given), record.id)


def is_compact(base: Base) -> bool:
    """Whether a base gets the compact profile."""
    return facts_in(base) < COMPACT_BELOW


def facts_in(base: Base) -> int:
    """How many cited facts a base has: what decides between the full and the compact profile."""
    lists = (base.statements, base.stats, base.honours, base.activities)
    return sum(map(len, lists)) + (base.founded is not None)
