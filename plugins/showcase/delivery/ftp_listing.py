"""How FTP hosts list a folder: in the form made for programs, and in the two forms made for people.

MLSD is RFC 3659, section 7. The FTP service of IIS and vsftpd do not know it; what they answer to LIST is
written as `dir` or as `ls -l` would write it, which no standard says.
"""

from __future__ import annotations

import re

from .host import DeliveryError, Entry, Kind

_UNIX = re.compile(
    r"(?P<kind>[-dlbcps])[-rwxsStT]{9}[.+@]?\s+\d+\s+\S+\s+\S+\s+(?P<size>\d+)\s+"
    r"\S+\s+\S+\s+[\d:]+ (?P<name>.+)"
)
_DOS = re.compile(
    r"\d\d-\d\d-(?:\d\d)?\d\d\s+\d\d:\d\d(?:[AP]M)?\s+(?P<size>\d+|<[A-Z]+>)\s+(?P<name>.+)"
)
_KINDS = {"-": Kind.FILE, "d": Kind.FOLDER, "l": Kind.LINK}
_DOS_KINDS = {"<DIR>": Kind.FOLDER}
_MLSD_KINDS = {"file": Kind.FILE, "dir": Kind.FOLDER}
_ITSELF = {"cdir", "pdir"}


def of_programs(line: str) -> Entry | None:
    """A line of MLSD; None for the folder itself and the one around it."""
    facts, blank, name = line.partition(" ")
    known = dict(fact.lower().split("=", 1) for fact in facts.split(";") if "=" in fact)
    kind = known.get("type", "")
    if not blank or not kind:
        raise DeliveryError("listing", "", line)
    if kind in _ITSELF or name in (".", ".."):
        return None
    if "link" in kind:
        return Entry(name, Kind.LINK)
    return Entry(name, _MLSD_KINDS.get(kind, Kind.OTHER), _number(known.get("size", "0")))


def of_people(line: str) -> Entry | None:
    """A line of LIST; None for its head, and for the folder itself and the one around it."""
    if re.fullmatch(r"total \d+", line):
        return None
    unix = _UNIX.fullmatch(line)
    if unix:
        kind = _KINDS.get(unix["kind"], Kind.OTHER)
        name = unix["name"].partition(" -> ")[0] if kind is Kind.LINK else unix["name"]
        size = _number(unix["size"])
    elif dos := _DOS.fullmatch(line):
        sized = dos["size"].isdecimal()
        # <JUNCTION>, <SYMLINK>, <SYMLINKD>: whatever else stands in the column leads elsewhere
        kind = Kind.FILE if sized else _DOS_KINDS.get(dos["size"], Kind.LINK)
        name, size = dos["name"], _number(dos["size"])
    else:
        raise DeliveryError("listing", "", line)
    if name in (".", ".."):
        return None
    return Entry(name, kind, size if kind is Kind.FILE else 0)


def _number(written: str) -> int:
    return int(written) if written.isdecimal() else 0
