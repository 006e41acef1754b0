"""What others rely on is registered, and nothing of it goes without a word."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from scripts import permanent
from scripts.permanent import (
    DOCUMENT,
    REGISTRY,
    SECTIONS,
    Registry,
    compared,
    document,
    dumped,
    joined,
)
from showcase.messages import WORDINGS

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def now() -> dict[str, tuple[str, ...]]:
    return permanent.there(ROOT)


@pytest.fixture(scope="module")
def registry() -> Registry:
    return permanent.registered(ROOT)


def test_nothing_that_is_registered_has_gone(
    now: dict[str, tuple[str, ...]], registry: Registry
) -> None:
    lost = compared(now, registry).lost
    assert lost == (), (
        "put it back, or move it to `retired` in tests/keeping/permanent.json with since and instead"
    )


def test_everything_that_is_there_is_registered(
    now: dict[str, tuple[str, ...]], registry: Registry
) -> None:
    assert compared(now, registry).new == (), "run scripts/permanent.py"


def test_nothing_retired_has_come_back(now: dict[str, tuple[str, ...]], registry: Registry) -> None:
    assert compared(now, registry).back == ()


def test_the_document_says_what_the_registry_holds(registry: Registry) -> None:
    assert (ROOT / DOCUMENT).read_text("utf-8") == document(registry), "run scripts/permanent.py"
    assert (ROOT / REGISTRY).read_text("utf-8") == dumped(registry)


def test_every_section_holds_something_that_is_plainly_permanent(registry: Registry) -> None:
    assert set(registry.entries) == set(SECTIONS)
    for section, entry in (
        ("message codes", "fullwidth-colon"), ("exit codes", "130"), ("verbs", "publish"),
        ("formats of check", "--format comment"), ("formats of check", "JSON version 1"),
        ("schema paths", "schema/1/base.json"), ("addresses", "/bases/{base}/"), ("addresses", "/glossary/#{term}"),
        ("keys", "base: name / 名称"), ("keys", "base: activities / 活动 › [] › date / 日期"),
        ("keys", "sources: sources / 资料 › {} › title / 题名"), ("choices", "Status: 达标 / met"),
        ("bases", "xinxin-xiangyang"), ("standards", "six-haves"), ("sources", "chengyang-report"), ("terms", "new-strata"),
    ):  # fmt: skip
        assert entry in registry.entries[section], (section, entry)
    assert set(registry.entries["message codes"]) | registry.gone("message codes") == set(WORDINGS)


def test_a_renamed_entry_is_lost_and_new() -> None:
    before = Registry({"verbs": ("build", "chekc")}, ())
    found = compared({"verbs": ("build", "check")}, before)
    assert found.lost == (("verbs", "chekc"),)
    assert found.new == (("verbs", "check"),)
    # registering what is new does not forget what is lost
    whole = joined(dict.fromkeys(SECTIONS, ()) | {"verbs": ("build", "check")}, before)
    assert whole.entries["verbs"] == ("build", "check", "chekc")


def test_what_is_retired_is_neither_lost_nor_ever_used_again() -> None:
    let_go = {"section": "verbs", "entry": "chekc", "since": "0.2.0", "instead": "check"}
    registry = Registry({"verbs": ("check",)}, (let_go,))
    assert compared({"verbs": ("check",)}, registry).lost == ()
    assert compared({"verbs": ("check", "chekc")}, registry).back == (("verbs", "chekc"),)
    whole = joined(dict.fromkeys(SECTIONS, ()) | {"verbs": ("check", "chekc")}, registry)
    assert whole.entries["verbs"] == ("check",)
    assert "| verbs | `chekc` | 0.2.0 | check |" in document(whole)


def test_what_was_retired_says_since_when_and_what_instead(registry: Registry) -> None:
    for one in registry.retired:
        assert set(one) == {"section", "entry", "since", "instead"}
        assert one["section"] in SECTIONS
        assert re.fullmatch(r"\d+\.\d+\.\d+", one["since"])
        assert one["entry"]
        assert one["instead"]


def test_the_script_tells_what_is_lost_and_keeps_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / REGISTRY).parent.mkdir(parents=True)
    present = dict.fromkeys(SECTIONS, ("a",))
    monkeypatch.setattr(permanent, "there", lambda _: present)
    assert permanent.main(tmp_path) == 0
    assert capsys.readouterr().out.count("registered: ") == len(SECTIONS)
    present["verbs"] = ("b",)
    assert permanent.main(tmp_path) == 1
    said = capsys.readouterr().out
    assert "LOST: verbs: a" in said
    assert "registered: verbs: b" in said
    assert json.loads((tmp_path / REGISTRY).read_text("utf-8"))["entries"]["verbs"] == ["a", "b"]


def test_the_script_can_be_run() -> None:
    code = "import runpy; runpy.run_path('scripts/permanent.py', run_name='looked at')"
    subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, timeout=60, check=True, capture_output=True
    )
