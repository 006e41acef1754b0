"""Names of assets that tell their content: `assets/shell.css` is published as `assets/shell.0123456789ab.css`.

A file under such a name never changes: it may be kept for good by browsers, and laid into a live folder before
the pages that ask for it, beside those that the old pages ask for.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

FOLDER = "assets/"
DIGITS = 12
"""Hexadecimal digits of the SHA-256 in a name: 48 bits, among some ten files of one name."""
_ADDRESS = re.compile(r'(?<=url\(")[^"]*(?="\))')
_ANY_ADDRESS = re.compile(r"url\(|@import|image-set\(|src\(")


class AssetError(Exception):
    """A template or a stylesheet of ours asks for a file that is not there, or in a way that is not ours."""


@dataclass(frozen=True, slots=True)
class Assets:
    """The files beside the pages that every page shares.

    `names` leads from a file's name below `overrides/assets/` (``fonts/showcase-serif.woff2``) to its site
    path, `files` from site paths to bytes.
    """

    names: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, bytes] = field(default_factory=dict)

    def path(self, name: str) -> str:
        """The site path of an asset. Raises AssetError for one that does not exist."""
        try:
            return self.names[name]
        except KeyError:
            raise AssetError(f"{name} is not an asset") from None


def named(contents: Mapping[str, bytes]) -> Assets:
    """Assets under their names, from their bytes by plain name. Stylesheets are led to the new names.

    Raises AssetError where a stylesheet asks for what is not there, or for another stylesheet.
    """
    plain = {name: content for name, content in contents.items() if not name.endswith(".css")}
    names = {name: hashed(name, content) for name, content in sorted(plain.items())}
    files = {names[name]: content for name, content in plain.items()}
    for name in sorted(contents.keys() - plain.keys()):
        content = _led(name, contents[name].decode(), names).encode()
        names[name] = hashed(name, content)
        files[names[name]] = content
    return Assets(MappingProxyType(names), MappingProxyType(files))


def hashed(name: str, content: bytes) -> str:
    """The site path of an asset of these bytes."""
    stem, dot, suffix = name.rpartition(".")
    digest = hashlib.sha256(content).hexdigest()[:DIGITS]
    return f"{FOLDER}{stem}.{digest}{dot}{suffix}"


def _led(stylesheet: str, text: str, names: Mapping[str, str]) -> str:
    """A stylesheet with each `url("…")` leading to the asset's new name."""
    folder = posixpath.dirname(stylesheet)

    def target(found: re.Match[str]) -> str:
        name = posixpath.normpath(posixpath.join(folder, found.group()))
        if name not in names:
            raise AssetError(f"{stylesheet} asks for {found.group()}")
        return posixpath.relpath(names[name], posixpath.join(FOLDER, folder))

    if len(_ANY_ADDRESS.findall(text)) != len(_ADDRESS.findall(text)):
        raise AssetError(f'{stylesheet} asks for something in another form than url("…")')
    return _ADDRESS.sub(target, text)
