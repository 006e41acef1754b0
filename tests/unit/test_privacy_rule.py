"""Where personal data is told, what clears it, and that no message repeats it."""

from __future__ import annotations

import dataclasses
import shutil
from pathlib import Path

import pytest

from showcase import rules
from showcase.diagnostics import Diagnostic, Edit, Fix, Level, Place
from showcase.model import Base, Glossary, Site, SourceList, Standard
from showcase.prose_folder import NEEDED
from showcase.reports import terminal
from showcase.rules import privacy
from showcase.rules.privacy import hushed
from showcase.rules.texts import texts_of, together
from showcase.workshop import Workshop
from tests.cases.story import BASELINE
from tests.unit.written import HEAD, a_base, a_catalogue, read

CITIZEN = "11010519491231002X"


def told(tail: str, **changes: object) -> list[tuple[str, int, int, int]]:
    """Code, line below the head, column and width of what is told of a base."""
    catalogue = dataclasses.replace(a_catalogue(hetang=tail), **changes)  # type: ignore[arg-type]
    head = HEAD.count("\n")
    return [
        (one.code, one.place.line - head, one.place.column, one.width)
        for one in sorted(privacy.check(catalogue), key=lambda one: one.place)
    ]


@pytest.mark.parametrize(
    ("tail", "place"),
    [
        ("slogan: 找 13800138000 吧\n", (1, 11, 11)),
        ("slogan: '13800138000'\n", (1, 10, 11)),
        ("slogan:\n  找13800138000\n", (2, 4, 11)),
        ("story: |\n  一\n\n  二，13800138000\n", (4, 5, 11)),
        ("story: >-\n  一\n  二 13800138000\n", (3, 5, 11)),
        ("story: |\n  138 0013\n  8000\n", None),
        ("slogan: 找138\n  0013 8000\n", (1, 10, 3)),
        ('slogan: "找\\x31\\x33800138000"\n', (1, 9, 20)),
        ("stats:\n  - {label: 电话, value: 13800138000}\n", (2, 24, 11)),
        ("activities:\n  - {title: 一, photos: [13800138000.jpg]}\n", (2, 25, 11)),
        ("links:\n  - {title: 一, url: 'tel:13800138000'}\n", (2, 26, 11)),
    ],
)
def test_the_caret_stands_at_the_number(tail: str, place: tuple[int, int, int] | None) -> None:
    assert [one[1:] for one in told(tail)] == ([place] if place else [])


def test_each_of_several_is_told_at_its_own_place() -> None:
    tail = "story: |\n  13800138000、13800138000\n  13800138000\nslogan: 13800138000\n"
    assert [one[1:3] for one in told(tail)] == [(2, 3), (2, 15), (3, 3), (4, 9)]


@pytest.mark.parametrize(
    ("where", "codes"),
    [
        ("contact: {address: 云桥花园3幢501室}", []),
        ("site: 云桥花园3幢501室", []),
        ("activities:\n  - {title: 一, place: 云桥花园3幢501室}", []),
        ("contact: {address: 云桥花园3幢2单元501室}", ["home-address"]),
        ("slogan: 云桥花园3幢501室", ["home-address"]),
        ("contact: {hours: 云桥花园3幢501室}", ["home-address"]),
    ],
)
def test_a_base_may_receive_visitors_in_a_block_of_flats(where: str, codes: list[str]) -> None:
    assert [one[0] for one in told(f"{where}\n")] == codes


def test_clearances_are_of_a_file_or_of_all() -> None:
    site = read("schema: 1\nname: 云州\npublic_ok: [13800138000]\n", Site)
    assert [one[0] for one in told("slogan: 138-0013-8000\n")] == ["mobile-number"]
    assert told("slogan: 138-0013-8000\n", site=site) == []
    assert told("slogan: 138-0013-8000\n可公开: １３８００１３８０００\n") == []
    other = dataclasses.replace(
        a_catalogue(hetang="slogan: 13800138000\n", lianhua="public_ok: [13800138000]\n")
    )
    found = sorted((one.place.file, one.code) for one in privacy.check(other))
    assert found == [
        ("bases/hetang.yml", "mobile-number"),
        ("bases/lianhua.yml", "public-ok-unused"),
    ]


def test_nothing_clears_an_identity_card() -> None:
    found = told(f"slogan: {CITIZEN}\npublic_ok: [{CITIZEN}]\n")
    assert [(code, line) for code, line, _, _ in found] == [
        ("identity-card", 1),
        ("identity-card", 2),
    ]


def test_an_item_that_clears_nothing_can_be_dropped() -> None:
    catalogue = a_catalogue(hetang="slogan: 甲\npublic_ok:\n  - 13800138000\n  - 乙\n")
    found = list(privacy.check(catalogue))
    assert [(one.code, one.level) for one in found] == [("public-ok-unused", Level.NOTE)] * 2
    assert [one.better for one in found] == [(), ()]
    assert [one.fix.edits[0].line if one.fix else 0 for one in found] == [7, 8]
    assert "13800138000" not in terminal.told(found)


