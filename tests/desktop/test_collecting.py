"""Collecting blind by its screen: forms go out, whatever comes back is dropped, and what asks for a hand says so."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from assessor.application import Application
from assessor.desktop.calibration.collecting import CollectingStep
from assessor.desktop.calibration.column_roles import ColumnRolesDialog
from assessor.desktop.calibration.inviting import FOR_ALL, InviteToScoreDialog, OnlineQuestionsDialog
from assessor.desktop.calibration.whose import WhoseDialog
from assessor.desktop.context import Context
from assessor.desktop.pages.calibration import CalibrationPage
from assessor.domain.calibration.online import questions
from assessor.domain.calibration.round import Receipt, ReturnWay, RoundWay
from assessor.domain.calibration.score_form import WHO
from assessor.domain.calibration.session import Session
from assessor.domain.people import Person
from assessor.services.calibration.intake import Incoming
from assessor.services.calibration.preparing import Invited
from tests.desktop.calibration_stories import NAMES, collected
from tests.desktop.conftest import Told
from tests.desktop.seeing import words as seen
from tests.desktop.test_calibration import dialog_of, press, step, wait, words
from tests.services.calibration.returns import export, of, pdf, sent, values

pytestmark = pytest.mark.usefixtures("no_network")

CODES = ("3.1", "3.2", "3.3", "3.4", "3.5", "3.6", "3.7")


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
    """A session of which nobody is in yet, on screen."""
    made = collected(app, 0)
    page.reload()
    page.show_session(made.id)
    return made


def collecting(page: CalibrationPage) -> CollectingStep:
    found = step(page, "collect")
    assert isinstance(found, CollectingStep)
    return found


def confirm(dialog: object) -> None:
    assert isinstance(dialog, (InviteToScoreDialog, WhoseDialog, ColumnRolesDialog))
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def drop(widget: CollectingStep, *paths: Path) -> bool:
    """Drag onto the step and let go; answers whether it wanted that."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPointF(9, 9), copy, mime, left, none)
    QApplication.sendEvent(widget, enter)
    if enter.isAccepted():
        QApplication.sendEvent(widget, QDropEvent(QPointF(9, 9), copy, mime, left, none))
    return enter.isAccepted()


def test_forms_go_out_come_back_by_a_drop_and_stay_sealed(
    qtbot: QtBot, page: CalibrationPage, app: Application, session: Session, tmp_path: Path, told: Told
) -> None:
    assert "How blind is each way?" in words(page)
    press(page, "invite-to-score")
    dialog = dialog_of(page, InviteToScoreDialog)
    assert isinstance(dialog, InviteToScoreDialog)
    dialog.folder.clear()
    confirm(dialog)
    assert dialog.isVisible(), "without a folder nothing is written"
    QTest.keyClicks(dialog.folder, str(tmp_path / "uit"))
    confirm(dialog)
    wait(qtbot, page, lambda: "8 file(s) written in uit" in words(page))

    forms = list((tmp_path / "uit").glob("*.pdf"))
    assert len(forms) == len(NAMES)
    for path in forms[:2]:
        pdf(path, values("OVGVVVV", "Kwetsbaarwoord"))
    pdf(forms[2], values("OV"))
    assert not drop(collecting(page))
    assert drop(collecting(page), tmp_path / "uit")
    wait(qtbot, page, lambda: "3 of 7 in" in words(page))
    said = words(page)
    assert "3 person(s) sealed" in said
    # Four forms that came back empty and the list of invitations are named, not passed over.
    assert said.count("holds no level or note") == 2 * 4
    assert "list of invitations" in said
    assert "Kwetsbaarwoord" not in said
    table = collecting(page).arrivals.table
    assert table is not None
    assert sorted(table.item(row, 1).text() for row in range(3)) == [
        "in · 5 still open",
        "in · complete",
        "in · complete",
    ]
    assert told.errors == []


