"""With one form in, nothing in the program shows it: no widget, model, document, title, clipboard or log."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from assessor.application import Application
from assessor.desktop import preferences
from assessor.desktop.midterm.entering import EnteringPane
from assessor.desktop.midterm.filling import FillingStage, HandInDialog
from assessor.desktop.midterm.page import MidtermsPage
from assessor.desktop.midterm.receiving import ReceivingMidtermsDialog
from assessor.desktop.preferences import Preferences
from assessor.desktop.window import MainWindow
from assessor.desktop.workbench import Workbench
from assessor.domain.people import Person
from assessor.domain.student import Student
from tests.desktop.everything import everything_said
from tests.desktop.midterm_stories import LEVELS, SECRET, STUDENT, answers, sent_to
from tests.desktop.seeing import front
from tests.services.midterm.midterm_stories import STUDENT_SAYS, fill, midterm_of, sent_out

pytestmark = pytest.mark.usefixtures("no_network")

SECTIONS = ("start", "assessments", "students", "calibration", "administration", "instruments")


@pytest.fixture
def bench(
    qtbot: QtBot, qapp: QApplication, app: Application, noor: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Workbench]:
    monkeypatch.setenv("ASSESSOR_USER_CONFIG", str(tmp_path / "config"))
    monkeypatch.setenv("ASSESSOR_USER_DATA", str(tmp_path / "data"))
    preferences.save(Preferences("en", "light", 1.0, 0))
    window = MainWindow(qapp)
    window.application = app
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.show_workbench()
    made = window.stages.currentWidget()
    assert isinstance(made, Workbench)
    yield made
    window.application = None
    window.close()
    window.deleteLater()


def press(bench: Workbench, name: str) -> None:
    found = next(one for one in bench.findChildren(QAbstractButton, name) if one.isVisible())
    QTest.keyClick(found, Qt.Key.Key_Space)


def settled(qtbot: QtBot, bench: Workbench) -> None:
    qtbot.waitUntil(lambda: bench.context.jobs.is_idle)


def nothing_leaks(*, levels: bool = True) -> None:
    """No word of the form is anywhere; with `levels` no word of any level either."""
    said = everything_said()
    assert SECRET not in said
    assert "Muziek" not in said
    if levels:
        assert [one for one in LEVELS if one in said] == []


def test_whoever_fills_in_at_this_computer_has_no_way_to_anything_else(
    bench: Workbench, app: Application, noor: Person, fleur: Student
) -> None:
    app.people.set_pin(noor.id, "2468")
    bench.open_midterm(sent_to(app, fleur).id)
    press(bench, "scherm-student")
    press(bench, "begin")
    assert not bench.rail.isVisible()
    for key in (Qt.Key.Key_1, Qt.Key.Key_4):
        QTest.keyClick(QApplication.focusWidget(), key, Qt.KeyboardModifier.AltModifier)
    assert isinstance(bench.stack.currentWidget(), MidtermsPage)
    pane = bench.findChild(EnteringPane)
    assert pane is not None
    assert isinstance(pane.stage, FillingStage)

    left: list[bool] = []
    bench.left.connect(lambda: left.append(True))
    press(bench, "later")
    assert left == [True], "the PIN of the coordinator is asked before anything else is shown"


def test_without_a_pin_the_way_to_everything_is_back_after_the_form(
    bench: Workbench, app: Application, fleur: Student
) -> None:
    bench.open_midterm(sent_to(app, fleur).id)
    press(bench, "scherm-student")
    press(bench, "not-now")
    assert bench.rail.isVisible()
    press(bench, "papier-student")
    assert bench.rail.isVisible(), "whoever types in from paper works here"


def test_after_filling_in_at_this_computer_nothing_of_it_is_left(
    qtbot: QtBot,
    bench: Workbench,
    app: Application,
    fleur: Student,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    caplog.set_level(logging.DEBUG)
    midterm = sent_to(app, fleur)
    bench.open_midterm(midterm.id)
    press(bench, "scherm-student")
    press(bench, "begin")
    pane = bench.findChild(EnteringPane)
    assert pane is not None
    assert isinstance(pane.stage, FillingStage)
    view = pane.stage.view
    note = view.entries["note:1.1"].widget
    note.setFocus()
    QTest.keyClicks(note, SECRET)
    QTest.keyClick(note, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(note, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert SECRET in everything_said(), "while its writer fills it in it is there"
    view.show_values({**answers(app, midterm, STUDENT), "note:1.1": SECRET})
    press(bench, "hand-in")
    QTest.keyClick(front(HandInDialog), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    nothing_leaks(levels=False)  # The fields of the form are thrown away a moment later; they are empty by now.
    QTest.qWait(10)
    nothing_leaks()
    press(bench, "onward")
    press(bench, "begin")
    nothing_leaks(levels=False)  # The mentor's form offers the levels.
    press(bench, "later")
    QTest.qWait(10)
    nothing_leaks()

    page = bench.stack.currentWidget()
    assert isinstance(page, MidtermsPage)
    page.show_list()
    settled(qtbot, bench)
    nothing_leaks()
    for section in SECTIONS:
        bench.go(section)  # type: ignore[arg-type]
        settled(qtbot, bench)
        nothing_leaks(levels=section != "instruments")
    assert SECRET not in caplog.text
    out, err = capfd.readouterr()
    assert SECRET not in out + err


def test_after_reading_a_file_in_nothing_of_it_is_shown(
    qtbot: QtBot, bench: Workbench, app: Application, fleur: Student, tmp_path: Path
) -> None:
    files = sent_out(app, tmp_path / "uit", fleur)
    first = fill(files[STUDENT], {**STUDENT_SAYS, "level:1.2": "op basisniveau of zo"}, "een.pdf")
    again = fill(files[STUDENT], {**STUDENT_SAYS, "level:1.1": "B0"}, "twee.pdf")
    bench.go("midterms")
    page = bench.stack.currentWidget()
    assert isinstance(page, MidtermsPage)
    for path in (first, first, again):
        page.take_files([path])
        settled(qtbot, bench)
        dialog = front(ReceivingMidtermsDialog)
        nothing_leaks()
        assert "basisniveau" not in everything_said()
        dialog.close()
        QTest.qWait(10)
    assert page.shows_one
    nothing_leaks()
    assert "came in 2 times" in everything_said()
    press(bench, "close-midterm")
    nothing_leaks()


def test_a_draft_of_somebody_is_nowhere_once_it_is_put_away(
    qtbot: QtBot, bench: Workbench, app: Application, fleur: Student
) -> None:
    midterm = sent_to(app, fleur)
    bench.open_midterm(midterm.id)
    press(bench, "scherm-student")
    press(bench, "begin")
    pane = bench.findChild(EnteringPane)
    assert pane is not None
    assert isinstance(pane.stage, FillingStage)
    note = pane.stage.view.entries["note:1.1"].widget
    QTest.keyClicks(note, SECRET)
    bench.go("students")
    settled(qtbot, bench)
    QTest.qWait(10)
    nothing_leaks()
    bench.go("midterms")
    nothing_leaks()
    assert app.midterms.entering.waiting(midterm.id, STUDENT) is not None
    assert midterm_of(app, fleur).is_sealed
