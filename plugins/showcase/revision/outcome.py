"""What comes of changes to a file: its new text, or the change that cannot be made safely and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Generic, TypeVar

from ..diagnostics import Diagnostic, Edit
from ..model import Part
from .change import Change

Model = TypeVar("Model", bound=Part)


class Reason(Enum):
    """Why a change is not made."""

    FAULTY = auto()
    """The file has errors of its own: they are to be mended first."""
    MISSING = auto()
    """The way leads to nothing: a number beyond the list, or a key that may not stand there."""
    UNFIT = auto()
    """The file would have an error afterwards: `code` and `values` tell which."""
    CLASH = auto()
    """Another change of the same call speaks of the same place."""
    TAKEN = auto()
    """Something stands already where a new entry is to go."""
    OTHERWISE = auto()
    """The file would not say what the caller expects."""
    LAYOUT = auto()
    """It is written in a way in which the change cannot be made surely."""


@dataclass(frozen=True, slots=True)
class Revision(Generic[Model]):
    """A file after its changes: the text with its own line ends, and what it then says.

    `edits` are what leads from the old text to the new one, for `mending.edited`; `told` is what reading
    the new text has to say (no errors).
    """

    text: str
    content: Model
    edits: tuple[Edit, ...] = ()
    told: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """A change that is not made, and with it none of its call.

    `change` is absent where no single one is to blame: in a file with errors, or where the file would not
    read as the caller expects. `line` is where the change would go, counted from 1. `code` names a message
    with its `values`, where a value or the file is at fault.
    """

    reason: Reason
    change: Change | None = None
    line: int = 1
    code: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
