"""One sample page of each kind, and the variants that are drawn differently."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from showcase.views import pages as page
from showcase.views import parts as part

from tests.templates import samples as s

if TYPE_CHECKING:
    from collections.abc import Mapping

PROFILE = page.ProfileView(
    name="云桥同心站",
    compact=False,
    kind="实践创新基地",
    crumbs=s.CRUMBS,
    cover=s.cover("yunqiao"),
    remarks=(),
    slogan="一座桥，两岸人",
    summary=part.Html("东城区的实践创新基地，2018年建成，设在云桥大厦三层，向沿岸六条街道开放。"),
    rows=(
        page.Row("在哪里", "", part.Html("云州市东城区云桥大厦"), (), ()),
        page.Row("为何看", "", part.Html('获“全市示范点”，<b class="phrase">东城区唯一</b>'), (), (s.CITE,)),
        page.Row("何时", "2023年3月25日", part.Html("全市交流会与会人员现场观摩"), (s.INFERRED,), (s.CITE,)),
    ),
    figures=(
        s.figure("300", "余家", "孵化的小店与工作室"),
        s.figure("100", "个", "结对的社区与楼宇", hedge="超"),
        s.figure("6", "余人次", "惠及市民", ten="万"),
    ),
    further_figures=(s.figure("9", "支", "专业服务队"), s.figure("36", "个", "街道组织，全覆盖")),
    topics=(
        page.Topic(
            "怎么运转",
            True,
            (
                s.claim("管理外包，按社会化方式运转"),
                s.claim(f"从2018年起每季开{s.TERM}，议题由居民提", "2018年起", s.INFERRED),
            ),
        ),
        page.Topic("", False, (s.claim("与西城区六条街道结成联盟"),)),
    ),
    story=part.Html("<p>桥建于上世纪，桥下的仓库空了很多年。2018年，几位设计师搬了进来。</p><h3>后来</h3><ul><li>先修屋顶</li><li>再开门</li></ul>"),
    honours=(s.claim("全市示范点", "2022年"),),
    events=s.EVENTS,
    timeline=part.Link("完整时间线", "bases/yunqiao/timeline/"),
    checklists=(s.CHECKLIST,),
    photos=(s.PHOTO, replace(s.PHOTO, caption=""), replace(s.PHOTO, caption="", credit="")),
    visit=(page.Visit("地址", "云州市东城区云桥路1号", ""), page.Visit("电话", "0000-12345678", "tel:0000-12345678")),
    links=(part.Link("云州日报的报道", "https://example.org/report"),),
    notes=(s.claim("建成年份两份资料不一致，这里从早。"),),
    families=(s.BRAND, s.NEAR),
    sources=s.SOURCES,
    updated="2026年11月20日",
)
COMPACT = replace(
    PROFILE,
    name="湖畔晴雨",
    compact=True,
    kind="协商平台",
    slogan="",
    summary=part.Html(""),
    rows=(page.Row("在哪里", "", part.Html("云州市西城区"), (), ()),),
    figures=(),
    further_figures=(),
    topics=(
        page.Topic("", False, (s.claim(f"西城区总结推广的协商平台之一，每月在湖边{s.TERM}一次"),)),
        page.Topic("做法", True, (s.claim("谁提议，谁到场", "2018年起"),)),
    ),
    story=part.Html(""),
    honours=(),
    events=(),
    timeline=None,
    checklists=(),
    photos=(),
    visit=(),
    links=(),
    notes=(),
    cover=s.cover("hupan"),
)
ALL_EVENTS = tuple(
    s.event(f"{year}.{month:02}", "", f"第{month}次开放日，主题是“{word}”", own=False)
    for year in (2023, 2022)
    for month, word in ((9, "桥下市集"), (5, "修旧"), (2, "灯会"))
)
TIMELINE = page.TimelineView(
    "时间线",
    s.CRUMBS[:1],
    "日期只写到来源写明的程度。",
    tuple(page.PageLink(f"{year}年", f"timeline/#year-{year}", year == 2023) for year in range(2023, 2009, -1)),
    (
        page.Year("year-2023", "2023年", (*s.EVENTS[:1], *ALL_EVENTS[:3])),
        page.Year("year-2022", "2022年", ALL_EVENTS[3:]),
        page.Year("year-undated", "时间待核", s.EVENTS[3:]),
    ),
    (page.PageLink("2010年以后", "timeline/", True), page.PageLink("更早", "timeline/2009/", False)),
    s.SOURCES,
)
GROUPS = (
    page.DirectoryGroup("yunzhou", "云州市", "cities/yunzhou/", "18个", s.NEIGHBOURS + s.BRAND.cards + s.NEIGHBOURS[:2]),
    page.DirectoryGroup("linhai", "林海市", "", "1个", (s.card("林海会客厅", "linhai", "联谊组织·林海市"),)),
)
DIRECTORY = page.DirectoryView(
    "基地",
    "19个基地，每一条都能查到出处。",
    (page.Tally("云州市", "18", "bases/#yunzhou"), page.Tally("林海市", "1", "bases/#linhai")),
    (page.Tally("实践创新基地", "6", ""), page.Tally("示范点", "5", ""), page.Tally("协商平台", "8", "")),
    GROUPS,
    (page.PageLink("1", "bases/", True), page.PageLink("2", "bases/2/", False)),
)
CITY = page.CityView(
    "云州市",
    s.CRUMBS[:1],
    "江两岸，18个基地，分在三个区。",
    s.cover("yunzhou"),
    PROFILE.figures,
    GROUPS,
    s.SPINES[:4],
    ALL_EVENTS[:3],
    (),
    s.SOURCES,
)


def item(number: int, main: str, **more: str) -> page.StandardItem:
    """One item of a standard."""
    texts = {"muted": "", "explain": "", "paired": "", "gives": "", "shift_from": "", "shift_to": ""}
    return page.StandardItem(
        anchor=f"item-{number}-{main}", number=f"{number:02}", main=main, optional=False, base=None, **(texts | more)
    )


def standard(name: str, *groups: page.StandardGroup, matrix: page.Matrix | None = None) -> page.StandardView:
    """A standard without a form; the four below set one each."""
    return page.StandardView(
        name,
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
        matrix,
        s.SPINES[1:],
        s.SOURCES,
    )


HAVES = (("阵地", "有固定的活动场所"), ("标准", "有建设与运行的标准"), ("品牌", "有叫得响的名称与项目"), ("制度", "有成文的管理办法"), ("活动", "有持续开展的活动"), ("成效", "有可查证的结果"))
MET, PARTLY, OPEN = part.Mark("met", "达标，有佐证"), part.Mark("partly", "部分达标"), part.Mark("open", "待核")
LEGEND = (MET, PARTLY, part.Mark("wanting", "达标，待佐证"), part.Mark("stale", "佐证待更新"), part.Mark("unmet", "未达标"), OPEN)


def matrix_row(name: str, place: str, pattern: str) -> page.MatrixRow:
    """A base's answers: m met, p partly, anything else open."""
    known = {"m": (MET, "达标·1条", "bases/yunqiao/#met-1"), "p": (PARTLY, "部分达标·1条", "bases/yunqiao/#met-1")}
    cells = tuple(
        page.Cell(f"有{have}", *known.get(letter, (OPEN, "未对照", "")))
        for (have, _), letter in zip(HAVES, pattern, strict=True)
    )
    return page.MatrixRow(part.Link(name, "bases/yunqiao/"), place, cells, str(pattern.count("m")), "6")


