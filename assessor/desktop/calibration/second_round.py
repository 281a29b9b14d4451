"""Tweede ronde: blind by form or by counting hands; the first round stays as it was, and what moved is shown."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QSpinBox, QWidget
from shiboken6 import isValid

from assessor.desktop.attempt import attempt
from assessor.desktop.calibration.beamer import Beamer, Slide
from assessor.desktop.calibration.closing import close_round
from assessor.desktop.calibration.pictures import spread_bar
from assessor.desktop.calibration.step import Step
from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.options import Options
from assessor.desktop.furniture.surfaces import Banner, Card, column, row
from assessor.desktop.furniture.words import label
from assessor.desktop.jobs import Progress
from assessor.desktop.theme import GRID
from assessor.domain.calibration.casus import Casus
from assessor.domain.calibration.figures import GroupFigures, Movement
from assessor.domain.calibration.room import Room
from assessor.domain.calibration.round import Round, RoundState, RoundWay
from assessor.domain.calibration.script import places_to_discuss
from assessor.domain.errors import KnownError
from assessor.reports.calibration_reference import REFERENCE, reference_lines
from assessor.services.calibration.preparing import SessionLine
from assessor.services.changes import Changes

MOST_HANDS = 500
# Hands are typed. Without arrows of its own (`NoButtons`) a styled field leaves no room for its number.
NO_ARROWS = "QSpinBox::up-button, QSpinBox::down-button { width: 0px; border: none; }"


class SecondRoundStep(Step):
    """Opening, counting, revealing and the movement of the second round."""

    def build(self, line: SessionLine) -> None:
        """Fill the step."""
        if not line.rounds or not line.rounds[0].is_revealed:
            words = self.tr("A second round comes after the reveal of the first.")
            self.body.addWidget(Banner("sufficient", words))
            return
        if len(line.rounds) == 1:
            self._ask(line)
            return
        last = line.rounds[-1]
        if last.is_revealed:
            self._moved(line, self.sessions.rounds.figures(line.session.id, last.number))
        elif last.state is RoundState.CLOSED:
            self._closed()
        elif last.way is RoundWay.HANDS:
            self._hands(line, last)
        else:
            words = self.tr(
                "The second round is open: everybody scores again, blind. Scores come in at the step Collect."
            )
            self.body.addWidget(
                Banner("sufficient", words, self.tr("To collecting"), lambda: self.onward.emit("collect"))
            )

    # --- opening

    def _ask(self, line: SessionLine) -> None:
        self.way = Options(self.tr("How is the second round scored?"))
        self.way.add(
            RoundWay.HANDS.value, self.tr("Count hands"), self.tr("Per room and criterion; everybody sees it.")
        )
        self.way.add(RoundWay.BLIND.value, self.tr("Blind again"), self.tr("By form, sealed until the second reveal."))
        self.open = button(self.tr("Open the second round"), self._open, kind="primary", name="open-second")
        self.open.setEnabled(False)
        self.way.chosen.connect(lambda _code: self.open.setEnabled(True))
        figures, criteria = self.sessions.rounds.figures(line.session.id), self.sessions.criteria(line.session)
        first = figures.order[: places_to_discuss(line.session.script)]
        self.boxes: dict[str, QCheckBox] = {}
        card = Card(label(self.tr("Which criteria are scored again?"), "heading"))
        for code in (one.criterion for one in figures.criteria):
            box = QCheckBox(f"{code} {self.context.say(criteria[code].name)}")
            box.setAccessibleName(box.text())
            box.setChecked(code in first)
            self.boxes[code] = box
            card.body.addWidget(box)
        self.body.addWidget(label(self.tr("The first round stays as it was. A second round may be left out."), "muted"))
        self.body.addWidget(Card(label(self.tr("How is the second round scored?"), "heading"), self.way))
        self.body.addWidget(card)
        self.body.addLayout(row(self.open, None))

    def _open(self) -> None:
        if self.line is None:
            return
        session_id, way = self.line.session.id, RoundWay(self.way.code)
        codes = [code for code, box in self.boxes.items() if box.isChecked()]
        self.attempt(lambda: self.sessions.rounds.open(session_id, way, codes)[1])

    # --- counting hands

    def _hands(self, line: SessionLine, one: Round) -> None:
        criteria = self.sessions.criteria(line.session)
        casussen = self.sessions.preparing.casussen(line.session.id)
        self.counts: dict[tuple[str, str, str, str], QSpinBox] = {}
        self._seen = {
            (room, casus, code, mark): number
            for room, by_casus in self.sessions.hands.counted(line.session.id).items()
            for casus, by_code in by_casus.items()
            for code, by_mark in by_code.items()
            for mark, number in by_mark.items()
        }
        words = self.tr("Note per room how many hands go up. A count is kept as soon as you leave the field.")
        self.body.addWidget(label(words, "muted"))
        for casus in casussen:
            for code in one.criteria:
                name = f"{code} {self.context.say(criteria[code].name)}"
                if len(casussen) > 1:
                    name = self.tr("Case {case} · {name}").format(case=casus.code, name=name)
                self.body.addWidget(Card(label(name, "label"), self._grid(line, casus, code), spacing=12))
        close = button(self.tr("Close and show"), self._close_hands, kind="primary", name="close-hands")
        self.body.addLayout(row(close, None))

    def _grid(self, line: SessionLine, casus: Casus, code: str) -> QWidget:
        made, grid = QWidget(), QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * GRID)
        scale = self.sessions.scale(line.session)
        for place, mark in enumerate(scale.marks, start=1):
            grid.addWidget(label(f"{mark} {self.context.say(scale.word(mark))}", "small", wrap=False), 0, place)
        for number, room in enumerate(self.sessions.preparing.rooms(line.session.id), start=1):
            grid.addWidget(label(room.name, wrap=False), number, 0)
            for place, mark in enumerate(scale.marks, start=1):
                grid.addWidget(self._count(room, casus, code, mark), number, place)
        grid.setColumnStretch(len(scale.marks) + 1, 1)
        made.setLayout(grid)
        return made

    def _count(self, room: Room, casus: Casus, code: str, mark: str) -> QSpinBox:
        field = QSpinBox()
        field.setRange(0, MOST_HANDS)
        field.setStyleSheet(NO_ARROWS)
        field.setAlignment(Qt.AlignmentFlag.AlignCenter)
        field.setFixedWidth(9 * GRID)
        field.setValue(self._seen.get((room.id, casus.id, code, mark), 0))
        field.setAccessibleName(f"{room.name}, {code}, {mark}")
        field.editingFinished.connect(lambda: self._counted(room, casus, code))
        self.counts[room.id, casus.id, code, mark] = field
        return field

    def _counted(self, room: Room, casus: Casus, code: str) -> None:
        if self.line is None:
            return
        now = {key: field.value() for key, field in self.counts.items()}
        if all(value == self._seen.get(key, 0) for key, value in now.items()):
            return
        self._seen |= now
        found = {
            mark: field.value()
            for (own, case, criterion, mark), field in self.counts.items()
            if (own, case, criterion) == (room.id, casus.id, code) and field.value()
        }
        try:
            changes = self.sessions.hands.count(self.line.session.id, room.id, casus.id, code, found)
        except KnownError as refusal:
            self.context.tell_error(refusal)
        else:
            self.kept.emit(changes)

    def _close_hands(self) -> None:
        if self.line is None:
            return
        close_round(self, self.line.session.id, self._reveal_hands)

    def _reveal_hands(self, changes: Changes) -> None:
        self.done.emit(changes)
        self.start()

    # --- revealing

    def _closed(self) -> None:
        self.body.addWidget(label(self.tr("The second round is closed."), "heading"))
        self.reveal = button(self.tr("Reveal the second round"), self.start, kind="primary", name="reveal-second")
        self.body.addLayout(row(self.reveal, None))

    def start(self) -> None:
        """Open the scores of the second round, beside the screen."""
        if self.line is None:
            return
        session_id, rounds = self.line.session.id, self.sessions.rounds

        def work(_progress: Progress) -> tuple[GroupFigures, Changes]:
            return rounds.reveal(session_id)

        self.context.jobs.start("calibration-reveal", attempt(work), self._revealed)

    def _revealed(self, answer: tuple[GroupFigures, Changes] | KnownError) -> None:
        if not isValid(self):
            return
        if isinstance(answer, KnownError):
            self.context.tell_error(answer)
        else:
            self.done.emit(answer[1])

    # --- what moved

    def _moved(self, line: SessionLine, figures: GroupFigures) -> None:
        beam = button(self.tr("Full screen"), self.present, shortcut="F11", name="beamer-second")
        self.body.addLayout(row(label(self.tr("What moved"), "heading", wrap=False), None, beam))
        for one in figures.movement:
            self.body.addWidget(Card(label(self._name(line, one), "label"), self._both(line, one), spacing=GRID))
        reference = self._reference(line)
        if reference is not None:
            self.body.addWidget(reference)
        onward = button(
            self.tr("To the agreements"), lambda: self.onward.emit("agree"), kind="primary", name="to-agreements"
        )
        self.body.addLayout(row(onward, None))

    def _name(self, line: SessionLine, one: Movement) -> str:
        return f"{one.criterion} {self.context.say(self.sessions.criteria(line.session)[one.criterion].name)}"

    def _both(self, line: SessionLine, one: Movement) -> QWidget:
        """The distribution before and after, under each other, and how many scores changed."""
        made, layout = QWidget(), column(spacing=GRID)
        figures, name = self.sessions.rounds.figures(line.session.id), self._name(line, one)
        for words, counts in ((self.tr("Round 1"), one.before), (self.tr("Round 2"), one.after)):
            heading = label(words, "small", wrap=False)
            heading.setMinimumWidth(9 * GRID)
            both = row(heading, spacing=GRID)
            both.addWidget(spread_bar(self.context, f"{name}, {words}", counts, figures), 1)
            layout.addLayout(both)
        if one.changed is not None:
            layout.addWidget(label(self._changed(one), "muted"))
        made.setLayout(layout)
        return made

    def _reference(self, line: SessionLine) -> Card | None:
        """Anders dan de referentie, never wrong; only after the second round."""
        record = self.context.application.calibration.papers.group(line.session.id)
        if not record.shows_reference:
            return None
        lines = [label(self.context.say(each)) for each in reference_lines(record)]
        return Card(label(self.context.say(REFERENCE), "heading"), *lines, spacing=12)

    def present(self) -> Beamer | None:
        """Show what moved over the whole screen; no names stand on it."""
        if self.line is None:
            return None
        line = self.line
        figures = self.sessions.rounds.figures(line.session.id, line.rounds[-1].number)
        slides = [Slide(self._name(line, one), self._both(line, one)) for one in figures.movement]
        reference = self._reference(line)
        if reference is not None:
            slides.append(Slide(self.context.say(REFERENCE), reference))
        beamer = Beamer(self.window(), line.session.title, slides)
        beamer.present()
        return beamer

    def _changed(self, one: Movement) -> str:
        words = self.tr("{changed} of {scored} scores changed.")
        return words.format(changed=one.changed, scored=one.scored)
