"""What a project on disk would publish now: its catalogue, the addresses of its pages, its photographs."""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Mapping
from pathlib import Path

from .catalogue import Catalogue
from .edition import NOT_FOUND
from .ledger import Published
from .publication.snapshot import published_of
from .workshop import Workshop

_TAG = re.compile(r"<[^>]+>")
_BLANKS = re.compile(r"\s*\n\s*")


def published(workshop: Workshop, catalogue: Catalogue) -> Published:
    """All that the site of a catalogue would state."""
    written = workshop.handwritten()
    edition = workshop.edition(catalogue, written)
    pages = {page.path: page.title for page in edition.pages() if page.path != NOT_FOUND}
    texts = {path: plain(one.body) for path, one in written.items()}
    return published_of(catalogue, digests(workshop.bases, catalogue), pages, texts)


def digests(bases: Path, catalogue: Catalogue) -> Mapping[str, Mapping[str, str]]:
    """The SHA-256 of every photograph's original."""
    return {
        identity: {
            name: hashlib.sha256((bases / identity / name).read_bytes()).hexdigest()
            for name in pictures
        }
        for identity, pictures in catalogue.photos.items()
    }


def plain(body: str) -> str:
    """The words of a finished page, without its marks."""
    return _BLANKS.sub("\n", html.unescape(_TAG.sub("", body))).strip()
