"""`build`, `publish`, `rollback` and `withdraw` on what was shown before. Pages here are a few words each."""

from __future__ import annotations

import importlib
import json
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig

from showcase import addresses, ledger_file
from showcase.catalogue import Catalogue
from showcase.cli import application
from showcase.commands import build as verb
from showcase.commands import rollback as rolling
from showcase.commands import withdraw as withdrawing
from showcase.commands.export import FILE as WORKBOOK
from showcase.commands.outcome import run
from showcase.commands.package import OUT as ARCHIVE
from showcase.ledger import FILE as LEDGER
from showcase.release import FILE
from showcase.switching import BusyError, ForeignError, Past, sites
from showcase.withdrawal import built_before
from showcase.workshop import Workshop
from tests.cases.story import BASELINE
from tests.switching.laying import ROOT, contents, lay, listed

Say = Callable[..., str]
REAL = verb._filled
INVENTED = "schema: 1\nname: 云桥{}站\nkind: 其他\ncity: 云州市\n"


def filled(fresh: Path) -> tuple[Workshop, Catalogue]:
    """In place of MkDocs: a page a base, with what its figures are, and the marks of a site."""
    workshop = Workshop(Path.cwd())
    catalogue = workshop.read().catalogue
    assert catalogue is not None
    lay(fresh, {"index.html": "", "404.html": "", "assets/shell.css": ""})
    for identity, record in catalogue.bases.items():
        lay(fresh, {f"bases/{identity}/index.html": f"{record.content.stats}"})
        for name in catalogue.photos.get(identity, {}):
            lay(fresh, {f"assets/photographs/{identity}/{name}": "a photograph"})
            lay(fresh, {addresses.photograph(identity, name): "as it is published"})
    return workshop, catalogue


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "project"
    root.mkdir()
    shutil.copytree(BASELINE, root / "bases")
    for name in ("content", "overrides"):
        shutil.copytree(ROOT / name, root / name)
    monkeypatch.chdir(root)
    monkeypatch.delenv("SHOWCASE_CALLED_FROM", raising=False)
    monkeypatch.setattr(verb, "_filled", filled)
    return root


