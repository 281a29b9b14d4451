"""Whose form is it: asked when a form does not say so by itself, or when two people have one name."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from assessor.desktop.calibration.step import Step
from assessor.desktop.dialogs.asking import AskingDialog
from assessor.desktop.furniture.form import Choice, FormRows
from assessor.desktop.furniture.words import label
from assessor.domain.calibration.room import Participant
from assessor.domain.errors import KnownError
from assessor.domain.form_code import printed
from assessor.domain.text import Text
from assessor.services.calibration.receiving import FileTaken
from assessor.services.changes import Changes


class WhoseDialog(AskingDialog):
    """Asks of whom a form is.

    Attributes:
        participant_id: who was chosen.
    """

    def __init__(self, step: Step, file: FileTaken, people: list[Participant]) -> None:
        super().__init__(
            step.context, step, self.tr("Whose form is it?"), "", self.tr("Take it in")
        )  # fmt: skip
        language = step.context.language
        if file.refusal is not None:
            self.body.addWidget(label(f"{file.name}: {file.refusal.what.say(language)}"))
        names = [one.name for one in people]
        self.who = Choice([("", self.tr("Choose…")), *((one.id, _called(one, names)) for one in people)])
        rows = FormRows()
        rows.add(self.tr("Participant"), self.who)
        self.body.addLayout(rows)
        words = self.tr("Ask when you are not sure: what somebody scored may not stand under another name.")
        self.body.addWidget(label(words, "muted"))
        self.who.setFocus()

    @property
    def participant_id(self) -> str:
        """Who was chosen."""
        return self.who.code

    def carry_out(self) -> Changes:
        """The file is read again afterwards, beside the screen; KnownError ``nobody-chosen``."""
        if not self.participant_id:
            raise KnownError(
                "nobody-chosen",
                Text("Er is nog niemand gekozen.", "Nobody was chosen yet."),
                Text("Kies van wie het formulier is.", "Choose whose form it is."),
            )
        return ()

    def culprit(self, _refusal: KnownError) -> QWidget:
        """The name is all that is asked."""
        return self.who


def _called(one: Participant, names: list[str]) -> str:
    """A name, with what tells two people of that name apart."""
    if names.count(one.name) == 1:
        return one.name
    return " · ".join(part for part in (one.name, one.organisation, one.mail, printed(one.code)) if part)
