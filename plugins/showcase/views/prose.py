"""What turns Markdown of staff into safe HTML, as the views see it."""

from __future__ import annotations

from collections.abc import Callable

from ..markup import Html

Prose = Callable[[str], Html]
