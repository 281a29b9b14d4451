"""A casus as the lead prepares it: what it is, its attachments, and the reference of the preparing team."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout
from shiboken6 import isValid

from assessor.desktop.attempt import attempt
from assessor.desktop.calibration.step import Step
from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.dropping import FilesDrop
from assessor.desktop.furniture.surfaces import Banner, Card, clear, column, row
from assessor.desktop.furniture.words import label
from assessor.desktop.jobs import Progress
from assessor.desktop.theme import GRID
from assessor.domain.calibration.casus import Casus, CasusKind
from assessor.domain.calibration.session import SessionState
from assessor.domain.errors import KnownError
from assessor.services.calibration.preparing import SessionLine
from assessor.services.changes import Changes

if TYPE_CHECKING:
    from assessor.storage.repositories.calibration_sessions import CasusFile


class CasusCard(Card):
    """One casus; what is kept is told through the step, which is then shown anew."""

    def __init__(self, step: Step, line: SessionLine, casus: Casus, files: Sequence[CasusFile]) -> None:
        super().__init__(spacing=GRID)
        self._step, self._line, self._casus = step, line, casus
        self._cases = step.context.application.calibration.cases
        state = line.session.state
        kind = step.context.say(casus.kind.word)
        about = f" · {casus.description}" if casus.description else ""
        heading = row(label(self.tr("Case {code}").format(code=casus.code), "heading", wrap=False), None, spacing=GRID)
        if state is not SessionState.CONCLUDED:
            self.change = button(self.tr("Change…"), self._ask_change, kind="quiet", name=f"change-{casus.code}")
            self.refer = button(self.tr("Reference…"), self._ask_reference, kind="quiet", name=f"refer-{casus.code}")
            heading.addWidget(self.refer)
            heading.addWidget(self.change)
        if state is SessionState.PREPARING:
            self.attach = button(
                self.tr("Attach files…"), self._ask_files, icon="plus", kind="quiet", name=f"attach-{casus.code}"
            )
            heading.addWidget(self.attach)
            self._drop = FilesDrop(self, self.take_files)
        self.body.addLayout(heading)
        self.body.addWidget(label(f"{kind}{about}"))
        self.body.addWidget(label(self._consent(), "muted"))
        if casus.kind is CasusKind.VIDEO:
            words = self.tr(
                "The video itself is not kept here. Note where it lies and how long it is under About: that stands on"
                " every form."
            )
            self.body.addWidget(label(words, "muted"))
        if casus.origin_id is not None:
            self.body.addWidget(label(self.tr("A case of an earlier year: the years can be compared."), "muted"))
        self._files = column(spacing=GRID)
        self._show_files(files)
        self.body.addLayout(self._files)
        self._told = column(spacing=GRID)
        self.body.addLayout(self._told)

    def _consent(self) -> str:
        nobody = self.tr("Names nobody.") if self._casus.anonymised else self.tr("May still name somebody.")
        consent = self._casus.consent or self.tr("not noted yet")
        given = self.tr("Consent: {consent}").format(consent=consent)
        return f"{nobody} {given}"

    def _show_files(self, files: Sequence[CasusFile]) -> None:
        clear(self._files)
        for file in files:
            removable = self._line.session.state is SessionState.PREPARING
            self._files.addLayout(self._file(file, removable=removable))

    def _file(self, file: CasusFile, *, removable: bool) -> QHBoxLayout:
        line = row(label(file.name, wrap=False), spacing=GRID)
        save = button(self.tr("Save as…"), partial(self._ask_place, file), kind="link")
        save.setAccessibleName(f"{save.text()} {file.name}")
        line.addWidget(save)
        if removable:
            remove = button(self.tr("Remove"), partial(self._remove, file), kind="link")
            remove.setAccessibleName(f"{remove.text()} {file.name}")
            line.addWidget(remove)
        line.addStretch(1)
        return line

    # --- attachments

    def _ask_files(self) -> None:
        dialog = QFileDialog(self, self.tr("Attach files"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda chosen: self.take_files([Path(one) for one in chosen]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take_files(self, paths: Sequence[Path]) -> None:
        """Take files in beside the screen; each refusal is told with the name of its file."""
        cases, casus_id = self._cases, self._casus.id

        def taken(path: Path) -> Changes | KnownError:
            try:
                return cases.attach(casus_id, path)
            except KnownError as refusal:
                return refusal

        def work(progress: Progress) -> list[Changes | KnownError]:
            return [taken(path) for done, path in enumerate(paths) if progress(done, len(paths))]

        clear(self._told)
        self._told.addWidget(label(self.tr("Attaching…"), "muted"))
        self._step.context.jobs.start(f"casus-{casus_id}", work, self._taken)

    def _taken(self, answers: list[Changes | KnownError]) -> None:
        if not isValid(self):
            return
        changes: Changes = ()
        clear(self._told)
        for one in answers:
            if isinstance(one, KnownError):
                self._told.addWidget(Banner("insufficient", one.say(self._step.context.language)))
            else:
                changes = (*changes, *one)
        self._keep(changes)

    def _keep(self, changes: Changes) -> None:
        """Show the files anew and tell of it; what was refused stays on screen, and the keys stay where they are."""
        self._show_files(self._cases.files(self._line.session.id)[self._casus.id])
        self._step.kept.emit(changes)

    def _remove(self, file: CasusFile) -> None:
        try:
            changes = self._cases.remove(file.id)
        except KnownError as refusal:
            self._step.context.tell_error(refusal)
        else:
            self._keep(changes)
            self.attach.setFocus(Qt.FocusReason.TabFocusReason)

    def _ask_place(self, file: CasusFile) -> None:
        dialog = QFileDialog(self, self.tr("Save a copy that is not encrypted"), file.name)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.fileSelected.connect(lambda chosen: self.save_to(file, Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save_to(self, file: CasusFile, path: Path) -> None:
        """Save a copy outside the workspace."""
        cases = self._cases
        work = attempt(lambda _progress: cases.save_copy(file.id, path))
        self._step.context.jobs.start(f"casus-copy-{file.id}", work, self._saved)

    def _saved(self, answer: Path | KnownError) -> None:
        if not isValid(self):
            return
        clear(self._told)
        if isinstance(answer, KnownError):
            self._step.context.tell_error(answer)
            return
        words = self.tr("Saved as {name}. That copy is not encrypted.").format(name=answer.name)
        self._told.addWidget(Banner("warning", words))

    # --- what is said of it

    def _ask_change(self) -> None:
        from assessor.desktop.calibration.casus_dialogs import CasusDialog

        dialog = CasusDialog(self._step, self._line, self._casus)
        dialog.ask(lambda: self._step.done.emit(dialog.changes))

    def _ask_reference(self) -> None:
        from assessor.desktop.calibration.casus_dialogs import CasusReferenceDialog

        dialog = CasusReferenceDialog(self._step, self._line, self._casus)
        dialog.ask(lambda: self._step.done.emit(dialog.changes))
