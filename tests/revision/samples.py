"""Invented bases, as data under English keys, and changes to them: for properties."""

from __future__ import annotations

import copy
from collections.abc import Iterable
from typing import Any

from hypothesis import strategies as st

from showcase.model import Base
from showcase.revision import Add, Change, Drop, Put, Way

ODD = (
    "0571-00000001", "2023.10", "no", "true", "null", "~", "12:30", "a: b", "a:", "#1", "a #b", "- a", "[a]", "{a: b}",
    "&a", "*a", "!a", "@a", "%a", "`a`", "| a", "> a", "? a", "a, b", "甲、乙", "甲，乙；丙", "说“好”", "“全是”", "it's", 'say "x"',
    "C:\\new\\t", "\\", "emoji 🎉", "0x1F", "1e5", "0777", "1_000", "-", "--- a", "...", "=", "<<", "甲：乙", "名称：甲", "，起头",
    "'", '"', "a'", "''", "％", "a-b_c", "2023-05-01", "2018", "18.5%", "https://example.org/?a=b&c#d",
    "城市：云州，类别：其他", "甲 # 乙", "甲  乙", "city: 云州", "x" * 90,
)  # fmt: skip
_SIGNS = "甲乙丙x0 :#-[]{},&*!|>'\"%@`、，；：。“”\\~?.=/()（）"
texts = st.one_of(
    st.sampled_from(("甲", "同心同行", "云桥大厦", "a plain text", "二〇二三", "第3节")),
    st.sampled_from(ODD),
    st.text(_SIGNS, min_size=1, max_size=8),
).map(str.strip)


def is_text(text: str) -> bool:
    """Whether a text may stand in a field of one line."""
    try:
        Base.model_validate(
            {"schema": "1", "name": "甲", "kind": "其他", "city": "甲", "slogan": text}
        )
    except ValueError:
        return False
    return True


lines = texts.filter(is_text)
ids = st.sampled_from(
    ("yun-bao", "a1", "x-2-y", "opening", "no", "six", "on", "null", "true", "123", "0123")
)
dates = st.sampled_from(("2018", "2023-05", "2023-05-01", "2023年5月", "2019.10", "2020/3/1"))
amounts = st.sampled_from(("3家", "300余家", "1.5万人", "2,000人", "约7个", "18%"))
stories = st.lists(lines, min_size=2, max_size=4).flatmap(
    lambda some: st.sampled_from(("\n", "\n\n")).map(lambda gap: gap.join(some))
)
_claim = {"id": ids, "source": ids, "at": lines, "sure": st.sampled_from(("推定", "未明"))}


