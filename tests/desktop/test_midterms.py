"""The list of midterms: sent out to a cohort, dropped when it comes back, and found again."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from assessor.application import Application
from assessor.desktop.context import Context
from assessor.desktop.midterm.closing import CloseMidtermDialog
from assessor.desktop.midterm.page import MidtermsPage
from assessor.desktop.midterm.receiving import ReceivingMidtermsDialog
from assessor.desktop.midterm.sending import SendingMidtermsDialog, SendMidtermsDialog
from assessor.desktop.models import midterms
from assessor.desktop.pages.students import StudentsPage
from assessor.domain.people import Person
from assessor.domain.student import Student
from tests.desktop.conftest import RecordingNavigator, Told
from tests.desktop.midterm_stories import MENTOR, STUDENT, both_in, one_in, others, sent_to
from tests.desktop.seeing import front, rows, settle, shown, words
from tests.services.conftest import Clock
from tests.services.midterm.midterm_stories import MENTOR_SAYS, STUDENT_SAYS, fill, sent_out

pytestmark = pytest.mark.usefixtures("no_network")


@pytest.fixture
def page(qtbot: QtBot, context: Context, noor: Person, fleur: Student) -> MidtermsPage:
    made = MidtermsPage(context)
    shown(qtbot, context, made)
    return made


def again(qtbot: QtBot, context: Context, page: MidtermsPage) -> None:
    page.reload()
    settle(qtbot, context)


def column(page: MidtermsPage, number: int) -> list[str]:
    return [str(page.list.table.index(row, number).data()) for row in range(page.list.table.rowCount())]


def dropped(page: MidtermsPage, *paths: Path) -> None:
    """Somebody drops files in the middle of the page."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    keys = Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enters = QDragEnterEvent(QPointF(400, 300), *keys)
    QApplication.sendEvent(page, enters)
    assert enters.isAccepted()
    QApplication.sendEvent(page, QDropEvent(QPointF(400, 300), *keys))


def receiving(qtbot: QtBot, context: Context, page: MidtermsPage) -> ReceivingMidtermsDialog:
    qtbot.waitUntil(lambda: page.findChild(ReceivingMidtermsDialog) is not None)
    settle(qtbot, context)
    return front(ReceivingMidtermsDialog)


def test_without_midterms_the_page_says_what_to_do_next(page: MidtermsPage) -> None:
    assert page.list.views.currentWidget() is page.list.unbegun
    assert "mentor and student each get a form of their own" in words(page)
    page.list.unbegun.action.click()
    assert page.findChild(SendMidtermsDialog) is not None


def test_a_cohort_is_sent_out_by_keys_and_the_page_says_what_went_where(
    qtbot: QtBot, page: MidtermsPage, context: Context, app: Application, tmp_path: Path
) -> None:
    others(app)
    app.students.add(Student("", "700001", "Lot", "", "Zonder", "pabo", "voltijd", "jaar-3", "2024-2025"))
    QTest.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    dialog = front(SendMidtermsDialog)
    assert "not encrypted" in words(dialog)
    assert dialog.due.day == date(2026, 2, 3), "two weeks on"
    dialog.cohort.setFocus()
    QTest.keyClicks(dialog.cohort, "2024")
    assert dialog.found.text().startswith("4 ")
    dialog.programme.setFocus()
    QTest.keyClicks(dialog.programme, "pabo")
    dialog.folder.setText(str(tmp_path / "uit"))
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    sending = front(SendingMidtermsDialog)
    settle(qtbot, context)
    assert sending.sending is not None
    assert len(sending.sending.files) == 4
    assert "not encrypted" in words(sending)
    assert str(tmp_path / "uit") in words(sending)
    assert rows(sending.skipped)[0][0] == "Lot Zonder"
    assert "No placement of this student is known." in rows(sending.skipped)[0][1]
    assert {line[2] for line in rows(sending.table)} == {"Isa Ørsted", "Sam de Groot"}
    assert sending.close_button.hasFocus()
    QTest.keyClick(sending, Qt.Key.Key_Escape)
    settle(qtbot, context)
    assert column(page, midterms.STUDENT) == ["Sam de Groot", "Isa Ørsted"]
    assert column(page, midterms.STAND) == ["sent out", "sent out"]
    assert column(page, midterms.DUE) == ["3 Feb 2026", "3 Feb 2026"]


