"""Inviting to score: forms on somebody's name, one form for all, or the questions of an online form."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLocale, QStandardPaths
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QPlainTextEdit, QWidget

from assessor.desktop.calibration.step import Step
from assessor.desktop.dialogs.asking import AskingDialog
from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.form import Choice, FormRows
from assessor.desktop.furniture.options import Options
from assessor.desktop.furniture.surfaces import column, fit, row
from assessor.desktop.furniture.words import label, restyle
from assessor.desktop.theme import GRID
from assessor.domain.calibration.round import ReturnWay
from assessor.domain.errors import KnownError
from assessor.domain.form_answers import Way
from assessor.domain.text import Language, Text
from assessor.services.changes import Changes

PERSONAL, FOR_ALL, PROGRAM = "personal", "all", "program"
MOST_MAIL = 10_000_000
"""Bytes above which a file may not come through by mail: coded for mail it grows by a third, and many stop at 15 MB."""
_WAYS = {"pdf": (Way.PDF,), "xlsx": (Way.WORKBOOK,), "both": (Way.PDF, Way.WORKBOOK)}


@dataclass(frozen=True, slots=True)
class FormsWish:
    """What goes out: personal forms, one for all or sealed invitations, as what, in which language and folder."""

    kind: str
    ways: tuple[Way, ...]
    language: Language
    folder: Path


class InviteToScoreDialog(AskingDialog):
    """Asks which forms go out; they are written beside the screen afterwards."""

    def __init__(self, step: Step, waiting: int, attached: int = 0) -> None:
        super().__init__(
            step.context,
            step,
            self.tr("Invite to score"),
            self.tr("Everybody fills in a form at home and sends it back. You read them in here, all at once."),
            self.tr("Write the forms"),
        )
        self.which = Options(self.tr("Which forms?"))
        self.which.add(
            PERSONAL,
            self.tr("A form for each participant"),
            self.tr("%n file(s) for who is not in yet, and a list of what goes to whom.", "", waiting),
        )
        self.which.add(
            FOR_ALL,
            self.tr("One form for everybody"),
            self.tr("Each writes a name or the code of the invitation on it."),
        )
        self.which.add(
            PROGRAM,
            self.tr("A sealed invitation for who has the program"),
            self.tr("It opens with the code of the invitation; send that separately. What comes back only opens here."),
        )
        self.which.show_code(PERSONAL)
        self.which.chosen.connect(self._show_kind)
        self.way = Choice(
            [("pdf", self.tr("PDF")), ("xlsx", self.tr("Workbook (Excel)")), ("both", self.tr("Both"))], "pdf"
        )
        self.language = Choice([("nl", self.tr("Dutch")), ("en", self.tr("English"))], step.context.language)
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self.folder = QLineEdit(documents)
        rows = FormRows()
        rows.add(self.tr("As"), self.way)
        rows.add(self.tr("Language"), self.language)
        rows.add(self.tr("Folder"), self._folder_field())
        self.folder.setAccessibleName(self.tr("Folder"))
        self.body.addWidget(self.which)
        self.body.addLayout(rows)
        blind = step.context.say(ReturnWay.PDF.blindness)
        clear = self.tr("The files are not encrypted. Send them yourself, with care.")
        self._sealed = step.context.say(ReturnWay.PROGRAM.blindness)
        self._open = f"{blind} {clear}"
        self.blind = label(self._open, "muted")
        self.body.addWidget(self.blind)
        self._attached, self._mailable = attached, label("", "muted")
        self.body.addWidget(self._mailable)
        self._show_files(PERSONAL)
        self.which.take_focus()

    def _show_files(self, kind: str) -> None:
        """Tell what becomes of the files of the casussen, and whether mail will carry them."""
        size = self.context.locale.formattedDataSize(self._attached, 0, QLocale.DataSizeFormat.DataSizeSIFormat)
        too_large = kind == PROGRAM and self._attached > MOST_MAIL
        if kind != PROGRAM:
            words = self.tr("The files of the cases are not in the forms: send them along.")
        elif too_large:
            words = self.tr(
                "The files of the cases are inside: each invitation is some {size}, and many mailboxes refuse that."
                " Share them by a protected folder, or attach smaller files."
            )
        else:
            words = self.tr("The files of the cases are inside: each invitation is some {size}.")
        self._mailable.setText(words.format(size=size))
        self._mailable.setVisible(self._attached > 0)
        restyle(self._mailable, tone="warning" if too_large else "")
        if self.isVisible():
            fit(self)

    def _show_kind(self, kind: str) -> None:
        self._show_files(kind)
        self.way.setEnabled(kind != PROGRAM)
        self.blind.setText(self._sealed if kind == PROGRAM else self._open)

    def _folder_field(self) -> QWidget:
        holder, layout = QWidget(), row(spacing=GRID)
        layout.addWidget(self.folder, 1)
        layout.addWidget(button(self.tr("Choose…"), self._ask_folder, icon="folder"))
        holder.setLayout(layout)
        holder.setFocusProxy(self.folder)
        return holder

    def _ask_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose a folder"), self.folder.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.folder.setText)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def carry_out(self) -> Changes:
        """Nothing is written yet: that comes next, beside the screen."""
        self.wish()
        return ()

    def wish(self) -> FormsWish:
        """What was asked for; KnownError ``nothing-chosen`` without a folder."""
        folder = self.folder.text().strip()
        if not folder:
            raise KnownError(
                "nothing-chosen",
                Text("Er is geen map gekozen.", "No folder was chosen."),
                Text("Kies waar de formulieren komen.", "Choose where the forms go."),
            )
        language: Language = "nl" if self.language.code == "nl" else "en"
        return FormsWish(self.which.code, _WAYS[self.way.code], language, Path(folder))

    def culprit(self, _refusal: KnownError) -> QWidget:
        """The folder is all that can be wrong."""
        return self.folder


class OnlineQuestionsDialog(QDialog):
    """The questions to paste into an online form; its export is read in like any other file."""

    def __init__(self, step: Step, words: str) -> None:
        super().__init__(step)
        self.setWindowTitle(self.tr("Questions for an online form"))
        self.resize(820, 640)
        self.text = QPlainTextEdit(words)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("Questions for an online form"))
        self.copied = label("", "small")
        copy = button(self.tr("Copy everything"), self._copy, kind="primary", name="copy")
        close = button(self.tr("Close"), self.reject, name="close")
        meaning = label(self.tr("Paste these into Microsoft Forms or another form. Read its Excel export here."))
        blind = label(step.context.say(ReturnWay.ONLINE.blindness), "muted")
        heading = label(self.tr("Questions for an online form"), "heading")
        layout = column(heading, meaning, blind, spacing=GRID, margins=3 * GRID)
        layout.addWidget(self.text, 1)
        layout.addLayout(row(self.copied, None, close, copy))
        self.setLayout(layout)
        copy.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.copied.setText(self.tr("Copied"))
