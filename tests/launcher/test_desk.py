"""A double-click does the whole of one thing, says in Chinese how it went, and hands on the exit code."""

from __future__ import annotations

import io
import re
import socket
import subprocess
import sys
import webbrowser
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from scripts.launcher import desk as desks
from scripts.launcher import verbs
from scripts.launcher.desk import desk
from scripts.launcher.environment import Environment
from scripts.launcher.stop import Stop

ROOT = Path(__file__).resolve().parents[2]
FILES = {"预览.bat": "preview", "检查.bat": "check", "发布.bat": "publish"}


class Verbs:
    """Pretends to be Showcase: remembers what was called and ends as it was told to."""

    def __init__(self) -> None:
        self.called: list[str] = []
        self.ends: dict[str, int] = {}

    def run(
        self,
        command: Sequence[str | Path],
        *,
        root: Path,
        limit: int | None,
        env: Mapping[str, str],
    ) -> int:
        assert [str(one) for one in command[1:3]] == ["-m", "showcase"]
        self.called.append(" ".join(map(str, command[3:])))
        return self.ends.get(str(command[3]), 0)


@pytest.fixture
def showcase(monkeypatch: pytest.MonkeyPatch) -> Verbs:
    pretending = Verbs()
    monkeypatch.setattr(desks, "openly", pretending.run)
    monkeypatch.setattr(desks, "ensure", lambda _: None)
    return pretending


def answer(monkeypatch: pytest.MonkeyPatch, typed: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(typed))


def test_checking_checks(
    showcase: Verbs, environment: Environment, capsys: pytest.CaptureFixture[str]
) -> None:
    assert desk(environment.root, ["check"]) == 0
    showcase.ends["check"] = 1
    assert desk(environment.root, ["check"]) == 1
    assert showcase.called == ["check", "check"]
    assert "照上面的提示改好、保存，再双击一次。" in capsys.readouterr().err


