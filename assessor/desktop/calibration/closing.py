"""Closing a round, at once when all are in and else with a reason; and finishing a session, asked once."""

from __future__ import annotations

from collections.abc import Callable

from assessor.desktop.calibration.step import Step
from assessor.desktop.dialogs.asking import AskingDialog
from assessor.desktop.furniture.words import label
from assessor.domain.errors import KnownError
from assessor.services.changes import Changes


class CloseRoundDialog(AskingDialog):
    """Asks why the round closes before all are in."""

    def __init__(self, step: Step, session_id: str, refusal: KnownError) -> None:
        super().__init__(step.context, step, self.tr("Close the round"), "", self.tr("Close the round"))
        self._session_id = session_id
        self._rounds = step.sessions.rounds
        self.body.addWidget(label(step.context.say(refusal.what)))
        self.body.addWidget(label(self.tr("What comes in after this is kept but does not count."), "muted"))
        self.why = self.reason(self.tr("Why now?"), self.tr("For example: the day begins"))
        self.why.setFocus()

    def carry_out(self) -> Changes:
        """Close the round with its reason."""
        return self._rounds.close(self._session_id, self.why.toPlainText())[1]


class FinishSessionDialog(AskingDialog):
    """Asks once: afterwards nothing of the session can be changed."""

    def __init__(self, step: Step, session_id: str) -> None:
        super().__init__(
            step.context,
            step,
            self.tr("Finish the session?"),
            self.tr("After this nothing of the session can be changed, except what becomes of agreements."),
            self.tr("Finish the session"),
        )
        self._session_id = session_id
        self._concluding = step.sessions.concluding
        self.confirm.setFocus()

    def carry_out(self) -> Changes:
        """Finish it."""
        return self._concluding.conclude(self._session_id)


def close_round(step: Step, session_id: str, onward: Callable[[Changes], object]) -> None:
    """Close the last round, and go `onward`; when not all are in, ask why."""
    try:
        changes = step.sessions.rounds.close(session_id)[1]
    except KnownError as refusal:
        if refusal.code != "close-reason-needed":
            step.context.tell_error(refusal)
            return
        dialog = CloseRoundDialog(step, session_id, refusal)
        dialog.ask(lambda: onward(dialog.changes))
    else:
        onward(changes)
