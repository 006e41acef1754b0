"""The verb `new`: a new base, or with `new activity` a new activity in one that is there."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Annotated

import typer
from typer.core import TyperGroup

from ..catalogue import Catalogue
from ..diagnostics import Diagnostic, Level, Place
from ..file_names import LONGEST_ID, is_kept
from ..folder import Folder
from ..model.choices import Choice, Grade, Kind
from ..model.fields import ID_PATTERN
from ..pronunciation import slug
from ..scaffold import Option, Written, answered, scaffold
from .activity import activity
from .asking import say
from .conversation import (
    Heard,
    Question,
    agreed,
    chosen,
    create,
    judged,
    leaving_nothing,
    source_question,
    taken_or_new,
    told,
)
from .place import WRONG_USE, need_bases, root, stop

_NEW = "还没有编号"
_WIDE = {Kind.brand_platform, Kind.region}


class _ABaseUnlessSaid(TyperGroup):
    """`new yunqiao` is `new base yunqiao`: what follows `new` is a base's id where it names nothing else."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        known = {*self.commands, *ctx.help_option_names}
        named = bool(args) and args[0] in known
        return super().parse_args(ctx, args if named else ["base", *args])


new = typer.Typer(
    cls=_ABaseUnlessSaid,
    help="新建一个基地，或者用 new activity 给一个基地加一次活动。什么都不写，就一步一步问。",
)


@new.command()
def base(
    identity: Annotated[
        str, typer.Argument(metavar="编号", help="小写字母、数字、连字符；不写就取名称的拼音")
    ] = "",
    name: Annotated[str, typer.Option(help="基地的名称；不写就问")] = "",
    city: Annotated[str, typer.Option(help="全称，例如 青岛市；不写就问")] = "",
    kind: Annotated[str, typer.Option(help="类别；不写是 实践创新基地")] = "",
    district: Annotated[str, typer.Option(help="区县，几个用顿号隔开")] = "",
    level: Annotated[str, typer.Option(help="级别：国家级、省级、市级、区县级")] = "",
    founded: Annotated[str, typer.Option(help="哪一年、哪一月、哪一天成立")] = "",
    source: Annotated[str, typer.Option(help="成立日期的来源：资料的编号或题名")] = "",
    part_of: Annotated[str, typer.Option(help="隶属哪个品牌或区域：编号或名称")] = "",
) -> None:
    """新建一个基地的文件，状态是草稿。什么都不写，就一步一步问。"""
    need_bases()
    catalogue = Folder(root() / "bases").read(drafts=True).legible
    if identity and (fault := _fault_of_identity(identity, catalogue)):
        stop(fault, WRONG_USE)
    given = {
        "name": name, "kind": kind, "part_of": part_of, "city": city, "district": district,
        "level": level, "founded": founded, "source": source,
    }  # fmt: skip
    step_by_step = not identity and not any(given.values())
    with leaving_nothing():
        if step_by_step:
            say("新建一个基地。一问一答，按 Ctrl+C 随时停下，停下就什么也不写。")
        questions = _questions(catalogue)
        answers = _asked(given, {"name": questions.pop("name")}, step_by_step=step_by_step)
        identity = identity or _identity(str(answers["name"]), catalogue, ask=step_by_step)
        answers |= _asked(given, questions, step_by_step=step_by_step)
        text = scaffold(_with_source(answers))
        if step_by_step:
            say(f"\n要写的文件是 bases/{identity}.yml：")
            opened = [one for one in text.split("\n") if one and not one.startswith("#")]
            say("\n".join(f"    {one}" for one in opened))
            say("    （其余能写的键都在后面，前面带井号，要用哪一行再打开）")
            if not agreed("写吗？"):
                stop("没有写任何文件。", 0)
    if not create(root() / "bases" / f"{identity}.yml", text):
        stop(_taken(identity), WRONG_USE)
    say(f"写好了 bases/{identity}.yml。用记事本打开，照里面的说明往下写。")


new.command("activity")(activity)
new.command("活动", hidden=True)(activity)


def _asked(
    given: Mapping[str, str], questions: Mapping[str, Question], *, step_by_step: bool
) -> dict[str, Written]:
    """The answers, by key: those of the command line, the others asked for where they are needed."""
    answers: dict[str, Written] = {}
    for key, question in questions.items():
        without_date = key == "source" and not answers.get("founded")
        typed = given[key] or ("" if step_by_step or key != "kind" else Kind.practice_base.value)
        if typed:
            answers[key] = question.settle(typed)
        elif not without_date and (step_by_step or not question.optional):
            answers[key] = question.ask()
    return {key: answer for key, answer in answers.items() if answer}


