"""A view of every kind, filled with invented names, for tests of templates and of how they look."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from showcase.assets import named
from showcase.derived import FONT
from showcase.markup import Html, quoted
from showcase.policy import META
from showcase.reports.excerpt import Excerpt
from showcase.views import pages as page
from showcase.views import parts as part
from showcase.views.shell import Footer, NavLink, Overlay, Problem, Shell

OVERRIDES = Path(__file__).resolve().parents[2] / "overrides"
ASSETS = named(
    {path.name: path.read_bytes() for path in (OVERRIDES / "assets").iterdir()}
    | {
        FONT: b"a face",
        "data/bases.js": b"",
        "data/comparison.js": b'Showcase.deliver("comparison", {rows: [], standards: [], run: 40, pieces: [], ids: [], former: {}});',
        "data/search.js": b"an index",
        "data/matrix-six-haves.js": b"rows",
        "data/events.js": b"events",
    }
)
"""The project's own, with a stand-in for the display font."""

CITE = part.Cite(1, "bases/yunqiao/#source-1", "云州日报：《一座桥与它的邻居》")
INFERRED = part.Remark("推定", "来源只写“3月25日”，年份据文意推定。")
COINED = part.Remark("编者所拟", "")
COMPILED = part.Remark("资料整理", "由本站据公开资料对照，不是官方评定。")
TERM = Html(
    '<a class="term" href="../../glossary/#yuntai">云台议事'
    '<span class="term__note" role="tooltip">云州市各街道每月一次的公开议事，谁都可以来。</span></a>'
)


def cover(name: str) -> part.Cover:
    """A cover's eight files."""
    ratios = ("tall", "wide", "square", "panel")
    files = {ratio: f"assets/covers/{name}-{ratio}.svg" for ratio in ratios}
    dark = {f"{ratio}_dark": f"assets/covers/{name}-{ratio}-dark.svg" for ratio in ratios}
    return part.Cover(**files, **dark, alt="")


def card(name: str, id: str, meta: str, lead: str = "") -> part.Card:
    """A base among others."""
    place = meta.rpartition("·")[2]
    return part.Card(f"bases/{id}/", name, (name,), meta, place, lead, (), cover(id))


def claim(text: str, when: str = "", *remarks: part.Remark) -> part.Claim:
    """A cited sentence."""
    return part.Claim(f"claim-{len(text)}", when, Html(text), remarks, (CITE,))


def figure(number: str, unit: str, label: str, *, hedge: str = "", ten: str = "") -> part.Figure:
    """A figure with its hedge, magnitude and unit."""
    runs = ((hedge, "small"), (number, "number"), (ten, "magnitude"), (unit, "small"))
    shown = tuple(part.FigureRun(text, role) for text, role in runs if text)
    return part.Figure(
        f"figure-{number}-{len(label)}",
        shown,
        Html(label),
        "2023年",
        "云州市·云州日报",
        "bases/yunqiao/#figures",
        (),
        (CITE,),
    )


PHOTO = part.PhotoView("bases/yunqiao/hall.jpg", "前厅", "前厅", "云州日报", 800, 600)
BASE = part.Link("云桥同心站", "bases/yunqiao/")


def event(
    head: str, tail: str, title: str, *, inferred: bool = False, own: bool = True
) -> part.Event:
    """One item of a timeline."""
    iso = head.replace(".", "-") if head[0].isdigit() else ""
    moment = part.Moment(iso, head, tail, f"{head}{tail}", inferred)
    return part.Event(
        f"event-{iso or 'undated'}-{len(title)}",
        moment,
        Html(title),
        "会议",
        "" if own else "云州市东城区",
        Html(""),
        None if own else BASE,
        (INFERRED,) if inferred else (),
        (CITE,),
        (),
    )


