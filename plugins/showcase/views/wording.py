"""Dates, places and figures as a reader sees them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..markup import Html, escaped
from ..model import Base, DatedClaim, PartialDate, Period, Quantity, Source, Stat, Term
from .days import days_of
from .parts import FigureRun, Moment

UNDATED = "时间待核"
MONTHLESS = "未写明月份"
_HEDGE = re.compile(
    "不少于|不低于|不下于|不小于|不超过|不多于|不大于|不高于|至多|最多|最少|超过|多于|大于|高于|突破|超|逾"
    "|将近|接近|逼近|近|大约|大概|约|不足|不到|少于|小于|低于|不满|至少|余|多|左右|上下|以上|以下|以内|之内"
)
_OF_WHOLE = ("初", "中", "底", "末")
_DIGITS = "〇一二三四五六七八九"


def plain(text: str) -> Html:
    """Text made safe to stand in a page."""
    return escaped(text)


def place_of(base: Base) -> str:
    """青岛市城阳区 · 浦东新区: city and districts in one run, several districts joined by 、."""
    return base.city + "、".join(base.district)


def spot_of(base: Base) -> str:
    """The same with the site: 青岛市城阳区·天安数码城."""
    return place_of(base) + (f"·{base.site}" if base.site else "")


def when_of(claim: DatedClaim) -> str:
    """What stands before a claim: 2017年, 2017年起, 截至2018年; empty without a date."""
    if claim.date is not None:
        return claim.date.prose
    if claim.since is not None:
        return f"{claim.since.prose}起"
    return f"截至{claim.as_of.prose}" if claim.as_of is not None else ""


def when_beside(claim: DatedClaim, text: str) -> str:
    """The same, but nothing where the text beside it says the date itself."""
    dates = (claim.date, claim.since, claim.as_of)
    said = any(date is not None and date.prose in text for date in dates)
    return "" if said else when_of(claim)


def moment_of(period: Period | None, *, inferred: bool) -> Moment:
    """A timeline's date, exactly as precise as its source: 2023.03 with 25日 small, or 时间待核."""
    if period is None:
        return Moment("", UNDATED, "", UNDATED, inferred)
    start, end = period.start, period.end
    head = _dotted(start)
    tail = _beyond(start)
    if end is not None:
        tail = f"{tail}至{_dotted(end)}"
        tail += f".{end.day:02d}" if end.day and end.year else _beyond(end)
    days = days_of(period, sure=not inferred)
    return Moment(start.iso, head, tail, period.prose, inferred, *days)


def month_of(date: PartialDate) -> str:
    """What of a date stands beside its year: 3月, 上半年, 年底, or that no month is told."""
    if date.month is not None:
        return f"{date.month}月"
    if date.part in _OF_WHOLE:
        return f"年{date.part}"
    return date.part or MONTHLESS


def _dotted(date: PartialDate) -> str:
    about = "约" if date.approximate else ""
    if date.year is None:
        return date.prose
    return f"{about}{date.year}" + (f".{date.month:02d}" if date.month is not None else "")


def _beyond(date: PartialDate) -> str:
    """What stands small behind year and month: 25日, 上半年, 年底, 上旬; and that it went on: 起, 至今."""
    if date.year is None:
        return ""
    if date.day is not None:
        return f"{date.day}日{date.since}"
    whole = date.part in _OF_WHOLE
    head = ("月" if date.month is not None else "年") if whole else ""
    return head + date.part + date.since


def runs_of(value: Quantity) -> tuple[FigureRun, ...]:
    """A figure's stretches; small ones that touch are joined, % belongs to the number as 万 does."""
    joined: list[FigureRun] = []
    for run in value.runs:
        if run.text.startswith("%"):
            rest = run.text.removeprefix("%")
            joined.append(FigureRun("%", "magnitude"))
            joined += [FigureRun(rest, "small")] if rest else []
            continue
        if joined and joined[-1].role == run.role == "small":
            joined[-1] = FigureRun(joined[-1].text + run.text, "small")
        else:
            joined.append(FigureRun(run.text, run.role))
    return tuple(joined)


def sentence_of(stat: Stat) -> str:
    """A figure as a line of text, for where there are too few for a board."""
    return f"{stat.label}：{stat.value.written}"


def policy_of(values: Iterable[Quantity]) -> str:
    """What a board says of its hedges: which there are, and that they are kept; nothing without any."""
    words = dict.fromkeys(
        word for value in values if not value.exact for word in _HEDGE.findall(value.written)
    )
    if not words:
        return ""
    return f"照来源原样写出：{''.join(f'“{word}”' for word in words)}不去掉，也不相加。"


def counted(number: int) -> str:
    """A small number in Chinese words, for display lines: 五, 二十, 四十一, 一百〇三; digits from 1,000."""
    if number >= 1000:
        return str(number)
    if number < 10:
        return _DIGITS[number]
    hundreds, tens, ones = number // 100, number // 10 % 10, number % 10
    text = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        text += "十" if tens == 1 and not hundreds else f"{_DIGITS[tens]}十"
    elif hundreds and ones:
        text += "〇"
    return text + (_DIGITS[ones] if ones else "")


def measure_two(number: int) -> str:
    """The number before a measure word: 2 is 两 there."""
    return "两" if number == 2 else counted(number)


def gloss_of(term: Term) -> str:
    """A term explained in one run: its text, then what it comprises."""
    items = "、".join(term.items)
    return "：".join(part for part in (term.text or "", items) if part)


def reference(source: Source) -> str:
    """A bibliographic line: 作者：《题名——副题》，出版者，2018年7月，期刊论文."""
    title = f"《{source.title}》" if source.title else (source.title_en or "")
    subtitle = f"（副题：{source.subtitle}）" if source.subtitle else ""
    author = f"{source.author}：" if source.author else ""
    rest = (
        source.affiliation and f"作者单位：{source.affiliation}",
        source.publisher,
        source.published.prose if source.published else None,
        source.kind.value,
        source.doi and f"DOI {source.doi}",
        source.isbn and f"ISBN {source.isbn}",
    )
    return author + title + subtitle + "".join(f"，{part}" for part in rest if part) + "。"
