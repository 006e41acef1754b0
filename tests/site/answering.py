"""An invented project of bases that answer standards of six, twelve and twenty-five criteria in every way.

What a base answers is worked out from its number, so that a test can count a second time.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.site import project
from tests.site.project import Built

SIX, TWELVE, MANY = "xu-liu", "xu-shier", "xu-duo"
CRITERIA = {SIX: 6, TWELVE: 12, MANY: 25}
BRAND = "xu-brand"
HOSTILE = '<img src=x onerror="alert(1)">&amp;</script>“虚构”'
"""What somebody might type as evidence: shown as it was typed, everywhere."""
CITIES = ("虚构甲市", "虚构乙市", "虚构丙市", "虚构丁市")
KINDS = ("实践创新基地", "示范点", "服务队")
LEVELS = ("市级", "", "省级")
BASES = ("自评", "评定", "资料整理")
NAMES = ("云桥", "安澜", "同心", "白鹭", "知行", "晨光", "青禾")
WAYS = 8
"""Ways of answering: met, met twice over, without evidence, with old evidence, in part, not met, unsure, silent."""
LONGEST = "有一个名字长得在手机上一行写不下的虚构条目"


def way(base: int, criterion: int) -> int:
    """How base number `base` answers criterion number `criterion`, both counted from 0. Every fifth says nothing."""
    if base % 5 == 4:
        return WAYS - 1
    return (base * 7 + base // 5 + criterion * 3) % WAYS


def met(base: int, count: int) -> list[bool]:
    """Which of a standard's criteria base number `base` meets with evidence that counts."""
    return [way(base, criterion) < 2 for criterion in range(count)]


def identity(base: int) -> str:
    """The id of a base."""
    return f"xu-{base:03d}"


def name(base: int) -> str:
    """Its name: the first is hostile, the second long."""
    if base == 0:
        return "虚构<b>桥</b>&amp;站"
    if base == 1:
        return "虚构名字特别特别长的新的社会阶层人士统战工作实践创新示范总站"
    return f"{NAMES[base % len(NAMES)]}虚构{base:03d}站"


def criterion(standard: str, number: int) -> str:
    """The name of a criterion, counted from 0; the third of many is long."""
    return LONGEST if standard == MANY and number == 2 else f"有虚构{number + 1}"


def make(folder: Path, count: int) -> Path:
    """A whole project of `count` bases and their brand, ready to be built."""
    for part in ("overrides", "content"):
        shutil.copytree(project.ROOT / part, folder / part)
    shutil.copyfile(project.ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    bases = folder / "bases"
    (bases / "_standards").mkdir(parents=True)
    _write(
        bases / "_site.yml", "schema: 1\nname: 虚构对照展示\naddress: https://example.org/show/\n"
    )
    _write(bases / "_terms.yml", "schema: 1\nterms: []\n")
    _write(
        bases / "_sources.yml",
        "schema: 1\nsources:\n"
        + "".join(
            f"  xu-report-{n}: {{title: 虚构资料{n}, short: 虚构资料{n}, kind: 文件}}\n"
            for n in range(4)
        ),
    )
    for standard, size in CRITERIA.items():
        _write(bases / "_standards" / f"{standard}.yml", _standard(standard, size))
    _write(
        bases / f"{BRAND}.yml",
        "schema: 1\nname: 虚构品牌\nkind: 品牌平台\ncity: 虚构甲市\n"
        "statements:\n  - {text: 虚构的一句, source: xu-report-0}\n",
    )
    for number in range(count):
        _write(bases / f"{identity(number)}.yml", _base(number))
    return folder


def built(folder: Path, count: int) -> Built:
    """The same, built: not strictly, for the check has something to say about hostile names."""
    done = project.run(make(folder, count), "mkdocs", "build")
    assert done.returncode == 0, done.stderr
    return Built(folder, folder / project.SITE, done)


def _standard(standard: str, size: int) -> str:
    rows = "".join(
        f"  - {{name: {criterion(standard, n)}, evidence_needed: 虚构材料{n + 1}}}\n"
        if n % 2
        else f"  - {{name: {criterion(standard, n)}}}\n"
        for n in range(size)
    )
    return (
        f"schema: 1\nname: 虚构{size}条\nuse: 对照\nsource: xu-report-0\n"
        f"evidence_valid_months: 24\ncriteria:\n{rows}"
    )


def _base(number: int) -> str:
    level = LEVELS[number % len(LEVELS)]
    lines = [
        "schema: 1",
        f"name: {name(number)}",
        f"kind: {KINDS[number // 2 % len(KINDS)]}",
        f"city: {CITIES[number % len(CITIES)]}",
        *([f"level: {level}"] if level else []),
        *([f"part_of: {BRAND}"] if number % 3 == 0 else []),
        "statements:",
        f"  - {{id: hall, text: 虚构的第{number}处场所, source: xu-report-1, at: 第2节}}",
        "activities:",
        "  - {id: fresh, date: 2025-03, title: 虚构的新活动, source: xu-report-2}",
        "  - {id: old, date: 2019-05, title: 虚构的旧活动, source: xu-report-3, sure: 推定, because: 虚构的推想}",
        "standards:",
    ]
    for standard, size in CRITERIA.items():
        lines += [
            f"  {standard}:",
            "    tied_by: {text: 虚构的一句依据, source: xu-report-0}",
            f"    basis: {BASES[number % len(BASES)]}",
            "    date: 2026-06",
            "    by: 虚构编写组",
            "    answers:",
        ]
        lines += [
            f"      - {{criterion: {criterion(standard, n)}, {told}}}"
            for n in range(size)
            if (told := _told(number, way(number, n)))
        ]
    return "\n".join(lines) + "\n"


def _told(base: int, answered: int) -> str:
    hostile = HOSTILE.replace("'", "''")
    text = f"'{hostile}'" if base == 0 else f"虚构的第{base}句"
    return (
        f"status: 达标, evidence: [{{text: {text}, source: xu-report-1, at: 第3页}}]",
        "status: 达标, note: 虚构的说明, evidence: [fresh, hall]",
        "status: 达标",
        "status: 达标, evidence: [old]",
        "status: 部分达标, evidence: [hall]",
        "status: 未达标, note: 虚构的缘由",
        "status: 待核",
        "",
    )[answered]


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
