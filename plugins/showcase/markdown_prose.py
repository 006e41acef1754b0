"""Markdown to safe HTML: a story field of a base, or a page of `content/`. The only user of nh3."""

from __future__ import annotations

import re

import nh3
from markdown import Markdown

from .views.parts import Html

EXTENSIONS = (
    "toc", "tables", "fenced_code",
    "sane_lists", "footnotes", "admonition", "attr_list", "def_list",
)  # fmt: skip
"""What prose pages may use: the first three MkDocs always adds, the rest `mkdocs.yml` names too."""
STORY_EXTENSIONS = ("sane_lists", "nl2br")
_STORY_TAGS = {
    "p", "br", "strong", "em", "ul", "ol", "li", "blockquote", "h3", "h4", "a", "code", "del", "hr",
}  # fmt: skip
_PAGE_TAGS = _STORY_TAGS | {
    "h2", "table", "thead", "tbody", "tr", "th", "td", "dl", "dt", "dd", "div", "sup", "pre", "section", "img",
}  # fmt: skip
_PAGE_ATTRIBUTES = {
    "*": {"id", "class"},
    "a": {"href", "title"},
    "img": {"src", "alt", "width", "height", "loading"},
    "ol": {"start"},
}
_SCHEMES = {"http", "https", "mailto", "tel"}
_FIRST_HEAD = re.compile(r"^\s*<h1[^>]*>(?P<title>.*?)</h1>\s*", re.DOTALL)
_DEEPER = {"h1": "h3", "h2": "h3", "h5": "h4", "h6": "h4"}


class Story:
    """Turns a story's Markdown into safe HTML; one converter serves a whole build."""

    def __init__(self) -> None:
        self._markdown = Markdown(extensions=list(STORY_EXTENSIONS), output_format="html")

    def __call__(self, written: str) -> Html:
        html = self._markdown.reset().convert(written)
        for head, below in _DEEPER.items():
            html = html.replace(f"<{head}>", f"<{below}>").replace(f"</{head}>", f"</{below}>")
        return Html(
            nh3.clean(
                html,
                tags=_STORY_TAGS,
                attributes={"a": {"href", "title"}},
                url_schemes=_SCHEMES,
                link_rel="noopener",
            )
        )


def page_markdown() -> Markdown:
    """A converter for whole pages, as MkDocs would make it from `mkdocs.yml`."""
    return Markdown(extensions=list(EXTENSIONS), output_format="html")


def split_title(html: str) -> tuple[str, Html]:
    """A page's title, from its first head, and its body made safe without that head."""
    found = _FIRST_HEAD.match(html)
    title = re.sub(r"<[^>]+>", "", found["title"]).strip() if found else ""
    body = html[found.end() :] if found else html
    return title, Html(
        nh3.clean(
            body,
            tags=_PAGE_TAGS,
            attributes=_PAGE_ATTRIBUTES,
            url_schemes=_SCHEMES,
            link_rel="noopener",
        )
    )
