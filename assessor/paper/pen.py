"""The pen: turns texts of the program and texts of people into paragraphs of one language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph

from assessor.domain.text import Language, Text, day_text
from assessor.paper import fonts
from assessor.paper.styles import BODY

_EMPTY_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*){2,}")


@dataclass(frozen=True, slots=True)
class Pen:
    """Writes in one language; moments are told in the time zone `zone` (None: as they come)."""

    language: Language
    zone: tzinfo | None = None

    def say(self, words: Text | str) -> str:
        """One line of text as markup: escaped, and in signs that the letters hold."""
        text = words if isinstance(words, str) else words.say(self.language)
        return escape(fonts.printable(text))

    def written(self, text: str) -> str:
        """What a person wrote as markup: line breaks kept, more than one empty line made one."""
        signs = fonts.printable(text.strip())
        return escape(_EMPTY_LINES.sub("\n\n", signs)).replace("\n", "<br/>")

    def bold(self, words: Text | str) -> str:
        """One line as markup, in semibold."""
        return f"<b>{self.say(words)}</b>"

    def line(self, words: Text | str, style: ParagraphStyle = BODY) -> Paragraph:
        """A paragraph of one text of the program, or of a name or number."""
        return Paragraph(self.say(words), style)

    def prose(self, text: str, style: ParagraphStyle = BODY) -> Paragraph:
        """A paragraph of what a person wrote."""
        return Paragraph(self.written(text), style)

    def labelled(self, label: Text | str, text: str, style: ParagraphStyle = BODY) -> Paragraph:
        """A paragraph of what a person wrote, its label running in at the start."""
        return Paragraph(f'<font size="8" color="#55616B">{self.say(label)}</font>&nbsp; {self.written(text)}', style)

    def day(self, day: date | None) -> str:
        """A day in running text; an en dash while it is not known."""
        return "–" if day is None else day_text(day).say(self.language)

    def moment(self, at: datetime) -> str:
        """A moment to the minute: 12 maart 2026, 14:03."""
        local = at.astimezone(self.zone) if at.tzinfo is not None and self.zone is not None else at
        return f"{self.day(local.date())}, {local:%H:%M}"
