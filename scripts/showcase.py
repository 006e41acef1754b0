"""Showcase 的入口 / the entrance: python3 scripts/showcase.py help

Starts on any Python 3, so that a Python that is too old gets a sentence and not a SyntaxError:
nothing in this file, nor in launcher/words.py, is newer than Python 3.4.
"""

import os
import sys

OLDEST = (3, 11)
NOT_READY = 3
INTERRUPTED = 130


def main() -> int:
    here = os.path.dirname(os.path.abspath(__file__))
    # This folder holds a module named showcase too: it must not stand before the package.
    sys.path[:] = [os.path.dirname(here)] + [entry for entry in sys.path if entry != here]
    from scripts.launcher.words import say

    if sys.version_info[:2] < OLDEST:
        found = ".".join(str(part) for part in sys.version_info[:3])
        say("old-python", found=found, oldest=".".join(str(part) for part in OLDEST))
        return NOT_READY
    from scripts.launcher.verbs import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
