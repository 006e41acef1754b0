"""Every code has a sentence, every sentence a code, and each is shown by a case or a unit test."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from showcase import rules
from showcase.messages import WORDINGS
from tests.cases.story import HERE, stories
from tests.messages.codes import PACKAGE, raised, raised_in
from tests.workbook.stories import shown as shown_in_workbooks

UNIT = tuple(
    HERE.parent / name for name in ("unit", "reading", "photographs", "confinement", "workbook")
)
RULE_MODULES = sorted(
    path.stem
    for path in (PACKAGE / "rules").glob("*.py")
    if "def check(" in path.read_text("utf-8")
)
RULE_MODULES.remove("__init__")


def told_in(prefix: str = "") -> set[str]:
    """The codes in the goldens of the cases whose name begins so."""
    texts = [one.told for one in stories() if one.folder.name.startswith(prefix)]
    return {
        code for text in texts for code in re.findall(r"。 \[([a-z0-9-]+)\]$", text, re.MULTILINE)
    }


def named_in_unit_tests() -> set[str]:
    """Every string of the unit tests."""
    paths = [path for folder in UNIT for path in folder.glob("test_*.py")]
    trees = [ast.parse(path.read_text("utf-8")) for path in paths]
    nodes = (node for tree in trees for node in ast.walk(tree))
    return {
        node.value
        for node in nodes
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def test_every_code_that_is_raised_has_a_sentence() -> None:
    without = {code: where for code, where in raised().items() if code not in WORDINGS}
    assert without == {}


def test_every_sentence_belongs_to_a_code_that_is_raised() -> None:
    assert set(WORDINGS) - set(raised()) == set()


def test_every_code_is_shown_by_a_case_or_a_unit_test() -> None:
    assert set(WORDINGS) - told_in() - named_in_unit_tests() - shown_in_workbooks() == set()


@pytest.mark.parametrize("module", RULE_MODULES)
def test_a_rule_module_is_registered_under_its_own_name(module: str) -> None:
    registered = {check.__module__.rsplit(".", 1)[-1]: name for name, check in rules.RULES.items()}
    assert registered.get(module) == module.replace("_", "-")


@pytest.mark.parametrize("rule", rules.RULES)
def test_a_rule_has_cases_for_all_that_it_reports(rule: str) -> None:
    source = (PACKAGE / "rules" / f"{rule.replace('-', '_')}.py").read_text("utf-8")
    assert raised_in(source) - told_in(f"{rule}-") == set()


@pytest.mark.parametrize("rule", rules.RULES)
def test_a_rule_has_a_look_alike_that_passes(rule: str) -> None:
    fine = HERE / f"{rule}-fine"
    assert (fine / "input").is_dir()
    assert (fine / "diagnostics.txt").read_text("utf-8") == ""


@pytest.mark.parametrize("story", stories(), ids=lambda story: story.folder.name)
def test_a_case_that_is_called_fine_is_fine(story: object) -> None:
    folder = getattr(story, "folder", Path())
    called_fine = "fine" in folder.name.split("-")
    assert called_fine == ((folder / "diagnostics.txt").read_text("utf-8") == "")


@pytest.mark.parametrize(
    ("source", "codes"),
    [
        ("record.fault('a-b', ())", {"a-b"}),
        ("yield_ = record.fault('a' if tie else 'b', ())", {"a", "b"}),
        ("def f():\n    code = 'a' if x else 'b'\n    self._at(code, 1)", {"a", "b"}),
        ("def f():\n    code = 'a'\ndef g(code):\n    fault(code)", set()),
        ("raise PydanticCustomError('a', 'text')", {"a"}),
        ("raise UnreadableError('a')", {"a"}),
        ("raise _Excess('a', 1)", {"a"}),
        ("Diagnostic('a', Level.ERROR, place)", {"a"}),
        ("_CODES = {'missing': 'a'}", {"a"}),
        ("def f() -> tuple[str, int]:\n    return 'a', 1", {"a"}),
        ("def f() -> tuple[int, str]:\n    return 1, 'a'", set()),
        ("def f() -> tuple[str, ...]:\n    return 'a', 'b'", set()),
        ("def f() -> tuple[str, int]:\n    return ()", set()),
        ("yield Slip('a', 1, 1)", {"a"}),
        ("def f():\n    code, level = 'a', 1\n    Slip(code)", {"a"}),
        ("def f():\n    for form, code in ((1, 'a'), (2, 'b')):\n        Slip(code)", {"a", "b"}),
        ("Remark('未注来源', 'a')", set()),
        ("print('a')", set()),
    ],
)
def test_codes_are_read_off_the_source(source: str, codes: set[str]) -> None:
    assert raised_in(source) == codes
