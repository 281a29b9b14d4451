"""The start page: my work at a glance, and whether I may assess."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from assessor.desktop.context import Context
from assessor.desktop.dialogs.student import StudentDialog
from assessor.desktop.pages.start import StartPage
from assessor.domain.people import Person, Role
from assessor.domain.student import Student
from assessor.services.work import Filter
from assessor.storage.repositories.dossier_lines import Standing
from tests.desktop.conftest import RecordingNavigator
from tests.desktop.seeing import rows, shown, words
from tests.services import stories
from tests.services.conftest import Clock


def start_page(qtbot: QtBot, context: Context, *, recovered: bool = False) -> StartPage:
    page = StartPage(context, recovered=recovered)
    shown(qtbot, context, page)
    return page


def test_a_new_workspace_says_what_to_do_first(qtbot: QtBot, context: Context, noor: Person) -> None:
    page = start_page(qtbot, context)
    assert "Hello Noor" in words(page)
    assert "Begin with a student" in words(page)
    assert "My work" not in words(page)
    assert page.empty is not None
    page.empty.action.setFocus()
    qtbot.keyClick(page.empty.action, Qt.Key.Key_Space)
    dialog = page.findChild(StudentDialog)
    assert dialog is not None
    for field, text in ((dialog.number, "500007"), (dialog.first_name, "Saar"), (dialog.last_name, "Lisdodde")):
        qtbot.keyClicks(field, text)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert "No practice assessments yet" in words(page)
    qtbot.waitUntil(lambda: page.empty is not None and page.focusWidget() is page.empty.action)
    assert [student.name for student in context.application.students.search()] == ["Saar Lisdodde"]


def test_with_students_but_no_work_it_offers_to_start(
    qtbot: QtBot, context: Context, navigator: RecordingNavigator, noor: Person, fleur: Student
) -> None:
    page = start_page(qtbot, context)
    assert "No practice assessments yet" in words(page)
    assert page.empty is not None
    page.empty.action.click()
    qtbot.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert navigator.steps == [("start", ""), ("start", "")]


def test_the_cards_count_my_work_and_lead_to_it(
    qtbot: QtBot, context: Context, navigator: RecordingNavigator, noor: Person, fleur: Student
) -> None:
    app = context.application
    begun = stories.begun(app, fleur)
    stories.finalised(app, fleur)
    page = start_page(qtbot, context)
    counts = {standing: card.number.text() for standing, card in page.cards.items()}
    assert counts == {Standing.TO_DO: "1", Standing.CONCEPT: "0", Standing.COMPLETE: "0", Standing.FINAL: "1"}
    app.assessments.rate(begun.id, "1.1", "V")
    page.reload()
    assert page.cards[Standing.CONCEPT].accessibleName() == "Draft: 1"
    assert page.cards[Standing.COMPLETE].accessibleName() == "Waiting: 0"
    page.cards[Standing.CONCEPT].setFocus()
    qtbot.keyClick(page.cards[Standing.CONCEPT], Qt.Key.Key_Space)
    assert navigator.steps == [("go", "assessments")]
    assert app.work.kept_filter() == Filter(mine=True, standing=Standing.CONCEPT)


def test_enter_opens_the_dossier_that_changed_last(
    qtbot: QtBot, context: Context, navigator: RecordingNavigator, noor: Person, fleur: Student, clock: Clock
) -> None:
    app = context.application
    final = stories.finalised(app, fleur)
    clock.move(days=1)
    begun = stories.begun(app, fleur)
    page = start_page(qtbot, context)
    assert [line[0] for line in rows(page.recent)] == ["Fleur van Zonnedauw", "Fleur van Zonnedauw"]
    page.recent.setFocus()
    page.recent.selectRow(0)
    qtbot.keyClick(page.recent, Qt.Key.Key_Return)
    qtbot.keyClick(page.recent, Qt.Key.Key_Down)
    qtbot.keyClick(page.recent, Qt.Key.Key_Return)
    assert navigator.steps == [("dossier", begun.id, "sheet", ""), ("dossier", final.id, "result", "")]


def test_no_more_than_five_stand_on_the_first_page(
    qtbot: QtBot, context: Context, noor: Person, fleur: Student
) -> None:
    for _ in range(7):
        stories.begun(context.application, fleur)
    page = start_page(qtbot, context)
    assert len(rows(page.recent)) == 5
    assert page.cards[Standing.TO_DO].number.text() == "7"


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 1, 20), "You may assess for the pabo up to and including 31 August 2026."),
        (date(2026, 8, 3), "Your appointment for the pabo ends in 4 week(s), on 31 August 2026."),
        (date(2026, 8, 28), "Your appointment for the pabo ends within a week, on 31 August 2026."),
        (date(2026, 9, 2), "You may not assess for the pabo now."),
    ],
)
def test_the_right_to_assess_is_said_in_time(
    qtbot: QtBot, context: Context, noor: Person, fleur: Student, clock: Clock, day: date, said: str
) -> None:
    clock.move(days=(day - clock().date()).days)
    page = start_page(qtbot, context)
    assert said in words(page)
    assert ("Go to Administration" in words(page)) == (day > date(2026, 7, 1))


def test_an_assessor_without_appointment_is_sent_to_administration(
    qtbot: QtBot, context: Context, navigator: RecordingNavigator, fleur: Student
) -> None:
    people = context.application.people
    ties, _ = people.add("Ties Ratel", frozenset({Role.ASSESSOR}))
    people.sign_in(ties.id)
    page = start_page(qtbot, context)
    assert "You have no appointment as an assessor yet." in words(page)
    for button in page.findChildren(type(page.start)):
        if button.text() == "Go to Administration":
            button.click()
    assert navigator.steps == [("go", "administration")]


def test_who_does_not_assess_hears_nothing_of_a_right(qtbot: QtBot, context: Context, fleur: Student) -> None:
    people = context.application.people
    bo, _ = people.add("Bo Lindeboom", frozenset({Role.OFFICE}))
    people.sign_in(bo.id)
    page = start_page(qtbot, context)
    assert "appointment" not in words(page)


def test_after_a_crash_it_says_that_everything_is_there(
    qtbot: QtBot, context: Context, noor: Person, fleur: Student
) -> None:
    assert "Everything up to your last key press is saved." in words(start_page(qtbot, context, recovered=True))
    assert "last key press" not in words(start_page(qtbot, context))


def test_the_example_is_marked(qtbot: QtBot, context: Context, noor: Person) -> None:
    from assessor.services.example import build_example

    people = context.application.people.all()
    assert people == [noor]
    assert "example partnership" not in words(start_page(qtbot, context))
    build_example(context.application.desk, students=4)
    assert "example partnership" in words(start_page(qtbot, context))
