"""Opening a resit: which models are scored anew, and with which activity."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from assessor.desktop.context import Context
from assessor.desktop.dialogs.asking import AskingDialog
from assessor.desktop.furniture.day_field import DayField
from assessor.desktop.furniture.form import FormRows
from assessor.desktop.furniture.options import Options
from assessor.desktop.furniture.words import label
from assessor.domain.dossier import Activity, ResitScope
from assessor.domain.instrument import Model, Outcome
from assessor.domain.programme import PROGRAMMES
from assessor.domain.record import Record
from assessor.domain.text import listing
from assessor.services.changes import Changes


class ResitDialog(AskingDialog):
    """Asks the scope and the activity of the next attempt.

    Attributes:
        new_dossier_id: the id of the resit's dossier, once the dialog was accepted.
    """

    def __init__(self, context: Context, parent: QWidget | None, record: Record) -> None:
        super().__init__(
            context,
            parent,
            self.tr("Start a resit"),
            self.tr("The resit is a new dossier that refers to this one. This result stays as it is."),
            self.tr("Start the resit"),
        )
        self._record = record
        self.new_dossier_id = ""
        self.scope = Options(self.tr("What is scored anew?"))
        self._offer_scopes()
        self.body.addWidget(label(self.tr("What is scored anew?"), "label"))
        self.body.addWidget(self.scope)
        self._ask_activity()
        self.confirm.setEnabled(False)
        self.scope.chosen.connect(lambda _code: self.confirm.setEnabled(True))
        self.scope.take_focus()

    def _offer_scopes(self) -> None:
        models = list(self._record.instrument)
        verdicts = {code: one.verdict for code, one in self._record.decision.models.items()}
        failed = [model for model in models if verdicts[model.code] in (None, Outcome.INSUFFICIENT)]
        period = [model for model in models if model.needs_source]
        lost = [model for model in period if model in failed]
        anew = [model for model in models if model not in period]
        self._offer(ResitScope.ALL, self.tr("Everything is scored anew; nothing is taken over."))
        meaning = self.tr("{anew}: scored anew with a new activity. {kept}: taken over.")
        meaning = meaning.format(anew=self._names(anew), kept=self._names(period))
        if lost:
            warning = self.tr("This cannot become sufficient: {lost} would be taken over as insufficient.")
            meaning = warning.format(lost=self._names(lost))
        self._offer(ResitScope.ACTIVITY, meaning, enabled=bool(anew) and bool(period) and not lost)
        meaning = self.tr("{anew}: scored anew. The other models are taken over.").format(anew=self._names(failed))
        if not failed:
            meaning = self.tr("No single model is insufficient, so this scope would leave nothing to score.")
        self._offer(ResitScope.INSUFFICIENT, meaning, enabled=bool(failed))

    def _offer(self, scope: ResitScope, meaning: str, *, enabled: bool = True) -> None:
        word = self.context.say(scope.word)
        self.scope.add(scope.value, word[0].upper() + word[1:], meaning, enabled=enabled)

    def _names(self, models: list[Model]) -> str:
        return self.context.say(listing([model.label for model in models]))

    def _ask_activity(self) -> None:
        activity = self._record.dossier.activity
        programme = PROGRAMMES[self._record.dossier.programme]
        heading = self.tr("The new {activity}").format(activity=self.context.say(programme.activity))
        self.body.addWidget(label(heading, "label"))
        self.day = DayField(self.context.application.desk.today())
        self.group = QLineEdit(activity.group)
        self.subject = QLineEdit()
        rows = FormRows()
        rows.add(self.tr("Date"), self.day)
        rows.add(self.tr("Group"), self.group)
        rows.add(self.tr("Subject"), self.subject)
        self.body.addLayout(rows)

    def carry_out(self) -> Changes:
        """Open the resit's dossier."""
        activity = Activity(self.day.day, self.group.text().strip(), self.subject.text().strip())
        dossier, changes = self.context.application.results.resit(
            self._record.dossier.id, ResitScope(self.scope.code), activity
        )
        self.new_dossier_id = dossier.id
        return changes
