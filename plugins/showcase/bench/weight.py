"""What a built site weighs: its pages by kind, its datasets by maker, and everything that pages share."""

from __future__ import annotations

import gzip
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .. import addresses
from ..assets import FOLDER

LARGEST = 300_000
"""Bytes that no page may pass, however many bases there are."""
_DIGEST = re.compile(r"\.[0-9a-f]{12}(?=\.\w+$)")


@dataclass
class Made:
    """What a build tells while it is at it: each page's kind and CPU seconds, each maker's datasets."""

    pages: dict[str, tuple[str, float]] = field(default_factory=dict)
    datasets: dict[str, dict[str, Any]] = field(default_factory=dict)

    def page(self, page: Any, seconds: float) -> None:
        """A page of an edition was made."""
        self.pages[page.file] = kind_of(page.path), seconds

    def data(self, maker: str, seconds: float, files: Sequence[str]) -> None:
        """A maker made datasets, known among the assets by these names."""
        self.datasets[maker] = {"cpu": seconds, "files": sorted(files)}


def kind_of(path: str) -> str:
    """What kind of page stands at a site path: ``bases/*/timeline``, its number in a list of several left out."""
    steps = [one for one in path.split("/") if one]
    if len(steps) > 1 and steps[-1].isdigit():
        steps.pop()
    named = (
        [steps[0], *("*" if place == 1 else one for place, one in enumerate(steps[1:], 1))]
        if steps
        else ["home"]
    )
    return "/".join(named)


def packed(content: bytes) -> int:
    """Bytes after gzip, as a web server sends them."""
    return len(gzip.compress(content, 6))


def weights(site: Path, made: Made) -> dict[str, Any]:
    """Bytes and files of a built site, and of each kind of page, dataset and asset."""
    sizes = {
        path.relative_to(site).as_posix(): path.stat().st_size
        for path in site.rglob("*")
        if path.is_file()
    }
    pages = {name: size for name, size in sizes.items() if name.endswith(".html")}
    shared = _shared(site, sizes)
    return {
        "pages": len(pages),
        "page_bytes": sum(pages.values()),
        "largest_page": max(pages.values()),
        "too_large": sorted(name for name, size in pages.items() if size > LARGEST),
        "kinds": _kinds(site, pages, made),
        "datasets": _datasets(shared, made),
        "assets": {name: one for name, one in shared.items() if name not in _data_names(made)},
        "files": len(sizes),
        "bytes": sum(sizes.values()),
    }


def _kinds(site: Path, pages: Mapping[str, int], made: Made) -> dict[str, Any]:
    found: dict[str, dict[str, Any]] = {}
    for name, size in pages.items():
        kind, seconds = made.pages.get(name, (kind_of(name.removesuffix("index.html")), 0.0))
        one = found.setdefault(
            kind, {"pages": 0, "bytes": 0, "cpu": 0.0, "largest": 0, "where": ""}
        )
        one["pages"] += 1
        one["bytes"] += size
        one["cpu"] += seconds
        if size > one["largest"]:
            one["largest"], one["where"] = size, name
    for one in found.values():
        one["packed"] = packed((site / one["where"]).read_bytes())
    return dict(sorted(found.items(), key=lambda item: -item[1]["largest"]))


def _shared(site: Path, sizes: Mapping[str, int]) -> dict[str, dict[str, int]]:
    """Files whose names tell their content, by their plain names: bytes, and bytes after gzip."""
    return {
        _DIGEST.sub("", name).removeprefix(FOLDER): {
            "bytes": size,
            "gzip": packed((site / name).read_bytes()),
        }
        for name, size in sorted(sizes.items())
        if _DIGEST.search(name) and not name.startswith((addresses.COVERS, addresses.PHOTOGRAPHS))
    }


def _datasets(shared: Mapping[str, Mapping[str, int]], made: Made) -> dict[str, Any]:
    return {
        maker: {
            "cpu": one["cpu"],
            "files": len(one["files"]),
            "bytes": sum(shared[name]["bytes"] for name in one["files"]),
            "gzip": sum(shared[name]["gzip"] for name in one["files"]),
            "largest": max((shared[name]["bytes"] for name in one["files"]), default=0),
            "largest_gzip": max((shared[name]["gzip"] for name in one["files"]), default=0),
        }
        for maker, one in made.datasets.items()
    }


def _data_names(made: Made) -> frozenset[str]:
    return frozenset(name for one in made.datasets.values() for name in one["files"])
