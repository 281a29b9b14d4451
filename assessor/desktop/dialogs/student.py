"""A student by hand: who it is, which opleiding, and where the student learns."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QWidget

from assessor.desktop.context import Context
from assessor.desktop.dialogs.asking import AskingDialog
from assessor.desktop.dialogs.organisation_field import OrganisationField
from assessor.desktop.furniture.day_field import DayField
from assessor.desktop.furniture.form import Choice, FormRows, mark_invalid
from assessor.desktop.furniture.surfaces import Card, column, row
from assessor.desktop.theme import GRID, scaled
from assessor.domain.errors import KnownError
from assessor.domain.programme import PROGRAMMES
from assessor.domain.student import Placement, Student
from assessor.domain.text import Text
from assessor.services.changes import Changes

WIDE = 880


class StudentDialog(AskingDialog):
    """Adds a student, or changes what is known of one.

    Attributes:
        saved: the student as recorded, None until then.
    """

    def __init__(self, context: Context, student: Student | None = None, parent: QWidget | None = None) -> None:
        title = self.tr("Add a student") if student is None else self.tr("Change a student")
        confirm = self.tr("Add") if student is None else self.tr("Keep")
        super().__init__(context, parent, title, "", confirm)
        self.setMinimumWidth(scaled(WIDE))
        self.saved: Student | None = None
        self._before = student
        self._placement = self._latest_placement()
        who, where = QWidget(), Card(spacing=GRID)
        who.setLayout(column(self._ask_who(), None))
        where.body.addWidget(self._ask_whether())
        where.body.addWidget(self._ask_where())
        where.body.addStretch(1)
        sides = row(spacing=3 * GRID)
        sides.addWidget(who, 1)
        sides.addWidget(where, 1)
        self.body.addLayout(sides)
        self._offer_variants()
        self.organisation.grown.connect(self._grow)
        self.placed.toggled.connect(self._grow)
        self.programme.currentIndexChanged.connect(lambda _index: self._offer_variants())
        self.variant.currentIndexChanged.connect(lambda _index: self._offer_phases())
        self.placed.toggled.connect(self._where.setVisible)
        self._where.setVisible(self.placed.isChecked())
        self.number.setFocus()

    # --- fields

    def _ask_who(self) -> FormRows:
        known = self._before
        rows = FormRows()
        self.number = _line(known.number if known else "", 40)
        self.first_name = _line(known.first_name if known else "")
        self.prefix = _line(known.prefix if known else "", 40)
        self.last_name = _line(known.last_name if known else "")
        self.programme = Choice(
            [(code, self.context.say(one.name)) for code, one in PROGRAMMES.items()], known.programme if known else None
        )
        self.variant, self.phase = Choice([]), Choice([])
        self.cohort = _line(known.cohort if known else _study_year(self.context.application.desk.today()), 20)
        self.study_coach = _line(known.study_coach if known else "")
        rows.add(self.tr("Student number"), self.number)
        rows.add(self.tr("First name"), self.first_name)
        rows.add(self.tr("Prefix"), self.prefix, self.tr("For example: van der"))
        rows.add(self.tr("Last name"), self.last_name)
        rows.add(self.tr("Programme"), self.programme)
        rows.add(self.tr("Variant"), self.variant)
        rows.add(self.tr("Phase"), self.phase)
        rows.add(self.tr("Cohort"), self.cohort, self.tr("First study year, for example 2025-2026"))
        rows.add(self.tr("Study coach"), self.study_coach)
        return rows

    def _ask_whether(self) -> QWidget:
        self.placed = QCheckBox(self.tr("&Placement is known"))
        self.placed.setChecked(self._placement is not None)
        return self.placed

    def _ask_where(self) -> QWidget:
        placement, students = self._placement, self.context.application.students
        first, last = _period(self.context.application.desk.today())
        organisation = students.organisation(placement.organisation_id) if placement else None
        rows = FormRows()
        self.organisation = OrganisationField(self.context, organisation)
        self.supervisor = _line(placement.supervisor if placement else "")
        self.group = _line(placement.group if placement else "")
        self.start, self.end = (
            DayField(placement.start if placement else first),
            DayField(placement.end if placement else last),
        )
        self.own_job = QCheckBox(self.tr("The student works here in their own job"))
        self.own_job.setAccessibleName(self.own_job.text())
        self.own_job.setChecked(bool(placement and placement.own_job))
        rows.add(self.tr("Organisation"), self.organisation)
        rows.add(self.tr("Mentor"), self.supervisor)
        self._supervisor_label: QLabel = rows.labelForField(self.supervisor)  # type: ignore[assignment]
        rows.add(self.tr("Group"), self.group, self.tr("For example: group 5"))
        rows.add(self.tr("From"), self.start)
        rows.add(self.tr("Until"), self.end)
        self._where = QWidget()
        self._where.setLayout(column(rows, self.own_job, spacing=12))
        return self._where

    def _offer_variants(self) -> None:
        """Switch variants, phases and the word for the mentor to those of the opleiding."""
        programme = PROGRAMMES[self.programme.code]
        chosen = self._before.variant if self._before else None
        self.variant.offer([(code, self.context.say(name)) for code, name in programme.variants.items()], chosen)
        word = self.context.say(programme.supervisor)
        self._supervisor_label.setText(word[:1].upper() + word[1:])
        self.supervisor.setAccessibleName(self._supervisor_label.text())
        self._offer_phases()

    def _offer_phases(self) -> None:
        instruments = self.context.application.instruments
        phases = instruments.phases(self.programme.code, self.variant.code) or instruments.phases(self.programme.code)
        chosen = self.phase.code or (self._before.phase if self._before else None)
        self.phase.offer([(phase.code, self.context.say(phase.name)) for phase in phases], chosen)

    def _grow(self) -> None:
        """Make room for what was unfolded, once the layout knows of it."""
        QTimer.singleShot(0, self, self.adjustSize)

    # --- what it does

    def carry_out(self) -> Changes:
        """Record the student, and the placement when it is known."""
        for field in (self.number, self.first_name, self.last_name, self.organisation.name, self.end):
            mark_invalid(field, False)
        students = self.context.application.students
        self._refuse_unplaced()
        if self._before is None and self.saved is None:
            self.saved, changes = students.add(self._student(""))
        else:
            self.saved = self._student((self.saved or self._before or self._student("")).id)
            changes = students.save(self.saved)
        if self.placed.isChecked():
            organisation_id, added = self.organisation.settle()
            _placement, placed = students.place(self._placement_of(self.saved.id, organisation_id))
            changes = (*changes, *added, *placed)
        self.context.hub.tell(changes, self)
        return changes

    def _refuse_unplaced(self) -> None:
        if not self.placed.isChecked():
            return
        if not self.organisation.name.text().strip():
            raise KnownError(
                "organisation-missing",
                Text("De organisatie is niet ingevuld.", "The organisation has not been filled in."),
                Text("Vul haar in, of haal het vinkje bij de stage weg.", "Fill it in, or untick the placement."),
            )
        if self.end.day < self.start.day:
            raise KnownError(
                "placement-reversed",
                Text("De stage eindigt voordat zij begint.", "The placement ends before it starts."),
                Text("Controleer de twee datums.", "Check the two dates."),
            )

    def culprit(self, refusal: KnownError) -> QWidget | None:
        """The field that a refusal is about."""
        named = {
            "student-number-taken": self.number,
            "organisation-missing": self.organisation.name,
            "placement-reversed": self.end,
        }
        if refusal.code in named:
            return named[refusal.code]
        needed = (self.number, self.first_name, self.last_name)
        return next((field for field in needed if not field.text().strip()), None)

    def _student(self, student_id: str) -> Student:
        return Student(
            student_id,
            self.number.text(),
            self.first_name.text(),
            self.prefix.text(),
            self.last_name.text(),
            self.programme.code,
            self.variant.code,
            self.phase.code,
            self.cohort.text().strip(),
            self.study_coach.text().strip(),
        )

    def _placement_of(self, student_id: str, organisation_id: str) -> Placement:
        made = Placement(
            "",
            student_id,
            organisation_id,
            self.supervisor.text().strip(),
            self.start.day,
            self.end.day,
            self.group.text().strip(),
            self.own_job.isChecked(),
        )
        known = self._placement
        is_same = known is not None and (known.organisation_id == organisation_id or known.start == made.start)
        return replace(made, id=known.id) if known is not None and is_same else made

    def _latest_placement(self) -> Placement | None:
        if self._before is None:
            return None
        return next(iter(self.context.application.students.placements(self._before.id)), None)


def _line(text: str, most: int = 120) -> QLineEdit:
    field = QLineEdit(text)
    field.setMaxLength(most)
    return field


def _study_year(day: date) -> str:
    """The study year that a day is in, such as 2025-2026; it starts on the first of September, enrolment in August."""
    first = day.year if day.month >= 8 else day.year - 1
    return f"{first}-{first + 1}"


def _period(day: date) -> tuple[date, date]:
    """The half study year that a day is in: a usual stageperiode, to be corrected by who knows better."""
    if day.month >= 8:
        return date(day.year, 9, 1), date(day.year + 1, 1, 31)
    if day.month == 1:
        return date(day.year - 1, 9, 1), date(day.year, 1, 31)
    return date(day.year, 2, 1), date(day.year, 7, 15)
