"""What is sound in a file with faults is checked in the same run, and nothing is told about what stands in
for the rest: neither by rules nor on a page."""

from __future__ import annotations

import copy
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import Field

from showcase.folder import Folder, Reading
from showcase.model import Assessment, Base, Glossary, Part, Site, SourceList, Standard, WordList
from showcase.model.fields import Line, Whole
from showcase.reading.salvage import salvaged
from tests.cases.story import BASELINE

WORDS = "schema: 1\nnames:\n  - {write: 新的社会阶层人士, instead_of: [新社会阶层人士]}\nbanned: [霸主]\n"
RICH = (
    (BASELINE / "yunqiao.yml").read_text("utf-8")
    + """\
honours:
  - {id: model-site, title: 全市示范点, date: 2022, source: yunzhou-report}
statements:
  - {text: 管理外包, as_of: 2023, source: yunzhou-report}
contact: {address: 云桥路1号, email: info@example.org, hours: 周一至周五}
coordinates: {lng: 120.1, lat: 30.2}
links:
  - {title: 同心站, url: https://example.org/}
cover: {motif: 葵, key: 夜}
reviewed: {by: 宣传科, on: 2024-11-20}
"""
)
FILES = {
    "yunqiao.yml": RICH,
    "yunqiao-brand.yml": (BASELINE / "yunqiao-brand.yml").read_text("utf-8"),
    "_site.yml": (BASELINE / "_site.yml").read_text("utf-8"),
    "_sources.yml": (BASELINE / "_sources.yml").read_text("utf-8"),
    "_terms.yml": (BASELINE / "_terms.yml").read_text("utf-8"),
    "_words.yml": WORDS,
    "_standards/three-haves.yml": (BASELINE / "_standards/three-haves.yml").read_text("utf-8"),
    "_standards/good-people.yml": (BASELINE / "_standards/good-people.yml").read_text("utf-8"),
}


@pytest.fixture
def bases(tmp_path: Path) -> Path:
    """The baseline, with every file that there can be and a base that says much."""
    folder = tmp_path / "bases"
    shutil.copytree(BASELINE, folder)
    for name, text in FILES.items():
        (folder / name).write_text(text, "utf-8")
    return folder


def read(bases: Path) -> Reading:
    return Folder(bases, forgetful=True).read(drafts=True)


def rewritten(bases: Path, name: str, old: str, new: str) -> None:
    text = (bases / name).read_text("utf-8")
    assert old in text
    (bases / name).write_text(text.replace(old, new, 1), "utf-8")


def said(reading: Reading) -> list[tuple[str, int]]:
    return [(one.code, one.place.line) for one in reading.diagnostics]


def values(node: yaml.Node | None) -> Iterator[yaml.Node]:
    """Every value of a file, but not its keys."""
    if isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield value
            yield from values(value)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield item
            yield from values(item)


def scalars() -> list[tuple[str, int, int]]:
    """Where each single value of the files stands."""
    return [
        (name, value.start_mark.index, value.end_mark.index)
        for name, text in FILES.items()
        for value in values(yaml.compose(text))
        if isinstance(value, yaml.ScalarNode)
    ]


def _shown(one: tuple[str, int, int]) -> str:
    name, start, end = one
    before = FILES[name][:start].rpartition("\n")[2].split()
    return f"{name} {before[-1] if before else ''} {FILES[name][start:end]}"


def test_the_files_are_fine(bases: Path) -> None:
    assert said(read(bases)) == []
    assert {name for name, _, _ in scalars()} == set(FILES)


@pytest.mark.parametrize("where", scalars(), ids=_shown)
def test_a_wrong_value_brings_its_own_error_and_no_other(
    where: tuple[str, int, int], bases: Path
) -> None:
    """Each value of each file, one at a time, becomes something that no field can be."""
    name, start, end = where
    text = FILES[name]
    (bases / name).write_text(f"{text[:start]}[[{{x: [乱]}}]]{text[end:]}", "utf-8")
    reading = read(bases)
    places = [(one.place.file, one.place.line) for one in reading.diagnostics]
    assert places == [(f"bases/{name}", text.count("\n", 0, start) + 1)]
    assert reading.catalogue is None


