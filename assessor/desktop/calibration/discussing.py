"""Bespreken: one criterion at a time, what moves the outcome first, with a clock and room for what was said."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from assessor.desktop.calibration.beamer import Beamer, Slide
from assessor.desktop.calibration.clock import TalkClock
from assessor.desktop.calibration.remarks import criterion_words, remarks_card
from assessor.desktop.calibration.reveal_view import DISCUSS, Revealed
from assessor.desktop.calibration.room_papers import RoomPapers
from assessor.desktop.calibration.slides import question
from assessor.desktop.calibration.step import Step
from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.form import Choice
from assessor.desktop.furniture.lists import dressed
from assessor.desktop.furniture.surfaces import Banner, Card, clear, column, row
from assessor.desktop.furniture.texts import GrowingText
from assessor.desktop.furniture.words import label
from assessor.desktop.theme import GRID
from assessor.domain.calibration.conclusion import TalkNote
from assessor.domain.calibration.script import GROUND_RULES, StepKind, script
from assessor.domain.calibration.script import Step as PlannedStep
from assessor.domain.calibration.session import Session
from assessor.domain.errors import KnownError
from assessor.services.calibration.preparing import SessionLine
from assessor.services.calibration.rounds import Remark

PLENARY = ""
COLUMNS = 3
"""Criteria of the agenda beside each other, at the most."""
HALL = 5
"""How much larger than the words of the hall the clock is."""


class DiscussingStep(Step):
    """The talk, criterion by criterion."""

    _code = ""
    _room = PLENARY
    _timed = ""
    _beamer: Beamer | None = None
    clock: TalkClock | None = None

    def build(self, line: SessionLine) -> None:
        """Fill the step."""
        if not line.rounds or not line.rounds[0].is_revealed:
            words = self.tr("First the reveal, then the discussion.")
            self.body.addWidget(
                Banner("sufficient", words, self.tr("To the reveal"), lambda: self.onward.emit("reveal"))
            )
            return
        session = line.session
        self._shown = Revealed.of(self.sessions, session)
        self._order = self._shown.order
        if self._code not in self._order:
            self._code = self._order[0]
        self._minutes = next(one.minutes for one in script(session.script) if one.kind is StepKind.DISCUSS)
        self._remarks = self._written(session.id)
        self._earlier = self.sessions.concluding.follow_up(session.id)
        self.body.addWidget(self._agenda(session))
        self.body.addLayout(self._choices(session.id))
        self._place: QVBoxLayout = column(spacing=2 * GRID)
        self.body.addLayout(self._place)
        self.show_criterion(self._code)
        if self.sessions.preparing.rooms(session.id):
            self.rooms = RoomPapers(self, session.id, self.done.emit)
            self.body.addWidget(self.rooms)

    def _agenda(self, session: Session) -> Card:
        """What there is time for, what moves the outcome first; what was noted already bears a tick."""
        noted = {note.criterion for note in self.sessions.concluding.talk(session.id)}
        self.steps: dict[str, QPushButton] = {}
        grid = QGridLayout()
        grid.setSpacing(GRID // 2)
        planned = [one for one in script(session.script, self._order) if one.kind is StepKind.DISCUSS and one.criterion]
        columns = -(-len(planned) // -(-len(planned) // COLUMNS))
        for place, one in enumerate(planned):
            self.steps[one.criterion] = self._planned(one, noted=one.criterion in noted)
            grid.addWidget(self.steps[one.criterion], place // columns, place % columns)
        rules = " · ".join(self.context.say(rule).rstrip(".") for rule in GROUND_RULES)
        return Card(label(self.tr("Agenda"), "label"), grid, label(rules, "muted"), spacing=GRID)

    def _planned(self, one: PlannedStep, *, noted: bool) -> QPushButton:
        begin = f"{one.start // 60}:{one.start % 60:02}"
        words = self.tr("{begin}  {criterion} · {minutes} min").format(
            begin=begin, criterion=one.criterion, minutes=one.minutes
        )
        made = QPushButton(f"✓ {words}" if noted else words)
        made.setProperty("kind", "tab")
        made.setCheckable(True)
        made.setAutoDefault(False)
        name = self._shown.name(one.criterion)
        made.setToolTip(name)
        made.setAccessibleName(self.tr("{words}, {name}, noted") if noted else self.tr("{words}, {name}"))
        made.setAccessibleName(made.accessibleName().format(words=words, name=name))
        made.clicked.connect(lambda: self._go(one.criterion))
        return made

    def _written(self, session_id: str) -> dict[str, list[Remark]]:
        try:
            return self.sessions.rounds.notes(session_id)
        except KnownError:
            return {}

    def _choices(self, session_id: str) -> QVBoxLayout:
        options = [(code, self._shown.name(code)) for code in self._order]
        self.criterion = Choice(options, self._code)
        self.criterion.setAccessibleName(self.tr("Criterion"))
        self.criterion.setMinimumContentsLength(20)
        self.criterion.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.criterion.activated.connect(lambda _index: self._go(self.criterion.code))
        rooms = [(one.id, one.name) for one in self.sessions.preparing.rooms(session_id)]
        self.room = Choice([(PLENARY, self.tr("Everybody together")), *rooms], self._room)
        self.room.setAccessibleName(self.tr("Room"))
        self.room.activated.connect(lambda _index: self._go(self._code))
        before = button(self.tr("Previous"), lambda: self._move(-1), shortcut="Ctrl+PgUp", name="previous-criterion")
        after = button(self.tr("Next"), lambda: self._move(1), shortcut="Ctrl+PgDown", name="next-criterion")
        line = row(spacing=GRID)
        line.addWidget(self.criterion, 1)
        beam = button(self.tr("Full screen"), self.present, shortcut="F11", name="beamer-criterion")
        for one in (before, after, self.room, beam):
            line.addWidget(one)
        return column(line)

    def _move(self, by: int) -> None:
        place = self._order.index(self._code) + by
        if 0 <= place < len(self._order):
            self._go(self._order[place])

    def _go(self, code: str) -> None:
        if self.leave():
            self.show_criterion(code)
        self.criterion.setCurrentIndex(self.criterion.findData(self._code))
        self.room.setCurrentIndex(self.room.findData(self._room))

    # --- one criterion

    def show_criterion(self, code: str) -> None:
        """Show the distribution, the clock and the notes of a criterion."""
        if self.line is None:
            return
        stood = self._stood() if code == self._timed else None
        self._code, self._room, self._timed = code, self.room.code, code
        clear(self._place)
        self.clock = TalkClock(self._minutes)
        if stood is not None:
            self.clock.go_on(stood[0], running=stood[1])
        self._place.addLayout(self._above(code, self.clock))
        words = criterion_words(self._shown, code, self._earlier)
        if words is not None:
            self._place.addWidget(Card(words))
        self._place.addWidget(self._notes(code))
        if self._remarks.get(code):
            self._place.addWidget(remarks_card(self._shown, code, self._remarks[code]))
        for each, made in self.steps.items():
            made.setChecked(each == code)
        before = self._beamer
        if before is not None and isValid(before) and before.isVisible():
            self.present(follows=True)
            before.close()

    def _above(self, code: str, clock: TalkClock) -> QVBoxLayout:
        line = row(spacing=3 * GRID)
        line.addWidget(self._told(code), 1)
        line.addWidget(clock)
        return column(line)

    def _told(self, code: str, *more: QWidget) -> QWidget:
        """A criterion with its bar and what is said of it; a slide bears its name already."""
        left, shown = QWidget(), self._shown
        told = shown.told(DISCUSS)
        lines = [one for one in told.lines if one.nl.startswith(f"{code} ")] if told is not None else []
        words = [label(self.context.say(one), "muted") for one in lines[:1]]
        name = [] if more else [label(shown.name(code), "heading")]
        left.setLayout(column(*name, shown.bar(code), *words, *more, None, spacing=GRID))
        return left

    def _stood(self) -> tuple[float, bool] | None:
        """Where the clock stands, so that a look at another step does not give the talk its time anew."""
        if self.clock is None or not isValid(self.clock):
            return None
        return self.clock.seconds, self.clock.is_running

    def present(self, *, follows: bool = False) -> Beamer | None:
        """Show the criterion with its bar and the clock over the whole screen; Ctrl+Space runs the clock there too.

        Args:
            follows: whether it takes the place of another criterion on the beamer, and leaves the keys where they are.
        """
        if self.line is None or self.clock is None:
            return None
        time = label(self.clock.time.text(), "title", wrap=False)
        time.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.clock.told.connect(time.setText)
        view = QWidget()
        told = self._told(self._code, label(question(self._shown), "body"))
        view.setLayout(column(told, time, None, spacing=4 * GRID))
        slides = [Slide(self._shown.name(self._code), view)]
        words = criterion_words(self._shown, self._code, self._earlier)
        if words is not None:
            slides.append(Slide(self._shown.name(self._code), words))
        if self._remarks.get(self._code):
            remarks = remarks_card(self._shown, self._code, self._remarks[self._code])
            slides.append(Slide(self._shown.name(self._code), remarks))
        beamer = Beamer(self.window(), self.line.session.title, slides)
        time.setStyleSheet(f"font-size: {dressed().points(HALL * beamer.scale)}pt; font-weight: 700;")
        QShortcut(QKeySequence("Ctrl+Space"), beamer, self.clock.start_or_pause)
        beamer.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, follows)
        self._beamer = beamer
        beamer.present()
        return beamer

    def _notes(self, code: str) -> Card:
        self.note = self._stored(code)
        card = Card(label(self.tr("Write down what was said, never who said it."), "muted"), spacing=12)
        self.fields: dict[str, GrowingText] = {}
        for key, words in (
            ("seen", self.tr("What did we see?")),
            ("reading", self.tr("How do we read the criterion?")),
            ("agreed", self.tr("What do we agree?")),
            ("example", self.tr("Behaviour as an example")),
        ):
            field = GrowingText(getattr(self.note, key), lines=2)
            field.setAccessibleName(words)
            field.left.connect(lambda text, key=key, field=field: self._keep(key, text, field))
            heading = label(words, "label")
            heading.setBuddy(field)
            self.fields[key] = field
            card.body.addLayout(column(heading, field, spacing=4))
        return card

    def _stored(self, code: str) -> TalkNote:
        session_id = self.line.session.id if self.line is not None else ""
        for one in self.sessions.concluding.talk(session_id):
            if one.criterion == code and one.room_id == self._room:
                return one
        return TalkNote(session_id, self._room, code)

    def _keep(self, key: str, text: str, field: GrowingText) -> None:
        changed = replace(self.note, **{key: text.strip()})
        try:
            changes = self.sessions.concluding.note(changed)
        except KnownError as refusal:
            field.keep()
            self.context.tell_error(refusal)
            return
        self.note = changed
        self.kept.emit(changes)