def test_a_form_without_a_name_is_given_to_somebody_by_the_lead(
    qtbot: QtBot, page: CalibrationPage, app: Application, session: Session, tmp_path: Path
) -> None:
    app.calibration.preparing.invite(session.id, [Invited("Fenna Kuiper", "De Linde")])
    (path,) = sent(app, session, tmp_path, personal=False).values()
    twin = pdf(path, values("VVVVVVV", who="Fenna Kuiper"), "post.pdf")
    collecting(page).post.take_files([twin])
    wait(qtbot, page, lambda: "Two participants have this name" in words(page))
    next(one for one in page.findChildren(QAbstractButton) if one.text() == "Whose is it?…").click()
    dialog = dialog_of(page, WhoseDialog)
    assert isinstance(dialog, WhoseDialog)
    offered = [dialog.who.itemText(n) for n in range(dialog.who.count())]
    assert {name for name in offered if name.startswith("Fenna")} == {"Fenna Kuiper", "Fenna Kuiper · De Linde"}
    assert "The form says: Fenna Kuiper" in words(dialog), "nobody has to open the form, with its scores, to see that"
    chosen = next(n for n, name in enumerate(offered) if "De Linde" in name)
    confirm(dialog)
    assert "Nobody was chosen yet" in words(dialog)
    dialog.who.setCurrentIndex(chosen)
    confirm(dialog)
    wait(qtbot, page, lambda: "1 of 8 in" in words(page))
    wait(qtbot, page, lambda: "Two participants" not in words(page))
    meant = next(one for one in app.calibration.preparing.participants(session.id) if one.organisation == "De Linde")
    assert meant.id not in {one.id for one in app.calibration.rounds.board(session.id).waiting}


def test_an_online_form_is_pasted_and_its_columns_are_pointed_out_once(
    qtbot: QtBot, page: CalibrationPage, app: Application, session: Session, tmp_path: Path
) -> None:
    press(page, "online-form")
    shown = dialog_of(page, OnlineQuestionsDialog)
    press(shown, "copy")
    asked = app.calibration.inviting.asked(session.id)
    assert all(one.text.en in QGuiApplication.clipboard().text() for one in questions(asked))
    assert "Copied" in words(shown)
    press(shown, "close")

    path = export(
        tmp_path / "antwoorden.xlsx",
        [["Uw naam?", *(f"{code} Vraag" for code in CODES), "Tot slot"], [NAMES[0], *"OVGVVVV", "Kwetsbaarwoord"]],
    )
    collecting(page).post.take_files([path])
    wait(qtbot, page, lambda: "not known of each column" in words(page))
    open_columns = "Point out the columns…"
    next(one for one in page.findChildren(QAbstractButton) if one.text() == open_columns).click()
    dialog = dialog_of(page, ColumnRolesDialog)
    assert isinstance(dialog, ColumnRolesDialog)
    assert dialog.choices["3.1 Vraag"].code == "level:1:3.1"
    assert "Kwetsbaarwoord" not in words(dialog)
    confirm(dialog)
    assert "No column says who scored" in words(dialog)
    name, first = dialog.choices["Uw naam?"], dialog.choices["3.1 Vraag"]
    name.setCurrentIndex(name.findData(WHO))
    first.setCurrentIndex(first.findData("level:1:3.2"))
    confirm(dialog)
    assert "Two columns answer the same" in words(dialog)
    first.setCurrentIndex(first.findData(""))
    confirm(dialog)
    assert "No column answers this yet: 3.1" in words(dialog)
    first.setCurrentIndex(first.findData("level:1:3.1"))
    confirm(dialog)
    wait(qtbot, page, lambda: "1 of 7 in" in words(page))
    wait(qtbot, page, lambda: "not known of each column" not in words(page))
    # From now on the same export is known.
    collecting(page).post.take_files([path])
    wait(qtbot, page, lambda: "1 person(s) sealed" in words(page))
    assert "in already, same content" in (collecting(page).arrivals.table.item(0, 1).text())  # type: ignore[union-attr]


def test_a_column_that_was_not_asked_may_be_left_out_by_pressing_twice(
    qtbot: QtBot, page: CalibrationPage, app: Application, session: Session, tmp_path: Path
) -> None:
    path = export(tmp_path / "a.xlsx", [["Naam", "3.1 Vraag"], [NAMES[0], "V"]])
    collecting(page).post.take_files([path])
    wait(qtbot, page, lambda: "not known of each column" in words(page))
    next(one for one in page.findChildren(QAbstractButton) if one.text() == "Point out the columns…").click()
    dialog = dialog_of(page, ColumnRolesDialog)
    confirm(dialog)
    confirm(dialog)
    wait(qtbot, page, lambda: "1 of 7 in" in words(page))
    assert "6 still open" in collecting(page).arrivals.table.item(0, 1).text()  # type: ignore[union-attr]


