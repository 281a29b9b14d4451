"""At one laptop: the student fills in, hands it over, the mentor fills in; neither sees anything of the other."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from assessor.application import Application
from assessor.desktop.context import Context
from assessor.desktop.furniture.one_of import OneOf
from assessor.desktop.midterm.entering import EnteringPane
from assessor.desktop.midterm.entering_stages import CodeStage, DoneStage, HandOverStage, ResumeStage
from assessor.desktop.midterm.filling import FillingStage, HandInDialog
from assessor.desktop.midterm.page import MidtermsPage
from assessor.domain.midterm.midterm import Midterm, MidtermState, MidtermWay
from assessor.domain.people import Person
from assessor.domain.student import Student
from tests.desktop.conftest import Told
from tests.desktop.midterm_stories import MENTOR, SECRET, STUDENT, answers, handed_in, sent_to
from tests.desktop.seeing import front, settle, shown, words
from tests.services.midterm.midterm_stories import midterm_of

pytestmark = pytest.mark.usefixtures("no_network")


@pytest.fixture
def midterm(app: Application, noor: Person, fleur: Student) -> Midterm:
    return sent_to(app, fleur)


@pytest.fixture
def page(qtbot: QtBot, context: Context, midterm: Midterm) -> MidtermsPage:
    made = MidtermsPage(context)
    shown(qtbot, context, made)
    made.show_midterm(midterm.id)
    return made


def press(page: MidtermsPage, name: str) -> None:
    """Press the button of this name by its key."""
    found = next(one for one in page.findChildren(QAbstractButton, name) if one.isVisible())
    QTest.keyClick(found, Qt.Key.Key_Space)


def stage(page: MidtermsPage, kind: type) -> object:
    """The screen on which a side is now."""
    assert isinstance(page.pane.view, EnteringPane)
    assert isinstance(page.pane.view.stage, kind)
    return page.pane.view.stage


def filling(page: MidtermsPage) -> FillingStage:
    found = stage(page, FillingStage)
    assert isinstance(found, FillingStage)
    return found


def code(page: MidtermsPage) -> str:
    found = stage(page, CodeStage)
    assert isinstance(found, CodeStage)
    return found.code.text()


def one_of(page: MidtermsPage, name: str) -> OneOf:
    widget = filling(page).view.entries[name].widget
    assert isinstance(widget, OneOf)
    return widget


def note(page: MidtermsPage, name: str) -> QPlainTextEdit:
    widget = filling(page).view.entries[name].widget
    assert isinstance(widget, QPlainTextEdit)
    return widget


def handed_over(page: MidtermsPage) -> None:
    """Hand in, and say yes once."""
    press(page, "hand-in")
    dialog = front(HandInDialog)
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_one_after_the_other_by_keys(
    qtbot: QtBot, page: MidtermsPage, context: Context, app: Application, midterm: Midterm, told: Told, fleur: Student
) -> None:
    press(page, "scherm-student")
    said = words(page)
    assert "Fleur van Zonnedauw, this form is yours." in said
    assert "Fill in this form without consulting each other." in said
    assert "save the file" not in said
    assert len(code(page)) == 4
    assert page.pane.is_busy
    assert page.back.isHidden()
    press(page, "begin")

    level = one_of(page, "level:1.1")
    assert level.code == "", "no level is chosen beforehand"
    focused = QApplication.focusWidget()
    assert focused is level.option("B0")
    QTest.keyClick(focused, Qt.Key.Key_Right)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert level.code == "B1"
    assert "1 of 15 chosen" in words(page)
    assert "Saved " in words(page)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Delete)
    assert level.code == ""
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert level.code == "B0"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is note(page, "note:1.1")
    QTest.keyClicks(QApplication.focusWidget(), SECRET)
    note(page, "note:1.1").selectAll()
    note(page, "note:1.1").copy()
    assert QApplication.clipboard().text() == SECRET
    handed_over(page)

    stage(page, HandOverStage)
    said = words(page)
    assert "Hand the laptop to Mees Appelboom now." in said
    assert "The answers of Fleur van Zonnedauw are hidden." in said
    assert SECRET not in said
    assert QApplication.clipboard().text() == ""
    press(page, "onward")
    assert "Mees Appelboom, this form is yours." in words(page)
    press(page, "begin")
    assert note(page, "note:1.1").toPlainText() == ""
    assert not note(page, "note:1.1").document().isUndoAvailable()
    QTest.keyClick(one_of(page, "level:1.1").option("B2"), Qt.Key.Key_Space)
    handed_over(page)

    stage(page, DoneStage)
    assert "Fleur van Zonnedauw and Mees Appelboom, sit down together" in words(page)
    assert midterm_of(app, fleur).state is MidtermState.BOTH_IN
    press(page, "open-mirror")
    assert not page.pane.is_busy
    assert page.title.text() == "Fleur van Zonnedauw"
    assert told.errors == []
    settle(qtbot, context)


def test_going_on_later_asks_for_the_code(page: MidtermsPage, told: Told) -> None:
    press(page, "scherm-mentor")
    digits = code(page)
    press(page, "begin")
    QTest.keyClicks(note(page, "note:1.1"), "De kring werd stil.")
    press(page, "later")
    assert "Go on filling in" in words(page)
    assert "begun, saved today 14:03" in words(page)
    assert "De kring werd stil." not in words(page)

    press(page, "scherm-mentor")
    asked = stage(page, ResumeStage)
    assert isinstance(asked, ResumeStage)
    assert asked.code.hasFocus()
    QTest.keyClicks(asked.code, f"{(int(digits) + 1) % 10_000:04}")
    QTest.keyClick(asked.code, Qt.Key.Key_Return)
    assert "This is not the code" in words(page)
    QTest.keyClicks(asked.code, digits)
    QTest.keyClick(asked.code, Qt.Key.Key_Return)
    assert note(page, "note:1.1").toPlainText() == "De kring werd stil."
    assert told.errors == []


def test_after_too_many_wrong_codes_only_starting_again_is_left(
    page: MidtermsPage, app: Application, midterm: Midterm
) -> None:
    press(page, "scherm-mentor")
    digits = code(page)
    press(page, "not-now")
    press(page, "scherm-mentor")
    asked = stage(page, ResumeStage)
    assert isinstance(asked, ResumeStage)
    for _ in range(6):
        QTest.keyClicks(asked.code, f"{(int(digits) + 1) % 10_000:04}")
        press(page, "go-on")
    assert "stays closed" in words(page)
    press(page, "not-now")
    press(page, "papier-mentor")
    assert "too many wrong codes" in words(page)
    press(page, "anew")
    assert "erases what stood there" in words(page)
    stage(page, ResumeStage)
    press(page, "anew")
    assert "You type in what Mees Appelboom wrote on paper." in words(page)


def test_leaving_the_page_puts_the_form_away(page: MidtermsPage, app: Application, midterm: Midterm) -> None:
    press(page, "scherm-student")
    press(page, "begin")
    QTest.keyClicks(note(page, "note:1.1"), SECRET)
    assert page.leave()
    assert not page.pane.is_busy
    assert SECRET not in words(page)
    waiting = app.midterms.entering.waiting(midterm.id, STUDENT)
    assert waiting is not None


def test_from_paper_it_is_said_and_recorded_who_typed_it_in(
    page: MidtermsPage, app: Application, midterm: Midterm
) -> None:
    press(page, "papier-student")
    press(page, "begin")
    assert "That you did so is recorded: Noor Wilgenhout." in words(page)
    filling(page).view.show_values(answers(app, midterm, STUDENT))
    handed_over(page)
    assert "The form of Fleur van Zonnedauw is in" in words(page)
    press(page, "not-now")
    (receipt,) = app.midterms.overview.post(midterm.id).receipts
    assert receipt.way is MidtermWay.PAPER
    assert "typed in from paper" in words(page)


def test_an_empty_form_is_not_handed_in(page: MidtermsPage) -> None:
    press(page, "scherm-student")
    press(page, "begin")
    press(page, "hand-in")
    dialog = front(HandInDialog)
    assert "15 choice(s) not made yet" in words(dialog)
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.isVisible()
    assert "Nothing was filled in yet." in words(dialog)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    filling(page)


def test_a_form_that_came_in_meanwhile_is_not_begun_again(
    page: MidtermsPage, app: Application, midterm: Midterm, told: Told
) -> None:
    handed_in(app, midterm, STUDENT)
    press(page, "scherm-student")
    assert [one.code for one in told.errors] == ["form-is-in"]
    assert not page.pane.is_busy
    assert "in, hidden" in words(page)


def test_changes_elsewhere_never_disturb_who_is_filling_in(
    page: MidtermsPage, app: Application, midterm: Midterm
) -> None:
    press(page, "scherm-student")
    press(page, "begin")
    QTest.keyClicks(note(page, "note:1.1"), "Half een zin")
    handed_in(app, midterm, MENTOR)
    page.refresh(())
    assert note(page, "note:1.1").toPlainText() == "Half een zin"


def test_on_a_full_disk_the_words_stay_on_screen_until_there_is_room(
    qtbot: QtBot, page: MidtermsPage, app: Application, midterm: Midterm, told: Told
) -> None:
    press(page, "scherm-student")
    digits = code(page)
    press(page, "begin")
    view = filling(page).view
    long = {name: "De kring werd stil. " * 50 for name in view.entries if name.startswith("note:")}
    disk_ends(app, more=0)
    view.show_values(long)
    QTest.keyClicks(note(page, "note:1.1"), SECRET)
    qtbot.waitUntil(lambda: told.errors != [])
    assert [one.code for one in told.errors] == ["disk-full"]
    assert "Not saved" in words(page)
    with qtbot.waitSignal(view.paused):
        QTest.keyClicks(note(page, "note:1.1"), " en nog iets")
    assert len(told.errors) == 1, "of pauses that are refused one after another the first is told"
    assert not page.leave()
    press(page, "later")
    assert note(page, "note:1.1").toPlainText().startswith(SECRET + " en nog iets")
    press(page, "hand-in")
    dialog = front(HandInDialog)
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert filling(page).view is view

    disk_ends(app, more=1_000_000)
    press(page, "later")
    assert "begun, saved today 14:03" in words(page)
    press(page, "scherm-student")
    asked = stage(page, ResumeStage)
    assert isinstance(asked, ResumeStage)
    QTest.keyClicks(asked.code, digits)
    QTest.keyClick(asked.code, Qt.Key.Key_Return)
    assert note(page, "note:1.1").toPlainText().startswith(SECRET + " en nog iets")


def disk_ends(app: Application, more: int) -> None:
    """Let the workspace grow by so many pages and no further."""
    with app.desk.workspace.writing() as unit:
        pages = unit.connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        unit.connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + more}")
