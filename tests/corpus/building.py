"""A case as a project: checked, and every page of it made."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PIL import Image

from showcase import photographs
from showcase.catalogue import Catalogue
from showcase.diagnostics import Diagnostic, errors
from showcase.folder import Reading
from showcase.workshop import Workshop

from . import index, inertness
from .laying import Files, Laid, files_of, lay, workshop

UNCITED = {"uncited", "met-without-evidence", "tie-uncited"}
"""What the toy schema cannot say: it has no source for each fact."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A project of a case, checked."""

    laid: Laid
    reading: Reading
    told: tuple[Diagnostic, ...]

    @property
    def refused(self) -> bool:
        """Whether a build stops."""
        return bool(errors(self.told))

    @property
    def shown(self) -> str:
        """What is told, in short."""

        told = []
        for one in self.told[:6]:
            file, line = self.laid.original(one.place.file, one.place.line)
            told.append(f"{one.level.name[0]} {Path(file).name}:{line} {one.field} {one.code}")
        return "[" + "；".join(told) + "]"


def check(files: Files, root: Path) -> Checked:
    """Lay files out and check them; nothing is said of what the toy schema cannot cite."""
    laid = lay(files, root)
    reading = laid.workshop.read(drafts=True)
    told = tuple(one for one in reading.diagnostics if one.code not in UNCITED)
    return Checked(laid, reading, told)


def pages(laid: Laid, catalogue: Catalogue) -> dict[str, str]:
    """Every page of the site, by its path."""
    return _rendered(laid.workshop, catalogue)


def built(root: Path) -> tuple[tuple[Diagnostic, ...], dict[str, str]]:
    """What is told of a project, and its pages where there are any."""
    shop = workshop(root)
    reading = shop.read(drafts=True)
    catalogue = reading.catalogue
    return reading.diagnostics, {} if catalogue is None else _rendered(shop, catalogue)


def _rendered(shop: Workshop, catalogue: Catalogue) -> dict[str, str]:
    edition = shop.edition(catalogue)
    return {page.path: shop.document(edition, page) for page in edition.pages()}


@cache
def meant(folder: Path) -> Catalogue:
    """The baseline, read: what the cases would say without their slip."""
    with tempfile.TemporaryDirectory() as place:
        checked = check(files_of(index.baseline(folder)), Path(place))
    assert checked.reading.catalogue is not None, checked.shown
    return checked.reading.catalogue


@cache
def known_acts(folder: Path) -> frozenset[str]:
    """What acts on the pages of the baseline: our own scripts."""
    with tempfile.TemporaryDirectory() as place:
        checked = check(files_of(index.baseline(folder)), Path(place))
        assert checked.reading.catalogue is not None
        return frozenset(inertness.acting(pages(checked.laid, checked.reading.catalogue).values()))


def picture_faults(laid: Laid, catalogue: Catalogue) -> Iterator[str]:
    """What is wrong with the published form of the photographs."""
    for identity, photos in catalogue.photos.items():
        for number, name in enumerate(photos):
            target = laid.root / "published" / identity / f"{number}.jpg"
            try:
                photographs.publish(laid.root / "bases" / identity, name, target)
                with Image.open(target) as picture:
                    if picture.getexif() or min(picture.size) < 1 or picture.mode != "RGB":
                        yield f"{name}: {picture.size} {picture.mode} {dict(picture.getexif())}"
                    if picture.size != (photos[name].width, photos[name].height):
                        yield f"{name}: measured {photos[name]}, is {picture.size}"
            except (OSError, ValueError, ZeroDivisionError) as fault:
                yield f"{name}: {fault}"
