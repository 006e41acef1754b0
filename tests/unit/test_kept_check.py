"""A check is told again only while nothing has changed that it looks at."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from showcase import kept_check
from showcase.kept_check import MOST_KEPT, KeptChecks, Outcome, surroundings, told_again

FOUND = Outcome("共检查1个文件。\n", 1)
NOTICE = "<p>公告</p>\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with one of everything that a check looks at."""
    for name, content in {
        "bases/yunqiao.yml": "schema: 1\n",
        "bases/_standards/three-haves.yml": "schema: 1\n",
        "bases/yunqiao/hall.jpg": "a photograph",
        "content/about.md": "# 关于\n",
        "overrides/notice.html": NOTICE,
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
    return tmp_path


@pytest.fixture
def program(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program of one module, in the place of our own."""
    folder = tmp_path_factory.mktemp("program")
    (folder / "engine.py").write_text("LIMIT = 1\n", "utf-8")
    monkeypatch.setattr(kept_check, "_PACKAGE", folder)
    return folder


def kept(project: Path) -> list[Path]:
    return sorted((project / ".cache" / "checks").iterdir())


def test_what_is_known_is_told_again(project: Path, program: Path) -> None:
    checks = KeptChecks(project)
    assert checks.recall([]) is None
    checks.keep([], FOUND, checks.digest())
    assert checks.recall([]) == FOUND
    assert KeptChecks(project).recall([]) == FOUND


@pytest.mark.parametrize(
    "name",
    ["bases/yunqiao.yml", "bases/_standards/three-haves.yml", "content/about.md", "overrides/notice.html"],
)  # fmt: skip
def test_one_changed_byte_is_enough(name: str, project: Path, program: Path) -> None:
    """Also where length and time of the file stay: a USB stick counts in steps of two seconds."""
    path = project / name
    KeptChecks(project).keep([], FOUND, KeptChecks(project).digest())
    before, content = path.stat(), bytearray(path.read_bytes())
    content[0] ^= 1
    path.write_bytes(content)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_mtime_ns == before.st_mtime_ns
    assert KeptChecks(project).recall([]) is None
    content[0] ^= 1
    path.write_bytes(content)
    assert KeptChecks(project).recall([]) == FOUND


def test_a_photograph_counts_as_changed_when_its_time_or_its_size_is_another(
    project: Path, program: Path
) -> None:
    path = project / "bases" / "yunqiao" / "hall.jpg"
    checks = KeptChecks(project)
    checks.keep([], FOUND, checks.digest())
    time = path.stat().st_mtime_ns
    os.utime(path, ns=(time, time + 1_000_000_000))
    assert checks.recall([]) is None
    checks.keep([], FOUND, checks.digest())
    time = path.stat().st_mtime_ns
    path.write_bytes(path.read_bytes() + b".")
    os.utime(path, ns=(time, time))
    assert checks.recall([]) is None


@pytest.mark.parametrize("name", ["bases/hetang.yml", "content/new.md", "overrides/main.html"])
def test_a_new_file_and_a_lost_one_count(name: str, project: Path, program: Path) -> None:
    checks = KeptChecks(project)
    checks.keep([], FOUND, checks.digest())
    (project / name).write_text("", "utf-8")
    assert checks.recall([]) is None
    (project / name).unlink()
    assert checks.recall([]) == FOUND


def test_a_file_under_another_name_counts(project: Path, program: Path) -> None:
    checks = KeptChecks(project)
    checks.keep([], FOUND, checks.digest())
    (project / "bases" / "yunqiao.yml").rename(project / "bases" / "yunqiau.yml")
    assert checks.recall([]) is None


def test_what_a_check_does_not_look_at_does_not_count(project: Path, program: Path) -> None:
    checks = KeptChecks(project)
    checks.keep([], FOUND, checks.digest())
    (project / "README.md").write_text("改过\n", "utf-8")
    (project / "bases" / "__pycache__").mkdir()
    (project / "bases" / "__pycache__" / "x.pyc").write_bytes(b"")
    (program / "notes.txt").write_text("改过\n", "utf-8")
    assert checks.recall([]) == FOUND


@pytest.mark.parametrize("change", ["length", "time", "module"])
def test_another_program_checks_anew(change: str, project: Path, program: Path) -> None:
    checks = KeptChecks(project)
    checks.keep([], FOUND, checks.digest())
    engine = program / "engine.py"
    time = engine.stat().st_mtime_ns
    match change:
        case "length":
            engine.write_text("LIMIT = 10\n", "utf-8")
            os.utime(engine, ns=(time, time))
        case "time":
            engine.write_text("LIMIT = 2\n", "utf-8")
            os.utime(engine, ns=(time, time + 1_000_000_000))
        case _:
            (program / "rule.py").write_text("", "utf-8")
    assert checks.recall([]) is None


def test_another_python_checks_anew(
    project: Path, program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    KeptChecks(project).keep([], FOUND, KeptChecks(project).digest())
    monkeypatch.setattr(sys, "version", "3.99")
    assert KeptChecks(project).recall([]) is None


def test_each_way_of_asking_has_its_own_outcome(project: Path, program: Path) -> None:
    checks, english = KeptChecks(project), Outcome("1 file checked.\n", 1)
    checks.keep([], FOUND, checks.digest())
    assert checks.recall(["--lang", "en"]) is None
    checks.keep(["--lang", "en"], english, checks.digest())
    assert (checks.recall([]), checks.recall(["--lang", "en"])) == (FOUND, english)
    # two words are not one
    assert checks.recall(["--langen"]) is None


@pytest.mark.parametrize("name", ["NO_COLOR", "GITHUB_ACTIONS"])
def test_another_look_is_printed_anew(
    name: str, project: Path, program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(name, raising=False)
    KeptChecks(project).keep([], FOUND, KeptChecks(project).digest())
    monkeypatch.setenv(name, "true")
    assert KeptChecks(project).recall([]) is None


def test_a_terminal_and_a_pipe_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = set()
    for terminal in (True, False):
        for encoding in ("utf-8", "gbk"):
            monkeypatch.setattr(sys, "stdout", _Stream(terminal, encoding))
            seen.add(surroundings())
    assert len(seen) == 4


class _Stream:
    def __init__(self, terminal: bool, encoding: str) -> None:
        self.encoding = encoding
        self.isatty: Callable[[], bool] = lambda: terminal


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe\x00",
        b"{}",
        b'{"digest": 1, "printed": "", "code": 0}',
        "no code",
        "no words",
    ],
)
def test_a_broken_cache_is_none(content: bytes | str, project: Path, program: Path) -> None:
    checks = KeptChecks(project)
    checks.keep([], FOUND, checks.digest())
    (path,) = kept(project)
    if isinstance(content, str):
        whole = json.loads(path.read_text("utf-8"))
        del whole["code" if content == "no code" else "printed"]
        content = json.dumps(whole).encode()
    path.write_bytes(content)
    assert checks.recall([]) is None
    checks.keep([], FOUND, checks.digest())
    assert checks.recall([]) == FOUND


def test_a_cache_that_cannot_be_written_is_done_without(project: Path, program: Path) -> None:
    (project / ".cache").write_text("no folder", "utf-8")
    checks = KeptChecks(project)
    checks.keep([], FOUND, checks.digest())
    assert checks.recall([]) is None
    assert (project / ".cache").read_text("utf-8") == "no folder"


def test_the_cache_does_not_grow(project: Path, program: Path) -> None:
    checks = KeptChecks(project)
    for number in range(MOST_KEPT):
        checks.keep([str(number)], FOUND, checks.digest())
    assert [checks.recall([str(number)]) for number in range(MOST_KEPT)] == [FOUND] * MOST_KEPT
    checks.keep(["one more"], FOUND, checks.digest())
    assert len(kept(project)) == 1
    assert checks.recall(["one more"]) == FOUND


def test_a_link_that_leads_nowhere_is_no_hindrance(project: Path, program: Path) -> None:
    (project / "bases" / "gone.yml").symlink_to(project / "bases" / "nothing.yml")
    checks = KeptChecks(project)
    checks.keep([], FOUND, checks.digest())
    assert checks.recall([]) == FOUND


def test_the_command_line_tells_again(
    project: Path,
    program: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(project)
    assert told_again(["check", "--all"]) is None
    KeptChecks(project).keep(["--all"], FOUND, KeptChecks(project).digest())
    assert told_again(["check", "--all"]) == FOUND.code
    assert capsys.readouterr().out == FOUND.printed
    assert told_again(["check"]) is None
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["fix"],
        ["check", "--fix"],
        ["check", "--help"],
        ["check", "--all", "--out", "report.txt"],
        ["check", "--out=report.txt"],
    ],
)
def test_what_does_more_than_print_is_done(
    words: list[str],
    project: Path,
    program: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Even where, against all custom, an outcome was kept for these words."""
    monkeypatch.chdir(project)
    KeptChecks(project).keep(words[1:], FOUND, KeptChecks(project).digest())
    assert told_again(words) is None
    assert capsys.readouterr().out == ""


def test_what_is_saved_during_a_check_belongs_to_the_next_one(project: Path) -> None:
    checks = KeptChecks(project)
    before = checks.digest()
    (project / "bases" / "hetang.yml").write_text("schema: 1\n# saved meanwhile\n", "utf-8")
    checks.keep([], FOUND, before)
    assert checks.recall([]) is None


def test_a_link_to_a_folder_counts(project: Path) -> None:
    checks = KeptChecks(project)
    checks.keep([], FOUND, checks.digest())
    (project / "elsewhere").mkdir()
    (project / "bases" / "photos").symlink_to(project / "elsewhere")
    assert checks.recall([]) is None
