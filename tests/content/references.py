"""Standards, terms and documents against the dossier: equal, item by item and in order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from showcase.model import Criterion, Standard, Term

from .dossier import Dossier
from .reading import Content

_USES = {"checklist": "对照", "steps": "步骤", "structure": "架构", "principles": "理念"}


def findings(content: Content, dossier: Dossier) -> Iterator[str]:
    yield from _standards(content, dossier)
    yield from _differences("_terms", _written_terms(content), _due_terms(dossier))
    yield from _differences("_sources", _written_sources(content), dict(dossier.sources))


def _differences(where: str, ours: Mapping[str, Any], due: Mapping[str, Any]) -> Iterator[str]:
    for key in sorted({*ours, *due}):
        if ours.get(key) != due.get(key):
            yield f"{where}: {key} is {ours.get(key)}, the dossier has {due.get(key)}"


def _standards(content: Content, dossier: Dossier) -> Iterator[str]:
    due = {one["id"]: one for one in dossier.standards}
    yield from (
        f"{name}: no such standard in the dossier" for name in content.standards.keys() - due
    )
    yield from (f"{name}: standard missing" for name in due.keys() - content.standards)
    names = {base.name: name for name, base in content.bases.items()}
    for name in due.keys() & content.standards:
        standard = content.standards[name]
        yield from _differences(name, _written(standard), _due(due[name], names))
        letters = iter(standard.name)
        if standard.short and not all(letter in letters for letter in standard.short):
            yield f"{name}: {standard.short} is not cut from the name"


def _written(standard: Standard) -> dict[str, Any]:
    groups = {group.name: [_item(one) for one in group.criteria] for group in standard.groups}
    return _present(
        name=standard.name,
        coined=standard.coined,
        use=standard.use.value,
        scope=standard.scope,
        place=standard.place,
        when=standard.when.iso if standard.when else None,
        source=standard.source,
        at=standard.at,
        lead=standard.lead,
        note=standard.note,
        proposal=standard.proposal,
        persons=standard.persons,
        items=[_item(one) for one in standard.criteria],
        groups=list(groups.items()),
        paired=list(standard.paired),
        gives=list(standard.gives),
        shifts=list(standard.shifts),
        evidence_valid_months=standard.evidence_valid_months,
    )


def _item(one: Criterion) -> tuple[Any, ...]:
    return (one.name, one.required, one.base, one.explain, one.evidence_needed)


def _due(one: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    structure = one["use"] == "structure"

    def item(group: str, name: str) -> tuple[Any, ...]:
        optional = one["id"] == "three-plus-x" and group == "X"
        return (name, not optional, names.get(name) if structure else None, None, None)

    groups = [
        (group, [item(group, name) for name in members])
        for group, members in one.get("groups", {}).items()
    ]
    return _present(
        name=one["name"],
        coined=one.get("coined") == "true",
        use=_USES[one["use"]],
        scope=one.get("scope"),
        place=one.get("place"),
        when=one.get("when"),
        source=one["src"],
        lead=one.get("lead"),
        note=one.get("note"),
        proposal="学者主张" in one.get("note", ""),
        persons=one.get("scope") == "人选",
        items=[item("", name) for name in one.get("items", ())],
        groups=groups,
        paired=one.get("paired"),
        gives=one.get("gives"),
        shifts=one.get("shifts"),
    )


def _present(**fields: Any) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value}


def _written_terms(content: Content) -> dict[str, Any]:
    return {term.term: _term(term) for term in content.terms.terms}


def _term(term: Term) -> dict[str, Any]:
    return _present(
        text=term.text,
        items=list(term.items),
        date=term.date.iso if term.date else None,
        note=term.note,
        source=term.source,
        note_source=term.note_source,
        aliases=list(term.aliases),
    )


def _due_terms(dossier: Dossier) -> dict[str, Any]:
    return {
        one["term"]: _present(
            text=one.get("fact"),
            items=one["items"],
            date=one.get("when"),
            note=one.get("note"),
            source=one["src"],
            note_source="chengyang-report" if "城阳报道" in one.get("note", "") else None,
        )
        for one in dossier.terms
    }


def _written_sources(content: Content) -> dict[str, Any]:
    return {
        name: {
            field: value.iso if field == "published" else str(value)
            for field in type(source).model_fields
            if field != "short" and (value := getattr(source, field)) is not None
        }
        for name, source in content.sources.sources.items()
    }
