"""A file read as the folder reads it: bytes, name and model in, record and diagnostics out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from showcase.diagnostics import Diagnostic, errors
from showcase.model import Part
from showcase.reading.binding import Record, bind_file

Model = TypeVar("Model", bound=Part)


@dataclass(frozen=True, slots=True)
class Got(Generic[Model]):
    """What came of a file."""

    record: Record[Model] | None
    diagnostics: tuple[Diagnostic, ...]

    @property
    def refused(self) -> bool:
        """Whether a build would stop."""
        return self.record is None or bool(errors(self.diagnostics))


def read(content: bytes, file: str, identity: str, model: type[Model]) -> Got[Model]:
    """The one place of these tests that knows how bytes become a record."""
    return Got(*bind_file(content, file, identity, model))
