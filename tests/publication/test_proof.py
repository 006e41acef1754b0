"""The sheets to be signed: everything with its source, what changes marked, nothing that leads outside."""

from __future__ import annotations

import re
import shutil
import zlib
from pathlib import Path

import pytest

from showcase.catalogue import Catalogue
from showcase.folder import Folder
from showcase.ledger import Ledger, dump, parse
from showcase.proofs import browser, document, write_proof
from showcase.proofs.browser import find
from showcase.publication.proof import Proof, proof_of
from showcase.publication.snapshot import published_of
from tests.cases.story import BASELINE

DRAFT = "schema: 1\nname: 云桥新站\nkind: 其他\ncity: 云州市\nstatus: 草稿\n"


_SLANTED = re.compile(rb"([\d.]+) -([\d.]+) \2 \1 [-.\d]+ [-.\d]+ cm")


def read(bases: Path, *, drafts: bool = False) -> Catalogue:
    catalogue = Folder(bases).read(drafts=drafts).catalogue
    assert catalogue is not None
    return catalogue


@pytest.fixture
def bases(tmp_path: Path) -> Path:
    return shutil.copytree(BASELINE, tmp_path / "bases")


def proof(bases: Path, before: Ledger, *chosen: str, date: str = "") -> Proof:
    now = published_of(read(bases), {}, {"": "首页"}, {})
    return proof_of(before, now, read(bases, drafts=True), {}, chosen, date)


def ledger(bases: Path) -> Ledger:
    return Ledger(published_of(read(bases), {}, {"": "首页"}, {}))


def change(bases: Path, old: str, new: str) -> None:
    path = bases / "yunqiao.yml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_what_changes_and_drafts_are_in_it(bases: Path) -> None:
    before = ledger(bases)
    change(bases, "12家", "15家")
    (bases / "xinzhan.yml").write_text(DRAFT, encoding="utf-8")
    told = proof(bases, before)
    assert [(base.id, base.status) for base in told.bases] == [
        ("xinzhan", "草稿，尚未公开"),
        ("yunqiao", ""),
    ]
    assert told.bases[1].sentences == ("数据“服务企业”由“12家”改为“15家”",)
    figure = next(line for line in told.bases[1].lines if line.label == "数据")
    assert (figure.state, [(run.text, run.how) for run in figure.runs]) == (
        "改动",
        [("服务企业：", "same"), ("12", "gone"), ("15", "come"), ("家", "same")],
    )
    assert [run.text for run in figure.source] == ["云州报告"]


def test_a_ledger_read_from_a_file_marks_nothing_where_nothing_changed(bases: Path) -> None:
    change(bases, "title: 开放日", "title: 开放日, summary: 来了三百人, place: 一层")
    before, _ = parse(dump(ledger(bases)), "")
    assert before is not None
    told = proof(bases, before, "yunqiao")
    assert all(not line.state for line in told.bases[0].lines)
    runs = [run for line in told.bases[0].lines for run in (*line.runs, *line.notes, *line.source)]
    assert {run.how for run in runs} == {"same"}


def test_chosen_bases_stand_in_it_and_a_first_time_marks_nothing(bases: Path) -> None:
    told = proof(bases, Ledger(), "yunqiao-brand")
    assert [base.id for base in told.bases] == ["yunqiao-brand"]
    assert told.first
    assert all(not line.state for line in told.bases[0].lines)


def test_what_a_source_is_missing_from_says_so(bases: Path) -> None:
    change(bases, "value: 12家, source: yunzhou-report", "value: 12家")
    page = document(proof(bases, Ledger(), "yunqiao"), {("yunqiao", "hall.jpg"): "data:,"})
    assert page.count("未注来源") == 1


def test_a_photograph_without_consent_is_named_and_not_shown(bases: Path) -> None:
    change(bases, "alt: 前厅", "alt: 前厅, consent: 未取得")
    told = proof(bases, Ledger(), "yunqiao")
    assert [(photo.withheld, photo.file) for photo in told.bases[0].photos] == [(True, "")]
    assert "没有取得同意，不会发布" in document(told, {})


def test_the_page_stands_alone_and_is_to_be_signed(bases: Path, tmp_path: Path) -> None:
    before = ledger(bases)
    change(bases, "云桥同心站", "云桥<b>同心站")
    page, _ = write_proof(proof(bases, before), bases, tmp_path / "build" / "proof")
    text = page.read_text("utf-8")
    assert "<script" not in text
    assert re.findall(r'(?:src|href)="(?!data:)', text) == []
    assert "url(" not in text
    assert 'src="data:image/jpeg;base64,' in text
    assert "<b>同心站" not in text
    for word in ("送审人", "审核人", "签发人", "日期", "意见"):
        assert f">{word}<" in text
    assert 'class="blank"' in text
    assert "2026-11-20" in document(proof(bases, before, date="2026-11-20"), _pictures())


def _pictures() -> dict[tuple[str, str], str]:
    return {("yunqiao", "hall.jpg"): "data:,"}


@pytest.mark.browser
def test_every_page_of_the_pdf_is_a4_and_carries_the_mark(bases: Path, tmp_path: Path) -> None:
    assert find() is not None
    _, sheet = write_proof(proof(bases, Ledger(), *read(bases).bases), bases, tmp_path / "out")
    assert sheet is not None
    content = sheet.read_bytes()
    assert set(re.findall(rb"/MediaBox \[([^]]*)\]", content)) == {b"0 0 594.95996 841.91998"}
    pages = _pages(content)
    assert len(pages) >= 3
    # the slanted mark is all that is set at an angle
    assert all(len(_SLANTED.findall(page)) >= 5 for page in pages)


def _pages(content: bytes) -> list[bytes]:
    """What is drawn on each page of a PDF."""
    objects = dict(re.findall(rb"(?:^|\n)(\d+) 0 obj\s(.*?)endobj", content, re.DOTALL))
    drawn = []
    for body in objects.values():
        if re.search(rb"/Type /Page\b", body) and (number := re.search(rb"/Contents (\d+)", body)):
            stream = objects[number[1]].partition(b"stream")[2].lstrip(b"\r\n")
            drawn.append(zlib.decompressobj().decompress(stream))
    return drawn


def test_a_browser_is_looked_for_where_installers_put_it(tmp_path: Path) -> None:
    assert find({"PATH": str(tmp_path)}) in (None, *map(Path, _macs()))
    chrome = tmp_path / "Google/Chrome/Application/chrome.exe"
    chrome.parent.mkdir(parents=True)
    chrome.touch()
    assert find({"PATH": str(tmp_path), "PROGRAMFILES": str(tmp_path)}) == chrome


def _macs() -> tuple[str, ...]:
    return browser._MAC
