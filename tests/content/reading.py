"""The content of `bases/`, raw and as the model holds it, and the things in it that speak."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from showcase.model import Assessment, Base, Glossary, Site, SourceList, Standard

from .dossier import HOME, read

BASES = Path(__file__).parents[2] / "bases"


@dataclass(slots=True)
class Raw:
    """What stands in the files, to be read or (in a falsification) changed."""

    bases: dict[str, Any]
    standards: dict[str, Any]
    sources: Any
    terms: Any
    site: Any
    trace: Any


@dataclass(frozen=True, slots=True)
class Content:
    """The same, as the model holds it."""

    bases: dict[str, Base]
    standards: dict[str, Standard]
    sources: SourceList
    terms: Glossary
    site: Site
    trace: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Item:
    """A thing that says something: `path` is its address within its base, as in the trace."""

    base: str
    path: str
    said: Any
    text: str

    @property
    def kind(self) -> str:
        """statements, stats, …; of an assessment: tied_by, remark or answer."""
        first, *rest = self.path.split("/")
        if first != "standards":
            return first
        return {"tied_by": "tied_by", "note": "remark"}.get(rest[-1], "answer")

    @property
    def where(self) -> str:
        return f"{self.base} {self.path}"


def load(home: Path = BASES, dossier: Path = HOME) -> Raw:
    return Raw(
        bases={path.stem: read(path) for path in sorted(home.glob("[!_]*.yml"))},
        standards={path.stem: read(path) for path in sorted((home / "_standards").glob("*.yml"))},
        sources=read(home / "_sources.yml"),
        terms=read(home / "_terms.yml"),
        site=read(home / "_site.yml"),
        trace=read(dossier / "trace.yml"),
    )


def model(raw: Raw) -> tuple[Content | None, list[str]]:
    """The content as the model holds it, or why the model refuses it."""
    try:
        content = Content(
            bases={name: Base.model_validate(one) for name, one in raw.bases.items()},
            standards={name: Standard.model_validate(one) for name, one in raw.standards.items()},
            sources=SourceList.model_validate(raw.sources),
            terms=Glossary.model_validate(raw.terms),
            site=Site.model_validate(raw.site),
            trace=raw.trace,
        )
    except ValidationError as fault:
        return None, [f"the model refuses {one['loc']}: {one['type']}" for one in fault.errors()]
    return content, []


def items(name: str, base: Base) -> Iterator[Item]:
    """Everything in a base that says something."""
    for path, text in (("summary", base.summary), ("slogan", base.slogan)):
        if text is not None:
            yield Item(name, path, None, text)
    if base.founded is not None:
        yield Item(name, "founded", base.founded, base.founded.because or "")
    for kind in ("statements", "stats", "honours", "activities", "notes"):
        for number, said in enumerate(getattr(base, kind), start=1):
            yield Item(name, f"{kind}/{number}", said, _text(said))
    for standard, assessment in base.standards.items():
        yield from _assessed(name, standard, assessment)


def _assessed(name: str, standard: str, assessment: Assessment) -> Iterator[Item]:
    path = f"standards/{standard}"
    yield Item(name, f"{path}/tied_by", assessment.tied_by, _text(assessment.tied_by))
    if assessment.note is not None:
        yield Item(name, f"{path}/note", None, assessment.note)
    for answer in assessment.answers:
        written = (one.text or "" for one in answer.evidence)
        text = " ".join((answer.note or "", *written)).strip()
        yield Item(name, f"{path}/{answer.criterion}", answer, text)


_SPOKEN = ("text", "label", "title", "summary", "place", "at", "because")


def _text(said: Any) -> str:
    return " ".join(value for field in _SPOKEN if (value := getattr(said, field, None)))
