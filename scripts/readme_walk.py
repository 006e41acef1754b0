"""Walks as a new member of staff would: breaks a base in ten ways, and follows what `check` and `fix` say.

`python -m scripts.readme_walk` writes what the terminal printed into README.zh-CN.md, between its two marks;
a test walks again and compares.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.zh-CN.md"
BEGIN, END = "<!-- walk: begin -->", "<!-- walk: end -->"
NEEDED = ("bases", "content", "overrides", "mkdocs.yml")
BASE = "bases/xinxin-xiangyang.yml"
LIMIT = 300
"""Seconds after which a command is given up."""


@dataclass(frozen=True)
class Break:
    """A slip: what was done in Notepad, in words, and to the text."""

    said: str
    right: str = ""
    wrong: str = ""


BREAKS = (
    Break("另存为的时候编码选成了ANSI"),
    Break("“城市”后面打了中文冒号", "city: 青岛市", "city：青岛市"),
    Break("“摘要”的键少打了一个字母", "\nsummary: ", "\nsumary: "),
    Break("短横线后面忘了空格", "  - text: 到2019年", "  -text: 到2019年"),
    Break("从表格里粘贴，带来一个制表符", "项目\n    source", "项目\n\tsource"),
    Break("“其他”写成“其它”", "type: 其他", "type: 其它"),
    Break("日期用了点", "date: 2026-11\n", "date: 2026.11\n"),
    Break("方括号打成了中文括号", "[conference-visit]", "【conference-visit】"),
    Break(
        "照片写上了，文件没有放进来", "    sure: 推定", "    photos: [canguan.jpg]\n    sure: 推定"
    ),
    Break("色值忘了加引号", 'colour: "#B0561A"', "colour: #B0561A"),
)


@dataclass(frozen=True)
class Step:
    """A command as typed, what was answered, what it printed, and its exit code."""

    command: str
    answers: tuple[str, ...]
    printed: str
    code: int


def broken(text: str) -> str:
    """The text with every slip in it. Raises ValueError where one no longer fits the file."""
    for one in BREAKS:
        if one.right and text.count(one.right) != 1:
            raise ValueError(one.said)
        text = text.replace(one.right, one.wrong) if one.right else text
    return text


def walk(project: Path) -> Iterator[Step]:
    """Every step, carried out in a copy of the project at `project`, which is made here."""
    project.mkdir()
    for name in NEEDED:
        source = ROOT / name
        copy: Callable[[Path, Path], object] = shutil.copytree if source.is_dir() else shutil.copy2
        copy(source, project / name)
    path = project / BASE
    right = path.read_text("utf-8")
    path.write_bytes(broken(right).replace("\n", "\r\n").encode("gb18030"))
    yield _step(project, "check")
    yield _step(project, "fix", "是", *["是"] * 3)
    # the one thing that no program can know: there is no such photograph, so its line goes
    text = path.read_text("utf-8")
    path.write_text(text.replace("    photos: [canguan.jpg]\n", ""), "utf-8", newline="\r\n")
    yield _step(project, "check")
    yield _step(project, "build")


def _step(project: Path, verb: str, *answers: str) -> Step:
    done = subprocess.run(
        [sys.executable, "-m", "showcase", verb],
        cwd=project,
        input="".join(f"{one}\n" for one in answers).encode(),
        capture_output=True,
        timeout=LIMIT,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT / "plugins"), "PYTHONUTF8": "1", "NO_COLOR": "1"},
    )
    printed = (done.stdout + done.stderr).decode().replace("\r\n", "\n")
    printed = _answered(printed, answers).replace(str(project), "我的项目")
    return Step(f"py scripts\\showcase.py {verb}", answers, printed.strip("\n"), done.returncode)


def _answered(printed: str, answers: tuple[str, ...]) -> str:
    """What the terminal shows: every answer stands behind its question, and ends its line."""
    for answer in answers:
        printed = printed.replace("）：\n", f"）：{answer}\0", 1)
    return printed.replace("\0", "\n")


def written(steps: tuple[Step, ...]) -> str:
    """The part of the README between the marks."""
    slips = "\n".join(f"{number}. {one.said}" for number, one in enumerate(BREAKS, start=1))
    check, fix, again, build = steps
    return f"""{BEGIN}
在记事本里打开 `{BASE}`，故意弄坏十处：

{slips}

保存，运行 `check`。十处一次说完，每一处都有原样和该写成的样子：

{_printed(check)}

能改的交给 `fix`。有把握的一次改好，拿不准的一处一处问，每次都先看到改成什么样：

{_printed(fix)}

剩下一处只有人知道：那张照片到底有没有。没有，就照提示删掉那一行，再检查一遍：

{_printed(again)}

可以发布了：

{_printed(build)}
{END}"""


def _printed(step: Step) -> str:
    return f"```text\n> {step.command}\n{step.printed}\n```"


def main() -> None:
    """Put the walk into the README."""
    with tempfile.TemporaryDirectory() as folder:
        part = written(tuple(walk(Path(folder) / "project")))
    before, _, rest = README.read_text("utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    README.write_text(before + part + after, "utf-8", newline="\n")


if __name__ == "__main__":
    main()
