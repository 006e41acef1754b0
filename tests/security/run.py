"""Every payload in every place: ``python -m tests.security.run --out FILE [--count N]``.

Each round is a site with another payload in every place; over all rounds every pair comes up once. What a field
refuses is counted as refused; everything else is built and opened in a browser without the policy, where what is
live would run, and in some rounds with it as well. Fewer rounds are spread evenly over all.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.security import payloads, sites, trial
from tests.security.places import PLACES, Filling
from tests.site import browsing

if TYPE_CHECKING:
    from playwright.sync_api import Browser


GUARDED = 10
"""In one round of so many, pages are opened with their policy too."""


def round_of(browser: Browser, shift: int) -> dict[str, Any]:
    """One site: how many pairs were shown, which were refused, how many pages were opened, what was wrong."""
    texts = sites.rotated(shift)
    taken = sites.taken(texts)
    wrong: list[str] = []
    pages = 0
    with tempfile.TemporaryDirectory() as folder:
        filling = Filling(taken, chinese=bool(shift % 2))
        with trial.standing(filling, Path(folder)) as site:
            try:
                seen = trial.tried(browser, site, twice=shift % GUARDED == 0)
                pages = len(seen)
                wrong += [f"not shown in {place}: {text}" for place, text in trial.lost(filling, seen).items()]  # fmt: skip
            except AssertionError as fault:
                wrong.append(str(fault)[:2000])
    out = {place: text for place, text in texts.items() if place not in taken}
    refused = Counter(sites.refusal(place, text) or "together" for place, text in out.items())
    return {"shown": len(taken), "refused": refused, "pages": pages, "wrong": wrong}


def main() -> None:
    """Run rounds and write what was found as JSON; ends with 1 where anything was wrong."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--count", type=int, default=len(payloads.ALL), help="rounds")
    asked.add_argument("--out", type=Path, required=True)
    given = asked.parse_args()
    refused: Counter[str] = Counter()
    shown = pages = 0
    wrong: list[str] = []
    with browsing.chromium() as browser:
        for shift in sorted({len(payloads.ALL) * one // given.count for one in range(given.count)}):
            found = round_of(browser, shift)
            refused += found["refused"]
            shown, pages = shown + found["shown"], pages + found["pages"]
            wrong += [f"round {shift}: {one}" for one in found["wrong"]]
        version = browser.version
    said = {
        "payloads": len(payloads.ALL),
        "places": len(PLACES),
        "rounds": given.count,
        "pairs_shown": shown,
        "pairs_refused": dict(sorted(refused.items())),
        "pages_opened": pages,
        "live_or_not_as_typed": wrong,
        "browser": f"Chromium {version}",
    }
    text = json.dumps(said, ensure_ascii=False, indent=2) + "\n"
    given.out.parent.mkdir(parents=True, exist_ok=True)
    given.out.write_text(text, encoding="utf-8", newline="\n")
    raise SystemExit(bool(wrong))


if __name__ == "__main__":
    main()
