"""Draws one page of a PDF in a process of its own: what was made never to end, or to break the library, ends with it.

It stands alone on purpose: it is started as a file, reads the PDF from its input and writes the pixels to its output;
nothing lies on disk. No script in the PDF runs, and nothing outside it is followed. What goes wrong ends the process.
"""

import struct
import sys
from typing import Any, BinaryIO

ASKED = "--draw-page"
"""The argument by which an installed program is asked to draw instead of to start."""
HEAD = "<III"
"""How many pages there are, and width and height of the picture in pixels; the pixels follow, four bytes each."""
_MOST_MEMORY = 1024**3
_LARGEST_SCALE = 4.0
_WHITE = (255, 255, 255, 255)


def main(arguments: list[str]) -> int:
    """Draw the page that the arguments name (page, most width, most height) from the input to the output."""
    limit_memory()
    page, width, height = (int(one) for one in arguments)
    draw(sys.stdin.buffer, sys.stdout.buffer, page, (width, height))
    return 0


def draw(source: BinaryIO, target: BinaryIO, place: int, most: tuple[int, int]) -> None:
    """Draw a page (counted from 0; past the last one the last) as large as fits in `most` pixels."""
    import pypdfium2

    with pypdfium2.PdfDocument(source.read()) as document:
        document.init_forms()  # What was filled in is drawn too.
        target.write(_picture(document, place, most))


def limit_memory() -> None:
    """Let drawing take no more than a part of the memory, where the system can say so."""
    if sys.platform.startswith("linux"):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))


def _picture(document: Any, place: int, most: tuple[int, int]) -> bytes:  # noqa: ANN401 - the library has no types
    from pypdfium2 import PdfBitmap, raw

    pages = len(document)
    page = document[min(max(place, 0), pages - 1)]
    wide, high = page.get_size()
    scale = min(most[0] / max(wide, 1), most[1] / max(high, 1), _LARGEST_SCALE)
    size = max(1, round(wide * scale)), max(1, round(high * scale))
    bitmap = PdfBitmap.new_native(*size, raw.FPDFBitmap_BGRx)
    bitmap.fill_rect(_WHITE, 0, 0, *size)
    whole = (0, 0, *size, 0, raw.FPDF_ANNOT)
    raw.FPDF_RenderPageBitmap(bitmap.raw, page.raw, *whole)
    if document.formenv is not None:
        raw.FPDF_FFLDraw(document.formenv.raw, bitmap.raw, page.raw, *whole)
    return struct.pack(HEAD, pages, *size) + bytes(bitmap.buffer)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
