"""A whole project in which every field that takes text holds a word to be replaced: its own name, `«Base.site»`.

Where two files must say the same, as a criterion and the answer to it, both hold the same word.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from showcase.model import Base, Glossary, Site, SourceList, Standard, WordList
from showcase.model.fields import Part
from showcase.model.shape import Shape, shape_of
from tests.security.payloads import MARKDOWN

WORD = re.compile(r"«([A-Za-z]+\.[a-z_]+)»")
BASE, SOURCE, STANDARD = "yunqiao", "yunzhou-report", "eight"

SITE = """\
schema: 1
name: «Site.name»
tagline: «Site.tagline»
address: https://example.org/«Site.address»
sponsor: «Site.sponsor»
organiser: «Site.organiser»
icp: «Site.icp»
police: «Site.police»
corrections: «Site.corrections»@example.org
text_licence: «Site.text_licence»
data_licence: «Site.data_licence»
public_ok: [«Site.public_ok»]
cities: {«Base.city»: yunzhou}
synonyms: [[«Site.synonyms», 义工]]
home:
  scroll: [yunqiao]
  featured: [yunqiao]
  figures: [yunqiao/firms]
  standards: [eight, ways]
"""
SOURCES = """\
schema: 1
sources:
  yunzhou-report:
    title: «Source.title»
    title_en: «Source.title_en»
    subtitle: «Source.subtitle»
    short: «Source.short»
    author: «Source.author»
    affiliation: «Source.affiliation»
    publisher: «Source.publisher»
    kind: 新闻报道
    published: 2024-05
    doi: «Source.doi»
    isbn: «Source.isbn»
    url: https://example.org/«Source.url»
    note: «Source.note»
"""
TERMS = """\
schema: 1
terms:
  - id: yuntai
    term: «Term.term»
    aliases: [«Term.aliases»]
    text: «Term.text»
    items: [«Term.items», 其二]
    source: yunzhou-report
    note: «Term.note»
    note_source: yunzhou-report
"""
WORDS = """\
schema: 1
banned:
  - {instead_of: [不许写«Word.instead_of»], write: «Word.write», level: 说明, why: «Word.why», except: [不许写«Word.instead_of»的«Word.apart»]}
"""
EIGHT = """\
schema: 1
name: «Standard.name»
short: «Standard.short»
use: 对照
scope: «Standard.scope»
place: «Standard.place»
source: yunzhou-report
at: «Standard.at»
lead: «Standard.lead»
note: «Standard.note»
criteria:
  - {name: «Criterion.name», explain: «Criterion.explain», evidence_needed: «Criterion.evidence_needed»}
  - 有乙
"""
GROUPED = """\
schema: 1
name: 云州架构
use: 架构
source: yunzhou-report
groups:
  - {name: «Group.name», criteria: [«Criterion.name», 其二]}
"""
STEPS = """\
schema: 1
name: 云州步骤
use: 步骤
source: yunzhou-report
criteria: [甲步, 乙步]
gives: [«Standard.gives», 给乙]
"""
SHIFTS = """\
schema: 1
name: 云州转变
use: 理念
source: yunzhou-report
criteria: [甲转, 乙转]
shifts: [«Standard.shifts»→后, 前→转乙]
"""
PAIRS = """\
schema: 1
name: 云州理念
use: 理念
source: yunzhou-report
criteria: [甲念, 乙念]
paired: [«Standard.paired», 对乙]
"""
BASE_FILE = """\
schema: 1
name: «Base.name»
kind: 实践创新基地
aliases: [«Base.aliases»]
former_ids: [yunqiao-old]
pinyin: yunqiao
city: «Base.city»
district: [«Base.district», 东城区]
site: «Base.site»
level: 市级
founded: {date: 2018, source: yunzhou-report, at: «Claim.at», sure: 推定, because: «Claim.because»}
slogan: «Base.slogan»
summary: «Base.summary»
story: «Base.story»
statements:
  - {id: hall, text: «Statement.text», since: 2019-03, topic: «DatedClaim.topic», source: yunzhou-report, at: «Claim.at»}
  - {text: «Statement.text», as_of: 2023, sure: 未明, because: «Claim.because», source: yunzhou-report}
stats:
  - {id: firms, label: «Stat.label», value: 300余家, source: yunzhou-report}
  - {label: «Stat.label», value: 约1.2万人, as_of: 2023, source: yunzhou-report}
  - {label: 骨干, value: 12人, topic: «DatedClaim.topic», source: yunzhou-report}
honours:
  - {id: model, title: «Honour.title», date: 2021, source: yunzhou-report}
activities:
  - {id: opening, date: 2019-05-04, title: «Activity.title», type: 文体, summary: «Activity.summary», place: «Activity.place», photos: [«Photo.file».jpg], source: yunzhou-report}
  - {id: visit, date: 2023-05, title: «Activity.title», source: yunzhou-report}
