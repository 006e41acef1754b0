"""The cells of an .xlsx, read part by part without a tree: a million empty cells cost seconds, not memory.

Written for what it must survive: openpyxl reads what it writes itself, but stops at styles that WPS writes,
does not know the strict form of the format, and builds an object for every empty cell. XML is parsed by
defusedxml, which takes neither entities nor document types. (ECMA-376 part 1, 18.)
"""

from __future__ import annotations

import io
import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.sax import SAXException
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl

from defusedxml import DefusedXmlException, sax
from openpyxl.styles.numbers import BUILTIN_FORMATS

from .cleaning import unescaped
from .faults import unreadable
from .grid import Area, Content, Grid, RawCell

MOST_ELEMENTS = 6_000_000
"""Elements that the parts may have together; a million rows with one empty cell each have two million."""
MOST_FILLED = 500_000
"""Cells that may hold something."""
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
_CHINESE_FORMS = {
    27: 'yyyy"年"m"月"', 28: 'm"月"d"日"', 29: 'm"月"d"日"', 30: "m-d-yy", 31: 'yyyy"年"m"月"d"日"',
    32: 'h"时"mm"分"', 33: 'h"时"mm"分"ss"秒"', 34: 'h"时"mm"分"', 35: 'h"时"mm"分"ss"秒"',
    36: 'yyyy"年"m"月"', 50: 'yyyy"年"m"月"', 51: 'm"月"d"日"', 52: 'yyyy"年"m"月"', 53: 'm"月"d"日"',
    54: 'm"月"d"日"', 55: 'h"时"mm"分"', 56: 'h"时"mm"分"ss"秒"', 57: 'yyyy"年"m"月"', 58: 'm"月"d"日"',
}  # fmt: skip
"""Number formats that Chinese Excel has by number (ECMA-376 part 1, 18.8.30, zh-cn)."""
_PLACE = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
_CONTENTS = {"b": Content.FLAG, "e": Content.ERROR, "n": Content.NUMBER, "": Content.NUMBER}


class _Reader(ContentHandler):
    """What all parts have in common: names without their prefix, and a count of elements."""

    def __init__(self, left: list[int]) -> None:
        super().__init__()
        self.left = left

    def startElement(self, name: str, attrs: AttributesImpl) -> None:
        self.left[0] -= 1
        if self.left[0] < 0:
            raise unreadable("workbook-too-large")
        self.opened(name.rpartition(":")[2], attrs)

    def endElement(self, name: str) -> None:
        self.closed(name.rpartition(":")[2])

    def opened(self, name: str, attrs: AttributesImpl) -> None:
        """An element begins."""

    def closed(self, name: str) -> None:
        """An element ends."""


class _Sheets(_Reader):
    """`workbook.xml`: the sheets in their order, and from when dates are counted."""

    def __init__(self, left: list[int]) -> None:
        super().__init__(left)
        self.sheets: list[tuple[str, str, bool]] = []
        self.from_1904 = False

    def opened(self, name: str, attrs: AttributesImpl) -> None:
        if name == "sheet":
            relation = next((attrs[one] for one in attrs.getNames() if one.endswith(":id")), "")
            hidden = attrs.get("state", "visible") != "visible"
            self.sheets.append((attrs.get("name", ""), relation, hidden))
        elif name == "workbookPr":
            self.from_1904 = attrs.get("date1904", "0") in ("1", "true")


class _Relations(_Reader):
    """A `.rels` part: where each relation leads."""

    def __init__(self, left: list[int]) -> None:
        super().__init__(left)
        self.targets: dict[str, str] = {}

    def opened(self, name: str, attrs: AttributesImpl) -> None:
        if name == "Relationship" and attrs.get("TargetMode") != "External":
            self.targets[attrs.get("Id", "")] = attrs.get("Target", "")


class _Styles(_Reader):
    """`styles.xml`: the number format of each cell style."""

    def __init__(self, left: list[int]) -> None:
        super().__init__(left)
        self.forms: list[str] = []
        self._own: dict[int, str] = {}
        self._numbers: list[int] = []
        self._inside = False

    def opened(self, name: str, attrs: AttributesImpl) -> None:
        if name == "numFmt":
            self._own[_int(attrs.get("numFmtId"))] = attrs.get("formatCode", "General")
        elif name == "cellXfs":
            self._inside = True
        elif name == "xf" and self._inside:
            self._numbers.append(_int(attrs.get("numFmtId")))

    def closed(self, name: str) -> None:
        if name == "cellXfs":
            self._inside = False

    def endDocument(self) -> None:
        known = {**BUILTIN_FORMATS, **_CHINESE_FORMS, **self._own}
        self.forms = [known.get(number, "General") for number in self._numbers]


class _Strings(_Reader):
    """`sharedStrings.xml`: the texts, without the readings that stand above Japanese ones."""

    def __init__(self, left: list[int]) -> None:
        super().__init__(left)
        self.texts: list[str] = []
        self._pieces: list[str] = []
        self._within = self._reading = False

    def opened(self, name: str, attrs: AttributesImpl) -> None:
        if name == "si":
            self._pieces = []
        elif name == "rPh":
            self._reading = True
        self._within = name == "t" and not self._reading

    def characters(self, content: str) -> None:
        if self._within:
            self._pieces.append(content)

    def closed(self, name: str) -> None:
        if name == "t":
            self._within = False
        elif name == "rPh":
            self._reading = False
        elif name == "si":
            self.texts.append(unescaped("".join(self._pieces)))


