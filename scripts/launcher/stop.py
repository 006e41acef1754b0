"""How the launcher gives up: with a sentence, never with a traceback."""

from __future__ import annotations

NOT_READY = 3


class Stop(Exception):
    """Nothing more can be done: the key of a sentence, its values, and the exit code."""

    def __init__(self, key: str, code: int = NOT_READY, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.code = code
        self.values = values
