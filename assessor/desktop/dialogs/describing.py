"""What a dossier says of the activity, the organisation and the people: the same fields as at the start, to mend."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from assessor.desktop.context import Context
from assessor.desktop.dialogs.asking import AskingDialog
from assessor.desktop.dialogs.organisation_field import OrganisationField
from assessor.desktop.furniture.day_field import DayField
from assessor.desktop.furniture.form import FormRows
from assessor.domain.dossier import Activity, Dossier
from assessor.domain.programme import PROGRAMMES, Programme
from assessor.domain.text import Text
from assessor.services.changes import Changes


class DescribeDialog(AskingDialog):
    """Asks for date, group, subject, organisation, mentor or praktijkbegeleider, and for whom one assesses.

    Args:
        context: the page's context.
        parent: the page.
        dossier: the dossier as it is now.
        place: ``activity`` or ``placement``: the first empty field of that part gets the focus.
    """

    def __init__(self, context: Context, parent: QWidget | None, dossier: Dossier, place: str = "activity") -> None:
        super().__init__(context, parent, self.tr("Details of this assessment"), "", self.tr("Keep"))
        self._dossier = dossier
        self._organisation_id = ""
        rows = FormRows()
        self._ask_activity(rows, dossier)
        self._ask_placement(rows, dossier, PROGRAMMES[dossier.programme])
        self._ask_replacement(rows, dossier)
        self.body.addLayout(rows)
        self._focus(place)

    def _ask_activity(self, rows: FormRows, dossier: Dossier) -> None:
        self.day = DayField(dossier.activity.day or self.context.application.desk.today())
        self.group = QLineEdit(dossier.activity.group)
        self.subject = QLineEdit(dossier.activity.subject)
        rows.add(self.tr("Date"), self.day)
        rows.add(self.tr("Group"), self.group, self.tr("For example: group 5"))
        rows.add(self.tr("Subject"), self.subject, self.tr("For example: fractions"))

    def _ask_placement(self, rows: FormRows, dossier: Dossier, programme: Programme) -> None:
        known = dossier.organisation_id
        organisation = self.context.application.students.organisation(known) if known else None
        self.organisation = OrganisationField(self.context, organisation)
        self.supervisor = QLineEdit(dossier.supervisor)
        self.own_job = QCheckBox(self.tr("The student works here in their own job"))
        self.own_job.setAccessibleName(self.own_job.text())
        self.own_job.setChecked(dossier.own_job)
        rows.add(self._word(programme.organisation), self.organisation)
        rows.add(self._word(programme.supervisor), self.supervisor)
        rows.addRow("", self.own_job)
        self.placement_end = DayField(dossier.placement_end) if dossier.placement_end else None
        if self.placement_end is not None:
            rows.add(self.tr("Placement runs until"), self.placement_end)

    def _ask_replacement(self, rows: FormRows, dossier: Dossier) -> None:
        self.in_place_of = QLineEdit(dossier.in_place_of)
        self.in_place_reason = QLineEdit(dossier.in_place_reason)
        rows.add(self.tr("Assesses in place of"), self.in_place_of, self.tr("Only when you stand in for someone"))
        rows.add(self.tr("Reason for this"), self.in_place_reason)
        for field in (self.in_place_of, self.in_place_reason):
            field.textChanged.connect(self._check_replacement)
        self._check_replacement()

    def _check_replacement(self) -> None:
        """Standing in for someone takes a reason."""
        replaces, why = self.in_place_of.text().strip(), self.in_place_reason.text().strip()
        self.in_place_reason.setEnabled(bool(replaces))
        self.in_place_reason.setPlaceholderText(self.tr("Needed when you stand in for someone") if replaces else "")
        self.confirm.setEnabled(bool(why) or not replaces)

    def _word(self, text: Text) -> str:
        word = self.context.say(text)
        return word[0].upper() + word[1:]

    def _focus(self, place: str) -> None:
        if place == "placement":
            (self.supervisor if self.organisation.organisation_id else self.organisation).setFocus()
            return
        empty = [field for field in (self.group, self.subject) if not field.text().strip()]
        (empty[0] if empty and self._dossier.activity.day is not None else self.day).setFocus()

    def carry_out(self) -> Changes:
        """Record the details."""
        self._organisation_id, added = self.organisation.settle()
        _dossier, changes = self.context.application.assessments.describe(self._dossier.id, self._described)
        return (*added, *changes)

    def _described(self, dossier: Dossier) -> Dossier:
        replaces = self.in_place_of.text().strip()
        return replace(
            dossier,
            activity=Activity(self.day.day, self.group.text().strip(), self.subject.text().strip()),
            organisation_id=self._organisation_id or None,
            supervisor=self.supervisor.text(),
            own_job=self.own_job.isChecked(),
            placement_end=self.placement_end.day if self.placement_end is not None else dossier.placement_end,
            in_place_of=replaces,
            in_place_reason=self.in_place_reason.text() if replaces else "",
        )