MATRIX = page.Matrix(
    s.COMPILED,
    "没有佐证的“达标”不计数。",
    tuple(part.Link(f"有{have}", f"standards/six-haves/#{have}") for have, _ in HAVES),
    (matrix_row("云桥同心站", "云州市东城区", "mpm-mm"), matrix_row("青桥工坊", "东城区桥下仓库", "m-m-mm"), matrix_row("东岸读书会", "", "--p---")),
    ("2个", "0个", "2个", "0个", "2个", "2个"),
    LEGEND,
    (page.PageLink("1", "standards/six-haves/", True), page.PageLink("2", "standards/six-haves/2/", False)),
)
CRITERIA = page.StandardGroup("", False, tuple(item(n, have, muted="有", explain=why) for n, (have, why) in enumerate(HAVES, 1)))
CHECKLIST = replace(standard("六有标准", CRITERIA, matrix=MATRIX), checklist=True, count="六项")
STEPS = replace(
    standard("七步法", page.StandardGroup("", False, tuple(item(n, word, explain="一步一步来，先近后远", gives=f"{word[0]}力") for n, word in enumerate(("聚人", "建家", "促学", "培优", "育才", "强基", "用好"), 1)))),
    steps=True,
    remarks=(s.COINED,),
)
STRUCTURE = replace(
    standard(
        "1+6+N",
        page.StandardGroup("1个中心", True, (replace(item(1, "云桥联谊会"), base=s.BASE),)),
        page.StandardGroup("6条街道", True, tuple(item(n, word, explain="分会") for n, word in enumerate(("东街", "西街", "南街", "北街", "前街", "后街"), 2))),
        page.StandardGroup("N个小组", True, (item(8, "读书"), replace(item(9, "修旧"), optional=True))),
    ),
    structure=True,
    lead="",
)
PRINCIPLES = replace(
    standard("四项转变", page.StandardGroup("怎么变", True, tuple(item(n, word, paired="逐条对应一个做法", shift_from="被动响应", shift_to="主动作为") for n, word in enumerate(("理念", "方式", "机制", "力量"), 1)))),
    principles=True,
    remarks=(part.Remark("学者主张", "论文作者的主张，不是现行标准。"),),
)
STANDARDS = page.StandardsView(
    "标准与模式",
    "8套，各有出处。",
    s.SPINES,
    (
        page.StandardShelf("checklists", "对照", "基地可以逐项对照的。", (page.StandardRow("standards/six-haves/", "六有标准", "阵地 标准 品牌 制度 活动 成效", "云州市东城区，2017年", ()),)),
        page.StandardShelf("steps", "步骤", "照着做的。", (page.StandardRow("standards/seven/", "七步法", "聚 建 促 培 育 强 用", "云州市", (s.COINED,)),)),
    ),
)
RESTING = page.Resting(s.BASE, (page.RestingClaim("活动", "2023年3月25日", "与会人员现场观摩", "bases/yunqiao/#event", (s.INFERRED,)), page.RestingClaim("数据", "", "孵化的小店与工作室：300余家", "bases/yunqiao/#figure", ())))
SOURCE = page.SourceView("云州日报：《一座桥与它的邻居》", (part.Link("来源", "sources/"),), (page.Visit("作者", "云州日报记者", ""), page.Visit("网址", "example.org", "https://example.org/")), "文中未写年份。", "2个基地，共3条", (RESTING, RESTING), (page.PageLink("1", "sources/daily/", True),))
SOURCES = page.SourcesView("资料来源", "本站写的每一条，都出自这里的某一份。", (page.SourceRow("sources/daily/", "云州日报：《一座桥与它的邻居》", "新闻报道，2023年", "42条"), page.SourceRow("sources/paper/", "《云州基地建设研究》", "期刊论文，2022年", "118条")))
TERM = page.GlossaryTerm("yuntai", "云台议事", "又称 议事会", "2018年起", "云州市各街道每月一次的公开议事。", ("谁都可以来", "议题公开"), "各街道名称不同。", (s.CITE,), (s.CITE,))
GLOSSARY = page.GlossaryView("名词", (TERM, replace(TERM, anchor="qiaotou", term="桥头会", aliases="", items=(), note="", when="")), s.SOURCES)
HOME = page.HomeView(
    "两座城市，十九个基地",
    ("两座城市", "十九个基地"),
    part.Html("基地的做法、标准与来路。每一个数字、荣誉和日期，都能查到出处。"),
    tuple(s.card(name, id, meta) for name, id, meta in (("云桥", "brand", "云州市"), ("东岸读书会", "dongan", "云州市东城区"), ("云桥同心站", "yunqiao", "云州市东城区"), ("云上热线", "hotline", "云州市"), ("青桥工坊", "qinggong", "云州市东城区"), ("湖畔晴雨", "hupan", "云州市西城区"), ("林海会客厅", "linhai", "林海市"))),
    (page.Counted("19", "个", "基地与品牌", "bases/"), page.Counted("2", "座", "城市", "cities/"), page.Counted("8", "套", "标准与模式", "standards/"), page.Counted("5", "份", "公开资料", "sources/")),
    (*PROFILE.figures, s.figure("36", "个", "街道组织，全覆盖"), s.figure("500", "余场次", "开展活动"), s.figure("100", "座", "楼宇一起创标", hedge="近")),
    s.card("云桥同心站", "yunqiao", "实践创新基地·云州市东城区", "桥下的旧仓库变成两岸人共用的客厅，全市交流会与会人员曾到此现场观摩。"),
    (*s.NEIGHBOURS, s.card("湖畔晴雨", "hupan", "协商平台·西城区", "每月在湖边公开议事一次。")),
    part.Link("全部19个", "bases/"),
    tuple(replace(one, where="云州市东城区", base=s.BASE) for one in s.EVENTS[:3]),
    part.Link("完整时间线", "timeline/"),
    s.SPINES,
    part.Link("全部8套", "standards/"),
    s.CITIES,
    s.SOURCES,
)
FIELD = page.FieldRow("base-name", "name", "名称", "与资料里完全一样", "云桥同心站", True, (), None)
FIELDS = page.FieldsView("字段表", "每个字段怎么写。", (page.FieldSection("base", "基地", "一个文件一个基地。", (FIELD, replace(FIELD, anchor="base-kind", key="kind", name="类别", required=False, choices=("品牌平台", "示范点"), example="示范点", part=part.Link("活动", "fields/#activity")))),))