def test_the_rest_of_a_file_with_several_wrong_values_is_checked(bases: Path) -> None:
    """Values of every sort are wrong; what rules find elsewhere is told all the same."""
    for old, new in {
        "name: 云桥同心站": "name: [云桥同心站]",
        "kind: 实践创新基地": "kind: 亭子",
        "part_of: yunqiao-brand": "part_of: nobody",
        "value: 12家, source: yunzhou-report": "value: 许多, source: no-report",
        "date: 2024-06": "date: 去年六月",
        "status: 达标": "status: 大概",
        "  - {file: hall.jpg, alt: 前厅}": "  - {file: hall.jpg, alt: 前厅}\n  - [前厅.jpg]",
        "motif: 葵": "motif: 猫",
    }.items():
        rewritten(bases, "yunqiao.yml", old, new)
    told = {(one.code, one.field) for one in read(bases).diagnostics}
    wrong = {
        ("text-expected", "名称"),
        ("not-in-list", "类别"),
        ("no-number", "数据 第1条·数值"),
        ("vague-date", "达标·three-haves·日期"),
        ("not-in-list", "达标·three-haves·对照 第1条·情况"),
        ("mapping-expected", "图片 第2条"),
    }
    elsewhere = {
        ("unknown-part-of", "隶属"),
        ("unknown-source", "数据 第1条·来源"),
        ("unknown-motif", "封面·图案"),
    }
    assert told == wrong | elsewhere


def test_what_refers_to_a_file_with_a_wrong_value_is_no_error(bases: Path) -> None:
    """The site names the base, its figure and the standard; the base names the source and the brand."""
    for name, old, new in (
        ("yunqiao.yml", "kind: 实践创新基地", "kind: 亭子"),
        ("yunqiao-brand.yml", "kind: 品牌平台", "kind: 亭子"),
        ("_sources.yml", "kind: 其他", "kind: 报刊亭"),
        ("_standards/three-haves.yml", "use: 对照", "use: 参照"),
        ("_terms.yml", "source: yunzhou-report", "source: 报告"),
        ("_site.yml", "name: 云州实践基地", "name: [云州实践基地]"),
    ):
        rewritten(bases, name, old, new)
    assert sorted(one.place.file for one in read(bases).diagnostics) == [
        "bases/_site.yml",
        "bases/_sources.yml",
        "bases/_standards/three-haves.yml",
        "bases/_terms.yml",
        "bases/yunqiao-brand.yml",
        "bases/yunqiao.yml",
    ]


def test_sound_files_beside_one_with_a_wrong_value_are_checked(bases: Path) -> None:
    rewritten(bases, "_sources.yml", "kind: 其他", "kind: 报刊亭")
    rewritten(bases, "yunqiao-brand.yml", "city: 云州市", "city: 云州市\npart_of: nobody")
    found = {(one.code, one.place.file) for one in read(bases).diagnostics}
    assert ("unknown-part-of", "bases/yunqiao-brand.yml") in found


def test_no_date_is_early_because_of_a_founding_that_nobody_wrote(bases: Path) -> None:
    rewritten(bases, "yunqiao.yml", "2023-03-25", "2016-03-25")
    rewritten(bases, "yunqiao.yml", "city:", "founded: {date: 很早, source: yunzhou-report}\ncity:")
    assert said(read(bases)) == [("bad-date", 5)]


def test_no_figure_is_inexact_that_nobody_wrote(bases: Path) -> None:
    rewritten(bases, "yunqiao.yml", "value: 12家", "value: 许多")
    rewritten(bases, "yunqiao.yml", "key: 夜", "rhyme: firms")
    assert said(read(bases)) == [("no-number", 7)]


def test_a_founding_in_one_word_does_not_hide_the_rest(bases: Path) -> None:
    rewritten(bases, "yunqiao.yml", "city:", "founded: 很早\nkey_event: nothing\ncity:")
    assert [code for code, _ in said(read(bases))] == ["bad-date", "unknown-event"]


# --- the catalogue never shows what stands in


def test_nothing_of_a_base_with_a_wrong_value_is_shown(bases: Path) -> None:
    rewritten(bases, "yunqiao.yml", "name: 云桥同心站", "name: [云桥]")
    shown = read(bases).legible
    assert list(shown.bases) == ["yunqiao-brand"]
    assert shown.children == {}
    assert "yunqiao" in shown.unread


def test_nothing_of_a_standard_with_a_wrong_value_is_shown(bases: Path) -> None:
    rewritten(bases, "_standards/three-haves.yml", "name: 云州三有", "name: [三有]")
    shown = read(bases).legible
    assert list(shown.standards) == ["good-people"]
    assert "three-haves" in shown.unread


def test_nothing_of_a_site_with_a_wrong_value_is_shown(bases: Path) -> None:
    rewritten(bases, "_site.yml", "name: 云州实践基地", "name: [云州]")
    shown = read(bases).legible.site.content
    assert shown == Site(schema=1, name="预览")


def test_nothing_of_sources_with_a_wrong_value_is_shown(bases: Path) -> None:
    rewritten(bases, "_sources.yml", "short: 云州报告", "short: [云州]")
    assert read(bases).legible.sources == {}


