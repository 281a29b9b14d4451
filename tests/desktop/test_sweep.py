"""Every page in both languages, three themes and larger text: names for a screen reader, Tab order, nothing clipped.

A picture of each page is written to ``artefacts/pages`` for people to look at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QWidget,
)
from pytestqt.qtbot import QtBot

from assessor.application import Application
from assessor.desktop import preferences
from assessor.desktop.pages.calibration import CalibrationPage
from assessor.desktop.pages.instrument_details import InstrumentDetails
from assessor.desktop.preferences import Preferences, ThemeName
from assessor.desktop.window import MainWindow
from assessor.desktop.workbench import Workbench
from assessor.domain.people import Person
from assessor.domain.student import Student
from assessor.domain.text import Language
from tests.desktop.calibration_stories import collected, invited, revealed
from tests.desktop.midterm_stories import both_in, one_in, others, sent_to
from tests.desktop.sweeping import Longer, cut_off, nameless, unreached
from tests.services.stories import begun, finalised, scored

pytestmark = pytest.mark.usefixtures("no_network")

PICTURES = Path(__file__).parents[2] / "artefacts" / "pages"
PAGES = (
    "opening", "who", "start", "assessments", "students", "instruments", "administration", "sheet", "check", "result",
    "calibration", "calibration-prepare", "calibration-collect", "calibration-reveal", "calibration-discuss",
    "calibration-second", "calibration-agree", "calibration-report", "calibration-years", "midterms", "midterms-sealed",
    "midterms-code", "midterms-form", "midterms-mirror",
)  # fmt: skip
DRESSES: list[tuple[Language, ThemeName, float]] = [
    ("nl", "light", 1.0),
    ("en", "dark", 1.0),
    ("nl", "contrast", 1.5),
]


@pytest.fixture
def window(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[Language, ThemeName, float], MainWindow]]:
    """A window in the dress that the test asks for."""
    monkeypatch.setenv("ASSESSOR_USER_CONFIG", str(tmp_path / "config"))
    monkeypatch.setenv("ASSESSOR_USER_DATA", str(tmp_path / "data"))
    made: list[MainWindow] = []

    def dressed(language: Language, theme: ThemeName, scale: float) -> MainWindow:
        preferences.save(Preferences(language, theme, scale, 0))
        one = MainWindow(qapp)
        made.append(one)
        one.resize(1366, 768)
        with qtbot.waitExposed(one):
            one.show()
        return one

    yield dressed
    for one in made:
        one.application = None
        one.close()
        one.deleteLater()


def show(window: MainWindow, app: Application, student: Student, page: str) -> QWidget:
    """Bring a page on screen as its user would see it."""
    if page == "opening":
        window.show_opening()
    elif page == "who":
        actor = app.desk.actor
        window.show_who(app)
        app.desk.actor = actor
    else:
        window.application = app
        window.show_workbench()
        bench = window.stages.currentWidget()
        assert isinstance(bench, Workbench)
        if page == "sheet":
            bench.open_dossier(begun(app, student).id)
        elif page == "check":
            bench.open_dossier(scored(app, student, _4_1="O", _2_3="O").id, "check")
        elif page == "result":
            bench.open_dossier(finalised(app, student, _4_1="O").id, "result")
        elif page.startswith("calibration-"):
            bench.go("calibration")
            calibration = bench.stack.currentWidget()
            assert isinstance(calibration, CalibrationPage)
            if page.endswith("scoring"):
                calibration.show_invitation(invited(app))
            elif page.endswith("years"):
                revealed(app)
                calibration.reload()
                calibration.show_years()
            else:
                session = collected(app, 6) if page.endswith("collect") else revealed(app)
                calibration.show_session(session.id)
                calibration.session.show_step(page.removeprefix("calibration-"))
        elif page.startswith("midterms-"):
            show_midterm(bench, app, student, page.removeprefix("midterms-"))
        else:
            if page == "assessments":
                scored(app, student)
            if page == "midterms":
                one_in(app, student)
                sent_to(app, others(app)[0])
            bench.go(page)  # type: ignore[arg-type]
    for _ in range(3):
        QTest.qWait(30)
    return window


def is_whole(shown: QWidget) -> bool:
    """Whether nothing is cut off: a long form comes a model at a turn, and on a busy machine its lines fall later."""
    assert all(one.is_whole for one in shown.findChildren(InstrumentDetails))
    assert cut_off(shown) == []
    return True


def show_midterm(bench: Workbench, app: Application, student: Student, stage: str) -> None:
    """Bring a midterm on screen at one of its stages."""
    midterm = both_in(app, student) if stage == "mirror" else one_in(app, student)
    bench.open_midterm(midterm.id)
    keys = {"code": ["scherm-mentor"], "form": ["scherm-mentor", "begin"]}
    for name in keys.get(stage, []):
        next(one for one in bench.findChildren(QAbstractButton, name) if one.isVisible()).click()


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(("language", "theme", "scale"), DRESSES, ids=str)
def test_a_page_stands_the_sweep(
    qtbot: QtBot,
    window: Callable[[Language, ThemeName, float], MainWindow],
    app: Application,
    noor: Person,
    fleur: Student,
    page: str,
    language: Language,
    theme: ThemeName,
    scale: float,
) -> None:
    shown = show(window(language, theme, scale), app, fleur, page)
    PICTURES.mkdir(parents=True, exist_ok=True)
    assert shown.grab().save(str(PICTURES / f"{page}_{language}_{theme}_{scale}.png"))

    assert nameless(shown) == []
    qtbot.waitUntil(lambda: is_whole(shown))


@pytest.mark.parametrize("page", PAGES)
def test_forty_per_cent_longer_texts_still_fit_the_buttons(
    qtbot: QtBot,
    qapp: QApplication,
    window: Callable[[Language, ThemeName, float], MainWindow],
    app: Application,
    noor: Person,
    fleur: Student,
    page: str,
) -> None:
    longer = Longer(qapp)
    made = window("en", "light", 1.0)
    qapp.installTranslator(longer)
    try:
        shown = show(made, app, fleur, page)
        qtbot.waitUntil(lambda: is_whole(shown))
        assert shown.minimumSizeHint().width() <= 1366
        assert shown.width() <= 1366
    finally:
        qapp.removeTranslator(longer)


@pytest.mark.parametrize("page", PAGES)
def test_tab_reaches_every_field_and_button_and_comes_round(
    qtbot: QtBot,
    window: Callable[[Language, ThemeName, float], MainWindow],
    app: Application,
    noor: Person,
    fleur: Student,
    page: str,
) -> None:
    shown = show(window("en", "light", 1.0), app, fleur, page)
    shown.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    assert unreached(shown) == []
