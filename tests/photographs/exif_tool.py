"""What ExifTool, an independent reader, finds in a file, by group and tag."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path

STRUCTURAL = {
    "File": None,
    "JFIF": {"JFIFVersion", "ResolutionUnit", "XResolution", "YResolution"},
    "PNG": {"ImageWidth", "ImageHeight", "BitDepth", "ColorType", "Compression", "Filter", "Interlace"},
    "APP14": {"DCTEncodeVersion", "APP14Flags0", "APP14Flags1", "ColorTransform"},
    "Composite": {"ImageSize", "Megapixels"},
}  # fmt: skip
"""What a picture cannot be without, by group; a group without names is of the disk: size, type and dates."""
CLEAN_TOO = {
    "ICC_Profile": None,
    "RIFF": {"ImageWidth", "ImageHeight", "VP8Version", "HorizontalScale", "VerticalScale", "WebP_Flags", "AlphaIsUsed", "AlphaCompression", "AlphaFiltering", "AlphaPreprocessing"},
    "EXIF": {"Orientation"},
    "PNG+": {"ProfileName", "SRGBRendering", "Gamma", "WhitePointX", "WhitePointY", "RedX", "RedY", "GreenX", "GreenY", "BlueX", "BlueY"},
}  # fmt: skip
"""What a cleaned file may have besides: its colours, and which way is up."""
_NOT_OF_THE_FILE = {"SourceFile", "ExifTool:ExifToolVersion"}
_COMMENTS = {"Comment", "ExifByteOrder", "CurrentIPTCDigest", "TrailerLength"}


def tags(paths: Iterable[Path]) -> dict[str, set[str]]:
    """The tags of each file, as `Group:Tag`, duplicates and unknown ones too."""
    done = subprocess.run(
        ["exiftool", "-j", "-a", "-u", "-G0", "-ee", *map(str, paths)],
        capture_output=True,
        timeout=120,
        check=False,
    )
    return {
        Path(one["SourceFile"]).name: set(one) - _NOT_OF_THE_FILE for one in json.loads(done.stdout)
    }


def surplus(found: set[str], *, cleaned: bool = False) -> set[str]:
    """The tags that a picture could do without."""
    allowed = {**STRUCTURAL, **(CLEAN_TOO if cleaned else {})}
    left = set()
    for tag in found:
        group, _, name = tag.partition(":")
        names = allowed.get(group, set())
        more = allowed.get(f"{group}+") or set()
        byte_order = cleaned and name == "ExifByteOrder"
        if (name in _COMMENTS and not byte_order) or (
            names is not None and name not in names | more
        ):
            left.add(tag)
    return left
