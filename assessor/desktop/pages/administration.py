"""*Beheer*: people and appointments, house rules, the workspace, and how the screen looks."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QPushButton, QStackedWidget

from assessor.desktop.context import Context
from assessor.desktop.furniture.buttons import PressButton
from assessor.desktop.furniture.surfaces import column, line, row
from assessor.desktop.page import Page
from assessor.desktop.pages.display_section import DisplaySection
from assessor.desktop.pages.house_rules_section import HouseRulesSection
from assessor.desktop.pages.register_section import RegisterSection
from assessor.desktop.pages.section import AdministrationSection
from assessor.desktop.pages.workspace_section import WorkspaceSection


class AdministrationPage(Page):
    """One section at a time; a section loads when it is first shown."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.heading(self.tr("Administration"))
        self.tabs = QButtonGroup(self)
        self.stack = QStackedWidget()
        self.sections: dict[str, AdministrationSection] = {}
        self._row = row(spacing=4)
        self._add("register", self.tr("&People and appointments"), RegisterSection(context))
        self._add("rules", self.tr("&House rules"), HouseRulesSection(context))
        self._add("workspace", self.tr("&Workspace"), WorkspaceSection(context))
        self._add("display", self.tr("&Display"), DisplaySection(context))
        self._row.addStretch(1)
        self.body.addLayout(column(self._row, line(), spacing=0))
        self.body.addWidget(self.stack, 1)
        self.tabs.idClicked.connect(self._show)
        self._loaded: set[int] = set()
        self._button(0).setChecked(True)
        self.setFocusProxy(self._button(0))

    def reload(self) -> None:
        """Load the section on screen; the others when they are shown."""
        self._loaded.clear()
        self._show(self.stack.currentIndex())

    def show_section(self, name: str) -> None:
        """Show ``"register"``, ``"rules"``, ``"workspace"`` or ``"display"``."""
        place = list(self.sections).index(name)
        self._button(place).setChecked(True)
        self._show(place)

    def _add(self, name: str, words: str, section: AdministrationSection) -> None:
        tab = PressButton(words)
        tab.setProperty("kind", "tab")
        tab.setCheckable(True)
        tab.setObjectName(f"tab-{name}")
        self.tabs.addButton(tab, len(self.sections))
        self._row.addWidget(tab)
        self.sections[name] = section
        self.stack.addWidget(section)

    def _button(self, place: int) -> QPushButton:
        made = self.tabs.button(place)
        if not isinstance(made, QPushButton):
            raise TypeError(place)
        return made

    def _show(self, place: int) -> None:
        self.stack.setCurrentIndex(place)
        self.setFocusProxy(self._button(place))
        if place not in self._loaded:
            self._loaded.add(place)
            list(self.sections.values())[place].reload()
