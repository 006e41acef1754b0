"""One photograph taken into a base: what is asked about it, and its clean copy and its entry written together."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NoReturn

from .. import messages, whole_files
from ..catalogue import Hindrance
from ..diagnostics import Diagnostic, Level, Place
from ..file_names import shown
from ..model import Base, Consent
from ..photographs import Copy
from ..reading.binding import bind
from ..revision import Add, Reason, Refusal, revised
from ..rules.alt_text import says_nothing
from ..scaffold import Option
from ..written_files import WrittenFile, load
from .asking import say
from .conversation import Heard, Question, chosen
from .place import stop

ASKED = ("alt", "caption", "credit", "consent")
"""The keys of an entry that a person has to know."""
_LIST = ("photos",)
_MEANINGS = {
    Consent.given: "画面里的人同意公开",
    Consent.not_needed: "没有能认出来的人",
    Consent.open: "还没问，先不发布",
}
_EXPLAINED = "  写给看不见照片的人：画面上有谁、在哪里、在做什么。例如：居民围坐在长桌旁议事。"


@dataclass(frozen=True, slots=True)
class Album:
    """Where the photographs of a base are: its id, its file, and the folder beside it."""

    identity: str
    path: Path
    folder: Path

    @property
    def shown(self) -> str:
        """The file as staff know it."""
        return f"bases/{self.path.name}"

    def written(self) -> WrittenFile:
        """The file as it stands now; all ends with a sentence where it cannot be added to."""
        file = load(self.path)
        if file is None:
            stop(f"{self.shown} 里混了几种编码，先用记事本另存为UTF-8。")
        return file

    def named(self) -> set[str]:
        """The names of pictures that the file has, in entries and with activities."""
        record, _ = bind(self.written().text, "", "", Base)
        if record is None:
            return set()
        base = record.content
        names = {photo.file for photo in base.photos}
        return names | {name for activity in base.activities for name in activity.photos}

    def need_room(self) -> None:
        """Before anything is asked: all ends with a sentence where no entry can be added."""
        tried = revised(self.written().raw, [_addition({"file": "a.jpg", "alt": "甲"})], Base)
        if isinstance(tried, Refusal):
            self._stop(tried)

    def add(self, entry: Mapping[str, str], content: bytes, replaced: Path | None) -> None:
        """Put a clean copy into the folder and its entry into the file: both, or neither.

        `replaced` is the picture of the folder that the copy was made of; it goes when all is written.
        """
        before = self.written()
        revision = revised(before.raw, [_addition(entry)], Base)
        if isinstance(revision, Refusal):
            self._stop(revision)
        self.folder.mkdir(exist_ok=True)
        target = self.folder / entry["file"]
        former = target.read_bytes() if target.exists() else None
        try:
            whole_files.put(target, content)
            replace(before, raw=revision.text).save()
        except BaseException:
            with suppress(OSError):
                if former is None:
                    target.unlink(missing_ok=True)
                else:
                    whole_files.put(target, former)
            raise
        # on Windows and macOS two names can be one file
        if replaced is not None and replaced.exists() and not replaced.samefile(target):
            replaced.unlink()

    def questions(self, name: str) -> Mapping[str, Question]:
        """What is asked about a photograph that was called `name`."""

        def reader(key: str, typed: str) -> Heard:
            entry = {"file": "a.jpg", "alt": "甲", key: typed}
            tried = revised(self.written().raw, [_addition(entry)], Base)
            complaint = _complaint(tried) if isinstance(tried, Refusal) else ""
            return Heard(typed, (complaint,) if complaint else ())

        def alt(typed: str) -> Heard:
            if says_nothing(typed, name):
                return Heard(complaints=(f"“{typed}”没有说画面上有什么。{_EXPLAINED.strip()}",))
            return reader("alt", typed)

        options = [Option(one.value, meaning, (one.name,)) for one, meaning in _MEANINGS.items()]
        return {
            "alt": Question("画面上有什么", alt),
            "caption": Question("图注：照片下面的一句话", lambda typed: reader("caption", typed), optional=True),
            "credit": Question("谁拍的", lambda typed: reader("credit", typed), optional=True),
            "consent": Question("画面里的人同意公开吗（写数字）", lambda typed: chosen(typed, options), options=options),
        }  # fmt: skip

    def _stop(self, refusal: Refusal) -> NoReturn:
        if refusal.reason is Reason.FAULTY:
            stop(f"{self.shown} 里有要改的地方，先运行 check，改好再来加照片。")
        stop(f"{self.shown} 里“图片”的写法太特别，这里加不进去：改成每张一行、以“- ”开头，再来。")


def asked(album: Album, name: str, given: Mapping[str, str]) -> Mapping[str, str]:
    """The words for a photograph: those given, and all others asked for where nothing was given."""
    questions = album.questions(name)
    entry: dict[str, str] = {}
    for key in ASKED:
        question = questions[key]
        if given.get(key):
            entry[key] = str(question.settle(given[key]))
        elif not any(given.values()) or key == "alt":
            if key == "alt":
                say(_EXPLAINED)
            entry[key] = str(question.ask())
    return {key: value for key, value in entry.items() if value}


def notes(copy: Copy, name: str) -> list[str]:
    """What staff should know of a picture that was taken: what was done to it, and what its camera noted."""
    said = []
    if copy.misnamed:
        said.append(f"{shown(name)} 其实是{copy.format}格式。")
    if copy.several:
        said.append(f"这是{copy.several}，只取第一幅。")
    if copy.located:
        said.append("已去掉拍摄位置。")
    if copy.taken:
        said.append(f"相机记的拍摄日期是 {copy.taken}，写图注时可以参考（相机的钟不一定准）。")
    return said


def told(hindrance: Hindrance, name: str) -> str:
    """Why a file cannot be taken, and what to do, on one line."""
    values = {"written": shown(name), "cause": hindrance.cause}
    one = Diagnostic(hindrance.code, Level.ERROR, Place(shown(name)), values=values)
    return f"{messages.what(one)}{messages.mend(one)}"


def _addition(entry: Mapping[str, str]) -> Add:
    return Add(_LIST, entry)


def _complaint(refusal: Refusal) -> str:
    if refusal.code not in messages.WORDINGS:
        return "这句话写不进去，换一种写法。"
    one = Diagnostic(refusal.code, Level.ERROR, Place(""), values=refusal.values)
    return f"{messages.what(one)}{messages.mend(one)}"
