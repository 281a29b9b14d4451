"""The lists of assessments and students: found as one types, opened by Enter, never loaded whole."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from assessor.desktop.context import Context
from assessor.desktop.dialogs.student import StudentDialog
from assessor.desktop.models import dossiers
from assessor.desktop.pages.assessments import AssessmentsPage
from assessor.desktop.pages.students import StudentsPage
from assessor.desktop.wording import Wording
from assessor.domain.dossier import State
from assessor.domain.organisation import OrganisationType
from assessor.domain.people import Person, Role
from assessor.domain.programme import PROGRAMMES
from assessor.domain.student import Student
from assessor.services.work import Filter
from assessor.storage.repositories.dossier_lines import Standing
from tests.desktop.conftest import RecordingNavigator
from tests.desktop.seeing import rows, settle, shown, words
from tests.services import stories


@pytest.fixture
def andre(context: Context, noor: Person) -> Student:
    """A student of the Ad with accents in the name and no placement."""
    added, _ = context.application.students.add(
        Student("", "600002", "André", "", "Çelik", "ad", "pep", "semester-3-4", "2024-2025")
    )
    return added


def assessments_page(qtbot: QtBot, context: Context) -> AssessmentsPage:
    page = AssessmentsPage(context)
    shown(qtbot, context, page)
    return page


def students_page(qtbot: QtBot, context: Context) -> StudentsPage:
    page = StudentsPage(context)
    shown(qtbot, context, page)
    return page


def seek(qtbot: QtBot, context: Context, page: AssessmentsPage | StudentsPage, text: str) -> list[str]:
    """Type into the search field; answers the names that stand in the list then."""
    column = dossiers.STUDENT if isinstance(page, AssessmentsPage) else 0
    with qtbot.waitSignal(page.search.sought):
        page.search.clear()
        qtbot.keyClicks(page.search, text)
    settle(qtbot, context)
    return [row[column] for row in rows(page.list)]


# --- assessments


def test_every_phase_state_and_outcome_fits_its_column(
    qtbot: QtBot, context: Context, noor: Person, fleur: Student
) -> None:
    stories.begun(context.application, fleur)
    wording = Wording(context)
    courses = [
        wording.course(programme, phase.code)
        for programme in PROGRAMMES
        for phase in context.application.instruments.phases(programme)
    ]
    assert "pabo, year 4 (final placement)" in courses
    page, students = assessments_page(qtbot, context), students_page(qtbot, context)
    metrics = page.list.fontMetrics()
    for course in courses:
        assert metrics.horizontalAdvance(course) + 16 <= page.list.columnWidth(dossiers.COURSE)
        assert metrics.horizontalAdvance(course) + 16 <= students.list.columnWidth(2)
    for standing in Standing:
        chip = metrics.horizontalAdvance(f"◆ {context.say(standing.word)}") + 36
        assert chip <= page.list.columnWidth(dossiers.STANDING)


def test_any_part_of_a_name_or_number_finds_a_dossier(
    qtbot: QtBot, context: Context, noor: Person, fleur: Student, andre: Student
) -> None:
    stories.begun(context.application, fleur)
    second = stories.begun(context.application, andre)
    page = assessments_page(qtbot, context)
    assert seek(qtbot, context, page, "andre cel") == ["André Çelik"]
    assert seek(qtbot, context, page, "zonne") == ["Fleur van Zonnedauw"]
    assert seek(qtbot, context, page, second.number) == ["André Çelik"]
    assert seek(qtbot, context, page, "600002") == ["André Çelik"]
    assert words(page).count("1 assessment(s)") == 1
    assert seek(qtbot, context, page, "100%_") == []
    assert "Nothing found" in words(page)
    page.nothing.action.click()
    qtbot.wait(200)
    settle(qtbot, context)
    assert len(rows(page.list)) == 2
    assert not page.mine.isChecked()


def test_a_line_says_how_far_and_with_which_outcome(
    qtbot: QtBot, context: Context, noor: Person, fleur: Student
) -> None:
    app = context.application
    begun = stories.begun(app, fleur)
    app.assessments.rate(begun.id, "1.1", "V")
    final = stories.finalised(app, fleur, _4_1="O")
    page = assessments_page(qtbot, context)
    by_number = {row[0]: row for row in rows(page.list)}
    assert by_number[begun.number][2:6] == ["pabo, year 3", "19 Jan 2026", "1 of 36", ""]
    assert by_number[final.number][4:6] == ["final", "insufficient"]
    spoken = page.table.index(0, dossiers.OUTCOME).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken in {"Outcome: insufficient", "Outcome: "}
    assert page.table.outcome_badge(page.table.row(0)) in {("insufficient", "insufficient"), None}
    picture = page.list.grab().toImage()
    assert picture.width() > 0


def test_filters_stay_as_they_were_left(
    qtbot: QtBot, context: Context, noor: Person, fleur: Student, andre: Student
) -> None:
    app = context.application
    done = stories.scored(app, fleur)
    stories.begun(app, andre)
    page = assessments_page(qtbot, context)
    page.standing.setCurrentIndex(page.standing.findData(Standing.COMPLETE.value))
    settle(qtbot, context)
    assert [row[0] for row in rows(page.list)] == [done.number]
    later = assessments_page(qtbot, context)
    assert later.wanted() == Filter(mine=True, standing=Standing.COMPLETE)
    assert [row[0] for row in rows(later.list)] == [done.number]


def test_a_filter_set_elsewhere_is_taken_over_when_the_page_shows(
    qtbot: QtBot, context: Context, noor: Person, fleur: Student
) -> None:
    stories.begun(context.application, fleur)
    page = assessments_page(qtbot, context)
    page.hide()
    context.application.work.keep_filter(Filter(mine=True, standing=Standing.FINAL))
    page.show()
    settle(qtbot, context)
    assert page.standing.code == Standing.FINAL.value
    assert "Nothing found" in words(page)


def test_my_work_only_leaves_others_out_and_the_assessors_column_with_it(
    qtbot: QtBot, context: Context, noor: Person, fleur: Student
) -> None:
    app = context.application
    ties, _ = app.people.add("Ties Ratel", frozenset({Role.ASSESSOR}))
    app.people.sign_in(ties.id)
    stories.begun(app, fleur)
    app.people.sign_in(noor.id)
    own = stories.begun(app, fleur)
    page = assessments_page(qtbot, context)
    assert [row[0] for row in rows(page.list)] == [own.number]
    assert page.list.isColumnHidden(dossiers.ASSESSOR)
    page.mine.setFocus()
    qtbot.keyClick(page.mine, Qt.Key.Key_Space)
    settle(qtbot, context)
    assert len(rows(page.list)) == 2
    assert not page.list.isColumnHidden(dossiers.ASSESSOR)


def test_it_opens_by_keyboard(
    qtbot: QtBot, context: Context, navigator: RecordingNavigator, noor: Person, fleur: Student
) -> None:
    app = context.application
    begun = stories.begun(app, fleur)
    page = assessments_page(qtbot, context)
    page.list.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.search.hasFocus()
    qtbot.keyClick(page.search, Qt.Key.Key_Down)
    assert page.list.hasFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    qtbot.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert navigator.steps == [("dossier", begun.id, "sheet", ""), ("start", "")]
    app.results.close(begun.id, State.NO_SHOW, "Student was ziek.")
    page.reload()
    settle(qtbot, context)
    page.open_row(0)
    assert navigator.steps[-1] == ("dossier", begun.id, "result", "")


def test_the_context_menu_opens_and_copies(
    qtbot: QtBot, context: Context, navigator: RecordingNavigator, noor: Person, fleur: Student
) -> None:
    begun = stories.begun(context.application, fleur)
    page = assessments_page(qtbot, context)
    menu = page.list.menu_of(0)
    verbs = {action.text(): action for action in menu.actions()}
    assert list(verbs) == ["Open", "Open the check page", "Copy the number"]
    for action in verbs.values():
        action.trigger()
    assert navigator.steps == [("dossier", begun.id, "sheet", ""), ("dossier", begun.id, "check", "")]
    assert QGuiApplication.clipboard().text() == begun.number


def test_a_long_list_comes_in_pages_and_keeps_its_place(
    qtbot: QtBot, context: Context, noor: Person, fleur: Student
) -> None:
    for _ in range(120):
        stories.begun(context.application, fleur)
    page = assessments_page(qtbot, context)
    assert page.table.rowCount() == 50
    assert page.table.total == 120
    assert "120 assessment(s)" in words(page)
    page.table.fetchMore(QModelIndex())
    assert page.table.rowCount() == 100
    page.list.selectRow(80)
    chosen = page.table.row(80).id
    page.reload()
    settle(qtbot, context)
    assert page.table.rowCount() == 100
    assert page.table.row(page.list.currentIndex()).id == chosen


def test_a_narrow_window_spares_what_is_least_needed(
    qtbot: QtBot, context: Context, noor: Person, fleur: Student
) -> None:
    stories.begun(context.application, fleur)
    page = AssessmentsPage(context)
    shown(qtbot, context, page, width=760)
    assert page.list.isColumnHidden(dossiers.CHANGED)
    assert page.list.columnWidth(dossiers.STUDENT) >= 160
    page.resize(1400, 760)
    assert not page.list.isColumnHidden(dossiers.CHANGED)


def test_an_empty_workspace_says_so(qtbot: QtBot, context: Context, noor: Person) -> None:
    context.application.work.keep_filter(Filter())
    assert "No practice assessments yet" in words(assessments_page(qtbot, context))


# --- students


def test_a_student_is_found_and_shown(
    qtbot: QtBot, context: Context, noor: Person, fleur: Student, andre: Student
) -> None:
    page = students_page(qtbot, context)
    assert [row[0] for row in rows(page.list)] == ["Çelik, André", "Zonnedauw, Fleur van"]
    assert seek(qtbot, context, page, "fleur") == ["Zonnedauw, Fleur van"]
    seen = words(page.details)
    for said in ("Fleur van Zonnedauw", "500001", "full-time", "Year 3", "2023-2024", "Ties Berkenlaan"):
        assert said in seen
    for said in ("De Wilgenroos, Zomerdam", "Mentor", "Mees Appelboom", "1 Sept 2025 until 16 Jan 2026", "None yet."):
        assert said in seen
    assert seek(qtbot, context, page, "andre") == ["Çelik, André"]
    assert "Nothing filled in yet." in words(page.details)
    assert seek(qtbot, context, page, "niemand") == []
    assert seek(qtbot, context, page, "wilgenroos 2023") == ["Zonnedauw, Fleur van"]
    assert seek(qtbot, context, page, "niemand") == []
    assert "No student of this programme answers" in words(page)


def test_the_opleiding_filters(qtbot: QtBot, context: Context, noor: Person, fleur: Student, andre: Student) -> None:
    page = students_page(qtbot, context)
    page.programme.setCurrentIndex(page.programme.findData("ad"))
    settle(qtbot, context)
    assert [row[0] for row in rows(page.list)] == ["Çelik, André"]
    assert "1 student(s)" in words(page)
    later = students_page(qtbot, context)
    assert [row[0] for row in rows(later.list)] == ["Çelik, André"]


def test_who_is_added_shows_whatever_the_filter_was(
    qtbot: QtBot, context: Context, noor: Person, fleur: Student, andre: Student
) -> None:
    page = students_page(qtbot, context)
    page.programme.setCurrentIndex(page.programme.findData("ad"))
    settle(qtbot, context)
    page.add.click()
    dialog = page.findChild(StudentDialog)
    assert dialog is not None
    for field, text in ((dialog.number, "500010"), (dialog.first_name, "Mia"), (dialog.last_name, "Mol")):
        qtbot.keyClicks(field, text)
    dialog.programme.setCurrentIndex(dialog.programme.findData("pabo"))
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [row[0] for row in rows(page.list)] == ["Mol, Mia"])
    assert page.programme.code == ""


def test_a_students_dossiers_are_links(
    qtbot: QtBot, context: Context, navigator: RecordingNavigator, noor: Person, fleur: Student
) -> None:
    final = stories.finalised(context.application, fleur)
    page = students_page(qtbot, context)
    link = page.details.findChild(QPushButton, f"dossier-{final.number}")
    assert link is not None
    assert link.text() == f"{final.number} · 19 Jan 2026 · sufficient"
    link.setFocus()
    qtbot.keyClick(link, Qt.Key.Key_Space)
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert page.details.start.hasFocus()
    qtbot.keyClick(page.details.start, Qt.Key.Key_Space)
    assert navigator.steps == [("dossier", final.id, "result", ""), ("start", fleur.id)]


def test_a_student_is_added_with_a_placement_at_a_new_organisation(
    qtbot: QtBot, context: Context, noor: Person, fleur: Student
) -> None:
    page = students_page(qtbot, context)
    qtbot.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    dialog = page.findChild(StudentDialog)
    assert dialog is not None
    for text in ("500009", "Bram", "de", "Egel"):
        qtbot.keyClicks(dialog.focusWidget(), text)
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    dialog.programme.setCurrentIndex(dialog.programme.findData("ad"))
    dialog.placed.setChecked(True)
    assert "Practice supervisor" in words(dialog)
    assert [dialog.phase.itemData(number) for number in range(dialog.phase.count())] == ["semester-1-2", "semester-3-4"]
    qtbot.keyClicks(dialog.organisation.name, "Het Mierennest")
    assert dialog.organisation.kind.isVisible()
    dialog.organisation.kind.setCurrentIndex(dialog.organisation.kind.findData(OrganisationType.CHILDCARE.value))
    qtbot.keyClicks(dialog.supervisor, "Els Kever")
    dialog.own_job.setChecked(True)
    dialog.confirm.click()
    qtbot.wait(200)
    settle(qtbot, context)
    students = context.application.students
    bram = students.search("bram")[0]
    assert (bram.name, bram.programme, bram.variant, bram.cohort) == ("Bram de Egel", "ad", "pep", "2025-2026")
    placement = students.placements(bram.id)[0]
    assert (placement.supervisor, placement.own_job) == ("Els Kever", True)
    assert students.organisation(placement.organisation_id).type is OrganisationType.CHILDCARE
    assert "Bram de Egel" in words(page.details)
    assert "Own job" in words(page.details)


@pytest.mark.qt_log_ignore("This plugin does not support")  # a popup on a screen in memory
def test_a_known_organisation_is_offered_and_not_added_twice(
    qtbot: QtBot, context: Context, noor: Person, fleur: Student
) -> None:
    dialog = StudentDialog(context)
    qtbot.addWidget(dialog)
    dialog.placed.setChecked(True)
    dialog.show()
    qtbot.keyClicks(dialog.organisation.name, "wilgen")
    assert dialog.organisation.is_new
    completions = dialog.organisation.name.completer().completionModel()
    assert completions.index(0, 0).data() == "De Wilgenroos, Zomerdam"
    dialog.organisation.name.clear()
    qtbot.keyClicks(dialog.organisation.name, "de wilgenroos")
    assert not dialog.organisation.kind.isVisible()
    for field, text in ((dialog.number, "500010"), (dialog.first_name, "Mia"), (dialog.last_name, "Mol")):
        qtbot.keyClicks(field, text)
    dialog.confirm.click()
    assert dialog.saved is not None
    assert len(context.application.students.organisations()) == 1


def test_what_is_missing_is_said_and_nothing_is_lost(
    qtbot: QtBot, context: Context, noor: Person, fleur: Student
) -> None:
    dialog = StudentDialog(context)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClicks(dialog.number, fleur.number)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert "The first name has not been filled in." in words(dialog)
    assert dialog.first_name.property("invalid")
    qtbot.keyClicks(dialog.first_name, "Mia")
    assert not dialog.first_name.property("invalid")
    assert "has not been filled in" not in words(dialog)
    qtbot.keyClicks(dialog.last_name, "Mol")
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert "There is a student with this number already." in words(dialog)
    dialog.number.setText("500011")
    dialog.placed.setChecked(True)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert "The organisation has not been filled in." in words(dialog)
    qtbot.keyClicks(dialog.organisation.name, "Het Mierennest")
    dialog.start.show_day(date(2026, 5, 1))
    dialog.end.show_day(date(2026, 4, 1))
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert "The placement ends before it starts." in words(dialog)
    assert context.application.students.count() == 1
    dialog.end.show_day(date(2026, 7, 1))
    assert "The placement ends before it starts." not in words(dialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert context.application.students.search("mia")[0].name == "Mia Mol"


def test_a_student_is_changed_and_the_placement_mended(
    qtbot: QtBot, context: Context, noor: Person, fleur: Student
) -> None:
    page = students_page(qtbot, context)
    page.details.edit.click()
    dialog = page.findChild(StudentDialog)
    assert dialog is not None
    assert dialog.organisation.name.text() == "De Wilgenroos, Zomerdam"
    dialog.phase.setCurrentIndex(dialog.phase.findData("jaar-4"))
    dialog.supervisor.setText("Pien Lisdodde")
    dialog.confirm.click()
    qtbot.wait(200)
    settle(qtbot, context)
    assert context.application.students.get(fleur.id).phase == "jaar-4"
    placements = context.application.students.placements(fleur.id)
    assert [one.supervisor for one in placements] == ["Pien Lisdodde"]
    assert "Year 4 (final placement)" in words(page.details)


def test_without_students_the_page_says_what_to_do(qtbot: QtBot, context: Context, noor: Person) -> None:
    page = students_page(qtbot, context)
    assert "No students yet" in words(page)
    page.nobody.action.click()
    assert page.findChild(StudentDialog) is not None
