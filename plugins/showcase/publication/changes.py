"""What will change on the public site: two states of it compared, each difference told exactly once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum

from ..ledger import KINDS, Picture, Published, Snapshot, Tick
from .pairing import FIGURES, Pair, name_of, pairs, split, words_of


class Weight(IntEnum):
    """What weighs most stands first."""

    page = 0
    tick = 1
    figure = 2
    text = 3
    photo = 4
    added = 5


_COUNTS = "达标"
_WITHOUT_PAGE = ("terms", "site")
_FORMER = "旧编号"
ASSESSED = "达标"
"""The head of what a base says of a standard, followed by the standard's id."""
_FIGURE = "数值"


@dataclass(frozen=True, slots=True)
class Change:
    """One difference. `how`: gone, new, moved, lit, out, changed, order.

    `kind`, `id` and `name` say of what; `what` is the field, criterion, photograph or page in the reader's
    words; `why` gives the reason for a tick.
    """

    weight: Weight
    how: str
    kind: str
    id: str
    name: str
    what: str = ""
    before: str = ""
    after: str = ""
    why: str = ""


def changes(before: Published, after: Published) -> tuple[Change, ...]:
    """Every difference, by thing; the thing with the weightiest change stands first."""
    found: list[Change] = []
    moved = moves(before, after)
    for kind in KINDS:
        old, new = before.of(kind), after.of(kind)
        if kind == "bases":
            old = {moved.get(identity, identity): told for identity, told in old.items()}
            found += [
                Change(Weight.page, "moved", kind, now, new[now].name, "网址", then, now)
                for then, now in moved.items()
            ]
        for identity in sorted(old.keys() | new.keys()):
            told = _thing(kind, identity, old.get(identity), new.get(identity), after)
            # that an id became a former one is what moving means
            came = kind == "bases" and identity in moved.values()
            found += [one for one in told if not (came and one.what == _FORMER)]
    found += _pages(before, after, moved)
    first: dict[tuple[str, str], Weight] = {}
    for one in found:
        spot = (one.kind, one.id)
        first[spot] = min(first.get(spot, one.weight), one.weight)
    # the sort keeps the order of fields within a thing
    return tuple(
        sorted(
            found,
            key=lambda one: (
                first[one.kind, one.id], _rank(one.kind), one.id, one.weight,
            ),
        )
    )  # fmt: skip


def moves(before: Published, after: Published) -> Mapping[str, str]:
    """The bases whose id changed: the old id, and the base of today that names it as a former one."""
    gone = before.of("bases").keys() - after.of("bases").keys()
    found: dict[str, str] = {}
    for identity, told in after.of("bases").items():
        if identity in before.of("bases"):
            continue
        for old in told.fields.get(_FORMER, "").split("、"):
            if old in gone and identity not in found.values():
                found[old] = identity
    return found


def _rank(kind: str) -> int:
    return (*KINDS, "pages").index(kind)


def _thing(
    kind: str, identity: str, old: Snapshot | None, new: Snapshot | None, after: Published
) -> Iterator[Change]:
    if old is None or new is None:
        told = old or new
        assert told is not None
        lost = Weight.text if kind in _WITHOUT_PAGE else Weight.page
        weight = lost if new is None else Weight.added
        yield Change(weight, "gone" if new is None else "new", kind, identity, told.name)
        return
    about = (kind, identity, new.name)
    if old.name != new.name:
        yield Change(Weight.text, "changed", *about, "名称", old.name, new.name)
    for name in dict.fromkeys((*new.ticks, *old.ticks)):
        yield from _tick(about, name, old.ticks.get(name), new.ticks.get(name), after)
    yield from _fields(about, _named(old.fields, after), _named(new.fields, after))
    for name in dict.fromkeys((*new.photos, *old.photos)):
        yield from _photo(about, old.photos.get(name), new.photos.get(name))


def _tick(
    about: tuple[str, str, str], name: str, old: Tick | None, new: Tick | None, after: Published
) -> Iterator[Change]:
    was, now = old or Tick(""), new or Tick("")
    # evidence that reads differently is told where it stands itself
    if (was.mark, was.evidence.keys(), was.note) == (now.mark, now.evidence.keys(), now.note):
        return
    standard, _, criterion = name.partition("·")
    known = after.of("standards").get(standard)
    what = f"{known.name if known else standard}·{criterion}"
    how = "changed"
    if (was.mark == _COUNTS) != (now.mark == _COUNTS):
        how = "lit" if now.mark == _COUNTS else "out"
    why = "；".join(_reasons(was, now))
    yield Change(Weight.tick, how, *about, what, was.mark, now.mark, why)


