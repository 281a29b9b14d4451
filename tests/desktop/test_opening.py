"""From a fresh computer to an open workspace, and every way in which that is refused with its cure."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from assessor.application import Application, create_application, open_application
from assessor.desktop import preferences, theme
from assessor.desktop.jobs import Jobs
from assessor.desktop.opening import example
from assessor.desktop.opening.create import CreatePane, free_place
from assessor.desktop.opening.example import ExamplePane, example_place
from assessor.desktop.opening.recovery import RecoveryPane
from assessor.desktop.opening.renew import RenewPane
from assessor.desktop.opening.unlock import UnlockPane
from assessor.desktop.opening.window import OpeningWindow
from assessor.desktop.window import MainWindow
from assessor.domain.errors import KnownError
from assessor.services.recent import last_workspace, remember_workspace
from assessor.storage.keys import Passphrase, RecoveryCode
from tests.storage.test_keyring_store import InMemory

PASSPHRASE = "zeven houten klompen"


class Opening:
    """The opening on screen, with what came of it."""

    def __init__(self, qtbot: QtBot, jobs: Jobs) -> None:
        self._qtbot = qtbot
        self.applications: list[Application] = []
        self.window = OpeningWindow(jobs, "nl")
        self.window.opened.connect(self.applications.append)
        qtbot.addWidget(self.window)
        self.window.resize(1100, 760)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.window.activateWindow()

    def type(self, words: str) -> None:
        """Type into the field that has the focus."""
        self._qtbot.keyClicks(self._focused(), words)

    def press(self, *keys: Qt.Key) -> None:
        """Press keys where the focus is."""
        for key in keys:
            self._qtbot.keyClick(self._focused(), key)

    def click(self, name: str) -> None:
        """Press a button by its name."""
        self._qtbot.mouseClick(self.window.pane.findChild(QPushButton, name), Qt.MouseButton.LeftButton)

    def reaches(self, kind: type[QWidget]) -> None:
        """Wait for a step, and until nothing is under way in it."""
        self._qtbot.waitUntil(lambda: isinstance(self.window.pane, kind) and self.window.focusWidget() is not None)
        self._qtbot.waitUntil(lambda: not getattr(self.window.pane, "is_busy", False))

    def says(self) -> str:
        """The message of the step, once there is one."""
        self._qtbot.waitUntil(lambda: getattr(self.window.pane, "banner", None) is not None)
        return str(self.window.pane.banner.message.text())

    def opens(self) -> Application:
        """Wait for the workspace."""
        self._qtbot.waitUntil(lambda: bool(self.applications))
        return self.applications[-1]

    def _focused(self) -> QWidget:
        found = self.window.focusWidget()
        assert found is not None
        return found


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A computer of somebody who starts for the first time: documents, settings and data of their own."""
    for name in ("CONFIG", "DATA"):
        monkeypatch.setenv(f"ASSESSOR_USER_{name}", str(tmp_path / name.lower()))
    return tmp_path / "Assessor"


@pytest.fixture
def opening(qtbot: QtBot, qapp: QApplication, place: Path) -> Iterator[type[Opening] | object]:
    """Makes the opening; at the end everything that was opened is closed."""
    theme.apply(qapp, theme.load("light"))
    bugs: list[BaseException] = []
    refusals: list[KnownError] = []
    jobs = Jobs(refusals.append, bugs.append)
    made: list[Opening] = []

    def make() -> Opening:
        made.append(Opening(qtbot, jobs))
        return made[-1]

    yield make
    jobs.close()
    for one in made:
        for application in one.applications:
            application.close()
        one.window.close()
    assert bugs == []
    assert refusals == []


@pytest.fixture
def kept(place: Path) -> str:
    """A workspace that was used before; answers its recovery code."""
    application, code = create_application(place, PASSPHRASE, holder="de test")
    application.close()
    remember_workspace(place)
    return code


# --- a new workspace


