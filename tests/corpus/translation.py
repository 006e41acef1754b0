"""The toy schema of the overlays in our own words, rewritten as text, line by line.

What is broken must stay broken in the same way, so nothing is parsed: keys and a few values are replaced
where they stand, and each line that comes out remembers the line of the index that it came from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from showcase.model import Base, SourceList
from showcase.model.shape import way

HEADER = ("schema: 1", "kind: practice_base")
STANDARD = "six-haves"
SOURCE = "toy-report"
_LINES = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$")
_ENTRY = re.compile(
    r"(?P<indent>[\s　]*)(?P<dash>-\s+)?(?P<key>[A-Za-z_]+)(?P<sep>\s*[:：]\s*)(?P<rest>.*?)(?P<end>\s*)$",
    re.DOTALL,
)
_BRAND = re.compile(r"(?P<mark>[“\"']?)(?P<first>[BbTt])(?:rand|ags)(?![A-Za-z])")
_TOPS = re.compile(r"(?:name|slug|brand|city|level|summary|stats|activities)\b", re.IGNORECASE)
_WORDS = {"type": {"service": "volunteering"}, "status": {"partial": "partly"}}
_TIED = (
    " six-haves:",
    f"  tied_by: {{text: a1, source: {SOURCE}}}",
    "  basis: self_assessed",
    "  answers:",
)
# the toy's list of items stands two in, where a list under `answers` may stand just as well


@dataclass
class Rewritten:
    """A file in our words. `came_from` gives each line's number in the original, from 1."""

    text: str = ""
    came_from: list[int] = field(default_factory=list)
    slug: str | None = None
    sources: list[tuple[str, int]] = field(default_factory=list)

    def add(self, line: str, number: int) -> None:
        """One more line."""
        self.text += line
        self.came_from.append(number)

    def original(self, line: int) -> int:
        """The line of the index that a line came from."""
        if not self.came_from:
            return line
        return self.came_from[min(max(line, 1), len(self.came_from)) - 1]


@dataclass
class _Item:
    """Where the walk stands: the block at the margin, and the last value of a figure."""

    block: str = ""
    value: str = ""
    skipped: set[int] = field(default_factory=set)


def rewrite(content: bytes) -> tuple[bytes, Rewritten]:
    """A file of the toy schema, whatever its encoding."""
    if encoding := _wide(content):
        made = _rewritten(content.decode(encoding))
        return made.text.encode(encoding), made
    made = _rewritten(content.decode("utf-8", "surrogateescape"))
    return made.text.encode("utf-8", "surrogateescape"), made


def _wide(content: bytes) -> str:
    encoding = ""
    if content.startswith(b"\xff\xfe") or content[1:2] == b"\0":
        encoding = "utf-16-le"
    elif content.startswith(b"\xfe\xff") or content[:1] == b"\0":
        encoding = "utf-16-be"
    try:
        content.decode(encoding or "ascii", "strict" if encoding else "replace")
    except UnicodeDecodeError:
        # a zip or a picture: its bytes stay
        return ""
    return encoding


def _rewritten(text: str) -> Rewritten:
    made = Rewritten()
    lines = _LINES.findall(text)
    if not any(_TOPS.match(line.lstrip("\ufeff")) for line in lines):
        made.text, made.came_from = text, list(range(1, len(lines) + 1))
        return made
    header = _header_at(lines)
    state = _Item()
    for number, line in enumerate(lines, start=1):
        if number == header:
            for one in HEADER:
                made.add(one + _end(line), number)
        if number in state.skipped:
            continue
        for one in _line(line, number, lines, state, made):
            made.add(one, number)
    if header > len(lines):
        for one in HEADER:
            made.add(one + "\n", len(lines))
    return made


def _header_at(lines: list[str]) -> int:
    """Where what the toy lacks is put: for the line of the slug, else before the second key."""
    tops = [n for n, line in enumerate(lines, start=1) if re.match(r"[a-z]+\s*[:：]", line)]
    slugs = [number for number in tops if lines[number - 1].startswith("slug")]
    return (slugs or [number for number in tops if number > 1] or [len(lines) + 1])[0]


def _end(line: str) -> str:
    return line[len(line.rstrip("\r\n")) :] or "\n"


