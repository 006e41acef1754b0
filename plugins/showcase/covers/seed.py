"""Chance without a die: numbers that follow from a text alone, on any machine, for ever."""

import struct
from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import TypeVar

_Item = TypeVar("_Item")
_WORDS = struct.Struct(">8I")
_SPAN = 2.0**32
# Steps of the two-dimensional golden ratio: points that fill a square evenly from the first on.
_STEP_ACROSS, _STEP_DOWN = 0.7548776662466927, 0.5698402909980532


class Stream:
    """An endless row of numbers from SHA-256 in counter mode.

    The labels name the stream.  Each part of a drawing takes a stream of its own, so that one
    part needing more numbers (a wide ratio has more towers) never disturbs another.
    """

    def __init__(self, *labels: str) -> None:
        self._base = sha256("/".join(labels).encode())
        self._block = 0
        self._waiting: list[int] = []

    def unit(self) -> float:
        """The next number, 0 <= n < 1."""
        if not self._waiting:
            block = self._base.copy()
            block.update(b"/%d" % self._block)
            self._block += 1
            self._waiting = list(_WORDS.unpack(block.digest()))
        return self._waiting.pop() / _SPAN

    def between(self, low: float, high: float) -> float:
        """The next number, low <= n < high."""
        return low + (high - low) * self.unit()

    def whole(self, low: int, high: int) -> int:
        """The next whole number, both ends included."""
        return low + int(self.unit() * (high - low + 1))

    def chance(self, share: float) -> bool:
        """True in `share` (0-1) of all cases."""
        return self.unit() < share

    def pick(self, items: Sequence[_Item]) -> _Item:
        """One of the items."""
        return items[int(self.unit() * len(items))]

    def even_points(self, count: int) -> Iterator[tuple[float, float]]:
        """`count` points of the unit square, evenly spread, from a start of chance."""
        across, down = self.unit(), self.unit()
        for _ in range(count):
            across, down = (across + _STEP_ACROSS) % 1, (down + _STEP_DOWN) % 1
            yield across, down
