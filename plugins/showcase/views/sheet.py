"""A page being written: numbers its citations, marks the terms, and sets claims, figures and events."""

from __future__ import annotations

from .. import addresses
from ..markup import Html, element, escaped, joined
from ..model import ActivityType, Base, Kind, Stat, Statement
from ..model import Claim as ClaimModel
from ..reading.binding import Record
from .atlas import Atlas
from .gathering import Happening
from .marks import UNCITED
from .parts import Cite, Claim, Event, Figure, Link, PhotoView, Remark, SourceNote
from .wording import gloss_of, place_of, plain, runs_of, when_beside, when_of


class Sheet:
    """One page's worth of footnotes and marked terms. Make a new one for every page."""

    def __init__(self, atlas: Atlas, path: str) -> None:
        self.atlas = atlas
        self.catalogue = catalogue = atlas.catalogue
        self.path = path
        self._sources = catalogue.sources
        self._numbers: dict[str, int] = {}
        self._cites: dict[tuple[str | None, str | None], tuple[Cite, ...]] = {}
        self._terms = atlas.terms
        self._left = set(self._terms.by_word)

    def cite(self, source: str | None, at: str | None = None) -> tuple[Cite, ...]:
        """The reference mark of a source, numbered in order of first use."""
        known = self._cites.get((source, at))
        if known is not None:
            return known
        if source is None or source not in self._sources:
            return ()
        number = self._numbers.setdefault(source, len(self._numbers) + 1)
        title = self._sources[source].short + (f"，{at}" if at else "")
        cites = self._cites[source, at] = (Cite(number, f"#source-{number}", title),)
        return cites

    def sources(self) -> tuple[SourceNote, ...]:
        """The page's list of sources, once everything on it has been set."""
        return tuple(
            SourceNote(f"source-{number}", number, *self.atlas.references[source])
            for source, number in self._numbers.items()
        )

    def text(self, written: str) -> Html:
        """Text made safe, with each term of the glossary explained where it first stands."""
        parts: list[Html] = []
        at = 0
        for found in self._terms.pattern.finditer(written) if self._left else ():
            parts += (escaped(written[at : found.start()]), self._explained(found.group()))
            at = found.end()
        rest = escaped(written[at:])
        return joined((*parts, rest)) if parts else rest

    def _explained(self, word: str) -> Html:
        term = self._terms.by_word[word]
        if word not in self._left:
            return escaped(word)
        self._left -= {one for one, same in self._terms.by_word.items() if same is term}
        gloss = escaped(gloss_of(term))
        note = element("span", {"class": "term__note", "role": "tooltip"}, gloss)
        href = self.href(addresses.term(term.id))
        return element("a", {"class": "term", "href": href}, escaped(word), note)

    def href(self, path: str) -> str:
        """A site path as seen from this page, for links inside finished HTML."""
        return addresses.relative(self.path, path, index_names=self.atlas.index_names)

    def remarks(self, claim: ClaimModel) -> tuple[Remark, ...]:
        """What qualifies a claim: 推定 or 未明 with its reason, 未注来源."""
        found = (Remark(claim.sure.value, claim.because or ""),) if claim.sure else ()
        return found if claim.source else (*found, UNCITED)

    def claim(self, claim: Statement, anchor: str) -> Claim:
        """A cited sentence."""
        return self.sentence(claim, anchor, claim.text, when_beside(claim, claim.text))

    def sentence(self, claim: ClaimModel, anchor: str, text: str, when: str = "") -> Claim:
        """Any claim as a sentence of the given words."""
        cites = self.cite(claim.source, claim.at)
        return Claim(anchor, when, self.text(text), self.remarks(claim), cites)

    def figure(self, stat: Stat, anchor: str, base: Base | None = None, path: str = "") -> Figure:
        """A figure; with `base`, as seen from elsewhere: whose it is, and the way there."""
        source = self.catalogue.sources.get(stat.source or "")
        names = (base.name if base else "", source.short if source else "")
        origin = "·".join(name for name in names if name)
        return Figure(
            anchor,
            runs_of(stat.value),
            self.text(_label_of(stat, base)),
            when_of(stat),
            origin,
            path,
            self.remarks(stat),
            self.cite(stat.source, stat.at),
        )

    def event(self, happening: Happening, *, own: bool) -> Event:
        """An item of a timeline; `own` on the base's own pages, where its name goes without saying."""
        claim, record = happening.claim, happening.record
        base = record.content
        return Event(
            happening.anchor if own else f"{record.id}-{happening.anchor}",
            happening.moment,
            self.text(happening.title if own else happening.told_elsewhere),
            "" if happening.type == ActivityType.other else happening.type,
            happening.place or ("" if own else place_of(base)),
            plain(happening.summary),
            None if own else Link(base.name, self.atlas.claim_path(record, happening.anchor)),
            self.remarks(claim),
            self.cite(claim.source, claim.at),
            self.photographs(record, happening.photos),
        )

    def photographs(self, record: Record[Base], names: tuple[str, ...]) -> tuple[PhotoView, ...]:
        """Photographs by file name, with what the base says of them."""
        if not names:
            return ()
        described = {photo.file: photo for photo in record.content.photos}
        files = self.catalogue.photos.get(record.id, {})
        return tuple(
            PhotoView(
                addresses.photograph(record.id, name),
                described[name].alt if name in described else "",
                (described[name].caption or "") if name in described else "",
                (described[name].credit or "") if name in described else "",
                files[name].width,
                files[name].height,
            )
            for name in names
            if name in files
        )


def _label_of(stat: Stat, base: Base | None) -> str:
    """A figure's label; a district's own figure, seen from elsewhere, says which district's."""
    district = base is not None and base.kind is Kind.region and base.district
    return f"{'、'.join(district)}：{stat.label}" if district else stat.label
