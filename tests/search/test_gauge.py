"""The measures of the gauge, its files, and the verb."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from showcase.cli import application
from showcase.gauge.corpus import CorpusError, Query, documents, queries
from showcase.gauge.scores import TOTAL, quantile, recall, reciprocal_rank, scores
from showcase.proofs import browser
from showcase.search.document import DocumentKind
from tests.site import browsing

PAGE = {"id": "a", "kind": "base", "title": "云桥", "summary": "虚构的站"}


@pytest.mark.parametrize(
    ("ranking", "relevant", "at5", "rank"),
    [
        ("abc", "a", 1.0, 1.0),
        ("xabc", "a", 1.0, 0.5),
        ("xyz", "a", 0.0, 0.0),
        ("", "a", 0.0, 0.0),
        ("ab", "abcd", 0.5, 1.0),
        ("abcde", "abcdefgh", 1.0, 1.0),
        ("vwxyza", "a", 0.0, 1 / 6),
    ],
)
def test_recall_and_rank(ranking: str, relevant: str, at5: float, rank: float) -> None:
    assert recall(list(ranking), frozenset(relevant), 5) == at5
    assert reciprocal_rank(list(ranking), frozenset(relevant)) == rank


def test_categories_and_their_total() -> None:
    asked = (
        Query("1", "one", frozenset("a")),
        Query("2", "one", frozenset("b")),
        Query("3", "none", frozenset()),
        Query("4", "none", frozenset()),
    )
    found = scores(asked, [["a"], ["x", "b"], ["x"], []])
    assert (found["one"].queries, found["one"].recall5, found["one"].mrr) == (2, 1.0, 0.75)
    assert (found["none"].queries, found["none"].recall5, found["none"].found) == (2, None, 1)
    assert (found[TOTAL].queries, found[TOTAL].mrr, found[TOTAL].found) == (2, 0.75, 0)


def test_the_value_below_which_a_share_lies() -> None:
    assert quantile([3, 1, 2], 0.5) == 2
    assert quantile([float(one) for one in range(100)], 0.95) == 95
    assert quantile([7], 1.0) == 7


def test_a_page_becomes_a_document() -> None:
    full: dict[str, Any] = {
        **PAGE, "name": "云桥站", "alias": ["云站"], "city": "云州市", "district": "东区", "level": "市级",
        "type": "园区型", "tags": ["标"], "year": 2020, "sections": [{"h": "题", "t": "文"}],
    }  # fmt: skip
    (one,) = documents([full])
    assert (one.kind, one.title, one.path) == (DocumentKind.base, "云桥站", "a")
    assert (one.names, one.places, one.words) == (
        ("云桥", "云站"),
        ("云州市", "东区"),
        ("市级", "园区型", "标"),
    )
    assert (one.city, one.level, one.year, one.body) == ("云州市", "市级", 2020, "题\n文")


@pytest.mark.parametrize(
    ("corpus", "told"),
    [
        ({}, "列表"),
        ([], "至少有一页"),
        ([PAGE, {"id": "b"}], "第2页"),
        ([{**PAGE, "kind": "team"}], "team"),
        (["a"], "第1页"),
    ],
)
def test_what_is_no_corpus_is_told(corpus: object, told: str) -> None:
    with pytest.raises(CorpusError, match=told):
        documents(corpus)


def test_queries_know_what_is_relevant_in_a_corpus_of_that_size() -> None:
    rows = [{"q": "云", "cat": "x", "rel": {"1": ["a"], "2": ["b"]}}, {"q": "桥", "rel": ["c"]}]
    assert queries({"queries": rows}, 2) == (
        Query("云", "x", frozenset("b")),
        Query("桥", "all", frozenset("c")),
    )
    assert queries(rows, 9)[0].relevant == frozenset()


@pytest.mark.parametrize("told", [{}, [], {"queries": []}, [{"cat": "x"}], [{"q": 5}], "云"])
def test_what_are_no_queries_is_told(told: object) -> None:
    with pytest.raises(CorpusError, match="查询"):
        queries(told, 1)


def run(folder: Path, corpus: str, asked: str, *more: str) -> tuple[int, str]:
    (folder / "corpus.json").write_text(corpus, "utf-8")
    (folder / "queries.json").write_text(asked, "utf-8")
    given = ["gauge", str(folder / "corpus.json"), str(folder / "queries.json"), *more]
    done = CliRunner().invoke(application(["gauge", "schemas"]), given)
    return done.exit_code, done.output


@pytest.mark.browser
@pytest.mark.skipif(browsing.CHROMIUM is None and not browsing.REQUIRED, reason="no Chromium")
def test_the_verb_prints_every_category_and_writes_them_down(tmp_path: Path) -> None:
    asked = [
        {"q": "云桥", "cat": "exact", "rel": ["a"]},
        {"q": "yunqiao", "cat": "pinyin", "rel": ["a"]},
        {"q": "火星采矿", "cat": "negative", "rel": []},
        {"q": "云桥", "cat": "trap", "rel": []},
    ]
    out = tmp_path / "out.json"
    code, told = run(tmp_path, json.dumps([PAGE]), json.dumps(asked), "--out", str(out))
    assert code == 0
    for word in ("recall@5", "recall@10", "MRR", "exact", "pinyin", "negative", "合计", "引擎"):
        assert word in told
    kept = json.loads(out.read_text("utf-8"))
    assert kept["pages"] == 1
    assert kept["categories"]["pinyin"]["recall5"] == 1.0
    assert kept["categories"]["trap"]["found"] == 1
    assert kept["categories"]["negative"]["found"] == 0


def test_without_a_browser_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browser, "find", lambda: None)
    code, told = run(tmp_path, json.dumps([PAGE]), '[{"q": "云"}]')
    assert code == 3
    assert "Chromium" in told


@pytest.mark.parametrize(
    ("corpus", "asked", "told"), [("{", "[]", "不是JSON"), ("[]", "[]", "至少")]
)
def test_a_file_that_cannot_be_read_is_told(
    corpus: str, asked: str, told: str, tmp_path: Path
) -> None:
    code, said = run(tmp_path, corpus, asked)
    assert code == 1
    assert told in said


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    given = ["gauge", str(tmp_path / "none.json"), str(tmp_path / "none.json")]
    done = CliRunner().invoke(application(["gauge", "schemas"]), given)
    assert done.exit_code == 1
    assert "打不开" in done.output
