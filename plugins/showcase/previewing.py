"""Lets the preview reload its pages by itself without loosening what they may load.

MkDocs writes an inline script into every page that it serves. A built page forbids such scripts, and so does a
previewed one, but for this script: it gets a word made up for this one answer, which the page's policy names
(CSP3, 2.3.1, nonces). So what staff see in the preview is held as strictly as what they publish.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import Any

from .policy import META

Inject = Callable[[bytes, int], bytes]


def let_reload(server: Any) -> None:
    """Let the script of a MkDocs live-reload server run in the pages that it serves."""
    # the server has no public way to change the script that it writes into a page
    server._inject_js_into_html = admitting(server._inject_js_into_html)


def admitting(inject: Inject) -> Inject:
    """The same as `inject`, which writes one script into a page; the page's policy then admits that script."""

    def injected(page: bytes, epoch: int) -> bytes:
        word = secrets.token_urlsafe(16).encode()
        # a text of staff that looks like the script comes before it, and gets no word
        before, tag, script = inject(page, epoch).rpartition(b"<script>")
        stated = META.encode()
        allowing = before.replace(stated, stated + b"; script-src 'self' 'nonce-" + word + b"'", 1)
        return allowing + tag.replace(b">", b' nonce="' + word + b'">') + script

    return injected
