"""`python -m showcase`."""

from .cli import main

main()