def test_one_form_for_all_is_one_file_and_stopping_says_so(
    qtbot: QtBot, page: CalibrationPage, session: Session, tmp_path: Path
) -> None:
    press(page, "invite-to-score")
    dialog = dialog_of(page, InviteToScoreDialog)
    assert isinstance(dialog, InviteToScoreDialog)
    dialog.which.button(FOR_ALL).click()
    dialog.way.setCurrentIndex(dialog.way.findData("xlsx"))
    dialog.folder.setText(str(tmp_path / "uit"))
    confirm(dialog)
    wait(qtbot, page, lambda: "1 file(s) written" in words(page))
    assert [path.suffix for path in (tmp_path / "uit").iterdir()] == [".xlsx"]

    files = [tmp_path / f"{number}.txt" for number in range(40)]
    for one in files:
        one.write_text("x", encoding="utf-8")
    collecting(page).post.take_files(files)
    press(page, "stop-reading")
    wait(qtbot, page, lambda: "file(s) read" in words(page) or not collecting(page).arrivals.isVisible())


def test_two_loads_come_one_after_the_other_and_both_are_told(
    qtbot: QtBot, page: CalibrationPage, app: Application, session: Session, tmp_path: Path
) -> None:
    forms = list(sent(app, session, tmp_path, personal=True).values())
    for path in forms[:2]:
        pdf(path, values("OVGVVVV"))
    strange = tmp_path / "vreemd.txt"
    strange.write_text("x", encoding="utf-8")
    post = collecting(page).post
    post.take_files([forms[0], strange])
    post.take_files([forms[1]])
    wait(qtbot, page, lambda: "2 of 7 in" in words(page))
    # What was refused in the first load still asks for a hand.
    assert "vreemd.txt" in words(page)


def test_what_was_read_for_one_session_is_not_told_at_another(
    qtbot: QtBot, page: CalibrationPage, app: Application, session: Session, tmp_path: Path
) -> None:
    path = pdf(next(iter(sent(app, session, tmp_path, personal=True).values())), values("OVGVVVV"))
    other = collected(app, 0)
    collecting(page).post.take_files([path])
    page.show_session(other.id)
    collecting(page)
    wait(qtbot, page, lambda: app.calibration.rounds.board(session.id).received == 1)
    assert "person(s) sealed" not in words(page)
    page.show_session(session.id)
    collecting(page)
    assert "1 person(s) sealed" in words(page)


def test_a_late_form_that_is_dropped_while_hands_are_counted_is_told_in_its_place(
    qtbot: QtBot, page: CalibrationPage, app: Application, session: Session, tmp_path: Path
) -> None:
    forms = sent(app, session, tmp_path, personal=True)
    rounds = app.calibration.rounds
    rounds.receive(
        session.id,
        [Incoming(name, {"A": dict.fromkeys(CODES, mark)}) for name, mark in zip(NAMES[1:], "OVGVGV", strict=True)],
        ReturnWay.TABLE,
    )
    rounds.close(session.id, "one is ill")
    rounds.reveal(session.id)
    rounds.open(session.id, RoundWay.HANDS)
    page.reload()
    late = pdf(forms[of(app, session, NAMES[0])], values("OVGVVVV"))
    collecting(page).post.take_files([late])
    assert not collecting(page).arrivals.isWindow()
    wait(qtbot, page, lambda: "late; kept, does not count" in _table(page))


def _table(page: CalibrationPage) -> str:
    table = collecting(page).arrivals.table
    return "" if table is None else table.item(0, 1).text()


def test_of_forms_that_came_twice_the_lead_chooses_which_counts(
    qtbot: QtBot, page: CalibrationPage, app: Application, session: Session, tmp_path: Path
) -> None:
    path = next(iter(sent(app, session, tmp_path, personal=True).values()))
    post = collecting(page).post
    for name, marks in (("a.pdf", "OVGVVVV"), ("b.pdf", "OVGVVVV"), ("c.pdf", "VVVVVVV")):
        post.take_files([pdf(path, values(marks), name)])
        wait(qtbot, page, lambda name=name: name in _file(page))  # type: ignore[misc]
    said = seen(page)
    assert "Came in twice: choose which counts" in said
    assert said.count("same content as before") == 1
    verbs = [one for one in page.findChildren(QAbstractButton, "let-count") if one.isVisibleTo(page)]
    assert len(verbs) == 2
    other = next(receipt.id for receipt in _twice(app, session) if not receipt.in_force)
    verbs[0].click()
    assert next(receipt.id for receipt in _twice(app, session) if receipt.in_force) == other


def _file(page: CalibrationPage) -> str:
    table = collecting(page).arrivals.table
    return "" if table is None else table.item(0, 2).text()


def _twice(app: Application, session: Session) -> tuple[Receipt, ...]:
    return app.calibration.rounds.board(session.id).twice
