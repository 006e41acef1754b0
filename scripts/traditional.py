"""Write `plugins/showcase/search/traditional.py`: which simplified character each traditional one stands for.

Read off the character table of OpenCC (Apache-2.0) as the test requirements bring it; a test holds the two together.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "plugins/showcase/search/traditional.py"
HEAD = '''"""Traditional characters and the simplified ones they stand for. Made by `scripts/traditional.py`; do not edit.

From the character table of OpenCC (Apache-2.0, https://github.com/BYVoid/OpenCC): the first choice for each character of
the Basic Multilingual Plane. One for one, so that places in a text stay what they are.
"""

from __future__ import annotations

_PAIRS = (
'''
TAIL = ''')
SIMPLIFIED = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True))
"""The simplified character for each traditional one that differs."""
'''
ROW = 40


def pairs() -> str:
    """The table as one run of pairs, in the order of code points."""
    table = files("opencc") / "dictionary" / "TSCharacters.txt"
    rows = (line.split("\t") for line in table.read_text("utf-8").splitlines() if line)
    found = {old: news.split(" ")[0] for old, news in rows}
    plain = {old: new for old, new in found.items() if old != new and ord(old) < 0x10000 > ord(new)}
    return "".join(old + plain[old] for old in sorted(plain))


def written() -> str:
    """The text of the module."""
    run = pairs()
    lines = (f'    "{run[at : at + ROW]}"\n' for at in range(0, len(run), ROW))
    return f"{HEAD}{''.join(lines)}{TAIL}"


if __name__ == "__main__":
    TARGET.write_text(written(), "utf-8")
