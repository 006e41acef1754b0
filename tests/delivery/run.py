"""Publish many times under many readers, and break it off in every way:
``python -m tests.delivery.run --publishes 20 --kills 60 --on 2026-11-22 --out tests/delivery/last.json``.

Real sites, the command line as staff have it, nginx as administrators have it. Needs nginx.
"""

from __future__ import annotations

import argparse
import json
import logging
import os
import platform
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from showcase.delivery.host import DeliveryError
from tests.delivery import nginx
from tests.delivery.readers import reading
from tests.delivery.samples import FOREIGN, built, everything, lay, release_of
from tests.delivery.test_ftp import IIS, POOR, UNIX, A, B, like, send
from tests.delivery.test_interruption import unlike, wrong
from tests.site import invented, project

_KINDS = {"renames over files": UNIX, "as IIS": IIS, "without SIZE": POOR}


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.delivery.run", description=__doc__)
    parser.add_argument("--publishes", type=int, default=20)
    parser.add_argument("--kills", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--on", default="", help="today's date, for the record")
    parser.add_argument("--out", type=Path)
    given = parser.parse_args()
    # it tells every line that is cut here on purpose
    logging.getLogger("aioftp.server").setLevel(logging.CRITICAL)
    with tempfile.TemporaryDirectory() as above:
        work = Path(above)
        sites = built_sites(work)
        result: dict[str, Any] = {
            "on": given.on,
            "seed": given.seed,
            "readers": published(work, sites, given.publishes),
            "kills": killed(work, sites, given.kills, random.Random(given.seed)),
            "cut lines": {name: cut(work / name, kind) for name, kind in _KINDS.items()},
            "machine": f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, {os.cpu_count()} processors",
        }
    shown = json.dumps(result, ensure_ascii=False, indent=1)
    print(shown)
    if given.out:
        given.out.parent.mkdir(parents=True, exist_ok=True)
        given.out.write_text(f"{shown}\n", encoding="utf-8", newline="\n")
    parts = (result["readers"], result["kills"], *result["cut lines"].values())
    if any(part["wrong"] for part in parts):
        raise SystemExit(1)


def built_sites(work: Path) -> list[Path]:
    """Two projects and their sites: the real content, and the same with bases added and another stylesheet. Each
    over the other adds bases or takes them away."""
    first = project.copy(work / "first")
    second = invented.add(project.copy(work / "second", like=first, cached=False))
    sheet = second / "overrides" / "assets" / "shell.css"
    sheet.write_text(sheet.read_text("utf-8") + ".page{outline:0}\n", "utf-8")
    for one in (first, second):
        done = project.run(one, "showcase", "build")
        assert done.returncode == 0, done.stderr
    return [first, second]


def command(one: Path, live: Path) -> subprocess.Popen[bytes]:
    """`deploy`, begun."""
    words = [sys.executable, "-m", "showcase", "deploy", str(live), "--yes"]
    quiet = subprocess.DEVNULL
    return subprocess.Popen(words, cwd=one, env=project.environment(), stdout=quiet, stderr=quiet)


def deployed(one: Path, live: Path) -> None:
    """`deploy`, done."""
    assert command(one, live).wait(120) == 0


def files_of(one: Path) -> Mapping[str, bytes]:
    """What a site consists of."""
    return {path: (one / "site" / path).read_bytes() for path in release_of(one / "site").files}


def published(work: Path, sites: list[Path], count: int) -> dict[str, Any]:
    """One site over the other, so many times, under readers at nginx."""
    live = lay(work / "published", FOREIGN)
    deployed(sites[0], live)
    versions = [files_of(one) for one in sites]
    port = nginx.free_port()
    old_sheets_lost = 0
    with (
        nginx.serving(work / "nginx", nginx.alone(live, port), port) as address,
        reading(address, versions, 3) as reader,
    ):
        for number in range(1, count + 1):
            deployed(sites[number % 2], live)
            sheets = [path for path in versions[(number - 1) % 2] if path.endswith(".css")]
            old_sheets_lost += sum(not (live / sheet).is_file() for sheet in sheets)
    left = unlike(live, versions[count % 2])
    return {
        "publishes": count,
        "pages read": reader.pages,
        "assets read": reader.assets,
        "missing": len(reader.missing),
        "torn": len(reader.torn),
        "pages without their stylesheet": len(reader.bare),
        "stylesheets lost to open pages": old_sheets_lost,
        "wrong": [*reader.wrong, *sorted(left)],
    }


def killed(work: Path, sites: list[Path], count: int, chance: random.Random) -> dict[str, Any]:
    """`kill -9` at any moment; then the same again."""
    live = lay(work / "killed", FOREIGN)
    began = time.monotonic()
    deployed(sites[0], live)
    deployed(sites[1], live)
    longest = (time.monotonic() - began) / 2
    versions = [files_of(one) for one in sites]
    amiss: list[str] = []
    in_the_middle = 0
    current = 1
    for _ in range(count):
        current = 1 - current
        running = command(sites[current], live)
        time.sleep(chance.uniform(0.3, 1) * longest)
        running.send_signal(signal.SIGKILL)
        running.wait()
        amiss += wrong(live, versions)
        in_the_middle += bool(json.loads((live / "_showcase.json").read_bytes())["doubtful"])
        if chance.random() < 0.5:
            # the other half of the time, the next one comes upon what was left
            deployed(sites[current], live)
            amiss += sorted(unlike(live, versions[current]))
    deployed(sites[current], live)
    amiss += sorted(unlike(live, versions[current]))
    return {"kills": count, "in the middle": in_the_middle, "wrong": amiss}


def cut(work: Path, kind: Any) -> dict[str, Any]:
    """The line to an FTP host cut at every single command; then the same again."""
    folders = built(work / "a", A), built(work / "b", B)
    live = lay(work / "start" / "www", FOREIGN)
    send(folders[0], live, like(kind))
    start, counted = everything(live), like(kind)
    send(folders[1], live, counted)
    amiss: list[str] = []
    gaps = 0
    for at in range(1, len(counted.commands) + 1):
        again = lay(work / f"host{at}" / "www", start)
        try:
            send(folders[1], again, like(kind, drop=at))
        except DeliveryError as fault:
            if fault.code not in ("lost", "unreachable"):
                amiss.append(f"{at}: {fault.code}")
        found = wrong(again, (A, B))
        aside = [one for one in found if "_showcase.old" in one]
        gaps += bool(aside)
        amiss += [one for one in found if kind.renames_over or one not in aside]
        send(folders[1], again, like(kind))
        amiss += sorted(unlike(again, B))
    return {"commands": len(counted.commands), "left without a page": gaps, "wrong": amiss}


if __name__ == "__main__":
    main()
