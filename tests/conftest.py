"""What all tests share: the option that rewrites goldens, and how long Hypothesis may search."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

# The same examples on every machine and day; a longer search is asked for by name.
settings.register_profile("showcase", deadline=None, derandomize=True, max_examples=60)
settings.register_profile("thorough", deadline=None, max_examples=5000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "showcase"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer `--update-golden`."""
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write what was found into the goldens of tests/cases instead of comparing",
    )
