"""What is said of how a line is typed: its signs, its indentation, its place."""

from __future__ import annotations

from .wording import Wording

WORDINGS: dict[str, Wording] = {
    # in front of a line
    "fullwidth-indent": Wording("行首用了全角空格。", "换成英文空格，每层两个。", "The line is indented by full-width blanks.", "Use plain blanks, two for each step."),
    "indentation": Wording("“{key}”前面有{typed}个空格，应该是{blanks}个，才和同一层的对齐。", "把行首改成{blanks}个空格。", "\"{key}\" has {typed} blanks in front of it and needs {blanks} to stand with its own.", "Put {blanks} blanks in front of it."),
    "out-of-line": Wording("“{key}”和上下各行都没有对齐。", "和同一层的键左边对齐，每层缩进两个空格。", "\"{key}\" stands in line with none of the keys around it.", "Align it with its own, two blanks for each step."),
    "stray-line": Wording("这一行不是“键: 值”，也不是列表的一条。", "是上一行的下文，就在行首加两个空格；不是就删掉，或补上键。", "This line is neither a key with its value nor an item of a list.", "If it goes on with the line above, put two blanks in front of it; if not, delete it or give it a key."),
    "block-not-indented": Wording("“|”后面的正文没有缩进。", "正文每一行前面都加两个空格。", "The text after \"|\" is not indented.", "Put two blanks in front of each of its lines."),
    "block-ragged": Wording("正文的第一行比后面的行缩进得多。", "正文各行左边对齐；段首不用空格，网页会处理。", "The first line of the text is indented more than later ones.", "Align all its lines on the left."),
    "text-beside-bar": Wording("“|”后面同一行就写了正文。", "“|”后面换行，正文另起一行，前面加两个空格。", "The text begins on the line of its \"|\".", "Begin it on the next line, after two blanks."),
    # between key and value
    "odd-blank-after-colon": Wording("冒号后面是制表符或全角空格。", "换成一个英文空格。", "The colon is followed by a tab or a full-width blank.", "Put one plain blank there."),
    "equals-sign": Wording("键后面用了等号。", "换成英文冒号加一个空格“: ”。", "The key is followed by an equals sign.", "Put a colon and a blank there."),
    "colon-missing": Wording("键后面没有冒号。", "键后面加英文冒号和一个空格“: ”。", "The key is not followed by a colon.", "Put a colon and a blank after it."),
    "two-fields": Wording("一行里写了两项，后一项是“{key}”。", "分成两行，每行一项。", "Two fields stand on one line; the second is \"{key}\".", "Write one on each line."),
    "trailing-tab": Wording("行末有看不见的制表符（Tab）。", "删掉它。", "There is an invisible tab at the end of the line.", "Delete it."),
    # items of lists
    "tab-after-dash": Wording("短横线后面是制表符或全角空格。", "换成一个英文空格。", "The dash is followed by a tab or a full-width blank.", "Put one plain blank there."),
    "dash-without-space": Wording("短横线后面少了空格。", "写成“- ”，短横线后面空一格。", "There is no blank after the dash.", "Put a blank after it."),
    "other-bullet": Wording("用了“{sign}”当列表符号。", "每一条用英文短横线加空格“- ”开头。", "\"{sign}\" is used in front of an item.", "Begin each item with a hyphen and a blank."),
    "numbered-list": Wording("用了“{sign}”给列表编号。", "每一条用“- ”开头，不写号码。", "Items are numbered with \"{sign}\".", "Begin each item with a hyphen and a blank, without numbers."),
    "list-without-dash": Wording("这里是列表，这一条前面少了“- ”。", "每一条一行，用“- ”开头。", "An item of a list lacks its dash.", "Write each on a line of its own, after a hyphen and a blank."),
    "item-without-dash": Wording("从这里起是新的一条，前面少了“- ”。", "在前面加上“- ”。", "A new item begins here and lacks its dash.", "Put a hyphen and a blank in front of it."),
    "item-without-key": Wording("列表的这一条没有写键。", "在前面加上“{key}: ”。", "An item of a list has no key.", "Put \"{key}: \" in front of it."),
    "item-beside-key": Wording("列表的第一条和键写在同一行。", "另起一行，前面加两个空格再写“- ”。", "The first item of a list stands on the line of its key.", "Write it on the next line, after two blanks, a hyphen and a blank."),
    "checkbox": Wording("条目前面画了勾选框，这里不认。", "去掉方框；做到了没有，写在“情况”里。", "A box to tick stands in front of an item.", "Remove it; whether it is met is said by the field \"status\"."),
    "pasted-table": Wording("这几行像是从表格里直接粘贴来的。", "照填写说明，一行写一项；几列各是什么，要写出键。", "These lines seem to be pasted from a spreadsheet.", "Write one field a line, each with its key."),
    # values and their signs
    "topic-unquoted": Wording("“#”前面有空格，不加引号会被当成注释；已按文字读。", "给整个值加上双引号。", "A \"#\" after a blank begins a comment unless quoted; it was read as text.", "Put double quotes around the whole value."),
    "web-sign": Wording("值里有网页代码“{written}”。", "删掉它。", "The value holds a sign of web pages, \"{written}\".", "Delete it."),
    "colon-at-end": Wording("值以英文冒号结尾。", "去掉冒号，或者换成中文冒号“：”。", "The value ends in a colon.", "Remove it."),
    "colon-inside": Wording("值里又有英文冒号加空格，不加引号会被当成另一项；已按文字读。", "给整个值加上双引号，或者换成中文冒号“：”。", "The value holds a colon and a blank; it was read as text.", "Put double quotes around the whole value."),
    "backslash-path": Wording("图片路径用了反斜杠“\\”。", "换成“/”，或者只写文件名。", "The path of a picture is written with backslashes.", "Write slashes, or only the file name."),
    "backslash-in-quotes": Wording("双引号里的反斜杠“\\”有特殊意思；已按文字读。", "换成单引号。", "A backslash has a meaning of its own in double quotes; it was read as text.", "Use single quotes."),
    "quote-inside": Wording("引号没有包住整个值。", "文字里的引号用中文引号“”。", "The quotes do not hold the whole value.", "Use other quotation marks inside the text."),
    "fullwidth-brackets": Wording("列表用了中文括号。", "换成英文方括号和英文逗号。", "A list is written in Chinese brackets.", "Use square brackets and commas."),
    "fullwidth-comma": Wording("方括号里用了中文的逗号、顿号。", "换成英文逗号加空格“, ”。", "Chinese commas stand in square brackets.", "Use commas and blanks."),
    "flow-separators": Wording("花括号里的键后面要用英文冒号加空格。", "写成“键: 值”，各项用英文逗号隔开。", "In braces a key needs a colon and a blank after it.", "Write a colon and a blank after each key, and commas between fields."),
    # lines that are no content
    "other-comment": Wording("注释用了“＃”或“//”。", "用英文井号加空格“# ”开头。", "A comment begins with a full-width # or with //.", "Begin it with # and a blank."),
    "ruler": Wording("这一行是分隔线，已经当作注释。", "删掉它，或者在前面加“# ”。", "This line is a ruler; it was taken for a comment.", "Delete it, or put # and a blank in front of it."),
    "document-end": Wording("行首的“...”会让后面的内容都读不到。", "删掉它；是省略号就写成“……”，前面加两个空格。", "\"...\" at the start of a line would end the file there.", "Delete it; an ellipsis in a text needs two blanks in front of it."),
    "merge-conflict": Wording("从这里到第{last}行有两个人同时改过，还没选用哪一个。", "留下一个版本，删掉 <<<<<<<、======= 和 >>>>>>> 三行。", "Two people changed what stands here up to line {last}; nobody has chosen yet.", "Keep one version and delete the three lines of marks."),
}  # fmt: skip
