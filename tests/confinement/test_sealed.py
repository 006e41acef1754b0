"""A build opens nothing outside the project, starts no program, and needs no network: seen from inside Python by its
audit events and, where the machine lets us, from outside by the calls to the system and without any network at all."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest

from tests.confinement.planting import PLANTED, SECRET, lay_outside
from tests.confinement.records import PROGRAM, Record, Work, recorded
from tests.confinement.test_outputs import LONG, faults
from tests.corpus import index
from tests.corpus.index import HERE
from tests.corpus.laying import InexpressibleError, lay, overlaid
from tests.site import invented, project
from tests.site.project import PATIENCE, ROOT, environment

pytestmark = pytest.mark.skipif(
    os.name == "nt", reason="links and pipes need a right that few have on Windows"
)
VERBS = (["check"], ["checkup"], ["changes"])
SYSTEM = (
    "/dev", "/proc", "/sys", "/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib", "/usr/share/zoneinfo",
    "/usr/share/locale", "/etc/ld.so.cache", "/etc/ld.so.preload", "/etc/localtime", "/etc/ssl/openssl.cnf",
)  # fmt: skip
"""What the system opens to start any Python: its libraries, locales and time zones."""


HOSTILE = f"""schema: 1
name: ../../荷塘<议事>亭
kind: 协商平台
city: CON
former_ids: [{LONG[:-1]}b]
activities:
  - {{title: ../../开放日, date: 2023-03, source: {invented.SOURCE}}}
  - {{title: 'aux|开放日', date: 2023-04, source: {invented.SOURCE}}}
"""
"""An invented base whose words would lead out or make no name of a file."""


@pytest.fixture(scope="module")
def laid(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real content with invented bases, and pictures, so that a build reads every kind of file and writes
    addresses of every kind."""
    root = invented.add(project.copy(tmp_path_factory.mktemp("sealed") / "project"))
    (root / "bases" / f"{LONG}.yml").write_text(HOSTILE, "utf-8")
    picture = root / "bases" / invented.BASE / next(iter(invented.PHOTOGRAPHS))
    (root / "content" / LONG).mkdir()
    (root / "content" / LONG / f"{LONG}.md").write_text(
        "# 虚构的一页\n\n![前厅](<../前厅 1.jpg>)\n", "utf-8"
    )
    shutil.copy(picture, root / "content" / "前厅 1.jpg")
    return root


@pytest.fixture(scope="module")
def build(laid: Path) -> Record:
    """What a build did."""
    return recorded(laid.parent / "record", ("build", laid, ["build"]))["build"]


def test_a_build_opens_only_the_project_and_the_program(laid: Path, build: Record) -> None:
    assert build.code == 0
    assert build.outside(laid, laid.parent / "record" / "temporary") == set()


def test_a_build_changes_only_its_site_and_its_cache(laid: Path, build: Record) -> None:
    temporary = laid.parent / "record" / "temporary"
    ours = re.compile(rf"{re.escape(str(laid))}(?:/(?:\.cache|site|\.site[.\w-]*)(?:/.*)?)?")
    strange = {one for one in build.written() if not ours.fullmatch(one)}
    assert {one for one in strange if Path(one).parent != temporary} == set()


def test_every_path_of_the_site_is_portable(laid: Path, build: Record) -> None:
    made = list(project.contents(laid / "site"))
    assert build.code == 0
    assert {"cities/city-con/index.html", f"bases/{LONG}/timeline/index.html"} <= {*made}
    assert faults(made) == []


def test_a_build_starts_no_program_and_asks_no_network(build: Record) -> None:
    assert build.started == []
    assert build.network == []


