"""What is wrong with a form, and what could be better: place, matter and cure, errors before advice."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from assessor.desktop.context import Context
from assessor.desktop.furniture.chips import Chip
from assessor.desktop.furniture.surfaces import Banner, Card, column, row
from assessor.desktop.furniture.words import label
from assessor.desktop.theme import GRID
from assessor.instruments.problem import Problem


class FormProblems(QWidget):
    """The judgement of one file.

    Args:
        context: the page's context.
        name: of the file or form.
        problems: everything that was found, in the order of the file.
    """

    def __init__(self, context: Context, name: str, problems: Sequence[Problem]) -> None:
        super().__init__()
        self._context = context
        errors = [problem for problem in problems if problem.is_error]
        advice = [problem for problem in problems if not problem.is_error]
        parts: list[QWidget] = [label(name, "heading"), self._verdict(len(errors), len(advice))]
        for heading, found in ((self.tr("Errors"), errors), (self.tr("Advice"), advice)):
            if found:
                parts.append(label(heading, "label"))
                parts += [self._card(problem) for problem in found]
        self.setLayout(column(*parts, None, spacing=12))

    def _verdict(self, errors: int, advice: int) -> Banner:
        if errors:
            said = self.tr("%n error(s): this form cannot be used like this.", "", errors)
            return Banner("insufficient", said)
        if advice:
            said = self.tr("This form can be used. There is advice on %n place(s).", "", advice)
            return Banner("sufficient", said)
        return Banner("good", self.tr("This form can be used. Nothing to remark."))

    def _card(self, problem: Problem) -> Card:
        say = self._context.say
        chip = Chip(self.tr("error"), "insufficient") if problem.is_error else Chip(self.tr("advice"), "warning")
        where = say(problem.where) or self.tr("the whole file")
        place = label(where, "label")
        code = label(problem.code, "small", wrap=False)
        top = row(chip, spacing=GRID)
        top.addWidget(place, 1)
        top.addWidget(code)
        card = Card(top, label(say(problem.what)), label(say(problem.cure), "muted"), spacing=6)
        for words in (place, code):
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return card
