"""Values as YAML takes them back exactly."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

Written = str | tuple[str, ...] | dict[str, str]
"""A value to be written: a text, several, or a mapping of texts."""
_PLAIN = re.compile(r"(?!(?i:null)\Z)[\w·（）“”《》][\w·（）“”《》、.-]*")


def written(value: str) -> str:
    """A value that YAML takes as it was typed: in quotes unless nothing in it could be a sign."""
    return value if _PLAIN.fullmatch(value) else json.dumps(value, ensure_ascii=False)


def any_written(value: Written) -> str:
    """A value on one line, whatever it is made of."""
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {written(one)}' for key, one in value.items())}}}"
    return written(value) if isinstance(value, str) else written_list(value)


def written_list(values: Iterable[str]) -> str:
    """Several values on one line."""
    return f"[{', '.join(map(written, values))}]"
