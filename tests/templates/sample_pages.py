"""One sample page of each kind, and the variants that are drawn differently."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from showcase.markup import Html
from showcase.views import pages as page
from showcase.views import parts as part
from tests.templates import sample_bases as bases
from tests.templates import sample_standards as standards
from tests.templates import samples as s

if TYPE_CHECKING:
    from collections.abc import Mapping


RESTING = page.Resting(
    s.BASE,
    (
        page.RestingClaim(
            "活动", "2023年3月25日", "与会人员现场观摩", "bases/yunqiao/#event", (s.INFERRED,)
        ),
        page.RestingClaim("数据", "", "孵化的小店与工作室：300余家", "bases/yunqiao/#figure", ()),
    ),
)
SOURCE = page.SourceView(
    "云州日报：《一座桥与它的邻居》",
    (part.Link("来源", "sources/"),),
    (
        page.Visit("作者", "云州日报记者", ""),
        page.Visit("网址", "example.org", "https://example.org/"),
    ),
    "文中未写年份。",
    "2个基地，共3条",
    (RESTING, RESTING),
    (part.PageLink("1", "sources/daily/", True),),
)
SOURCES = page.SourcesView(
    "资料来源",
    "本站写的每一条，都出自这里的某一份。",
    (
        page.SourceRow(
            "sources/daily/", "云州日报：《一座桥与它的邻居》", "新闻报道，2023年", "42条"
        ),
        page.SourceRow("sources/paper/", "《云州基地建设研究》", "期刊论文，2022年", "118条"),
    ),
)
TERM = page.GlossaryTerm(
    "yuntai",
    "云台议事",
    "又称 议事会",
    "2018年起",
    "云州市各街道每月一次的公开议事。",
    ("谁都可以来", "议题公开"),
    "各街道名称不同。",
    (s.CITE,),
    (s.CITE,),
)
GLOSSARY = page.GlossaryView(
    "名词",
    (TERM, replace(TERM, anchor="qiaotou", term="桥头会", aliases="", items=(), note="", when="")),
    s.SOURCES,
)
HOME = page.HomeView(
    "两座城市，十九个基地",
    ("两座城市", "十九个基地"),
    Html("基地的做法、标准与来路。每一个数字、荣誉和日期，都能查到出处。"),
    tuple(
        s.card(name, id, meta)
        for name, id, meta in (
            ("云桥", "brand", "云州市"),
            ("东岸读书会", "dongan", "云州市东城区"),
            ("云桥同心站", "yunqiao", "云州市东城区"),
            ("云上热线", "hotline", "云州市"),
            ("青桥工坊", "qinggong", "云州市东城区"),
            ("湖畔晴雨", "hupan", "云州市西城区"),
            ("林海会客厅", "linhai", "林海市"),
        )
    ),
    (
        page.Counted("19", "个", "基地与品牌", "bases/"),
        page.Counted("2", "座", "城市", "cities/"),
        page.Counted("8", "套", "标准与模式", "standards/"),
        page.Counted("5", "份", "公开资料", "sources/"),
    ),
    (
        *bases.PROFILE.figures,
        s.figure("36", "个", "街道组织，全覆盖"),
        s.figure("500", "余场次", "开展活动"),
        s.figure("100", "座", "楼宇一起创标", hedge="近"),
    ),
    "照来源原样写出：“超”“余”“近”不去掉，也不相加。",
    s.card(
        "云桥同心站",
        "yunqiao",
        "实践创新基地·云州市东城区",
        "桥下的旧仓库变成两岸人共用的客厅，全市交流会与会人员曾到此现场观摩。",
    ),
    (*s.NEIGHBOURS, s.card("湖畔晴雨", "hupan", "协商平台·西城区", "每月在湖边公开议事一次。")),
    part.Link("全部19个", "bases/"),
    tuple(replace(one, where="云州市东城区", base=s.BASE) for one in s.EVENTS[:3]),
    part.Link("完整时间线", "timeline/"),
    s.SPINES,
    part.Link("全部8套", "standards/"),
    s.CITIES,
    s.SOURCES,
)
SEARCH = page.SearchView(
    "搜索",
    (part.Link("全部基地", "bases/"), part.Link("城市", "cities/")),
    (
        page.Example("汉字", "云桥同心站", ""),
        page.Example("首字母", "qqgf", "青桥工坊"),
    ),
)
FIELD = page.FieldRow("base-name", "name", "名称", "与资料里完全一样", "云桥同心站", True, (), None)
FIELDS = page.FieldsView(
    "字段表",
    "每个字段怎么写。",
    (
        page.FieldSection(
            "base",
            "基地",
            (
                FIELD,
                replace(
                    FIELD,
                    anchor="base-kind",
                    key="kind",
                    name="类别",
                    required=False,
                    choices=("品牌平台", "示范点"),
                    example="示范点",
                    part=part.Link("写法", "fields/#activity"),
                ),
            ),
        ),
    ),
)

ADVICE = page.Advice(
    "补1张照片即可点亮“有阵地”，“六有”就是6/6。",
    "拍下或找到能证明它的照片，写进 photos，再把文件名写进这一条的 evidence。",
    "photos:\n  - {file: ……, alt: ……, consent: ……}\nevidence: [……]",
    "bases/yunqiao.yml 第59、64、69、74、79、84、89、94、99、103、107、112、116、120、124行",
    (),
    "",
)
SHARED = replace(
    ADVICE, place="", bases=(part.Link("云桥同心站", "checkup/#base-yunqiao"),) * 3, more="等18个"
)
CHECKUP = page.CheckupView(
    "体检报告",
    "照2026年11月22日看，2个基地的页面还能补什么，补上以后会怎样。这里只看资料齐不齐。",
    (page.Tally("云桥同心站", "3", "checkup/#base-yunqiao"),) * 9,
    (ADVICE, SHARED),
    (page.MatterRow("达标待佐证", "一个条目变成达标", "3处，2个基地"),) * 3,
    (
        page.ExaminedBase("base-yunqiao", s.BASE, "还差3样", ("“六有”现在4/6",), (ADVICE, ADVICE)),
        page.ExaminedBase("base-hupan", s.BASE, "没有看出差什么", (), ()),
    ),
    (
        part.PageLink("1", "checkup/", current=True),
        part.PageLink("2", "checkup/2/", current=False),
    ),
)

PAGES: Mapping[str, tuple[object, str]] = {
    "home": (HOME, ""),
    "profile": (bases.PROFILE, "bases/yunqiao/"),
    "compact": (bases.COMPACT, "bases/hupan/"),
    "timeline": (bases.TIMELINE, "timeline/"),
    "directory": (bases.DIRECTORY, "bases/"),
    "register": (bases.REGISTER, "register/"),
    "compare": (
        page.CompareView(
            "基地对比",
            s.CRUMBS[:1],
            "最多四个并排看。",
            part.Link("基地一览表", "register/"),
            s.LEGEND,
        ),
        "compare/",
    ),
    "cities": (page.CitiesView("城市", s.CITIES), "cities/"),
    "city": (bases.CITY, "cities/yunzhou/"),
    "standards": (standards.STANDARDS, "standards/"),
    "checklist": (standards.CHECKLIST, "standards/six-haves/"),
    "scorecard": (standards.SCORECARD, "bases/yunqiao/scorecard/"),
    "steps": (standards.STEPS, "standards/seven/"),
    "structure": (standards.STRUCTURE, "standards/one-six/"),
    "principles": (standards.PRINCIPLES, "standards/four/"),
    "sources": (SOURCES, "sources/"),
    "source": (SOURCE, "sources/daily/"),
    "glossary": (GLOSSARY, "glossary/"),
    "fields": (FIELDS, "fields/"),
    "search": (SEARCH, "search/"),
    "checkup": (CHECKUP, "checkup/"),
    "prose": (
        page.ProseView(
            "编写说明",
            Html(
                "<p>本站怎么写，写什么，不写什么。</p><h2>数字</h2><table><tr><th>写法</th><th>意思</th></tr><tr><td>超100个</td><td>照写</td></tr></table>"
            ),
        ),
        "about/",
    ),
    "not_found": (
        page.NotFoundView(
            "没有这一页",
            "地址可能写错了，也可能换过。",
            (part.Link("全部基地", "bases/"), part.Link("首页", "")),
        ),
        "404.html",
    ),
    "moved": (page.MovedView("云桥同心站", "bases/yunqiao/"), "bases/old/"),
    "problems": (page.ProblemsView("还没有可以看的一版"), "problems/"),
}
