"""*Weergave*: language, colours, text size and idle lock of this user on this computer."""

from __future__ import annotations

from PySide6.QtCore import QTimer

from assessor.desktop import preferences
from assessor.desktop.context import Context
from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.form import Choice, FormRows
from assessor.desktop.furniture.surfaces import Card, column, row
from assessor.desktop.furniture.words import label
from assessor.desktop.pages.section import AdministrationSection
from assessor.desktop.preferences import IDLE_MINUTES, SCALES, Preferences
from assessor.desktop.theme import GRID

WIDTH = 560


class DisplaySection(AdministrationSection):
    """Four choices that hold after *Toepassen*."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.language = Choice([("nl", "Nederlands"), ("en", "English")])
        self.theme = Choice(
            [("light", self.tr("light")), ("dark", self.tr("dark")), ("contrast", self.tr("high contrast"))]
        )
        self.scale = Choice([(str(one), self._percent(one)) for one in SCALES])
        self.idle = Choice([(str(one), self._minutes(one)) for one in IDLE_MINUTES])
        rows = FormRows()
        for name, words, field in (
            ("language", self.tr("Language"), self.language),
            ("theme", self.tr("Colours"), self.theme),
            ("scale", self.tr("Text size"), self.scale),
            ("idle", self.tr("Lock the window"), self.idle),
        ):
            field.setObjectName(name)
            rows.add(words, field)
        self.apply = button(self.tr("Apply"), self.apply_choices, kind="primary", name="apply")
        self.note = label(self.tr("These choices are kept for you on this computer, not in the workspace."), "small")
        card = Card(rows, self.note, row(None, self.apply), spacing=2 * GRID)
        card.body.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 3 * GRID)
        card.setMaximumWidth(WIDTH)
        self.setLayout(column(card, None, spacing=0))

    def reload(self) -> None:
        """Show what was chosen."""
        stored = preferences.load()
        self._show(self.language, stored.language)
        self._show(self.theme, stored.theme)
        self._show(self.scale, str(min(SCALES, key=lambda one: abs(one - stored.scale))))
        self._show(self.idle, str(min(IDLE_MINUTES, key=lambda one: abs(one - stored.idle_minutes))))

    def apply_choices(self) -> None:
        """Keep the choices and dress the window anew."""
        chosen = Preferences(
            language="en" if self.language.code == "en" else "nl",
            theme=self._theme_code(),
            scale=float(self.scale.code),
            idle_minutes=int(self.idle.code),
        )
        if not preferences.save(chosen):
            self.note.setText(self.tr("Your settings folder cannot be written, so the choices are not kept."))
            return
        # Dressing anew takes this very page away, so the click is left first.
        QTimer.singleShot(0, self.context.navigator.redress)

    def _theme_code(self) -> preferences.ThemeName:
        match self.theme.code:
            case "dark":
                return "dark"
            case "contrast":
                return "contrast"
            case _:
                return "light"

    @staticmethod
    def _show(field: Choice, code: str) -> None:
        field.setCurrentIndex(max(0, field.findData(code)))

    @staticmethod
    def _percent(scale: float) -> str:
        return f"{round(scale * 100)} %"

    def _minutes(self, minutes: int) -> str:
        if not minutes:
            return self.tr("never")
        return self.tr("after %n idle minutes", "", minutes)
