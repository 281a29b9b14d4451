"""The whole way in one window: workspace, person, workbench, a dossier from start to result, and the door closed."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from assessor.application import Application
from assessor.desktop import preferences
from assessor.desktop.furniture.surfaces import Banner
from assessor.desktop.midterm.page import MidtermsPage
from assessor.desktop.pages.students import StudentsPage
from assessor.desktop.preferences import Preferences
from assessor.desktop.reporting import BugDialog, KnownErrorDialog, bug_text
from assessor.desktop.sheet.page import SheetPage
from assessor.desktop.window import MainWindow
from assessor.desktop.workbench import Workbench
from assessor.domain.errors import KnownError
from assessor.domain.people import Person
from assessor.domain.ratings import Place
from assessor.domain.student import Student
from assessor.domain.text import Text
from assessor.storage.keys import FromKeyring
from assessor.storage.workspace import Workspace
from tests.desktop.midterm_stories import one_in, others
from tests.services.conftest import Clock, Drawer
from tests.services.stories import begun, finalised, scored

pytestmark = pytest.mark.usefixtures("no_network")


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    """The window of a user who reads English."""
    monkeypatch.setenv("ASSESSOR_USER_CONFIG", str(tmp_path / "config"))
    monkeypatch.setenv("ASSESSOR_USER_DATA", str(tmp_path / "data"))
    preferences.save(Preferences("en", "light", 1.0, 15))
    made = MainWindow(qapp)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.application = None
    made.close()


def working(window: MainWindow, app: Application) -> Workbench:
    """The workbench of whoever is signed in."""
    window.application = app
    window.show_workbench()
    workbench = window.stages.currentWidget()
    assert isinstance(workbench, Workbench)
    return workbench


def test_the_first_thing_is_which_workspace(window: MainWindow) -> None:
    window.show_opening()
    assert type(window.stages.currentWidget()).__name__ == "OpeningWindow"


def test_a_newcomer_begins_with_one_key(window: MainWindow) -> None:
    window.show_opening()
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.objectName() == "new"


def test_then_who_is_there(window: MainWindow, app: Application, noor: Person) -> None:
    window.show_who(app)
    assert type(window.stages.currentWidget()).__name__ == "WhoPage"
    assert app.desk.actor is None


def test_who_came_in_can_begin_by_key(window: MainWindow, app: Application, noor: Person) -> None:
    working(window, app)
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == "Add a student"


def test_every_place_of_the_rail_has_its_key(window: MainWindow, app: Application, noor: Person) -> None:
    workbench = working(window, app)
    shown = []
    for key in (Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5, Qt.Key.Key_6, Qt.Key.Key_7, Qt.Key.Key_1):
        QTest.keyClick(window, key, Qt.KeyboardModifier.AltModifier)
        shown.append(type(workbench.stack.currentWidget()).__name__)
    assert shown == [
        "AssessmentsPage", "MidtermsPage", "StudentsPage", "InstrumentsPage", "CalibrationPage",
        "AdministrationPage", "StartPage",
    ]  # fmt: skip


def test_a_dossier_goes_from_sheet_to_check_to_result(
    window: MainWindow, app: Application, noor: Person, fleur: Student
) -> None:
    dossier = scored(app, fleur, _4_1="G")
    workbench = working(window, app)
    workbench.open_dossier(dossier.id)
    sheet = workbench.stack.currentWidget()
    assert isinstance(sheet, SheetPage)
    QTest.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert type(workbench.stack.currentWidget()).__name__ == "CheckPage"
    app.results.finalise(dossier.id)
    workbench.open_dossier(dossier.id, "result")
    assert type(workbench.stack.currentWidget()).__name__ == "ResultPage"
    workbench.open_dossier(dossier.id, "sheet", "rating:4.6")
    again = workbench.stack.currentWidget()
    assert isinstance(again, SheetPage)
    assert again.current == "4"


def test_a_sheet_that_was_made_final_and_corrected_can_be_written_in_again(
    window: MainWindow, app: Application, noor: Person, fleur: Student
) -> None:
    dossier = scored(app, fleur)
    workbench = working(window, app)

    def sheet() -> SheetPage:
        workbench.open_dossier(dossier.id)
        shown = workbench.stack.currentWidget()
        assert isinstance(shown, SheetPage)
        shown.show_pane("")
        return shown

    assert sheet().can_write
    app.results.finalise(dossier.id)
    strength = sheet().stack.currentWidget().fields[Place.STRENGTH].field  # type: ignore[union-attr]
    assert strength.isReadOnly()
    app.results.correct(dossier.id, "Het sterke punt klopt niet.")
    strength = sheet().stack.currentWidget().fields[Place.STRENGTH].field  # type: ignore[union-attr]
    assert not strength.isReadOnly()
    assert [one.message.text() for one in sheet().findChildren(Banner)][:1] == [
        "This is a correction: every change is recorded. Abandoning it is done on the result page."
    ]


def test_a_midterm_leads_to_its_student_and_the_student_to_the_midterm(
    qtbot: QtBot, window: MainWindow, app: Application, noor: Person, fleur: Student
) -> None:
    others(app)
    midterm = one_in(app, fleur)
    workbench = working(window, app)
    app.students.keep_programme("ad")
    workbench.open_midterm(midterm.id)
    QTest.keyClick(visible(workbench, "student"), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: workbench.context.jobs.is_idle)
    page = workbench.stack.currentWidget()
    assert isinstance(page, StudentsPage)
    assert page.details.name.text() == "Fleur van Zonnedauw"
    assert page.table.rowCount() == 1
    QTest.qWait(10)  # What was just added is shown a moment later.
    QTest.keyClick(visible(workbench, "midterm"), Qt.Key.Key_Space)
    again = workbench.stack.currentWidget()
    assert isinstance(again, MidtermsPage)
    assert again.title.text() == "Fleur van Zonnedauw"
    again.show_list()
    assert again.student.isHidden()
    qtbot.waitUntil(lambda: workbench.context.jobs.is_idle)


def visible(workbench: Workbench, name: str) -> QPushButton:
    """The button of this name that is on screen."""
    return next(one for one in workbench.findChildren(QPushButton, name) if one.isVisible())


def test_another_dossier_gets_a_sheet_of_its_own(
    window: MainWindow, app: Application, noor: Person, fleur: Student
) -> None:
    first, second = begun(app, fleur), begun(app, fleur)
    workbench = working(window, app)
    workbench.open_dossier(first.id)
    workbench.open_dossier(second.id)
    sheet = workbench.stack.currentWidget()
    assert isinstance(sheet, SheetPage)
    assert sheet.dossier.id == second.id


def test_a_page_that_was_not_on_screen_looks_again_when_it_is_shown(
    qtbot: QtBot, window: MainWindow, app: Application, noor: Person, fleur: Student
) -> None:
    workbench = working(window, app)
    workbench.go("students")
    table = workbench.stack.currentWidget().findChild(QTableView)  # type: ignore[union-attr]
    assert table is not None
    qtbot.waitUntil(lambda: table.model().rowCount() == 1)
    workbench.go("start")
    _, changes = app.students.add(Student("", "500002", "Bente", "", "Lindegaard", "pabo", "voltijd", "jaar-1"))
    workbench.context.hub.tell(changes)
    assert table.model().rowCount() == 1
    workbench.go("students")
    qtbot.waitUntil(lambda: table.model().rowCount() == 2)


def test_locking_asks_again_who_is_there_and_loses_nothing(
    window: MainWindow, app: Application, noor: Person, fleur: Student
) -> None:
    dossier = begun(app, fleur)
    workbench = working(window, app)
    workbench.open_dossier(dossier.id)
    sheet = workbench.stack.currentWidget()
    assert isinstance(sheet, SheetPage)
    note = sheet.stack.currentWidget().cards[0].note  # type: ignore[union-attr]
    note.setFocus()
    QTest.keyClicks(note, "Groet elk kind")
    QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)

    assert type(window.stages.currentWidget()).__name__ == "WhoPage"
    assert app.work.dossier(dossier.id).sheet.rating("1.1").note == "Groet elk kind"


def test_idle_minutes_lock_the_window(window: MainWindow, app: Application, noor: Person) -> None:
    working(window, app)
    assert window._idle.isActive()
    assert window._idle.interval() == 15 * 60_000
    window._idle.timeout.emit()
    assert type(window.stages.currentWidget()).__name__ == "WhoPage"


def test_another_language_and_theme_dress_the_window_anew(window: MainWindow, app: Application, noor: Person) -> None:
    workbench = working(window, app)
    preferences.save(Preferences("nl", "dark", 1.25, 15))
    workbench.redress()
    dressed = window.stages.currentWidget()
    assert isinstance(dressed, Workbench)
    assert dressed is not workbench
    assert dressed.context.language == "nl"


def test_closing_the_window_records_what_is_typed_and_closes_the_workspace(
    window: MainWindow, app: Application, noor: Person, fleur: Student, empty_workspace: tuple[Path, Drawer]
) -> None:
    dossier = finalised(app, fleur)
    working(window, app).open_dossier(dossier.id, "result")
    window.close()
    assert window.application is None
    # Nobody holds it any more: it opens for the next.
    Workspace.open(app.desk.workspace.path, unlock=FromKeyring(empty_workspace[1])).close()


def test_a_backup_that_fails_at_closing_is_told_after_the_window_is_gone(
    window: MainWindow, app: Application, noor: Person, fleur: Student
) -> None:
    finalised(app, fleur)
    backups = app.desk.workspace.path / "backups"
    backups.rename(backups.with_name("elsewhere"))
    backups.write_bytes(b"in the way")
    working(window, app)

    window.close()

    assert not window.isVisible()
    assert window.farewell is not None
    assert window.farewell.error.code == "backup-missed"
    assert window.farewell.isVisible()
    window.farewell.accept()


def test_words_that_cannot_be_stored_hold_the_window_back_once(
    window: MainWindow, app: Application, noor: Person, fleur: Student, monkeypatch: pytest.MonkeyPatch
) -> None:
    workbench = working(window, app)
    workbench.open_dossier(begun(app, fleur).id)
    monkeypatch.setattr(SheetPage, "leave", lambda _page: False)

    workbench.go("students")
    assert isinstance(workbench.stack.currentWidget(), SheetPage)
    assert workbench.rail._buttons["assessments"].isChecked()
    window.close()
    assert window.isVisible()
    window.close()
    assert not window.isVisible()


def test_a_machine_that_lets_nothing_be_written_goes_without_a_crash_log(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "taken").write_bytes(b"")
    monkeypatch.setenv("ASSESSOR_USER_DATA", str(tmp_path / "taken"))
    monkeypatch.setenv("ASSESSOR_USER_CONFIG", str(tmp_path / "taken"))
    made = MainWindow(qapp)
    qtbot.addWidget(made)
    made.show_opening()
    assert type(made.stages.currentWidget()).__name__ == "OpeningWindow"
    made.close()


# --- what goes wrong


def test_a_known_error_shows_what_happened_and_the_cure(window: MainWindow) -> None:
    what, cure = Text("De schijf is vol.", "The disk is full."), Text("Maak ruimte.", "Free some space.")
    error = KnownError("disk-full", what, cure, Text("rij 3", "row 3"))
    window.reporting.report(error)
    dialog = window.findChild(KnownErrorDialog)
    assert dialog is not None
    assert dialog.error is error
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_a_bug_makes_a_report_without_a_name_in_it(window: MainWindow) -> None:
    try:
        raise ValueError("Fleur van Zonnedauw")
    except ValueError as error:
        sys.excepthook(ValueError, error, error.__traceback__)
    dialog = window.findChild(BugDialog)
    assert dialog is not None
    report = dialog.report.toPlainText()
    assert "ValueError" in report
    assert "test_window.py" in report
    assert "Fleur" not in report
    copying, going_on = dialog.findChildren(QPushButton)
    assert copying.isVisible()
    copying.click()
    assert QApplication.clipboard().text() == report
    going_on.click()
    assert dialog.isHidden()


def test_a_report_names_the_cause_as_well() -> None:
    try:
        try:
            raise KeyError("naam")
        except KeyError as inner:
            raise RuntimeError("buiten") from inner
    except RuntimeError as error:
        text = bug_text(error)
    assert text.index("RuntimeError") < text.index("KeyError")
    assert "naam" not in text


def test_notes_whose_last_day_has_passed_are_erased_when_somebody_comes_in(
    qtbot: QtBot, window: MainWindow, app: Application, noor: Person, fleur: Student, clock: Clock
) -> None:
    dossier = scored(app, fleur)
    app.notes.keep(dossier.id, "09:05 Rust bij de deur")
    app.results.finalise(dossier.id)
    clock.move(days=43)
    working(window, app)
    qtbot.waitUntil(lambda: app.notes.of(dossier.id).erased_on is not None)
    assert app.notes.of(dossier.id).text == ""
