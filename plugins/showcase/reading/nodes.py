"""From text to YAML nodes: every scalar stays the string that was typed, with its line and column.

Types come from the model alone: YAML's own typing turns 0571 into 377 and 2023.10 into 2023.1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import yaml

from ..diagnostics import Diagnostic, Level, Place
from .joining import joined

MOST_NODES = 20_000
DEEPEST = 30
_BASE_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class _Loader(_BASE_LOADER):  # type: ignore[misc]
    """The base loader, with its search for types cut short: types are the work of the model."""

    def resolve(self, kind: type[yaml.Node], value: object, implicit: object) -> str:
        return "tag:yaml.org,2002:str"

    def descend_resolver(self, parent: object, index: object) -> None:
        """Types by path are not asked for either."""

    def ascend_resolver(self) -> None:
        """Nor is there a way back from them."""


MAY_CUT = re.compile(r"[ \t]#\S")
"""What a file holds in which a value may have been cut short by a comment nobody meant."""
_CUT = re.compile(r"[ \t]+#(?=\S)")
_COLOUR = re.compile(r"[ \t]+#[0-9A-Fa-f]{6}\b")
# where an anchor, an alias or a tag could stand; ** is Markdown's, in a story
_MAY_FORBID = re.compile(r"(?:^[ \t]*|[\[{,][ \t]*|[:?-][ \t]+)(?:&|!|\*(?!\*))", re.MULTILINE)
# far enough in that blocks may nest deeper than the parser's own recursion should follow
_FAR_IN = re.compile(r"^[ \t?:-]{100}", re.MULTILINE)
# control characters, from bytes or from an escape such as "\x1b"
_INVISIBLE = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)
_NOTHING = frozenset(("", "~"))
NULLS = frozenset(("null", "Null", "NULL"))
"""YAML's words for nothing: in a value that must be there, a name like any other."""
_CORE_TAGS = {f"tag:yaml.org,2002:{name}" for name in (
    "str", "seq", "map", "int", "float", "bool", "null", "timestamp", "merge", "value",
)}  # fmt: skip


class Scalar(NamedTuple):
    """A value as typed; `None` for one left empty. It ends before `end_column` of `end_line`; its `style`
    is the quote or sign that it begins with, empty for plain ones."""

    text: str | None
    line: int
    column: int
    end_line: int = 0
    end_column: int = 0
    style: str = ""


class Sequence(NamedTuple):
    """A list, in brackets if `flow`."""

    items: tuple[Node, ...]
    line: int
    column: int
    flow: bool = False


class Mapping(NamedTuple):
    """Keys and values, in the order written; keys may repeat. In braces if `flow`."""

    entries: tuple[tuple[Scalar, Node], ...]
    line: int
    column: int
    flow: bool = False


Node = Scalar | Sequence | Mapping


@dataclass(frozen=True, slots=True)
class Composed:
    """The nodes of a text, or what keeps it from having any. An empty text has neither.

    Nodes can come with diagnostics: of values that a comment cuts short.
    """

    root: Node | None
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Parsed:
    """A text as the YAML library sees it, or what keeps it from being seen so."""

    root: yaml.Node | None
    diagnostics: tuple[Diagnostic, ...] = ()


def parse(text: str, file: str) -> Parsed:
    """Read one YAML document. Anchors, aliases, tags and further documents are errors."""

    def fault(code: str, line: int, column: int) -> Parsed:
        return Parsed(None, (_fault(code, text, file, line, column),))

    if (deep := _first_too_deep(text)) is not None:
        return fault("too-deep", deep, 1)
    if invisible := _INVISIBLE.search(text):
        before = text[: invisible.start()].split("\n")
        return fault("invisible-character", len(before), len(before[-1]) + 1)
    try:
        if _may_forbid(text) and (found := _forbidden(text)):
            code, mark = found
            return fault(code, mark.line + 1, mark.column + 1)
        return Parsed(yaml.compose(text, Loader=_Loader))
    except yaml.MarkedYAMLError as error:
        lines = text.split("\n")
        spot = error.problem_mark or error.context_mark
        line, column = (spot.line + 1, spot.column + 1) if spot else (1, 1)
        line, column = _written(lines, line, column)
        code, line, column = _syntax_code(lines, line, column, error)
        return fault(code, *_written(lines, line, column))
    except yaml.YAMLError:
        return fault("yaml-syntax", 1, 1)


def compose(text: str, file: str) -> Composed:
    """The nodes of one YAML document, each with its line and column."""
    parsed = parse(text, file)
    if parsed.root is None:
        return Composed(None, parsed.diagnostics)
    cut = _cut_values(text, file, parsed.root) if MAY_CUT.search(text) else ()
    try:
        lines = text.split("\n")
        return Composed(_node(parsed.root, lines, iter(range(MOST_NODES)), 0), cut)
    except _Excess as excess:
        return Composed(None, (_fault(excess.code, text, file, excess.line, 1),))


