"""Every sentence that staff can be told about their files. The only place where such wording stands.

Codes are permanent; wording may improve any day. `what` says what is wrong, `mend` what to write instead;
gaps in braces are filled from the diagnostic's values.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .diagnostics import Diagnostic, Level


@dataclass(frozen=True, slots=True)
class Wording:
    """How a fault is put into words."""

    what: str
    mend: str


LEVELS = {Level.ERROR: "错误", Level.WARNING: "提醒", Level.NOTE: "说明"}

WORDINGS: dict[str, Wording] = {
    # the file as a whole
    "file-too-large": Wording("文件太大，超过1 MB。", "照片不要写进YAML，放到同名文件夹里。"),
    "not-text": Wording("这不是文字文件。", "用记事本打开，另存为UTF-8编码的文本，扩展名 .yml。"),
    "empty-file": Wording("文件是空的。", "写上内容，或者删掉这个文件。"),
    "not-a-mapping": Wording("文件开头要写成“键: 值”。", "第一行写 schema: 1，第二行写 name: 名称。"),
    "bad-file-name": Wording("文件名“{written}”不能用作编号。", "只用小写字母、数字和连字符，例如 {near}.yml。"),
    "same-id": Wording("编号“{id}”已经被 {other} 用了。", "给其中一个文件换个名字。"),
    "linked-outside": Wording("“{written}”指到了项目之外。", "把文件本身放进 bases/ 里，不要用快捷方式或链接。"),
    "stray-file": Wording("“{written}”不是 .yml 文件，没有读。", "要读它，就把文件名的结尾改成 .yml。"),
    "nothing-to-show": Wording("bases/ 里没有一个基地。", "至少放一个基地的 .yml 文件。"),
    "file-missing": Wording("缺少文件 {written}。", "从项目里取回这个文件。"),
    # YAML itself
    "yaml-syntax": Wording("这一行的格式读不懂。", "检查冒号后有没有空格、缩进是否对齐、引号是否成对。"),
    "fullwidth-colon": Wording("键后面用了中文冒号“：”。", "换成英文冒号加一个空格“: ”。"),
    "colon-without-space": Wording("冒号后面少了空格。", "冒号后面加一个空格。"),
    "tab": Wording("行首用了制表符（Tab）。", "换成空格，每层两个。"),
    "sign-first": Wording("值以YAML的特殊符号开头。", "给整个值加上双引号。"),
    "hash-cuts-value": Wording("“#”和它后面的字会被当成注释丢掉。", "给整个值加上双引号；真要写注释，在 # 后面空一格。"),
    "unclosed-quote": Wording("引号没有成对。", "在这个值的末尾补上引号。"),
    "unclosed-bracket": Wording("括号没有成对。", "补上缺的括号，或者改成一行一条。"),
    "second-document": Wording("一个文件里写了两份内容（有“---”）。", "删掉“---”，或者分成两个文件。"),
    "anchor": Wording("用了YAML的锚点“&”。", "把内容直接写出来；文字里要用 & 就给整个值加引号。"),
    "alias": Wording("用了YAML的引用“*”。", "把内容直接写出来；要加粗就给整个值加引号。"),
    "tag": Wording("用了YAML的标签“!”。", "去掉它；文字以“!”开头就给整个值加引号。"),
    "too-deep": Wording("括号或缩进套得太深。", "照填写说明的层次写。"),
    "too-many-nodes": Wording("文件里的条目太多。", "分成几个文件。"),
    "invisible-character": Wording("这里有一个看不见的字符。", "把这里前后的字删掉，重新打一遍。"),
    "key-not-text": Wording("键不是文字。", "写成“键: 值”。"),
    # keys
    "unknown-key": Wording("没有“{key}”这个键。", "可用的有：{known}。"),
    "unknown-key-near": Wording("没有“{key}”这个键。", "是不是想写“{near}”？"),
    "repeated-key": Wording("“{key}”写了两遍。", "只留一个。"),
    "missing-field": Wording("缺了“{key}”。", "补上这一行。"),
    # values
    "text-expected": Wording("这里要写一句文字。", "不要写成列表或下一层。"),
    "list-expected": Wording("这里要写成列表。", "每条一行，以“- ”开头。"),
    "mapping-expected": Wording("这里要写成“键: 值”。", "在下一行缩进两格写。"),
    "blank": Wording("这里是空的。", "写上内容，或者删掉这一行。"),
    "one-line-expected": Wording("这里只能写一行。", "把换行去掉。"),
    "too-long": Wording("太长了：{length}字，最多{longest}字。", "缩短，细节写到“故事”或“记载”里。"),
    "bad-id": Wording("编号“{written}”写法不对。", "只用小写字母、数字和连字符，例如 opening-2023。"),
    "bad-colour": Wording("颜色“{written}”写法不对。", "写成 \"#A6192E\" 这样的六位色值，要加引号。"),
    "bad-url": Wording("网址“{written}”不能用。", "以 https:// 开头写完整。"),
    "bad-flag": Wording("“{written}”既不是“是”也不是“否”。", "写 true 或 false。"),
    "bad-number": Wording("“{written}”不是数。", "只写数字。"),
    "bad-date": Wording("日期“{written}”读不懂。", "写成 2023-03-25、2023-03 或 2023。"),
    "impossible-date": Wording("没有“{written}”这个日子。", "查一查月和日。"),
    "bad-period": Wording("时间段的写法不对。", "写成 {{from: 2023-05, to: 2023-08}}。"),
    "period-backwards": Wording("时间段的开始晚于结束。", "把 from 和 to 对调。"),
    "no-number": Wording("“{written}”里读不出数字。", "写成“300余家”“超100个”这样；没有数字的话写到“记载”里。"),
    "not-in-list": Wording("“{written}”不在列表里。", "可用的有：{choices}。"),
    "unknown-schema": Wording("格式版本“{written}”不认识。", "写 schema: 1；旧版本先运行 migrate。"),
    # references
    "unknown-part-of": Wording("隶属“{id}”不存在。", "写另一个基地的文件名（不带 .yml）{near}。"),
    "part-of-itself": Wording("隶属绕了一圈，回到自己：{way}。", "去掉其中一个 part_of。"),
    "unknown-source": Wording("来源“{id}”不在 _sources.yml 里。", "先在 _sources.yml 里登记{near}。"),
    "unknown-standard": Wording("没有“{id}”这套标准。", "写 _standards/ 里的文件名（不带 .yml）{near}。"),
    "unknown-criterion": Wording("这套标准里没有“{written}”这一条。", "可用的有：{known}。"),
    "repeated-answer": Wording("“{written}”对照了两次。", "只留一条。"),
    "unknown-evidence": Wording("找不到佐证“{id}”。", "写本文件里一条活动、荣誉、数据、记载的 id，或照片文件名{near}。"),
    "evidence-incomplete": Wording("这条佐证不完整。", "写编号，或者 {{text: …, source: …}}。"),
    "missing-photo": Wording("照片“{written}”找不到，或者读不出来。", "放进 bases/{id}/ 文件夹，名字要一样，格式是JPG、PNG或WebP。"),
    "photo-outside": Wording("照片“{written}”不在本基地的文件夹里。", "只写文件名，不带路径。"),
    "photo-withheld": Wording("照片“{written}”还没有取得同意，不会发布。", "取得同意后，把它改成“已取得”。"),
    "unknown-base": Wording("没有“{id}”这个基地。", "写基地的文件名（不带 .yml）{near}。"),
    "unknown-figure": Wording("没有“{id}”这条数据。", "写成“基地编号/数据编号”{near}。"),
    "city-twice": Wording("“{written}”和“{full}”会被当成两座城市。", "写成“{full}”。"),
    "unknown-event": Wording("没有编号是“{id}”的活动。", "写本文件里一条活动的编号{near}。"),
    "repeated-id": Wording("编号“{id}”在这个文件里用了两次。", "换一个。"),
    "reserved-id": Wording("编号“{id}”留给程序自己用。", "换一个，例如 opening-2023。"),
    "former-id-taken": Wording("旧编号“{id}”正被 {other} 使用。", "去掉它，或者给那个文件换名字。"),
    # honesty
    "sure-without-because": Wording("写了“把握”，没写理由。", "补一行 because: 为什么。"),
    "because-without-sure": Wording("写了理由，没写“把握”。", "补一行 sure: 推定。"),
    "uncited": Wording("没有注明来源。", "补一行 source: 资料编号。"),
    "not-answerable": Wording("“{name}”不是对照用的标准。", "只有用法为“对照”、不针对个人的标准可以逐条对照。"),
    "unmet-without-reason": Wording("写了“未达标”，没有佐证也没有说明。", "没有材料请写“未对照”。"),
    "met-without-evidence": Wording("“达标”没有算数的佐证，显示为“待佐证”。", "补上 evidence。"),
    "tie-uncited": Wording("没有来源说明本基地适用这套标准。", "在 tied_by 里写明 source。"),
    "pairs-unequal": Wording("“{name}”有{count}条，条目有{of}条。", "两边写成一样多。"),
    "criteria-missing": Wording("这套标准没有条目。", "写 criteria 或 groups，二者选一。"),
    "criteria-twice": Wording("criteria 和 groups 只能写一个。", "删掉一个。"),
    "criterion-repeated": Wording("条目“{name}”写了两遍。", "只留一条。"),
    "part-of-draft": Wording("隶属“{id}”还没有发布，公开的网站上不显示。", "先发布它。"),
    "unknown-motif": Wording("没有“{written}”这种图案。", "可用的有：{known}。"),
    "rhyme-not-exact": Wording("封面只能呼应一条准确的数据，“{id}”不是。", "换一条没有“超”“余”“约”的数据，或去掉 rhyme。"),
}  # fmt: skip


def what(diagnostic: Diagnostic) -> str:
    """What is wrong, in one sentence."""
    return WORDINGS[diagnostic.code].what.format_map(dict(diagnostic.values))


def mend(diagnostic: Diagnostic) -> str:
    """What to write instead, in one sentence."""
    return WORDINGS[diagnostic.code].mend.format_map(dict(diagnostic.values))


def report(diagnostics: Iterable[Diagnostic]) -> str:
    """All diagnostics as the terminal shows them: place, field, fault, the line with a caret, the mend."""
    blocks = []
    for one in diagnostics:
        place = f"{one.place.file}:{one.place.line}:{one.place.column}"
        field = f" {one.field}" if one.field else ""
        block = [f"{LEVELS[one.level]} {place}{field}：{what(one)} [{one.code}]"]
        if one.text.strip():
            block += [f"    {one.text}", f"    {_indent(one.text, one.place.column)}^"]
        block.append(f"    → {mend(one)}")
        blocks.append("\n".join(block))
    return "\n\n".join(blocks)


def _indent(text: str, column: int) -> str:
    """Blanks as wide as the text before the column: a Chinese character takes two."""
    return "".join("　" if ord(character) > 0x2E7F else " " for character in text[: column - 1])
