"""The first sheet: for people who open the workbook, how to use it and how to bring it back."""

from __future__ import annotations

from .columns import IDENTITY, KEY, PLANS

TITLE = "说明"
HEAD = "基地资料"
LEAD = "改好以后存盘，交给管网站的同事，或者自己导入。导入时先看改动，答“是”才会写进文件。"

SECTIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("有哪几张表", tuple(f"{plan.name}：{plan.about}" for plan in PLANS)),
    (
        "怎么改",
        (
            "直接在格子里改。清空一格，就是去掉这一项。",
            f"加一条：在最下面的空行里写，“{KEY}”空着。加一个基地：先在“基地”表里写一行，起一个{IDENTITY}。",
            "可以排序、筛选、调列宽、挪动列，也可以在中间插行；这些都不算改动。",
            f"复制一行来改成新的一条时，把复制出来的“{KEY}”删掉。",
            "删掉一行不会删掉文件里的那一条，除非导入时说明要删。基地不能这样删。",
            f"已经有的基地和资料，{IDENTITY}不能在这里改。",
        ),
    ),
    (
        "日期和数字",
        (
            "日期知道到哪一步就写到哪一步：2023、2023-03、2023-03-25，写成 2023年3月 也行。",
            "格子都设成了“文本”，写进去是什么就是什么。从别处粘贴时，选“只保留文本”，格式就不会跟着变。",
            "只写 1-2 这样的日期，Excel会自己补上今年；导入时会指出来，请补上年份。",
            "数字连同“超”“余”“约”和单位一起写，例如 300余家。",
        ),
    ),
    (
        "一格里写几个",
        (
            "区县、别名、照片、佐证可以有几个：一行一个，用 Alt+Enter 换行。",
            "佐证写活动、荣誉、数据的编号，或者照片的文件名；也可以直接写一句话，后面注明来源：设有三处活动室【来源：some-report；出处位置：第3节】。",
        ),
    ),
    (
        "怎么导入",
        (
            "存成“Excel 工作簿 (*.xlsx)”，关掉它，运行 import，后面写文件名。",
            "有看不明白的地方，会说出在哪张表、第几行、哪一列，这时一个字都不会写。",
            "写进去以后后悔了，运行 import --undo。",
        ),
    ),
)
"""Heads and the sentences below them."""

LEGEND: tuple[tuple[str, str], ...] = (
    ("needed", "红色的列名：必须写"),
    ("plain", "深色的列名：有才写"),
    ("shown", "灰色的列名：给人看的，不用改"),
)
"""What the colours of the headings mean, by the name of the look."""
