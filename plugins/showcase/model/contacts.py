"""How somebody is reached: telephone numbers, e-mail and web addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pydantic_core import PydanticCustomError

from ..links import Refusal, judged, within
from .habits import Custom
from .texts import plain_text

_SITE = re.compile(r"(?://)?(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}(?:[:/?#][^\s]*)?")
_EMAIL = re.compile(r"[^\s@<>()，、；;,]+@[A-Za-z0-9一-鿿-]+(?:\.[A-Za-z0-9一-鿿-]+)+")
_PHONE_SIGNS: dict[int, str] = {wide: chr(wide - 0xFEE0) for wide in range(0xFF08, 0xFF1A)}
_PHONE_SIGNS |= dict.fromkeys(map(ord, "–—−‐‑"), "-") | {0xFF0C: "，", 0x3000: " "}


def phone_form(written: str) -> str:
    """A telephone number in half-width signs, its area code before a hyphen."""
    text = written.strip().translate(_PHONE_SIGNS)
    return re.sub(r"\((0\d{2,3})\)\s*-?", r"\1-", text)


def phone(value: Any) -> Any:
    """One telephone number or several, in one line."""
    text = phone_form(plain_text(value))
    if not re.search("[0-9]", text):
        raise PydanticCustomError("bad-phone", "bad phone", {"written": text})
    return text


def phone_customs(written: str) -> Iterator[Custom]:
    """What is to be said of how a telephone number is written."""
    if (better := phone_form(written)) != written.strip():
        yield Custom("phone-form", better, {"written": written.strip()})


def email(value: Any) -> Any:
    """An e-mail address: a name, one @, a domain."""
    text = plain_text(value)
    if not _EMAIL.fullmatch(text):
        raise PydanticCustomError("bad-email", "bad e-mail", {"written": text})
    return text


def url(value: Any) -> Any:
    """An address that a page may link to, its scheme in small letters."""
    text = plain_text(value)
    found = judged(text)
    if found is Refusal.ACCOUNT:
        raise PydanticCustomError("url-with-account", "url with account", {"written": text})
    if found is Refusal.HOST:
        raise PydanticCustomError("url-strange-letters", "strange letters", {"written": text})
    if isinstance(found, Refusal) or within(text) is not None or re.search(r"\s", text):
        if _SITE.fullmatch(text):
            better = "https://" + text.removeprefix("//")
            values = {"written": text, "better": better}
            raise PydanticCustomError("url-without-scheme", "url without scheme", values)
        raise PydanticCustomError("bad-url", "bad url", {"written": text})
    return found
