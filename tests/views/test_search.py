"""What the page that finds tells of typing comes from what is there. All names are invented."""

from __future__ import annotations

from pathlib import Path

from showcase.bench.synthesis import laid
from showcase.views.pages import Example
from showcase.views.search import search
from showcase.workshop import Workshop
from tests.site.project import ROOT


def examples(project: Path, **bases: str) -> tuple[Example, ...]:
    """The examples of a project with these bases: the lines of each that are not the same for all."""
    folder = laid(project, ROOT)
    (folder / "_site.yml").write_text("schema: 1\nname: 虚构的展示\n", "utf-8")
    (folder / "_terms.yml").write_text("schema: 1\nterms: []\n", "utf-8")
    (folder / "_sources.yml").write_text("schema: 1\nsources: {}\n", "utf-8")
    for identity, lines in bases.items():
        text = f"schema: 1\nkind: 示范点\ncity: 云州市\n{lines}\n"
        (folder / f"{identity}.yml").write_text(text, "utf-8")
    workshop = Workshop(project)
    reading = workshop.read()
    assert reading.catalogue is not None, reading.diagnostics
    return search(workshop.edition(reading.catalogue, {}).atlas).examples


def facts(count: int) -> str:
    return "statements:\n" + "".join(f"  - {{text: 虚构的第{one}句}}\n" for one in range(count))


def test_they_are_names_of_this_site_those_with_most_facts_first(tmp_path: Path) -> None:
    found = examples(
        tmp_path / "project",
        few="name: 青禾书院\n" + facts(1),
        many="name: 拾光社\n" + facts(3),
        some="name: 云桥小站\n" + facts(2) + "activities:\n"
        "  - {title: 虚构的开放日, date: 2019-05}\n  - {title: 虚构的灯会, date: 2021}\n",
    )
    assert found == (
        Example("汉字", "云桥小站", ""),
        Example("拼音", "yunqiaoxiaozhan", "云桥小站"),
        Example("首字母", "sgs", "拾光社"),
        Example("年份", "2021", ""),
    )


def test_a_name_that_is_hard_to_type_or_to_read_is_no_example(tmp_path: Path) -> None:
    found = examples(
        tmp_path / "project",
        corrected="name: 重行书院\npinyin: chóng xíng shū yuàn\n" + facts(3),
        latin="name: AI云桥\n" + facts(3),
        endless="name: 云州市第一虚构联合会\n" + facts(3),
        plain="name: 拾光社",
    )
    assert [one.text for one in found] == ["拾光社", "shiguangshe", "sgs"]


def test_where_no_name_will_do_nothing_is_made_up(tmp_path: Path) -> None:
    assert examples(tmp_path / "project", latin="name: AI云桥") == ()