def _with_source(answers: Mapping[str, Written]) -> dict[str, Written]:
    """The answers as a file holds them: the source asked for is the founding's."""
    held = dict(answers)
    source, founded = held.pop("source", ""), held.get("founded")
    if isinstance(source, str) and source and isinstance(founded, str):
        held["founded"] = {"date": founded, "source": source}
    return held


def _questions(catalogue: Catalogue) -> dict[str, Question]:
    """What a new base is asked for, in this order."""

    def reader(key: str, typed: str) -> Heard:
        return judged(answered(catalogue, _NEW, key, typed))

    cities = [Option(name, name) for name in catalogue.cities]
    bases = [
        Option(identity, record.content.name, record.content.aliases)
        for identity, record in catalogue.bases.items()
    ]
    wide = [one for one in bases if catalogue.bases[one.value].content.kind in _WIDE]
    # those that others belong to first: they are what most are part of
    parents = [*wide, *(one for one in bases if one not in wide)]
    return {
        "name": Question("名称（与资料里完全一样）", lambda typed: reader("name", typed)),
        "kind": _one_of("类别", Kind),
        "city": Question(
            "城市（写全称；上面有的写数字就行）" if cities else "城市（写全称，例如 青岛市）",
            lambda typed: taken_or_new(
                typed, cities, lambda fresh: answered(catalogue, _NEW, "city", fresh)
            ),
            options=cities,
        ),
        "district": Question("区县，几个用顿号隔开", lambda typed: reader("district", typed), optional=True),
        "level": _one_of("级别", Grade, optional=True),
        "founded": Question("成立的日期，知道到哪一步就写到哪一步", _without_reminders(lambda typed: reader("founded", typed)), optional=True),
        "source": source_question("成立日期的来源", catalogue),
        "part_of": Question(
            "隶属哪个品牌或区域：数字、名称或编号都行",
            lambda typed: chosen(typed, parents, len(wide)),
            optional=True,
            options=wide,
        ),
    }  # fmt: skip


def _one_of(text: str, choice: type[Choice], *, optional: bool = False) -> Question:
    options = [Option(one.value, one.value, (one.name,)) for one in choice]
    return Question(
        f"{text}（写数字或名称）",
        lambda typed: chosen(typed, options),
        optional=optional,
        options=options,
    )


def _without_reminders(judge: Callable[[str], Heard]) -> Callable[[str], Heard]:
    """A judge of the date alone: its source is the next question."""

    def errors_only(typed: str) -> Heard:
        heard = judge(typed)
        return Heard(heard.value) if heard.usable else heard

    return errors_only


def _identity(name: str, catalogue: Catalogue, *, ask: bool) -> str:
    """The id of a new base: its name in pinyin, or what the user likes better."""
    suggested = slug(name)
    fault = _fault_of_identity(suggested, catalogue)

    def judge(typed: str) -> Heard:
        wrong = _fault_of_identity(typed, catalogue)
        return Heard(typed, (wrong,) if wrong else ())

    if ask:
        say("编号就是文件名，也是网址，定了就不要再改。")
        return str(Question("编号", judge, default="" if fault else suggested).ask())
    if fault:
        stop(f"{fault}在命令里写上编号，例如 new yunqiao。", WRONG_USE)
    return suggested


def _fault_of_identity(identity: str, catalogue: Catalogue) -> str:
    """Why an id cannot be a new base's; empty where it can."""
    if not re.fullmatch(ID_PATTERN, identity) or is_kept(identity) or len(identity) > LONGEST_ID:
        fault = Diagnostic("bad-id", Level.ERROR, Place(""), values={"written": identity})
        return told(fault)
    bases = root() / "bases"
    former = {old for record in catalogue.bases.values() for old in record.content.former_ids}
    if any((bases / f"{identity}{end}").exists() for end in (".yml", ".yaml")):
        return _taken(identity)
    return f"“{identity}”是一个基地用过的旧编号，换一个。" if identity in former else ""


def _taken(identity: str) -> str:
    return f"已经有 bases/{identity}.yml 了。"
