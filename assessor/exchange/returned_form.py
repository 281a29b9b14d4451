"""A form that came back, whatever kind of file it is: told apart by its content, never by its name."""

from __future__ import annotations

from pathlib import Path

from assessor.domain.errors import KnownError
from assessor.domain.form_answers import Returned
from assessor.exchange import enclosure
from assessor.exchange.form_refusals import NO_FORM, TOO_LARGE
from assessor.exchange.refusals import UNREADABLE, refused

MOST_BYTES = 20_000_000
_PDF_START = 1_024
"""A PDF may have some signs before its mark; viewers look this far."""


def read_returned(path: Path) -> list[tuple[str, Returned | KnownError]]:
    """Read a file that came back, or the files in a zip or mail: of each its name, and what it is or why it is refused.

    Refusals are ``file-unreadable`` and those of `enclosure`, `form_pdf_reader` and `form_workbook_reader`.
    """
    try:
        with path.open("rb") as file:
            content = file.read(enclosure.MOST_BYTES + 1)
    except OSError:
        return [(path.name, refused(path.name, UNREADABLE))]
    try:
        inside = enclosure.enclosed(content, path.name)
    except KnownError as refusal:
        return [(path.name, refusal)]
    files = [(path.name, content)] if inside is None else inside
    return [(name, _read(whole, name)) for name, whole in files]


def _read(content: bytes, name: str) -> Returned | KnownError:
    try:
        return read_content(content, name)
    except KnownError as refusal:
        return refusal


def read_content(content: bytes, name: str) -> Returned:
    """Read the content of a file that came back; `name` is for refusals."""
    if len(content) > MOST_BYTES:
        raise refused(name, TOO_LARGE)
    if b"%PDF-" in content[:_PDF_START]:
        from assessor.exchange.form_pdf_reader import read_form_pdf

        return read_form_pdf(content, name)
    if content.startswith(b"PK\x03\x04"):
        from assessor.exchange.form_workbook_reader import read_form_workbook

        return read_form_workbook(content, name)
    raise refused(name, NO_FORM)
