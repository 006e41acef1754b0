"""The verb `photos`, driven as staff drive it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from typer.testing import CliRunner

from showcase import whole_files
from showcase.cli import application
from showcase.commands import photo_entry, photos
from showcase.diagnostics import Level
from showcase.folder import Folder, Reading
from showcase.photographs import LONGEST_KEPT, publishing
from tests.cases.story import BASELINE
from tests.photographs.devices import MARKS
from tests.photographs.exif_tool import surplus, tags
from tests.photographs.pictures import SAMPLES, picture, plain, saved

FILE = "# 荷塘\nschema: 1\nname: 荷塘议事亭  # 名称\nkind: 协商平台\ncity: 云州市\n"
ANSWERS = ("居民围坐在长桌旁议事", "2023年的议事会", "宣传科", "1")


@pytest.fixture
def bases(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The baseline with one base that has no photograph yet."""
    project = tmp_path / "project"
    project.mkdir()
    monkeypatch.chdir(project)
    monkeypatch.setenv("SHOWCASE_CALLED_FROM", str(tmp_path))
    bases = Path(shutil.copytree(BASELINE, project / "bases"))
    (bases / "hetang.yml").write_text(FILE, encoding="utf-8")
    return bases


def run(*words: str, typed: tuple[str, ...] = ()) -> tuple[int, str]:
    """A command with what is typed at it, line by line: its exit code and all it said."""
    ended = CliRunner().invoke(
        application(["photos"]), ["photos", *words], input="".join(f"{one}\n" for one in typed)
    )
    return ended.exit_code, ended.output


def read(bases: Path) -> Reading:
    return Folder(bases).read(drafts=True)


def entries(bases: Path) -> list[tuple[str, str]]:
    return [(one.file, one.alt) for one in read(bases).legible.bases["hetang"].content.photos]