EVENTS = (
    event("2023.03", "25日", "全市基地建设经验交流会在东城区召开，与会人员现场观摩", inferred=True),
    event("2021", "", "《云桥同心站运行手册》编成，第一批十二条"),
    event("2019.06", "", "市里来人调研，“一桥两岸”的做法写进《工作专刊》"),
    event("时间待核", "", "与西城区六条街道结成联盟"),
)
LASTING = replace(
    event("2023.05", "上旬至2023.08", "夏季走访", own=False),
    moment=part.Moment(
        "2023-05",
        "2023.05",
        "上旬至2023.08",
        "2023年5月上旬至2023年8月",
        False,
        "2023-05-01",
        "2023-08-31",
    ),
)


def criterion(
    name: str, symbol: str, words: str, *evidence: part.EvidenceItem
) -> part.ChecklistItem:
    """One answered criterion."""
    mark = part.Mark(symbol, words.partition("·")[0])
    opened = symbol == "met" and name == "有阵地"
    return part.ChecklistItem(
        f"met-{name}",
        name,
        mark,
        words,
        "已填报，缺佐证，暂不计入。" if symbol == "wanting" else "",
        "两份资料说法一致。" if opened else "",
        "可用场所照片佐证。" if opened else "",
        evidence,
        bool(evidence) or symbol == "wanting",
        opened,
    )


EVIDENCE = part.EvidenceItem(
    "活动",
    "2023年3月25日",
    Html("与会人员现场观摩云桥大厦的活动室"),
    "bases/yunqiao/#event-2023-03-27",
    (INFERRED,),
    (CITE,),
)
MET = part.Mark("met", "达标，有佐证")
LEGEND = (
    MET,
    part.Mark("partly", "部分达标"),
    part.Mark("wanting", "达标，待佐证"),
    part.Mark("stale", "佐证待更新"),
    part.Mark("unmet", "未达标"),
    part.Mark("open", "待核"),
)
TALLIES = (
    part.StandingTally(part.Mark("met", "达标且有佐证"), "2项", "#met-有阵地"),
    part.StandingTally(part.Mark("wanting", "待佐证"), "1项", "#met-有成效"),
)
CHECKLIST = part.Checklist(
    "checklist-six-haves",
    part.Link("六有标准", "standards/six-haves/"),
    COMPILED,
    "2026年11月",
    "本站编辑",
    "2／6项达标且有佐证",
    TALLIES,
    "还差3项才对照完整。",
    "第三项只有一份资料提到。",
    part.Claim("checklist-six-haves-tie", "", Html("东城区推广基地“六有”标准"), (), (CITE,)),
    (
        criterion("有阵地", "met", "达标·1条佐证", EVIDENCE),
        criterion("有标准", "partly", "部分达标·1条佐证", EVIDENCE),
        criterion("有品牌", "met", "达标·1条佐证", EVIDENCE),
        criterion("有制度", "open", "未对照"),
        criterion("有活动", "stale", "佐证待更新·1条", EVIDENCE),
        criterion("有成效", "wanting", "达标，待佐证"),
    ),
    part.Link("打印对照表", "bases/yunqiao/scorecard/#checklist-six-haves"),
)
SOURCES = (
    part.SourceNote(
        "source-1",
        1,
        "云州日报：《一座桥与它的邻居》，新闻报道",
        "文中未写年份。",
        "sources/daily/",
    ),
)
CRUMBS = (
    part.Link("基地", "bases/"),
    part.Link("云州市", "cities/yunzhou/"),
    part.Link("东城区", ""),
)
NEIGHBOURS = (
    card("青桥工坊", "qinggong", "示范点·东城区", "桥下的旧仓库，如今是四十家小店的共用车间。"),
    card("东岸读书会", "dongan", "创作社区·东城区", "每周四晚读一本书，读了六年。"),
    card("云上热线", "hotline", "线上平台·云州市"),
)
NEAR = page.Family("同在东城区", NEIGHBOURS, part.Link("东城区全部9个", "cities/yunzhou/"))
BRAND = page.Family(
    "所属", (card("云桥", "brand", "品牌平台·云州市", "云州全市共用的名字。"),), None
)

_UPRIGHT = part.SpineRun("1+6", upright=True)