def _line(line: str, number: int, lines: list[str], state: _Item, made: Rewritten) -> Iterator[str]:
    found = _ENTRY.match(line)
    top = bool(re.match(r"[^\s\-#　]", line))
    if top:
        state.block = found["key"] if found else ""
    if top and found and found["key"] == "slug":
        made.slug = _slug(found["rest"])
        return
    if state.block == "sources":
        _source(found, line, number, made)
        return
    if brand := _BRAND.match(line):
        key = "aliases" if brand["first"].islower() else "Aliases"
        line = f"{brand['mark']}{key}{line[brand.end() :]}"
    elif found:
        line = _entry(found, line, number, lines, state)
    else:
        line = re.sub(r"^(\s*-\s+[\"']?)photos/", r"\1", line)
    yield line
    if top and found and state.block == "standards" and not found["rest"] and number < len(lines):
        yield from (one + _end(line) for one in _TIED)


def _slug(rest: str) -> str:
    plain = rest.strip()
    if plain[:1] == '"' and plain[-1:] == '"':
        plain = re.sub(r"\\u([0-9A-Fa-f]{4})", lambda one: chr(int(one[1], 16)), plain[1:-1])
    return plain


def _entry(found: re.Match[str], line: str, number: int, lines: list[str], state: _Item) -> str:
    key, rest = found["key"], found["rest"]
    head = f"{found['indent']}{found['dash'] or ''}"
    if key in ("file", "photos"):
        return re.sub(r"([:：\[]\s*[\"']?)photos/", r"\1", line)
    if key == "standards" and rest == "[]":
        return f"{head}{key}{found['sep']}{{}}{found['end']}"
    if key in _WORDS and rest in _WORDS[key]:
        return f"{head}{key}{found['sep']}{_WORDS[key][rest]}{found['end']}"
    if state.block == "stats":
        return _figure(found, head, number, lines, state)
    if state.block == "activities" and key == "date" and number < len(lines):
        after = _ENTRY.match(lines[number])
        if after and after["key"] == "end":
            state.skipped.add(number + 1)
            return f"{head}date: {{from: {rest}, to: {after['rest']}}}{found['end']}"
    return line


def _figure(found: re.Match[str], head: str, number: int, lines: list[str], state: _Item) -> str:
    if found["key"] == "value":
        state.value = found["rest"]
        after = _ENTRY.match(lines[number]) if number < len(lines) else None
        if not after or after["key"] != "unit":
            return found.group()
        state.skipped.add(number + 1)
        return f"{head}value{found['sep']}{_joined(state.value, after['rest'])}{found['end']}"
    if found["key"] == "unit":
        return f"{head}value: {_joined(state.value, found['rest'])}{found['end']}"
    return found.group()


def _joined(value: str, unit: str) -> str:
    if unit[:1] in ('"', "'") and value[:1] not in ('"', "'"):
        return unit[0] + value + unit[1:]
    if value[:1] in ('"', "'") and value[-1:] == value[:1]:
        return value[:-1] + unit.strip("\"'") + value[-1]
    return value + unit


def _source(found: re.Match[str] | None, line: str, number: int, made: Rewritten) -> None:
    """A source of the toy is an entry of `_sources.yml` with us."""
    if found and found["key"] == "sources" and not found["dash"]:
        return
    if found and found["dash"]:
        made.sources.append(("\n", number))
        line = line.replace("-", " ", 1)
    made.sources.append((line, number))


def told_field(path: str) -> tuple[str, ...]:
    """The names by which a message may call a field of the toy: its way in our words first."""
    if not path:
        return ()
    steps: list[str | int] = [
        int(step) if step.isdigit() else step for step in re.findall(r"[^.\[\]]+", path)
    ]
    last = next(step for step in reversed(steps) if isinstance(step, str))
    ours = _ours(steps)
    model = SourceList if steps[0] == "sources" else Base
    return (way(model, ours), str(ours[-1]) if isinstance(ours[-1], str) else last, last)


def ours(path: str) -> tuple[str | int, ...]:
    """The way through a record of ours to a field of the toy."""
    return _ours([int(one) if one.isdigit() else one for one in re.findall(r"[^.\[\]]+", path)])


def _ours(steps: list[str | int]) -> tuple[str | int, ...]:
    renamed = [{"brand": "aliases", "tags": "aliases"}.get(str(one), one) for one in steps]
    if renamed[0] == "stats" and renamed[-1] == "unit":
        renamed[-1] = "value"
    if renamed[0] == "activities" and renamed[-1] == "end":
        renamed[-1] = "date"
    if renamed[0] == "standards":
        renamed[1:1] = [STANDARD, "answers"]
    if renamed[0] == "sources" and len(renamed) > 1:
        renamed[1] = f"{SOURCE}-{renamed[1]}"
    return tuple(renamed)
