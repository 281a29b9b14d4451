"""Fast entry from paper: one person at a time; what was committed is sealed and leaves the screen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QWidget

from assessor.desktop.calibration.use_cases import Sessions
from assessor.desktop.calibration.whose import nobody_chosen
from assessor.desktop.context import Context
from assessor.desktop.dialogs.asking import AskingDialog
from assessor.desktop.furniture.form import Choice, FormRows
from assessor.desktop.furniture.levels import LevelButtons, keys_of
from assessor.desktop.furniture.surfaces import Banner, clear, column, scrolling
from assessor.desktop.furniture.words import label
from assessor.desktop.theme import GRID
from assessor.domain.calibration.room import told_apart
from assessor.domain.calibration.round import ReturnWay
from assessor.domain.errors import KnownError
from assessor.domain.instrument import Criterion, Scale
from assessor.domain.text import Text
from assessor.services.calibration.intake import Incoming
from assessor.services.calibration.preparing import SessionLine
from assessor.services.changes import Changes

MOST_NOTE = 4_000


class PaperEntryDialog(AskingDialog):
    """Takes the forms of one person after another; Ctrl+Enter seals the form on screen."""

    def __init__(self, context: Context, parent: QWidget | None, sessions: Sessions, line: SessionLine) -> None:
        super().__init__(
            context,
            parent,
            self.tr("Type in from paper"),
            self.tr("One person at a time. What you seal leaves the screen. That you typed it in is recorded."),
            self.tr("Seal this form"),
        )
        self._sessions = sessions
        self._session = line.session
        self._last = line.rounds[-1]
        self._warned = False
        self.cancel.setText(self.tr("Close"))
        self.who = Choice([])
        self.who.activated.connect(lambda _index: self._begin())
        rows = FormRows()
        rows.add(self.tr("Whose form is it?"), self.who)
        self.body.addLayout(rows)
        self.rows: dict[tuple[str, str], MarkRow] = {}
        self.area: QScrollArea = scrolling(self._form(), max_width=None)
        self.area.setMinimumHeight(44 * GRID)
        self.setMinimumWidth(self._wide())
        self.body.addWidget(self.area, 1)
        self._news = column(spacing=0)
        self.body.addLayout(self._news)
        self._offer()

    def _form(self) -> QWidget:
        made, parts = QWidget(), column(spacing=GRID)
        scale, criteria = self._sessions.scale(self._session), self._sessions.criteria(self._session)
        casussen = self._sessions.preparing.casussen(self._session.id)
        for casus in casussen:
            if len(casussen) > 1:
                parts.addWidget(label(self.tr("Case {code}").format(code=casus.code), "heading"))
            for code in self._last.criteria:
                one = MarkRow(scale, criteria[code], self.context)
                self.rows[casus.code, code] = one
                parts.addWidget(one)
        parts.addStretch(1)
        made.setLayout(parts)
        return made

    def _wide(self) -> int:
        """Wide enough for the words of the levels at this text size, as far as the screen allows."""
        words = max((one.buttons.whole_width() for one in self.rows.values()), default=0)
        return max(94 * GRID, min(words + 10 * GRID, self.screen().availableSize().width() - 8 * GRID))

    def _offer(self) -> None:
        """Offer who is not in yet."""
        waiting = sorted(self._sessions.rounds.board(self._session.id).waiting, key=lambda one: one.name)
        self._warned = False
        names = told_apart(self._sessions.preparing.participants(self._session.id))
        # Nobody beforehand: a pile is not in the order of the list, and what is sealed is not seen again.
        options = [("", self.tr("Choose…")), *((one.id, names[one.id]) for one in waiting)]
        self.who.offer(options if waiting else [])
        self.who.setEnabled(bool(waiting))
        self.confirm.setEnabled(bool(waiting))
        for one in self.rows.values():
            one.show_mark("")
            one.note.clear()
            one.setEnabled(bool(waiting))
        if waiting:
            self.who.setFocus()
        else:
            self.cancel.setFocus()

    def _begin(self) -> None:
        next(iter(self.rows.values())).setFocus(Qt.FocusReason.TabFocusReason)

    def _confirm(self) -> None:
        """Seal, and begin with the next person; the dialog stays."""
        name = self.who.currentText()
        try:
            self.changes = (*self.changes, *self.carry_out())
        except KnownError as refusal:
            self._show(refusal)
            return
        clear(self._refusal)
        clear(self._news)
        banner = Banner("good", self.tr("Sealed: {name}").format(name=name))
        self._news.addWidget(banner)
        self._offer()

    def reject(self) -> None:
        """Close; a form that was typed and not sealed is dropped only when that is pressed twice."""
        open_form = any(one.mark or one.note.text() for one in self.rows.values())
        if open_form and not self._warned:
            self._warned = True
            clear(self._news)
            words = self.tr("This form is not sealed yet. Close again to drop it.")
            self._news.addWidget(Banner("warning", words))
            return
        super().reject()

    def culprit(self, refusal: KnownError) -> QWidget | None:
        """Whose form it is can be told."""
        return self.who if refusal.code == "nobody-chosen" else None

    def carry_out(self) -> Changes:
        """Seal the form on screen."""
        if not self.who.code:
            raise nobody_chosen()
        marks: dict[str, dict[str, str]] = {}
        notes: dict[str, dict[str, str]] = {}
        for (casus, code), one in self.rows.items():
            if one.mark:
                marks.setdefault(casus, {})[code] = one.mark
            if one.note.text().strip():
                notes.setdefault(casus, {})[code] = one.note.text().strip()
        if not marks:
            raise KnownError(
                "form-empty",
                Text("Er is nog niets ingevuld.", "Nothing was filled in yet."),
                Text("Geef ten minste één criterium een niveau.", "Give at least one criterion a level."),
            )
        incoming = Incoming(self.who.code, marks, notes)
        return self._sessions.rounds.receive(self._session.id, [incoming], ReturnWay.PAPER)[1]


class MarkRow(QFrame):
    """A criterion with its level buttons; letters and digits set the level and go on to the next, T opens the note."""

    def __init__(self, scale: Scale, criterion: Criterion, context: Context) -> None:
        super().__init__()
        self.mark = ""
        self._keys = keys_of(scale)
        self._name = f"{criterion.code} {context.say(criterion.name)}"
        self._scale, self._context = scale, context
        self.setProperty("role", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.buttons = LevelButtons(scale, context.language)
        self.buttons.chosen.connect(self._set)
        self.note = _NoteField(self)
        self.note.setMaxLength(MOST_NOTE)
        self.note.setPlaceholderText(self.tr("Note (T)"))
        self.note.setAccessibleName(self.tr("Note at {criterion}").format(criterion=criterion.code))
        layout = column(label(self._name), self.buttons, self.note, spacing=6, margins=12)
        self.setLayout(layout)
        self.show_mark("")

    def show_mark(self, mark: str) -> None:
        """Show a mark, or none ("")."""
        self.buttons.show_mark(mark or None)
        self._set(mark)

    def _set(self, mark: str) -> None:
        self.mark = mark
        said = f", {self._context.say(self._scale.word(mark))}" if mark else ""
        self.setAccessibleName(self._name + said)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Set a level by its key, clear it, or go to another criterion."""
        key, text = event.key(), event.text().upper()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        elif text in self._keys:
            self.show_mark(self._keys[text])
            self.focusNextChild()
        elif key == Qt.Key.Key_T:
            self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.show_mark("")
        elif key == Qt.Key.Key_Down:
            self.focusNextChild()
        elif key == Qt.Key.Key_Up:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)


class _NoteField(QLineEdit):
    """A note of one line; Enter and Esc go back to its criterion, and Tab passes it by."""

    def __init__(self, criterion: QWidget) -> None:
        super().__init__(criterion)
        self._criterion = criterion
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back, or type."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape) and not control:
            self._criterion.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        super().keyPressEvent(event)
