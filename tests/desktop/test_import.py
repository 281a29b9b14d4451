"""Importing on the page of students: dropped or chosen, looked at by key, and only then written."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from assessor.desktop.context import Context
from assessor.desktop.dialogs.import_register import ImportDialog
from assessor.desktop.furniture.dropping import FileDrop
from assessor.desktop.pages.students import StudentsPage
from assessor.domain.student import Student
from assessor.services.register_import.plan import Effect
from tests.desktop.seeing import rows, settle, shown, words
from tests.exchange.school_lists import STUDENTS, anna, csv_file

ANNA = anna(studentnummer="500002")

pytestmark = pytest.mark.usefixtures("noor")


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> StudentsPage:
    made = StudentsPage(context)
    context.hub.changed.connect(lambda changes, _initiator: made.refresh(changes))
    shown(qtbot, context, made)
    return made


@pytest.fixture
def mixed(tmp_path: Path, fleur: Student) -> Path:
    """One row that is wrong, one that changes what is known, one that is new, and one that is known."""
    known = (fleur.number, "Fleur", "van", "Zonnedauw", "pabo", "voltijd", "jaar 3", "", "", *[""] * 7)
    changed = list(known)
    changed[8] = "Bo Bos"
    return csv_file(tmp_path / "lijst.csv", (STUDENTS, anna(van="31-2-2026", studentnummer="500009"), changed, ANNA))


def opened(qtbot: QtBot, page: StudentsPage, path: Path | None = None) -> ImportDialog:
    dialog = page.import_file(path)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    settle(qtbot, page.context)
    return dialog


def press(qtbot: QtBot, widget: QWidget, name: str) -> None:
    """Press a button by the keyboard."""
    button = widget.findChild(QPushButton, name)
    assert button is not None
    assert button.isVisibleTo(widget)
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)


def column(dialog: ImportDialog, number: int) -> list[str]:
    return [row[number] for row in rows(dialog.preview.list)]


def dropped(target: QWidget, *urls: str) -> bool:
    """Drag onto a widget and let go; answers whether it wanted that."""
    mime = QMimeData()
    mime.setUrls([QUrl(url) for url in urls])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPointF(9, 9), copy, mime, left, none)
    QApplication.sendEvent(target, enter)
    if enter.isAccepted():
        QApplication.sendEvent(target, QDropEvent(QPointF(9, 9), copy, mime, left, none))
    return enter.isAccepted()


def test_a_list_is_looked_at_first_and_written_by_one_key(
    qtbot: QtBot, context: Context, page: StudentsPage, mixed: Path
) -> None:
    dialog = opened(qtbot, page, mixed)

    assert column(dialog, 0) == ["refused", "changed", "new"]
    assert "1 refused" in words(dialog)
    assert context.application.students.count() == 1

    qtbot.keyClick(dialog.preview.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, context)

    assert "Imported: 1 new and 1 changed." in words(dialog)
    assert "left out" in words(dialog)
    assert [row[:2] for row in rows(page.list)] == [
        ["Berg, Anna van den", "500002"],
        ["Zonnedauw, Fleur van", "500001"],
    ]
    assert context.application.students.search("Fleur")[0].study_coach == "Bo Bos"


def test_each_refusal_says_row_column_and_cure(qtbot: QtBot, page: StudentsPage, mixed: Path) -> None:
    dialog = opened(qtbot, page, mixed)

    press(qtbot, dialog, "filter-refused")

    assert column(dialog, 0) == ["refused"]
    assert dialog.preview.what.text() == "‘31-2-2026’ is no date. Write day, month and year, such as 12-3-2026."
    assert dialog.preview.place.text() == "row 2, column M"
    assert "Correct the" in words(dialog)
    press(qtbot, dialog, "filter-changed")
    assert dialog.preview.what.text() == "study coach: Ties Berkenlaan → Bo Bos"
    press(qtbot, dialog, "filter-all")
    qtbot.keyClick(dialog.preview.list, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.preview.list, Qt.Key.Key_Down)
    assert dialog.preview.who.text() == "Berg, Anna van den"


def test_escape_leaves_everything_as_it_was(qtbot: QtBot, context: Context, page: StudentsPage, mixed: Path) -> None:
    dialog = opened(qtbot, page, mixed)
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert context.application.students.count() == 1


def test_the_same_list_again_has_nothing_to_import(
    qtbot: QtBot, context: Context, page: StudentsPage, tmp_path: Path
) -> None:
    path = csv_file(tmp_path / "lijst.csv", (STUDENTS, ANNA))
    dialog = opened(qtbot, page, path)
    press(qtbot, dialog, "confirm")
    settle(qtbot, context)
    press(qtbot, dialog, "cancel")

    again = opened(qtbot, page, path)

    assert "Everything in this file is in the register already." in words(again)
    assert not again.confirm.isEnabled()
    assert again.cancel.text() == "Close"
    again.write()
    assert context.jobs.is_idle


def test_a_file_that_cannot_be_read_leaves_the_choice_open(
    qtbot: QtBot, context: Context, page: StudentsPage, tmp_path: Path
) -> None:
    dialog = opened(qtbot, page, csv_file(tmp_path / "boodschappen.csv", [("melk", "brood"), ("1", "2")]))

    assert "boodschappen.csv: No columns were recognised. Head each column" in words(dialog)
    assert dialog.open_button.isVisible()

    dialog.read(csv_file(tmp_path / "lijst.csv", (STUDENTS, ANNA)))
    settle(qtbot, context)
    assert column(dialog, 0) == ["new", "new"]
    assert "No columns" not in words(dialog)


def test_a_register_that_changed_meanwhile_asks_to_look_again(
    qtbot: QtBot, context: Context, page: StudentsPage, mixed: Path
) -> None:
    dialog = opened(qtbot, page, mixed)
    context.application.students.add(Student("", "500002", "Anna", "", "Ander", "pabo", "voltijd", "jaar-1"))

    press(qtbot, dialog, "confirm")
    settle(qtbot, context)

    assert "nothing was imported" in words(dialog)
    assert not dialog.confirm.isEnabled()
    next(one for one in dialog.findChildren(QPushButton) if one.text() == "Look again").click()
    settle(qtbot, context)
    assert column(dialog, 0) == ["refused", "changed", "changed"]
    assert dialog.confirm.isEnabled()


def test_an_import_can_be_stopped_and_leaves_nothing(
    qtbot: QtBot, context: Context, page: StudentsPage, mixed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(qtbot, page, mixed)
    # Stopped from its first step on: the thread may be quicker than the test.
    monkeypatch.setattr(context.jobs, "is_stopped", lambda _number: True)

    dialog.write()
    assert dialog.cancel.text() == "Stop"
    settle(qtbot, context)

    assert "Stopped. Nothing was imported." in words(dialog)
    assert context.application.students.count() == 1
    assert dialog.confirm.isEnabled()


def test_what_was_left_out_can_be_shown_afterwards(
    qtbot: QtBot, context: Context, page: StudentsPage, mixed: Path
) -> None:
    dialog = opened(qtbot, page, mixed)
    press(qtbot, dialog, "confirm")
    settle(qtbot, context)

    next(one for one in dialog.findChildren(QPushButton) if one.text() == "Show them").click()

    assert column(dialog, 0) == ["refused"]
    assert not dialog.confirm.isVisible()
    qtbot.keyClick(dialog.preview.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert context.jobs.is_idle


def test_a_file_that_is_dropped_on_the_page_opens_its_preview(
    qtbot: QtBot, context: Context, page: StudentsPage, mixed: Path
) -> None:
    assert not dropped(page, "https://voorbeeld.nl/lijst.csv")
    assert not dropped(page, mixed.as_uri(), mixed.as_uri())
    assert not dropped(page)
    assert dropped(page, mixed.as_uri())

    qtbot.waitUntil(lambda: page.findChild(ImportDialog) is not None)
    dialog = page.findChild(ImportDialog)
    settle(qtbot, context)

    assert column(dialog, 0) == ["refused", "changed", "new"]
    assert dialog.preview.filters[Effect.REFUSED].isVisible()
    dialog.close()


def test_another_file_may_be_dropped_on_the_dialog(
    qtbot: QtBot, context: Context, page: StudentsPage, mixed: Path, tmp_path: Path
) -> None:
    dialog = opened(qtbot, page, mixed)
    other = csv_file(tmp_path / "ander.csv", (STUDENTS, ANNA))

    assert dialog.findChild(FileDrop) is not None
    assert dropped(dialog, other.as_uri())
    qtbot.waitUntil(lambda: dialog.subtitle.text() == "ander.csv")
    settle(qtbot, context)

    assert column(dialog, 0) == ["new"]


def test_an_empty_template_to_begin_with(qtbot: QtBot, page: StudentsPage, tmp_path: Path) -> None:
    dialog = opened(qtbot, page)
    assert "Nothing is written before you press Import." in words(dialog)

    dialog.save_template(tmp_path / "studenten.xlsx")
    assert "Saved as studenten.xlsx." in words(dialog)

    (tmp_path / "bestand").write_text("geen map", encoding="utf-8")
    dialog.save_template(tmp_path / "bestand" / "studenten.xlsx")
    assert "This file cannot be saved here." in words(dialog)
    dialog.read(tmp_path / "studenten.xlsx")
    settle(qtbot, page.context)
    assert not dialog.confirm.isEnabled()


def test_tab_goes_through_the_preview_in_reading_order(qtbot: QtBot, page: StudentsPage, mixed: Path) -> None:
    dialog = opened(qtbot, page, mixed)
    dialog.activateWindow()
    dialog.preview.list.setFocus()
    seen = []
    for _ in range(4):
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.append(focused.objectName() or focused.accessibleName())
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert seen == ["What would change", "another", "cancel", "confirm"]
