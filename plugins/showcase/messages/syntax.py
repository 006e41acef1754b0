"""What is said of lines that YAML, or a reader of YAML, trips over."""

from __future__ import annotations

from .wording import Wording

WORDINGS: dict[str, Wording] = {
    "yaml-syntax": Wording("这一行的格式读不懂。", "检查冒号后有没有空格、缩进是否对齐、引号是否成对。", "This line cannot be read.", "Check that a blank follows each colon, that lines are indented evenly and quotes come in pairs."),
    "fullwidth-colon": Wording("键后面用了中文冒号“：”。", "换成英文冒号加一个空格“: ”。", "A Chinese colon follows the key.", "Write an English colon and a blank."),
    "colon-without-space": Wording("冒号后面少了空格。", "冒号后面加一个空格。", "There is no blank after the colon.", "Put a blank after it."),
    "tab": Wording("行首用了制表符（Tab）。", "换成空格，每层两个。", "The line begins with a tab.", "Indent with blanks, two for each step."),
    "sign-first": Wording("值以YAML的特殊符号开头。", "给整个值加上双引号。", "The value begins with a sign that YAML keeps for itself.", "Put double quotes around the whole value."),
    "hash-cuts-value": Wording("“#”和它后面的字会被当成注释丢掉。", "给整个值加上双引号；真要写注释，在 # 后面空一格。", "\"#\" and what follows would be dropped as a comment.", "Put double quotes around the whole value; to write a comment, put a blank after the #."),
    "unclosed-quote": Wording("引号没有成对。", "在这个值的末尾补上引号。", "A quote is not closed.", "Close it at the end of this value."),
    "unclosed-bracket": Wording("括号没有成对。", "补上缺的括号，或者改成一行一条。", "A bracket is not closed.", "Add the missing bracket, or write one item a line."),
    "second-document": Wording("一个文件里写了两份内容（有“---”）。", "删掉“---”，或者分成两个文件。", "The file holds two documents (there is a \"---\").", "Delete the \"---\", or make two files."),
    "anchor": Wording("用了YAML的锚点“&”。", "把内容直接写出来；文字里要用 & 就给整个值加引号。", "A YAML anchor (&) is used.", "Write the content itself; put quotes around a value that begins with &."),
    "alias": Wording("用了YAML的引用“*”。", "把内容直接写出来；要加粗就给整个值加引号。", "A YAML alias (*) is used.", "Write the content itself; put quotes around a value that begins with *."),
    "tag": Wording("用了YAML的标签“!”。", "去掉它；文字以“!”开头就给整个值加引号。", "A YAML tag (!) is used.", "Remove it; put quotes around a value that begins with !."),
    "too-deep": Wording("括号或缩进套得太深。", "照填写说明的层次写。", "Brackets or indents are nested too deeply.", "Nest as the field reference shows."),
    "too-many-nodes": Wording("文件里的条目太多。", "分成几个文件。", "There are too many entries in the file.", "Make several files of it."),
    "invisible-character": Wording("这里有一个看不见的字符。", "把这里前后的字删掉，重新打一遍。", "There is an invisible character here.", "Delete what stands around it and type it anew."),
    "key-not-text": Wording("键不是文字。", "写成“键: 值”。", "A key is not text.", "Write a word, a colon and a value."),
}  # fmt: skip
