"""The mutants are what they say, and are put into nothing but copies."""

from __future__ import annotations

from pathlib import Path

import pytest

from .mutants import mutants
from .parts import PARTS, Part
from .run import PROJECT, Known, chosen, in_turn, texts
from .workplace import Workplace, temporary


def changes(text: str) -> set[tuple[str, str]]:
    return {(one.before, one.after) for one in mutants("a.py", text)}


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("if a < b:\n    c()", ("<", "<=")),
        ("x = (a) is not (b)", ("is not", "is")),
        ("x = a not in b", ("not in", "in")),
        ("x = a and '和' or b", ("and", "or")),
        ("x = a and '和' or b", ("or", "and")),
        ("x = not a", ("not a", "a")),
        ("x = 7", ("7", "8")),
        ("x = 7", ("7", "6")),
        ("x = True", ("True", "False")),
        ("x = '同心'", ("'同心'", '""')),
        ("x = f'{a}同心'", ("f'{a}同心'", '""')),
        ("def f():\n    return a", ("return a", "return None")),
        ("def f():\n    tell(a)", ("tell(a)", "pass")),
        ("def f():\n    for a in b:\n        continue", ("continue", "pass")),
        ("x = y\nx[1] = 2", ("x[1] = 2", "pass")),
        ("if a:\n    b()", ("a", "False")),
        ("x = a if b else c", ("b", "True")),
        ("x = [a for a in b if c]", ("c", "True")),
        ("x = a[1:]", ("1:", ":1")),
        ("x = a[b:c]", ("b:c", "c:b")),
        ("x = re.compile(r'^a+$')", ("+", "*")),
        ("x = re.compile(r'^a+$')", ("^", "")),
        ("x = re.compile(r'同[^a]')", ("[^", "[")),
        ("x = re.sub(r'(?<!a)b{2,4}', '', c)", ("(?<!", "(?<=")),
        ("x = re.sub(r'(?<!a)b{2,4}', '', c)", ("{2,4}", "{2,3}")),
    ],
)  # fmt: skip
def test_every_kind_of_change_is_made(text: str, change: tuple[str, str]) -> None:
    assert change in changes(text)


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ('"""Docstring."""\n', '"""Docstring."""'),
        ("def f(a: 'Base') -> 'Base': ...", "'Base'"),
        ("__all__ = ['a']", "'a'"),
        (r"x = re.compile(r'[*+]\?')", "?"),
        (r"x = re.compile(r'[*+]\?')", "+"),
        ("x = re.compile(rf'{a}b')", "{a}"),
        ("def f():\n    return False", "return False"),
    ],
)
def test_what_changes_nothing_or_breaks_the_rules_is_left(text: str, before: str) -> None:
    assert before not in {one for one, _ in changes(text)}


def test_a_mutant_stands_where_it_says_also_behind_chinese() -> None:
    (one,) = (one for one in mutants("a.py", "# 同心\nx = '同' if a else b\n") if one.before == "a" and one.after == "True")  # fmt: skip
    assert one.line == 2
    assert one.put_in("# 同心\nx = '同' if a else b\n") == "# 同心\nx = '同' if True else b\n"


def test_the_sample_is_the_same_each_time_and_spread_by_size() -> None:
    there = {"small.py": "x = 1\n", "large.py": "y = [1, 2, 3, 4, 5, 6, 7, 8, 9]\n" * 3}
    sample = chosen(there, 20, 1)
    assert sample == chosen(there, 20, 1)
    assert sample != chosen(there, 20, 2)
    assert {one.module for one in sample} == set(there)
    assert len(sample) == 20


@pytest.mark.parametrize("part", PARTS.values(), ids=PARTS)
def test_every_pattern_finds_modules_and_all_tests_are_there(part: Part) -> None:
    assert all("/showcase/" in module for module in texts(PROJECT, part))
    package = PROJECT / "plugins" / "showcase"
    assert [one for one in part.modules if not any(package.glob(one))] == []
    assert [one for one in part.tests if not (PROJECT / one).exists()] == []
    for one in part.without:
        file, _, begins = one.partition("::")
        assert f"def {begins.partition('[')[0]}" in (PROJECT / file).read_text("utf-8")


def test_only_copies_are_broken(tmp_path: Path) -> None:
    place = Workplace(tmp_path / "project")
    (tmp_path / "project").mkdir()
    (tmp_path / "project" / "a.py").write_text("x = 1 < 2\n", "utf-8")
    (mutant,) = (one for one in mutants("a.py", "x = 1 < 2\n") if one.after == "<=")
    with place.broken(mutant):
        assert (tmp_path / "project" / "a.py").read_text("utf-8") == "x = 1 <= 2\n"
    assert (tmp_path / "project" / "a.py").read_text("utf-8") == "x = 1 < 2\n"
    assert temporary(tmp_path) == tmp_path.resolve()


@pytest.mark.parametrize("path", [PROJECT, PROJECT / "plugins", Path("/"), Path()])
def test_the_project_itself_is_refused(path: Path) -> None:
    with pytest.raises(ValueError, match="only put into copies"):
        temporary(path)


def test_the_tests_that_reach_a_line_are_asked_quick_and_thorough_ones_first() -> None:
    known = Known(
        {"x.py::a": 1.0, "x.py::b": 0.1, "y.py::c": 0.1, "x.py::broken": 0.0},
        frozenset({"x.py::broken"}),
        {"m.py": {1: [], 2: ["x.py::a", "x.py::b", "x.py::broken"], 3: ["x.py::a", "y.py::c"]}},
    )
    mutant = next(one for one in mutants("m.py", "import x\nif x < 1:\n    x()\n"))
    assert mutant.line == 2
    assert known.tests_of(mutant) == ["x.py::b", "x.py::a"]
    on_import = next(one for one in mutants("m.py", "x = 1\n"))
    assert known.tests_of(on_import) == ["x.py::b", "y.py::c", "x.py::a"]


def test_a_few_tests_of_several_files_go_first() -> None:
    tests = [f"{file}.py::{number}" for number in range(40) for file in "abcdefgh"]
    few, rest = in_turn(tests)
    assert sorted([*few, *rest]) == sorted(tests)
    assert {test.partition("::")[0] for test in few} == {"a.py", "b.py", "c.py", "d.py", "e.py"}
    assert few[:2] == ["a.py::0", "b.py::0"]
    assert in_turn(["a.py::1"]) == [["a.py::1"]]
