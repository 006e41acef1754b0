"""What is staged is checked before it is committed, by git itself, in a repository of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from scripts.launcher import hook as hooking
from scripts.launcher.environment import for_running, record
from scripts.launcher.hook import hook
from scripts.launcher.stop import Stop

ROOT = Path(__file__).resolve().parents[2]
BASELINE = ROOT / "tests" / "cases" / "_baseline" / "bases"
PACKAGES = ROOT / "plugins"
PATIENCE = 120
pytestmark = pytest.mark.skipif(os.name == "nt", reason="the programs here are shell scripts")


@dataclass(frozen=True)
class Clone:
    """A project in a repository, and the programs that git's hook finds."""

    root: Path
    programs: Path

    def git(self, *words: str, path: str = "") -> subprocess.CompletedProcess[str]:
        """What git does, with our Python in front of all others."""
        kept = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
        names = {
            "GIT_AUTHOR_NAME": "甲",
            "GIT_AUTHOR_EMAIL": "a@b",
            "GIT_COMMITTER_NAME": "甲",
            "GIT_COMMITTER_EMAIL": "a@b",
        }
        before = path or f"{self.programs}{os.pathsep}{os.environ['PATH']}"
        return subprocess.run(
            ["git", *words], cwd=self.root, env=kept | names | {"PATH": before, "PYTHONUTF8": "1", "HOME": str(self.root)},
            capture_output=True, encoding="utf-8", timeout=PATIENCE, check=False,
        )  # fmt: skip

    def commit(self, *words: str) -> subprocess.CompletedProcess[str]:
        """A commit of what is staged."""
        return self.git("commit", "-q", "-m", "改动", *words)

    @property
    def commits(self) -> int:
        """How many there are."""
        return len(self.git("log", "--format=%h").stdout.split())

    def write(self, name: str, old: str, new: str) -> None:
        """Change a file of bases/."""
        path = self.root / "bases" / name
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")


@pytest.fixture
def clone(tmp_path: Path) -> Clone:
    root, programs = tmp_path / "实践 基地", tmp_path / "programs"
    programs.mkdir()
    python = programs / "python3"
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', "utf-8")
    python.chmod(0o755)
    shutil.copytree(
        ROOT / "scripts", root / "scripts", ignore=shutil.ignore_patterns("__pycache__")
    )
    shutil.copytree(BASELINE, root / "bases")
    for name in ("content", "overrides"):
        shutil.copytree(ROOT / name, root / name)
    for name in ("mkdocs.yml", "pyproject.toml", "requirements.lock"):
        shutil.copyfile(ROOT / name, root / name)
    environment = for_running(root)
    environment.python.parent.mkdir(parents=True)
    inner = f'#!/bin/sh\nPYTHONPATH="{PACKAGES}" exec "{sys.executable}" "$@"\n'
    environment.python.write_text(inner, "utf-8")
    environment.python.chmod(0o755)
    (environment.path / ".gitignore").write_text("*\n", "utf-8")
    record(environment)
    made = Clone(root, programs)
    assert made.git("init", "-q").returncode == 0
    assert hook(root, []) == 0
    return made


def test_a_first_commit_is_checked(clone: Clone) -> None:
    clone.write("yunqiao.yml", "of: yunqiao-brand", "of: nobody")
    clone.git("add", "-A")
    stopped = clone.commit()
    assert stopped.returncode == 1
    assert "错误 bases/yunqiao.yml:4:" in stopped.stderr
    assert "git commit --no-verify" in stopped.stderr
    assert clone.commits == 0
    clone.write("yunqiao.yml", "of: nobody", "of: yunqiao-brand")
    clone.git("add", "-A")
    done = clone.commit()
    assert done.returncode == 0, done.stderr
    assert "没有错误" in done.stderr
    assert clone.commits == 1


@pytest.fixture
def begun(clone: Clone) -> Clone:
    clone.git("add", "-A")
    assert clone.commit("--no-verify").returncode == 0
    return clone


def test_what_is_staged_counts_and_not_what_lies_in_the_folder(begun: Clone) -> None:
    begun.write("yunqiao.yml", "of: yunqiao-brand", "of: nobody")
    begun.git("add", "-A")
    begun.write("yunqiao.yml", "of: nobody", "of: yunqiao-brand")
    assert begun.commit().returncode == 1
    begun.git("add", "-A")
    begun.write("yunqiao.yml", "of: yunqiao-brand", "of: nobody")
    begun.write("yunqiao-brand.yml", "schema: 1", "schema: 1\nslogan: 一起来")
    begun.git("add", "bases/yunqiao-brand.yml")
    assert begun.commit().returncode == 0


def test_of_a_commit_of_named_files_these_are_checked(begun: Clone) -> None:
    begun.write("yunqiao.yml", "of: yunqiao-brand", "of: nobody")
    begun.git("add", "-A")
    begun.write("yunqiao-brand.yml", "schema: 1", "schema: 1\nslogan: 一起来")
    assert begun.commit("bases/yunqiao-brand.yml").returncode == 0
    assert begun.commit("-a").returncode == 1


