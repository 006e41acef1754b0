"""Where an FTP host is, as typed: `ftp://user@host/path`. A password has no place in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

PORT = 21


class AddressError(ValueError):
    """What was typed is no such address; the argument names a sentence."""


@dataclass(frozen=True, slots=True)
class FtpAddress:
    """`path` is relative to the folder that the user lands in, and absolute with a slash in front."""

    user: str
    host: str
    port: int
    path: str
    encrypted: bool

    def __str__(self) -> str:
        """For people, and to tell one target from another: never anything secret."""
        scheme = "ftps" if self.encrypted else "ftp"
        port = "" if self.port == PORT else f":{self.port}"
        return f"{scheme}://{self.user}@{self.host}{port}/{self.path}"


def is_ftp(typed: str) -> bool:
    """Whether this is meant as such an address, and not as a folder."""
    return re.match(r"ftps?:/", typed, re.IGNORECASE) is not None


def parse(typed: str) -> FtpAddress:
    """Read an address. Raises AddressError: `password` for one that holds a password, `address` otherwise.

    Of the path, `%2F` at the beginning is the root of the host (RFC 1738, section 3.2.2).
    """
    try:
        parts = urlsplit(typed)
        port = parts.port or PORT
    except ValueError:
        raise AddressError("address") from None
    if parts.password is not None:
        raise AddressError("password")
    user, path = unquote(parts.username or ""), unquote(parts.path[1:]).rstrip("/")
    odd = parts.query or parts.fragment or ".." in path.split("/")
    if not user or not parts.hostname or odd or re.search(r"[\x00-\x1f]", user + path):
        raise AddressError("address")
    return FtpAddress(user, parts.hostname, port, path, parts.scheme.lower() == "ftps")
