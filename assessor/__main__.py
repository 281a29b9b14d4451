"""The way in, for ``python main.py``, ``python -m assessor`` and the script ``assessor``: the window, or a command."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from assessor.commands import main as command

if TYPE_CHECKING:
    from assessor.application import Application


def main() -> int:
    """Start the window when nothing was typed, else do the command; returns the exit code."""
    # Our tables are small: several threads for one product cost more than they win. Read when numpy is imported.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    if sys.argv[1:2] == ["--draw-page"]:
        # An installed program has no other way to start a process that only draws.
        from assessor.exchange import page_drawing

        return page_drawing.main(sys.argv[2:])
    return command(sys.argv[1:], show_window)


def show_window(application: Application | None) -> int:
    """Show the window, on an open workspace or on the page that asks for one."""
    from assessor.desktop.main import main as window

    return window(application)


if __name__ == "__main__":
    sys.exit(main())
