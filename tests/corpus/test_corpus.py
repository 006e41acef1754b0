"""The gate: how the engine must do on files as staff type them, and that the corpora are what they say."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from showcase.diagnostics import Diagnostic, Level, Place
from showcase.model import Part

from . import fragments, index
from .index import HERE
from .reader import Got, read
from .score import score
from .verdict import SILENTLY_WRONG, TRACEBACK, Score

FRAGMENTS = ("text", "text-more")
HANDLED = 0.98
"""Of what must be refused or noted: two in a hundred may be told of another line, none may be silent."""
NAMED = 0.97
"""Of the refusals, those that must name the right line (give or take one) and the right field."""
_NOT_ON_WINDOWS = re.compile(
    r'[<>:"|?*\\]|[. ]$|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)', re.IGNORECASE
)


@cache
def scored(folder: str) -> Score:
    """The score of one of our own folders."""
    return score(HERE / folder)


@pytest.mark.parametrize("folder", [*FRAGMENTS, "bases"])
def test_nothing_is_read_wrong_in_silence(folder: str) -> None:
    """A wrong value without a word is the one failure without excuse; a traceback is the other."""
    assert [f"{one.case}: {one.why}" for one in scored(folder).of_kind(SILENTLY_WRONG)] == []
    assert [f"{one.case}: {one.why}" for one in scored(folder).of_kind(TRACEBACK)] == []


@pytest.mark.parametrize("folder", FRAGMENTS)
@pytest.mark.parametrize("expect", ["told", "silence"])
def test_fragments_are_handled(folder: str, expect: str) -> None:
    """Slips are told at their line or read rightly with a note; habits are read without a word."""
    assert scored(folder).handled(expect).rate >= HANDLED, scored(folder).misses()


@pytest.mark.parametrize("folder", FRAGMENTS)
def test_good_files_are_left_alone(folder: str) -> None:
    """Tricky files that are right: nothing told, nothing proposed."""
    assert scored(folder).handled("good").rate == 1, scored(folder).misses()


def test_bad_bases_are_refused_or_understood() -> None:
    """Of the folders that must fail, and of those that must at least be warned of."""
    for expect in ("reject", "warn"):
        assert scored("bases").handled(expect).rate >= HANDLED, scored("bases").misses()


def test_good_bases_are_built() -> None:
    """What is right is built whole; what smuggles something in is refused, or built with it inert."""
    for expect in ("accept", "accept_safe"):
        assert scored("bases").handled(expect).rate == 1, scored("bases").misses()


@pytest.mark.parametrize("folder", [*FRAGMENTS, "bases"])
def test_refusals_say_where_and_what_instead(folder: str) -> None:
    """The file and the mend always, the line and the field nearly always."""
    found = scored(folder)
    assert found.named("file").rate == 1, found.misses()
    assert found.named("mend").rate == 1, found.misses()
    assert found.named("line").rate >= NAMED, found.misses()
    assert found.named("field").rate >= NAMED, found.misses()


def test_all_slips_are_told_in_one_run() -> None:
    """Several slips in several files: none hides another."""
    several = [one for one in scored("bases").verdicts if " of " in one.kind]
    assert len(several) >= 2
    assert [f"{one.case}: {one.kind} {one.why}" for one in several if not one.handled] == []


@pytest.mark.parametrize("folder", [*FRAGMENTS, "bases"])
def test_the_index_lists_what_is_there(folder: str) -> None:
    """Every case of the index has its files, and every file its line in the index."""
    if folder == "bases":
        cases = index.overlays(HERE / folder)
        assert all(one.expect in ("reject", "warn", "accept", "accept_safe") for one in cases)
        there = {path.name for path in (HERE / folder).iterdir() if path.is_dir()}
        # a case that takes nothing but the baseline has no folder of its own in git
        assert {one.name for one in cases} | {"_baseline"} >= there
    else:
        listed = index.fragments(HERE / folder)
        assert {one.path for one in listed} == set((HERE / folder / "cases").iterdir())
        assert all(one.autofix in ("safe", "suggest", "human") for one in listed)


def test_every_name_can_be_checked_out_on_windows() -> None:
    """No sign that Windows forbids, no name that it keeps for itself."""
    names = {part for path in HERE.rglob("*") for part in path.relative_to(HERE).parts}
    assert sorted(name for name in names if _NOT_ON_WINDOWS.search(name)) == []


def test_git_leaves_the_bytes_alone() -> None:
    """Line ends and encodings are what the files are about."""
    rules = (HERE / ".gitattributes").read_text("utf-8")
    folders = [path.name for path in HERE.iterdir() if (path / "index.csv").exists()]
    assert folders
    assert [name for name in folders if f"{name}/** -text" not in rules] == []


def test_a_folder_elsewhere_can_be_scored(tmp_path: Path) -> None:
    """Cases kept aside have other names and no good files; the score knows neither."""
    (tmp_path / "cases").mkdir()
    (tmp_path / "cases" / "x.yaml").write_text("nmae: 云桥同心站\n", "utf-8")
    (tmp_path / "index.csv").write_text(
        "file,wrong,bad_line,say_zh,fix_zh,autofix\nx.yaml,错字,1,第 1 行字段名写错。,name: 云桥同心站,suggest\n",
        "utf-8",
    )
    assert [one.kind for one in score(tmp_path).verdicts] == ["refused"]


@pytest.mark.parametrize(
    ("reads", "told", "kind"),
    [
        ("note: 同心同行\n", (), "unsaid"),
        ("note: 另一句话\n", (), SILENTLY_WRONG),
        ("note: 另一句话\n", ((1, Level.NOTE),), "misread"),
        ("note: 同心同行\n", ((1, Level.NOTE),), "noted"),
        ("note: 同心同行\n", ((3, Level.ERROR),), "wrong line"),
        ("note: 同心同行\n", ((2, Level.ERROR),), "refused"),
    ],
)
def test_the_score_tells_the_kinds_apart(
    reads: str,
    told: tuple[tuple[int, Level], ...],
    kind: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A value that nobody typed, a word in the wrong place, and no word at all."""
    (tmp_path / "a.yaml").write_text("note：同心同行\n", "utf-8")
    (tmp_path / "index.csv").write_text(
        "file,wrong,bad_line,say_zh,fix_zh,autofix\na.yaml,冒号,1,第 1 行用了中文冒号。,note: 同心同行,safe\n",
        "utf-8",
    )

    def pretended(content: bytes, file: str, identity: str, model: type[Part]) -> Got[Part]:
        if content.startswith(b"note:"):
            return read(content, file, identity, model)
        given = (Diagnostic("tab", level, Place(file, line)) for line, level in told)
        return Got(read(reads.encode(), file, identity, model).record, tuple(given))

    monkeypatch.setattr(fragments, "read", pretended)
    assert [one.kind for one in score(tmp_path).verdicts] == [kind]


@pytest.mark.parametrize(
    ("line", "field", "kind"),
    [
        ('city: "杭州市"', "city", "unsaid"),
        ("city: 杭州市 ", "city", "unsaid"),
        ("city: [杭州市]", "city", "refused"),
        ("city: 杭州市 #1", "city", "noted"),
    ],
)
def test_a_folder_of_overlays_elsewhere_can_be_scored(
    line: str, field: str, kind: str, tmp_path: Path
) -> None:
    """With the baseline that lies here, and with cases that nobody has seen."""
    text = (HERE / "bases" / "_baseline" / "bases" / "tongxinhui.yml").read_text("utf-8")
    (tmp_path / "a-case" / "bases").mkdir(parents=True)
    changed = text.replace("city: 杭州市", line)
    (tmp_path / "a-case" / "bases" / "tongxinhui.yml").write_text(changed, "utf-8")
    (tmp_path / "index.csv").write_text(
        "case,category,wrong,ideal,expect,file,line,field,fix,xss,alt\n"
        f"a-case,A-syntax,x,Error,reject,bases/tongxinhui.yml,4,{field},,,\n",
        "utf-8",
    )
    assert [one.kind for one in score(tmp_path).verdicts] == [kind]
