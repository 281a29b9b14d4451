"""The words of an attached document, to look at without another program; hostile until read: size, entities, damage."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError

from assessor.domain.attachments import AttachmentKind
from assessor.domain.errors import KnownError
from assessor.exchange.attached_pages import not_shown

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MOST_SIGNS = 200_000
"""More of a document is not shown."""
_MOST_UNPACKED = 30_000_000
_PARTS = {AttachmentKind.DOCX: "word/document.xml", AttachmentKind.ODT: "content.xml"}
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "line-break": "\n", "s": " "}
_DAMAGED = (
    # What is damaged surfaces as whatever zipfile and the parser stumble over; defusedxml's refusals are ValueErrors.
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    ParseError,
    RuntimeError,
    ValueError,
    zipfile.BadZipFile,
    zlib.error,
)


def words_of(content: bytes, kind: AttachmentKind) -> str:
    """The words of a Word document, an OpenDocument text or a workbook: a line per paragraph, a workbook's per row.

    Raises KnownError ``attachment-not-shown`` when it is locked, damaged or unpacks to too much, and of other kinds.
    """
    try:
        lines = _cells(content) if kind is AttachmentKind.XLSX else _paragraphs(content, _PARTS[kind])
        return "\n".join(_until_full(lines)).strip("\n")
    except _DAMAGED:
        raise not_shown() from None


def _until_full(lines: Iterator[str]) -> Iterator[str]:
    room = MOST_SIGNS
    for line in lines:
        yield line[:room]
        room -= len(line) + 1
        if room <= 0:
            return


def _paragraphs(content: bytes, name: str) -> Iterator[str]:
    from defusedxml.ElementTree import iterparse

    with zipfile.ZipFile(io.BytesIO(content)) as archive, archive.open(name) as part:
        unpacked = part.read(_MOST_UNPACKED + 1)
    if len(unpacked) > _MOST_UNPACKED:
        raise not_shown()
    for _event, element in iterparse(io.BytesIO(unpacked), events=("end",), forbid_dtd=True):
        if _tag(element) in ("p", "h"):
            yield "".join(_spoken(element, in_word="openxmlformats" in element.tag)).strip()
            element.clear()  # A paragraph inside another (a text box, a note) is said once.


def _spoken(element: Element, *, in_word: bool) -> Iterator[str]:
    """The text in an element: Word's stands in elements of its own, OpenDocument's wherever it stands."""
    tag = _tag(element)
    yield _SIGNS.get(tag, "")
    if element.text and (tag == "t" or not in_word):
        yield element.text
    for inner in element:
        yield from _spoken(inner, in_word=in_word)
        if inner.tail and not in_word:
            yield inner.tail


def _tag(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _cells(content: bytes) -> Iterator[str]:
    from assessor.exchange.spreadsheet import sheets

    try:
        found = sheets(content, "")
    except KnownError:
        raise not_shown() from None
    for sheet in found:
        yield sheet.title
        yield from ("\t".join(row) for row in sheet.rows)
        yield ""
