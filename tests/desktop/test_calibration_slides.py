"""The reveal on the beamer of a school: the smallest that is still in use shows 1280 by 720."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from assessor.application import Application
from assessor.desktop.calibration.revealing import RevealingStep
from assessor.desktop.context import Context
from assessor.desktop.pages.calibration import CalibrationPage
from assessor.domain.people import Person
from tests.desktop.calibration_stories import revealed

pytestmark = pytest.mark.usefixtures("no_network")


def test_every_slide_stands_on_the_beamer_without_a_scroll_bar(
    qtbot: QtBot, context: Context, app: Application, noor: Person
) -> None:
    page = CalibrationPage(context)
    qtbot.addWidget(page)
    page.resize(1100, 760)
    with qtbot.waitExposed(page):
        page.show()
    page.reload()
    page.show_session(revealed(app).id)
    revealing = page.session.steps["reveal"]
    assert isinstance(revealing, RevealingStep)
    beamer = revealing.present()
    assert beamer is not None
    beamer.showNormal()
    height = page.screen().size().height()
    beamer.resize(height * 1280 // 720, height)  # Letters go by the height of the screen.
    for number, slide in enumerate(beamer.slides):
        beamer.turn_to(number)
        QTest.qWait(30)
        area = beamer.area
        assert isinstance(area, QScrollArea)
        assert area.verticalScrollBar().maximum() == 0, f"{slide.title} runs off the slide"
    beamer.close()
