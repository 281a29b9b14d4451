"""Files as people attach them, and as somebody with bad intentions would."""

from __future__ import annotations

import io
import zipfile
import zlib


def pdf(pages: int = 1) -> bytes:
    """A PDF with so many empty pages."""
    from pypdf import PdfWriter

    writer, target = PdfWriter(), io.BytesIO()
    for _ in range(pages):
        writer.add_blank_page(200, 200)
    writer.write(target)
    return target.getvalue()


def png(width: int = 2, height: int = 2) -> bytes:
    """A PNG of one grey; its size says nothing of what it takes to unpack."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return len(body).to_bytes(4, "big") + name + body + zlib.crc32(name + body).to_bytes(4, "big")

    header = width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x08\x00\x00\x00\x00"
    pixels = zlib.compress((b"\x00" + b"\x80" * width) * height, 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def zipped(**parts: bytes) -> bytes:
    """A zip; `__` in a name stands for a slash, `_dot_` for a point."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in parts.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), body)
    return target.getvalue()


DOCX = {"[Content_Types]_dot_xml": b"<Types/>", "word__document_dot_xml": b"<w/>"}
XLSX = {"[Content_Types]_dot_xml": b"<Types/>", "xl__workbook_dot_xml": b"<w/>"}
ODT = {"mimetype": b"application/vnd.oasis.opendocument.text", "content_dot_xml": b"<o/>"}
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(40)
