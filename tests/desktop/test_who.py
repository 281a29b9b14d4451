"""*Wie ben je?*: choosing oneself, a PIN that slows down guessing, and entering oneself for the first time."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from assessor.application import Application
from assessor.desktop.context import Context
from assessor.desktop.pages.pin_pane import LONGEST, wait_after
from assessor.desktop.pages.who import WhoPage
from assessor.domain.people import Person, Role


@pytest.fixture
def shown(qtbot: QtBot, context: Context):
    """Makes the page as it comes on screen; the list of who signed in grows with it."""

    def show() -> tuple[WhoPage, list[Person]]:
        page = WhoPage(context)
        came: list[Person] = []
        page.chosen.connect(came.append)
        qtbot.addWidget(page)
        page.resize(1100, 760)
        page.show()
        page.activateWindow()
        page.setFocus()
        qtbot.waitExposed(page)
        return page, came

    return show


def test_the_first_person_enters_herself_with_appointment_and_pin(
    shown, qtbot: QtBot, context: Context, app: Application
) -> None:
    page, came = shown()
    assert page.title.text() == "Who are you?"
    form = page.form
    qtbot.keyClicks(page.focusWidget(), "Noor  Wilgenhout")
    form.trained.known.setChecked(True)
    form.trained.field.show_day(date(2023, 6, 1))
    form.bke.known.setChecked(True)
    form.bke.field.show_day(date(2024, 3, 1))
    form.decision.wanted.setChecked(True)
    form.decision.start.show_day(date(2025, 9, 1))
    qtbot.keyClicks(form.decision.number, "EC-2025-04")
    qtbot.keyClicks(form.pin.first, "2468")
    qtbot.keyClicks(form.pin.again, "2468")
    qtbot.keyClick(form.pin.again, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(came))
    noor = app.desk.require_actor()
    assert came == [noor]
    assert (noor.name, noor.roles, noor.trained) == ("Noor Wilgenhout", {Role.ASSESSOR}, date(2023, 6, 1))
    line = app.register.line(noor.id)
    assert line.has_pin
    assert line.rights["pabo"].until == date(2029, 8, 31)


def test_what_is_missing_is_said_beside_the_form(shown, qtbot: QtBot, app: Application) -> None:
    page, came = shown()
    page.add()
    qtbot.waitUntil(lambda: page._refusals.count() == 1)
    assert page.focusWidget() is page.form.name
    assert page.form.name.property("invalid")
    qtbot.keyClicks(page.form.name, "Noor Wilgenhout")
    assert not page.form.name.property("invalid")
    assert page._refusals.count() == 0
    qtbot.keyClicks(page.form.pin.first, "2468")
    page.add()
    assert page.form.pin.first.property("invalid")
    qtbot.keyClicks(page.form.pin.again, "24")
    page.form.pin.first.setText("24")
    page.add()
    qtbot.waitUntil(page.add_button.isEnabled)
    assert app.register.lines() == []
    assert came == []


def test_training_is_asked_of_who_scores_only(shown) -> None:
    page, _came = shown()
    assert page.form.trained.isVisible()
    page.form.roles[Role.ASSESSOR].setChecked(False)
    page.form.roles[Role.OFFICE].setChecked(True)
    assert not page.form.trained.isVisible()
    assert not page.form.decision.isVisible()


def test_somebody_without_pin_chooses_her_name_with_one_key(
    shown, qtbot: QtBot, app: Application, noor: Person
) -> None:
    app.desk.actor = None
    page, came = shown()
    assert page.people.isVisible()
    assert not page.search.isVisible()
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert came == [noor]
    assert app.desk.actor == noor


def test_many_people_are_searched_by_name(shown, qtbot: QtBot, app: Application, noor: Person) -> None:
    for name in (
        "Amina Beuk",
        "Bram Iep",
        "Chavenne Els",
        "Daan Wilg",
        "Eva Linde",
        "Fenna Es",
        "Gijs Hazelaar",
        "Ida Eik",
    ):
        app.people.add(name, frozenset({Role.ASSESSOR}))
    page, came = shown()
    assert page.focusWidget() is page.search
    qtbot.keyClicks(page.search, "wil noor")
    qtbot.waitUntil(lambda: page.people.count() == 1)
    qtbot.keyClick(page.search, Qt.Key.Key_Down)
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert came == [noor]
    page.search.setText("zzz")
    qtbot.waitUntil(page.nobody.isVisible)


def test_a_pin_is_asked_and_a_wrong_one_is_said_plainly(shown, qtbot: QtBot, app: Application, noor: Person) -> None:
    app.people.set_pin(noor.id, "2468")
    app.desk.actor = None
    page, came = shown()
    page.people.choose()
    qtbot.keyClicks(page.focusWidget(), "1357")
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(page.pin.message.isVisible)
    assert page.pin.message.text() == "This PIN is not right. Try again."
    assert app.desk.actor is None
    qtbot.keyClicks(page.pin.field, "2468")
    qtbot.keyClick(page.pin.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(came))
    assert came == [noor]


def test_guessing_a_pin_is_slowed_down(shown, qtbot: QtBot, app: Application, noor: Person) -> None:
    app.people.set_pin(noor.id, "2468")
    page, came = shown()
    page.people.choose()
    for guess in ("1111", "2222", "3333"):
        page.pin.field.setText(guess)
        page.pin.submit()
        qtbot.waitUntil(lambda: page.pin.other.isEnabled() or page.pin._rest > 0)
    qtbot.waitUntil(lambda: page.pin._rest > 0)
    assert not page.pin.field.isEnabled()
    page.pin.field.setText("2468")
    page.pin.submit()
    assert came == []
    while page.pin._rest:
        page.pin._tick()
    assert page.pin.message.text() == "You can try again now."
    page.pin.field.setText("2468")
    page.pin.submit()
    qtbot.waitUntil(lambda: bool(came))


def test_the_wait_doubles_up_to_a_minute() -> None:
    assert [wait_after(wrong) for wrong in (1, 2, 3, 4, 5, 6, 7, 20)] == [0, 0, 5, 10, 20, 40, LONGEST, LONGEST]


def test_somebody_new_beside_others_can_go_back(shown, qtbot: QtBot, noor: Person) -> None:
    page, _came = shown()
    qtbot.mouseClick(page.new, Qt.MouseButton.LeftButton)
    assert page.title.text() == "I am not in the list yet"
    qtbot.mouseClick(page.back, Qt.MouseButton.LeftButton)
    assert page.people.isVisible()
