"""Entry: the desktop, or a command (``python main.py --help``)."""

import sys

from assessor.__main__ import main

if __name__ == "__main__":
    sys.exit(main())
