"""What a delivery leaves at the host for the next one to know: `_showcase.json`.

The release at the host says what is served. It does not say which files of an earlier one still stand
there for visitors whose pages are open, nor, after an interruption, which files are of which release.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from .host import is_path

NAME = "_showcase.json"
FORMAT = 1


@dataclass(frozen=True, slots=True)
class Record:
    """`kept`: assets of the release before, which no page uses any more. `doubtful`: paths that a delivery has
    begun to change and not finished; what stands there is ours, and of either release.

    `everything` is doubtful where the record itself cannot be read.
    """

    kept: frozenset[str] = frozenset()
    doubtful: frozenset[str] = frozenset()
    everything: bool = False

    def written(self) -> bytes:
        """As it stands at the host."""
        shown = {
            "format": FORMAT,
            "kept": sorted(self.kept),
            "doubtful": sorted(self.doubtful),
        }
        return (json.dumps(shown, ensure_ascii=False, indent=1) + "\n").encode()


def read(content: bytes) -> Record:
    """The record in these bytes; one that cannot be read says nothing, and leaves everything in doubt."""
    try:
        found = json.loads(content)
        lists = [found["kept"], found["doubtful"]]
        sound = found["format"] == FORMAT and all(
            isinstance(one, list) and all(map(is_path, one)) for one in lists
        )
    except (ValueError, KeyError, TypeError, RecursionError):
        sound = False
    if not sound:
        return Record(everything=True)
    return Record(frozenset(lists[0]), frozenset(lists[1]))
