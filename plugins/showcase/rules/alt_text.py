"""The alternative text of a photograph says what is on it.

Passes: ``alt: 居民围坐在长桌旁议事``. Warned of: the name of the file, and words that any picture could have:
照片, 图片1, IMG_2043. Whoever cannot see the photograph is told nothing by them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..catalogue import Catalogue
from ..diagnostics import Diagnostic, Level

_ANY_PICTURE = re.compile(
    r"(?:这是)?(?:一?张|一?幅)?(?:照片|图片|相片|图像|图|配图|插图|活动照片|活动图片|微信图片|截图|屏幕截图|待补|暂无|无"
    r"|photo|picture|image|img|dsc[nf]?|pic|screenshot|mmexport|untitled)?[\W\d_]*",
    re.IGNORECASE,
)
_ENDING = re.compile(r"\.(?:jpe?g|jfif|png|webp|gif|bmp|tiff?|avif|hei[cf])$", re.IGNORECASE)


def check(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Report alternative texts that say nothing."""
    for record in catalogue.bases.values():
        for index, photo in enumerate(record.content.photos):
            if says_nothing(photo.alt, photo.file):
                path, level = ("photos", index, "alt"), Level.WARNING
                values = {"written": photo.file, "alt": photo.alt}
                yield record.fault("photo-says-nothing", path, level, **values)


def says_nothing(words: str, file: str = "") -> bool:
    """Whether words for the picture in `file` leave open what is on it."""
    plain = words.strip()
    stem = _ENDING.sub("", plain)
    # 春游.jpg is a name wherever it came from
    named = stem != plain or plain in (file, _ENDING.sub("", file))
    return named or _ANY_PICTURE.fullmatch(plain) is not None
