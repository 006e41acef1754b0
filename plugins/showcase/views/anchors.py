"""The anchors that we give ourselves, apart from those that staff give their claims."""

from __future__ import annotations


def checklist_anchor(standard: str) -> str:
    """Where the checklist of a standard stands on a base's profile."""
    return f"standard-{standard}"


def criterion_anchor(standard: str, number: int) -> str:
    """Where a criterion, counted from 1, stands on a base's profile."""
    return f"standard-{standard}-{number}"


def tie_anchor(standard: str) -> str:
    """Where it is said why a standard applies to a base."""
    return f"standard-{standard}-tie"
