#!/usr/bin/env python3
"""`python3 local/stack.py up`: the whole application on this machine. `--help` lists the other commands."""

import sys

if sys.version_info < (3, 11):
    sys.exit("Failed: this needs Python 3.11 or later.\nWhat to do: install python3.11, 3.12 or 3.13.")

from devstack.cli import main

if __name__ == "__main__":
    sys.exit(main())
