"""Files as staff might type them, for Hypothesis: right ones, and ones put together of every kind of slip."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import strategies as st

from showcase.drafting.characters import are_odd
from showcase.model import Base
from showcase.model.shape import Shape, shape_of

SHAPE = shape_of(Base)

# --- files with slips

INDENTS = (
    "",
    "",
    "",
    "  ",
    "  ",
    "    ",
    " ",
    "   ",
    "      ",
    "\t",
    "　　",
    "　",
    " \t",
    "\u00a0\u00a0",
)
BULLETS = ("", "", "", "- ", "- ", "-", "-\t", "－ ", "• ", "1. ", "①", "* ", "- [x] ", "- - ")
KEYS = (
    "名称", "城市", "地点", "口号", "摘要", "故事", "联系", "电话", "邮箱", "开放时间", "活动", "标题", "日期", "来源",
    "照片", "别名", "区县", "数据", "数值", "达标", "依据", "对照", "条目", "情况", "佐证", "主色", "title", "date",
    "contact", "phone", "summary", "传真", "three-haves", "“口号”", '"口号"', "口\u200b号",
)  # fmt: skip
SEPARATORS = (": ", ": ", ": ", "：", ":", " ：", " = ", "=", ":\t", ":　", "", " : ")
VALUES = (
    "", "荷塘议事亭", "同心：同行", "议事: 好商量", "我们这样说:", "2023-03-25", "0571-00000000", '"同心"', '"同心', "'同心'",
    "'同'心'", '"同心"同行', "“同心”", "[荷塘亭, 议事亭]", "[荷塘亭、议事亭]", "[荷塘亭", "【荷塘亭，议事亭】", "{标题：开放日，来源：甲}",
    "{标题: 开放日, 来源: 甲}", "{标题:开放日}", "{开放日", "|", ">", "| 亭子在荷塘边。", ">100人", "|-", "@荷塘", "*荷塘*", "**荷塘**",
    "&荷塘", "&nbsp;荷塘", "!荷塘", "%荷塘", "- 荷塘亭", "-", "? 荷塘", "#荷塘#", "在 #荷塘# 边", "荷塘 #待核实", "荷塘 # 待核实",
    "#A6192E", "hetang\\前厅.jpg", '"D:\\荷塘"', '"a\\nb"', "云州市, 地点: 荷塘路", "云州市 地点：荷塘路", "2023-03-25\t开放日\t荷塘路",
    "⽂化", "同\u200b心", "同\x0b心", "同\u00a0心", "同\u202e心", "同\x08心", "锟斤拷", "云\ue000桥", "刘\ue863堂", "å\x90Œå¿ƒ",
    "https://example.org/a:b", "周一至周五 9:00-17:00", "a=b", "*here", "&here 荷塘", "**", "'", '"', "{{x}}", "[x] 荷塘", "~", "<<",
)  # fmt: skip
TAILS = ("", "", "", "", " # 注", " #注", "\t", "　", " ", ",", "，")
WHOLE = (
    "", "", "---", "...", "====", "——————", "＃ 注", "// 注", "# 注", "<<<<<<< a", "=======", ">>>>>>> b",
    "亭子在荷塘边。", "  每月议事一次。", "%YAML 1.2", "名称: 荷塘议事亭", "|||||||",
)  # fmt: skip

keyed = st.builds(
    "{}{}{}{}{}{}".format,
    st.sampled_from(INDENTS),
    st.sampled_from(BULLETS),
    st.sampled_from(KEYS),
    st.sampled_from(SEPARATORS),
    st.sampled_from(VALUES),
    st.sampled_from(TAILS),
)
unkeyed = st.builds(
    "{}{}{}{}".format,
    st.sampled_from(INDENTS),
    st.sampled_from(BULLETS),
    st.sampled_from(VALUES),
    st.sampled_from(TAILS),
)
typed_line = st.one_of(keyed, keyed, keyed, unkeyed, st.sampled_from(WHOLE))
typed_files = st.lists(typed_line, max_size=9).map("\n".join)
"""Files in which anything may be amiss."""

# --- files that are right

_WORDS = "荷塘议事亭云桥同心站人天下在有不，。：；、“”（）·—…！？《》０ａ0123abcXYZ%~+=/_.@ "
plain_words = st.text(
    st.sampled_from("荷塘议事亭云桥同心站，。：“”（）·—…！？《》0123abcXYZ_."), min_size=1
).filter(lambda text: text[0] not in "“.：" and text.strip() == text)
any_words = st.text(
    st.one_of(
        st.sampled_from(_WORDS + "#:-[]{}&*!|>'\"\\,`"),
        st.characters(min_codepoint=32, max_codepoint=0xFFFF, exclude_categories=["Cc", "Cs", "Zl", "Zp"]),
    )
)  # fmt: skip
_FORBIDDEN = "\\"


comments = st.sampled_from(["", "", "", " # 待核实", "  # 地点：荷塘"])


@st.composite
def right_values(draw: st.DrawFn) -> str:
    """A plain value as YAML wants it: safe words as they are, others in quotes."""
    if draw(st.booleans()):
        return draw(plain_words) + draw(comments)
    words = draw(any_words.filter(lambda text: not are_odd(text) and "\\" not in text))
    # the quotes are closed: what follows is a comment with or without a blank
    return json.dumps(words, ensure_ascii=False) + draw(st.one_of(comments, st.just(" #待核实")))


@st.composite
def story_lines(draw: st.DrawFn) -> list[str]:
    """The lines of a text after ``|``: whatever staff write, also what looks like structure."""
    line = st.one_of(
        any_words.map(str.rstrip),
        st.sampled_from(
            ["地点：荷塘路", "名称: 荷塘", "- 一条", "• 一条", "1. 一条", "---", "...", "====", "<<<<<<< a", "＃ 注", "#注", "| 表 |",
             "\t缩进", "　　段首", "“引”", '"引', "[x] 做了", "key = value", "a:b", "{", "】", "> 引文", "**粗**"]
        ),
    ).filter(lambda text: not are_odd(text))  # fmt: skip
    lines = draw(st.lists(line, min_size=1, max_size=5))
    first = draw(plain_words)
    deeper = draw(st.lists(st.sampled_from(["", "  "]), min_size=len(lines), max_size=len(lines)))
    return [
        first,
        *(blanks + one if one else "" for blanks, one in zip(deeper, lines, strict=True)),
    ]


@st.composite
def right_files(draw: st.DrawFn) -> str:
    """A file of the model's keys without a slip."""
    lines = draw(right_mapping(SHAPE, 0, 3))
    return "\n".join(lines) + "\n"


