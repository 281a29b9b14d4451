"""*Bijlagen* beside the sheet: what came with the student, added by dropping files, shown without leaving a trace."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLocale, QStandardPaths, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget
from shiboken6 import isValid

from assessor.desktop.attempt import attempt
from assessor.desktop.context import Context
from assessor.desktop.dialogs.attaching import PictureDialog, ReferenceDialog, RemoveAttachmentDialog
from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.surfaces import Banner, Card, clear, column, plain, row, scrolling
from assessor.desktop.furniture.words import label
from assessor.desktop.jobs import Progress
from assessor.desktop.theme import GRID
from assessor.domain.attachments import Attachment, AttachmentKind
from assessor.domain.dossier import Dossier
from assessor.domain.errors import KnownError
from assessor.services.changes import Changes


class AttachmentsPanel(QWidget):
    """The attachments of one dossier.

    Signals:
        changed: something was added or removed; carries the `Changes`.
    """

    changed = Signal(object)

    def __init__(self, context: Context, dossier: Dossier, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._dossier = context, dossier
        self._added = 0
        self._cards = column(spacing=GRID)
        self._told = column(spacing=GRID)
        self.add = button(self.tr("Add…"), self._ask_files, icon="plus", name="attach")
        self.refer = button(self.tr("Video…"), self._ask_reference, kind="quiet", name="refer")
        self.refer.setToolTip(self.tr("Note where a video is to be found"))
        content = QWidget()
        content.setLayout(column(self._cards, None))
        layout = column(row(self.add, self.refer, None), self._told, spacing=12)
        layout.addWidget(plain(scrolling(content, max_width=None)), 1)
        layout.addWidget(
            label(self.tr("PDF, photo or document, up to 20 MB. You may also drop files on the sheet."), "small")
        )
        self.setLayout(layout)
        self.show_dossier(dossier)

    def show_dossier(self, dossier: Dossier) -> None:
        """Show what is stored."""
        self._dossier = dossier
        actor = self._context.application.desk.actor
        self._is_own = actor is not None and actor.id == dossier.assessor_id
        self.add.setVisible(self._is_own)
        self.refer.setVisible(self._is_own)
        clear(self._cards)
        attachments = self._context.application.attachments.of(dossier.id)
        for attachment in attachments:
            self._cards.addWidget(self._card(attachment))
        if not attachments:
            self._cards.addWidget(label(self.tr("Nothing was attached yet."), "muted"))

    # --- what the user does

    def take(self, paths: Sequence[Path]) -> None:
        """Take files in, one by one beside the screen; each refusal is told with the name of its file."""
        attachments, dossier_id = self._context.application.attachments, self._dossier.id

        def taken(path: Path) -> Changes | KnownError:
            try:
                return attachments.add(dossier_id, path)[1]
            except KnownError as refusal:
                return refusal

        def work(progress: Progress) -> list[Changes | KnownError]:
            return [taken(path) for done, path in enumerate(paths) if progress(done, len(paths))]

        clear(self._told)
        self._added += 1
        self._context.jobs.start(f"attach-{dossier_id}-{self._added}", work, self._taken)

    def save_to(self, attachment: Attachment, path: Path) -> None:
        """Save a copy outside the workspace."""
        attachments = self._context.application.attachments
        self._context.jobs.start(
            f"copy-{attachment.id}", attempt(lambda _progress: attachments.save_copy(attachment.id, path)), self._saved
        )

    def show_inside(self, attachment: Attachment) -> QDialog:
        """Show a picture large, the pages of a PDF or the words of a document."""
        from assessor.desktop.dialogs.looking import PagesDialog, WordsDialog

        made = (
            PictureDialog
            if attachment.kind.is_picture
            else PagesDialog
            if attachment.kind is AttachmentKind.PDF
            else WordsDialog
        )
        dialog = made(self._context, self, attachment)
        dialog.open()
        return dialog

    # --- inside

    def _card(self, attachment: Attachment) -> Card:
        name = label(attachment.name, "label")
        about = label(self._about(attachment), "small")
        actions = row(spacing=4)
        if attachment.kind is not AttachmentKind.REFERENCE:
            actions.addWidget(self._action(self.tr("View"), attachment, lambda: self.show_inside(attachment)))
        actions.addWidget(self._action(self.tr("Save as…"), attachment, lambda: self._ask_place(attachment)))
        if self._is_own and self._dossier.state.is_open:
            actions.addWidget(self._action(self.tr("Remove"), attachment, lambda: self._ask_removal(attachment)))
        actions.addStretch(1)
        card = Card(name, about, actions, spacing=2)
        card.body.setContentsMargins(12, GRID, 12, GRID)
        return card

    def _action(self, words: str, attachment: Attachment, action: object) -> QWidget:
        made = button(words, action, kind="link")  # type: ignore[arg-type]
        made.setAccessibleName(f"{words} {attachment.name}")
        return made

    def _about(self, attachment: Attachment) -> str:
        if attachment.kind is AttachmentKind.REFERENCE:
            same = attachment.reference == attachment.name
            kind = self._context.say(attachment.kind.word)
            return kind if same else f"{kind} · {attachment.reference}"
        parts = [self._context.say(attachment.kind.word), self._size(attachment.size)]
        if attachment.pages is not None:
            parts.append(self.tr("%n page(s)", "", attachment.pages))
        return " · ".join(parts)

    def _size(self, size: int) -> str:
        return self._context.locale.formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)

    def _ask_files(self) -> None:
        dialog = QFileDialog(self, self.tr("Add attachments"), _documents())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters(
            [self.tr("Attachments (*.pdf *.png *.jpg *.jpeg *.docx *.xlsx *.odt)"), self.tr("All files (*)")]
        )
        dialog.filesSelected.connect(lambda chosen: self.take([Path(one) for one in chosen]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _ask_reference(self) -> None:
        dialog = ReferenceDialog(self._context, self, self._dossier.id)
        dialog.ask(lambda: self._tell(dialog.changes))

    def _ask_removal(self, attachment: Attachment) -> None:
        dialog = RemoveAttachmentDialog(self._context, self, attachment)
        dialog.ask(lambda: self._tell(dialog.changes))

    def _ask_place(self, attachment: Attachment) -> None:
        title = self.tr("Save as: this copy is not encrypted, and it is noted that you saved it")
        name = attachment.name if attachment.kind is not AttachmentKind.REFERENCE else "video.txt"
        dialog = QFileDialog(self, title, str(Path(_documents()) / name))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda chosen: self.save_to(attachment, Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _taken(self, answers: list[Changes | KnownError]) -> None:
        if not isValid(self):
            return
        for refusal in (answer for answer in answers if isinstance(answer, KnownError)):
            self._told.addWidget(Banner("insufficient", refusal.say(self._context.language)))
        self._tell(tuple(change for answer in answers if not isinstance(answer, KnownError) for change in answer))

    def _saved(self, result: Path | KnownError) -> None:
        if not isValid(self):
            return
        clear(self._told)
        if isinstance(result, KnownError):
            self._told.addWidget(Banner("insufficient", result.say(self._context.language)))
            return
        words = self.tr("Saved as {name}. This copy is not encrypted; it was noted that you saved it.")
        self._told.addWidget(Banner("warning", words.format(name=result.name)))

    def _tell(self, changes: Changes) -> None:
        if changes:
            self.show_dossier(self._dossier)
            self.changed.emit(changes)


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
