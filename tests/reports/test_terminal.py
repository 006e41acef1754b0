"""What a person reads in a terminal: the place, the fault, the line with its stretch marked, the better line."""

from __future__ import annotations

import pytest

from showcase.diagnostics import DROPPED, Diagnostic, Edit, Fix, Level, Place
from showcase.messages import Language
from showcase.reports import terminal
from showcase.reports.excerpt import WIDEST, excerpt, from_there_on
from showcase.reports.report import report_of
from showcase.reports.visible import cells, visible

FILE = "bases/yunqiao.yml"
COLON = Diagnostic(
    "fullwidth-colon", Level.ERROR, Place(FILE, 2, 5), "名称", text="name：云桥同心站",
    fix=Fix((Edit(2, 5, 6, ": "),), safe=True), path=("name",),
)  # fmt: skip


def an(level: Level, line: int, *, fixed: bool = False) -> Diagnostic:
    fix = Fix((Edit(line, 1, 1, "x"),)) if fixed else None
    return Diagnostic("blank", level, Place(FILE, line), text="y", fix=fix)


def test_an_entry_with_a_better_line() -> None:
    assert terminal.told([COLON]) == (
        "错误 bases/yunqiao.yml:2:5 名称：键后面用了中文冒号“：”。 [fullwidth-colon]\n"
        "  原文：name：云桥同心站\n"
        "            ^^\n"
        "  改成：name: 云桥同心站"
    )


def test_an_entry_in_english() -> None:
    assert terminal.told([COLON], Language.ENGLISH) == (
        "error bases/yunqiao.yml:2:5 name: A Chinese colon follows the key. [fullwidth-colon]\n"
        "  found:  name：云桥同心站\n"
        "              ^^\n"
        "  better: name: 云桥同心站"
    )


def test_an_entry_that_only_a_person_can_mend() -> None:
    one = Diagnostic("blank", Level.WARNING, Place(FILE, 3, 5), "口号", text="口号: x")
    assert terminal.told([one]) == (
        "提醒 bases/yunqiao.yml:3:5 口号：这里是空的。 [blank]\n"
        "  原文：口号: x\n"
        "              ^\n"
        "  改法：写上内容，或者删掉这一行。"
    )


def test_an_entry_without_a_line() -> None:
    one = Diagnostic("nothing-to-show", Level.ERROR, Place("bases"))
    assert terminal.told([one]) == (
        "错误 bases:1:1：bases/ 里没有一个基地。 [nothing-to-show]\n  改法：至少放一个基地的 .yml 文件。"
    )
    assert terminal.told([]) == ""


def test_the_caret_runs_below_all_that_is_wrong() -> None:
    one = Diagnostic("bad-date", Level.ERROR, Place(FILE, 3, 7), values={"written": "去年春天"},
                     text="date: 去年春天 # x", width=4)  # fmt: skip
    assert terminal.told([one]).splitlines()[2] == " " * 14 + "^" * 8


def test_the_caret_stands_behind_a_line_that_lacks_its_end() -> None:
    one = Diagnostic("unclosed-bracket", Level.ERROR, Place(FILE, 3, 12), text="aliases: [a")
    assert terminal.told([one]).splitlines()[2] == " " * 19 + "^"


def test_blanks_that_matter_are_seen() -> None:
    one = Diagnostic("tab", Level.ERROR, Place(FILE, 3, 1), text="\ta:　1\u00a02", width=1)
    assert terminal.told([one]).splitlines()[1:3] == ["  原文：⇥a:□1⍽2", "        ^"]


def test_a_line_of_such_blanks_alone_is_shown() -> None:
    assert "原文：□" in terminal.told([Diagnostic("blank", Level.ERROR, Place(FILE), text="　")])
    assert "原文" not in terminal.told([Diagnostic("blank", Level.ERROR, Place(FILE), text="  ")])


def test_several_better_lines_are_shown_one_by_one() -> None:
    one = Diagnostic("not-a-mapping", Level.ERROR, Place(FILE), text="甲",
                     fix=Fix((Edit(1, 1, 2, "schema: 1\n\nname: 甲"),)))  # fmt: skip
    assert terminal.told([one]).splitlines()[3:] == [
        "  改成：schema: 1",
        "  接着：",
        "  接着：name: 甲",
    ]


def test_a_line_to_be_deleted_is_told_by_its_mend() -> None:
    one = Diagnostic(
        "blank", Level.NOTE, Place(FILE), text="甲:", fix=Fix((Edit(1, 1, 3, DROPPED),))
    )
    assert terminal.told([one]).splitlines()[-1] == "  改法：写上内容，或者删掉这一行。"


