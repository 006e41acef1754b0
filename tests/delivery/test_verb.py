"""`deploy` as an administrator types it: what it refuses, what it asks, what it says, and what it keeps to itself."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from showcase.commands.deploy import PASSWORD as VARIABLE
from showcase.delivery import record
from showcase.release import FILE
from tests.delivery.ftp_server import PASSWORD, USER, Temper, serving
from tests.delivery.samples import FOREIGN, built, everything, lay, site, standing
from tests.site import project

MANY = [f"yunqiao-{number}" for number in range(10)]
A = site(*MANY)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A project with a built site; the verb reads nothing else of it."""
    desk = tmp_path / "project"
    built(desk / "site", A)
    return desk


@pytest.fixture
def live(tmp_path: Path) -> Path:
    live = tmp_path / "live"
    live.mkdir()
    return live


def deploy(
    desk: Path, target: object, *words: str, **more: str
) -> subprocess.CompletedProcess[str]:
    return project.run(desk, "showcase", "deploy", str(target), *words, **more)


def test_a_site_is_brought_and_the_next_one_too(desk: Path, live: Path) -> None:
    done = deploy(desk, live)
    assert (done.returncode, done.stderr) == (0, "")
    assert f"送好了：{len(MANY) + 3}页" in done.stdout
    assert standing(live) == A
    again = deploy(desk, live)
    assert again.returncode == 0
    assert "不用送" in again.stdout


def test_a_look_changes_nothing(desk: Path, live: Path) -> None:
    done = deploy(desk, live, "--dry-run")
    assert done.returncode == 0
    assert f"送{len(A) + 1}个文件，删0个，0个没有变" in done.stdout
    assert list(live.iterdir()) == []


def test_a_folder_with_something_else_is_refused_until_somebody_says_so(
    desk: Path, live: Path
) -> None:
    lay(live, FOREIGN)
    for words in ((), ("--dry-run",)):
        done = deploy(desk, live, *words)
        assert done.returncode == 1
        assert "--yes" in done.stderr
    assert standing(live) == FOREIGN
    assert deploy(desk, live, "--yes").returncode == 0
    assert standing(live) == FOREIGN | A


def test_yes_alone_overwrites_nothing_of_others(desk: Path, live: Path) -> None:
    lay(live, {"index.html": b"welcome to nginx"})
    done = deploy(desk, live, "--yes")
    assert done.returncode == 1
    assert "index.html" in done.stderr
    assert "--overwrite" in done.stderr
    assert standing(live) == {"index.html": b"welcome to nginx"}
    assert deploy(desk, live, "--yes", "--overwrite").returncode == 0
    assert standing(live) == A


def test_a_site_that_lost_many_bases_is_refused_until_somebody_says_so(
    desk: Path, live: Path, tmp_path: Path
) -> None:
    deploy(desk, live)
    fewer = built(tmp_path / "seven", site(*MANY[:7]))
    assert deploy(desk, live, "--site", str(fewer)).returncode == 0
    few = built(tmp_path / "four", site(*MANY[:4]))
    done = deploy(desk, live, "--site", str(few))
    assert done.returncode == 1
    assert "线上有7个基地，这一版少了其中3个：yunqiao-4、yunqiao-5、yunqiao-6" in done.stderr
    assert deploy(desk, live, "--site", str(few), "--yes").returncode == 0
    assert not (live / "bases" / "yunqiao-6").exists()


@pytest.mark.parametrize("spoil", ["lost", "torn", "nothing"])
def test_a_site_that_is_not_whole_is_refused(desk: Path, live: Path, spoil: str) -> None:
    if spoil == "lost":
        (desk / "site" / "bases" / "index.html").unlink()
    elif spoil == "torn":
        (desk / "site" / "bases" / "index.html").write_bytes(b"half")
    else:
        (desk / "site" / FILE).unlink()
    done = deploy(desk, live)
    assert done.returncode == (2 if spoil == "nothing" else 1)
    assert "build" in done.stderr
    assert spoil == "nothing" or "bases/index.html" in done.stderr
    assert list(live.iterdir()) == []


def test_what_somebody_laid_into_the_site_is_told_and_not_brought(desk: Path, live: Path) -> None:
    lay(desk / "site", {"名单.xlsx": b"names"})
    done = deploy(desk, live)
    assert done.returncode == 0
    assert "名单.xlsx" in done.stdout
    assert standing(live) == A


@pytest.mark.parametrize("target", [".", "..", "site", "site/bases", "public"])
def test_a_target_in_the_project_or_around_it_is_refused(desk: Path, target: str) -> None:
    (desk / "public").mkdir()
    before = everything(desk.parent)
    done = deploy(desk, desk / target, "--yes", "--overwrite")
    assert done.returncode == 2
    assert "换一个服务器上的文件夹" in done.stderr
    assert everything(desk.parent) == before


