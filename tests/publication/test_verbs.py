"""The verbs on a small invented project: publishing, telling changes, signing, renaming, withdrawing."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from showcase.ledger import FILE
from showcase.withdrawal import Withdrawn, kept_sites, remove_mentions
from showcase.workshop import Workshop
from tests.cases.story import BASELINE
from tests.site import project as projects

MARKER = "云桥绝密记号"
NAME = "云桥记号站"
"""What the base is called here: its name in the cases is an example of the field reference, too."""
Verb = Callable[..., str]


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The baseline of the cases as a project, published once."""
    root = tmp_path_factory.mktemp("published") / "project"
    root.mkdir()
    shutil.copytree(BASELINE, root / "bases")
    for name in ("content", "overrides"):
        shutil.copytree(projects.ROOT / name, root / name)
    shutil.copyfile(projects.ROOT / "mkdocs.yml", root / "mkdocs.yml")
    change(root / "bases" / "yunqiao.yml", "云桥同心站", NAME)
    done = call(root, "publish", "--on", "2026-11-20")
    assert done.returncode == 0, done.stdout + done.stderr
    return root


@pytest.fixture
def project(published: Path, tmp_path: Path) -> Path:
    return shutil.copytree(published, tmp_path / "project")


def call(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return projects.run(root, "showcase", *words, SHOWCASE_CALLED_FROM=str(root))


def said(root: Path, *words: str, code: int = 0) -> str:
    done = call(root, *words)
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout + done.stderr


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8", newline="\n")


def holding(word: str, *folders: Path) -> list[Path]:
    """The files below folders that hold a word, in any of the encodings that files are written in."""
    forms = [word.encode(encoding) for encoding in ("utf-8", "gb18030", "utf-16-le")]
    return sorted(
        path
        for folder in folders
        for path in folder.rglob("*")
        if path.is_file() and any(form in path.read_bytes() for form in forms)
    )


def test_publishing_keeps_what_was_published(published: Path) -> None:
    data = json.loads((published / "bases" / FILE).read_text("utf-8"))
    assert sorted(data["bases"]) == ["yunqiao", "yunqiao-brand"]
    assert data["on"] == "2026-11-20"
    assert data["bases"]["yunqiao"]["fields"]["数据 第1条·数值"] == "12家"
    assert data["content"]["about/"]["fields"]["正文"]
    (photo,) = data["bases"]["yunqiao"]["photos"].values()
    assert len(photo["sha256"]) == 64
    for path in data["pages"]:
        assert (published / "site" / path / "index.html").is_file(), path
    assert said(published, "changes") == "和上次发布的一样，没有变化。\n"


def test_a_site_with_errors_is_not_published(project: Path) -> None:
    before = (project / "bases" / FILE).read_bytes()
    change(project / "bases" / "yunqiao.yml", "kind: 实践创新基地", "kind: 某某")
    assert "没有发布" in said(project, "publish", code=1)
    assert (project / "bases" / FILE).read_bytes() == before


def test_what_would_be_lost_is_told_by_changes_and_stops_publishing(project: Path) -> None:
    change(project / "bases" / "yunqiao-brand.yml", "city: 云州市", "city: 云州市\nstatus: 草稿")
    told = said(project, "changes")
    assert "基地 云桥（yunqiao-brand）\n  - 这一页没有了" in told
    assert "published-became-draft" in said(project, "publish", code=1)
    found = json.loads(said(project, "changes", "--format", "json"))
    assert found["changes"][0]["how"] == "gone"
    assert not found["first"]


def test_nothing_published_yet_is_said_with_counts(project: Path) -> None:
    (project / "bases" / FILE).unlink()
    assert said(project, "changes").startswith(
        "还没有发布过。这一次发布的全是新的：2个基地、2套标准"
    )


def test_sheets_are_not_put_where_the_site_is(project: Path) -> None:
    assert "不能放在" in said(project, "changes", "--proof", "--out", "site/x", code=2)
    assert "没有这些基地" in said(project, "changes", "nobody", "--proof", code=2)
    assert said(project, "changes", "nobody", code=2) == "没有这些基地：nobody。\n"
    (project / "note.txt").write_text("x", encoding="utf-8")
    told = said(project, "changes", "--proof", "--out", "note.txt", code=2)
    assert "送审稿写不进" in told
    assert "日期“明天”读不懂" in said(project, "changes", "--on", "明天", code=2)


def test_signing_adds_the_review_and_a_later_change_is_noticed(project: Path) -> None:
    path = project / "bases" / "yunqiao.yml"
    before = "# 开头的注释\r\n" + path.read_text("utf-8").replace("\n", "\r\n")
    path.write_bytes(before.encode("gb18030"))
    said(project, "sign", "yunqiao", "--by", "宣传科", "--on", "2026年11月21日", "--yes")
    after = path.read_bytes().decode("gb18030")
    added = "reviewed:\r\n  by: 宣传科\r\n  on: 2026-11-21\r\n"
    assert after.replace(added, "") == before
    assert after.count(added) == 1
    assert "changed-after-review" not in said(project, "check", "--all")
    path.write_bytes(after.replace("12家", "15家").encode("gb18030"))
    assert "changed-after-review" in said(project, "check", "--all")
    assert "用 --on 写上新的日期" in said(project, "sign", "yunqiao", "--by", "宣传科", code=2)
    said(project, "sign", "yunqiao", "--by", "办公室", "--on", "2026-11-22", "--yes")
    assert "changed-after-review" not in said(project, "check", "--all")
    assert "reviewed:\r\n  by: 办公室\r\n  on: 2026-11-22\r\n" in path.read_bytes().decode(
        "gb18030"
    )


def test_signing_asks_first_and_can_release_a_draft(project: Path) -> None:
    path = project / "bases" / "new.yml"
    text = "schema: 1\n名称: 云桥新站\n类别: 其他\n城市: 云州市\n状态: 草稿  # 还没审\n"
    path.write_text(text, encoding="utf-8", newline="\n")
    # nobody is there to answer: the question ends the command
    assert "+审核:\n+  审核人: 宣传科\n" in said(project, "sign", "new", "--by", "宣传科", code=130)
    assert path.read_text("utf-8") == text
    said(project, "sign", "new", "--by", "宣传科", "--publish", "--yes")
    assert path.read_text("utf-8") == text.replace("草稿", "发布") + "审核:\n  审核人: 宣传科\n"


def test_a_renamed_base_keeps_its_old_address(project: Path) -> None:
    bases = project / "bases"
    brand = "# 品牌\n" + (bases / "yunqiao.yml").read_text("utf-8")
    (bases / "yunqiao.yml").write_text(brand, encoding="utf-8", newline="\n")
    told = said(project, "rename", "yunqiao-brand", "yunqiao-pinpai", "--yes")
    assert "-part_of: yunqiao-brand" in told
    assert "+part_of: yunqiao-pinpai" in told
    assert (bases / "yunqiao.yml").read_text("utf-8") == brand.replace(
        "part_of: yunqiao-brand", "part_of: yunqiao-pinpai"
    )
    told = said(project, "rename", "yunqiao", "yunqiao-zhan", "--yes")
    assert not (bases / "yunqiao").exists()
    assert (bases / "yunqiao-zhan" / "hall.jpg").is_file()
    site = (bases / "_site.yml").read_text("utf-8")
    assert "scroll: [yunqiao-zhan]" in site
    assert "figures: [yunqiao-zhan/firms]" in site
    changes = said(project, "changes")
    assert "网址由 /bases/yunqiao/ 改为 /bases/yunqiao-zhan/" in changes
    said(project, "publish")
    moved = (project / "site" / "bases" / "yunqiao" / "index.html").read_text("utf-8")
    assert "../../bases/yunqiao-zhan/" in moved
    assert said(project, "changes") == "和上次发布的一样，没有变化。\n"


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("yunqiao", "Yun_Qiao", "编号只用小写字母"),
        ("yunqiao", "con", "编号只用小写字母"),
        ("yunqiao", "yunqiao-brand", "已经有 yunqiao-brand 了"),
        ("nobody", "new", "没有编号是 nobody 的基地"),
    ],
)
def test_a_name_that_cannot_be_is_refused(
    published: Path, old: str, new: str, sentence: str
) -> None:
    assert sentence in said(published, "rename", old, new, code=2)


