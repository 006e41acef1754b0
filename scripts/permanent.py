"""Makes PERMANENT.md and tests/keeping/permanent.json: what others rely on and therefore never just disappears.

    .venv/bin/python scripts/permanent.py

New entries are added. What is registered and no longer there is told, and stays registered: either it comes
back, or its keeper moves it by hand to `retired` in the JSON file, with `since` and `instead`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
# This folder holds a module named showcase too: it must not stand before the package.
sys.path[:] = [
    str(ROOT / "plugins"),
    str(ROOT),
    *(one for one in sys.path if one != str(ROOT / "scripts")),
]

from scripts.launcher import audit, verbs  # noqa: E402
from showcase import addresses, model  # noqa: E402
from showcase.commands import check, outcome, place  # noqa: E402
from showcase.messages import WORDINGS, Language  # noqa: E402
from showcase.model.shape import Shape, shape_of  # noqa: E402
from showcase.reports import data  # noqa: E402
from showcase.schemas.files import KINDS, published  # noqa: E402
from showcase.workshop import Workshop  # noqa: E402

DOCUMENT = "PERMANENT.md"
REGISTRY = Path("tests") / "keeping" / "permanent.json"
SECTIONS = {
    "message codes": "What a diagnostic is called, in every format of `check`.",
    "exit codes": "How a command ends.",
    "verbs": "What is typed behind `scripts/showcase.py`.",
    "formats of check": "What `--format` and `--lang` take; within a version of the JSON, keys are only added.",
    "schema paths": "Where a site has its schemas; a change that old files do not survive gets a new number.",
    "addresses": "Where pages and files stand on a site; `{…}` stands for an id or a name.",
    "keys": "What may stand in a YAML file, in English and in Chinese; `[]` stands for an item, `{}` for an id.",
    "choices": "The words of the fixed lists, in Chinese and in English.",
    "bases": "Ids of the records that are kept here, and with them their addresses.",
    "standards": "Ids of the standards that are kept here.",
    "sources": "Ids of the sources that are kept here.",
    "terms": "Ids of the terms that are kept here.",
}
"""What is registered, in the order of the document."""


@dataclass(frozen=True)
class Registry:
    """The entries by section, and those that were let go: each with its section, since when, and what instead."""

    entries: Mapping[str, tuple[str, ...]]
    retired: tuple[Mapping[str, str], ...]

    def gone(self, section: str) -> frozenset[str]:
        """The retired entries of a section."""
        return frozenset(one["entry"] for one in self.retired if one["section"] == section)


@dataclass(frozen=True)
class Difference:
    """What is registered and no longer there, there and not registered, and there although retired."""

    lost: tuple[tuple[str, str], ...]
    new: tuple[tuple[str, str], ...]
    back: tuple[tuple[str, str], ...]


def there(root: Path) -> dict[str, tuple[str, ...]]:
    """Everything permanent as the code and the content have it now."""
    reading = Workshop(root).read(drafts=True)
    catalogue = reading.catalogue or reading.legible
    codes = (
        0,
        check.FOUND_ERRORS,
        place.WRONG_USE,
        outcome.OWN_FAULT,
        audit.NOT_CHECKED,
        outcome.INTERRUPTED,
    )
    forms = [f"--format {form.value}" for form in check.Form] + [
        f"--lang {one.value}" for one in Language
    ]
    found: dict[str, tuple[str, ...]] = {
        "message codes": tuple(WORDINGS),
        "exit codes": tuple(map(str, codes)),
        "verbs": (*verbs.HANDED_ON, *verbs.OWN, "help"),
        "formats of check": (*forms, f"JSON version {data.VERSION}"),
        "schema paths": tuple(published()),
        "addresses": _addresses(),
        "keys": tuple(
            f"{kind.name}: {key}" for kind in KINDS for key in _keys(shape_of(kind.model))
        ),
        "choices": _choices(),
        "bases": tuple(catalogue.bases),
        "standards": tuple(catalogue.standards),
        "sources": tuple(catalogue.sources_file.content.sources),
        "terms": tuple(one.id for one in catalogue.glossary.content.terms),
    }
    return {section: tuple(sorted(set(found[section]))) for section in SECTIONS}


def _addresses() -> tuple[str, ...]:
    """The constants of `addresses`, and what its functions make of an id."""
    fixed = [
        value
        for name, value in vars(addresses).items()
        if name.isupper() and isinstance(value, str)
    ]
    made = [
        addresses.base("{base}"),
        addresses.base_timeline("{base}"),
        addresses.scorecard("{base}"),
        addresses.standard("{standard}"),
        addresses.source("{source}"),
        addresses.term("{term}"),
        addresses.Addresses({"市": "{city}"}).city("市"),
        *(
            addresses.part(one, 2).replace("/2/", "/{number}/")
            for one in (addresses.DIRECTORY, addresses.REGISTER, addresses.TIMELINE)
        ),
        *(addresses.cover("{base}", "{ratio}", scheme) for scheme in ("light", "dark")),
    ]
    return tuple(f"/{one}" for one in (*fixed, *made))


def _keys(shape: Shape | None, way: str = "", above: tuple[int, ...] = ()) -> list[str]:
    """Every key below a shape: ``activities / 活动 › [] › date / 日期``."""
    if shape is None or id(shape) in above:
        return []
    inside = (*above, id(shape))
    if shape.each is not None:
        return _keys(shape.each, f"{way}{'[]' if shape.listed else '{}'} › ", inside)
    found = []
    for slot in {id(slot): slot for slot in shape.slots.values()}.values():
        name = f"{way}{slot.key}" + (f" / {slot.title}" if slot.title != slot.key else "")
        found += [name, *_keys(slot.below, f"{name} › ", inside)]
    return found


def _choices() -> tuple[str, ...]:
    kinds = [
        one
        for one in vars(model).values()
        if isinstance(one, type) and issubclass(one, model.Choice)
    ]
    return tuple(f"{kind.__name__}: {one.value} / {one.name}" for kind in kinds for one in kind)


def registered(root: Path) -> Registry:
    """What stands in the registry; nothing, where there is none yet."""
    path = root / REGISTRY
    if not path.exists():
        return Registry({}, ())
    said = json.loads(path.read_text(encoding="utf-8"))
    entries = {section: tuple(several) for section, several in said["entries"].items()}
    return Registry(entries, tuple(said["retired"]))


def compared(now: Mapping[str, tuple[str, ...]], registry: Registry) -> Difference:
    """What is to be mended, and what is to be registered."""
    lost, new, back = [], [], []
    for section in {**now, **registry.entries}:
        present, known = set(now.get(section, ())), set(registry.entries.get(section, ()))
        gone = registry.gone(section)
        lost += [(section, one) for one in sorted(known - present - gone)]
        new += [(section, one) for one in sorted(present - known - gone)]
        back += [(section, one) for one in sorted(present & gone)]
    return Difference(tuple(lost), tuple(new), tuple(back))


def joined(now: Mapping[str, tuple[str, ...]], registry: Registry) -> Registry:
    """The registry with what is new; nothing that was registered leaves it but by hand."""
    entries = {
        section: tuple(
            sorted({*now[section], *registry.entries.get(section, ())} - registry.gone(section))
        )
        for section in SECTIONS
    }
    return Registry(entries, registry.retired)


def dumped(registry: Registry) -> str:
    """The registry as its file holds it."""
    whole = {"version": 1, "entries": registry.entries, "retired": list(registry.retired)}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def document(registry: Registry) -> str:
    """The registry for people."""
    parts = [
        "# What is permanent",
        "Others rely on these: bookmarks, printed codes, scripts, files that staff have written. None of them is renamed"
        " or removed; one that has to go is listed as retired, with what takes its place. Made by"
        " `scripts/permanent.py` from the code and the content; tests/keeping/test_permanent.py compares.",
    ]
    for section, meaning in SECTIONS.items():
        several = registry.entries[section]
        parts += [f"## {section.capitalize()}: {len(several)}", meaning, _listing(section, several)]
    parts.append("## Retired")
    rows = [
        f"| {one['section']} | `{one['entry']}` | {one['since']} | {one['instead']} |"
        for one in registry.retired
    ]
    parts.append(
        "\n".join(["| what | entry | since | instead |", "|---|---|---|---|", *rows])
        if rows
        else "None yet."
    )
    return "\n\n".join(parts) + "\n"


def _listing(section: str, several: tuple[str, ...]) -> str:
    # long ones each on its line, short ones together
    if section in ("keys", "addresses", "schema paths"):
        return "\n".join(f"- `{one}`" for one in several)
    return ", ".join(f"`{one}`" for one in several)


def main(root: Path) -> int:
    """Write both files; 1 where something that is registered is not there, or retired and there."""
    now, registry = there(root), registered(root)
    found = compared(now, registry)
    whole = joined(now, registry)
    (root / REGISTRY).write_text(dumped(whole), encoding="utf-8", newline="\n")
    (root / DOCUMENT).write_text(document(whole), encoding="utf-8", newline="\n")
    for section, entry in found.new:
        print(f"registered: {section}: {entry}")
    for section, entry in found.lost:
        print(
            f"LOST: {section}: {entry}; put it back, or move it to `retired` in {REGISTRY.as_posix()}"
        )
    for section, entry in found.back:
        print(
            f"BACK: {section}: {entry} is retired; what was let go is not used again for something else"
        )
    return 1 if found.lost or found.back else 0


if __name__ == "__main__":
    sys.exit(main(ROOT))