def test_a_link_to_the_project_is_seen_through(desk: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(desk / "site")
    assert deploy(desk, tmp_path / "link").returncode == 2


def test_a_folder_that_is_not_there_is_not_made(desk: Path, live: Path) -> None:
    done = deploy(desk, live / "wwww")
    assert done.returncode == 2
    assert "先建好它" in done.stderr
    assert not (live / "wwww").exists()


def test_a_link_in_the_way_stops_everything(desk: Path, live: Path, tmp_path: Path) -> None:
    (live / "assets").symlink_to(lay(tmp_path / "theirs", {"a": b"a"}))
    done = deploy(desk, live, "--yes", "--overwrite")
    assert done.returncode == 1
    assert "assets" in done.stderr
    assert everything(tmp_path / "theirs") == {"a": b"a"}


@pytest.mark.skipif(os.geteuid() == 0 if hasattr(os, "geteuid") else True, reason="root may write")
def test_a_folder_that_cannot_be_written_is_told(desk: Path, live: Path) -> None:
    live.chmod(0o555)
    done = deploy(desk, live)
    assert done.returncode == 1
    assert "没有权限" in done.stderr


def test_names_alike_but_for_capitals_are_told(desk: Path, live: Path, tmp_path: Path) -> None:
    if (desk / "SITE").exists():
        pytest.skip("capitals do not count here")
    folder = built(tmp_path / "alike", A | {"Gushi/index.html": b"1", "gushi/index.html": b"2"})
    done = deploy(desk, live, "--site", str(folder))
    assert done.returncode == 1
    assert "Gushi/index.html、gushi/index.html" in done.stderr


def test_over_ftp_with_a_password_that_nobody_sees(desk: Path, tmp_path: Path) -> None:
    www = tmp_path / "host" / "www"
    www.mkdir(parents=True)
    with serving(www.parent, Temper()) as port:
        target = f"ftp://{USER}@127.0.0.1:{port}/www"
        done = deploy(desk, target, **{VARIABLE: PASSWORD})
        assert done.returncode == 0, done.stderr
        assert "不加密" in done.stderr
        assert standing(www) == A
        wrong = deploy(desk, target, **{VARIABLE: "another"})
        assert wrong.returncode == 1
        assert "不让登录" in wrong.stderr
        typed = deploy(desk, target.replace(USER, f"{USER}:{PASSWORD}"))
        assert typed.returncode == 2
        asked = deploy(desk, target)
        assert asked.returncode == 2
        assert VARIABLE in asked.stderr
    said = "".join(one.stdout + one.stderr for one in (done, wrong, typed, asked))
    kept = b"".join(everything(tmp_path).values())
    assert PASSWORD not in said
    assert PASSWORD.encode() not in kept


def test_a_host_that_renames_over_nothing_is_told_honestly(desk: Path, tmp_path: Path) -> None:
    www = tmp_path / "host"
    www.mkdir()
    with serving(www, Temper(renames_over=False)) as port:
        target = f"ftp://{USER}@127.0.0.1:{port}"
        deploy(desk, target, **{VARIABLE: PASSWORD})
        built(tmp_path / "next", site(*MANY, words=" new"))
        done = deploy(desk, target, "--site", str(tmp_path / "next"), **{VARIABLE: PASSWORD})
    assert done.returncode == 0, done.stderr
    assert "一瞬间打不开" in done.stdout


def test_a_lock_of_another_machine_says_how_it_goes_away(desk: Path, tmp_path: Path) -> None:
    www = tmp_path / "host"
    (www / "_showcase.lock" / "0123456789abcdef").mkdir(parents=True)
    with serving(www, Temper()) as port:
        done = deploy(desk, f"ftp://{USER}@127.0.0.1:{port}", **{VARIABLE: PASSWORD})
    assert done.returncode == 1
    assert "删掉 _showcase.lock" in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="signals are of Unix")
def test_ctrl_c_says_that_nothing_is_torn(desk: Path, live: Path) -> None:
    words = [sys.executable, "-m", "showcase", "deploy", str(live)]
    many = site(*(f"yunqiao-{number}" for number in range(400)))
    built(desk.parent / "many", many)
    running = subprocess.Popen(
        [*words, "--site", str(desk.parent / "many")],
        cwd=desk,
        env=project.environment(PYTHONIOENCODING="utf-8"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    while not (live / record.NAME).exists() and running.poll() is None:
        time.sleep(0.01)
    running.send_signal(signal.SIGINT)
    _, said = running.communicate(timeout=60)
    assert running.returncode == 130
    assert "再运行一次" in said.decode()
    assert standing(live).items() <= many.items()
    assert deploy(desk, live, "--site", str(desk.parent / "many")).returncode == 0
    assert standing(live) == many
