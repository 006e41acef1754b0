"""Scripts of the pages keep to what runs everywhere: a server, a disk, Chromium 109, Safari 15.4, a strict policy."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ASSETS = Path(__file__).resolve().parents[2] / "overrides" / "assets"
SCRIPTS = sorted(path.name for path in ASSETS.rglob("*.js"))
LONGEST = 300
_NOTES = re.compile(r"/\*.*?\*/|(?<![:\"'])//[^\n]*", re.DOTALL)
BANNED = {
    "loads what no disk gives": r"\bfetch\(|XMLHttpRequest|\bimport\b|\bexport\b|\bWorker\(|importScripts|WebSocket|sendBeacon",
    "reads text as markup": r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|DOMParser|srcdoc",
    "runs text": r"\beval\(|new Function|setTimeout\(\s*[\"']|setInterval\(\s*[\"']|javascript:",
    "leaves the site": r"https?://(?!\\)[a-z]",
    "is refused by the policy": r"setAttribute\(\s*[\"'](?:style|on\w+)[\"']|\.cssText",
    "Safari 15.4 cannot read": r"\(\?<[=!]|/[gimsuy]*v[gimsuy]*[;,.)]|\bstatic\s*\{",
    "came after Chromium 109 or Safari 15.4": r"\.(?:toSorted|toReversed|toSpliced|groupBy|isWellFormed|checkVisibility)\(|Array\.fromAsync|Promise\.withResolvers|requestIdleCallback|showPopover|\bnavigation\.|startViewTransition|\.union\(|\.intersection\(",
    "says what readers should not see": r"console\.|alert\(|debugger",
    "is given up": r"\bvar\b|==[^=]|!=[^=]",
}  # fmt: skip


def code(name: str) -> str:
    """A script without its comments."""
    return _NOTES.sub("", (ASSETS / name).read_text("utf-8"))


def faults(text: str) -> list[str]:
    """What of a script's text would not do."""
    plain = text.replace("===", "").replace("!==", "")
    return [why for why, pattern in BANNED.items() if re.search(pattern, plain)]


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_runs_wherever_pages_are_opened(name: str) -> None:
    assert faults(code(name)) == []


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_is_small_says_what_it_is_for_and_keeps_to_itself(name: str) -> None:
    text = (ASSETS / name).read_text("utf-8")
    assert text.count("\n") <= LONGEST
    assert text.startswith("/*")
    assert re.search(r'\*/\n\(\(\) => \{\n  "use strict";\n', text)
    assert text.endswith("})();\n")


@pytest.mark.parametrize(
    "text",
    [
        'fetch("a.json")', "import(x)", "one.innerHTML = x", "eval(x)", 'setTimeout("x")', "open('https://a.example')",
        'one.setAttribute("style", x)', "/(?<=a)b/", "list.toSorted()", "console.log(x)", "var x = 1", "a == b",
        "a != b",
    ],
)  # fmt: skip
def test_what_would_not_do_is_noticed(text: str) -> None:
    assert len(faults(text)) == 1


def test_what_only_looks_like_it_passes() -> None:
    assert (
        faults("a === b && c !== d; important(); setTimeout(() => x, 5); one.textContent = y") == []
    )
