"""A new practice assessment: which student, which activity, where; and which form goes with it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QWidget
from shiboken6 import isValid

from assessor.desktop.context import Context, Part
from assessor.desktop.dialogs.asking import AskingDialog
from assessor.desktop.dialogs.organisation_field import OrganisationField
from assessor.desktop.furniture.chips import Chip
from assessor.desktop.furniture.day_field import DayField
from assessor.desktop.furniture.form import Choice, FormRows, mark_invalid
from assessor.desktop.furniture.lists import ListView, SearchField
from assessor.desktop.furniture.surfaces import Banner, Card, clear, column, row
from assessor.desktop.furniture.words import label
from assessor.desktop.jobs import Progress
from assessor.desktop.models.students import StudentTable
from assessor.desktop.theme import GRID, scaled
from assessor.desktop.wording import Wording
from assessor.domain.dossier import Activity, Dossier
from assessor.domain.dossier_forms import ACTIVITY_DAY, ACTIVITY_GROUP, ACTIVITY_SUBJECT
from assessor.domain.errors import KnownError
from assessor.domain.instrument import Instrument, Outcome
from assessor.domain.programme import PROGRAMMES
from assessor.domain.student import Placement, Student
from assessor.domain.text import Text
from assessor.services.assessments import Start
from assessor.services.changes import Changes

LIST_WIDTH = 416
WIDE = 1000

Found = tuple[str, int, list[Student]]


class StartAssessmentDialog(AskingDialog):
    """Asks what a new dossier begins with, says which instrument it will freeze, and opens it.

    Args:
        context: the page's context.
        student_id: whose assessment it is; None lets the user choose.
        parent: the page.

    Attributes:
        dossier: what was started, None until then.
        student: the chosen student, None while there is none.
    """

    def __init__(self, context: Context, student_id: str | None = None, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, self.tr("New practice assessment"), "", self.tr("Begin"))
        self.dossier: Dossier | None = None
        self.student: Student | None = None
        self._words = Wording(context)
        self._open_next: tuple[str, Part] | None = None
        self._placement: Placement | None = None
        self._told: tuple[str, ...] = ()
        sides = row(spacing=3 * GRID)
        if student_id is None:
            sides.addWidget(self._choose_student())
            self.setMinimumWidth(scaled(WIDE))
        sides.addWidget(self._ask_activity(), 1)
        self.body.addLayout(sides)
        self._connect()
        if student_id is not None:
            self.show_student(context.application.students.get(student_id))
            self.group.setFocus()
        else:
            self._show_nobody()
            self._find("")
            self.search.setFocus()
        self.accepted.connect(self._go)
        self.organisation.grown.connect(self._grow)
        self.replaces.toggled.connect(self._grow)

    # --- parts

    def _choose_student(self) -> QWidget:
        self.table = StudentTable(self.context)
        self.search = SearchField(self.tr("Search a student"), self.tr("Name or number"))
        self.list = ListView(self.tr("Students"), self.table)
        self.list.leave_out(1, True)
        self.list.horizontalHeader().hide()
        self.list.fit("", "", "Ad, semesters 3 en 4")
        self.list.setMinimumHeight(40 * GRID)
        self.search.serve(self, self.list)
        self.search.sought.connect(self._find)
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(lambda _number: self.group.setFocus())
        side = QWidget()
        side.setFixedWidth(scaled(LIST_WIDTH))
        side.setLayout(column(self.search, self.list, spacing=GRID))
        return side

    def _ask_activity(self) -> QWidget:
        self.who = label("", "heading")
        self.variant, self.phase = Choice([]), Choice([])
        self.day = DayField(self.context.application.desk.today())
        self.group, self.subject, self.supervisor = QLineEdit(), QLineEdit(), QLineEdit()
        for field in (self.group, self.subject, self.supervisor):
            field.setMaxLength(120)
        self.organisation = OrganisationField(self.context)
        self.attempt = label("1")
        rows = FormRows()
        rows.add(self.tr("Variant"), self.variant)
        rows.add(self.tr("Phase"), self.phase)
        rows.add(self.tr("Day of the activity"), self.day)
        rows.add(self.tr("Group"), self.group, self.tr("For example: group 5"))
        rows.add(self.tr("Subject"), self.subject, self.tr("For example: fractions"))
        rows.add(self.tr("Organisation"), self.organisation)
        rows.add(self.tr("Mentor"), self.supervisor)
        self._supervisor_label: QLabel = rows.labelForField(self.supervisor)  # type: ignore[assignment]
        self.prefilled = label("", "small")
        self.prefilled.hide()
        self._fields = QWidget()
        self._fields.setLayout(column(rows, self.prefilled, self._ask_replacement(), spacing=12))
        self._news = column(spacing=GRID)
        side = QWidget()
        side.setLayout(column(self.who, self._fields, self._news, None, spacing=12))
        return side

    def _ask_replacement(self) -> QWidget:
        """Folded until it is needed: standing in for somebody else is the exception."""
        self.replaces = QCheckBox(self.tr("I assess &in place of somebody else"))
        self.in_place_of, self.in_place_reason = QLineEdit(), QLineEdit()
        rows = FormRows()
        rows.add(self.tr("In place of"), self.in_place_of)
        rows.add(self.tr("Reason"), self.in_place_reason, self.tr("For example: ill"))
        folded = QWidget()
        folded.setLayout(rows)
        folded.hide()
        self.replaces.toggled.connect(folded.setVisible)
        self.replaces.toggled.connect(lambda on: self.in_place_of.setFocus() if on else None)
        made = QWidget()
        made.setLayout(column(self.replaces, folded, spacing=GRID))
        return made

    def _connect(self) -> None:
        self.variant.currentIndexChanged.connect(lambda _index: self._tell())
        self.phase.currentIndexChanged.connect(lambda _index: self._tell())
        self.day.day_changed.connect(self._tell)

    # --- which student

    def _find(self, text: str) -> None:
        students = self.context.application.students

        def fetch(_progress: Progress) -> Found:
            return text, students.count(text), students.search(text)

        self.context.jobs.start("students to choose from", fetch, self._show_found)

    def _show_found(self, found: Found) -> None:
        if not isValid(self):  # The dialog was closed while the rows were on their way.
            return
        text, total, students = found
        self.table.sought = (text, None)
        self.table.show(total, students)
        if text and self.table.rowCount():
            self.list.setCurrentIndex(self.table.index(0, 0))
        elif self.student is None or text:
            self._show_nobody()

    def _choose(self, number: int) -> None:
        if number >= 0:
            self.show_student(self.table.row(number))

    def _show_nobody(self) -> None:
        self.student = None
        self.who.setText(self.tr("Choose a student"))
        self._fields.setEnabled(False)
        self.confirm.setEnabled(False)
        clear(self._news)
        self._told = ()

    def show_student(self, student: Student) -> None:
        """Choose a student and fill in what is known."""
        if self.student is not None and self.student.id == student.id:
            return
        self.student = student
        students = self.context.application.students
        programme = PROGRAMMES[student.programme]
        self.who.setText(self.tr("{name} · {number}").format(name=student.name, number=student.number))
        self._fields.setEnabled(True)
        for choice in (self.variant, self.phase):
            choice.blockSignals(True)
        self.variant.offer(
            [(code, self.context.say(name)) for code, name in programme.variants.items()], student.variant
        )
        phases = self.context.application.instruments.phases(student.programme)
        self.phase.offer([(phase.code, self.context.say(phase.name)) for phase in phases], student.phase)
        for choice in (self.variant, self.phase):
            choice.blockSignals(False)
        word = self.context.say(programme.supervisor)
        self._supervisor_label.setText(word[:1].upper() + word[1:])
        self.supervisor.setAccessibleName(self._supervisor_label.text())
        self._placement = next(iter(students.placements(student.id)), None)
        placed = self._placement
        self.organisation.show_organisation(students.organisation(placed.organisation_id) if placed else None)
        self.supervisor.setText(placed.supervisor if placed else "")
        self.group.setText(placed.group if placed else "")
        self._dossiers = self.context.application.work.of_student(student.id)
        self._told = ()
        self._prefill(student)
        self._tell()

    def _prefill(self, student: Student) -> None:
        """Take day, group and subject from the student's preparation form, and say that they come from there."""
        kept = self.context.application.forms.waiting(student.id)
        self.prefilled.setVisible(kept is not None)
        self.subject.clear()
        if kept is None:
            return
        day = kept.answers.get(ACTIVITY_DAY)
        if day:
            self.day.show_day(date.fromisoformat(day))
        self.group.setText(kept.answers.get(ACTIVITY_GROUP) or self.group.text())
        self.subject.setText(kept.answers.get(ACTIVITY_SUBJECT, ""))
        words = self.tr("Filled in from the student's preparation form, received on {day}. The rest of it comes along.")
        self.prefilled.setText(words.format(day=self._words.long_day(kept.received_at.date())))

    # --- what it says

    def _tell(self) -> None:
        """Say which instrument will be used, or why there is none, and what there is already."""
        if self.student is None:
            return
        facts = (self.student.id, self.variant.code, self.phase.code, str(self.day.day))
        if facts == self._told:
            return
        self._told = facts
        clear(self._news)
        for banner in self._earlier():
            self._news.addWidget(banner)
        try:
            instrument = self.context.application.assessments.instrument_for(
                self.student.id, self.day.day, self.variant.code, self.phase.code
            )
        except KnownError as refusal:
            self._news.addWidget(Banner("warning", refusal.say(self.context.language)))
            self.confirm.setEnabled(False)
        else:
            self._news.addWidget(self._instrument_card(instrument))
            self.confirm.setEnabled(True)
        self._grow()

    def _grow(self) -> None:
        """Make room for what was unfolded or said, once the layout knows of it."""
        QTimer.singleShot(0, self, self.adjustSize)

    def _instrument_card(self, instrument: Instrument) -> Card:
        self.instrument = label(self.context.say(instrument.title), "label")
        title = row(self.instrument, spacing=GRID)
        if instrument.is_example:
            title.addWidget(Chip(self.tr("Example - not established"), "warning"))
        version = self.tr("Version {version} · attempt {attempt}").format(version=instrument.version, attempt=1)
        phase = instrument.phase(self.phase.code)
        line = f"{self.context.say(phase.name)}: {self.context.say(phase.line)}" if phase else ""
        return Card(title, label(version, "small"), label(line, "small"), spacing=4)

    def _earlier(self) -> list[Banner]:
        """A concept that is open already, and an insufficient that asks for a resit instead of a fresh start."""
        banners = []
        actor = self.context.application.desk.require_actor()
        concept = next((one for one in self._dossiers if one.state.is_open), None)
        if concept is not None and concept.assessor_id == actor.id:
            words = self.tr("You have a draft for this student already: {number}.").format(number=concept.number)
            banners.append(
                Banner("accent", words, self.tr("&Open that draft"), lambda: self._leave_for(concept, "sheet"))
            )
        elif concept is not None:
            words = self.tr("Another assessor has a draft for this student: {number}.").format(number=concept.number)
            banners.append(Banner("neutral", words))
        failed = self._failed()
        if failed is not None:
            words = self.tr("{number} is insufficient in this phase. Is this a resit? Then start it from there.")
            words, there = words.format(number=failed.number), self.tr("Open {number}").format(number=failed.number)
            banners.append(Banner("warning", words, there, lambda: self._leave_for(failed, "result")))
        return banners

    def _failed(self) -> Dossier | None:
        followed = {one.previous_id for one in self._dossiers}
        for one in self._dossiers:
            insufficient = one.result is not None and one.result.outcome is Outcome.INSUFFICIENT
            if insufficient and one.id not in followed and one.phase == self.phase.code:
                return one
        return None

    # --- what it does

    def carry_out(self) -> Changes:
        """Start the dossier."""
        if self.student is None:
            return ()
        mark_invalid(self.in_place_reason, False)
        self._refuse_unexplained()
        organisation_id, added = self.organisation.settle()
        activity = Activity(self.day.day, self.group.text().strip(), self.subject.text().strip())
        replaces = self.replaces.isChecked()
        start = Start(
            self.student.id,
            activity,
            organisation_id or None,
            self.supervisor.text().strip(),
            self.variant.code,
            self.phase.code,
            self.in_place_of.text().strip() if replaces else "",
            self.in_place_reason.text().strip() if replaces else "",
        )
        self.dossier, changes = self.context.application.assessments.start(start)
        changes += self.context.application.forms.prefill(self.dossier.id)
        self._open_next = (self.dossier.id, "sheet")
        self.context.hub.tell((*added, *changes), self)
        return (*added, *changes)

    def _refuse_unexplained(self) -> None:
        if self.replaces.isChecked() and not (self.in_place_of.text().strip() and self.in_place_reason.text().strip()):
            raise KnownError(
                "replacement-unexplained",
                Text("Je beoordeelt in plaats van iemand anders.", "You assess in place of somebody else."),
                Text("Vul in van wie, en waarom.", "Fill in of whom, and why."),
            )

    def culprit(self, refusal: KnownError) -> QWidget | None:
        """The field that a refusal is about."""
        if refusal.code == "replacement-unexplained":
            return self.in_place_reason if self.in_place_of.text().strip() else self.in_place_of
        return None

    def _leave_for(self, dossier: Dossier, part: Part) -> None:
        self._open_next = (dossier.id, part)
        self.accept()

    def _go(self) -> None:
        if self._open_next is not None:
            self.context.navigator.open_dossier(*self._open_next)
