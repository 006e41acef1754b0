"""The lists that say what each case is: which line is wrong, and what should come of it."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
_SILENT = re.compile(r"（(?!提醒)")
_MAY_ACCEPT = re.compile(
    r"\bor\b.*\b(accept|decode|normalis|text|fixed|derive|graceful|verbatim|parsed|neutralis|strip|ignore)"
    r"|^Accept",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Fragment:
    """A small file. `line` is 0 where the index names none; `say` is what staff should be told."""

    path: Path
    wrong: str
    line: int
    say: str
    fix: str
    autofix: str

    @property
    def name(self) -> str:
        """What it is called in reports."""
        return self.path.stem

    @property
    def silent(self) -> bool:
        """Whether it should be read without a word: what is said stands in brackets, and is no 提醒."""
        return not self.say or _SILENT.match(self.say) is not None


@dataclass(frozen=True, slots=True)
class Overlay:
    """A folder to be laid over the baseline. `field` is a path in the toy schema."""

    folder: Path
    category: str
    wrong: str
    ideal: str
    expect: str
    file: str
    line: int
    field: str
    also: str

    @property
    def name(self) -> str:
        """What it is called in reports."""
        return self.folder.name

    @property
    def may_accept(self) -> bool:
        """Whether the index calls it fine to take the value as it is, without a word."""
        return bool(self.also) or _MAY_ACCEPT.search(self.ideal) is not None


def rows(folder: Path) -> list[dict[str, str]]:
    """The lines of a folder's index."""
    with (folder / "index.csv").open(encoding="utf-8-sig", newline="") as file:
        return [
            {key: value or "" for key, value in row.items() if key} for row in csv.DictReader(file)
        ]


def is_of_fragments(folder: Path) -> bool:
    """Which of the two kinds a folder is, by the head of its index."""
    return "bad_line" in next(iter(rows(folder)), {})


def fragments(folder: Path) -> list[Fragment]:
    """The cases of a folder of fragments."""
    return [
        Fragment(
            path=_found(folder, row["file"]),
            wrong=row["wrong"],
            line=_number(row["bad_line"]),
            say=row["say_zh"],
            fix=row["fix_zh"],
            autofix=row["autofix"],
        )
        for row in rows(folder)
    ]


def good(folder: Path) -> list[Path]:
    """The files of a folder of fragments that are right."""
    return sorted((folder / "good").glob("*.y*ml"))


def overlays(folder: Path) -> list[Overlay]:
    """The cases of a folder of overlays."""
    return [
        Overlay(
            folder=folder / row["case"],
            category=row["category"],
            wrong=row["wrong"],
            ideal=row["ideal"],
            expect=row["expect"],
            file=row["file"],
            line=_number(row["line"]),
            field=row["field"],
            also=row.get("alt", ""),
        )
        for row in rows(folder)
    ]


def baseline(folder: Path) -> Path:
    """What overlays are laid over: the folder's own, or ours where cases came without it."""
    own = folder / "_baseline"
    return own if own.is_dir() else HERE / "bases" / "_baseline"


def _found(folder: Path, name: str) -> Path:
    places = (folder / "cases" / name, folder / name)
    return next((path for path in places if path.exists()), places[0])


def _number(written: str) -> int:
    digits = re.match(r"\d+", written)
    return int(digits.group()) if digits else 0
