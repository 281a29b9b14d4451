"""Over de jaren: agreement per criterion and version, the same casus compared, what is open, who calibrated when."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QGridLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from assessor.desktop.attempt import attempt
from assessor.desktop.charts.view import ChartView
from assessor.desktop.context import Context
from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.form import Choice
from assessor.desktop.furniture.surfaces import Banner, Card, clear, column, row
from assessor.desktop.furniture.words import label
from assessor.desktop.jobs import Progress
from assessor.desktop.theme import GRID
from assessor.desktop.wording import Wording
from assessor.domain.calibration.record import Calibrated, YearsRecord
from assessor.domain.errors import KnownError
from assessor.paper.charts.intervals import intervals
from assessor.reports import calibration_years as report
from assessor.reports.calibration_trend import by_criterion, over_the_years
from assessor.services.calibration.keeping import MOST_YEARS


class YearsPane(QWidget):
    """One instrument over the years."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._words = Wording(context)
        self._chosen = ""
        self.body: QVBoxLayout = column(spacing=2 * GRID)
        self.setLayout(self.body)

    def reload(self) -> None:
        """Look again."""
        clear(self.body)
        years = self.context.application.calibration.years
        instruments = years.instruments()
        if not instruments:
            self.body.addWidget(label(self.tr("No session was revealed yet."), "muted"))
            self.body.addStretch(1)
            return
        names = [one.id for one in instruments]
        self._chosen = self._chosen if self._chosen in names else names[0]
        self.instrument = Choice([(one.id, self.context.say(one.title)) for one in instruments], self._chosen)
        self.instrument.setAccessibleName(self.tr("Instrument"))
        self.instrument.activated.connect(lambda _index: self._choose())
        self.save = button(self.tr("Save the yearly report…"), self.ask_folder, kind="primary", name="save-years")
        line = row(spacing=GRID)
        line.addWidget(self.instrument, 1)
        line.addWidget(self.save)
        self.body.addLayout(line)
        self._news: QVBoxLayout = column(spacing=GRID)
        self.body.addLayout(self._news)
        try:
            self._fill(years.look(self._chosen))
        except KnownError as refusal:
            self.save.setEnabled(False)
            self.body.addWidget(Banner("sufficient", refusal.say(self.context.language)))
        self.body.addStretch(1)

    def take_focus(self) -> None:
        """Begin at the instrument."""
        if hasattr(self, "instrument") and isValid(self.instrument):
            self.instrument.setFocus(Qt.FocusReason.TabFocusReason)

    def _choose(self) -> None:
        self._chosen = self.instrument.code
        self.reload()
        self.take_focus()

    # --- what there is

    def _fill(self, record: YearsRecord) -> None:
        say = self.context.say
        lines = [label(say(line)) for line in over_the_years(record.sessions)]
        self.body.addWidget(Card(label(say(report.TREND), "heading"), *lines, spacing=12))
        self.body.addWidget(self._criteria(record))
        waiting = [label(f"{say(when)} · {say(line)}") for when, line in report.waiting(record)]
        nothing = label(say(report.NOTHING), "muted")
        self.body.addWidget(Card(label(say(report.WAITING), "heading"), *(waiting or [nothing]), spacing=12))
        self.body.addWidget(self._who(record))
        self.body.addWidget(self._keeping())

    def _criteria(self, record: YearsRecord) -> Card:
        say = self.context.say
        card = Card(label(say(report.CRITERIA), "heading"), label(say(report.CRITERIA_ABOUT), "muted"), spacing=12)
        for code, scored in by_criterion(record.sessions).items():
            name = f"{code} {say(scored[-1][0].instrument.criteria[code].name)}"
            lines = report.margins(scored)
            view = ChartView(
                name,
                lambda width, lines=lines: intervals(lines, width),  # type: ignore[misc]
                self.context.language,
                same_height=True,
            )
            card.body.addLayout(column(label(name), view, spacing=4))
        return card

    def _who(self, record: YearsRecord) -> Card:
        grid = QGridLayout()
        grid.setHorizontalSpacing(3 * GRID)
        grid.setVerticalSpacing(6)
        for place, one in enumerate(record.calibrated):
            grid.addWidget(label(one.name), place, 0)
            grid.addWidget(label(one.organisation, "muted"), place, 1)
            grid.addWidget(label(self._when(one), "muted"), place, 2)
        return Card(label(self.tr("Who calibrated when"), "heading"), grid, spacing=12)

    def _keeping(self) -> Card:
        """For how long personal scores are kept."""
        keeping = self.context.application.calibration.keeping
        options = [(str(years), self.tr("%n year(s)", "", years)) for years in range(1, MOST_YEARS + 1)]
        self.years = Choice(options, str(keeping.years()))
        self.years.setAccessibleName(self.tr("Personal scores are kept for"))
        self.years.activated.connect(lambda _index: self._keep())
        heading = label(self.tr("Personal scores are kept for"), "label", wrap=False)
        heading.setBuddy(self.years)
        words = self.tr(
            "After that only attendance and the figures of the group stay. Only the person sees their own scores."
        )
        return Card(row(heading, self.years, None, spacing=2 * GRID), label(words, "muted"), spacing=GRID)

    def _keep(self) -> None:
        keeping = self.context.application.calibration.keeping
        try:
            self.context.hub.tell(keeping.keep_for(int(self.years.code)), self)
        except KnownError as refusal:
            self.context.tell_error(refusal)
            self.years.setCurrentIndex(self.years.findData(str(keeping.years())))

    def _when(self, one: Calibrated) -> str:
        if one.days:
            return ", ".join(self._words.long_day(day) for day in one.days)
        if one.missed:
            return self.tr("was not there")
        return self.tr("attendance list not filled in")

    # --- the report

    def ask_folder(self) -> None:
        """Ask where the report goes."""
        folder = QFileDialog.getExistingDirectory(self, self.tr("Choose a folder for the yearly report"))
        if folder:
            self.write(Path(folder))

    def write(self, folder: Path) -> None:
        """Write the report beside the screen."""
        years, chosen, language = self.context.application.calibration.years, self._chosen, self.context.language

        def work(_progress: Progress) -> list[Path]:
            return years.write(chosen, folder, language)

        self.save.setEnabled(False)
        self.context.jobs.start("calibration-years", attempt(work), lambda answer: self._written(folder, answer))

    def _written(self, folder: Path, answer: list[Path] | KnownError) -> None:
        if not isValid(self):
            return
        self.save.setEnabled(True)
        clear(self._news)
        if isinstance(answer, KnownError):
            self._news.addWidget(Banner("insufficient", answer.say(self.context.language)))
            return
        words = self.tr("Saved. The report names nobody; the list says who was there, and is not encrypted.")
        url = QUrl.fromLocalFile(str(folder))
        self._news.addWidget(Banner("good", words, self.tr("Open the folder"), lambda: QDesktopServices.openUrl(url)))
