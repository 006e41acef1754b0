"""Diagrams: what a standard is made of, laid out as a tree or as a path of steps.

Pure functions from names to places on a sheet: no disk, no Jinja, no clock; the same names give the same drawing.
What comes out is primitives in whole units, which a page, a kiosk or a booklet prints as SVG from one macro.
"""

from showcase.diagrams.diagram import DRAWN_AT_MOST, diagram_of
from showcase.diagrams.drawing import Box, Drawing, Kind, Label, Line, Node, Part, Text, Words
from showcase.diagrams.lettering import em_width, wrapped
from showcase.diagrams.spec import TALL, WIDE, Branch, Format, Leaf, Spec

__all__ = [
    "DRAWN_AT_MOST",
    "TALL",
    "WIDE",
    "Box",
    "Branch",
    "Drawing",
    "Format",
    "Kind",
    "Label",
    "Leaf",
    "Line",
    "Node",
    "Part",
    "Spec",
    "Text",
    "Words",
    "diagram_of",
    "em_width",
    "wrapped",
]
