"""Each document, and all on the site that rests on it."""

from __future__ import annotations

from .. import addresses
from ..model import Source
from .atlas import Atlas
from .pages import Resting, RestingClaim, SourceRow, SourcesView, SourceView, Visit
from .paging import page_links, parts_of
from .parts import Link

PART = 200
"""Cited things on one page of a source: some 80 KB."""


def source_parts(atlas: Atlas, identity: str) -> int:
    """On how many pages a source stands."""
    return len(parts_of(atlas.resting[identity], PART))


def source(atlas: Atlas, identity: str, number: int) -> SourceView:
    """Page `number`, counted from 1, of one source."""
    content = atlas.catalogue.sources[identity]
    parts = parts_of(atlas.resting[identity], PART)
    groups: dict[Link, list[RestingClaim]] = {}
    for link, claim in parts[number - 1]:
        groups.setdefault(link, []).append(claim())
    return SourceView(
        title_of(content),
        (Link("来源", addresses.SOURCES),),
        _facts(content),
        content.note or "",
        f"{len(atlas.resting[identity])}条",
        tuple(Resting(link, tuple(claims)) for link, claims in groups.items()),
        page_links(addresses.source(identity), len(parts), number),
    )


def title_of(content: Source) -> str:
    """The title of a source, in English where the source prints no Chinese one."""
    return content.title or content.title_en or content.short


def _facts(content: Source) -> tuple[Visit, ...]:
    written = (
        ("副题", content.subtitle, ""),
        ("英文题名", content.title_en if content.title else None, ""),
        ("作者", content.author, ""),
        ("作者单位", content.affiliation, ""),
        ("出版", content.publisher, ""),
        ("发表", content.published.prose if content.published else None, ""),
        ("类别", content.kind.value, ""),
        ("DOI", content.doi, ""),
        ("ISBN", content.isbn, ""),
        ("网址", content.url, content.url or ""),
        ("页面上简称", content.short, ""),
    )
    return tuple(Visit(label, text, path) for label, text, path in written if text)


def sources(atlas: Atlas) -> SourcesView:
    """All sources."""
    rows = tuple(
        SourceRow(
            addresses.source(identity),
            title_of(content),
            "·".join(
                part
                for part in (
                    content.author,
                    content.kind.value,
                    content.published.prose if content.published else "",
                )
                if part
            ),
            f"{len(atlas.resting[identity])}条",
        )
        for identity, content in atlas.catalogue.sources.items()
    )
    return SourcesView(
        "资料来源", f"全站内容出自{len(rows)}份公开资料，每一条都能从这里查到。", rows
    )