def test_the_record_sees_what_is_forbidden(tmp_path: Path) -> None:
    """Or the tests above could say nothing."""
    folder = tmp_path / "project"
    (folder / "showcase").mkdir(parents=True)
    (tmp_path / "secret").write_text(SECRET, "utf-8")
    (folder / "showcase" / "__init__.py").touch()
    (folder / "showcase" / "__main__.py").write_text(
        "import os, socket, subprocess, sys\n"
        "open('../secret').read()\n"
        "os.listdir('..')\n"
        "open('../new', 'w').close()\n"
        "os.rename('../new', '../newer')\n"
        "subprocess.run([sys.executable, '-c', ''])\n"
        "try:\n    socket.create_connection(('127.0.0.1', 9))\nexcept PermissionError:\n    sys.exit(7)\n",
        "utf-8",
    )
    work = tmp_path / "record"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tests.confinement.records.environment", lambda **more: _with(folder, **more))
        done = recorded(work, ("it", folder, []))["it"]
    assert done.code == 7
    found = done.outside(folder, work / "temporary")
    assert {str(tmp_path), *(str(tmp_path / one) for one in ("secret", "new", "newer"))} <= found
    assert done.started
    assert done.network


def _with(first: Path, **more: str) -> dict[str, str]:
    around = environment(**more)
    return around | {"PYTHONPATH": os.pathsep.join((str(first), around["PYTHONPATH"]))}


# --- what leads out


@pytest.fixture(scope="module")
def astray(tmp_path_factory: pytest.TempPathFactory, laid: Path) -> tuple[Path, dict[str, Record]]:
    """Every planted project built, one after another."""
    place = tmp_path_factory.mktemp("astray")
    work: list[Work] = []
    for number, (label, (plant, _, _)) in enumerate(PLANTED.items()):
        around = place / str(number)
        lay_outside(around)
        root = project.copy(around / "project", like=ROOT)
        plant(root)
        work.append((label, root, ["build"]))
    return place, recorded(place / "record", *work)


def led_out(record: Record, around: Path) -> list[str]:
    """What was opened under a name in the project that leads out of it, or would never end."""
    real = {os.path.realpath(one.path): one.path for one in record.events if one.path}
    out = (str((around / "outside").resolve()), "/etc/passwd", "/dev/zero")
    pipes = ("pipe.yml", "pipe.md", "pipe.jpg", "pipe.html", "plug.yml")
    return sorted(name for one, name in real.items() if one.startswith(out) or one.endswith(pipes))


@pytest.mark.parametrize("label", PLANTED)
def test_nothing_is_opened_where_something_leads_out(
    astray: tuple[Path, dict[str, Record]], label: str
) -> None:
    place, records = astray
    root = place / str(list(PLANTED).index(label)) / "project"
    assert records[label].code == 1
    assert records[label].outside(root, place / "record" / "temporary") == set()
    assert led_out(records[label], root.parent) == []
    assert not (root / "site").exists()


def test_no_other_command_opens_what_leads_out(tmp_path: Path) -> None:
    """All at once, but for the folders that are links as a whole."""
    lay_outside(tmp_path)
    root = project.copy(tmp_path / "project")
    for label, (plant, code, _) in PLANTED.items():
        if code != "folder-elsewhere" and label not in ("a file of the site",):
            plant(root)
    records = recorded(tmp_path / "record", *((words[0], root, words) for words in VERBS))
    for label, record in records.items():
        assert record.code in (0, 1), label
        assert record.outside(root, tmp_path / "record" / "temporary") == set()
        assert led_out(record, tmp_path) == [], label


@pytest.mark.parametrize("name", ["bases", "content"])
def test_no_command_opens_a_folder_that_is_a_link_as_a_whole(tmp_path: Path, name: str) -> None:
    lay_outside(tmp_path)
    root = project.copy(tmp_path / "project")
    PLANTED[{"bases": "all bases", "content": "all pages"}[name]][0](root)
    records = recorded(tmp_path / "record", *((words[0], root, words) for words in VERBS))
    for label, record in records.items():
        assert led_out(record, tmp_path) == [], label


# --- the cases of paths that a study of other programs collected


