"""The verb `new activity`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from ..catalogue import Catalogue
from ..drafting.text import UnreadableError, decode
from ..folder import Folder
from ..model import ActivityType, Base
from ..reports import terminal
from ..revision import Add, Reason, Refusal, revised
from ..scaffold import Option, Written, answered_activity
from ..scaffold.writing import any_written
from ..written_files import WrittenFile, load
from .asking import say
from .conversation import (
    Heard,
    Question,
    agreed,
    chosen,
    judged,
    leaving_nothing,
    source_question,
)
from .place import need_bases, root, stop

_REFUSALS = {
    Reason.FAULTY: "{file} 里有要改的地方，先运行 check，改好再来加活动。",
    Reason.UNFIT: "写进 {file} 会有错误，没有写：先运行 check，再来加活动。",
}


def activity(
    base: Annotated[str, typer.Option(help="哪个基地：编号、名称或拼音开头")] = "",
    date: Annotated[str, typer.Option(help="日期，例如 2023-03-25 或 2023年3月")] = "",
    title: Annotated[str, typer.Option(help="这次活动叫什么")] = "",
    kind: Annotated[str, typer.Option("--type", help="类型，例如 会议")] = "",
    place: Annotated[str, typer.Option(help="在哪里")] = "",
    source: Annotated[str, typer.Option(help="来源：资料的编号或题名")] = "",
) -> None:
    """给一个基地加一次活动。什么都不写，就一步一步问。"""
    need_bases()
    folder = Folder(root() / "bases")
    before = folder.read(drafts=True)
    catalogue = before.legible
    given = {"date": date, "title": title, "type": kind, "place": place, "source": source}
    step_by_step = not base and not any(given.values())
    with leaving_nothing():
        if step_by_step:
            say("加一次活动。一问一答，按 Ctrl+C 随时停下，停下就什么也不写。")
        identity = _which_base(base, catalogue)
        path = root() / catalogue.bases[identity].file
        file = f"bases/{path.name}"
        # before anything is asked: a file that nothing can be added to
        _with(path, file, {"title": "甲"})
        item = _asked(given, catalogue, identity, step_by_step=step_by_step)
        if step_by_step:
            say(f"\n要加到 {file} 里的是：")
            for number, (key, value) in enumerate(item.items()):
                say(f"    {'- ' if number == 0 else '  '}{key}: {any_written(value)}")
            if not agreed("写吗？"):
                stop("没有写任何文件。", 0)
        # as it stands now: somebody may have saved it while questions were answered
        _with(path, file, item).save()
    say(f"加好了，在 {file} 里。")
    known = {(one.code, one.field) for one in before.diagnostics}
    fresh = [
        one
        for one in folder.read(drafts=True).diagnostics
        if one.place.file == file and (one.code, one.field) not in known
    ]
    if fresh:
        say(terminal.told(fresh))


def _which_base(given: str, catalogue: Catalogue) -> str:
    options = [
        Option(identity, record.content.name, record.content.aliases)
        for identity, record in catalogue.bases.items()
    ]
    if not options:
        stop("bases/ 里没有读得懂的基地，先运行 check。")
    question = Question(
        "哪个基地（数字、编号、名称，或者拼音开头）",
        lambda typed: chosen(typed, options),
        options=() if given else options,
    )
    if not given:
        return str(question.ask())
    return str(question.settle(given))


def _with(path: Path, file: str, item: Mapping[str, Written]) -> WrittenFile:
    """The file with one more activity."""
    written = _opened(path)
    if written is None:
        stop(f"{file} 里混了几种编码，先运行 fix 改好，再来加活动。")
    revision = revised(written.raw, [Add(("activities",), item)], Base)
    if isinstance(revision, Refusal):
        usual = "{file} 的写法太特别，这里加不进去：把“活动”改成每条一行、以“- ”开头，再来。"
        stop(_REFUSALS.get(revision.reason, usual).format(file=file))
    return written.edited(revision.edits)


def _opened(path: Path) -> WrittenFile | None:
    """The file, if it is of one encoding and reads as the check reads it."""
    file = load(path)
    try:
        return file if file is not None and file.text == decode(path.read_bytes()) else None
    except UnreadableError:
        return None


def _asked(
    given: Mapping[str, str], catalogue: Catalogue, identity: str, *, step_by_step: bool
) -> Mapping[str, Written]:
    item: dict[str, Written] = {}
    for key, question in _questions(catalogue, identity).items():
        if given[key]:
            item[key] = question.settle(given[key])
        elif step_by_step or not question.optional:
            item[key] = question.ask()
    return {key: value for key, value in item.items() if value}


def _questions(catalogue: Catalogue, identity: str) -> Mapping[str, Question]:
    """What an activity is asked for, in the order in which it is written."""

    def reader(key: str, typed: str) -> Heard:
        return judged(answered_activity(catalogue, identity, key, typed))

    kinds = [Option(one.value, one.value, (one.name,)) for one in ActivityType]
    return {
        "date": Question("日期，知道到哪一步就写到哪一步", lambda typed: reader("date", typed), optional=True),
        "title": Question("标题：这次活动叫什么", lambda typed: reader("title", typed)),
        "type": Question("类型（写数字或名称）", lambda typed: chosen(typed, kinds), optional=True, options=kinds),
        "place": Question("地点", lambda typed: reader("place", typed), optional=True),
        "source": source_question("来源", catalogue),
    }  # fmt: skip
