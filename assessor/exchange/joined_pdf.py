"""Pages to read in front of a fillable form, in one file that is still that form."""

from __future__ import annotations

from io import BytesIO
from typing import BinaryIO


def write_joined_pdf(front: bytes, form: bytes, target: BinaryIO) -> None:
    """Put the pages of a paper in front of a fillable PDF; equal files make equal bytes.

    The file stays the form: its fields, its identity out of sight, its title with the form code and the order of
    Tab. The paper brings its pages and its outline, in which the form is the last.

    Args:
        front: a PDF without fields, made by `assessor.reports`.
        form: a PDF made by `assessor.exchange.form_pdf`.
        target: an open binary file.
    """
    from pypdf import PdfWriter

    writer = PdfWriter(clone_from=BytesIO(form))
    first = len(writer.pages)
    writer.merge(0, BytesIO(front), import_outline=True)
    name = writer.metadata.subject if writer.metadata is not None else None
    if name:
        writer.add_outline_item(title=name, page_number=len(writer.pages) - first)
    writer.write(target)
