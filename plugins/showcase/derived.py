"""Files made beside the pages: shared assets, covers, photographs, the schemas of the model.

Each is kept in a cache under a name made of everything that it was made from, so that only what is new
costs anything; the cache can be deleted at any time.
"""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path

from . import addresses, fonts, photographs, schemas
from .assets import Assets, named
from .catalogue import Catalogue
from .covering import cover_spec
from .covers import CoverSpec, draw
from .covers.cover import Ratio
from .covers.palette import Scheme
from .listing import files_of

FONT = "fonts/showcase-serif.woff2"
"""The display font among the assets."""
EVERYWHERE: tuple[Ratio, ...] = ("3x4", "16x9", "1x1")
PANEL: Ratio = "1x2"
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
_HAN_AND_SIGNS = re.compile(r"[^\x00-\x1f]")


@dataclass(frozen=True)
class Derived:
    """Writes derived files of a catalogue into a built site."""

    cache: Path
    bases: Path

    def assets(self, folder: Path, words: str, data: Mapping[str, bytes]) -> Assets:
        """The files of `overrides/assets`, the display font cut down to what `words` hold, and data for scripts."""
        contents = {
            name: path.read_bytes()
            for name, path in files_of(folder)
            if not path.name.startswith(".")
        }
        characters = "".join(sorted(set(_HAN_AND_SIGNS.findall(words))))
        contents[FONT] = fonts.cached_subset(characters, self.cache / "fonts")
        return named(contents | dict(data))

    def write(
        self, catalogue: Catalogue, panels: Iterable[str], assets: Assets, site: Path
    ) -> None:
        """Everything at once. `panels` are the ids on the home scroll."""
        for name, content in assets.files.items():
            _write(site / name, content)
        for name, make in self._covers(catalogue, set(panels)):
            self._put(name, make, site)
        for name, text in schemas.published().items():
            _write(site / name, text.encode())
        for identity, pictures in catalogue.photos.items():
            for name in pictures:
                target = site / addresses.photograph(identity, name)
                photographs.publish(self.bases / identity, name, target)

    def _covers(
        self, catalogue: Catalogue, panels: set[str]
    ) -> Iterator[tuple[str, tuple[CoverSpec, Ratio, Scheme]]]:
        for identity, record in catalogue.bases.items():
            spec = cover_spec(identity, record.content)
            ratios = (*EVERYWHERE, PANEL) if identity in panels else EVERYWHERE
            for ratio in ratios:
                for scheme in SCHEMES:
                    yield addresses.cover(identity, ratio, scheme), (spec, ratio, scheme)

    def _put(self, name: str, made_from: tuple[CoverSpec, Ratio, Scheme], site: Path) -> None:
        key = hashlib.sha256(f"{_drawing_version()}{made_from!r}".encode()).hexdigest()
        kept = self.cache / "covers" / key[:2] / f"{key}.svg"
        if not kept.is_file():
            _write(kept, draw(*made_from).encode())
        _copy(kept, site / name)


@cache
def _drawing_version() -> str:
    """A digest of the code that draws: a changed motif must not be served from the cache."""
    package = resources.files("showcase.covers")
    digest = hashlib.sha256()
    for path in sorted(Path(str(package)).rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    waiting = path.with_name(f"{path.name}.part")
    waiting.write_bytes(content)
    waiting.replace(path)


def _copy(kept: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(kept, target)
