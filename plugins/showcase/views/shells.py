"""What surrounds a page, worked out for each."""

from __future__ import annotations

from collections.abc import Sequence

from .. import addresses
from ..diagnostics import Diagnostic, Level
from ..links import mail
from ..markup import quoted
from ..policy import META
from ..reports.entry import Entry, entry
from .atlas import Atlas
from .parts import Link
from .shell import Footer, NavLink, Overlay, Problem, Shell

SECTIONS = (
    Link("基地", addresses.DIRECTORY),
    Link("标准", addresses.STANDARDS),
    Link("时间线", addresses.TIMELINE),
    Link("城市", addresses.CITIES),
    Link("来源", addresses.SOURCES),
)
_ALSO = {addresses.DIRECTORY: (addresses.REGISTER, addresses.COMPARE)}
"""Pages that belong to a section though they do not stand below it."""
_POLICE = "https://beian.mps.gov.cn/#/query/webSearch"


def shell(
    atlas: Atlas,
    path: str,
    title: str,
    description: str,
    *,
    draft: bool = False,
    base: str = "",
    overlay: Overlay | None = None,
) -> Shell:
    """The head, header and footer of the page at `path`."""
    site = atlas.catalogue.site.content
    return Shell(
        title=f"{title}·{site.name}" if title else site.name,
        description=description,
        canonical=(site.address.rstrip("/") + "/" + path) if site.address and not base else "",
        site_name=site.name,
        page=path,
        grey=site.grey,
        draft=draft,
        nav=tuple(
            NavLink(one.text, one.path, path.startswith((one.path, *_ALSO.get(one.path, ()))))
            for one in SECTIONS
        ),
        footer=_footer(atlas),
        overlay=overlay,
        base=base,
        policy=quoted(META),
    )


def _footer(atlas: Atlas) -> Footer:
    site = atlas.catalogue.site.content
    licences = (("文字", site.text_licence), ("数据", site.data_licence))
    correct = (Link("纠错", mail(site.corrections)),) if site.corrections else ()
    return Footer(
        about=f"本站内容出自{len(atlas.catalogue.sources)}份公开资料，不补写资料未载之事。"
        "封面由程序绘制，不是照片。",
        sponsor=site.sponsor or "",
        organiser=site.organiser or "",
        site_links=(
            Link("资料来源", addresses.SOURCES),
            Link("术语", addresses.GLOSSARY),
            Link("编写说明", addresses.ABOUT),
            *correct,
        ),
        use_links=(
            Link("隐私与无障碍", addresses.PRIVACY),
            Link("填写说明", addresses.FIELDS),
        ),
        updated=atlas.updated,
        icp=site.icp or "",
        police=site.police or "",
        police_path=_POLICE if site.police else "",
        licences="；".join(f"{name}：{licence}" for name, licence in licences if licence),
    )


def overlay(diagnostics: Sequence[Diagnostic], *, last_good: bool) -> Overlay | None:
    """The errors that the preview lays over a page, or shows alone while there was no good version yet."""
    errors = [one for one in diagnostics if one.level is Level.ERROR]
    if not errors:
        return None
    return Overlay(
        f"有{len(errors)}处要改",
        ("下面的页面还是改坏之前的样子。" if last_good else "改好之前，页面还生成不出来。")
        + "改好文件、保存，这里会自己消失。",
        tuple(_problem(entry(one)) for one in errors),
        _rest(diagnostics),
    )


def _problem(one: Entry) -> Problem:
    place = one.told.place
    return Problem(
        one.level,
        f"{one.file} 第{place.line}行第{place.column}列",
        one.field,
        one.what,
        one.told.code,
        one.line,
        one.better,
        "" if one.better else one.mend,
    )


def _rest(diagnostics: Sequence[Diagnostic]) -> str:
    """What stops nothing, counted: it is listed by the check."""
    counts = {
        name: sum(one.level is level for one in diagnostics)
        for level, name in ((Level.WARNING, "提醒"), (Level.NOTE, "说明"))
    }
    told = "、".join(f"{count}处{name}" for name, count in counts.items() if count)
    return f"另有{told}，不影响生成，运行 check 能看到。" if told else ""
