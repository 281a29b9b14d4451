"""A page that is gone leaves nothing of Qt behind: Python would clear it away on whatever thread, and crash."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import QObject
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from assessor.application import Application
from assessor.desktop.context import Context
from assessor.desktop.midterm.page import MidtermsPage
from assessor.desktop.page import Page
from assessor.desktop.pages.assessments import AssessmentsPage
from assessor.desktop.pages.calibration import CalibrationPage
from assessor.desktop.pages.students import StudentsPage
from assessor.domain.people import Person
from assessor.domain.student import Student
from tests.desktop.midterm_stories import both_in
from tests.desktop.seeing import settle


@pytest.mark.parametrize("kind", [AssessmentsPage, CalibrationPage, MidtermsPage, StudentsPage])
def test_a_page_takes_everything_of_qt_along(
    qtbot: QtBot, context: Context, app: Application, noor: Person, fleur: Student, kind: type[Page]
) -> None:
    midterm = both_in(app, fleur)
    gc.collect()
    gc.freeze()  # What other tests left is not asked about.

    def looked_at() -> None:
        page = kind(context)
        page.show()
        page.reload()
        settle(qtbot, context)
        if isinstance(page, MidtermsPage):
            page.show_midterm(midterm.id)
        page.close()
        page.deleteLater()

    looked_at()
    QTest.qWait(20)
    gc.set_debug(gc.DEBUG_SAVEALL)
    try:
        gc.collect()
        left = [type(one).__name__ for one in gc.garbage if isinstance(one, QObject) and isValid(one)]
    finally:
        gc.set_debug(0)
        gc.garbage.clear()
        gc.unfreeze()
    assert left == []
