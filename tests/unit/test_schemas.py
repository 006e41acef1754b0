"""The schemas for the editor and the reader agree, and what the project keeps is what the model makes."""

from __future__ import annotations

import json
import typing
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from pydantic import ValidationError

from showcase import schemas
from showcase.drafting.text import decode
from showcase.messages.editor import HINTS
from showcase.model import Base, Choice, Part
from showcase.model.shape import Shape, shape_of
from showcase.model.usual import USUAL
from showcase.schemas.field import fields_of
from showcase.schemas.values import of_kind
from showcase.views.fields import FILES
from tests.cases.story import Story, stories
from tests.messages.test_wording import faults_of
from tests.unit.schema_reading import KIND_OF, accepts, as_an_editor_sees, faults, schema_of

ROOT = Path(__file__).resolve().parents[2]
FINE = [story for story in stories() if "fine" in story.folder.name.split("-")]


def mappings() -> Iterator[tuple[str, type[Part]]]:
    """Every mapping of every kind of file."""
    for name, kind in KIND_OF.items():
        waiting: list[Any] = [kind.model]
        seen: set[Any] = set()
        while waiting:
            one = waiting.pop()
            if isinstance(one, type) and issubclass(one, Part) and one not in seen:
                seen.add(one)
                yield name, one
                waiting += typing.get_type_hints(one, include_extras=True).values()
            waiting += [inner for inner in typing.get_args(one) if not isinstance(inner, str)]


MAPPINGS = [pytest.param(name, model, id=f"{name}-{model.__name__}") for name, model in mappings()]
FIELDS = [
    pytest.param(name, model, field, id=f"{name}-{model.__name__}-{field.key}")
    for name, model in mappings()
    for field in fields_of(model)
]
WORDS = sorted({word for _, model in mappings() for word in shape_of(model).slots})


def files_below(bases: Path) -> Iterator[tuple[str, Path]]:
    """The files that a schema is for, as the settings of the editor match them."""
    for name, kind in KIND_OF.items():
        left_out = {one[1:] for one in kind.patterns if one.startswith("!")}
        for pattern in kind.patterns:
            for path in sorted(bases.parent.glob(pattern.removeprefix("!"))):
                here = path.relative_to(bases.parent)
                hidden = path.name.startswith(("~", ".")) or any(map(here.match, left_out))
                if not pattern.startswith("!") and not hidden:
                    yield name, path


def faults_below(bases: Path) -> dict[str, list[str]]:
    """What the schemas say of a whole folder."""
    return {
        path.name: found
        for kind, path in files_below(bases)
        if (found := faults(kind, as_an_editor_sees(decode(path.read_bytes()))))
    }


def least(model: type[Part]) -> dict[str, Any]:
    """A mapping with nothing but what must be there."""
    return {
        field.key: field.examples[0] if field.examples else {}
        for field in fields_of(model)
        if field.needed
    }


def reads(model: type[Part], data: dict[str, Any]) -> bool:
    """Whether the model takes the data, which is what the reader has to say of values."""
    try:
        model.model_validate(data)
    except ValidationError:
        return False
    return True


def wrong(hint: Any) -> Iterator[Any]:
    """Values that no field of this type may have."""
    yield {"nosuch": ["x"]}
    inner = next(iter(typing.get_args(hint)), None)
    lists = typing.get_origin(inner) is typing.Annotated and hint != inner
    nested = lists and typing.get_origin(typing.get_args(inner)[0]) is tuple
    yield [[["x"]]] if nested else [["x"]]
    if isinstance(hint, type) and issubclass(hint, Choice):
        yield "没有这一项"
    if (single := of_kind(hint)) is not None and "type" in single:
        yield ["x"]
        if single.get("pattern", "").startswith("^[a-z0-9]"):
            yield "A b"
    for inner in typing.get_args(hint):
        if isinstance(inner, type) and issubclass(inner, Choice):
            yield "没有这一项"


