"""The manuals: one page for each role, as small Markdown files beside the program, for screen, shell and paper."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from assessor import paths
from assessor.domain.text import Language, Text
from assessor.services.written_file import written


class Reader(StrEnum):
    """Whom a manual is for."""

    ASSESSOR = "assessor"
    COORDINATOR = "coordinator"
    COMMITTEE = "committee"
    LEAD = "lead"
    STUDENT = "student"

    @property
    def word(self) -> Text:
        """The role as the list of manuals calls it."""
        return _WORDS[self]


_WORDS = {
    Reader.ASSESSOR: Text("Beoordelaar", "Assessor"),
    Reader.COORDINATOR: Text("Tussenevaluaties", "Midterm evaluations"),
    Reader.COMMITTEE: Text("Beheer en examencommissie", "Administration and examination board"),
    Reader.LEAD: Text("Sessieleider", "Calibration lead"),
    Reader.STUDENT: Text("Student en mentor (op papier)", "Student and mentor (on paper)"),
}


@dataclass(frozen=True, slots=True)
class Block:
    """A heading (`level` 1 or 2), a paragraph (0) or a point of a list (`is_point`); `words` may hold *marks*."""

    words: str
    level: int = 0
    is_point: bool = False


def markdown(reader: Reader, language: Language) -> str:
    """The manual as it was written."""
    return (paths.resources() / "help" / f"{reader.value}.{language}.md").read_text(encoding="utf-8")


def blocks(text: str) -> list[Block]:
    """The parts of a manual; a paragraph or point ends at its line's end."""
    found = []
    for line in text.splitlines():
        words = line.strip()
        if not words:
            continue
        hashes = len(words) - len(words.lstrip("#"))
        if hashes:
            found.append(Block(words[hashes:].strip(), level=hashes))
        elif words.startswith("- "):
            found.append(Block(words[2:], is_point=True))
        else:
            found.append(Block(words))
    return found


def plain(words: str) -> str:
    """Words without their marks, for the shell."""
    return re.sub(r"(\*\*|\*|`)(.+?)\1", r"\2", words)


def file_name(reader: Reader, language: Language) -> str:
    """The name of the PDF."""
    name = Text("handleiding-{reader}.pdf", "manual-{reader}.pdf")
    return name.fill(reader=_FILE_WORDS[reader]).say(language)


_FILE_WORDS = {
    Reader.ASSESSOR: Text("beoordelaar", "assessor"),
    Reader.COORDINATOR: Text("tussenevaluaties", "midterms"),
    Reader.COMMITTEE: Text("beheer", "administration"),
    Reader.LEAD: Text("sessieleider", "calibration-lead"),
    Reader.STUDENT: Text("student-en-mentor", "student-and-mentor"),
}


def write_pdf(reader: Reader, language: Language, path: Path, printed_at: datetime) -> Path:
    """Write a manual as PDF, whole or not at all; KnownError ``cannot-write`` when the folder refuses."""
    from assessor.reports.manual import Part, write_manual

    parts = [Part(block.words, block.level, block.is_point) for block in blocks(markdown(reader, language))]
    with written(path) as target:
        write_manual(parts, language, target, printed_at=printed_at)
    return path
