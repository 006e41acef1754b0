"""The trace: which item of `bases/` rests on which lines of the dossier."""

from __future__ import annotations

from dataclasses import dataclass

from .dossier import Dossier, Line, Record
from .reading import Content, Item, items


@dataclass(frozen=True, slots=True)
class Traced:
    """An item with its lines; the first is the one that it states, the others lend context."""

    item: Item
    record: Record
    lines: tuple[Line, ...]

    @property
    def allowed(self) -> str:
        """All that may stand in its words. A summary prints nothing that was only inferred."""
        inference = self.item.kind not in {"summary", "slogan"}
        name, kind = self.record.name, str(self.record.head["kind"])
        said = (line.everything if inference else line.outright for line in self.lines)
        return " ".join((name, f"“{name}”", kind, *self.record.place.values(), *said))


def read(content: Content, dossier: Dossier) -> tuple[list[Traced], list[str]]:
    """Every item with its lines, and what is wrong with the trace."""
    found: list[Traced] = []
    wrong = [f"{name}: traced, but no base" for name in content.trace.keys() - content.bases]
    lines = dossier.lines
    for name, base in content.bases.items():
        entry = content.trace.get(name, {"record": "", "items": {}})
        record = dossier.records.get(entry["record"])
        if record is None:
            wrong.append(f"{name}: no record of the dossier")
            continue
        there = {item.path: item for item in items(name, base)}
        lost = [path for path in entry["items"] if path not in there]
        wrong += [f"{name} {path}: traced, but not there" for path in lost]
        for path, item in there.items():
            addresses = [_full(one, record) for one in entry["items"].get(path, ())]
            wrong += [f"{item.where}: dangling {one}" for one in addresses if one not in lines]
            known = tuple(lines[one] for one in addresses if one in lines)
            if not known and not _may_stand_alone(item):
                wrong.append(f"{item.where}: rests on no line of the dossier")
            found.append(Traced(item, record, known))
    return found, wrong


def _full(address: str, record: Record) -> str:
    alone = address == "note" or address.startswith(("facts/", "more/"))
    return f"{record.address}/{address}" if alone else address


def _may_stand_alone(item: Item) -> bool:
    """An unanswered criterion and a remark on method state no fact."""
    if item.kind == "answer":
        return bool(item.said.status.value == "未对照")
    return item.kind == "remark"
