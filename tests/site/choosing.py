"""An invented project of bases that differ in everything a directory chooses, orders and compares by.

What is true of a base is worked out from its number, so that a test can count, sort and look up a second time.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from showcase.packaging import bundle as package
from showcase.workshop import Workshop
from tests.site import alone, project

COUNT = 70
HOSTILE = '虚构<b>桥</b>&amp;"站'
LONG = "虚构名字" * 15
CITIES = ("虚构甲市", "虚构乙市", "虚构丙市", "虚构丁市")
KINDS = ("实践创新基地", "示范点", "服务队")
LEVELS = ("市级", "", "省级")
NAMES = ("安澜", "白鹭", "晨光", "同心", "云桥", "知行", "拾光")
SPELT = ("anlan", "bailu", "chenguang", "tongxin", "yunqiao", "zhixing", "shiguang")
FOUNDED = ("", "2018", "2018-03", "约2017", "2018-03-05", "2016-12", "")
"""As staff type it, from no date at all to a day."""
ORDER = {
    "2016-12": "2016年12月", "约2017": "约2017年", "2018": "2018年", "2018-03": "2018年3月",
    "2018-03-05": "2018年3月5日", "": "",
}  # fmt: skip
"""The same, oldest first and unknown last, and as pages write them."""
SIX, TWO = "xu-liu", "xu-er"
BRAND, SUB, REGION = "xu-pai", "xu-zi", "xu-qu"
FORMER = "xu-jiu"
SOURCE = "虚构资料"


@dataclass(frozen=True, slots=True)
class Base:
    """What is true of one invented base; `top` is the brand or region at the very top of what it is part of."""

    id: str
    name: str
    city: str
    districts: tuple[str, ...]
    kind: str
    level: str
    founded: str
    part_of: str
    top: str
    activities: int
    honours: int
    standards: tuple[str, ...]

    @property
    def events(self) -> int:
        """What stands on its timeline: activities, dated honours, the founding."""
        return self.activities + self.honours + bool(self.founded)

    @property
    def place(self) -> str:
        """As a page writes it."""
        return self.city + "、".join(self.districts)


def base(number: int) -> Base:
    """Base number `number`, counted from 0. The first is hostile, the second has a name of sixty characters."""
    name = f"{NAMES[number % len(NAMES)]}虚构{number:02d}站"
    parent = (BRAND, SUB, "", REGION, "")[number % 5]
    districts = ("虚构东区", "虚构西区") if number % 4 == 2 else ("虚构东区",) if number % 4 else ()
    founded = FOUNDED[number % len(FOUNDED)]
    standards = ((SIX,), (), (SIX, TWO), (TWO,))[number % 4]
    return Base(
        f"xu-{number:03d}",
        {0: HOSTILE, 1: LONG}.get(number, name),
        CITIES[number * 3 // 7 % len(CITIES)],
        districts,
        KINDS[number // 2 % len(KINDS)],
        LEVELS[number % len(LEVELS)],
        founded,
        parent,
        BRAND if parent == SUB else parent,
        number % 4,
        int(number % 5 == 0),
        standards,
    )


def bases() -> list[Base]:
    """Everything that the directory lists, the brand, its branch and the region among them."""
    plain = Base("", "", CITIES[0], (), "品牌平台", "", "", "", BRAND, 0, 0, ())
    return [
        *map(base, range(COUNT)),
        replace(plain, id=BRAND, name="虚构总牌"),
        replace(plain, id=SUB, name="虚构分牌", part_of=BRAND),
        replace(plain, id=REGION, name="虚构样本", kind="区域样本", top=REGION),
    ]


def make(folder: Path) -> Path:
    """The whole project, ready to be built; beside the listed bases a draft that nobody may see."""
    for part in ("overrides", "content"):
        shutil.copytree(project.ROOT / part, folder / part)
    shutil.copyfile(project.ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    there = folder / "bases"
    (there / "_standards").mkdir(parents=True)
    write(there / "_site.yml", "schema: 1\nname: 虚构目录展示\n")
    write(there / "_terms.yml", "schema: 1\nterms: []\n")
    write(
        there / "_sources.yml",
        f"schema: 1\nsources:\n  xu-report: {{title: {SOURCE}, short: {SOURCE}, kind: 文件}}\n",
    )
    for standard, criteria in ((SIX, "[有甲, 有乙, 有丙]"), (TWO, "[有丁, 有戊]")):
        write(
            there / "_standards" / f"{standard}.yml",
            f"schema: 1\nname: 虚构标准{standard[3:]}\nuse: 对照\nsource: xu-report\ncriteria: {criteria}\n",
        )
    for one in bases():
        write(there / f"{one.id}.yml", _yaml(one))
    write(there / "xu-cao.yml", _yaml(replace(base(2), name="虚构草稿站")) + "status: 草稿\n")
    return folder


def sites(factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The site as a server has it (`http`) and as a disk does (`file`), each built once for a test run."""
    folder = factory.getbasetemp() / "choosing"
    if not folder.exists():
        made = make(folder / "project")
        alone.main(made, folder / "http")
        workshop = Workshop(made)
        reading = workshop.read()
        assert reading.catalogue is not None, reading.diagnostics
        package.fill(workshop, reading.catalogue, folder / "file")
    return {"http": folder / "http", "file": folder / "file"}


def write(path: Path, text: str) -> None:
    """A text file as every editor on every system reads it."""
    path.write_text(text, encoding="utf-8", newline="\n")


def _yaml(one: Base) -> str:
    number = int(one.id[3:]) if one.id[3:].isdigit() else 0
    quoted = one.name.replace("'", "''")
    lines = ["schema: 1", f"name: '{quoted}'", f"kind: {one.kind}", f"city: {one.city}"]
    lines += [f"district: [{', '.join(one.districts)}]"] if one.districts else []
    lines += [f"level: {one.level}"] if one.level else []
    lines += [f"founded: {{date: {one.founded}, source: xu-report}}"] if one.founded else []
    lines += [f"part_of: {one.part_of}"] if one.part_of else []
    lines += ["pinyin: zhōng zhàn"] if number == 3 else []
    lines += ["aliases: [别名阿尔法]"] if number == 5 else []
    lines += [f"former_ids: [{FORMER}]"] if number == 4 else []
    lines += ["statements:", f"  - {{text: 虚构的第{number}句话，不长也不短, source: xu-report}}"]
    if number % 3 == 1:
        lines += [
            "stats:",
            f"  - {{label: 虚构服务, value: 超{number}00余家, as_of: 2023, source: xu-report, at: 第{number}页}}",
            f"  - {{id: own, label: 虚构独有{number}, value: 近{number}万人, source: xu-report}}",
        ]
    if one.honours:
        lines += ["honours:", "  - {title: 虚构称号, date: 2021, source: xu-report}"]
    lines += ["activities:"] if one.activities else []
    lines += [
        f"  - {{id: a{n}, date: 202{n}-05, title: 虚构活动{n}, source: xu-report}}"
        for n in range(one.activities)
    ]
    lines += ["standards:"] if one.standards else []
    for standard in one.standards:
        first = "有甲" if standard == SIX else "有丁"
        lines += [
            f"  {standard}:",
            "    tied_by: {text: 虚构的依据, source: xu-report}",
            "    basis: 自评",
            f"    answers: [{{criterion: {first}, status: 达标, evidence: [{{text: 虚构佐证, source: xu-report}}]}}]",
        ]
    return "\n".join(lines) + "\n"
