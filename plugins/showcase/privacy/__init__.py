"""Personal data in a text: found without being told where to look, and masked before anyone repeats it."""

from .finding import Finding, Kind, find
from .masking import mask, masked, plain

__all__ = ["Finding", "Kind", "find", "mask", "masked", "plain"]
