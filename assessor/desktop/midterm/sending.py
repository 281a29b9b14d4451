"""*Uitzetten*: for whom, where to, in which language and by when; then what was written, and who was passed over."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QWidget

from assessor.desktop.context import Context
from assessor.desktop.dialogs.asking import AskingDialog
from assessor.desktop.dialogs.under_way import UnderWayDialog
from assessor.desktop.forms.sending import FolderField, language_choice, way_choice, ways_of
from assessor.desktop.furniture.day_field import DayField
from assessor.desktop.furniture.form import Choice, FormRows
from assessor.desktop.furniture.lines_table import LinesTable
from assessor.desktop.furniture.lists import SearchField
from assessor.desktop.furniture.surfaces import column
from assessor.desktop.furniture.words import label
from assessor.desktop.jobs import Progress
from assessor.desktop.wording import Wording
from assessor.domain.errors import KnownError
from assessor.domain.form_answers import Way
from assessor.domain.programme import PROGRAMMES
from assessor.domain.student import Student
from assessor.domain.text import Language, Text
from assessor.services.changes import Changes
from assessor.services.midterm.sending import MidtermFile, MidtermSending, Skipped

WEEKS = 2
"""How long after today the forms are asked back, unless somebody says otherwise."""
NAMED = 3
"""So many students are named below the filter."""
MOST_SHOWN = 500
"""Lines of the table; the list in the folder has them all."""


Who = Callable[[], Sequence[str]]
"""Answers the ids of the students; asked beside the screen."""


@dataclass(frozen=True, slots=True)
class Wish:
    """To whom midterms go (asked beside the screen), as what, where to, and by when they are asked back."""

    who: Who
    folder: Path
    language: Language
    ways: tuple[Way, ...]
    due: date
    again: bool


class SendMidtermsDialog(AskingDialog):
    """Asks to whom the midterm goes out: one student, or everybody whom a filter finds.

    Args:
        context: what every page is given.
        parent: the page.
        student: the one student, if it is about one.
    """

    def __init__(self, context: Context, parent: QWidget | None, student: Student | None = None) -> None:
        super().__init__(
            context,
            parent,
            self.tr("Send out midterm evaluations"),
            self.tr(
                "Student and mentor each get a form of their own, with a text to send along. The files hold names and"
                " are not encrypted: send them yourself, with care."
            ),
            self.tr("Write the forms"),
        )
        self._student = student
        self._total = 0 if student is None else 1
        self.rows = FormRows()
        if student is None:
            self._add_filter()
        else:
            self.rows.addRow(label(self.tr("Student"), "label", wrap=False), label(student.name))
        today = context.application.desk.today()
        self.due = DayField(today + timedelta(weeks=WEEKS))
        self.way, self.language = way_choice(), language_choice(context)
        self.folder = FolderField()
        self.rows.add(self.tr("Asked back by"), self.due)
        self.rows.add(self.tr("As"), self.way)
        self.rows.add(self.tr("Language"), self.language)
        self.rows.add(self.tr("Folder"), self.folder)
        self.again = QCheckBox(self.tr("Also to who had a midterm evaluation in this placement already"))
        self.body.addLayout(self.rows)
        self.body.addWidget(self.again)
        (self.due if student is not None else self.cohort).setFocus()
        if student is None:
            self._count()

    def _add_filter(self) -> None:
        students, words = self.context.application.students, Wording(self.context)
        cohorts = students.cohorts()
        self.cohort = Choice([("", self.tr("Every cohort")), *((one, one) for one in cohorts)])
        programmes = [(code, words.programme(code)) for code in PROGRAMMES]
        self.programme = Choice([("", self.tr("Every programme")), *programmes])
        self.search = SearchField(self.tr("Students"), self.tr("Name, number or organisation"))
        self.found = label("", "muted")
        self.rows.add(self.tr("Cohort"), self.cohort)
        self.rows.add(self.tr("Programme"), self.programme)
        heading = label(self.tr("Only"), "label", wrap=False)
        heading.setBuddy(self.search)
        self.rows.addRow(heading, column(self.search, self.found, spacing=4))
        for choice in (self.cohort, self.programme):
            choice.currentIndexChanged.connect(lambda _index: self._count())
        self.search.sought.connect(lambda _text: self._count())

    def _count(self) -> None:
        """Say whom the filter finds, before anything is written."""
        students = self.context.application.students
        sought, cohort = (self.search.text(), self.programme.code or None), self.cohort.code
        self._total = total = students.count(*sought, cohort=cohort)
        named = ", ".join(one.name for one in students.search(*sought, limit=NAMED, cohort=cohort))
        if not total:
            self.found.setText(self.tr("Nobody answers to this."))
        elif total <= NAMED:
            self.found.setText(self.tr("%n student(s): {names}", "", total).format(names=named))
        else:
            self.found.setText(self.tr("%n student(s): {names} …", "", total).format(names=named))
        self.confirm.setEnabled(bool(total))

    def wish(self) -> Wish:
        """What was asked for; KnownErrors ``nobody-chosen``, ``no-folder``, ``due-past``."""
        if self._student is None:
            self._count()  # Enter may come before the pause after typing.
        if not self._total:
            raise KnownError(
                "nobody-chosen",
                Text("Er is niemand gekozen.", "Nobody was chosen."),
                Text("Kies een ander cohort of zoek ruimer.", "Choose another cohort or search more widely."),
            )
        if not self.folder.text():
            raise KnownError(
                "no-folder",
                Text("Er is geen map gekozen.", "No folder was chosen."),
                Text("Kies waar de bestanden komen.", "Choose where the files go."),
            )
        if self.due.day < self.context.application.desk.today():
            raise KnownError(
                "due-past",
                Text("Deze dag is al voorbij.", "This day has passed."),
                Text("Kies een dag in de toekomst.", "Choose a day in the future."),
            )
        language: Language = "nl" if self.language.code == "nl" else "en"
        return Wish(
            self._who(), Path(self.folder.text()), language, ways_of(self.way), self.due.day, self.again.isChecked()
        )

    def _who(self) -> Who:
        """Whom the filter finds as it stands now."""
        if self._student is not None:
            one = self._student.id
            return lambda: [one]
        students, cohort = self.context.application.students, self.cohort.code
        sought, total = (self.search.text(), self.programme.code or None), self._total
        return lambda: [one.id for one in students.search(*sought, limit=total, cohort=cohort)]

    def carry_out(self) -> Changes:
        """Nothing is written yet: that comes next, beside the screen."""
        self.wish()
        return ()

    def culprit(self, refusal: KnownError) -> QWidget | None:
        """The field that a refusal is about."""
        if refusal.code == "due-past":
            return self.due
        return self.folder if refusal.code == "no-folder" else None


class SendingMidtermsDialog(UnderWayDialog):
    """Writes the forms beside the screen, can stop, and shows what goes where and who was passed over."""

    def __init__(self, context: Context, parent: QWidget | None, wish: Wish) -> None:
        super().__init__(context, parent, self.tr("Send out midterm evaluations"), self.tr("Writing…"))
        self._wish = wish
        self.sending: MidtermSending | None = None
        self.table = LinesTable(
            self.tr("What goes where"), [self.tr("For"), self.tr("Organisation"), self.tr("About"), self.tr("File")]
        )
        self.skipped = LinesTable(self.tr("Passed over"), [self.tr("Student"), self.tr("Why")])
        self.passed = label("", "label")
        for part in (self.table, self.passed, self.skipped):
            part.hide()
        self.body.addWidget(self.table, 3)
        self.body.addWidget(self.passed)
        self.body.addWidget(self.skipped, 2)
        midterms = context.application.midterms

        def work(progress: Progress) -> tuple[MidtermSending, Changes]:
            return midterms.send(
                wish.who(), wish.folder, wish.language,
                ways=wish.ways, due=wish.due, again=wish.again, progress=progress,
            )  # fmt: skip

        self.work_on("send midterms", work)

    def count(self, done: int, total: int) -> str:
        """How many files are written."""
        return self.tr("{done} of {total} written").format(done=done, total=total)

    def show_answer(self, answer: tuple[MidtermSending, Changes], *, stopped: bool) -> None:
        """Say how many files there are, where they lie, and who got none."""
        self.sending, changes = answer
        files, skipped = self.sending.files, self.sending.skipped
        if files:
            words = self.tr(
                "%n file(s) written in {folder}. They are not encrypted: send them with care.", "", len(files)
            )
            self.say("warning", words.format(folder=self._wish.folder))
            self.table.show_lines([self._cells(one) for one in files[:MOST_SHOWN]])
            self.offer_folder(self._wish.folder)
        else:
            self.say("neutral", self.tr("No file was written."))
        if stopped:
            self.say("neutral", self.tr("Stopped. What was written is below; send out again for the others."))
        if self.sending.list_file is not None:
            words = self.tr("The whole list of what goes where is in {name}; it is not encrypted either.")
            self.told.setText(words.format(name=self.sending.list_file.name))
            self.told.show()
        if skipped:
            self.passed.setText(self.tr("%n student(s) passed over", "", len(skipped)))
            self.passed.show()
            self.skipped.show_lines([self._passed(one) for one in skipped[:MOST_SHOWN]])
        self.context.hub.tell(changes, self)

    def _cells(self, one: MidtermFile) -> tuple[str, ...]:
        return one.receiver or "–", one.organisation or "–", one.student.name, one.path.name

    def _passed(self, one: Skipped) -> tuple[str, ...]:
        language = self.context.language
        return one.student.name, f"{one.reason.what.say(language)} {one.reason.cure.say(language)}"
