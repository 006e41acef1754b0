"""All personal data of a text, each stretch told once and as the gravest thing that it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise

from . import homes
from .digits import GAP, Group, has_long_number, narrow, runs
from .numbers import (
    is_bank_card,
    is_citizen_number,
    is_day,
    is_mobile,
    is_old_citizen_number,
)


class Kind(IntEnum):
    """What was found, the gravest first."""

    CITIZEN = 0
    OLD_CITIZEN = 1
    BANK_CARD = 2
    MOBILE = 3
    HOME = 4
    FLAT = 5
    PLATE = 6


@dataclass(frozen=True, slots=True)
class Finding:
    """A stretch of a text: from `start` up to, not including, `end`."""

    start: int
    end: int
    kind: Kind


_CHECK_X = re.compile(rf"(?:{GAP})?[Xx](?![0-9A-Za-z])")
# how people group the digits of a mobile number, with or without the country's
_MOBILE_GROUPS = frozenset(
    [(11,), (3, 4, 4), (4, 4, 3), (3, 3, 5), (3, 8), (7, 4), (12,), (13,), (15,), (5, 4, 4)]
)
_COUNTRY = re.compile("0086|86|0")
_WEB_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://[!-~]+", re.IGNORECASE)
_OTHER_NUMBER = re.compile(
    r"(?:注册号|登记号|登记证号?|许可证号?|批准文号|备案号|订单号?|单号|编号|批号|账号|IMEI|No\.?)\W{0,3}$",
    re.IGNORECASE,
)
_LETTERS_BEFORE = re.compile("[A-Za-z]+$")
_CALLING = frozenset(
    ["tel", "phone", "mobile", "mob", "cell", "call", "wechat", "weixin", "wx", "vx"]
)
# an amount, or the name in an e-mail address
_NO_NUMBER_AFTER = re.compile(
    r"\s?(?:元|万|亿|人次|人民币|美元|港元)|\.[0-9]|@[A-Za-z0-9]|[A-Za-z]"
)


def find(text: str) -> tuple[Finding, ...]:
    """Everything personal in a text, in its order. E-mail addresses are not: offices publish them."""
    found = list(_numbers(narrow(text))) if has_long_number(text) else []
    found += [Finding(*span, Kind.HOME) for span in homes.homes(text)]
    found += [Finding(*span, Kind.FLAT) for span in homes.flats(text)]
    found += [Finding(*span, Kind.PLATE) for span in homes.plates(text)]
    return _apart(found)


def _apart(found: list[Finding]) -> tuple[Finding, ...]:
    kept: list[Finding] = []
    for one in sorted(found, key=lambda one: (one.kind, one.start - one.end, one.start)):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return tuple(sorted(kept, key=lambda one: one.start))


def _numbers(text: str) -> Iterator[Finding]:
    addresses = [found.span() for found in _WEB_ADDRESS.finditer(text)]
    for run in runs(text):
        for first in range(len(run)):
            digits = ""
            for last in range(first, len(run)):
                digits += run[last].digits
                if len(digits) > 19:
                    break
                groups = run[first : last + 1]
                yield from _citizens(text, groups, digits)
                if not any(start <= groups[0].start < end for start, end in addresses):
                    yield from _others(text, groups, digits)


def _citizens(text: str, groups: tuple[Group, ...], digits: str) -> Iterator[Finding]:
    start, end = groups[0].start, groups[-1].end
    if len(digits) == 18 and is_citizen_number(digits):
        yield Finding(start, end, Kind.CITIZEN)
    check = _CHECK_X.match(text, end) if len(digits) == 17 else None
    if check and is_citizen_number(f"{digits}X"):
        yield Finding(start, check.end(), Kind.CITIZEN)


def _others(text: str, groups: tuple[Group, ...], digits: str) -> Iterator[Finding]:
    start, end = groups[0].start, groups[-1].end
    lengths = tuple(len(group.digits) for group in groups)
    if _NO_NUMBER_AFTER.match(text, end) or _is_part_of_a_word(text, start):
        return
    named = _OTHER_NUMBER.search(text, max(0, start - 12), start)
    if lengths in ((15,), (6, 6, 3)) and is_old_citizen_number(digits) and not named:
        yield Finding(start, end, Kind.OLD_CITIZEN)
    if len(digits) >= 16 and min((4, *lengths[:-1])) == 4 and is_bank_card(digits):
        yield Finding(start, end, Kind.BANK_CARD)
    if lengths in _MOBILE_GROUPS and _is_one_number(text, groups):
        country = _COUNTRY.match(digits) if len(digits) > 11 else None
        skipped = country.end() if country else 0
        if is_mobile(digits[skipped:]):
            yield Finding(start + skipped, end, Kind.MOBILE)


def _is_part_of_a_word(text: str, start: int) -> bool:
    """Whether letters lead into the number, or it stands behind a decimal point."""
    letters = _LETTERS_BEFORE.search(text, max(0, start - 12), start)
    if letters:
        return letters.group().lower() not in _CALLING
    return start > 1 and text[start - 1] == "." and text[start - 2].isdigit()


def _is_one_number(text: str, groups: tuple[Group, ...]) -> bool:
    """Whether the same gap, and no line end, stands between all groups; a number and a day are two."""
    gaps = {text[one.end : other.start] for one, other in pairwise(groups)}
    apart = len(groups) == 2 and len(groups[1].digits) == 8 and is_day(groups[1].digits)
    return len(gaps) <= 1 and not any("\n" in gap for gap in gaps) and not apart
