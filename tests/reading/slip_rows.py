"""Every slip that a line can hold: as staff type it, as it is understood, and what looks like it and is right."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from showcase.diagnostics import Level

Lines = tuple[str, ...]
Precondition = Callable[[Lines, int], bool]
"""What holds of a typed file and of a line in it (from 0) whenever a code is told there."""


@dataclass(frozen=True)
class SlipRow:
    """One code. `typed` is told with it and read as `understood`; `fine` is left alone.

    `mended` is the text after the mends that are offered have been made; where none is, as it was typed.
    """

    code: str
    typed: str
    understood: str
    fine: str
    precondition: Precondition
    level: Level = Level.NOTE
    safe: bool = True
    mended: str | None = None

    @property
    def after(self) -> str:
        """The typed text with its mends made."""
        return self.understood if self.mended is None else self.mended


def here(pattern: str) -> Precondition:
    """The line itself holds this."""
    form = re.compile(pattern)
    return lambda lines, index: form.search(lines[index]) is not None


def above(pattern: str, itself: str = r"\S") -> Precondition:
    """Some line above holds this, and the line itself holds that."""
    form, own = re.compile(pattern), re.compile(itself)
    return lambda lines, index: (
        own.search(lines[index]) is not None and any(form.search(line) for line in lines[:index])
    )


def _is_out_of_step(lines: Lines, index: int) -> bool:
    """A line that is pushed in, or that stands further left than some other."""
    others = [_front(line) for line in lines if line.strip()]
    return any(_front(lines[index]) != front for front in (0, *others))


def _front(line: str) -> int:
    """Where the words of a line begin: a dash is no word."""
    return len(line) - len(line.lstrip(" \t　\u00a0-"))


COLON = r"[:：=]"
IN_FRONT_OF_A_VALUE = r"(?:^|[\s:：=>→.、)）．\]①-⑳☐☑✅□√✓✔－—–―·•●○■◆◇▪‧・*+＊-])"
E, N, W = Level.ERROR, Level.NOTE, Level.WARNING

CHARACTERS = (
    SlipRow(
        "line-broken",
        "口号: 同心\x0b同行\n",
        "口号: 同心同行\n",
        "口号: 同心 同行\n",
        here("[\x0b\x0c\x85\u2028\u2029]"),
    ),
    SlipRow(
        "odd-blank",
        "口号:\u00a0同心\n地点: 荷塘路\u20028号 A\u00a0座\n",
        "口号: 同心\n地点: 荷塘路 8号 A 座\n",
        "口号: 同心　同行\n",
        here("[\u00a0\u1680\u2000-\u200a\u202f\u205f]"),
    ),
    SlipRow(
        "unseen-character",
        "口\u200b号: 同\ufeff心\u200d同行\n",
        "口号: 同心同行\n",
        "口号: 同心👩\u200d🌾同行\n",
        here("[\u00ad\u061c\u200b-\u200f\u202a-\u202d\u2060-\u2069\ufeff]"),
    ),
    SlipRow(
        "radical",
        "地点: 云桥⽂化⼤厦\n",
        "地点: 云桥文化大厦\n",
        "地点: 云桥文化大厦（﨎）\n",
        here("[\u2e80-\u2fdf\uf900-\ufaff]"),
    ),
    SlipRow(
        "text-garbled",
        "口号: å\x90Œå¿ƒå\x90Œè¡Œ\n",
        "口号: 同心同行\n",
        "口号: Café Müller，à côté\n",
        here("[\u00e3-\u00e9\u00ef][^\x00-\x7f]"),
        E,
        safe=False,
    ),
    SlipRow(
        "text-lost",
        "口号: 同心锟斤拷\n",
        "口号: 同心锟斤拷\n",
        "口号: 同心锟铻\n",
        here("锟斤拷|\ufffd"),
        E,
        safe=False,
    ),
    SlipRow(
        "text-turned",
        "口号: 同心\u202e同行\n",
        "口号: 同心同行\n",
        "口号: 同心 שלום\n",
        here("\u202e"),
        E,
        safe=False,
        mended="口号: 同心\u202e同行\n",
    ),
    SlipRow(
        "invisible-character",
        "口号: 同心\x08同行\n",
        "口号: 同心同行\n",
        "口号: 同心\t同行\n",
        here("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffe\uffff]"),
        E,
        safe=False,
        mended="口号: 同心\x08同行\n",
    ),
    SlipRow(
        "private-character",
        "别名: [云\ue000桥]\n",
        "别名: [云\ue000桥]\n",
        "别名: [云𠮷桥]\n",
        here("[\ue000-\uf8ff\U000f0000-\U0010fffd]"),
        W,
        safe=False,
    ),
    SlipRow(
        "private-character-known",
        "别名: [刘\ue863堂]\n",
        "别名: [刘\ue863堂]\n",
        "别名: [刘䶮堂]\n",
        here("[\ue815-\ue864]"),
        W,
        safe=False,
        mended="别名: [刘䶮堂]\n",
    ),
)

IN_FRONT = (
    SlipRow(
        "tab",
        "联系:\n\t电话: 0571-00000000\n",
        "联系:\n  电话: 0571-00000000\n",
        "联系:\n  电话: 0571-00000000\t\n".replace("\t\n", "\n"),
        here(r"^[ 　]*\t"),
    ),
    SlipRow(
        "fullwidth-indent",
        "联系:\n　　电话: 0571-00000000\n",
        "联系:\n  电话: 0571-00000000\n",
        "故事: |\n  　　亭子在荷塘边。\n",
        here(r"^ *　"),
    ),
    SlipRow(
        "indentation",
        "联系:\n  电话: 0571-00000000\n 邮箱: info@example.org\n",
        "联系:\n  电话: 0571-00000000\n  邮箱: info@example.org\n",
        "联系:\n    电话: 0571-00000000\n    邮箱: info@example.org\n",
        _is_out_of_step,
        safe=False,
    ),
    SlipRow(
        "out-of-line",
        "联系:\n    电话: 0571-00000000\n  传真: 0571-00000001\n",
        "联系:\n    电话: 0571-00000000\n传真: 0571-00000001\n",
        "联系:\n    电话: 0571-00000000\n    传真: 0571-00000001\n",
        _is_out_of_step,
        E,
        safe=False,
        mended="联系:\n    电话: 0571-00000000\n  传真: 0571-00000001\n",
    ),
    SlipRow(
        "stray-line",
        "摘要: 亭子在荷塘边，\n每月议事一次。\n",
        "摘要: 亭子在荷塘边，\n\n",
        "摘要: 亭子在荷塘边，\n  每月议事一次。\n",
        here(r"\S"),
        E,
        safe=False,
        mended="摘要: 亭子在荷塘边，\n  每月议事一次。\n",
    ),
    SlipRow(
        "block-not-indented",
        "故事: |\n亭子在荷塘边。\n每月议事一次。\n口号: 同心\n",
        "故事: |\n  亭子在荷塘边。\n  每月议事一次。\n口号: 同心\n",
        "故事: |\n  亭子在荷塘边。\n  每月议事一次。\n口号: 同心\n",
        above(r"[|>]"),
        E,
        safe=False,
    ),
    SlipRow(
        "block-ragged",
        "故事: |\n    亭子在荷塘边。\n  每月议事一次。\n",
        "故事: |\n  亭子在荷塘边。\n  每月议事一次。\n",
        "故事: |\n  亭子在荷塘边。\n    每月议事一次。\n",
        above(r"[|>]", r"^\s"),
        E,
        safe=False,
    ),
    SlipRow(
        "text-beside-bar",
        "故事: | 亭子在荷塘边。\n  每月议事一次。\n",
        "故事: |\n  亭子在荷塘边。\n  每月议事一次。\n",
        "故事: | # 分两段\n  亭子在荷塘边。\n",
        here(r"[|>][+-]?[ \t　]*\S"),
    ),
)

BETWEEN = (
    SlipRow(
        "fullwidth-colon",
        "口号：同心同行\n",
        "口号: 同心同行\n",
        "口号: 同心：同行\n",
        here("：|: "),
    ),
    SlipRow(
        "colon-without-space",
        "口号:同心同行\n",
        "口号: 同心同行\n",
        "链接:\n  - {名称: 官网, 网址: 'https://example.org/a:b'}\n联系:\n  开放时间: 周一至周五 9:00-17:00\n",
        here(r":\S"),
    ),
    SlipRow(
        "odd-blank-after-colon",
        "口号:\t同心同行\n地点:　荷塘路\n",
        "口号: 同心同行\n地点: 荷塘路\n",
        "口号:  同心　同行\n",
        here(r":[ ]*[\t　]"),
    ),
    SlipRow(
        "equals-sign",
        "口号 = 同心同行\n",
        "口号: 同心同行\n",
        "口号: 一加一=同心\n",
        here("="),
        E,
        safe=False,
    ),
    SlipRow(
        "colon-missing",
        "城市: 云州市\n口号 同心同行\n",
        "城市: 云州市\n口号: 同心同行\n",
        "摘要: 云州市\n  口号 同心同行\n",
        here(r"^\s*[^\s:：=]{1,20}[ \t　]*(?:->|=>|→|[ \t　])"),
        E,
        safe=False,
    ),
    SlipRow(
        "two-fields",
        "城市: 云州市, 地点: 荷塘路\n",
        "城市: 云州市\n地点: 荷塘路\n",
        "城市: 云州市，在荷塘路\n",
        here(rf"\w.*[,，;；、\s].*{COLON}"),
        E,
        safe=False,
    ),
    SlipRow(
        "trailing-tab",
        "城市: 云州市\t\n",
        "城市: 云州市\n",
        "城市: 云州市  \n",
        here(r"\t"),
    ),
)

ITEMS = (
    SlipRow(
        "tab-after-dash",
        "别名:\n  -\t荷塘亭\n",
        "别名:\n  - 荷塘亭\n",
        "别名:\n  -  荷塘亭\n",
        here(r"^\s*-[ ]*[\t　]"),
    ),
    SlipRow(
        "dash-without-space",
        "别名:\n  -荷塘亭\n",
        "别名:\n  - 荷塘亭\n",
        "别名:\n  - -5度亭\n",
        here(r"^\s*-\S"),
    ),
    SlipRow(
        "other-bullet",
        "别名:\n  • 荷塘亭\n  • 议事亭\n",
        "别名:\n  - 荷塘亭\n  - 议事亭\n",
        "故事: |\n  • 荷塘亭\n  * 议事亭\n",
        here(r"^\s*[^\w\s]"),
    ),
    SlipRow(
        "numbered-list",
        "别名:\n  1. 荷塘亭\n  2. 议事亭\n",
        "别名:\n  - 荷塘亭\n  - 议事亭\n",
        "别名:\n  - 1号亭\n  - 2号亭\n",
        here(r"^\s*(?:\d|[①-⑳])"),
        E,
        safe=False,
    ),
    SlipRow(
        "list-without-dash",
        "别名:\n  荷塘亭\n  议事亭\n",
        "别名:\n  - 荷塘亭\n  - 议事亭\n",
        "别名:\n  - 荷塘亭\n  - 议事亭\n",
        here(r"^\s*[^\s-]"),
        E,
        safe=False,
    ),
    SlipRow(
        "item-without-dash",
        "活动:\n  - 标题: 议事日\n    来源: yunzhou-report\n  标题: 开放日\n    来源: yunzhou-report\n",
        "活动:\n  - 标题: 议事日\n    来源: yunzhou-report\n  - 标题: 开放日\n    来源: yunzhou-report\n",
        "活动:\n- 标题: 议事日\n  来源: yunzhou-report\n- 标题: 开放日\n",
        above(r"^\s*-", r"^\s*[^\s-]"),
        E,
        safe=False,
    ),
    SlipRow(
        "item-without-key",
        "记载:\n  - 管理外包，按社会化方式运转\n    source: yunzhou-report\n",
        "记载:\n  - text: 管理外包，按社会化方式运转\n    source: yunzhou-report\n",
        "别名:\n  - 管理外包，按社会化方式运转\n区县:\n  - 云桥区\n",
        here(r"^\s*-\s+[^\s\[{\"'|>&*!#]"),
        E,
        safe=False,
    ),
    SlipRow(
        "item-beside-key",
        "别名: - 荷塘亭\n  - 议事亭\n",
        "别名:\n  - 荷塘亭\n  - 议事亭\n",
        "别名: 荷塘 - 议事亭\n",
        here(rf"{COLON}[ \t　]*-[ \t　]"),
        E,
        safe=False,
    ),
    SlipRow(
        "checkbox",
        "别名:\n  - [x] 荷塘亭\n",
        "别名:\n  - 荷塘亭\n",
        "别名: [x]\n",
        here(rf"{IN_FRONT_OF_A_VALUE}(?:\[|[☐☑✅□√✓✔])"),
        E,
        safe=False,
    ),
    SlipRow(
        "pasted-table",
        "活动:\n  2023-03-25\t开放日\t荷塘路\n  2023-04-02\t议事日\t荷塘路\n",
        "活动:\n\n\n",
        "活动:\n  - {日期: 2023-03-25, 标题: 开放日}\n",
        here(r"\S\t"),
        E,
        safe=False,
        mended="活动:\n  2023-03-25\t开放日\t荷塘路\n  2023-04-02\t议事日\t荷塘路\n",
    ),
)

VALUES = (
    SlipRow(
        "topic-unquoted",
        "口号: 我们在 #荷塘议事# 等你\n",
        '口号: "我们在 #荷塘议事# 等你"\n',
        "口号: 我们在#荷塘议事#等你\n",
        here(rf"{IN_FRONT_OF_A_VALUE}#\S"),
    ),
    SlipRow(
        "hash-cuts-value",
        "口号: 同心 #待核实\n",
        '口号: "同心 #待核实"\n',
        "口号: 同心 # 待核实\n地点: 荷塘路#8\n",
        here(rf"{IN_FRONT_OF_A_VALUE}#\S"),
        E,
        safe=False,
    ),
    SlipRow(
        "sign-first",
        "口号: @荷塘\n地点: `甲`座\n摘要: **同心**同行\n",
        '口号: "@荷塘"\n地点: "`甲`座"\n摘要: "**同心**同行"\n',
        "口号: 荷塘@云州\n",
        here(rf"{IN_FRONT_OF_A_VALUE}[&*!|>%@`?{{}}\[\],-]"),
    ),
    SlipRow(
        "web-sign",
        "口号: &nbsp;同心\n",
        "口号: 同心\n",
        "口号: 同心&同行；\n",
        here(r"&\S+;"),
        E,
        safe=False,
    ),
    SlipRow(
        "colon-at-end",
        "口号: 我们这样说:\n",
        "口号: 我们这样说\n",
        "口号: 我们这样说：\n",
        here(r":\s*(?:#.*)?$"),
        E,
        safe=False,
    ),
    SlipRow(
        "colon-inside",
        "口号: 荷塘议事: 好商量\n",
        '口号: "荷塘议事: 好商量"\n',
        "口号: 荷塘议事：好商量，9:30开始\n",
        here(rf"(?:{COLON}.*|^\s*(?:[^\w\s\"'“]|\d|[①-⑳]).*):[ \t]"),
    ),
    SlipRow(
        "backslash-path",
        "图片:\n  - {文件: 甲, 替代文字: 乙}\n活动:\n  - 标题: 丙\n    照片:\n      - hetang\\前厅.jpg\n",
        "图片:\n  - {文件: 甲, 替代文字: 乙}\n活动:\n  - 标题: 丙\n    照片:\n      - hetang/前厅.jpg\n",
        "活动:\n  - 标题: 丙\n    照片:\n      - hetang/前厅.jpg\n",
        here(r"\\.*\.(?i:jpe?g|png|webp|heic|gif|bmp)"),
    ),
    SlipRow(
        "backslash-in-quotes",
        '摘要: "材料在D:\\荷塘"\n地点: "C:\\new"\n',
        "摘要: '材料在D:\\荷塘'\n地点: 'C:\\new'\n",
        '摘要: "第一行\\n第二行"\n',
        here(r'".*\\.*"'),
    ),
    SlipRow(
        "quote-inside",
        '口号: "同心"同行\n',
        "口号: “同心”同行\n",
        '口号: 我们"同心"同行\n',
        here(rf"{IN_FRONT_OF_A_VALUE}[\"'].*[\"'].*\S"),
    ),
    SlipRow(
        "unclosed-quote",
        '口号: "同心同行\n地点: 荷塘路\n',
        '口号: "同心同行"\n地点: 荷塘路\n',
        '口号: "同心\n  同行"\n地点: 荷塘路\n',
        here("[\"']"),
        E,
        safe=False,
    ),
    SlipRow(
        "unclosed-bracket",
        "别名: [荷塘亭, 议事亭\n地点: 荷塘路\n",
        "别名: [荷塘亭, 议事亭]\n地点: 荷塘路\n",
        "别名: [荷塘亭,\n  议事亭]\n地点: 荷塘路\n",
        here(r"[\[{]"),
        E,
        safe=False,
    ),
    SlipRow(
        "fullwidth-brackets",
        "别名: 【荷塘亭，议事亭】\n",
        "别名: [荷塘亭, 议事亭]\n",
        "口号: 【荷塘】议事\n",
        here("[【［〔｛]"),
        safe=False,
    ),
    SlipRow(
        "fullwidth-comma",
        "别名: [荷塘亭、议事亭，云亭]\n",
        "别名: [荷塘亭, 议事亭, 云亭]\n",
        '别名: ["荷塘亭、议事亭", 云亭]\n',
        here(r"\[.*[，、；]"),
        safe=False,
    ),
    SlipRow(
        "flow-separators",
        "活动:\n  - {标题：开放日，来源：yunzhou-report}\n",
        "活动:\n  - {标题: 开放日, 来源: yunzhou-report}\n",
        "活动:\n  - {标题: 开放日：议事，共商, 来源: yunzhou-report}\n",
        here(r"[\[{].*(?:：|:\S)"),
        E,
        safe=False,
    ),
)

WHOLE_LINES = (
    SlipRow(
        "other-comment",
        "＃ 下面是活动\n// 还没写完\n口号: 同心\n",
        "# 下面是活动\n# 还没写完\n口号: 同心\n",
        "# 下面是活动\n口号: ＃同心//同行\n",
        here(r"^\s*(?:＃|//)"),
    ),
    SlipRow(
        "ruler",
        "口号: 同心\n==========\n地点: 荷塘路\n",
        "口号: 同心\n# ==========\n地点: 荷塘路\n",
        "故事: |\n  第一段\n  ==========\n  第二段\n",
        here(r"^\s*[-=*_~—－]{3}"),
    ),
    SlipRow(
        "document-end",
        "口号: 同心\n...\n地点: 荷塘路\n",
        "口号: 同心\n\n地点: 荷塘路\n",
        "口号: 同心...\n地点: 荷塘路\n",
        here(r"^\.\.\.(?:\s|$)"),
        E,
        safe=False,
        mended="口号: 同心\n...\n地点: 荷塘路\n",
    ),
    SlipRow(
        "second-document",
        "口号: 同心\n---\n地点: 荷塘路\n",
        "口号: 同心\n\n地点: 荷塘路\n",
        "---\n口号: 同心\n地点: 荷塘路\n",
        here(r"^---(?:\s|$)"),
        E,
        safe=False,
        mended="口号: 同心\n---\n地点: 荷塘路\n",
    ),
    SlipRow(
        "merge-conflict",
        "<<<<<<< HEAD\n口号: 同心\n=======\n口号: 同行\n>>>>>>> office\n地点: 荷塘路\n",
        "\n口号: 同心\n\n\n\n地点: 荷塘路\n",
        "故事: |\n  <<<<<<< 往左\n  >>>>>>> 往右\n地点: 荷塘路\n",
        here("^(?:<<<<<<<|=======|>>>>>>>)"),
        E,
        safe=False,
        mended="<<<<<<< HEAD\n口号: 同心\n=======\n口号: 同行\n>>>>>>> office\n地点: 荷塘路\n",
    ),
)

ROWS = (*CHARACTERS, *IN_FRONT, *BETWEEN, *ITEMS, *VALUES, *WHOLE_LINES)


@dataclass(frozen=True)
class Variant:
    """Another form of a slip: what is typed, how it is understood, and the codes told."""

    name: str
    typed: str
    understood: str
    codes: frozenset[str]


def _variant(name: str, typed: str, understood: str, *codes: str) -> Variant:
    return Variant(name, typed, understood, frozenset(codes))


VARIANTS = (
    _variant("text pushed in by tabs keeps its steps", "故事: |\n\t亭子。\n\t\t- 议事\n口号: 同心\n", "故事: |\n  亭子。\n    - 议事\n口号: 同心\n", "tab"),
    _variant("text pushed in by full-width blanks", "故事: |\n　　亭子。\n　　议事。\n", "故事: |\n  亭子。\n  议事。\n", "fullwidth-indent"),
    _variant("one line of a text by a tab", "故事: |\n  亭子。\n\t议事。\n", "故事: |\n  亭子。\n  议事。\n", "block-not-indented"),
    _variant("one line of a text by a tab, one not at all", "故事: |\n亭子。\n\t议事。\n", "故事: |\n  亭子。\n  议事。\n", "block-not-indented"),
    _variant("a key ends a text", "故事: |\n亭子。\n地点：荷塘路\n", "故事: |\n  亭子。\n地点: 荷塘路\n", "block-not-indented", "fullwidth-colon"),
    _variant("a text in brackets", "口号: [荷塘]议事\n地点: {{荷塘}}\n", '口号: "[荷塘]议事"\n地点: "{{荷塘}}"\n', "sign-first"),
    _variant("a bracket in a plain value", "口号: [荷塘\n", '口号: "[荷塘"\n', "unclosed-bracket"),
    _variant("a bracket over two lines", "别名: [荷塘亭,\n  议事亭\n地点: 荷塘路\n", "别名: [荷塘亭,\n  议事亭]\n地点: 荷塘路\n", "unclosed-bracket"),
    _variant("a comparison", "口号: >100人\n", '口号: ">100人"\n', "sign-first"),
    _variant("a path in quotes", '口号: "hetang\\甲.jpg"\n', '口号: "hetang/甲.jpg"\n', "backslash-path"),
    _variant("an item with keys beside its key", "活动: - 标题：开放日\n    来源: 甲\n", "活动:\n  - 标题: 开放日\n    来源: 甲\n", "item-beside-key", "fullwidth-colon"),
    _variant("garbled beyond reading", "口号: åŒå¿ƒåŒè¡Œ\n", "口号: åŒå¿ƒåŒè¡Œ\n", "text-garbled"),
    _variant("a private character that stood for none", "别名: [刘\ue816堂]\n", "别名: [刘\ue816堂]\n", "private-character"),
    _variant("plain lines by tabs where a list is expected", "别名:\n\t荷塘亭\n", "别名:\n  - 荷塘亭\n", "tab", "list-without-dash"),
    _variant("a comment sign in a quotation", '口号: "同心 # 一" 好\n', '口号: "“同心 # 一” 好"\n', "quote-inside"),
    _variant("a topic behind a quotation", '口号: "同心"在 #荷塘#\n', '口号: "“同心”在 #荷塘#"\n', "quote-inside"),
    _variant("an apostrophe in quotes", "口号: 'it's so'\n", '口号: "it\'s so"\n', "quote-inside"),
    _variant("two quotations", "口号: 'a' 'b'\n", "口号: \"'a' 'b'\"\n", "quote-inside"),
    _variant("a pair too few in quotes", '口号: "同心"同"行\n', "口号: '\"同心\"同\"行'\n", "quote-inside"),
    _variant("a quote closed by a Chinese one", '口号: "同心”\n', '口号: "同心"\n', "unclosed-quote"),
    _variant("another record below", "口号: 同心\n---\n口号: 同行\n地点: 荷塘路\n", "口号: 同心\n\n\n\n", "second-document"),
    _variant("an arrow for a colon", "城市: 云州市\n口号→同心\n", "城市: 云州市\n口号: 同心\n", "colon-missing"),
    _variant("a comment above the first key", "＃ 报送\n口号: 同心\n", "# 报送\n口号: 同心\n", "other-comment"),
    _variant("another comment above a list", "＃ 报送\n- 名称: 荷塘\n", "# 报送\n- 名称: 荷塘\n", "other-comment"),
    _variant("a ruler above a list", "====\n- 名称: 荷塘\n", "# ====\n- 名称: 荷塘\n", "ruler"),
    _variant("a list in a list", "- - 名称: 荷塘\n  - 议事：日\n", "- - 名称: 荷塘\n  - 议事：日\n"),
    _variant("quotes and a comment close behind", '口号: "同心" #待核实\n', '口号: "同心" #待核实\n'),
)  # fmt: skip
