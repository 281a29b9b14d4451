"""Start: my work at a glance, what changed last, and whether I may assess today."""

from __future__ import annotations

from PySide6.QtCore import QDate, Qt, QTimer
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from assessor.desktop.context import Context
from assessor.desktop.furniture.buttons import PressButton, button, tint
from assessor.desktop.furniture.lists import ChipCells, ListView
from assessor.desktop.furniture.surfaces import Banner, EmptyState, clear, column, picture, row
from assessor.desktop.furniture.words import Tone, label, restyle
from assessor.desktop.models import dossiers
from assessor.desktop.models.dossiers import DossierTable
from assessor.desktop.page import Page
from assessor.desktop.theme import GRID
from assessor.desktop.wording import Wording
from assessor.services.register import RightToday
from assessor.services.register import Standing as Right
from assessor.services.work import Filter
from assessor.storage.repositories.dossier_lines import Standing

RECENT = 5

CARDS = (Standing.TO_DO, Standing.CONCEPT, Standing.COMPLETE, Standing.FINAL)


class CountCard(PressButton):
    """How many dossiers stand somewhere; a click shows them."""

    def __init__(self, word: str, caption: str) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._word, self._caption = word, caption
        self.number = label("", "verdict", wrap=False)
        parts = (self.number, label(word, "label"), label(caption, "small"))
        for one in parts:
            one.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setLayout(column(*parts, None, spacing=2, margins=2 * GRID))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as tall as the words need; a push button looks at its text alone."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        layout = self.layout()
        if layout is not None:
            self.setMinimumHeight(layout.totalHeightForWidth(self.width()))

    def show_count(self, count: int) -> None:
        """Show another count."""
        self.number.setText(str(count))
        self.setAccessibleName(f"{self._word}: {count}")
        self.setAccessibleDescription(self._caption)
        self._fit()


