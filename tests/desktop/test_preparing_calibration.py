"""Preparing a session by its screens: casussen with what goes with them, people from a list, rooms and draaiboek."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from assessor.application import Application
from assessor.desktop.calibration.casus_card import CasusCard
from assessor.desktop.calibration.casus_dialogs import CasusDialog, CasusReferenceDialog, EarlierCasusDialog
from assessor.desktop.calibration.people import InviteDialog, WithdrawDialog
from assessor.desktop.calibration.preparation import PreparationStep
from assessor.desktop.calibration.room_dialog import RoomDialog
from assessor.desktop.context import Context
from assessor.desktop.dialogs.prepare_calibration import PrepareCalibrationDialog
from assessor.desktop.pages.calibration import CalibrationPage
from assessor.domain.calibration.round import ReturnWay
from assessor.domain.calibration.script import ScriptKind
from assessor.domain.calibration.session import Session
from assessor.domain.people import Person, Role
from assessor.services.calibration.intake import Incoming
from tests.desktop.calibration_stories import NAMES, prepared
from tests.desktop.conftest import Told
from tests.desktop.test_calibration import dialog_of, press, step, wait, words
from tests.exchange.attached import pdf
from tests.services.conftest import Clock

pytestmark = pytest.mark.usefixtures("no_network")


@pytest.fixture
def page(qtbot: QtBot, context: Context, noor: Person) -> CalibrationPage:
    made = CalibrationPage(context)
    qtbot.addWidget(made)
    made.resize(1100, 760)
    with qtbot.waitExposed(made):
        made.show()
    made.reload()
    return made


@pytest.fixture
def session(app: Application, page: CalibrationPage) -> Session:
    """A prepared session, on screen."""
    made = prepared(app)
    page.reload()
    page.show_session(made.id)
    return made


def settle() -> None:
    """Let what was thrown away go, and what came show itself."""
    QTest.qWait(20)


def card(page: CalibrationPage) -> CasusCard:
    settle()
    return next(one for one in page.findChildren(CasusCard) if one.isVisibleTo(page))


def confirm(dialog: QWidget) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()


def click(page: CalibrationPage, text: str) -> None:
    next(one for one in page.findChildren(QAbstractButton) if one.text() == text and one.isVisibleTo(page)).click()


def test_files_go_with_a_case_come_out_in_clear_and_go(
    qtbot: QtBot, page: CalibrationPage, app: Application, session: Session, tmp_path: Path, told: Told
) -> None:
    lesson, strange = tmp_path / "lesformulier.pdf", tmp_path / "vreemd.bin"
    lesson.write_bytes(pdf())
    strange.write_bytes(b"MZ\x90\x00")
    card(page).take_files([lesson])
    wait(qtbot, page, lambda: "lesformulier.pdf" in words(page))
    card(page).take_files([strange])
    wait(qtbot, page, lambda: "vreemd.bin" in words(page))
    (file,) = app.calibration.cases.files(session.id)[app.calibration.preparing.casussen(session.id)[0].id]
    card(page).save_to(file, tmp_path / "kopie.pdf")
    wait(qtbot, page, lambda: "not encrypted" in words(card(page)))
    assert (tmp_path / "kopie.pdf").read_bytes() == lesson.read_bytes()
    click(page, "Remove")
    assert "lesformulier.pdf" not in words(card(page))
    assert told.errors == []


def test_a_second_case_is_added_and_mended_and_bears_a_reference(
    page: CalibrationPage, app: Application, session: Session
) -> None:
    press(page, "add-casus")
    dialog = dialog_of(page, CasusDialog)
    assert isinstance(dialog, CasusDialog)
    confirm(dialog)
    assert "no name yet" in words(dialog)
    QTest.keyClicks(dialog.code, "A")
    QTest.keyClicks(dialog.consent, "by mail")
    dialog.anonymised.click()
    confirm(dialog)
    assert "same name" in words(dialog)
    dialog.kind.setCurrentIndex(dialog.kind.findData("video"))
    assert dialog.about.placeholderText() == "Subject, where the video lies, how long it is"
    dialog.code.setText("B")
    confirm(dialog)
    first, second = app.calibration.preparing.casussen(session.id)
    assert second.code == "B"
    assert "The video itself is not kept here." in words(page)

    press(page, "change-B")
    dialog = dialog_of(page, CasusDialog)
    assert isinstance(dialog, CasusDialog)
    assert dialog.code.isReadOnly()
    QTest.keyClicks(dialog.about, "fractions")
    confirm(dialog)
    assert app.calibration.preparing.casussen(session.id)[1].description == "fractions"

    press(page, "refer-A")
    asked = dialog_of(page, CasusReferenceDialog)
    assert isinstance(asked, CasusReferenceDialog)
    choice = asked.choices["3.2"]
    assert choice.findData("N") == -1, "not observed is no reference"
    choice.setCurrentIndex(choice.findData("V"))
    confirm(asked)
    assert app.calibration.cases.reference(first.id) == {"3.2": "V"}
    press(page, "refer-A")
    again = dialog_of(page, CasusReferenceDialog)
    assert isinstance(again, CasusReferenceDialog)
    assert again.choices["3.2"].code == "V"
    again.reject()


def test_a_case_of_an_earlier_year_is_used_again(
    page: CalibrationPage, app: Application, session: Session, clock: Clock
) -> None:
    press(page, "earlier-casus")
    nothing = dialog_of(page, EarlierCasusDialog)
    assert isinstance(nothing, EarlierCasusDialog)
    assert "No earlier session" in words(nothing)
    assert not nothing.confirm.isEnabled()
    nothing.reject()
    clock.move(days=300)
    this_year = prepared(app)
    page.reload()
    page.show_session(this_year.id)
    press(page, "earlier-casus")
    dialog = dialog_of(page, EarlierCasusDialog)
    assert isinstance(dialog, EarlierCasusDialog)
    confirm(dialog)
    again = app.calibration.preparing.casussen(this_year.id)[1]
    assert again.code == "B", "A is in use here"
    assert again.origin_id == app.calibration.preparing.casussen(session.id)[0].id
    assert "A case of an earlier year" in words(page)


def test_people_come_from_a_list_and_who_is_known_is_ticked(
    qtbot: QtBot, page: CalibrationPage, app: Application, session: Session, tmp_path: Path, told: Told
) -> None:
    app.people.add("Sjoukje Terpstra", frozenset({Role.ASPIRANT}))
    path = tmp_path / "lijst.csv"
    path.write_text(
        "Naam,School,Mail\nSJOUKJE terpstra,,\nBo Dijk,De Linde,bo@voorbeeld.nl\nBo Dijk,De Eik,\n", encoding="utf-8"
    )
    press(page, "add-participants")
    dialog = dialog_of(page, InviteDialog)
    assert isinstance(dialog, InviteDialog)
    dialog.people.take_list(tmp_path / "nergens.csv")
    wait(qtbot, page, lambda: bool(told.errors))
    for _ in range(2):  # The same list twice adds nobody twice.
        dialog.people.take_list(path)
        wait(qtbot, page, lambda: dialog.people.count.text().startswith("3 "))
    confirm(dialog)
    people = app.calibration.preparing.participants(session.id)
    assert len(people) == len(NAMES) + 3
    known = next(one for one in people if one.name == "Sjoukje Terpstra")
    assert known.person_id is not None
    assert known.aspirant
    twins = [one for one in people if one.name == "Bo Dijk"]
    assert {(one.organisation, one.mail) for one in twins} == {("De Linde", "bo@voorbeeld.nl"), ("De Eik", "")}


def test_a_room_gets_a_name_and_people_of_another(page: CalibrationPage, app: Application, session: Session) -> None:
    app.calibration.preparing.make_rooms(session.id, 2)
    page.reload()
    first, second = app.calibration.preparing.rooms(session.id)
    press(page, f"change-{second.name}")
    dialog = dialog_of(page, RoomDialog)
    assert isinstance(dialog, RoomDialog)
    dialog.name.setText("Aula")
    dialog.list.item(0).setCheckState(Qt.CheckState.Checked)
    assert "4 participant(s) then" in words(dialog)
    assert "talks best with 6 to 12" in words(dialog)
    confirm(dialog)
    assert [one.name for one in app.calibration.preparing.rooms(session.id)] == [first.name, "Aula"]
    people = app.calibration.preparing.participants(session.id)
    assert sum(one.room_id == second.id for one in people) == 4
    assert "Aula" in words(page)


def test_the_draaiboek_becomes_long(page: CalibrationPage, app: Application, session: Session) -> None:
    preparing = step(page, "prepare")
    assert isinstance(preparing, PreparationStep)
    preparing.script.setCurrentIndex(preparing.script.findData(ScriptKind.LONG.value))
    preparing.script.activated.emit(1)
    assert app.calibration.preparing.session(session.id).script is ScriptKind.LONG
    assert sum(one.minutes for one in app.calibration.preparing.draaiboek(session.id)) == 150


def test_a_second_session_is_held_on_a_day_that_is_there(
    page: CalibrationPage, app: Application, session: Session
) -> None:
    page.show_list()
    QTest.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    dialog = dialog_of(page, PrepareCalibrationDialog)
    assert isinstance(dialog, PrepareCalibrationDialog)
    dialog.on_day.setCurrentIndex(1)
    assert not dialog.place.isEnabled()
    dialog.consent.setText("by mail")
    dialog.anonymised.click()
    QTest.keyClicks(dialog.people.typed, "Geert Late")
    QTest.keyClick(dialog.people.typed, Qt.Key.Key_Return)
    confirm(dialog)
    sessions = app.calibration.preparing.lines()
    assert len(sessions) == 2
    assert {line.session.day_id for line in sessions} == {session.day_id}


def test_once_somebody_scores_a_case_stays_as_it_is(page: CalibrationPage, app: Application, session: Session) -> None:
    app.calibration.rounds.open(session.id)
    page.reload()
    step(page, "prepare")
    settle()
    names = {one.objectName() for one in page.findChildren(QAbstractButton) if one.isVisibleTo(page)}
    assert not names & {"add-casus", "earlier-casus", "attach-A"}
    assert "change-A" in names


def test_who_was_added_by_mistake_is_taken_out_again(page: CalibrationPage, app: Application, session: Session) -> None:
    app.calibration.rounds.open(session.id)
    people = app.calibration.preparing.participants(session.id)
    incoming = Incoming(people[0].id, {"A": {"3.1": "V"}})
    app.calibration.rounds.receive(session.id, [incoming], ReturnWay.PAPER)
    page.reload()
    step(page, "prepare")
    press(page, "withdraw-participants")
    dialog = dialog_of(page, WithdrawDialog)
    assert isinstance(dialog, WithdrawDialog)
    for number in (0, 1):
        dialog.list.item(number).setCheckState(Qt.CheckState.Checked)
    confirm(dialog)
    assert f"Scores of {people[0].name} are in already" in words(dialog)
    dialog.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    confirm(dialog)
    left = app.calibration.preparing.participants(session.id)
    assert [one.id for one in left] == [one.id for one in people if one.id != people[1].id]
    (room,) = app.calibration.preparing.rooms(session.id)
    assert people[1].id not in {room.moderator_id, room.secretary_id, room.timekeeper_id}
    assert app.calibration.rounds.board(session.id).invited == len(NAMES) - 1


def test_what_prepares_a_session_fits_on_a_small_screen_and_says_no_more_than_is_true(
    page: CalibrationPage, app: Application
) -> None:
    press(page, "prepare")
    dialog = dialog_of(page, PrepareCalibrationDialog)
    assert isinstance(dialog, PrepareCalibrationDialog)
    screen = dialog.screen().availableSize().height()
    assert screen <= 800, "a screen as small as that of a school laptop"
    dialog.instrument.setCurrentIndex(1 - dialog.instrument.currentIndex())
    settle()
    titles = [one for one in dialog._work.findChildren(QLabel) if one.buddy() in dialog.models.values()]
    titles = [one for one in titles if one.isVisibleTo(dialog)]
    assert len(titles) == len(dialog.models)
    assert all(one.height() >= one.heightForWidth(one.width()) for one in titles), "a title is cut off"

    low = dialog.screen().availableGeometry().bottom()
    dialog.move(0, low - dialog.height() // 2)
    confirm(dialog)
    assert "not noted that this case is anonymised" in words(dialog)
    assert not dialog.anonymised.visibleRegion().isEmpty(), "what has to be mended is in sight"
    assert dialog.frameGeometry().bottom() <= low
    dialog.anonymised.click()
    QTest.keyClicks(dialog.consent, "by mail")
    confirm(dialog)
    assert "Nobody takes part yet" in words(dialog)
    assert dialog.height() <= screen
    assert dialog.confirm.mapTo(dialog, dialog.confirm.rect().bottomRight()).y() < dialog.height()
    QTest.keyClicks(dialog.people.typed, "Fenna Kuiper")
    QTest.keyClick(dialog.people.typed, Qt.Key.Key_Return)
    settle()
    assert "Nobody takes part yet" not in visible_words(dialog)
    confirm(dialog)
    assert len(app.calibration.preparing.lines()) == 1


def visible_words(dialog: QWidget) -> str:
    return "\n".join(one.text() for one in dialog.findChildren(QLabel) if one.isVisibleTo(dialog))
