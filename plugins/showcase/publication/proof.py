"""The sheets that are signed before publication: each base as it will stand, with what changes marked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..catalogue import Catalogue, withheld_photos
from ..ledger import Ledger, Picture, Published, Snapshot, Tick
from ..model import Base, Consent, Publication
from ..reading.binding import Record
from . import telling
from .changes import ASSESSED, Change, changes, moves
from .comparison import Run, marked
from .pairing import SOURCES, Item, Pair, main_of, pairs, split
from .snapshot import Digests, base_snapshot, picture_name

_STATES = {"gone": "删去", "new": "新增", "changed": "改动", "same": ""}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a sheet: its label, its text with what went and came, what qualifies it, its source."""

    label: str
    state: str
    runs: tuple[Run, ...]
    notes: tuple[Run, ...]
    source: tuple[Run, ...]
    claim: bool


@dataclass(frozen=True, slots=True)
class ProofPhoto:
    """A photograph: its file (empty where it must not be shown), how it changes, the words beside it."""

    file: str
    state: str
    words: str
    withheld: bool


@dataclass(frozen=True, slots=True)
class ProofTick:
    """One criterion: its name, the mark before and after, and what it rests on."""

    name: str
    state: str
    runs: tuple[Run, ...]
    evidence: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class ProofBase:
    """One base on its sheet."""

    id: str
    name: str
    status: str
    review: str
    sentences: tuple[str, ...]
    lines: tuple[Line, ...]
    ticks: tuple[ProofTick, ...]
    photos: tuple[ProofPhoto, ...]


@dataclass(frozen=True, slots=True)
class Proof:
    """The whole document."""

    site: str
    date: str
    first: bool
    summary: str
    bases: tuple[ProofBase, ...]
    others: tuple[tuple[str, tuple[str, ...]], ...]


def proof_of(
    ledger: Ledger,
    now: Published,
    catalogue: Catalogue,
    digests: Digests,
    chosen: tuple[str, ...],
    date: str,
) -> Proof:
    """The sheets of the chosen bases, or of those that change, drafts among them.

    `catalogue` holds drafts too; `now` is what would be published.
    """
    before = ledger.published
    found = changes(before, now) if ledger.ever else ()
    touched = {one.id for one in found if one.kind == "bases"}
    drafts = {
        identity
        for identity, record in catalogue.bases.items()
        if record.content.status is not Publication.published
    }
    wanted = chosen or tuple(
        identity
        for identity in catalogue.bases
        if not ledger.ever or identity in touched or identity in drafts
    )
    origin = {new: old for old, new in moves(before, now).items()}
    sheets = tuple(
        _sheet(
            catalogue.bases[identity],
            catalogue,
            digests.get(identity, {}),
            before.of("bases").get(origin.get(identity, identity)) if ledger.ever else None,
            tuple(one for one in found if (one.kind, one.id) == ("bases", identity)),
            ever=ledger.ever,
        )
        for identity in wanted
    )
    here = set(wanted)
    others: dict[str, list[str]] = {}
    for one in found:
        if one.kind != "bases" or one.id not in here:
            others.setdefault(telling.heading(one), []).append(telling.sentence(one))
    summary = telling.summary(found) if ledger.ever else telling.first_time(now)
    return Proof(
        catalogue.site.content.name,
        date,
        not ledger.ever,
        summary,
        sheets,
        tuple((head, tuple(several)) for head, several in others.items()),
    )


def _sheet(
    record: Record[Base],
    catalogue: Catalogue,
    digests: Mapping[str, str],
    before: Snapshot | None,
    found: tuple[Change, ...],
    *,
    ever: bool,
) -> ProofBase:
    base = record.content
    after = base_snapshot(record, catalogue, digests)
    # on a first publication all is new, and marking all would mark nothing
    old = before or (Snapshot(base.name) if ever else after)
    review = base.reviewed
    return ProofBase(
        record.id,
        base.name,
        _status(base, public=before is not None),
        f"{review.by}{f'，{review.on.prose}' if review.on else ''}" if review else "",
        tuple(telling.sentence(one) for one in found),
        tuple(_lines(old, after, catalogue)),
        tuple(_ticks(old, after, catalogue)),
        tuple(_photos(record, catalogue, old, after)),
    )


def _status(base: Base, *, public: bool) -> str:
    if base.status is Publication.published:
        return ""
    return f"{base.status.value}，" + ("公开的网页会撤下" if public else "尚未公开")


def _state(before: object, after: object) -> str:
    if before == after:
        return ""
    return _STATES["new" if not before else "gone" if not after else "changed"]