PAGES: Mapping[str, tuple[object, str]] = {
    "home": (HOME, ""),
    "profile": (PROFILE, "bases/yunqiao/"),
    "compact": (COMPACT, "bases/hupan/"),
    "timeline": (TIMELINE, "timeline/"),
    "directory": (DIRECTORY, "bases/"),
    "cities": (page.CitiesView("城市", s.CITIES), "cities/"),
    "city": (CITY, "cities/yunzhou/"),
    "standards": (STANDARDS, "standards/"),
    "checklist": (CHECKLIST, "standards/six-haves/"),
    "steps": (STEPS, "standards/seven/"),
    "structure": (STRUCTURE, "standards/one-six/"),
    "principles": (PRINCIPLES, "standards/four/"),
    "sources": (SOURCES, "sources/"),
    "source": (SOURCE, "sources/daily/"),
    "glossary": (GLOSSARY, "glossary/"),
    "fields": (FIELDS, "fields/"),
    "prose": (page.ProseView("编写说明", part.Html("<p>本站怎么写，写什么，不写什么。</p><h2>数字</h2><table><tr><th>写法</th><th>意思</th></tr><tr><td>超100个</td><td>照写</td></tr></table>")), "about/"),
    "not_found": (page.NotFoundView("没有这一页", "地址可能写错了，也可能换过。", (part.Link("全部基地", "bases/"), part.Link("首页", ""))), "404.html"),
    "moved": (page.MovedView("云桥同心站", "bases/yunqiao/"), "bases/old/"),
    "problems": (page.ProblemsView("还没有可以看的一版"), "problems/"),
}