def test_a_newcomer_makes_a_workspace_by_keyboard_and_keeps_the_code(opening, place: Path) -> None:
    on = opening()
    on.press(Qt.Key.Key_Space)
    on.reaches(CreatePane)
    on.window.pane.folder.setText(str(place))
    on.type(PASSPHRASE)
    on.press(Qt.Key.Key_Tab)
    on.type(PASSPHRASE)
    on.press(Qt.Key.Key_Return)
    on.reaches(RecoveryPane)
    pane = on.window.pane
    assert not pane.start.isEnabled()
    assert "asked at every start" in pane.keyring.text()
    on.press(Qt.Key.Key_Space)
    code = QApplication.clipboard().text()
    on.press(Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    on.type(code.split("-")[-1].lower())
    on.press(Qt.Key.Key_Return)
    assert on.opens().safekeeping.place == place
    assert last_workspace() == place
    on.applications.pop().close()
    open_application(place, RecoveryCode(code), holder="de test").close()


def test_a_weak_or_mistyped_passphrase_is_named_before_anything_is_made(opening, place: Path) -> None:
    on = opening()
    on.click("new")
    on.reaches(CreatePane)
    on.window.pane.folder.setText(str(place))
    on.type("kort")
    on.click("create")
    assert "at least 8" in on.says()
    on.window.pane.passphrase.first.setText("")
    on.type(PASSPHRASE)
    on.press(Qt.Key.Key_Tab)
    on.type(PASSPHRASE + "!")
    on.press(Qt.Key.Key_Return)
    assert "differ" in on.says()
    assert not place.exists()


def test_a_place_where_something_stands_is_refused_with_its_cure(opening, place: Path) -> None:
    place.mkdir()
    (place / "foto.txt").write_text("iets van iemand anders")
    on = opening()
    on.click("new")
    on.reaches(CreatePane)
    pane = on.window.pane
    pane.folder.setText(str(place))
    pane.passphrase.first.setText(PASSPHRASE)
    pane.passphrase.again.setText(PASSPHRASE)
    on.click("create")
    assert on.says() == "Op deze plaats staat al iets. Kies een nieuwe of lege map."
    pane.folder.setText(" ")
    on.click("create")
    assert "No folder" in on.says()


def test_a_folder_that_is_synchronised_gets_a_warning(opening, place: Path) -> None:
    on = opening()
    on.click("new")
    on.reaches(CreatePane)
    on.window.pane.folder.setText("/home/noor/OneDrive - Hogeschool/Assessor")
    assert "synchronised" in on.window.pane._place_note.text()


def test_the_proposed_place_is_free(place: Path) -> None:
    place.mkdir()
    assert free_place(place.parent) == place.parent / "Assessor 2"


def test_the_code_can_be_saved_as_text_with_a_warning(opening, place: Path, tmp_path: Path) -> None:
    on = opening()
    on.click("new")
    pane = on.window.pane
    pane.folder.setText(str(place))
    pane.passphrase.first.setText(PASSPHRASE)
    pane.passphrase.again.setText(PASSPHRASE)
    on.click("create")
    on.reaches(RecoveryPane)
    view = on.window.pane.code
    view.write(str(tmp_path / "geen map" / "code.txt"))
    assert "Choose another place" in view.note.text()
    view.write(str(tmp_path / "code.txt"))
    assert "not encrypted" in view.note.text()
    written = (tmp_path / "code.txt").read_text(encoding="utf-8")
    on.window.close()
    open_application(place, RecoveryCode(written.splitlines()[2]), holder="de test").close()


# --- an existing one


def test_the_last_workspace_opens_by_its_passphrase(opening, place: Path, kept: str) -> None:
    on = opening()
    on.press(Qt.Key.Key_Space)
    on.reaches(UnlockPane)
    on.type("zeven houten krukken")
    on.press(Qt.Key.Key_Return)
    assert on.says().startswith("Deze wachtzin klopt niet.")
    on.reaches(UnlockPane)
    on.type(PASSPHRASE)
    on.press(Qt.Key.Key_Return)
    assert on.opens().safekeeping.place == place


def test_the_recovery_code_opens_and_a_new_passphrase_follows(opening, place: Path, kept: str) -> None:
    on = opening()
    on.window.open_recent()
    on.reaches(UnlockPane)
    on.click("other-way")
    on.type("AAAAA")
    on.press(Qt.Key.Key_Return)
    assert "zeven" in on.says() or "7 groepjes" in on.says()
    on.reaches(UnlockPane)
    on.type(kept.replace("-", " ").lower())
    on.press(Qt.Key.Key_Return)
    on.reaches(RenewPane)
    on.press(Qt.Key.Key_Return)
    on.click("change")
    assert "too short" in on.says()
    on.type("vier woorden zijn genoeg")
    on.press(Qt.Key.Key_Tab)
    on.type("vier woorden zijn genoeg")
    on.press(Qt.Key.Key_Return)
    on.opens().close()
    open_application(place, Passphrase("vier woorden zijn genoeg"), holder="de test").close()


def test_who_has_it_open_is_named_and_one_can_try_again(opening, place: Path, kept: str) -> None:
    other = open_application(place, Passphrase(PASSPHRASE), holder="het andere venster")
    on = opening()
    on.window.open_folder(place, Passphrase(PASSPHRASE))
    assert "het andere venster" in on.says()
    other.close()
    on.reaches(UnlockPane)
    on._qtbot.mouseClick(on.window.pane.banner.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert on.opens().safekeeping.place == place


def test_a_damaged_workspace_offers_its_backup_and_opens_it(opening, place: Path, kept: str) -> None:
    file = place / "assessor.db"
    content = bytearray(file.read_bytes())
    content[:4096] = bytes(4096)
    file.write_bytes(content)
    on = opening()
    on.window.open_folder(place, Passphrase(PASSPHRASE))
    assert "reservekopie" in on.says()
    on.reaches(UnlockPane)
    on._qtbot.mouseClick(on.window.pane.banner.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert on.opens().people.all() == []
    assert list(place.glob("*.damaged"))


def test_a_folder_without_workspace_leads_back(opening, tmp_path: Path) -> None:
    on = opening()
    on.window.open_folder(tmp_path, Passphrase(PASSPHRASE))
    assert "geen gegevensbestand" in on.says()
    on.reaches(UnlockPane)
    on._qtbot.mouseClick(on.window.pane.banner.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert on.window.pane is on.window.welcome


def test_the_keyring_opens_without_a_word(opening, place: Path, kept: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(InMemory, "__module__", "keyring.backends.SecretService")
    before, ring = keyring.get_keyring(), InMemory()
    keyring.set_keyring(ring)
    try:
        on = opening()
        on.window.open_recent()
        on.reaches(UnlockPane)
        assert on.window.pane.remember.isVisible()
        on.window.pane.remember.setChecked(True)
        on.type(PASSPHRASE)
        on.press(Qt.Key.Key_Return)
        on.opens().close()
        on.applications.clear()
        on.window.open_recent()
        assert on.opens().safekeeping.place == place
    finally:
        keyring.set_keyring(before)


# --- the example


def test_the_example_is_made_and_found_again(opening, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(example, "STUDENTS", 6)
    on = opening()
    on.click("example")
    on.reaches(ExamplePane)
    assert "klompen" in on.window.pane.secret.text()
    on.press(Qt.Key.Key_Space)
    on._qtbot.waitUntil(lambda: bool(on.applications), timeout=30_000)
    assert on.opens().work.is_example()
    on.applications.pop().close()
    on.window._show_example()
    on.reaches(ExamplePane)
    on.press(Qt.Key.Key_Space)
    assert on.opens().safekeeping.place == example_place()


def test_making_the_example_can_be_stopped(opening, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(example, "STUDENTS", 6)
    on = opening()
    on.click("example")
    on.reaches(ExamplePane)
    on.press(Qt.Key.Key_Space)
    on.press(Qt.Key.Key_Space)
    on._qtbot.waitUntil(lambda: not on.window.pane.is_busy, timeout=30_000)
    assert "Stopped" in on.says()
    assert not example_place().exists()
    on.click("back")
    assert on.window.pane is on.window.welcome


# --- language


def test_another_language_is_kept_and_asks_for_another_dress(opening, place: Path, qtbot: QtBot) -> None:
    on = opening()
    with qtbot.waitSignal(on.window.redressed):
        on.click("language")
    assert preferences.load().language == "en"


def test_the_window_speaks_the_other_language_at_once(qtbot: QtBot, qapp: QApplication, place: Path) -> None:
    window = MainWindow(qapp)
    qtbot.addWidget(window)
    window.show_opening()
    window.show()
    opening = window.stages.currentWidget()
    assert isinstance(opening, OpeningWindow)
    assert opening.welcome.other_language.text() == "English"
    opening.welcome.other_language.click()
    again = window.stages.currentWidget()
    assert isinstance(again, OpeningWindow)
    assert again.welcome.other_language.text() == "Nederlands"
    window.close()
