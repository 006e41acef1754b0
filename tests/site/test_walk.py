"""The walk of the README, walked again: ten slips, nothing followed but what the terminal says, a clean site."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.readme_walk import BASE, BEGIN, BREAKS, END, README, ROOT, Step, walk, written


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("walk") / "project"


@pytest.fixture(scope="module")
def steps(project: Path) -> tuple[Step, ...]:
    return tuple(walk(project))


def test_the_readme_shows_what_the_terminal_says(steps: tuple[Step, ...]) -> None:
    _, _, rest = README.read_text("utf-8").partition(BEGIN)
    shown, _, _ = rest.partition(END)
    assert written(steps) == f"{BEGIN}{shown}{END}"


def test_every_slip_is_told_at_once_and_at_its_own_line(steps: tuple[Step, ...]) -> None:
    told = [line for line in steps[0].printed.split("\n") if BASE in line]
    assert len(told) == len(BREAKS) == 10
    assert len({line.split("：")[0] for line in told}) == 10


def test_the_way_ends_with_a_clean_site(steps: tuple[Step, ...], project: Path) -> None:
    assert [step.code for step in steps] == [1, 1, 0, 0]
    assert "0处错误，0处提醒" in steps[2].printed
    assert (project / "site" / "bases" / "xinxin-xiangyang" / "index.html").is_file()


def test_the_mended_file_says_what_the_right_one_says(
    steps: tuple[Step, ...], project: Path
) -> None:
    # Windows line ends were typed and stay; every other character is as it was before
    assert steps[-1].code == 0
    mended = (project / BASE).read_bytes().decode("utf-8")
    assert mended.replace("\r\n", "\n") == (ROOT / BASE).read_text("utf-8")
    assert "\r\n" in mended
