"""What a site says that it consists of: the same bytes for the same site, and nothing taken from a stranger."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.loss import loss
from showcase.release import Release, digest_of, dump, is_lasting, parse

SHA = "0123456789abcdef" * 4
NAMES = st.text(min_size=1, max_size=8)
RELEASES = st.builds(
    Release,
    st.lists(NAMES, unique=True).map(lambda names: tuple(sorted(names))),
    st.dictionaries(NAMES, st.text("0123456789abcdef", min_size=64, max_size=64)),
)


@given(RELEASES)
def test_what_is_written_is_read(release: Release) -> None:
    assert parse(dump(release)) == release


@given(RELEASES)
def test_the_order_in_which_files_were_found_changes_no_byte(release: Release) -> None:
    files = dict(list(release.files.items())[::-1])
    assert dump(Release(release.bases[::-1], files)) == dump(release)


@given(st.binary(max_size=40) | st.recursive(
    st.none() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
        st.sampled_from(["format", "bases", "files", "x"]), inner, max_size=4
    ),
).map(lambda data: json.dumps(data).encode()))  # fmt: skip
def test_what_is_none_of_ours_is_nothing(content: bytes) -> None:
    found = parse(content)
    assert found is None or parse(dump(found)) == found


@pytest.mark.parametrize(
    "data",
    [
        {"format": 2, "bases": [], "files": {}},
        {"format": 1, "bases": [1], "files": {}},
        {"format": 1, "bases": 1, "files": {}},
        {"format": 1, "bases": [], "files": {"a": "short"}},
        {"format": 1, "bases": [], "files": {"a": SHA + "0"}},
        {"format": 1, "bases": [], "files": {"a": None}},
        {"format": 1, "bases": [], "files": {"": SHA}},
        {"format": 1, "bases": []},
        {"bases": [], "files": {}},
        [],
    ],
    ids=str,
)
def test_a_broken_release_is_nothing(data: object) -> None:
    assert parse(json.dumps(data).encode()) is None


def test_a_release_with_other_line_ends_is_one_all_the_same() -> None:
    release = Release(("yunqiao",), {"index.html": SHA})
    assert parse(dump(release).replace(b"\n", b"\r\n")) == release
    assert parse(b"[" * 100_000) is None


def test_a_release_is_one_line_a_file() -> None:
    assert dump(Release(("b", "a"), {"新.html": SHA})).decode() == (
        f'{{\n "bases": [\n  "a",\n  "b"\n ],\n "files": {{\n  "新.html": "{SHA}"\n }},\n "format": 1\n}}\n'
    )


def test_releases_are_told_apart_by_a_short_digest() -> None:
    one = dump(Release((), {"a": SHA}))
    assert digest_of(one) != digest_of(dump(Release((), {"b": SHA})))
    assert len(digest_of(one)) == 24


def test_pages_are_counted_and_compared() -> None:
    one = Release((), {"a.html": SHA, "b.html": SHA, "c.css": SHA, "d.html": SHA})
    other = Release((), {"a.html": SHA, "b.html": SHA[::-1], "c.css": SHA[::-1], "e.html": SHA})
    assert one.pages == 3
    assert one.differing(other) == other.differing(one) == ("b.html", "d.html", "e.html")
    assert one.differing(one) == ()


@pytest.mark.parametrize(
    ("name", "lasting"),
    [
        ("assets/shell.0123456789ab.css", True),
        ("assets/fonts/showcase-serif.0123456789ab.woff2", True),
        ("assets/search.min.0123456789ab.js", True),
        ("assets/a.0123456789ab.css", True),
        ("assets/shell.css", False),
        ("assets/shell.0123456789AB.css", False),
        ("assets/shell.0123456789abc.css", False),
        ("assets/covers/yunqiao.0123456789ab.svg", False),
        ("assets/photographs/yunqiao/hall.0123456789ab.jpg", False),
        ("shell.0123456789ab.css", False),
        ("assets/../shell.0123456789ab.css", False),
        ("assets/../../shell.0123456789ab.css", False),
        ("assets/..\\..\\shell.0123456789ab.css", False),
        ("assets/C:/shell.0123456789ab.css", False),
        ("/assets/shell.0123456789ab.css", False),
        ("assets/.0123456789ab.css", False),
    ],
)
def test_styles_scripts_and_fonts_named_by_their_content_last(name: str, lasting: bool) -> None:
    assert is_lasting(name) is lasting


@pytest.mark.parametrize(
    ("before", "now", "heavy"),
    [
        (10, 7, False),
        (10, 6, True),
        (0, 0, False),
        (0, 5, False),
        (1, 0, True),
        (3, 2, True),
        (4, 3, False),
        (23, 17, False),
        (23, 16, True),
        (33, 23, True),
    ],
)
def test_more_than_three_in_ten_is_a_heavy_loss(before: int, now: int, heavy: bool) -> None:
    names = [f"b{number:02}" for number in range(before)]
    found = loss(names, names[:now] if now < before else [*names, "new"])
    assert found.heavy is heavy
    assert found.lost == tuple(names[now:])
    assert found.before == before


def test_new_bases_do_not_make_up_for_lost_ones() -> None:
    assert loss(["a", "b"], ["c", "d", "e"]).lost == ("a", "b")
