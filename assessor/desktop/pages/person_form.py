"""What the register asks of one person: name, roles, training, one new appointment, and a PIN."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QWidget

from assessor.desktop.context import Context
from assessor.desktop.furniture.day_field import DayField
from assessor.desktop.furniture.form import Choice, FormRows, mark_invalid
from assessor.desktop.furniture.passphrase import SecretField
from assessor.desktop.furniture.surfaces import column, row
from assessor.desktop.furniture.words import label
from assessor.desktop.theme import GRID
from assessor.domain.errors import KnownError
from assessor.domain.people import Person, Role
from assessor.domain.programme import PROGRAMMES
from assessor.services.register import Decision, Entry

_SCORES = {Role.ASSESSOR, Role.ASPIRANT}
YEARS = 4
"""How long an appointment mostly holds; the form proposes it and the decision decides."""

ROOM = 560
"""So wide, in pixels, may two roles be beside each other."""


class OptionalDay(QWidget):
    """A day that may be unknown: a box to tick, and the day beside it."""

    def __init__(self, words: str, name: str, today: date) -> None:
        super().__init__()
        self._words = words
        self.known = QCheckBox(words)
        self.known.setObjectName(f"{name}-known")
        self.field = DayField(today)
        self.field.setObjectName(name)
        self.field.hide()
        self.known.toggled.connect(self.field.setVisible)
        self.setFocusProxy(self.known)
        self.setLayout(row(self.known, self.field, None))

    def name(self, text: str) -> None:
        """Tell a screen reader what the day is of."""
        self.known.setAccessibleName(f"{text}: {self._words}")
        self.field.setAccessibleName(text)

    def show_day(self, day: date | None) -> None:
        """Show a day, or that it is not known."""
        self.known.setChecked(day is not None)
        if day is not None:
            self.field.show_day(day)

    @property
    def day(self) -> date | None:
        """The day, None while the box is not ticked."""
        return self.field.day if self.known.isChecked() else None


class DecisionFields(QWidget):
    """One decision of the examination committee, taken in when its box is ticked.

    Args:
        context: what every page is given.
        words: what the box says.
    """

    def __init__(self, context: Context, words: str) -> None:
        super().__init__()
        self.wanted = QCheckBox(words)
        self.wanted.setObjectName("decision-wanted")
        self.programme = Choice([(code, context.say(one.name)) for code, one in PROGRAMMES.items()])
        self.programme.setObjectName("programme")
        today = context.application.desk.today()
        self.start, self.end = DayField(today), DayField(_years_on(today))
        self.number = QLineEdit()
        self.number.setMaxLength(80)
        self.number.setObjectName("decision-number")
        rows = FormRows()
        rows.setContentsMargins(4 * GRID, 0, 0, 0)
        rows.add(self.tr("Programme"), self.programme)
        rows.add(self.tr("From"), self.start)
        rows.add(self.tr("Up to and including"), self.end)
        rows.add(self.tr("Decision number"), self.number, self.tr("as in the examination board's letter"))
        self._fields = QWidget()
        self._fields.setLayout(rows)
        self._fields.hide()
        self.wanted.toggled.connect(self._fields.setVisible)
        self.setLayout(column(self.wanted, self._fields, spacing=GRID))

    def propose(self, programme: str, start: date) -> None:
        """Fill in what mostly follows."""
        self.programme.setCurrentIndex(max(0, self.programme.findData(programme)))
        self.start.show_day(start)
        self.end.show_day(_years_on(start))

    @property
    def decision(self) -> Decision | None:
        """The decision, None while its box is not ticked."""
        if not self.wanted.isChecked() or self.isHidden():
            return None
        return Decision(self.programme.code, self.start.day, self.end.day, self.number.text())


class PinFields(QWidget):
    """A PIN, typed twice because nobody can see it."""

    def __init__(self) -> None:
        super().__init__()
        self.first, self.again = SecretField(), SecretField()
        self.first.setObjectName("pin")
        self.again.setObjectName("pin-again")
        self.first.setPlaceholderText(self.tr("at least 4 digits"))
        self.again.setPlaceholderText(self.tr("once more"))
        self.again.setAccessibleName(self.tr("PIN once more"))
        for field in (self.first, self.again):
            field.setMaxLength(20)
            field.setMaximumWidth(176)
            field.textEdited.connect(lambda _text: self.point_out(wrong=False))
        self.setFocusProxy(self.first)
        self.setLayout(row(self.first, self.again, None))

    @property
    def text(self) -> str:
        """What was typed first."""
        return self.first.text()

    @property
    def agree(self) -> bool:
        """Whether the same was typed twice (or nothing)."""
        return self.first.text() == self.again.text()

    def point_out(self, *, wrong: bool) -> None:
        """Mark the fields."""
        for field in (self.first, self.again):
            if bool(field.property("invalid")) is not wrong:
                mark_invalid(field, wrong)


class PersonForm(QWidget):
    """The fields of one person.

    Args:
        context: what every page is given.
        person: whose they are, None for somebody new.

    Signals:
        submitted: Enter was pressed in a field.
    """

    submitted = Signal()

    def __init__(self, context: Context, person: Person | None = None) -> None:
        super().__init__()
        self._context, self._person = context, person
        self.name = QLineEdit(person.name if person is not None else "")
        self.name.setObjectName("name")
        self.name.setMaxLength(120)
        self.name.textEdited.connect(lambda _text: mark_invalid(self.name, False))
        today = context.application.desk.today()
        self.trained = OptionalDay(self.tr("completed on"), "trained", today)
        self.bke = OptionalDay(self.tr("obtained on"), "bke", today)
        self.decision = DecisionFields(context, self.tr("Add an appointment by the examination board"))
        self.pin = PinFields()
        self.rows = FormRows()
        self.rows.add(self.tr("Name"), self.name)
        boxes = self._role_boxes()
        heading = label(self.tr("Roles"), "label", wrap=False)
        heading.setBuddy(boxes)
        self.rows.addRow(heading)
        self.rows.addRow(boxes)
        self.rows.add(self.tr("Teacher educator training"), self.trained)
        self.rows.add(self.tr("BKE"), self.bke)
        self.trained.name(self.tr("Teacher educator training"))
        self.bke.name(self.tr("BKE"))
        self._decision_row = self.rows.rowCount()
        self.rows.addRow(self.decision)
        self.setLayout(column(self.rows, spacing=2 * GRID))
        if person is not None:
            self.trained.show_day(person.trained)
            self.bke.show_day(person.bke)
        for field in (self.name, self.decision.number, self.pin.first, self.pin.again):
            field.returnPressed.connect(self.submitted)
        self._fit_roles()

    def ask_pin(self, heading: str, why: str) -> None:
        """Add the fields for a PIN with the sentence that explains it."""
        self.rows.add(heading, self.pin)
        self.pin.first.setAccessibleName(heading)
        self.pin.first.setAccessibleDescription(why)
        self.rows.addRow("", label(why, "small"))

    def show_appointments(self, lines: list[str]) -> None:
        """Show the appointments so far, above the one that may be added."""
        self.appointments = label("\n".join(lines))
        self.rows.insertRow(self._decision_row, label(self.tr("Appointments"), "label", wrap=False), self.appointments)

    def _role_boxes(self) -> QWidget:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(0)
        self.roles: dict[Role, QCheckBox] = {}
        for role in Role:
            words = self._context.say(role.word)
            box = QCheckBox(words[:1].upper() + words[1:])
            box.setObjectName(f"role-{role.value}")
            box.setChecked(self._person is not None and role in self._person.roles)
            box.toggled.connect(lambda _on: self._fit_roles())
            self.roles[role] = box
        widest = max(box.sizeHint().width() for box in self.roles.values())
        beside = 2 if 2 * widest <= ROOM else 1
        for place, box in enumerate(self.roles.values()):
            grid.addWidget(box, place // beside, place % beside)
        made = QWidget()
        made.setLayout(grid)
        made.setFocusProxy(self.roles[Role.ASSESSOR])
        return made

    def _fit_roles(self) -> None:
        """Training and appointment are asked of who scores, or has scored."""
        scores = bool(_SCORES & self._chosen())
        for field in (self.trained, self.bke):
            self.rows.setRowVisible(field, scores or field.day is not None)
        self.decision.setVisible(Role.ASSESSOR in self._chosen())

    def _chosen(self) -> frozenset[Role]:
        return frozenset(role for role, box in self.roles.items() if box.isChecked())

    # --- what was filled in

    @property
    def lack(self) -> str:
        """What only the form can know: that the two PINs differ; "" when all is well."""
        if self.pin.agree:
            return ""
        self.pin.point_out(wrong=True)
        self.pin.first.setFocus()
        return self.tr("The two PINs differ. Type them again.")

    @property
    def entry(self) -> Entry:
        """What the register is to say; an empty PIN leaves it as it is."""
        known = self._person
        person = Person(
            known.id if known is not None else "",
            self.name.text(),
            self._chosen(),
            self.trained.day,
            self.bke.day,
            known.organisation_id if known is not None else None,
        )
        return Entry(person, self.decision.decision, self.pin.text or None)

    def culprit(self, refusal: KnownError) -> QWidget | None:
        """The field that a refusal is about."""
        places: dict[str, QWidget] = {
            "name-missing": self.name,
            "role-missing": self.roles[Role.ASSESSOR],
            "appointment-reversed": self.decision.end,
            "decision-missing": self.decision.number,
            "pin-too-short": self.pin.first,
        }
        return places.get(refusal.code)


def _years_on(day: date) -> date:
    """The last day of the school year in which an appointment of `YEARS` years mostly ends."""
    return date(day.year + YEARS - (day.month < 8), 8, 31)
