"""What the site itself is: the file `_site.yml`."""

from __future__ import annotations

from pydantic import Field

from .fields import Colour, Email, Flag, Id, Line, Name, Names, Part, Url, Whole


class FrontPage(Part):
    """What the home page brings forward; what is left out is chosen by the data."""

    scroll: tuple[Id, ...] = Field(
        (), title="长卷", description="首页长卷里的基地，五到七个", examples=[["yunqiao"]]
    )
    featured: tuple[Id, ...] = Field(
        (), title="值得一看", description="第一个放大", examples=[["yunqiao"]]
    )
    figures: tuple[Line, ...] = Field(
        (), title="数字", description="基地编号/数据编号，四到六个", examples=[["yunqiao/firms"]]
    )
    standards: tuple[Id, ...] = Field(
        (), title="标准", description="书架上的标准，第一个用红色", examples=[["six-haves"]]
    )


class Site(Part):
    """The identity of the site. What is not filled in is not printed."""

    format: Whole = Field(alias="schema", title="格式版本", description="固定写 1", examples=["1"])
    name: Name = Field(title="站名", description="页眉里的名称", examples=["实践创新基地"])
    tagline: Line | None = Field(
        None,
        title="一句话说明",
        description="给搜索引擎和分享",
        examples=["各地实践创新基地的展示"],
    )
    address: Url | None = Field(
        None, title="网址", description="公开地址；没有就不写", examples=["https://example.org/"]
    )
    sponsor: Line | None = Field(None, title="主办", description="主办单位", examples=["某单位"])
    organiser: Line | None = Field(None, title="承办", description="承办单位", examples=["某单位"])
    icp: Line | None = Field(
        None, title="ICP备案号", description="网站备案号", examples=["京ICP备00000000号-1"]
    )
    police: Line | None = Field(
        None,
        title="公安备案号",
        description="公安联网备案号",
        examples=["京公网安备00000000000000号"],
    )
    corrections: Email | None = Field(
        None, title="纠错邮箱", description="收更正意见的邮箱", examples=["info@example.org"]
    )
    text_licence: Line | None = Field(
        None, title="文字许可", description="文字的使用许可", examples=["CC BY 4.0"]
    )
    data_licence: Line | None = Field(
        None, title="数据许可", description="开放数据的使用许可", examples=["CC BY 4.0"]
    )
    colour: Colour | None = Field(
        None, title="主色", description="全站的强调色；不写用深红", examples=["#A6192E"]
    )
    grey: Flag = Field(False, title="灰色模式", description="纪念日把全站变灰", examples=["true"])
    cities: dict[Name, Id] = Field({}, title="城市地址", description="每座城市网页的地址；不写就用拼音。写下来，地址就不会再变", examples=[{}])  # fmt: skip
    synonyms: tuple[Names, ...] = Field((), title="近义词", description="每行一组说法，搜其中一个，别的也找得到", examples=[[["志愿者", "义工"]]])  # fmt: skip
    home: FrontPage = Field(FrontPage(), title="首页", description="首页突出什么", examples=[{}])
    public_ok: Names = Field((), title="可公开", description="检查提醒过、在全站都可以公开的号码或地址", examples=[["0571-00000000"]])  # fmt: skip
