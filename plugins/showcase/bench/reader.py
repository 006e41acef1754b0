"""A built site in a browser, opened from the disk as exhibition halls open it: how soon its pages answer.

`reader.js` plays the reader. It is laid beside the pages of a site that was built to be measured, and tells what it
found on the browser's console, which Chromium writes to its error stream: no driver and no network are needed. Where
the system tells it, the CPU time of the page's own thread is read before and after each answer.
"""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from importlib import resources
from pathlib import Path
from statistics import median
from threading import Timer
from typing import Any

from .processor import Clock

SCRIPT = "reader.js"
PATIENCE = 600
"""Seconds after which a page is given up."""
SCENARIOS = (
    ("directory", "bases/index.html"),
    ("timeline", "timeline/index.html"),
    ("matrix", "standards/everyone/index.html"),
    ("search", "search/index.html"),
    ("shown", "bases/2/index.html"),
    ("shown", "timeline/2/index.html"),
)
"""What a reader does, and on which page."""
_MARK = "SHOWCASE-BENCH "


def answers(browser: Path, site: Path) -> list[dict[str, Any]]:
    """What a reader found on each page of `SCENARIOS`: milliseconds, or that something is not there."""
    lay(site)
    found: list[dict[str, Any]] = []
    for scenario, name in SCENARIOS:
        page = site / name
        if not page.is_file():
            found.append({"scenario": scenario, "step": name, "there": False})
            continue
        attend(page, name, scenario)
        found += [summed(one) for one in told(browser, page)]
    return found


def lay(site: Path) -> None:
    """Put the reader beside the pages of a site."""
    script = resources.files(__package__).joinpath(SCRIPT).read_text("utf-8")
    (site / SCRIPT).write_text(script, encoding="utf-8", newline="\n")


def attend(page: Path, name: str, scenario: str) -> None:
    """Have the reader come with a page."""
    text = page.read_text("utf-8")
    tag = f'<script src="{"../" * name.count("/")}{SCRIPT}" data-scenario="{scenario}"></script>'
    page.write_text(text.replace("</body>", f"{tag}</body>"), encoding="utf-8", newline="\n")


def told(browser: Path, page: Path) -> Iterator[dict[str, Any]]:
    """What the reader says on a page, until it is done; a fault where the browser says nothing more."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [
            str(browser),
            "--headless",
            "--disable-gpu",
            "--disable-background-networking",
            "--no-first-run",
            "--enable-logging=stderr",
            "--window-size=1440,900",
            f"--user-data-dir={profile}",
            page.resolve().as_uri(),
        ]
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            # Chromium does not start as root otherwise; the pages are our own
            command.insert(1, "--no-sandbox")
        with subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        ) as running:
            stream = running.stderr
            assert stream is not None
            watchdog = Timer(PATIENCE, running.kill)
            watchdog.start()
            clock = Clock(running.pid)
            readings: list[float] = []
            try:
                for line in stream:
                    said = heard(line.decode("utf-8", "replace"))
                    if said.get("clock"):
                        readings.append(clock.read())
                    elif said.get("done"):
                        return
                    elif said:
                        yield said | {"cpu": [b - a for a, b in batched(readings)]}
                        readings.clear()
                yield {"scenario": page.parent.name, "step": "", "fault": "the browser fell silent"}
            finally:
                watchdog.cancel()
                running.terminate()


def batched(readings: Sequence[float]) -> Iterator[tuple[float, float]]:
    """Readings before and after, in pairs."""
    return zip(readings[::2], readings[1::2], strict=True)


def heard(line: str) -> dict[str, Any]:
    """What the reader says in a line of the browser's log; nothing in any other line."""
    _, mark, rest = line.partition(_MARK)
    if not mark:
        return {}
    said: dict[str, Any] = json.JSONDecoder().raw_decode(rest)[0]
    return said


def summed(said: dict[str, Any]) -> dict[str, Any]:
    """What was said, with the least, the middle and the 95th of a hundred answers, in milliseconds: until the next
    frame (`elapsed`) and of CPU (`cpu`, where it is known). `first` and `first_cpu` are the slowest of first answers,
    `silent` counts acts without any.

    Of the answers to one act the quickest counts: the others were kept waiting by what else ran on the machine. Of
    their CPU times it is the one in the middle, for a clock read late makes one too small and the next too large.
    """
    rounds = said.pop("rounds", [])
    cpu = iter(said.pop("cpu", []))
    spent = [[next(cpu, 0.0) for _ in one] for one in rounds]
    if not rounds:
        return said
    heard_of = [at for at in range(len(rounds[0])) if all(one[at] is not None for one in rounds)]
    said["silent"] = len(rounds[0]) - len(heard_of)
    for name, times, one_of in (("elapsed", rounds, min), ("cpu", spent, median)):
        if not heard_of or not any(map(any, times)):
            continue
        said["first" if name == "elapsed" else "first_cpu"] = max(times[0][at] for at in heard_of)
        best = (
            sorted(one_of([one[at] for one in times[1:]]) for at in heard_of) if times[1:] else []
        )
        if best:
            said[name] = {
                "min": round(best[0], 1),
                "median": round(median(best), 1),
                "p95": round(best[min(len(best) - 1, len(best) * 95 // 100)], 1),
            }
    return said
