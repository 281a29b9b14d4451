"""Dialogs of a casus: what it is, the reference of the preparing team, and a casus of an earlier year."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QListWidget, QListWidgetItem, QWidget

from assessor.desktop.calibration.step import Step
from assessor.desktop.dialogs.asking import AskingDialog
from assessor.desktop.furniture.form import Choice, FormRows
from assessor.desktop.furniture.surfaces import scrolling
from assessor.desktop.furniture.words import label
from assessor.desktop.theme import GRID
from assessor.domain.calibration.casus import Casus, CasusKind
from assessor.domain.errors import KnownError
from assessor.domain.instrument import NOT_OBSERVED
from assessor.domain.text import Text
from assessor.services.calibration.cases import EarlierCasus
from assessor.services.calibration.preparing import SessionLine
from assessor.services.changes import Changes


class CasusDialog(AskingDialog):
    """Asks what a casus is: a new one, or one that is there (its code stays)."""

    def __init__(self, step: Step, line: SessionLine, casus: Casus | None = None) -> None:
        title = self.tr("Add a case") if casus is None else self.tr("Change the case")
        super().__init__(step.context, step, title, "", self.tr("Keep"))
        self._preparing, self._session_id, self._casus = step.sessions.preparing, line.session.id, casus
        shown = casus or Casus("", "", "")
        self.code, self.about, self.consent = (
            QLineEdit(text) for text in (shown.code, shown.description, shown.consent)
        )  # fmt: skip
        self.code.setMaxLength(20)
        self.code.setReadOnly(casus is not None)
        for field in (self.about, self.consent):
            field.setMaxLength(200)
        self.kind = Choice([(one.value, self._word(one.word)) for one in CasusKind], shown.kind.value)
        self.anonymised = QCheckBox(self.tr("The case names nobody: I have checked this"))
        self.anonymised.setAccessibleName(self.anonymised.text())
        self.anonymised.setChecked(shown.anonymised)
        rows = FormRows()
        rows.add(self.tr("Case"), self.code, self.tr("A letter or number, never a student's name"))
        rows.add(self.tr("Kind of case"), self.kind)
        rows.add(self.tr("About"), self.about, self.tr("For example: fractions, group 5"))
        rows.add(self.tr("Consent"), self.consent, self.tr("How and when the student consented"))
        rows.addRow("", self.anonymised)
        self.body.addLayout(rows)
        self.kind.currentIndexChanged.connect(lambda _index: hint_about(self.about, self.kind))
        hint_about(self.about, self.kind)
        (self.code if casus is None else self.about).setFocus()

    def carry_out(self) -> Changes:
        """Keep it."""
        code = self.code.text().strip()
        if not code:
            raise KnownError(
                "casus-unnamed",
                Text("De casus heeft nog geen kenmerk.", "The case has no name yet."),
                Text("Geef een letter of nummer.", "Give a letter or number."),
            )
        kind, about, consent = CasusKind(self.kind.code), self.about.text().strip(), self.consent.text().strip()
        if self._casus is None:
            casus = Casus("", "", code, kind, about, consent, self.anonymised.isChecked())
            casus.require_ready()
            return self._preparing.add_casussen(self._session_id, [casus])[1]
        old = self._casus
        casus = Casus(
            old.id, old.session_id, old.code, kind, about, consent, self.anonymised.isChecked(), old.origin_id
        )  # fmt: skip
        casus.require_ready()
        return self._preparing.change_casus(casus)

    def culprit(self, refusal: KnownError) -> QWidget | None:
        """The field that has to be mended."""
        fields: dict[str, QWidget] = {
            "casus-unnamed": self.code,
            "casus-twice": self.code,
            "casus-consent": self.consent,
            "casus-not-anonymised": self.anonymised,
        }
        return fields.get(refusal.code)

    def _word(self, text: Text) -> str:
        word = self.context.say(text)
        return word[0].upper() + word[1:]


def hint_about(field: QLineEdit, kind: Choice) -> None:
    """Say what to write of a casus: of a video also where it lies, because a video itself is never attached."""
    words = QCoreApplication.translate("CasusDialog", "For example: fractions, group 5")
    if kind.code == CasusKind.VIDEO:
        words = QCoreApplication.translate("CasusDialog", "Subject, where the video lies, how long it is")
    field.setPlaceholderText(words)
    field.setToolTip(words)
    field.setAccessibleDescription(words)


class CasusReferenceDialog(AskingDialog):
    """The levels of the preparing team, each criterion by choice; it may stay empty."""

    def __init__(self, step: Step, line: SessionLine, casus: Casus) -> None:
        super().__init__(
            step.context,
            step,
            self.tr("Reference of the preparing team"),
            self.tr("Optional. It is shown only after the second round, as another view and never as right or wrong."),
            self.tr("Keep"),
        )
        self._preparing, self._casus = step.sessions.preparing, casus
        there = step.context.application.calibration.cases.reference(casus.id)
        scale = step.sessions.scale(line.session)
        options = [("", self.tr("no reference"))]
        options += [(mark, step.context.say(scale.word(mark))) for mark in scale.marks if mark != NOT_OBSERVED]
        self.choices: dict[str, Choice] = {}
        rows = FormRows()
        for code, criterion in step.sessions.criteria(line.session).items():
            choice = self.choices[code] = Choice(options, there.get(code, ""))
            rows.add(f"{code} {step.context.say(criterion.name)}", choice)
        inside = QWidget()
        inside.setLayout(rows)
        area = scrolling(inside, max_width=None)
        area.setMinimumHeight(min(len(self.choices), 9) * 6 * GRID)
        self.body.addWidget(area, 1)
        for choice in list(self.choices.values())[:1]:
            choice.setFocus()

    def carry_out(self) -> Changes:
        """Keep what was chosen."""
        chosen = {code: choice.code for code, choice in self.choices.items() if choice.code}
        return self._preparing.set_reference(self._casus.id, chosen)


class EarlierCasusDialog(AskingDialog):
    """A casus of an earlier year, with its attachments and its reference."""

    def __init__(self, step: Step, line: SessionLine, offered: list[EarlierCasus]) -> None:
        super().__init__(
            step.context,
            step,
            self.tr("A case of an earlier year"),
            self.tr("It comes with its attachments and reference, so that the years can be compared."),
            self.tr("Use this case"),
        )
        self._preparing, self._session_id = step.sessions.preparing, line.session.id
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Cases of earlier sessions"))
        for one in offered:
            about = f" · {one.casus.description}" if one.casus.description else ""
            kind = step.context.say(one.casus.kind.word)
            day = step.words.long_day(one.day)
            item = QListWidgetItem(f"{one.casus.code} · {kind}{about}\n{one.title} · {day}")
            item.setData(Qt.ItemDataRole.UserRole, one.casus.id)
            item.setSizeHint(QSize(0, 2 * self.fontMetrics().height() + 2 * GRID))
            self.list.addItem(item)
        self.list.setMinimumHeight(30 * GRID)
        self.confirm.setEnabled(bool(offered))
        if offered:
            self.list.setCurrentRow(0)
            self.body.addWidget(self.list, 1)
            self.list.setFocus()
        else:
            words = self.tr("No earlier session with this instrument has a case that is not here already.")
            self.body.addWidget(label(words, "muted"))

    def carry_out(self) -> Changes:
        """Use it again."""
        item = self.list.currentItem()
        return self._preparing.take_again(self._session_id, str(item.data(Qt.ItemDataRole.UserRole)))[1]
