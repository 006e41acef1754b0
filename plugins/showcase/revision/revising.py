"""Changes carried out on a text, and the result read again before anybody gets it."""

from __future__ import annotations

from collections.abc import Mapping as Values
from collections.abc import Sequence
from typing import Any, Generic

from ..diagnostics import Diagnostic, errors
from ..drafting.draft import Draft, needs_a_look, understood
from ..mending import edited
from ..model.shape import shape_of
from ..reading.binding import bind
from ..reading.nodes import Mapping, compose
from ..reading.places import Places
from ..reading.walk import Walk
from .change import Change, Way
from .hand import Hand
from .laying import Layer
from .meaning import StuckError, after, as_read, as_typed, live
from .outcome import Model, Reason, Refusal, Revision
from .pieces import Cutter, Piece
from .sheet import Sheet


def revised(
    text: str, changes: Sequence[Change], model: type[Model], expected: Model | None = None
) -> Revision[Model] | Refusal:
    """The text of a file with changes to its values; every other byte of it stays.

    `text` keeps its own line ends. The new text has been read again: it says what the old one said with
    these changes and nothing else, and what is `expected`, if that is given. Else nothing is changed.
    """
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    record, told = bind(plain, "", "", model)
    wrong = errors(told)
    if record is None or wrong:
        first = wrong[0] if wrong else None
        line, code, values = _told(first)
        return Refusal(Reason.FAULTY, None, line, code, values)
    draft = Draft(plain, plain)
    if told or needs_a_look(plain):
        draft = understood(plain, shape_of(model))
    root = compose(draft.text, "").root
    if not isinstance(root, Mapping):
        return Refusal(Reason.LAYOUT)
    file = _File(text, draft, root, model, record.content)
    revision = file.revised(changes, told)
    if isinstance(revision, Revision) and expected is not None and revision.content != expected:
        return Refusal(Reason.OTHERWISE)
    return revision


class _File(Generic[Model]):
    """A sound file: its text with its own line ends, its nodes, and what it says."""

    def __init__(
        self, text: str, draft: Draft, root: Mapping, model: type[Model], content: Model
    ) -> None:
        self.text = text
        self.draft = draft
        self.model = model
        self.content = content
        self.shape = shape_of(model)
        self.lines = draft.text.split("\n")
        walk = Walk("", draft.text, Places(), model)
        self.data: dict[str, Any] = walk.plain(root, self.shape, ())
        self.root = Cutter(self.lines).root(root, self.shape)

    def revised(
        self, changes: Sequence[Change], told: tuple[Diagnostic, ...] = ()
    ) -> Revision[Model] | Refusal:
        """The text after changes, or the first change that cannot be made."""
        if not changes:
            return Revision(self.text, self.content, (), told)
        made = self._tried(changes)
        if isinstance(made, Revision) or made.change is not None:
            return made
        # one of several is to blame: the last of the fewest with which it cannot be done
        least, most = 0, len(changes)
        while least + 1 < most:
            middle = (least + most) // 2
            if isinstance(self._tried(changes[:middle]), Revision):
                least = middle
            else:
                most = middle
        return self._refusal(made.reason, changes[most - 1], made.code, made.values)

    def _tried(self, changes: Sequence[Change]) -> Revision[Model] | Refusal:
        try:
            meant = live(after(self.data, changes, self.shape, as_read))
            typed = after(self.data, changes, self.shape, as_typed)
            sheet = Sheet(self.lines)
            Hand(sheet).change(self.root, self.data, typed, Layer(chinese=self._chinese()))
        except StuckError as stuck:
            return self._refusal(stuck.reason, stuck.change, stuck.code)
        edits = sheet.edits(self.draft)
        text = edited(self.text, edits)
        plain = text.replace("\r\n", "\n").replace("\r", "\n")
        record, told = bind(plain, "", "", self.model)
        wrong = errors(told)
        try:
            expected = self.model.model_validate(meant)
        except ValueError:
            # what the reader has to say of it is what staff would be told
            _, code, values = _told(wrong[0] if wrong else None)
            change = _to_blame(changes, wrong[0].path) if wrong else None
            return self._refusal(Reason.UNFIT, change, code, values)
        if record is None or wrong or record.content != expected:
            return Refusal(Reason.LAYOUT)
        return Revision(text, record.content, edits, told)

    def _chinese(self) -> bool:
        return self.root.chinese(usual=False)

    def _refusal(
        self,
        reason: Reason,
        change: Change | None,
        code: str = "",
        values: Values[str, str] | None = None,
    ) -> Refusal:
        line = self._line(change.way) if change is not None else 1
        return Refusal(reason, change, line, code, values or {})

    def _line(self, way: Way) -> int:
        """The line of the nearest thing on a way."""
        piece: Piece = self.root
        for step in way:
            if isinstance(step, int):
                below = piece.numbered
                found = below[step] if 0 <= step < len(below) else None
            else:
                found = next((one for one in piece.below if one.step == step), None)
            if found is None:
                break
            piece = found
        return self.draft.spot(piece.head[0] + 1, 1)[0] if piece is not self.root else 1


def _told(one: Diagnostic | None) -> tuple[int, str, Values[str, str]]:
    return (one.place.line, one.code, one.values) if one else (1, "", {})


def _to_blame(changes: Sequence[Change], path: Way) -> Change | None:
    """The change that goes furthest along the way to what is wrong."""

    def common(change: Change) -> int:
        pairs = zip(change.way, path, strict=False)
        return next((at for at, (one, other) in enumerate(pairs) if one != other), len(change.way))

    best = max(changes, key=common, default=None)
    return best if best is not None and common(best) else None