def spine(title: str, items: str, *, red: bool = False) -> part.Spine:
    """A standard on the shelf; 1+6 stands upright."""
    head, upright, tail = title.partition("1+6")
    runs: tuple[part.SpineRun, ...] = (part.SpineRun(head, upright=False),) if head else ()
    runs += (_UPRIGHT, part.SpineRun(tail, upright=False)) if upright else ()
    return part.Spine(f"standards/{len(items)}/", f"{title}标准", runs, items, red, long=False)


SPINES = (
    spine("六有", "阵地 标准 品牌 制度 活动 成效", red=True),
    spine("四有", "时间 精力 能力 代表性"),
    spine("五好", "带头人 班子 队伍 机制 思路"),
    spine("七步", "聚 建 促 培 育 强 用"),
    spine("1+6机制", "一个中心 六条街道"),
    spine("五化", "前瞻 优势 全域 规范 长效"),
    spine("三社联动", "社区 社会组织 社会工作"),
    spine("三三五", "三有 三入 五同步"),
)
CITIES = (
    page.CityRow("cities/yunzhou/", "云州", "云桥同心站、青桥工坊、东岸读书会", "18个"),
    page.CityRow("cities/linhai/", "林海", "林海会客厅、二十四节气社", "4个"),
)

FOOTER = Footer(
    "本站内容均出自公开资料，不补写资料未载之事。封面由程序按基地名称绘制，不是照片。",
    "云州市某单位",
    "云州市某中心",
    (part.Link("资料来源", "sources/"), part.Link("编写说明", "about/")),
    (part.Link("无障碍", "accessibility/"), part.Link("名词", "glossary/")),
    "2026年11月22日",
    "云ICP备00000000号",
    "云公网安备00000000000000号",
    "https://example.org/police",
    "文字以CC BY 4.0许可发布",
)
OVERLAY = Overlay(
    "3处要改，这一版还没有发布",
    "下面这些改好并保存，这一页会自己刷新。",
    (
        Problem(
            "错误",
            "bases/yunqiao.yml 第12行第11列",
            "活动 第2条·日期",
            "没有“2023-02-30”这个日子。",
            "impossible-date",
            Excerpt("    date: ", "2023-02-30", ""),
            (),
            "查一查月和日。",
        ),
        Problem(
            "错误",
            "bases/a-long-name-of-a-file-that-does-not-end.yml 第31行第3列",
            "",
            "行首用了制表符（Tab）。",
            "tab",
            Excerpt(
                "",
                "⇥⇥",
                "- {label: 服务企业, value: 300余家, source: a-source-with-a-long-name-and-more…",
            ),
            (
                "    - {label: 服务企业, value: 300余家, source: a-source-with-a-long-name-and-more…",
                "",
                "  - {}",
            ),
            "",
        ),
        Problem(
            "错误",
            "bases 第1行第1列",
            "",
            "没有一个基地。",
            "nothing-to-show",
            None,
            (),
            "至少放一个。",
        ),
        Problem(
            "错误",
            "bases/_site.yml 第4行第7列",
            "城市",
            "引号没有成对。",
            "unclosed-quote",
            Excerpt("city: ", "", ""),
            (),
            "补上。",
        ),
    ),
    "另有2处提醒、1处说明，不影响生成，运行 check 能看到。",
)


def shell(page_path: str = "", *, current: str = "bases/", overlay: Overlay | None = None) -> Shell:
    """The surroundings of a page."""
    words = (
        ("基地", "bases/"),
        ("标准", "standards/"),
        ("时间线", "timeline/"),
        ("城市", "cities/"),
        ("来源", "sources/"),
    )
    nav = tuple(NavLink(text, path, path == current) for text, path in words)
    return Shell(
        "云桥同心站",
        "云州市的一处实践创新基地",
        f"https://example.org/{page_path}",
        "实践创新基地",
        page_path,
        False,
        False,
        nav,
        FOOTER,
        overlay,
        quoted(META),
    )
