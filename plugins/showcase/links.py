"""Where a link of staff may lead: pages of this site, http and https addresses, e-mail, telephone.

An address is judged as browsers read it (URL Standard, https://url.spec.whatwg.org/#url-parsing): blanks and
control signs at its ends and tabs and line breaks inside count for nothing, a backslash is a slash, and
``//elsewhere`` leaves the site.
"""

from __future__ import annotations

import re
from enum import Enum
from urllib.parse import quote

SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_UNHEARD = re.compile(r"[\t\n\r]")
_ENDS = "".join(map(chr, range(0x21)))
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\\\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
_AUTHORITY = re.compile(
    r"//(?P<account>[^/?#]*@)?(?P<host>\[[0-9A-Fa-f:.]+\]|[^/?#:@\[\]]+)(?::[0-9]+)?(?:[/?#]|$)"
)
_ORDINARY = re.compile(r"[A-Za-z0-9.:\[\]-]|[\u3400-\u4dbf\u4e00-\u9fff]")
_CALLED = re.compile(r"\+?[0-9().-]*[0-9][0-9().-]*")
_MAILED = re.compile(r"[^@?#]+@[^@?#]+")


class Refusal(Enum):
    """Why an address may not be linked to."""

    SCHEME = "leads to something else than a page, an e-mail or a telephone, or cannot be read"
    ACCOUNT = "carries a name or password, which would be published, and can pass for another site"
    HOST = "has letters in its host that are neither Latin nor Chinese and can pass for others"


def judged(address: str) -> str | Refusal:
    """The address as it may be linked to, its scheme in small letters; or why it may not be."""
    text = _UNHEARD.sub("", address.strip(_ENDS))
    found = _SCHEME.match(text)
    if _CONTROL.search(text):
        return Refusal.SCHEME
    if found is None:
        return Refusal.SCHEME if text.startswith("//") else text
    scheme, rest = found[1].lower(), text[found.end() :]
    if scheme in ("http", "https"):
        return _on_the_web(scheme, rest)
    called = scheme == "tel" and _CALLED.fullmatch(rest)
    mailed = scheme == "mailto" and _MAILED.fullmatch(rest.partition("?")[0])
    return f"{scheme}:{rest}" if called or mailed else Refusal.SCHEME


def _on_the_web(scheme: str, rest: str) -> str | Refusal:
    found = _AUTHORITY.match(rest)
    if found is None:
        return Refusal.SCHEME
    if found["account"]:
        return Refusal.ACCOUNT
    strange = _ORDINARY.sub("", found["host"])
    if strange:
        return Refusal.HOST if strange.isalpha() else Refusal.SCHEME
    return f"{scheme}:{rest}"


def within(address: str) -> str | None:
    """The address of something on this site, or nothing: what a page may load."""
    found = judged(address)
    return found if isinstance(found, str) and not _SCHEME.match(found) else None


def allowed(address: str) -> str | None:
    """The address as it may be linked to, or nothing."""
    found = judged(address)
    return found if isinstance(found, str) else None


def telephone(written: str) -> str:
    """What dials a number; empty where several numbers or words stand with it, for a person to read."""
    number = re.sub(r"[\s-]+", "-", written.strip())
    return f"tel:{number}" if _CALLED.fullmatch(number) else ""


def mail(written: str) -> str:
    """What writes to an e-mail address, and to nobody else."""
    return f"mailto:{quote(written, safe='@')}"