def test_a_workbook_that_is_dropped_is_read_in_first(
    showcase: Verbs, environment: Environment, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    workbook, other = tmp_path / "活动 & 甲.XLSX", tmp_path / "甲.yml"
    assert desk(environment.root, ["check", str(other), str(workbook)]) == 0
    assert showcase.called == [f"import {workbook}", "check"]
    assert "“甲.yml”不用单独拖上来" in capsys.readouterr().err
    showcase.ends["import"] = 1
    assert desk(environment.root, ["check", str(workbook), str(workbook)]) == 1
    assert showcase.called[2:] == [f"import {workbook}"]


@pytest.mark.parametrize("typed", ["是\n", "y\n", " YES \n", "好\n"])
def test_publishing_checks_shows_asks_and_publishes(
    typed: str, showcase: Verbs, environment: Environment,
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    answer(monkeypatch, typed)
    assert desk(environment.root, ["publish"]) == 0
    assert showcase.called == ["check", "changes", "publish"]
    said = capsys.readouterr().err
    assert str(environment.root / "site") in said
    assert "git" not in said
    (environment.root / ".git").mkdir()
    answer(monkeypatch, typed)
    desk(environment.root, ["publish"])
    assert "_published.json" in capsys.readouterr().err


@pytest.mark.parametrize("typed", ["\n", "否\n", "n\n", "", "\x1a\n", "publish\n"])
def test_nothing_is_published_without_a_yes(
    typed: str, showcase: Verbs, environment: Environment,
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    answer(monkeypatch, typed)
    assert desk(environment.root, ["publish"]) == 0
    assert showcase.called == ["check", "changes"]
    assert "没有发布，什么也没有改。" in capsys.readouterr().err


@pytest.mark.parametrize(("verb", "called"), [("check", 1), ("changes", 2), ("publish", 3)])
@pytest.mark.parametrize("code", [1, 3])
def test_publishing_stops_where_something_is_wrong(
    verb: str, called: int, code: int, showcase: Verbs, environment: Environment,
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    answer(monkeypatch, "是\n")
    showcase.ends[verb] = code
    assert desk(environment.root, ["publish"]) == code
    assert len(showcase.called) == called
    assert "发布好了" not in capsys.readouterr().err


@pytest.mark.parametrize("words", [[], ["build"], [""]])
def test_another_word_is_wrong_use(words: list[str], environment: Environment) -> None:
    with pytest.raises(Stop, match="desk-usage"):
        desk(environment.root, words)


SERVES = """\
import http.server, sys
server = http.server.HTTPServer(("127.0.0.1", int(sys.argv[1])), http.server.SimpleHTTPRequestHandler)
server.timeout = 20
server.handle_request()  # somebody looks whether it is there
sys.exit(5)
"""


def test_the_browser_opens_once_the_preview_is_there(
    showcase: Verbs, environment: Environment, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    opened: list[str] = []
    script = tmp_path / "serves.py"
    script.write_text(SERVES, "utf-8")
    real = subprocess.Popen

    def started(command: list[str], *, cwd: Path, env: dict[str, str]) -> object:
        assert command[1:] == ["-m", "showcase", "serve"]
        return real([sys.executable, str(script), str(port)], cwd=cwd, env=env)

    monkeypatch.setattr(desks, "PORT", port)
    monkeypatch.setattr(subprocess, "Popen", started)
    monkeypatch.setattr(webbrowser, "open", opened.append)
    assert desk(environment.root, ["preview"]) == 5
    assert opened == [f"http://127.0.0.1:{port}/"]


def test_a_preview_that_is_open_already_is_shown(
    showcase: Verbs,
    environment: Environment,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", opened.append)
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        monkeypatch.setattr(desks, "PORT", listening.getsockname()[1])
        assert desk(environment.root, ["preview"]) == 0
    assert len(opened) == 1
    assert "预览已经开着" in capsys.readouterr().err


@pytest.mark.parametrize("name", FILES)
def test_a_bat_file_is_one_that_every_windows_reads(name: str) -> None:
    content = (ROOT / name).read_bytes()
    assert not content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\n") == content.count(b"\r\n") == content.count(b"\r")
    lines = content.decode("utf-8").split("\r\n")
    assert lines[0] == "@echo off"
    assert "DisableDelayedExpansion" in lines[1]
    page = lines.index("chcp 65001 >nul")
    # the system loses its place behind lines that are not ASCII: only the last one may be
    foreign = [number for number, line in enumerate(lines) if not line.isascii()]
    assert foreign == [len(lines) - 2]
    assert lines[-1] == ""
    assert page < foreign[0]
    assert lines[foreign[0]].endswith("&popd&pause&exit /b 3")


@pytest.mark.parametrize("name", FILES)
def test_a_bat_file_calls_its_verb_and_keeps_the_window_open(name: str) -> None:
    lines = (ROOT / name).read_text("utf-8").splitlines()
    called = [line for line in lines if "showcase.py desk" in line]
    assert called == [rf"%SHOWCASE_PYTHON% scripts\showcase.py desk {FILES[name]} %*"]
    assert "desk" in verbs.OWN
    after = lines[lines.index(called[0]) + 1 :]
    assert after[:5] == [
        'set "SHOWCASE_ENDED=%errorlevel%"',
        "echo.",
        "popd",
        "pause",
        "exit /b %SHOWCASE_ENDED%",
    ]
    # a folder may be called anything: its name stands in quotes, and in no other place
    assert [line for line in lines if "%~" in line] == ['pushd "%~dp0" 2>nul']
    for line in lines:
        for path in re.findall(r'\S*[\\/]\S*\.(?:py|exe|txt)"?', line.replace("desk", "")):
            assert (path.startswith('"') and path.endswith('"')) or " " not in path
            found = path.strip('"').removeprefix("SHOWCASE_PYTHON=").replace("\\", "/")
            assert (ROOT / found).exists() or found == "python/python.exe", line
    labels = {line[1:] for line in lines if line.startswith(":")}
    assert (
        {line.rpartition("goto ")[2] for line in lines if "goto " in line}
        == labels
        == {"lacking", "packed"}
    )
    same = [
        (ROOT / one).read_text("utf-8").replace(f"desk {what}", "") for one, what in FILES.items()
    ]
    assert len(set(same)) == 1


def test_what_is_shown_without_python_is_chinese_for_notepad() -> None:
    content = (ROOT / "scripts" / "launcher" / "no-python.txt").read_bytes()
    assert content.count(b"\n") == content.count(b"\r\n")
    text = content.decode("utf-8")
    assert "Python 3.13" in text
    assert "Add python.exe to PATH" in text
