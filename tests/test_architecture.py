"""Imports go one way, each outside thing has one owner, the core touches nothing, and modules stay small."""

from __future__ import annotations

import pytest

from tests.architecture import (
    CORE,
    LAYERS,
    LONG,
    VAGUE,
    Module,
    circle,
    graph_of,
    imports_of,
    modules,
    strangers,
    too_long,
    touched,
    undocumented,
    upward,
)  # fmt: skip

ALL = modules()
each_module = pytest.mark.parametrize("module", ALL, ids=lambda module: module.name)


@each_module
def test_imports_lead_downward(module: Module) -> None:
    assert upward(module) == []


@each_module
def test_libraries_are_used_by_their_owners_only(module: Module) -> None:
    assert strangers(module) == []


@each_module
def test_the_core_touches_nothing_outside(module: Module) -> None:
    assert touched(module) == []


@each_module
def test_what_is_public_says_what_it_is_for(module: Module) -> None:
    assert undocumented(module) == []


@each_module
def test_a_module_stays_small_or_gives_its_reason(module: Module) -> None:
    assert too_long(module) == (module.name in LONG)


@each_module
def test_a_module_has_a_telling_name(module: Module) -> None:
    assert not set(module.name.split(".")) & VAGUE


def test_no_two_modules_import_each_other() -> None:
    assert circle(graph_of(ALL)) == []


def test_every_unit_of_the_table_exists() -> None:
    assert {module.unit for module in ALL} == set().union(*LAYERS)
    assert {unit for row in LAYERS for unit in row} >= CORE


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("model.base", "from ..reading.binding import Record"),
        ("model.base", "from showcase.rules import check"),
        ("model.base", "import showcase.views.home"),
        ("model.base", "from .. import catalogue"),
        ("rules.belonging", "from .. import addresses, folder"),
        ("views.home", "def f():\n    from ..render import Renderer"),
        ("views.home", "if TYPE_CHECKING:\n    from ..edition import Edition"),
        ("catalogue", "from .rules import check"),
        ("rules.belonging", "from ..photographs import measure"),
        ("workshop", "from .plugin import ShowcasePlugin"),
        ("unheard_of", "import re"),
        ("model.base", "from ..unheard_of import x"),
    ],
)
def test_an_import_upward_is_noticed(name: str, text: str) -> None:
    assert upward(Module(name, text)) != []


def test_an_import_in_a_package_is_told_from_one_in_a_module() -> None:
    assert list(imports_of(Module("rules", "from . import answers", is_package=True))) == [
        "showcase.rules.answers"
    ]
    assert list(imports_of(Module("folder", "from . import photographs"))) == [
        "showcase.photographs"
    ]
    assert upward(Module("rules", "from ..folder import Folder", is_package=True)) == [
        "showcase.folder.Folder"
    ]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("workshop", "from mkdocs.config import load_config"),
        ("views.home", "import jinja2"),
        ("folder", "def f():\n    from PIL import Image"),
        ("views.prose", "import nh3"),
        ("edition", "from markdown import Markdown"),
        ("edition", "from pypinyin import lazy_pinyin"),
        ("model.fields", "import yaml"),
        ("folder", "if TYPE_CHECKING:\n    from yaml import Node"),
        ("covers.pen", "from fontTools.pens import basePen"),
        ("rules.answers", "from pydantic import BaseModel"),
        ("workshop", "import typer"),
    ],
)
def test_a_stranger_to_a_library_is_noticed(name: str, text: str) -> None:
    assert strangers(Module(name, text)) != []


@pytest.mark.parametrize(
    "text",
    [
        "from pathlib import Path",
        "import os.path",
        "import io",
        "def f():\n    import random",
        "from time import time",
        "import urllib.request",
        "from urllib.request import urlopen",
        "x = open('a')",
        "from datetime import datetime\nx = datetime.now()",
        "import datetime\nx = datetime.date.today()",
        "print('x')",
        "x = __import__('os')",
        "from importlib import import_module",
    ],
)
def test_a_core_that_reaches_outside_is_noticed(text: str) -> None:
    assert touched(Module("rules.answers", text)) != []


def test_what_only_looks_like_reaching_outside_passes() -> None:
    text = (
        "from urllib.parse import urlsplit\nfrom .binding import Path\nx = date.nowhere\nreopen()"
    )
    assert touched(Module("reading.binding", text)) == []
    assert touched(Module("folder", "from pathlib import Path")) == []


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("x = 1", ["a"]),
        ('"""Of use."""\ndef f(): ...', ["f"]),
        ('"""Of use."""\nclass C:\n    """One."""\n    def m(self): ...', ["m"]),
        ('"""Of use."""\ndef _f(): ...\nclass _C:\n    def m(self): ...', []),
        ('"""Of use."""\nclass C:\n    """One."""\n    def __init__(self): ...', []),
    ],
)
def test_a_missing_docstring_is_noticed(text: str, missing: list[str]) -> None:
    assert undocumented(Module("a", text)) == missing


def test_a_long_module_and_a_circle_are_noticed() -> None:
    assert too_long(Module("a", "\n" * 301))
    assert not too_long(Module("a", "\n" * 300))
    assert too_long(Module("plugin", "\n" * 151))
    there, back = Module("views.a", "from .b import x"), Module("views.b", "from . import a")
    assert circle(graph_of([there, back])) == ["views.a", "views.b", "views.a"]
