"""Our stylesheets as data: rules, tokens of each scheme, classes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

ASSETS = Path(__file__).resolve().parents[2] / "overrides" / "assets"
NAMES = (
    "shell.css",
    "parts.css",
    "pages.css",
    "directory.css",
    "compare.css",
    "search.css",
    "matrix.css",
    "scorecard.css",
    "timeline.css",
    "diagrams.css",
)
DARK = "@media (prefers-color-scheme: dark)"


def plain(name: str) -> str:
    """A stylesheet without its comments."""
    return re.sub(r"/\*.*?\*/", "", (ASSETS / name).read_text(encoding="utf-8"), flags=re.S)


@dataclass(frozen=True)
class Rule:
    """One rule: the at-rules around it, its selector, its declarations."""

    around: tuple[str, ...]
    selector: str
    body: str


def rules(text: str, around: tuple[str, ...] = ()) -> list[Rule]:
    """Every rule of a stylesheet, at-rules opened."""
    found: list[Rule] = []
    at = 0
    while (opening := text.find("{", at)) != -1:
        depth, end = 1, opening + 1
        while depth:
            depth += {"{": 1, "}": -1}.get(text[end], 0)
            end += 1
        head, body = text[at:opening].strip(), text[opening + 1 : end - 1]
        if head.startswith("@media"):
            found += rules(body, (*around, head))
        else:
            found.append(Rule(around, head, body.strip()))
        at = end
    return found


ALL = [rule for name in NAMES for rule in rules(plain(name))]


def tokens(*, dark: bool) -> dict[str, str]:
    """The tokens that hold in a scheme, on a wide screen or a narrow one alike."""
    found: dict[str, str] = {}
    for rule in ALL:
        if rule.selector == ":root" and rule.around in ((), (DARK,) if dark else ()):
            found |= dict(re.findall(r"--([\w-]+):\s*([^;]+);", rule.body))
    return found


def classes() -> set[str]:
    """Every class that some selector names."""
    return {name for rule in ALL for name in re.findall(r"\.([a-zA-Z][\w-]*)", rule.selector)}


def contrast(one: str, other: str) -> float:
    """The WCAG contrast of two colours written #RRGGBB."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
