"""A file is what its content says, whatever it is called."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessor.domain.attachments import AttachmentKind
from assessor.domain.errors import KnownError
from assessor.exchange.attached_file import count_pages, recognise
from tests.exchange.attached import DOCX, JPEG, ODT, XLSX, pdf, png, zipped


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (pdf(), AttachmentKind.PDF),
        (b"\xef\xbb\xbf\n%PDF-1.7 ...", AttachmentKind.PDF),
        (png(), AttachmentKind.PNG),
        (JPEG, AttachmentKind.JPEG),
        (zipped(**DOCX), AttachmentKind.DOCX),
        (zipped(**XLSX), AttachmentKind.XLSX),
        (zipped(**ODT), AttachmentKind.ODT),
    ],
)
def test_what_teachers_send_is_known_by_its_content(content: bytes, kind: AttachmentKind) -> None:
    assert recognise(content) is kind


@pytest.mark.parametrize(
    "content",
    [
        b"MZ\x90\x00" + bytes(60),
        b"\x7fELF\x02" + bytes(60),
        b"#!/bin/sh\nrm -rf /\n",
        b"\xcf\xfa\xed\xfe" + bytes(60),
        zipped(**DOCX, word__vbaProject_dot_bin=b"macro"),
        zipped(**XLSX, xl__vbaProject_dot_bin=b"macro"),
    ],
)
def test_programs_and_macros_are_refused(content: bytes) -> None:
    with pytest.raises(KnownError, match="attachment-program"):
        recognise(content)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"Lieve Noor, hierbij mijn les.",
        b"<html><script>alert(1)</script>",
        b"GIF89a" + bytes(20),
        b"PK\x03\x04 afgebroken",
        zipped(readme_dot_txt=b"een map met bestanden"),
        zipped(**{"[Content_Types]_dot_xml": b"<Types/>"}),
        zipped(mimetype=b"application/vnd.oasis.opendocument.textileX", content=b""),
        zipped(mimetype=bytes(30_000_000)),
        zipped(**DOCX, **{f"deel{number}": b"" for number in range(5_000)}),
    ],
)
def test_everything_else_is_refused_in_plain_words(content: bytes) -> None:
    with pytest.raises(KnownError, match="attachment-unknown-kind") as refusal:
        recognise(content)
    assert "docx" in refusal.value.cure.nl


@pytest.mark.parametrize(
    "content",
    [
        b"\x00\x00\x00\x20ftypisom" + bytes(64),
        b"\x1a\x45\xdf\xa3" + bytes(64),
        b"RIFF\x00\x10\x00\x00AVI LIST" + bytes(64),
        b"\x30\x26\xb2\x75\x8e\x66\xcf\x11" + bytes(64),
    ],
    ids=["mp4", "webm", "avi", "wmv"],
)
def test_a_video_is_refused_with_what_to_do_instead(content: bytes) -> None:
    with pytest.raises(KnownError, match="attachment-video") as refusal:
        recognise(content)
    assert "hoe lang de video duurt" in refusal.value.cure.nl


def test_a_zip_whose_part_is_encrypted_is_refused() -> None:
    content = bytearray(zipped(**ODT))
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(sign) + place] |= 1
    with pytest.raises(KnownError, match="attachment-unknown-kind"):
        recognise(bytes(content))


@given(st.binary(max_size=200), st.sampled_from([b"", b"PK\x03\x04", b"%PDF-1.4\n", b"\xff\xd8\xff"]))
def test_no_content_makes_it_stumble(content: bytes, start: bytes) -> None:
    codes = set()
    try:
        assert recognise(start + content) in AttachmentKind
    except KnownError as refusal:
        codes.add(refusal.code)
    assert codes <= {"attachment-program", "attachment-unknown-kind", "attachment-video"}
    assert count_pages(start + content) in {None, 0}


def test_the_pages_of_a_pdf_are_counted_when_it_can_be_read() -> None:
    assert count_pages(pdf(3)) == 3
    assert count_pages(b"%PDF-1.7 this is no PDF") is None
    assert count_pages(_locked()) is None


def _locked() -> bytes:
    import io

    from pypdf import PdfReader, PdfWriter

    writer, target = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf()))), io.BytesIO()
    writer.encrypt("geheim", algorithm="RC4-128")
    writer.write(target)
    return target.getvalue()
