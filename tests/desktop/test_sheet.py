"""An assessor scores a dossier in a real window by keyboard alone."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from assessor.application import Application
from assessor.desktop.context import Context
from assessor.desktop.furniture.texts import PAUSE_MS
from assessor.desktop.sheet.criterion import CriterionCard
from assessor.desktop.sheet.page import SheetPage
from assessor.domain.calibration.conclusion import Destination, Status
from assessor.domain.dossier import State
from assessor.domain.ratings import Place, Source
from assessor.domain.student import Student
from assessor.domain.text import day_text
from assessor.services.changes import Change
from assessor.storage.failures import disk_full
from assessor.storage.unit import Unit
from assessor.storage.workspace import Workspace
from tests.desktop.calibration_stories import prepared
from tests.desktop.conftest import RecordingNavigator, Told
from tests.services.conftest import ROLES
from tests.services.stories import begun, finalised, scored

pytestmark = pytest.mark.usefixtures("noor")


def opened(qtbot: QtBot, context: Context, dossier_id: str) -> SheetPage:
    page = SheetPage(context, dossier_id)
    qtbot.addWidget(page)
    page.resize(1200, 780)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    page.show_pane(page.current)
    return page


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def card() -> CriterionCard:
    widget = focused()
    assert isinstance(widget, CriterionCard)
    return widget


def press(*keys: Qt.Key | str, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        if isinstance(key, str):
            QTest.keyClicks(focused(), key, modifier)
        else:
            QTest.keyClick(focused(), key, modifier)


CTRL = Qt.KeyboardModifier.ControlModifier


def test_36_criteria_are_scored_by_keyboard_alone(
    qtbot: QtBot, context: Context, app: Application, fleur: Student, navigator: RecordingNavigator
) -> None:
    dossier = begun(app, fleur)
    page = opened(qtbot, context, dossier.id)
    visited = []
    for number in range(36):
        visited.append(card().criterion.code)
        press("vgo"[number % 3] if number % 2 else str(number % 3 + 1))
        press("n" if number == 7 else "", Qt.Key.Key_Down)

    marks = app.work.dossier(dossier.id).sheet.marks
    assert visited == list(page.instrument.criteria)
    assert len(marks) == 36
    assert marks["1.8"] == "N"
    assert marks["1.1"] == "O"
    assert page.count.text() == "36 of 36"
    assert focused() is page.stack.currentWidget().fields[Place.STRENGTH].field  # type: ignore[union-attr]
    press("Zij ziet elk kind.")
    press(Qt.Key.Key_Return, modifier=CTRL)
    assert navigator.steps == [("dossier", dossier.id, "check", "")]
    assert app.work.dossier(dossier.id).sheet.passage(Place.STRENGTH) == "Zij ziet elk kind."


def test_no_level_is_chosen_beforehand_and_delete_clears_one(
    qtbot: QtBot, context: Context, app: Application, fleur: Student
) -> None:
    dossier = begun(app, fleur)
    opened(qtbot, context, dossier.id)
    first = card()
    assert not any(first.levels.button(mark).isChecked() for mark in "OVGN")

    press("g")
    assert first.levels.button("G").isChecked()
    press(Qt.Key.Key_Delete)
    assert app.work.dossier(dossier.id).sheet.rating("1.1").mark is None
    qtbot.mouseClick(first.levels.button("V"), Qt.MouseButton.LeftButton)
    assert app.work.dossier(dossier.id).sheet.rating("1.1").mark == "V"
    qtbot.mouseClick(first.levels.button("V"), Qt.MouseButton.LeftButton)
    assert app.work.dossier(dossier.id).sheet.rating("1.1").mark is None


def test_t_opens_the_toelichting_where_digits_are_text_and_esc_returns(
    qtbot: QtBot, context: Context, app: Application, fleur: Student
) -> None:
    dossier = begun(app, fleur)
    opened(qtbot, context, dossier.id)
    first = card()
    press("t")
    assert focused() is first.note
    press("In week 2 en 3 gezien.")
    press(Qt.Key.Key_Escape)

    assert card() is first
    rating = app.work.dossier(dossier.id).sheet.rating("1.1")
    assert (rating.note, rating.mark) == ("In week 2 en 3 gezien.", None)


def test_text_being_typed_is_a_draft_that_survives_a_crash(
    qtbot: QtBot, context: Context, app: Application, fleur: Student
) -> None:
    dossier = begun(app, fleur)
    page = opened(qtbot, context, dossier.id)
    with qtbot.waitSignal(page.scribe.saved):
        press("t", "Begint rus")
    assert app.assessments.drafts(dossier.id) == {"note:1.1": "Begint rus"}
    app.assessments.keep_draft(dossier.id, Place.motivation("1"), "Laat zien dat")

    again = opened(qtbot, context, dossier.id)
    pane = again.stack.currentWidget()
    assert pane.cards[0].note.toPlainText() == "Begint rus"  # type: ignore[union-attr]
    again.leave()
    sheet = app.work.dossier(dossier.id).sheet
    assert (sheet.rating("1.1").note, sheet.passage(Place.motivation("1"))) == ("Begint rus", "Laat zien dat")


def test_a_source_is_chosen_beside_the_toelichting_of_models_1_and_2(
    qtbot: QtBot, context: Context, app: Application, fleur: Student
) -> None:
    dossier = begun(app, fleur)
    page = opened(qtbot, context, dossier.id)
    first = card()
    assert first.sources is not None
    for source in (Source.MENTOR, Source.SEEN):
        qtbot.mouseClick(first.sources._buttons[source], Qt.MouseButton.LeftButton)
    assert app.work.dossier(dossier.id).sheet.rating("1.1").sources == {Source.MENTOR, Source.SEEN}
    page.show_pane("4")
    assert card().sources is None


def test_undo_takes_back_the_last_change_and_goes_there(
    qtbot: QtBot, context: Context, app: Application, fleur: Student
) -> None:
    dossier = begun(app, fleur)
    page = opened(qtbot, context, dossier.id)
    press("v", Qt.Key.Key_Down)
    page.show_pane("4")
    press("z", modifier=CTRL)

    assert card().criterion.code == "1.1"
    assert not card().levels.button("V").isChecked()
    assert app.work.dossier(dossier.id).sheet.rating("1.1").mark is None
    press("y", modifier=CTRL)
    assert card().levels.button("V").isChecked()
    press("z", "z", modifier=CTRL)
    assert page.saved.text() == "Nothing to undo"


def test_next_unfinished_walks_over_the_models_and_round(
    qtbot: QtBot, context: Context, app: Application, fleur: Student
) -> None:
    dossier = scored(app, fleur)
    for code in ("2.4", "5.1"):
        app.assessments.rate(dossier.id, code, None)
    page = opened(qtbot, context, dossier.id)
    assert page.current == "2"
    page.show_pane("3")
    press("n", modifier=CTRL)
    assert card().criterion.code == "5.1"
    press("n", modifier=CTRL)
    assert card().criterion.code == "2.4"
    press("v", "n", modifier=Qt.KeyboardModifier.NoModifier)
    app.assessments.rate(dossier.id, "5.1", "V")
    press("n", modifier=CTRL)
    assert page.current == ""


def test_the_sheet_says_what_was_saved_and_how_far_it_is(
    qtbot: QtBot, context: Context, app: Application, fleur: Student
) -> None:
    page = opened(qtbot, context, begun(app, fleur).id)
    press("v")
    assert page.saved.text().startswith("Saved ")
    assert page.count.text() == "1 of 36"
    assert page._tabs["1"].text().endswith("1/8")
    assert "voldoende" not in page.title.text()


def test_a_screen_reader_hears_criterion_level_and_descriptors(
    qtbot: QtBot, context: Context, app: Application, fleur: Student
) -> None:
    opened(qtbot, context, begun(app, fleur).id)
    press("v")
    assert card().accessibleName() == "1.1  Relation and safety in the group: sufficient"
    assert card().accessibleDescription().startswith("insufficient: Pupils cannot tell")


def test_a_place_named_by_the_check_page_is_found(
    qtbot: QtBot, context: Context, app: Application, fleur: Student
) -> None:
    page = opened(qtbot, context, begun(app, fleur).id)
    for place, current in (
        ("rating:4.6", "4"),
        (Place.motivation("3"), "3"),
        (Place.formative_answer("F1", 0), "1"),
        (Place.DEVELOPMENT, ""),
        (Place.announced("2"), "2"),
    ):
        page.show_place(place)
        assert page.current == current
    page.show_place("rating:4.6")
    assert card().criterion.code == "4.6"


def test_where_words_or_a_source_are_asked_for_letters_set_no_level(
    qtbot: QtBot, context: Context, app: Application, fleur: Student
) -> None:
    dossier = begun(app, fleur)
    app.assessments.rate(dossier.id, "1.2", "V")
    page = opened(qtbot, context, dossier.id)
    page.show_place("note:1.2")
    press("Nog")
    page.show_place("source:1.2")
    press(" ")
    rating = app.work.dossier(dossier.id).sheet.rating("1.2")
    assert (rating.mark, rating.note, rating.sources) == ("V", "Nog", frozenset({Source.SEEN}))


def test_a_definitief_dossier_can_be_read_and_not_changed(
    qtbot: QtBot, context: Context, app: Application, fleur: Student, navigator: RecordingNavigator
) -> None:
    dossier = finalised(app, fleur)
    page = opened(qtbot, context, dossier.id)
    press("o")
    assert app.work.dossier(dossier.id).sheet.rating("1.1").mark == "V"
    assert any("This dossier is final" in label.text() for label in page.findChildren(QLabel))
    assert card().note.isReadOnly()


def test_the_dossier_of_another_assessor_can_be_read_and_not_changed(
    qtbot: QtBot, context: Context, app: Application, fleur: Student, told: Told
) -> None:
    dossier = scored(app, fleur)
    other, _ = app.people.add("Bram Esdoornveld", ROLES)
    app.people.sign_in(other.id)
    page = opened(qtbot, context, dossier.id)
    press("o")
    assert any("This is the dossier of Noor Wilgenhout." in label.text() for label in page.findChildren(QLabel))
    assert card().note.isReadOnly()
    page.show_pane("")
    assert page.stack.currentWidget().fields[Place.STRENGTH].field.isReadOnly()  # type: ignore[union-attr]
    assert page.leave()
    assert told.errors == []
    assert app.work.dossier(dossier.id).sheet.rating("1.1").mark == "V"


def test_a_refusal_shows_again_what_is_stored(
    qtbot: QtBot, context: Context, app: Application, fleur: Student, told: Told
) -> None:
    dossier = begun(app, fleur)
    page = opened(qtbot, context, dossier.id)
    other, _ = app.people.add("Bram Esdoornveld", ROLES)
    app.people.sign_in(other.id)
    press("v")
    assert [error.code for error in told.errors] == ["not-your-dossier"]
    assert not card().levels.button("V").isChecked()
    page.undo()
    assert len(told.errors) == 2


def _full(_workspace: Workspace) -> AbstractContextManager[Unit]:
    raise disk_full()


def test_words_that_could_not_be_stored_stay_on_screen_until_they_are(
    qtbot: QtBot,
    context: Context,
    app: Application,
    fleur: Student,
    told: Told,
    navigator: RecordingNavigator,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    dossier = begun(app, fleur)
    page = opened(qtbot, context, dossier.id)
    with monkeypatch.context() as patched:
        patched.setattr(Workspace, "writing", _full)
        press("t", "Groet elk kind")
        qtbot.waitUntil(lambda: len(told.errors) == 1)
        press(" bij de deur")
        qtbot.wait(PAUSE_MS + 200)
        assert [error.code for error in told.errors] == ["disk-full"]
        assert page.saved.text() == "Not saved"

        press(Qt.Key.Key_Return, modifier=CTRL)
        assert navigator.steps == []
        assert not page.leave()
        page.show_stored()
        note = page.stack.currentWidget().cards[0].note  # type: ignore[union-attr]
        assert note.toPlainText() == "Groet elk kind bij de deur"

    press(Qt.Key.Key_Return, modifier=CTRL)
    assert navigator.steps == [("dossier", dossier.id, "check", "")]
    assert app.work.dossier(dossier.id).sheet.rating("1.1").note == "Groet elk kind bij de deur"


def test_a_change_elsewhere_is_seen_and_what_is_typed_is_not_lost(
    qtbot: QtBot, context: Context, app: Application, fleur: Student
) -> None:
    dossier = begun(app, fleur)
    page = opened(qtbot, context, dossier.id)
    press("t", "Half getypt")
    app.assessments.rate(dossier.id, "1.2", "G")
    page.refresh((Change("dossier", dossier.id, "rating:1.2"),))
    pane = page.stack.currentWidget()
    assert pane.cards[1].levels.button("G").isChecked()  # type: ignore[union-attr]
    assert app.work.dossier(dossier.id).sheet.rating("1.1").note == "Half getypt"
    page.refresh((Change("dossier", "another"),))


def test_a_resit_shows_what_was_taken_over_but_does_not_let_it_change(
    qtbot: QtBot, context: Context, app: Application, fleur: Student
) -> None:
    from assessor.domain.dossier import Activity, ResitScope

    failed = finalised(app, fleur, _4_1="O")
    resit, _ = app.results.resit(failed.id, ResitScope.INSUFFICIENT, Activity(datetime(2026, 1, 20, tzinfo=UTC).date()))
    page = opened(qtbot, context, resit.id)
    assert page.current == "4"
    page.show_pane("1")
    press("g")
    assert app.work.dossier(resit.id).sheet.rating("1.1").mark == "V"
    assert resit.state is State.CONCEPT


def test_an_accepted_agreement_stands_beside_its_criterion_and_says_that_it_is_no_part_of_it(
    qtbot: QtBot, context: Context, app: Application, fleur: Student
) -> None:
    dossier = begun(app, fleur)
    session = prepared(app)
    conclude = app.calibration.concluding
    agreed, _ = conclude.agree(session.id, "Een doel noemt wat een leerling kan", Destination.CONSTRUCTION, "1.1", "")
    assert said_beside(opened(qtbot, context, dossier.id), "1.1") == ""
    conclude.decide(session.id, agreed.id, Status.ACCEPTED, app.desk.today())
    said = said_beside(opened(qtbot, context, dossier.id), "1.1")
    day = app.desk.today()
    label = f"Agreement of the calibration session of {day_text(day).en}, not part of the criterion"
    assert said == f"{label}\nEen doel noemt wat een leerling kan"


def said_beside(page: SheetPage, code: str) -> str:
    page.show_place(f"rating:{code}")
    found = next(one for one in page.findChildren(CriterionCard) if one.criterion.code == code)
    return "\n".join(one.text() for one in found.agreed)
