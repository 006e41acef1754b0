"""What stands at a host, as far as a delivery is concerned: the folders that hold our files, and no other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from .host import ASIDE, OWN, PART, Entry, Host, Kind


@dataclass(frozen=True)
class Survey:
    """`there` holds what stands at a path, by the path's `key`; `strange` whether anything but our own marks
    stands at the top; `leftovers` are files of a delivery that was interrupted."""

    there: Mapping[str, tuple[str, Entry]] = field(default_factory=dict)
    folds_case: bool = False
    strange: bool = False
    leftovers: tuple[str, ...] = ()

    def key(self, path: str) -> str:
        """One for all ways of writing a path that lead to the same file."""
        return path.casefold() if self.folds_case else path

    def at(self, path: str) -> Entry | None:
        """What stands at a path."""
        found = self.there.get(self.key(path))
        return found[1] if found else None

    def name(self, path: str) -> str:
        """A path as the host writes it."""
        found = self.there.get(self.key(path))
        return found[0] if found else path

    def has_folder(self, path: str) -> bool:
        """Whether a folder is there, and is one."""
        found = self.at(path)
        return not path or (found is not None and found.kind is Kind.FOLDER)


def surveyed(host: Host, paths: Iterable[str], marks: frozenset[str]) -> Survey:
    """Look at every folder that any of `paths` stands in. `marks` are our own names at the top.

    Links are told as such and not entered; folders of others are never looked into. Raises DeliveryError.
    """
    folds = host.folds_case()
    survey = Survey(folds_case=folds)
    wanted = sorted({folder for path in paths for folder in around(path)}, key=_depth)
    there: dict[str, tuple[str, Entry]] = {}
    leftovers: list[str] = []
    seen: set[str] = set()
    strange = False
    for folder in ("", *wanted):
        known = there.get(survey.key(folder))
        if survey.key(folder) in seen or (
            folder and (known is None or known[1].kind is not Kind.FOLDER)
        ):
            continue
        seen.add(survey.key(folder))
        real = known[0] if known else ""
        for name, entry in (host.entries(real) or {}).items():
            path = f"{real}/{name}" if real else name
            if name in (PART, ASIDE) and entry.kind is Kind.FILE:
                leftovers.append(path)
            elif name not in OWN:
                there[survey.key(path)] = path, entry
                strange |= not folder and name not in marks
    return Survey(there, folds, strange, tuple(sorted(leftovers)))


def around(path: str) -> tuple[str, ...]:
    """The folders around a path, the outermost first: `bases` and `bases/yunqiao` of `bases/yunqiao/index.html`."""
    parts = path.split("/")[:-1]
    return tuple("/".join(parts[:count]) for count in range(1, len(parts) + 1))


def _depth(path: str) -> tuple[int, str]:
    return path.count("/"), path