def test_a_filter_that_finds_nobody_writes_nothing(page: MidtermsPage) -> None:
    page.ask_sending()
    dialog = front(SendMidtermsDialog)
    dialog.search.setText("Niemand")
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.isVisible()
    assert "Nobody was chosen." in words(dialog)
    assert not dialog.confirm.isEnabled()
    dialog.search.clear()
    dialog.folder.setText(" ")
    dialog._count()
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "No folder was chosen." in words(dialog)
    dialog.folder.setText("/tmp")
    dialog.due.show_day(dialog.due.day - timedelta(days=60))
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "This day has passed." in words(dialog)


def test_a_second_time_passes_over_who_is_in(
    qtbot: QtBot, page: MidtermsPage, context: Context, app: Application, fleur: Student, tmp_path: Path
) -> None:
    both_in(app, fleur)
    page.ask_sending()
    dialog = front(SendMidtermsDialog)
    dialog.folder.setText(str(tmp_path / "uit"))
    dialog.confirm.click()
    sending = front(SendingMidtermsDialog)
    layout = sending.layout()
    assert layout is not None
    layout.activate()
    assert sending.bar.geometry().bottom() < sending.height() / 3, "title, words and bar stand together"
    settle(qtbot, context)
    assert "No file was written." in words(sending)
    assert "1 student(s) passed over" in words(sending)


