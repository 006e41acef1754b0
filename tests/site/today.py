"""Which day it is, as a command sees it: proof that a clock was really turned."""

from __future__ import annotations

import datetime

if __name__ == "__main__":
    print(datetime.date.today().toordinal())
