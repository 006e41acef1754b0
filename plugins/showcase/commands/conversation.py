"""Questions in the terminal, one after the other, each asked again with a reason until it can be used."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import typer

from .. import messages
from ..catalogue import Catalogue
from ..diagnostics import Diagnostic
from ..scaffold import Answer, Option, Written, search
from .asking import INTERRUPTED, NO, line, say
from .place import WRONG_USE, stop

_NOTHING = ("-", "－", "—")


@dataclass(frozen=True, slots=True)
class Heard:
    """What an answer came to: a value, or why it cannot be used and what may have been meant."""

    value: Written = ""
    complaints: tuple[str, ...] = ()
    usable: bool = False
    suggestion: str = ""


@contextmanager
def leaving_nothing() -> Iterator[None]:
    """Ctrl+C, Ctrl+Z and input that ends: nothing was written, and that is said."""
    try:
        yield
    except (KeyboardInterrupt, EOFError, typer.Abort):
        typer.echo()
        stop("停下了，没有写任何文件。", INTERRUPTED)


@dataclass(frozen=True)
class Question:
    """One question: how an answer is judged, and what may be chosen from."""

    text: str
    judge: Callable[[str], Heard]
    optional: bool = False
    default: str = ""
    options: Sequence[Option] = field(default=())

    def ask(self) -> Written:
        """Ask until there is an answer. Empty where the question may be left out."""
        for number, option in enumerate(self.options, start=1):
            say(f"  {number}. {_shown(option)}")
        offered = self.default
        before = ""
        while True:
            typed = line(f"{self.text}{self._hint(offered)}：") or offered
            if self.optional and typed in ("", *_NOTHING):
                return ""
            if not typed:
                say("  这一项要写。")
                continue
            heard = self.judge(typed)
            if not heard.complaints or (heard.usable and typed == before):
                return heard.value
            for complaint in heard.complaints:
                say(f"  {complaint}")
            if heard.usable:
                say("  一定要这样写，就再写一遍；不然换一个。")
            before, offered = typed, heard.suggestion or self.default

    def _hint(self, offered: str) -> str:
        if offered:
            return f"（回车就用 {offered}{'，不写就输入 -' if self.optional else ''}）"
        return "（可不写）" if self.optional else ""

    def settle(self, typed: str) -> Written:
        """The answer that the command line gave; where it cannot be used, that is said and all ends."""
        heard = self.judge(typed)
        if heard.complaints and not heard.usable:
            stop(f"{self.text}：{''.join(heard.complaints)}", WRONG_USE)
        return heard.value


def agreed(question: str) -> bool:
    """Yes by pressing Enter; no by writing so."""
    return line(f"{question}（回车就写，不写就输入 n）：").lower() not in NO


def judged(answer: Answer) -> Heard:
    """What the reader says of an answer."""
    return Heard(answer.value, tuple(map(told, answer.told)), answer.usable)


def told(diagnostic: Diagnostic) -> str:
    """A fault and its mend, on one line."""
    return f"{messages.what(diagnostic)}{messages.mend(diagnostic)}"


def chosen(typed: str, options: Sequence[Option], shown: int | None = None) -> Heard:
    """One of several: by number, id, name, or the beginning of a name or its pinyin."""
    found = search(typed, options, shown)
    if found.meant:
        return Heard(found.meant.value)
    if len(found.possible) == 1:
        (near,) = found.possible
        complaint = f"没有“{typed}”，是不是“{near.name}”？是就直接回车，不是就重新写。"
        return Heard(complaints=(complaint,), suggestion=near.value)
    if found.possible:
        names = "、".join(_shown(one) for one in found.possible[:8])
        return Heard(complaints=(f"“{typed}”可能是：{names}。写全一点。",))
    return Heard(complaints=(f"没有“{typed}”，写前面的数字，或者写全名。",))


def source_question(text: str, catalogue: Catalogue) -> Question:
    """Which of the registered documents says so."""
    options = [
        Option(key, one.title or one.title_en or one.short, (one.short,))
        for key, one in catalogue.sources.items()
    ]
    return Question(
        f"{text}：数字、题名或编号都行；没有来源，检查会提醒",
        lambda typed: chosen(typed, options),
        optional=True,
        options=options,
    )


def taken_or_new(typed: str, options: Sequence[Option], fresh: Callable[[str], Answer]) -> Heard:
    """One that is there, or a new one in the user's own words.

    Pressing Enter takes what is offered, so nothing is that is merely like it: 苏州市 is not 杭州市.
    """
    found = search(typed, options)
    if found.meant and (typed in found.meant.words or typed.strip().isdecimal()):
        return Heard(found.meant.value)
    heard = judged(fresh(typed))
    near = found.meant
    if near is None or not found.begins or not heard.usable:
        return heard
    complaints = heard.complaints or (f"已经有“{near.name}”，是不是它？是就直接回车。",)
    return Heard(heard.value, complaints, usable=True, suggestion=near.value)


def _shown(option: Option) -> str:
    return option.name if option.name == option.value else f"{option.name}（{option.value}）"


def create(path: Path, text: str) -> bool:
    """Write a new file, whole or not at all; no where there is one of that name already."""
    try:
        file = path.open("xb")
    except FileExistsError:
        return False
    try:
        with file:
            file.write(text.encode())
    except BaseException:
        path.unlink()
        raise
    return True
