"""A workspace from a backup, on a computer where it does not stand yet: what is in it first, then where it comes."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from assessor.application import open_application
from assessor.desktop.attempt import attempt
from assessor.desktop.context import locale_of
from assessor.desktop.dialogs.keys import CODE_SIGNS
from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.contents import ContentsView
from assessor.desktop.furniture.form import Choice, FormRows, mark_invalid
from assessor.desktop.furniture.passphrase import SecretField
from assessor.desktop.furniture.surfaces import row
from assessor.desktop.jobs import Jobs, Progress
from assessor.desktop.opening.create import free_place
from assessor.desktop.opening.pane import Pane, ask_folder
from assessor.desktop.opening.unlock import Opened
from assessor.domain.errors import KnownError
from assessor.domain.text import Language
from assessor.services import moving
from assessor.storage.backup import Backup
from assessor.storage.contents import Contents
from assessor.storage.keys import Passphrase, RecoveryCode, Unlock

MOST_OFFERED = 30


class PutBackPane(Pane):
    """Asks which backup and what unlocks it, shows what is in it, and makes a workspace of it.

    Args:
        jobs: runs what takes long.
        language: of dates and refusals.
        holder: who opens it, for whoever finds it in use.
        found: the backups, the newest first; at least one.

    Signals:
        unlocked: an `Opened`.
    """

    unlocked = Signal(object)

    def __init__(self, jobs: Jobs, language: Language, holder: str, found: list[Backup]) -> None:
        super().__init__("", "")
        self._jobs, self._language, self._holder = jobs, language, holder
        self._found = found[:MOST_OFFERED]
        self._unlock: Unlock | None = None
        self.title.setText(self.tr("Put a backup back"))
        self.setAccessibleName(self.title.text())
        self.meaning.setText(self.tr("There is no workspace in this folder, but there are backups of one."))
        self.meaning.show()
        self.backup = Choice([(str(place), self._moment(one.made_at)) for place, one in enumerate(self._found)])
        self.secret = SecretField()
        self.secret.setObjectName("secret")
        self.folder = QLineEdit(str(free_place()))
        self.folder.setObjectName("folder")
        self.inside = ContentsView(locale_of(language))
        rows = FormRows()
        rows.add(self.tr("Backup of"), self.backup)
        rows.add(self.tr("Passphrase"), self.secret, self.tr("or the recovery code"))
        rows.add(self.tr("Comes in"), self.folder)
        browse = button(self.tr("&Browse…"), self._browse, name="browse")
        rows.addRow("", row(browse, None))
        self.look = button(self.tr("&Look inside"), self.look_inside, kind="primary", name="look-inside")
        self.put_back = button(self.tr("Put back and open"), self.restore, kind="primary", name="put-back")
        self.body.addLayout(rows)
        self.body.addWidget(self.inside)
        self.body.addLayout(row(None, self.look, self.put_back))
        self.secret.returnPressed.connect(self._submit)
        self.secret.textEdited.connect(lambda _text: self._close_again())
        self.backup.currentIndexChanged.connect(lambda _place: self._close_again())
        self._close_again()

    @property
    def first_field(self) -> QWidget:
        """The newest backup is chosen: work starts at the secret, or goes on at the button."""
        return self.secret if self._unlock is None else self.put_back

    def look_inside(self) -> None:
        """Show what the chosen backup holds."""
        if self.is_busy or not self.secret.text().strip():
            self.secret.setFocus()
            return
        chosen, ways = self._chosen(), ways_in(self.secret.text())
        self.hush()
        self.busy(self.tr("The backup is being checked…"))
        self._jobs.start("opening", attempt(lambda _progress: _look(chosen, ways)), self._looked)

    def restore(self) -> None:
        """Make a workspace of the backup and open it."""
        unlock, place = self._unlock, self.folder.text().strip()
        if self.is_busy or unlock is None:
            return
        if not place:
            self.tell("insufficient", self.tr("No folder has been chosen. Choose where the workspace comes."))
            self.folder.setFocus()
            return
        chosen, folder, holder = self._chosen(), Path(place).expanduser().absolute(), self._holder

        def work(_progress: Progress) -> Opened:
            moving.put_back_elsewhere(folder, chosen, unlock, holder=holder, at=datetime.now().astimezone())
            return Opened(open_application(folder, unlock, holder=holder), unlock)

        self.hush()
        self.busy(self.tr("The backup is being put back…"))
        self._jobs.start("opening", attempt(work), self._restored)

    # --- what came of it

    def _looked(self, answer: tuple[Contents, Unlock] | KnownError) -> None:
        self.rest()
        if isinstance(answer, KnownError):
            self.tell("insufficient", answer.say(self._language))
            mark_invalid(self.secret, True)
        else:
            contents, self._unlock = answer
            self.inside.show_contents(contents)
            self.inside.show()
            self.look.hide()
            self.put_back.show()
        self.begin()

    def _restored(self, answer: Opened | KnownError) -> None:
        self.rest()
        if isinstance(answer, KnownError):
            self.tell("insufficient", answer.say(self._language))
            self.folder.setFocus()
            return
        self.secret.clear()
        self.unlocked.emit(answer)

    # --- bits

    def _submit(self) -> None:
        if self._unlock is None:
            self.look_inside()
        else:
            self.restore()

    def _close_again(self) -> None:
        """Another backup or secret: what is inside is not known."""
        self._unlock = None
        mark_invalid(self.secret, False)
        self.inside.hide()
        self.put_back.hide()
        self.look.show()

    def _chosen(self) -> Backup:
        return self._found[self.backup.currentIndex()]

    def _browse(self) -> None:
        start = str(Path(self.folder.text()).parent)
        ask_folder(self, self.tr("Choose where the workspace comes"), start, self._place_chosen)

    def _place_chosen(self, chosen: str) -> None:
        folder = Path(chosen)
        self.folder.setText(str(folder if not any(folder.iterdir()) else free_place(folder)))

    def _moment(self, moment: datetime) -> str:
        local = moment.astimezone()
        return f"{locale_of(self._language).toString(QDate(local.date()), 'd MMMM yyyy')}, {local:%H:%M}"


def ways_in(typed: str) -> tuple[Unlock, ...]:
    """What somebody typed, as a wachtzin, and as a herstelcode too where it is as long as one."""
    signs = "".join(typed.split()).replace("-", "")
    code = (RecoveryCode(typed),) if len(signs) == CODE_SIGNS and signs.isalnum() else ()
    return *code, Passphrase(typed)


def _look(chosen: Backup, ways: tuple[Unlock, ...]) -> tuple[Contents, Unlock]:
    """What a backup holds, and which way led in; the refusal is that of the likeliest way."""
    refusals: list[KnownError] = []
    for way in ways:
        try:
            return moving.look_inside(chosen, way), way
        except KnownError as refusal:
            refusals.append(refusal)
    raise refusals[0]
