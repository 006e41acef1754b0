"""How a command ends, whatever happens in it: with a sentence in Chinese and an exit code that scripts can read.

0: nothing stops a build. 1: something has to be mended first. 2: the command was used wrongly. 3: a fault
of the program itself, with the details in a file. 130: ended by Ctrl+C, as shells have it.
"""

from __future__ import annotations

import difflib
import platform
import re
import sys
import traceback
from collections.abc import Iterable
from pathlib import Path

import typer
from typer.exceptions import TyperException

from ..reports.visible import visible
from .place import WRONG_USE, root

OWN_FAULT = 3
INTERRUPTED = 130
LOG = Path(".cache") / "fault.log"
"""Below the project: where the last fault of the program is written down."""
_NO_COMMAND = re.compile(
    r"No such command (?P<q>['\"])(?P<typed>.*?)(?P=q)\.(?: Did you mean '(?P<near>[^']*)')?",
    re.DOTALL,
)
_WHOLE = {
    "check": "check 总是检查全部文件，后面不用写文件名。",
    "fix": "fix 总是看全部文件，后面不用写文件名。",
}
_ALIKE = 0.7
"""How much of two options has to be the same, dashes aside: `--fromat` and `--format`, not `--foo` and `--out`."""


def run(app: typer.Typer) -> int:
    """Carry out what the command line says, and give the exit code. Nothing is let through but that."""
    for stream in (sys.stdout, sys.stderr):
        # a Windows console that is not UTF-8 shows a ? for what it lacks
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(errors="replace")
    try:
        try:
            code = app(prog_name="showcase", standalone_mode=False)
        except TyperException as wrong:
            _tell(wrong_use(wrong))
            return WRONG_USE
    except typer.Abort:
        _tell("没有做完，停下了。")
        return INTERRUPTED
    except Exception:
        _tell(_own_fault())
        return OWN_FAULT
    return code if isinstance(code, int) else 0


def _tell(sentence: str) -> None:
    typer.echo(sentence, err=True)


def wrong_use(wrong: TyperException) -> str:
    """What was wrong with the command line, in Chinese; the library says it in English."""
    # by name: the library keeps these classes to itself
    kind = type(wrong).__name__
    option = str(getattr(wrong, "option_name", "")) or _name(getattr(wrong, "param", None))
    given, _, known = wrong.message.partition(" is not one of ")
    quoted = visible((re.findall(r"'(.*)'", given) or [""])[0])
    if kind == "NoArgsIsHelpError":
        return wrong.message
    if kind == "NoSuchOption":
        near = _near(option, getattr(wrong, "possibilities", None) or ())
        said = f"没有“{visible(option)}”这个选项" + (f"，是不是想写 {near}。" if near else "。")
    elif kind == "MissingParameter":
        said = f"少写了“{option}”。"
    elif kind == "BadOptionUsage":
        said = f"{option} 后面要写一个值；只作开关的选项后面不写。"
    elif kind == "BadParameter" and known:
        words = "、".join(re.findall(r"'([^']*)'", known))
        said = f"{option} 后面写的“{quoted}”不认识。可用的有：{words}。"
    elif kind == "BadParameter":
        said = f"{option} 后面写的“{quoted}”不对。"
    elif found := _NO_COMMAND.match(wrong.message):
        near = f"，是不是想写 {found['near']}" if found["near"] else ""
        said = f"没有“{visible(found['typed'])}”这个命令{near}。"
    elif wrong.message.startswith("Got unexpected extra argument"):
        context = getattr(wrong, "ctx", None)
        said = _WHOLE.get(str(getattr(context, "info_name", "")), "后面多写了一些词。")
    else:
        said = f"命令写得不对（{visible(wrong.message)}）。"
    return f"{said}要看怎么用，在后面加 --help 再运行一次。"


def _near(option: str, known: Iterable[str]) -> str:
    """The option that was surely meant; empty where one is merely a little like it."""
    bare = {one.lstrip("-"): one for one in known}
    found = difflib.get_close_matches(option.lstrip("-"), bare, n=1, cutoff=_ALIKE)
    return bare[found[0]] if found else ""


def _name(parameter: object) -> str:
    """An option as it is typed, or an argument as it is called."""
    options: list[str] = [one for one in getattr(parameter, "opts", []) if one.startswith("-")]
    called = getattr(parameter, "metavar", None) or getattr(parameter, "name", None)
    return options[0] if options else str(called or "")


def _own_fault() -> str:
    """Write down what happened, and say where."""
    said = "程序自己出了错，不是文件写错了。"
    path = root() / LOG
    about = f"showcase {' '.join(sys.argv[1:])}\nPython {platform.python_version()}, {platform.platform()}\n\n"
    try:
        path.parent.mkdir(exist_ok=True)
        path.write_text(about + traceback.format_exc(), encoding="utf-8", errors="backslashreplace")
    except OSError:
        return f"{said}详情想写进 {LOG.as_posix()}，没能写进去。"
    return f"{said}详情写在 {LOG.as_posix()}，请把它发给管程序的同事。"
