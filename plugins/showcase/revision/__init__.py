"""Changing values in a file that staff wrote: comments, order, quotes and every other byte stay."""

from .change import Add, Change, Drop, Item, Put, Value, Way
from .outcome import Reason, Refusal, Revision
from .revising import revised

__all__ = [
    "Add",
    "Change",
    "Drop",
    "Item",
    "Put",
    "Reason",
    "Refusal",
    "Revision",
    "Value",
    "Way",
    "revised",
]
