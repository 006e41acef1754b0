"""How an editor sees a file: YAML 1.2 typed as the YAML language server types it, held against a schema."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

import yaml
from jsonschema import Draft7Validator

from showcase import schemas
from showcase.model import Part

KIND_OF = {kind.name: kind for kind in schemas.KINDS}
_TYPES = (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
    ("null", r"~|null|Null|NULL|", "~nN\0"),
)


class _Loader(yaml.CSafeLoader):
    """The core schema of YAML 1.2: 0571 is a number, 2023-03-25 and no are texts."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - as the library declares it


for _name, _pattern, _first in _TYPES:
    _Loader.add_implicit_resolver(
        f"tag:yaml.org,2002:{_name}", re.compile(rf"(?:{_pattern})\Z"), list(_first)
    )
_Loader.yaml_implicit_resolvers[""] = _Loader.yaml_implicit_resolvers["\0"]
_Loader.add_constructor("tag:yaml.org,2002:int", lambda _, node: int(node.value))


def as_an_editor_sees(text: str) -> Any:
    """The data of a file; every key is a text."""
    # line ends to PyYAML, but not to an editor
    plain = re.sub("[\x85\u2028\u2029]", " ", text)
    return _keyed(yaml.load(plain, Loader=_Loader))


def _keyed(data: Any) -> Any:
    if isinstance(data, dict):
        return {str(key): _keyed(value) for key, value in data.items()}
    return [_keyed(value) for value in data] if isinstance(data, list) else data


@cache
def schema_of(kind: str) -> dict[str, Any]:
    """One schema, as its file holds it."""
    loaded: dict[str, Any] = json.loads(schemas.text(KIND_OF[kind]))
    return loaded


def faults(kind: str, data: Any) -> list[str]:
    """What the schema of a kind of file has to say."""
    return [one.message for one in _validator(kind, KIND_OF[kind].model).iter_errors(data)]


def accepts(kind: str, model: type[Part], data: Any) -> bool:
    """Whether one mapping of a schema takes the data."""
    return bool(_validator(kind, model).is_valid(data))


@cache
def _validator(kind: str, model: type[Part]) -> Draft7Validator:
    root = {"$ref": f"#/definitions/{model.__name__}"}
    return Draft7Validator({**schema_of(kind), "allOf": [root]})
