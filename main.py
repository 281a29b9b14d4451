"""Entry: the desktop, or a command (``python main.py --help``)."""

import sys

from assessor.commands import main

if __name__ == "__main__":
    sys.exit(main())
