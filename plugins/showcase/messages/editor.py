"""What an editor says beside a value while it is typed: the same as the check, without what was written."""

from __future__ import annotations

HINTS: dict[str, str] = {
    "text": "这里写一句文字，不要写成列表或下一层。",
    "line": "这里只能写一行，不能空着，也不能换行。",
    "paragraphs": "这里是空的：写上内容，或者删掉这一行。",
    "list": "这里要写成列表：每条一行，以“- ”开头。",
    "mapping": "这里要写成“键: 值”。能写的键：{keys}。",
    "needed": "缺了“{title}”（{key}），补上这一行。",
    "twice": "“{key}”和“{title}”是一回事，只留一个。",
    "id": "编号只用小写字母、数字和连字符，例如 opening-2023。",
    "colour": "写成 \"#A6192E\" 这样的六位色值，要加引号。",
    "url": "以 https:// 开头写完整。",
    "phone": "写区号和号码，例如 0571-00000000。",
    "email": "邮箱里要有一个英文的 @，前后都不空格。",
    "flag": "写 true 或 false，也可以写是、否。",
    "number": "只写数字。",
    "date": "写成 2023-03-25、2023-03 或 2023。",
    "period": "写一个日期，或者 {{from: 2023-05, to: 2023-08}}。",
    "amount": "写成“300余家”“超100个”这样；没有数字的话写到“记载”里。",
    "choice": "这里从列表里选一个：{choices}。",
}  # fmt: skip


def hint(name: str, **values: str) -> str:
    """One sentence for the editor."""
    return HINTS[name].format(**values)
