"""A PDF read back: its text per page, its outline and what it says about itself."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from pypdf import PdfReader

from assessor.domain.record import Record
from assessor.domain.text import Language
from assessor.reports.dossier import write_dossier
from tests.reports.samples import PRINTED


@dataclass(frozen=True)
class Paper:
    """What a reader finds in a PDF."""

    pages: tuple[str, ...]
    title: str
    outline: tuple[str, ...]
    language: str
    fonts: frozenset[str]

    @property
    def text(self) -> str:
        """All words, with one blank between them, so that line breaks do not matter."""
        return flat(" ".join(self.pages))

    @property
    def first(self) -> str:
        """The words of page 1."""
        return flat(self.pages[0])


def flat(text: str) -> str:
    return " ".join(text.split())


def content(record: Record, language: Language = "nl") -> bytes:
    target = BytesIO()
    write_dossier(record, language, target, printed_at=PRINTED)
    return target.getvalue()


def paper(record: Record, language: Language = "nl") -> Paper:
    reader = PdfReader(BytesIO(content(record, language)))
    fonts = {
        str(font.get_object()["/BaseFont"]) + ("" if _is_embedded(font.get_object()) else " (not embedded)")
        for page in reader.pages
        for font in page["/Resources"].get("/Font", {}).values()
    }
    assert reader.metadata is not None
    return Paper(
        pages=tuple(page.extract_text() for page in reader.pages),
        title=str(reader.metadata.title),
        outline=tuple(str(entry.title) for entry in reader.outline),
        language=str(reader.root_object["/Lang"]),
        fonts=frozenset(fonts),
    )


def _is_embedded(font) -> bool:
    return "/FontFile2" in font["/FontDescriptor"]
