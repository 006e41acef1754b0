"""Sample pages of bases: profiles full and compact, timeline, directory, a city."""

from __future__ import annotations

from dataclasses import replace

from showcase.markup import Html
from showcase.views import pages as page
from showcase.views import parts as part
from showcase.views.timeline import PATTERN
from tests.templates import samples as s

PROFILE = page.ProfileView(
    phrases=("云桥", "同心站"),
    size="short",
    compact=False,
    kind="实践创新基地",
    crumbs=s.CRUMBS,
    cover=s.cover("yunqiao"),
    remarks=(),
    slogan="一座桥，两岸人",
    summary=Html("东城区的实践创新基地，2018年建成，设在云桥大厦三层，向沿岸六条街道开放。"),
    rows=(
        page.Row("", "在哪里", "", Html("云州市东城区云桥大厦"), (), ()),
        page.Row(
            "model-base",
            "为何看",
            "",
            Html('获“全市示范点”，<b class="phrase">东城区唯一</b>'),
            (),
            (s.CITE,),
        ),
        page.Row(
            "",
            "何时",
            "2023年3月25日",
            Html("全市交流会与会人员现场观摩"),
            (s.INFERRED,),
            (s.CITE,),
        ),
    ),
    figures=(
        s.figure("300", "余家", "孵化的小店与工作室"),
        s.figure("100", "个", "结对的社区与楼宇", hedge="超"),
        s.figure("6", "余人次", "惠及市民", ten="万"),
    ),
    policy="照来源原样写出：“超”“余”不去掉，也不相加。",
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
    story=Html(
        "<p>桥建于上世纪，桥下的仓库空了很多年。2018年，几位设计师搬了进来。</p><h3>后来</h3><ul><li>先修屋顶</li><li>再开门</li></ul>"
    ),
    honours=(s.claim("全市示范点", "2022年"),),
    events=s.EVENTS,
    timeline=part.Link("完整时间线", "bases/yunqiao/timeline/"),
    checklists=(s.CHECKLIST,),
    photos=(s.PHOTO, replace(s.PHOTO, caption=""), replace(s.PHOTO, caption="", credit="")),
    visit=(
        page.Visit("地址", "云州市东城区云桥路1号", ""),
        page.Visit("电话", "0000-12345678", "tel:0000-12345678"),
    ),
    links=(part.Link("云州日报的报道", "https://example.org/report"),),
    notes=(s.claim("建成年份两份资料不一致，这里从早。"),),
    families=(s.BRAND, s.NEAR),
    sources=s.SOURCES,
    drawn="封面：画中9条线，数目取自“专业服务队”。",
    updated="2026年11月20日",
)
COMPACT = replace(
    PROFILE,
    phrases=("湖畔晴雨",),
    compact=True,
    kind="协商平台",
    slogan="",
    summary=Html(""),
    rows=(page.Row("", "在哪里", "", Html("云州市西城区"), (), ()),),
    figures=(),
    further_figures=(),
    topics=(
        page.Topic("", False, (s.claim(f"西城区总结推广的协商平台之一，每月在湖边{s.TERM}一次"),)),
        page.Topic("做法", True, (s.claim("谁提议，谁到场", "2018年起"),)),
    ),
    story=Html(""),
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
    part.Link("跳到最近", "timeline/#year-2023"),
    tuple(
        part.PageLink(f"{year}年", f"timeline/#year-{year}", year == 2023)
        for year in range(2023, 2009, -1)
    ),
    (
        part.Year(
            "year-2023",
            "2023年",
            (part.Month("9月", (*s.EVENTS[:1], s.LASTING)), part.Month("5月", ALL_EVENTS[:3])),
        ),
        part.Year("year-2022", "2022年", (part.Month("", ALL_EVENTS[3:]),)),
        part.Year("year-undated", "时间待核", (part.Month("", s.EVENTS[3:]),)),
    ),
    (
        part.PageLink("2010年以后", "timeline/", True),
        part.PageLink("更早", "timeline/2009/", False),
    ),
    True,
    PATTERN,
    s.SOURCES,
)
GROUPS = (
    page.DirectoryGroup(
        "yunzhou",
        "云州市",
        "cities/yunzhou/",
        "18个",
        s.NEIGHBOURS + s.BRAND.cards + s.NEIGHBOURS[:2],
    ),
    page.DirectoryGroup(
        "linhai", "林海市", "", "1个", (s.card("林海会客厅", "linhai", "联谊组织·林海市"),)
    ),
)
DIRECTORY = page.DirectoryView(
    title="基地",
    lead="19个基地，每一条都能查到出处。",
    register=part.Link("按拼音排的一览表", "register/"),
    cities=(
        page.Tally("云州市", "18", "bases/#yunzhou"),
        page.Tally("林海市", "1", "bases/#linhai"),
    ),
    kinds=(
        page.Tally("实践创新基地", "6", ""),
        page.Tally("示范点", "5", ""),
        page.Tally("协商平台", "8", ""),
    ),
    facets=(
        page.FacetGroup(
            "city",
            "城市",
            (page.FacetValue("云州市", "云州市", "18"), page.FacetValue("林海市", "林海市", "1")),
        ),
    ),
    gathering=(
        page.Gathering("city", "城市", usual=True),
        page.Gathering("kind", "类别", usual=False),
    ),
    levels=True,
    count="共19个",
    groups=GROUPS,
    pages=(part.PageLink("1", "bases/", True), part.PageLink("2", "bases/2/", False)),
    pattern=page.DirectoryGroup(
        "chosen",
        "组",
        "cities/yunzhou/",
        "个",
        (replace(s.NEIGHBOURS[0], remarks=(s.COINED,)),),
    ),
)
ROW = page.RegisterRow(
    part.Link("云桥同心站", "bases/yunqiao/"),
    (s.COINED,),
    "云州市东城区",
    "实践创新基地",
    "市级",
    "2018年",
    (s.INFERRED,),
    part.Link("云桥", "bases/brand/"),
)
REGISTER = page.RegisterView(
    "基地一览表",
    s.CRUMBS[:1],
    "按名称的拼音排列。",
    (page.Tally("L", "1", "#letter-l"), page.Tally("Y", "1", "#letter-y")),
    True,
    (
        page.RegisterGroup(
            "letter-l",
            "L",
            (
                replace(
                    ROW,
                    base=part.Link("林海会客厅", "bases/linhai/"),
                    remarks=(),
                    founded="",
                    brand=None,
                ),
            ),
        ),
        page.RegisterGroup("letter-y", "Y", (ROW,)),
    ),
    (part.PageLink("1", "register/", True), part.PageLink("2", "register/2/", False)),
)
CITY = page.CityView(
    "云州市",
    s.CRUMBS[:1],
    "江两岸，18个基地，分在三个区。",
    s.cover("yunzhou"),
    PROFILE.figures,
    "照来源原样写出：“余”不去掉，也不相加。",
    GROUPS,
    s.SPINES[:4],
    ALL_EVENTS[:3],
    (),
    s.SOURCES,
)