def test_a_photograph_that_is_not_staged_is_missing(begun: Clone) -> None:
    begun.git("rm", "-q", "--cached", "bases/yunqiao/hall.jpg")
    stopped = begun.commit()
    assert stopped.returncode == 1
    assert "[missing-photo]" in stopped.stderr
    assert (begun.root / "bases" / "yunqiao" / "hall.jpg").exists()


def test_names_with_blanks_and_chinese_are_checked(begun: Clone) -> None:
    (begun.root / "bases" / "yunqiao" / "前厅 一.jpg").write_bytes(b"no picture")
    (begun.root / "content" / "说明 一.md").write_bytes("乱码".encode("utf-16-le"))
    begun.git("add", "-A")
    stopped = begun.commit()
    assert stopped.returncode == 1
    assert "content/说明 一.md" in stopped.stderr


def test_a_base_that_others_name_is_not_deleted_unseen(begun: Clone) -> None:
    begun.git("rm", "-q", "bases/yunqiao-brand.yml")
    stopped = begun.commit()
    assert stopped.returncode == 1
    assert "[unknown-part-of]" in stopped.stderr


def test_a_commit_of_other_things_is_not_looked_at(begun: Clone) -> None:
    begun.write("yunqiao.yml", "of: yunqiao-brand", "of: nobody")
    (begun.root / "记事.txt").write_text("a", "utf-8")
    begun.git("add", "记事.txt")
    done = begun.commit()
    assert done.returncode == 0
    assert done.stderr == ""


def test_no_verify_is_the_way_past_it(begun: Clone) -> None:
    begun.write("yunqiao.yml", "of: yunqiao-brand", "of: nobody")
    assert begun.commit("-a", "--no-verify").returncode == 0


def test_what_cannot_be_checked_is_said_and_let_through(begun: Clone, tmp_path: Path) -> None:
    begun.write("yunqiao.yml", "of: yunqiao-brand", "of: nobody")
    begun.git("add", "-A")
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in ("git", "sh"):
        (tools / name).symlink_to(str(shutil.which(name)))
    stub = tools / "python3"
    stub.write_text(
        "#!/bin/sh\necho 'Python was not found; run without arguments to install'\nexit 49\n",
        "utf-8",
    )
    stub.chmod(0o755)
    done = begun.git("commit", "-q", "-m", "改动", path=str(tools))
    assert done.returncode == 0
    assert "没有检查：这台电脑上找不到 Python 3.11" in done.stderr


def test_nothing_of_the_check_is_left_behind(
    begun: Clone, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "kept"
    kept.mkdir()
    monkeypatch.setenv("TMPDIR", str(kept))
    begun.write("yunqiao.yml", "of: yunqiao-brand", "of: nobody")
    assert begun.commit("-a").returncode == 1
    assert list(kept.iterdir()) == []


@pytest.mark.parametrize("words", [[], ["remove"]])
def test_a_hook_of_others_is_left_alone(words: list[str], clone: Clone) -> None:
    path = clone.root / ".git" / "hooks" / "pre-commit"
    path.write_text("#!/bin/sh\nexit 0\n", "utf-8")
    with pytest.raises(Stop, match="hook-foreign"):
        hook(clone.root, words)
    assert path.read_text("utf-8") == "#!/bin/sh\nexit 0\n"


def test_installing_again_brings_it_up_to_date_and_removing_takes_it_away(clone: Clone) -> None:
    path = clone.root / ".git" / "hooks" / "pre-commit"
    assert os.access(path, os.X_OK)
    path.write_text(f"#!/bin/sh\n{hooking.OURS}\nexit 1\n", "utf-8")
    assert hook(clone.root, ["install"]) == 0
    assert path.read_bytes() == (ROOT / hooking.HOOK).read_bytes()
    assert hook(clone.root, ["remove"]) == 0
    assert not path.exists()
    assert hook(clone.root, ["remove"]) == 0


def test_hooks_that_are_kept_elsewhere_are_left_alone(clone: Clone) -> None:
    clone.git("config", "core.hooksPath", "elsewhere")
    with pytest.raises(Stop, match="hook-elsewhere"):
        hook(clone.root, [])


def test_what_is_no_repository_or_not_its_top_is_told(clone: Clone, tmp_path: Path) -> None:
    with pytest.raises(Stop, match="hook-not-top"):
        hook(clone.root / "bases", [])
    with pytest.raises(Stop, match="hook-no-git"):
        hook(tmp_path, [])
    with pytest.raises(Stop, match="hook-usage"):
        hook(clone.root, ["uninstall"])


def test_the_hook_is_plain_sh_with_plain_line_ends() -> None:
    content = (ROOT / hooking.HOOK).read_bytes()
    assert content.startswith(b"#!/bin/sh\n" + hooking.OURS.encode() + b"\n")
    assert b"\r" not in content
    for shell in filter(None, map(shutil.which, ("dash", "bash", "sh"))):
        subprocess.run([shell, "-n", str(ROOT / hooking.HOOK)], timeout=PATIENCE, check=True)
