"""What cameras write into photographs, and what people call them, never reaches the site."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from showcase.workshop import Workshop
from tests.cases.story import BASELINE
from tests.photographs.devices import MARK, MARKS, PLACE, exif, jpeg, marked_in, png, webp

ROOT = Path(__file__).parents[2]
NAMES: dict[str, Callable[[], bytes]] = {
    f"{MARK}_IMG_20230325.jpg": jpeg,
    f"{MARK}-0001.png": png,
    f"{MARK} 1.webp": webp,
}
GPS, DETAILS, NOTES = 0x8825, 0x8769, 0x927C


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The baseline with photographs of all three kinds, every file of it made as a build makes it."""
    project = tmp_path_factory.mktemp("project")
    for name in ("content", "overrides"):
        shutil.copytree(ROOT / name, project / name)
    bases = Path(shutil.copytree(BASELINE, project / "bases"))
    (bases / "hetang").mkdir()
    lines = ["schema: 1", "name: 荷塘议事亭", "kind: 协商平台", "city: 云州市", "photos:"]
    for name, content in NAMES.items():
        (bases / "hetang" / name).write_bytes(content())
        lines.append(f'  - {{file: "{name}", alt: 亭子, caption: 荷塘边, consent: 不需要}}')
    lines += ["activities:", "  - title: 开放日", "    source: yunzhou-report", "    photos:"]
    lines += [f'      - "{name}"' for name in NAMES]
    (bases / "hetang.yml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    workshop = Workshop(project)
    catalogue = workshop.read().catalogue
    assert catalogue is not None
    edition = workshop.edition(catalogue)
    built = project / "site"
    for page in edition.pages():
        (built / page.file).parent.mkdir(parents=True, exist_ok=True)
        (built / page.file).write_bytes(workshop.document(edition, page).encode())
    workshop.write_derived(edition, built)
    return built


@pytest.mark.parametrize("make", NAMES.values(), ids=["jpeg", "png", "webp"])
def test_the_planted_photographs_are_full_of_marks(make: Callable[[], bytes]) -> None:
    content = make()
    assert marked_in(content)
    with Image.open(io.BytesIO(content)) as picture:
        found = picture.getexif()
        assert found[0x010F] == MARK
        assert float(found.get_ifd(GPS)[2][2]) == PLACE / 10_000
        assert MARK.encode() in found.get_ifd(DETAILS)[NOTES]
        assert picture.info["icc_profile"].endswith(MARK.encode())
    assert exif().count(MARK.encode()) == 11
    assert content.count(MARK.encode()) > 11


def test_the_photographs_are_on_the_site(site: Path) -> None:
    published = sorted((site / "assets" / "photographs" / "hetang").rglob("*.jpg"))
    assert len(published) >= len(NAMES)
    page = (site / "bases" / "hetang" / "index.html").read_text("utf-8")
    assert all(photo.name in page for photo in published if "-" not in photo.stem)
    for photo in published:
        with Image.open(photo) as picture:
            assert picture.getpixel((20, 20))[0] > 150  # type: ignore[index]


def test_no_file_of_the_site_holds_a_mark(site: Path) -> None:
    files = [path for path in site.rglob("*") if path.is_file()]
    assert len(files) > 20
    assert [path for path in files if any(mark in path.read_bytes() for mark in MARKS)] == []


def test_no_address_of_the_site_holds_a_name_that_a_device_or_a_person_gave(site: Path) -> None:
    names = [path.relative_to(site).as_posix() for path in site.rglob("*")]
    told = (MARK, "IMG_2023", "0001.png", ".webp")
    assert [name for name in names if any(word in name for word in told)] == []


def test_a_published_photograph_has_only_what_shows_it(site: Path) -> None:
    for path in (site / "assets" / "photographs").rglob("*.jpg"):
        content = path.read_bytes()
        assert not marked_in(content)
        assert content.endswith(b"\xff\xd9")
        with Image.open(path) as picture:
            assert len(picture.getexif()) == 0
            assert not picture.info.keys() - {"jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression"}  # fmt: skip
