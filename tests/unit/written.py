"""Texts of files, for tests: the baseline's, and small ones put together."""

from __future__ import annotations

from typing import TypeVar

from showcase.catalogue import Catalogue
from showcase.model import Base, Glossary, Part, Site, SourceList, Standard
from showcase.reading.binding import Record, bind
from tests.cases.story import BASELINE

HEAD = "schema: 1\nname: 荷塘议事亭\nkind: 协商平台\ncity: 云州市\n"
YUNQIAO = (BASELINE / "yunqiao.yml").read_text("utf-8")

Model = TypeVar("Model", bound=Part)


def read(text: str, model: type[Model], identity: str = "hetang") -> Record[Model]:
    """A file that must be fine."""
    record, told = bind(text, f"bases/{identity}.yml", identity, model)
    assert told == ()
    assert record is not None
    return record


def a_base(tail: str = "", identity: str = "hetang") -> Record[Base]:
    """A base with what the test needs."""
    return read(HEAD + tail, Base, identity)


def a_standard(tail: str = "criteria: [有场地, 有章程, 有队伍]\n") -> Record[Standard]:
    """A checklist with what the test needs."""
    return read(f"schema: 1\nname: 云州三有\nuse: 对照\nsource: yunzhou-report\n{tail}", Standard)


def a_catalogue(**tails: str) -> Catalogue:
    """A catalogue of bases, each named by its id with ``_`` for ``-``."""
    names = {key.replace("_", "-"): tail for key, tail in tails.items()}
    return Catalogue(
        read("schema: 1\nname: 云州\n", Site),
        read("schema: 1\nsources:\n  yunzhou-report: {short: 报告, kind: 其他}\n", SourceList),
        read("schema: 1\n", Glossary),
        {identity: a_base(tail, identity) for identity, tail in sorted(names.items())},
        {},
    )
