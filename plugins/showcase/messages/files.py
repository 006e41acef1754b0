"""What is said of a file as a whole: its name, its bytes, its place."""

from __future__ import annotations

from .wording import Wording

WORDINGS: dict[str, Wording] = {
    "file-too-large": Wording("文件太大，超过1 MB。", "照片不要写进YAML，放到同名文件夹里。", "The file is too large: more than 1 MB.", "Do not write photographs into YAML; put them into the folder of the same name."),
    "not-text": Wording("这其实是{kind}，不是文字文件。", "打开它，把文字复制到记事本里，另存为UTF-8编码、扩展名 .yml。", "This is no text file but another kind of file, renamed ({kind}).", "Open it, copy its text into Notepad and save that as UTF-8 with the ending .yml."),
    "empty-file": Wording("文件是空的。", "写上内容，或者删掉这个文件。", "The file is empty.", "Write something into it, or delete the file."),
    "not-a-mapping": Wording("文件开头要写成“键: 值”。", "第一行写 schema: 1，第二行写 name: 名称。", "A file has to begin with a key and a value.", "Write schema: 1 on the first line and name: with a name on the second."),
    "bad-file-name": Wording("文件名“{written}”不能用作编号。", "只用小写字母、数字和连字符，例如 {near}.yml。", "The file name \"{written}\" cannot be an id.", "Use small letters, digits and hyphens only, for example {near}.yml."),
    "bad-file-name-digits": Wording("文件名“{written}”只有数字，会和目录的页码混在一起。", "加上字母，例如 {near}.yml。", "The file name \"{written}\" is digits only and would pass for a page number.", "Add letters, for example {near}.yml."),
    "bad-file-name-long": Wording("文件名“{written}”太长，不能用作编号。", "最多60个字母、数字和连字符，例如 {near}.yml。", "The file name \"{written}\" is too long for an id.", "At most 60 letters, digits and hyphens, for example {near}.yml."),
    "bad-file-name-copy": Wording("文件名“{written}”不能用作编号。", "像是副本，不要就删掉；要留就改文件名，例如 {near}.yml。", "The file name \"{written}\" cannot be an id.", "It looks like a copy: delete it, or give it another name, for example {near}.yml."),
    "same-id": Wording("编号“{id}”已经被 {other} 用了。", "给其中一个文件换个名字。", "The id \"{id}\" is already used by {other}.", "Give one of the files another name."),
    "linked-outside": Wording("“{written}”是个链接，指到了 {folder} 之外。", "把文件本身放进 {folder}，不要用快捷方式或链接。", "\"{written}\" is a link that leads out of {folder}.", "Put the file itself into {folder}, not a shortcut or a link."),
    "linked-folder": Wording("“{written}”是个指到文件夹的链接，{folder} 里不能有。", "把文件夹本身放进 {folder}。", "\"{written}\" is a link to a folder; there can be none in {folder}.", "Put the folder itself into {folder}."),
    "linked-twice": Wording("“{written}”是个链接，指到的 {other} 已经读过了。", "删掉这个链接；要再做一个，就复制文件再改。", "\"{written}\" is a link to {other}, which was read already.", "Delete the link; to have another one, copy the file and change it."),
    "folder-elsewhere": Wording("“{written}”是个链接，指到项目之外的 {target}。", "把那里的文件复制进来，或者把整个项目搬到那里。", "\"{written}\" is a link that leads out of the project, to {target}.", "Copy what is there into the project, or move the whole project there."),
    "special-file": Wording("“{written}”不是文件，是{cause}，打开了会停不下来。", "删掉它，把文件本身放进来。", "\"{written}\" is no file but {cause}, which may never end.", "Delete it and put the file itself there."),
    "not-a-file": Wording("“{written}”指到的文件打不开。", "删掉它，把文件本身放进来。", "\"{written}\" leads to no file that can be opened.", "Delete it and put the file itself there."),
    "names-alike": Wording("“{written}”和“{other}”名字太像，换一台电脑会只剩一个。", "给其中一个换个名字。", "\"{written}\" and \"{other}\" have names that other computers take for one.", "Give one of them another name."),
    "unread-file": Wording("“{written}”没有读：它不在基地文件该在的地方，或者名字不对。", "是基地就放进 bases/，名字不以下划线开头；是备份就挪到别处。", "\"{written}\" was not read: it lies where no base lies, or has a name of no base.", "Put a base into bases/ under a name that does not begin with \"_\"; keep copies elsewhere."),
    "stray-file": Wording("“{written}”不是 .yml 文件，没有读。", "要读它，就把文件名的结尾改成 .yml。", "\"{written}\" is no .yml file and was not read.", "Give it the ending .yml to have it read."),
    "nothing-to-show": Wording("bases/ 里没有一个基地。", "至少放一个基地的 .yml 文件。", "There is no base in bases/.", "Put the .yml file of at least one base there."),
    "not-in-display-face": Wording("标题字体里没有这些字：{known}。", "不用改，会用系统字体显示；想与别的标题一样，就换一个字。", "The display face lacks these characters: {known}.", "Nothing has to be done, a font of the system is used; write another character to have it look alike."),
    "file-missing": Wording("缺少文件 {written}。", "从项目里取回这个文件。", "The file {written} is missing.", "Bring it back from the project."),
}  # fmt: skip
