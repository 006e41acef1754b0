"""What pages say they may load, and how the preview and one-file documents say it."""

from __future__ import annotations

import re

import pytest

from showcase.policy import HEADER, META, single_file
from showcase.previewing import admitting


def test_the_policy_is_strict() -> None:
    assert HEADER.startswith("default-src 'self'; img-src 'self' data:;")
    for text in (HEADER, META, single_file("a { color: red }")):
        assert "unsafe" not in text
        assert "*" not in text
        assert "http" not in text


def test_the_policy_says_just_this() -> None:
    assert HEADER == (
        "default-src 'self'; img-src 'self' data:; object-src 'none'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
    )


def test_a_page_says_all_that_browsers_heed_in_a_page() -> None:
    # CSP3, 3.3: these three count for nothing in a meta element
    unheeded = {"frame-ancestors", "report-uri", "sandbox"}
    header, meta = (text.split("; ") for text in (HEADER, META))
    assert [one for one in header if one.split()[0] not in unheeded] == meta
    assert set(header) - set(meta) == {"frame-ancestors 'self'"}


def test_a_document_of_one_file_may_load_its_own_style_alone() -> None:
    one, other = single_file("a { color: red }"), single_file("a { color: blue }")
    assert one != other
    assert one.startswith("default-src 'none'; style-src 'sha256-")
    # `printf 'a { color: red }' | openssl dgst -sha256 -binary | base64`
    assert "'sha256-LHvAPItmcc9l4w10oslyz6Nh8tFuoEH5lssCs9WdKIE='" in one
    assert one.endswith("'; img-src data:; base-uri 'none'; form-action 'none'")


def inject(page: bytes, epoch: int) -> bytes:
    """As MkDocs does it."""
    return page.replace(b"</body>", b"<script>reload(%d)</script></body>" % epoch)


def test_the_preview_admits_its_own_script_and_no_other() -> None:
    page = f'<meta content="{META}"><p>{META}</p><body>&lt;script&gt;</body>'.encode()
    served = admitting(inject)(page, 7).decode()
    (word,) = re.findall(r'<script nonce="([\w-]{20,})">reload\(7\)</script></body>', served)
    assert f"<meta content=\"{META}; script-src 'self' 'nonce-{word}'\">" in served
    assert f"<p>{META}</p>" in served
    assert admitting(inject)(page, 7).decode() != served


@pytest.mark.parametrize("page", [b"", b"<body></body>"])
def test_a_page_without_a_policy_is_served_too(page: bytes) -> None:
    assert b"reload(7)" in admitting(lambda page, _: page + b"<script>reload(7)</script>")(page, 7)
