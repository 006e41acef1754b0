"""What the keepers' documents say is so: every promise names tests that exist, every fact is the code's own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scripts.launcher import audit, verbs
from scripts.launcher.interpreter import TRIED, dotted
from showcase.workshop import Workshop

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = ("SECURITY.md", "LICENCES.md", "DEPENDENCIES.md", "PERMANENT.md")


def text(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def test_every_promise_is_held_by_tests_that_exist() -> None:
    part = text("SECURITY.md").partition("## What is promised")[2].partition("\n## ")[0]
    rows = [line.split("|")[1:-1] for line in part.splitlines() if line.startswith("| ")][1:]
    assert len(rows) > 10
    for promise, held in rows:
        for name in held.split(","):
            path = ROOT / name.strip()
            found = [path] if path.suffix == ".py" else list(path.rglob("test_*.py"))
            assert found, promise
            assert any("def test_" in one.read_text("utf-8") for one in found), promise


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_names_no_file_that_is_not_there(name: str) -> None:
    linked = re.findall(r"\]\(([^)#]+)\)", text(name))
    named = [one for one in re.findall(r"`([\w./-]+/[\w./-]*)`", text(name)) if one.split("/")[0] in (
        "bases", "content", "overrides", "plugins", "scripts", "tests", "schemas",
    )] if name != "PERMANENT.md" else []  # fmt: skip
    assert [one for one in linked + named if not (ROOT / one).exists()] == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_nobody_is_given_an_address_that_is_made_up(name: str) -> None:
    assert not re.search(r"https?://|[\w.]+@[\w-]+\.\w", text(name))


def test_the_versions_of_python_are_those_that_were_tried() -> None:
    oldest, newest = map(dotted, TRIED)
    said = text("SECURITY.md")
    assert f"**Python**: {oldest} to {newest} were tried" in said
    assert f"Python {oldest} 到 {newest}" in said
    assert f'requires-python = ">={oldest}"' in text("pyproject.toml")


def test_the_exit_codes_of_an_audit_are_told() -> None:
    said = text("SECURITY.md")
    assert "audit" in verbs.OWN
    assert (audit.KNOWN_GOOD, audit.VULNERABLE, audit.NOT_CHECKED) == (0, 1, 4)
    assert "exit code 0, none known and all looked up;\n1, some known; 4, **not checked**" in said


def test_what_is_said_of_the_licences_of_this_site_is_so() -> None:
    site = Workshop(ROOT).read(drafts=True).legible.site.content
    stated = bool(site.text_licence or site.data_licence)
    assert ("`bases/_site.yml` here states neither." in text("LICENCES.md")) is not stated
    assert (ROOT / "LICENSE").read_text("utf-8").startswith("MIT License")
    assert "SIL OPEN FONT LICENSE Version 1.1" in text("plugins/showcase/fonts/OFL.txt")
    assert 'license = "MIT"' in text("pyproject.toml")
