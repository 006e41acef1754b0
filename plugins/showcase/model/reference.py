"""What bases refer to: the documents that facts cite and the terms of the glossary."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .choices import SourceKind
from .fields import Date, Id, Line, Names, Part, Url, Whole, choice


class Source(Part):
    """A document that facts cite."""

    title: Line | None = Field(
        None, title="题名", description="与原文完全一样", examples=["某某报道"]
    )
    title_en: Line | None = Field(
        None, title="英文题名", description="原文只有英文题名时写", examples=["A report"]
    )
    subtitle: Line | None = Field(None, title="副题", description="有才写", examples=["副题"])
    short: Line = Field(title="简称", description="页面上引用时的短名", examples=["某某报道"])
    author: Line | None = Field(None, title="作者", description="原文有才写", examples=["某某"])
    affiliation: Line | None = Field(
        None, title="作者单位", description="原文有才写", examples=["某校"]
    )
    publisher: Line | None = Field(
        None, title="出版者", description="原文有才写", examples=["某社"]
    )
    kind: Annotated[SourceKind, *choice(SourceKind)] = Field(title="类别", description="从列表里选一个", examples=["图书"])  # fmt: skip
    published: Date | None = Field(
        None, title="发表日期", description="知道到哪一步就写到哪一步", examples=["2018-07"]
    )
    doi: Line | None = Field(None, title="DOI", description="有才写", examples=["10.1000/1"])
    isbn: Line | None = Field(
        None, title="ISBN", description="有才写", examples=["978-0-00-000000-0"]
    )
    url: Url | None = Field(
        None, title="网址", description="有才写", examples=["https://example.org/"]
    )
    note: Line | None = Field(None, title="说明", description="编者说明", examples=["文中未载日期"])


class SourceList(Part):
    """The file `_sources.yml`."""

    format: Whole = Field(alias="schema", title="格式版本", description="固定写 1", examples=["1"])
    sources: dict[Id, Source] = Field(title="资料", description="编号和资料", examples=[{}])


class Term(Part):
    """A term of the glossary."""

    id: Id = Field(title="编号", description="术语表里的地址", examples=["new-strata"])
    term: Line = Field(title="术语", description="与资料里完全一样", examples=["新的社会阶层"])
    aliases: Names = Field(
        (), title="别名", description="也算这个术语的写法", examples=[["新阶层"]]
    )
    text: Line | None = Field(
        None, title="释义", description="有来源的释义", examples=["指某某人群"]
    )
    items: tuple[Line, ...] = Field(
        (), title="包括", description="所包括的几项", examples=[["某某从业者"]]
    )
    date: Date | None = Field(None, title="日期", description="释义的日期", examples=["2017"])
    note: Line | None = Field(
        None, title="说明", description="编者说明", examples=["文中另有一处写法不同"]
    )
    source: Id = Field(
        title="来源", description="_sources.yml 里那份资料的编号", examples=["some-report"]
    )
    note_source: Id | None = Field(
        None, title="说明的来源", description="说明另有来源时写", examples=["some-report"]
    )


class Glossary(Part):
    """The file `_terms.yml`."""

    format: Whole = Field(alias="schema", title="格式版本", description="固定写 1", examples=["1"])
    terms: tuple[Term, ...] = Field((), title="术语", description="一条一条写", examples=[[]])
