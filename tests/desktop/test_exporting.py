"""Somebody takes many assessments along from the list: chosen rows or everything found, and can stop."""

from __future__ import annotations

from pathlib import Path

from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from assessor.desktop.context import Context
from assessor.desktop.dialogs.exporting import ExportDialog, Wish
from assessor.desktop.pages.assessments import AssessmentsPage
from assessor.domain.people import Person
from assessor.domain.student import Student
from tests.desktop.conftest import Told
from tests.desktop.seeing import settle, shown, words
from tests.services import stories


def page_with(qtbot: QtBot, context: Context, student: Student, count: int) -> AssessmentsPage:
    for _ in range(count):
        stories.begun(context.application, student)
    page = AssessmentsPage(context)
    shown(qtbot, context, page)
    return page


def numbers(path: Path) -> list[str]:
    return [str(row[0]) for row in load_workbook(path)["Dossiers"].iter_rows(min_row=2, values_only=True)]


def test_the_chosen_rows_go_into_a_workbook_by_keyboard(
    qtbot: QtBot, context: Context, noor: Person, fleur: Student, tmp_path: Path
) -> None:
    page = page_with(qtbot, context, fleur, 3)
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(page.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    chosen = page.chosen()
    assert len(chosen) == 2

    dialog = page.strip.ask("table")
    qtbot.addWidget(dialog)
    assert dialog.which.currentText() == "2 chosen"
    assert "not encrypted" in words(dialog)
    assert dialog.wish == Wish(True, "xlsx", "en")
    QTest.keyClick(dialog.confirm, Qt.Key.Key_Space)
    asked = page.strip.findChild(QFileDialog)
    assert asked is not None
    asked.fileSelected.emit(str(tmp_path / "dossiers.xlsx"))
    asked.close()
    settle(qtbot, context)

    assert len(numbers(tmp_path / "dossiers.xlsx")) == 2
    assert "2 assessment(s) saved as dossiers.xlsx. This file is not encrypted." in words(page)


def test_everything_found_goes_out_when_one_row_is_current(
    qtbot: QtBot, context: Context, noor: Person, fleur: Student, tmp_path: Path
) -> None:
    page = page_with(qtbot, context, fleur, 3)
    dialog = page.strip.ask("pdf")
    qtbot.addWidget(dialog)
    assert dialog.which.currentText() == "all 3 found"
    wish = dialog.wish
    dialog.reject()

    page.strip.save(wish, tmp_path / "pdf")
    settle(qtbot, context)

    assert len(list((tmp_path / "pdf").glob("dossier-*.pdf"))) == 3
    assert "3 PDF(s) saved." in words(page)


def test_saving_can_be_stopped_and_then_no_file_is_there(
    qtbot: QtBot, context: Context, noor: Person, fleur: Student, tmp_path: Path
) -> None:
    page = page_with(qtbot, context, fleur, 2)
    page.strip.save(Wish(False, "csv", "nl"), tmp_path / "d.csv")
    assert page.strip.bar.isVisible()
    assert not page.strip.workbook.isEnabled()
    page.strip.stop.click()
    settle(qtbot, context)

    assert "Stopped. No file was made." in words(page)
    assert not (tmp_path / "d.csv").exists()
    assert page.strip.workbook.isEnabled()


def test_a_place_that_refuses_is_told(
    qtbot: QtBot, context: Context, noor: Person, fleur: Student, tmp_path: Path, told: Told
) -> None:
    page = page_with(qtbot, context, fleur, 1)
    (tmp_path / "weg").write_text("een bestand")
    page.strip.save(Wish(False, "xlsx", "nl"), tmp_path / "weg" / "d.xlsx")
    settle(qtbot, context)
    assert [error.code for error in told.errors] == ["cannot-write"]


def test_the_kinds_of_table_can_be_chosen(qtbot: QtBot, context: Context, noor: Person, fleur: Student) -> None:
    dialog = ExportDialog(context, None, "table", 0, 5)
    qtbot.addWidget(dialog)
    assert [dialog.kind.itemData(place) for place in range(dialog.kind.count())] == ["xlsx", "csv", "criteria.csv"]
    dialog.kind.setCurrentIndex(2)
    dialog.language.setCurrentIndex(0)
    assert dialog.wish == Wish(False, "criteria.csv", "nl")
    dialog.reject()
