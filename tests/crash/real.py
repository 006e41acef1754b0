"""A small invented project and real builds of it: killed, starved of a file call, two at once.

The project is the baseline of the cases with the pages and templates of this one. Its two states differ in one
figure; either gives a release that is known by its digest.
"""

from __future__ import annotations

import errno
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from showcase.cli import application
from showcase.commands.outcome import OWN_FAULT, run
from showcase.switching import Past, sites
from tests.cases.story import BASELINE
from tests.crash.kills import ended, in_a_child, wait_for_release
from tests.crash.outcome import Outcome
from tests.crash.small import NEW, OLD, debris, wrong_with
from tests.crash.torture import REASONS, Failing
from tests.site import project as projects

FIGURES = {OLD: "12家", NEW: "15家"}
BUILD = ("-m", "showcase", "build")


@dataclass(frozen=True)
class Project:
    """The project at `root`, and by what its two releases are known."""

    root: Path
    known: dict[str, str]

    @property
    def site(self) -> Path:
        """The site that is seen."""
        return self.root / "site"

    @property
    def shown(self) -> str:
        """Which of the two is seen."""
        return NEW if sites.digest(self.site) == self.known[NEW] else OLD

    def write(self, word: str) -> None:
        """Bring the data into one of the two states."""
        path = self.root / "bases" / "yunqiao.yml"
        text = path.read_text("utf-8")
        for figure in FIGURES.values():
            text = text.replace(figure, FIGURES[word])
        path.write_text(text, encoding="utf-8", newline="\n")

    def plain(self, said: list[str]) -> str:
        """What a build said, without where that was."""
        return " ".join(said).replace(str(self.root), "…")

    def begin(self, *words: str) -> subprocess.Popen[bytes]:
        """Start a build in a process group of its own."""
        return subprocess.Popen(
            [sys.executable, *BUILD, *words],
            cwd=self.root,
            env=projects.environment(SHOWCASE_CALLED_FROM=str(self.root)),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )

    def built(self, word: str) -> str:
        """Bring data and site into one of the two states; what was wrong with that."""
        self.write(word)
        build = self.begin()
        said, _ = build.communicate(timeout=projects.PATIENCE)
        wrong = wrong_with(self.site, self.known) if self.known else ""
        left = debris(self.site)
        return said.decode() if build.returncode else wrong or "、".join(left)


def project(folder: Path) -> Project:
    """The project in a folder, both states built once."""
    folder.mkdir(parents=True)
    shutil.copytree(BASELINE, folder / "bases")
    for name in ("content", "overrides"):
        shutil.copytree(projects.ROOT / name, folder / name)
    shutil.copyfile(projects.ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    known: dict[str, str] = {}
    for word in (NEW, OLD):
        wrong = Project(folder, {}).built(word)
        assert not wrong, wrong
        known[word] = sites.digest(folder / "site")
    assert known[OLD] != known[NEW]
    return Project(folder, known)


def killed(place: Project, count: int, seed: int = 1) -> Outcome:
    """Kill `count` builds with all their children: half at any time, half while the site is written or switched."""
    chance = random.Random(seed)
    outcome = Outcome()
    begun = time.monotonic()
    place.built(place.shown)
    lasts = time.monotonic() - begun
    for number in range(count):
        other = NEW if place.shown == OLD else OLD
        place.write(other)
        build = place.begin()
        if number % 4 == 1:
            _wait_for_folder(Past(place.site).folder, build)
            time.sleep(chance.uniform(0, lasts * 0.5))
        elif number % 4 == 3:
            wait_for_release(Past(place.site).folder, build.pid)
            time.sleep(chance.uniform(0, 0.02))
        else:
            time.sleep(chance.uniform(0, lasts))
        os.killpg(build.pid, signal.SIGKILL)
        build.communicate(timeout=projects.PATIENCE)
        seen = "new" if place.shown == other else "old"
        outcome.add(seen, wrong_with(place.site, place.known), number)
        wrong = place.built(other)
        outcome.wrong += [f"the build after kill {number}: {wrong}"] * bool(wrong)
    return outcome


def _wait_for_folder(past: Path, build: subprocess.Popen[bytes]) -> None:
    while build.poll() is None:
        if any(past.glob("new-*")):
            return


def starved(
    place: Project, step: int, first: int = 1, reasons: tuple[int, ...] = REASONS
) -> Outcome:
    """Let every `step`-th file call of a build fail, for each reason in turn, from the first to the last."""
    outcome = Outcome()
    application(["build"])

    import showcase.plugin  # noqa: F401

    turn = first
    while True:
        other = NEW if place.shown == OLD else OLD
        place.write(other)
        reason = reasons[turn // step % len(reasons)]
        code = ended(in_a_child(lambda: _starve(place.root, turn, reason)))  # noqa: B023
        *said, frames = (place.root.parent / "said.txt").read_text("utf-8").splitlines()
        where = f"{errno.errorcode[reason]}, call {turn} ({frames})"
        if code == 0 and place.shown != other:
            outcome.wrong.append(f"{where}: told as done, and is not")
        wrong = wrong_with(place.site, place.known)
        if code not in (0, 1, _UNTOUCHED):
            wrong = wrong or f"ended with {code}: {place.plain(said)}"
        if code == _UNTOUCHED:
            return outcome
        outcome.add("new" if place.shown == other else "old", wrong, where)
        if wrong:
            # what follows is to begin with a site that is known
            place.built(place.shown)
        turn += step


_UNTOUCHED = 77


def _starve(root: Path, turn: int, reason: int) -> None:
    os.chdir(root)
    os.environ["SHOWCASE_CALLED_FROM"] = str(root)
    sys.argv = ["showcase", "build"]
    failing = Failing(turn, reason)
    said = (root.parent / "said.txt").open("w", encoding="utf-8")
    sys.stdout = sys.stderr = said
    failing.install()
    code = run(application(["build"]))
    print(failing.where, flush=True)
    os._exit(code if failing.failed or code == OWN_FAULT else _UNTOUCHED)


def pairs(place: Project, count: int, patience: int) -> Outcome:
    """Start two builds at once, `count` times: both are done, one after the other, or one says that it is not.

    `patience` are the seconds that each waits for the other.
    """
    outcome = Outcome()
    for number in range(count):
        other = NEW if place.shown == OLD else OLD
        place.write(other)
        builds = [place.begin("--wait", str(patience)) for _ in range(2)]
        said = [one.communicate(timeout=projects.PATIENCE)[0].decode() for one in builds]
        codes = sorted(one.returncode for one in builds)
        wrong = wrong_with(place.site, place.known) or "、".join(debris(place.site))
        if place.shown != other:
            wrong = wrong or "neither was shown"
        if codes == [0, 1] and patience == 0:
            seen = "one says so"
            if not any("另一次生成正在进行，等它结束再来。" in one for one in said):
                wrong = wrong or place.plain(said)
        elif codes == [0, 0]:
            waited = any("另一次生成正在进行，等它结束……" in one for one in said)
            seen = "one waits" if waited else "one after the other"
        else:
            seen, wrong = "otherwise", f"{codes}: {place.plain(said)}"
        outcome.add(seen, wrong, number)
    return outcome
