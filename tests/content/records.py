"""Each base against the head of its record, and the site file against the bases."""

from __future__ import annotations

from collections.abc import Iterator
from operator import contains
from typing import Any

from pypinyin import pinyin

from showcase.covers import MOTIFS
from showcase.model import Base

from .dossier import Dossier, Record
from .reading import Content

NEVER_FILLED = (
    "level", "story", "contact", "coordinates", "photos", "links", "former_ids", "reviewed",
)  # fmt: skip
_MOTIFS = {motif.title: motif for motif in MOTIFS.values()}


def findings(content: Content, dossier: Dossier) -> Iterator[str]:
    records = {
        name: dossier.records[entry["record"]]
        for name, entry in content.trace.items()
        if name in content.bases and entry["record"] in dossier.records
    }
    used = [record.address for record in records.values()]
    yield from (f"{one}: no base" for one in dossier.records if one not in used)
    yield from (f"{one}: two bases" for one in set(used) if used.count(one) > 1)
    for name, record in records.items():
        base = content.bases[name]
        problems = [*_head(name, base, record), *_bare(base), *_cover(base)]
        yield from (f"{name}: {problem}" for problem in problems)
    yield from (f"_site: {problem}" for problem in _site(content))


def _head(name: str, base: Base, record: Record) -> Iterator[str]:
    head, place = record.head, record.place
    due: dict[str, Any] = {
        "name": record.name,
        "coined": head.get("coined") == "true",
        "kind": head["kind"],
        "part_of": head.get("part_of"),
        "aliases": tuple(head.get("aliases", ())),
        "city": place["city"],
        "district": tuple(place["district"].split("、")) if "district" in place else (),
        "site": place.get("site"),
    }
    ours = {field: getattr(base, field) for field in due} | {"kind": base.kind.value}
    yield from (f"{f} is {ours[f]}, the dossier has {due[f]}" for f in due if ours[f] != due[f])
    if head.get("id", name) != name:
        yield f"the dossier calls it {head['id']}"
    if base.pinyin is not None and not _reads(base.name, base.pinyin):
        yield f"{base.pinyin} is no reading of the name"


def _reads(name: str, written: str) -> bool:
    """Whether every syllable is one that its character can have."""
    possible = [pinyin(character, heteronym=True)[0] for character in name]
    syllables = written.split()
    return len(syllables) == len(possible) and all(map(contains, possible, syllables))


def _bare(base: Base) -> Iterator[str]:
    """What the dossier holds of nobody stays empty."""
    yield from (f"{field}: the dossier has none" for field in NEVER_FILLED if getattr(base, field))
    if any(activity.photos for activity in base.activities):
        yield "the dossier has no photographs"
    if base.status.value != "发布":
        yield "is kept out of the published site"
    if base.slogan and not any(base.slogan in one.text for one in base.statements):
        yield "the slogan is no cited statement"


def _cover(base: Base) -> Iterator[str]:
    if base.colour is None or base.cover is None or base.cover.key is None:
        yield "no curated cover"
        return
    motif = _MOTIFS.get(base.cover.motif or "")
    if motif is None:
        yield f"{base.cover.motif} is no motif"
    elif base.cover.rhyme is not None:
        exact = {stat.id: int(stat.value.number) for stat in base.stats if stat.value.exact}
        if not motif.countable.allows(exact.get(base.cover.rhyme, 0)):
            yield f"the cover cannot rhyme with {base.cover.rhyme}"


def _site(content: Content) -> Iterator[str]:
    site, home = content.site, content.site.home
    unknown = ("address", "sponsor", "organiser", "icp", "police", "corrections")
    yield from (f"{field}: nobody gave one" for field in unknown if getattr(site, field))
    yield from (
        f"no base {one}" for one in (*home.scroll, *home.featured) if one not in content.bases
    )
    yield from (f"no standard {one}" for one in home.standards if one not in content.standards)
    figures = {f"{name}/{stat.id}" for name, base in content.bases.items() for stat in base.stats}
    yield from (f"no figure {one}" for one in home.figures if one not in figures)
    for chosen in (home.scroll, home.featured, home.standards, home.figures):
        if len(set(chosen)) != len(chosen):
            yield f"chosen twice among {chosen}"
