"""Write forms, for one dossier or for many students: which ones, as what, and where the files go."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLineEdit, QWidget

from assessor.desktop.context import Context
from assessor.desktop.dialogs.asking import AskingDialog
from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.form import Choice, FormRows
from assessor.desktop.furniture.surfaces import column, row
from assessor.desktop.furniture.words import label
from assessor.domain.errors import KnownError
from assessor.domain.form_answers import Way
from assessor.domain.forms import FormKind
from assessor.domain.text import Language, Text
from assessor.services.changes import Change, Changes
from assessor.services.forms.sending import Recipient, Sending


@dataclass(frozen=True, slots=True)
class Wish:
    """Which forms somebody wants, in which language, as what, and in which folder."""

    kinds: tuple[FormKind, ...]
    ways: tuple[Way, ...]
    language: Language
    folder: Path


_WAYS = {"pdf": (Way.PDF,), "xlsx": (Way.WORKBOOK,), "both": (Way.PDF, Way.WORKBOOK)}


def way_choice() -> Choice:
    """As what forms are written."""
    words = [
        ("pdf", "PDF"),
        ("xlsx", QCoreApplication.translate("FormsDialog", "Workbook (Excel)")),
        ("both", QCoreApplication.translate("FormsDialog", "Both")),
    ]
    return Choice(words, "pdf")


def ways_of(choice: Choice) -> tuple[Way, ...]:
    """What was chosen of `way_choice`."""
    return _WAYS[choice.code]


def language_choice(context: Context) -> Choice:
    """The language of forms, that of the screen until another is chosen."""
    return Choice(
        [
            ("nl", QCoreApplication.translate("FormsDialog", "Dutch")),
            ("en", QCoreApplication.translate("FormsDialog", "English")),
        ],
        context.language,
    )


class FolderField(QWidget):
    """A folder to write in: its path, and a button to choose another."""

    def __init__(self) -> None:
        super().__init__()
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self.path = QLineEdit(documents)
        self.path.setAccessibleName(self.tr("Folder"))
        layout = row(spacing=8)
        layout.addWidget(self.path, 1)
        layout.addWidget(button(self.tr("Choose…"), self._ask, icon="folder"))
        self.setLayout(layout)
        self.setFocusProxy(self.path)

    def text(self) -> str:
        """The path, "" while there is none."""
        return self.path.text().strip()

    def setText(self, path: str) -> None:
        """Show another path."""
        self.path.setText(path)

    def _ask(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose a folder"), self.path.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.path.setText)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


class FormsDialog(AskingDialog):
    """Asks which forms are wanted; a subclass says for whom."""

    def __init__(self, context: Context, parent: QWidget | None) -> None:
        super().__init__(
            context,
            parent,
            self.tr("Write forms"),
            self.tr("Each file is personal and holds names; it is not encrypted. Send it yourself, with care."),
            self.tr("Write"),
        )
        self.kinds: dict[FormKind, QCheckBox] = {}
        boxes = column(label(self.tr("Which forms?"), "label"), spacing=6)
        for kind, words in (
            (FormKind.PREPARATION, self.tr("Preparation form, for the student")),
            (FormKind.ADVICE, self.tr("Advice on the placement, for the mentor")),
            (FormKind.SCORES, self.tr("Scoring form, to assess without the program")),
        ):
            box = QCheckBox(words)
            box.setChecked(kind is not FormKind.SCORES)
            self.kinds[kind] = box
            boxes.addWidget(box)
        self.body.addLayout(boxes)
        self.rows = self._rows()
        self.body.addLayout(self.rows)
        self.kinds[FormKind.PREPARATION].setFocus()

    def _rows(self) -> FormRows:
        rows = FormRows()
        self.way, self.language, self.folder = way_choice(), language_choice(self.context), FolderField()
        rows.add(self.tr("As"), self.way)
        rows.add(self.tr("Language"), self.language)
        rows.add(self.tr("Folder"), self.folder)
        return rows

    def wish(self) -> Wish:
        """What was asked for; KnownError ``nothing-chosen`` without a form or a folder."""
        kinds = tuple(kind for kind, box in self.kinds.items() if box.isChecked())
        folder = self.folder.text()
        if not kinds or not folder:
            raise KnownError(
                "nothing-chosen",
                Text("Er is geen formulier of geen map gekozen.", "No form or no folder was chosen."),
                Text("Kies beide en probeer het opnieuw.", "Choose both and try again."),
            )
        language: Language = "nl" if self.language.code == "nl" else "en"
        return Wish(kinds, ways_of(self.way), language, Path(folder))


class SendFormsDialog(FormsDialog):
    """Write the forms of one dossier.

    Attributes:
        sending: what was written, once the dialog was accepted.
    """

    def __init__(self, context: Context, parent: QWidget | None, dossier_id: str) -> None:
        super().__init__(context, parent)
        self._dossier = context.application.work.dossier(dossier_id)
        self.sending: Sending | None = None

    def carry_out(self) -> Changes:
        """Write the files."""
        wish = self.wish()
        recipient = Recipient(self._dossier.student_id, self._dossier.id)
        self.sending = self.context.application.forms.send(
            [recipient], wish.kinds, wish.folder, wish.language, ways=wish.ways
        )
        return (Change("dossier", self._dossier.id, "forms"),)
