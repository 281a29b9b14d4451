"""Scores 200 ratings by keys in the real window and says each one that the sheet shows as saved; meant to be killed.

python -m tests.end_to_end.killed_desktop WORKSPACE PASSPHRASE DOSSIER PERSON
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from assessor.application import open_application
from assessor.desktop.main import begin
from assessor.desktop.sheet.criterion import CriterionCard
from assessor.desktop.sheet.page import SheetPage
from assessor.desktop.window import MainWindow
from assessor.desktop.workbench import Workbench
from assessor.storage.keys import Passphrase

KEYS = "vgonvgv"
LETTERS = "OVGN"
WHOLE = ""
"""The pane after the last criterion, where the keys set no level."""


def main(workspace: str, passphrase: str, dossier: str, person: str) -> None:
    app, window = begin(["assessor"])
    window.application = open_application(Path(workspace), Passphrase(passphrase), holder="het venster van Assessor")
    window.application.people.sign_in(person)
    window.show_workbench()
    window.show()
    QTest.qWaitForWindowActive(window)
    sheet = _sheet(window, dossier)
    for number in range(200):
        app.processEvents()
        card = QApplication.focusWidget()
        assert isinstance(card, CriterionCard)
        QTest.keyClicks(card, KEYS[number % len(KEYS)])
        app.processEvents()
        _say(sheet, card)
        QTest.keyClick(card, Qt.Key.Key_Down)
        if sheet.current == WHOLE:
            sheet.show_pane(sheet.instrument.models[0].code)


def _sheet(window: MainWindow, dossier: str) -> SheetPage:
    workbench = window.stages.currentWidget()
    assert isinstance(workbench, Workbench)
    workbench.open_dossier(dossier)
    sheet = workbench.stack.currentWidget()
    assert isinstance(sheet, SheetPage)
    return sheet


def _say(sheet: SheetPage, card: CriterionCard) -> None:
    """What a user sees at this moment: the chosen level, and whether the page says that it was saved."""
    chosen = [mark for mark in LETTERS if card.levels.button(mark).isChecked()]
    if len(chosen) == 1 and sheet.saved.text().startswith("Opgeslagen"):
        sys.stdout.write(f"{card.criterion.code} {chosen[0]}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
