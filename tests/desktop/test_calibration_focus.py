"""Where the keys are in a session: nobody is thrown out of the step when it is shown anew."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from assessor.application import Application
from assessor.desktop.calibration.casus_card import CasusCard
from assessor.desktop.context import Context
from assessor.desktop.furniture.form import Choice
from assessor.desktop.furniture.surfaces import Banner
from assessor.desktop.pages.calibration import CalibrationPage
from assessor.domain.calibration.conclusion import Destination
from assessor.domain.people import Person
from assessor.services.changes import Changes
from tests.desktop.calibration_stories import collected, prepared, revealed
from tests.desktop.test_calibration import activate, press, wait, words
from tests.exchange.attached import pdf

pytestmark = pytest.mark.usefixtures("no_network")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def page(qtbot: QtBot, window: QWidget, context: Context, noor: Person) -> CalibrationPage:
    """The page beside a rail, as in the window: what is thrown away would leave the keys there."""
    made, rail = CalibrationPage(context), QLineEdit()
    layout = QVBoxLayout(window)
    layout.addWidget(rail)
    layout.addWidget(made)
    window.resize(1100, 760)

    def changed(changes: Changes, initiator: object) -> None:
        if initiator is not made:
            made.refresh(changes)

    context.hub.changed.connect(changed)
    with qtbot.waitExposed(window):
        window.show()
    activate(window)
    made.reload()
    return made


def focus(page: CalibrationPage) -> QWidget:
    QTest.qWait(20)
    found = QApplication.focusWidget()
    assert found is not None
    assert page.isAncestorOf(found), "the keys left the page"
    return found


def card(page: CalibrationPage) -> CasusCard:
    QTest.qWait(20)
    return next(one for one in page.findChildren(CasusCard) if one.isVisibleTo(page))


def test_who_opens_the_round_goes_on_at_the_step_that_comes_next(page: CalibrationPage, app: Application) -> None:
    page.reload()
    page.show_session(prepared(app).id)
    page.findChild(QWidget, "open-round").setFocus()
    press(page, "open-round")
    assert focus(page) is page.session.tabs["collect"]


def test_a_step_by_its_key_takes_the_keys_along(page: CalibrationPage, app: Application) -> None:
    page.reload()
    page.show_session(collected(app, 3).id)
    QTest.keyClick(page.session, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert focus(page) is page.session.tabs["reveal"]


def test_what_is_shown_anew_leaves_the_keys_where_they_were(page: CalibrationPage, app: Application) -> None:
    page.reload()
    page.show_session(collected(app, 3).id)
    page.findChild(QWidget, "read-file").setFocus()
    page.session.reload()
    assert focus(page).objectName() == "read-file"


def test_a_file_that_is_refused_is_named_beside_those_that_are_taken(
    qtbot: QtBot, page: CalibrationPage, app: Application, tmp_path: Path
) -> None:
    lesson, film = tmp_path / "lesformulier.pdf", tmp_path / "les.mp4"
    lesson.write_bytes(pdf())
    film.write_bytes(b"\x00\x00\x00\x20ftypisom" + bytes(64))
    page.reload()
    page.show_session(prepared(app).id)
    attach = page.findChild(QWidget, "attach-A")
    attach.setFocus()
    card(page).take_files([lesson, film])
    wait(qtbot, page, lambda: "lesformulier.pdf" in words(card(page)))
    assert "les.mp4: A video is not kept here" in words(card(page))
    assert focus(page).objectName() == "attach-A"
    next(
        one for one in card(page).findChildren(QWidget) if one.accessibleName() == "Remove lesformulier.pdf"
    ).setFocus()
    QTest.keyClick(focus(page), Qt.Key.Key_Space)
    assert "lesformulier.pdf" not in words(card(page))
    assert focus(page).objectName() == "attach-A"


def test_who_reveals_goes_on_at_what_is_revealed(qtbot: QtBot, page: CalibrationPage, app: Application) -> None:
    session = collected(app)
    app.calibration.rounds.close(session.id)
    page.reload()
    page.show_session(session.id)
    page.findChild(QWidget, "reveal").setFocus()
    press(page, "reveal")
    wait(qtbot, page, lambda: page.findChild(QWidget, "to-discuss") is not None)
    assert focus(page).objectName() == "to-discuss"


def test_where_the_room_packages_went_is_in_sight(
    qtbot: QtBot, page: CalibrationPage, app: Application, tmp_path: Path
) -> None:
    page.reload()
    page.show_session(revealed(app).id)
    page.session.show_step("discuss")
    rooms = page.session.steps["discuss"].rooms  # type: ignore[attr-defined]
    rooms.write(tmp_path)
    wait(qtbot, page, rooms.save.isEnabled)
    QTest.qWait(50)
    told = next(one for one in rooms.findChildren(Banner) if one.isVisible())
    assert not told.visibleRegion().isEmpty()


def test_a_status_that_is_set_keeps_the_keys(page: CalibrationPage, app: Application) -> None:
    session = revealed(app)
    app.calibration.concluding.agree(session.id, "Goals are what pupils learn", Destination.CONSTRUCTION, "3.2")
    page.reload()
    page.show_session(session.id)
    page.session.show_step("agree")
    QTest.qWait(20)
    status = next(one for one in page.findChildren(Choice) if one.accessibleName().startswith("Status of: Goals"))
    status.setFocus()
    status.setCurrentIndex(1)
    status.activated.emit(1)
    assert focus(page).accessibleName() == "Status of: Goals are what pupils learn"
