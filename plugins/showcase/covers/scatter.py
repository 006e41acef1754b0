"""Placing loose things so that none touches another: the best of many candidates."""

import math
from collections.abc import Iterable

Placed = tuple[float, float, float]  # x, y, radius


def freest(
    candidates: Iterable[tuple[float, float]], placed: list[Placed], radius: float
) -> Placed:
    """The candidate with the most air between it and all that is placed, as a placed thing.

    Plain rejection ("try again until nothing overlaps") failed in narrow ratios; taking the best
    always ends.  Raises ValueError when there is no candidate at all.
    """
    best: tuple[float, float] | None = None
    most_air = -math.inf
    for x, y in candidates:
        air = math.inf
        for other_x, other_y, other_radius in placed:
            gap = math.hypot(x - other_x, y - other_y) - other_radius
            if gap < air:
                air = gap
                if air <= most_air:
                    break
        if air > most_air:
            most_air, best = air, (x, y)
    if best is None:
        raise ValueError("no candidate to place")
    return (*best, radius)