def mapping(needed: dict[str, Any], optional: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    """A mapping with its keys in any order."""
    made = st.fixed_dictionaries(needed, optional=optional)
    return made.flatmap(lambda one: st.permutations(list(one.items())).map(dict))


statements = mapping({"text": lines}, {**_claim, "topic": lines, "since": dates})
stats = mapping({"label": lines, "value": amounts}, {**_claim, "as_of": dates})
periods = st.just({"from": "2023-05", "to": "2023-08"})
activities = mapping(
    {"title": lines},
    {**_claim, "date": dates | periods, "place": lines, "photos": st.lists(lines, min_size=1, max_size=3)},
)  # fmt: skip
evidence = lines | mapping({}, {"ref": lines, "source": ids, "text": lines}).filter(bool)
answers = mapping(
    {"criterion": lines, "status": st.sampled_from(("达标", "未达标", "未对照"))},
    {"note": lines, "evidence": st.lists(evidence, min_size=1, max_size=3)},
)
assessments = mapping(
    {"tied_by": statements, "basis": st.sampled_from(("自评", "资料整理"))},
    {"by": lines, "answers": st.lists(answers, min_size=1, max_size=3)},
)
contacts = mapping({}, {"phone": st.just("0571-00000000"), "hours": lines, "address": lines})
names = st.lists(lines.filter(lambda text: len(text) <= 60), min_size=1, max_size=3)
several = {"statements": statements, "stats": stats, "activities": activities, "notes": statements}
optional: dict[str, st.SearchStrategy[Any]] = {
    "district": names, "aliases": names, "public_ok": names, "slogan": lines, "summary": lines, "site": lines, "story": stories,
    "founded": dates | mapping({"date": dates}, _claim), "former_ids": st.lists(ids, min_size=1, max_size=3),
    "related_standards": st.lists(ids, min_size=1, max_size=3), "contact": contacts.filter(bool), "colour": st.just("#A6192E"),
    "coined": st.sampled_from(("true", "false")), "standards": st.dictionaries(ids, assessments, min_size=1, max_size=2),
    **{key: st.lists(one, min_size=1, max_size=3) for key, one in several.items() if key != "notes"},
}  # fmt: skip
bases = mapping(
    {
        "schema": st.just("1"),
        "name": st.just("云桥同心站"),
        "kind": st.sampled_from(("其他", "协商平台")),
        "city": st.just("云州市"),
    },
    optional,
)


def accepted(data: Any) -> Base | None:
    """The base that data make, if they make one."""
    try:
        return Base.model_validate(data)
    except ValueError:
        return None


@st.composite
def changes_to(draw: st.DrawFn, data: dict[str, Any]) -> list[Change]:
    """Changes that do not speak of one place twice; what comes of them may not be a base."""
    found: list[Change] = []
    for _ in range(draw(st.integers(1, 4))):
        ways = [way for way in _ways(data, ()) if not any(_meet(way, one.way) for one in found)]
        if not ways:
            break
        way = draw(st.sampled_from(ways))
        found.append(_change(draw, data, way))
    return found


def _change(draw: st.DrawFn, data: dict[str, Any], way: Way) -> Change:
    value = at(data, way)
    kind = draw(st.sampled_from(("put", "drop", "add")))
    if kind == "drop":
        return Drop(way)
    if isinstance(value, str):
        return Put(way, _alike(draw, way, value))
    if isinstance(value, list):
        if value and all(isinstance(one, str) for one in value):
            fresh = [_alike(draw, (*way, 0), one) for one in draw(st.permutations(value))]
            fresh = fresh[: draw(st.integers(1, len(fresh)))]
            return Put(way, tuple(fresh)) if kind == "put" else Add(way, fresh[0])
        item = draw(
            several[str(way[-1])]
            if way[-1] in several
            else evidence
            if way[-1] == "evidence"
            else answers
        )
        return Add(way, frozen(item))
    for key, one in _missing(way, value):
        if draw(st.booleans()):
            return Put((*way, key), draw(one))
    return Drop(way)


def _missing(way: Way, value: dict[str, Any]) -> Iterable[tuple[str, st.SearchStrategy[Any]]]:
    known: dict[str, st.SearchStrategy[Any]] = {
        "contact": st.just({}), "stats": st.just({}),
    }  # fmt: skip
    if way == ("contact",):
        known = {"hours": lines, "wechat": lines, "address": lines}
    elif len(way) == 2 and way[0] in several:
        known = {"at": lines, "because": lines, "source": ids}
    elif way and way[-1] == "tied_by":
        known = {"topic": lines, "at": lines}
    elif not way or (way[0] == "standards" and len(way) != 2):
        known = {}
    else:
        known = {"note": lines} if way[0] == "standards" else {}
    return [(key, one) for key, one in known.items() if key not in value]


def _alike(draw: st.DrawFn, way: Way, value: str) -> str:
    key = next((step for step in reversed(way) if isinstance(step, str)), "")
    kinds: dict[str, st.SearchStrategy[str]] = {
        "date": dates, "founded": dates, "since": dates, "as_of": dates, "value": amounts, "id": ids, "source": ids,
        "story": stories | lines, "former_ids": ids, "related_standards": ids, "coined": st.sampled_from(("true", "false", "是")),
        "status": st.sampled_from(("达标", "未对照")), "phone": st.just("0571-00000001"), "colour": st.just("#000000"),
        "kind": st.sampled_from(("其他", "品牌平台")), "schema": st.just("1"), "basis": st.sampled_from(("自评", "评定")), "sure": st.just("未明"),
    }  # fmt: skip
    return draw(kinds.get(key, lines))


def _meet(one: Way, other: Way) -> bool:
    least = min(len(one), len(other))
    return one[:least] == other[:least]


def _ways(data: Any, way: Way) -> Iterable[Way]:
    if way:
        yield way
    inner = (
        data.items()
        if isinstance(data, dict)
        else enumerate(data)
        if isinstance(data, list)
        else ()
    )
    for step, value in inner:
        yield from _ways(value, (*way, step))


def at(data: Any, way: Way) -> Any:
    """What stands at a way."""
    for step in way:
        data = data[step]
    return data


def frozen(item: Any) -> Any:
    """An item as a change takes it."""
    if isinstance(item, dict):
        return {key: frozen(value) for key, value in item.items()}
    return tuple(map(frozen, item)) if isinstance(item, list) else item


def thawed(item: Any) -> Any:
    """An item as data."""
    if isinstance(item, dict):
        return {key: thawed(value) for key, value in item.items()}
    return list(map(thawed, item)) if isinstance(item, tuple) else item


def after(data: dict[str, Any], changes: list[Change]) -> dict[str, Any]:
    """What data say after changes: reckoned another way than the code under test does."""
    result = copy.deepcopy(data)
    for change in changes:
        if isinstance(change, Put):
            _set(result, change.way, thawed(change.value))
        elif isinstance(change, Add):
            at(result, change.way).append(thawed(change.item))
    drops = sorted((one.way for one in changes if isinstance(one, Drop)), key=_last_first)
    for way in drops:
        del at(result, way[:-1])[way[-1]]
        while len(way) > 1 and not at(result, way := way[:-1]):
            del at(result, way[:-1])[way[-1]]
    return result


def _last_first(way: Way) -> tuple[tuple[int, str], ...]:
    return tuple((-step, "") if isinstance(step, int) else (0, step) for step in way)


def _set(data: Any, way: Way, value: Any) -> None:
    place = at(data, way[:-1])
    if isinstance(place, dict) and isinstance(place.get(way[-1]), dict) and way[-1] == "founded":
        place, way = place[way[-1]], ("date",)
    place[way[-1]] = value
