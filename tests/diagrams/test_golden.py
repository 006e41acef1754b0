"""The two drawings that stand for the rest, in words: a change of layout shows here as lines that people can read."""

from __future__ import annotations

from pathlib import Path

import pytest

from showcase.diagrams import TALL, WIDE, Format, Spec, diagram_of
from tests.diagrams import invention, plate

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize(
    ("name", "spec"),
    [("one-six-n", invention.ONE_SIX_N), ("seven-steps", invention.SEVEN_STEPS)],
    ids=lambda one: one if isinstance(one, str) else "",
)
@pytest.mark.parametrize("form", [WIDE, TALL], ids=["wide", "tall"])
def test_a_drawing_is_as_it_was(
    name: str,
    spec: Spec,
    form: Format,
    request: pytest.FixtureRequest,
) -> None:
    drawing = diagram_of(spec, form)
    assert drawing is not None
    file = GOLDEN / f"{name}.{'wide' if form.wide else 'tall'}.txt"
    if request.config.getoption("--update-golden"):
        file.write_text(plate.told(drawing), "utf-8")
    assert plate.told(drawing) == file.read_text("utf-8")
