"""The verb fix: what it asks, what it writes, and that nothing is ever half written or lost."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner, Result

from showcase.cli import application
from showcase.diagnostics import Diagnostic
from showcase.repairs import Repairs
from showcase.undo import MOST_KEPT, UndoCopies
from showcase.workshop import Workshop
from tests.cases.story import BASELINE
from tests.reading.test_slips import is_safe

HEAD = "schema: 1\nname: 荷塘议事亭\nkind: 协商平台\ncity: 云州市\n"
SAFE = HEAD + "口号：同心同行 # 照墙上的字\n"
SAFE_MENDED = HEAD + "口号: 同心同行 # 照墙上的字\n"
DOUBTFUL = "地点 = 荷塘路8号\n别名:\n  1. 荷塘亭\n"
DOUBTFUL_MENDED = "地点: 荷塘路8号\n别名:\n  - 荷塘亭\n"
Project = Path


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    return laid(tmp_path / "project", monkeypatch)


def laid(root: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project that is fine, to be spoilt; the commands are run in it."""
    shutil.copytree(BASELINE, root / "bases")
    (root / "content").mkdir()
    for name in ("index", "about", "privacy"):
        (root / "content" / f"{name}.md").write_text("# 关于\n", "utf-8")
    monkeypatch.chdir(root)
    return root


def write(project: Project, content: str | bytes, file: str = "bases/hetang.yml") -> Path:
    path = project / file
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def fix(*arguments: str, answers: str | None = None) -> Result:
    return CliRunner().invoke(application(), ["fix", *arguments], input=answers)


