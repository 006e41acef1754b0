"""The content model: the one place where a field's key, Chinese name, help, example and rule stand.

Each field's `title` is its Chinese key, `description` the help and `examples[0]` the example that the
scaffold, the JSON Schema and the field reference show.
"""

from .base import Activity, Answer, Assessment, Base, Evidence, Honour, Photo, Stat
from .choices import (
    ActivityType,
    Basis,
    Choice,
    Consent,
    Grade,
    Kind,
    Publication,
    Severity,
    Status,
    Sureness,
    Use,
)
from .claim import Claim, DatedClaim, Founding, Note, Statement
from .dates import PartialDate, Period
from .fields import Part
from .quantity import Hedge, Quantity, Run
from .reference import Glossary, Source, SourceList, Term
from .site import FrontPage, Site
from .standard import Criterion, Group, Standard
from .words import OfficialForm, Word, WordList

__all__ = [
    "Activity",
    "ActivityType",
    "Answer",
    "Assessment",
    "Base",
    "Basis",
    "Choice",
    "Claim",
    "Consent",
    "Criterion",
    "DatedClaim",
    "Evidence",
    "Founding",
    "FrontPage",
    "Glossary",
    "Grade",
    "Group",
    "Hedge",
    "Honour",
    "Kind",
    "Note",
    "OfficialForm",
    "Part",
    "PartialDate",
    "Period",
    "Photo",
    "Publication",
    "Quantity",
    "Run",
    "Severity",
    "Site",
    "Source",
    "SourceList",
    "Standard",
    "Stat",
    "Statement",
    "Status",
    "Sureness",
    "Term",
    "Use",
    "Word",
    "WordList",
]
