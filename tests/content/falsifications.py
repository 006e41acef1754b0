"""Small falsifications of the real content. Every one of them must be found out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .reading import Raw

Falsify = Callable[[Raw], object]


def _add(base: str, part: str, **thing: Any) -> Falsify:
    """Add a thing that no line of the dossier bears out."""
    return lambda raw: raw.bases[base].setdefault(part, []).append(thing)


def _add_traced(base: str, part: str, lines: list[str], **thing: Any) -> Falsify:
    """Add a thing and pretend that it rests on `lines`."""

    def change(raw: Raw) -> None:
        things = raw.bases[base].setdefault(part, [])
        things.append(thing)
        raw.trace[base]["items"][f"{part}/{len(things)}"] = lines

    return change


def _put(base: str, field: str, value: Any) -> Falsify:
    return lambda raw: raw.bases[base].__setitem__(field, value)


def _change(base: str, part: str, number: int, **fields: str | None) -> Falsify:
    """Change fields of one thing in a base; None takes a field out."""
    return lambda raw: _set(raw.bases[base][part][number - 1], fields)


def _answer(base: str, standard: str, number: int, **fields: Any) -> Falsify:
    return lambda raw: _set(raw.bases[base]["standards"][standard]["answers"][number - 1], fields)


def _standard(name: str, **fields: Any) -> Falsify:
    return lambda raw: _set(raw.standards[name], fields)


def _trace(base: str, path: str, lines: list[str] | None) -> Falsify:
    return lambda raw: _set(raw.trace[base]["items"], {path: lines})


def _set(thing: dict[str, Any], fields: dict[str, Any]) -> None:
    for name, value in fields.items():
        if value is None:
            del thing[name]
        else:
            thing[name] = value


XIN, HUI, CITY, TEN = "xinxin-xiangyang", "tongxinhui", "chengyang-yangben", "shangcheng-sanshe"
CITED = {"source": "chengyang-report"}
SIX = {
    "tied_by": {"text": "2017年，城阳区推行基地“六有”", "date": "2017", **CITED},
    "basis": "资料整理",
    "date": "2026-11",
    "answers": [],
}

FIGURES: dict[str, Falsify] = {
    "a hedge dropped": _change(HUI, "stats", 1, value="100个"),
    "a hedge added": _change(HUI, "stats", 2, value="7个左右"),
    "digits swapped": _change(HUI, "stats", 15, value="130名"),
    "a magnitude lost": _change(TEN, "stats", 10, value="500元"),
    "a unit changed": _change("haiyan-boke", "stats", 1, value="17名"),
    "words for a range": _change(HUI, "stats", 13, value="三分之一左右"),
    "a figure nobody gave": _add(XIN, "statements", text="年产值3亿元", **CITED),
    "the same, with a false trace": _add_traced(
        XIN, "statements", ["facts/1"], text="年产值3亿元", **CITED
    ),
    "a figure slipped into a sentence": _change(XIN, "statements", 1, text="300家中青岛仅此一家"),
    "a numeral slipped in": _change(HUI, "statements", 1, text="杭州是全国七个试点城市之一"),
    "a total of the district on a base": _add_traced(
        XIN, "stats", ["facts/1"], label="代表人士队伍", value="425人", as_of="2023", **CITED
    ),
    "two figures swapped": lambda raw: (
        _change(HUI, "stats", 2, value="9个")(raw),
        _change(HUI, "stats", 3, value="7个")(raw),
    ),
    "a figure left out": lambda raw: raw.bases["haiyan-boke"].pop("stats"),
}

DATES: dict[str, Falsify] = {
    "a day shifted": _change(CITY, "activities", 5, date="2023-03-26"),
    "a year guessed back": _change(XIN, "activities", 1, date="2022-03-25"),
    "a year made a day": _change(CITY, "activities", 1, date="2017-01-01"),
    "a date where there is none": _change(CITY, "activities", 7, date="2023"),
    "an honour dated": _change(XIN, "honours", 1, date="2022"),
    "a state dated later": _change(XIN, "statements", 2, date="2020"),
    "a beginning made an event": _change("pudong-xindongli", "statements", 1, date="2017"),
    "an as-of added": _change(HUI, "stats", 1, as_of="2020"),
    "an as-of dropped": _change("chengxin-tongxing", "stats", 1, as_of=None),
    "a founding moved": _put("tianan-lianyihui", "founded", {"date": "2016", **CITED}),
    "a founding without source": _put("tianan-lianyihui", "founded", "2017"),
    "an inferred year in a summary": _put(XIN, "summary", "2023年，全国推进会到该基地实地参观。"),
}

WORDS: dict[str, Falsify] = {
    "a base renamed": _put(XIN, "name", "新星向阳"),
    "a name changed in a sentence": _change(
        "haichuang-tiandi", "statements", 1, text="与“向新”同列"
    ),
    "a book renamed": _change(CITY, "activities", 4, title="《城阳路径攻略》完成"),
    "foreign made national": _change(
        CITY,
        "activities",
        2,
        title="青岛列入全国首批15个城市，城阳承担其中国外企管理技术人员方向的任务",
    ),
    "its own characters rearranged": _change(
        "lexiang-xinshenghuo", "statements", 1, text="天安数码城借区委统战部打造的省级重点企业"
    ),
    "praise added": _change("hubin-qingyu", "statements", 1, text="上城区著名的协商平台之一"),
    "a first place claimed": _change(XIN, "statements", 1, text="居全省第一"),
    "an honour renamed": _change(XIN, "honours", 1, title="全国实践创新基地精品工程项目"),
    "an honour invented": _add_traced(XIN, "honours", ["facts/1"], title="全省示范基地", **CITED),
    "a place changed": _put("kongmiao-jiaoyu-jidi", "site", "岳庙"),
    "a place invented": _change(XIN, "activities", 1, place="城阳大厦"),
    "a district dropped": _put("minqi-tongxinhui", "district", "滨江区"),
    "another parent": _put("haiyan-boke", "part_of", "pudong-1-6-n"),
    "another kind": _put("xinjieceng-xinzhuzhang", "kind", "线上平台"),
    "an alias invented": _put(XIN, "aliases", ["向阳基地"]),
    "a false reading": _put("chengxin-tongxing", "pinyin", "chéng xīn tóng dào"),
    "a slogan invented": _put(XIN, "slogan", "新心向阳，同心同行"),
    "a theme taken for a slogan": lambda raw: (
        _put(CITY, "slogan", "新阶层 党旗红")(raw),
        _trace(CITY, "slogan", ["note"])(raw),
    ),
    "a loaded head": _change(HUI, "statements", 1, topic="领先全国"),
    "one of several made the only one": _change(
        "hubin-qingyu", "statements", 1, text="上城区总结推广的协商平台"
    ),
    "a reservation dropped": _change(
        "toutiao-zhejiang",
        "statements",
        4,
        text="今日头条浙江公司获支持，为微头条用户设流量扶持计划，帮新媒体从业者变现",
    ),
    "an opinion made a fact": _change(
        "zhihe-tongxinhui", "statements", 1, text="交由民非组织整体托管，活力倍增"
    ),
    "a hope made a title": _change(HUI, "notes", 1, text="杭州做法成为全国同类工作的“杭州样板”"),
    "an intention made a fact": _change(CITY, "statements", 5, text="社会化运作，让基地能自我维持"),
    "a name left out": _change(
        "pudong-xindongli", "statements", 2, text="创设“浦东新动力”高端论坛"
    ),
    "a note altered": _change("fengxian-guazhi", "notes", 1, text="所见文本“锻”误作“段”"),
}

DOUBT: dict[str, Falsify] = {
    "a doubt hidden": _change(CITY, "activities", 5, sure=None, because=None),
    "a reason dropped": _change("xinjieceng-xinzhuzhang", "statements", 1, because=None),
    "a reason invented": _change(XIN, "activities", 1, because="记者证实是2023年"),
    "a doubt invented": _change(XIN, "statements", 1, sure="推定", because="文中未写年份"),
    "unclear made inferred": _change("xinjieceng-xinzhuzhang", "statements", 1, sure="推定"),
    "a coined name passed off": lambda raw: raw.bases["minqi-tongxinhui"].pop("coined"),
    "a real name called coined": _put(XIN, "coined", "true"),
    "a scholar's proposal passed off": _standard("five-mechanisms", proposal=None),
    "a standard in force called a proposal": _standard("six-haves", proposal="true"),
    "a standard for persons opened": _standard("four-haves", persons=None),
}

CITATIONS: dict[str, Falsify] = {
    "a source dropped": _change(HUI, "statements", 1, source=None),
    "a source dropped from a figure": _change(HUI, "stats", 1, source=None),
    "another source": _change(XIN, "honours", 1, source="hangzhou-paper"),
    "a source that is not there": _change(XIN, "honours", 1, source="some-report"),
    "an author invented": lambda raw: raw.sources["sources"]["pudong-paper"].update(author="某某"),
    "a year of publication changed": lambda raw: raw.sources["sources"]["three-new-paper"].update(
        published="2024"
    ),
    "a source invented": lambda raw: raw.sources["sources"].update(
        {"more": {"title": "某报道", "short": "某报道", "kind": "网页"}}
    ),
    "a trace dropped": _trace(XIN, "statements/1", None),
    "a trace that dangles": _trace(XIN, "statements/1", ["facts/9"]),
    "a trace of nothing": _trace(XIN, "statements/8", ["facts/1"]),
    "a fact left out": lambda raw: (
        raw.bases["haiyan-boke"]["statements"].pop(),
        _trace("haiyan-boke", "statements/2", None)(raw),
    ),
    "a base left out": lambda raw: raw.bases.pop("haiyan-boke"),
    "a base invented": lambda raw: raw.bases.update(
        {"nowhere": {**raw.bases[XIN], "name": "新新向阳"}}
    ),
}

ASSESSMENTS: dict[str, Falsify] = {
    "a tick without evidence": _answer(XIN, "six-haves", 2, status="达标"),
    "a tick on what says something else": _answer(
        XIN, "six-haves", 4, status="达标", evidence=["premium-project"]
    ),
    "a tick on an intention": lambda raw: (
        _change(XIN, "statements", 3, id="plans")(raw),
        _answer(XIN, "six-haves", 2, status="达标", evidence=["plans"])(raw),
    ),
    "a tick moved": lambda raw: (
        _answer(XIN, "six-haves", 3, status="达标", evidence=["premium-project"])(raw),
        _answer(XIN, "six-haves", 6, status="未对照", evidence=None)(raw),
    ),
    "a tick on nothing that is there": _answer(XIN, "six-haves", 1, evidence=["hall.jpg"]),
    "a tick on a sentence of its own": _answer(
        XIN, "six-haves", 4, status="达标", evidence=[{"text": "有制度", **CITED}]
    ),
    "silence made a failure": _answer(XIN, "six-haves", 4, status="未达标"),
    "half a tick without evidence": _answer(
        "xiaoyingxiang", "four-functions", 2, status="部分达标"
    ),
    "an answer left out": lambda raw: raw.bases[XIN]["standards"]["six-haves"]["answers"].pop(),
    "passed off as official": lambda raw: raw.bases[XIN]["standards"]["six-haves"].update(
        basis="评定"
    ),
    "an assessor invented": lambda raw: raw.bases[XIN]["standards"]["six-haves"].update(by="某委"),
    "another base assessed": _put("haiyan-boke", "standards", {"six-haves": SIX}),
    "an assessment dropped": lambda raw: raw.bases["haichuang-tiandi"].pop("standards"),
    "a remark that praises": _answer(XIN, "six-haves", 1, note="场馆宽敞，设施一流"),
    "tied by another line": _trace(XIN, "standards/six-haves/tied_by", ["facts/3"]),
}

STANDARDS: dict[str, Falsify] = {
    "a criterion renamed": lambda raw: raw.standards["six-haves"]["criteria"].__setitem__(
        0, "有场地"
    ),
    "two criteria swapped": lambda raw: raw.standards["seven-steps"]["criteria"].reverse(),
    "a criterion added": lambda raw: raw.standards["six-haves"]["criteria"].append("有经费"),
    "a criterion explained": lambda raw: raw.standards["six-haves"]["criteria"].__setitem__(
        0, {"name": "有阵地", "explain": "有固定场所"}
    ),
    "an example made compulsory": lambda raw: raw.standards["three-plus-x"]["groups"][1][
        "criteria"
    ][0].pop("required"),
    "a group renamed": lambda raw: raw.standards["pudong-1-6-n"]["groups"][1].update(name="7"),
    "a pair changed": lambda raw: raw.standards["five-izations"]["paired"].reverse(),
    "a gift changed": lambda raw: raw.standards["five-mechanisms"]["gives"].pop(),
    "a shift changed": lambda raw: raw.standards["five-mechanisms"]["shifts"].reverse(),
    "dated otherwise": _standard("six-haves", when="2018"),
    "placed elsewhere": _standard("five-in-one", place="青岛市城阳区"),
    "evidence made to expire": _standard("six-haves", evidence_valid_months="24"),
    "a false abbreviation": _standard("six-haves", short="六好"),
    "a leaf linked wrongly": lambda raw: raw.standards["pudong-1-6-n"]["groups"][0]["criteria"][
        0
    ].update(base="haiyan-boke"),
    "a page number invented": _standard("six-haves", at="第3页"),
    "a standard left out": lambda raw: raw.standards.pop("three-roles"),
    "a term altered": lambda raw: raw.terms["terms"][1]["items"].append("新市民群体"),
    "a term left out": lambda raw: raw.terms["terms"].pop(),
}

NEVER_GIVEN: dict[str, Falsify] = {
    "a telephone": _put(XIN, "contact", {"phone": "0532-00000000"}),
    "coordinates": _put(XIN, "coordinates", {"lng": "120.4", "lat": "36.3"}),
    "a photograph": _add(XIN, "photos", file="hall.jpg", alt="前厅"),
    "a photograph of an activity": lambda raw: raw.bases[XIN]["activities"][0].update(
        photos=["a.jpg"]
    ),
    "a link": _add(XIN, "links", title="官网", url="https://example.org/"),
    "a draft": _put(XIN, "status", "草稿"),
    "a level": _put("lexiang-xinshenghuo", "level", "省级"),
    "a story": _put(XIN, "story", "从一间屋开始。"),
    "a sponsor": lambda raw: raw.site.update(sponsor="某委"),
    "a figure on the home page that is none": lambda raw: raw.site["home"]["figures"].append("a/b"),
    "a cover that counts a hedged figure": lambda raw: raw.bases[HUI]["cover"].update(
        rhyme="sites"
    ),
}

ALL: dict[str, Falsify] = {
    **FIGURES, **DATES, **WORDS, **DOUBT, **CITATIONS, **ASSESSMENTS, **STANDARDS, **NEVER_GIVEN,
}  # fmt: skip
