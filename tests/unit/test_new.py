"""The verb `new`, driven as staff drive it: question by question, with options, and through pipes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from showcase.cli import application
from showcase.commands import conversation
from showcase.commands.asking import INTERRUPTED
from showcase.folder import Folder, Reading
from showcase.scaffold import Answer, Option
from tests.cases.story import BASELINE

PACKAGES = os.pathsep.join(
    str(Path(__file__).resolve().parents[2] / one) for one in ("plugins", "")
)
STEPS = [
    "荷塘议事亭",
    "",
    "协商平台",
    "1",
    "东城区、西城区",
    "市级",
    "2018年6月",
    "云州报告",
    "1",
    "",
]
ACTIVITY = ["yunq", "2023年5月8日", "读书会", "沙龙", "荷塘", "云州报告", ""]


@pytest.fixture
def bases(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The baseline, in a project where the command line runs."""
    monkeypatch.chdir(tmp_path)
    return Path(shutil.copytree(BASELINE, tmp_path / "bases"))


def run(*words: str, typed: list[str] | None = None) -> tuple[int, str]:
    """A command with what is typed at it, line by line: its exit code and all it said."""
    ended = CliRunner().invoke(
        application(), ["new", *words], input="".join(f"{one}\n" for one in typed or [])
    )
    return ended.exit_code, ended.output


def names(bases: Path) -> list[str]:
    """The files that lie there."""
    return sorted(path.relative_to(bases).as_posix() for path in bases.rglob("*") if path.is_file())


def read(bases: Path) -> Reading:
    """What the check says."""
    return Folder(bases).read(drafts=True)


def test_step_by_step_a_file_is_made_that_passes(bases: Path) -> None:
    code, said = run(typed=STEPS)
    assert code == 0, said
    assert "回车就用 hetangyishiting" in said
    reading = read(bases)
    assert reading.diagnostics == ()
    assert reading.catalogue is not None
    content = reading.catalogue.bases["hetangyishiting"].content
    assert (content.name, content.kind, content.city) == ("荷塘议事亭", "协商平台", "云州市")
    assert (content.district, content.level) == (("东城区", "西城区"), "市级")
    assert content.founded is not None
    assert content.founded.source == "yunzhou-report"
    assert content.part_of == "yunqiao-brand"
    text = (bases / "hetangyishiting.yml").read_bytes()
    assert b"\r" not in text
    assert text.startswith(b"# yaml-language-server: $schema=../schemas/base.json\n")


def test_what_may_be_left_out_is_left_out_by_pressing_enter(bases: Path) -> None:
    code, said = run(typed=["荷塘议事亭", "hetang", "3", "云州市", "", "", "", "", ""])
    assert code == 0, said
    assert "来源" not in said
    assert read(bases).diagnostics == ()


def test_an_answer_that_cannot_be_used_is_asked_again_with_a_reason(bases: Path) -> None:
    typed = [
        "", "荷塘议事亭", "Hetang", "yunqiao", "con", "hetang", "协商平苔", "", "云州", "", "", "特级", "", "2018年13月",
        "2018", "没有的资料", "", "云端", "-", "",
    ]  # fmt: skip
    code, said = run(typed=typed)
    assert code == 0, said
    for sentence in (
        "这一项要写。", "编号“Hetang”写法不对。", "已经有 bases/yunqiao.yml 了。", "是不是“协商平台”",
        "回车就用 云州市", "“特级”可能是：省级、市级。", "2018年13月", "没有“没有的资料”",
    ):  # fmt: skip
        assert sentence in said
    text = (bases / "hetang.yml").read_text("utf-8")
    assert "city: 云州市\n" in text
    assert "# part_of:" in text


def test_a_new_city_is_taken_when_it_is_meant(bases: Path) -> None:
    code, said = run(typed=["甲站", "jia", "1", "云溪市", "", "", "", "", ""])
    assert code == 0, said
    assert "city: 云溪市\n" in (bases / "jia.yml").read_text("utf-8")


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("杭州市", True), ("杭州", True), ("杭", True), ("hangzhou", True), ("hangz", True), ("1", True),
        ("苏州市", False), ("苏州", False), ("杭州县", False), ("州市", False), ("州", False),
    ],
)  # fmt: skip
def test_a_city_that_is_merely_like_a_known_one_is_not_offered(typed: str, offered: bool) -> None:
    cities = [Option("杭州市", "杭州市")]
    heard = conversation.taken_or_new(typed, cities, lambda fresh: Answer(fresh))
    assert (heard.suggestion or heard.value) == ("杭州市" if offered else typed)


