"""What can be asked of a file: a value set, something dropped, something added.

Ways are English keys and numbers counted from 0, of the text as it is before any change.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Way = tuple[str | int, ...]
Value = str | tuple[str, ...]
"""A text as staff would type it, without YAML's quotes; or a list of such texts."""
Item = Mapping[str, "Value | Item | tuple[Item, ...]"]
"""A new entry by its English keys, written in the order given."""


@dataclass(frozen=True, slots=True)
class Put:
    """Set the value at a way; keys that are missing on it are added.

    One text for a list is what staff would type there: ``东城区、西城区`` are two. An empty list drops the key.
    """

    way: Way
    value: Value


@dataclass(frozen=True, slots=True)
class Drop:
    """Remove a key with its value, or an item of a list.

    A list or mapping that becomes empty goes with its key. Comments straight above what is dropped, at its
    indentation, go with it, and so does one behind it on the same line.
    """

    way: Way


@dataclass(frozen=True, slots=True)
class Add:
    """Append to the list at a way, beginning it where it is not there; several texts are several items.

    In a free mapping the way ends with the new key: ``("standards", "six-haves")``.
    """

    way: Way
    item: Value | Item


Change = Put | Drop | Add