def leave_traces(project: Path) -> Path:
    """Put the marker everywhere that earlier builds and sheets may have left it; the kept site."""
    kept = project / "site.previous-1"
    shutil.copytree(project / "site", kept)
    (kept / "bases" / "index.html").write_text(MARKER, encoding="utf-8")
    for name in (".cache/undo/yunqiao.yml", "build/proof/送审稿.html", "build/scratch/index.html"):
        path = project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(MARKER, encoding="utf-8")
    return kept


def test_a_withdrawn_base_is_in_none_of_the_copies(project: Path) -> None:
    path = project / "bases" / "yunqiao.yml"
    change(path, f"name: {NAME}", f"name: {MARKER}\nslogan: {MARKER}的口号")
    (project / "bases" / "branch.yml").write_text(
        "schema: 1\nname: 云桥分站\nkind: 其他\ncity: 云州市\npart_of: yunqiao\n", "utf-8"
    )
    said(project, "publish")
    kept = leave_traces(project)
    mine = project / "notes"
    mine.mkdir()
    (mine / "memo.txt").write_text(MARKER, encoding="utf-8")
    told = said(project, "withdraw", "yunqiao", "--yes")
    assert "status: 草稿" in path.read_text("utf-8")
    assert holding(MARKER, project) == [path, mine / "memo.txt"]
    assert not kept.exists()
    assert "服务器" in told
    assert "site.previous-1" in told
    ledger = json.loads((project / "bases" / FILE).read_text("utf-8"))
    assert ledger["withdrawn"] == ["yunqiao"]
    assert (project / "site" / "index.html").is_file()
    assert not (project / "site" / "bases" / "yunqiao").exists()
    # withdrawn on purpose: nothing is lost by accident
    assert "published-" not in said(project, "check", "--all")
    change(path, "status: 草稿\n", "")
    said(project, "publish")
    assert json.loads((project / "bases" / FILE).read_text("utf-8"))["withdrawn"] == []