@pytest.fixture
def say(project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Say:
    """Carries out a verb and gives what it said."""

    def carry_out(*words: str, code: int = 0) -> str:
        monkeypatch.setattr(sys, "argv", ["showcase", *words])
        found = run(application([words[0]]))
        told = capsys.readouterr()
        assert found == code, told
        return told.out + told.err

    return carry_out


def add(project: Path, count: int) -> None:
    for number in range(count):
        lay(project / "bases", {f"b{number:02}.yml": INVENTED.format(number)})


def change(project: Path, figure: str) -> None:
    path = project / "bases" / "yunqiao.yml"
    text = re.sub(r"value: \d+家", f"value: {figure}家", path.read_text("utf-8"))
    path.write_text(text, encoding="utf-8", newline="\n")


def shown(project: Path) -> str:
    return (project / "site/bases/yunqiao/index.html").read_text("utf-8")


def test_a_third_of_the_bases_may_not_go_unasked(project: Path, say: Say) -> None:
    add(project, 12)
    assert "生成完：16页" in say("build")
    before = sites.digest(project / "site")
    for number in range(4):
        (project / "bases" / f"b{number:02}.yml").unlink()
    # four of fourteen are less than a third
    assert "生成完：12页" in say("build")
    (project / "bases" / "b04.yml").unlink()
    shutil.rmtree(project / ".site.past")
    shutil.rmtree(project / "site")
    add(project, 12)
    say("build")
    assert sites.digest(project / "site") == before
    for number in range(4):
        (project / "bases" / f"b{number:02}.yml").unlink()
    lay(project / "bases", {"b04.yml": INVENTED.format(4) + "status: 草稿\n"})
    told = say("build", code=1)
    assert "原来有14个基地，这次会少5个，超过三成，没有生成" in told
    assert "  - b00：文件没有了\n" in told
    assert "  - b04（云桥4站）：改成草稿了\n" in told
    assert "加上 --yes" in told
    assert sites.digest(project / "site") == before
    assert listed(project / "site") == ["lock"]
    assert "生成完：11页" in say("build", "--yes")


def test_of_many_lost_bases_ten_are_named(project: Path, say: Say) -> None:
    add(project, 12)
    say("build")
    for path in (project / "bases").glob("b*.yml"):
        path.unlink()
    told = say("build", code=1)
    assert told.count("文件没有了") == 10
    assert "  - 还有2个\n" in told


def test_a_renamed_base_is_not_lost(project: Path, say: Say) -> None:
    add(project, 1)
    say("build")
    (project / "bases" / "b00.yml").unlink()
    text = INVENTED.format(0) + "former_ids: [b00]\n"
    lay(project / "bases", {"b99.yml": text})
    say("build")


def test_what_was_published_counts_where_no_site_is_there(project: Path, say: Say) -> None:
    add(project, 3)
    say("publish", "--on", "2026-11-20")
    ledger = json.loads((project / "bases" / LEDGER).read_text("utf-8"))
    for number in range(3):
        (project / "bases" / f"b{number:02}.yml").unlink()
        ledger["withdrawn"].append(f"b{number:02}")
    (project / "bases" / LEDGER).write_text(
        json.dumps(ledger, ensure_ascii=False, indent=2, sort_keys=True) + "\n", "utf-8"
    )
    for words in (("build", "--site", "elsewhere"), ("publish", "--site", "elsewhere")):
        told = say(*words, code=1)
        assert "原来有5个基地，这次会少3个" in told
        assert "  - b00（云桥0站）：撤下了\n" in told
    assert not (project / "elsewhere").exists()
    say("publish", "--site", "elsewhere", "--yes")


def test_a_site_without_a_base_is_never_shown(project: Path, say: Say) -> None:
    say("build")
    before = sites.digest(project / "site")
    shutil.rmtree(project / "bases" / "yunqiao")
    for path in (project / "bases").glob("yunqiao*.yml"):
        path.unlink()
    lay(project / "bases", {"b0.yml": INVENTED.format(0) + "status: 草稿\n"})
    lay(project / "bases", {"_site.yml": "schema: 1\nname: 云州\n"})
    assert "没有一个基地是发布的" in say("build", "--yes", code=1)
    assert sites.digest(project / "site") == before


@pytest.mark.parametrize(
    ("fault", "sentence"),
    [
        (BusyError("x"), "另一次生成正在进行，等它结束再来。"),
        (ForeignError("x"), "里多了别的东西，没有换上新网站"),
        (OSError(28, "no", "/x/y"), "新网站没有换上，原来的没有动：/x/y（磁盘满了）"),
        (OSError(5, "no"), "site（可能正被别的程序打开）"),
    ],
)
def test_why_a_build_was_not_switched_in_is_said_plainly(
    say: Say, monkeypatch: pytest.MonkeyPatch, fault: Exception, sentence: str
) -> None:
    def refused(*given: object, **named: object) -> None:
        raise fault

    monkeypatch.setattr(verb, "build_and_switch", refused)
    assert sentence in say("build", code=1)


def test_a_build_that_waits_says_so(say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float] = []

    def busy(*given: object, patience: float, waiting: Callable[[], None], **named: object) -> None:
        waited.append(patience)
        waiting()
        raise BusyError

    monkeypatch.setattr(verb, "build_and_switch", busy)
    assert "等它结束……" in say("build", code=1)
    say("build", "--wait", "7", code=1)
    assert waited == [60, 7]


def test_what_mkdocs_left_out_is_noticed(
    project: Path, say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    """MkDocs takes a folder that cannot be listed for an empty one."""
    shutil.copyfile(ROOT / "mkdocs.yml", project / "mkdocs.yml")
    monkeypatch.setattr(verb, "_filled", REAL)
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    assert "生成完" in say("build")
    before = sites.digest(project / "site")
    change(project, "22")
    mkdocs_build = importlib.import_module("mkdocs.commands.build")
    whole = mkdocs_build.build

    def careless(config: MkDocsConfig) -> None:
        whole(config)
        Path(config.site_dir, "about", "index.html").unlink()

    with monkeypatch.context() as patch:
        patch.setattr(mkdocs_build, "build", careless)
        assert "新网站没有换上，原来的没有动：about/index.html" in say("build", code=1)
    assert sites.digest(project / "site") == before
    (project / "bases" / "yunqiao.yml").write_text("schema: 1\n", encoding="utf-8")
    assert "网站没有动" in say("build", code=1)
    assert sites.digest(project / "site") == before
    assert listed(project / "site") == ["lock"]


def test_a_build_that_is_stopped_says_so(say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(fresh: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(verb, "_filled", stopped)
    assert say("build", code=130) == "停下了，原来的网站没有动。\n"


def test_where_no_site_may_be_is_said_before_anything_is_built(project: Path, say: Say) -> None:
    lay(project / "mine", {"memo.txt": "x"})
    assert "里有别的东西" in say("build", "--site", "mine", code=2)
    (project / "site").symlink_to("mine")
    assert "是一个链接" in say("build", code=2)
    assert not Past(project / "mine").folder.exists()


def test_rollback_goes_back_and_forth(project: Path, say: Say) -> None:
    assert "没有留着的旧版" in say("rollback", code=1)
    assert say("rollback", "--list") == "没有留着的旧版。\n"
    for figure in ("21", "22", "23"):
        change(project, figure)
        say("build")
    told = say("rollback")
    assert "换好了，现在的网站是" in told
    assert "这一版没有发布过，发布记录没有动。" in told
    assert "22家" in shown(project)
    say("rollback")
    assert "23家" in shown(project)
    say("rollback", "1")
    assert "21家" in shown(project)
    assert "没有第9版" in say("rollback", "9", code=2)
    say("rollback")
    assert "23家" in shown(project)


def test_what_is_kept_is_listed_with_how_it_differs(project: Path, say: Say) -> None:
    say("build")
    change(project, "21")
    add(project, 1)
    say("build")
    (project / ".site.past" / "1" / FILE).touch()
    lay(project / ".site.past" / "2", {"index.html": "", "404.html": "", "assets/shell.css": ""})
    told = re.sub(r"\d{4}-\d\d-\d\d \d\d:\d\d", "那时", say("rollback", "--list"))
    assert told == (
        "现在的：那时生成，3个基地，5页\n"
        "第2版：没有清单，换不回去\n"
        "第1版：那时生成，2个基地，4页；和现在比：少b00，2页不同\n"
    )
    say("rollback", "1")
    told = say("rollback", "--list")
    assert "；和现在比：多b00，2页不同" in told
    shutil.rmtree(project / "site")
    assert "现在的" not in say("rollback", "--list")


def test_a_damaged_site_is_not_put_back(project: Path, say: Say) -> None:
    for figure in ("21", "22"):
        change(project, figure)
        say("build")
    kept = project / ".site.past" / "1"
    page = kept / "bases/yunqiao/index.html"
    whole = page.read_text("utf-8")
    for harm in (lambda: page.write_text("tor"), page.unlink):
        harm()
        told = say("rollback", code=1)
        assert "第1版坏了，1个文件不对（bases/yunqiao/index.html），没有换" in told
        assert "22家" in shown(project)
    # what somebody laid in is no damage
    lay(kept, {"bases/yunqiao/index.html": whole, "Thumbs.db": "x"})
    say("rollback")
    say("rollback")
    (project / ".site.past" / "1" / FILE).write_text("{}")
    assert "没有清单（release.json）" in say("rollback", code=1)


def test_what_was_withdrawn_since_does_not_come_back(project: Path, say: Say) -> None:
    say("publish")
    change(project, "22")
    say("publish")
    path = project / "bases" / LEDGER
    text = path.read_text("utf-8")
    for withdrawn in ("yunqiao-brand", "yunqiao/hall.jpg"):
        data = {**json.loads(text), "withdrawn": [withdrawn]}
        path.write_text(
            json.dumps(data, ensure_ascii=False, indent=2, sort_keys=True) + "\n", "utf-8"
        )
        assert f"里有后来撤下的（{withdrawn}），没有换" in say("rollback", code=1)
    path.write_text("{", encoding="utf-8")
    assert f"bases/{LEDGER} 坏了" in say("rollback", code=1)
    assert "22家" in shown(project)


def withhold(project: Path) -> None:
    path = project / "bases" / "yunqiao.yml"
    text = path.read_text("utf-8").replace("alt: 前厅}", "alt: 前厅, consent: 未取得}")
    path.write_text(text, encoding="utf-8", newline="\n")


def test_what_is_not_published_now_does_not_come_back_unasked(
    project: Path, say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(project, 4)
    lay(project / "bases", {"old.yml": INVENTED.format("旧名")})
    say("build")
    withhold(project)
    (project / "bases" / "b00.yml").unlink()
    lay(project / "bases", {"b01.yml": INVENTED.format(1) + "status: 草稿\n"})
    (project / "bases" / "old.yml").unlink()
    lay(project / "bases", {"new.yml": INVENTED.format("旧名") + "former_ids: [old]\n"})
    say("build", "--yes")
    before = sites.digest(project / "site")
    told = say("rollback", code=1)
    assert re.findall("  - (.*)", told) == [
        "b00：文件没有了",
        "b01（云桥1站）：现在是草稿",
        "yunqiao/hall.jpg：照片没有取得同意",
    ]
    assert "加上 --yes" in told
    for typed, code in (("否", 0), (None, 130)):
        monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
        monkeypatch.setattr("showcase.commands.asking.line", answering(typed))
        say("rollback", code=code)
        assert sites.digest(project / "site") == before
    monkeypatch.setattr("showcase.commands.asking.line", answering("是"))
    assert "换好了" in say("rollback")
    # and back to the one without them, which asks nothing
    monkeypatch.setattr("showcase.commands.asking.line", answering(None))
    assert "现在不发布的" not in say("rollback")
    assert "换好了" in say("rollback", "--yes")


def answering(typed: str | None) -> Callable[[str], str]:
    def line(prompt: str) -> str:
        if typed is None:
            raise EOFError
        return typed

    return line


def test_what_cannot_be_read_cannot_be_held_against_the_site(project: Path, say: Say) -> None:
    add(project, 12)
    for figure in ("21", "22"):
        change(project, figure)
        say("build")
    lay(project / "bases", {"b00.yml": "schema: 1\nname: [\n"})
    told = say("rollback", code=1)
    assert "读不出来的没法核对" in told
    assert re.findall("  - (.*)", told) == ["b00：文件读不出来，没法核对"]
    for number in range(1, 12):
        (project / "bases" / f"b{number:02}.yml").unlink()
    told = say("rollback", code=1)
    assert told.count("文件没有了") == 9
    assert "  - 还有2个\n" in told
    assert "22家" in shown(project)
    assert "读不出来的没法核对" in say("rollback", "--yes")
    assert "21家" in shown(project)


def test_the_ledger_goes_back_with_the_site(project: Path, say: Say) -> None:
    path = project / "bases" / LEDGER
    change(project, "21")
    say("publish", "--on", "2026-11-20")
    first = path.read_bytes()
    change(project, "22")
    say("publish", "--on", "2026-11-21")
    second = path.read_bytes()
    assert say("changes") == "和上次发布的一样，没有变化。\n"
    assert "也换回了那一版的" in say("rollback")
    assert path.read_bytes() == first
    # what a reader sees would change from 21 to 22, and that is what is told
    assert "由“21家”改为“22家”" in say("changes")
    assert "由“21家”改为“22家”" in say("publish", "--on", "2026-11-21")
    assert path.read_bytes() == second
    say("rollback")
    # built and never published: the ledger stays with what was published last
    change(project, "23")
    say("build")
    say("rollback")
    assert path.read_bytes() == first
    assert "没有发布过" in say("rollback")
    assert path.read_bytes() == first


def test_what_was_withdrawn_or_reviewed_since_stays_so_in_the_ledger(
    project: Path, say: Say
) -> None:
    path = project / "bases" / LEDGER
    say("publish")
    change(project, "22")
    say("publish")
    data = {**json.loads(path.read_text("utf-8")), "withdrawn": ["old"], "reviewed": {"a": "b"}}
    path.write_text(json.dumps(data, ensure_ascii=False, indent=2, sort_keys=True) + "\n", "utf-8")
    say("rollback")
    after = json.loads(path.read_text("utf-8"))
    assert (after["withdrawn"], after["reviewed"]) == (["old"], {"a": "b"})


def test_a_ledger_that_cannot_follow_is_told(
    project: Path, say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*given: object) -> None:
        raise OSError(28, "full")

    say("publish")
    change(project, "22")
    with monkeypatch.context() as patch:
        patch.setattr(Past, "note", refused)
        assert "发布记录不会跟着换" in say("publish")
    monkeypatch.setattr(ledger_file, "write", refused)
    assert f"网站换好了，bases/{LEDGER} 没能改（磁盘满了）" in say("rollback", code=1)


@pytest.mark.parametrize(
    ("fault", "code", "sentence"),
    [
        (BusyError("x"), 1, "另一次生成正在进行，等它结束再来。"),
        (ForeignError("x"), 1, "里有别的东西，没有换"),
        (KeyboardInterrupt(), 130, "停下了，网站没有换。"),
        (OSError(28, "no", "/x/y"), 1, "没有换，网站还是原来的：/x/y（磁盘满了）"),
    ],
)
def test_why_nothing_was_put_back_is_said_plainly(
    project: Path,
    say: Say,
    monkeypatch: pytest.MonkeyPatch,
    fault: BaseException,
    code: int,
    sentence: str,
) -> None:
    def refused(*given: object, **named: object) -> None:
        raise fault

    say("build")
    change(project, "22")
    say("build")
    monkeypatch.setattr(rolling, "put_back", refused)
    assert sentence in say("rollback", code=code)


def test_the_time_of_a_site_without_a_release_is_not_known(tmp_path: Path) -> None:
    assert rolling._when(tmp_path) == "不知何时"


def test_what_is_withdrawn_is_in_no_kept_site(project: Path, say: Say) -> None:
    # a site elsewhere, of which the kept ones alone are left, keeps some as well
    for words in (("build",), ("build", "--site", "other")):
        for figure in ("21", "22"):
            change(project, figure)
            say(*words)
    shutil.rmtree(project / "other")
    assert built_before(project, project / "site") == (project / "other", project / "site")
    told = say("withdraw", "yunqiao", "--yes")
    assert "删掉了 .site.past/1/" in told
    assert "删掉了 .other.past/1/" in told
    for name in ("site", "other"):
        assert listed(project / name) == ["lock"]
    assert not (project / "site/bases/yunqiao").exists()
    assert (project / "site/bases/yunqiao-brand").exists()
    assert "没有留着的旧版" in say("rollback", code=1)


def test_what_is_withdrawn_is_in_no_archive_and_the_workbook_is_named(
    project: Path, say: Say
) -> None:
    say("publish")
    lay(project, {ARCHIVE: "an archive", str(WORKBOOK): "a workbook"})
    told = say("withdraw", "yunqiao/hall.jpg", "--yes")
    assert f"删掉了 {ARCHIVE}\n" in told
    assert not (project / ARCHIVE).exists()
    assert f"  - 导出过的 {WORKBOOK} 里可能还有" in told
    (project / WORKBOOK).unlink()
    told = say("withdraw", "yunqiao-brand", "--yes")
    assert ARCHIVE not in told
    assert str(WORKBOOK) not in told


@pytest.mark.parametrize(
    ("fault", "sentence"),
    [
        (BusyError("x"), "另一次生成正在进行，等它结束再来。"),
        (OSError(13, "no", "/x/1"), "旧网站删不掉：/x/1（没有权限"),
    ],
)
def test_nothing_is_withdrawn_while_copies_cannot_be_removed(
    project: Path, say: Say, monkeypatch: pytest.MonkeyPatch, fault: Exception, sentence: str
) -> None:
    def refused(*given: object, **named: object) -> None:
        raise fault

    say("publish")
    before = contents(project / "bases")
    monkeypatch.setattr(withdrawing, "remove_copies", refused)
    assert sentence in say("withdraw", "yunqiao", "--yes", code=1)
    assert contents(project / "bases") == before
