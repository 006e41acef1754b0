"""The result of a check comes into the merge request as one comment, or the log says why it did not."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts.hosting import comment as commenting
from scripts.hosting.comment import MARK, TOKEN, Trouble, forge_of, main
from showcase.reports import comment as reports
from tests.hosting.forge import KINDS, Forge, running

BAD = f"{MARK}\n\n### 检查没有通过：1处错误\n"
GOOD = f"{MARK}\n\n### 检查通过，没有要改的地方\n"


def environment(name: str, forge: Forge) -> dict[str, str]:
    """What a job of this forge finds around it."""
    known = {
        "gitea": {
            "GITHUB_ACTIONS": "true", "GITEA_ACTIONS": "true", "GITHUB_REF": "refs/pull/7/head",
            "GITHUB_API_URL": f"{forge.address}/api/v1", "GITHUB_REPOSITORY": "office/site",
        },
        "gitlab": {
            "GITLAB_CI": "true", "CI_MERGE_REQUEST_IID": "7", "CI_PROJECT_ID": "11",
            "CI_API_V4_URL": f"{forge.address}/api/v4",
        },
        "gitee": {"GITEE_PULL_ID": "7", "GITEE_REPO": "site"},
    }  # fmt: skip
    return {**known[name], TOKEN: "geheim"}


@pytest.fixture(params=KINDS)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def forge(name: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Forge]:
    with running(name) as one:
        monkeypatch.setattr(commenting, "origin", lambda: f"{one.address}/office/site.git")
        monkeypatch.setenv("NO_PROXY", "127.0.0.1")
        yield one


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "评论 一.md"
    path.write_text(BAD, "utf-8")
    return path


def test_one_comment_is_made_and_then_brought_up_to_date(
    name: str, forge: Forge, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    forge.comments[5] = "看过了"
    assert main([str(file), "1"], environment(name, forge)) == 0
    assert forge.comments == {5: "看过了", 6: BAD}
    assert "评论已写好" in capsys.readouterr().out
    file.write_text(GOOD, "utf-8")
    assert main([str(file), "0"], environment(name, forge)) == 0
    assert forge.comments == {5: "看过了", 6: GOOD}
    assert "评论已更新" in capsys.readouterr().out


def test_a_good_merge_request_gets_no_comment(
    name: str, forge: Forge, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_text(GOOD, "utf-8")
    assert main([str(file), "0"], environment(name, forge)) == 0
    assert forge.comments == {}
    assert "没有要说的" in capsys.readouterr().out


def test_ours_is_found_among_many(name: str, forge: Forge, file: Path) -> None:
    forge.comments = dict.fromkeys(range(1, 121), "好") | {77: f"{MARK}\n旧"}
    main([str(file), "1"], environment(name, forge))
    assert forge.comments[77] == BAD
    assert len(forge.comments) == 120


def test_one_that_may_not_be_changed_is_left_and_another_made(
    name: str, forge: Forge, file: Path
) -> None:
    forge.comments = {5: f"{MARK}\n别人冒充的"}
    forge.refuses = {forge.kind.change: 403}
    main([str(file), "1"], environment(name, forge))
    assert forge.comments == {5: f"{MARK}\n别人冒充的", 6: BAD}


@pytest.mark.parametrize("status", [401, 403, 404, 429, 500])
def test_a_forge_that_refuses_fails_nothing(
    status: int, name: str, forge: Forge, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    forge.refuses = dict.fromkeys(("GET", "POST", forge.kind.change), status)
    assert main([str(file), "1"], environment(name, forge)) == 0
    said = capsys.readouterr()
    assert f"没有写评论：代码平台回答 {status}" in said.out
    assert "geheim" not in said.out + said.err


@pytest.mark.parametrize("says", [b"<html>", b"", b"{}", b'[{"id": "x"}, 3]', b"\xff", b"[" * 9999])
def test_a_forge_that_says_anything_fails_nothing(
    says: bytes, name: str, forge: Forge, file: Path
) -> None:
    forge.says = says
    assert main([str(file), "1"], environment(name, forge)) == 0


def test_the_token_is_shown_to_no_other_host(
    name: str, forge: Forge, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with running(name) as other:
        forge.elsewhere = f"{other.address}/api/v1/repos/office/site/issues/7/comments"
        assert main([str(file), "1"], environment(name, forge)) == 0
        assert other.asked == []
    assert "代码平台回答 307" in capsys.readouterr().out


def test_a_forge_that_is_not_there_fails_nothing(
    name: str, forge: Forge, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    forge.port = 1
    assert main([str(file), "1"], environment(name, forge)) == 0
    assert "代码平台没有好好回答（ConnectionRefusedError）" in capsys.readouterr().out


def test_a_token_in_an_answer_is_not_printed(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stops(*_: object, **__: object) -> str:
        raise Trouble("geheim")

    monkeypatch.setattr(commenting, "_carried_out", stops)
    main([str(file), "1"], {TOKEN: "geheim"})
    assert "geheim" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({TOKEN: ""}, "没有令牌"),
        ({TOKEN: "a\nb"}, "没有令牌"),
        ({"GITHUB_REF": "refs/heads/main"}, "不是合并请求"),
        ({"GITHUB_API_URL": "ftp://a"}, "不知道代码平台的地址"),
        ({"GITHUB_API_URL": "http://a:b"}, "不知道代码平台的地址"),
        ({"GITHUB_REPOSITORY": "../x"}, "不知道仓库的名字"),
        ({"CI_MERGE_REQUEST_IID": "7/../8", "CI_API_V4_URL": "http://a"}, "编号不是数字"),
    ],
)
def test_what_is_missing_is_said(
    change: dict[str, str], said: str, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    around = {"GITHUB_REF": "refs/pull/7/head", "GITHUB_API_URL": "http://127.0.0.1:1/api/v1",
              "GITHUB_REPOSITORY": "office/site", TOKEN: "geheim"}  # fmt: skip
    assert main([str(file), "1"], around | change) == 0
    assert said in capsys.readouterr().out


def test_no_result_is_no_comment(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "none.md"), "3"], {}) == 0
    (tmp_path / "other.md").write_text("# 别的", "utf-8")
    assert main([str(tmp_path / "other.md"), "1"], {}) == 0
    assert capsys.readouterr().out.count("没有检查结果") == 2


@pytest.mark.parametrize("words", [[], ["a.md"], ["a.md", "x"], ["a.md", "1", "2"]])
def test_wrong_use_is_told(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words, {}) == 2
    assert "usage" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("origin", "begins"),
    [
        ("https://oauth2:xyz@forge.example/office/site.git", "https://forge.example/api/v5/repos/office/site/"),
        ("git@forge.example:office/site.git", "https://forge.example/api/v5/repos/office/site/"),
        ("https://forge.example:8443/office/site", "https://forge.example:8443/api/v5/repos/office/site/"),
    ],
)  # fmt: skip
def test_gitee_is_found_by_where_the_clone_came_from(origin: str, begins: str) -> None:
    forge = forge_of({"GITEE_PULL_ID": "7"}, origin)
    assert forge.all == f"{begins}pulls/7/comments"
    assert "xyz" not in json.dumps([forge.all, forge.one])


@pytest.mark.parametrize(
    "origin", ["", "/srv/site.git", "https://forge.example", "ext::sh -c x", "http://[x"]
)
def test_an_origin_that_says_nothing_is_told(origin: str) -> None:
    with pytest.raises(Trouble):
        forge_of({"GITEE_PULL_ID": "7"}, origin)


def test_both_sides_know_the_same_mark() -> None:
    assert commenting.MARK == reports.MARK
