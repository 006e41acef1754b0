"""Markdown to safe HTML: a story field of a base, or a page of `content/`."""

from __future__ import annotations

import re
from html import unescape

from markdown import Markdown

from .markup import Html, sanitised_page, sanitised_story

EXTENSIONS = (
    "toc", "tables", "fenced_code",
    "sane_lists", "footnotes", "admonition", "attr_list", "def_list",
)  # fmt: skip
"""What prose pages may use: the first three MkDocs always adds, the rest `mkdocs.yml` names too."""
STORY_EXTENSIONS = ("sane_lists", "nl2br")
_FIRST_HEAD = re.compile(r"^\s*<h1[^>]*>(?P<title>.*?)</h1>\s*", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_DEEPER = {"h1": "h3", "h2": "h3", "h5": "h4", "h6": "h4"}


class Story:
    """Turns a story's Markdown into safe HTML; one converter serves a whole build."""

    def __init__(self) -> None:
        self._markdown = Markdown(extensions=list(STORY_EXTENSIONS), output_format="html")

    def __call__(self, written: str) -> Html:
        html = self._markdown.reset().convert(written)
        for head, below in _DEEPER.items():
            html = html.replace(f"<{head}>", f"<{below}>").replace(f"</{head}>", f"</{below}>")
        return sanitised_story(html)


def page_markdown() -> Markdown:
    """A converter for whole pages, as MkDocs would make it from `mkdocs.yml`."""
    words = {"footnotes": {"BACKLINK_TITLE": "回到正文里的注{}"}}
    return Markdown(extensions=list(EXTENSIONS), extension_configs=words, output_format="html")


def split_title(html: str) -> tuple[str, Html]:
    """A page's title, from its first head, and its body made safe without that head."""
    found = _FIRST_HEAD.match(html)
    title = unescape(_TAG.sub("", found["title"])).strip() if found else ""
    return title, sanitised_page(html[found.end() :] if found else html)