def test_files_are_dropped_on_the_page_and_each_says_how_it_was_taken(
    qtbot: QtBot, page: MidtermsPage, context: Context, app: Application, fleur: Student, tmp_path: Path
) -> None:
    files = sent_out(app, tmp_path / "uit", fleur)
    first = fill(files[STUDENT], STUDENT_SAYS, "Fleur.pdf")
    strange = tmp_path / "uit" / "brief.pdf"
    strange.write_bytes(b"%PDF-1.7 niets")
    dropped(page, first, strange)
    dialog = receiving(qtbot, context, page)
    assert rows(dialog.list) == [
        ["brief.pdf", "–", "–", "not taken in"],
        ["Fleur.pdf", "Fleur van Zonnedauw", "student", "in"],
    ]
    assert "1 form(s) read in. What they say stays hidden until both are in." in words(dialog)
    assert dialog.list.hasFocus()
    refused = dialog.remarks.text()
    assert dialog.arrived[1].refusal is not None
    assert dialog.arrived[1].refusal.cure.en in refused
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    assert dialog.remarks.text() == "In and hidden. 12 expected field(s) empty."
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    settle(qtbot, context)
    assert page.shows_one, "the one midterm of which something came in is shown"
    assert page.title.text() == "Fleur van Zonnedauw"
    QTest.keyClick(page, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    settle(qtbot, context)
    assert (column(page, midterms.STUDENT_IN), column(page, midterms.MENTOR_IN)) == (["✓"], ["–"])

    dropped(page, fill(files[MENTOR], MENTOR_SAYS, "Mees.pdf"), first)
    dialog = receiving(qtbot, context, page)
    assert [line[3] for line in rows(dialog.list)] == ["in", "in already"]
    assert "Of 1 midterm evaluation(s) both forms are in now." in words(dialog)
    assert "Both forms are in: the mirror is ready." in dialog.remarks.text()


def test_a_stopped_reading_says_so(
    qtbot: QtBot, page: MidtermsPage, context: Context, app: Application, fleur: Student, tmp_path: Path
) -> None:
    files = sent_out(app, tmp_path / "uit", fleur)
    dialog = page.take_files([fill(files[STUDENT], STUDENT_SAYS)])
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    settle(qtbot, context)
    assert dialog.isVisible()
    assert "Stopped." in words(dialog)


def test_the_list_is_filtered_and_the_filters_stay(
    qtbot: QtBot, page: MidtermsPage, context: Context, app: Application, fleur: Student, clock: Clock
) -> None:
    andre, isa, _sam = others(app)
    one_in(app, fleur)
    sent_to(app, andre, date(2026, 3, 1))
    both_in(app, isa)
    clock.move(days=20)
    again(qtbot, context, page)
    assert column(page, midterms.STUDENT) == ["André Çelik", "Isa Ørsted", "Fleur van Zonnedauw"]
    assert column(page, midterms.DUE) == ["1 Mar 2026", "3 Feb 2026", "3 Feb 2026, late"]
    page.list.late.setFocus()
    QTest.keyClick(page.list.late, Qt.Key.Key_Space)
    settle(qtbot, context)
    assert column(page, midterms.STUDENT) == ["Fleur van Zonnedauw"]

    fresh = MidtermsPage(context)
    shown(qtbot, context, fresh)
    assert column(fresh, midterms.STUDENT) == ["Fleur van Zonnedauw"]
    assert fresh.list.late.isChecked()
    fresh.list.late.click()
    fresh.list.state.setFocus()
    QTest.keyClicks(fresh.list.state, "Both")
    settle(qtbot, context)
    assert column(fresh, midterms.STUDENT) == ["Isa Ørsted"]
    fresh.list.cohort.setFocus()
    QTest.keyClicks(fresh.list.cohort, "2023")
    settle(qtbot, context)
    assert "No midterm evaluation answers" in words(fresh)
    fresh.list.nothing.action.click()
    settle(qtbot, context)
    assert len(column(fresh, midterms.STUDENT)) == 3
    with qtbot.waitSignal(fresh.list.search.sought):
        QTest.keyClicks(fresh.list.search, "celik")
    settle(qtbot, context)
    assert column(fresh, midterms.STUDENT) == ["André Çelik"]
    QTest.keyClick(fresh.list.search, Qt.Key.Key_Down)
    QTest.keyClick(fresh.list.list, Qt.Key.Key_Return)
    assert fresh.title.text() == "André Çelik"
    assert "Practice supervisor: Jara Wolkenveld" in fresh.subtitle.text()


# --- one midterm, sealed


def test_while_sealed_the_page_says_who_is_in_and_has_the_reminder_ready(
    qtbot: QtBot, page: MidtermsPage, app: Application, fleur: Student
) -> None:
    midterm = one_in(app, fleur)
    page.show_midterm(midterm.id)
    said = words(page)
    assert "at this computer, 20/01/2026" in said
    assert "Reminder for Mees Appelboom" in said
    QTest.keyClick(page.findChild(type(page.send), "copy-mentor"), Qt.Key.Key_Space)
    assert QApplication.clipboard().text().startswith("Dear Mees Appelboom,")
    assert "Form of student received" in said


def test_closing_with_a_reason_opens_the_one_form_that_is_in(
    page: MidtermsPage, app: Application, fleur: Student, told: Told
) -> None:
    midterm = one_in(app, fleur)
    page.show_midterm(midterm.id)
    page.findChild(type(page.send), "close-midterm").click()
    dialog = front(CloseMidtermDialog)
    assert "It is opened now" in words(dialog)
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.isVisible(), "a reason is needed"
    QTest.keyClicks(dialog.why, "De mentor is ziek.")
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "one form, closed with a reason" in page.subtitle.text()
    assert told.errors == []


def test_of_a_form_that_came_twice_the_user_chooses_which_counts(
    qtbot: QtBot, page: MidtermsPage, app: Application, fleur: Student, tmp_path: Path, clock: Clock
) -> None:
    files = sent_out(app, tmp_path / "uit", fleur)
    app.midterms.receive([fill(files[STUDENT], STUDENT_SAYS, "een.pdf")])
    clock.move(hours=1)
    app.midterms.receive([fill(files[STUDENT], {**STUDENT_SAYS, "level:1.1": "B0"}, "twee.pdf")])
    (line,) = app.midterms.overview.lines()
    page.show_midterm(line.id)
    assert "The form of Fleur van Zonnedauw came in 2 times" in words(page)
    _first, second = app.midterms.overview.post(line.id).twice
    chosen = page.findChild(object, f"option-{second.id}")
    assert chosen is not None
    chosen.click()  # type: ignore[attr-defined]
    assert [one.in_force for one in app.midterms.overview.post(line.id).twice] == [False, True]
    assert "Chosen which form counts" in words(page)


def test_without_any_form_closing_ends_it(page: MidtermsPage, app: Application, fleur: Student) -> None:
    midterm = sent_to(app, fleur)
    app.midterms.overview.close(midterm.id, "Gestopt met de opleiding.")
    page.show_midterm(midterm.id)
    assert "Stopped: Gestopt met de opleiding." in words(page)


# --- from the student, and to paper


def test_from_the_student_page_one_midterm_goes_out_and_is_opened(
    qtbot: QtBot, context: Context, noor: Person, fleur: Student, navigator: RecordingNavigator, tmp_path: Path
) -> None:
    students = StudentsPage(context)
    shown(qtbot, context, students)
    students.details.midterm.click()
    dialog = front(SendMidtermsDialog)
    assert "Fleur van Zonnedauw" in words(dialog)
    dialog.folder.setText(str(tmp_path / "uit"))
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    sending = front(SendingMidtermsDialog)
    settle(qtbot, context)
    assert sending.sending is not None
    assert len(sending.sending.files) == 2
    QTest.keyClick(sending, Qt.Key.Key_Escape)
    (line,) = context.application.midterms.overview.lines()
    link = students.details.findChild(QPushButton, "midterm")
    assert link is not None
    assert link.text() == "20 Jan 2026 · sent out"
    QTest.keyClick(link, Qt.Key.Key_Space)
    assert navigator.steps == [("midterm", line.id)]


def test_who_is_where_and_who_is_late_go_to_a_workbook_of_what_the_list_shows(
    qtbot: QtBot, page: MidtermsPage, context: Context, app: Application, fleur: Student, clock: Clock, tmp_path: Path
) -> None:
    one_in(app, fleur)
    both_in(app, others(app)[1])
    clock.move(days=20)
    page.list.late.click()
    settle(qtbot, context)
    assert page.list.overview.isVisible()
    papers = app.midterms.papers
    for name, write in (("wie.xlsx", papers.write_overview), ("laat.xlsx", papers.write_reminders)):
        page.list.saving.save(tmp_path / name, lambda path, write=write: write(path, "nl", page.list.table.wanted))
        settle(qtbot, context)
        assert f"Saved as {name}. This file is not encrypted." in words(page)
    cells = [
        str(cell) for name in ("wie.xlsx", "laat.xlsx") for sheet in load_workbook(tmp_path / name)
        for row in sheet.iter_rows(values_only=True) for cell in row if cell
    ]  # fmt: skip
    assert any("Mees Appelboom" in one for one in cells)
    assert not any("Isa" in one for one in cells)


def test_files_are_chosen_by_key_as_well(
    qtbot: QtBot, page: MidtermsPage, context: Context, app: Application, fleur: Student, tmp_path: Path
) -> None:
    files = sent_out(app, tmp_path / "uit", fleur)
    page.activateWindow()
    QTest.keyClick(page, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    dialog.close()
    dialog.filesSelected.emit([str(fill(files[MENTOR], MENTOR_SAYS))])
    taken = receiving(qtbot, context, page)
    assert [line[2:] for line in rows(taken.list)] == [["mentor", "in"]]
