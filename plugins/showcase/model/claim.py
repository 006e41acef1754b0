"""What every cited thing has in common: where it is said, and how surely."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .choices import Sureness
from .dates import PartialDate
from .fields import Date, Id, Line, OpenDate, Part, Since, choice


class Claim(Part):
    """Something that a source says."""

    id: Id | None = Field(
        None,
        title="编号",
        description="只用小写字母、数字和连字符；供佐证引用，可不写",
        examples=["opening"],
    )
    source: Id | None = Field(
        None, title="来源", description="_sources.yml 里那份资料的编号", examples=["some-report"]
    )
    at: Line | None = Field(
        None, title="出处位置", description="资料里的页码、章节", examples=["第3节"]
    )
    sure: Annotated[Sureness, *choice(Sureness)] | None = Field(None, title="把握", description="来源没有明说时写：推定（能推出来）或 未明（两可，只写确定的部分）", examples=["推定"])  # fmt: skip
    because: Line | None = Field(
        None, title="理由", description="写了“把握”就要写理由", examples=["文中未写年份"]
    )


class DatedClaim(Claim):
    """A claim that holds from, on, or as of some date."""

    date: OpenDate | None = Field(
        None, title="日期", description="知道到哪一步就写到哪一步", examples=["2018"]
    )
    since: Since | None = Field(None, title="起始", description="从什么时候起", examples=["2018"])
    as_of: Date | None = Field(
        None, title="截至", description="截至什么时候是这样", examples=["2023"]
    )
    topic: Line | None = Field(
        None, title="分组", description="同一分组的几条在页面上排在一个小标题下", examples=["制度"]
    )


class Statement(DatedClaim):
    """A cited fact without a figure."""

    text: Line = Field(
        title="内容", description="一句话，照资料的意思写", examples=["管理外包，按社会化方式运转"]
    )


class Founding(Claim):
    """When a base came to be."""

    date: Date = Field(title="日期", description="知道到哪一步就写到哪一步", examples=["2018"])

    @classmethod
    def bare(cls, date: PartialDate) -> Founding:
        """A founding date written without its source."""
        return cls.model_construct(date=date)


class Note(Claim):
    """A remark by the editors on what the sources do or do not say."""

    text: Line = Field(title="内容", description="编者说明", examples=["文中未说它属于哪一支队伍"])
