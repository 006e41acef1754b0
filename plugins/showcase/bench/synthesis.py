"""Invented bases to measure with: 5–6 KB of YAML each, 20 activities, marked as invented in every name.

Base number k depends on k alone, so the first hundred of a thousand are the hundred of a hundred.
"""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

ACTIVITIES = 20
CITIES = 20
_WORDS = (
    "云桥", "同心", "青禾", "新程", "汇智", "连心", "远山", "晨光", "众行", "知行",
    "拾光", "安澜", "明德", "聚力", "启航", "乐邻", "守望", "春风", "白鹭", "沧浪",
)  # fmt: skip
_VERBS = (
    "走访", "座谈", "培训", "义诊", "宣讲", "参观", "交流", "慰问",
    "展演", "论坛", "读书", "植树", "助学", "路演", "咨询",
)  # fmt: skip
_TYPES = ("会议", "调研", "培训", "沙龙", "志愿服务", "文体", "宣讲", "公益", "建设")
_KINDS = ("实践创新基地", "示范点", "工作载体", "联谊组织", "服务队")


class Dice:
    """Numbers that look like chance and are the same for the same seed, on every machine."""

    def __init__(self, seed: str) -> None:
        self._bytes = b""
        self._seed, self._count = seed, 0

    def below(self, bound: int) -> int:
        """A number from 0 on, below `bound`."""
        if len(self._bytes) < 4:
            self._bytes = hashlib.sha256(f"{self._seed}/{self._count}".encode()).digest()
            self._count += 1
        number, self._bytes = int.from_bytes(self._bytes[:4], "big"), self._bytes[4:]
        return number % bound

    def one(self, words: tuple[str, ...]) -> str:
        """One of several words."""
        return words[self.below(len(words))]

    def phrase(self, length: int) -> str:
        """Several of our words in a run."""
        return "".join(self.one(_WORDS) for _ in range(length))


def project(folder: Path, count: int, like: Path) -> Path:
    """Make a whole project of `count` bases in `folder`, with templates and prose of the project `like`."""
    bases = laid(folder, like)
    cities = "".join(f"  虚构{city}市: city-{city}\n" for city in range(CITIES))
    write(bases / "_site.yml", f"schema: 1\nname: 测速用的虚构展示\ncities:\n{cities}")
    write(bases / "_terms.yml", "schema: 1\nterms: []\n")
    sources = "".join(
        f"  report-{n}: {{title: 虚构资料{n}, short: 资料{n}, kind: 文件}}\n" for n in range(20)
    )
    write(bases / "_sources.yml", f"schema: 1\nsources:\n{sources}")
    criteria = "[有阵地, 有标准, 有品牌, 有制度, 有活动, 有成效]"
    text = f"schema: 1\nname: 虚构六有\nuse: 对照\nsource: report-0\ncriteria: {criteria}\n"
    write(bases / "_standards" / "six.yml", text)
    for number in range(count):
        write(bases / f"b{number:05d}.yml", base(number))
    return folder


def laid(folder: Path, like: Path) -> Path:
    """A project with templates and prose of the project `like`, and nothing in its `bases/`, which is returned."""
    for name in ("overrides", "content"):
        shutil.copytree(like / name, folder / name)
    shutil.copyfile(like / "mkdocs.yml", folder / "mkdocs.yml")
    bases = folder / "bases"
    (bases / "_standards").mkdir(parents=True)
    return bases


def base(number: int) -> str:
    """The YAML of one invented base."""
    dice = Dice(f"base-{number}")
    city = dice.below(CITIES)
    lines = [
        "schema: 1",
        f"name: 虚构{dice.phrase(2)}{number}",
        f"kind: {dice.one(_KINDS)}",
        f"city: 虚构{city}市",
        f"district: 虚构{dice.below(6)}区",
        f"founded: {{date: {2000 + dice.below(15)}, source: report-{dice.below(20)}}}",
        "updated: 2026-11-20",
        f"summary: 虚构的{dice.phrase(8)}，{dice.phrase(6)}。",
        "story: |",
        f"  虚构的故事：{dice.phrase(30)}。",
        "",
        f"  **{dice.phrase(2)}**{dice.phrase(25)}。",
        "stats:",
    ]
    for _ in range(4):
        value = f"{10 + dice.below(900)}余家"
        source = f"report-{dice.below(20)}"
        lines.append(
            f"  - {{label: {dice.phrase(3)}, value: {value}, as_of: 2023, source: {source}}}"
        )
    lines.append("activities:")
    for index in range(ACTIVITIES):
        lines += [
            f"  - id: a{index}",
            f"    date: {2015 + dice.below(11)}-{1 + dice.below(12):02d}-{1 + dice.below(28):02d}",
            f"    title: {dice.phrase(2)}{dice.one(_VERBS)}活动",
            f"    type: {dice.one(_TYPES)}",
            f"    summary: {dice.phrase(12)}",
            f"    source: report-{dice.below(20)}",
        ]
    lines += [
        "standards:",
        "  six:",
        f"    tied_by: {{text: 虚构的{dice.phrase(4)}, source: report-1}}",
        "    basis: 自评",
        "    answers:",
    ]
    for index, name in enumerate(("有阵地", "有标准", "有品牌", "有制度", "有活动", "有成效")):
        lines.append(f"      - {{criterion: {name}, status: 达标, evidence: [a{index}]}}")
    return "\n".join(lines) + "\n"


def write(path: Path, text: str) -> None:
    """A text file as every system writes it."""
    path.write_text(text, encoding="utf-8", newline="\n")
