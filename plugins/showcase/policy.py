"""What a page may load, stated to browsers: Content Security Policy Level 3 (https://www.w3.org/TR/CSP3/).

Nothing is inline and nothing comes from elsewhere, so that markup of staff would stay dead even if some got
into a page. Every page says so itself, for hosts whose headers nobody can set and for pages opened from a
disk: Chromium takes ``'self'`` there for the scheme ``file:``. Hosts say it again in a header, which alone can
forbid that others frame the pages.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from types import MappingProxyType

DIRECTIVES: Mapping[str, str] = MappingProxyType(
    {
        "default-src": "'self'",
        "img-src": "'self' data:",
        "object-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": "'self'",
    }
)
HEADER_ALONE = frozenset({"frame-ancestors"})
"""Directives that browsers heed in a header only (CSP3, 3.3)."""
REFERRER = "strict-origin-when-cross-origin"
"""Other sites learn which site a reader came from, never which page; also where that is not the default."""


def stated(directives: Mapping[str, str]) -> str:
    """Directives as browsers read them."""
    return "; ".join(f"{name} {sources}" for name, sources in directives.items())


HEADER = stated(DIRECTIVES)
"""For the header of a host."""
META = stated({name: one for name, one in DIRECTIVES.items() if name not in HEADER_ALONE})
"""For the head of a page."""


def single_file(style: str) -> str:
    """The policy of a document that is one file with one style sheet: that sheet, pictures in it, nothing else.

    `style` is the text of its `style` element to the letter.
    """
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return stated(
        {
            "default-src": "'none'",
            "style-src": f"'sha256-{digest}'",
            "img-src": "data:",
            "base-uri": "'none'",
            "form-action": "'none'",
        }
    )
