"""Good is said only where every package was looked up; known holes and not knowing are told apart."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from scripts.launcher import audit as auditing
from scripts.launcher.audit import AUDIT_LOCK, answer_of, audit, pins
from scripts.launcher.environment import Environment, for_testing
from scripts.launcher.process import Outcome
from scripts.launcher.stop import Stop

HASH = "--hash=sha256:" + "0" * 64
RUNNING = f"Jinja2==3.1.6 \\\n    {HASH}\n    # via mkdocs\ncolorama==0.4.6 ; sys_platform == 'win32' \\\n    {HASH} \\\n    {HASH}\n"
TESTING = RUNNING + f"pytest==9.2.0 \\\n    {HASH}\n"
HOLE = {"id": "PYSEC-2026-1", "fix_versions": ["3.1.7"], "aliases": [], "description": "…"}


def dependency(name: str, version: str, *vulns: object) -> dict[str, object]:
    return {"name": name, "version": version, "vulns": list(vulns)}


def skipped(name: str) -> dict[str, object]:
    return {
        "name": name,
        "skip_reason": f"Dependency not found on PyPI and could not be audited: {name}",
    }


ALL = [
    dependency("jinja2", "3.1.6"),
    dependency("colorama", "0.4.6"),
    dependency("pytest", "9.2.0"),
]


class Advisories:
    """Pretends to be venv, pip and pip-audit; gives up like it at the first skipped package, if strict."""

    def __init__(self) -> None:
        self.says: list[dict[str, object]] | str | None = ALL
        self.code: int | None = None
        self.pip = Outcome(0, "")
        self.calls: list[list[str]] = []
        self.asked = ""

    def run(
        self, command: list[str], *, root: Path, limit: int, env: Mapping[str, str] | None = None
    ) -> Outcome:
        if "pip_audit" not in command:
            return self.pip if "pip" in command else Outcome(0, "")
        self.calls.append([str(one) for one in command])
        self.asked = (root / "wanted.txt").read_text("utf-8")
        if self.says is None:
            return Outcome(1, "requests.exceptions.ConnectionError: …\n")
        if isinstance(self.says, str):
            (root / "answer.json").write_text(self.says, "utf-8")
            return Outcome(0, "")
        if "--strict" in command and any("skip_reason" in one for one in self.says):
            return Outcome(1, "ERROR:pip_audit._cli:colorama: Dependency not found on PyPI\n")
        (root / "answer.json").write_text(
            json.dumps({"dependencies": self.says, "fixes": []}), "utf-8"
        )
        holes = any(one.get("vulns") for one in self.says)
        return Outcome(
            int(holes) if self.code is None else self.code, "No known vulnerabilities found\n"
        )


@pytest.fixture
def advisories(monkeypatch: pytest.MonkeyPatch, environment: Environment) -> Advisories:
    pretending = Advisories()
    monkeypatch.setattr(auditing, "quietly", pretending.run)
    environment.lock.write_text(RUNNING, "utf-8")
    for_testing(environment.root).lock.write_text(TESTING, "utf-8")
    return pretending


def test_all_looked_up_and_nothing_known_is_good(
    advisories: Advisories, environment: Environment, capsys: pytest.CaptureFixture[str]
) -> None:
    assert audit(environment.root, ["--vulnerability-service", "osv"]) == 0
    assert "没有已知漏洞，3 个组件全部核查过。" in capsys.readouterr().err
    assert len(advisories.calls) == 1
    assert {"--strict", "--require-hashes", "--disable-pip", "osv"} <= set(advisories.calls[0])
    # what Windows alone gets is asked for, too
    assert re.findall(r"^\S+==\S+", advisories.asked, re.MULTILINE) == [
        "Jinja2==3.1.6",
        "colorama==0.4.6",
        "pytest==9.2.0",
    ]
    assert ";" not in advisories.asked
    assert advisories.asked.count("--hash=sha256:") == 4


def test_what_is_known_is_listed(
    advisories: Advisories, environment: Environment, capsys: pytest.CaptureFixture[str]
) -> None:
    advisories.says = [dependency("Jinja2", "3.1.6", HOLE), *ALL[1:]]
    assert audit(environment.root, []) == 1
    said = capsys.readouterr()
    assert said.out == "jinja2==3.1.6: PYSEC-2026-1 (3.1.7)\n"
    assert "1 个组件有已知漏洞" in said.err


def test_a_hole_is_told_although_another_package_was_skipped(
    advisories: Advisories, environment: Environment, capsys: pytest.CaptureFixture[str]
) -> None:
    advisories.says = [dependency("Jinja2", "3.1.6", HOLE), skipped("colorama"), ALL[2]]
    assert audit(environment.root, []) == 1
    said = capsys.readouterr().err
    assert "1 个组件有已知漏洞" in said
    assert "colorama==0.4.6" in said
    assert ["--strict" in call for call in advisories.calls] == [True, False]


@pytest.mark.parametrize(
    ("says", "unseen"),
    [
        ([skipped("jinja2"), skipped("colorama"), skipped("pytest")], 3),
        ([ALL[0], skipped("colorama"), ALL[2]], 1),
        (ALL[:2], 1),
        ([dependency("jinja2", "3.1.5"), *ALL[1:]], 1),
        ([], 3),
    ],
)
def test_a_package_that_was_not_looked_up_is_never_good(
    says: list[dict[str, object]], unseen: int, advisories: Advisories, environment: Environment,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    advisories.says = says
    assert audit(environment.root, []) == 4
    said = capsys.readouterr().err
    assert f"没有核查：{unseen} 个组件" in said
    assert "没有已知漏洞" not in said


@pytest.mark.parametrize(
    "says",
    [
        None,
        "",
        "{}",
        "[]",
        '{"dependencies": [3]}',
        '{"dependencies": [{"name": "a"}]}',
        "No known vulnerabilities found",
    ],
)
def test_no_answer_is_not_checked(
    says: str | None,
    advisories: Advisories,
    environment: Environment,
    capsys: pytest.CaptureFixture[str],
) -> None:
    advisories.says = says
    assert audit(environment.root, []) == 4
    said = capsys.readouterr().err
    assert "没有核查：查不到漏洞库，3 个组件一个也没有查" in said
    assert "没有已知漏洞" not in said


def test_an_answer_that_does_not_fit_how_it_ended_is_none(
    advisories: Advisories, environment: Environment
) -> None:
    advisories.code = 2
    assert audit(environment.root, []) == 4


@pytest.mark.parametrize(
    "trouble", [Outcome(1, "NewConnectionError"), Stop("too-slow", minutes=30, what="python")]
)
def test_where_the_tool_cannot_be_had_nothing_was_checked(
    trouble: Outcome | Stop, advisories: Advisories, environment: Environment,
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    if isinstance(trouble, Outcome):
        advisories.pip = trouble
    else:

        def stops(*_: object, **__: object) -> Outcome:
            raise trouble

        monkeypatch.setattr(auditing, "quietly", stops)
    assert audit(environment.root, []) == 4
    assert "没有核查" in capsys.readouterr().err


def test_spellings_of_a_name_are_one() -> None:
    document = json.dumps(
        {"dependencies": [dependency("ruamel-yaml", "1"), dependency("Typing_Extensions", "2")]}
    )
    answer = answer_of(document, {"ruamel.yaml==1": "", "typing-extensions==2": ""})
    assert answer is not None
    assert answer.unseen == frozenset()


def test_every_pin_of_every_lock_is_asked_for() -> None:
    root = Path(__file__).resolve().parents[2]
    for lock in ("requirements.lock", "requirements-test.lock", "scripts/launcher/audit.lock"):
        text = (root / lock).read_text("utf-8")
        names = re.findall(r"^([\w.-]+==[^\s;]+)", text, re.MULTILINE)
        assert [name for name, _ in pins(text)] == names
        assert len(names) > 20
        assert text.count("--hash=") == sum(line.count("--hash=") for _, line in pins(text))
    assert re.findall(r"https?://|index-url|find-links", AUDIT_LOCK.read_text("utf-8")) == []