def test_what_the_project_keeps_is_what_the_model_makes() -> None:
    # remade by `python3 scripts/showcase.py schemas`
    kept = {path.name: path.read_text("utf-8") for path in (ROOT / "schemas").iterdir()}
    assert kept == dict(schemas.files())


def test_every_schema_is_one_by_its_own_draft() -> None:
    for name in KIND_OF:
        Draft7Validator.check_schema(schema_of(name))


def test_the_editor_is_told_which_schema_is_for_which_file() -> None:
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))
    wanted = {f"{schemas.FOLDER}/{kind.name}.json": list(kind.patterns) for kind in schemas.KINDS}
    assert settings["yaml.schemas"] == wanted
    assert settings["yaml.format.enable"] is False
    recommended = json.loads((ROOT / ".vscode" / "extensions.json").read_text("utf-8"))
    assert recommended["recommendations"] == ["redhat.vscode-yaml"]


def test_git_keeps_the_line_ends_that_new_files_are_written_with() -> None:
    attributes = (ROOT / ".gitattributes").read_text("utf-8").splitlines()
    assert {"*.yml text eol=lf", "*.yaml text eol=lf", "*.json text eol=lf"} <= set(attributes)


def test_every_kind_of_file_of_the_field_reference_has_a_schema() -> None:
    assert {model for model, _ in FILES} == {kind.model for kind in schemas.KINDS}


def test_the_site_has_them_under_the_version_of_the_model() -> None:
    assert schemas.published()["schema/1/base.json"] == schemas.files()["base.json"]


def test_the_real_files_pass() -> None:
    kinds = [kind for kind, _ in files_below(ROOT / "bases")]
    assert set(kinds) >= {"base", "standard", "sources", "terms", "site"}
    assert kinds.count("base") == len(list((ROOT / "bases").glob("[!_]*.yml")))
    assert faults_below(ROOT / "bases") == {}


@pytest.mark.parametrize("story", FINE, ids=lambda story: story.folder.name)
def test_what_the_reader_finds_fine_passes(story: Story, tmp_path: Path) -> None:
    assert faults_below(story.lay(tmp_path)) == {}


@pytest.mark.parametrize(
    "line",
    [
        "name: 2023", "name: true", "district: [东城区, 3]", "district: 东城区", "founded: 2018", "founded: 2018-06",
        "founded: {date: 2018, source: a}", "成立: {日期: 2018, 来源: a}", "coined: true", "coined: 是", "colour: '#A6192E'",
        "contact: {phone: 0571}", "coordinates: {lng: 120.1, lat: '30.2'}", "activities:", "summary: null", "level: ~",
        "standards: {six-haves: }", "founded:", "district:", "contact:", "coined:", "part_of: 2023", "activities: [{title: 开放日, date: {从: 2023, 到: 2024}}]",
        "stats: [{label: 企业, value: 300}]", "level: Municipal", "kind: practice base",
    ],
)  # fmt: skip
def test_the_short_and_the_long_way_pass(line: str) -> None:
    head = {"schema": "1", "name": "甲", "kind": "其他", "city": "云州市"}
    assert faults("base", head | as_an_editor_sees(line)) == []


@pytest.mark.parametrize(
    "line",
    [
        "nmae: 甲", "名称: 甲", "kind: 别的", "founded: 昨天", "founded: {source: a}", "activities: {}", "coined: 也许",
        "activities: [{date: 2023}]", "activities: [{title: 甲, 标题: 乙}]", "colour: red", "district: {}",
        "activities: [{title: 甲, date: {from: 2023}}]", "standards: {Six Haves: {}}", "part_of: -1", "aliases: [null]",
        "links: [{title: 甲, url: 'ftp://a'}]", "summary: ''", "name: null", "story: '  '",
    ],
)  # fmt: skip
def test_what_is_wrong_is_marked(line: str) -> None:
    head = {"schema": "1", "name": "甲", "kind": "其他", "city": "云州市"}
    assert faults("base", head | as_an_editor_sees(line)) != []


