"""Names for the pictures that are taken in: small Latin letters that every system, program and address can hold.

What telephones, cameras and chats put into a name is left out but for the day: 微信图片_20230325143000.jpg becomes
2023-03-25.jpg, 开幕式 (1).JPG becomes kai-mu-shi-1.jpg.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable

from ..file_names import alike, is_kept
from ..pronunciation import slug

LONGEST_WORDS = 40
"""Characters of the words of a name; more is cut at a hyphen."""
_DEVICES = re.compile(
    r"(?:微信图片|微信截图|qq图片|qq截图|屏幕截图|截屏|截图|照片|图片|相片|未命名|wx_camera|mmexport|screenshot"
    r"|img|dsc[nf]?|dcim|pxl|mvimg|vid|image|picture|photo|pic|p)(?=[\W_\d]|$)",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)(?:(?P<m>\d\d)(?P<d>\d\d)|[-_.年](?P<mm>\d\d?)[-_.月](?P<dd>\d\d?)日?)"
    r"(?:[ _T-]{0,2}\d\d[-_.:]?\d\d[-_.:]?\d\d\d{0,3}(?!\d)|(?!\d))"
)
_MILLISECONDS = re.compile(r"(?<!\d)1\d{12}(?!\d)")
"""A moment as telephones count it, since 1970."""
_BEIJING = datetime.timezone(datetime.timedelta(hours=8))
_NUMBER = re.compile(r"[0-9-]*")


def safe_name(name: str, ending: str, taken: Iterable[str]) -> str:
    """A name for a picture that was called `name`, with this ending, unlike all that are taken on any system."""
    stem = name.rpartition(".")[0] or name
    day, rest = _day(stem)
    words = slug(_DEVICES.sub(" ", rest, count=1))
    if len(words) > LONGEST_WORDS:
        words = words[:LONGEST_WORDS].rpartition("-")[0] or words[:LONGEST_WORDS]
    if _NUMBER.fullmatch(words) and not day:
        words = f"photo-{words}"
    plain = "-".join(part for part in (day, words.strip("-")) if part)
    plain = f"photo-{plain}" if is_kept(plain) else plain
    known = {alike(one) for one in taken}
    candidate, count = f"{plain}{ending}", 1
    while alike(candidate) in known:
        count += 1
        candidate = f"{plain}-{count}{ending}"
    return candidate


def _day(stem: str) -> tuple[str, str]:
    """The day that a name tells, if it does, and the name without it."""
    if found := _DAY.search(stem):
        parts = (found["y"], found["m"] or found["mm"], found["d"] or found["dd"])
        try:
            day = datetime.date(*map(int, parts)).isoformat()
        except ValueError:
            return "", stem
        return day, f"{stem[: found.start()]} {stem[found.end() :]}"
    if found := _MILLISECONDS.search(stem):
        moment = datetime.datetime.fromtimestamp(int(found[0]) / 1000, _BEIJING)
        return moment.date().isoformat(), f"{stem[: found.start()]} {stem[found.end() :]}"
    return "", stem
