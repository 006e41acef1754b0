"""The narrow places of a change: found by breaking the program on purpose and seeing who noticed."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from showcase.drafting.draft import Draft
from showcase.mending import edited
from showcase.model import Base
from showcase.revision import Add, Change, Drop, Put, Reason, Refusal, Revision, revised, revising
from showcase.revision.sheet import Sheet
from showcase.revision.writing import paragraphs
from tests.revision.files import done, read

TOP = "schema: 1\nname: 云桥\nkind: 其他\ncity: 云州市\n"


def test_what_is_put_in_at_one_place_stands_there_in_order() -> None:
    text = "name: 云桥\nkind: 其他\n"
    sheet = Sheet(text.split("\n"))
    sheet.write(0, 8, 8, "乙")
    sheet.write(0, 8, 8, "甲")
    sheet.below(0, ["site: 丙"])
    sheet.below(0, ["status: 丁"])
    edits = sheet.edits(Draft(text, text))
    assert edited(text, edits) == "name: 云桥乙甲\nsite: 丙\nstatus: 丁\nkind: 其他\n"
    assert len(edits) == 1


def test_blanks_of_chinese_texts_may_stand_in_paragraphs() -> None:
    assert paragraphs("一段\n\u3000\u3000二\xa0段") == ["一段", "\u3000\u3000二\xa0段"]
    assert paragraphs("一段\n二\x07段") is None


@pytest.mark.parametrize(
    ("before", "count", "after"),
    [
        ("former_ids: [a, b]  # 两个\n", 2, "former_ids: [c]  # 两个\n"),
        ("former_ids: [a]\n", 1, "former_ids: [c]\n"),
        ("former_ids: [a, b, d]\n", 3, "former_ids: [c]\n"),
        ("former_ids:\n  - a\n  - b\n", 2, "former_ids:\n  - c\n"),
    ],
)
def test_every_item_of_a_list_goes_and_another_comes(before: str, count: int, after: str) -> None:
    gone = (Drop(("former_ids", number)) for number in range(count))
    assert done(TOP + before, *gone, Add(("former_ids",), "c")) == TOP + after


@pytest.mark.parametrize("sign", ["'", '"'])
def test_quotes_between_brackets_stay_as_they_were(sign: str) -> None:
    text = f"{TOP}cover: {{motif: {sign}葵{sign}}}\n"
    assert done(text, Put(("cover", "motif"), "桥")) == text.replace("葵", "桥")


def test_the_only_key_of_an_item_goes_and_others_take_its_place_behind_the_dash() -> None:
    text = (
        f"{TOP}standards:\n  three-haves:\n    tied_by: {{text: 依据, source: a}}\n    basis: 自评\n    answers:\n      - criterion: 有阵地\n        status: 达标\n"
        "        evidence:\n          - ref: yunqiao/firms  # 旧的\n          - ref: yunqiao/jobs\n"
    )
    way = ("standards", "three-haves", "answers", 0, "evidence", 0)
    after = done(
        text, Drop((*way, "ref")), Put((*way, "text"), "设有活动室"), Put((*way, "source"), "cloud-report")
    )  # fmt: skip
    assert after.startswith(text[: text.index("ref: ")])
    assert after.endswith(
        "          - text: 设有活动室\n            source: cloud-report\n          - ref: yunqiao/jobs\n"
    )


@pytest.mark.parametrize("bad", range(6))
def test_of_many_changes_the_one_that_is_to_blame_is_named(
    monkeypatch: pytest.MonkeyPatch, bad: int
) -> None:
    changes = [Put(("site",), f"{number}") for number in range(6)]
    sound = read(TOP)
    assert isinstance(sound, Base)

    def tried(self: object, some: Sequence[Change]) -> Revision[Base] | Refusal:
        if changes[bad] in some:
            return Refusal(Reason.LAYOUT)
        return Revision(TOP, sound, (), ())

    monkeypatch.setattr(revising._File, "_tried", tried)
    refusal = revised(TOP, changes, Base)
    assert isinstance(refusal, Refusal)
    assert refusal.change is changes[bad]


def test_a_refusal_of_a_whole_file_is_told_at_its_first_line() -> None:
    assert Refusal(Reason.LAYOUT).line == 1
