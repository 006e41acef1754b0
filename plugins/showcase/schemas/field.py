"""A field of the model as the editor tells of it."""

from __future__ import annotations

import typing
from dataclasses import dataclass
from functools import cache
from typing import Any

from ..model import Choice, Part


@dataclass(frozen=True, slots=True)
class Field:
    """A key in both languages, the type behind it, and what is said about it."""

    key: str
    title: str
    help: str
    hint: Any
    needed: bool
    examples: tuple[Any, ...]
    default: str | bool | None

    @property
    def summary(self) -> str:
        """The help and an example, on one line."""
        return f"{self.help}。例如：{self.example}" if self.example else f"{self.help}。"

    @property
    def example(self) -> str:
        """The first example as one would write it; empty for what is a mapping or a list of them."""
        first = self.examples[0] if self.examples else ""
        if isinstance(first, list):
            return f"[{', '.join(map(str, first))}]"
        return "" if isinstance(first, dict) else str(first)

    @property
    def markdown(self) -> str:
        """What hovering shows."""
        must = "，必须写" if self.needed else ""
        shown = f"\n\n例如：`{self.example}`" if self.example else ""
        return f"**{self.title}**（`{self.key}`{must}）\n\n{self.help}。{shown}"


@cache
def fields_of(model: type[Part]) -> tuple[Field, ...]:
    """Every field of a mapping, in the order of the model."""
    # not pydantic's own view of it, which takes annotations apart
    hints = typing.get_type_hints(model, include_extras=True)
    found = []
    for name, info in model.model_fields.items():
        key = info.alias or name
        shown = tuple(one for one in info.examples or () if one not in ([], {}))
        default = None if info.is_required() else _plain(info.default)
        found.append(
            Field(
                key=key,
                title=info.title or key,
                help=(info.description or "").rstrip("。"),
                hint=hints[name],
                needed=info.is_required(),
                examples=shown,
                default=default,
            )
        )
    return tuple(found)


def _plain(default: object) -> str | bool | None:
    if isinstance(default, Choice):
        return default.value
    return default if isinstance(default, str | bool) else None
