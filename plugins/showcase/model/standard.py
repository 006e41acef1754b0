"""A standard: what bases, organisations or the work itself are held to. One file in `bases/_standards/` each."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from .choices import Use
from .fields import Date, Flag, Id, Line, Name, Part, Whole, choice


def _named(value: Any) -> Any:
    return {"name": value} if isinstance(value, str) else value


class Criterion(Part):
    """One item of a standard."""

    id: Id | None = Field(None, title="编号", description="可不写", examples=["venue"])
    name: Line = Field(title="名称", description="与资料里完全一样", examples=["有阵地"])
    explain: Line | None = Field(
        None, title="释义", description="资料里有才写", examples=["有固定场所"]
    )
    evidence_needed: Line | None = Field(
        None, title="所需佐证", description="拿什么来证明", examples=["场所照片"]
    )
    required: Flag = Field(
        True, title="必备", description="缺了不算不达标的写 false", examples=["false"]
    )
    base: Id | None = Field(
        None, title="基地", description="架构里的这一项就是站内哪个基地", examples=["ximalaya"]
    )


class Group(Part):
    """Criteria under one head."""

    name: Line = Field(title="名称", description="这一组叫什么", examples=["三有"])
    criteria: tuple[Annotated[Criterion, BeforeValidator(_named)], ...] = Field(title="条目", description="这一组有哪些", examples=[["有专人负责"]])  # fmt: skip


class Standard(Part):
    """A standard, mode or mechanism, still data and still cited."""

    format: Whole = Field(alias="schema", title="格式版本", description="固定写 1", examples=["1"])
    name: Name = Field(title="名称", description="与资料里完全一样", examples=["六有标准"])
    short: Name | None = Field(
        None, title="简称", description="书脊上用，二到四个字", examples=["六有"]
    )
    coined: Flag = Field(
        False, title="编者所拟", description="资料里没有名称时写 true", examples=["true"]
    )
    use: Annotated[Use, *choice(Use)] = Field(
        title="用法", description="对照、步骤、架构或理念", examples=["对照"]
    )
    scope: Name | None = Field(
        None, title="对象", description="这套标准说的是谁", examples=["基地"]
    )
    place: Name | None = Field(None, title="地方", description="哪里的", examples=["青岛市城阳区"])
    when: Date | None = Field(None, title="时间", description="什么时候提出", examples=["2017"])
    source: Id = Field(
        title="来源", description="_sources.yml 里那份资料的编号", examples=["some-report"]
    )
    at: Line | None = Field(
        None, title="出处位置", description="资料里的页码、章节", examples=["第3节"]
    )
    lead: Line | None = Field(
        None, title="引语", description="一句话，资料里有才写", examples=["以同心同行为引领"]
    )
    note: Line | None = Field(
        None, title="说明", description="编者说明", examples=["学者主张，非现行标准"]
    )
    proposal: Flag = Field(
        False,
        title="学者主张",
        description="是学者的主张、不是现行标准时写 true",
        examples=["true"],
    )
    persons: Flag = Field(
        False,
        title="针对个人",
        description="说的是人选时写 true：只展示，不对照、不打分",
        examples=["true"],
    )
    criteria: tuple[Annotated[Criterion, BeforeValidator(_named)], ...] = Field((), title="条目", description="一条一条写", examples=[["有阵地"]])  # fmt: skip
    groups: tuple[Group, ...] = Field(
        (), title="分组", description="条目分组的，用它代替“条目”", examples=[[]]
    )
    paired: tuple[Line, ...] = Field(
        (), title="对应做法", description="与条目一一对应", examples=[["顶格推进"]]
    )
    gives: tuple[Line, ...] = Field(
        (), title="所生之力", description="与条目一一对应", examples=[["平急转换力"]]
    )
    shifts: tuple[Line, ...] = Field(
        (), title="转变", description="与条目一一对应", examples=[["被动响应→主动作为"]]
    )
    evidence_valid_months: Whole | None = Field(
        None, title="佐证有效月数", description="过了这些月要更新", examples=["24"]
    )

    @property
    def all_criteria(self) -> tuple[Criterion, ...]:
        """Every criterion, groups opened, in order."""
        return self.criteria or tuple(one for group in self.groups for one in group.criteria)
