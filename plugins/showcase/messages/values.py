"""What is said of a single value."""

from __future__ import annotations

from .wording import Wording

WORDINGS: dict[str, Wording] = {
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
}  # fmt: skip
