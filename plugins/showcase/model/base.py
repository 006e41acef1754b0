"""A base: the one record kind that carries the showcase. One file under `bases/` each."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from .choices import ActivityType, Basis, Consent, CoverKey, Grade, Kind, Publication, Status
from .claim import Claim, DatedClaim, Founding, Note, Statement
from .fields import (
    Amount,
    Colour,
    Date,
    Decimal,
    Email,
    Flag,
    Id,
    Line,
    Name,
    Names,
    Paragraphs,
    Part,
    Phone,
    Summary,
    Url,
    When,
    Whole,
    choice,
)
from .habits import Several


class Stat(DatedClaim):
    """A figure as its source gives it."""

    label: Line = Field(title="名称", description="这个数说的是什么", examples=["服务企业"])
    value: Amount = Field(
        title="数值", description="照人们的写法写，连同“超”“余”“约”和单位", examples=["300余家"]
    )


class Honour(Claim):
    """An award or designation."""

    title: Line = Field(title="名称", description="荣誉的全称", examples=["全市示范点"])
    date: Date | None = Field(None, title="日期", description="授予的日期", examples=["2022"])


class Activity(Claim):
    """Something that took place."""

    date: When | None = Field(None, title="日期", description="一天、一月、一年，或 {from: 2023-05, to: 2023-08}；不知道就不写", examples=["2023-03-25"])  # fmt: skip
    title: Line = Field(title="标题", description="这次活动叫什么", examples=["开放日"])
    type: Annotated[ActivityType, *choice(ActivityType)] = Field(ActivityType.other, title="类型", description="从列表里选一个", examples=["会议"])  # fmt: skip
    summary: Line | None = Field(None, title="简介", description="一句话", examples=["来了三百人"])
    place: Line | None = Field(None, title="地点", description="在哪里", examples=["云桥大厦"])
    photos: Annotated[tuple[Line, ...], Several()] = Field(
        (), title="照片", description="照片的文件名", examples=[["opening.jpg"]]
    )


def _evidence(value: Any) -> Any:
    return {"ref": value} if isinstance(value, str) else value


class Evidence(Claim):
    """What an answer rests on: the id of a thing with its own line, or a cited statement."""

    ref: Line | None = Field(None, title="引用", description="本基地一条活动、荣誉、数据、记载的编号，或一张照片的文件名", examples=["opening"])  # fmt: skip
    text: Line | None = Field(
        None, title="内容", description="或者直接写一句有来源的话", examples=["设有三处活动室"]
    )


class Answer(Part):
    """How a base answers one criterion of a standard."""

    criterion: Line = Field(
        title="条目", description="标准里的一条，写它的名称或编号", examples=["有阵地"]
    )
    status: Annotated[Status, *choice(Status)] = Field(title="情况", description="达标要有佐证才算数；没有材料就写 未对照", examples=["达标"])  # fmt: skip
    note: Line | None = Field(None, title="说明", description="补充一句", examples=["见佐证"])
    evidence: tuple[Annotated[Evidence, BeforeValidator(_evidence)], ...] = Field((), title="佐证", description="活动、照片、荣誉的编号，或一句有来源的话", examples=[["opening"]])  # fmt: skip


class Assessment(Part):
    """A base held against one standard."""

    tied_by: Statement = Field(title="依据", description="哪句有来源的话说明这个基地适用这套标准", examples=[{"text": "全区基地推行“六有”", "source": "some-report"}])  # fmt: skip
    basis: Annotated[Basis, *choice(Basis)] = Field(title="性质", description="谁说的：自评、评定，还是资料整理", examples=["资料整理"])  # fmt: skip
    date: Date | None = Field(None, title="日期", description="对照的日期", examples=["2026-11"])
    by: Line | None = Field(None, title="对照人", description="谁做的对照", examples=["编写组"])
    note: Line | None = Field(None, title="说明", description="补充一句", examples=["只据公开资料"])
    answers: tuple[Answer, ...] = Field(
        (), title="对照", description="逐条写；没写的就是 未对照", examples=[[]]
    )


class Contact(Part):
    """How visitors reach a base."""

    address: Line | None = Field(None, title="地址", description="门牌地址", examples=["云桥路1号"])
    phone: Phone | None = Field(
        None, title="电话", description="写区号", examples=["0571-00000000"]
    )
    email: Email | None = Field(
        None, title="邮箱", description="电子邮箱", examples=["info@example.org"]
    )
    hours: Line | None = Field(
        None, title="开放时间", description="什么时候开门", examples=["周一至周五 9:00-17:00"]
    )
    wechat: Line | None = Field(
        None, title="公众号", description="微信公众号", examples=["云桥同心站"]
    )


class Coordinates(Part):
    """Where a base lies on the map."""

    lng: Decimal = Field(title="经度", description="度", examples=["120.1"])
    lat: Decimal = Field(title="纬度", description="度", examples=["30.2"])
    system: Line = Field(
        "gcj02", title="坐标系", description="高德、腾讯地图用 gcj02", examples=["gcj02"]
    )


class Photo(Part):
    """A photograph beside the base's file."""

    file: Line = Field(
        title="文件", description="照片的文件名，放在与本文件同名的文件夹里", examples=["hall.jpg"]
    )
    alt: Line = Field(
        title="替代文字", description="给看不见照片的人：画面上有什么", examples=["前厅"]
    )
    caption: Line | None = Field(
        None, title="图注", description="照片下面的一句话", examples=["2023年的前厅"]
    )
    credit: Line | None = Field(None, title="摄影", description="谁拍的", examples=["宣传科"])
    consent: Annotated[Consent, *choice(Consent)] | None = Field(None, title="同意公开", description="画面里的人是否同意公开", examples=["已取得"])  # fmt: skip


