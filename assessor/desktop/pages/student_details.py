"""What is known of one student: opleiding, placement and dossiers."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QWidget

from assessor.desktop.context import Context
from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.form import FormRows
from assessor.desktop.furniture.surfaces import Card, clear, column, line, row
from assessor.desktop.furniture.words import label
from assessor.desktop.theme import GRID
from assessor.desktop.wording import Wording
from assessor.domain.dossier import Dossier
from assessor.domain.programme import PROGRAMMES
from assessor.domain.student import Student
from assessor.storage.repositories.midterm_lines import MidtermLine, MidtermWish


class StudentDetails(QWidget):
    """The panel beside the list.

    Signals:
        editing: the user wants to change the student.
        sending: the user wants to send a midterm evaluation out to the student and the mentor.
    """

    editing = Signal(object)
    sending = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._words = Wording(context)
        self._student: Student | None = None
        self.start = button(
            self.tr("Start a practice assessment"), self._start, kind="primary", shortcut="Ctrl+N", name="start"
        )
        self.midterm = button(self.tr("Send out a midterm…"), self._send, name="send-midterm")
        self.edit = button(self.tr("Change"), self._edit, name="edit")
        self.name = label("", "heading")
        self._facts = column(spacing=12)
        card = Card(self.name, self._facts, None, spacing=12)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(card)
        outer = column(spacing=12)
        outer.addWidget(area, 1)
        outer.addLayout(row(self.start, self.edit, None, spacing=GRID))
        outer.addLayout(row(self.midterm, None, spacing=GRID))
        self.setLayout(outer)

    @property
    def student_id(self) -> str:
        """Whose details these are, "" for nobody."""
        return "" if self._student is None else self._student.id

    def take_focus(self) -> None:
        """Put the focus on what one does next."""
        self.start.setFocus()

    def show_student(self, student: Student) -> None:
        """Show a student as it stands in the workspace now."""
        self._student = student
        self.name.setText(student.name)
        self.start.setAccessibleDescription(student.name)
        clear(self._facts)
        self._facts.addLayout(self._course(student))
        self._facts.addWidget(line())
        self._facts.addWidget(label(self.tr("Placement"), "label"))
        self._facts.addLayout(self._placement(student))
        self._facts.addWidget(line())
        self._facts.addWidget(label(self.tr("Assessments"), "label"))
        self._show_dossiers(self._context.application.work.of_student(student.id))
        self._facts.addWidget(line())
        self._facts.addWidget(label(self.tr("Midterm evaluations"), "label"))
        wish = MidtermWish(student_id=student.id)
        self._show_midterms(self._context.application.midterms.overview.lines(wish))

    def _course(self, student: Student) -> FormRows:
        rows = _facts()
        words = self._words
        for name, value in (
            (self.tr("Number"), student.number),
            (self.tr("Programme"), words.programme(student.programme)),
            (self.tr("Variant"), words.variant(student.programme, student.variant)),
            (self.tr("Phase"), words.phase(student.programme, student.phase)),
            (self.tr("Cohort"), student.cohort),
            (self.tr("Study coach"), student.study_coach),
        ):
            rows.addRow(label(name, "muted", wrap=False), label(value or "–"))
        return rows

    def _placement(self, student: Student) -> FormRows:
        rows = _facts()
        students = self._context.application.students
        placement = next(iter(students.placements(student.id)), None)
        if placement is None:
            rows.addRow(label(self.tr("Nothing filled in yet."), "muted"))
            return rows
        organisation = students.organisation(placement.organisation_id)
        word = self._context.say(PROGRAMMES[student.programme].supervisor)
        where = f"{organisation.name}, {organisation.place}" if organisation.place else organisation.name
        period = self.tr("{start} until {end}").format(
            start=self._words.day(placement.start), end=self._words.day(placement.end)
        )
        facts = [
            (self.tr("Organisation"), where),
            (word[:1].upper() + word[1:], placement.supervisor),
            (self.tr("Period"), period),
            (self.tr("Group"), placement.group),
        ]
        if placement.own_job:
            facts.append((self.tr("Own job"), self.tr("yes")))
        for name, value in facts:
            rows.addRow(label(name, "muted", wrap=False), label(value or "–"))
        return rows

    def _show_dossiers(self, dossiers: list[Dossier]) -> None:
        if not dossiers:
            self._facts.addWidget(label(self.tr("None yet."), "muted"))
        for one in reversed(dossiers):
            self._facts.addWidget(self._link(one))

    def _link(self, dossier: Dossier) -> QPushButton:
        name = f"dossier-{dossier.number}"
        return button(self._dossier_words(dossier), lambda: self._open(dossier), kind="link", name=name)

    def _dossier_words(self, dossier: Dossier) -> str:
        outcome = dossier.result.outcome.word if dossier.result else None
        stand = self._context.say(outcome or dossier.state.word)
        return self.tr("{number} · {day} · {state}").format(
            number=dossier.number, day=self._words.day(dossier.activity.day), state=stand
        )

    def _show_midterms(self, midterms: list[MidtermLine]) -> None:
        if not midterms:
            self._facts.addWidget(label(self.tr("None yet."), "muted"))
        for one in midterms:
            self._facts.addWidget(self._midterm_link(one))

    def _midterm_link(self, one: MidtermLine) -> QPushButton:
        words = self.tr("{day} · {state}").format(
            day=self._words.day(one.sent_at.astimezone().date()), state=self._context.say(one.stand)
        )
        return button(words, lambda: self._context.navigator.open_midterm(one.id), kind="link", name="midterm")

    # --- where it leads

    def _send(self) -> None:
        if self._student is not None:
            self.sending.emit(self._student)

    def _open(self, dossier: Dossier) -> None:
        self._context.navigator.open_dossier(dossier.id, "sheet" if dossier.state.is_open else "result")

    def _start(self) -> None:
        if self._student is not None:
            self._context.navigator.start_assessment(self._student.id)

    def _edit(self) -> None:
        if self._student is not None:
            self.editing.emit(self._student)


def _facts() -> FormRows:
    rows = FormRows()
    rows.setVerticalSpacing(6)
    return rows
