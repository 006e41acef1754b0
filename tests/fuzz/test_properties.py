"""What holds of every text: an error lies inside its file, a mend lasts, what was typed is what is shown."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from showcase.diagnostics import errors
from showcase.drafting.text import UnreadableError, decode
from showcase.model import Base
from showcase.reading.binding import bind_file
from tests.corpus.building import UNCITED
from tests.corpus.facts import bare
from tests.corpus.inertness import Page
from tests.corpus.laying import frame, workshop

from . import trial

_LETTERS = "云桥同心站荟杭州市的、，。：；“”（）《》—…·？！＃＆龘𠮷abcXYZ012 .:,;#&<>\"'`*_[](){}|\\/-=+%$@!?~^"
_KEYS = (
    "schema",
    "name",
    "名称",
    "kind",
    "city",
    "summary",
    "story",
    "stats",
    "contact",
    "phone",
    "date",
    "- ",
    "  ",
)
TEXTS = st.text(_LETTERS, min_size=1, max_size=50).map(str.strip).filter(lambda text: len(text) > 3)
LINES = st.builds(
    lambda indent, key, sign, value: f"{indent}{key}{sign}{value}",
    st.sampled_from(("", "  ", "    ", " ", "\t", "　", "- ", "  - ")),
    st.sampled_from(_KEYS),
    st.sampled_from((": ", "：", ":", " = ", "")),
    st.text(_LETTERS + "\t\u200b\u00a0\x85", max_size=20),
)
FILES = st.lists(LINES, max_size=12).map(lambda lines: "\n".join(lines).encode())
BYTES = st.one_of(
    FILES, st.binary(max_size=200), FILES.map(lambda one: one.decode().encode("gb18030"))
)
HEAD = "schema: 1\nkind: 其他\n"
SHOWN = (
    "name",
    "city",
    "slogan",
    "summary",
    "site",
    "statement",
    "honour",
    "activity",
    "address",
    "note",
)
"""The texts that a profile shows as they were typed."""


@given(BYTES)
def test_an_error_lies_inside_its_file(content: bytes) -> None:
    """Line and column are a place where a person can put the cursor; a record or a reason is always given."""
    record, told = bind_file(content, trial.FILE, "mutant", Base)
    assert record is not None or errors(told)
    try:
        text = decode(content)
    except UnreadableError:
        assert all(1 <= one.place.line <= content.count(b"\n") + 1 for one in told)
    else:
        assert list(trial.outside(told, text)) == []


@given(FILES)
def test_a_mended_file_needs_no_mending(content: bytes) -> None:
    """Mending twice is mending once, and nothing that is safe to mend is left."""
    try:
        text = decode(content)
    except UnreadableError:
        return
    assert list(trial.unmended(text, Base)) == []


@settings(max_examples=30)
@given(st.fixed_dictionaries(dict.fromkeys(SHOWN, TEXTS)))
def test_what_was_typed_is_what_is_shown(texts: dict[str, str]) -> None:
    """Written between quotes as YAML wants it, each text stands on the profile, letter by letter."""
    quoted = {key: json.dumps(text, ensure_ascii=False) for key, text in texts.items()}
    content = (
        f"{HEAD}name: {quoted['name']}\ncity: {quoted['city']}\nslogan: {quoted['slogan']}\n"
        f"summary: {quoted['summary']}\nsite: {quoted['site']}\n"
        f"statements:\n  - {{text: {quoted['statement']}, source: toy-report}}\n"
        f"honours:\n  - {{title: {quoted['honour']}, date: 2020, source: toy-report}}\n"
        f"activities:\n  - {{title: {quoted['activity']}, date: 2021, source: toy-report}}\n"
        f"contact:\n  address: {quoted['address']}\n"
        f"notes:\n  - {{text: {quoted['note']}, source: toy-report}}\n"
    )
    record, told = bind_file(content.encode(), trial.FILE, "mutant", Base)
    assert record is not None, told
    assert [one.code for one in errors(told) if one.code not in UNCITED] == []
    base = record.content
    assert (base.name, base.summary, base.statements[0].text) == (
        texts["name"], texts["summary"], texts["statement"],
    )  # fmt: skip
    said = bare("".join(Page(_profile(content)).said))
    assert [key for key in SHOWN if bare(texts[key]) not in said] == []


def _profile(content: str) -> str:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        frame(root)
        (root / "bases" / "yunqiao.yml").write_text(content, encoding="utf-8", newline="\n")
        shop = workshop(root)
        catalogue = shop.read(drafts=True).catalogue
        assert catalogue is not None
        edition = shop.edition(catalogue)
        page = next(one for one in edition.pages() if one.path == "bases/yunqiao/")
        return shop.document(edition, page)
