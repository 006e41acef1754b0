"""The numbers that belong to one person: how each is built, and how it is told from any other number.

Sources: GB 11643-1999 (citizen numbers: region, birth date, sequence, check by ISO 7064 MOD 11-2; the form of
15 digits before it has a year of two digits and no check); GB 32100-2015 (unified social credit codes, check
modulo 31); ISO/IEC 7812-1 (bank cards: Luhn's check, issuers' beginnings); mobile numbers have eleven digits
and begin with 13 to 19.
"""

from __future__ import annotations

import calendar
import re

_REGION = re.compile("1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]")
_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_ID_CHECKS = "10X98765432"
_CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_CREDIT_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
# UnionPay, the older cards of a few Chinese banks, Visa, Mastercard, JCB: beginning and lengths
_ISSUERS = (
    (re.compile("62"), (16, 17, 18, 19)),
    (re.compile("9558|6013"), (19,)),
    (re.compile("4"), (16, 19)),
    (re.compile("5[1-5]|2[2-7]|35"), (16,)),
)
_MOBILE = re.compile("1[3-9][0-9]{9}")


def is_citizen_number(number: str) -> bool:
    """Whether 17 digits and a check digit or X are a citizen number."""
    if not _REGION.match(number) or not _is_date(number[6:10], number[10:14]):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number[:17], _ID_WEIGHTS, strict=True))
    return _ID_CHECKS[total % 11] == number[17].upper()


def is_old_citizen_number(number: str) -> bool:
    """Whether 15 digits can be a citizen number of before 1999; other numbers can look so by chance."""
    known = _REGION.match(number) and number[2:4] != "00"
    return bool(known) and _is_date(f"19{number[6:8]}", number[8:12])


def is_bank_card(number: str) -> bool:
    """Whether 16 to 19 digits are the number of a bank card."""
    known = any(begins.match(number) and len(number) in lengths for begins, lengths in _ISSUERS)
    return known and _passes_luhn(number) and not is_credit_code(number)


def is_mobile(number: str) -> bool:
    """Whether the digits are a mobile number of China."""
    return _MOBILE.fullmatch(number) is not None


def is_credit_code(number: str) -> bool:
    """Whether 18 characters are the code of an organisation, which is public."""
    if len(number) != 18 or any(sign not in _CREDIT_ALPHABET for sign in number):
        return False
    values = [_CREDIT_ALPHABET.index(sign) for sign in number]
    total = sum(value * weight for value, weight in zip(values[:17], _CREDIT_WEIGHTS, strict=True))
    return -total % 31 == values[17]


def is_day(written: str) -> bool:
    """Whether eight digits are a day: 20230325."""
    return _is_date(written[:4], written[4:])


def _is_date(year: str, day: str) -> bool:
    month, number = int(day[:2]), int(day[2:])
    if year[:2] not in ("19", "20") or not 1 <= month <= 12:
        return False
    return 1 <= number <= calendar.monthrange(int(year), month)[1]


def _passes_luhn(number: str) -> bool:
    total = 0
    for place, digit in enumerate(reversed(number)):
        value = int(digit) * (2 if place % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0
