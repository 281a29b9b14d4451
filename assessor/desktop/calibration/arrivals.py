"""What became of the files that were read: how many, what asks for a hand, and the rest in a table; never a score."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QProgressBar, QTableWidget, QTableWidgetItem, QWidget

from assessor.desktop.context import Context
from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.surfaces import Banner, Card, clear, column, row
from assessor.desktop.furniture.words import Tone, label
from assessor.desktop.theme import GRID
from assessor.domain.errors import KnownError
from assessor.services.calibration.intake import Arrival, Taken
from assessor.services.calibration.receiving import FileTaken

MOST_BANNERS = 30
"""What asks for a hand is shown by so many at once; the others stand in the table."""
_LINES = 8


class Arrivals(QWidget):
    """The progress of reading, and afterwards what became of each file.

    Signals:
        stopped: the user stops the reading.
        whose: the user wants to say whose a form is; carries the `FileTaken`.
        columns: the user wants to point out the columns of an export; carries the `FileTaken`.
    """

    stopped = Signal()
    whose = Signal(object)
    columns = Signal(object)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self.told = label("", "muted")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.stop = button(self.tr("Stop"), self.stopped.emit, icon="close", name="stop-reading")
        self._busy = QWidget()
        line = row(self.told, spacing=2 * GRID)
        line.addWidget(self.bar, 1)
        line.addWidget(self.stop)
        self._busy.setLayout(line)
        self._found = column(spacing=GRID)
        self.table: QTableWidget | None = None
        self.setLayout(column(self._busy, self._found, spacing=GRID))
        self._busy.hide()
        self.hide()

    def advance(self, words: str, done: int, total: int) -> None:
        """Show how far the work is."""
        self.told.setText(words)
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)
        self._busy.show()
        self.show()

    def rest(self) -> None:
        """No work is under way."""
        self._busy.hide()

    def say(self, tone: Tone, words: str) -> None:
        """Say one thing, in the place of what was said before."""
        self.rest()
        clear(self._found)
        self._found.addWidget(Banner(tone, words))
        self.show()

    def show_files(self, files: Sequence[FileTaken]) -> None:
        """Show what became of files; nothing when there are none."""
        self.rest()
        clear(self._found)
        self.table = None
        self.setVisible(bool(files))
        if not files:
            return
        self._found.addWidget(label(self._summary(files), "label"))
        banners = [banner for file in files for banner in self._banners(file)]
        for banner in banners[:MOST_BANNERS]:
            self._found.addWidget(banner)
        if len(banners) > MOST_BANNERS:
            more = self.tr("%n more that ask(s) for a hand; mend these first.", "", len(banners) - MOST_BANNERS)
            self._found.addWidget(label(more, "muted"))
        taken = [(file, one) for file in files for one in file.taken]
        if taken:
            self._found.addWidget(self._table(taken))

    # --- in sentences

    def _summary(self, files: Sequence[FileTaken]) -> str:
        taken = [one for file in files for one in file.taken]
        people = len({one.participant.id for one in taken})
        parts = [self.tr("%n file(s) read", "", len(files)), self.tr("%n person(s) sealed", "", people)]
        refused = sum((file.refusal is not None and not file.rows) + len(file.rows) for file in files)
        if refused:
            parts.append(self.tr("%n not taken", "", refused))
        return " · ".join(parts)

    def _banners(self, file: FileTaken) -> list[QWidget]:
        found: list[QWidget] = []
        refusal = file.refusal
        if refusal is not None:
            words = self._said(file, refusal)
            if file.asks_who:
                found.append(
                    Banner("warning", words, self.tr("Whose is it?…"), partial(self.whose.emit, file))
                )  # fmt: skip
            elif file.columns:
                action = partial(self.columns.emit, file)
                found.append(Banner("warning", words, self.tr("Point out the columns…"), action))
            else:
                found.append(Banner("insufficient", words))
        found += [Banner("insufficient", self._said(file, one)) for one in file.rows]
        if file.problems:
            found.append(Banner("warning", self._problems(file)))
        return found

    def _said(self, file: FileTaken, refusal: KnownError) -> str:
        language = self._context.language
        words = f"{refusal.what.say(language)} {refusal.cure.say(language)}"
        where = refusal.where.say(language) if refusal.where is not None else ""
        return f"{where if where.startswith(file.name) else file.name}: {words}"

    def _problems(self, file: FileTaken) -> str:
        language = self._context.language
        whose = f" ({file.taken[0].participant.name})" if len(file.taken) == 1 else ""
        lines = [f"{one.where.say(language)}: {one.what.say(language)}" for one in file.problems]
        cure = file.problems[0].cure.say(language)
        return "\n".join([f"{file.name}{whose}", *lines, cure])

    # --- in a table

    def _table(self, taken: Sequence[tuple[FileTaken, Taken]]) -> QTableWidget:
        made = self.table = QTableWidget(len(taken), 3)
        made.setAccessibleName(self.tr("What was sealed"))
        made.setHorizontalHeaderLabels([self.tr("Who"), self.tr("How it stands"), self.tr("File")])
        made.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        made.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        made.setTabKeyNavigation(False)
        made.verticalHeader().hide()
        made.horizontalHeader().setStretchLastSection(True)
        made.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        height = made.fontMetrics().height() + 2 * GRID
        made.verticalHeader().setDefaultSectionSize(height)
        for place, (file, one) in enumerate(taken):
            for number, words in enumerate((one.participant.name, self._state(one), file.name)):
                made.setItem(place, number, QTableWidgetItem(words))
        made.horizontalHeader().resizeSections(QHeaderView.ResizeMode.ResizeToContents)
        for number in (0, 1):
            made.setColumnWidth(number, made.columnWidth(number) + 3 * GRID)
        made.setFixedHeight(height * (min(len(taken), _LINES) + 1) + 2 * GRID)
        return made

    def _state(self, one: Taken) -> str:
        words = self._context.say(one.arrival.word)
        if one.arrival is Arrival.SAME:
            return words
        open_ = self.tr("%n still open", "", one.open) if one.open else self.tr("complete")
        return f"{words} · {open_}"


class Blindness(Card):
    """How blind each way is, in a sentence each.

    Args:
        title: the heading.
        lines: the name of each way and what is to be said of it.
    """

    def __init__(self, title: str, lines: Sequence[tuple[str, str]]) -> None:
        super().__init__(label(title, "label"), spacing=6)
        for way, words in lines:
            name = label(way, "small", wrap=False)
            name.setMinimumWidth(20 * GRID)
            both = row(spacing=2 * GRID)
            both.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
            both.addWidget(label(words, "muted"), 1)
            self.body.addLayout(both)
