"""A new calibration session in ten minutes: day and case, instrument and models, and who takes part."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from assessor.desktop.calibration.casus_dialogs import hint_about
from assessor.desktop.calibration.people import PeopleChooser, invite
from assessor.desktop.calibration.use_cases import Sessions
from assessor.desktop.context import Context
from assessor.desktop.dialogs.asking import AskingDialog
from assessor.desktop.furniture.day_field import DayField
from assessor.desktop.furniture.form import Choice, FormRows
from assessor.desktop.furniture.surfaces import clear, column, fit, plain, row, scrolling
from assessor.desktop.furniture.words import label
from assessor.desktop.theme import GRID
from assessor.desktop.wording import Wording
from assessor.domain.calibration.casus import Casus, CasusKind
from assessor.domain.calibration.script import ScriptKind
from assessor.domain.calibration.session import CalibrationDay
from assessor.domain.errors import KnownError
from assessor.domain.instrument import Instrument, Kind
from assessor.domain.text import Text
from assessor.services.calibration.preparing import Invited, NewSession
from assessor.services.changes import Changes

WIDE = 960
PEOPLE_WIDTH = 376
REST = 260
"""What the dialog needs of the screen beside what is scored: its frame, heading, a refusal and the buttons."""
LEAST_WORK = 160


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
        self._work = self._ask_work()
        self._area = plain(scrolling(self._work, max_width=None))
        sides = row(spacing=4 * GRID)
        sides.addWidget(self._area, 1)
        self.people = PeopleChooser(context)
        self.people.setFixedWidth(PEOPLE_WIDTH)
        sides.addWidget(self.people)
        self.body.addLayout(sides)
        self.people.changed.connect(lambda: self._hush(self.people.search))
        self._show_models()
        self.place.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Show all that is asked where the screen has room for it; on a small one that part scrolls."""
        self._make_room()
        super().showEvent(event)

    def _make_room(self) -> None:
        content = self._area.widget()
        if content is None:
            return
        bar = self._area.verticalScrollBar().sizeHint().width()
        self._area.setMinimumWidth(content.minimumSizeHint().width() + bar)
        wide = max(self._area.width(), self.minimumWidth() - PEOPLE_WIDTH - 10 * GRID)
        wanted = max(content.sizeHint().height(), content.heightForWidth(wide))
        self._area.setMinimumHeight(max(LEAST_WORK, min(wanted, self.screen().availableSize().height() - REST)))

    # --- what is scored

    def _ask_work(self) -> QWidget:
        self.day = DayField(self.context.application.desk.today())
        days = self._sessions.preparing.days()
        self.on_day = Choice([("", self.tr("a new day")), *((one.id, self._called(one)) for one in days)])
        self.on_day.currentIndexChanged.connect(self._show_day)
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
        if days:
            rows.add(self.tr("Calibration day"), self.on_day)
        rows.add(self.tr("Day"), self.day)
        rows.add(self.tr("Place"), self.place)
        rows.add(self.tr("Name of the session"), self.name, self.tr("May stay empty"))
        rows.add(self.tr("Instrument"), self.instrument)
        rows.addRow(label(self.tr("What is scored"), "label", wrap=False), self._models)
        rows.add(self.tr("Case"), self.code, self.tr("A letter or number, never a student's name"))
        rows.add(self.tr("Kind of case"), self.kind)
        rows.add(self.tr("About"), self.about, self.tr("For example: fractions, group 5"))
        self.kind.currentIndexChanged.connect(lambda _index: hint_about(self.about, self.kind))
        rows.add(self.tr("Consent"), self.consent, self.tr("How and when the student consented"))
        rows.addRow("", self.anonymised)
        rows.add(self.tr("Draaiboek"), self.script)
        made = QWidget()
        made.setLayout(column(rows, None, spacing=GRID))
        return made

    def _called(self, day: CalibrationDay) -> str:
        return " · ".join(part for part in (Wording(self.context).long_day(day.day), day.place) if part)

    def _show_day(self) -> None:
        """A day that is there has its date and place already."""
        for field in (self.day, self.place):
            field.setEnabled(not self.on_day.code)

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
        if self.isVisible():
            self._make_room()
            fit(self)
        before: QWidget = self.instrument
        for box in self.models.values():
            self.setTabOrder(before, box)
            before = box

    # --- making it

    def carry_out(self) -> Changes:
        """Make the session, its case, its participants and their rooms."""
        casus = Casus(
            "", "", self.code.text().strip(), CasusKind(self.kind.code), self.about.text().strip(),
            self.consent.text().strip(), self.anonymised.isChecked(),
        )  # fmt: skip
        chosen = self.people.chosen()
        self._require_whole(casus, chosen)
        wanted = tuple(code for code, box in self.models.items() if box.isChecked())
        new = NewSession(
            self.name.text(), self._forms[self.instrument.code], wanted, self.day.day, self.place.text(),
            ScriptKind(self.script.code), self.on_day.code or None,
        )  # fmt: skip
        preparing = self._sessions.preparing
        session, changes = preparing.start(new)
        self.session_id = session.id
        for more in (
            preparing.add_casussen(session.id, [casus])[1],
            invite(self._sessions, session.id, chosen),
            preparing.make_rooms(session.id)[1],
        ):
            changes = (*changes, *more)
        return changes

    def _require_whole(self, casus: Casus, chosen: list[Invited]) -> None:
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
            "nobody-invited": self.people.search,
        }
        return fields.get(refusal.code)

    def _word(self, text: Text) -> str:
        word = self.context.say(text)
        return word[0].upper() + word[1:]
