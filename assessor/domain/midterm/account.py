"""Everything that paper needs to tell of one midterm evaluation, once both forms lie side by side."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from assessor.domain.forms import Respondent
from assessor.domain.instrument import Instrument, Phase
from assessor.domain.midterm.agenda import AgendaItem
from assessor.domain.midterm.foresight import Towards
from assessor.domain.midterm.midterm import SIDES, Midterm, Receipt
from assessor.domain.midterm.mirror import Mirror, MirrorLine
from assessor.domain.midterm.talk import Talk
from assessor.domain.programme import PROGRAMMES, Programme
from assessor.domain.student import Student
from assessor.domain.text import Text


@dataclass(frozen=True)
class MidtermAccount:
    """A midterm evaluation with everyone and everything it refers to.

    An account of sealed forms cannot exist, so that no paper of them can: KnownError ``midterm-sealed``.

    Attributes:
        organisation: name of the school or organisation; "" while it is not known.
        coordinator: name of who sent the forms out.
        agenda: of the talk.
        talk: what mentor and student wrote down together; None while they have not.
        receipts: how and when each form came in; those that do not count may be among them.
        before: the day of the previous midterm, from which changes are counted; None when there was none.
        after: how the practice assessment that followed lies to it; None while it has no result.
    """

    midterm: Midterm
    instrument: Instrument
    student: Student
    organisation: str
    coordinator: str
    mirror: Mirror
    agenda: tuple[AgendaItem, ...]
    talk: Talk | None = None
    receipts: tuple[Receipt, ...] = ()
    before: date | None = None
    after: Towards | None = None

    def __post_init__(self) -> None:
        """Refuse an account of forms that are sealed."""
        self.midterm.require_open()

    @property
    def programme(self) -> Programme:
        """The programme, for its own words."""
        return PROGRAMMES[self.instrument.programme]

    @property
    def phase(self) -> Phase | None:
        """The phase of the student as the instrument knows it."""
        return self.instrument.phase(self.student.phase)

    @property
    def missing(self) -> tuple[Respondent, ...]:
        """Whose form is not there, because the midterm was closed with a reason."""
        return tuple(side for side in SIDES if side not in self.mirror.sides)

    @property
    def changed(self) -> tuple[MirrorLine, ...]:
        """Where a side chose another level than in the previous period."""
        return tuple(line for line in self.mirror.lines if line.student_change or line.mentor_change)

    @property
    def written(self) -> Talk | None:
        """What was written down of the talk; None when that is nothing."""
        return None if self.talk is None or self.talk.is_empty else self.talk

    def who(self, side: Respondent) -> Text:
        """What the programme calls a side."""
        return side.called(self.programme)

    def receipt(self, side: Respondent) -> Receipt | None:
        """How the form of a side came in that counts."""
        counting = (one for one in self.receipts if one.respondent is side and one.in_force and not one.late)
        return next(counting, None)
