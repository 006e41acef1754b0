"""What an item of each kind usually holds, in the order in which people tell it.

New files and the snippets of the editor show these fields; all others are in the field reference.
"""

from __future__ import annotations

from collections.abc import Mapping

from .base import (
    Activity,
    Answer,
    Assessment,
    Contact,
    Coordinates,
    CoverWish,
    ExternalLink,
    Honour,
    Photo,
    Review,
    Stat,
)
from .claim import Founding, Note, Statement
from .fields import Part
from .reference import Source, Term
from .site import FrontPage
from .standard import Criterion, Group
from .words import OfficialForm, Word

USUAL: Mapping[type[Part], tuple[str, ...]] = {
    Statement: ("text", "source"),
    Stat: ("label", "value", "as_of", "source"),
    Honour: ("title", "date", "source"),
    Activity: ("date", "title", "type", "place", "source"),
    Assessment: ("tied_by", "basis", "date", "answers"),
    Answer: ("criterion", "status", "evidence"),
    Founding: ("date", "source"),
    Note: ("text",),
    Contact: ("address", "phone", "hours"),
    Coordinates: ("lng", "lat"),
    Photo: ("file", "alt", "consent"),
    ExternalLink: ("title", "url"),
    Review: ("by", "on"),
    CoverWish: ("motif", "key"),
    Source: ("title", "short", "author", "kind", "published"),
    Term: ("id", "term", "text", "source"),
    Criterion: ("name", "explain"),
    Group: ("name", "criteria"),
    Word: ("instead_of", "write", "level", "why"),
    OfficialForm: ("instead_of", "write"),
    FrontPage: ("scroll", "featured", "figures", "standards"),
}