@pytest.mark.parametrize("unit", ["字", "a", "\u202e", "é"])
@pytest.mark.parametrize("before", [0, 5, 60, 400])
@pytest.mark.parametrize("wrong", [0, 1, 30, 300])
@pytest.mark.parametrize("after", [0, 5, 400])
def test_a_long_line_is_cut_around_what_is_wrong(
    unit: str, before: int, wrong: int, after: int
) -> None:
    line = unit * before + "误" * wrong + unit * after
    cut = excerpt(line, before + 1, max(wrong, 1))
    assert cells(cut.whole) <= WIDEST + 2
    assert cut.marked.startswith("误") or not wrong
    if cells(visible(line)) <= WIDEST:
        assert cut.whole == visible(line)
    else:
        assert cells(cut.whole) > WIDEST - 10
        assert "…" in (cut.whole[0], cut.whole[-1])


def test_the_better_line_is_cut_where_the_line_is() -> None:
    line = "summary: " + "甲" * 80 + "　" + "乙" * 80
    one = Diagnostic(
        "blank", Level.NOTE, Place(FILE, 1, 90), text=line, fix=Fix((Edit(1, 90, 91, ""),))
    )
    found, caret, better = terminal.told([one]).splitlines()[1:]
    at = found.index("□")
    assert found[6:at] == better[6:at]
    assert found[at + 1] == better[at] == "乙"
    assert cells(found[:at]) == caret.index("^")


def test_a_better_line_that_differs_further_left_shows_it() -> None:
    assert from_there_on("甲乙丙", 1) == "…乙丙"
    line = "a:" + "甲" * 80
    one = Diagnostic(
        "blank", Level.NOTE, Place(FILE, 1, 80), text=line, fix=Fix((Edit(1, 2, 3, ": "),))
    )
    assert "  改成：… 甲甲" in terminal.told([one])


def test_the_sum_counts_everything() -> None:
    told = [COLON, an(Level.WARNING, 3), an(Level.NOTE, 4, fixed=True), an(Level.NOTE, 5)]
    assert terminal.checked(report_of(told, 8)).splitlines()[-1] == (
        "检查完：8个文件，1处错误，1处提醒，2处说明。其中2处运行 fix 就能改好。"
    )
    english = terminal.checked(report_of(told, 1, Language.ENGLISH)).splitlines()[-1]
    assert english == "Checked: 1 file, 1 error, 1 warning, 2 notes. The verb fix can mend 2."


def test_advice_is_counted_and_shown_when_asked_for() -> None:
    told = [an(Level.NOTE, 4, fixed=True), an(Level.NOTE, 5)]
    short = terminal.checked(report_of(told, 1))
    assert f"{FILE}:4:1" in short
    assert f"{FILE}:5:1" not in short
    assert "另有1条建议没有列出，加 --all 全部列出。" in short.splitlines()
    whole = terminal.checked(report_of(told, 1), everything=True)
    assert f"{FILE}:5:1" in whole
    assert "没有列出" not in whole


def test_of_many_the_worst_fifty_are_listed_in_their_order() -> None:
    told = [an(Level.WARNING, line) for line in range(1, 41)]
    told += [an(Level.ERROR, line) for line in range(41, 71)]
    told.append(an(Level.NOTE, 71, fixed=True))
    short = terminal.checked(report_of(told, 1))
    lines = [int(block.split(":")[1]) for block in short.split("\n\n") if FILE in block]
    assert lines == [*range(1, 21), *range(41, 71)]
    assert "其余21条没有列出，加 --all 全部列出。" in short.splitlines()
    whole = terminal.checked(report_of(told, 1), everything=True)
    assert whole.count(FILE) == 71
    assert "其余" not in whole
    just = terminal.checked(report_of(told[:50], 1))
    assert just.count(FILE) == 50
    assert "其余" not in just


def test_colour_is_added_to_the_same_words() -> None:
    report = report_of([COLON, an(Level.NOTE, 5)], 1)
    plain = terminal.checked(report, everything=True)
    coloured = terminal.checked(report, everything=True, colour=True)
    assert "\x1b" not in plain
    assert "\x1b[1;31m错误\x1b[0m" in coloured
    assert "name\x1b[31m：\x1b[0m云桥同心站" in coloured
    for code in ("1;31", "31", "1;36", "36", "32", "0"):
        coloured = coloured.replace(f"\x1b[{code}m", "")
    assert coloured == plain
