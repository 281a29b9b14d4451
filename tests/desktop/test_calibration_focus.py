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
from assessor.desktop.pages.calibration import CalibrationPage
from assessor.domain.people import Person
from assessor.services.changes import Changes
from tests.desktop.calibration_stories import collected, prepared
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
