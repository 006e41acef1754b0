"""How Chinese names are read aloud. The only module that knows the pinyin library."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from .file_names import LONGEST_ID, is_kept


def slugs(names: Iterable[str], registered: Mapping[str, str]) -> Mapping[str, str]:
    """An address for each name: the registered one, else from its pinyin, 青岛市 becoming qingdao.

    Two names read alike are told apart by number.
    """
    found = dict(registered)
    taken = set(registered.values())
    for name in sorted(set(names) - found.keys()):
        plain = slug(name.removesuffix("市") if len(name) > 2 else name)[: LONGEST_ID - 5].strip(
            "-"
        )
        if not plain or plain.isdigit() or is_kept(plain):
            # numbers stand for the further pages of a list
            plain = f"city-{plain}".strip("-")
        candidate, count = plain, 1
        while candidate in taken:
            count += 1
            candidate = f"{plain}-{count}"
        taken.add(candidate)
        found[name] = candidate
    return found


def slug(name: str) -> str:
    """A name in small Latin letters, digits and hyphens."""
    # imported here because loading its dictionaries takes a quarter of a second
    from pypinyin import lazy_pinyin

    letters = "".join(lazy_pinyin(name, errors=lambda other: f"-{other}-")).lower()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")
