"""What is said of lines that YAML, or a reader of YAML, trips over."""

from __future__ import annotations

from .wording import Wording

WORDINGS: dict[str, Wording] = {
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
}  # fmt: skip
