"""Write forms for many students at once: who, then beside the screen with a bar, then what goes where."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QHeaderView, QProgressBar, QTableWidget, QTableWidgetItem, QWidget
from shiboken6 import isValid

from assessor.desktop.attempt import attempt
from assessor.desktop.context import Context
from assessor.desktop.forms.sending import FormsDialog, Wish
from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.form import Choice
from assessor.desktop.furniture.surfaces import Banner, column, row
from assessor.desktop.furniture.words import Tone, label
from assessor.desktop.jobs import Progress
from assessor.desktop.theme import GRID
from assessor.domain.errors import KnownError
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


class SendingDialog(QDialog):
    """Writes the forms beside the screen, can stop, and shows what goes where.

    Args:
        context: what every page is given.
        parent: the page.
        wish: which forms.
        who: the students.
    """

    def __init__(self, context: Context, parent: QWidget | None, wish: Wish, who: Who) -> None:
        super().__init__(parent)
        self.context, self._wish = context, wish
        self.sending: Sending | None = None
        self.setWindowTitle(self.tr("Write forms"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(860, 480)
        self._build()
        forms = context.application.forms

        def work(progress: Progress) -> Sending:
            recipients = forms.recipients(who())
            return forms.send(recipients, wish.kinds, wish.folder, wish.language, ways=wish.ways, progress=progress)

        # In the lane for computing, so that the list can be searched meanwhile.
        self._job = context.jobs.start(
            "send forms", attempt(work), self._done, lane="computing", on_progress=self._advance
        )

    def _build(self) -> None:
        self.told = label(self.tr("Writing…"), "muted")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.stop = button(self.tr("Stop"), self._stop, icon="close", name="stop")
        self.open_folder = button(self.tr("Open the folder"), self._open_folder, icon="folder", name="open-folder")
        self.close_button = button(self.tr("Close"), self.reject, kind="primary", name="close")
        self.table = QTableWidget(0, 4)
        self.table.setAccessibleName(self.tr("What goes where"))
        self.table.setHorizontalHeaderLabels(
            [self.tr("For"), self.tr("Form"), self.tr("About"), self.tr("File")]
        )  # fmt: skip
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.verticalHeader().setDefaultSectionSize(5 * GRID)
        self._said = column(spacing=GRID)
        layout = column(label(self.tr("Write forms"), "heading"), spacing=2 * GRID, margins=3 * GRID)
        layout.addWidget(self.told)
        layout.addWidget(self.bar)
        layout.addLayout(self._said)
        layout.addWidget(self.table, 1)
        layout.addLayout(row(None, self.stop, self.open_folder, self.close_button))
        self.setLayout(layout)
        for part in (self.table, self.open_folder, self.close_button):
            part.hide()
        self.stop.setFocus()

    # --- while it writes

    def _advance(self, done: int, total: int) -> None:
        if isValid(self):
            self.bar.setRange(0, total)
            self.bar.setValue(done)
            self.told.setText(self.tr("{done} of {total} written").format(done=done, total=total))

    def _stop(self) -> None:
        self.stop.setEnabled(False)
        self.context.jobs.stop(self._job)

    def reject(self) -> None:
        """Esc and the cross stop first; what was written is shown."""
        if self.stop.isHidden():
            super().reject()
        else:
            self._stop()

    # --- when it is done

    def _done(self, answer: Sending | KnownError) -> None:
        if not isValid(self):
            return
        stopped = not self.stop.isEnabled()
        for part in (self.bar, self.stop, self.told):
            part.hide()
        self.close_button.show()
        self.close_button.setDefault(True)
        self.close_button.setFocus()
        if isinstance(answer, KnownError):
            self._say("insufficient", answer.say(self.context.language))
            return
        self.sending = answer
        count = len(answer.files)
        self._say("warning", self.tr("%n file(s) written. They are not encrypted.", "", count))
        if stopped:
            self._say("neutral", self.tr("Stopped. What was written is below."))
        if answer.list_file is not None:
            words = self.tr("The whole list of what goes where is in {name}; it is not encrypted either.")
            self.told.setText(words.format(name=answer.list_file.name))
            self.told.show()
            self._fill(answer.files[:MOST_SHOWN])
            self.open_folder.show()
        students = dict.fromkeys(one.student.id for one in answer.files)
        self.context.hub.tell(tuple(Change("student", one, "forms") for one in students), self)

    def _fill(self, files: Sequence[SentFile]) -> None:
        self.table.setRowCount(len(files))
        for place, one in enumerate(files):
            receiver = ", ".join(part for part in (one.receiver, one.organisation) if part) or "–"
            cells = (receiver, self.context.say(one.sent.kind.word), one.student.name, one.path.name)
            for number, words in enumerate(cells):
                self.table.setItem(place, number, QTableWidgetItem(words))
        self.table.horizontalHeader().resizeSections(QHeaderView.ResizeMode.ResizeToContents)
        self.table.show()

    def _say(self, tone: Tone, words: str) -> None:
        banner = Banner(tone, words)
        self._said.addWidget(banner)
        banner.show()

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._wish.folder)))
