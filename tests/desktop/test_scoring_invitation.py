"""Somebody with the program opens an invitation, scores it by keys on the cards of the sheet, and sends it back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from assessor.application import Application
from assessor.desktop.calibration.inviting import PERSONAL, PROGRAM, InviteToScoreDialog
from assessor.desktop.calibration.open_invitation import OpenInvitationDialog
from assessor.desktop.context import Context
from assessor.desktop.pages.calibration import SCORING, CalibrationPage
from assessor.domain.calibration.session import Session
from assessor.domain.people import Person
from tests.desktop.calibration_stories import NAMES, invited, prepared
from tests.desktop.conftest import Told
from tests.desktop.test_calibration import activate, dialog_of, press, step, wait, words
from tests.exchange.attached import pdf
from tests.services.calibration.returns import of

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
def session(app: Application, page: CalibrationPage, tmp_path: Path) -> Session:
    """An open round on one case with its lesson form."""
    made = prepared(app)
    lesson = tmp_path / "les.pdf"
    lesson.write_bytes(pdf())
    app.calibration.cases.attach(app.calibration.preparing.casussen(made.id)[0].id, lesson)
    app.calibration.rounds.open(made.id)
    page.reload()
    return made


def test_invitations_are_written_sealed(
    qtbot: QtBot, page: CalibrationPage, session: Session, tmp_path: Path, told: Told
) -> None:
    page.show_session(session.id)
    step(page, "collect")
    press(page, "invite-to-score")
    dialog = dialog_of(page, InviteToScoreDialog)
    assert isinstance(dialog, InviteToScoreDialog)
    dialog.which.button(PROGRAM).click()
    assert not dialog.way.isEnabled()
    assert "The files of the cases are inside: each invitation is some " in words(dialog)
    dialog._attached = 24_000_000
    dialog.which.button(PERSONAL).click()
    assert "not in the forms: send them along" in words(dialog)
    dialog.which.button(PROGRAM).click()
    assert "each invitation is some 24 MB, and many mailboxes refuse that" in words(dialog)
    assert "Nobody can see the scores before the reveal" in words(dialog)
    dialog.folder.setText(str(tmp_path / "uit"))
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    wait(qtbot, page, lambda: "The invitations are sealed" in words(page))
    assert len(list((tmp_path / "uit").glob("*.assessor"))) == len(NAMES)
    assert told.errors == []


def test_an_invitation_is_scored_by_keys_and_comes_back_sealed(
    qtbot: QtBot, page: CalibrationPage, app: Application, session: Session, tmp_path: Path, told: Told
) -> None:
    files = app.calibration.inviting.write_sealed(session.id, tmp_path / "uit", "nl").files
    people = {one.name: one for one in app.calibration.preparing.participants(session.id)}
    page.show_list()
    assert not page.invitations.isVisible()
    page.invitations.ask_code(files[0])
    dialog = dialog_of(page, OpenInvitationDialog)
    assert isinstance(dialog, OpenInvitationDialog)
    QTest.keyClicks(dialog.code, "K7PWA-3QHDX")
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "does not open with this code" in words(dialog)
    name = sorted(people)[0]
    dialog.code.clear()
    QTest.keyClicks(dialog.code, of(app, session, name))
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert page.views.currentIndex() == SCORING
    activate(page)
    pane = page.scoring
    assert "0 of 7 scored" in words(pane)
    assert "les.pdf" in words(pane)
    for card in pane.cards:
        assert QApplication.focusWidget() is card
        QTest.keyClick(card, Qt.Key.Key_V)
        QTest.keyClick(card, Qt.Key.Key_Down)
    QTest.keyClick(pane.cards[1], Qt.Key.Key_Backspace)
    assert "6 of 7 scored" in words(pane)
    pane.cards[5].setFocus()
    QTest.keyClick(pane, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is pane.cards[1]
    QTest.keyClick(pane.cards[1], Qt.Key.Key_T)
    QTest.keyClicks(pane.cards[1].note, "Kwetsbaarwoord")
    QTest.keyClicks(pane.code, "roze olifant")
    pane.save_copy(app.calibration.scoring.sheet(dialog.invitation_id).files[0].id, tmp_path / "kopie.pdf")
    assert (tmp_path / "kopie.pdf").read_bytes() == (tmp_path / "les.pdf").read_bytes()
    pane.send_back(tmp_path / "les.pdf" / "nergens")
    assert "Sealed in" not in words(pane)
    pane.send_back(tmp_path)
    assert "only the lead's program can take it in" in words(pane)
    assert "still open: score them and send it back again" in words(pane)

    page.show_list()
    assert page.invitations.isVisible()
    assert "6 of 7 scored · sent back" in words(page.invitations)
    press(page, f"score-{dialog.invitation_id}")
    assert pane.cards[0].rating.mark == "V"
    assert pane.cards[1].note.toPlainText() == "Kwetsbaarwoord"
    assert pane.code.text() == "roze olifant"

    page.show_list()
    page.show_session(session.id)
    collect = step(page, "collect")
    (back,) = tmp_path.glob("scores-*.assessor")
    collect.post.take_files([back])  # type: ignore[attr-defined]
    wait(qtbot, page, lambda: "1 of 7 in" in words(page))
    assert "Kwetsbaarwoord" not in words(collect)


def test_what_was_recorded_at_an_invitation_is_taken_back_and_done_again_by_keys(
    page: CalibrationPage, app: Application, context: Context
) -> None:
    invitation = invited(app)
    page.reload()
    page.show_invitation(invitation)
    activate(page)
    pane, control = page.scoring, Qt.KeyboardModifier.ControlModifier
    first, second = pane.cards[:2]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_V)
    QTest.keyClick(first, Qt.Key.Key_O)
    QTest.keyClick(first, Qt.Key.Key_Down)
    QTest.keyClick(second, Qt.Key.Key_G)
    QTest.keyClick(second, Qt.Key.Key_T)
    QTest.keyClicks(second.note, "Fraai")
    QTest.keyClick(second.note, Qt.Key.Key_Escape)

    stored = app.calibration.scoring.sheet
    place = f"note:1:{second.criterion.code}"
    assert stored(invitation).answers[place] == "Fraai"
    QTest.keyClick(pane, Qt.Key.Key_Z, control)
    assert place not in stored(invitation).answers
    assert second.note.toPlainText() == ""
    QTest.keyClick(pane, Qt.Key.Key_Z, control)
    assert second.rating.mark is None
    assert "1 of 7 scored" in words(pane)
    QTest.keyClick(pane, Qt.Key.Key_Z, control)
    assert QApplication.focusWidget() is first
    assert stored(invitation).answers[f"level:1:{first.criterion.code}"] == "V"
    QTest.keyClick(pane, Qt.Key.Key_Y, control)
    assert first.rating.mark == "O"
    for _ in range(9):
        QTest.keyClick(pane, Qt.Key.Key_Z, control)
    assert dict(stored(invitation).answers) == {}
    QTest.keyClick(first, Qt.Key.Key_G)
    QTest.keyClick(pane, Qt.Key.Key_Y, control)
    assert dict(stored(invitation).answers) == {f"level:1:{first.criterion.code}": "G"}, "a new change leaves no redo"
