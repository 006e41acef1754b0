"""What is said of a file as a whole: its name, its bytes, its place."""

from __future__ import annotations

from .wording import Wording

WORDINGS: dict[str, Wording] = {
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
}  # fmt: skip
