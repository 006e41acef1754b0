"""The core at work where no MkDocs is: ``python -m tests.site.alone PROJECT SITE`` writes every page."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

FORBIDDEN = frozenset({"mkdocs", "material", "properdocs"})


class Forbidding(MetaPathFinder):
    """Says no to the shells, as a machine without them would."""

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name.partition(".")[0] in FORBIDDEN:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
        return None


def main(project: Path, site: Path) -> None:
    """Everything that a built site holds."""
    from showcase.workshop import Workshop

    workshop = Workshop(project)
    reading = workshop.read()
    assert reading.catalogue is not None
    edition = workshop.edition(reading.catalogue)
    for page in edition.pages():
        file = site / page.file
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(workshop.document(edition, page).encode())
    workshop.write_derived(edition, site)


if __name__ == "__main__":
    sys.meta_path.insert(0, Forbidding())
    main(Path(sys.argv[1]), Path(sys.argv[2]))
    assert not FORBIDDEN & {name.partition(".")[0] for name in sys.modules}