class StartPage(Page):
    """The first page.

    Args:
        context: what every page is given.
        recovered: whether the program ended unexpectedly the last time.
    """

    def __init__(self, context: Context, *, recovered: bool = False) -> None:
        super().__init__(context)
        self._words = Wording(context)
        work = context.application.work
        self.start = button(
            self.tr("New practice assessment"),
            context.navigator.start_assessment,
            kind="primary",
            icon="plus",
            shortcut="Ctrl+N",
            name="start",
        )
        person = context.application.desk.require_actor()
        self.heading(self.tr("Hello {name}").format(name=person.name.split()[0]), self._today(), self.start)
        if recovered:
            self.body.addWidget(self._recovered())
        if work.is_example():
            self.body.addWidget(self._example())
        self._right = column(spacing=GRID)
        self.body.addLayout(self._right)
        self._build_work()
        self.empty: EmptyState | None = None

    # --- parts

    def _today(self) -> str:
        day = self.context.application.desk.today()
        return self.context.locale.toString(QDate(day), "dddd d MMMM yyyy")

    def _recovered(self) -> Banner:
        return Banner(
            "good", self.tr("The program stopped unexpectedly. Everything up to your last key press is saved.")
        )

    def _example(self) -> Banner:
        return Banner(
            "neutral",
            self.tr("This is the example partnership: every name is invented and no result counts."),
        )

    def _build_work(self) -> None:
        words = {
            Standing.TO_DO: self.tr("nothing scored yet"),
            Standing.CONCEPT: self.tr("scoring under way"),
            Standing.COMPLETE: self.tr("complete, waits to be made final"),
            Standing.FINAL: self.tr("result set"),
        }
        self.cards = {standing: CountCard(self._title(standing), words[standing]) for standing in CARDS}
        for standing, card in self.cards.items():
            card.clicked.connect(lambda _checked, standing=standing: self._show(standing))
        self.table = DossierTable(self.context)
        self.recent = ListView(self.tr("Changed last"), self.table, stretch=dossiers.STUDENT)
        for left_out in (dossiers.NUMBER, dossiers.ASSESSOR):
            self.recent.leave_out(left_out, True)
        self.recent.setItemDelegateForColumn(dossiers.STANDING, ChipCells(self.table.standing_badge, self.recent))
        self.recent.setItemDelegateForColumn(dossiers.OUTCOME, ChipCells(self.table.outcome_badge, self.recent))
        self.recent.spare(dossiers.DAY, dossiers.COURSE)
        self.recent.opened.connect(self._open)
        self.recent.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._work = QWidget()
        self._work.setLayout(
            column(
                label(self.tr("My work"), "heading"),
                row(*self.cards.values(), spacing=2 * GRID),
                label(self.tr("Changed last"), "heading"),
                self.recent,
                None,
                spacing=12,
            )
        )
        self.body.addWidget(self._work, 1)

    def _title(self, standing: Standing) -> str:
        """A card tells what there is to do; what is *volledig* waits for its assessor."""
        if standing is Standing.COMPLETE:
            return self.tr("Waiting")
        return self.context.say(standing.word).capitalize()

    # --- what it shows

    def take_focus(self) -> None:
        """While there is nothing yet, on the button that begins."""
        focused = QApplication.focusWidget()
        if self.empty is not None and (focused is None or not self.isAncestorOf(focused)):
            self._begin()
        else:
            super().take_focus()

    def _begin(self) -> None:
        if self.empty is not None:
            self.empty.action.setFocus(Qt.FocusReason.OtherFocusReason)

    def reload(self) -> None:
        """Count, and show what changed last."""
        work, students = self.context.application.work, self.context.application.students
        for standing, count in work.standings().items():
            if standing in self.cards:
                self.cards[standing].show_count(count)
        lines = work.lines(Filter(mine=True), limit=RECENT)
        self.table.show(len(lines), lines)
        if lines:
            self.recent.fit(*self.table.samples())
        header = self.recent.horizontalHeader().sizeHint().height()
        self.recent.setFixedHeight(header + max(1, len(lines)) * self.recent.row_height + 4)
        self._show_right()
        self._show_empty(has_students=bool(lines) or students.count() > 0, has_work=bool(lines))

    def _show_empty(self, *, has_students: bool, has_work: bool) -> None:
        if self.empty is not None:
            if self.window().focusWidget() is self.empty.action:
                # What comes in its place is on screen a moment later.
                QTimer.singleShot(0, self, self._begin)
            self.body.removeWidget(self.empty)
            self.empty.hide()
            self.empty.deleteLater()
            self.empty = None
        self._work.setVisible(has_work)
        restyle(self.start, kind="primary" if has_work else "plain")
        tint(self.start, "plus", QPalette.ColorRole.HighlightedText if has_work else QPalette.ColorRole.ButtonText)
        if has_work:
            return
        if has_students:
            self.empty = EmptyState(
                "assessments",
                self.tr("No practice assessments yet"),
                self.tr("Choose a student and the day of the activity. The program finds the form that goes with it."),
                self.tr("Start a practice assessment"),
                self.context.navigator.start_assessment,
            )
        else:
            self.empty = EmptyState(
                "students",
                self.tr("Begin with a student"),
                self.tr("Add a student first; a whole list is imported at Students. After that you start to assess."),
                self.tr("Add a student"),
                self.add_student,
            )
        self.body.addWidget(self.empty, 1)

    def _show_right(self) -> None:
        clear(self._right)
        person = self.context.application.desk.require_actor()
        if not person.is_assessor:
            return
        entry = self.context.application.register.line(person.id)
        appointed = sorted({one.programme for one in entry.appointments}, reverse=True)
        if not appointed:
            self._say_right(
                "warning",
                self.tr("You have no appointment as an assessor yet. You can score, but not make a result final."),
            )
        for programme in appointed:
            self._say_right(*self._right_words(programme, entry.rights[programme]))

    def _right_words(self, programme: str, right: RightToday) -> tuple[Tone, str]:
        name = self._words.programme(programme)
        if right.until is None:
            lacking = " ".join(self.context.say(lack.what) for lack in right.lacks)
            return "warning", self.tr("You may not assess for the {name} now. {lacking}").format(
                name=name, lacking=lacking
            )
        weeks = (right.until - self.context.application.desk.today()).days // 7
        day = self._words.long_day(right.until)
        if right.standing is not Right.LAPSING:
            return "good", self.tr("You may assess for the {name} up to and including {day}.").format(
                name=name, day=day
            )
        if weeks < 1:
            return "warning", self.tr("Your appointment for the {name} ends within a week, on {day}.").format(
                name=name, day=day
            )
        words = self.tr("Your appointment for the {name} ends in %n week(s), on {day}.", "", weeks)
        return "warning", words.format(name=name, day=day)

    def _say_right(self, tone: Tone, words: str) -> None:
        if tone == "good":
            said = label(words, "muted")
            said.setObjectName("right")
            self._right.addLayout(row(picture("shield"), said, spacing=GRID))
            return
        banner = Banner(
            "warning", words, self.tr("Go to Administration"), lambda: self.context.navigator.go("administration")
        )
        banner.message.setObjectName("right")
        self._right.addWidget(banner)

    # --- where it leads

    def add_student(self) -> None:
        """Add a student by hand, and go on to a first assessment."""
        from assessor.desktop.dialogs.student import StudentDialog

        StudentDialog(self.context, parent=self).ask(self.reload)

    def _open(self, number: int) -> None:
        line = self.table.row(number)
        self.context.navigator.open_dossier(line.id, "sheet" if line.state.is_open else "result")

    def _show(self, standing: Standing) -> None:
        self.context.application.work.keep_filter(Filter(mine=True, standing=standing))
        self.context.navigator.go("assessments")
