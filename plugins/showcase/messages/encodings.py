"""What is said of the bytes of a file and of single characters in it."""

from __future__ import annotations

from .wording import Wording

WORDINGS: dict[str, Wording] = {
    "encoding-gb18030": Wording("这个文件是ANSI（GBK）编码，已经读懂。", "运行 fix，或者用记事本另存为UTF-8编码。", "The file is encoded in ANSI (GBK); it was read all the same.", "Run fix, or save it as UTF-8 in Notepad."),
    "encoding-utf-16": Wording("这个文件是UTF-16编码（记事本里叫Unicode），已经读懂。", "运行 fix，或者用记事本另存为UTF-8编码。", "The file is encoded in UTF-16 (Notepad says Unicode); it was read all the same.", "Run fix, or save it as UTF-8 in Notepad."),
    "encoding-mixed": Wording("这一行是GBK编码，别的行是UTF-8。", "这里显示的字要是对的，运行 fix；不对就重新输入这一行。", "This line is encoded in GBK, others in UTF-8.", "If it reads right here, run fix; if not, type the line anew."),
    "bytes-broken": Wording("这一行有坏掉的字，原文已经读不出来。", "把坏掉的地方重新输入一遍，存成UTF-8编码。", "Characters of this line are broken and cannot be read any more.", "Type them anew and save the file as UTF-8."),
    "nul-tail": Wording("文件末尾有一串空字节（断电或同步盘造成），没有理会。", "核对最后几行是否完整，再运行 fix。", "The file ends in empty bytes (left by a power cut or a synchronised disk); they were left out.", "Look whether the last lines are whole, then run fix."),
    "line-broken": Wording("这里有看不见的换行符（常见于从Word复制），已经去掉。", "删掉它；要分行，就按写法另起一行。", "There is an invisible line break here (often copied from Word); it was left out.", "Delete it; to break the line, begin a new one."),
    "odd-blank": Wording("这里是从网页或文档复制来的特殊空格，已经当作普通空格。", "删掉，用空格键重打一个。", "There is a blank of a web page or document here; it was taken for a plain one.", "Delete it and type a blank."),
    "unseen-character": Wording("这里有看不见的字符（常见于从网页、公众号复制），已经去掉。", "把这里前后的字删掉，重新打一遍。", "There is an invisible character here (often copied from a web page); it was left out.", "Delete what stands around it and type it anew."),
    "radical": Wording("“{written}”是部首符号，不是汉字（常见于从PDF复制），已经换成汉字。", "用输入法重新打这几个字。", "\"{written}\" are signs for radicals, no characters (often copied from PDF); they were replaced.", "Type them anew."),
    "text-garbled": Wording("这里是乱码。", "把这里重新输入一遍。", "This is garbled text.", "Type it anew."),
    "text-lost": Wording("这里的字已经变成乱码，原文找不回来。", "补上正确的字；以前的版本里也许还有。", "The characters here are lost.", "Type the right ones; an earlier version may still have them."),
    "text-turned": Wording("这里有一个让文字倒着显示的控制符。", "把这一处删掉，重新打一遍。", "A control character here turns the text around.", "Delete what stands around it and type it anew."),
    "private-character": Wording("这里有旧字体的自造字（{code}），别的电脑上显示成方框。", "换成正式的字；没有的话，用同音字并加说明。", "A private character of an old font ({code}) shows as a box on other machines.", "Write the official character."),
    "private-character-known": Wording("这里有旧字体的自造字（{code}），别的电脑上显示成方框。", "换成正式的字“{meant}”。", "A private character of an old font ({code}) shows as a box on other machines.", "Write the official character \"{meant}\"."),
}  # fmt: skip
