"""How long notes stay, and the days that no appeal term ends on, settled among the house rules."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from assessor.application import Application
from assessor.desktop.context import Context
from assessor.desktop.pages.administration import AdministrationPage
from tests.desktop.conftest import Told
from tests.desktop.seeing import words

pytestmark = pytest.mark.usefixtures("noor")


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> AdministrationPage:
    made = AdministrationPage(context)
    qtbot.addWidget(made)
    made.resize(1000, 760)
    made.reload()
    with qtbot.waitExposed(made):
        made.show()
    made.show_section("rules")
    return made


def test_a_day_is_added_and_taken_away_and_the_weeks_hold_at_once(page: AdministrationPage, app: Application) -> None:
    terms = page.sections["rules"].terms
    assert terms.weeks.code == "6"
    terms.day.show_day(date(2026, 5, 15))
    QTest.keyClick(terms.add, Qt.Key.Key_Space)
    assert app.house_rules.decreed_days == {date(2026, 5, 15)}
    assert "15 May 2026" in words(terms)

    terms.weeks.setFocus()
    QTest.keyClick(terms.weeks, Qt.Key.Key_Up)
    assert app.house_rules.notes_weeks == 4
    next(one for one in terms.findChildren(QPushButton) if one.accessibleName() == "Remove 15 May 2026").click()
    assert app.house_rules.decreed_days == frozenset()
    assert "15 May 2026" not in words(terms)


def test_a_refusal_is_told_and_what_holds_is_shown_again(
    page: AdministrationPage, app: Application, told: Told
) -> None:
    terms = page.sections["rules"].terms
    terms.weeks.offer([("99", "99")])
    terms.weeks.activated.emit(0)
    assert [error.code for error in told.errors] == ["weeks-out-of-range"]
    assert terms.weeks.code == "6"
    assert app.house_rules.notes_weeks == 6
