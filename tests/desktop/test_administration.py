"""*Beheer*: the register, the house rules, the care of the workspace, and how the screen looks."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import keyring
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from assessor.application import Application
from assessor.desktop import preferences
from assessor.desktop.context import Context
from assessor.desktop.furniture.surfaces import Banner
from assessor.desktop.pages.administration import AdministrationPage
from assessor.domain.finding import MentorRule
from assessor.domain.people import Person, Role
from assessor.domain.student import Student
from assessor.services.changes import Changes
from assessor.storage import backup
from assessor.storage.keys import Passphrase, RecoveryCode
from tests.desktop.conftest import RecordingNavigator
from tests.services.conftest import PASSPHRASE
from tests.services.stories import finalised
from tests.storage.test_keyring_store import InMemory


@pytest.fixture
def page(qtbot: QtBot, context: Context, noor: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("ASSESSOR_USER_CONFIG", str(tmp_path / "settings"))
    made = AdministrationPage(context)
    qtbot.addWidget(made)
    made.resize(1000, 760)
    made.reload()
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def settled(qtbot: QtBot, context: Context) -> None:
    """Wait until nothing is under way."""
    qtbot.waitUntil(lambda: context.jobs.is_idle)


def says(qtbot: QtBot, widget: QWidget, words: str) -> None:
    """Wait until a message on screen holds these words."""

    def seen() -> bool:
        return any(one.isVisible() and words in one.message.text() for one in widget.findChildren(Banner))

    qtbot.waitUntil(seen)


# --- people and appointments


def test_the_register_shows_who_may_assess_today(page: AdministrationPage, qtbot: QtBot, clock) -> None:
    section = page.sections["register"]
    assert [section.table.index(0, column).data() for column in (0, 2, 3, 4)] == [
        "Noor Wilgenhout",
        "until 31 Aug 2026",
        "does not assess",
        "–",
    ]
    clock.move(days=180)
    page.reload()
    assert section.table.index(0, 2).data() == "lapses 31 Aug 2026"
    says(qtbot, page, "lapses within eight weeks")
    clock.move(days=100)
    page.reload()
    assert section.table.index(0, 2).data() == "no right today"


def test_an_appointment_is_extended_in_a_few_keys(
    page: AdministrationPage, qtbot: QtBot, context: Context, app: Application, noor: Person
) -> None:
    told: list[Changes] = []
    context.hub.changed.connect(lambda changes, _who: told.append(changes))
    section = page.sections["register"]
    section.list.selectRow(0)
    qtbot.keyClick(section.list, Qt.Key.Key_Return)
    dialog = next(one for one in section.children() if one.objectName() == "" and hasattr(one, "form"))
    assert "pabo: 1 Sept 2025 up to and including 31 Aug 2026, decision EC-2025-04" in dialog.form.appointments.text()
    dialog.form.decision.wanted.setChecked(True)
    assert dialog.form.decision.start.day == date(2026, 9, 1)
    qtbot.keyClicks(dialog.form.decision.number, "EC-2026-09")
    qtbot.keyClick(dialog.form.decision.number, Qt.Key.Key_Return)
    settled(qtbot, context)
    assert [one.decision for one in app.register.line(noor.id).appointments] == ["EC-2026-09", "EC-2025-04"]
    assert {change.noun for change in told[0]} == {"person", "appointment"}
    assert section.table.index(0, 2).data() == "until 31 Aug 2030"


def test_a_person_is_added_and_what_lacks_is_said_in_the_dialog(
    page: AdministrationPage, qtbot: QtBot, context: Context, app: Application
) -> None:
    dialog = page.sections["register"].edit(None)
    qtbot.keyClicks(dialog.form.name, "Sanne Kievit")
    dialog.confirm.click()
    settled(qtbot, context)
    says(qtbot, dialog, "No role")
    dialog.form.roles[Role.OFFICE].setChecked(True)
    dialog.form.pin.first.setText("2468")
    dialog.confirm.click()
    says(qtbot, dialog, "differ")
    dialog.form.pin.again.setText("2468")
    dialog.confirm.click()
    settled(qtbot, context)
    assert [line.person.name for line in app.register.lines()] == ["Noor Wilgenhout", "Sanne Kievit"]
    assert page.sections["register"].count.text() == "2 people"


def test_a_colleagues_pin_goes_only_with_the_passphrase(
    page: AdministrationPage, qtbot: QtBot, context: Context, app: Application
) -> None:
    sanne, _ = app.people.add("Sanne Kievit", frozenset({Role.OFFICE}), pin="2468")
    dialog = page.sections["register"].edit(app.register.line(sanne.id))
    dialog.remove.setChecked(True)
    dialog.confirm.click()
    settled(qtbot, context)
    says(qtbot, dialog, "passphrase is not right")
    assert app.people.has_pin(sanne.id)
    qtbot.keyClicks(dialog.secret, PASSPHRASE)
    dialog.confirm.click()
    settled(qtbot, context)
    assert not app.people.has_pin(sanne.id)


def test_ones_own_pin_is_set_without_more_ado(
    page: AdministrationPage, qtbot: QtBot, context: Context, app: Application, noor: Person
) -> None:
    dialog = page.sections["register"].edit(app.register.line(noor.id))
    dialog.form.bke.field.show_day(date(2024, 4, 1))
    dialog.form.pin.first.setText("1357")
    dialog.form.pin.again.setText("1357")
    dialog.confirm.click()
    settled(qtbot, context)
    assert app.people.sign_in(noor.id, "1357").bke == date(2024, 4, 1)


def test_a_name_is_found_while_typing(page: AdministrationPage, qtbot: QtBot, app: Application) -> None:
    app.people.add("Sanne Kievit", frozenset({Role.OFFICE}))
    page.reload()
    section = page.sections["register"]
    qtbot.keyClicks(section.search, "kie")
    qtbot.waitUntil(lambda: section.table.total == 1)
    assert section.table.index(0, 0).data() == "Sanne Kievit"


# --- house rules


def test_the_mentor_rule_holds_as_soon_as_it_is_chosen(page: AdministrationPage, app: Application) -> None:
    page.show_section("rules")
    section = page.sections["rules"]
    assert section.mentor.code == MentorRule.BLOCK
    section.mentor.button(MentorRule.WARN).click()
    assert app.house_rules.mentor_rule is MentorRule.WARN
    assert section.note.text().startswith("Saved.")


# --- the workspace


def test_a_backup_is_made_listed_and_checked(
    page: AdministrationPage, qtbot: QtBot, context: Context, app: Application
) -> None:
    shutil.rmtree(app.safekeeping.place / backup.FOLDER_NAME, ignore_errors=True)
    page.show_section("workspace")
    card = page.sections["workspace"].backups
    assert "none yet" in card.summary.text()
    card.back_up.click()
    settled(qtbot, context)
    says(qtbot, card, "The backup was made and checked.")
    assert card.table.index(0, 1).data() == "asked for"
    card.list.selectRow(0)
    card.check.click()
    settled(qtbot, context)
    says(qtbot, card, "This backup is sound and can be restored.")
    made = app.safekeeping.backups[0]
    made.path.write_bytes(b"\0" * 4096)
    card.check_chosen()
    settled(qtbot, context)
    says(qtbot, card, "damaged")
    assert backup.list_backups(made.path.parent) == [made]


def test_a_second_place_gets_each_backup(
    page: AdministrationPage, qtbot: QtBot, context: Context, tmp_path: Path
) -> None:
    page.show_section("workspace")
    card = page.sections["workspace"].backups
    card.set_second(tmp_path / "weg")
    says(qtbot, card, "not connected")
    stick = tmp_path / "stick"
    stick.mkdir()
    card.set_second(stick)
    assert str(stick) in card.second.text()
    card.make()
    settled(qtbot, context)
    assert len(list(stick.rglob("*.db"))) == 1
    card.no_second.click()
    assert "No copy" in card.second.text()


def test_file_and_dossiers_are_verified_in_readable_words(
    page: AdministrationPage, qtbot: QtBot, context: Context, app: Application, fleur: Student
) -> None:
    dossier = finalised(app, fleur)
    page.show_section("workspace")
    card = page.sections["workspace"].checks
    card.check.click()
    settled(qtbot, context)
    says(qtbot, card, "The file is sound.")
    card.verify.click()
    settled(qtbot, context)
    says(qtbot, card, "exactly what was made final")
    with app.desk.workspace.writing() as unit:
        unit.connection.exec_driver_sql("UPDATE dossiers SET activity_subject = 'Vermenigvuldigen'")
    card.verify.click()
    settled(qtbot, context)
    says(qtbot, card, "not as")
    assert any(one.text().startswith(f"{dossier.number}: ") for one in card.findChildren(QLabel))


def test_the_passphrase_changes_for_who_knows_it(
    page: AdministrationPage, qtbot: QtBot, context: Context, app: Application
) -> None:
    page.show_section("workspace")
    keys = page.sections["workspace"].keys
    dialog = keys.change_passphrase()
    qtbot.keyClicks(dialog.new.first, "vier nieuwe losse woorden")
    dialog.confirm.click()
    says(qtbot, dialog, "differ")
    qtbot.keyClicks(dialog.new.again, "vier nieuwe losse woorden")
    qtbot.keyClicks(dialog.present, "een foute wachtzin")
    dialog.confirm.click()
    settled(qtbot, context)
    says(qtbot, dialog, "passphrase is not right")
    dialog.present.setText(PASSPHRASE)
    dialog.confirm.click()
    settled(qtbot, context)
    app.safekeeping.require_secret(Passphrase("vier nieuwe losse woorden"))
    says(qtbot, keys, "The passphrase was changed")


def test_a_new_recovery_code_is_shown_until_it_was_kept(
    page: AdministrationPage, qtbot: QtBot, context: Context, app: Application
) -> None:
    page.show_section("workspace")
    keys = page.sections["workspace"].keys
    dialog = keys.new_code()
    qtbot.keyClicks(dialog.present, PASSPHRASE)
    qtbot.keyClick(dialog.present, Qt.Key.Key_Return)
    settled(qtbot, context)
    assert dialog.code is not None
    assert not dialog.confirm.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    dialog.code.copy.click()
    code = QApplication.clipboard().text()
    qtbot.keyClicks(dialog.code.typed, code[-5:])
    dialog.confirm.click()
    settled(qtbot, context)
    app.safekeeping.require_secret(RecoveryCode(code))
    says(qtbot, keys, "no longer opens")


def test_the_recovery_code_stands_in_for_a_forgotten_passphrase(
    page: AdministrationPage, qtbot: QtBot, context: Context, app: Application
) -> None:
    code = app.safekeeping.new_recovery_code(Passphrase(PASSPHRASE))
    dialog = page.sections["workspace"].keys.change_passphrase()
    dialog.present.setText(code)
    dialog.new.first.setText("vier nieuwe losse woorden")
    dialog.new.again.setText("vier nieuwe losse woorden")
    dialog.confirm.click()
    settled(qtbot, context)
    app.safekeeping.require_secret(Passphrase("vier nieuwe losse woorden"))


def test_the_keyring_is_told_to_remember_and_to_forget(
    page: AdministrationPage, qtbot: QtBot, context: Context, app: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.show_section("workspace")
    settled(qtbot, context)
    keys = page.sections["workspace"].keys
    assert "no keyring" in keys.keyring.text()
    monkeypatch.setattr(InMemory, "__module__", "keyring.backends.SecretService")
    before, ring = keyring.get_keyring(), InMemory()
    keyring.set_keyring(ring)
    try:
        keys.reload()
        settled(qtbot, context)
        keys.remember.click()
        qtbot.waitUntil(keys.forget.isVisible)
        assert ring.kept
        keys.forget.click()
        qtbot.waitUntil(keys.remember.isVisible)
        assert not ring.kept
        ring.locked = True
        keys.remember.click()
        says(qtbot, keys, "gives no access")
    finally:
        keyring.set_keyring(before)


def test_the_window_locks_on_demand(page: AdministrationPage, navigator: RecordingNavigator) -> None:
    page.show_section("workspace")
    page.sections["workspace"].lock.click()
    assert navigator.steps == [("sign out",)]


# --- display


def test_choices_for_the_screen_are_kept_and_applied(
    page: AdministrationPage, qtbot: QtBot, navigator: RecordingNavigator
) -> None:
    page.show_section("display")
    section = page.sections["display"]
    for field, words in (
        (section.language, "English"),
        (section.theme, "high contrast"),
        (section.scale, "125 %"),
        (section.idle, "never"),
    ):
        field.setCurrentText(words)
    section.apply.click()
    qtbot.waitUntil(lambda: navigator.steps == [("redress",)])
    assert preferences.load() == preferences.Preferences("en", "contrast", 1.25, 0)
    page.reload()
    assert section.scale.code == "1.25"


def test_a_settings_folder_that_refuses_is_said(page: AdministrationPage, tmp_path: Path) -> None:
    (tmp_path / "settings").write_text("a file stands in the way")
    page.show_section("display")
    page.sections["display"].apply.click()
    assert "cannot be written" in page.sections["display"].note.text()
