"""The words of a lesson form that came as a document, whatever was put into it."""

from __future__ import annotations

import io

import pytest
from openpyxl import Workbook

from assessor.domain.attachments import AttachmentKind
from assessor.domain.errors import KnownError
from assessor.exchange.attached_words import MOST_SIGNS, words_of
from tests.exchange.attached import DOCX, ODT, zipped

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OPEN = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"


def docx(body: str, head: str = "") -> bytes:
    document = f'{head}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    return zipped(**(DOCX | {"word__document_dot_xml": document.encode()}))


def odt(body: str) -> bytes:
    return zipped(**(ODT | {"content_dot_xml": f'<o xmlns:text="{OPEN}">{body}</o>'.encode()}))


def test_a_word_document_is_a_line_per_paragraph() -> None:
    body = (
        "<w:p><w:r><w:t>Lesdoel: </w:t></w:r><w:r><w:t>breuken</w:t><w:br/><w:t>vergelijken</w:t></w:r></w:p>"
        "<w:p/><w:tbl><w:tr><w:tc><w:p><w:r><w:t>09.00</w:t><w:tab/><w:t>kring</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        "<w:p><w:r><w:pict><w:p><w:r><w:t>in een kader</w:t></w:r></w:p></w:pict><w:t>erbuiten</w:t></w:r></w:p>"
    )
    said = words_of(docx(body), AttachmentKind.DOCX)
    assert said == "Lesdoel: breuken\nvergelijken\n\n09.00\tkring\nin een kader\nerbuiten"


def test_an_opendocument_text_keeps_its_order() -> None:
    body = (
        "<text:h>Les</text:h><text:p>Ik <text:span>vertel<text:s/></text:span>en<text:tab/>luister"
        "<text:line-break/>goed</text:p>"
    )
    assert words_of(odt(body), AttachmentKind.ODT) == "Les\nIk vertel en\tluister\ngoed"


def test_a_workbook_is_a_line_per_row() -> None:
    book, target = Workbook(), io.BytesIO()
    book.active.title = "Planning"
    book.active.append(["tijd", "wat"])
    book.active.append(["09.00", "kring"])
    book.save(target)
    assert words_of(target.getvalue(), AttachmentKind.XLSX) == "Planning\ntijd\twat\n09.00\tkring"


def test_more_than_anybody_reads_is_cut() -> None:
    paragraph = f"<w:p><w:r><w:t>{'a' * 999}</w:t></w:r></w:p>"
    assert len(words_of(docx(paragraph * 500), AttachmentKind.DOCX)) <= MOST_SIGNS


ENTITIES = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (docx("<w:p><w:r><w:t>&b;</w:t></w:r></w:p>", ENTITIES), AttachmentKind.DOCX),
        (docx(" " * 40_000_000), AttachmentKind.DOCX),
        (docx("<w:p>")[:-30], AttachmentKind.DOCX),
        (docx("<w:p>"), AttachmentKind.DOCX),
        (zipped(**ODT)[:40], AttachmentKind.ODT),
        (zipped(iets=b"anders"), AttachmentKind.XLSX),
        (b"%PDF-1.7", AttachmentKind.PDF),
    ],
    ids=["entities", "bomb", "cut", "unclosed", "cut zip", "no workbook", "no document"],
)
def test_what_cannot_be_read_says_so(content: bytes, kind: AttachmentKind) -> None:
    with pytest.raises(KnownError, match="attachment-not-shown"):
        words_of(content, kind)
