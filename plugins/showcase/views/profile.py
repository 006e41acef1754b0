"""A base's profile: full, or compact for a record of one to three facts."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

from .. import addresses
from ..covering import cover_spec
from ..covers import caption
from ..links import mail, telephone
from ..markup import NOTHING, Html, element, joined
from ..model import Base, Honour, Statement
from ..reading.binding import Record
from .atlas import EVENTS_SHOWN, is_compact
from .cards import cover_of, name_remarks
from .checklist import checklist
from .families import families_of
from .gathering import HONOUR, Happening
from .pages import ProfileView, Row, Topic, Visit
from .parts import Claim, Event, Figure, Link
from .phrasing import phrases, size_of
from .prose import Prose
from .sheet import Sheet
from .wording import plain, policy_of, sentence_of, spot_of, when_beside

FIGURES_LARGE = 6
FIGURES_FROM = 3
"""With fewer figures a sentence serves better than a board."""


def profile(sheet: Sheet, record: Record[Base], prose: Prose) -> ProfileView:
    """The view of one base."""
    base = record.content
    compact = is_compact(base)
    summary = sheet.text(base.summary) if base.summary else NOTHING
    rows = _rows(sheet, base, compact=compact)
    board = len(base.stats) >= FIGURES_FROM
    figures = _figures(sheet, base) if board else ()
    topics = _topics(sheet, base, compact=compact, with_stats=not board)
    own = sheet.atlas.happenings[record.id]
    events = () if compact else tuple(_event(sheet, one) for one in own[:EVENTS_SHOWN])
    more = "完整大事记" if len(own) > EVENTS_SHOWN else "大事记"
    honours = () if compact else _honours(sheet, base)
    return ProfileView(
        phrases=phrases(base.name),
        size=size_of(base.name),
        compact=compact,
        kind=base.kind.value,
        crumbs=_crumbs(sheet, base),
        cover=cover_of(record),
        remarks=name_remarks(base),
        slogan=base.slogan or "",
        summary=summary,
        rows=rows,
        figures=figures[:FIGURES_LARGE],
        further_figures=figures[FIGURES_LARGE:],
        policy=policy_of(stat.value for stat in base.stats) if board else "",
        topics=topics,
        story=prose(base.story) if base.story else NOTHING,
        honours=honours,
        events=events,
        timeline=Link(more, addresses.base_timeline(record.id)) if len(own) > 1 else None,
        checklists=tuple(
            checklist(sheet, record, identity, assessment)
            for identity, assessment in base.standards.items()
        ),
        photos=sheet.photographs(record, tuple(photo.file for photo in base.photos)),
        visit=_visit(base),
        links=tuple(Link(link.title, link.url) for link in base.links),
        notes=tuple(
            sheet.sentence(note, f"note-{number}", note.text)
            for number, note in enumerate(base.notes, 1)
        ),
        families=families_of(sheet.atlas, record, compact=compact),
        sources=sheet.sources(),
        drawn=_drawn(base, record.id),
        updated=base.updated.prose if base.updated else "",
    )


def statement_anchor(statement: Statement, number: int) -> str:
    """Where a statement stands on its profile."""
    return statement.id or f"statement-{number}"


def _crumbs(sheet: Sheet, base: Base) -> tuple[Link, ...]:
    city = Link(base.city, sheet.atlas.addresses.city(base.city))
    return (Link("基地", addresses.DIRECTORY), city)


def _rows(sheet: Sheet, base: Base, *, compact: bool) -> tuple[Row, ...]:
    """在哪里, 为何看, 何时: what a phone's first screen answers. Rows without facts are left out."""
    rows = [Row("", "在哪里", "", plain(spot_of(base)), (), ())]
    if base.level is not None:
        rows.append(Row("", "级别", "", plain(base.level.value), (), ()))
    if base.related_standards:
        rows.append(Row("", "标准", "", _related(sheet, base), (), ()))
    if compact:
        return tuple(rows)
    if base.honours:
        first = base.honours[0]
        cites = sheet.cite(first.source, first.at)
        when = first.date.prose if first.date else ""
        anchor = first.id or "honour-1"
        rows.append(
            Row(anchor, "为何看", when, sheet.text(first.title), sheet.remarks(first), cites)
        )
    if base.founded is not None:
        founded = base.founded
        cites = sheet.cite(founded.source, founded.at)
        when = founded.date.prose
        rows.append(Row("", "何时", when, plain("成立"), sheet.remarks(founded), cites))
    elif base.key_event is not None:
        event = next(one for one in base.activities if one.id == base.key_event)
        cites = sheet.cite(event.source, event.at)
        when = event.date.prose if event.date else ""
        rows.append(Row("", "何时", when, sheet.text(event.title), sheet.remarks(event), cites))
    return tuple(rows)