def all_files(root: Path) -> dict[str, bytes]:
    """Every file outside the cache, by path."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and ".cache" not in path.parts
    }


# --- what is asked and what is written


def test_the_project_of_these_tests_is_fine(project: Project) -> None:
    before = all_files(project)
    ended = fix("--yes")
    assert (ended.exit_code, ended.output) == (0, "没有错误了。\n")
    assert all_files(project) == before
    assert not (project / ".cache").exists()


def test_yes_writes_what_is_certain_and_leaves_the_rest(project: Project) -> None:
    path = write(project, SAFE + DOUBTFUL)
    before = all_files(project)
    ended = fix("--yes")
    assert ended.exit_code == 1
    assert path.read_text("utf-8") == SAFE_MENDED + DOUBTFUL
    assert {
        name for name, content in all_files(project).items() if content != before.get(name)
    } == {"bases/hetang.yml"}
    assert "-口号：同心同行 # 照墙上的字\n+口号: 同心同行 # 照墙上的字" in ended.output
    assert "有把握的修改：1个文件，1处" in ended.output
    assert "还有2处错误要自己改" in ended.output


@pytest.mark.parametrize("answer", ["是", "y", "YES", " 好 ", "对"])
def test_what_is_agreed_to_is_written(project: Project, answer: str) -> None:
    path = write(project, SAFE)
    assert fix(answers=f"{answer}\n").exit_code == 0
    assert path.read_text("utf-8") == SAFE_MENDED


@pytest.mark.parametrize("answer", ["否", "n", "", "停"])
def test_what_is_not_agreed_to_is_not_written(project: Project, answer: str) -> None:
    path = write(project, SAFE)
    ended = fix(answers=f"{answer}\n")
    assert "没有改动任何文件。" in ended.output
    assert path.read_text("utf-8") == SAFE
    assert not (project / ".cache").exists()


def test_what_nobody_answers_is_not_written(project: Project) -> None:
    path = write(project, SAFE + DOUBTFUL)
    assert "没有改动任何文件。" in fix(answers="").output
    assert path.read_text("utf-8") == SAFE + DOUBTFUL


def test_an_answer_that_is_none_is_asked_for_again(project: Project) -> None:
    path = write(project, SAFE)
    ended = fix(answers="什么\n是\n")
    assert ended.output.count("写进文件吗？") == 2
    assert path.read_text("utf-8") == SAFE_MENDED


@pytest.mark.parametrize(
    ("answers", "after"),
    [
        ("是\n是\n", DOUBTFUL_MENDED),
        ("是\n否\n", "地点: 荷塘路8号\n别名:\n  1. 荷塘亭\n"),
        ("否\n是\n", "地点 = 荷塘路8号\n别名:\n  - 荷塘亭\n"),
        ("否\n否\n", DOUBTFUL),
        ("全部\n", DOUBTFUL_MENDED),
        ("否\n全部\n", "地点 = 荷塘路8号\n别名:\n  - 荷塘亭\n"),
        ("停\n", DOUBTFUL),
        ("是\n停\n", "地点: 荷塘路8号\n别名:\n  1. 荷塘亭\n"),
        ("是\n", "地点: 荷塘路8号\n别名:\n  1. 荷塘亭\n"),
    ],
    ids=["yes yes", "yes no", "no yes", "no no", "all", "no all", "stop", "yes stop", "yes and nobody there"],
)  # fmt: skip
def test_doubtful_mends_are_asked_for_one_by_one(
    project: Project, answers: str, after: str
) -> None:
    path = write(project, HEAD + DOUBTFUL)
    ended = fix(answers=answers)
    assert path.read_text("utf-8") == HEAD + after
    assert (ended.exit_code == 0) == (after == DOUBTFUL_MENDED)


def test_a_question_shows_the_line_and_what_would_become_of_it(project: Project) -> None:
    write(project, HEAD + "城市名 = 云州\n区县: 东城区，地点: 荷塘路\n")
    shown = fix(answers="停\n").output
    write(project, HEAD + "区县: 东城区，地点: 荷塘路\n")
    shown = fix(answers="停\n").output
    assert "bases/hetang.yml:5 区县：一行里写了两项，后一项是“地点”。" in shown
    assert (
        "    现在：区县: 东城区，地点: 荷塘路\n    改成：区县: 东城区\n    接着：地点: 荷塘路\n"
        in shown
    )


def test_a_mend_without_a_line_is_asked_for_in_words(project: Project) -> None:
    mixed = HEAD.encode() + "口号: 同心同行，共议共办\n".encode("gb18030")
    path = write(project, mixed)
    ended = fix(answers="是\n")
    assert "→ 这里显示的字要是对的，运行 fix" in ended.output
    assert path.read_text("utf-8") == HEAD + "口号: 同心同行，共议共办\n"


def test_a_control_character_is_shown_and_not_obeyed(project: Project) -> None:
    write(project, HEAD + "口号：同心\x1b[31m\n地点 = 荷塘\x1b[2J路\n")
    ended = fix(answers="是\n停\n")
    assert "\x1b" not in ended.output
    assert "-口号：同心〔U+001B〕[31m" in ended.output
    assert "现在：地点 = 荷塘〔U+001B〕[2J路" in ended.output


# --- bytes


def test_ends_of_lines_stay(project: Project) -> None:
    path = write(project, SAFE.replace("\n", "\r\n"))
    fix("--yes")
    assert path.read_bytes() == SAFE_MENDED.replace("\n", "\r\n").encode()


def test_ends_of_lines_stay_also_where_they_differ(project: Project) -> None:
    path = write(project, SAFE.replace("\n", "\r\n", 2))
    fix("--yes")
    assert path.read_bytes() == SAFE_MENDED.replace("\n", "\r\n", 2).encode()


def test_the_mark_of_utf8_stays(project: Project) -> None:
    path = write(project, SAFE.encode("utf-8-sig"))
    fix("--yes")
    assert path.read_bytes() == SAFE_MENDED.encode("utf-8-sig")


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_other_encodings_become_utf8_and_nothing_else_changes(
    project: Project, encoding: str, end: str
) -> None:
    # 不上 at an end of line: bytes that look like one in UTF-16
    text = (HEAD + "口号: 能上不\n地点: 能不上\n").replace("\n", end)
    path = write(project, text.encode(encoding))
    ended = fix("--yes")
    assert path.read_bytes() == text.encode()
    assert "bases/hetang.yml：另存为UTF-8编码，文字不变" in ended.output


def test_a_page_is_mended_too(project: Project) -> None:
    path = write(project, "# 关于\n\n云桥同心站\n".encode("gb18030"), "content/about.md")
    fix("--yes")
    assert path.read_bytes() == "# 关于\n\n云桥同心站\n".encode()


def test_a_file_that_is_mended_away_is_written_empty(project: Project) -> None:
    path = write(project, "口号: 无\n")
    ended = fix("--yes")
    assert path.read_bytes() == b""
    assert "-口号: 无" in ended.output
    fix("--undo")
    assert path.read_text("utf-8") == "口号: 无\n"


COMMENTS = st.sampled_from(["", " # 待核实", "  # ：", "   "])
PLAIN = st.text(st.sampled_from("荷塘议事亭云桥同心"), min_size=1, max_size=4)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
@given(
    words=st.lists(st.tuples(PLAIN, COMMENTS), min_size=2, max_size=4),
    end=st.sampled_from(["\n", "\r\n"]),
    last=st.booleans(),
)
def test_only_the_named_bytes_change(
    tmp_path_factory: Any, words: list[tuple[str, str]], end: str, last: bool
) -> None:
    """One full-width colon among right lines: it becomes a colon and a blank, every other byte stays."""
    with pytest.MonkeyPatch.context() as patch:
        project = laid(tmp_path_factory.mktemp("fix") / "project", patch)
        keys = ("口号", "地点", "拼音", "摘要")
        lines = [f"{key}: {word}{rest}" for key, (word, rest) in zip(keys, words, strict=False)]
        text = (HEAD + "\n".join(lines) + ("\n" if last else "")).replace("\n", end)
        path = write(project, text.replace("地点: ", "地点："))
        fix("--yes")
        assert path.read_bytes() == text.encode()


# --- nothing is lost


def test_undo_brings_back_the_very_bytes(project: Project) -> None:
    before = (SAFE + DOUBTFUL).replace("\n", "\r\n").encode("gb18030")
    path = write(project, before)
    fix(answers="是\n全部\n")
    assert path.read_bytes() != before
    first = fix("--undo")
    assert first.output == "撤销了上一次 fix 的修改：恢复了bases/hetang.yml。\n"
    fix("--undo")
    assert path.read_bytes() == before
    assert fix("--undo").output == "没有可以撤销的 fix 修改。\n"


@pytest.mark.parametrize(
    ("answers", "said", "code"),
    [
        ("", "没有人回答，没有撤销，文件都没有动。", 1),
        ("否\n", "没有撤销，文件都没有动。", 0),
        ("\n", "没有撤销，文件都没有动。", 0),
    ],
)
def test_undo_leaves_what_was_written_since(
    project: Project, answers: str, said: str, code: int
) -> None:
    path = write(project, SAFE)
    write(project, SAFE.replace("荷塘", "莲塘"), "bases/liantang.yml")
    fix("--yes")
    write(project, SAFE_MENDED + "地点: 荷塘路8号\n")
    before = all_files(project)
    for _ in range(2):
        ended = fix("--undo", answers=answers)
        assert "上一次 fix 修改以后，这些文件又改过：\n  bases/hetang.yml\n" in ended.output
        assert "liantang" not in ended.output
        assert (said in ended.output, ended.exit_code) == (True, code)
        assert all_files(project) == before
    ended = fix("--undo", answers="是\n")
    assert "恢复了bases/hetang.yml、bases/liantang.yml。" in ended.output
    assert path.read_text("utf-8") == SAFE


def test_undo_asks_before_it_brings_back_a_file_that_was_deleted_since(project: Project) -> None:
    path = write(project, SAFE)
    fix("--yes")
    path.unlink()
    ended = fix("--undo")
    assert "  bases/hetang.yml（现在没有这个文件，撤销会放回来）" in ended.output
    assert (ended.exit_code, path.exists()) == (1, False)


def test_undo_asks_nothing_about_a_file_that_is_as_before_already(project: Project) -> None:
    path = write(project, SAFE)
    fix("--yes")
    write(project, SAFE)
    assert fix("--undo").exit_code == 0
    assert path.read_text("utf-8") == SAFE


@pytest.mark.parametrize("note", [None, b"", b"[]", b'{"left": 1}', b'{"verb": "fix", "left": {}}'])
def test_of_a_change_whose_end_is_not_noted_undo_asks(project: Project, note: bytes | None) -> None:
    path = write(project, SAFE)
    fix("--yes")
    kept = project / ".cache" / "undo" / "000001" / "change.json"
    if note is None:
        kept.unlink()
    else:
        kept.write_bytes(note)
    ended = fix("--undo")
    assert "没有记下改成了什么样" in ended.output
    assert (ended.exit_code, path.read_text("utf-8")) == (1, SAFE_MENDED)
    assert fix("--undo", answers="是\n").exit_code == 0
    assert path.read_text("utf-8") == SAFE


def test_what_is_saved_while_it_is_noted_counts_as_written_since(project: Project) -> None:
    path = write(project, SAFE)
    kept = UndoCopies(project).keep("fix", [path])
    write(project, SAFE + "# 刚写的\n")
    UndoCopies(project).done(kept, {"bases/hetang.yml": SAFE_MENDED.encode()})
    assert fix("--undo").exit_code == 1
    assert path.read_text("utf-8") == SAFE + "# 刚写的\n"


def test_copies_that_could_not_be_made_are_no_change(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(project, SAFE)
    fix("--yes")
    write(project, "口号：同心\n", "bases/liantang.yml")

    def full(source: object, target: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(shutil, "copyfile", full)
        assert "没有写成（磁盘满了）" in fix("--yes").output
    assert [one.name for one in (project / ".cache" / "undo").iterdir()] == ["000001"]
    # what a power cut leaves
    (project / ".cache" / "undo" / "000002").mkdir()
    assert "恢复了bases/hetang.yml。" in fix("--undo").output
    assert path.read_text("utf-8") == SAFE


def test_undo_asks_nothing_about_a_new_file_that_is_deleted_already(project: Project) -> None:
    path = project / "bases" / "hetang.yml"
    kept = UndoCopies(project).keep("fix", [path])
    write(project, SAFE)
    UndoCopies(project).done(kept, {"bases/hetang.yml": SAFE.encode()})
    path.unlink()
    assert fix("--undo").output == "撤销了上一次 fix 的修改：删掉了新建的bases/hetang.yml。\n"


def test_undo_that_cannot_write_says_so_and_can_be_run_again(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(project, SAFE)
    fix("--yes")

    def in_use(self: Path, target: object) -> None:
        raise PermissionError(13, "in use")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", in_use)
        ended = fix("--undo")
    assert "没有全部恢复（没有权限，或者正被别的程序打开）" in ended.output
    assert ended.exit_code == 1
    assert fix("--undo").exit_code == 0
    assert path.read_text("utf-8") == SAFE


def test_undo_brings_back_a_file_whose_folder_is_gone(project: Project) -> None:
    standard = project / "bases" / "_standards" / "good-people.yml"
    before = standard.read_bytes()
    UndoCopies(project).keep("fix", [standard])
    shutil.rmtree(standard.parent)
    fix("--undo", answers="是\n")
    assert standard.read_bytes() == before


def test_only_the_last_changes_can_be_undone(project: Project) -> None:
    path = write(project, SAFE)
    for _ in range(MOST_KEPT + 3):
        UndoCopies(project).keep("fix", [path])
    kept = sorted(one.name for one in (project / ".cache" / "undo").iterdir())
    assert (len(kept), kept[0], kept[-1]) == (MOST_KEPT, "000004", "000023")


def test_what_is_not_ours_in_the_cache_is_left_alone(project: Project) -> None:
    other = project / ".cache" / "undo" / "1 备份"
    other.mkdir(parents=True)
    path = write(project, SAFE)
    assert UndoCopies(project).keep("fix", [path]).name == "000001"
    assert "bases/hetang.yml" in fix("--undo").output
    assert other.is_dir()


def test_a_write_that_fails_leaves_the_file_whole(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(project, SAFE)

    def full(self: Path, target: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", full)
        ended = fix("--yes")
    assert ended.exit_code == 1
    assert "没有写成（磁盘满了）" in ended.output
    assert "没有可以撤销的 fix 修改。" in fix("--undo").output
    assert path.read_text("utf-8") == SAFE
    assert not list(path.parent.glob(".*"))


def test_permissions_stay(project: Project) -> None:
    path = write(project, SAFE)
    path.chmod(0o640)
    fix("--yes")
    assert path.stat().st_mode & 0o777 == 0o640


# --- nothing else is written


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_a_link_within_stays_a_link(project: Project) -> None:
    real = write(project, SAFE, "bases/hetang.yml")
    folder = project / "elsewhere"
    shutil.move(project / "bases", folder)
    (project / "bases").symlink_to(folder, target_is_directory=True)
    fix("--yes")
    assert (project / "bases").is_symlink()
    assert real.read_text("utf-8") == SAFE_MENDED


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
@pytest.mark.parametrize("name", ["bases/hetang.yml", "content/more.md"])
def test_what_a_link_leads_to_outside_is_not_written(project: Project, name: str) -> None:
    content = (SAFE if name.endswith("yml") else "# 关于\n云桥同心站\n").encode("gb18030")
    outside = project.parent / "outside"
    outside.write_bytes(content)
    (project / name).symlink_to(outside)
    fix("--yes")
    fix(answers="是\n全部\n")
    assert (outside.read_bytes(), (project / name).is_symlink()) == (content, True)


# --- the mends of a run


def test_a_mend_that_was_declined_is_not_offered_again(project: Project) -> None:
    write(project, HEAD + DOUBTFUL)
    repairs = Repairs(Workshop(project))
    one, other = repairs.offered()
    repairs.decline(one)
    left = repairs.offered()
    assert left == (other,)
    # nor after another mend has changed the file
    repairs.mend([other])
    left = repairs.offered()
    assert not left


def test_nothing_is_written_before_it_is_asked_for(project: Project) -> None:
    path = write(project, SAFE + DOUBTFUL)
    repairs = Repairs(Workshop(project))
    repairs.mend_all(lambda one: True)
    assert repairs.changed == ("bases/hetang.yml",)
    assert path.read_text("utf-8") == SAFE + DOUBTFUL
    repairs.write()
    assert path.read_text("utf-8") == SAFE_MENDED + DOUBTFUL_MENDED
    assert not repairs.changed


def test_mending_comes_to_an_end_and_leaves_nothing_certain(project: Project) -> None:
    write(project, SAFE + DOUBTFUL)
    repairs = Repairs(Workshop(project))
    repairs.mend_all(is_safe)
    left: tuple[Diagnostic, ...] = repairs.offered()
    assert [one.code for one in left] == ["equals-sign", "numbered-list"]


def test_a_mend_in_the_way_of_another_has_its_turn_later(project: Project) -> None:
    write(project, HEAD + "区县: 东城区，地点: 荷塘路，拼音: hé táng\n")
    repairs = Repairs(Workshop(project))
    repairs.mend_all(lambda one: True)
    repairs.write()
    assert (project / "bases" / "hetang.yml").read_text("utf-8") == (
        HEAD + "区县: 东城区\n地点: 荷塘路\n拼音: hé táng\n"
    )