def test_a_clearance_may_be_for_a_file_that_could_not_be_read() -> None:
    site = read("schema: 1\nname: 云州\npublic_ok: [13800138000]\n", Site)
    assert [one[0] for one in told("", site=site)] == ["public-ok-unused"]
    assert told("", site=site, unread=frozenset({"lianhua"})) == []


def test_no_message_of_any_rule_repeats_a_number() -> None:
    citizen = CITIZEN.lower()
    line = f"- {{source: {citizen}, text: 13800138000, at: 6222020000000001230}}"
    catalogue = a_catalogue(hetang=f"statements:\n  {line}\n")
    found = rules.check(catalogue)
    assert {"unknown-source", "mobile-number", "bank-card"} <= {one.code for one in found}
    printed = terminal.told(tuple(hushed(found)))
    assert not [word for word in (citizen, "13800138000", "6222020000000001230") if word in printed]
    own = terminal.told(tuple(privacy.check(catalogue)))
    assert not [word for word in (citizen, "13800138000", "6222020000000001230") if word in own]


def test_a_mend_that_would_show_a_number_is_not_offered() -> None:
    place = Place("bases/a.yml")
    harmless = Fix((Edit(1, 1, 2, "甲"),))
    showing = Fix((Edit(1, 1, 2, f"号：{CITIZEN}"),))
    kept = Diagnostic("blank", Level.NOTE, place, text="乙", fix=harmless)
    (one, other) = hushed([kept, dataclasses.replace(kept, fix=showing)])
    assert one is kept
    assert other.fix is None


@pytest.mark.parametrize("kind", ["13800138000", CITIZEN, "浙A12345", "家住云桥路8号"])
def test_pages_of_prose_are_read_too(tmp_path: Path, kind: str) -> None:
    shutil.copytree(BASELINE, tmp_path / "bases")
    (tmp_path / "content").mkdir()
    for name in NEEDED:
        (tmp_path / "content" / name).write_text("# 一\n\n二\n", encoding="utf-8")
    page = tmp_path / "content" / "about.md"
    page.write_text(f"# 一\n\n二\n<!-- {kind} -->\n", encoding="utf-8")
    found = Workshop(tmp_path).read().diagnostics
    assert [(one.place, one.width) for one in found] == [
        (Place("content/about.md", 4, 6), len(kind))
    ]
    assert kind not in found[0].text
    site = tmp_path / "bases" / "_site.yml"
    site.write_text(f"{site.read_text('utf-8')}\npublic_ok: ['{kind}']\n", encoding="utf-8")
    codes = [one.code for one in Workshop(tmp_path).read().diagnostics]
    assert codes == (["identity-card"] * 2 if kind == CITIZEN else [])


def test_every_text_is_looked_at() -> None:
    base = a_base(
        "public_ok: [甲1]\nstats: [{label: 甲2, value: 3余甲, topic: 甲4}]\nfounded: 2018\n"
        "standards: {six: {tied_by: {text: 甲5}, basis: 自评, answers: [{criterion: 甲6, status: 达标, "
        "evidence: [甲7, {text: 甲8}]}]}}\n"
    ).content
    texts = {one.text: one.path for one in texts_of(base)}
    assert texts["甲7"] == ("standards", "six", "answers", 0, "evidence", 0, "ref")
    assert texts["3余甲"] == ("stats", 0, "value")
    assert sorted(one for one in texts if "甲" in one) == [
        "3余甲",
        *(f"甲{n}" for n in (1, 2, 4, 5, 6, 7, 8)),
    ]
    assert together(base).split("\0") == [one.text for one in texts_of(base)]


@pytest.mark.parametrize(
    ("model", "text", "cited", "quoted"),
    [
        (Base, "schema: 1\nname: 甲\nkind: 其他\ncity: 乙\nslogan: 丙", False, False),
        (Base, "schema: 1\nname: 甲\nkind: 其他\ncity: 乙\nnotes: [{text: 丙, source: a}]", True, False),
        (Base, "schema: 1\nname: 甲\nkind: 其他\ncity: 乙\nnotes: [{text: 丙}]", False, False),
        (Standard, "schema: 1\nname: 甲\nuse: 对照\nsource: a\ncriteria: [{name: 乙, explain: 丙}]", True, False),
        (Glossary, "schema: 1\nterms: [{id: a, term: 丙, source: b}]", True, False),
        (SourceList, "schema: 1\nsources: {a: {short: 甲, title: 丙, kind: 其他}}", False, True),
        (SourceList, "schema: 1\nsources: {a: {short: 甲, note: 丙, kind: 其他}}", False, False),
    ],
)  # fmt: skip
def test_a_text_knows_its_source(model: type[Base], text: str, cited: bool, quoted: bool) -> None:
    one = next(one for one in texts_of(read(text, model).content) if one.text == "丙")
    assert (one.cited, one.quoted) == (cited, quoted)