def test_a_withdrawn_photograph_is_in_none_of_the_copies(project: Path) -> None:
    (name,) = [path.name for path in (project / "site/assets/photographs").rglob("*.jpg")]
    leave_traces(project)
    told = said(project, "withdraw", "yunqiao/hall.jpg", "--yes")
    text = (project / "bases" / "yunqiao.yml").read_text("utf-8")
    assert "{file: hall.jpg, alt: 前厅, consent: 未取得}" in text
    # the ledger alone remembers that it was withdrawn, by the name that says nothing
    assert holding(name, project) == [project / "bases" / FILE]
    assert holding(MARKER, project) == []
    assert list(project.rglob(name)) == []
    assert (project / "bases" / "yunqiao" / "hall.jpg").is_file()
    assert "原来的照片还在" in told


def test_a_base_whose_file_is_gone_can_be_withdrawn(project: Path) -> None:
    (project / "bases" / "yunqiao.yml").unlink()
    (project / "bases" / "_site.yml").write_text("schema: 1\nname: 云州\n", encoding="utf-8")
    assert "published-lost" in said(project, "check", code=1)
    said(project, "withdraw", "yunqiao", "--yes")
    assert "published-" not in said(project, "check", "--all")
    assert holding(NAME, project) == []


def test_a_site_that_cannot_be_built_anew_loses_what_speaks_of_it(project: Path) -> None:
    # deleted, the base is still asked for by the home page: the next build has an error to tell
    told = said(project, "withdraw", "yunqiao", "--delete", "--yes")
    assert "先从旧的里面删掉" in told
    assert not (project / "bases" / "yunqiao.yml").exists()
    assert not (project / "bases" / "yunqiao").exists()
    assert holding(NAME, project) == []
    assert (project / "site" / "404.html").is_file()


