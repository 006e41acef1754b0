"""The hand that owns the display face: one bold Song weight, cut down to what a site prints."""

from showcase.fonts.cutting import cached_subset, missing, subset

__all__ = ["cached_subset", "missing", "subset"]
