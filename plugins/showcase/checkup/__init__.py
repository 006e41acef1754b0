"""体检: what material a base still lacks, and what its page gains by each piece of it.

Everything here is about the record, never about the organisation: nothing is scored, bases are not held
against each other, and what is asked for is material, never text.
"""

from .examining import examine
from .findings import Checkup, Count, Examined, Finding, Outlook
from .matters import WEIGHTS, Matter, Weight
from .steps import Step, foremost

__all__ = [
    "WEIGHTS",
    "Checkup",
    "Count",
    "Examined",
    "Finding",
    "Matter",
    "Outlook",
    "Step",
    "Weight",
    "examine",
    "foremost",
]
