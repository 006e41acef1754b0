"""The view of the page that finds."""

from __future__ import annotations

from dataclasses import dataclass

from ..parts import Link


@dataclass(frozen=True, slots=True)
class Example:
    """Something that can be typed: `way` says what it is (汉字, 拼音, 首字母, 年份), `text` what is typed, `means` the name
    that it stands for, or nothing where it speaks for itself.
    """

    way: str
    text: str
    means: str


@dataclass(frozen=True, slots=True)
class SearchView:
    """The page that finds. `ways` lead on where nothing is found, or where no script runs."""

    title: str
    ways: tuple[Link, ...]
    examples: tuple[Example, ...]
