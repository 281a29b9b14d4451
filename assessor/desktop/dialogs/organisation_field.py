"""The field for an organisation: type a part of its name and choose, or add one that is not there yet."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget

from assessor.desktop.context import Context
from assessor.desktop.furniture.form import Choice
from assessor.desktop.furniture.surfaces import column
from assessor.desktop.furniture.words import label
from assessor.domain.organisation import Organisation, OrganisationType
from assessor.services.changes import Changes

OFFERED = 20


class OrganisationField(QWidget):
    """A name with suggestions; when no organisation bears it, the kind of a new one is asked.

    Signals:
        grown: the field needs more room, or less.
    """

    grown = Signal()

    def __init__(self, context: Context, organisation: Organisation | None = None) -> None:
        super().__init__()
        self._context = context
        self._known: dict[str, str] = {}
        self.name = QLineEdit()
        self.name.setMaxLength(200)
        self.name.setPlaceholderText(self.tr("Type a part of the name"))
        self._offers = QStringListModel(self)
        completer = QCompleter(self._offers, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setMaxVisibleItems(10)
        self.name.setCompleter(completer)
        self.note = label(self.tr("New organisation. What kind is it?"), "small", wrap=False)
        self.kind = Choice([(one.value, context.say(one.word)) for one in OrganisationType])
        self.kind.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.kind.setMinimumContentsLength(12)  # The longest kind may not decide how wide the form is.
        self.kind.setAccessibleName(self.tr("Kind of organisation"))
        self.setLayout(column(self.name, self.note, self.kind, spacing=4))
        self.setFocusProxy(self.name)
        if organisation is not None:
            self.show_organisation(organisation)
        self._offer(self.name.text())
        self._ask_kind()
        self.name.textEdited.connect(self._offer)
        self.name.textChanged.connect(lambda _text: self._ask_kind())

    def setAccessibleName(self, name: str) -> None:
        """Name the field that takes the text."""
        super().setAccessibleName(name)
        self.name.setAccessibleName(name)

    def show_organisation(self, organisation: Organisation | None) -> None:
        """Show one that is known, or none."""
        if organisation is None:
            self.name.clear()
            return
        words = _words(organisation)
        self._known[words.casefold()] = organisation.id
        self.name.setText(words)

    @property
    def organisation_id(self) -> str:
        """The id of the organisation that is meant; "" when the field is empty or it is a new one."""
        return self._known.get(self._typed.casefold(), "")

    @property
    def is_new(self) -> bool:
        """Whether a name was typed that no organisation bears."""
        return bool(self._typed) and not self.organisation_id

    def settle(self) -> tuple[str, Changes]:
        """The id that is meant, after adding a new organisation; "" when the field is empty."""
        if not self.is_new:
            return self.organisation_id, ()
        added, changes = self._context.application.students.add_organisation(
            self._typed, OrganisationType(self.kind.code)
        )
        self.show_organisation(added)
        return added.id, changes

    @property
    def _typed(self) -> str:
        return " ".join(self.name.text().split())

    def _offer(self, text: str) -> None:
        found = self._context.application.students.organisations(text.replace(",", " "), OFFERED)
        for one in found:
            self._known[_words(one).casefold()] = one.id
            self._known.setdefault(one.name.casefold(), one.id)
        self._offers.setStringList([_words(one) for one in found])

    def _ask_kind(self) -> None:
        for one in (self.note, self.kind):
            one.setVisible(self.is_new)
        self.grown.emit()


def _words(organisation: Organisation) -> str:
    return f"{organisation.name}, {organisation.place}" if organisation.place else organisation.name
