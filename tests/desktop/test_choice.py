"""A choice of one: opened, it shows each of its options whole."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from assessor.desktop import theme
from assessor.desktop.furniture.form import Choice
from assessor.desktop.furniture.surfaces import column


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_every_option_of_an_open_choice_can_be_read(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, theme.load("light"))
    window = QWidget()
    qtbot.addWidget(window)
    choice = Choice([("open", "open"), ("yes", "overgenomen"), ("no", "niet overgenomen")])
    window.setLayout(column(choice))
    with qtbot.waitExposed(window):
        window.show()
    choice.showPopup()
    QTest.qWait(50)
    view = choice.view()
    places = [view.visualRect(choice.model().index(number, 0)) for number in range(choice.count())]
    assert places[-1].bottom() < view.viewport().height(), "the last option is cut off"
    assert all(place.height() >= view.fontMetrics().height() + 8 for place in places), "the options stand too close"
    choice.hidePopup()
