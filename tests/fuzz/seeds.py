"""The files that mutants are made of, each with the model that it is read as."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from showcase.model import Base, Glossary, Part, Site, SourceList, Standard
from tests.corpus.fragments import plain_text
from tests.corpus.toy import model_for
from tests.corpus.translation import rewrite

ROOT = Path(__file__).resolve().parents[2]
MODELS: tuple[type[Part], ...] = (Base, Standard, SourceList, Glossary, Site)
LARGEST = 6_000
"""Bytes that a mutant starts from at most: what breaks a long file breaks a piece of it, sooner."""
_SPECIAL: dict[str, type[Part]] = {"_site": Site, "_sources": SourceList, "_terms": Glossary}


@cache
def seeds() -> tuple[tuple[bytes, type[Part]], ...]:
    """Real files, those of the test cases, and the corpora; in an order that no machine changes."""
    tests = ROOT / "tests"
    real = [*_files(ROOT / "bases"), *_files(tests / "cases" / "_baseline" / "bases")]
    toys = [rewrite(path.read_bytes())[0] for path in _files(tests / "corpus" / "bases")]
    fragments = [path.read_bytes() for path in _files(tests / "corpus" / "text")]
    return (
        # as often as the slips: what is right is where one accident shows best
        *((path.read_bytes(), model_of(path)) for path in real * 4),
        *((content, Base) for content in toys),
        *((content, model_for(plain_text(content))) for content in fragments),
    )


def _files(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.rglob("*.y*ml")) if path.is_file()]


def model_of(path: Path) -> type[Part]:
    """What a file is read as, by its place."""
    return Standard if path.parent.name == "_standards" else _SPECIAL.get(path.stem, Base)
