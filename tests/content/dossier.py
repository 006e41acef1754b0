"""The dossier of facts: every line of it, with an address and what it allows to be said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

HOME = Path(__file__).parents[1] / "dossier"
FACT_FILES = ("chengyang", "hangzhou", "shangcheng", "shanghai-and-others")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: what it states, and under which conditions."""

    address: str
    source: str
    text: str
    when: str = ""
    written_when: str = ""
    since: str = ""
    as_of: str = ""
    sure: str = ""
    because: str = ""
    number: str = ""
    unit: str = ""
    hedge: str = ""
    display: str = ""

    @property
    def outright(self) -> str:
        """All that the line says without inference."""
        said = (self.text, self.written_when, self.since, self.as_of)
        return " ".join((*said, f"{self.number}{self.unit}", self.display))

    @property
    def everything(self) -> str:
        """All that may be printed on its authority, the inferred date and its reason included."""
        return " ".join((self.outright, self.when, self.because))


@dataclass(frozen=True, slots=True)
class Record:
    """A base, brand, organisation or region of the dossier."""

    address: str
    source: str
    head: Mapping[str, Any]
    lines: tuple[Line, ...]

    @property
    def name(self) -> str:
        return str(self.head["name"])

    @property
    def place(self) -> Mapping[str, str]:
        place: Mapping[str, str] = self.head["place"]
        return place


@dataclass(frozen=True, slots=True)
class Dossier:
    """All of it."""

    records: Mapping[str, Record]
    standards: tuple[Mapping[str, Any], ...]
    terms: tuple[Mapping[str, Any], ...]
    sources: Mapping[str, Mapping[str, str]]

    @property
    def lines(self) -> dict[str, Line]:
        """Every line by address, the documents among them."""
        found = {line.address: line for record in self.records.values() for line in record.lines}
        for name, source in self.sources.items():
            address = f"sources/{name}"
            found[address] = Line(address, name, " ".join(source.values()))
        return found


def read(path: Path) -> Any:
    """A YAML file with every scalar as the string that stands there."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)


def load(home: Path = HOME) -> Dossier:
    records = {
        record.address: record
        for file in FACT_FILES
        for record in _records(file, read(home / f"{file}.yml"))
    }
    return Dossier(
        records=records,
        standards=tuple(read(home / "standards.yml")),
        terms=tuple(read(home / "terms.yml")),
        sources=read(home / "sources.yml"),
    )


def _records(file: str, document: Mapping[str, Any]) -> Iterator[Record]:
    note = because = ""
    event: dict[str, str] = {}
    for head in (*document.get("regions", ()), *document["bases"]):
        address = f"{file}/{head['name']}"
        lines = []
        for part in ("facts", "more"):
            for number, fact in enumerate(head.get(part, ()), start=1):
                because = _reason(fact.get("because", ""), because, event)
                if because and fact.get("when"):
                    event[head["name"]] = because
                where = f"{address}/{part}/{number}"
                lines.append(_line(where, document["src"], fact, because))
        if "note" in head:
            note = note if head["note"] == "同上" else head["note"]
            lines.append(Line(f"{address}/note", document["src"], note))
        yield Record(address, document["src"], head, tuple(lines))


def _reason(written: str, before: str, events: Mapping[str, str]) -> str:
    """A reason, with “同上” and “见 …” followed to what they stand for."""
    if written == "同上":
        return before
    if written.startswith("见 "):
        return events[written.removeprefix("见 ")]
    return written


def _line(address: str, source: str, fact: Mapping[str, Any], because: str) -> Line:
    figure = fact.get("figure", {})
    return Line(
        address=address,
        source=source,
        text=fact["fact"],
        when=fact.get("inferred_when", fact.get("when", "")),
        written_when=fact.get("when", ""),
        since=fact.get("since", ""),
        as_of=fact.get("as_of", ""),
        sure=fact.get("sure", ""),
        because=because,
        number=figure.get("n", ""),
        unit=figure.get("unit", ""),
        hedge=figure.get("qual", ""),
        display=figure.get("display", ""),
    )
