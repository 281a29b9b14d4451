"""F1 shows the keys of the page on screen, every one of which works, and leads to the manual."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from assessor.application import Application
from assessor.desktop import preferences
from assessor.desktop.keyboard_map import EVERYWHERE, PAGES, KeyboardMap
from assessor.desktop.manual_window import ManualWindow
from assessor.desktop.preferences import Preferences
from assessor.desktop.window import MainWindow
from assessor.domain.people import Person
from assessor.domain.student import Student
from assessor.services.manuals import Reader, blocks, markdown
from tests.desktop.seeing import words
from tests.desktop.test_sweep import show


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    monkeypatch.setenv("ASSESSOR_USER_CONFIG", str(tmp_path / "config"))
    monkeypatch.setenv("ASSESSOR_USER_DATA", str(tmp_path / "data"))
    preferences.save(Preferences("en", idle_minutes=0))
    made = MainWindow(qapp)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    made.application = None
    made.close()
    made.deleteLater()


def bound(window: QWidget) -> set[str]:
    """Every key that something in the window listens to."""
    keys = {shortcut.key().toString() for shortcut in window.findChildren(QShortcut)}
    for action in window.findChildren(QAction):
        keys |= {one.toString() for one in action.shortcuts()}
    return keys


@pytest.mark.parametrize(
    ("page", "name"),
    [
        ("start", "StartPage"), ("assessments", "AssessmentsPage"), ("students", "StudentsPage"),
        ("midterms", "MidtermsPage"),
        ("instruments", "InstrumentsPage"), ("administration", "AdministrationPage"), ("sheet", "SheetPage"),
        ("check", "CheckPage"), ("result", "ResultPage"),
    ],
)  # fmt: skip
def test_every_key_that_is_promised_is_there(
    window: MainWindow, app: Application, noor: Person, fleur: Student, page: str, name: str
) -> None:
    show(window, app, fleur, page)
    promised = {
        QKeySequence(key).toString() for one in (*PAGES[name], *EVERYWHERE) if one.bound for key in one.keys.split()
    }
    assert promised <= bound(window)


def test_f1_shows_the_keys_of_this_page_first_and_leads_to_the_manual(
    qtbot: QtBot, window: MainWindow, app: Application, noor: Person, fleur: Student
) -> None:
    show(window, app, fleur, "sheet")
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: window.findChild(KeyboardMap) is not None)
    keys = window.findChild(KeyboardMap)
    assert keys is not None
    said = words(keys)
    assert said.index("Set the level of the criterion") < said.index("Lock the window")
    keys.manual.click()
    qtbot.waitUntil(lambda: window.findChild(ManualWindow) is not None)
    manual = window.findChild(ManualWindow)
    assert manual is not None
    assert manual.reader.code == "assessor"
    manual.close()


def test_at_the_midterms_the_manual_is_that_of_who_sends_them_out(
    window: MainWindow, app: Application, noor: Person, fleur: Student
) -> None:
    show(window, app, fleur, "midterms")
    window.show_manual()
    manual = window.findChild(ManualWindow)
    assert manual is not None
    assert "Close with a reason" in manual.text.toPlainText()
    manual.close()


def test_the_manual_is_read_for_each_role_and_saved_as_one_page(qtbot: QtBot, tmp_path: Path) -> None:
    manual = ManualWindow("nl", Reader.COMMITTEE)
    qtbot.addWidget(manual)
    assert "Mensen en aanstellingen" in manual.text.toPlainText()
    manual.reader.setCurrentIndex(manual.reader.findData("student"))
    assert "voorbereidingsformulier" in manual.text.toPlainText()
    manual.save_into(tmp_path)
    assert "handleiding-student-en-mentor.pdf" in manual.told.text()
    (page,) = PdfReader(tmp_path / "handleiding-student-en-mentor.pdf").pages
    assert "voorbereidingsformulier" in page.extract_text()
    (tmp_path / "weg").write_text("een bestand")
    manual.save_into(tmp_path / "weg")
    assert "kan hier niet worden opgeslagen" in manual.told.text()


@pytest.mark.parametrize("reader", Reader)
def test_both_languages_say_the_same_in_as_many_parts(reader: Reader) -> None:
    dutch, english = (blocks(markdown(reader, language)) for language in ("nl", "en"))
    assert [(one.level, one.is_point) for one in dutch] == [(one.level, one.is_point) for one in english]
    assert dutch[0].level == 1