@pytest.mark.parametrize(("name", "model"), MAPPINGS)
def test_the_least_passes_in_either_language_and_less_does_not(
    name: str, model: type[Part]
) -> None:
    english = least(model)
    titles = {field.key: field.title for field in fields_of(model)}
    chinese = {titles[key]: value for key, value in english.items()}
    assert accepts(name, model, english)
    assert accepts(name, model, chinese)
    for key in english:
        assert not accepts(name, model, {**english, key: None})
        without = {one: value for one, value in english.items() if one != key}
        assert not accepts(name, model, without)
        assert not reads(model, without)
        if titles[key] != key:
            assert not accepts(name, model, {**english, titles[key]: english[key]})


@pytest.mark.parametrize(("name", "model", "field"), FIELDS)
def test_a_wrong_value_is_refused_by_both(name: str, model: type[Part], field: Any) -> None:
    for value in wrong(field.hint):
        data = {**least(model), field.key: value}
        assert not reads(model, data)
        assert not accepts(name, model, data)


@pytest.mark.parametrize(("name", "model", "field"), FIELDS)
def test_a_field_is_told_in_chinese_under_both_keys(
    name: str, model: type[Part], field: Any
) -> None:
    definitions = schema_of(name)["definitions"]
    told = definitions[f"{model.__name__}.{field.key}"]
    properties = definitions[model.__name__]["properties"]
    assert properties[field.key] == properties[field.title]
    assert told["title"] == field.title
    assert field.help in told["description"]
    assert field.key in told["markdownDescription"]


@given(st.data())
def test_a_key_is_known_to_the_schema_exactly_where_the_reader_knows_it(
    data: st.DataObject,
) -> None:
    name, model = data.draw(st.sampled_from(list(mappings())))
    key = data.draw(st.sampled_from(WORDS) | st.text(min_size=1, max_size=8).map(str.strip))
    slot = shape_of(model).slots.get(key)
    known = slot is not None and slot.key not in least(model)
    assert accepts(name, model, {**least(model), key: None}) == known


def test_every_key_of_the_reader_stands_in_the_schema() -> None:
    for kind in schemas.KINDS:
        text = schemas.text(kind)
        waiting: list[Shape | None] = [shape_of(kind.model)]
        while waiting:
            shape = waiting.pop()
            if shape is None:
                continue
            assert all(json.dumps(word, ensure_ascii=False) in text for word in shape.slots)
            waiting += [slot.below for slot in shape.slots.values()] + [shape.each]


def test_the_same_model_gives_the_same_bytes() -> None:
    again = json.dumps(json.loads(schemas.text(KIND_OF["base"])), ensure_ascii=False, indent=1)
    assert f"{again}\n" == schemas.text(KIND_OF["base"])


@pytest.mark.parametrize("model", USUAL, ids=lambda model: model.__name__)
def test_a_snippet_holds_what_an_item_must_have(model: type[Part]) -> None:
    keys = {field.key for field in fields_of(model)}
    needed = {field.key for field in fields_of(model) if field.needed}
    assert needed <= set(USUAL[model]) <= keys


def test_a_new_activity_is_one_completion_away() -> None:
    (snippet,) = schema_of("base")["definitions"]["Activity"]["defaultSnippets"]
    assert snippet["label"] == "一次活动"
    assert list(snippet["body"]) == ["date", "title", "type", "place", "source"]
    assert snippet["body"]["type"].startswith("${3|其他,会议,")


@pytest.mark.parametrize("sentence", HINTS.values())
def test_what_the_editor_says_is_plain_chinese(sentence: str) -> None:
    assert faults_of(sentence) == []


def test_a_choice_names_its_words_in_both_languages() -> None:
    told = schema_of("base")["definitions"]["Base.level"]
    assert told["examples"] == ["国家级", "省级", "市级", "区县级"]
    assert set(told["else"]["enum"]) >= {"市级", "municipal"}
    assert told["else"]["errorMessage"] == "这里从列表里选一个：国家级、省级、市级、区县级。"
    assert Base.model_fields["level"].title == told["title"]
