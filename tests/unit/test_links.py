"""Where links of staff may lead, judged as a browser reads an address."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from showcase.links import SCHEMES, Refusal, allowed, judged, mail, telephone, within

WRITTEN = [
    ("https://example.org/", "https://example.org/"),
    ("HTTPS://Example.org/甲?a=1#b", "https://Example.org/甲?a=1#b"),
    ("  https://example.org/ ", "https://example.org/"),
    ("https://例子.中国/x", "https://例子.中国/x"),
    ("http://[::1]:8000/", "http://[::1]:8000/"),
    ("https://example.org/@jia?b=@", "https://example.org/@jia?b=@"),
    ("mailto:info@example.org?subject=甲", "mailto:info@example.org?subject=甲"),
    ("tel:+86-571-00000000", "tel:+86-571-00000000"),
    ("../bases/yunqiao/#hall", "../bases/yunqiao/#hall"),
    ("/about/", "/about/"),
    ("#hall", "#hall"),
    ("./javascript:alert(1)", "./javascript:alert(1)"),
    ("", ""),
]
REFUSED = [
    "javascript:alert(1)", "JavaScript:alert(1)", "java\tscript:alert(1)", "java\nscript:alert(1)", " \x01javascript:alert(1)",
    "data:text/html,x", "vbscript:x", "file:///etc/passwd", "blob:https://a.example/1", "intent://a#Intent;end",
    "weixin://dl/", "view-source:https://a.example/", "ftp://a.example/", "about:blank", "a:b",
    "//elsewhere.example/", "/\\elsewhere.example/", "\\\\elsewhere.example/", "/\t/elsewhere.example/",
    "https:elsewhere.example", "https:/elsewhere.example", "https://", "https:///a", "http:\\\\a.example",
    "https://trusted.example\\@elsewhere.example/", "https://a b.example/", "https://a.example/\u202egnp",
    "https://a.example:b/", "https://[x]/", "mailto:", "mailto:a", "mailto:a@b@c", "tel:", "tel:*%2306%23", "tel:0571,,1",
]  # fmt: skip


@pytest.mark.parametrize(("written", "kept"), WRITTEN)
def test_an_address_that_leads_to_a_page_is_kept(written: str, kept: str) -> None:
    assert judged(written) == allowed(written) == kept


@pytest.mark.parametrize("written", REFUSED)
def test_an_address_that_leads_astray_is_refused(written: str) -> None:
    assert judged(written) is Refusal.SCHEME
    assert allowed(written) is None
    assert within(written) is None


@pytest.mark.parametrize(
    "written", ["https://a:b@c.example/", "https://trusted.example@c.example/", "http://@c.example"]
)
def test_an_account_in_an_address_is_refused(written: str) -> None:
    assert judged(written) is Refusal.ACCOUNT


@pytest.mark.parametrize(
    "written", ["https://exаmple.org/", "https://ехамрле.рф", "http://οnline.example"]
)
def test_letters_that_pass_for_others_are_refused(written: str) -> None:
    assert judged(written) is Refusal.HOST


@pytest.mark.parametrize(("written", "kept"), [("a.jpg", "a.jpg"), ("../a b.jpg", "../a b.jpg"), ("https://a.example/a.jpg", None), ("data:image/png,x", None), ("//a.example/a.jpg", None)])  # fmt: skip
def test_a_page_loads_what_lies_on_the_site(written: str, kept: str | None) -> None:
    assert within(written) == kept


@given(
    st.one_of(st.text(max_size=30), st.text("htpsjavacrimlo:/\\@.#? \t\n\x00甲а[]", max_size=30))
)
@example("http://a.example")
@example("/\n/a.example")
def test_whatever_is_allowed_has_one_of_four_schemes_or_stays(written: str) -> None:
    kept = allowed(written)
    if kept is None:
        return
    # as the URL Standard reads it: ends, tabs and line breaks do not count, a backslash is a slash
    read = re.sub(r"[\t\n\r]", "", kept.strip("".join(map(chr, range(33))))).replace("\\", "/")
    scheme = re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:", read)
    assert not read.startswith("//")
    assert scheme is None or scheme.group()[:-1] in SCHEMES
    assert allowed(kept) == kept


@pytest.mark.parametrize(
    ("written", "dialled"),
    [
        ("0571-00000000", "tel:0571-00000000"),
        ("0571 0000 0000", "tel:0571-0000-0000"),
        ("+86 571 00000000", "tel:+86-571-00000000"),
        ("0571-00000000、0571-11111111", ""),
        ("0571-00000000 转 8", ""),
        ("*#06#", ""),
        ("", ""),
    ],
)
def test_one_number_can_be_dialled_and_anything_else_only_read(written: str, dialled: str) -> None:
    assert telephone(written) == dialled


def test_a_mail_goes_to_one_address() -> None:
    assert mail("info@example.org") == "mailto:info@example.org"
    assert mail("a?bcc=b@example.org") == "mailto:a%3Fbcc%3Db@example.org"