class ExternalLink(Part):
    """A link that leaves the showcase."""

    title: Line = Field(title="名称", description="链接的文字", examples=["云桥同心站官网"])
    url: Url = Field(
        title="网址", description="以 https:// 开头", examples=["https://example.org/"]
    )


class Review(Part):
    """Who looked a record over before it was published."""

    by: Line = Field(title="审核人", description="谁审的", examples=["宣传科"])
    on: Date | None = Field(None, title="日期", description="哪一天审的", examples=["2026-11-20"])


class CoverWish(Part):
    """Wishes for the generated cover; all may be left out."""

    motif: Line | None = Field(
        None,
        title="图案",
        description="弧、葵、浪、线、楼、山、声、燕、简、弦、涟漪、屋、桥，选一个；不写由名称决定",
        examples=["葵"],
    )
    key: Annotated[CoverKey, *choice(CoverKey)] | None = Field(None, title="光线", description="日、暮或夜", examples=["夜"])  # fmt: skip
    rhyme: Id | None = Field(None, title="呼应", description="一条准确数据的编号：画中线、鸟、点的数目随它", examples=["teams"])  # fmt: skip


def _founded(value: Any) -> Any:
    return {"date": value} if isinstance(value, str) else value


class Base(Part):
    """A base, brand, platform, organisation or region of the showcase."""

    format: Whole = Field(alias="schema", title="格式版本", description="固定写 1", examples=["1"])
    name: Name = Field(title="名称", description="与资料里完全一样", examples=["云桥同心站"])
    coined: Flag = Field(
        False,
        title="编者所拟",
        description="资料里没有名称、由编者起名时写 true",
        examples=["true"],
    )
    kind: Annotated[Kind, *choice(Kind)] = Field(
        title="类别", description="从列表里选一个", examples=["实践创新基地"]
    )
    part_of: Id | None = Field(
        None, title="隶属", description="上级品牌或区域的编号（文件名）", examples=["yunqiao-brand"]
    )
    aliases: Names = Field((), title="别名", description="搜索时也能找到", examples=[["云桥"]])
    former_ids: tuple[Id, ...] = Field((), title="旧编号", description="改过文件名的，旧地址继续可用", examples=[["yunqiao-old"]])  # fmt: skip
    pinyin: Line | None = Field(
        None, title="拼音", description="自动注音不对时才写", examples=["yún qiáo"]
    )
    city: Name = Field(title="城市", description="写全称", examples=["云州市"])
    district: Names = Field((), title="区县", description="一个或几个", examples=["东城区"])
    site: Line | None = Field(
        None, title="地点", description="园区、楼宇、街道", examples=["云桥大厦"]
    )
    level: Annotated[Grade, *choice(Grade)] | None = Field(None, title="级别", description="从列表里选一个", examples=["市级"])  # fmt: skip
    founded: Annotated[Founding, BeforeValidator(_founded)] | None = Field(None, title="成立", description="日期，或 {date: …, source: …}", examples=["2018"])  # fmt: skip
    updated: Date | None = Field(
        None, title="更新日期", description="这个文件最近一次改动", examples=["2026-11-20"]
    )
    slogan: Line | None = Field(
        None, title="口号", description="资料里有才写", examples=["同心同行"]
    )
    summary: Summary | None = Field(None, title="摘要", description="一两句，120字以内，只说下面有来源的内容", examples=["云桥大厦里的活动站。"])  # fmt: skip
    story: Paragraphs | None = Field(
        None, title="故事", description="可以分段、加粗、列表", examples=["第一段"]
    )
    statements: tuple[Statement, ...] = Field(
        (), title="记载", description="有来源的话，没有数字", examples=[[]]
    )
    stats: tuple[Stat, ...] = Field((), title="数据", description="有来源的数字", examples=[[]])
    honours: tuple[Honour, ...] = Field((), title="荣誉", description="奖项、称号", examples=[[]])
    activities: tuple[Activity, ...] = Field(
        (), title="活动", description="发生过的事", examples=[[]]
    )
    key_event: Id | None = Field(None, title="要事", description="首屏“何时”一行写哪次活动：活动的编号", examples=["opening"])  # fmt: skip
    related_standards: tuple[Id, ...] = Field((), title="相关标准", description="本基地推行或采用的标准的编号，首屏给出链接", examples=[["six-haves"]])  # fmt: skip
    standards: dict[Id, Assessment] = Field(
        {}, title="达标", description="按标准逐条对照", examples=[{}]
    )
    notes: tuple[Note, ...] = Field((), title="编注", description="编者对资料的说明", examples=[[]])
    contact: Contact | None = Field(None, title="联系", description="地址、电话等", examples=[{}])
    coordinates: Coordinates | None = Field(
        None, title="坐标", description="地图上的位置", examples=[{}]
    )
    photos: tuple[Photo, ...] = Field((), title="图片", description="照片及其说明", examples=[[]])
    links: tuple[ExternalLink, ...] = Field((), title="链接", description="站外链接", examples=[[]])
    colour: Colour | None = Field(None, title="主色", description="六位色值", examples=["#B0561A"])
    cover: CoverWish | None = Field(
        None, title="封面", description="对自动封面的要求", examples=[{}]
    )
    status: Annotated[Publication, *choice(Publication)] = Field(Publication.published, title="状态", description="不写就是发布；草稿、已审只在预览里看得到", examples=["草稿"])  # fmt: skip
    public_ok: Names = Field((), title="可公开", description="检查提醒过、确实可以公开的号码或地址，照文字里的写法", examples=[["0571-00000000"]])  # fmt: skip
    reviewed: Review | None = Field(None, title="审核", description="谁在哪天审的", examples=[{}])
