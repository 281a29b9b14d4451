"""Which column of an online form's export answers which question: said once, and remembered."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from assessor.desktop.calibration.step import Step
from assessor.desktop.dialogs.asking import AskingDialog
from assessor.desktop.furniture.form import Choice
from assessor.desktop.furniture.surfaces import scrolling
from assessor.desktop.furniture.words import label
from assessor.desktop.theme import GRID
from assessor.domain.calibration.online import IGNORED, Column, doubled_roles, open_roles, role_text, roles
from assessor.domain.calibration.score_form import WHO, Asked
from assessor.domain.errors import KnownError
from assessor.domain.text import Text, listing
from assessor.services.calibration.receiving import FileTaken
from assessor.services.changes import Changes

_SHOWN = 90


class ColumnRolesDialog(AskingDialog):
    """Each heading with what it answers; what is not sure yet comes first. Nothing below the headings is shown."""

    def __init__(self, step: Step, session_id: str, file: FileTaken, asked: Asked) -> None:
        super().__init__(
            step.context,
            step,
            self.tr("What do the columns answer?"),
            self.tr("Only the headings are shown, never an answer. What you choose here is remembered."),
            self.tr("Remember and read"),
        )
        self._receiving = step.context.application.calibration.receiving
        self._session_id, self._asked = session_id, asked
        self._columns = sorted((one for one in file.columns if one.heading), key=lambda one: one.sure)
        self._warned: tuple[str, ...] = ()
        self.setMinimumWidth(100 * GRID)
        options = [(role, self._short(words)) for role, words in roles(asked)]
        self.choices: dict[str, Choice] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(GRID)
        for place, one in enumerate(self._columns):
            choice = self.choices[one.heading] = Choice(options, one.role)
            choice.setAccessibleName(one.heading)
            choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumContentsLength(30)
            heading = label(one.heading if len(one.heading) <= _SHOWN else one.heading[: _SHOWN - 1] + "…")
            heading.setToolTip(one.heading)
            heading.setBuddy(choice)
            grid.addWidget(heading, place, 0)
            grid.addWidget(choice, place, 1)
        grid.setColumnStretch(0, 1)
        grid.setRowStretch(len(self._columns), 1)
        inside = QWidget()
        inside.setLayout(grid)
        area = scrolling(inside, max_width=None)
        area.setMinimumHeight(50 * GRID)
        self.body.addWidget(area, 1)
        for choice in list(self.choices.values())[:1]:
            choice.setFocus()

    def _short(self, words: Text) -> str:
        whole = self.context.say(words)
        return whole if len(whole) <= _SHOWN else whole[: _SHOWN - 1] + "…"

    def carry_out(self) -> Changes:
        """Remember the roles; KnownErrors ``columns-nobody``, ``columns-twice``, and once ``columns-open``."""
        said = {heading: choice.code for heading, choice in self.choices.items()}
        found = [Column(heading, role, sure=True) for heading, role in said.items()]
        twice, left = doubled_roles(found), open_roles(found, self._asked)
        if twice:
            raise _refuse_twice(self._words(twice))
        if WHO in left:
            raise _refuse_nobody()
        if left and left != self._warned:
            self._warned = left
            raise _refuse_open(self._words(left))
        self._receiving.remember(self._session_id, said)
        return ()

    def _words(self, names: tuple[str, ...]) -> Text:
        return listing([role_text(role, self._asked) for role in names if role != IGNORED][:5])


def _refuse_twice(words: Text) -> KnownError:
    return KnownError(
        "columns-twice",
        Text("Twee kolommen beantwoorden hetzelfde: {words}.", "Two columns answer the same: {words}.").fill(
            words=words
        ),
        Text("Laat er één staan.", "Keep one of them."),
    )


def _refuse_nobody() -> KnownError:
    return KnownError(
        "columns-nobody",
        Text("Geen kolom zegt wie er scoorde.", "No column says who scored."),
        Text("Wijs de naam, de code of het mailadres aan.", "Point out the name, the code or the mail address."),
    )


def _refuse_open(words: Text) -> KnownError:
    return KnownError(
        "columns-open",
        Text("Hier hoort nog geen kolom bij: {words}.", "No column answers this yet: {words}.").fill(words=words),
        Text(
            "Kies er een, of druk nog een keer als het niet gevraagd is.",
            "Choose one, or press again when it was not asked.",
        ),
    )
