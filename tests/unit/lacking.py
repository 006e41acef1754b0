"""Bases that lack something, and the steps that mend it: what the checkup proposes, done in the data."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import yaml

from showcase.catalogue import Catalogue, Photograph
from showcase.checkup import Checkup, Examined, Finding, examine
from showcase.model import Base, PartialDate, SourceList, Standard
from showcase.reading.binding import Record
from tests.unit.written import a_catalogue, read

DAY = PartialDate(2026, 11, 22)
STANDARD = "three-haves"
SOURCE = "yunzhou-report"
Data = dict[str, Any]

WHOLE: Data = {
    "schema": "1",
    "name": "荷塘议事亭",
    "kind": "示范点",
    "city": "云州市",
    "district": "东城区",
    "level": "市级",
    "founded": {"date": "2018", "source": SOURCE},
    "updated": "2026-09",
    "slogan": "同心同行",
    "summary": "荷塘边的议事亭，每月开门议事。",
    "statements": [{"id": "monthly", "text": "每月议事", "since": "2018", "source": SOURCE}],
    "stats": [
        {"id": "firms", "label": "服务企业", "value": "12家", "as_of": "2026-03", "source": SOURCE}
    ],
    "honours": [{"id": "award", "title": "示范点", "date": "2025", "source": SOURCE}],
    "activities": [
        {"id": "forum", "date": "2026-05", "title": "议事日", "photos": ["hall.jpg"], "source": SOURCE},
        {"id": "fair", "date": "2026-06-01", "title": "灯会", "source": SOURCE},
    ],
    "related_standards": [STANDARD],
    "standards": {
        STANDARD: {
            "tied_by": {"text": "全市推行三有", "source": SOURCE},
            "basis": "自评",
            "date": "2026-09",
            "answers": [
                {"criterion": "有场地", "status": "达标", "evidence": ["forum"]},
                {"criterion": "有章程", "status": "达标", "evidence": [{"text": "有议事章程", "source": SOURCE}]},
                {"criterion": "有队伍", "status": "达标", "evidence": ["award", "fair"]},
            ],
        }
    },
    "notes": [{"text": "两份资料年份不同", "source": SOURCE}],
    "contact": {"address": "荷塘路1号", "phone": "0571-00000000"},
    "photos": [{"file": "hall.jpg", "alt": "前厅里的长桌", "consent": "已取得"}],
    "links": [{"title": "官网", "url": "https://example.org/"}],
    "reviewed": {"by": "宣传科", "on": "2026-09"},
}  # fmt: skip
"""A base that lacks nothing: whatever a test finds, it took away itself."""
CRITERIA: tuple[Data, ...] = ({"name": "有场地"}, {"name": "有章程"}, {"name": "有队伍"})


def whole() -> Data:
    """The base that lacks nothing, to be spoilt."""
    return copy.deepcopy(WHOLE)


def catalogue(
    data: Data,
    *,
    months: int | None = 24,
    criteria: tuple[Data, ...] = CRITERIA,
    pictures: tuple[str, ...] = ("hall.jpg", "new.jpg"),
    sources: tuple[str, ...] = (SOURCE,),
) -> Catalogue:
    """A catalogue of one base and its checklist."""
    standard: Data = {
        "schema": "1", "name": "云州三有", "use": "对照", "source": SOURCE, "criteria": list(criteria),
    }  # fmt: skip
    if months is not None:
        standard["evidence_valid_months"] = str(months)
    known = {one: {"short": one, "kind": "其他"} for one in sources}
    return replace(
        a_catalogue(),
        bases={"hetang": a_record(data)},
        standards={STANDARD: read(written(standard), Standard, STANDARD)},
        photos={"hetang": {name: Photograph(name, 9, 6) for name in pictures}},
        sources_file=read(written({"schema": "1", "sources": known}), SourceList, "_sources"),
    )


def a_record(data: Data) -> Record[Base]:
    """The base as a file that was read."""
    return read(written(data), Base)


def written(data: Data) -> str:
    """Data as YAML, each value on a line of its own."""
    return yaml.dump(data, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=1000)


class _Plain(yaml.SafeDumper):
    """Writes a thing again where it stands twice, as staff would."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def examined(made: Catalogue, day: PartialDate | None = DAY) -> Examined:
    """The one base of a catalogue."""
    (only,) = checkup(made, day).bases
    return only


def checkup(made: Catalogue, day: PartialDate | None = DAY) -> Checkup:
    """An examination."""
    return examine(made, day)


def codes(made: Catalogue, day: PartialDate | None = DAY) -> list[str]:
    """What was found, most effective first."""
    return [one.code for one in examined(made, day).findings]


def value_at(data: Data, path: tuple[str | int, ...]) -> Any:
    """What stands at a path."""
    found: Any = data
    for step in path:
        found = found[step]
    return found


Step = Callable[[Data, Finding], None]


def apply(data: Data, one: Finding) -> Data:
    """The data after the step that a finding proposes."""
    changed = copy.deepcopy(data)
    STEPS[one.code](changed, one)
    return changed


