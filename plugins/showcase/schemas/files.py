"""The kinds of file that staff edit, each with its schema: the one list that all schemas come from."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from ..model import Base, Glossary, Part, Site, SourceList, Standard, WordList
from .mappings import definitions

VERSION = 1
"""The version of the model that the published addresses name: ``schema/1/base.json``."""
FOLDER = "schemas"
"""Where the project keeps them, so that an editor needs no network."""
_DRAFT = "http://json-schema.org/draft-07/schema#"


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file: the name of its schema, its model, and which files are of it."""

    name: str
    model: type[Part]
    title: str
    patterns: tuple[str, ...]


KINDS: tuple[FileKind, ...] = (
    FileKind("base", Base, "一个基地", ("bases/*.yml", "bases/*.yaml", "!bases/_*")),
    FileKind(
        "standard", Standard, "一套标准", ("bases/_standards/*.yml", "bases/_standards/*.yaml")
    ),
    FileKind("sources", SourceList, "资料来源", ("bases/_sources.yml",)),
    FileKind("terms", Glossary, "术语表", ("bases/_terms.yml",)),
    FileKind("words", WordList, "用词表", ("bases/_words.yml",)),
    FileKind("site", Site, "网站本身", ("bases/_site.yml",)),
)


@cache
def text(kind: FileKind) -> str:
    """The schema of a kind of file, as its file holds it: always the same bytes."""
    root = f"#/definitions/{kind.model.__name__}"
    schema: dict[str, Any] = {
        "$schema": _DRAFT,
        "title": kind.title,
        "allOf": [{"$ref": root}],
        "definitions": definitions(kind.model),
    }
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def files() -> Mapping[str, str]:
    """Every schema by the name of its file, as the project keeps them."""
    return {f"{kind.name}.json": text(kind) for kind in KINDS}


def published() -> Mapping[str, str]:
    """Every schema by its path on the site."""
    return {f"schema/{VERSION}/{name}": content for name, content in files().items()}
