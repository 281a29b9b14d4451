"""Studenten: find a student, see what is known, and begin an assessment."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget
from shiboken6 import isValid

from assessor.desktop.context import Context
from assessor.desktop.dialogs.student import StudentDialog
from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.dropping import FileDrop
from assessor.desktop.furniture.form import Choice
from assessor.desktop.furniture.lists import ListView, SearchField
from assessor.desktop.furniture.surfaces import EmptyState, row
from assessor.desktop.furniture.words import label
from assessor.desktop.jobs import Progress
from assessor.desktop.models.paged import PAGE
from assessor.desktop.models.students import StudentTable
from assessor.desktop.page import Page
from assessor.desktop.pages.student_details import StudentDetails
from assessor.desktop.theme import GRID
from assessor.desktop.wording import Wording
from assessor.domain.programme import PROGRAMMES
from assessor.domain.student import Student

if TYPE_CHECKING:
    from assessor.desktop.dialogs.import_register import ImportDialog
    from assessor.desktop.forms.cohort import CohortFormsDialog
    from assessor.desktop.forms.dialog import CameAlongDialog
    from assessor.desktop.midterm.sending import SendMidtermsDialog

MOST_AT_ONCE = 500
"""So many rows at most are fetched again when something changed, so that the user keeps the place."""

Found = tuple[tuple[str, str | None], int, list[Student]]


class StudentsPage(Page):
    """The list of students on the left, the chosen one on the right."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.add = button(
            self.tr("Add a student"), self.add_student, icon="plus", shortcut="Ctrl+Shift+N", name="add-student"
        )
        self.bring = button(self.tr("Import…"), self.import_file, icon="folder", shortcut="Ctrl+Shift+I", name="import")
        self.heading(self.tr("Students"), "", self.bring, self.add)
        FileDrop(self, self.take_file)
        self._build_filters()
        self._build_list()
        self._total = 0
        self.search.sought.connect(lambda _text: self.reload())
        self.programme.currentIndexChanged.connect(lambda _index: self._filtered())

    # --- parts

    def _build_filters(self) -> None:
        words = Wording(self.context)
        self.search = SearchField(self.tr("Search"), self.tr("Name, number, organisation or cohort"))
        options = [("", self.tr("Every programme")), *((code, words.programme(code)) for code in PROGRAMMES)]
        self.programme = Choice(options)
        self.programme.setAccessibleName(self.tr("Programme"))
        kept = self.context.application.students.kept_programme()
        self.programme.setCurrentIndex(max(0, self.programme.findData(kept or "")))
        filters = row(spacing=2 * GRID)
        filters.addWidget(self.search, 1)
        filters.addWidget(self.programme)
        self.body.addLayout(filters)

    def _build_list(self) -> None:
        self.table = StudentTable(self.context)
        self.list = ListView(self.tr("Students"), self.table)
        self.list.fit("", "90000000", Wording(self.context).longest_course())
        self.list.spare(2)  # The details beside it tell the programme; a name must be whole.
        self.search.serve(self, self.list)
        self.list.chosen.connect(self._choose)
        self.details = StudentDetails(self.context)
        self.list.opened.connect(lambda _number: self.details.take_focus())
        self.details.editing.connect(self.edit_student)
        self.details.sending.connect(self.send_midterm)
        self.nothing = EmptyState(
            "search", self.tr("Nothing found"), self.tr("No student of this programme answers to this search.")
        )
        self.nobody = EmptyState(
            "students",
            self.tr("No students yet"),
            self.tr("Add a student to begin a practice assessment."),
            self.tr("Add a student"),
            self.add_student,
        )
        both = row(spacing=3 * GRID)
        both.addWidget(self.list, 3)
        both.addWidget(self.details, 2)
        self._found = QWidget()
        self._found.setLayout(both)
        self.views = QStackedWidget()
        for view in (self._found, self.nothing, self.nobody):
            self.views.addWidget(view)
        self.counted = label("", "small")
        self.forms = button(self.tr("Write forms…"), self.write_forms, icon="pdf", name="write-forms")
        self.returned = button(
            self.tr("Forms that came back…"), self.receive_forms, icon="folder", shortcut="Ctrl+Shift+O", name="back"
        )
        under = row(spacing=GRID)
        under.addWidget(self.counted, 1)
        under.addWidget(self.returned)
        under.addWidget(self.forms)
        self.body.addWidget(self.views, 1)
        self.body.addLayout(under)

    def take_focus(self) -> None:
        """Begin by searching."""
        self.search.setFocus(Qt.FocusReason.TabFocusReason)

    # --- what it shows

    def reload(self) -> None:
        """Fetch the first rows anew; the chosen student stays chosen while there."""
        sought, students = (self.search.text(), self.programme.code or None), self.context.application.students
        known = self.table.rowCount() if sought == self.table.sought else 0
        rows = min(max(PAGE, known), MOST_AT_ONCE)

        def fetch(_progress: Progress) -> Found:
            return sought, students.count(*sought), students.search(*sought, limit=rows)

        self.context.jobs.start("list of students", fetch, self._show)

    def show_student(self, student_id: str) -> None:
        """Show one student: the list finds the number, and nobody else has it."""
        student = self.context.application.students.get(student_id)
        if self.programme.code not in ("", student.programme):
            self.programme.setCurrentIndex(0)
        self.details.show_student(student)
        self.search.setText(student.number)
        self.reload()
        self.details.take_focus()

    def _show(self, found: Found) -> None:
        if not isValid(self):  # The screen was built anew while the rows were on their way.
            return
        sought, total, students = found
        self.table.sought = sought
        shown = self.details.student_id
        self.table.show(total, students)
        place = next((number for number, one in enumerate(students) if one.id == shown), 0)
        if students:
            self.list.setCurrentIndex(self.table.index(place, 0))
            self.details.show_student(students[place])
        self.counted.setText(self.tr("%n student(s)", "", total) if total else "")
        self.forms.setVisible(bool(total))
        self.returned.setVisible(bool(total) or sought != ("", None))
        self._total = total
        self.add.setVisible(bool(total) or sought != ("", None))
        self.views.setCurrentWidget(self._found if total else self.nobody if sought == ("", None) else self.nothing)

    def _filtered(self) -> None:
        self.context.application.students.keep_programme(self.programme.code or None)
        self.reload()

    def _choose(self, number: int) -> None:
        if number >= 0:
            self.details.show_student(self.table.row(number))

    # --- what it does

    def add_student(self) -> None:
        """Add a student by hand."""
        dialog = StudentDialog(self.context, parent=self)
        dialog.ask(lambda: self._saved(dialog))

    def import_file(self, path: Path | None = None) -> ImportDialog:
        """Import a list of students, organisations and assessors: the file that was dropped, or one to be chosen."""
        from assessor.desktop.dialogs.import_register import ImportDialog

        dialog = ImportDialog(self.context, self, path)
        dialog.open()
        return dialog

    def take_file(self, path: Path) -> None:
        """See through a form that came back, or import a list: the content of the file that was dropped tells which."""
        forms = self.context.application.forms
        self.context.jobs.start("dropped", lambda progress: forms.recognise([path], progress), self._sorted_out)

    def _sorted_out(self, found: tuple[list[Path], list[Path]]) -> None:
        if not isValid(self):
            return
        came_back, others = found
        if came_back:
            self.receive_forms(came_back)
        for path in others:
            self.import_file(path)

    def receive_forms(self, files: Sequence[Path] = ()) -> CameAlongDialog:
        """See what came back, for whichever student."""
        from assessor.desktop.forms.dialog import CameAlongDialog

        dialog = CameAlongDialog(self.context, self)
        dialog.open()
        if files:
            dialog.take_files(files)
        return dialog

    def write_forms(self) -> CohortFormsDialog:
        """Write forms for everybody that the list found, or for the chosen student."""
        from assessor.desktop.forms.cohort import CohortFormsDialog

        place = self.list.currentIndex()
        chosen = self.table.row(place.row()) if place.isValid() else None
        dialog = CohortFormsDialog(self.context, self, chosen, self._total)
        dialog.accepted.connect(lambda: self._write_forms(dialog, chosen))
        dialog.open()
        return dialog

    def _write_forms(self, dialog: CohortFormsDialog, chosen: Student | None) -> None:
        from assessor.desktop.forms.cohort import SendingDialog

        students, sought, which = self.context.application.students, self.table.sought, dialog.which.code

        def who() -> list[str]:
            if which == "chosen" and chosen is not None:
                return [chosen.id]
            return [one.id for one in students.search(*sought, limit=students.count(*sought))]

        SendingDialog(self.context, self, dialog.wish(), who).open()

    def send_midterm(self, student: Student) -> SendMidtermsDialog:
        """Ask how the midterm of one student goes out."""
        from assessor.desktop.midterm.sending import SendMidtermsDialog

        dialog = SendMidtermsDialog(self.context, self, student)
        dialog.ask(lambda: self._send_midterm(dialog, student))
        return dialog

    def _send_midterm(self, dialog: SendMidtermsDialog, student: Student) -> None:
        from assessor.desktop.midterm.sending import SendingMidtermsDialog

        sending = SendingMidtermsDialog(self.context, self, dialog.wish())
        sending.finished.connect(lambda _result: self.details.show_student(student))
        sending.open()

    def edit_student(self, student: Student) -> None:
        """Change what is known of a student."""
        dialog = StudentDialog(self.context, student, self)
        dialog.ask(lambda: self._saved(dialog))

    def _saved(self, dialog: StudentDialog) -> None:
        """Show the student that was added or changed, whatever was sought."""
        if dialog.saved is None:
            return
        self.details.show_student(dialog.saved)
        if self.programme.code not in ("", dialog.saved.programme):
            self.programme.setCurrentIndex(0)
        self.search.setText(dialog.saved.number)
        self.reload()