@st.composite
def right_mapping(draw: st.DrawFn, shape: Shape, indent: int, deeper: int) -> list[str]:
    """The lines of a mapping."""
    slots = {slot.key: slot for slot in shape.slots.values()}
    chosen = draw(st.lists(st.sampled_from(sorted(slots)), unique=True, min_size=1, max_size=4))
    front, lines = " " * indent, list[str]()
    for key in chosen:
        slot = slots[key]
        written = draw(st.sampled_from([slot.key, slot.title]))
        below: Shape | None = slot.below
        if written == "故事" or written == "story":
            lines += [
                f"{front}{written}: |",
                *(f"{front}  {one}".rstrip(" ") for one in draw(story_lines())),
            ]
        elif below is not None and below.listed and deeper:
            lines += [f"{front}{written}:", *draw(right_list(below, indent, deeper))]
        elif below is not None and below.slots and deeper:
            lines += [f"{front}{written}:", *draw(right_mapping(below, indent + 2, deeper - 1))]
        elif (
            below is not None
            and below.each is not None
            and not below.listed
            and deeper
            and below.each.slots
        ):
            inner = draw(right_mapping(below.each, indent + 4, deeper - 1))
            lines += [f"{front}{written}:", f"{front}  three-haves:", *inner]
        else:
            lines.append(f"{front}{written}: {draw(right_values())}")
        lines += draw(st.sampled_from([[], [], [], [""], [f"{front}# 注: 以上"]]))
    return lines


@st.composite
def right_list(draw: st.DrawFn, shape: Shape, indent: int, deeper: int) -> list[str]:
    """The lines of a list, one item each or in brackets."""
    each: Any = shape.each
    front = " " * (indent + draw(st.sampled_from([0, 2])))
    lines = list[str]()
    for _ in range(draw(st.integers(1, 3))):
        if each.slots:
            first, *rest = draw(
                right_mapping(each, len(front) + 2, deeper - 1).filter(
                    lambda one: one[0].strip() != ""
                )
            )
            lines += [f"{front}- {first.lstrip(' ')}", *rest]
        else:
            lines.append(f"{front}- {draw(right_values())}")
    return lines