def _photo(data: Data, _: Finding) -> None:
    entry = {"file": "new.jpg", "alt": "亭子里的长凳", "consent": "已取得"}
    data.setdefault("photos", []).append(entry)


def _lit_by_photo(data: Data, one: Finding) -> None:
    _photo(data, one)
    value_at(data, one.paths[0]).setdefault("evidence", []).append("new.jpg")


def _lit_by_words(data: Data, one: Finding) -> None:
    evidence = {"text": "另有一间库房", "source": SOURCE}
    value_at(data, one.paths[0]).setdefault("evidence", []).append(evidence)


def newer(data: Data, one: Finding, date: str) -> None:
    """A further activity as evidence."""
    entry = {"id": "newest", "date": date, "title": "新的一次", "source": SOURCE}
    data.setdefault("activities", []).append(entry)
    value_at(data, one.paths[0]).setdefault("evidence", []).append("newest")


def iso(said: str) -> str:
    """2026年5月 as a file may have it: 2026-05."""
    year, month = said.rstrip("月").split("年")
    return f"{year}-{int(month):02d}"


def _each(key: str, value: Any) -> Step:
    """Writes a key into everything that the finding speaks of."""

    def step(data: Data, one: Finding) -> None:
        for path in one.paths:
            value_at(data, path)[key] = value

    return step


def _instead(value: Any) -> Step:
    """Writes another value in place of each that the finding speaks of."""

    def step(data: Data, one: Finding) -> None:
        for path in one.paths:
            value_at(data, path[:-1])[path[-1]] = value

    return step


def _top(key: str, value: Any) -> Step:
    """Writes a key of the base itself."""

    def step(data: Data, _: Finding) -> None:
        data[key] = value

    return step


def _contact(data: Data, _: Finding) -> None:
    data["contact"] = data.get("contact", {}) | {"address": "荷塘路1号", "phone": "0571-1"}


def _found(data: Data, _: Finding) -> None:
    written_date = data["founded"]
    date = written_date if isinstance(written_date, str) else written_date["date"]
    data["founded"] = {"date": date, "source": SOURCE}


def _answered(data: Data, one: Finding) -> None:
    for path in one.paths:
        value_at(data, path).update(status="达标", evidence=[{"text": "有", "source": SOURCE}])


def _answered_anew(data: Data, one: Finding) -> None:
    assessment = value_at(data, one.paths[0][:2])
    told = {answer["criterion"] for answer in assessment.get("answers", [])}
    evidence = [{"text": "有", "source": SOURCE}]
    assessment["answers"] = [
        *assessment.get("answers", []),
        *(
            {"criterion": criterion["name"], "status": "达标", "evidence": evidence}
            for criterion in CRITERIA
            if criterion["name"] not in told
        ),
    ]


def _certain(data: Data, one: Finding) -> None:
    for path in one.paths:
        claim = value_at(data, path)
        del claim["sure"], claim["because"]


def _tied(data: Data, one: Finding) -> None:
    tied = {"text": "全市推行三有", "source": SOURCE}
    data.setdefault("standards", {})[one.values["id"]] = {"tied_by": tied, "basis": "自评"}


STEPS: Mapping[str, Step] = {
    "lost": _instead("new.jpg"),
    "unregistered": _instead(SOURCE),
    "lit-photo": _lit_by_photo,
    "lit-needed": _lit_by_words,
    "lit-any": _lit_by_words,
    "lit-source": _each("source", SOURCE),
    "partly-photo": _lit_by_photo,
    "partly-needed": _lit_by_words,
    "partly-any": _lit_by_photo,
    "partly-source": _each("source", SOURCE),
    "renewed": lambda data, one: newer(data, one, DAY.iso),
    "expiring": lambda data, one: newer(data, one, DAY.iso),
    "picture": _photo,
    "summary": _top("summary", "荷塘边的议事亭。"),
    "visit": _contact,
    "visit-more": _contact,
    "district": _top("district", "东城区"),
    "level": _top("level", "市级"),
    "founded": _top("founded", {"date": "2018", "source": SOURCE}),
    "uncited": _each("source", SOURCE),
    "uncited-several": _each("source", SOURCE),
    "uncited-founded": _found,
    "withheld": _instead("已取得"),
    "unsaid": _each("consent", "不需要"),
    "undescribed": _instead("亭子里的长凳"),
    "undescribed-entry": lambda data, one: data.setdefault("photos", []).append(
        {"file": one.values["written"], "alt": "亭子里的长凳", "consent": "已取得"}
    ),
    "unanswered": _answered,
    "unanswered-silent": _answered_anew,
    "pending": _answered,
    "bare-figure": _each("as_of", "2026"),
    "old-figure": _instead("2026"),
    "undated": _each("date", "2026"),
    "inferred": _certain,
    "insecure": _instead("https://example.org/"),
    "unreviewed": _top("reviewed", {"by": "宣传科"}),
    "unkept": _top("updated", "2026-11"),
    "long-ago": _instead("2026-11"),
    "slogan": _top("slogan", "同心同行"),
    "untied": _tied,
}
"""What a member of staff does who follows a finding, by its code."""
