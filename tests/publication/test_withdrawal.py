"""What is taken back: its own files, pages that speak of it, and nothing besides."""

from __future__ import annotations

from pathlib import Path

from showcase import addresses
from showcase.withdrawal import Withdrawn, remove_mentions
from tests.switching.laying import content_of, lay

BASE = Withdrawn("yunqiao", "云桥同心站", ("yunqiao-old",))
PHOTO = Withdrawn("yunqiao", "云桥同心站", ("yunqiao-old",), photo="hall.jpg")
NAMELESS = Withdrawn("yunqiao", "")
NOW, FORMERLY = (addresses.photograph(one, "hall.jpg") for one in ("yunqiao", "yunqiao-old"))
OTHER = addresses.photograph("yunqiao", "yard.jpg")
SITE = {
    "index.html": f"<a href='{addresses.base('yunqiao')}'>云桥</a><img src='{NOW}'>",
    "about/index.html": "别的事",
    f"{addresses.base('yunqiao')}index.html": f"云桥同心站<img src='{NOW}'>",
    f"{addresses.base('yunqiao-old')}index.html": "搬走了",
    f"{addresses.base('hetang')}index.html": "荷塘同心站",
    f"{addresses.COVERS}yunqiao-1x1.svg": "<svg/>",
    f"{addresses.COVERS}yunqiao2-1x1.svg": "<svg/>",
    NOW: "now", FORMERLY: "formerly", OTHER: "another",
}  # fmt: skip


def left(tmp_path: Path, withdrawn: Withdrawn) -> set[str]:
    """What stays of a site."""
    site = lay(tmp_path / "site", SITE)
    gone = remove_mentions(site, withdrawn)
    stays = content_of(site).keys()
    assert not any(path.exists() for path in gone)
    return set(stays)


def test_of_a_base_everything_goes_under_the_address_of_now_and_those_of_before(
    tmp_path: Path,
) -> None:
    assert left(tmp_path, BASE) == {
        "about/index.html", f"{addresses.base('hetang')}index.html", f"{addresses.COVERS}yunqiao2-1x1.svg",
    }  # fmt: skip


def test_of_a_photograph_it_goes_and_what_shows_it(tmp_path: Path) -> None:
    gone = {"index.html", f"{addresses.base('yunqiao')}index.html", NOW, FORMERLY}
    assert left(tmp_path, PHOTO) == SITE.keys() - gone


def test_a_base_without_a_name_does_not_take_everything_with_it(tmp_path: Path) -> None:
    """An empty word is in every file."""
    assert {"about/index.html", f"{addresses.base('hetang')}index.html"} <= left(tmp_path, NAMELESS)
    assert b"" not in NAMELESS.marks