def _reasons(was: Tick, now: Tick) -> Iterator[str]:
    yield from (
        f"新增佐证“{said}”" for key, said in now.evidence.items() if key not in was.evidence
    )
    yield from (
        f"去掉佐证“{said}”" for key, said in was.evidence.items() if key not in now.evidence
    )
    if now.mark == "待更新" != was.mark:
        yield "佐证过了有效期"
    if now.mark == "待佐证" != was.mark and not now.evidence:
        yield "没有佐证"
    if was.note != now.note:
        yield f"说明由“{was.note}”改为“{now.note}”"


def _fields(
    about: tuple[str, str, str], old: Mapping[str, str], new: Mapping[str, str]
) -> Iterator[Change]:
    single, lists = split(old)
    now_single, now_lists = split(new)
    for what in [*now_single, *(one for one in single if one not in now_single)]:
        yield from _text(about, what, single.get(what, ""), now_single.get(what, ""))
    for head in [*now_lists, *(one for one in lists if one not in now_lists)]:
        made, shuffled = pairs(lists.get(head, ()), now_lists.get(head, ()))
        for pair in made:
            yield from _item(about, head, pair)
        if shuffled:
            yield Change(Weight.text, "order", *about, head)


def _named(fields: Mapping[str, str], after: Published) -> Mapping[str, str]:
    """Fields with the names of standards in place of their ids."""
    found = {}
    for path, text in fields.items():
        head, _, rest = path.partition("·")
        standard, _, below = rest.partition("·")
        known = after.of("standards").get(standard) if head == ASSESSED else None
        found[f"{head}·{known.name}·{below}" if known else path] = text
    return found


def _item(about: tuple[str, str, str], head: str, pair: Pair) -> Iterator[Change]:
    if pair.before is None or pair.after is None:
        item = pair.before or pair.after or {}
        whole = words_of(head, item)
        weight = Weight.figure if head == FIGURES else Weight.text
        if pair.after is None:
            yield Change(weight, "gone", *about, head, before=whole)
        else:
            yield Change(weight, "new", *about, head, after=whole)
        return
    called = f"{head}“{name_of(pair.after)}”"
    for name in [*pair.after, *(one for one in pair.before if one not in pair.after)]:
        was, now = pair.before.get(name, ""), pair.after.get(name, "")
        figure = head == FIGURES and name == _FIGURE
        what = called if figure else f"{called}的{name}"
        yield from _text(about, what, was, now, Weight.figure if figure else Weight.text)


def _text(
    about: tuple[str, str, str], what: str, was: str, now: str, weight: Weight = Weight.text
) -> Iterator[Change]:
    if was != now:
        how = "changed" if was and now else "new" if now else "gone"
        yield Change(weight, how, *about, what, was, now)


def _photo(
    about: tuple[str, str, str], old: Picture | None, new: Picture | None
) -> Iterator[Change]:
    told = new or old
    assert told is not None
    what = f"照片“{told.alt}”" if told.alt else "照片"
    if old is None or new is None:
        yield Change(Weight.photo, "new" if old is None else "gone", *about, what)
        return
    if old.sha256 != new.sha256:
        yield Change(Weight.photo, "changed", *about, what, why="换了一张")
    words = (
        ("替代文字", old.alt, new.alt),
        ("图注", old.caption, new.caption),
        ("摄影", old.credit, new.credit),
    )
    for name, was, now in words:
        yield from _text(about, f"{what}的{name}", was, now, Weight.photo)


def _pages(before: Published, after: Published, moved: Mapping[str, str]) -> Iterator[Change]:
    """Addresses that came, went or changed their title, beyond those of things already told of."""
    told = {
        f"{kind}/{identity}/"
        for kind in ("bases", "standards", "sources")
        for identity in before.of(kind).keys() ^ after.of(kind).keys()
    }
    told |= {f"bases/{one}/" for one in (*moved, *moved.values())}
    for path in sorted(before.pages.keys() ^ after.pages.keys()):
        if path in told or any(path == f"{one}timeline/" for one in told):
            continue
        gone = path in before.pages
        title = before.pages[path] if gone else after.pages[path]
        if gone:
            yield Change(Weight.page, "gone", "pages", path, title)
        else:
            yield Change(Weight.added, "new", "pages", path, title)
