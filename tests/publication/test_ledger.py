"""The ledger is the same for the same content, strict when it is read, and forgets what is withdrawn."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from showcase import ledger_file
from showcase.diagnostics import Diagnostic
from showcase.ledger import FILE, Ledger, Picture, Published, dump, key_of, parse, text_digest
from showcase.model import Base
from tests.publication.samples import BASE, site
from tests.publication.test_changes import snapshots

LEDGER = Ledger(site(), frozenset({"hillside"}), {key_of("yunqiao"): "0" * 24}, "2026-11-20")


def codes(found: tuple[Diagnostic, ...]) -> list[tuple[str, int]]:
    return [(one.code, one.place.line) for one in found]


def test_what_is_written_reads_the_same() -> None:
    read, found = parse(dump(LEDGER), FILE)
    assert found == ()
    assert read is not None
    assert replace(read, lines={}) == LEDGER
    assert dump(read) == dump(LEDGER)


@given(snapshots())
def test_any_snapshot_comes_back(state: object) -> None:
    ledger = Ledger(site(state))  # type: ignore[arg-type]
    read, found = parse(dump(ledger), FILE)
    assert (read and replace(read, lines={}), found) == (ledger, ())


def test_the_order_in_which_things_were_read_leaves_no_trace() -> None:
    turned = replace(BASE, fields=dict(reversed(list(BASE.fields.items()))))
    assert dump(Ledger(site(turned))) == dump(Ledger(site()))


def test_a_line_holds_one_value_and_no_clock_writes_into_it() -> None:
    lines = dump(LEDGER).splitlines()
    assert '        "城市": "云州市",' in lines
    assert all(line.count('": "') <= 1 for line in lines)
    assert "on" not in json.loads(dump(replace(LEDGER, on="")))


def test_each_base_is_found_on_its_line() -> None:
    text = dump(Ledger(site(riverside=BASE)))
    read, _ = parse(text, FILE)
    assert read is not None
    assert {one: text.split("\n")[line - 1].strip() for one, line in read.lines.items()} == {
        "riverside": '"riverside": {',
        "yunqiao": '"yunqiao": {',
    }


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ('"format": 1', '"format": 2', 1),
        ('"云州市"', "云州市", 5),
        ('"云州市"', "7", 1),
        ('"format": 1,', '"format": 1, "remark": "x",', 1),
        ('"pages": {', '"page": {', 1),
        ('"mark": "达标"', '"mark": null', 1),
        ('"sha256"', '"sha1"', 1),
    ],
)
def test_a_damaged_ledger_is_one_diagnostic(old: str, new: str, line: int) -> None:
    text = dump(LEDGER)
    assert old in text
    ledger, found = parse(text.replace(old, new), f"bases/{FILE}")
    assert ledger is None
    assert [code for code, _ in codes(found)] == ["ledger-damaged"]
    assert codes(found)[0][1] == (line if line == 1 else text[: text.index(old)].count("\n") + 1)


@pytest.mark.parametrize("text", ["", "[]", "null", "{}", "[" * 100_000, '"x"'])
def test_what_is_no_ledger_at_all_is_told_too(text: str) -> None:
    assert [code for code, _ in codes(parse(text, FILE)[1])] == ["ledger-damaged"]


def test_no_file_means_never_published(tmp_path: Path) -> None:
    ledger, found = ledger_file.read(tmp_path)
    assert (ledger, found) == (Ledger(), ())
    assert not ledger.ever
    assert LEDGER.ever


def test_the_file_is_written_whole_and_read_back(tmp_path: Path) -> None:
    ledger_file.write(tmp_path, LEDGER)
    assert sorted(path.name for path in tmp_path.iterdir()) == [FILE]
    assert b"\r" not in (tmp_path / FILE).read_bytes()
    read, found = ledger_file.read(tmp_path)
    assert (replace(read, lines={}), found) == (LEDGER, ())


def test_bytes_that_are_no_text_are_a_damaged_ledger(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"\xff\xfe\x00{")
    assert [code for code, _ in codes(ledger_file.read(tmp_path)[1])] == ["ledger-damaged"]


def test_a_withdrawn_base_leaves_only_its_id() -> None:
    child = replace(BASE, name="云桥分站", fields={"隶属": "云桥同心站", "城市": "云州市"})
    home = replace(site().things["site"]["_site"], fields={"首页·长卷": "云桥分站、云桥同心站"})
    state = site(BASE, branch=child)
    state = Published({**state.things, "site": {"_site": home}}, state.pages)
    after = Ledger(state, reviewed={key_of("yunqiao"): "0" * 24}).without("yunqiao", "云桥同心站")
    assert "云桥同心站" not in dump(after)
    assert after.withdrawn == {"yunqiao"}
    assert after.reviewed == {}
    assert after.published.of("site")["_site"].fields == {"首页·长卷": "云桥分站"}
    assert "bases/yunqiao/" not in after.published.pages


def test_a_withdrawn_photograph_leaves_only_its_public_name() -> None:
    told = replace(BASE, photos={**BASE.photos, "bb.jpg": Picture("2" * 64, "大门")})
    after = Ledger(site(told)).without_photo("yunqiao", "bb.jpg")
    assert "大门" not in dump(after)
    assert "2" * 64 not in dump(after)
    assert after.published.of("bases")["yunqiao"].photos == BASE.photos
    assert after.withdrawn == {"yunqiao/bb.jpg"}


def base(**more: object) -> Base:
    data = {"schema": "1", "name": "云桥", "kind": "其他", "city": "云州市", **more}
    return Base.model_validate(data)


def test_a_review_outlives_only_what_does_not_change_the_text() -> None:
    plain = text_digest(base())
    assert (
        text_digest(base(reviewed={"by": "宣传科"}, status="草稿", updated="2026-11-20")) == plain
    )
    assert text_digest(base(site="云桥大厦")) != plain
    assert text_digest(base(stats=({"label": "企业", "value": "300余家"},))) != text_digest(
        base(stats=({"label": "企业", "value": "300多家"},))
    )


def test_the_key_of_a_review_does_not_tell_the_id() -> None:
    assert "yunqiao" not in key_of("yunqiao")
    assert key_of("yunqiao") != key_of("yunqiao-zhan")
