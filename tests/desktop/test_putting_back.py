"""Somebody looks into a backup and puts it back, takes everything to another laptop, and opens it there."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from assessor.application import Application
from assessor.desktop.context import Context
from assessor.desktop.opening.put_back import PutBackPane
from assessor.desktop.opening.renew import RenewPane
from assessor.desktop.pages.backups_card import BackupsCard
from assessor.desktop.pages.moving_card import MovingCard
from assessor.desktop.pages.workspace_section import WorkspaceSection
from assessor.domain.people import Person
from assessor.domain.student import Student
from assessor.services.work import Filter
from assessor.storage.keys import Passphrase
from tests.desktop import test_opening as stories_of_opening
from tests.desktop.conftest import RecordingNavigator
from tests.desktop.seeing import settle, words
from tests.services.conftest import PASSPHRASE
from tests.services.stories import begun

opening, place = stories_of_opening.opening, stories_of_opening.place


def test_what_is_in_a_backup_stands_beside_what_is_there_now(
    qtbot: QtBot, context: Context, app: Application, noor: Person, fleur: Student, navigator: RecordingNavigator
) -> None:
    begun(app, fleur)
    app.safekeeping.back_up()
    begun(app, fleur)
    begun(app, fleur)
    card = BackupsCard(context)
    qtbot.addWidget(card)
    card.reload()
    assert not card.restore.isEnabled()
    card.list.selectRow(0)

    dialog = card.put_back()
    assert dialog is not None
    qtbot.addWidget(dialog)
    assert not dialog.confirm.isEnabled()
    settle(qtbot, context)
    said = words(dialog)
    assert "2 assessment(s) of now are not in this backup." in said
    assert "first kept as a backup" in said
    dialog.confirm.click()
    settle(qtbot, context)

    assert app.work.count(Filter()) == 1
    assert navigator.steps == [("sign out",)]
    card.reload()
    assert card.table.data(card.table.index(0, 1)) == "before another was put back"


def test_a_damaged_backup_is_named_and_cannot_be_put_back(
    qtbot: QtBot, context: Context, app: Application, noor: Person, fleur: Student
) -> None:
    kept = app.safekeeping.back_up().backup
    kept.path.write_bytes(kept.path.read_bytes()[:-4_096])
    card = BackupsCard(context)
    qtbot.addWidget(card)
    card.reload()
    card.list.selectRow(0)
    dialog = card.put_back()
    assert dialog is not None
    qtbot.addWidget(dialog)
    settle(qtbot, context)
    assert "This backup is itself damaged" in words(dialog)
    assert not dialog.confirm.isEnabled()


def test_who_makes_that_folder_by_key_keeps_the_keyboard_there_and_sees_what_came_of_it(
    qtbot: QtBot, context: Context, app: Application, noor: Person, tmp_path: Path
) -> None:
    section = WorkspaceSection(context)
    qtbot.addWidget(section)
    section.resize(900, 400)
    section.show()
    section.activateWindow()
    qtbot.waitUntil(section.isActiveWindow)
    section.moving.pack.setFocus()
    section.moving.pack_into(tmp_path)
    settle(qtbot, context)
    assert section.moving.pack.hasFocus()
    assert "is ready" in words(section.moving)
    qtbot.waitUntil(lambda: not section.moving.visibleRegion().isEmpty())
    qtbot.waitUntil(lambda: section.moving.mapTo(section, section.moving.rect().bottomLeft()).y() <= section.height())

    section.backups.back_up.setFocus()
    section.backups.back_up.click()
    settle(qtbot, context)
    assert section.backups.back_up.hasFocus()


def test_a_folder_to_take_along_opens_on_the_other_laptop_with_the_recovery_code(
    qtbot: QtBot, context: Context, app: Application, noor: Person, fleur: Student, tmp_path: Path, opening
) -> None:
    code = app.safekeeping.new_recovery_code(Passphrase(PASSPHRASE))
    begun(app, fleur)
    stick = tmp_path / "stick"
    stick.mkdir()
    card = MovingCard(context)
    qtbot.addWidget(card)
    card.pack_into(stick)
    settle(qtbot, context)
    (folder,) = stick.iterdir()
    assert folder.name in words(card)

    other = opening()
    other.window.open_chosen(folder)
    other.reaches(PutBackPane)
    pane = other.window.pane
    pane.folder.setText(str(tmp_path / "hier"))
    other.type(code.lower())
    other.click("look-inside")
    qtbot.waitUntil(pane.put_back.isVisible)
    assert pane.inside.isVisible()
    other.click("put-back")
    other.reaches(RenewPane)
    other.window.pane.done.emit()
    moved = other.opens()

    assert moved.work.count(Filter()) == 1
    assert moved.safekeeping.place == tmp_path / "hier"


def test_a_wrong_passphrase_opens_no_backup_and_another_try_is_free(
    qtbot: QtBot, app: Application, noor: Person, tmp_path: Path, opening
) -> None:
    app.safekeeping.back_up()
    other = opening()
    other.window.open_chosen(app.safekeeping.place / "backups")
    other.reaches(PutBackPane)
    pane = other.window.pane
    other.type("acht houten klompen")
    other.click("look-inside")
    assert "Deze wachtzin klopt niet" in other.says()
    assert not pane.inside.isVisible()
    pane.secret.clear()
    pane.secret.setFocus()
    other.type(PASSPHRASE)
    other.click("look-inside")
    qtbot.waitUntil(pane.put_back.isVisible)
    pane.folder.clear()
    other.click("put-back")
    assert "Kies" in other.says() or "Choose" in other.says()
