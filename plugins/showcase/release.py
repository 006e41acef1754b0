"""What a built site consists of, written into the site itself as `release.json`.

With it a site can be told from any other folder, and a whole one from a damaged one. It says nothing of when
or where the site was built: the same input gives the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

FILE = "release.json"
FORMAT = 1
DIGEST = 24
"""Characters of a SHA-256 by which two releases are told apart."""
_SHA256 = re.compile(r"[0-9a-f]{64}")
_PAGE = ".html"
_LASTING = re.compile(
    r"assets/(?:[\w-]+/)*[\w-][\w.-]*\.[0-9a-f]{12}\.(?:css|js|mjs|woff2?)", re.ASCII
)
"""Nothing that leads out of `assets/` matches: a release may have been written by somebody else."""


@dataclass(frozen=True, slots=True)
class Release:
    """The ids of the bases that have pages, and the SHA-256 of every file by its path in the site.

    The file that says so is not among `files`, nor what was carried over from the release before.
    """

    bases: tuple[str, ...]
    files: Mapping[str, str]

    @property
    def pages(self) -> int:
        """How many of the files are pages."""
        return sum(name.endswith(_PAGE) for name in self.files)

    def differing(self, other: Release) -> tuple[str, ...]:
        """The pages that are not the same in both, or in one alone."""
        both = self.files.keys() | other.files.keys()
        return tuple(
            name
            for name in sorted(both)
            if name.endswith(_PAGE) and self.files.get(name) != other.files.get(name)
        )


def is_lasting(name: str) -> bool:
    """Whether a file is a style, script or font whose name changes with what is in it."""
    return _LASTING.fullmatch(name) is not None


def dump(release: Release) -> bytes:
    """The file: keys sorted, the same for the same site everywhere."""
    data = {"format": FORMAT, "bases": sorted(release.bases), "files": dict(release.files)}
    return (json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def parse(content: bytes) -> Release | None:
    """Read the file; None for one that is broken, or somebody else's."""
    try:
        data: Any = json.loads(content)
        if data["format"] != FORMAT:
            return None
        release = Release(tuple(map(_text, data["bases"])), dict(data["files"]))
        for name, sha256 in release.files.items():
            if not _SHA256.fullmatch(_text(sha256)) or not name:
                return None
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError):
        return None
    return release


def digest_of(content: bytes) -> str:
    """By what a release is known: a digest of its file."""
    return hashlib.sha256(content).hexdigest()[:DIGEST]


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value
