"""What the screen calls the two sides of a midterm: by name where it is known, else as the programme calls them."""

from __future__ import annotations

from dataclasses import dataclass

from assessor.desktop.context import Context
from assessor.domain.forms import Respondent
from assessor.domain.programme import PROGRAMMES
from assessor.storage.repositories.midterm_lines import MidtermLine


@dataclass(frozen=True, slots=True)
class Sides:
    """The student and the mentor (or praktijkbegeleider) of one midterm."""

    context: Context
    line: MidtermLine

    def role(self, side: Respondent) -> str:
        """What the programme calls a side, as the beginning of a line: Student, Mentor."""
        word = self.context.say(side.called(PROGRAMMES[self.line.programme]))
        return f"{word[:1].upper()}{word[1:]}"

    def name(self, side: Respondent) -> str:
        """Their name, or what the programme calls them while nobody knows it."""
        name = self.line.student_name if side is Respondent.STUDENT else self.line.supervisor
        role = self.role(side)
        return name or f"{role[:1].lower()}{role[1:]}"
