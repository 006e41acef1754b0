"""The one place where text becomes markup: escaped, or sanitised after Markdown has done its work.

Whatever is of the type `Html` was made here, and templates print only that as it is. So whether text of staff
can become live is a question about this module alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html import escape

import nh3

from . import links

has_special = re.compile(r"[&<>\"']").search
"""Finds what HTML would read as markup; most text holds none of it."""


def safe(text: str) -> str:
    """Text with what HTML would read as markup escaped."""
    # finding out that there is nothing to do is cheaper than five replacements
    return escape(text) if has_special(text) else text


class Html(str):
    """Finished HTML: escaped or sanitised, printed as it is. Made in this module and nowhere else."""

    __slots__ = ()

    def __html__(self) -> str:
        return self


NOTHING = Html("")


def escaped(text: str) -> Html:
    """Text as it was typed, whatever it holds."""
    return Html(safe(text))


def quoted(text: str) -> Html:
    """Text for an attribute between double quotes, where a single quote is nothing special and stays."""
    return Html(escape(text, quote=False).replace('"', "&quot;"))


def joined(parts: Iterable[Html], between: str = "") -> Html:
    """Finished pieces in one run."""
    return Html(safe(between).join(parts))


def element(tag: str, attributes: Mapping[str, str], *inside: Html) -> Html:
    """An element of ours: `tag` and the names of attributes are our own words, their values any text."""
    named = "".join(f' {name}="{safe(value)}"' for name, value in attributes.items())
    return Html(f"<{tag}{named}>{''.join(inside)}</{tag}>")


def stylesheet(text: str) -> Html:
    """The text of a `style` element, printed as it is. Raises ValueError for one that could end the element."""
    if "<" in text:
        raise ValueError("a style sheet holds no <")
    return Html(text)


_STORY_TAGS = {
    "p", "br", "strong", "em", "ul", "ol", "li", "blockquote", "h3", "h4", "a", "code", "del", "hr",
}  # fmt: skip
_PAGE_TAGS = _STORY_TAGS | {
    "h2", "table", "thead", "tbody", "tr", "th", "td", "dl", "dt", "dd", "div", "sup", "pre", "section", "img",
}  # fmt: skip
_PAGE_CLASSES = frozenset(
    {
        "admonition", "admonition-title", "note", "warning", "tip", "danger", "info",
        "footnote", "footnote-ref", "footnote-backref", "align-left", "align-center", "align-right",
    }
)  # fmt: skip
"""What Markdown's own extensions say; any other class could dress text of staff as a part of ours."""
_OUR_IDS = re.compile(r"main|mark-.*")
"""Ids of the shell: a second one would lead the skip link astray."""
_ALIGNED = re.compile(r'(?<=<t[hd] )style="text-align: (left|center|right);"')


def _kept(tag: str, name: str, value: str) -> str | None:
    """What is kept of an attribute that may stand at all."""
    if name == "href":
        return links.allowed(value)
    if name == "src":
        return links.within(value)
    if name == "id":
        return None if _OUR_IDS.fullmatch(value) or re.search(r"\s", value) or not value else value
    if name == "class":
        return " ".join(one for one in value.split() if one in _PAGE_CLASSES) or None
    return value


_STORY = nh3.Cleaner(
    tags=_STORY_TAGS,
    attributes={"a": {"href", "title"}},
    attribute_filter=_kept,
    url_schemes=set(links.SCHEMES),
    link_rel="noopener",
)
_PAGE = nh3.Cleaner(
    tags=_PAGE_TAGS,
    attributes={
        "*": {"id", "class"},
        "a": {"href", "title"},
        "img": {"src", "alt", "title", "width", "height", "loading"},
        "ol": {"start"},
    },
    attribute_filter=_kept,
    url_schemes=set(links.SCHEMES),
    link_rel="noopener",
)


def sanitised_story(html: str) -> Html:
    """A story field's HTML with only what a story may have."""
    return Html(_STORY.clean(html))


def sanitised_page(html: str) -> Html:
    """The HTML of a page of `content/` with only what such a page may have."""
    # the extension for tables can say where a column stands by a style alone
    return Html(_PAGE.clean(_ALIGNED.sub(r'class="align-\1"', html)))
