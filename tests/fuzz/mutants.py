"""Mutants: files with a few accidents in them, the same ones for the same seed and number."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from showcase.model import Part

from .seeds import LARGEST, MODELS, seeds

Lines = list[bytes]
_SIGNS = (
    b": ", b":", b"- ", b"-", b"#", b" #", b"'", b'"', b"[", b"]", b"{", b"}", b"|\n", b">\n", b"&a ", b"*a ",
    b"!!int ", b"%", b"@", b"`", b"? ", b"---\n", b"...\n", b"<<: ", b"\t", b"\\", b"~", b",", b"\0", b"\x1b",
    b"\x85", b"\r", b"=", b"<b>", b"{{ x }}",
    *(one.encode() for one in (
        "：", "　", "，", "、", "；", "“", "”", "【", "】", "－", "—", "·", "＃", "（", "\u200b", "\ufeff", "\u00a0",
        "\u202e", "\u2028", "⽂", "\ue863", "𠮷", "锟斤拷", "1、", "2023.3.25", "二〇二三年", "１２３", "无",
    )),
)  # fmt: skip
_WIDE = {one: chr(ord(one) + 0xFEE0).encode() for one in "abcdeghimnosty0123456789:,-#()[]=!?"}
_ENCODINGS = ("gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "big5")


def mutant(seed: int, number: int) -> tuple[bytes, type[Part]]:
    """The mutant of that number: its bytes, and the model to read them as."""
    chance = Random(f"{seed}/{number}")
    content, model = chance.choice(seeds())
    content = _piece(content, chance)
    for _ in range(chance.choice((1, 1, 1, 1, 2, 3))):
        content = chance.choice(_ACCIDENTS)(content, chance)[: 4 * LARGEST]
    if chance.random() < 0.05:
        model = chance.choice(MODELS)
    return content, model


def _piece(content: bytes, chance: Random) -> bytes:
    """The whole of a short file; of a long one its head and some of its blocks."""
    if len(content) <= LARGEST:
        return content
    blocks = re.split(rb"^(?=[^\s#\-])", content, flags=re.MULTILINE)
    kept = [number < 6 or chance.random() < 0.4 for number in range(len(blocks))]
    return b"".join(block for block, keep in zip(blocks, kept, strict=True) if keep)[:LARGEST]


def _lines(change: Callable[[Lines, int, Random], None]) -> Callable[[bytes, Random], bytes]:
    def accident(content: bytes, chance: Random) -> bytes:
        lines = content.splitlines(keepends=True)
        if not lines:
            return content
        change(lines, chance.randrange(len(lines)), chance)
        return b"".join(lines)

    return accident


def _flip(content: bytes, chance: Random) -> bytes:
    if not content:
        return content
    changed = bytearray(content)
    for _ in range(chance.randint(1, 4)):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _swap(lines: Lines, at: int, chance: Random) -> None:
    other = chance.randrange(len(lines))
    lines[at], lines[other] = lines[other], lines[at]


def _drop(lines: Lines, at: int, chance: Random) -> None:
    del lines[at : at + chance.randint(1, 3)]


def _double(lines: Lines, at: int, chance: Random) -> None:
    lines[at:at] = lines[at : at + chance.randint(1, 4)]


def _indent(lines: Lines, at: int, chance: Random) -> None:
    line = lines[at].lstrip(b" ") if chance.random() < 0.5 else lines[at]
    lines[at] = (
        chance.choice((b"", b" ", b"  ", b"   ", b"\t", "　".encode(), "\u00a0".encode())) + line
    )


def _widen(lines: Lines, at: int, chance: Random) -> None:
    sign = chance.choice(list(_WIDE))
    lines[at] = lines[at].replace(sign.encode(), _WIDE[sign], chance.choice((1, 1, 9)))


def _sign(lines: Lines, at: int, chance: Random) -> None:
    spot = chance.randint(0, max(len(lines[at]) - 1, 0))
    lines[at] = lines[at][:spot] + chance.choice(_SIGNS) + lines[at][spot:]


def _sign_after_colon(lines: Lines, at: int, chance: Random) -> None:
    key, colon, rest = lines[at].partition(b": ")
    lines[at] = key + colon + chance.choice(_SIGNS) + rest if colon else lines[at]


def _lose(lines: Lines, at: int, chance: Random) -> None:
    sign = chance.choice((b" ", b":", b"- ", b'"', b"\n", b"]", b"}", b"  "))
    lines[at] = lines[at].replace(sign, b"", 1)


def _cut(content: bytes, chance: Random) -> bytes:
    return content[: chance.randint(0, len(content))]


def _recode(content: bytes, chance: Random) -> bytes:
    text = content.decode("utf-8", "ignore")
    return text.encode(chance.choice(_ENCODINGS), "ignore")


def _recode_line(lines: Lines, at: int, chance: Random) -> None:
    lines[at] = lines[at].decode("utf-8", "ignore").encode("gb18030", "ignore")


def _splice(content: bytes, chance: Random) -> bytes:
    other = _piece(chance.choice(seeds())[0], chance)
    return content[: chance.randint(0, len(content))] + other[chance.randint(0, len(other)) :]


def _nest(lines: Lines, at: int, chance: Random) -> None:
    depth = chance.choice((3, 12, 40))
    sign = chance.choice((b"[", b"{a: ", b"- "))
    lines[at] = sign * depth + lines[at]


def _ends(content: bytes, chance: Random) -> bytes:
    return content.replace(b"\n", chance.choice((b"\r\n", b"\r", b"\n\n", b"\n \n")))


_ACCIDENTS: tuple[Callable[[bytes, Random], bytes], ...] = (
    _flip,
    _cut,
    _recode,
    _splice,
    _ends,
    *(
        _lines(one)
        for one in (_swap, _drop, _double, _indent, _indent, _widen, _widen, _sign, _sign)
    ),
    *(
        _lines(one)
        for one in (_sign_after_colon, _sign_after_colon, _lose, _lose, _recode_line, _nest)
    ),
)
