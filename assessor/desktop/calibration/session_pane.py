"""One session on screen: its steps as tabs, each built from what is stored."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QPushButton, QStackedWidget, QWidget

from assessor.desktop.calibration.agreeing import AgreeingStep
from assessor.desktop.calibration.collecting import CollectingStep
from assessor.desktop.calibration.discussing import DiscussingStep
from assessor.desktop.calibration.preparation import PreparationStep
from assessor.desktop.calibration.reporting import ReportingStep
from assessor.desktop.calibration.revealing import RevealingStep
from assessor.desktop.calibration.second_round import SecondRoundStep
from assessor.desktop.calibration.step import Step, focused_in
from assessor.desktop.calibration.use_cases import Sessions
from assessor.desktop.context import Context
from assessor.desktop.furniture.buttons import PressButton
from assessor.desktop.furniture.surfaces import column, line, scrolling
from assessor.desktop.furniture.words import label
from assessor.desktop.theme import GRID
from assessor.desktop.wording import Wording
from assessor.domain.calibration.session import SessionState
from assessor.services.calibration.preparing import SessionLine

STEPS = ("prepare", "collect", "reveal", "discuss", "second", "agree", "report")


class SessionPane(QWidget):
    """The steps of one session.

    Signals:
        done: a use case changed something, so that all must be shown anew; carries the `Changes`.
        kept: likewise, but what is on screen says it already.
    """

    done = Signal(object)
    kept = Signal(object)

    def __init__(self, context: Context, sessions: Sessions) -> None:
        super().__init__()
        self.context = context
        self._sessions = sessions
        self._session_id = ""
        self._wording = Wording(context)
        self.title = ""
        self.where = label("", "muted")
        self.steps: dict[str, Step] = {
            "prepare": PreparationStep(context, sessions),
            "collect": CollectingStep(context, sessions),
            "reveal": RevealingStep(context, sessions),
            "discuss": DiscussingStep(context, sessions),
            "second": SecondRoundStep(context, sessions),
            "agree": AgreeingStep(context, sessions),
            "report": ReportingStep(context, sessions),
        }
        self.tabs: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._lines = QGridLayout()
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        self.stack = QStackedWidget()
        for number, (code, words) in enumerate(zip(STEPS, self._words(), strict=True), start=1):
            self._lines.addWidget(self._tab(number, code, words), 0, number - 1)
            step = self.steps[code]
            step.done.connect(self.done)
            step.kept.connect(self.kept)
            step.onward.connect(self.show_step)
            self.stack.addWidget(scrolling(step))
        self._lines.setColumnStretch(len(STEPS), 1)
        self.setLayout(column(self.where, self._lines, line(), self.stack, spacing=GRID))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where large text does not leave all steps on one line they stand on two."""
        super().resizeEvent(event)
        wide = sum(one.sizeHint().width() for one in self.tabs.values())
        columns = len(STEPS) if wide <= self.width() else -(-len(STEPS) // 2)
        for place, one in enumerate(self.tabs.values()):
            self._lines.addWidget(one, place // columns, place % columns)

    def minimumSizeHint(self) -> QSize:
        """No wider than the steps on two lines."""
        return QSize(0, super().minimumSizeHint().height())

    def _words(self) -> tuple[str, ...]:
        return (
            self.tr("Prepare"),
            self.tr("Collect"),
            self.tr("Reveal"),
            self.tr("Discuss"),
            self.tr("Second round"),
            self.tr("Agreements"),
            self.tr("Report"),
        )

    def _tab(self, number: int, code: str, words: str) -> QPushButton:
        made = PressButton(words)
        made.setCheckable(True)
        made.setProperty("kind", "tab")
        made.setProperty("step", "narrow")
        made.setObjectName(f"step-{code}")
        keys = QKeySequence(f"Ctrl+{number}")
        made.setToolTip(f"{words} ({keys.toString(QKeySequence.SequenceFormat.NativeText)})")
        made.clicked.connect(lambda: self.show_step(code))
        shortcut = QShortcut(keys, self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(lambda: self.show_step(code))
        self._group.addButton(made)
        self.tabs[code] = made
        return made

    # --- what it shows

    @property
    def step(self) -> str:
        """The code of the step on screen."""
        return STEPS[self.stack.currentIndex()]

    def show_session(self, session_id: str) -> None:
        """Show a session at the step where it stands."""
        self._session_id = session_id
        self.show_step(_stands(self._sessions.line(session_id)))

    def reload(self) -> None:
        """Show what is stored now, once what is being typed is recorded."""
        if self.leave():
            self._fill(self.step)

    def show_step(self, code: str) -> None:
        """Show a step, once what is being typed in the present one is recorded."""
        if not self.leave():
            return
        has_keys = focused_in(self) is not None
        self._fill(code)
        self.stack.setCurrentIndex(STEPS.index(code))
        self.tabs[code].setChecked(True)
        if has_keys:
            self.take_focus()

    def _fill(self, code: str) -> None:
        found = self._sessions.line(self._session_id)
        self.title = found.session.title
        day = self._wording.long_day(found.day.day)
        place = f" · {found.day.place}" if found.day.place else ""
        state = self.context.say(found.session.state.word)
        self.where.setText(f"{day}{place} · {state}")
        self.steps[code].show_line(found)

    def leave(self) -> bool:
        """Record what is being typed."""
        return self.steps[self.step].leave()

    def take_focus(self) -> None:
        """Begin at the step's tab."""
        self.tabs[self.step].setFocus(Qt.FocusReason.TabFocusReason)


def _stands(found: SessionLine) -> str:
    """The step that is next."""
    if found.session.state is SessionState.PREPARING:
        return "prepare"
    if found.session.state is SessionState.CONCLUDED:
        return "report"
    last = found.rounds[-1]
    if last.number > 1:
        return "agree" if last.is_revealed else "second"
    return "collect" if last.is_open else "reveal"
