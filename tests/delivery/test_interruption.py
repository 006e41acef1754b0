"""Whatever stops a delivery, at whatever step: every page is whole and finds its stylesheet, and the same
delivery again leaves exactly the new site beside what is not ours."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.delivery.delivery import deliver, prospect
from showcase.delivery.host import PART, DeliveryError
from showcase.delivery.local import LocalHost
from showcase.release import is_lasting
from tests.delivery.faults import BreakdownError, failing, full_disk
from tests.delivery.samples import FOREIGN, built, lay, loaded, site, standing

SITES = (
    site("yunqiao", "xugou", "qiaotou"),
    site("yunqiao", "xinqiao", "qiaotou", style="body{color:red}", words=" new"),
    site("yunqiao", style="body{color:blue}"),
    # the same sizes as the first: only the bytes tell them apart
    site("yunqiao", "xugou", "qiaotou", style="body{c}", words="")
    | {"404.html": site("a")["404.html"].replace(b"404<", b"405<")},
)
_SHEET = re.compile(rb'href="(?:\.\./)*(assets/[^"]+)"')


def send(folder: Path, live: Path) -> None:
    """One delivery."""
    load, host = loaded(folder), LocalHost(live, pause=lambda _: None)
    with host.locked():
        deliver(prospect(load, host), load, host)


def wrong(live: Path, sites: Sequence[Mapping[str, bytes]]) -> list[str]:
    """What a reader would find amiss among the files of several releases and those of others."""
    found = []
    there = standing(live)
    for path, content in there.items():
        if path.rpartition("/")[2] == PART:
            continue
        known = [one[path] for one in (*sites, FOREIGN) if path in one]
        if content not in known:
            found.append(f"{path} is of no release")
        sheet = _SHEET.search(content) if path.endswith(".html") else None
        if sheet and sheet[1].decode() not in there:
            found.append(f"{path} has lost {sheet[1].decode()}")
    found += [f"{path} was lost" for path in FOREIGN if there.get(path) != FOREIGN[path]]
    return found


def unlike(live: Path, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """What stands there beyond or short of a release, others' files and stylesheets of the release before."""
    there = standing(live)
    due = {**FOREIGN, **files}
    return {
        path: there.get(path, b"lacking")
        for path in there.keys() | due.keys()
        if there.get(path) != due.get(path) and not (is_lasting(path) and path not in due)
    }


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The sites, built."""
    above = tmp_path_factory.mktemp("sites")
    return [built(above / str(at), files) for at, files in enumerate(SITES)]


def begun(folders: list[Path], above: Path) -> Path:
    """A live folder that serves the first site."""
    live = lay(above / "live", FOREIGN)
    send(folders[0], live)
    return live


@pytest.mark.parametrize(
    ("fault", "new"),
    [
        (BreakdownError, 1),
        (BreakdownError, 2),
        (BreakdownError, 3),
        (full_disk, 1),
        (KeyboardInterrupt, 1),
    ],
)
def test_stopped_at_every_single_step(
    folders: list[Path], tmp_path: Path, fault: Callable[[], BaseException], new: int
) -> None:
    start = begun(folders, tmp_path)
    counted = shutil.copytree(start, tmp_path / "counted")
    with failing(0, fault, counted) as steps:
        send(folders[new], counted)
    count = len(steps)
    assert count > 20
    for at in range(1, count + 1):
        live = shutil.copytree(start, tmp_path / f"live{at}")
        with (
            failing(at, fault, live),
            pytest.raises((BreakdownError, DeliveryError, KeyboardInterrupt)),
        ):
            send(folders[new], live)
            raise BreakdownError  # only tidying failed
        assert wrong(live, (SITES[0], SITES[new])) == [], at
        with failing(0, fault, live):
            send(folders[new], live)
        assert unlike(live, SITES[new]) == {}, at
        shutil.rmtree(live)


@given(st.lists(st.tuples(st.integers(0, len(SITES) - 1), st.integers(0, 60)), max_size=6))
def test_one_delivery_after_another_each_stopped_somewhere(
    folders: list[Path], course: list[tuple[int, int]]
) -> None:
    with tempfile.TemporaryDirectory() as above:
        live = begun(folders, Path(above))
        new = 0
        for new, at in course:
            with failing(at, BreakdownError, live), pytest.raises(BreakdownError):
                send(folders[new], live)
                raise BreakdownError
            assert wrong(live, SITES) == []
        with failing(0, BreakdownError, live):
            send(folders[new], live)
        assert unlike(live, SITES[new]) == {}
