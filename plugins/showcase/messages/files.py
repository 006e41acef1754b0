"""What is said of a file as a whole: its name, its bytes, its place."""

from __future__ import annotations

from .wording import Wording

WORDINGS: dict[str, Wording] = {
    "file-too-large": Wording("文件太大，超过1 MB。", "照片不要写进YAML，放到同名文件夹里。", "The file is too large: more than 1 MB.", "Do not write photographs into YAML; put them into the folder of the same name."),
    "not-text": Wording("这其实是{kind}，不是文字文件。", "打开它，把文字复制到记事本里，另存为UTF-8编码、扩展名 .yml。", "This is no text file but another kind of file, renamed ({kind}).", "Open it, copy its text into Notepad and save that as UTF-8 with the ending .yml."),
    "empty-file": Wording("文件是空的。", "写上内容，或者删掉这个文件。", "The file is empty.", "Write something into it, or delete the file."),
    "not-a-mapping": Wording("文件开头要写成“键: 值”。", "第一行写 schema: 1，第二行写 name: 名称。", "A file has to begin with a key and a value.", "Write schema: 1 on the first line and name: with a name on the second."),
    "bad-file-name": Wording("文件名“{written}”不能用作编号。", "只用小写字母、数字和连字符，例如 {near}.yml。", "The file name \"{written}\" cannot be an id.", "Use small letters, digits and hyphens only, for example {near}.yml."),
    "bad-file-name-copy": Wording("文件名“{written}”不能用作编号。", "像是副本，不要就删掉；要留就改文件名，例如 {near}.yml。", "The file name \"{written}\" cannot be an id.", "It looks like a copy: delete it, or give it another name, for example {near}.yml."),
    "same-id": Wording("编号“{id}”已经被 {other} 用了。", "给其中一个文件换个名字。", "The id \"{id}\" is already used by {other}.", "Give one of the files another name."),
    "linked-outside": Wording("“{written}”指到了项目之外。", "把文件本身放进 bases/ 里，不要用快捷方式或链接。", "\"{written}\" leads out of the project.", "Put the file itself into bases/, not a shortcut or a link."),
    "not-a-file": Wording("“{written}”指到的文件打不开。", "删掉它，把文件本身放进来。", "\"{written}\" leads to no file that can be opened.", "Delete it and put the file itself there."),
    "unread-file": Wording("“{written}”没有读：它不在基地文件该在的地方，或者名字不对。", "是基地就放进 bases/，名字不以下划线开头；是备份就挪到别处。", "\"{written}\" was not read: it lies where no base lies, or has a name of no base.", "Put a base into bases/ under a name that does not begin with \"_\"; keep copies elsewhere."),
    "stray-file": Wording("“{written}”不是 .yml 文件，没有读。", "要读它，就把文件名的结尾改成 .yml。", "\"{written}\" is no .yml file and was not read.", "Give it the ending .yml to have it read."),
    "nothing-to-show": Wording("bases/ 里没有一个基地。", "至少放一个基地的 .yml 文件。", "There is no base in bases/.", "Put the .yml file of at least one base there."),
    "not-in-display-face": Wording("标题字体里没有这些字：{known}。", "不用改，会用系统字体显示；想与别的标题一样，就换一个字。", "The display face lacks these characters: {known}.", "Nothing has to be done, a font of the system is used; write another character to have it look alike."),
    "file-missing": Wording("缺少文件 {written}。", "从项目里取回这个文件。", "The file {written} is missing.", "Bring it back from the project."),
}  # fmt: skip
