"""A new calibration session in ten minutes: day and case, instrument and models, and who takes part."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QListWidget, QListWidgetItem, QWidget

from assessor.desktop.calibration.use_cases import Sessions
from assessor.desktop.context import Context
from assessor.desktop.dialogs.asking import AskingDialog
from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.form import Choice, DayField, FormRows
from assessor.desktop.furniture.lists import SearchField
from assessor.desktop.furniture.surfaces import clear, column, row
from assessor.desktop.furniture.words import label
from assessor.desktop.theme import GRID
from assessor.domain.calibration.casus import Casus, CasusKind
from assessor.domain.calibration.room import rooms_needed
from assessor.domain.calibration.script import ScriptKind
from assessor.domain.errors import KnownError
from assessor.domain.instrument import Instrument, Kind
from assessor.domain.people import Role
from assessor.domain.student import search_key
from assessor.domain.text import Text
from assessor.services.calibration.preparing import Invited, NewSession
from assessor.services.changes import Changes

WIDE = 960
PEOPLE_WIDTH = 376


class PrepareCalibrationDialog(AskingDialog):
    """Asks what a session begins with, and makes it with its rooms.

    Attributes:
        session_id: the new session, once the dialog was accepted.
    """

    def __init__(self, context: Context, parent: QWidget | None, sessions: Sessions) -> None:
        super().__init__(context, parent, self.tr("Prepare a calibration session"), "", self.tr("Make the session"))
        self._sessions = sessions
        self.session_id = ""
        self.setMinimumWidth(WIDE)
        sides = row(self._ask_work(), spacing=4 * GRID)
        sides.addWidget(self._ask_people())
        self.body.addLayout(sides)
        self._show_models()
        self._count()
        self.place.setFocus()

    # --- what is scored

    def _ask_work(self) -> QWidget:
        self.day = DayField(self.context.application.desk.today())
        self.place, self.name = QLineEdit(), QLineEdit()
        self.code, self.about, self.consent = QLineEdit("A"), QLineEdit(), QLineEdit()
        for field in (self.place, self.name, self.about, self.consent):
            field.setMaxLength(200)
        self.code.setMaxLength(20)
        self.kind = Choice([(one.value, self._word(one.word)) for one in CasusKind])
        self.anonymised = QCheckBox(self.tr("The case names nobody: I have checked this"))
        self.anonymised.setAccessibleName(self.anonymised.text())
        self._forms = self._usable()
        self.instrument = Choice([(key, self._title(one)) for key, one in self._forms.items()])
        self.instrument.currentIndexChanged.connect(self._show_models)
        self.script = Choice([(one.value, self._word(one.word)) for one in ScriptKind])
        self._models = column(spacing=0)
        self.models: dict[str, QCheckBox] = {}
        rows = FormRows()
        rows.add(self.tr("Day"), self.day)
        rows.add(self.tr("Place"), self.place)
        rows.add(self.tr("Name of the session"), self.name, self.tr("May stay empty"))
        rows.add(self.tr("Instrument"), self.instrument)
        rows.addRow(label(self.tr("What is scored"), "label", wrap=False), self._models)
        rows.add(self.tr("Case"), self.code, self.tr("A letter or number, never a student's name"))
        rows.add(self.tr("Kind of case"), self.kind)
        rows.add(self.tr("About"), self.about, self.tr("For example: fractions, group 5"))
        rows.add(self.tr("Consent"), self.consent, self.tr("How and when the student consented"))
        rows.addRow("", self.anonymised)
        rows.add(self.tr("Draaiboek"), self.script)
        made = QWidget()
        made.setLayout(column(rows, None, spacing=GRID))
        return made

    def _usable(self) -> dict[str, Instrument]:
        found = [one.instrument for one in self.context.application.instruments.forms() if one.instrument is not None]
        return {f"{one.id} {one.version}": one for one in found if one.kind is Kind.PRACTICE}

    def _title(self, instrument: Instrument) -> str:
        return f"{self.context.say(instrument.title)} {instrument.version}"

    def _show_models(self) -> None:
        clear(self._models)
        self.models = {}
        instrument = self._forms.get(self.instrument.code)
        for model in instrument or ():
            title = label(self.context.say(model.title))
            box = QCheckBox(self.context.say(model.label))
            box.setAccessibleName(f"{box.text()}: {title.text()}")
            title.setBuddy(box)
            box.setChecked(model.number == "3")
            self.models[model.code] = box
            line = row(box, spacing=GRID)
            line.addWidget(title, 1)
            self._models.addLayout(line)
        before: QWidget = self.instrument
        for box in self.models.values():
            self.setTabOrder(before, box)
            before = box

    # --- who takes part

    def _ask_people(self) -> QWidget:
        self.search = SearchField(self.tr("Search the register"), self.tr("Name or organisation"))
        self.search.textChanged.connect(self._filter)
        self.people = QListWidget()
        self.people.setAccessibleName(self.tr("Assessors of the register"))
        self.people.setSpacing(0)
        self._fill_people()
        self.people.itemChanged.connect(lambda _item: self._count())
        self.search.serve(self, self.people)
        self.everybody = button(self.tr("Choose everybody"), self._choose_all, kind="quiet", name="everybody")
        self.typed = _NameField(self._add_typed)
        self.typed.setMaxLength(120)
        self.typed.setAccessibleName(self.tr("Somebody who is not in the register"))
        self.typed.setPlaceholderText(self.tr("Type a name and press Enter"))
        self.count = label("", "label")
        made = QWidget()
        made.setFixedWidth(PEOPLE_WIDTH)
        parts = (self.search, self.people, row(self.everybody, None), self._heading_typed(), self.typed, self.count)
        layout = column(label(self.tr("Who takes part"), "heading"), spacing=GRID)
        for part in parts:
            if isinstance(part, QWidget):
                layout.addWidget(part, 1 if part is self.people else 0)
            else:
                layout.addLayout(part)
        made.setLayout(layout)
        return made

    def _heading_typed(self) -> QWidget:
        made = label(self.tr("Somebody who is not in the register"), "label")
        made.setBuddy(self.typed)
        return made

    def _fill_people(self) -> None:
        application = self.context.application
        for person in application.people.all():
            if person.roles & {Role.ASSESSOR, Role.ASPIRANT}:
                place = person.organisation_id
                where = application.students.organisation(place).name if place else ""
                self._add_item(person.name, where, person.id)

    def _add_item(self, name: str, where: str, person_id: str, *, checked: bool = False) -> None:
        item = QListWidgetItem(f"{name} · {where}" if where else name)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setData(Qt.ItemDataRole.UserRole, (name, person_id))
        item.setCheckState(Qt.CheckState.Checked if checked else Qt.CheckState.Unchecked)
        item.setSizeHint(QSize(0, self.fontMetrics().height() + 2 * GRID))
        self.people.addItem(item)

    def _add_typed(self) -> None:
        name = self.typed.text().strip()
        if name:
            self._add_item(name, "", "", checked=True)
            self.people.scrollToBottom()
            self.typed.clear()
            self._count()

    def _filter(self, text: str) -> None:
        words = search_key([text]).split()
        for number in range(self.people.count()):
            item = self.people.item(number)
            key = search_key([item.text()])
            item.setHidden(not all(word in key for word in words))

    def _choose_all(self) -> None:
        for number in range(self.people.count()):
            item = self.people.item(number)
            if not item.isHidden():
                item.setCheckState(Qt.CheckState.Checked)

    def _chosen(self) -> list[tuple[str, str]]:
        """Name and id in the register ("" for who was typed) of everybody who takes part."""
        items = [self.people.item(number) for number in range(self.people.count())]
        return [item.data(Qt.ItemDataRole.UserRole) for item in items if item.checkState() is Qt.CheckState.Checked]

    def _count(self) -> None:
        number = len(self._chosen())
        words = self.tr("%n participant(s)", "", number)
        rooms = self.tr("%n room(s)", "", rooms_needed(number))
        self.count.setText(f"{words} · {rooms}")

    # --- making it

    def carry_out(self) -> Changes:
        """Make the session, its case, its participants and their rooms."""
        casus = Casus(
            "", "", self.code.text().strip(), CasusKind(self.kind.code), self.about.text().strip(),
            self.consent.text().strip(), self.anonymised.isChecked(),
        )  # fmt: skip
        chosen = self._chosen()
        self._require_whole(casus, chosen)
        wanted = tuple(code for code, box in self.models.items() if box.isChecked())
        new = NewSession(
            self.name.text(), self._forms[self.instrument.code], wanted, self.day.day, self.place.text(),
            ScriptKind(self.script.code),
        )  # fmt: skip
        preparing = self._sessions.preparing
        session, changes = preparing.start(new)
        self.session_id = session.id
        registered = {person_id for _name, person_id in chosen if person_id}
        for more in (
            preparing.add_casussen(session.id, [casus])[1],
            preparing.invite_register(session.id, registered)[1],
            preparing.invite(session.id, [Invited(name) for name, person_id in chosen if not person_id])[1],
            preparing.make_rooms(session.id)[1],
        ):
            changes = (*changes, *more)
        return changes

    def _require_whole(self, casus: Casus, chosen: list[tuple[str, str]]) -> None:
        if not casus.code:
            raise KnownError(
                "casus-unnamed",
                Text("De casus heeft nog geen kenmerk.", "The case has no name yet."),
                Text("Geef een letter of nummer.", "Give a letter or number."),
            )
        casus.require_ready()
        if not self._forms:
            raise KnownError(
                "no-instrument",
                Text("Er is geen instrument om mee te scoren.", "There is no instrument to score with."),
                Text("Kijk bij Instrumenten.", "See Instruments."),
            )
        if not chosen:
            raise KnownError(
                "nobody-invited",
                Text("Er doet nog niemand mee.", "Nobody takes part yet."),
                Text("Kies deelnemers of typ een naam.", "Choose participants or type a name."),
            )

    def culprit(self, refusal: KnownError) -> QWidget | None:
        """The field that has to be mended."""
        fields: dict[str, QWidget] = {
            "casus-unnamed": self.code,
            "casus-consent": self.consent,
            "casus-not-anonymised": self.anonymised,
            "nobody-invited": self.search,
        }
        return fields.get(refusal.code)

    def _word(self, text: Text) -> str:
        word = self.context.say(text)
        return word[0].upper() + word[1:]


class _NameField(QLineEdit):
    """Enter adds the name, and does not press the dialog's button."""

    def __init__(self, on_enter: Callable[[], object]) -> None:
        super().__init__()
        self._on_enter = on_enter

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter; everything else is typing."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier
        ):
            self._on_enter()
            return
        super().keyPressEvent(event)