@pytest.mark.parametrize("count", range(len(STEPS)))
def test_input_that_ends_leaves_nothing_behind(bases: Path, count: int) -> None:
    before = names(bases)
    code, said = run(typed=STEPS[:count])
    assert code == INTERRUPTED
    assert "停下了，没有写任何文件。" in said
    assert names(bases) == before


@pytest.mark.parametrize("ending", ["\x1a", "n"])
def test_who_does_not_want_it_gets_no_file(bases: Path, ending: str) -> None:
    before = names(bases)
    code, said = run(typed=[*STEPS[:-1], ending])
    assert code == (0 if ending == "n" else INTERRUPTED)
    assert "没有写任何文件。" in said
    assert names(bases) == before


def test_ctrl_c_leaves_nothing_behind(bases: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: str) -> str:
        raise KeyboardInterrupt

    before = names(bases)
    monkeypatch.setattr(conversation, "line", interrupted)
    code, said = run()
    assert (code, "没有写任何文件" in said) == (INTERRUPTED, True)
    assert run("activity")[0] == INTERRUPTED
    assert names(bases) == before


def test_with_an_id_only_the_name_and_the_city_are_asked(bases: Path) -> None:
    code, said = run("hetang", typed=["荷塘议事亭", "云州市"])
    assert code == 0, said
    assert "kind: 实践创新基地\n" in (bases / "hetang.yml").read_text("utf-8")


@pytest.mark.parametrize("words", [("hetang",), ("base", "hetang"), ()], ids=["id", "base", "none"])
def test_with_options_nothing_is_asked(bases: Path, words: tuple[str, ...]) -> None:
    code, said = run(
        *words, "--name", "荷塘", "--city", "云州市", "--kind", "region", "--district", "东城区"
    )
    assert code == 0, said
    assert said == "写好了 bases/hetang.yml。用记事本打开，照里面的说明往下写。\n"
    assert "kind: 区域样本\n" in (bases / "hetang.yml").read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("yunqiao", "--name", "甲站", "--city", "云州市"), "已经有 bases/yunqiao.yml 了。"),
        (("A_b", "--name", "甲站", "--city", "云州市"), "编号“A_b”写法不对。"),
        (("aux", "--name", "甲站", "--city", "云州市"), "编号“aux”写法不对。"),
        (("jia", "--name", "甲站", "--city", "云州市", "--kind", "别的"), "类别"),
        (("jia", "--name", "甲站", "--city", "云州市", "--founded", "昨天"), "成立的日期"),
        (("jia", "--name", "甲站", "--city", "云州市", "--part-of", "没有的"), "隶属"),
        (("--name", "Con", "--city", "云州市"), "在命令里写上编号"),
        (("activity", "--base", "没有的", "--title", "甲"), "哪个基地"),
        (("activity", "--base", "yunqiao", "--title", "甲", "--date", "2023-02-30"), "日期"),
    ],
)  # fmt: skip
def test_options_that_cannot_be_used_end_the_command(
    bases: Path, words: tuple[str, ...], sentence: str
) -> None:
    before = {name: (bases / name).read_bytes() for name in names(bases)}
    code, said = run(*words)
    assert code == 2
    assert sentence in said
    assert {name: (bases / name).read_bytes() for name in names(bases)} == before


def test_a_file_that_appears_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    assert conversation.create(path, "甲")
    assert not conversation.create(path, "乙")
    assert path.read_text("utf-8") == "甲"


def test_a_base_is_made_even_while_another_file_is_broken(bases: Path) -> None:
    (bases / "broken.yml").write_text("schema: [", encoding="utf-8")
    code, said = run(typed=STEPS)
    assert code == 0, said


def test_an_activity_is_added_step_by_step(bases: Path) -> None:
    before = (bases / "yunqiao.yml").read_text("utf-8")
    code, said = run("activity", typed=["云桥同心站", *ACTIVITY[1:]])
    assert code == 0, said
    assert read(bases).diagnostics == ()
    # in braces, as the other activities of the file
    new = "  - {date: 2023-05-08, title: 读书会, type: 沙龙, place: 荷塘, source: yunzhou-report}\n"
    after = (bases / "yunqiao.yml").read_text("utf-8")
    assert after == before.replace("standards:\n", f"{new}standards:\n")


