"""Evidence exists before a tick counts.

Passes: ``evidence: [opening]`` with an activity of that id. Fails: an id that nothing in the file has; an
inline statement without text or source. Noted: 达标 without evidence, shown as 待佐证.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..catalogue import Catalogue
from ..diagnostics import Diagnostic, Level
from ..judgement import supports, things
from ..model import Status
from .nearness import guess


def check(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Report evidence that leads nowhere, and ticks that rest on nothing."""
    for record in catalogue.bases.values():
        if not record.content.standards:
            continue
        within = things(record.content)
        for identity, assessment in record.content.standards.items():
            for number, answer in enumerate(assessment.answers):
                path = ("standards", identity, "answers", number)
                sound = told = False
                for index, one in enumerate(answer.evidence):
                    way = (*path, "evidence", index)
                    if one.ref is not None and one.ref not in within:
                        near = guess(one.ref, within)
                        told = True
                        yield record.fault("unknown-evidence", way, id=one.ref, **near)
                    elif one.ref is None and (one.text is None or one.source is None):
                        told = True
                        yield record.fault("evidence-incomplete", way)
                    else:
                        sound = sound or supports(within[one.ref] if one.ref else one)
                if answer.status in (Status.met, Status.partly) and not (sound or told):
                    yield record.fault("met-without-evidence", (*path, "status"), Level.NOTE)
