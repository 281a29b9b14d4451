"""The midterm beside the sheet: off while scoring, and higher or lower, never equal."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from assessor.application import Application
from assessor.desktop.context import Context
from assessor.domain.dossier import Activity
from assessor.domain.student import Student
from assessor.services.assessments import Start
from tests.desktop.seeing import settle, words
from tests.desktop.test_side_panel import card, opened, press
from tests.services.conftest import Clock
from tests.services.midterm.midterm_stories import both_in
from tests.services.stories import begun

pytestmark = pytest.mark.usefixtures("noor")


def test_it_shows_only_when_asked_for(
    qtbot: QtBot, context: Context, app: Application, fleur: Student, clock: Clock, tmp_path: Path
) -> None:
    both_in(app, tmp_path, fleur)
    clock.move(days=30)
    dossier, _ = app.assessments.start(Start(fleur.id, Activity(date(2026, 2, 18), "groep 5", "Taal")))
    page = opened(qtbot, context, dossier.id)
    card(page, "1.1")
    press("g")
    page.side.open_part("growth")
    assert "Off while you score" in words(page)
    assert "not yet at base level" not in words(page)
    beside = page.side.panel.growth.midterm
    beside.switch.setFocus()
    press(" ")
    settle(qtbot, context)
    shown = words(page)
    assert "Student: towards expert level · Mentor: not yet at base level" in shown
    assert "‘Kinderen wachten af.’" in shown
    assert "Your level: higher than at the midterm." in shown
    assert beside.switch.text() == "Hide"
    press(" ")
    settle(qtbot, context)
    assert "not yet at base level" not in words(page)


def test_without_a_midterm_nothing_is_said_of_one(
    qtbot: QtBot, context: Context, app: Application, fleur: Student
) -> None:
    page = opened(qtbot, context, begun(app, fleur).id)
    page.side.open_part("growth")
    assert "Midterm" not in words(page)
