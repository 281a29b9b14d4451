"""Dialogs at the largest text: nothing that they say is cut off."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton
from pytestqt.qtbot import QtBot

from assessor.desktop import theme
from assessor.desktop.calibration.paper_entry import PaperEntryDialog
from assessor.desktop.calibration.use_cases import Sessions
from assessor.desktop.context import Context
from assessor.desktop.forms.cohort import CohortFormsDialog
from assessor.desktop.forms.sending import SendFormsDialog
from assessor.desktop.pages.calibration import CalibrationPage
from assessor.domain.people import Person
from assessor.domain.student import Student
from tests.desktop.calibration_stories import collected
from tests.services.stories import begun


@pytest.fixture
def large(qapp: QApplication, context: Context) -> Iterator[Context]:
    theme.apply(qapp, theme.load("contrast", 1.5))
    yield context
    theme.apply(qapp, theme.load("light"))


def test_the_forms_that_can_be_chosen_are_read_whole(
    qtbot: QtBot, large: Context, noor: Person, fleur: Student
) -> None:
    dossier = begun(large.application, fleur)
    for dialog in (SendFormsDialog(large, None, dossier.id), CohortFormsDialog(large, None, fleur, 12)):
        qtbot.addWidget(dialog)
        # Dutch has the longest words for it.
        list(dialog.kinds.values())[-1].setText("Scoreformulier, om zonder het programma te beoordelen")
        with qtbot.waitExposed(dialog):
            dialog.show()
        boxes = [*dialog.findChildren(QCheckBox), *dialog.findChildren(QPushButton)]
        assert [one.text() for one in boxes if one.width() < one.minimumSizeHint().width()] == []


def test_the_levels_of_a_paper_form_are_read_whole_in_a_narrow_window(
    qtbot: QtBot, large: Context, noor: Person
) -> None:
    session = collected(large.application, 3)
    sessions = Sessions.of(large)
    dialog = PaperEntryDialog(large, None, sessions, sessions.line(session.id))
    qtbot.addWidget(dialog)
    dialog.setMinimumWidth(0)
    with qtbot.waitExposed(dialog):
        dialog.show()
    for width in (1300, 800, 620):
        dialog.resize(width, 700)
        QTest.qWait(30)
        (row, *_) = dialog.rows.values()
        for mark in ("O", "N"):
            row.show_mark(mark)
            made = row.buttons.button(mark)
            said = made.fontMetrics().horizontalAdvance(made.text())
            assert made.width() >= said + 2 * 13, f"{made.text()} is cut off at {width}"


def test_the_steps_of_a_session_are_read_whole_in_the_smallest_window(
    qtbot: QtBot, large: Context, noor: Person
) -> None:
    session = collected(large.application, 3)
    page = CalibrationPage(large)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.reload()
    page.show_session(session.id)
    tabs = page.session.tabs.values()
    for tab in tabs:
        tab.setText("Tweede ronde")
    page.setMinimumWidth(0)
    for width in (1400, 700):
        page.resize(width, 700)
        QTest.qWait(30)
        said = [tab.fontMetrics().horizontalAdvance(tab.text()) for tab in tabs]
        assert all(tab.width() >= wide + 2 * 5 for tab, wide in zip(tabs, said, strict=True)), f"cut off at {width}"
        assert max(tab.mapTo(page, tab.rect().topRight()).x() for tab in tabs) <= width
