"""Pages of an attached PDF as pictures, each drawn by a process of its own (`page_drawing`) that is ended in time."""

from __future__ import annotations

import struct
import subprocess
import sys
from dataclasses import dataclass

from assessor.domain.errors import KnownError
from assessor.domain.text import Text
from assessor.exchange import page_drawing

LONGEST_S = 10.0
"""After so many seconds a page is given up."""


@dataclass(frozen=True, slots=True)
class PagePicture:
    """One page: `width` times `height` pixels of four bytes (blue, green, red, unused), one of so many `pages`."""

    width: int
    height: int
    pixels: bytes
    pages: int


def picture_of(content: bytes, page: int, most: tuple[int, int], longest: float = LONGEST_S) -> PagePicture:
    """Draw a page as large as fits.

    Args:
        content: the PDF.
        page: counted from 0; past the last one the last is drawn.
        most: width and height in pixels that the picture may take.
        longest: seconds after which drawing is given up.

    Raises KnownError ``attachment-not-shown`` when it is locked, damaged, or takes too long.
    """
    command = [*_drawer(), str(page), str(most[0]), str(most[1])]
    try:
        drawn = subprocess.run(  # noqa: S603 - our own program, and the file comes by its input
            command,
            input=content,
            capture_output=True,
            timeout=longest,
            check=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        ).stdout
    except (subprocess.SubprocessError, OSError):
        raise not_shown() from None
    head = struct.calcsize(page_drawing.HEAD)
    if len(drawn) < head:
        raise not_shown()
    pages, width, height = struct.unpack(page_drawing.HEAD, drawn[:head])
    return PagePicture(width, height, drawn[head:], pages)


def not_shown() -> KnownError:
    """The refusal of what cannot be shown."""
    return KnownError(
        "attachment-not-shown",
        Text(
            "Deze bijlage kan hier niet worden getoond: ze is beveiligd, beschadigd of te ingewikkeld.",
            "This attachment cannot be shown here: it is locked, damaged or too complicated.",
        ),
        Text("Sla een kopie op en open die met een ander programma.", "Save a copy and open it in another program."),
    )


def _drawer() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, page_drawing.ASKED]
    return [sys.executable, "-I", str(page_drawing.__file__)]
