"""Ending a concept without a verdict: niet verschenen, afgebroken or ingetrokken."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from assessor.desktop.context import Context
from assessor.desktop.dialogs.asking import AskingDialog
from assessor.desktop.furniture.options import Options
from assessor.domain.dossier import State
from assessor.domain.errors import KnownError
from assessor.services.changes import Changes


class CloseDialog(AskingDialog):
    """Asks how a dossier ends and why; nothing is chosen beforehand."""

    def __init__(self, context: Context, parent: QWidget | None, dossier_id: str) -> None:
        super().__init__(
            context,
            parent,
            self.tr("Close without a verdict"),
            self.tr("After this the sheet is fixed. What was filled in is kept with the dossier."),
            self.tr("Close the dossier"),
        )
        self._dossier_id = dossier_id
        self.ends = Options(self.tr("How does it end?"))
        for state, meaning in self._meanings().items():
            self.ends.add(state.value, _sentence(context.say(state.word)), meaning)
        self.body.addWidget(self.ends)
        self.why = self.reason(self.tr("Reason"), self.tr("What happened? One or two sentences."))
        self.confirm.setEnabled(False)
        self.ends.chosen.connect(lambda _code: self.confirm.setEnabled(True))
        self.ends.take_focus()

    def _meanings(self) -> dict[State, str]:
        return {
            State.NO_SHOW: self.tr("The student was not there at the agreed time."),
            State.BROKEN_OFF: self.tr(
                "The assessment began but could not be finished. The examination board decides whether it counts as an"
                " attempt."
            ),
            State.WITHDRAWN: self.tr("The assessment will not take place, or this dossier was started by mistake."),
        }

    def carry_out(self) -> Changes:
        """Close the dossier."""
        state = State(self.ends.code)
        _dossier, changes = self.context.application.results.close(self._dossier_id, state, self.why.toPlainText())
        return changes

    def culprit(self, refusal: KnownError) -> QWidget | None:
        """The reason, when that is what lacks."""
        return self.why if refusal.code == "reason-missing" else None


def _sentence(word: str) -> str:
    return word[0].upper() + word[1:]
