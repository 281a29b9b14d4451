"""Whose form is it: asked when a form does not say so by itself, or when two people have one name."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from assessor.desktop.calibration.step import Step
from assessor.desktop.dialogs.asking import AskingDialog
from assessor.desktop.furniture.form import Choice, FormRows
from assessor.desktop.furniture.words import label
from assessor.domain.calibration.room import Participant, told_apart
from assessor.domain.errors import KnownError
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
        if file.written:
            self.body.addWidget(label(self.tr("The form says: {name}").format(name=file.written)))
        self.who = Choice([("", self.tr("Choose…")), *told_apart(people).items()])
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
            raise nobody_chosen()
        return ()

    def culprit(self, _refusal: KnownError) -> QWidget:
        """The name is all that is asked."""
        return self.who


def nobody_chosen() -> KnownError:
    """The refusal ``nobody-chosen`` while it was not said whose form it is."""
    return KnownError(
        "nobody-chosen",
        Text("Er is nog niemand gekozen.", "Nobody was chosen yet."),
        Text("Kies van wie het formulier is.", "Choose whose form it is."),
    )
