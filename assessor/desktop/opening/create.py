"""A new workspace: where it comes, and its wachtzin."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from assessor.application import create_application
from assessor.desktop.attempt import attempt
from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.form import FormRows
from assessor.desktop.furniture.passphrase import NewPassphrase
from assessor.desktop.furniture.surfaces import row
from assessor.desktop.furniture.words import label, restyle
from assessor.desktop.jobs import Jobs
from assessor.desktop.opening.pane import Pane, ask_folder
from assessor.domain.errors import KnownError
from assessor.domain.text import Language

NAME = "Assessor"
"""Neutral: a folder's name tells nobody whose work lies in it."""
_SYNCHRONISED = ("onedrive", "dropbox", "google drive", "googledrive", "icloud", "nextcloud", "surfdrive")


class CreatePane(Pane):
    """Asks for a folder and a wachtzin.

    Args:
        jobs: runs the making.
        language: of refusals.
        holder: who opens it, for whoever finds it in use.

    Signals:
        made: the open application and the herstelcode, a pair.
    """

    made = Signal(object)

    def __init__(self, jobs: Jobs, language: Language, holder: str) -> None:
        super().__init__("", "")
        self._jobs, self._language, self._holder = jobs, language, holder
        self.title.setText(self.tr("New workspace"))
        self.setAccessibleName(self.title.text())
        self.meaning.setText(self.tr("One folder with everything you record, encrypted with a key of its own."))
        self.meaning.show()
        self.folder = QLineEdit(str(free_place()))
        self.folder.setObjectName("folder")
        self.folder.textChanged.connect(lambda _text: self._warn())
        browse = button(self.tr("&Browse…"), self._browse, name="browse")
        rows = FormRows()
        rows.add(self.tr("Folder"), self.folder)
        rows.addRow("", row(browse, None))
        self._place_note = label("", "small")
        rows.addRow("", self._place_note)
        self.passphrase = NewPassphrase(rows)
        self.passphrase.again.returnPressed.connect(self.create_workspace)
        self.create_button = button(self.tr("Make the workspace"), self.create_workspace, kind="primary", name="create")
        self.body.addLayout(rows)
        self.body.addWidget(
            label(self.tr("Nobody can find out a forgotten passphrase. You get a recovery code in the next step."),
                  "muted")
        )  # fmt: skip
        self.body.addLayout(row(None, self.create_button))
        self.passphrase.changed.connect(self.hush)
        self._warn()

    @property
    def first_field(self) -> QWidget:
        """The folder stands ready: work starts at the wachtzin."""
        return self.passphrase.first

    def create_workspace(self) -> None:
        """Make it, or say what is not right yet."""
        if self.is_busy:
            return
        place = self.folder.text().strip()
        if not place:
            self.tell("insufficient", self.tr("No folder has been chosen. Choose where the workspace comes."))
            self.folder.setFocus()
            return
        if self.passphrase.lack:
            self.tell("insufficient", self.passphrase.lack)
            self.passphrase.point_out()
            return
        self.hush()
        self.busy(self.tr("The workspace is being made…"))
        folder, passphrase, holder = Path(place).expanduser(), self.passphrase.text, self._holder
        work = attempt(lambda _progress: create_application(folder, passphrase, holder=holder))
        self._jobs.start("opening", work, self._answered)

    def _answered(self, answer: object) -> None:
        self.rest()
        if isinstance(answer, KnownError):
            self.tell("insufficient", answer.say(self._language))
            (self.passphrase.first if answer.code == "passphrase-short" else self.folder).setFocus()
        else:
            self.made.emit(answer)

    def _browse(self) -> None:
        ask_folder(
            self, self.tr("Choose where the workspace comes"), str(Path(self.folder.text()).parent), self._chosen
        )

    def _chosen(self, chosen: str) -> None:
        """An empty folder is used itself; in another one a folder is made."""
        folder = Path(chosen)
        self.folder.setText(str(folder if not any(folder.iterdir()) else free_place(folder)))
        self.passphrase.first.setFocus()

    def _warn(self) -> None:
        synchronised = any(name in self.folder.text().casefold() for name in _SYNCHRONISED)
        restyle(self._place_note, tone="warning" if synchronised else "neutral")
        self._place_note.setText(
            self.tr("This folder seems to be synchronised. Never open the workspace on two computers at once.")
            if synchronised
            else self.tr("A folder that is backed up is best; the program makes backups of its own beside it.")
        )


def free_place(parent: Path | None = None) -> Path:
    """A folder that does not exist yet, in the documents unless another parent is given."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    parent = parent or Path(documents or Path.home())
    place, count = parent / NAME, 1
    while place.exists():
        count += 1
        place = parent / f"{NAME} {count}"
    return place
