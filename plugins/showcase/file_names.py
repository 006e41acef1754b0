"""Names of files as staff type them, held against every system at once: Windows, macOS, Linux, and a USB stick.

A name that passes names one file in one folder everywhere. What Windows forbids and keeps for itself is from
Microsoft, "Naming Files, Paths, and Namespaces"; the 255 are the limit of NTFS, APFS (UTF-16 units) and ext4 (bytes).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from enum import Enum, auto

LONGEST = 255
"""Bytes of UTF-8 that a name may have."""
LONGEST_ID = 60
"""Characters of an id: with the longest address made of it, a site in a folder of some hundred characters stays
below the 260 that a path may have on Windows."""
# slashes of all kinds; what only looks like one fools whoever reads it, and some programs
_PATH = re.compile(
    r"[/\\／＼∕⁄⧵⧸⧹﹨]|^[A-Za-z]:|://|^(?:file|data|https?|ftp|javascript|mailto):", re.IGNORECASE
)
_FORBIDDEN = re.compile(r'[<>:"|?*]')
# also with the digits of COM¹, COM² and COM³, and whatever the ending
_KEPT = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[1-9¹²³])", re.IGNORECASE)
_COPIED = re.compile(
    r"(?:(?:副本|复件|拷贝)[\s_-]*)?(?P<first>.+?)"
    r"(?:[\s_-]*(?:副本|复件|拷贝|[Cc]opy)\s*(?:[（(]?\d+[)）]?)?|\s*[（(]\d+[)）])?"
)
"""A name as Windows, WPS and browsers give it to a copy: yunqiao - 副本, yunqiao(1), 复件 yunqiao."""
_UNSEEN = {"Cc", "Cf", "Cs", "Cn", "Zl", "Zp"}
"""Categories of characters that nobody sees: controls, turns of direction, halves of characters, line ends."""


class Flaw(Enum):
    """Why a typed name cannot be the name of a file beside the one it stands in."""

    PATH = auto()
    UNSEEN = auto()
    FORBIDDEN = auto()
    KEPT = auto()
    ENDS = auto()
    LONG = auto()


def flaw(name: str) -> Flaw | None:
    """What is wrong with a name; nothing where it can only be a file of the very folder."""
    # whoever makes full-width signs plain, as archives and browsers do, reads ．．／ as ../
    plain = unicodedata.normalize("NFKC", name)
    leads = _PATH.search(name) or "/" in plain or "\\" in plain
    if leads or plain.strip() in ("", ".", "..", "..."):
        return Flaw.PATH
    if any(unicodedata.category(one) in _UNSEEN for one in name):
        return Flaw.UNSEEN
    if _FORBIDDEN.search(name):
        return Flaw.FORBIDDEN
    if is_kept(name):
        return Flaw.KEPT
    # Windows takes away blanks and dots at the end, and another file is meant
    if name != name.strip() or name.endswith("."):
        return Flaw.ENDS
    return Flaw.LONG if len(name.encode()) > LONGEST else None


def is_kept(name: str) -> bool:
    """Whether Windows takes a name for a device: con, nul.jpg, COM¹.tar.gz."""
    return _KEPT.fullmatch(name.partition(".")[0].rstrip(" ")) is not None


def alike(name: str) -> str:
    """What two names have in common that some system takes for one: case, and how letters are put together."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def likenesses(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The names that some system takes for another one before them, each with that one."""
    known: dict[str, str] = {}
    for name in names:
        other = known.setdefault(alike(name), name)
        if other != name:
            yield name, other


def shown(name: str) -> str:
    """A name found on disk as it can be printed: bytes that are no text become a question mark each."""
    return name.encode("utf-8", "replace").decode()


def copied_from(stem: str) -> str:
    """The name of the file that one is a copy of, by its own name without the ending; or nothing."""
    found = _COPIED.fullmatch(stem)
    return found["first"] if found and found["first"] != stem else ""
