"""The checkup as a terminal and as a program read it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..catalogue import Catalogue
from ..diagnostics import Diagnostic, errors
from ..reports.visible import cells
from .findings import Checkup, Examined, Finding
from .matters import WEIGHTS
from .steps import Step, foremost
from .wording import (
    NOT_AN_ASSESSMENT,
    ask_of,
    effect_of,
    outlook_of,
    places_of,
    typed_of,
)

NAMED = 4
"""Bases named beside a step that many share."""
_ENDINGS = (".yml", ".yaml")


def unread(catalogue: Catalogue, diagnostics: Iterable[Diagnostic]) -> tuple[str, ...]:
    """The files with an error of which nothing was left to look at."""
    read = {record.file for record in catalogue.records}
    files = {one.place.file for one in errors(diagnostics)} - read
    return tuple(sorted(file for file in files if file.lower().endswith(_ENDINGS)))


def overview(checkup: Checkup, left_out: Sequence[str]) -> Iterator[str]:
    """All bases in short: how much of what is lacking, and the steps that change most."""
    day = f"（照{checkup.as_of.prose}看）" if checkup.as_of else ""
    yield f"体检报告{day}：{len(checkup.bases)}个基地"
    yield NOT_AN_ASSESSMENT
    yield from _left_out(left_out)
    yield ""
    yield from _table(checkup)
    yield ""
    yield "最见效的几步："
    names = {base.id: base.name for base in checkup.bases}
    for number, step in enumerate(foremost(checkup), 1):
        yield ""
        yield from _step(number, step.first, _where(step, names))
    yield ""
    yield "看一个基地还差什么，在后面写它的编号，例如 checkup yunqiao。"


def named(chosen: Iterable[Examined], left_out: Sequence[str]) -> Iterator[str]:
    """Some bases in full: what each lacks, where, and what to type."""
    yield NOT_AN_ASSESSMENT
    yield from _left_out(left_out)
    for base in chosen:
        yield ""
        yield f"{base.name}（{base.file}）：还差{len(base.findings)}样"
        yield from (outlook_of(one) for one in base.outlooks)
        for number, one in enumerate(base.findings, 1):
            yield ""
            yield from _step(number, one, places_of(one))


def _left_out(files: Sequence[str]) -> Iterator[str]:
    if files:
        yield f"有错误、没有看的文件：{'、'.join(files)}。先用 check 看怎么改。"


def _table(checkup: Checkup) -> Iterator[str]:
    rows = [("差什么", "处", "基地")]
    rows += [(one.matter.value, str(one.places), str(one.bases)) for one in checkup.counts]
    widest = [max(map(cells, column)) for column in zip(*rows, strict=True)]
    for first, second, third in rows:
        yield (
            f"  {first}{' ' * (widest[0] - cells(first))}"
            f"  {' ' * (widest[1] - cells(second))}{second}"
            f"  {' ' * (widest[2] - cells(third))}{third}"
        )


def _where(step: Step, names: Mapping[str, str]) -> str:
    """The place of a step of one base; of several, their names."""
    if len(step.findings) == 1:
        return f"{names[step.first.base]}，{places_of(step.first)}"
    told = list(dict.fromkeys(one.base for one in step.findings))
    more = f"等{len(told)}个" if len(told) > NAMED else ""
    return "、".join(names[one] for one in told[:NAMED]) + more


def _step(number: int, one: Finding, place: str) -> Iterator[str]:
    margin = " " * 4
    yield f"{number:>2}. {effect_of(one)}"
    yield f"{margin}{place}"
    yield f"{margin}{ask_of(one)}"
    yield from (f"{margin}    {line}" for line in typed_of(one))


def data_of(
    checkup: Checkup, chosen: Sequence[Examined], left_out: Sequence[str]
) -> dict[str, object]:
    """The same for programs: keys are permanent, sentences are not."""
    return {
        "as_of": checkup.as_of.iso if checkup.as_of else None,
        "note": NOT_AN_ASSESSMENT,
        "not_read": list(left_out),
        "counts": [
            {"matter": one.matter.name, "title": one.matter.value, "places": one.places,
             "bases": one.bases, "reason": WEIGHTS[one.matter].reason}
            for one in checkup.counts
        ],
        "steps": [
            {**_data(step.first), "bases": list(dict.fromkeys(one.base for one in step.findings))}
            for step in foremost(checkup)
        ],
        "bases": [
            {"id": base.id, "name": base.name, "file": base.file, "lacking": len(base.findings),
             "outlooks": [outlook_of(one) for one in base.outlooks],
             "findings": [_data(one) for one in base.findings]}
            for base in chosen
        ],
    }  # fmt: skip


def _data(one: Finding) -> dict[str, object]:
    return {
        "matter": one.matter.name,
        "code": one.code,
        "base": one.base,
        "file": one.file,
        "lines": list(one.lines),
        "effect": effect_of(one),
        "ask": ask_of(one),
        "type": list(typed_of(one)),
    }
