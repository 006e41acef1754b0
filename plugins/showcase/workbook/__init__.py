"""The content as a workbook that staff edit in Excel or WPS, and back again."""

from .drafts import Alteration
from .faults import CellFault, Spot, UnreadableWorkbookError
from .opening import Wish, proposed
from .proposal import Proposal, things
from .tables import Tables, tables
from .trying import Tried, tried, write
from .writing import workbook

__all__ = [
    "Alteration",
    "CellFault",
    "Proposal",
    "Spot",
    "Tables",
    "Tried",
    "UnreadableWorkbookError",
    "Wish",
    "proposed",
    "tables",
    "things",
    "tried",
    "workbook",
    "write",
]
