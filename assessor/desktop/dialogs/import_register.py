"""Importing a school's list: choose or drop a file, look what would change, and only then write it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, QStandardPaths, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFileDialog, QProgressBar, QStackedWidget, QWidget
from shiboken6 import isValid

from assessor.desktop.attempt import attempt
from assessor.desktop.context import Context
from assessor.desktop.dialogs.import_preview import ImportPreview
from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.dropping import FileDrop
from assessor.desktop.furniture.surfaces import Banner, EmptyState, clear, column, row
from assessor.desktop.furniture.words import label
from assessor.desktop.jobs import Progress
from assessor.desktop.theme import GRID
from assessor.domain.errors import KnownError
from assessor.domain.text import Text, listing, same
from assessor.services.changes import Changes
from assessor.services.register_import.importing import write_template
from assessor.services.register_import.plan import Effect, Plan

LEAST, WANTED = QSize(880, 560), QSize(1180, 720)
_JOB = "import"


class ImportDialog(QDialog):
    """Students, placements, organisations and assessors from a file; nothing is written before *Importeren*.

    Args:
        context: what every page is given.
        parent: the page behind it.
        path: a file that was dropped; None to ask for one.
    """

    def __init__(self, context: Context, parent: QWidget | None = None, path: Path | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.plan: Plan | None = None
        self._path: Path | None = None
        self._writing: int | None = None
        self.setWindowTitle(self.tr("Import"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumSize(LEAST)
        if parent is not None:
            self.resize(WANTED.boundedTo(parent.window().size() - QSize(8 * GRID, 8 * GRID)).expandedTo(LEAST))
        self.heading = label(self.tr("Import"), "heading")
        self._meaning = self.tr(
            "Students with their placements, organisations and assessors. The headings of the columns tell which is"
            " which; an empty cell keeps what is known, and nothing is ever deleted."
        )
        self.subtitle = label(self._meaning, "muted")
        self._told = column(spacing=GRID)
        self.stages = QStackedWidget()
        self._build_stages()
        self._build_buttons()
        layout = column(column(self.heading, self.subtitle, spacing=2), self._told, spacing=2 * GRID, margins=3 * GRID)
        layout.addWidget(self.stages, 1)
        layout.addLayout(
            row(self.template, None, self.another, self.open_button, self.cancel, self.confirm, spacing=GRID)
        )
        self.setLayout(layout)
        FileDrop(self, self.read)
        self._show_stage(self.choosing)
        if path is not None:
            self.read(path)

    # --- parts

    def _build_stages(self) -> None:
        self.choosing = EmptyState(
            "folder",
            self.tr("Drop a workbook or CSV file here"),
            self.tr("First you see what would change. Nothing is written before you press Import."),
        )
        self.preview = ImportPreview(self.context)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Progress"))
        self.busy = QWidget()
        self.busy_words = label("", "muted")
        self.busy.setLayout(column(None, self.busy_words, self.progress, None, spacing=2 * GRID))
        self.outcome = QWidget()
        self.result_lines = column(spacing=2 * GRID)
        self.outcome.setLayout(column(self.result_lines, None))
        for stage in (self.choosing, self.preview, self.busy, self.outcome):
            self.stages.addWidget(stage)

    def _build_buttons(self) -> None:
        self.template = button(self.tr("Save an empty template…"), self._ask_template, kind="quiet", name="template")
        self.open_button = button(self.tr("Choose a file…"), self._ask_file, kind="primary", icon="folder", name="open")
        self.another = button(self.tr("Another file…"), self._ask_file, name="another")
        self.cancel = button(self.tr("Cancel"), self.reject, name="cancel")
        self.confirm = button(self.tr("Import"), self.write, kind="primary", name="confirm")
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self, self.confirm.click)

    def _show_stage(self, stage: QWidget) -> None:
        self.stages.setCurrentWidget(stage)
        choosing, previewing = stage is self.choosing, stage is self.preview
        self.template.setVisible(choosing)
        self.open_button.setVisible(choosing)
        self.another.setVisible(previewing)
        self.confirm.setVisible(previewing)
        self.confirm.setEnabled(previewing)
        self.setAcceptDrops(choosing or previewing)
        self.cancel.setText(self.tr("Close") if stage is self.outcome else self.tr("Cancel"))
        first = {self.choosing: self.open_button, self.preview: self.preview.list}.get(stage, self.cancel)
        default = {self.choosing: self.open_button, self.preview: self.confirm}.get(stage, self.cancel)
        default.setDefault(True)
        first.setFocus()

    # --- looking

    def read(self, path: Path) -> None:
        """Look what a file would change, beside the screen."""
        importing = self.context.application.register_import
        self._path = path
        clear(self._told)
        self.subtitle.setText(path.name)
        self._wait(self.tr("Reading {name}…").format(name=path.name))
        self.context.jobs.start(_JOB, attempt(lambda _progress: importing.preview(path)), self._looked)

    def _looked(self, answer: Plan | KnownError) -> None:
        if not isValid(self):
            return
        if isinstance(answer, KnownError):
            self.plan = None
            self._tell("insufficient", answer.say(self.context.language))
            self.subtitle.setText(self._meaning)
            self._show_stage(self.choosing)
            return
        self.plan = answer
        self.preview.show_plan(answer)
        self._show_stage(self.preview)
        if answer.changes_nothing:
            self.confirm.setEnabled(False)
            self.cancel.setText(self.tr("Close"))

    # --- writing

    def write(self) -> None:
        """Write everything that the preview showed, or nothing."""
        plan, importing = self.plan, self.context.application.register_import
        if plan is None or plan.changes_nothing or self._writing is not None:
            return
        clear(self._told)
        self._wait(self.tr("Importing…"))
        self.cancel.setText(self.tr("Stop"))

        def work(progress: Progress) -> Changes | None:
            return importing.carry_out(plan, progress)

        self._writing = self.context.jobs.start(_JOB, attempt(work), self._written, on_progress=self._advance)

    def _written(self, answer: Changes | KnownError | None) -> None:
        self._writing = None
        if not isValid(self):
            return
        if answer is None:
            self._tell("warning", self.tr("Stopped. Nothing was imported."))
            self._show_stage(self.preview)
        elif isinstance(answer, KnownError):
            self._show_stage(self.preview)
            self._refuse(answer)
        else:
            self.context.hub.tell(answer, self)
            self._show_result()

    def _refuse(self, refusal: KnownError) -> None:
        path = self._path
        words = refusal.say(self.context.language)
        if refusal.code == "import-stale" and path is not None:
            self._told.addWidget(Banner("insufficient", words, self.tr("Look again"), lambda: self.read(path)))
            self.confirm.setEnabled(False)
        else:
            self._tell("insufficient", words)

    def _show_result(self) -> None:
        if self.plan is None:
            return
        clear(self.result_lines)
        counts = self.plan.counts
        done = [same(f"{counts[one]} ") + one.word for one in (Effect.ADDED, Effect.CHANGED) if counts[one]]
        said = self.tr("Imported: {counts}.").format(counts=self.context.say(listing(done) if done else _NOTHING))
        self.result_lines.addWidget(Banner("good", said))
        if counts[Effect.REFUSED]:
            left = self.tr("%n row(s) were refused and left out.", "", counts[Effect.REFUSED])
            self.result_lines.addWidget(Banner("warning", left, self.tr("Show them"), self._show_refused))
        self._show_stage(self.outcome)

    def _show_refused(self) -> None:
        self._show_stage(self.preview)
        self.confirm.setVisible(False)
        self.confirm.setEnabled(False)
        self.cancel.setText(self.tr("Close"))
        self.preview.filters[Effect.REFUSED].click()

    # --- the template

    def save_template(self, path: Path) -> None:
        """Save an empty workbook with the headings that are recognised."""
        clear(self._told)
        try:
            write_template(path, self.context.language)
        except KnownError as refusal:
            self._tell("insufficient", refusal.say(self.context.language))
        else:
            self._tell("good", self.tr("Saved as {name}.").format(name=path.name))

    # --- inside

    def _ask_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose a file"), _documents())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Workbooks and CSV (*.xlsx *.csv *.txt)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(lambda chosen: self.read(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _ask_template(self) -> None:
        name = self.tr("students.xlsx")
        dialog = QFileDialog(self, self.tr("Save an empty template"), str(Path(_documents()) / name))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("xlsx")
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda chosen: self.save_template(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _wait(self, words: str) -> None:
        self.busy_words.setText(words)
        self.progress.setRange(0, 0)
        self._show_stage(self.busy)

    def _advance(self, done: int, total: int) -> None:
        if isValid(self):
            self.progress.setRange(0, total)
            self.progress.setValue(done)

    def _tell(self, tone: str, words: str) -> None:
        banner = Banner("good" if tone == "good" else "warning" if tone == "warning" else "insufficient", words)
        self._told.addWidget(banner)

    def reject(self) -> None:
        """Close; an import that is being written is stopped first, and leaves nothing behind."""
        if self._writing is not None and not self.context.jobs.is_stopped(self._writing):
            self.context.jobs.stop(self._writing)
            return
        super().reject()


_NOTHING = Text("niets", "nothing")


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
