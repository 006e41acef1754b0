"""The pieces that pages are made of: strings formatted, links resolved, nothing left to decide.

A template prints these and decides nothing. Paths are site paths such as ``bases/tongxinhui/`` or
``bases/tongxinhui/#met-1``; the `url` filter of the renderer makes them relative to the page.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..markup import Html


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere."""

    text: str
    path: str


@dataclass(frozen=True, slots=True)
class Cite:
    """A reference mark: `[number]`, leading to the page's own list of sources."""

    number: int
    path: str
    title: str


@dataclass(frozen=True, slots=True)
class Remark:
    """A word that qualifies what it stands beside (推定, 未明, 编者所拟, 学者主张, 资料整理, 草稿), and why."""

    label: str
    because: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A cited sentence. `when` is ready to print before it (2017年, 2017年起, 截至2018年), or empty."""

    anchor: str
    when: str
    text: Html
    remarks: tuple[Remark, ...]
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class FigureRun:
    """A stretch of a figure; `role` is ``number``, ``magnitude`` or ``small`` and names its CSS class."""

    text: str
    role: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as its source gives it, hedge and unit set small beside it.

    `origin` says whose and from what (杭州市·李艳论文); `path` leads to where it stands, on pages other
    than its own, and is empty there.
    """

    anchor: str
    runs: tuple[FigureRun, ...]
    label: Html
    when: str
    origin: str
    path: str
    remarks: tuple[Remark, ...]
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """When something took place: `head` large (2023.03), `tail` small (25日), `iso` for `datetime`.

    `spoken` is the same in full (2023年3月25日). `iso` is empty where no machine form exists, `head` is
    时间待核 where the source gives no date.

    `earliest` is the first day that may be meant (2023-07-01 for 2023年下半年), told where `iso` alone would tell
    another, or tell more than is sure. `until` is the last day of a period whose both ends are known to the day
    or month. Browsers tell by them what is still to come and what goes on; both may be empty.
    """

    iso: str
    head: str
    tail: str
    spoken: str
    inferred: bool
    earliest: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class PhotoView:
    """A photograph as shown."""

    path: str
    alt: str
    caption: str
    credit: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Event:
    """One item of a timeline. `base` is absent on the base's own pages."""

    anchor: str
    moment: Moment
    title: Html
    type: str
    where: str
    summary: Html
    base: Link | None
    remarks: tuple[Remark, ...]
    cites: tuple[Cite, ...]
    photos: tuple[PhotoView, ...]


@dataclass(frozen=True, slots=True)
class Month:
    """The events of one month, newest first; or of what a source tells instead of one, 上半年 or 未写明月份.

    `label` is empty in a year of few events: their own dates say it well enough.
    """

    label: str
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Year:
    """The events of one year by month, newest first. `label` is 2023年 or 时间待核."""

    anchor: str
    label: str
    months: tuple[Month, ...]


@dataclass(frozen=True, slots=True)
class Cover:
    """A generated cover in the ratios that pages use, light and dark: site paths of SVG files.

    tall 3:4 (900×1200), wide 16:9 (1600×900), square 1:1 (1000×1000), panel 1:2 (480×960).
    """

    tall: str
    tall_dark: str
    wide: str
    wide_dark: str
    square: str
    square_dark: str
    panel: str
    panel_dark: str
    alt: str


@dataclass(frozen=True, slots=True)
class Card:
    """A base among others: the whole card is the link. `lead` is one short sentence, or empty;
    `phrases` are the stretches of the name that stay together.
    """

    path: str
    name: str
    phrases: tuple[str, ...]
    meta: str
    place: str
    lead: str
    remarks: tuple[Remark, ...]
    cover: Cover


@dataclass(frozen=True, slots=True)
class Mark:
    """A status: `symbol` names the drawn sign and the CSS class, `word` stands beside it always.

    Symbols: met, partly, wanting (达标，待佐证), stale (佐证待更新), unmet, open (待核, 未对照).
    """

    symbol: str
    word: str


@dataclass(frozen=True, slots=True)
class EvidenceItem:
    """One piece of evidence: its kind (活动, 荣誉, 数据, 记载, 照片) and text, and where it stands."""

    kind: str
    when: str
    text: Html
    path: str
    remarks: tuple[Remark, ...]
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """One criterion as this base answers it. `words` is 达标·1条佐证 or 未对照; `open` shows it unfolded.

    `lacking` says in a sentence why it does not count, `needed` what would prove it; with neither, no note and
    no evidence it `unfolds` nothing.
    """

    anchor: str
    name: str
    mark: Mark
    words: str
    lacking: str
    note: str
    needed: str
    evidence: tuple[EvidenceItem, ...]
    unfolds: bool
    open: bool


@dataclass(frozen=True, slots=True)
class StandingTally:
    """How many criteria have one standing: 待佐证, 2项. `path` leads to the first of them, or is empty."""

    mark: Mark
    count: str
    path: str


@dataclass(frozen=True, slots=True)
class Checklist:
    """A base held against one standard. `tallies` show each sign that follows with its word; `open` says how many
    criteria lack an answer that stands, or is empty.
    """

    anchor: str
    standard: Link
    basis: Remark
    dated: str
    by: str
    tally: str
    tallies: tuple[StandingTally, ...]
    open: str
    note: str
    tied_by: Claim
    items: tuple[ChecklistItem, ...]
    scorecard: Link


@dataclass(frozen=True, slots=True)
class SourceNote:
    """An entry of a page's list of sources. `anchor` is source-1 for `[1]`."""

    anchor: str
    number: int
    text: str
    note: str
    path: str


@dataclass(frozen=True, slots=True)
class PageLink:
    """A page of a list that spans several."""

    text: str
    path: str
    current: bool


@dataclass(frozen=True, slots=True)
class SpineRun:
    """A stretch of a spine's title; `upright` ones (digits, 1+6) are set side by side in the column."""

    text: str
    upright: bool


@dataclass(frozen=True, slots=True)
class Spine:
    """A standard as a book on the shelf: `title` set vertically, `items` small beside it; a `long` title is set small
    and runs into a second column."""

    path: str
    name: str
    title: tuple[SpineRun, ...]
    items: str
    red: bool
    long: bool
