"""Invented numbers of persons, for tests: built by the rules that real ones are built by, and nobody's."""

from __future__ import annotations

import datetime

from hypothesis import strategies as st

WEIGHTS = [2 ** (17 - place) % 11 for place in range(17)]
"""GB 11643-1999 gives the weights as powers of two modulo 11."""
REGIONS = ["11", "15", "21", "31", "33", "37", "42", "46", "50", "54", "62", "65", "71", "81", "83"]
DIGITS = st.sampled_from("0123456789")


def check_of(first: str) -> str:
    """The check that makes the 18 signs sum to 1 modulo 11, as ISO 7064 MOD 11-2 asks."""
    total = sum(int(digit) * weight for digit, weight in zip(first, WEIGHTS, strict=True))
    check = (1 - total) % 11
    return "X" if check == 10 else str(check)


@st.composite
def citizens(draw: st.DrawFn) -> str:
    """A citizen number."""
    region = draw(st.sampled_from(REGIONS)) + draw(st.text(DIGITS, min_size=4, max_size=4))
    born = draw(st.dates(datetime.date(1900, 1, 1), datetime.date(2025, 12, 31)))
    first = f"{region}{born:%Y%m%d}" + draw(st.text(DIGITS, min_size=3, max_size=3))
    return first + check_of(first)


@st.composite
def mobiles(draw: st.DrawFn) -> str:
    """A mobile number."""
    return "1" + draw(st.sampled_from("3456789")) + draw(st.text(DIGITS, min_size=9, max_size=9))


def luhn_of(first: str) -> str:
    """The digit that Luhn's check wants behind these: tried, not worked out."""

    def total(number: str) -> int:
        doubled = (str(2 * int(digit)) for digit in number[-2::-2])
        return sum(int(digit) for digit in "".join(doubled)) + sum(map(int, number[-1::-2]))

    return next(digit for digit in "0123456789" if total(first + digit) % 10 == 0)
