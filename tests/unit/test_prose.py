"""Markdown of staff becomes a small safe part of HTML, whatever it holds."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from showcase.markdown_prose import Story, page_markdown, split_title

TAGS = {
    "p",
    "br",
    "strong",
    "em",
    "ul",
    "ol",
    "li",
    "blockquote",
    "h3",
    "h4",
    "a",
    "code",
    "del",
    "hr",
}
SCHEMES = {"https:", "http:", "mailto:", "tel:"}
PAYLOADS = [
    "<script>alert(1)</script>", "<ScRiPt src=//a.example>", "<<script>script>alert(1)<</script>/script>",
    "[a](javascript:alert(1))", "[a](JaVaScRiPt:alert(1))", "[a](java\tscript:alert(1))", "[a](&#106;avascript:alert(1))",
    "[a](&#x6A;&#x61;vascript&colon;alert(1))", "[a](data:text/html;base64,PHNjcmlwdD4=)", "[a](vbscript:x)",
    "<a href='javascript:alert(1)'>a</a>", "<a href=' &#14; javascript:alert(1)'>a</a>", "<javascript:alert(1)>",
    "![a](javascript:alert(1))", "![a](x onerror=alert(1))", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>", "<math><mi xlink:href='data:x'>", "<iframe src='https://a.example'></iframe>",
    "<style>*{display:none}</style>", "<p style='position:fixed'>a</p>", "<p onclick=alert(1)>a</p>", "<a href=x onclick=y>a</a>",
    "<form action=//a.example><input name=p></form>", "<object data=x></object>", "<embed src=x>", "<base href=//a.example>",
    "<link rel=stylesheet href=//a.example>", "<meta http-equiv=refresh content=0>", "<template><script>1</script></template>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>", "<!--><script>alert(1)</script>-->",
    "<![CDATA[<script>alert(1)</script>]]>", "<?php echo 1 ?>", "`</code><script>alert(1)</script>`", "<p id=main class=shell>a</p>",
    "[a](https://a.example \"' onmouseover='alert(1)\")", "[a]: javascript:alert(1)\n\n[a]", "<https://a.example/\"onclick=1>",
    "{{ config }} {% include 'x' %}", "<details open ontoggle=alert(1)>", "<a href=//a.example>a</a>",
]  # fmt: skip

story = Story()


class Seen(HTMLParser):
    """The tags and attributes that a browser would see."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.tags.add(tag)
        self.attributes += [(name, value or "") for name, value in attrs]


def assert_inert(html: str) -> None:
    """Nothing in it runs, loads, hides or leads to a scheme that does."""
    seen = Seen(html)
    assert seen.tags <= TAGS
    assert "<script" not in html.lower()
    for name, value in seen.attributes:
        assert name in {"href", "title", "rel"}
        # as a browser reads an address: blanks at its ends and line breaks within count for nothing
        address = re.sub(r"[\t\n\r]", "", value).strip("".join(map(chr, range(33))))
        if name == "href" and (scheme := re.match(r"[a-z][a-z0-9+.-]*:", address, re.IGNORECASE)):
            assert scheme.group().lower() in SCHEMES


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize("around", ["{}", "甲{}乙", "- {}\n- 乙", "> {}", "**{}**", "# {}"])
def test_a_payload_is_inert(payload: str, around: str) -> None:
    assert_inert(str(story(around.replace("{}", payload))))


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("一段。\n\n又一段。", "<p>一段。</p>\n<p>又一段。</p>"),
        ("一行\n又一行", "<p>一行<br>\n又一行</p>"),
        ("**加粗**和*着重*", "<p><strong>加粗</strong>和<em>着重</em></p>"),
        ("- 甲\n- 乙", "<ul>\n<li>甲</li>\n<li>乙</li>\n</ul>"),
        ("# 题\n\n###### 小题", "<h3>题</h3>\n<h4>小题</h4>"),
        ("## 二\n\n### 三", "<h3>二</h3>\n<h3>三</h3>"),
        ("#### 四\n\n##### 五", "<h4>四</h4>\n<h4>五</h4>"),
        ("1. 甲\n2. 乙", "<ol>\n<li>甲</li>\n<li>乙</li>\n</ol>"),
        (
            "> 甲\n\n---\n\n`乙`",
            "<blockquote>\n<p>甲</p>\n</blockquote>\n<hr>\n<p><code>乙</code></p>",
        ),
        ("<del>甲</del>", "<p><del>甲</del></p>"),
        ("[站](https://a.example/)", '<p><a href="https://a.example/" rel="noopener">站</a></p>'),
        ("1 < 2 & 3", "<p>1 &lt; 2 &amp; 3</p>"),
        ("{{ 甲 }}", "<p>{{ 甲 }}</p>"),
        ("", ""),
    ],
)
def test_a_story_is_turned_into_html(written: str, html: str) -> None:
    assert str(story(written)) == html


def test_one_story_leaves_nothing_to_the_next() -> None:
    story("[a]: https://a.example/\n\n[a]")
    assert str(story("[a]")) == "<p>[a]</p>"


@pytest.mark.parametrize(
    "written",
    [">" * 3000, "[" * 600, "*" * 3000, "- " * 500, "(" * 3000, "`" * 3001, "<" * 3000, "![" * 1000, "  " * 2000 + "- a", "&#" * 2000],
    ids=["quotes", "brackets", "stars", "lists", "parens", "ticks", "angles", "images", "indent", "entities"],
)  # fmt: skip
def test_a_story_that_nests_without_end_comes_to_an_end(written: str) -> None:
    assert_inert(str(story(written)))


@given(
    st.one_of(st.text(max_size=60), st.text("<>!-[]()'\"/=:&;#onscriptaj?*_`\n \\{}", max_size=60))
)
@example("<![")
@example("<!x")
@example("</")
@example("<![a[")
def test_any_story_is_inert(written: str) -> None:
    assert_inert(str(story(written)))


@given(
    st.lists(st.sampled_from(PAYLOADS), min_size=2, max_size=3),
    st.sampled_from(["", "\n\n", "`", "<p ", ">"]),
)
def test_payloads_joined_are_inert(payloads: list[str], between: str) -> None:
    assert_inert(str(story(between.join(payloads))))


def test_a_page_gives_its_title_and_a_safe_body() -> None:
    html = page_markdown().convert("# 关于 *我们*\n\n<script>1</script>\n\n## 二\n\n甲")
    title, body = split_title(html)
    assert title == "关于 我们"
    assert str(body).strip() == '<h2 id="_2">二</h2>\n<p>甲</p>'
    assert split_title("<p>甲</p>") == ("", "<p>甲</p>")
