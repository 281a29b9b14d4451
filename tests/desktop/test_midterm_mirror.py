"""Once both forms are in: the mirror, the talk that is written beside it, and what goes to paper."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QFileDialog, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from assessor.application import Application
from assessor.desktop.context import Context
from assessor.desktop.midterm.beside import Beside
from assessor.desktop.midterm.open_view import OpenView
from assessor.desktop.midterm.page import MidtermsPage
from assessor.desktop.midterm.talk_view import ConcludeDialog, TalkSheetDialog
from assessor.domain.midterm.midterm import Midterm, MidtermState
from assessor.domain.midterm.talk import Agreement, Talk, TalkPlace
from assessor.domain.people import Person
from assessor.domain.student import Student
from tests.desktop.conftest import Told
from tests.desktop.midterm_stories import MENTOR, SECRET, STUDENT, both_in, handed_in, one_in, others, sent_to
from tests.desktop.seeing import front, settle, shown, words
from tests.exchange import outgoing
from tests.services.conftest import Clock
from tests.services.midterm.midterm_stories import midterm_of
from tests.services.stories import finalised

pytestmark = pytest.mark.usefixtures("no_network")


@pytest.fixture
def midterm(app: Application, noor: Person, fleur: Student) -> Midterm:
    return both_in(app, fleur)


@pytest.fixture
def page(qtbot: QtBot, context: Context, midterm: Midterm) -> MidtermsPage:
    made = MidtermsPage(context)
    shown(qtbot, context, made)
    made.show_midterm(midterm.id)
    qtbot.waitUntil(lambda: view(made).beside is not None)
    return made


def view(page: MidtermsPage) -> OpenView:
    assert isinstance(page.pane.view, OpenView)
    return page.pane.view


def beside(page: MidtermsPage) -> Beside:
    """The column of the talk, which comes a moment after the mirror."""
    view(page).finish()
    found = view(page).beside
    assert found is not None
    return found


def field(page: MidtermsPage, name: str) -> QWidget:
    return beside(page).talk.view.entries[name].widget


def typed(page: MidtermsPage, name: str, text: str) -> None:
    """Type into a field of the talk, and leave it."""
    widget = field(page, name)
    widget.setFocus()
    QTest.keyClicks(widget, text)
    QTest.keyClick(widget, Qt.Key.Key_Tab)


def press(page: MidtermsPage, name: str) -> None:
    found = next(one for one in page.findChildren(QAbstractButton, name) if one.isVisible())
    QTest.keyClick(found, Qt.Key.Key_Space)


def test_the_mirror_shows_the_subject_of_the_talk_first(page: MidtermsPage) -> None:
    assert view(page).mirror.picture.accessibleName().startswith("Mirror: Here your views are far apart: 1.1 ")
    view(page).finish()
    said = words(view(page).mirror)
    order = ["Agenda for the talk", "Here your views are far apart", "Here you both see work to do", "Shared strength"]
    assert sorted(order, key=said.index) == order
    assert SECRET in said
    assert "De kring werd stil" in said
    assert "Start with what goes well" in said
    assert "both: at base level" in said
    assert "From Fleur van Zonnedauw, for the talk" in said
    assert "Muziek in de kleuterklas" in said


def test_the_talk_is_written_down_by_keys_and_each_field_is_kept_when_it_is_left(
    page: MidtermsPage, app: Application, midterm: Midterm, told: Told, fleur: Student
) -> None:
    assert not beside(page).talk.conclude.isEnabled()
    typed(page, TalkPlace.DAY, "20-1-2026")
    assert "Saved " in words(page)
    assert "talk held" in page.subtitle.text()
    assert "Page of the talk updated" in words(page), "what happened is told at once"
    typed(page, TalkPlace.answer(0), "De groep is stil te krijgen.")
    criterion = field(page, TalkPlace.criterion(0))
    assert isinstance(criterion, QComboBox)
    criterion.setFocus()
    QTest.keyClicks(criterion, "1.1")
    criterion.activated.emit(criterion.currentIndex())
    typed(page, TalkPlace.what(0), "Elke dag een kring voorbereiden.")
    typed(page, TalkPlace.support(0), "Mentor kijkt mee.")
    typed(page, TalkPlace.by(0), "1 maart 2026")
    assert app.midterms.talking.talk(midterm.id) == Talk(
        date(2026, 1, 20),
        ("De groep is stil te krijgen.", "", "", ""),
        (Agreement("1.1", "Elke dag een kring voorbereiden.", "Mentor kijkt mee.", date(2026, 3, 1)),),
    )
    assert not beside(page).write_for_coach.isEnabled()
    QTest.keyClick(field(page, TalkPlace.SHARE), Qt.Key.Key_Space)
    assert beside(page).write_for_coach.isEnabled()
    press(page, "conclude")
    dialog = front(ConcludeDialog)
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert midterm_of(app, fleur).state is MidtermState.DONE
    assert "concluded" in page.subtitle.text()
    assert beside(page).talk.conclude.isHidden()
    assert beside(page).write_mirror.isHidden(), "no talk sheet can come back any more"
    assert not field(page, TalkPlace.DAY).isEnabled()
    assert page.leave()
    assert told.errors == []


def test_what_cannot_be_kept_stays_on_screen_with_its_reason(page: MidtermsPage, app: Application) -> None:
    typed(page, TalkPlace.DAY, "overmorgen")
    assert "‘overmorgen’ is no date." in words(page)
    assert "Not saved" in words(page)
    assert not page.leave()
    day = field(page, TalkPlace.DAY)
    assert isinstance(day, QLineEdit)
    day.clear()
    typed(page, TalkPlace.DAY, "1-1-2020")
    assert "cannot have been held before" in words(page)
    day.clear()
    typed(page, TalkPlace.DAY, "21-1-2026")
    assert page.leave()
    assert "cannot have been held before" not in words(page)


def test_a_text_that_is_being_typed_is_kept_when_the_page_is_left(
    page: MidtermsPage, app: Application, midterm: Midterm
) -> None:
    answer = field(page, TalkPlace.answer(1))
    answer.setFocus()
    QTest.keyClicks(answer, "Over het tempo.")
    page.show_list()
    assert not page.shows_one
    assert app.midterms.talking.talk(midterm.id).answers[1] == "Over het tempo."


def test_a_talk_sheet_with_other_content_is_looked_at_and_taken_over(
    qtbot: QtBot, context: Context, page: MidtermsPage, app: Application, midterm: Midterm, tmp_path: Path
) -> None:
    typed(page, TalkPlace.DAY, "20-1-2026")
    said = {TalkPlace.DAY: "22-1-2026", TalkPlace.criterion(0): "1.3", TalkPlace.CONCERN: "/ja"}
    page.take_files([sheet_back(app, midterm, tmp_path, said)])
    settle(qtbot, context)
    page.reload()
    beside(page)
    assert "A talk sheet with other content came back (today 14:03)." in words(page)
    next(one for one in page.findChildren(QAbstractButton) if one.text() == "Look at it…" and one.isVisible()).click()
    dialog = front(TalkSheetDialog)
    assert "now: 20-01-2026 · in the sheet: 22-01-2026" in words(dialog)
    assert "in the sheet: 1.3 Providing coherent teaching over time" in words(dialog)
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert app.midterms.talking.talk(midterm.id).day == date(2026, 1, 22)
    day = field(page, TalkPlace.DAY)
    assert isinstance(day, QLineEdit)
    assert day.text() == "22-01-2026"
    assert "came back" not in words(page)


def sheet_back(app: Application, midterm: Midterm, folder: Path, said: dict[str, str]) -> Path:
    """A gespreksblad that went out with the mirror and came back filled in."""
    paper = app.midterms.papers.write_mirror(midterm.id, folder / "spiegel.pdf", "nl")
    back = folder / "terug.pdf"
    back.write_bytes(outgoing.filled(paper.read_bytes(), said))
    return back


def test_a_talk_sheet_that_comes_back_fills_the_page_on_screen(
    qtbot: QtBot, context: Context, page: MidtermsPage, app: Application, midterm: Midterm, tmp_path: Path
) -> None:
    back = sheet_back(app, midterm, tmp_path, {TalkPlace.DAY: "22-1-2026", TalkPlace.answer(0): "De rust in de kring."})
    beside(page)
    dialog = page.take_files([back])
    assert dialog is not None
    settle(qtbot, context)
    assert "stays hidden" not in words(dialog)
    assert "1 talk sheet(s) read in." in words(dialog)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    settle(qtbot, context)
    assert app.midterms.talking.talk(midterm.id).answers[0] == "De rust in de kring."
    day = field(page, TalkPlace.DAY)
    assert isinstance(day, QLineEdit)
    assert day.text() == "22-01-2026"
    assert page.pane.isAncestorOf(page.window().focusWidget()), "the keyboard stays on the midterm"


def test_what_is_being_typed_is_recorded_before_a_talk_sheet_is_read_in(
    qtbot: QtBot, context: Context, page: MidtermsPage, app: Application, midterm: Midterm, tmp_path: Path
) -> None:
    back = sheet_back(app, midterm, tmp_path, {TalkPlace.DAY: "22-1-2026", TalkPlace.answer(0): "Van het blad."})
    answer = field(page, TalkPlace.answer(0))
    answer.setFocus()
    QTest.keyClicks(answer, "Op het scherm.")
    dialog = page.take_files([back])
    assert dialog is not None
    settle(qtbot, context)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert app.midterms.talking.talk(midterm.id).answers[0] == "Op het scherm."
    beside(page)
    assert "A talk sheet with other content came back (today 14:03)." in words(page)
    typed(page, TalkPlace.DAY, "geen dag")
    assert page.take_files([back]) is None, "what cannot be recorded stays on screen, with the reason"


def test_the_wheel_scrolls_the_page_and_chooses_no_criterion(page: MidtermsPage) -> None:
    criterion = field(page, TalkPlace.criterion(0))
    assert isinstance(criterion, QComboBox)
    middle = QPointF(criterion.rect().center())
    no_button, no_key, no_phase = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    down, inverted = QPoint(0, -120), False
    wheel = QWheelEvent(middle, criterion.mapToGlobal(middle), QPoint(), down, no_button, no_key, no_phase, inverted)
    QApplication.sendEvent(criterion, wheel)
    assert criterion.currentIndex() == 0


def test_the_papers_are_written_and_the_page_says_that_they_lie_in_clear(
    qtbot: QtBot, context: Context, page: MidtermsPage, app: Application, midterm: Midterm, tmp_path: Path, told: Told
) -> None:
    papers = app.midterms.papers
    for name, write in (
        ("spiegel.pdf", papers.write_mirror),
        ("verslag.pdf", papers.write_report),
    ):
        beside(page).saving.save(tmp_path / name, lambda path, write=write: write(midterm.id, path, "en"))
        settle(qtbot, context)
        assert f"Saved as {name}. This file is not encrypted." in words(page)
        assert "Fleur" in PdfReader(tmp_path / name).pages[0].extract_text()
    beside(page).saving.save(tmp_path / "coach.pdf", lambda path: papers.write_for_coach(midterm.id, path, "en"))
    settle(qtbot, context)
    assert [one.code for one in told.errors] == ["coach-not-asked"]
    QTest.keyClick(field(page, TalkPlace.CONCERN), Qt.Key.Key_Space)
    beside(page).saving.save(tmp_path / "coach.pdf", lambda path: papers.write_for_coach(midterm.id, path, "en"))
    settle(qtbot, context)
    assert (tmp_path / "coach.pdf").exists()
    assert "Report for the study coach made" in words(page)


def test_one_form_and_identical_forms_are_said(page: MidtermsPage, app: Application) -> None:
    _andre, isa, sam = others(app)
    alone = one_in(app, isa)
    app.midterms.overview.close(alone.id, "De mentor is weg.")
    page.show_midterm(alone.id)
    view(page).finish()
    assert "that of Mees Appelboom is missing. Closed with the reason: De mentor is weg." in words(page)

    same = sent_to(app, sam)
    both = {"level:1.1": "B1", "note:1.1": "Precies zo.", "level:1.2": "weet niet"}
    for side in (STUDENT, MENTOR):
        handed_in(app, same, side, both)
    page.show_midterm(same.id)
    view(page).finish()
    assert "word for word" in words(page)
    assert "Not understood in the form of mentor" in words(page)
    assert "weet niet" in words(page)


def test_what_moved_since_the_previous_period_is_said(
    page: MidtermsPage, app: Application, fleur: Student, clock: Clock, tmp_path: Path
) -> None:
    clock.move(days=100)
    app.midterms.send([fleur.id], tmp_path / "uit", "nl", again=True)
    newest = midterm_of(app, fleur)
    handed_in(app, newest, STUDENT, {"level:1.1": "B2"})
    handed_in(app, newest, MENTOR, {"level:1.1": "B1"})
    page.show_midterm(newest.id)
    view(page).finish()
    said = words(page)
    assert said.count("↑ higher than the previous period") == 1
    assert said.count("↓ lower than the previous period") == 1
    assert "not filled in" in said


def test_what_is_being_typed_survives_a_crash(
    qtbot: QtBot, context: Context, page: MidtermsPage, app: Application, midterm: Midterm
) -> None:
    typed(page, TalkPlace.DAY, "20-1-2026")
    answer = field(page, TalkPlace.answer(0))
    answer.setFocus()
    QTest.keyClicks(answer, "Wij zien allebei rust")
    qtbot.waitUntil(lambda: bool(app.midterms.talking.draft(midterm.id)))
    assert app.midterms.talking.talk(midterm.id).answers[0] == "", "nothing is recorded before the field is left"

    after = MidtermsPage(context)
    shown(qtbot, context, after)
    after.show_midterm(midterm.id)
    assert "What you were typing when the program stopped is here." in words(beside(after))
    widget = field(after, TalkPlace.answer(0))
    assert isinstance(widget, QPlainTextEdit)
    assert widget.toPlainText() == "Wij zien allebei rust"
    assert after.leave()
    talk = app.midterms.talking.talk(midterm.id)
    assert (talk.day, talk.answers[0]) == (date(2026, 1, 20), "Wij zien allebei rust")
    assert app.midterms.talking.draft(midterm.id) == {}


def test_a_change_elsewhere_takes_nothing_from_who_is_typing(
    page: MidtermsPage, app: Application, midterm: Midterm
) -> None:
    answer = field(page, TalkPlace.answer(2))
    answer.setFocus()
    QTest.keyClicks(answer, "Elke dag een kring")
    page.refresh(())
    assert app.midterms.talking.talk(midterm.id).answers[2] == "Elke dag een kring"
    shown_again = field(page, TalkPlace.answer(2))
    assert isinstance(shown_again, QPlainTextEdit)
    assert shown_again.toPlainText() == "Elke dag een kring"
    typed(page, TalkPlace.DAY, "geen dag")
    page.refresh(())
    day = field(page, TalkPlace.DAY)
    assert isinstance(day, QLineEdit)
    assert day.text() == "geen dag"


def test_the_practice_assessment_after_it_stands_beside_it(
    qtbot: QtBot, context: Context, app: Application, noor: Person, fleur: Student, clock: Clock
) -> None:
    clock.move(days=-5)
    midterm = both_in(app, fleur)
    clock.move(days=5)
    finalised(app, fleur, _1_1="O")
    page = MidtermsPage(context)
    shown(qtbot, context, page)
    page.show_midterm(midterm.id)
    view(page).finish()
    said = words(view(page).mirror)
    assert "The practice assessment of 19 January 2026 beside it" in said
    assert "Lower than at the midterm: " in said


def test_where_a_paper_goes_is_asked_and_a_neutral_name_is_proposed(
    qtbot: QtBot, context: Context, page: MidtermsPage, tmp_path: Path
) -> None:
    QTest.keyClick(beside(page).write_report, Qt.Key.Key_Space)
    dialog = beside(page).saving.findChild(QFileDialog)
    assert dialog is not None
    (proposed,) = dialog.selectedFiles()
    assert Path(proposed).name == "midterm-500001-2026-01-20.pdf"
    dialog.fileSelected.emit(str(tmp_path / "verslag.pdf"))
    settle(qtbot, context)
    assert (tmp_path / "verslag.pdf").exists()
    dialog.close()