@pytest.mark.parametrize("base", ["yunqiao-brand", "1", "yunqiao b", "云桥"])
def test_the_base_of_an_activity_goes_by_any_of_its_names(bases: Path, base: str) -> None:
    code, said = run("activity", typed=[base, "", "读书会", "", "", "云州报告", ""])
    assert code == 0, said
    name = "yunqiao.yml" if base == "1" else "yunqiao-brand.yml"
    assert "读书会" in (bases / name).read_text("utf-8")


def test_with_options_an_activity_needs_no_question(bases: Path) -> None:
    code, said = run(
        "activity", "--base", "yunqiao-brand", "--title", "读书会", "--date", "2023年5月"
    )
    assert code == 0, said
    assert (
        (bases / "yunqiao-brand.yml")
        .read_text("utf-8")
        .endswith("activities:\n  - date: 2023-05\n    title: 读书会\n")
    )
    # what the check says of it is said at once
    assert "来源" in said


@pytest.mark.parametrize("count", range(len(ACTIVITY)))
def test_input_that_ends_adds_no_activity(bases: Path, count: int) -> None:
    before = {name: (bases / name).read_bytes() for name in names(bases)}
    code, _ = run("activity", typed=["yunqiao", *ACTIVITY[1:]][:count])
    assert code == INTERRUPTED
    assert {name: (bases / name).read_bytes() for name in names(bases)} == before


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("schema: 1\nname: 甲\nkind: 其他\n".encode("gb18030") + "city: 云州市\n".encode(), "先运行 fix"),
        ("schema: 1\nname: 甲\nkind: 其他\ncity: 云州市\nsiet: 乙\n".encode(), "先运行 check"),
    ],
)  # fmt: skip
def test_a_file_that_nothing_can_be_added_to_is_told_before_the_questions(
    bases: Path, content: bytes, sentence: str
) -> None:
    (bases / "jia.yml").write_bytes(content)
    code, said = run("activity", typed=["jia"])
    assert code == 1
    assert sentence in said
    assert (bases / "jia.yml").read_bytes() == content


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_a_file_keeps_its_encoding(bases: Path, encoding: str) -> None:
    text = "schema: 1\r\nname: 甲\r\nkind: 其他\r\ncity: 云州市\r\n"
    (bases / "jia.yml").write_bytes(text.encode(encoding))
    code, said = run("activity", "--base", "jia", "--title", "读书会", "--date", "2023-05-01")
    assert code == 0, said
    after = text + "activities:\r\n  - date: 2023-05-01\r\n    title: 读书会\r\n"
    assert (bases / "jia.yml").read_bytes() == after.encode(encoding)


def test_an_activity_of_several_days_is_written_as_one(bases: Path) -> None:
    words = ("--base", "yunqiao-brand", "--title", "展览", "--date", "2023年5月1日至8月3日")
    code, said = run("activity", *words)
    assert code == 0, said
    text = (bases / "yunqiao-brand.yml").read_text("utf-8")
    assert "  - date: {from: 2023-05-01, to: 2023-08-03}\n    title: 展览\n" in text


@pytest.mark.parametrize(("encoding", "utf8"), [("utf-8", "1"), ("gbk", "0"), ("gbk", "1")])
def test_it_can_be_piped_in_the_encoding_of_the_console(
    bases: Path, encoding: str, utf8: str
) -> None:
    told = {"PYTHONPATH": PACKAGES, "PYTHONUTF8": utf8}
    told |= {"PYTHONIOENCODING": encoding} if utf8 == "0" else {}
    ended = subprocess.run(
        [sys.executable, "-m", "showcase", "new"],
        input="".join(f"{one}\r\n" for one in STEPS).encode(encoding),
        capture_output=True,
        cwd=bases.parent,
        env={**os.environ, **told},
        check=False,
    )
    said = ended.stdout.decode("utf-8" if utf8 == "1" else encoding)
    assert ended.returncode == 0, said + ended.stderr.decode("utf-8", "replace")
    assert "写好了 bases/hetangyishiting.yml" in said
    assert read(bases).diagnostics == ()
    assert "name: 荷塘议事亭\n" in (bases / "hetangyishiting.yml").read_text("utf-8")
