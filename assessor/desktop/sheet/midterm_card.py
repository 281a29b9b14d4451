"""The midterm beside the sheet: off until it is asked for, and higher or lower rather than equal."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from assessor.desktop.context import Context
from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.surfaces import clear, column, row
from assessor.desktop.furniture.words import label
from assessor.desktop.theme import GRID
from assessor.domain.midterm.foresight import Foresight
from assessor.domain.programme import PROGRAMMES


class MidtermBeside(QWidget):
    """What student and mentor chose at the midterm, by criterion; out of sight where there was none."""

    def __init__(self, context: Context, dossier_id: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._dossier_id = context, dossier_id
        self._is_on = False
        self.switch = button(self.tr("Show"), self._turn, kind="link", name="show-midterm")
        self._hint = label(
            self.tr("Off while you score: look once you have made up your own mind, so that it does not steer you."),
            "muted",
        )
        self._lines: QVBoxLayout = column(spacing=12)
        heading = row(label(self.tr("Midterm evaluation"), "label"), None, self.switch)
        self.setLayout(column(heading, self._hint, self._lines))
        self.show_stored()

    def _turn(self) -> None:
        self._is_on = not self._is_on
        self.show_stored()

    def show_stored(self) -> None:
        """Look again what the midterm said and how the sheet lies to it."""
        found = self._context.application.midterms.foresight(self._dossier_id)
        self.setVisible(bool(found))
        self.switch.setText(self.tr("Hide") if self._is_on else self.tr("Show"))
        self._hint.setVisible(not self._is_on)
        clear(self._lines)
        if self._is_on:
            dossier = self._context.application.work.dossier(self._dossier_id)
            instrument = self._context.application.desk.instrument_of(dossier)
            supervisor = self._context.say(PROGRAMMES[instrument.programme].supervisor)
            for code, said in found.items():
                criterion = instrument.criteria.get(code)
                if criterion is not None:
                    mark = dossier.sheet.rating(code).mark
                    outcome = instrument.model_of[code].scale.outcome(mark) if mark else None
                    course = said.course(outcome)
                    words = [self._said(said, supervisor)]
                    if course is not None:
                        words.append(self.tr("Your level: {course}.").format(course=self._context.say(course.word)))
                    self._lines.addLayout(self._line(f"{code} {self._context.say(criterion.name)}", said, words))

    def _said(self, said: Foresight, supervisor: str) -> str:
        parts = []
        for who, mark in ((self.tr("student"), said.student), (supervisor, said.mentor)):
            level = self._context.say(said.scale.word(mark)) if mark else self.tr("left open")
            parts.append(self.tr("{who}: {level}").format(who=who.capitalize(), level=level))
        return " · ".join(parts)

    def _line(self, name: str, said: Foresight, words: list[str]) -> QVBoxLayout:
        made = column(label(name), *(label(one, "small") for one in words), spacing=GRID // 2)
        if said.example:
            made.addWidget(label(self.tr("‘{example}’").format(example=said.example), "muted"))
        return made
