"""What an attached file is: told by its content and never by its name, because it comes from outside.

Only kinds that are known are taken, so programs and scripts fall outside by themselves; a document that carries macros
is one of those. Nothing in a file is run or unpacked: of a zip only the list of names is read.
"""

from __future__ import annotations

import io
import zipfile

from assessor.domain.attachments import AttachmentKind
from assessor.domain.errors import KnownError
from assessor.domain.text import Text

_PROGRAMS = (b"MZ", b"\x7fELF", b"#!", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe", b"\xce\xfa\xed\xfe", b"\xfe\xed\xfa")
_VIDEOS = (b"\x1a\x45\xdf\xa3", b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", b"\x00\x00\x01\xba")
"""How files of Matroska (also WebM), Windows Media and MPEG begin."""
_MOST_PARTS = 5_000
_ODT = b"application/vnd.oasis.opendocument.text"
_MACROS = ("vbaproject.bin", "vbadata.xml", "basic/script-lc.xml")


def recognise(content: bytes) -> AttachmentKind:
    """The kind of a file.

    Raises KnownErrors ``attachment-program`` for programs, scripts and documents with macros, ``attachment-video`` for
    videos, and ``attachment-unknown-kind`` for everything else that is not taken.
    """
    if content.startswith(_PROGRAMS):
        raise _program()
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return AttachmentKind.PNG
    if content.startswith(b"\xff\xd8\xff"):
        return AttachmentKind.JPEG
    if content[:64].lstrip(b"\xef\xbb\xbf\r\n\t ").startswith(b"%PDF-"):
        return AttachmentKind.PDF
    if content.startswith(b"PK\x03\x04"):
        return _document(content)
    if content[4:8] == b"ftyp" or content.startswith(_VIDEOS) or content[8:12] == b"AVI ":
        raise _video()
    raise _unknown()


def count_pages(content: bytes) -> int | None:
    """The number of pages of a PDF; None when it is encrypted or cannot be read."""
    import logging

    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # It complains of sloppy files, in words of the file.
    try:
        reader = PdfReader(io.BytesIO(content))
        return None if reader.is_encrypted else reader.get_num_pages()
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OSError):
        return None  # A file from outside may be broken in any way; it is kept as it is.


def _document(content: bytes) -> AttachmentKind:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            if len(parts) > _MOST_PARTS:
                raise _unknown()
            names = {part.filename.casefold() for part in parts}
            kind = _kind_of(names, archive)
    except (zipfile.BadZipFile, ValueError, NotImplementedError, RuntimeError, OSError, EOFError):
        raise _unknown() from None
    if any(name.endswith(_MACROS) for name in names):
        raise _program()
    return kind


def _kind_of(names: set[str], archive: zipfile.ZipFile) -> AttachmentKind:
    if "[content_types].xml" in names:
        if "word/document.xml" in names:
            return AttachmentKind.DOCX
        if "xl/workbook.xml" in names:
            return AttachmentKind.XLSX
    if "mimetype" in names and _beginning(archive, "mimetype") == _ODT:
        return AttachmentKind.ODT
    raise _unknown()


def _beginning(archive: zipfile.ZipFile, name: str) -> bytes:
    """The first signs of a part: no more are unpacked, whatever the file says of its size."""
    with archive.open(name) as part:
        return part.read(len(_ODT) + 1).strip()


def _program() -> KnownError:
    return KnownError(
        "attachment-program",
        Text(
            "Dit bestand is een programma of bevat macro's; dat wordt geen bijlage.",
            "This file is a program or carries macros; it cannot be attached.",
        ),
        Text("Bewaar het als PDF en voeg die toe.", "Save it as PDF and attach that."),
    )


def _video() -> KnownError:
    return KnownError(
        "attachment-video",
        Text(
            "Een video wordt hier niet bewaard: die is te groot en er zijn vaak kinderen op te zien.",
            "A video is not kept here: it is too large and often shows children.",
        ),
        Text(
            "Laat de video op een veilige plek staan, en noteer waar dat is en hoe lang de video duurt.",
            "Leave it where it is kept safely, and note where that is and how long it lasts.",
        ),
    )


def _unknown() -> KnownError:
    return KnownError(
        "attachment-unknown-kind",
        Text(
            "Dit soort bestand kan geen bijlage zijn, of het is beschadigd.",
            "This kind of file cannot be attached, or it is damaged.",
        ),
        Text(
            "Kies een PDF, PNG, JPEG, Word-document (docx), Excel-werkmap (xlsx) of OpenDocument-tekst (odt).",
            "Choose a PDF, PNG, JPEG, Word document (docx), Excel workbook (xlsx) or OpenDocument text (odt).",
        ),
    )