@pytest.mark.parametrize("published_again", [True, False], ids=["published", "not-yet"])
def test_a_former_id_withdraws_the_base_that_had_it(project: Path, published_again: bool) -> None:
    bases = project / "bases"
    said(project, "rename", "yunqiao", "yunqiao-zhan", "--yes")
    if published_again:
        said(project, "publish")
        assert (project / "site/bases/yunqiao/index.html").is_file()
    question = f"yunqiao 现在叫 yunqiao-zhan（{NAME}），撤下它吗？"
    assert question in said(project, "withdraw", "yunqiao", code=130)
    told = said(project, "withdraw", "yunqiao", "--yes")
    assert f"yunqiao 现在叫 yunqiao-zhan（{NAME}）。" in told
    assert "status: 草稿" in (bases / "yunqiao-zhan.yml").read_text("utf-8")
    for one in ("yunqiao", "yunqiao-zhan"):
        assert not (project / "site" / "bases" / one).exists()
    assert holding(NAME, project) == [bases / "yunqiao-zhan.yml"]
    ledger = json.loads((bases / FILE).read_text("utf-8"))
    assert set(ledger["withdrawn"]) == {"yunqiao", "yunqiao-zhan"}
    assert list(ledger["bases"]) == ["yunqiao-brand"]
    assert "published-" not in said(project, "check", "--all")


def test_a_former_id_whose_base_is_gone_is_withdrawn_by_what_was_published(project: Path) -> None:
    said(project, "rename", "yunqiao", "yunqiao-zhan", "--yes")
    said(project, "publish")
    (project / "bases" / "yunqiao-zhan.yml").unlink()
    (project / "bases" / "_site.yml").write_text("schema: 1\nname: 云州\n", encoding="utf-8")
    told = said(project, "withdraw", "yunqiao", "--yes")
    assert f"yunqiao 现在叫 yunqiao-zhan（{NAME}）。" in told
    assert holding(NAME, project) == []
    ledger = json.loads((project / "bases" / FILE).read_text("utf-8"))
    assert set(ledger["withdrawn"]) == {"yunqiao", "yunqiao-zhan"}


def test_a_photograph_is_withdrawn_by_a_former_id_too(project: Path) -> None:
    (old,) = [path.name for path in (project / "site/assets/photographs").rglob("*.jpg")]
    said(project, "rename", "yunqiao", "yunqiao-zhan", "--yes")
    said(project, "withdraw", "yunqiao/hall.jpg", "--yes")
    text = (project / "bases" / "yunqiao-zhan.yml").read_text("utf-8")
    assert "{file: hall.jpg, alt: 前厅, consent: 未取得}" in text
    assert list((project / "site").rglob("*.jpg")) == []
    ledger = json.loads((project / "bases" / FILE).read_text("utf-8"))
    assert not ledger["bases"]["yunqiao"].get("photos")
    assert f"yunqiao/{old}" in ledger["withdrawn"]


def test_what_speaks_of_a_former_id_is_taken_out_of_a_site(tmp_path: Path) -> None:
    for name in ("bases/old/index.html", "assets/photographs/old/1.jpg", "bases/other/index.html"):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    remove_mentions(tmp_path, Withdrawn("new", "云桥", ("old",)))
    assert [path.parent.name for path in tmp_path.rglob("*.*")] == ["other"]


@pytest.mark.parametrize(
    ("what", "sentence"),
    [("nobody", "没有编号是 nobody 的基地"), ("yunqiao/none.jpg", "里没有 none.jpg")],
)
def test_what_is_not_there_cannot_be_withdrawn(published: Path, what: str, sentence: str) -> None:
    assert sentence in said(published, "withdraw", what, "--yes", code=2)


def test_only_sites_of_ours_count_as_kept(project: Path) -> None:
    shutil.copytree(project / "site", project / ".site.old")
    (project / "somebody").mkdir()
    (project / "somebody" / "index.html").write_text("x", encoding="utf-8")
    (project / "empty").mkdir()
    assert kept_sites(project, project / "site") == (project / ".site.old",)


def test_a_forgetful_reading_does_not_ask_for_what_was_published(project: Path) -> None:
    (project / "bases" / "yunqiao-brand.yml").unlink()
    change(project / "bases" / "yunqiao.yml", "part_of: yunqiao-brand\n", "")
    workshop = Workshop(project)
    assert [one.code for one in workshop.read().diagnostics] == ["published-lost"]
    workshop.folder.forgetful = True
    assert workshop.read().diagnostics == ()
