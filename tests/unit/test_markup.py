"""Text becomes markup in one module, and only as what it is."""

from __future__ import annotations

import ast
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import showcase
from showcase.markdown_prose import page_markdown, split_title
from showcase.markup import (
    Html,
    element,
    escaped,
    joined,
    quoted,
    sanitised_page,
    sanitised_story,
    stylesheet,
)
from tests.security.payloads import ALL, MARKDOWN

PACKAGE = Path(showcase.__file__).parent
TEMPLATES = PACKAGE.parents[1] / "overrides"
MAKERS = re.compile(
    r"\bMarkup\b|\bHtml\(|autoescape\s*=\s*(?!True)|\|\s*safe\b|\bmarkupsafe\b|select_autoescape"
)
TEXTS = st.one_of(
    st.sampled_from([*ALL.values(), *MARKDOWN]), st.text("<>&\"'a \n/=-![]", max_size=30)
)


class Read(HTMLParser):
    """What a browser makes of a piece."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.text += data


def makers() -> dict[str, list[str]]:
    """Every spot of the package and the templates that could declare text to be markup."""
    found: dict[str, list[str]] = {}
    for root, pattern in ((PACKAGE, "*.py"), (PACKAGE, "*.html"), (TEMPLATES, "*.html")):
        for path in root.rglob(pattern):
            lines = [line for line in path.read_text("utf-8").splitlines() if MAKERS.search(line)]
            # the name of a type in an annotation or an import makes nothing
            lines = [line for line in lines if not line.lstrip().startswith(("#", '"""', "from "))]
            if lines:
                found[path.name] = lines
    return found


def test_text_becomes_markup_in_one_module() -> None:
    assert set(makers()) <= {"markup.py", "compiling.py"}
    # there a sentence says what Jinja would have done
    assert all("`Markup`" in line for line in makers().get("compiling.py", ()))


def test_both_environments_escape() -> None:
    for name in ("render.py", "proofs/__init__.py"):
        assert (PACKAGE / name).read_text("utf-8").count("autoescape=True") == 1


def test_only_one_class_claims_to_be_finished_html() -> None:
    claiming = [
        node.name
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef) and node.name == "__html__"
    ]
    assert claiming == ["__html__"]


@given(TEXTS)
def test_escaped_text_is_read_as_it_was_typed(text: str) -> None:
    read = Read(escaped(text))
    assert (read.text, read.elements) == (text, [])


@given(TEXTS, TEXTS)
def test_an_element_holds_what_it_was_given_and_nothing_else(value: str, text: str) -> None:
    read = Read(element("a", {"class": "link", "title": value}, escaped(text)))
    assert read.elements == [("a", {"class": "link", "title": value})]
    assert read.text == text


@given(TEXTS)
def test_a_quoted_value_stays_in_its_quotes(text: str) -> None:
    assert Read(f'<meta content="{quoted(text)}">').elements == [("meta", {"content": text})]


def test_pieces_are_joined_as_they_are_and_what_is_between_them_is_text() -> None:
    assert joined((escaped("<"), Html("<b>")), "&") == "&lt;&amp;<b>"


def test_a_style_sheet_cannot_end_its_element() -> None:
    assert stylesheet("a > b {}") == "a > b {}"
    with pytest.raises(ValueError, match="<"):
        stylesheet("a {} </style><script>")


CLASSES = {"admonition", "admonition-title", "note", "footnote", "footnote-ref", "footnote-backref", "align-center", "align-left", "align-right", "tip", "warning", "danger", "info"}  # fmt: skip
ATTRIBUTES = {"id", "class", "href", "title", "rel", "src", "alt", "width", "height", "loading", "start"}  # fmt: skip


