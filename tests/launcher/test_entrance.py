"""scripts/showcase.py starts anywhere and always ends in a sentence."""

from __future__ import annotations

import ast
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from scripts import showcase
from scripts.launcher import verbs, words

SCRIPTS = Path(showcase.__file__).parent
READ_BY_OLD_PYTHONS = [
    SCRIPTS / "showcase.py",
    SCRIPTS / "__init__.py",
    SCRIPTS / "launcher" / "__init__.py",
    SCRIPTS / "launcher" / "words.py",
]


@pytest.mark.parametrize("version", [(3, 6, 15), (3, 10, 13)])
def test_an_old_python_gets_one_sentence_in_each_language(
    version: tuple[int, int, int],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(sys, "version_info", version)
    monkeypatch.setattr(sys, "path", list(sys.path))
    code = showcase.main()
    monkeypatch.undo()
    chinese, english = capsys.readouterr().err.splitlines()
    assert code == showcase.NOT_READY
    assert "请安装 Python 3.11 或更新的版本" in chinese
    assert "please install Python 3.11 or newer" in english


@pytest.mark.parametrize("path", READ_BY_OLD_PYTHONS, ids=lambda path: path.stem)
def test_what_an_old_python_reads_is_old_python(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"), feature_version=(3, 4))
    newer = (ast.JoinedStr, ast.AnnAssign, ast.NamedExpr, ast.Match, ast.AsyncFunctionDef)
    assert [node for node in ast.walk(tree) if isinstance(node, newer)] == []
    imported = {
        name
        for node in ast.walk(tree)
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    assert imported <= {"os", "sys", "scripts.launcher.words", "scripts.launcher.verbs"}


def test_only_the_standard_library_is_imported() -> None:
    imported = {
        (node.module or "") if isinstance(node, ast.ImportFrom) else alias.name
        for path in SCRIPTS.joinpath("launcher").glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    }
    foreign = {name.split(".")[0] for name in imported} - sys.stdlib_module_names
    assert foreign == {"scripts"}


def test_every_sentence_is_said_in_both_languages_with_the_same_values() -> None:
    for chinese, english in words.SENTENCES.values():
        assert any("\u4e00" <= sign <= "\u9fff" for sign in chinese)
        assert not any("\u4e00" <= sign <= "\u9fff" for sign in english)


def test_a_console_that_shows_no_chinese_still_shows_the_english(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shown = io.BytesIO()
    monkeypatch.setattr(sys, "stderr", io.TextIOWrapper(shown, encoding="ascii"))
    words.say("prepared")
    assert b"Ready.\n" in shown.getvalue().replace(b"\r\n", b"\n")


def test_help_is_given_from_any_folder(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, str(SCRIPTS / "showcase.py"), "help"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=True,
    )
    assert ended.stdout == verbs.HELP
    assert ended.stderr == ""


def test_help_names_every_verb() -> None:
    for verb in (*verbs.HANDED_ON, *verbs.OWN, "help"):
        assert f"\n  {verb} " in verbs.HELP


def test_no_verb_at_all_gives_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert verbs.run([]) == 0
    assert capsys.readouterr().out == verbs.HELP


def test_an_unknown_verb_is_named_and_changes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert verbs.run(["biuld"]) == verbs.WRONG_USE
    assert "没有“biuld”这个命令。" in capsys.readouterr().err


def test_a_file_that_cannot_be_read_gives_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(verbs, "ROOT", tmp_path)
    assert verbs.run(["build"]) == showcase.NOT_READY
    assert "requirements.lock" in capsys.readouterr().err
