"""A corpus and its queries, read from JSON as people who measure search keep them.

A corpus is a list of pages: ``id``, ``kind`` (base, activity, standard, source, page), ``title``, and where they have
them ``name``, ``alias`` [], ``city``, ``district``, ``level``, ``type``, ``tags`` [], ``year``, ``summary`` and
``sections`` [{h, t}]. Queries are ``{"queries": [{q, cat, rel}]}``, `rel` being the ids that should be found, or a
mapping from the number of pages to such a list.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..search.document import Document, DocumentKind

_KINDS = {
    "base": DocumentKind.base,
    "activity": DocumentKind.activity,
    "standard": DocumentKind.standard,
    "source": DocumentKind.source,
    "page": DocumentKind.page,
}


class CorpusError(Exception):
    """A file that is not what it should be; the message says where and how, for people."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is typed, its category, and the ids that are relevant; none for nonsense."""

    text: str
    category: str
    relevant: frozenset[str]


def documents(corpus: object) -> tuple[Document, ...]:
    """The pages of a corpus as documents whose paths are their ids. Raises CorpusError."""
    if not isinstance(corpus, list) or not corpus:
        raise CorpusError("语料应当是一个列表，里面至少有一页")
    return tuple(_document(row, number) for number, row in enumerate(corpus, 1))


def _document(row: object, number: int) -> Document:
    if not isinstance(row, Mapping) or not all(row.get(key) for key in ("id", "kind", "title")):
        raise CorpusError(f"语料的第{number}页缺了 id、kind 或 title")
    if row["kind"] not in _KINDS:
        raise CorpusError(f"语料的第{number}页的 kind 是“{row['kind']}”，只认 {'、'.join(_KINDS)}")
    name, title = str(row.get("name") or row["title"]), str(row["title"])
    words = (row.get("level"), row.get("type"), *_list(row, "tags"))
    sections = (f"{one.get('h', '')}\n{one.get('t', '')}" for one in _list(row, "sections"))
    return Document(
        kind=_KINDS[row["kind"]],
        title=name,
        path=str(row["id"]),
        names=(title, *map(str, _list(row, "alias"))),
        places=tuple(str(row[key]) for key in ("city", "district") if row.get(key)),
        words=tuple(str(word) for word in words if word),
        city=str(row.get("city") or ""),
        level=str(row.get("level") or ""),
        year=int(row.get("year") or 0),
        lead=str(row.get("summary") or ""),
        body="\n".join(sections),
    )


def _list(row: Mapping[str, Any], key: str) -> Sequence[Any]:
    value = row.get(key) or []
    return value if isinstance(value, list) else [value]


def queries(told: object, pages: int) -> tuple[Query, ...]:
    """The queries to a corpus of `pages` pages. Raises CorpusError."""
    rows = told.get("queries") if isinstance(told, Mapping) else told
    if not isinstance(rows, list) or not rows:
        raise CorpusError("查询应当写成 {“queries”: [...]}，里面至少有一条")
    found = []
    for number, row in enumerate(rows, 1):
        if not isinstance(row, Mapping) or not isinstance(row.get("q"), str):
            raise CorpusError(f"第{number}条查询缺了 q")
        relevant = row.get("rel") or []
        if isinstance(relevant, Mapping):
            relevant = relevant.get(str(pages), [])
        category = str(row.get("cat") or "all")
        found.append(Query(row["q"], category, frozenset(map(str, relevant))))
    return tuple(found)
