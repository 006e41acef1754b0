"""The lean compiler says what Jinja's own says, and escapes what Jinja's own escapes."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined

from showcase.compiling import LeanEnvironment, escaped
from showcase.markup import Html


@dataclass(frozen=True, slots=True)
class _View:
    text: str
    html: Html
    names: tuple[str, ...]


VIEW = _View('<b title="a">&\'', Html("<em>好</em>"), ("甲", "<乙>", ""))
TEMPLATES = {
    "macros": "{% macro said(one, other) %}<i>{{ one }}</i>{% if other %}{{ other }}{% endif %}{% endmacro %}",
    "page": '{% from "macros" import said %}<p>{{ view.text }}{{ view.html }}{% for name in view.names %}'
    "{{ said(name, view.text) }}{% else %}none{% endfor %}{% if view.names %}1{% endif %}</p>",
}


def _rendered(kind: type[Environment]) -> str:
    environment = kind(loader=DictLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined)
    return environment.get_template("page").render(view=VIEW)


def test_both_compilers_print_the_same() -> None:
    # the two differ only in how a quotation mark is spelt
    stock = _rendered(Environment).replace("&#34;", "&quot;").replace("&#39;", "&#x27;")
    assert _rendered(LeanEnvironment) == stock


def test_a_name_that_the_view_lacks_stops_the_page() -> None:
    environment = LeanEnvironment(loader=DictLoader({"a": "{{ view.txt }}"}), autoescape=True)
    with pytest.raises(AttributeError, match="txt"):
        environment.get_template("a").render(view=VIEW)


@pytest.mark.parametrize(
    ("value", "expected"),
    [("<", "&lt;"), ("好", "好"), (Html("<b>"), "<b>"), (3, "3"), ("'\"&", "&#x27;&quot;&amp;")],
)
def test_only_finished_html_goes_through_as_it_is(value: object, expected: str) -> None:
    assert escaped(value) == expected
