"""What the home page brings forward exists.

Passes: ``scroll: [yunqiao]`` with that base. Fails: ids nobody has, figures that no base states.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..catalogue import Catalogue
from ..diagnostics import Diagnostic
from .nearness import guess


def check(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Report choices of the home page that lead nowhere."""
    site = catalogue.site
    home = site.content.home
    for key, chosen in (("scroll", home.scroll), ("featured", home.featured)):
        for index, identity in enumerate(chosen):
            if identity not in catalogue.bases.keys() | catalogue.unread:
                near = guess(identity, catalogue.bases)
                yield site.fault("unknown-base", ("home", key, index), id=identity, **near)
    figures = {
        f"{identity}/{stat.id}"
        for identity, record in catalogue.bases.items()
        for stat in record.content.stats
        if stat.id
    }
    for index, written in enumerate(home.figures):
        if written not in figures and written.partition("/")[0] not in catalogue.unread:
            near = guess(written, figures)
            yield site.fault("unknown-figure", ("home", "figures", index), id=written, **near)
    for index, identity in enumerate(home.standards):
        if identity not in catalogue.standards.keys() | catalogue.unread:
            near = guess(identity, catalogue.standards)
            yield site.fault("unknown-standard", ("home", "standards", index), id=identity, **near)
