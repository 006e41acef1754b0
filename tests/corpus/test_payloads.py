"""What staff paste never acts: every payload of the corpus in every text that can be written, on every page."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from showcase.diagnostics import errors

from . import inertness
from .building import UNCITED, built
from .facts import bare
from .laying import frame
from .payloads import HARMLESS, filled, marks, payloads

CORPUS = Path(__file__).parent / "bases"


def _pages(
    payload: str, place: Path, without: frozenset[str]
) -> tuple[dict[str, str], frozenset[str]]:
    """Every page with the payload wherever it is taken, and the marks of where it is not."""
    for _ in range(8):
        files = filled(payload, without)
        frame(place)
        for file, text in files.items():
            (place / file).write_text(text, encoding="utf-8", newline="\n")
        picture = BytesIO()
        Image.new("RGB", (40, 30)).save(picture, "JPEG")
        (place / "bases" / "yunqiao").mkdir(exist_ok=True)
        (place / "bases" / "yunqiao" / "a.jpg").write_bytes(picture.getvalue())
        told, pages = built(place)
        refused = errors(one for one in told if one.code not in UNCITED)
        if not refused:
            return pages, without
        # where it stands, or where the line it stands on begins
        named = {
            mark
            for one in refused
            for mark, file in marks()
            if file == one.place.file and _at(files[file], one.place.line, one.place.column, mark)
        }
        assert named - without, refused
        without |= named
    raise AssertionError(f"never taken: {payload}")


def _at(text: str, line: int, column: int, mark: str) -> bool:
    before, found, _ = text.partition(mark)
    if not found or before.count("\n") + 1 != line:
        return False
    within = len(before.rpartition("\n")[2])
    return abs(within - (column - 1)) <= 2


@cache
def _harmless(place: Path) -> tuple[frozenset[str], frozenset[str]]:
    """Which marks some page shows, and what acts on the pages, while nothing is smuggled in."""
    pages, _ = _pages(HARMLESS, place, frozenset())
    said = _said(pages)
    return frozenset(mark for mark, _ in marks() if mark in said), frozenset(
        inertness.acting(pages.values())
    )


def _said(pages: dict[str, str]) -> str:
    return bare("".join(one for source in pages.values() for one in inertness.Page(source).said))


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> tuple[frozenset[str], frozenset[str]]:
    """The pages without any payload."""
    return _harmless(tmp_path_factory.mktemp("harmless"))


@pytest.mark.parametrize("payload", payloads(CORPUS))
def test_a_payload_stays_text(
    payload: str, tmp_path: Path, usual: tuple[frozenset[str], frozenset[str]]
) -> None:
    """It acts on no page, breaks no page, and where it is shown it is shown as typed."""
    shown, known = usual
    pages, without = _pages(payload, tmp_path, frozenset())
    assert list(inertness.faults(pages.values(), set(known))) == []
    said = _said(pages)
    story = next(mark for mark, _ in marks() if mark in _story(tmp_path))
    wanted = shown - without - {story}
    assert len(wanted) > 10 or "\n" in payload
    lost = [mark for mark in sorted(wanted) if bare(mark + payload) not in said]
    assert lost == []


def _story(place: Path) -> str:
    lines = (place / "bases" / "yunqiao.yml").read_text("utf-8").splitlines()
    return next(line for line in lines if line.startswith("story"))


def test_the_check_sees_what_acts() -> None:
    """What must never stand on a page is found when it does."""
    for source in (
        "<p onclick='x()'>a</p>", "<script>x()</script>", "<img src='https://evil.example/x.gif'>",
        "<a href='java\tscript:x()'>a</a>", "<iframe srcdoc='x'></iframe>", "<style>body{}</style>",
        "<meta http-equiv=refresh content=0>", "<base href='//evil.example'>", "<form></form>",
        "<!-- x -->", "<link href='//evil.example/a.css'>", "<div><b>x</div>",
    ):  # fmt: skip
        assert list(inertness.faults([source], set())), source
    assert (
        list(inertness.faults(["<a href='https://example.org/'>&lt;script&gt;</a>"], set())) == []
    )