def test_every_case_of_a_path_that_leads_out_is_refused_and_opens_nothing(tmp_path: Path) -> None:
    folder = HERE / "bases"
    work: list[Work] = []
    for case in index.overlays(folder):
        if not case.category.startswith("G"):
            continue
        root = tmp_path / case.name
        try:
            lay(overlaid(folder, case.folder), root)
        except InexpressibleError:
            # a file name with a slash in it cannot be written down at all
            shutil.rmtree(root, ignore_errors=True)
            continue
        shutil.copytree(ROOT / "overrides", root / "overrides")
        shutil.copy(ROOT / "mkdocs.yml", root)
        work.append((case.name, root, ["build"]))
    assert len(work) > 15
    records = recorded(tmp_path / "record", *work)
    for label, root, _ in work:
        record = records[label]
        assert record.outside(root, tmp_path / "record" / "temporary") == set(), label
        assert record.network == record.started == []


# --- seen from outside


@cache
def works(*command: str) -> bool:
    """Whether this machine has a tool and lets us use it."""
    try:
        done = subprocess.run([*command, "true"], capture_output=True, timeout=20, check=False)
    except OSError:
        return False
    return done.returncode == 0


def cut_off() -> tuple[str, ...]:
    """A command that runs another one without any network, or nothing where this machine has none."""
    tries = (("unshare", "-n"), ("unshare", "-rn"))
    return next((one for one in tries if works(*one)), ())


def test_a_build_without_any_network_makes_the_same_site(laid: Path, build: Record) -> None:
    """Where no network can be taken away, it is refused from inside, as in all of these builds."""
    made = project.contents(laid / "site")
    again = project.copy(laid.parent / "again" / "project", like=laid)
    work: Work = ("build", again, ["build"])
    done = recorded(laid.parent / "again" / "record", work, before=cut_off())["build"]
    assert (done.code, done.network) == (0, [])
    assert project.differences(project.contents(again / "site"), made) == []


_OPENED = re.compile(
    r'open(?:at2?)?\((?:(?:AT_FDCWD|\d+)<(?P<at>[^>]*)>, )?"(?P<path>[^"]*)"(?P<rest>.*)'
)


def test_the_calls_to_the_system_say_the_same(laid: Path, build: Record, tmp_path: Path) -> None:
    """Where calls cannot be followed, what the audit events said has to do: they were there, and not few."""
    assert len([one for one in build.events if one.name == "open"]) > 300
    if not works("strace", "-f", "-o", "/dev/null"):
        return
    again, trace = project.copy(tmp_path / "project", like=laid), tmp_path / "trace"
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    followed = "trace=open,openat,openat2,creat,connect,execve,sendto"
    words = [
        "strace",
        "-f",
        "-y",
        "-qq",
        "-e",
        followed,
        "-o",
        str(trace),
        sys.executable,
        "-m",
        "showcase",
        "build",
    ]
    done = subprocess.run(
        words, cwd=again, env=environment(TMPDIR=str(temporary), PYTHONDONTWRITEBYTECODE="1"), capture_output=True,
        timeout=PATIENCE, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    lines = trace.read_text("utf-8", "replace").splitlines()
    assert [one for one in lines if "connect(" in one or "sendto(" in one] == []
    assert len([one for one in lines if "execve(" in one]) == 1
    inside = (str(again), str(temporary), *PROGRAM)
    opened = {path for line in lines for path in _opened(line)}
    assert len(opened) > 300
    assert {
        one for one in opened if not _within(one, (*inside, *SYSTEM)) and one != str(ROOT)
    } == set()


def _opened(line: str) -> Iterable[str]:
    found = _OPENED.search(line)
    # what is not there was not opened
    if found and " = -1 " not in found["rest"]:
        yield os.path.normpath(Path(_plain(found["at"] or "/")) / _plain(found["path"]))


def _plain(written: str) -> str:
    """A path as strace writes it: bytes beyond ASCII in octal."""
    return re.sub(rb"\\([0-7]{3})", lambda one: bytes([int(one[1], 8)]), written.encode()).decode()


def _within(path: str, folders: Iterable[str]) -> bool:
    return any(path == one or path.startswith(f"{one}/") for one in folders)
