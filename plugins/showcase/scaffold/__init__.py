"""Writing for staff: a new base's file, and what to ask for that and for a new activity."""

from .answers import Answer, answered, answered_activity
from .base_file import scaffold
from .finding import Option, Search, search
from .writing import Written

__all__ = [
    "Answer",
    "Option",
    "Search",
    "Written",
    "answered",
    "answered_activity",
    "scaffold",
    "search",
]
