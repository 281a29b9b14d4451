"""Write forms for many students at once: who, then beside the screen with a bar, then what goes where."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from assessor.desktop.context import Context
from assessor.desktop.dialogs.under_way import UnderWayDialog
from assessor.desktop.forms.sending import FormsDialog, Wish
from assessor.desktop.furniture.form import Choice
from assessor.desktop.furniture.lines_table import LinesTable
from assessor.desktop.jobs import Progress
from assessor.domain.student import Student
from assessor.services.changes import Change, Changes
from assessor.services.forms.sending import Sending, SentFile

MOST_SHOWN = 500
"""Lines of the table; the list in the folder has them all."""

Who = Callable[[], Sequence[str]]
"""Answers the ids of the students; asked beside the screen."""


class CohortFormsDialog(FormsDialog):
    """Asks which forms, and for whom: everybody that the list found, or the chosen student.

    Args:
        context: what every page is given.
        parent: the page.
        student: the chosen one, if any.
        found: how many students the list found.
    """

    def __init__(self, context: Context, parent: QWidget | None, student: Student | None, found: int) -> None:
        super().__init__(context, parent)
        options = [("found", self.tr("all %n found", "", found))]
        if student is not None:
            options.append(("chosen", self.tr("only {name}").format(name=student.name)))
        self.which = Choice(options, "found")
        self.rows.add(self.tr("Students"), self.which)
        self.setTabOrder(self.folder, self.which)

    def carry_out(self) -> Changes:
        """Nothing is written yet: that comes next, beside the screen."""
        self.wish()
        return ()


class SendingDialog(UnderWayDialog):
    """Writes the forms beside the screen, can stop, and shows what goes where.

    Args:
        context: what every page is given.
        parent: the page.
        wish: which forms.
        who: the students.
    """

    def __init__(self, context: Context, parent: QWidget | None, wish: Wish, who: Who) -> None:
        super().__init__(context, parent, self.tr("Write forms"), self.tr("Writing…"))
        self._wish = wish
        self.sending: Sending | None = None
        self.table = LinesTable(
            self.tr("What goes where"), [self.tr("For"), self.tr("Form"), self.tr("About"), self.tr("File")]
        )
        self.table.hide()
        self.body.addWidget(self.table, 1)
        forms = context.application.forms

        def work(progress: Progress) -> Sending:
            recipients = forms.recipients(who())
            return forms.send(recipients, wish.kinds, wish.folder, wish.language, ways=wish.ways, progress=progress)

        self.work_on("send forms", work)

    def count(self, done: int, total: int) -> str:
        """How many files are written."""
        return self.tr("{done} of {total} written").format(done=done, total=total)

    def show_answer(self, answer: Sending, *, stopped: bool) -> None:
        """Say how many files there are, and what goes where."""
        self.sending = answer
        count = len(answer.files)
        self.say("warning", self.tr("%n file(s) written. They are not encrypted.", "", count))
        if stopped:
            self.say("neutral", self.tr("Stopped. What was written is below."))
        if answer.list_file is not None:
            words = self.tr("The whole list of what goes where is in {name}; it is not encrypted either.")
            self.told.setText(words.format(name=answer.list_file.name))
            self.told.show()
            self.table.show_lines([self._cells(one) for one in answer.files[:MOST_SHOWN]])
            self.offer_folder(self._wish.folder)
        students = dict.fromkeys(one.student.id for one in answer.files)
        self.context.hub.tell(tuple(Change("student", one, "forms") for one in students), self)

    def _cells(self, one: SentFile) -> tuple[str, ...]:
        receiver = ", ".join(part for part in (one.receiver, one.organisation) if part) or "–"
        return receiver, self.context.say(one.sent.kind.word), one.student.name, one.path.name