def _related(sheet: Sheet, base: Base) -> Html:
    """Links to the standards that a base puts into practice."""
    links = (
        element(
            "a",
            {"class": "link", "href": sheet.href(addresses.standard(one))},
            plain(sheet.catalogue.standards[one].content.name),
        )
        for one in base.related_standards
    )
    return joined(links, "、")


def _event(sheet: Sheet, happening: Happening) -> Event:
    """An event on the profile; an honour has its anchor where it is told as one."""
    event = sheet.event(happening, own=True)
    return replace(event, anchor="") if happening.type == HONOUR else event


def _figures(sheet: Sheet, base: Base) -> tuple[Figure, ...]:
    return tuple(
        sheet.figure(stat, stat.id or f"stat-{number}") for number, stat in enumerate(base.stats, 1)
    )


def _honours(sheet: Sheet, base: Base) -> tuple[Claim, ...]:
    """The honours beyond the first, which the first screen already shows."""
    return tuple(
        _honour(sheet, one, number) for number, one in enumerate(base.honours, 1) if number > 1
    )


def _honour(sheet: Sheet, honour: Honour, number: int) -> Claim:
    when = honour.date.prose if honour.date else ""
    return sheet.sentence(honour, honour.id or f"honour-{number}", honour.title, when)


def _topics(sheet: Sheet, base: Base, *, compact: bool, with_stats: bool) -> tuple[Topic, ...]:
    """Statements under their heads, in the order in which heads first appear."""
    numbered = list(enumerate(base.statements, 1))
    heads = list(dict.fromkeys(one.topic or "" for _, one in numbered))
    numbered.sort(key=lambda pair: heads.index(pair[1].topic or ""))
    topics = [
        Topic(
            head,
            bool(head),
            tuple(sheet.claim(one, statement_anchor(one, number)) for number, one in group),
        )
        for head, group in groupby(numbered, key=lambda pair: pair[1].topic or "")
    ]
    loose = _loose(sheet, base, compact=compact, with_stats=with_stats)
    if loose and topics and not topics[0].named:
        topics[0] = Topic("", named=False, claims=(*topics[0].claims, *loose))
    elif loose:
        topics.insert(0, Topic("", named=False, claims=loose))
    return tuple(topics)


def _loose(sheet: Sheet, base: Base, *, compact: bool, with_stats: bool) -> tuple[Claim, ...]:
    """Facts set as sentences because there are too few of their kind for a section of their own."""
    claims: list[Claim] = []
    if with_stats:
        claims += [
            sheet.sentence(
                stat,
                stat.id or f"stat-{number}",
                sentence_of(stat),
                when_beside(stat, sentence_of(stat)),
            )
            for number, stat in enumerate(base.stats, 1)
        ]
    if not compact:
        return tuple(claims)
    if base.founded is not None:
        told = f"{base.founded.date.prose}成立"
        claims.append(sheet.sentence(base.founded, "founded", told))
    claims += [_honour(sheet, one, number) for number, one in enumerate(base.honours, 1)]
    claims += [
        sheet.sentence(
            one,
            one.id or f"event-{number}",
            "，".join(part for part in (one.title, one.place, one.summary) if part),
            one.date.prose if one.date else "",
        )
        for number, one in enumerate(base.activities, 1)
    ]
    return tuple(claims)


def _drawn(base: Base, identity: str) -> str:
    """What the cover counts, where it rhymes with a figure."""
    wish = base.cover
    if wish is None or wish.rhyme is None:
        return ""
    stat = next((one for one in base.stats if one.id == wish.rhyme), None)
    told = caption(cover_spec(identity, base))
    return f"封面：{told}，数目取自“{stat.label}”。" if stat is not None and told else ""


def _visit(base: Base) -> tuple[Visit, ...]:
    contact = base.contact
    if contact is None:
        return ()
    written = (
        ("地址", contact.address, ""),
        ("电话", contact.phone, telephone(contact.phone or "")),
        ("邮箱", contact.email, mail(contact.email or "")),
        ("开放时间", contact.hours, ""),
        ("公众号", contact.wechat, ""),
    )
    return tuple(Visit(label, text, path) for label, text, path in written if text)


def description_of(base: Base) -> str:
    """What search engines and shared links say of a base."""
    # a head has no room for a reason, so nothing that needs one
    said = base.summary or next((one.text for one in base.statements if one.sure is None), "")
    return said or f"{spot_of(base)}·{base.kind.value}"
