"""The verb `check` and how every verb ends: forms, files, colour, consoles, exit codes."""

from __future__ import annotations

import errno
import importlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, NamedTuple

import pytest
import typer

from showcase.cli import application
from showcase.commands import outcome, place
from showcase.commands.check import Form
from showcase.diagnostics import Level
from showcase.prose_folder import NEEDED
from showcase.workshop import Workshop
from tests.cases.story import BASELINE
from tests.reports.readers import READERS

build_verb = importlib.import_module("showcase.commands.build")
PACKAGES = Path(outcome.__file__).parents[2]


class Done(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The baseline of the cases as a project, and the current folder."""
    shutil.copytree(BASELINE, tmp_path / "bases")
    (tmp_path / "content").mkdir()
    for name in NEEDED:
        (tmp_path / "content" / name).write_text("# 虚构\n\n虚构\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for name in ("GITHUB_ACTIONS", "NO_COLOR", "SHOWCASE_CALLED_FROM"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def run(project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """The command line, within this process."""

    def run(*words: str) -> Done:
        monkeypatch.setattr(sys, "argv", ["showcase", *words])
        code = outcome.run(application())
        said = capsys.readouterr()
        return Done(code, said.out, said.err)

    return run


def spoil(project: Path) -> None:
    """One error in line 4, that a reader of whatever patience has to tell."""
    path = project / "bases" / "yunqiao.yml"
    path.write_text(path.read_text("utf-8").replace("of: yunqiao-brand", "of: nobody"), "utf-8")
    assert path.read_text("utf-8").split("\n")[3] == "part_of: nobody"


def test_nothing_to_mend_ends_with_0(run: Run) -> None:
    done = run("check")
    count = len([one for one in BASELINE.rglob("*") if one.suffix == ".yml"])
    assert done.code == 0
    assert f"检查完：{count}个文件，0处错误，" in done.out


def test_an_error_ends_with_1(run: Run, project: Path) -> None:
    spoil(project)
    done = run("check")
    assert done.code == 1
    assert "bases/yunqiao.yml:" in done.out
    assert "1处错误" in done.out


@pytest.mark.parametrize("form", Form)
def test_each_form_is_printed_and_written(form: Form, run: Run, project: Path) -> None:
    spoil(project)
    printed = run("check", "--format", form.value)
    written = run("check", "--format", form.value, "--out", "made/report")
    assert printed.code == written.code == 1
    assert (project / "made" / "report").read_text("utf-8") == printed.out
    assert f"结果写在 {project / 'made' / 'report'}" in written.out
    assert "1处错误" in written.out
    facts = READERS[form.value](printed.out)
    assert [(one.file, one.line) for one in facts if one.code == "unknown-part-of"] == [
        ("bases/yunqiao.yml", 4)
    ]


def test_english_is_told_in_english(run: Run, project: Path) -> None:
    spoil(project)
    done = run("check", "--lang", "en")
    assert done.code == 1
    assert "error bases/yunqiao.yml:" in done.out
    assert "Checked: " in done.out


def test_a_path_is_meant_from_where_the_user_stands(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "elsewhere").mkdir()
    monkeypatch.setenv("SHOWCASE_CALLED_FROM", str(project / "elsewhere"))
    assert run("check", "--format", "json", "--out", "a.json").code == 0
    assert json.loads((project / "elsewhere" / "a.json").read_text("utf-8"))["version"] == 1


def test_on_github_people_read_the_text_and_the_lines_are_annotated(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil(project)
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    both = run("check").out.splitlines()
    end = f"::{both[0].removeprefix('::stop-commands::')}::"
    assert both[0].startswith("::stop-commands::")
    assert [one for one in both[1 : both.index(end)] if one.startswith("::")] == []
    assert any(one.startswith("错误 bases/yunqiao.yml") for one in both)
    assert both[both.index(end) + 1].startswith("::error file=bases/yunqiao.yml,line=4,")
    asked = run("check", "--format", "text").out
    assert asked.startswith("::stop-commands::")
    assert "::error" not in asked
    assert run("check", "--format", "json").out.startswith("{")


def test_colour_is_for_terminals_whose_owner_does_not_refuse_it(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil(project)
    assert "\x1b" not in run("check").out
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert "\x1b[1;31m" in run("check").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in run("check").out


def test_what_the_display_face_lacks_is_advice_in_every_form(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Workshop, "lacking_characters", lambda self, catalogue: ("䶮", "㙍"))
    short = run("check")
    assert short.code == 0
    assert "not-in-display-face" not in short.out
    assert "没有列出" in short.out
    assert (
        "说明 bases:1:1：标题字体里没有这些字：䶮、㙍。 [not-in-display-face]"
        in run("check", "--all").out
    )
    told = json.loads(run("check", "--format", "json").out)["diagnostics"]
    assert [one["level"] for one in told if one["code"] == "not-in-display-face"] == ["note"]


@pytest.mark.parametrize("encoding", ["gbk", "cp437", "ascii"])
def test_a_console_that_is_not_utf_8_is_no_fault(encoding: str, project: Path) -> None:
    path = project / "bases" / "hetang.yml"
    path.write_text("schema: 1\nname: 荷塘\n\tcity: 云州市\u00a0⑳👍\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "showcase", "check", "--all"],
        env=os.environ | {"PYTHONPATH": str(PACKAGES), "PYTHONIOENCODING": encoding},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr == b""
    assert b"bases/hetang.yml:" in done.stdout
    if encoding == "gbk":
        assert "错误" in done.stdout.decode("gbk")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("check", "--format", "xml"), "--format 后面写的“xml”不认识。可用的有：text、json、github、gitlab、html、comment。"),
        (("check", "--lang", "fr"), "--lang 后面写的“fr”不认识。可用的有：zh、en。"),
        (("check", "--fromat", "json"), "没有“--fromat”这个选项，是不是想写 --format。"),
        (("check", "--format"), "--format 后面要写一个值"),
        (("schemas", "more"), "后面多写了一些词。"),
        (("check", "bases/yunqiao.yml"), "check 总是检查全部文件，后面不用写文件名。"),
        (("fix", "yunqiao"), "fix 总是看全部文件，后面不用写文件名。"),
        (("check", "--foo"), "没有“--foo”这个选项。"),
        (("check", "--fromat", "json"), "没有“--fromat”这个选项，是不是想写 --format。"),
        (("nosuch",), "没有“nosuch”这个命令。"),
        (("chek",), "没有“chek”这个命令，是不是想写 check。"),
        (("che'k",), "没有“che'k”这个命令，是不是想写 check。"),
        (("bench", "--sizes", "五十"), "--sizes 里的“五十”不是个数。"),
        (("bench", "--sizes", "0"), "--sizes 里的“0”不是个数。"),
        (("bench", "--bases", "一千"), "--bases 里的“一千”不是个数。"),
        (("bench", "--bases", "9", "--activities", "0"), "--activities 里的“0”不是个数。"),
        (("bench", "--activities", "20"), "--activities 和 --browser 要和 --bases 一起用"),
        (("bench", "--browser"), "--activities 和 --browser 要和 --bases 一起用"),
        (("serve", "--address", "bad"), "“bad”不是能预览的地址。"),
        (("serve", "--address", "127.0.0.1:99999"), "“127.0.0.1:99999”不是能预览的地址。"),
        (("check", "--out", "bases"), "写不进 "),
        (("check", "--out", "bases/yunqiao.yml/a.html"), "写不进 "),
    ],
)  # fmt: skip
def test_wrong_use_ends_with_2_and_is_told_in_chinese(
    words: tuple[str, ...], said: str, run: Run
) -> None:
    done = run(*words)
    assert done.code == 2
    assert done.err.startswith(said)
    assert len(done.err.strip().splitlines()) == 1
    for english in ("Usage", "Error", "Invalid", "Missing", "Try", "Did you", "directory"):
        assert english not in done.err


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (PermissionError(errno.EACCES, "Permission denied"), "（没有权限，或者正被别的程序打开）"),
        (OSError(errno.ENOTDIR, "Not a directory"), "（路径里有一段不是文件夹）"),
        (OSError(errno.ELOOP, "Too many levels"), ""),
        (OSError("no number"), ""),
    ],
)
def test_the_system_gives_its_reasons_in_chinese_or_not_at_all(fault: OSError, said: str) -> None:
    assert place.reason(fault) == said


@pytest.mark.parametrize(
    "words",
    [
        ("check",),
        ("check", "--fix"),
        ("fix",),
        ("fix", "--undo"),
        ("checkup",),
        ("changes",),
        ("schemas",),
        ("migrate",),
        ("publish",),
        ("sign", "yunqiao", "--by", "宣传科"),
        ("rename", "yunqiao", "jia"),
        ("withdraw", "yunqiao"),
        ("new",),
        ("new", "jia", "--name", "甲", "--city", "云州市"),
        ("new", "activity"),
        ("build",),
    ],
    ids=" ".join,
)
def test_a_folder_that_is_no_project_is_left_as_it_is(
    words: tuple[str, ...], run: Run, tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    monkeypatch.chdir(elsewhere)
    done = run(*words)
    assert done.code == 2
    assert (done.out, done.err) == (
        "", "这里没有 bases/ 文件夹，不是项目的文件夹；换到项目的文件夹里再运行。\n",
    )  # fmt: skip
    assert list(elsewhere.iterdir()) == []


@pytest.mark.parametrize("loaded", ["showcase.cli", "showcase.kept_check"])
def test_ctrl_c_while_the_program_loads_shows_no_traceback(loaded: str, tmp_path: Path) -> None:
    interrupting = (
        "import runpy, sys\n"
        "class Interrupting:\n"
        "    def find_spec(self, name, *_):\n"
        f"        if name == '{loaded}': raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Interrupting())\n"
        "sys.argv = ['showcase', 'migrate']\n"
        "runpy.run_module('showcase', run_name='__main__')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", interrupting],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(PACKAGES), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "停下了。\n")


def test_ctrl_c_while_building_leaves_the_site_and_says_so(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(build_verb, "build_and_switch", interrupted)
    done = run("build")
    assert (done.code, done.err) == (130, "停下了，原来的网站没有动。\n")


def test_fix_says_how_many_reminders_are_left(run: Run, project: Path) -> None:
    assert run("fix", "--yes").out == "没有错误了。\n"
    path = project / "bases" / "yunqiao-brand.yml"
    path.write_text(path.read_text("utf-8") + "stats:\n  - {label: 甲, value: 3家}\n", "utf-8")
    assert run("fix", "--yes").out == "没有错误了，还有1处提醒，运行 check 查看。\n"
    spoil(project)
    done = run("fix", "--yes")
    assert done.out == "还有1处错误要自己改，另有1处提醒，运行 check 查看。\n"
    assert done.code == 1


def test_a_missing_argument_is_called_by_its_name(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    verbs = typer.Typer()

    @verbs.command()
    def needs(identity: Annotated[str, typer.Argument(metavar="编号")]) -> None:
        raise AssertionError(identity)

    monkeypatch.setattr(sys, "argv", ["showcase"])
    assert outcome.run(verbs) == 2
    assert capsys.readouterr().err.startswith("少写了“编号”。")


def test_a_fault_of_our_own_ends_with_3_a_sentence_and_a_log(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(self: Workshop, **_: bool) -> None:
        raise RuntimeError("虚构的毛病 \ud800")

    monkeypatch.setattr(Workshop, "read", fails)
    done = run("check", "--lang", "zh")
    assert done.code == 3
    assert done.out == ""
    assert (
        done.err
        == "程序自己出了错，不是文件写错了。详情写在 .cache/fault.log，请把它发给管程序的同事。\n"
    )
    log = (project / ".cache" / "fault.log").read_text("utf-8")
    assert "showcase check --lang zh" in log
    assert "Traceback" in log
    assert "虚构的毛病" in log
    shutil.rmtree(project / ".cache")
    (project / ".cache").write_text("", encoding="utf-8")
    assert "没能写进去" in run("check").err


def test_ctrl_c_ends_with_130(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def stops(self: Workshop, **_: bool) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Workshop, "read", stops)
    done = run("check")
    assert done.code == 130
    assert "Traceback" not in done.err


def test_levels_have_a_name_for_programs() -> None:
    assert [level.name for level in Level] == ["ERROR", "WARNING", "NOTE"]
