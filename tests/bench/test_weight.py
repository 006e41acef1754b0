"""What a built site weighs is told by kind of page, by dataset and by shared file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from showcase.bench.weight import LARGEST, Made, kind_of, packed, weights


@dataclass
class _Page:
    path: str

    @property
    def file(self) -> str:
        return f"{self.path}index.html"


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("", "home"),
        ("bases/", "bases"),
        ("bases/12/", "bases"),
        ("bases/yunqiao/", "bases/*"),
        ("bases/yunqiao/timeline/", "bases/*/timeline"),
        ("standards/six/3/", "standards/*"),
        ("404.html", "404.html"),
    ],
)
def test_pages_of_a_list_are_of_one_kind(path: str, kind: str) -> None:
    assert kind_of(path) == kind


def test_everything_is_weighed_once(tmp_path: Path) -> None:
    files = {
        "index.html": b"h" * 10,
        "bases/a/index.html": b"a" * (LARGEST + 1),
        "bases/b/index.html": b"b" * LARGEST,
        "assets/data/bases.0123456789ab.js": b"bases" * 50,
        "assets/data/events-2023.0123456789ab.js": b"events" * 60,
        "assets/shell.0123456789ab.css": b"shell" * 70,
        "assets/covers/a-1x1.svg": b"cover",
    }
    for name, content in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    made = Made()
    made.page(_Page("bases/a/"), 0.5)
    made.page(_Page("bases/b/"), 0.25)
    made.data("bases", 1.5, ["data/bases.js"])
    made.data("events", 2.5, ["data/events-2023.js"])
    found = weights(tmp_path, made)
    assert found["pages"] == 3
    assert found["files"] == len(files)
    assert found["bytes"] == sum(map(len, files.values()))
    assert found["largest_page"] == LARGEST + 1
    assert found["too_large"] == ["bases/a/index.html"]
    assert found["kinds"]["bases/*"] == {
        "pages": 2,
        "bytes": 2 * LARGEST + 1,
        "cpu": 0.75,
        "largest": LARGEST + 1,
        "where": "bases/a/index.html",
        "packed": packed(files["bases/a/index.html"]),
    }
    assert found["datasets"]["events"] == {
        "cpu": 2.5,
        "files": 1,
        "bytes": 360,
        "gzip": packed(b"events" * 60),
        "largest": 360,
        "largest_gzip": packed(b"events" * 60),
    }
    assert found["assets"] == {"shell.css": {"bytes": 350, "gzip": packed(b"shell" * 70)}}
