"""Putting a finished site in the place of the old one: whole, or not at all. The old one is kept.

Beside a site `site` lies `.site.past`: the lock, the sites shown before (each under a number), and, while
one is made, the new one. Whatever is killed when, the site is the old one or the new one, whole; the next
build or rollback puts the rest in order. A power cut is another matter: everything is handed to the disk
before the switch, so that with a disk that keeps its word the same holds; one that lies about having
written can still lose a file, which `rollback` notices and `build` mends.
"""

from . import sites
from .lock import BusyError
from .past import KEPT, Past
from .sites import may_replace
from .switch import ForeignError, NotKeptError, Shown, build_and_switch, forget, put_back

__all__ = [
    "KEPT",
    "BusyError",
    "ForeignError",
    "NotKeptError",
    "Past",
    "Shown",
    "build_and_switch",
    "forget",
    "may_replace",
    "put_back",
    "sites",
]