def _cut_values(text: str, file: str, root: yaml.Node) -> tuple[Diagnostic, ...]:
    """Plain values that go on after ` #`: to YAML the rest is a comment, to staff it is a topic."""
    lines = text.split("\n")
    found = []
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, yaml.MappingNode):
            waiting += [value for _, value in node.value]
        elif isinstance(node, yaml.SequenceNode):
            waiting += node.value
        elif (
            isinstance(node, yaml.ScalarNode) and not node.style and node.end_mark.line < len(lines)
        ):
            rest = lines[node.end_mark.line][node.end_mark.column :]
            cut = _CUT.match(rest)
            if cut and not (is_nothing(node) and _COLOUR.match(rest)):
                column = node.end_mark.column + cut.end()
                found.append(_fault("hash-cuts-value", text, file, node.end_mark.line + 1, column))
    return tuple(found)


def is_nothing(node: yaml.ScalarNode) -> bool:
    """Whether a value was left empty, or written as YAML's sign for that."""
    # the C parser marks a plain scalar with an empty style, the Python one with None
    return node.value in _NOTHING and not node.style


def has_invisible(node: yaml.ScalarNode) -> bool:
    """Whether an escape such as ``"\\x1b"`` brought a control character into a value."""
    return node.style == '"' and _INVISIBLE.search(node.value) is not None


def _fault(code: str, text: str, file: str, line: int, column: int) -> Diagnostic:
    lines = text.split("\n")
    shown = lines[line - 1] if 0 < line <= len(lines) else ""
    place = Place(file, max(line, 1), max(column, 1))
    return Diagnostic(code, Level.ERROR, place, text=shown)


class _Excess(Exception):
    def __init__(self, code: str, line: int) -> None:
        super().__init__(code)
        self.code = code
        self.line = line


def _node(node: yaml.Node, lines: list[str], counter: Iterator[int], depth: int) -> Node:
    mark = node.start_mark
    line, column = mark.line + 1, mark.column + 1
    if next(counter, None) is None:
        raise _Excess("too-many-nodes", line)
    if depth > DEEPEST:
        raise _Excess("too-deep", line)
    if isinstance(node, yaml.ScalarNode):
        if has_invisible(node):
            raise _Excess("invisible-character", line)
        value = None if is_nothing(node) else joined(node, lines)
        return _scalar(node, value)
    if isinstance(node, yaml.SequenceNode):
        items = tuple(_node(item, lines, counter, depth + 1) for item in node.value)
        return Sequence(items, line, column, bool(node.flow_style))
    entries = []
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise _Excess("key-not-text", key.start_mark.line + 1)
        entries.append((_scalar(key, key.value), _node(value, lines, counter, depth + 1)))
    flow = bool(getattr(node, "flow_style", False))
    return Mapping(tuple(entries), line, column, flow)


def _scalar(node: yaml.ScalarNode, value: str | None) -> Scalar:
    start, end = node.start_mark, node.end_mark
    ends = (end.line + 1, end.column + 1)
    return Scalar(value, start.line + 1, start.column + 1, *ends, node.style or "")


def _may_forbid(text: str) -> bool:
    # most files hold none of the three signs, which is found out sooner than where they stand
    signs = "&" in text or "*" in text or "!" in text
    return signs and _MAY_FORBID.search(text) is not None


def _forbidden(text: str) -> tuple[str, Any] | None:
    """The first anchor, alias or foreign tag: none has a use in these files, each can hide a mistake."""
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.AliasEvent):
            return "alias", event.start_mark
        if getattr(event, "anchor", None):
            return "anchor", event.start_mark
        tag = getattr(event, "tag", None)
        if tag and tag not in _CORE_TAGS:
            return "tag", event.start_mark
    return None


def _first_too_deep(text: str) -> int | None:
    """The line where nesting goes beyond all sense: found before the parser recurses into it."""
    depth = 0
    for found in re.finditer(r"[\[{\]}]", text):
        depth = max(depth + (1 if found.group() in "[{" else -1), 0)
        if depth > DEEPEST:
            return text.count("\n", 0, found.start()) + 1
    return _block_too_deep(text) if _FAR_IN.search(text) else None


def _block_too_deep(text: str) -> int | None:
    depth = 0
    try:
        for event in yaml.parse(text, Loader=_Loader):
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > DEEPEST:
                    return event.start_mark.line + 1 if event.start_mark else 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
    except yaml.YAMLError:
        # composing will meet it again, and say what it is
        return None
    return None


def _written(lines: list[str], line: int, column: int) -> tuple[int, int]:
    """A spot where something is written: the end of a file is where a slip is noticed, not made."""
    while line > 1 and (line > len(lines) or not lines[line - 1].strip()):
        line, column = line - 1, 1
    return line, min(column, len(lines[line - 1]) + 1)


def _syntax_code(
    lines: list[str], line: int, column: int, error: yaml.MarkedYAMLError
) -> tuple[str, int, int]:
    """Which message fits a syntax error: the cause is often on the line before the parser's."""
    problem = error.problem or ""
    if "document start" in problem or "single document" in (error.context or ""):
        return "second-document", line, column
    if "found unexpected end of stream" in problem and error.context_mark:
        return "unclosed-quote", error.context_mark.line + 1, error.context_mark.column + 1
    if error.context_mark and "flow" in (error.context or ""):
        return "unclosed-bracket", error.context_mark.line + 1, error.context_mark.column + 1
    return "yaml-syntax", line, column
