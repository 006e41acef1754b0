"""Data for the scripts of pages: classic scripts that hand over a value, so that they also load on `file://`.

A dataset is published among the assets, under a name that tells its content, and loaded on first use.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from .assets import hashed

_PLACE = "data/"


@dataclass(frozen=True, slots=True)
class Dataset:
    """A value under a name: ``bases``, ``events-2023``. `value` is what JSON can say."""

    name: str
    value: object

    @property
    def file(self) -> str:
        """Its name among the assets."""
        return f"{_PLACE}{self.name}.js"

    @property
    def path(self) -> str:
        """Its site path, for another dataset that leads to it."""
        return hashed(self.file, self.content)

    @property
    def content(self) -> bytes:
        """The script."""
        told = json.dumps(self.value, ensure_ascii=False, separators=(",", ":"))
        return f'Showcase.deliver("{self.name}",{told});\n'.encode()
