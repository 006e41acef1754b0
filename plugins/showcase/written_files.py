"""Files of `bases/` as staff saved them, changed in place: encoding, mark and line ends stay as they were."""

from __future__ import annotations

import codecs
import difflib
from dataclasses import dataclass, replace
from pathlib import Path

from . import whole_files
from .diagnostics import Edit
from .mending import edited

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A text file: its raw text with its own line ends, and how it becomes bytes again."""

    path: Path
    raw: str
    encoding: str
    mark: bytes = b""

    @property
    def text(self) -> str:
        """The text with plain line ends, as the reader counts lines and columns."""
        return self.raw.replace("\r\n", "\n").replace("\r", "\n")

    def edited(self, edits: tuple[Edit, ...]) -> WrittenFile:
        """The same after edits."""
        return replace(self, raw=edited(self.raw, edits))

    def save(self) -> None:
        """Put it in its place whole, or not at all."""
        whole_files.put(self.path, self.mark + self.raw.encode(self.encoding))


def load(path: Path) -> WrittenFile | None:
    """A file whose bytes come back exactly as they were; None for one in several encodings or none."""
    content = path.read_bytes()
    mark = b""
    encodings: tuple[str, ...] = ("utf-8", "gb18030")
    for known, encoding in _MARKS:
        if content.startswith(known):
            mark, encodings = known, (encoding,)
            break
    for encoding in encodings:
        try:
            raw = content[len(mark) :].decode(encoding)
        except UnicodeDecodeError:
            continue
        if mark + raw.encode(encoding) == content:
            return WrittenFile(path, raw, encoding, mark)
    return None


def difference(before: WrittenFile, after: WrittenFile, shown: str) -> str:
    """The lines that change, as a person reads them: - before, + after."""
    lines = difflib.unified_diff(
        before.text.splitlines(), after.text.splitlines(), shown, shown, n=1, lineterm=""
    )
    return "\n".join(line for line in lines if not line.startswith(("---", "+++")))
