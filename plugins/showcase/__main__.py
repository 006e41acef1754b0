"""`python -m showcase`."""

import sys

INTERRUPTED = 130


def _run() -> None:
    from .kept_check import told_again

    code = told_again(sys.argv[1:])
    if code is not None:
        sys.exit(code)

    # only now: what follows takes longer to load than a known outcome takes to print
    from .cli import main

    main()


try:
    _run()
except KeyboardInterrupt:
    # loading takes a while, and who stops it there wants no traceback
    print("停下了。", file=sys.stderr)
    sys.exit(INTERRUPTED)
