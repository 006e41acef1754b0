"""Every field of the model that takes text is a place for payloads; every other field refuses them all."""

from __future__ import annotations

import typing
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import TypeAdapter, ValidationError

from showcase.diagnostics import Level
from showcase.folder import Folder
from showcase.model.fields import Part
from tests.security import payloads
from tests.security.places import FILES, PLACES, Filling

PLAIN = "甲乙丙丁"
ELSEWHERE = {
    "Base.pinyin": "letters to sort by; shown nowhere",
    "CoverWish.motif": "has to be one of the motifs, as a rule of its own says",
    "Coordinates.system": "has to be the one system, as a rule of its own says",
    "Activity.photos": "the names of files, filled as Photo.file",
    "Evidence.ref": "an id or the name of a file, filled as Photo.file",
    "Answer.criterion": "filled as Criterion.name",
    "FrontPage.figures": "a base and a figure of it, both ids",
    "Answer.evidence": "in short, filled as Evidence.text",
    "Group.criteria": "in short, filled as Criterion.name",
    "Standard.criteria": "in short, filled as Criterion.name",
    "WordList.absolutes": "in short, filled as Word.instead_of",
    "WordList.banned": "in short, filled as Word.instead_of",
    "OfficialForm.write": "the same as Word.write",
}
"""Fields of text that are filled under another name, or that a rule holds to a list."""
NARROW = {
    "Site.address", "Site.corrections", "Source.url", "ExternalLink.url", "Contact.phone", "Contact.email",
}  # fmt: skip
"""Fields of a form of their own that still has room for signs: filled within that form."""


def parts(model: type[Part]) -> Iterator[type[Part]]:
    """A model and every part that it is made of."""
    yield model
    for annotation in typing.get_type_hints(model).values():
        for one in _parts_in(annotation):
            yield from parts(one)


def _parts_in(annotation: object) -> Iterator[type[Part]]:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        yield annotation
    for inner in typing.get_args(annotation):
        yield from _parts_in(inner)


MODELS = dict.fromkeys(
    one
    for model, _ in FILES.values()
    for part in parts(model)
    for one in part.__mro__
    if one is not Part and issubclass(one, Part)
)
FIELDS: dict[str, TypeAdapter[typing.Any]] = {
    f"{model.__name__}.{name}": TypeAdapter(typing.get_type_hints(model, include_extras=True)[name])
    for model in MODELS
    for name in model.__annotations__
    if name in model.model_fields
}


def takes(field: str, text: str) -> bool:
    """Whether a field takes a text, alone or as the item of a list."""
    for value in (text, [text], {text: "id"}):
        try:
            FIELDS[field].validate_python(value)
        except ValidationError:
            continue
        return True
    return False


def test_the_model_is_walked_to_its_ends() -> None:
    assert {"Base.name", "Criterion.explain", "Claim.at", "Word.why", "Term.note"} <= set(FIELDS)
    assert len(FIELDS) > 120


def test_every_field_of_text_is_a_place() -> None:
    free = {field for field in FIELDS if takes(field, PLAIN)} - set(ELSEWHERE)
    # a mapping from names: a city of Base.city
    free.discard("Site.cities")
    assert free | NARROW | {"Photo.file"} == set(PLACES)


@pytest.mark.parametrize("name", payloads.ALL)
def test_a_field_that_is_not_text_refuses(name: str) -> None:
    closed = set(FIELDS) - set(PLACES) - set(ELSEWHERE) - {"Site.cities"}
    assert len(closed) > 40
    assert [field for field in closed if takes(field, payloads.ALL[name])] == []


@pytest.mark.parametrize("chinese", [False, True])
def test_the_project_is_sound_before_it_is_filled(tmp_path: Path, *, chinese: bool) -> None:
    Filling({}, chinese).lay(tmp_path)
    reading = Folder(tmp_path / "bases").read()
    told = [one for one in reading.diagnostics if one.level is not Level.NOTE]
    assert told == []
    assert reading.catalogue is not None


def test_chinese_keys_are_written() -> None:
    text = Filling({}, chinese=True).file("yunqiao.yml")
    assert "城市: " in text
    assert "city: " not in text