def test_nothing_of_terms_with_a_wrong_value_is_shown(bases: Path) -> None:
    rewritten(bases, "_terms.yml", "term: 同心", "term: [同心]")
    assert read(bases).legible.glossary.content.terms == ()


def test_nothing_of_words_with_a_wrong_value_is_used(bases: Path) -> None:
    """The stand-in for a word would be a word that is not to be written."""
    assert read(bases).legible.words is not None
    rewritten(bases, "_words.yml", "write: 新的社会阶层人士", "write: [新]")
    assert read(bases).legible.words is None


def test_a_catalogue_without_wrong_values_is_sound_as_it_is(bases: Path) -> None:
    catalogue = read(bases).catalogue
    assert catalogue is not None
    assert catalogue.sound() is catalogue


# --- what is put in the place of a wrong value

WRONG: list[Any] = [["乱"]]


@pytest.mark.parametrize(
    ("model", "data", "doubtful"),
    [
        (Base, {"schema": "1", "name": WRONG, "kind": "亭子", "city": "云州市"}, {("name",), ("kind",)}),
        (Base, {"schema": "1", "name": "甲", "kind": "乙方", "city": "云州市", "founded": WRONG}, {("kind",), ("founded",)}),
        (SourceList, {"schema": "1", "sources": {"a": {"short": WRONG, "kind": "其他"}}}, {("sources", "a", "short")}),
        (SourceList, {"schema": "1", "sources": {"a": WRONG}}, {("sources", "a")}),
        (Glossary, {"schema": "1", "terms": [{"id": WRONG, "term": "同心", "source": "a"}]}, {("terms", 0, "id")}),
        (Glossary, {"schema": "1", "terms": ["同心"]}, {("terms", 0)}),
        (Standard, {"schema": "1", "name": "三有", "use": "对照", "source": "a", "criteria": [WRONG]}, {("criteria", 0)}),
        (Standard, {"schema": "1", "name": "三有", "use": "对照", "source": "a", "groups": [{"name": "甲", "criteria": WRONG}]}, {("groups", 0, "criteria", 0)}),
        (WordList, {"schema": "1", "names": [{"write": WRONG, "instead_of": "乙"}]}, {("names", 0, "write")}),
        (Site, {"schema": "1", "name": "云州", "home": {"scroll": ["甲"]}}, {("home", "scroll", 0)}),
        (Site, {"schema": "1", "name": "云州", "home": {"scroll": ["yunqiao"], "figures": [WRONG]}}, {("home", "figures", 0)}),
    ],
)  # fmt: skip
def test_what_was_wrong_is_named_and_the_record_is_whole(
    model: type[Part], data: dict[str, Any], doubtful: set[tuple[str | int, ...]]
) -> None:
    record, places = salvaged(data, model)
    assert record is not None
    assert places == doubtful


def test_a_wrong_item_leaves_the_others_their_numbers() -> None:
    data = {"schema": "1", "terms": [{"id": "a", "term": "甲", "source": "s"}, "乙", {"id": "c", "term": "丙", "source": "s"}]}  # fmt: skip
    record, places = salvaged(data, Glossary)
    assert record is not None
    assert [one.term for one in record.terms][::2] == ["甲", "丙"]
    assert places == {("terms", 1)}


def test_a_wrong_value_that_may_be_left_out_is_left_out() -> None:
    data = {"schema": "1", "name": "甲", "kind": "品牌平台", "city": "云州市", "colour": "红", "contact": {"phone": WRONG, "address": "云桥路1号"}}  # fmt: skip
    record, _ = salvaged(data, Base)
    assert record is not None
    assert record.colour is None
    assert record.contact is not None
    assert (record.contact.phone, record.contact.address) == (None, "云桥路1号")


def test_an_unknown_key_is_left_out() -> None:
    record, places = salvaged({"schema": "1", "name": "云州", "budget": "3"}, Site)
    assert record is not None
    assert places == {("budget",)}


class Odd(Part):
    """A model whose own example is wrong."""

    first: Line = Field(examples=["甲"])
    count: Whole = Field(examples=["许多"])


def test_where_no_example_helps_there_is_no_record() -> None:
    """All that was wrong is known all the same, and the search comes to an end."""
    record, places = salvaged({"first": WRONG, "count": "几个"}, Odd)
    assert record is None
    assert places == {("first",), ("count",)}


def test_what_stands_in_never_changes_the_models_own_example() -> None:
    before = copy.deepcopy(Assessment.model_fields["tied_by"].examples)
    data: dict[str, Any] = {"tied_by": WRONG, "basis": "自评"}
    assert salvaged(data, Assessment)[0] is not None
    data["tied_by"]["text"] = "改动"
    data["tied_by"].pop("source")
    assert Assessment.model_fields["tied_by"].examples == before
