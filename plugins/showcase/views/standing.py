"""How a base stands to the criteria of a standard, in marks, counts and plain sentences."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..judgement import Standing, Verdict
from ..model import Assessment, PartialDate, Standard
from .parts import Mark, StandingTally

SYMBOLS = {
    Standing.met: "met",
    Standing.partly: "partly",
    Standing.wanting: "wanting",
    Standing.stale: "stale",
    Standing.unmet: "unmet",
    Standing.pending: "open",
    Standing.unanswered: "open",
}
LEGEND = (
    Mark("met", "达标，有佐证"),
    Mark("partly", "部分达标"),
    Mark("wanting", "达标，待佐证"),
    Mark("stale", "佐证待更新"),
    Mark("unmet", "未达标"),
    Mark("open", "未对照或待核"),
)
MET = "达标且有佐证"
_UNSETTLED = (Standing.wanting, Standing.stale, Standing.pending, Standing.unanswered)


def mark_of(verdict: Verdict) -> Mark:
    """The sign of a standing, with its word."""
    return Mark(SYMBOLS[verdict.standing], verdict.standing.value)


def words_of(verdict: Verdict, unit: str) -> str:
    """达标·1条: the standing, and how many pieces of evidence where there are any."""
    count = len(verdict.evidence)
    return f"{verdict.standing.value}·{count}{unit}" if count else verdict.standing.value


def met_of(verdicts: Sequence[Verdict]) -> int:
    """How many criteria are 达标 with evidence."""
    return sum(one.counts for one in verdicts)


def sum_of(verdicts: Sequence[Verdict]) -> str:
    """2／6项达标且有佐证: never without how many there are."""
    return f"{met_of(verdicts)}／{len(verdicts)}项{MET}"


def tallies_of(
    verdicts: Sequence[Verdict], path: Callable[[Verdict], str]
) -> tuple[StandingTally, ...]:
    """How many criteria have each standing, those that none has left out; `path` leads to the first of them."""
    found: dict[Standing, list[Verdict]] = {}
    for one in verdicts:
        found.setdefault(one.standing, []).append(one)
    return tuple(
        StandingTally(
            Mark(SYMBOLS[standing], MET if standing is Standing.met else standing.value),
            f"{len(found[standing])}项",
            path(found[standing][0]),
        )
        for standing in Standing
        if standing in found
    )


def open_of(verdicts: Sequence[Verdict]) -> str:
    """How much is missing until every criterion has an answer that stands; nothing where nothing is.

    未达标 and 部分达标 are answers. Criteria that may be missing do not count.
    """
    count = sum(one.standing in _UNSETTLED for one in verdicts if one.criterion.required)
    return f"还差{count}项才对照完整。" if count else ""


def lacking(verdict: Verdict, assessment: Assessment, standard: Standard) -> str:
    """What keeps an answer from counting, in a sentence; nothing where evidence is not the reason."""
    if verdict.standing is Standing.wanting:
        return "已填报，缺佐证，暂不计入。"
    if verdict.standing is Standing.stale:
        reason = lacking_briefly(verdict, assessment, standard)
        return f"{reason}，过了{standard.evidence_valid_months}个月的有效期，暂不计入。"
    return ""


def lacking_briefly(verdict: Verdict, assessment: Assessment, standard: Standard) -> str:
    """The same in a few words: 缺佐证, 佐证早于2024年6月."""
    if verdict.standing is Standing.wanting:
        return "缺佐证"
    if verdict.standing is Standing.stale and assessment.date and standard.evidence_valid_months:
        return f"佐证早于{_since(assessment.date, standard.evidence_valid_months)}"
    return ""


def _since(at: PartialDate, months: int) -> str:
    """The first month of which evidence was still fresh: an unknown month is read to the evidence's advantage."""
    month = (at.year or 0) * 12 + (at.month or 1) - 1 - months
    return f"{month // 12}年{month % 12 + 1}月"


def needed(verdict: Verdict) -> str:
    """What would prove the criterion, where the standard says so."""
    wanted = (verdict.criterion.evidence_needed or "").rstrip("。")
    return f"可用{wanted}佐证。" if wanted else ""
