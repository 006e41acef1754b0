"""A whole invented showcase of a chosen size: every kind of date, kind, level and answer; brands, cities, terms.

Unlike `synthesis`, whose bases are all alike so that years of measurements can be compared, this has the unevenness
of real content: a few bases with many activities, a few cities with many bases, sources that everything cites.
Names are put together of several hundred characters and begin with 虚构. The same size gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise
from pathlib import Path

from .synthesis import Dice, laid, write

FIRST_YEAR, LAST_YEAR = 1995, 2026
CITIES = 60
SOURCES = 400
TERMS = 120
BRANDS = 24
_SIGNS = (
    "云桥同心青禾新程汇智连远山晨光众行知拾安澜明德聚力启航乐邻守望春风白鹭沧浪江河湖海溪泉潭湾港岛洲渡津堤坝岸滨"
    "川谷岭峰岩石林森松柏竹梅兰菊荷莲桃李杏梨桂枫柳杨槐榕樟桐梧花草叶枝根果实稻麦黍粟田园圃畦乡村镇街坊巷里弄门楼"
    "阁亭台轩榭堂馆院城郭塔钟鼓琴棋书画诗词歌赋文章笔墨纸砚星辰日月霞虹霜雪雨露雷霄汉宇宙天地东西南北中前后左右上下"
    "红橙黄绿蓝紫丹朱金银铜铁玉珠玑瑶琳琅瑜瑾璞琢磨切磋鸿雁鹤鸥燕雀莺鹏凤麒麟骏骥牧耕织渔樵陶冶匠艺技巧精诚信义仁礼"
    "和睦友善谦恭勤俭朴素宁静致志恒毅勇敏慧睿哲思辨问学习研究创业兴旺繁荣昌盛富强康泰祥瑞福禄寿喜庆欢悦怡畅舒朗清澈"
    "澄净润泽沐浴照耀辉煌灿烂绚丽缤纷芬芳馥郁葱茏蓬勃蔚然崛起腾飞奔涌浩荡辽阔广袤深厚博雅古今传承发扬开拓进取奋斗"
)
"""What names are made of: no more than these, so that a face cut down to them stays small."""
_KINDS = (
    "实践创新基地", "示范点", "工作载体", "线上平台", "服务联盟", "服务队", "活动品牌", "协商平台", "社区综合体",
    "联谊组织", "创作社区", "宣传交流教育基地", "人才培养", "社会组织支持机构", "其他",
)  # fmt: skip
_LEVELS = ("国家级", "省级", "市级", "区县级")
_TYPES = ("会议", "调研", "培训", "沙龙", "志愿服务", "文体", "宣讲", "公益", "建设", "其他")
_DEEDS = (
    "走访", "座谈会", "培训班", "义诊", "宣讲", "参观", "交流会", "慰问", "展演", "论坛", "读书会", "植树", "助学",
    "路演", "法律咨询", "音乐会", "摄影展", "协商议事", "创业沙龙", "志愿服务日", "趣味运动会", "年度总结会",
)  # fmt: skip
_MATTERS = (
    "统战",
    "协商",
    "公益",
    "创业",
    "就业",
    "文化",
    "法律",
    "网络",
    "社区",
    "青年",
    "产业",
    "科技",
    "乡村",
    "健康",
    "教育",
)
_ENDINGS = (
    "同心荟",
    "会客厅",
    "驿站",
    "之家",
    "联谊会",
    "工作室",
    "实践基地",
    "服务站",
    "议事厅",
    "创新空间",
)
_DOINGS = (
    "组织{}成员前往{}，听取介绍并座谈", "围绕{}开展讨论，形成{}方面的建议", "邀请{}的讲师授课，{}等单位参加",
    "在{}设点服务，{}的居民到场", "{}联合{}共同举办，收集意见建议",
)  # fmt: skip
_PARTS = ("上半年", "下半年", "第一季度", "第三季度", "春季", "秋季", "初", "底")
_AMOUNTS = ("{}余家", "约{}人", "{}个", "超{}场", "近{}次", "{}%", "{}万元", "不少于{}人")
_STATUSES = ("达标", "达标", "达标", "达标", "部分达标", "未达标", "待核", "未对照")
_EVERYONES = ("有阵地", "有标准", "有品牌", "有制度", "有活动", "有成效")
_HALFS = ("组织好", "队伍好", "机制好", "平台好", "活动好", "服务好", "作用好", "氛围好")


@dataclass(frozen=True, slots=True)
class Size:
    """How many bases, and how many activities they have together."""

    bases: int
    activities: int


def invented(folder: Path, size: Size, like: Path) -> Path:
    """Make a whole project in `folder`, with templates and prose of the project `like`."""
    bases = laid(folder, like)
    write(
        bases / "_site.yml", "schema: 1\nname: 虚构的大型展示\ntagline: 测速用，全部内容均为虚构\n"
    )
    write(bases / "_sources.yml", "".join(_sources()))
    write(bases / "_terms.yml", "".join(_terms()))
    for name, text in _standards():
        write(bases / "_standards" / f"{name}.yml", text)
    for number, count in enumerate(shares(size)):
        write(bases / f"{identity(number)}.yml", base(number, count))
    return folder


def identity(number: int) -> str:
    """The id of base `number`, counted from 0: the first ones are brands."""
    return f"brand-{number:02d}" if number < BRANDS else f"base-{number:04d}"


def shares(size: Size) -> list[int]:
    """How many activities each base has, `size.activities` in all: most a handful, every fiftieth many."""
    weights = [100 if one % 50 == 0 else one * 7 % 20 for one in range(size.bases)]
    edges = [size.activities * done // sum(weights) for done in accumulate(weights)]
    return [after - before for before, after in pairwise((0, *edges))]


def base(number: int, activities: int) -> str:
    """The YAML of one invented base."""
    dice = Dice(f"invented-{number}")
    brand = number < BRANDS
    kind = "品牌平台" if brand else dice.one(_KINDS)
    founded = FIRST_YEAR + dice.below(LAST_YEAR - FIRST_YEAR)
    first = word(dice, 2)
    lines = [
        "schema: 1",
        f"name: 虚构{first}{word(dice)}{dice.one(_ENDINGS)}",
        f"aliases: [{first}{word(dice, 1)}]",
        f"kind: {kind}",
        *([f"part_of: brand-{dice.below(BRANDS):02d}"] if not brand and dice.below(10) < 6 else []),
        *place_lines(dice),
        *([f"level: {dice.one(_LEVELS)}"] if dice.below(5) else []),
        f"founded: {{date: {founded}, source: {source(dice)}}}",
        f"updated: {LAST_YEAR}-11-20",
        f"slogan: {word(dice, 4)}，{word(dice, 4)}",
        f"summary: 虚构的{word(dice, 6)}，服务{word(dice, 4)}，{dice.one(_MATTERS)}。",
        "story: |",
        f"  虚构的故事：{clauses(dice, 6)}。",
        "",
        f"  **{word(dice, 4)}**{clauses(dice, 4)}。",
        "statements:",
    ]
    for index in range(3):
        since = f"since: {founded}, topic: {word(dice)}, source: {source(dice)}"
        lines.append(f"  - {{id: s{index}, text: {clauses(dice, 2)}, {since}}}")
    lines.append("stats:")
    for index in range(4):
        value = dice.one(_AMOUNTS).format(10 + dice.below(80))
        as_of = f"as_of: {LAST_YEAR - 2}, source: {source(dice)}"
        lines.append(f"  - {{id: n{index}, label: {word(dice, 4)}, value: {value}, {as_of}}}")
    lines.append("honours:")
    for index in range(dice.below(3) + 1):
        date = f"date: {year(dice, founded)}, source: {source(dice)}"
        lines.append(f"  - {{id: h{index}, title: 虚构{word(dice)}称号, {date}}}")
    lines += ["activities:", *activity_lines(dice, founded, activities)] if activities else []
    lines += ["standards:", *assessment_lines(dice, "everyone", _EVERYONES, activities)]
    if number % 2:
        lines += assessment_lines(dice, "half", _HALFS, activities)
    return "\n".join(lines) + "\n"


def activity_lines(dice: Dice, founded: int, count: int) -> Iterator[str]:
    """The activities of a base, of all kinds of dates."""
    for index in range(count):
        yield f"  - id: a{index}"
        yield from date_lines(dice, founded)
        yield f"    title: {word(dice)}{dice.one(_MATTERS)}{dice.one(_DEEDS)}"
        yield f"    type: {dice.one(_TYPES)}"
        yield f"    summary: {dice.one(_DOINGS).format(word(dice, 3), word(dice, 4))}"
        if dice.below(3) == 0:
            yield f"    place: {word(dice, 3)}大厦"
        yield f"    source: {source(dice)}"
        if dice.below(4) == 0:
            yield f"    at: 第{1 + dice.below(300)}页"


def date_lines(dice: Dice, founded: int) -> Iterator[str]:
    """A date as exact as sources are: mostly a day, else a month, a year, a part of one, a range, or none."""
    then = year(dice, founded)
    month, day, throw = 1 + dice.below(10), 1 + dice.below(28), dice.below(100)
    if throw < 55:
        yield f"    date: {then}-{month:02d}-{day:02d}"
    elif throw < 75:
        yield f"    date: {then}-{month:02d}"
    elif throw < 82:
        yield f"    date: {then}"
    elif throw < 87:
        yield f"    date: {then}年{dice.one(_PARTS)}"
    elif throw < 94:
        yield f"    date: {{from: {then}-{month:02d}, to: {then}-{month + 1:02d}}}"
    elif throw < 96:
        yield f"    date: 约{then}"
    elif throw < 97:
        yield f"    date: --{month:02d}-{day:02d}"
    elif throw < 99:
        yield f"    date: {then}-{month:02d}"
        yield "    sure: 推定"
        yield "    because: 文中未写年份"


def assessment_lines(
    dice: Dice, standard: str, criteria: tuple[str, ...], activities: int
) -> Iterator[str]:
    """A base held against a standard: every status, most met answers with evidence."""
    yield f"  {standard}:"
    yield f"    tied_by: {{text: 虚构的{word(dice, 6)}, source: {source(dice)}}}"
    yield "    basis: 自评"
    yield f"    date: {LAST_YEAR}-06"
    yield "    answers:"
    for name in criteria:
        status = dice.one(_STATUSES)
        shown = f"a{dice.below(activities)}" if activities and dice.below(8) else "n0"
        evidence = f", evidence: [{shown}]" if status in ("达标", "部分达标") else ""
        because = f", note: {clauses(dice, 1)}" if status == "未达标" else ""
        yield f"      - {{criterion: {name}, status: {status}{because}{evidence}}}"


def year(dice: Dice, first: int) -> int:
    """A year from `first` to the last."""
    return first + dice.below(LAST_YEAR - first + 1)


def place_lines(dice: Dice) -> Iterator[str]:
    """One of the cities, the first with an eighth of all bases, the last ones with a handful; one of its districts."""
    city = dice.below(CITIES) ** 2 // CITIES
    yield f"city: 虚构{word(Dice(f'city-{city}'))}市"
    yield f"district: {word(Dice(f'district-{city}-{dice.below(6)}'))}区"


def source(dice: Dice) -> str:
    """The id of a source: every tenth fact rests on the first."""
    return f"report-{dice.below(SOURCES) if dice.below(10) else 0:03d}"


def clauses(dice: Dice, count: int) -> str:
    """A run of so many clauses, in which now and then a term of the glossary stands."""
    return "，".join(
        term(dice.below(TERMS)) + word(dice, 4) if dice.below(6) == 0 else word(dice, 9)
        for _ in range(count)
    )


def term(number: int) -> str:
    """A word of the glossary."""
    return f"虚构{word(Dice(f'term-{number}'), 3)}"


def word(dice: Dice, length: int = 2) -> str:
    """An invented word of several characters."""
    return "".join(_SIGNS[dice.below(len(_SIGNS))] for _ in range(length))


def _sources() -> Iterator[str]:
    yield "schema: 1\nsources:\n"
    for number in range(SOURCES):
        dice = Dice(f"source-{number}")
        title = f"虚构{word(dice, 4)}的{dice.one(_MATTERS)}研究"
        yield f"  report-{number:03d}: {{title: {title}, short: 虚构{word(dice)}论文, author: 虚构作者{number}, kind: 期刊论文, published: {year(dice, 2000)}}}\n"  # fmt: skip


def _terms() -> Iterator[str]:
    yield "schema: 1\nterms:\n"
    for number in range(TERMS):
        dice = Dice(f"gloss-{number}")
        yield f"  - {{id: term-{number}, term: {term(number)}, text: 指{clauses(dice, 2)}, source: {source(dice)}}}\n"  # fmt: skip


def _standards() -> Iterator[tuple[str, str]]:
    """Two that bases answer, and some of every other use."""
    yield "everyone", _standard("everyone", "虚构六有", "对照", _EVERYONES)
    yield "half", _standard("half", "虚构八好", "对照", _HALFS)
    for number, use in enumerate(("步骤", "架构", "理念") * 6):
        dice = Dice(f"standard-{number}")
        items = tuple(f"{word(dice)}{dice.one(_MATTERS)}" for _ in range(5))
        yield f"mode-{number:02d}", _standard(f"mode-{number:02d}", f"虚构{word(dice)}{use}", use, items)  # fmt: skip


def _standard(name: str, title: str, use: str, criteria: tuple[str, ...]) -> str:
    where = source(Dice(name))
    return f"schema: 1\nname: {title}\nuse: {use}\nsource: {where}\ncriteria: [{', '.join(criteria)}]\n"
