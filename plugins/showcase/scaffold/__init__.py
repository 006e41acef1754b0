"""Writing for staff: a new base's file, a new activity in a file that is there, and what to ask for them."""

from .answers import Answer, answered, answered_activity
from .base_file import scaffold
from .finding import Option, Search, search
from .insertion import Refusal, with_activity
from .writing import Written

__all__ = [
    "Answer",
    "Option",
    "Refusal",
    "Search",
    "Written",
    "answered",
    "answered_activity",
    "scaffold",
    "search",
    "with_activity",
]
