"""The same input gives the same bytes: in any folder, on any day, in any language, with any hash seed, for
whoever builds, and wherever files are made with other rights."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from showcase.release import FILE as RELEASE
from showcase.release import Release, dump
from showcase.workshop import Workshop
from tests.site import project
from tests.site.project import Built

LATER = """\
import datetime, os, time
os.umask(0o077)
AHEAD = 400 * 86400
class Date(datetime.date):
    @classmethod
    def today(cls):
        return datetime.datetime.now().date()
class DateTime(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(time.time(), tz)
    @classmethod
    def utcnow(cls):
        return cls.utcfromtimestamp(time.time())
datetime.date, datetime.datetime = Date, DateTime
real, real_ns = time.time, time.time_ns
time.time = lambda: real() + AHEAD
time.time_ns = lambda: real_ns() + AHEAD * 10**9
"""


def test_another_folder_day_language_and_seed_change_no_byte(fuller: Built, tmp_path: Path) -> None:
    clock = tmp_path / "clock"
    clock.mkdir()
    (clock / "sitecustomize.py").write_text(LATER, "utf-8")
    copy = project.copy(tmp_path / "另一个 文件夹" / "项目 副本", like=fuller.project, cached=False)
    packages = os.pathsep.join((str(clock), project.environment()["PYTHONPATH"]))
    settings = {
        "PYTHONPATH": packages,
        "PYTHONHASHSEED": "4711",
        "TZ": "Asia/Shanghai",
        "LANG": "C",
        "LC_ALL": "C",
    }
    today = project.run(copy, "tests.site.today").stdout
    later = project.run(copy, "tests.site.today", **settings).stdout
    assert int(later) - int(today) in (400, 401)
    done = project.run(copy, "showcase", "build", "--site", "别处", **settings)
    assert done.returncode == 0, done.stderr
    theirs = project.contents(copy / "别处")
    # a plain build has no release: what its files and bases make must be what the other folder has
    released = Release(released_bases(copy), hashes(fuller.site))
    ours = {**project.contents(fuller.site), RELEASE: dump(released)}
    assert project.differences(ours, theirs) == []
    assert (copy / "别处" / "index.html").stat().st_mode & 0o077 == 0


def released_bases(copy: Path) -> tuple[str, ...]:
    """The bases of a project that have pages."""
    catalogue = Workshop(copy).read().catalogue
    assert catalogue is not None
    return tuple(catalogue.bases)


def hashes(site: Path) -> dict[str, str]:
    """The SHA-256 of every file."""
    return {
        name: hashlib.sha256(content).hexdigest()
        for name, content in project.contents(site).items()
    }
