"""Each form read back, by a reader that knows nothing of the writer: what a person or a program gets out of it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from typing import Any, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

_HEAD = re.compile(
    r"(?:错误|提醒|说明|error|warning|note) (?P<file>.+?):(?P<line>\d+):\d+(?: [^：]*?)?"
    r"(?:：|: )(?P<what>.*) \[(?P<code>[a-z0-9-]+)\]"
)
_COMMAND = re.compile(
    r"::(?:error|warning|notice) file=(?P<file>[^,:\n]*),line=(?P<line>\d+),col=\d+,endColumn=\d+,"
    r"title=(?P<title>[^,:\n]*)::(?P<message>.*)"
)


class Fact(NamedTuple):
    """What every form must say of a diagnostic."""

    code: str
    file: str
    line: int
    what: str
    remedy: tuple[str, ...]


def of_text(text: str) -> list[Fact]:
    """The entries of the terminal's form."""
    found = []
    for block in text.split("\n\n"):
        lines = block.split("\n")
        head = _HEAD.fullmatch(lines[0])
        if head is None:
            continue
        labels = r"  (?:改成：|接着：|改法：|better: |then:   |mend:   )(.*)"
        remedy = tuple(one[1] for one in map(re.compile(labels).fullmatch, lines) if one)
        found.append(Fact(head["code"], head["file"], int(head["line"]), head["what"], remedy))
    return found


def of_json(text: str) -> list[Fact]:
    """The diagnostics of the JSON form."""
    return [
        Fact(one["code"], one["file"], one["line"], one["what"],
             tuple(one["better"]) or (one["mend"],))
        for one in json.loads(text)["diagnostics"]
    ]  # fmt: skip


def of_github(text: str) -> list[Fact]:
    """The annotations that a runner would make."""
    found = []
    for line in text.splitlines():
        read = _COMMAND.fullmatch(line)
        assert read is not None, line
        what, remedy = _unescaped(read["message"]).split("\n", 1)
        code = re.findall(r"\[([a-z0-9-]+)\]", _unescaped(read["title"]))[-1]
        lines = tuple(re.sub(r"^(?:改成：|better: )", "", remedy).split("\n"))
        found.append(Fact(code, _unescaped(read["file"]), int(read["line"]), what, lines))
    return found


def of_gitlab(text: str) -> list[Fact]:
    """The findings of the code quality artefact."""
    found = []
    for one in json.loads(text):
        what, *remedy = one["description"].split("\n")
        place = one["location"]
        found.append(
            Fact(one["check_name"], place["path"], place["lines"]["begin"], what, tuple(remedy))
        )
    return found


def of_html(text: str) -> list[Fact]:
    """The entries that a browser shows."""
    return Page(text).facts


class Page(HTMLParser):
    """The report as a browser takes it in; whatever it would run or fetch is noted."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.texts: list[tuple[str, str]] = []
        self.items: list[list[tuple[str, str]]] = []
        self.files: list[str] = []
        self.facts: list[Fact] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs)
        if tag == "meta":
            return
        kind = dict(attrs).get("class") or ""
        self.open.append(f"{tag}.{kind}" if kind else tag)
        if tag == "li":
            self.items.append([])
        if tag in ("p", "pre", "code", "span", "b") and self.items and "li" in self._path:
            self.items[-1].append((self.open[-1], ""))
        if tag == "h2":
            self.files.append("")

    @property
    def _path(self) -> list[str]:
        return [one.partition(".")[0] for one in self.open]

    def handle_data(self, data: str) -> None:
        if "h2" in self._path:
            self.files[-1] += data
        elif "li" in self._path and data.strip("\n"):
            inner = next(one for one in reversed(self.open) if not one.startswith("mark"))
            at = max(place for place, (name, _) in enumerate(self.items[-1]) if name == inner)
            self.items[-1][at] = (inner, self.items[-1][at][1] + data)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().partition(".")[0] == tag
        if tag == "li":
            self.facts.append(self._fact(self.items[-1]))

    def _fact(self, parts: list[tuple[str, str]]) -> Fact:
        code = next(text for name, text in parts if name == "code").strip("[]")
        what = next(text for name, text in parts if name == "p.what").removesuffix(" ")
        line = int(re.findall(r"\d+", next(text for name, text in parts if name == "span"))[0])
        better = [text for name, text in parts if name == "pre.better"]
        last = parts[-1][1]
        remedy = better[0].split("\n") if better else [re.sub("^(?:改法：|Mend: )", "", last)]
        return Fact(code, self.files[-1], line, what, tuple(remedy))


class Comment:
    """The comment as a forge lays it out; whatever is neither words nor code is noted in `others`."""

    def __init__(self, text: str) -> None:
        tokens = MarkdownIt("commonmark").parse(text)
        assert tokens[0].type == "html_block"
        assert tokens[0].content == "<!-- showcase-check -->\n"
        self.others = {one.type for one in self._flat(tokens[1:])} - _PLAIN
        self.title = tokens[2].content
        self.links = [
            str(one.attrs["href"]) for one in self._flat(tokens) if one.type == "link_open"
        ]
        self.loose = "".join(one.content for one in self._flat(tokens[1:]) if one.type == "text")
        self.facts: list[Fact] = []
        self._place = ("", 0)
        self._open = False
        for one in tokens[4:]:
            if one.type == "inline":
                self._read(one)
            elif one.type == "fence":
                better = [
                    line for line in one.content.split("\n") if re.match("改成：|better: ", line)
                ]
                self._add(tuple(re.sub("^(?:改成：|better: )", "", line) for line in better))

    def _flat(self, tokens: list[Token]) -> Iterator[Token]:
        for one in tokens:
            yield one
            yield from self._flat(one.children or [])

    def _read(self, inline: Token) -> None:
        parts = [one for one in inline.children or [] if one.content]
        words = "".join(one.content for one in parts)
        if (inline.children or [])[1:2] and (inline.children or [])[1].type == "strong_open":
            file = next(one for one in parts if one.type == "code_inline")
            line = re.match(r" (?:第(\d+)行|line (\d+))", parts[parts.index(file) + 1].content)
            assert line is not None
            self._place = (file.content, int(line[1] or line[2]))
        elif (said := re.match("(?:改法：|mend: )", words)) and self._open:
            self._add((words[said.end() :],))
        elif parts[-1].type == "code_inline" and re.fullmatch(r"\[[a-z0-9-]+\]", parts[-1].content):
            code = parts[-1].content.strip("[]")
            what = words.removesuffix(f" [{code}]")
            self.facts.append(Fact(code, *self._place, what, ()))
            self._open = True

    def _add(self, remedy: tuple[str, ...]) -> None:
        if remedy and self._open:
            self.facts[-1] = self.facts[-1]._replace(remedy=remedy)
            self._open = False


_PLAIN = frozenset((
    "heading_open", "heading_close", "paragraph_open", "paragraph_close", "inline", "text", "code_inline",
    "strong_open", "strong_close", "fence", "link_open", "link_close",
))  # fmt: skip


def of_comment(text: str) -> list[Fact]:
    """The entries that a forge shows in a merge request."""
    return Comment(text).facts


def _unescaped(text: str) -> str:
    for escape, character in (
        ("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%"),
    ):  # fmt: skip
        text = text.replace(escape, character)
    return text


READERS: dict[str, Callable[[str], Any]] = {
    "text": of_text,
    "json": of_json,
    "github": of_github,
    "gitlab": of_gitlab,
    "html": of_html,
    "comment": of_comment,
}
