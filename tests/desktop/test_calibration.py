"""A calibration session by its screens: prepare, collect blind, reveal, discuss, agree, report."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from assessor.application import Application
from assessor.desktop.calibration.agreeing import AgreementDialog
from assessor.desktop.calibration.closing import FinishSessionDialog
from assessor.desktop.calibration.collecting import CollectingStep
from assessor.desktop.calibration.paper_entry import PaperEntryDialog
from assessor.desktop.calibration.people import InviteDialog
from assessor.desktop.calibration.revealing import RevealingStep
from assessor.desktop.calibration.step import Step
from assessor.desktop.context import Context
from assessor.desktop.dialogs.prepare_calibration import PrepareCalibrationDialog
from assessor.desktop.pages.calibration import CalibrationPage
from assessor.domain.calibration.conclusion import TalkNote
from assessor.domain.calibration.round import ReturnWay
from assessor.domain.people import Person, Role
from assessor.services.calibration.intake import Incoming
from tests.desktop.calibration_stories import MARKS, NAMES, collected, prepared, revealed
from tests.desktop.conftest import Told
from tests.desktop.seeing import front
from tests.services.calibration.test_room_packages import fill_pdf
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


def words(widget: QWidget) -> str:
    """Everything that a widget and what is in it says, to the eye and to a screen reader."""
    said: list[str] = []
    for one in (widget, *widget.findChildren(QWidget)):
        said += [one.accessibleName(), one.accessibleDescription(), one.toolTip()]
        if isinstance(one, (QLabel, QAbstractButton, QLineEdit)):
            said.append(one.text())
        if isinstance(one, QPlainTextEdit):
            said.append(one.toPlainText())
    return "\n".join(said)


def dialog_of(page: QWidget, kind: type[QWidget]) -> QWidget:
    found = next(one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible())
    activate(found)
    return found


def activate(window: QWidget) -> None:
    """Let a window have the keys."""
    window.activateWindow()
    for _ in range(100):
        if QApplication.activeWindow() is window:
            return
        QTest.qWait(20)
    raise AssertionError("the window did not come to the front")


def press(page: QWidget, name: str) -> None:
    """Press the button of this name."""
    found = page.findChild(QAbstractButton, name)
    assert isinstance(found, QAbstractButton)
    QTest.keyClick(found, Qt.Key.Key_Space)


def step(page: CalibrationPage, code: str) -> Step:
    page.session.show_step(code)
    return page.session.steps[code]


def wait(qtbot: QtBot, page: CalibrationPage, done: Callable[[], bool]) -> None:
    qtbot.waitUntil(lambda: page.context.jobs.is_idle and done(), timeout=20000)


def test_without_sessions_the_page_says_how_to_begin(page: CalibrationPage) -> None:
    assert page.empty.isVisible()
    assert page.prepare.isVisible()
    assert QApplication.focusWidget() is page.prepare or not page.isActiveWindow()


def test_a_session_is_prepared_by_keys(
    qtbot: QtBot, page: CalibrationPage, context: Context, app: Application, told: Told
) -> None:
    app.people.add("Sjoukje Terpstra", frozenset({Role.ASSESSOR}))
    QTest.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    dialog = dialog_of(page, PrepareCalibrationDialog)
    assert isinstance(dialog, PrepareCalibrationDialog)
    QTest.keyClicks(dialog.place, "Breda")
    QTest.keyClicks(dialog.consent, "by mail on 4 November")
    QTest.keyClicks(dialog.people.search, "sjouk")
    assert [
        dialog.people.list.item(n).text()
        for n in range(dialog.people.list.count())
        if not dialog.people.list.item(n).isHidden()
    ] == ["Sjoukje Terpstra"]
    dialog.people.everybody.click()
    for name in NAMES:
        QTest.keyClicks(dialog.people.typed, name)
        QTest.keyClick(dialog.people.typed, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.people.count.text().startswith("8 ")

    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.isVisible(), "a case that may name somebody is refused"
    assert "anonymised" in words(dialog)
    dialog.anonymised.setFocus()
    QTest.keyClick(dialog.anonymised, Qt.Key.Key_Space)
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    (line,) = app.calibration.preparing.lines()
    assert (line.participants, line.day.place, line.session.models) == (8, "Breda", ("A3",))
    (room,) = app.calibration.preparing.rooms(line.session.id)
    assert None not in (room.moderator_id, room.secretary_id, room.timekeeper_id)
    assert page.session.step == "prepare"
    assert "Rixt Zijl" in words(page)

    QTest.mouseClick(step(page, "prepare").open_round, Qt.MouseButton.LeftButton)  # type: ignore[attr-defined]
    assert page.session.step == "collect"
    assert "0 of 8 in" in words(page)
    assert told.errors == []


def test_a_late_guest_gets_a_place_and_nobody_changes_rooms(page: CalibrationPage, app: Application) -> None:
    session = prepared(app)
    before = {one.id: one.room_id for one in app.calibration.preparing.participants(session.id)}
    page.show_session(session.id)
    press(page, "add-participants")
    dialog = dialog_of(page, InviteDialog)
    assert isinstance(dialog, InviteDialog)
    QTest.keyClicks(dialog.people.typed, "Geert Late")
    QTest.keyClick(dialog.people.typed, Qt.Key.Key_Return)
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    people = app.calibration.preparing.participants(session.id)
    assert {one.id: one.room_id for one in people if one.id in before} == before
    assert {one.room_id for one in people} == set(before.values())
    assert "Geert Late" in words(page)


def test_paper_is_typed_in_one_person_at_a_time_and_leaves_the_screen(
    qtbot: QtBot, page: CalibrationPage, app: Application
) -> None:
    session = collected(app, 5)
    page.show_session(session.id)
    collecting = page.session.steps["collect"]
    assert isinstance(collecting, CollectingStep)
    collecting.paper.click()
    dialog = dialog_of(page, PaperEntryDialog)
    assert isinstance(dialog, PaperEntryDialog)
    assert [dialog.who.itemText(n) for n in range(dialog.who.count())] == ["Choose…", "Hiske Vonk", "Rixt Zijl"]
    rows = list(dialog.rows.values())
    rows[0].setFocus()
    for row in rows:
        QTest.keyClick(row, Qt.Key.Key_O)
        assert row.mark == "O"
    QTest.keyClick(rows[2], Qt.Key.Key_T)
    QTest.keyClicks(rows[2].note, "Kwetsbaarwoord")
    QTest.keyClick(rows[2].note, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert QApplication.focusWidget() is rows[2]
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "Nobody was chosen yet" in words(dialog), "the first of the list may not get the first form of the pile"
    QTest.keyClicks(dialog.who, "Hiske")
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert all(row.mark == "" for row in rows)
    assert "Kwetsbaarwoord" not in words(dialog)
    assert not any(row.buttons.button("O").isChecked() for row in rows)
    assert "Sealed: Hiske Vonk" in words(dialog)
    assert [dialog.who.itemText(n) for n in range(dialog.who.count())] == ["Choose…", "Rixt Zijl"]
    QTest.keyClick(rows[0], Qt.Key.Key_V)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible(), "a form that is not sealed is not dropped by one key"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert "6 of 7 in" in words(page)


def test_before_the_reveal_no_text_on_any_step_holds_a_level(page: CalibrationPage, app: Application) -> None:
    session = collected(app, 6)
    page.show_session(session.id)
    level = re.compile(r"\b(insufficient|sufficient|good|not observed|onvoldoende|voldoende|goed|[OVGN])\b")
    criteria = set(app.calibration.rounds.board(session.id).round.criteria)  # type: ignore[union-attr]
    for code in page.session.tabs:
        said = words(step(page, code))
        assert level.findall(said) == [], f"{code}: {said}"
        assert not any(f"{one}:" in said for one in criteria)
    app.calibration.rounds.close(session.id, "the day begins")
    for code in page.session.tabs:
        assert level.findall(words(step(page, code))) == [], code


def test_a_file_is_taken_in_and_a_wrong_one_is_named_with_its_cure(
    qtbot: QtBot, page: CalibrationPage, app: Application, tmp_path: Path
) -> None:
    session = collected(app, 5)
    codes = app.calibration.rounds.board(session.id).round.criteria  # type: ignore[union-attr]
    good, wrong = tmp_path / "scores.csv", tmp_path / "vreemd.csv"
    head = "work,criterion,assessor,level\n"
    good.write_text(head + "".join(f"A,{code},Hiske Vonk,V\n" for code in codes), encoding="utf-8")
    wrong.write_text(head + f"A,{codes[0]},Onbekende Gast,V\n", encoding="utf-8")
    page.show_session(session.id)
    collecting = page.session.steps["collect"]
    assert isinstance(collecting, CollectingStep)
    collecting.post.take_files([good, wrong])
    wait(qtbot, page, lambda: "6 of 7 in" in words(page))
    assert "2 file(s) read" in words(page)
    assert collecting.arrivals.table is not None
    assert collecting.arrivals.table.item(0, 0).text() == "Hiske Vonk"
    assert "vreemd.csv" in words(page)
    assert "was not invited" in words(page)


def test_closing_before_all_are_in_takes_a_reason(qtbot: QtBot, page: CalibrationPage, app: Application) -> None:
    from assessor.desktop.calibration.closing import CloseRoundDialog

    session = collected(app, 6)
    page.show_session(session.id)
    page.session.steps["collect"].close_round.click()  # type: ignore[attr-defined]
    dialog = dialog_of(page, CloseRoundDialog)
    assert isinstance(dialog, CloseRoundDialog)
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.isVisible()
    QTest.keyClicks(dialog.why, "the day begins")
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.session.step == "reveal"
    assert app.calibration.rounds.board(session.id).round.reason == "the day begins"  # type: ignore[union-attr]


def test_the_reveal_shows_the_group_and_no_name(qtbot: QtBot, page: CalibrationPage, app: Application) -> None:
    session = collected(app)
    app.calibration.rounds.close(session.id)
    page.show_session(session.id)
    revealing = page.session.steps["reveal"]
    assert isinstance(revealing, RevealingStep)
    QTest.keyClick(revealing.reveal, Qt.Key.Key_Space)
    wait(qtbot, page, lambda: page.findChild(QWidget, "beamer") is not None)
    said = words(revealing)
    assert said.index("Discuss first") < said.index("Same outcome") < said.index("Same level")
    assert said.index("There is time for these 4 criterion(s).") < said.index("Same outcome")
    assert "1 insufficient, 4 sufficient, 2 good" in said
    beamer = revealing.present()
    assert beamer is not None
    activate(beamer)
    for name in (*NAMES, "Noor"):
        assert name not in said
        assert name not in words(beamer)
    QTest.keyClick(beamer.area, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not isValid(beamer) or not beamer.isVisible())


def test_what_was_said_is_kept_as_soon_as_the_field_is_left(
    page: CalibrationPage, app: Application, clock: Clock
) -> None:
    session = revealed(app)
    page.show_session(session.id)
    discussing = step(page, "discuss")
    fields = discussing.fields  # type: ignore[attr-defined]
    fields["seen"].setFocus()
    QTest.keyClicks(fields["seen"], "The goal is on the board")
    QTest.keyClick(fields["seen"], Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is fields["reading"] or not page.isActiveWindow()
    discussing.leave()
    (note,) = app.calibration.concluding.talk(session.id)
    assert note.seen == "The goal is on the board"
    QTest.keyClick(page, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert discussing.fields["seen"].toPlainText() == ""  # type: ignore[attr-defined]
    QTest.keyClick(page, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert discussing.fields["seen"].toPlainText() == "The goal is on the board"  # type: ignore[attr-defined]


def test_rooms_get_their_papers_and_their_reports_are_looked_at_before_they_are_taken_over(
    qtbot: QtBot, page: CalibrationPage, app: Application, tmp_path: Path
) -> None:
    session = revealed(app)
    page.show_session(session.id)
    rooms = step(page, "discuss").rooms  # type: ignore[attr-defined]
    folder = tmp_path / "rooms"
    rooms.write(folder)
    wait(qtbot, page, rooms.save.isEnabled)
    assert "Saved. The forms list who is in the room" in words(rooms)
    assert len(list(folder.iterdir())) == 3
    form = folder / "ruimte-1-verslagformulier.pdf"
    fill_pdf(form, {"seen:3.2": "The goal is on the board", "hands:0:3.2:V": "3"})
    rooms.take([form, folder / "ruimte-1-groepspakket.pdf"])
    wait(qtbot, page, lambda: hasattr(rooms, "dialog"))
    said = words(rooms.dialog)
    assert "3.2 · What we saw: The goal is on the board" in said
    assert "no round is open in which hands are counted" in said
    assert app.calibration.concluding.talk(session.id) == []
    rooms.dialog.confirm.click()
    (note,) = app.calibration.concluding.talk(session.id)
    assert note.seen == "The goal is on the board"


def test_the_clock_counts_down_the_minutes_of_a_criterion(page: CalibrationPage, app: Application) -> None:
    page.show_session(revealed(app).id)
    clock = step(page, "discuss").clock  # type: ignore[attr-defined]
    assert clock.time.text() == "9:00"
    clock.run.click()
    assert clock.is_running
    clock.run.click()
    assert not clock.is_running
    assert 530 < clock.seconds <= 540
    clock._left = -65  # what the clock stands at when the talk ran on
    clock._show()
    assert (clock.time.text(), clock.state.text()) == ("+1:05", "time is up")
    discussing = page.session.steps["discuss"]
    beamer = discussing.present()  # type: ignore[attr-defined]
    activate(beamer)
    clock._show()
    assert "+1:05" in words(beamer)
    assert "3.2" in words(beamer)
    QTest.keyClick(beamer.area, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert clock.is_running
    step(page, "agree")
    clock = step(page, "discuss").clock  # type: ignore[attr-defined]
    assert clock.is_running, "the time goes on during a look at another step"
    assert clock.seconds < -60
    clock.run.click()
    clock.reset()
    assert clock.time.text() == "9:00"


def test_hands_are_counted_in_the_second_round_and_the_movement_is_shown(
    qtbot: QtBot, page: CalibrationPage, app: Application
) -> None:
    session = revealed(app)
    page.show_session(session.id)
    second = step(page, "second")
    second.way.button("handen").click()  # type: ignore[attr-defined]
    codes = list(second.boxes)  # type: ignore[attr-defined]
    for code, box in second.boxes.items():  # type: ignore[attr-defined]
        box.setChecked(code == codes[0])
    second.open.click()  # type: ignore[attr-defined]
    ((key, field),) = [one for one in second.counts.items() if one[0][3] == "V"]  # type: ignore[attr-defined]
    assert key[2] == codes[0]
    field.setFocus()
    field.setValue(7)
    field.editingFinished.emit()

    # A room sent its count back meanwhile, and the program was started anew: what was counted stands there.
    (room,) = app.calibration.preparing.rooms(session.id)
    app.calibration.hands.count(session.id, room.id, key[1], codes[0], {"O": 2, "V": 5})
    step(page, "second")
    by_mark = {one[3]: field for one, field in second.counts.items()}  # type: ignore[attr-defined]
    assert {mark: field.value() for mark, field in by_mark.items() if field.value()} == {"O": 2, "V": 5}
    by_mark["V"].setValue(7)
    by_mark["V"].editingFinished.emit()
    assert app.calibration.hands.counted(session.id)[room.id][key[1]][codes[0]] == {"O": 2, "V": 7}
    by_mark["O"].setValue(0)
    by_mark["O"].editingFinished.emit()
    press(page, "close-hands")
    wait(qtbot, page, lambda: page.findChild(QWidget, "to-agreements") is not None)
    assert "Round 2: 7 sufficient" in words(second)
    page.show_list()
    assert page.table.index(0, 2).data() == "7 of 7", "hands that are counted are no scores that are not in"
    assert app.calibration.rounds.figures(session.id).criterion(codes[0]).counts == {"O": 1, "V": 4, "G": 2}


def test_an_agreement_has_a_destination_and_the_committee_decides(page: CalibrationPage, app: Application) -> None:
    from assessor.desktop.calibration.agreeing import AgreementDialog

    session = revealed(app)
    page.show_session(session.id)
    step(page, "agree").agree.click()  # type: ignore[attr-defined]
    dialog = dialog_of(page, AgreementDialog)
    assert isinstance(dialog, AgreementDialog)
    QTest.keyClicks(dialog.text, "A goal counts when pupils can see it")
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    ((agreed,), _, _) = app.calibration.concluding.yielded(session.id)
    assert agreed.text == "A goal counts when pupils can see it"
    assert "A goal counts when pupils can see it" in words(page)
    assert "for the test construction document" in words(page)


def test_the_reports_are_written_with_neutral_names_and_the_session_is_finished(
    qtbot: QtBot, page: CalibrationPage, app: Application, tmp_path: Path
) -> None:
    session = revealed(app)
    page.show_session(session.id)
    reporting = step(page, "report")
    press(page, "all-present")
    assert all(one.present for one in app.calibration.preparing.participants(session.id))
    reporting.write(tmp_path / "uit")  # type: ignore[attr-defined]
    dialog = reporting.dialog  # type: ignore[attr-defined]
    wait(qtbot, page, lambda: "file(s) saved" in words(dialog))
    dialog.close_button.click()
    files = [one for one in (tmp_path / "uit").rglob("*") if one.is_file()]
    assert {"groepsverslag.pdf", "groepsverslag.xlsx", "presentielijst.pdf"} <= {one.name for one in files}
    assert len([one for one in files if one.name.startswith("verslag-")]) == len(NAMES)
    assert not any(part in one.name.lower() for one in files for name in NAMES for part in name.lower().split())
    press(page, "conclude")
    assert app.calibration.preparing.session(session.id).state.value == "lopend", "it is asked once"
    QTest.keyClick(front(FinishSessionDialog).confirm, Qt.Key.Key_Return)
    assert app.calibration.preparing.session(session.id).state.value == "afgerond"


def test_a_session_of_another_lead_stays_closed(page: CalibrationPage, app: Application, told: Told) -> None:
    session = prepared(app)
    other, _ = app.people.add("Abe Lenstra", frozenset({Role.ASSESSOR}))
    app.people.sign_in(other.id)
    page.reload()
    page.show_session(session.id)
    assert [error.code for error in told.errors] == ["not-session-lead"]
    assert page.list.isVisible()


def test_the_list_says_where_each_session_stands(page: CalibrationPage, app: Application) -> None:
    collected(app, 5)
    page.reload()
    page.show_list()
    row = [page.table.data(page.table.index(0, column)) for column in range(4)]
    assert row == ["Rekenles groep 5", "20 January 2026", "5 of 7", "running"]
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert page.session.step == "collect"
    QTest.keyClick(page, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert page.list.isVisible()


def test_over_the_years_shows_the_trend_and_saves_a_report(
    qtbot: QtBot, page: CalibrationPage, app: Application, tmp_path: Path, told: Told
) -> None:
    assert not page.over_years.isVisible()
    session = revealed(app)
    app.calibration.concluding.plan(session.id, "Send the report", "lead")
    page.reload()
    page.over_years.click()
    said = words(page.years)
    assert "This is the first session" in said
    assert "Send the report" in said
    assert "3.1" in said
    assert NAMES[0] in said
    page.years.write(tmp_path / "years")
    wait(qtbot, page, page.years.save.isEnabled)
    assert sorted(path.name for path in (tmp_path / "years").iterdir()) == [
        "jaarverslag-kalibreren.pdf", "wie-kalibreerde.xlsx",
    ]  # fmt: skip
    assert page.years.years.currentText() == "1 year(s)"
    page.years.years.setCurrentIndex(1)
    page.years.years.activated.emit(1)
    assert [error.code for error in told.errors] == ["not-session-lead"], "Noor prepares, and leads no calibration"
    assert page.years.years.currentText() == "1 year(s)"
    page.reload()
    assert page.years.isVisible()
    page.all_sessions.click()
    assert page.list.isVisible()


def test_no_name_stands_on_any_slide_nor_on_the_steps_that_a_hall_sees(page: CalibrationPage, app: Application) -> None:
    session = revealed(app)
    page.show_session(session.id)
    revealing = page.session.steps["reveal"]
    assert isinstance(revealing, RevealingStep)
    beamer = revealing.present()
    assert beamer is not None
    activate(beamer)
    titles = [slide.title for slide in beamer.slides]
    assert titles[0] == "Discuss first"
    assert {"How the levels are spread", "Same outcome", "Patterns", "How we talk"} <= set(titles)
    QTest.keyClick(beamer.area, Qt.Key.Key_Right)
    assert beamer.heading.text() == titles[1]
    QTest.keyClick(beamer.area, Qt.Key.Key_PageUp)
    QTest.keyClick(beamer.area, Qt.Key.Key_Left)
    assert beamer.place.text() == f"1 / {len(titles)}", "there is nothing before the first"
    QTest.keyClick(beamer.area, Qt.Key.Key_End)
    assert beamer.heading.text() == "How we talk"
    assert "Who gave insufficient? Who gave good?" in words(beamer)
    seen = [words(beamer), words(step(page, "discuss")), words(step(page, "second")), words(step(page, "agree"))]
    for said in seen:
        assert not [part for name in (*NAMES, "Noor") for part in name.split() if part in said]


def test_the_talk_follows_an_agenda_and_shows_what_was_written_without_names(
    page: CalibrationPage, app: Application
) -> None:
    session = collected(app, people=0)
    app.calibration.rounds.receive(
        session.id,
        [
            Incoming(name, {"A": {"3.1": mark}}, {"A": {"3.1": f"I saw a list, {mark}"}})
            for name, mark in zip(NAMES, MARKS, strict=True)
        ],
        ReturnWay.PDF,
    )
    app.calibration.rounds.close(session.id)
    app.calibration.rounds.reveal(session.id)
    page.show_session(session.id)
    assert "7 assessors rated 1 lesson on 7 criteria." in words(page.session.steps["reveal"]).replace("scored", "rated")
    discussing = step(page, "discuss")
    said = words(discussing)
    descriptor = page.session.steps["discuss"].sessions.criteria(session)["3.1"].descriptors["V"].en
    assert f"V  sufficient: {descriptor}" in said, "what the level says stands beside how it was given"
    first, second, *_ = discussing.steps.values()  # type: ignore[attr-defined]
    assert first.text() == "0:15  3.1 · 9 min"
    assert said.index("“I saw a list, O”") < said.index("“I saw a list, V” (4×)") < said.index("“I saw a list, G” (2×)")
    assert not [name for name in NAMES if name in said]
    second.click()
    QTest.qWait(10)  # what was there is gone only then
    assert "I saw a list" not in words(discussing), "it is about another criterion now"
    first.click()
    beamer = discussing.present()  # type: ignore[attr-defined]
    activate(beamer)
    assert "“I saw a list, O”" in words(beamer)
    QTest.keyClick(beamer.area, Qt.Key.Key_Escape)


def test_what_a_room_agreed_becomes_an_agreement_once(page: CalibrationPage, app: Application) -> None:
    session = revealed(app)
    room = app.calibration.preparing.rooms(session.id)[0]
    app.calibration.concluding.note(
        TalkNote(session.id, room.id, "3.1", agreed="First the group", example="A list of names")
    )
    page.show_session(session.id)
    agreeing = step(page, "agree")
    assert f"3.1 · noted: {room.name}" in words(agreeing)
    press(page, "record-note")
    dialog = dialog_of(page, AgreementDialog)
    assert isinstance(dialog, AgreementDialog)
    assert (dialog.text.toPlainText(), dialog.criterion.code) == ("First the group", "3.1")
    dialog.confirm.click()
    ((agreed,), _, _) = app.calibration.concluding.yielded(session.id)
    assert (agreed.text, agreed.example, agreed.criterion) == ("First the group", "A list of names", "3.1")
    agreeing = step(page, "agree")
    QTest.qWait(10)
    assert "noted:" not in words(agreeing)


def test_after_the_second_round_the_hall_sees_what_moved_and_the_reference(
    page: CalibrationPage, app: Application
) -> None:
    session = prepared(app)
    (casus,) = app.calibration.preparing.casussen(session.id)
    app.calibration.preparing.set_reference(casus.id, {"3.1": "V"})
    for mark in ("O", "V"):
        app.calibration.rounds.open(session.id)
        incoming = [Incoming(name, {"A": {"3.1": mark if name == NAMES[0] else "V"}}) for name in NAMES]
        app.calibration.rounds.receive(session.id, incoming, ReturnWay.PDF)
        app.calibration.rounds.close(session.id)
        if mark == "O":
            page.show_session(session.id)
        app.calibration.rounds.reveal(session.id)
        if mark == "O":
            assert "eference" not in words(step(page, "reveal")), "the reference waits for the second round"
    page.show_session(session.id)
    second = step(page, "second")
    assert "3.1 Starting situation: reference sufficient; 1 of the 7 scores differ" in re.sub(
        r"3\.1 [A-Z][a-z ]+:", "3.1 Starting situation:", words(second)
    )
    beamer = second.present()  # type: ignore[attr-defined]
    activate(beamer)
    assert beamer.slides[-1].title == "Reference of the preparing team"
    assert "1 of 7 scores changed." in words(beamer)
    assert not [name for name in NAMES if name in words(beamer)]
    QTest.keyClick(beamer.area, Qt.Key.Key_Escape)