@given(st.lists(TEXTS, min_size=1, max_size=3).map("\n\n".join))
def test_a_page_of_content_is_inert_whatever_it_holds(text: str) -> None:
    for html in (page_markdown().convert(text), text):
        for made in (sanitised_page(html), sanitised_story(html)):
            for tag, given_ in Read(made).elements:
                assert tag not in {
                    "script",
                    "style",
                    "svg",
                    "math",
                    "iframe",
                    "form",
                    "base",
                    "meta",
                    "link",
                }
                assert set(given_) <= ATTRIBUTES
                assert set(given_.get("class", "").split()) <= CLASSES
                assert given_.get("id") != "main"
                for name in ("href", "src"):
                    assert not re.match(
                        r"\s*(//|\\|(?!https?:|mailto:|tel:)\w+:)", given_.get(name, "")
                    )
                if "src" in given_:
                    assert ":" not in given_["src"].split("/")[0]


@pytest.mark.parametrize(
    ("written", "made"),
    [
        ("甲\n{: .overlay #main style=color:red onclick=x() }", "<p>甲</p>"),
        ("![甲](https://a.example/a.jpg)", '<p><img alt="甲"></p>'),
        ("![甲](a.jpg)", '<p><img alt="甲" src="a.jpg"></p>'),
        ("[甲](//a.example)", '<p><a rel="noopener">甲</a></p>'),
        ("[甲](https://a@b.example)", '<p><a rel="noopener">甲</a></p>'),
        ("[甲](HTTPS://b.example/)", '<p><a href="https://b.example/" rel="noopener">甲</a></p>'),
        ("{{ 甲 }} {% if %} {# x #}", "<p>{{ 甲 }} {% if %} {# x #}</p>"),
    ],
)
def test_what_is_kept_of_a_page(written: str, made: str) -> None:
    assert sanitised_page(page_markdown().convert(written)) == made


@pytest.mark.parametrize(
    "made",
    [
        '<h2 id="hall" class="note">甲</h2>',
        "<table><thead><tr><th>甲</th></tr></thead><tbody><tr><td>乙</td></tr></tbody></table>",
        "<dl><dt>甲</dt><dd>乙</dd></dl>",
        '<div class="admonition tip">甲</div>',
        "甲<sup>乙</sup>",
        "<pre><code>甲</code></pre>",
        "<section>甲</section>",
        '<a href="../" title="甲" rel="noopener">乙</a>',
        '<ol start="3"><li>甲</li></ol>',
        "甲<br>乙<hr>",
        "<blockquote><p><strong>甲</strong><em>乙</em><del>丙</del></p></blockquote>",
    ],
)
def test_what_a_page_may_have_stays_as_it_is(made: str) -> None:
    assert sanitised_page(made) == made


def test_a_picture_keeps_what_says_how_it_is_shown() -> None:
    given_ = {
        "src": "a.jpg", "alt": "甲", "title": "乙", "width": "20", "height": "10", "loading": "lazy",
    }  # fmt: skip
    written = "".join(f' {name}="{value}"' for name, value in given_.items())
    assert Read(sanitised_page(f"<img{written} srcset='b.jpg' onload='x()'>")).elements == [
        ("img", given_)
    ]


@pytest.mark.parametrize("word", ["main", "mark-1", "mark-", "甲 乙", ""])
def test_an_id_of_the_shell_or_of_no_use_is_dropped(word: str) -> None:
    assert sanitised_page(f'<p id="{word}">甲</p>') == "<p>甲</p>"


def test_an_id_that_is_only_alike_stays() -> None:
    for word in ("mainly", "mark", "hall"):
        assert sanitised_page(f'<p id="{word}">甲</p>') == f'<p id="{word}">甲</p>'


def test_columns_stand_where_their_row_of_dashes_says_without_a_style() -> None:
    html = sanitised_page(page_markdown().convert("|甲|乙|丙|\n|:-|:-:|-:|\n|一|二|三|"))
    assert re.findall(r'<t[hd] class="align-(\w+)">', html) == ["left", "center", "right"] * 2
    assert "style" not in html


def test_a_title_is_read_as_it_is_shown() -> None:
    assert (
        split_title(page_markdown().convert("# 甲 & 乙 `<b>` {{ x }}"))[0] == "甲 & 乙 <b> {{ x }}"
    )
