"""Sample pages of standards: one drawn in each of the four ways, and the list of all."""

from __future__ import annotations

from dataclasses import replace

from showcase.model import Use
from showcase.views import pages as page
from showcase.views import parts as part
from showcase.views.diagrams import diagram
from tests.templates import samples as s


def item(number: int, main: str, **more: str) -> page.StandardItem:
    """One item of a standard."""
    texts = {
        "muted": "",
        "explain": "",
        "paired": "",
        "gives": "",
        "shift_from": "",
        "shift_to": "",
    }
    return page.StandardItem(
        anchor=f"item-{number}-{main}",
        number=f"{number:02}",
        main=main,
        optional=False,
        base=None,
        **(texts | more),
    )


def standard(
    name: str, *groups: page.StandardGroup, matrix: page.Matrix | None = None
) -> page.StandardView:
    """A standard without a form; the four below set one each."""
    return page.StandardView(
        name,
        (name,),
        "long",
        (part.Link("标准与模式", "standards/"), part.Link("云州市东城区", "")),
        (),
        (s.CITE,),
        "东城区2017年率先推广的基地建设标准。六项各问一句：有，就要拿得出佐证。",
        "云州市东城区，2017年提出",
        "各项名称出自来源；释义为本站编写，供对照时参考。",
        "",
        False,
        False,
        False,
        False,
        groups,
        None,
        False,
        matrix,
        s.SPINES[1:],
        s.SOURCES,
    )


HAVES = (
    ("阵地", "有固定的活动场所"),
    ("标准", "有建设与运行的标准"),
    ("品牌", "有叫得响的名称与项目"),
    ("制度", "有成文的管理办法"),
    ("活动", "有持续开展的活动"),
    ("成效", "有可查证的结果"),
)
MET, PARTLY, OPEN = s.MET, part.Mark("partly", "部分达标"), part.Mark("open", "待核")


def matrix_row(name: str, place: str, pattern: str) -> page.MatrixRow:
    """A base's answers: m met, p partly, anything else open."""
    known = {
        "m": (MET, "达标·1条", "bases/yunqiao/#met-1"),
        "p": (PARTLY, "部分达标·1条", "bases/yunqiao/#met-1"),
    }
    cells = tuple(
        page.Cell(f"有{have}", *known.get(letter, (OPEN, "未对照", "")))
        for (have, _), letter in zip(HAVES, pattern, strict=True)
    )
    base = part.Link(name, "bases/yunqiao/")
    return page.MatrixRow("yunqiao", base, place, cells, str(pattern.count("m")), "6")


MATRIX = page.Matrix(
    s.COMPILED,
    "没有佐证的“达标”不计数。",
    tuple(part.Link(f"有{have}", f"standards/six-haves/#{have}") for have, _ in HAVES),
    (
        matrix_row("云桥同心站", "云州市东城区", "mpm-mm"),
        matrix_row("青桥工坊", "东城区桥下仓库", "m-m-mm"),
        matrix_row("东岸读书会", "", "--p---"),
    ),
    page.MatrixCounts(
        "达标且有佐证",
        "",
        tuple(page.MatrixCount(f"有{have}", "2个") for have, _ in HAVES),
    ),
    True,
    s.LEGEND,
    (
        part.PageLink("1", "standards/six-haves/", True),
        part.PageLink("2", "standards/six-haves/2/", False),
    ),
    page.MatrixTools(
        "matrix-six-haves",
        "data/matrix-six-haves.js",
        "1",
        (page.Choice("", "不分组"), page.Choice("city", "按城市")),
        (page.Choice("", "佐证多的在前"),),
        page.MatrixRow("", part.Link("", "#matrix"), "", (), "", ""),
        page.Cell("", OPEN, "", "#matrix"),
        page.Cell("", OPEN, "", ""),
        page.MatrixCounts("", "0", ()),
        "没有待佐证或待更新的",
    ),
)
SCORECARD = page.ScorecardView(
    s.BASE,
    "云州市东城区",
    s.CRUMBS,
    tuple(
        page.ScoreSheet(
            f"standard-{density}",
            density,
            part.Link("六有标准", "standards/six-haves/"),
            s.COMPILED,
            "2026年11月·本站编辑",
            "1／2项达标且有佐证",
            tuple(replace(one, path="") for one in s.TALLIES),
            (
                page.ScoreLine("1", "有阵地", MET, "活动：2023年3月25日现场观摩", "[1]"),
                page.ScoreLine("2", "有标准", OPEN, "", ""),
            ),
            s.LEGEND,
            s.SOURCES,
            ("第1项推定：来源只写“3月25日”。",),
        )
        for density in ("plain", "snug", "dense")
    ),
)
CRITERIA = page.StandardGroup(
    "",
    False,
    tuple(item(n, have, muted="有", explain=why) for n, (have, why) in enumerate(HAVES, 1)),
)
CHECKLIST = replace(standard("六有标准", CRITERIA, matrix=MATRIX), checklist=True, count="六项")
STEPS = replace(
    standard(
        "七步法",
        page.StandardGroup(
            "",
            False,
            tuple(
                item(n, word, explain="一步一步来，先近后远", gives=f"{word[0]}力")
                for n, word in enumerate(
                    ("聚人", "建家", "促学", "培优", "育才", "强基", "用好"), 1
                )
            ),
        ),
    ),
    steps=True,
    remarks=(s.COINED,),
)
STRUCTURE = replace(
    standard(
        "1+6+N",
        page.StandardGroup("1个中心", True, (replace(item(1, "云桥联谊会"), base=s.BASE),)),
        page.StandardGroup(
            "6条街道",
            True,
            tuple(
                item(n, word, explain="分会")
                for n, word in enumerate(("东街", "西街", "南街", "北街", "前街", "后街"), 2)
            ),
        ),
        page.StandardGroup(
            "N个小组", True, (item(8, "读书"), replace(item(9, "修旧"), optional=True))
        ),
    ),
    structure=True,
    lead="",
)
STEPS = replace(STEPS, diagram=diagram("七步法", "七步", Use.steps, STEPS.groups), folded=True)
STRUCTURE = replace(STRUCTURE, diagram=diagram("1+6+N", "1+6+N", Use.structure, STRUCTURE.groups))
PRINCIPLES = replace(
    standard(
        "四项转变",
        page.StandardGroup(
            "怎么变",
            True,
            tuple(
                item(n, word, paired="逐条对应一个做法", shift_from="被动响应", shift_to="主动作为")
                for n, word in enumerate(("理念", "方式", "机制", "力量"), 1)
            ),
        ),
    ),
    principles=True,
    remarks=(part.Remark("学者主张", "论文作者的主张，不是现行标准。"),),
)
STANDARDS = page.StandardsView(
    "标准与模式",
    "8套，各有出处。",
    s.SPINES,
    (
        page.StandardShelf(
            "checklists",
            "对照",
            "基地可以逐项对照的。",
            (
                page.StandardRow(
                    "standards/six-haves/",
                    "六有标准",
                    "阵地 标准 品牌 制度 活动 成效",
                    "云州市东城区，2017年",
                    (),
                ),
            ),
        ),
        page.StandardShelf(
            "steps",
            "步骤",
            "照着做的。",
            (
                page.StandardRow(
                    "standards/seven/", "七步法", "聚 建 促 培 育 强 用", "云州市", (s.COINED,)
                ),
            ),
        ),
    ),
)
