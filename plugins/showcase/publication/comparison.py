"""Two texts side by side in one run: what went 〔删：…〕 and what came 〔增：…〕, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

_SENTENCE = re.compile(r"[^。！？；\n]*(?:[。！？；]+[”’」）]*|\n+|$)")
_CHARACTER = re.compile(r"[0-9A-Za-z.,%]+|.", re.DOTALL)
_ALIKE = 0.4
"""Below this, two sentences are told as one gone and one come, not letter by letter."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text: `same`, `gone` or `come`."""

    text: str
    how: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that changed: its number in the newer text (or the older, where it is gone), and its runs."""

    number: int
    runs: tuple[Run, ...]


def likeness(before: str, after: str) -> float:
    """How alike two texts are, from 0 to 1."""
    return SequenceMatcher(None, before, after, autojunk=False).ratio()


def sentences_of(text: str) -> list[str]:
    """A text cut after each sentence, nothing lost."""
    return [one for one in _SENTENCE.findall(text) if one]


def compare(before: str, after: str) -> tuple[Sentence, ...]:
    """The sentences that differ. Nothing for two texts that are the same."""
    old, new = sentences_of(before), sentences_of(after)
    found: list[Sentence] = []
    for how, i, i_end, j, j_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if how == "equal":
            continue
        both = min(i_end - i, j_end - j)
        found += [
            Sentence(j + step + 1, tuple(_letters(old[i + step], new[j + step])))
            for step in range(both)
        ]
        found += [
            Sentence(number + 1, (Run(old[number], "gone"),)) for number in range(i + both, i_end)
        ]
        found += [
            Sentence(number + 1, (Run(new[number], "come"),)) for number in range(j + both, j_end)
        ]
    return tuple(found)


def inline(before: str, after: str) -> str:
    """The difference in one line of text; the sentence is numbered where there are several."""
    several = max(len(sentences_of(before)), len(sentences_of(after))) > 1
    return "".join(
        (f"第{one.number}句：" if several else "") + "".join(map(_marked, one.runs))
        for one in compare(before, after)
    )


def _marked(run: Run) -> str:
    word = {"gone": "删", "come": "增"}.get(run.how)
    shown = run.text.replace("\n", "⏎")
    return f"〔{word}：{shown}〕" if word else shown


def _letters(before: str, after: str) -> Iterator[Run]:
    """Two sentences compared by characters; a number or a Latin word counts as one."""
    if likeness(before, after) < _ALIKE:
        yield from (Run(text, how) for text, how in ((before, "gone"), (after, "come")) if text)
        return
    old, new = _CHARACTER.findall(before), _CHARACTER.findall(after)
    for how, i, i_end, j, j_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if how == "equal":
            yield Run("".join(old[i:i_end]), "same")
            continue
        if i < i_end:
            yield Run("".join(old[i:i_end]), "gone")
        if j < j_end:
            yield Run("".join(new[j:j_end]), "come")


def marked(before: str, after: str) -> tuple[Run, ...]:
    """The whole of two texts in one run, what is the same included."""
    if before == after:
        return (Run(after, "same"),) if after else ()
    old, new = sentences_of(before), sentences_of(after)
    found: list[Run] = []
    for how, i, i_end, j, j_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if how == "equal":
            found.append(Run("".join(new[j:j_end]), "same"))
            continue
        both = min(i_end - i, j_end - j)
        for step in range(both):
            found += _letters(old[i + step], new[j + step])
        found += [Run(one, "gone") for one in old[i + both : i_end]]
        found += [Run(one, "come") for one in new[j + both : j_end]]
    return tuple(found)
