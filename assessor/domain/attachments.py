"""Attachments of a dossier: lesson form, photo, reference to a video."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from assessor.domain.errors import KnownError
from assessor.domain.text import Text, same

MAX_FILE = 20 * 1024 * 1024
"""Bytes of one attachment at most."""
MAX_DOSSIER = 100 * 1024 * 1024
"""Bytes of all attachments of one dossier together at most."""
MAX_NAME = 120
MAX_REFERENCE = 500


class AttachmentKind(StrEnum):
    """What an attachment is, as its content shows; a reference has no content."""

    PDF = "pdf"
    PNG = "png"
    JPEG = "jpeg"
    DOCX = "docx"
    XLSX = "xlsx"
    ODT = "odt"
    REFERENCE = "verwijzing"

    @property
    def word(self) -> Text:
        """The kind as screen and paper call it."""
        return _KIND_WORDS[self]

    @property
    def is_picture(self) -> bool:
        """Whether it can be shown as a picture."""
        return self in (AttachmentKind.PNG, AttachmentKind.JPEG)


_KIND_WORDS = {
    AttachmentKind.PDF: same("PDF"),
    AttachmentKind.PNG: Text("afbeelding (PNG)", "picture (PNG)"),
    AttachmentKind.JPEG: Text("foto (JPEG)", "photo (JPEG)"),
    AttachmentKind.DOCX: Text("Word-document", "Word document"),
    AttachmentKind.XLSX: Text("Excel-werkmap", "Excel workbook"),
    AttachmentKind.ODT: Text("OpenDocument-tekst", "OpenDocument text"),
    AttachmentKind.REFERENCE: Text("verwijzing naar een video", "reference to a video"),
}


@dataclass(frozen=True, slots=True)
class Attachment:
    """One attachment, without its content.

    `size` is in bytes, 0 for a reference; `pages` is known for a PDF that could be read; `reference` is where a video
    is to be found (an address or a file name), "" for a file; `imprint` is the sha256 in hex of content or reference.
    """

    id: str
    dossier_id: str
    name: str
    kind: AttachmentKind
    size: int
    imprint: str
    added_at: datetime
    added_by: str
    pages: int | None = None
    reference: str = ""


def clean_name(name: str) -> str:
    """A file name fit to show and to save under: the last step, without control signs, at most `MAX_NAME` signs."""
    last = name.replace("\\", "/").rpartition("/")[2]
    kept = "".join(sign for sign in last if unicodedata.category(sign)[0] != "C" and sign not in '<>:"|?*')
    kept = kept.strip(" .") or "bijlage"
    if len(kept) <= MAX_NAME:
        return kept
    stem, dot, ending = kept.rpartition(".")
    if not dot or len(ending) > 8:
        return kept[:MAX_NAME]
    return f"{stem[: MAX_NAME - len(ending) - 1]}.{ending}"


def check_room(size: int, taken: int) -> None:
    """Refuse a file that is empty or too large, or for which the dossier has no room.

    Args:
        size: bytes of the file.
        taken: bytes that the dossier's attachments take already.

    Raises KnownErrors ``attachment-empty``, ``attachment-large``, ``attachments-full``.
    """
    if size == 0:
        raise KnownError(
            "attachment-empty",
            Text("Dit bestand is leeg.", "This file is empty."),
            Text("Kies een ander bestand.", "Choose another file."),
        )
    if size > MAX_FILE:
        raise KnownError(
            "attachment-large",
            Text("Dit bestand is groter dan {limit} MB.", "This file is larger than {limit} MB.").fill(
                limit=MAX_FILE // 1024**2
            ),
            Text(
                "Maak het kleiner, of leg een verwijzing vast naar de plaats waar het staat.",
                "Make it smaller, or record a reference to where it is kept.",
            ),
        )
    if taken + size > MAX_DOSSIER:
        raise KnownError(
            "attachments-full",
            Text(
                "De bijlagen worden samen groter dan {limit} MB.",
                "The attachments would be larger than {limit} MB together.",
            ).fill(limit=MAX_DOSSIER // 1024**2),
            Text("Verwijder eerst een bijlage die je niet nodig hebt.", "Remove one that you do not need first."),
        )