def files(bases: Path) -> list[str]:
    folder = bases / "hetang"
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def state(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_a_photograph_is_added_with_its_words(bases: Path, tmp_path: Path) -> None:
    original = saved(image=picture(3000, 2000), orientation=6)
    (tmp_path / "微信图片_20230325143000.jpg").write_bytes(original)
    code, said = run("add", "hetang", "微信图片_20230325143000.jpg", typed=ANSWERS)
    assert code == 0, said
    assert "已去掉拍摄位置" in said
    assert "15" not in said
    assert (tmp_path / "微信图片_20230325143000.jpg").read_bytes() == original
    assert files(bases) == ["2023-03-25.jpg"]
    with Image.open(bases / "hetang" / "2023-03-25.jpg") as one:
        assert one.size == (round(2000 * LONGEST_KEPT / 3000), LONGEST_KEPT)
        assert len(one.getexif()) == 0
    added = (
        "photos:\n  - file: 2023-03-25.jpg\n    alt: 居民围坐在长桌旁议事\n    caption: 2023年的议事会\n"
        "    credit: 宣传科\n    consent: 已取得\n"
    )
    assert (bases / "hetang.yml").read_text("utf-8") == FILE + added
    assert [one.code for one in read(bases).diagnostics if "photo" in one.code] == []


def test_nothing_of_the_device_enters_the_project(bases: Path, tmp_path: Path) -> None:
    from tests.photographs import devices

    for name, content in (("a.jpg", devices.jpeg()), ("b.png", devices.png()), ("c.webp", devices.webp())):  # fmt: skip
        (tmp_path / name).write_bytes(content)
        # the same picture thrice would be told
        _tinted(tmp_path / name)
        assert run("add", "hetang", name, typed=ANSWERS)[0] == 0
    assert len(files(bases)) == 3
    assert not any(mark in one for one in state(bases).values() for mark in MARKS)


def _tinted(path: Path) -> None:
    with Image.open(path) as one:
        rest = {key: one.info[key] for key in ("exif", "icc_profile", "xmp") if key in one.info}
        kind = one.format
        made = one.convert("RGB").point(lambda value: value + len(path.suffix) + ord(path.stem))
    made.save(path, kind, **rest)


def test_words_that_say_nothing_are_asked_for_again(bases: Path, tmp_path: Path) -> None:
    (tmp_path / "hall.jpg").write_bytes(plain("JPEG"))
    typed = ("", "图片", "hall", "IMG_1234", "无", "前厅", "", "-", "9", "不需要")
    code, said = run("add", "hetang", "hall.jpg", typed=typed)
    assert code == 0, said
    assert said.count("没有说画面上有什么") == 4
    assert "例如" in said
    assert entries(bases) == [("hall.jpg", "前厅")]
    text = (bases / "hetang.yml").read_text("utf-8")
    assert "consent: 不需要" in text
    assert "caption" not in text
    assert "credit" not in text


def test_options_are_for_scripts(bases: Path, tmp_path: Path) -> None:
    (tmp_path / "hall.jpg").write_bytes(plain("JPEG"))
    code, _ = run("add", "荷塘", "hall.jpg", "--alt", "前厅", "--consent", "未取得")
    assert code == 0
    assert entries(bases) == [("hall.jpg", "前厅")]
    code, said = run("add", "hetang", "hall.jpg", "hall.jpg", "b.jpg", "--alt", "前厅")
    assert (code, "一次只能用在一张上" in said) == (2, True)
    (tmp_path / "b.jpg").write_bytes(plain("PNG"))
    assert run("add", "hetang", "b.jpg", "--alt", "图片")[0] == 2
    assert run("add", "hetang", "b.jpg", "--alt", "前厅", "--consent", "也许")[0] == 2
    # the alternative text is the one thing that cannot be left out
    code, _ = run("add", "hetang", "b.jpg", "--credit", "宣传科", typed=("前厅的门",))
    assert code == 0
    assert entries(bases)[1][1] == "前厅的门"


def test_files_that_cannot_be_taken_are_told_and_the_others_go_on(
    bases: Path, tmp_path: Path
) -> None:
    (tmp_path / "page.jpg").write_bytes(b"<html></html>")
    (tmp_path / "cut.jpg").write_bytes(saved()[:300])
    broken = bytearray(plain("PNG"))
    broken[broken.index(b"IDAT") + 6] ^= 0xFF
    (tmp_path / "broken.png").write_bytes(bytes(broken))
    (tmp_path / "hall.jpg").write_bytes(plain("JPEG"))
    os.mkfifo(tmp_path / "pipe.jpg")
    names = ("page.jpg", "cut.jpg", "broken.png", "none.jpg", "pipe.jpg", "hall.jpg")
    code, said = run("add", "hetang", *names, typed=ANSWERS)
    assert code == 1
    for words in ("是网页", "没有传完", "内容坏了", "none.jpg 这个文件", "是设备", "有5张没有加"):
        assert words in said
    assert files(bases) == ["hall.jpg"]


def test_the_console_of_windows_leaves_patterns_to_us(bases: Path, tmp_path: Path) -> None:
    for number in range(3):
        image = picture().point(lambda value, number=number: value + 20 * number)
        (tmp_path / f"{number}.jpg").write_bytes(plain("JPEG", image))
    code, said = run("add", "hetang", "*.jpg", "[1].jpg", typed=ANSWERS * 3)
    assert "[1].jpg 这个文件" in said
    assert code == 1
    assert len(entries(bases)) == 3


def test_the_same_picture_is_not_added_twice(bases: Path, tmp_path: Path) -> None:
    (tmp_path / "hall.png").write_bytes(plain("PNG"))
    assert run("add", "hetang", "hall.png", typed=ANSWERS)[0] == 0
    before = state(bases)
    (tmp_path / "copy.jpg").write_bytes((tmp_path / "hall.png").read_bytes())
    # other bytes, the same pixels
    (tmp_path / "again.bmp").write_bytes(plain("BMP"))
    for name in ("copy.jpg", "again.bmp"):
        code, said = run("add", "hetang", name)
        assert (code, "已经有了" in said) == (0, True)
    assert state(bases) == before
    # as large, and another picture
    (tmp_path / "other.png").write_bytes(plain("PNG", picture().rotate(180)))
    assert run("add", "hetang", "other.png", typed=ANSWERS)[0] == 0
    assert len(entries(bases)) == 2


def test_a_broken_neighbour_does_not_stand_in_the_way(bases: Path, tmp_path: Path) -> None:
    (bases / "hetang").mkdir()
    broken = bytearray(plain("PNG"))
    broken[broken.index(b"IDAT") + 6] ^= 0xFF
    for name, content in (("a.png", bytes(broken)), ("b.png", b"text")):
        (bases / "hetang" / name).write_bytes(content)
    text = (bases / "hetang.yml").read_text("utf-8")
    rows = "photos:\n  - {file: a.png, alt: 前厅}\n  - {file: b.png, alt: 后厅}\n"
    (bases / "hetang.yml").write_text(text + rows, "utf-8")
    (tmp_path / "hall.png").write_bytes(plain("PNG"))
    assert run("add", "hetang", "hall.png", typed=ANSWERS)[0] == 0
    assert files(bases) == ["a.png", "b.png", "hall.png"]


class _Stopped:
    """Answers until there are none left, and then Ctrl+C."""

    def __init__(self, *answers: str) -> None:
        self.left = list(answers)

    def __call__(self, _: str) -> str:
        if not self.left:
            raise KeyboardInterrupt
        return self.left.pop(0)


@pytest.mark.parametrize("count", range(4))
def test_whoever_stops_in_the_middle_has_written_nothing(
    bases: Path, tmp_path: Path, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "hall.jpg").write_bytes(plain("JPEG"))
    before = state(tmp_path)
    from showcase.commands import conversation

    monkeypatch.setattr(conversation, "line", _Stopped(*ANSWERS[:count]))
    code, said = run("add", "hetang", "hall.jpg")
    assert (code, "停下了，这一张没有加" in said) == (130, True)
    assert state(tmp_path) == before
    monkeypatch.undo()
    monkeypatch.chdir(bases.parent)
    monkeypatch.setenv("SHOWCASE_CALLED_FROM", str(tmp_path))
    # input that ends says the same
    assert run("add", "hetang", "hall.jpg", typed=ANSWERS[:count])[0] == 130
    assert state(tmp_path) == before


def test_what_was_added_before_stopping_stays(bases: Path, tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(plain("JPEG"))
    (tmp_path / "b.jpg").write_bytes(plain("JPEG", picture().rotate(180)))
    code, said = run("add", "hetang", "a.jpg", "b.jpg", typed=ANSWERS)
    assert (code, "前面加好的1张留着" in said) == (130, True)
    assert [name for name, _ in entries(bases)] == files(bases) == ["a.jpg"]


@pytest.mark.parametrize("dropped", [False, True])
def test_where_the_file_cannot_be_written_no_picture_is_left(
    bases: Path, tmp_path: Path, dropped: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = tmp_path / "hall.jpg"
    if dropped:
        (bases / "hetang").mkdir()
        name = bases / "hetang" / "hall.jpg"
    name.write_bytes(saved())
    before = state(tmp_path)
    honest = whole_files.put

    def full(path: Path, content: bytes) -> None:
        if path.suffix == ".yml":
            raise OSError(28, "No space left on device")
        honest(path, content)

    monkeypatch.setattr(whole_files, "put", full)
    words = ("add", "hetang", *(() if dropped else ("hall.jpg",)))
    code, said = run(*words, typed=(*ANSWERS, "是"))
    assert (code, "磁盘满了" in said) == (1, True)
    assert state(tmp_path) == before


def test_pictures_dropped_into_the_folder_are_taken_up(bases: Path) -> None:
    folder = bases / "hetang"
    folder.mkdir()
    shutil.copy(SAMPLES / "pi-heif" / "empty_icc.heic", folder / "IMG_0001.HEIC")
    (folder / "Hall.JPG").write_bytes(saved())
    for name in ("notes.txt", "~$hall.jpg", "_old.jpg"):
        (folder / name).write_bytes(plain("JPEG"))
    (folder / "link.jpg").symlink_to(bases / "_site.yml")
    told = {one.place.file for one in read(bases).diagnostics if one.code == "photo-unlisted"}
    assert {"bases/hetang/IMG_0001.HEIC", "bases/hetang/Hall.JPG"} <= told
    (folder / "link.jpg").unlink()
    typed = (*ANSWERS, "是", "桥头的石狮子", "", "", "2", "是")
    code, said = run("add", "hetang", typed=typed)
    assert code == 0, said
    assert "会换掉你放进来的 IMG_0001.HEIC" in said
    assert entries(bases) == [("hall.jpg", ANSWERS[0]), ("photo-0001.jpg", "桥头的石狮子")]
    assert files(bases) == ["_old.jpg", "hall.jpg", "notes.txt", "photo-0001.jpg", "~$hall.jpg"]
    for name in ("hall.jpg", "photo-0001.jpg"):
        assert b"Exif" not in (folder / name).read_bytes()
    assert [one for one in read(bases).diagnostics if one.code == "photo-unlisted"] == []
    code, said = run("add", "hetang")
    assert (code, "没有还没写进资料的照片" in said) == (0, True)


def test_a_dropped_picture_whose_name_is_safe_already_keeps_it(bases: Path) -> None:
    (bases / "hetang").mkdir()
    (bases / "hetang" / "hall.jpg").write_bytes(saved())
    assert run("add", "hetang", "--alt", "前厅", "--yes")[0] == 0
    assert files(bases) == ["hall.jpg"]
    assert b"Secret" not in (bases / "hetang" / "hall.jpg").read_bytes()


def test_a_dropped_original_stays_where_nobody_agrees(bases: Path) -> None:
    (bases / "hetang").mkdir()
    (bases / "hetang" / "IMG_1.JPG").write_bytes(saved())
    before = state(bases)
    code, said = run("add", "hetang", typed=(*ANSWERS, "否"))
    assert (code, "没有动" in said) == (0, True)
    assert state(bases) == before
    assert run("add", "hetang", "--alt", "前厅", "--yes")[0] == 0
    assert files(bases) == ["photo-1.jpg"]


def test_a_base_that_is_not_there_or_broken_is_told_before_anything_is_asked(
    bases: Path, tmp_path: Path
) -> None:
    (tmp_path / "hall.jpg").write_bytes(plain("JPEG"))
    before = state(bases)
    assert run("add", "nowhere-at-all", "hall.jpg")[0] == 2
    text = (bases / "hetang.yml").read_text("utf-8")
    (bases / "hetang.yml").write_text(text + "founded: 某天\n", "utf-8")
    code, said = run("add", "hetang", "hall.jpg")
    assert code != 0
    assert "画面上有什么" not in said
    (bases / "hetang.yml").write_text(text, "utf-8")
    assert state(bases) == before


def test_a_list_written_in_an_odd_way_is_refused_before_anything_is_asked(
    bases: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from showcase.revision import Reason, Refusal

    (tmp_path / "hall.jpg").write_bytes(plain("JPEG"))
    monkeypatch.setattr(photo_entry, "revised", lambda *_: Refusal(Reason.LAYOUT))
    code, said = run("add", "hetang", "hall.jpg")
    assert (code, "写法太特别" in said, "画面上有什么" in said) == (1, True, False)
    monkeypatch.setattr(photo_entry, "revised", lambda *_: Refusal(Reason.FAULTY))
    code, said = run("add", "hetang", "hall.jpg")
    assert (code, "先运行 check" in said) == (1, True)


def test_a_file_in_several_encodings_is_refused(bases: Path, tmp_path: Path) -> None:
    (tmp_path / "hall.jpg").write_bytes(plain("JPEG"))
    raw = (bases / "hetang.yml").read_bytes()
    (bases / "hetang.yml").write_bytes(raw + "# 这里".encode("gb18030") + b"\x80\xff\n")
    code, said = run("add", "hetang", "hall.jpg")
    assert code != 0
    assert "画面上有什么" not in said


def test_a_file_that_turns_unreadable_meanwhile_is_told(
    bases: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "hall.jpg").write_bytes(plain("JPEG"))
    monkeypatch.setattr(photo_entry, "load", lambda _: None)
    code, said = run("add", "hetang", "hall.jpg")
    assert (code, "混了几种编码" in said) == (1, True)


def test_what_the_reader_refuses_is_asked_for_again(
    bases: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from showcase.revision import Reason, Refusal, revised

    def judge(text: str, changes: object, model: object) -> object:
        words = str(changes)
        if "无言" in words:
            return Refusal(Reason.OTHERWISE)
        if "待补" in words:
            return Refusal(Reason.UNFIT, code="nothing-said", values={"written": "待补"})
        return revised(text, changes, model)  # type: ignore[arg-type]

    monkeypatch.setattr(photo_entry, "revised", judge)
    (tmp_path / "hall.jpg").write_bytes(plain("JPEG"))
    typed = ("前厅", "无言", "待补", "图注", *ANSWERS[2:])
    code, said = run("add", "hetang", "hall.jpg", typed=typed)
    assert code == 0, said
    assert "这句话写不进去，换一种写法。" in said
    assert "待补" in said
    assert "caption: 图注" in (bases / "hetang.yml").read_text("utf-8")


def test_a_file_that_breaks_while_questions_are_answered_loses_nothing(
    bases: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from showcase.commands import conversation

    (tmp_path / "hall.jpg").write_bytes(plain("JPEG"))
    left = list(ANSWERS)

    def answer(_: str) -> str:
        if len(left) == 1:
            (bases / "hetang.yml").write_text("schema: 1\nname: [\n", "utf-8")
        return left.pop(0)

    monkeypatch.setattr(conversation, "line", answer)
    code, said = run("add", "hetang", "hall.jpg")
    assert (code, "先运行 check" in said) == (1, True)
    assert files(bases) == []


def test_what_a_picture_is_in_truth_is_told(bases: Path, tmp_path: Path) -> None:
    red, blue = picture(), picture().rotate(180)
    (tmp_path / "a.jpg").write_bytes(plain("GIF", red, save_all=True, append_images=[blue]))
    code, said = run("add", "hetang", "a.jpg", typed=ANSWERS)
    assert code == 0
    assert "a.jpg 其实是GIF格式" in said
    assert "这是动图，只取第一幅" in said


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8-sig", "utf-16"])
def test_the_file_keeps_its_encoding(bases: Path, tmp_path: Path, encoding: str) -> None:
    text = (bases / "hetang.yml").read_text("utf-8").replace("\n", "\r\n")
    (bases / "hetang.yml").write_bytes(text.encode(encoding))
    (tmp_path / "hall.jpg").write_bytes(plain("JPEG"))
    assert run("add", "hetang", "hall.jpg", typed=ANSWERS)[0] == 0
    after = (bases / "hetang.yml").read_bytes().decode(encoding)
    assert after.startswith(text)
    assert after.count("\n") == after.count("\r\n")


def test_outside_a_project_nothing_happens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("add", "hetang", "a.jpg")[0] == 2
    assert run("clean")[0] == 2


def test_without_a_base_there_is_none_to_add_to(bases: Path, tmp_path: Path) -> None:
    for path in bases.glob("[!_]*.yml"):
        path.unlink()
    code, said = run("add", "hetang", "a.jpg")
    assert (code, "没有读得懂的基地" in said) == (1, True)


@pytest.fixture
def located(bases: Path) -> Iterator[Path]:
    """A base whose file names three photographs that tell where, two of which can be cleaned as they are."""
    folder = bases / "hetang"
    folder.mkdir()
    (folder / "a.jpg").write_bytes(saved())
    (folder / "b.png").write_bytes(saved("PNG"))
    (folder / "page.png").write_bytes(b"<html>")
    (folder / "plain.jpg").write_bytes(plain("JPEG"))
    shutil.copy(SAMPLES / "pi-heif" / "empty_icc.heic", folder / "c.heic")
    text = (bases / "hetang.yml").read_text("utf-8")
    rows = "".join(f"  - {{file: {one}, alt: 前厅}}\n" for one in ("a.jpg", "b.png", "c.heic"))
    (bases / "hetang.yml").write_text(f"{text}photos:\n{rows}", "utf-8")
    yield bases


def telling(bases: Path) -> list[str]:
    return [
        one.values["written"] for one in read(bases).diagnostics if one.code == "photo-tells-where"
    ]


def test_a_picture_that_no_entry_names_tells_where_too(
    bases: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = bases / "hetang"
    folder.mkdir()
    for name in ("a.jpg", "b.jpg", "_aside.jpg"):
        (folder / name).write_bytes(saved())
    (folder / "plain.jpg").write_bytes(plain("JPEG"))
    found = [one for one in read(bases).diagnostics if one.code == "photo-tells-where"]
    assert [(one.values["written"], one.place.file, one.level) for one in found] == [
        ("a.jpg", "bases/hetang.yml", Level.WARNING),
        ("b.jpg", "bases/hetang.yml", Level.WARNING),
    ]
    # a whole camera may lie there: only so many are looked into
    with monkeypatch.context() as patch:
        patch.setattr(publishing, "MOST_UNLISTED", 1)
        assert telling(bases) == ["a.jpg"]
    assert run("clean", "hetang", "--yes")[0] == 0
    assert telling(bases) == []


def test_the_base_that_a_part_of_its_id_meant_is_said_first(bases: Path, tmp_path: Path) -> None:
    (tmp_path / "hall.jpg").write_bytes(plain("JPEG"))
    said = run("add", "het", "hall.jpg", typed=ANSWERS)[1]
    assert said.startswith("加到：荷塘议事亭（hetang）\n")
    assert [file for file, _ in entries(bases)] == ["hall.jpg"]


def test_positions_are_cleaned_out_of_files_that_are_there(located: Path) -> None:
    assert telling(located) == ["a.jpg", "b.png", "c.heic"]
    # what a link leads to may be anybody's
    (located / "elsewhere.jpg").write_bytes(saved())
    link = located / "hetang" / "link.jpg"
    link.symlink_to(located / "elsewhere.jpg")
    before = state(located)
    code, said = run("clean", "hetang", typed=("否",))
    assert (code, state(located) == before) == (0, True)
    code, said = run("clean", "hetang", "--yes")
    assert code == 0, said
    assert "c.heic 是HEIC格式" in said
    assert "清理好了2张" in said
    assert link.is_symlink()
    assert telling(located) == ["c.heic"]
    changed = {name for name, content in state(located).items() if content != before[name]}
    assert sorted(Path(name).name for name in changed) == ["a.jpg", "b.png"]
    code, said = run("clean")
    assert (code, "没有要清理的" in said) == (0, True)


def test_a_file_that_cannot_be_cleaned_is_told(
    located: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(whole_files, "put", refuse)
    code, said = run("clean", "--yes")
    assert (code, "写不进 bases/hetang/a.jpg" in said) == (1, True)


@pytest.mark.exiftool
def test_real_photographs_enter_the_project_with_nothing_in_them(
    bases: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All samples at once. Most are the same few pixels of grey: here they are not told to be."""
    monkeypatch.setattr(photos, "alike", lambda *_: "")
    paths = sorted(str(path) for path in SAMPLES.glob("*/*.*"))
    code, said = run("add", "hetang", *paths, typed=ANSWERS * len(paths))
    assert code == 0, said[-500:]
    assert said.count("加好了") == len(entries(bases)) == len(paths)
    found = tags(sorted((bases / "hetang").iterdir()))
    assert {name: surplus(one) for name, one in found.items() if surplus(one)} == {}