@dataclass
class _Found:
    cells: dict[tuple[int, int], RawCell] = field(default_factory=dict)
    merged: list[Area] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)


class _Cells(_Reader):
    """A sheet's part."""

    def __init__(
        self, left: list[int], filled: list[int], texts: list[str], forms: list[str]
    ) -> None:
        super().__init__(left)
        self.found = _Found()
        self._filled, self._texts, self._forms = filled, texts, forms
        self._row = self._column = 0
        self._kind = self._form = self._within = ""
        self._formula = self._reading = False
        self._value: list[str] = []

    def opened(self, name: str, attrs: AttributesImpl) -> None:
        self._within = ""
        if name == "c":
            self._begin(attrs)
        elif name == "row":
            self._row = _int(attrs.get("r"), self._row + 1)
            self._column = 0
            if attrs.get("hidden") in ("1", "true"):
                self.found.hidden_rows.add(self._row)
        elif name == "v" or (name == "t" and not self._reading):
            self._within = name
        elif name == "f":
            self._formula = True
        elif name == "rPh":
            self._reading = True
        elif name == "mergeCell":
            self._merge(attrs.get("ref", ""))
        elif name == "col" and attrs.get("hidden") in ("1", "true"):
            last = min(_int(attrs.get("max")), 1000)
            self.found.hidden_columns |= set(range(_int(attrs.get("min")), last + 1))

    def _begin(self, attrs: AttributesImpl) -> None:
        place = _PLACE.fullmatch(attrs.get("r", ""))
        self._column += 1
        if place:
            self._column, self._row = _number(place[1]), int(place[2])
        self._kind = attrs.get("t", "")
        style = _int(attrs.get("s"))
        self._form = self._forms[style] if 0 <= style < len(self._forms) else "General"
        self._formula = False
        self._value = []

    def characters(self, content: str) -> None:
        if self._within:
            self._value.append(content)

    def closed(self, name: str) -> None:
        if name in ("v", "t"):
            self._within = ""
        elif name == "rPh":
            self._reading = False
        elif name == "c":
            self._end()

    def _end(self) -> None:
        raw = "".join(self._value)
        content = _CONTENTS.get(self._kind, Content.TEXT)
        if self._kind == "s":
            index = _int(raw, -1)
            raw = self._texts[index] if 0 <= index < len(self._texts) else ""
        elif content is Content.TEXT:
            raw = unescaped(raw)
        if not (raw.strip() or self._formula):
            return
        self._filled[0] -= 1
        if self._filled[0] < 0:
            raise unreadable("workbook-too-large")
        cell = RawCell(content, raw, self._form, self._formula)
        self.found.cells[self._row, self._column] = cell

    def _merge(self, reference: str) -> None:
        first, _, last = reference.partition(":")
        start, end = _PLACE.fullmatch(first), _PLACE.fullmatch(last or first)
        if start and end:
            self.found.merged.append(
                Area(reference, int(start[2]), _number(start[1]), int(end[2]), _number(end[1]))
            )


def grids(parts: Mapping[str, bytes]) -> tuple[Grid, ...]:
    """The sheets of an .xlsx, unpacked into its parts. Raises UnreadableWorkbookError."""
    try:
        return tuple(_grids(parts))
    except (SAXException, DefusedXmlException, UnicodeError, ValueError) as fault:
        if type(fault).__module__.startswith("showcase"):
            raise
        raise unreadable("workbook-broken") from None


def _grids(parts: Mapping[str, bytes]) -> Iterator[Grid]:
    left, filled = [MOST_ELEMENTS], [MOST_FILLED]
    main = next(
        (one for one in parts if posixpath.basename(one) == "workbook.xml"), "xl/workbook.xml"
    )
    folder = posixpath.dirname(main)
    sheets, relations = _Sheets(left), _Relations(left)
    _read(parts, main, sheets, needed=True)
    _read(parts, f"{folder}/_rels/workbook.xml.rels", relations, needed=True)
    styles, strings = _Styles(left), _Strings(left)
    _read(parts, f"{folder}/styles.xml", styles)
    _read(parts, f"{folder}/sharedStrings.xml", strings)
    for name, relation, hidden in sheets.sheets:
        target = relations.targets.get(relation, "")
        part = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
        if "worksheets/" not in part:
            # a sheet that is nothing but a chart
            continue
        reader = _Cells(left, filled, strings.texts, styles.forms)
        _read(parts, posixpath.normpath(part), reader, needed=True)
        found = reader.found
        yield Grid(
            name, found.cells, tuple(found.merged), frozenset(found.hidden_rows),
            frozenset(found.hidden_columns), hidden, sheets.from_1904,
        )  # fmt: skip


def _read(parts: Mapping[str, bytes], name: str, reader: _Reader, *, needed: bool = False) -> None:
    if name not in parts:
        if needed:
            raise unreadable("workbook-broken")
        return
    sax.parse(io.BytesIO(parts[name]), reader, forbid_dtd=True)


def _number(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _int(text: str | None, otherwise: int = 0) -> int:
    return int(text) if text and text.isascii() and text.isdigit() else otherwise
