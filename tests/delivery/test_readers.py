"""Nobody who reads while a site is published meets a missing page, a torn one, or one without its looks."""

from __future__ import annotations

import time
from pathlib import Path

from showcase.delivery.delivery import deliver, prospect
from showcase.delivery.local import LocalHost
from tests.delivery.readers import Reader, reading
from tests.delivery.samples import built, loaded, site
from tests.site import browsing

PUBLISHES = 4
"""`tests.delivery.run` makes more, of real sites, with nginx."""
MANY = [f"yunqiao-{number}" for number in range(12)]
A = site(*MANY, "xugou")
B = site(*MANY, "xinqiao", style="body{color:red}", words=" new")


def test_readers_all_the_time(tmp_path: Path) -> None:
    folders = [built(tmp_path / "a", A), built(tmp_path / "b", B)]
    live = tmp_path / "live"
    live.mkdir()
    publish(folders[0], live)
    with browsing.served(live) as address, reading(address, (A, B)) as reader:
        for number in range(1, PUBLISHES + 1):
            before = reader.pages
            publish(folders[number % 2], live)
            sheets = {path for one in (A, B) for path in one if path.endswith(".css")}
            assert all((live / sheet).is_file() for sheet in sheets), "whoever reads the old pages"
            wait_for(reader, before + 20)
    assert reader.wrong == []
    assert reader.pages > PUBLISHES * 20


def test_a_reader_notices_what_he_must_not_meet(tmp_path: Path) -> None:
    """A test of the reader: without this, all could be well because he sees nothing."""
    for spoil, kind in (
        (lambda live: (live / "index.html").unlink(), "missing"),
        (lambda live: (live / "index.html").write_bytes(A["index.html"][:300]), "torn"),
        (lambda live: [path.unlink() for path in live.glob("assets/*.css")], "bare"),
    ):
        live = built(tmp_path / kind, A)
        spoil(live)
        with browsing.served(live) as address, reading(address, (A,), 1) as found:
            wait_for(found, len(A))
        assert getattr(found, kind), kind


def wait_for(reader: Reader, pages: int) -> None:
    """Let the readers come so far; one that meets nothing but faults comes nowhere."""
    while reader.pages < pages and len(reader.wrong) < pages:
        time.sleep(0.01)


def publish(folder: Path, live: Path) -> None:
    load, host = loaded(folder), LocalHost(live)
    with host.locked():
        deliver(prospect(load, host), load, host)
