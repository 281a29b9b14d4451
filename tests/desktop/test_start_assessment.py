"""The dialog that starts an assessment: what is known is filled in, and it says which form will be frozen."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from assessor.desktop.context import Context
from assessor.desktop.dialogs.start_assessment import StartAssessmentDialog
from assessor.desktop.sheet.page import SheetPage
from assessor.domain.forms import FormKind
from assessor.domain.organisation import OrganisationType
from assessor.domain.people import Person, Role
from assessor.domain.ratings import Place
from assessor.domain.student import Placement, Student
from assessor.services.forms.sending import Recipient
from tests.desktop.conftest import RecordingNavigator
from tests.desktop.seeing import rows, settle, words
from tests.exchange import outgoing
from tests.services import stories


def asked(qtbot: QtBot, context: Context, student: Student | None = None) -> StartAssessmentDialog:
    dialog = StartAssessmentDialog(context, student.id if student else None)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    settle(qtbot, context)
    return dialog


def seek(qtbot: QtBot, context: Context, dialog: StartAssessmentDialog, text: str) -> int:
    """Search a student; answers how many are offered then."""
    with qtbot.waitSignal(dialog.search.sought):
        dialog.search.clear()
        qtbot.keyClicks(dialog.search, text)
    settle(qtbot, context)
    return len(rows(dialog.list))


def press(dialog: StartAssessmentDialog, text: str) -> None:
    """Press the button with this text."""
    next(button for button in dialog.findChildren(QPushButton) if button.text() == text).click()


@pytest.fixture
def sem(context: Context, noor: Person) -> Student:
    """An Ad student who works in a place outside the partnership."""
    students = context.application.students
    place, _ = students.add_organisation("Buurthuis De Hommel", OrganisationType.OUTSIDE)
    placement = Placement("", "", place.id, "Jet Wikke", date(2025, 9, 1), date(2026, 6, 30), "bso", own_job=True)
    added, _ = students.add(Student("", "600001", "Sem", "", "Heide", "ad", "pep", "semester-1-2"), placement)
    return added


def test_begin_opens_a_dossier_with_what_was_known(
    qtbot: QtBot, context: Context, navigator: RecordingNavigator, noor: Person, fleur: Student
) -> None:
    dialog = asked(qtbot, context, fleur)
    assert dialog.group.hasFocus()
    assert dialog.group.text() == "groep 5"
    assert dialog.supervisor.text() == "Mees Appelboom"
    seen = words(dialog)
    for said in ("Fleur van Zonnedauw · 500001", "Mentor", "Version 1.0 · attempt 1", "Example - not established"):
        assert said in seen
    qtbot.keyClicks(dialog.subject, "Breuken")
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.dossier is not None
    dossier = context.application.work.dossier(dialog.dossier.id)
    assert navigator.steps == [("dossier", dossier.id, "sheet", "")]
    assert dossier.activity.day == date(2026, 1, 20)
    assert (dossier.activity.group, dossier.activity.subject) == ("groep 5", "Breuken")
    assert (dossier.supervisor, dossier.phase, dossier.attempt) == ("Mees Appelboom", "jaar-3", 1)


def test_a_student_is_chosen_by_typing_and_the_words_follow_the_opleiding(
    qtbot: QtBot, context: Context, noor: Person, fleur: Student, sem: Student
) -> None:
    dialog = asked(qtbot, context)
    assert dialog.search.hasFocus()
    assert not dialog.confirm.isEnabled()
    assert "Choose a student" in words(dialog)
    assert seek(qtbot, context, dialog, "heide") == 1
    assert "Practice supervisor" in words(dialog)
    assert dialog.organisation.name.text() == "Buurthuis De Hommel"
    assert "Practice assessment, associate degree (Ad)" in words(dialog)
    assert dialog.confirm.isEnabled()
    assert seek(qtbot, context, dialog, "xyz") == 0
    assert not dialog.confirm.isEnabled()
    with qtbot.waitSignal(dialog.search.sought):
        qtbot.keyClick(dialog.search, Qt.Key.Key_Escape)
    settle(qtbot, context)
    assert len(rows(dialog.list)) == 2
    qtbot.keyClick(dialog.search, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    assert dialog.student is not None
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert dialog.group.hasFocus()


def test_without_an_instrument_for_that_day_it_says_what_to_do(
    qtbot: QtBot, context: Context, noor: Person, fleur: Student
) -> None:
    dialog = asked(qtbot, context, fleur)
    dialog.day.show_day(date(2024, 1, 15))
    assert not dialog.confirm.isEnabled()
    assert "2025" in words(dialog)
    dialog.day.show_day(date(2026, 1, 15))
    assert dialog.confirm.isEnabled()
    dialog.variant.setCurrentIndex(dialog.variant.findData("deeltijd"))
    dialog.phase.setCurrentIndex(dialog.phase.findData("jaar-4"))
    assert "Year 4 (final placement)" in words(dialog)
    dialog.confirm.click()
    assert dialog.dossier is not None
    assert (dialog.dossier.variant, dialog.dossier.phase) == ("deeltijd", "jaar-4")


def test_a_draft_that_is_open_already_is_offered(
    qtbot: QtBot, context: Context, navigator: RecordingNavigator, noor: Person, fleur: Student
) -> None:
    begun = stories.begun(context.application, fleur)
    dialog = asked(qtbot, context, fleur)
    assert f"You have a draft for this student already: {begun.number}." in words(dialog)
    press(dialog, "&Open that draft")
    assert navigator.steps == [("dossier", begun.id, "sheet", "")]
    assert context.application.work.of_student(fleur.id) == [begun]


def test_the_draft_of_another_assessor_is_told_and_not_opened(
    qtbot: QtBot, context: Context, noor: Person, fleur: Student
) -> None:
    begun = stories.begun(context.application, fleur)
    ties, _ = context.application.people.add("Ties Ratel", frozenset({Role.ASSESSOR}))
    context.application.people.sign_in(ties.id)
    dialog = asked(qtbot, context, fleur)
    assert f"Another assessor has a draft for this student: {begun.number}." in words(dialog)
    assert "&Open that draft" not in words(dialog)


def test_an_insufficient_leads_to_the_resit(
    qtbot: QtBot, context: Context, navigator: RecordingNavigator, noor: Person, fleur: Student
) -> None:
    failed = stories.finalised(context.application, fleur, _4_1="O")
    dialog = asked(qtbot, context, fleur)
    assert "Is this a resit?" in words(dialog)
    press(dialog, f"Open {failed.number}")
    assert navigator.steps == [("dossier", failed.id, "result", "")]
    other = asked(qtbot, context, fleur)
    other.phase.setCurrentIndex(other.phase.findData("jaar-4"))
    assert "Is this a resit?" not in words(other)


def test_standing_in_for_somebody_takes_a_reason(qtbot: QtBot, context: Context, noor: Person, fleur: Student) -> None:
    dialog = asked(qtbot, context, fleur)
    assert "In place of" not in words(dialog).splitlines()
    dialog.replaces.setChecked(True)
    assert dialog.in_place_of.hasFocus()
    qtbot.keyClicks(dialog.in_place_of, "Ties Ratel")
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.dossier is None
    assert "Fill in of whom, and why." in words(dialog)
    assert dialog.in_place_reason.hasFocus()
    qtbot.keyClicks(dialog.in_place_reason, "ziek")
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.dossier is not None
    assert (dialog.dossier.in_place_of, dialog.dossier.in_place_reason) == ("Ties Ratel", "ziek")


def test_a_new_organisation_is_added_on_the_way(qtbot: QtBot, context: Context, noor: Person, fleur: Student) -> None:
    dialog = asked(qtbot, context, fleur)
    dialog.organisation.name.clear()
    qtbot.keyClicks(dialog.organisation.name, "=IKC Het Duin")
    dialog.organisation.kind.setCurrentIndex(dialog.organisation.kind.findData(OrganisationType.IKC.value))
    dialog.confirm.click()
    assert dialog.dossier is not None
    organisation = context.application.students.organisation(dialog.dossier.organisation_id or "")
    assert (organisation.name, organisation.type) == ("=IKC Het Duin", OrganisationType.IKC)


def test_escape_starts_nothing(
    qtbot: QtBot, context: Context, navigator: RecordingNavigator, noor: Person, fleur: Student
) -> None:
    dialog = asked(qtbot, context, fleur)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert context.application.work.of_student(fleur.id) == []
    assert navigator.steps == []


def test_what_the_student_wrote_beforehand_is_filled_in_and_its_source_said(
    qtbot: QtBot, context: Context, noor: Person, fleur: Student, sem: Student, tmp_path: Path
) -> None:
    forms, work = context.application.forms, context.application.work
    out = forms.send([Recipient(fleur.id)], [FormKind.PREPARATION], tmp_path, "nl").files[0].path
    answers = {"activity:day": "22-1-2026", "activity:subject": "Breuken", "formative:F1:0": "Ik leidde het leerteam."}
    out.write_bytes(outgoing.filled(out.read_bytes(), answers))
    forms.accept(forms.receive([out]))

    dialog = asked(qtbot, context)
    dialog.show_student(sem)
    assert dialog.prefilled.isHidden()
    dialog.show_student(fleur)
    assert (dialog.day.day, dialog.group.text(), dialog.subject.text()) == (date(2026, 1, 22), "groep 5", "Breuken")
    assert "from the student's preparation form, received on 20 January 2026" in dialog.prefilled.text()
    press(dialog, "Begin")
    assert dialog.dossier is not None
    dossier = work.dossier(dialog.dossier.id)
    assert dossier.sheet.passage(Place.formative_answer("F1", 0)) == "Ik leidde het leerteam."

    sheet = SheetPage(context, dossier.id)
    qtbot.addWidget(sheet)
    assert sheet.came.told.text() == "Filled in from: preparation form (20 Jan 2026)."
    with qtbot.waitSignal(sheet.forms_wanted) as wanted:
        sheet.came.look.click()
    assert wanted.args == [dossier.id, []]
    assert forms.waiting(fleur.id) is None


def test_from_the_student_itself_the_day_of_the_preparation_form_is_taken_as_well(
    qtbot: QtBot, context: Context, noor: Person, fleur: Student, tmp_path: Path
) -> None:
    forms = context.application.forms
    out = forms.send([Recipient(fleur.id)], [FormKind.PREPARATION], tmp_path, "nl").files[0].path
    out.write_bytes(outgoing.filled(out.read_bytes(), {"activity:day": "22-1-2026"}))
    forms.accept(forms.receive([out]))
    dialog = asked(qtbot, context, fleur)
    assert dialog.day.day == date(2026, 1, 22)
    assert dialog.group.hasFocus()
    press(dialog, "Begin")
    assert dialog.dossier is not None
    assert dialog.dossier.activity.day == date(2026, 1, 22)


def test_a_scoring_form_that_waits_is_named_on_the_sheet(
    qtbot: QtBot, context: Context, noor: Person, fleur: Student, tmp_path: Path
) -> None:
    forms = context.application.forms
    dossier = stories.begun(context.application, fleur)
    assert SheetPage(context, dossier.id).came.isHidden()
    out = forms.send([Recipient(fleur.id, dossier.id)], [FormKind.SCORES], tmp_path, "nl").files[0].path
    out.write_bytes(outgoing.filled(out.read_bytes(), {"level:1.1": "V"}))
    forms.accept(forms.receive([out]))
    sheet = SheetPage(context, dossier.id)
    qtbot.addWidget(sheet)
    assert sheet.came.told.text() == "To be taken over: scoring form (20 Jan 2026)."
