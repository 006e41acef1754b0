"""Where somebody lives, and what somebody drives: home addresses and licence plates.

A flat is told from an office by the words around its number: a complex of homes (小区, 花园, 公寓 …), a
staircase (单元), or somebody who lives there (家住, 住址). 文三路100号A座3楼 and 云桥大厦3幢201室 have none of
them. Plates: GA 36-2018, a province, a letter, and five or, for new energy, six signs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .digits import narrow

_NUMBER = r"[0-9０-９A-Za-z一二三四五六七八九十百〇零]{1,5}"
_COMPLEX = (
    "小区|花园|公寓|新村|家园|社区|花苑|名苑|嘉苑|雅苑|新苑|景苑|华庭|雅居|名邸|府邸|家属院|宿舍"
)
_WITHIN = r"[^，。；、！？\n\0]"
_HOUSE = rf"{_NUMBER}\s?(?:幢|栋|座|号楼|号|弄|排)\s?"
_STAIRS = rf"{_NUMBER}\s?单元"
_ROOM = rf"{_NUMBER}\s?(?:室|户|房)"
_FLAT = re.compile(
    rf"(?:{_COMPLEX}){_WITHIN}{{0,8}}?(?:{_HOUSE}(?:{_STAIRS}\s?)?{_ROOM}"
    r"|(?<![0-9])[0-9]{1,3}-[0-9]{1,2}-[0-9]{3,4}(?![0-9]))"
)
_STAIRCASE = re.compile(rf"{_HOUSE}{_STAIRS}(?:\s?{_ROOM})?")
_LIVES = re.compile(
    r"(?:家庭住址|家庭地址|住址|居住地址|户籍地址|户籍所在地|现住|家住|住在)"
    rf"{_WITHIN}{{0,25}}?(?:路|街|巷|弄|里|村|镇|乡|{_COMPLEX}){_WITHIN}{{0,12}}?"
    rf"[0-9０-９一二三四五六七八九十百]+\s?(?:号楼|号|幢|栋|弄|室|组|单元)"
    rf"(?:\s?{_NUMBER}\s?(?:号楼|号|幢|栋|弄|室|组|单元|楼|户))*"
)
_PLATE = re.compile(
    r"(?<![A-Za-z])[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]"
    r"[A-HJ-NP-Za-hj-np-zＡ-ＨＪ-ＮＰ-Ｚ][·•・.\- ]?"
    r"(?P<serial>[A-HJ-NP-Za-hj-np-z0-9Ａ-ＨＪ-ＮＰ-Ｚ０-９]{4,6}[挂学港澳]?)(?![A-Za-z0-9０-９])"
)
_SERIAL = re.compile(
    r"(?=(?:[A-Z]*[0-9]){3})[A-Z0-9]{5}|(?=(?:[A-Z]*[0-9]){2})[A-Z0-9]{4}[挂学港澳]"
    r"|[A-HJK][A-Z0-9][0-9]{4}|[0-9]{5}[A-HJK]"
)

Stretch = tuple[int, int]


def flats(text: str) -> Iterator[Stretch]:
    """Rooms in a complex of homes; a base may be open to visitors in one."""
    return (found.span() for found in _FLAT.finditer(text) if "单元" not in found.group())


def homes(text: str) -> Iterator[Stretch]:
    """Where somebody lives."""
    for pattern in (_LIVES, _FLAT, _STAIRCASE):
        for found in pattern.finditer(text):
            if pattern is not _FLAT or "单元" in found.group():
                yield found.span()


def plates(text: str) -> Iterator[Stretch]:
    """Licence plates of cars."""
    for found in _PLATE.finditer(text):
        if _SERIAL.fullmatch(narrow(found["serial"]).upper()):
            yield found.span()