related_standards: [eight, ways]
standards:
  eight:
    tied_by: {text: «Statement.text», source: yunzhou-report}
    basis: 自评
    by: «Assessment.by»
    note: «Assessment.note»
    answers:
      - {criterion: «Criterion.name», status: 达标, note: «Answer.note», evidence: [opening, {ref: «Photo.file».jpg}]}
      - {criterion: 有乙, status: 部分达标, evidence: [{text: «Evidence.text», source: yunzhou-report}]}
notes:
  - {text: «Note.text», source: yunzhou-report}
contact: {address: «Contact.address», phone: «Contact.phone», email: «Contact.email»@example.org, hours: «Contact.hours», wechat: «Contact.wechat»}
photos:
  - {file: «Photo.file».jpg, alt: «Photo.alt», caption: «Photo.caption», credit: «Photo.credit», consent: 已取得}
links:
  - {title: «ExternalLink.title», url: https://example.org/«ExternalLink.url»}
colour: "#17606B"
public_ok: [«Base.public_ok»]
reviewed: {by: «Review.by», on: 2026-11-20}
"""
BRANCH = """\
schema: 1
name: 云桥分站
kind: 服务队
part_of: yunqiao
city: «Base.city»
district: «Base.district»
story: §
statements:
  - {text: «Statement.text», source: yunzhou-report}
"""
"""Its story holds what only Markdown could bring to life."""
FILES: Mapping[str, tuple[type[Part], str]] = {
    "_site.yml": (Site, SITE),
    "_sources.yml": (SourceList, SOURCES),
    "_terms.yml": (Glossary, TERMS),
    "_words.yml": (WordList, WORDS),
    "_standards/eight.yml": (Standard, EIGHT),
    "_standards/ways.yml": (Standard, GROUPED),
    "_standards/steps.yml": (Standard, STEPS),
    "_standards/shifts.yml": (Standard, SHIFTS),
    "_standards/pairs.yml": (Standard, PAIRS),
    "yunqiao.yml": (Base, BASE_FILE),
    "fenzhan.yml": (Base, BRANCH),
}

USUAL = {
    "Site.address": "",
    "Site.corrections": "info",
    "Source.url": "report",
    "ExternalLink.url": "",
    "Contact.phone": "0571-00000000",
    "Contact.email": "info",
    "Photo.file": "hall",
}
"""What stands where a payload is refused, if it must be more than plain words."""


def usual(place: str) -> str:
    """Harmless text for a place; no two places have the same."""
    return USUAL.get(place, f"{place.replace('.', '之')}云桥")


PLACES = tuple(dict.fromkeys(word for _, text in FILES.values() for word in WORD.findall(text)))
"""Every place that can be filled, in the order of the files."""


def on_line(file: str, line: int) -> set[str]:
    """The places that stand on a line of a file of `bases/`, counted from 1."""
    return set(WORD.findall(FILES[file][1].splitlines()[line - 1]))


@dataclass(frozen=True, slots=True)
class Filling:
    """What is put where: text by place. `chinese` writes the files with Chinese keys."""

    texts: Mapping[str, str]
    chinese: bool = False

    def file(self, name: str) -> str:
        """One file of `bases/`."""
        model, text = FILES[name]
        filled = re.sub(
            r"[^\s\[\]{},:]*«[^»]*»[^\s\[\]{},:]*|https://\S*«[^»]*»", self._scalar, text
        )
        filled = filled.replace("§", json.dumps("\n\n".join(MARKDOWN), ensure_ascii=False))
        return in_chinese(filled, shape_of(model)) if self.chinese else filled

    def _scalar(self, found: re.Match[str]) -> str:
        said = WORD.sub(lambda one: self.texts.get(one[1], usual(one[1])), found.group())
        return json.dumps(said, ensure_ascii=False)

    def lay(self, root: Path) -> None:
        """Write `bases/` below a project, with its photograph."""
        bases = root / "bases"
        for name in FILES:
            path = bases / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(self.file(name), encoding="utf-8", newline="\n")
        (bases / BASE).mkdir()
        picture = f"{self.texts.get('Photo.file', USUAL['Photo.file'])}.jpg"
        Image.new("RGB", (900, 600), "#17606B").save(bases / BASE / picture)


def in_chinese(text: str, shape: Shape) -> str:
    """A file with the Chinese names of its keys, wherever the name leaves no doubt."""
    titles = dict(_titles(shape))
    return re.sub(
        r"(?m)(^|(?<=[{ ]))([a-z_]+)(?=: |:$)",
        lambda found: titles.get(found[2], found[2]),
        text,
    )


def _titles(shape: Shape, seen: frozenset[int] = frozenset()) -> list[tuple[str, str]]:
    if id(shape) in seen:
        return []
    found = [(slot.key, slot.title) for slot in shape.slots.values()]
    below = [slot.below for slot in shape.slots.values()] + [shape.each]
    for one in below:
        if one is not None:
            found += _titles(one, seen | {id(shape)})
    names: dict[str, set[str]] = {}
    for key, title in found:
        names.setdefault(key, set()).add(title)
    return [
        (key, title) for key, several in names.items() if len(several) == 1 for title in several
    ]
