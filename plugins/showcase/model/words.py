"""Words that the office itself watches over: the file `_words.yml`. The project ships no such words."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from .choices import Severity
from .fields import Flag, Line, Name, Names, Part, Whole, choice


def _word(value: Any) -> Any:
    return {"instead_of": value} if isinstance(value, str) else value


class Word(Part):
    """A word that is not to be written, in one spelling or several."""

    instead_of: Names = Field(title="错写", description="不要这样写：一个或几个", examples=["创新型基地"])  # fmt: skip
    write: Name | None = Field(
        None, title="正确写法", description="应当写成什么", examples=["实践创新基地"]
    )
    level: Annotated[Severity, *choice(Severity)] | None = Field(None, title="级别", description="错误、提醒或说明；不写时，错敏词是错误，其余是提醒", examples=["提醒"])  # fmt: skip
    why: Line | None = Field(None, title="理由", description="为什么", examples=["全称见文件"])
    apart: Names = Field((), alias="except", title="例外", description="含有它、但可以写的说法", examples=[["第一届"]])  # fmt: skip
    titles: Flag = Field(False, title="题名也查", description="资料的题名、书名号里的字照原文，不查；也要查就写 true", examples=["true"])  # fmt: skip


class OfficialForm(Word):
    """A name that has one right form."""

    write: Name = Field(title="正确写法", description="全称或规范写法", examples=["实践创新基地"])


class WordList(Part):
    """The file `_words.yml`."""

    format: Whole = Field(alias="schema", title="格式版本", description="固定写 1", examples=["1"])
    names: tuple[OfficialForm, ...] = Field(
        (), title="规范名称", description="名称只用这一种写法", examples=[[]]
    )
    banned: tuple[Annotated[Word, BeforeValidator(_word)], ...] = Field(
        (), title="错敏词", description="不能出现的词", examples=[[]]
    )
    absolutes: tuple[Annotated[Word, BeforeValidator(_word)], ...] = Field(
        (), title="绝对化用语", description="没有来源不要写的词", examples=[["首个"]]
    )