def _lines(old: Snapshot, new: Snapshot, catalogue: Catalogue) -> Iterator[Line]:
    if old.name != new.name:
        yield Line("名称", "改动", marked(old.name, new.name), (), (), claim=False)
    was, was_lists = split(old.fields)
    now, now_lists = split(new.fields)
    # a single thing with parts, such as 成立 or an assessment, is a line of its own
    for head in dict.fromkeys((*_heads(now), *_heads(was))):
        line = _line(head, Pair(_under(was, head), _under(now, head)), catalogue)
        if line.state or head not in _DRAWN:
            yield line
    for head in dict.fromkeys((*now_lists, *was_lists)):
        made, _ = pairs(was_lists.get(head, ()), now_lists.get(head, ()))
        yield from (_line(head, pair, catalogue) for pair in made)


def _heads(single: Mapping[str, str]) -> Iterator[str]:
    return (path.rpartition("·")[0] or path for path in single)


def _under(single: Mapping[str, str], head: str) -> Item | None:
    found = {
        path.removeprefix(f"{head}·"): text
        for path, text in single.items()
        if path == head or path.rpartition("·")[0] == head
    }
    return found or None


def _line(head: str, pair: Pair, catalogue: Catalogue) -> Line:
    before, after = pair.before or {}, pair.after or {}
    shown = after or before
    # one order for both: that of the model, which a file does not keep
    order = tuple(dict.fromkeys((*after, *before)))
    main = main_of(head, dict.fromkeys(order, ""))
    return Line(
        _headed(head, catalogue),
        _state(pair.before, pair.after),
        marked(_main(main, before), _main(main, after)),
        marked(_notes(main, order, before), _notes(main, order, after)),
        marked(_source(before), _source(after)),
        claim=any(name in shown for name in SOURCES) or head in _CLAIMS,
    )


_DRAWN = ("主色", "封面")
"""What a page shows without saying it: on paper only where it changes."""
_CLAIMS = ("记载", "数据", "荣誉", "活动", "成立", "编注")
"""What must cite a source: these lines say so where they do not."""


def _headed(head: str, catalogue: Catalogue) -> str:
    """A head as people read it: the name of a standard in place of its id."""
    first, *rest = head.split("·")
    if first == ASSESSED and rest and (known := catalogue.standards.get(rest[0])):
        rest[0] = known.content.name
    return "·".join((first, *rest))


def _main(main: tuple[str, ...], item: Item) -> str:
    return "：".join(item[key] for key in main if key in item)


def _notes(main: tuple[str, ...], order: tuple[str, ...], item: Item) -> str:
    kept = (key for key in order if key in item and key not in (*SOURCES, *main))
    return "；".join(f"{key} {item[key]}" for key in kept)


def _source(item: Item) -> str:
    return "，".join(item[key] for key in SOURCES if key in item)


def _ticks(old: Snapshot, new: Snapshot, catalogue: Catalogue) -> Iterator[ProofTick]:
    for name in dict.fromkeys((*new.ticks, *old.ticks)):
        was, now = old.ticks.get(name, Tick("")), new.ticks.get(name, Tick(""))
        standard, _, criterion = name.partition("·")
        known = catalogue.standards.get(standard)
        yield ProofTick(
            f"{known.content.name if known else standard}·{criterion}",
            _state(was if was.mark else None, now if now.mark else None),
            marked(was.mark, now.mark),
            marked(_rests(was), _rests(now)),
        )


def _rests(tick: Tick) -> str:
    return "；".join((*tick.evidence.values(), *((f"说明：{tick.note}",) if tick.note else ())))


def _photos(
    record: Record[Base], catalogue: Catalogue, old: Snapshot, new: Snapshot
) -> Iterator[ProofPhoto]:
    base = record.content
    files = {picture_name(record.id, file): file for file in catalogue.photos.get(record.id, {})}
    for name in dict.fromkeys((*new.photos, *old.photos)):
        was, now = old.photos.get(name), new.photos.get(name)
        yield ProofPhoto(
            files.get(name, "") if now else "", _state(was, now), _said(now or was), withheld=False
        )
    for photo in base.photos:
        if photo.file in withheld_photos(base) and photo.consent is Consent.open:
            yield ProofPhoto("", "", photo.alt, withheld=True)


def _said(picture: Picture | None) -> str:
    if picture is None:
        return ""
    credit = f"摄影：{picture.credit}" if picture.credit else ""
    return "；".join(part for part in (picture.alt, picture.caption, credit) if part)
