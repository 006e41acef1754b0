"""`python -m showcase`."""

import sys

from .kept_check import told_again

code = told_again(sys.argv[1:])
if code is not None:
    sys.exit(code)

# only now: what follows takes longer to load than a known outcome takes to print
from .cli import main  # noqa: E402

main()
