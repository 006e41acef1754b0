"""What was read where a case points, and whether it is right."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import yaml

from . import index
from .building import Checked, meant, picture_faults
from .facts import at, bare, said, typed
from .index import Overlay
from .translation import ours


def value_of(folder: Path, case: Overlay, checked: Checked) -> tuple[str, bool]:
    """What was read where the index points, and whether it is as typed or as the baseline means it."""
    catalogue = checked.reading.catalogue
    if catalogue is None:
        return "nothing", False
    if case.file.startswith("photos/"):
        wrong = list(picture_faults(checked.laid, catalogue))
        return "；".join(wrong), not wrong
    ours_file = checked.laid.ours(case.file)
    record = catalogue.bases.get(Path(ours_file).stem)
    if record is None:
        return "no such base", False
    if case.field == "slug":
        slug = checked.laid.rewritten[ours_file].slug
        return record.id, slug is None or record.id == slug
    found = at(record.content, ours(case.field)) if case.field else record.content
    text = said(found) if found is not None else ""
    if found in (None, (), {}) and _only_leaves_out(folder, case):
        return "left out", True
    right = meant(folder).bases.get(record.id)
    like = at(right.content, ours(case.field)) if right and case.field else right and right.content
    if found == like:
        return text, True
    wanted = plain(_typed(case))
    if case.field in ("brand", "tags"):
        # a list with us: one name of one
        return text, bool(wanted) and wanted == plain(text)
    # a figure with its unit begins with what was typed
    return text, bool(text) and bool(wanted) and plain(text).startswith(wanted)


def _only_leaves_out(folder: Path, case: Overlay) -> bool:
    """Whether a case differs from the baseline only by lines that are not there."""
    base = index.baseline(folder) / case.file
    if not base.is_file() or not (case.folder / case.file).is_file():
        return False
    rest = iter(base.read_bytes().splitlines())
    return all(line in rest for line in (case.folder / case.file).read_bytes().splitlines())


def plain(text: str) -> str:
    """A text without what is only a way of typing it: width, blanks, commas between thousands."""
    return bare(unicodedata.normalize("NFKC", text)).replace(",", "")


def _typed(case: Overlay) -> str:
    """What stands on the line of the index, after its key."""
    try:
        lines = (case.folder / case.file).read_bytes().decode("utf-8", "replace").splitlines()
        rest = re.split(r"[:：]", lines[case.line - 1], maxsplit=1)
    except (OSError, IndexError):
        return ""
    return typed(rest[1]) if len(rest) > 1 else ""


def payload_of(case: Overlay) -> str:
    """The text that a case tries to smuggle in, as YAML reads it."""
    try:
        value = yaml.load((case.folder / case.file).read_bytes(), Loader=yaml.BaseLoader)
    except (yaml.YAMLError, OSError, UnicodeDecodeError):
        return ""
    steps = [int(one) if one.isdigit() else one for one in re.findall(r"[^.\[\]]+", case.field)]
    found = at(value, tuple(steps))
    return found if isinstance(found, str) else ""
