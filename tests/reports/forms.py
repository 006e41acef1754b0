"""Every form by its name, and what each of them should say."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from showcase.diagnostics import Diagnostic
from showcase.messages import Language
from showcase.reports import comment, data, github, gitlab, page, terminal
from showcase.reports.entry import entry
from showcase.reports.report import Report, report_of
from tests.reports.readers import Fact


def _text(report: Report) -> str:
    return terminal.checked(report, everything=True)


def _comment(report: Report) -> str:
    return comment.comment(report, everything=True)


FORMS: dict[str, Callable[[Report], str]] = {
    "text": _text,
    "json": data.document,
    "github": github.workflow_commands,
    "gitlab": gitlab.artefact,
    "html": page.page,
    "comment": _comment,
}


def made(form: str, told: Sequence[Diagnostic], language: Language = Language.CHINESE) -> str:
    """The diagnostics in one form."""
    return FORMS[form](report_of(told, 3, language))


def in_its_order(form: str, told: Sequence[Diagnostic]) -> list[Diagnostic]:
    """The diagnostics as a form lists them."""
    if form == "comment":
        return sorted(told, key=lambda one: one.level)
    return sorted(told, key=lambda one: form == "html" and entry(one).is_advice)


def expected(
    form: str, told: Sequence[Diagnostic], language: Language = Language.CHINESE
) -> list[Fact]:
    """What should be read out of a form. Programs get lines as they are, people as they can see them; the
    page has its advice last, the comment the worst first."""
    facts = []
    for one in in_its_order(form, told):
        said = entry(one, language)
        raw = form == "json" and one.better
        file = one.place.file if form in ("json", "gitlab") else said.file
        remedy = one.better if raw else said.remedy
        facts.append(Fact(one.code, file, one.place.line, said.what, remedy))
    return facts
