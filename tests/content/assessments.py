"""The assessments: of which bases, compiled and not official, and a tick only on evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from showcase.model import Answer, Assessment, Base

from .dossier import Line
from .reading import Content
from .trace import Traced

DUE = {
    "xinxin-xiangyang": "six-haves",
    "haichuang-tiandi": "six-haves",
    "lexiang-xinshenghuo": "six-haves",
    "tongxinhui": "five-in-one",
    "kongmiao-jiaoyu-jidi": "four-functions",
    "toutiao-zhejiang": "four-functions",
    "xiaoyingxiang": "four-functions",
}
TICKS = {
    "xinxin-xiangyang": {"有阵地": "达标", "有成效": "达标"},
    "haichuang-tiandi": {},
    "lexiang-xinshenghuo": {},
    "tongxinhui": {
        "组织建设": "达标",
        "制度建设": "达标",
        "载体建设": "达标",
        "品牌建设": "达标",
    },
    "kongmiao-jiaoyu-jidi": {"联谊交友": "达标", "宣传交流": "部分达标"},
    "toutiao-zhejiang": {"联谊交友": "达标", "宣传交流": "部分达标"},
    "xiaoyingxiang": {"联谊交友": "达标", "宣传交流": "部分达标"},
}
"""All that was ticked by people who read the lines; to tick more, read them and write it here."""
TIES = {
    "six-haves": "chengyang/城阳样本/facts/9",
    "five-in-one": "hangzhou/同心荟/facts/3",
    "four-functions": "hangzhou/{name}/facts/1",
}
"""The line that ties a base to the standard."""


def findings(content: Content, items: Sequence[Traced]) -> Iterator[str]:
    lines = {(one.item.base, one.item.path): one.lines for one in items}
    for name, base in content.bases.items():
        due = [DUE[name]] if name in DUE else []
        if list(base.standards) != due:
            yield f"{name}: answers {list(base.standards)}, a fact ties it to {due}"
        things = {
            one.item.said.id: one.lines
            for one in items
            if one.item.base == name and getattr(one.item.said, "id", None)
        }
        for standard, assessment in base.standards.items():
            path = f"standards/{standard}"
            ties = [line.address for line in lines.get((name, f"{path}/tied_by"), ())]
            problems = [*_assessment(standard, assessment, content), *_tie(standard, base, ties)]
            ticks = {
                answer.criterion: answer.status.value
                for answer in assessment.answers
                if answer.status.value != "未对照"
            }
            if ticks != TICKS.get(name, {}):
                problems.append(f"ticks {ticks}")
            for answer in assessment.answers:
                rests_on = lines.get((name, f"{path}/{answer.criterion}"), ())
                wrong = _answer(answer, things, rests_on)
                problems += [f"{answer.criterion}: {one}" for one in wrong]
            yield from (f"{name} {path}: {problem}" for problem in problems)


def _tie(standard: str, base: Base, ties: Sequence[str]) -> Iterator[str]:
    due = TIES.get(standard, "").format(name=base.name)
    if list(ties) != [due]:
        yield f"tied by {ties}, not by {due}"


def _assessment(name: str, assessment: Assessment, content: Content) -> Iterator[str]:
    if name not in content.standards:
        yield "no such standard"
        return
    standard = content.standards[name]
    if standard.use.value != "对照" or standard.persons:
        yield "nobody answers this standard"
    if assessment.basis.value != "资料整理" or assessment.by:
        yield "the dossier holds no official assessment"
    if assessment.date is None or assessment.date.iso != "2026-11":
        yield "was compiled in 2026-11"
    answered = [answer.criterion for answer in assessment.answers]
    if answered != [one.name for one in standard.all_criteria]:
        yield f"answers {answered}"


def _answer(
    answer: Answer, stated: Mapping[str, tuple[Line, ...]], rests_on: tuple[Line, ...]
) -> Iterator[str]:
    status = answer.status.value
    if status not in {"达标", "部分达标", "未对照"}:
        yield f"{status} says more than silence does"
    if (status == "未对照") == bool(answer.evidence):
        yield f"{status} with {len(answer.evidence)} pieces of evidence"
    if not answer.note:
        yield "no word on why"
    for evidence in answer.evidence:
        if evidence.ref is None:
            yield "evidence is not a thing of the base, named by its id"
        elif evidence.ref not in stated:
            yield f"no evidence {evidence.ref}"
        elif not set(stated[evidence.ref][:1]) & set(rests_on):
            yield f"does not rest on what {evidence.ref} states"
