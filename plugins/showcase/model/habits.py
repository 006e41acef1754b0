"""How values of a kind are usually written, and what is said of those that are understood all the same.

A field's kind carries a `Habit` among the notes of its annotation. Reading asks it for every value: what
is written the right way costs one look, what is not gives a `Custom` with the form to type instead.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Custom:
    """Something understood although it is not written as it should be.

    `code` names the message and `values` fill its gaps; `better` is what to type instead, if that is
    known, and `safe` says that it means the same beyond doubt. A `grave` one will show on the page.
    """

    code: str
    better: str | None = None
    values: Mapping[str, str] = field(default_factory=dict)
    safe: bool = True
    grave: bool = False


@dataclass(frozen=True, slots=True)
class Habit:
    """The habits of a kind of value.

    `right` matches what needs no second look; without it, whatever is odd is refused by the kind itself.
    `customs` tells the rest, and may raise a ValueError for what is wrong altogether, told elsewhere. Only
    `prose` keeps Chinese quotes around it; what is `latin` is also read with full-width signs. `blanks`
    says whether 无 or a dash stand for nothing. With `known`, which tells the values of a fixed list, other
    signs are read only where that leads to one of them.
    """

    right: Callable[[str], Any] | None = None
    customs: Callable[[str], Iterator[Custom]] = lambda _: iter(())
    prose: bool = False
    latin: bool = False
    blanks: bool = True
    known: Callable[[str], Any] | None = None

    def read(self, written: str) -> tuple[str, tuple[Custom, ...]]:
        """The value to be read, and what is to be said of how it is written."""
        text, found = written, []
        if not self.prose:
            bare = narrowed(written) if self.latin else unquoted(written)
            if bare and bare != written.strip() and self._leads_on(written, bare):
                code = "chinese-quotes" if bare == unquoted(written) else "fullwidth-value"
                text, found = bare, [Custom(code, bare, {"written": written.strip()})]
        try:
            customs = tuple(self.customs(text))
        except ValueError:
            return text, ()
        # a form that is told with its mend says it all
        if any(one.better is not None for one in customs):
            found = []
        return text, (*found, *customs)

    def _leads_on(self, written: str, bare: str) -> bool:
        return self.known is None or (not self.known(written) and bool(self.known(bare)))


@dataclass(frozen=True, slots=True)
class Several:
    """The note of a list whose items may stand in one line, with one of these signs between them.

    `alone` says that a single item without a list around it is as right.
    """

    signs: str = "、，,；;"
    alone: bool = False

    def split(self, written: str) -> tuple[str, ...]:
        """The items in a line. What stands in quotes, brackets or book marks is not cut."""
        items, depth, start = [], 0, 0
        for index, sign in enumerate(written):
            depth += (sign in "“‘《（(「『【") - (sign in "”’》）)」』】")
            if depth <= 0 and sign in self.signs:
                items.append(written[start:index])
                start = index + 1
        return tuple(item.strip() for item in (*items, written[start:]) if item.strip())


_WIDE: dict[int, int | str] = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_WIDE[0x3000] = " "
_QUOTED = re.compile(r"(?:“([^“”]*)”|‘([^‘’]*)’|「([^「」]*)」|『([^『』]*)』|”([^“”]*)”|〝(.*)〞)")
_MARKS = '“”‘’「」『』〝〞＂"'
_NOTHING_SAID = re.compile(
    r"[（(]?(?:暂?无|没有|暂缺|不详|未知|空|待[定补]|待(?:补充|完善|确认|更新)|N/?A|n/?a|[Nn]one)[)）]?"
    r"|[-–—－]{1,3}|[/／]{1,2}|\\"
)
_PLACEHOLDER = re.compile(
    r"[【（(\[<《]?(?:[xXＸｘ×]{2,}|[?？]{2,}|待填写?|请填写.{0,20}|请补充.{0,20}|此处填写?.{0,20}|在此填写.{0,20}|示例|样例"
    r"|TODO|todo|TBD|tbd|[_＿]{2,}|[*＊]{3,}|[…⋯]+|[.．。]{2,}"
    # what a spreadsheet leaves where it could not reckon, or where a column was too narrow
    r"|#(?:N/A|REF!|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!)|#{3,})[】）)\]>》]?"
)
_GAP = re.compile(r"(?<![A-Za-z0-9])[xXＸ×]{2,}(?=[一-鿿])|(?<=[一-鿿])[xXＸ×]{2,}(?![A-Za-z0-9])")
# AT&T; is no entity: only those are looked for that web pages and editors leave in copied text
_ENTITY = (
    r"nbsp|amp|lt|gt|quot|apos|[lr][ds]quo|[mn]dash|hellip|middot|e[mn]sp|thinsp|zwn?j|copy|reg|trade|times|bull"
    r"|deg|yen|#[0-9]{1,6}|#[xX][0-9A-Fa-f]{1,5}"
)
_TAG = re.compile(rf"</?[A-Za-z][^<>]*>?|<!--|&(?:{_ENTITY});")


def narrowed(written: str) -> str:
    """A value without Chinese quotes around it and with half-width letters, digits and signs."""
    return unquoted(written.strip().translate(_WIDE))


def unquoted(written: str) -> str:
    """A value without Chinese quotes around it."""
    text = written.strip()
    if found := _QUOTED.fullmatch(text):
        return next(group for group in found.groups() if group is not None).strip()
    # one that has lost its fellow
    bare = text.strip(_MARKS).strip()
    return bare if not set(bare) & set(_MARKS) else text


SUSPECT = frozenset("无暂没待不未空（(-–—－/／\\Nn【[<《xXＸ×?？请此在示样Tt_＿*＊…⋯.．。#")
"""With what a word for nothing, or what a template left, can begin: most texts are passed at one look."""


def says_nothing(written: str) -> bool:
    """Whether a word stands for an empty place: 无, 暂无, 待定, a dash."""
    return len(written) < 12 and _NOTHING_SAID.fullmatch(written.strip()) is not None


def is_placeholder(written: str) -> bool:
    """Whether a text was left from a template: XXXX, 待填, ？？, ……, #N/A."""
    return _PLACEHOLDER.fullmatch(written.strip()) is not None


def _text_customs(written: str) -> Iterator[Custom]:
    text = written.strip()
    if _QUOTED.fullmatch(text):
        yield Custom("quotes-shown", unquoted(text), {"written": text}, safe=False, grave=True)
    elif text.count("“") != text.count("”"):
        yield Custom("quotes-unpaired", None, grave=True)
    if found := _TAG.search(text):
        yield Custom("tag-shown", None, {"written": found[0]}, grave=True)
    if found := _GAP.search(text):
        yield Custom("placeholder-inside", None, {"written": found[0]}, grave=True)


_PLAIN_TEXT = re.compile(
    r"(?![“”‘「『〝][^“”’」』〞]*[”’」』〞]\s*\Z)(?:[^<&xXＸ×]|[xX](?![xXＸ×])|&(?!#?[A-Za-z0-9]{2,8};))*"
)


def _is_plain(written: str) -> bool:
    return written.count("“") == written.count("”") and _PLAIN_TEXT.fullmatch(written) is not None


TEXT = Habit(_is_plain, _text_customs, prose=True)
"""One line of text, shown as it is."""
