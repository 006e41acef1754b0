"""Coordinates lie in China, and in the right order.

Passes: ``{lng: 120.1, lat: 30.2}``. Fails: the two exchanged. Warned of: a place outside of the box that
holds all of China's land and islands (73–136° east, 3–54° north).
"""

from __future__ import annotations

from collections.abc import Iterator

from ..catalogue import Catalogue
from ..diagnostics import Diagnostic, Level

_EAST = (73.0, 136.0)
_NORTH = (3.0, 54.0)


def check(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Report coordinates that lead elsewhere."""
    for record in catalogue.bases.values():
        place = record.content.coordinates
        if place is None or (_within(place.lng, _EAST) and _within(place.lat, _NORTH)):
            continue
        lng, lat = f"{place.lng:g}", f"{place.lat:g}"
        if _within(place.lat, _EAST) and _within(place.lng, _NORTH):
            yield record.fault("coordinates-swapped", ("coordinates", "lng"), lng=lng, lat=lat)
        else:
            path = ("coordinates", "lat" if _within(place.lng, _EAST) else "lng")
            yield record.fault("outside-china", path, Level.WARNING, lng=lng, lat=lat)


def _within(degrees: float, bounds: tuple[float, float]) -> bool:
    return bounds[0] <= degrees <= bounds[1]
