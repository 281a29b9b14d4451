"""From *Studenten* forms are written for a cohort: asked, written beside the screen, and listed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from assessor.application import Application
from assessor.desktop.context import Context
from assessor.desktop.forms.cohort import CohortFormsDialog, SendingDialog
from assessor.desktop.pages.students import StudentsPage
from assessor.domain.forms import FormKind
from assessor.domain.people import Person
from assessor.domain.student import Student
from tests.desktop.seeing import settle, shown, words


@pytest.fixture
def page(qtbot: QtBot, context: Context, app: Application, noor: Person, fleur: Student) -> StudentsPage:
    for number, name, cohort in (("600001", "Sam", "2022-2023"), ("600002", "Isa", "2022-2023")):
        app.students.add(Student("", number, name, "", "Ørsted", "pabo", "voltijd", "jaar-3", cohort))
    made = StudentsPage(context)
    shown(qtbot, context, made)
    return made


def asked(page: StudentsPage, folder: Path, *kinds: FormKind) -> CohortFormsDialog:
    page.forms.click()
    dialog = page.findChild(CohortFormsDialog)
    assert dialog is not None
    for kind, box in dialog.kinds.items():
        box.setChecked(kind in kinds)
    dialog.folder.setText(str(folder))
    return dialog


def written(qtbot: QtBot, context: Context, page: StudentsPage, dialog: CohortFormsDialog) -> SendingDialog:
    dialog.confirm.click()
    sending = page.findChild(SendingDialog)
    assert sending is not None
    sending.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    settle(qtbot, context)
    return sending


def test_a_cohort_that_was_found_gets_its_forms_and_the_list_says_what_goes_where(
    qtbot: QtBot, context: Context, page: StudentsPage, tmp_path: Path
) -> None:
    qtbot.keyClicks(page.search, "2022-2023")
    qtbot.waitUntil(lambda: page.table.rowCount() == 2)
    settle(qtbot, context)
    dialog = asked(page, tmp_path / "uit", FormKind.PREPARATION)
    assert dialog.which.itemText(0) == "all 2 found"
    sending = written(qtbot, context, page, dialog)
    table = sending.table
    seen = [[table.item(row, column).text() for column in range(3)] for row in range(table.rowCount())]  # type: ignore[union-attr]
    assert seen == [
        ["Isa Ørsted", "preparation form", "Isa Ørsted"],
        ["Sam Ørsted", "preparation form", "Sam Ørsted"],
    ]
    assert "2 file(s) written. They are not encrypted." in words(sending)
    files = sorted(path.name.split("-")[0] for path in (tmp_path / "uit").iterdir())
    assert len(files) == 3
    assert "verzendlijst" in files
    assert sending.close_button.hasFocus()


def test_only_the_chosen_student(qtbot: QtBot, context: Context, page: StudentsPage, tmp_path: Path) -> None:
    page.list.setCurrentIndex(page.table.index(1, 0))
    dialog = asked(page, tmp_path / "uit", FormKind.ADVICE)
    dialog.which.setCurrentIndex(1)
    name = page.table.row(1).name
    assert dialog.which.currentText() == f"only {name}"
    sending = written(qtbot, context, page, dialog)
    assert sending.sending is not None
    assert [one.student.name for one in sending.sending.files] == [name]


def test_scoring_forms_for_students_without_a_dossier_are_refused_before_anything_is_written(
    qtbot: QtBot, context: Context, page: StudentsPage, tmp_path: Path
) -> None:
    sending = written(qtbot, context, page, asked(page, tmp_path / "uit", FormKind.PREPARATION, FormKind.SCORES))
    assert "3 of these 3 students have none" in words(sending)
    assert not (tmp_path / "uit").exists()
    assert sending.close_button.isVisible()


def test_stopping_shows_what_was_written(qtbot: QtBot, context: Context, page: StudentsPage, tmp_path: Path) -> None:
    dialog = asked(page, tmp_path / "uit", FormKind.PREPARATION, FormKind.ADVICE)
    dialog.confirm.click()
    sending = page.findChild(SendingDialog)
    assert sending is not None
    sending.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.keyClick(sending, Qt.Key.Key_Escape)
    settle(qtbot, context)
    assert sending.isVisible()
    assert "Stopped." in words(sending)
    assert sending.sending is not None
    assert len(sending.sending.files) < 6
    qtbot.keyClick(sending, Qt.Key.Key_Escape)
    assert not sending.isVisible()
