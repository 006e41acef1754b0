"""All forms say the same of every case: code, file, line, what is wrong, and what should stand there."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from showcase import messages
from showcase.diagnostics import DROPPED, Diagnostic, Edit, Fix, Level, Place
from showcase.messages import WORDINGS, Language
from showcase.reports import data, gitlab
from showcase.reports.entry import entry
from showcase.reports.report import report_of
from showcase.rules.nearness import hint
from showcase.views.shells import overlay
from tests.cases.story import Story, stories
from tests.reports.forms import FORMS, expected, made
from tests.reports.readers import READERS

PLACE = Place("bases/yunqiao.yml", 2, 5)


@pytest.mark.parametrize("story", stories(), ids=lambda story: story.folder.name)
def test_every_form_says_the_same_of_every_case(story: Story, tmp_path: Path) -> None:
    told = story.read(tmp_path).diagnostics
    for language in Language:
        for form in FORMS:
            read = READERS[form](made(form, told, language))
            assert read == expected(form, told, language), (form, language)
    stopping = [one for one in told if one.level is Level.ERROR]
    over = overlay(told, last_good=True)
    assert [(one.code, one.place, one.what, one.better or (one.mend,)) for one in over.problems] == [
        (one.code, f"{one.place.file} 第{one.place.line}行第{one.place.column}列", entry(one).what, entry(one).remedy)
        for one in stopping
    ] if over else stopping == []  # fmt: skip


@pytest.mark.parametrize("code", WORDINGS)
def test_every_code_is_told_in_english(code: str) -> None:
    wording = WORDINGS[code]
    for sentence in (wording.what_english, wording.mend_english):
        assert sentence.endswith((".", "?")), sentence
        assert not re.search("[，。：；？、]", sentence), sentence
        assert re.search("[A-Za-z]{3}", sentence), sentence


def test_the_overlay_counts_what_stops_nothing() -> None:
    error, warning, note = (Diagnostic("blank", level, PLACE) for level in Level)
    over = overlay([error, warning, note, note], last_good=True)
    assert over is not None
    assert len(over.problems) == 1
    assert over.rest == "另有1处提醒、2处说明，不影响生成，运行 check 能看到。"
    assert overlay([warning, note], last_good=True) is None
    alone = overlay([error], last_good=False)
    assert alone is not None
    assert alone.rest == ""


def test_english_names_the_way_by_its_keys() -> None:
    one = Diagnostic(
        "bad-date", Level.ERROR, PLACE, "活动 第2条·日期", {"written": "去年"},
        path=("activities", 1, "date"),
    )  # fmt: skip
    assert entry(one, Language.ENGLISH).field == "activities item 2 · date"
    assert entry(one).field == "活动 第2条·日期"
    assert entry(one, Language.ENGLISH).what == 'The date "去年" cannot be read.'


def test_english_puts_lists_and_guesses_into_english() -> None:
    known = Diagnostic(
        "unknown-motif", Level.ERROR, PLACE, values={"written": "甲、乙", "known": "弧、葵"}
    )
    assert messages.what(known, Language.ENGLISH) == 'There is no motif "甲、乙".'
    assert messages.mend(known, Language.ENGLISH) == "There are: 弧, 葵."
    near = {"id": "yunqiao-brnad", "near": hint("yunqiao-brnad", ["yunqiao-brand"])}
    guessed = Diagnostic("unknown-base", Level.ERROR, PLACE, values=near)
    assert messages.mend(guessed, Language.ENGLISH) == (
        'Write the file name of a base, without .yml (perhaps "yunqiao-brand").'
    )


def test_json_has_the_shape_that_was_promised() -> None:
    line = "name：云桥"
    fixed = Diagnostic(
        "fullwidth-colon", Level.ERROR, PLACE, "名称", text=line, path=("name",),
        fix=Fix((Edit(2, 5, 6, ": "), Edit(3, 1, 4, DROPPED)), safe=True),
    )  # fmt: skip
    unsure = Diagnostic("blank", Level.NOTE, Place("bases/a.yml"))
    read = json.loads(data.document(report_of([fixed, unsure], 7)))
    assert read == {
        "version": 1,
        "language": "zh",
        "summary": {"files": 7, "errors": 1, "warnings": 0, "notes": 1, "mendable": 1},
        "diagnostics": [
            {
                "code": "fullwidth-colon",
                "level": "error",
                "file": "bases/yunqiao.yml",
                "line": 2,
                "column": 5,
                "width": 1,
                "field": "名称",
                "path": ["name"],
                "what": "键后面用了中文冒号“：”。",
                "mend": "换成英文冒号加一个空格“: ”。",
                "text": line,
                "better": ["name: 云桥"],
                "fix": {
                    "safe": True,
                    "edits": [
                        {"line": 2, "start": 5, "end": 6, "new": ": "},
                        {"line": 3, "start": 1, "end": 4, "new": None},
                    ],
                },
            },
            {
                "code": "blank",
                "level": "note",
                "file": "bases/a.yml",
                "line": 1,
                "column": 1,
                "width": 1,
                "field": "",
                "path": [],
                "what": "这里是空的。",
                "mend": "写上内容，或者删掉这一行。",
                "text": "",
                "better": [],
                "fix": None,
            },
        ],
    }


def test_a_finding_keeps_its_fingerprint_when_lines_above_it_grow() -> None:
    def fingerprints(*told: Diagnostic) -> list[str]:
        return [one["fingerprint"] for one in json.loads(gitlab.artefact(report_of(told, 1)))]

    here = Diagnostic("blank", Level.ERROR, Place("bases/a.yml", 3, 1), text="summary:")
    lower = Diagnostic("blank", Level.ERROR, Place("bases/a.yml", 9, 1), text="summary:")
    other = Diagnostic("blank", Level.ERROR, Place("bases/b.yml", 3, 1), text="summary:")
    assert fingerprints(here) == fingerprints(lower)
    assert fingerprints(here) != fingerprints(other)
    assert len({*fingerprints(here, lower, other)}) == 3
