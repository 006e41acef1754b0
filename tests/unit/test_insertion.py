"""An activity is added to what staff wrote, and not one other byte is touched."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.drafting.text import decode
from showcase.model import Base
from showcase.reading.binding import bind
from showcase.scaffold import Refusal, scaffold, with_activity
from tests.unit.written import HEAD, YUNQIAO

ROOT = Path(__file__).resolve().parents[2]
REAL = sorted((ROOT / "bases").glob("[!_]*.yml"))
ITEM = {"date": "2023-03-25", "title": "开放日", "type": "会议", "source": "yunzhou-report"}
LINES = ("- date: 2023-03-25", "  title: 开放日", "  type: 会议", "  source: yunzhou-report")
CHINESE = ("- 日期: 2023-03-25", "  标题: 开放日", "  类型: 会议", "  来源: yunzhou-report")


def at(indent: int, lines: tuple[str, ...] = LINES) -> str:
    """The new activity, its dash so far in."""
    return "".join(f"{' ' * indent}{line}\n" for line in lines)


def added(text: str) -> str:
    """The text with the activity in it."""
    changed = with_activity(text.encode(), ITEM)
    assert isinstance(changed, bytes)
    return changed.decode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("", f"activities:\n{at(2)}", id="none yet"),
        pytest.param("activities:\n", f"activities:\n{at(2)}", id="left empty"),
        pytest.param("activities:  # 以后写\nsite: 甲\n", f"activities:  # 以后写\n{at(2)}site: 甲\n", id="left empty with a comment"),
        pytest.param("activities: []\n", f"activities:\n{at(2)}", id="empty brackets"),
        pytest.param("activities: [ ]  # 以后写\nsite: 甲\n", f"activities:  # 以后写\n{at(2)}site: 甲\n", id="empty brackets with a comment"),
        pytest.param("activities:\n- title: 甲\nsite: 甲\n", f"activities:\n- title: 甲\n{at(0)}site: 甲\n", id="not indented"),
        pytest.param("activities:\n  - title: 甲\n\nsite: 甲\n", f"activities:\n  - title: 甲\n{at(2)}\nsite: 甲\n", id="indented by two"),
        pytest.param("activities:\n    - title: 甲\n      place: 乙\n", f"activities:\n    - title: 甲\n      place: 乙\n{at(4)}", id="indented by four"),
        pytest.param("activities:\n  - {title: 甲}\n  - {title: 乙}\n", f"activities:\n  - {{title: 甲}}\n  - {{title: 乙}}\n{at(2)}", id="items in brackets"),
        pytest.param("活动:\n  - 标题: 甲\n", f"活动:\n  - 标题: 甲\n{at(2, CHINESE)}", id="Chinese key"),
        pytest.param("活动: []\n", f"活动:\n{at(2, CHINESE)}", id="Chinese key, empty brackets"),
        pytest.param("activities:\n  - title: 甲\n# 别的\nsite: 甲\n", f"activities:\n  - title: 甲\n{at(2)}# 别的\nsite: 甲\n", id="comment of the next key"),
        pytest.param("activities:\n  - title: 甲\n  # - title: 乙\n", f"activities:\n  - title: 甲\n{at(2)}  # - title: 乙\n", id="an item in comments"),
        pytest.param("activities:\n- title: 甲\n# 说明\n  place: 乙\nsite: 丙\n", f"activities:\n- title: 甲\n# 说明\n  place: 乙\n{at(0)}site: 丙\n", id="comment inside an item"),
        pytest.param("activities:\n  - title: 甲\n    summary: >-\n      一句话\n\nsite: 甲\n", f"activities:\n  - title: 甲\n    summary: >-\n      一句话\n{at(2)}\nsite: 甲\n", id="folded text at the end"),
        pytest.param("story: |\n  # 标题\n  activities: []\n", f"story: |\n  # 标题\n  activities: []\nactivities:\n{at(2)}", id="the word inside a story"),
    ],
)  # fmt: skip
def test_it_stands_at_the_end_of_the_list(before: str, after: str) -> None:
    assert added(HEAD + before) == HEAD + after


def test_a_file_in_chinese_gets_chinese_keys() -> None:
    text = "格式版本: 1\n名称: 荷塘议事亭\n类别: 协商平台\n城市: 云州市\n"
    assert added(text) == f"{text}活动:\n{at(2, CHINESE)}"


def test_a_last_line_without_its_end_is_ended() -> None:
    assert added(HEAD + "site: 甲") == f"{HEAD}site: 甲\nactivities:\n{at(2)}"
    assert added(HEAD + "activities:\n- title: 甲") == f"{HEAD}activities:\n- title: 甲\n{at(0)}"


def test_windows_line_ends_and_a_mark_stay() -> None:
    before = (
        codecs.BOM_UTF8
        + (HEAD + "activities:\n  - title: 甲\nsite: 甲\n").replace("\n", "\r\n").encode()
    )
    after = with_activity(before, ITEM)
    assert isinstance(after, bytes)
    text = HEAD + f"activities:\n  - title: 甲\n{at(2)}site: 甲\n"
    assert after == codecs.BOM_UTF8 + text.replace("\n", "\r\n").encode()


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        pytest.param(HEAD.encode("gb18030"), Refusal.ENCODING, id="gb18030"),
        pytest.param(HEAD.encode("utf-16"), Refusal.ENCODING, id="utf-16"),
        pytest.param((HEAD + "activities: [{title: 甲}]\n").encode(), Refusal.BRACKETS, id="list in brackets"),
        pytest.param((HEAD + "activities: [\n]\n").encode(), Refusal.BRACKETS, id="brackets over two lines"),
        pytest.param("{schema: 1, name: 甲, kind: 其他, city: 甲}\n".encode(), Refusal.BRACKETS, id="all in brackets"),
        pytest.param((HEAD + "nmae: 甲\n").encode(), Refusal.FAULTY, id="unknown key"),
        pytest.param((HEAD + "activities: 没有\n").encode(), Refusal.FAULTY, id="no list"),
        pytest.param((HEAD + "site: [").encode(), Refusal.FAULTY, id="not YAML"),
        pytest.param(b"", Refusal.FAULTY, id="empty"),
        pytest.param((HEAD + "activities: ~\n").encode(), Refusal.FAULTY, id="a word for nothing"),
        pytest.param((HEAD + "...\n").encode(), Refusal.FAULTY, id="an end mark"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_surely_is_not_done(content: bytes, refusal: Refusal) -> None:
    assert with_activity(content, ITEM) is refusal


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_removing_the_added_lines_gives_a_real_file_back(path: Path, end: str) -> None:
    before = decode(path.read_bytes()).replace("\n", end).encode()
    assert _without(before, with_activity(before, ITEM), end) == before


_TAILS = st.lists(
    st.sampled_from(
        [
            "activities:\n- title: 甲\n", "activities:\n  - title: 甲\n    place: '乙'  # 说明\n", "活动:\n    - 标题: \"甲\"\n",
            "site: 荷塘   \n", "# 说明\n", "\n", "story: |\n  一段\n\n  - 二段\n", "  \n", "slogan: >-\n  同心\n", "notes:\n- text: 甲\n",
        ]
    ),
    max_size=5,
    unique_by=lambda line: line.partition(":")[0].replace("活动", "activities"),
)  # fmt: skip


@given(_TAILS, st.sampled_from(["\n", "\r\n"]), st.booleans(), st.booleans())
def test_removing_the_added_lines_gives_any_file_back(
    tails: list[str], end: str, mark: bool, open_end: bool
) -> None:
    text = (HEAD + "".join(tails)).replace("\n", end)
    text = text.rstrip("\r\n") if open_end else text
    before = (codecs.BOM_UTF8 if mark else b"") + text.encode()
    assert _without(before, with_activity(before, ITEM), end) == before


def _without(before: bytes, after: bytes | Refusal, end: str) -> bytes:
    """The bytes without one stretch of whole lines, which must be the activity."""
    assert isinstance(after, bytes)
    length = len(after) - len(before)
    start = next((at for at in range(len(before)) if after[at] != before[at]), len(before))
    # where the new lines begin as the next old ones do, the first difference lies inside
    for first in range(start, -1, -1):
        stretch = after[first : first + length]
        if after[:first] + after[first + length :] == before and (
            stretch.endswith(end.encode()) and "开放日".encode() in stretch
        ):
            return after[:first] + after[first + length :]
    raise AssertionError(after.decode())


@pytest.mark.parametrize("text", [YUNQIAO, scaffold({"name": "甲", "kind": "其他", "city": "甲"})])
def test_the_file_then_says_one_thing_more(text: str) -> None:
    before, _ = bind(text, "", "", Base)
    after, told = bind(added(text), "", "", Base)
    assert before is not None
    assert after is not None
    assert told == ()
    assert after.content.activities[:-1] == before.content.activities
    assert after.content.activities[-1].title == "开放日"
