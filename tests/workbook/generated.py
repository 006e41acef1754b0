"""Invented content for Hypothesis: bases, figures, activities, assessments and sources with every sort of value."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from showcase.catalogue import Catalogue, blank
from showcase.diagnostics import errors
from showcase.model import Base, SourceList, Standard
from showcase.reading.binding import Record, bind
from showcase.workbook.typed import Data, as_text

CRITERIA = ("有阵地", "有制度", "有活动")
SOURCES = ("cloud-report", "field-notes")
_STANDARD = f"schema: 1\nname: 虚构三有\nuse: 对照\nsource: cloud-report\ncriteria: [{', '.join(CRITERIA)}]\n"

# what spreadsheets, YAML and our own cells could take for something else
_SIGNS = "云桥同心=+-@'\"、，；;：:【】|#&*!%{}[]<>\\/ 　_x000D1a9。“”《》🌱()（）\t"
_NASTY = st.sampled_from(
    ["=1+1", "@某", "+86", "-1", "'单引号", "_x000D_", "a_x0041_b", "甲、乙", "甲；乙", "来源：甲", "【注】", "true",
     "null", "1-2", "2023.10", "0571", "1e5", "#N/A 之类", "<b>", "a & b", "云桥 同心", "“引”", "甲\u00a0乙", "é", "𠮷"]
)  # fmt: skip
LINES = st.one_of(_NASTY, st.text(_SIGNS, min_size=1, max_size=12), st.just("云桥虚构"))
STORIES = st.lists(st.one_of(LINES, st.just("")), min_size=1, max_size=4).map("\n".join)
DATES = st.one_of(
    st.dates().filter(lambda day: 1840 <= day.year <= 2200).map(str),
    st.sampled_from(
        [
            "2023",
            "2023-10",
            "2023年3月",
            "约2018年",
            "2023年上半年",
            "--03-25",
            "二〇二三年",
            "2023/3/5",
            "2023.3",
        ]
    ),
)
PERIODS = st.one_of(
    DATES,
    st.tuples(st.integers(2000, 2010), st.integers(2011, 2020)).map(
        lambda years: {"from": f"{years[0]}-05", "to": f"{years[1]}"}
    ),
)
FIGURES = st.sampled_from(
    ["300余家", "超100个", "约204万人", "50%", "3", "3.50", "40人", "1,200户"]
)
_CLAIM = {
    "source": st.sampled_from(SOURCES), "at": LINES, "sure": st.sampled_from(["推定", "未明"]), "because": LINES,
}  # fmt: skip
_STATS = st.fixed_dictionaries(
    {"label": LINES, "value": FIGURES}, optional={**_CLAIM, "as_of": DATES, "topic": LINES}
)
_ACTIVITIES = st.fixed_dictionaries(
    {"title": LINES},
    optional={
        **_CLAIM, "date": PERIODS, "place": LINES, "summary": LINES, "type": st.sampled_from(["会议", "其他"]),
        "photos": st.lists(LINES, min_size=1, max_size=3),
    },
)  # fmt: skip
_EVIDENCE = st.one_of(
    LINES, st.fixed_dictionaries({"text": LINES}, optional=_CLAIM), st.just({"ref": "opening"})
)
_ANSWERS = st.lists(
    st.fixed_dictionaries(
        {"criterion": st.sampled_from(CRITERIA), "status": st.sampled_from(["达标", "未对照"])},
        optional={"note": LINES, "evidence": st.lists(_EVIDENCE, min_size=1, max_size=3)},
    ),
    min_size=1,
    max_size=3,
    unique_by=lambda one: one["criterion"],
)
_ASSESSMENTS = st.fixed_dictionaries(
    {
        "tied_by": st.fixed_dictionaries({"text": LINES}, optional=_CLAIM),
        "basis": st.sampled_from(["自评", "评定"]),
    },
    optional={"date": DATES, "by": LINES, "note": LINES, "answers": _ANSWERS},
)
BASES: st.SearchStrategy[Data] = st.fixed_dictionaries(
    {"schema": st.just("1"), "name": LINES, "kind": st.just("其他"), "city": st.just("云州市")},
    optional={
        "aliases": st.one_of(LINES, st.lists(LINES, min_size=1, max_size=3)),
        "district": st.lists(LINES, min_size=1, max_size=2),
        "founded": st.one_of(DATES, st.fixed_dictionaries({"date": DATES}, optional=_CLAIM)),
        "summary": LINES,
        "story": STORIES,
        "coined": st.sampled_from(["true", "false"]),
        "contact": st.fixed_dictionaries({"phone": st.just("0571-00000000")}, optional={"hours": LINES}),
        "coordinates": st.just({"lng": "120.10", "lat": "30.2"}),
        "status": st.sampled_from(["草稿", "发布"]),
        "stats": st.lists(_STATS, min_size=1, max_size=3),
        "activities": st.lists(_ACTIVITIES, min_size=1, max_size=4),
        "standards": st.fixed_dictionaries({"three-haves": _ASSESSMENTS}),
    },
)  # fmt: skip


def texts(data: Data) -> st.SearchStrategy[str]:
    """The same data as files can write it: a value a line, or all in braces, with comments between."""
    spread = as_text(data)
    commented = "\n".join(
        line if line.startswith(" ") else f"# 一行说明\n{line}"
        for line in spread.split("\n")
        if line
    )
    return st.sampled_from([spread, f"{commented}\n", _flow(data), spread.replace("\n", "\r\n")])


def _flow(data: Data) -> str:
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in data.items())
    return "\n".join(lines) + "\n"


def read(text: str, identity: str) -> Record[Base] | None:
    """A base's file, where it is one without a fault."""
    plain = text.replace("\r\n", "\n")
    record, told = bind(plain, f"bases/{identity}.yml", identity, Base)
    return None if errors(told) else record


def catalogue(bases: dict[str, Record[Base]]) -> Catalogue:
    """The whole of some bases, two sources and a standard."""
    listed: dict[str, Any] = {
        key: {"title": f"虚构资料{key}", "short": key, "kind": "其他"} for key in SOURCES
    }
    sources, _ = bind(
        as_text({"schema": "1", "sources": listed}), "bases/_sources.yml", "_sources", SourceList
    )
    standard, _ = bind(_STANDARD, "bases/_standards/three-haves.yml", "three-haves", Standard)
    assert sources is not None and standard is not None
    return replace(blank(), bases=bases, sources_file=sources, standards={"three-haves": standard})
