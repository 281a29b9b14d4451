"""An assessor on the check page: settle what is open, read the verdict, answer it, make it final."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from assessor.application import Application
from assessor.desktop.context import Context
from assessor.desktop.dialogs.closing import CloseDialog
from assessor.desktop.dialogs.describing import DescribeDialog
from assessor.desktop.dialogs.finalising import FinaliseDialog
from assessor.desktop.furniture.surfaces import Banner
from assessor.desktop.furniture.texts import GrowingText
from assessor.desktop.pages.check import CheckPage
from assessor.domain.dossier import Activity, Dossier, State
from assessor.domain.instrument import Outcome
from assessor.domain.people import Person
from assessor.domain.ratings import Place
from assessor.domain.student import Student
from assessor.instruments.catalogue import Catalogue
from assessor.paths import forms
from assessor.services.assessments import Start
from tests.desktop.conftest import RecordingNavigator, Told
from tests.services.conftest import ROLES, Clock
from tests.services.stories import begun, finalised, scored

pytestmark = pytest.mark.usefixtures("noor")
MOTIVATION = "The group was restless after the move. She kept every child at work all the same."

Kind = TypeVar("Kind", bound=QWidget)


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> CheckPage:
    page = CheckPage(context)
    qtbot.addWidget(page)
    page.resize(900, 700)
    page.show()
    return page


def visible(page: QWidget) -> str:
    """Everything that stands on the page to read."""
    return "\n".join(one.text() for one in page.findChildren(QLabel) if one.isVisibleTo(page))


def dialog_of(qtbot: QtBot, page: QWidget, kind: type[Kind]) -> Kind:
    """The dialog that is open over the page and has the keyboard."""
    [dialog] = page.findChildren(kind)
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def choose(qtbot: QtBot, page: CheckPage, code: str) -> None:
    [option] = [one for one in page.choice.findChildren(QRadioButton, f"option-{code}") if one.isVisibleTo(page)]
    qtbot.keyClick(option, Qt.Key.Key_Space)


def settled(qtbot: QtBot, page: CheckPage) -> None:
    qtbot.waitUntil(lambda: not page._recheck.isActive())


# --- what is open


def test_unscored_criteria_are_one_line_a_model_and_enter_jumps_to_the_first(
    qtbot: QtBot, app: Application, fleur: Student, page: CheckPage, navigator: RecordingNavigator
) -> None:
    dossier = begun(app, fleur)
    app.assessments.rate(dossier.id, "1.1", "V")
    page.show_dossier(dossier.id)

    first = QApplication.focusWidget()
    assert first is not None
    assert "Model 1: 7 criterion(s) not scored yet, starting at 1.2." in first.accessibleName()
    assert "blocking" in first.accessibleName()
    assert sum("not scored yet" in one for one in page.findings.lines()) == 5
    qtbot.keyClick(first, Qt.Key.Key_Return)
    assert navigator.steps == [("dossier", dossier.id, "sheet", "rating:1.2")]


def test_while_something_blocks_the_page_says_so_and_nothing_can_be_made_final(
    qtbot: QtBot, app: Application, fleur: Student, page: CheckPage
) -> None:
    dossier = begun(app, fleur)
    page.show_dossier(dossier.id)

    assert not page.finalise.isEnabled()
    assert "must be settled" in page.obstacle.text()
    assert "Provisional verdict" not in visible(page)
    qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.findChildren(FinaliseDialog) == []


def test_enter_on_not_yet_makes_nothing_final(qtbot: QtBot, app: Application, fleur: Student, page: CheckPage) -> None:
    dossier = scored(app, fleur)
    page.show_dossier(dossier.id)
    choose(qtbot, page, "confirm")
    settled(qtbot, page)
    page.finalise.setFocus()
    qtbot.keyClick(page.finalise, Qt.Key.Key_Return)
    dialog = dialog_of(qtbot, page, FinaliseDialog)
    dialog.cancel.setFocus()
    qtbot.keyClick(dialog.cancel, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert app.work.dossier(dossier.id).state is State.CONCEPT


def test_what_is_chosen_stays_on_screen_when_a_finding_comes_above_it(
    qtbot: QtBot, app: Application, fleur: Student, page: CheckPage
) -> None:
    dossier = scored(app, fleur)
    page.show_dossier(dossier.id)
    page.choice.take_focus()
    page._show_here(page.choice)
    choose(qtbot, page, "depart")
    settled(qtbot, page)
    qtbot.waitUntil(lambda: any("two sentences" in one for one in page.findings.lines()))
    focused = QApplication.focusWidget()
    assert focused is page.choice.motivation
    qtbot.waitUntil(lambda: page.choice.motivation.visibleRegion().boundingRect().height() == focused.height())


def test_the_key_of_making_final_leads_to_what_stands_in_the_way(
    qtbot: QtBot, app: Application, fleur: Student, page: CheckPage, navigator: RecordingNavigator
) -> None:
    dossier = scored(app, fleur)
    page.show_dossier(dossier.id)
    assert page.obstacle.text() == "Confirm the verdict first, or come to another one."
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(QApplication.focusWidget(), QRadioButton)
    assert (page.findChildren(DescribeDialog), navigator.steps) == ([], [])

    app.assessments.rate(dossier.id, "1.1", "O")
    page.show_dossier(dossier.id)
    page.choice.take_focus()
    qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "blocking" in str(getattr(QApplication.focusWidget(), "accessibleName", str)())


def test_what_the_dossier_lacks_is_filled_in_without_leaving_the_page(
    qtbot: QtBot, app: Application, fleur: Student, page: CheckPage
) -> None:
    dossier = scored(app, fleur)
    app.assessments.describe(
        dossier.id, lambda one: replace(one, activity=Activity(date(2026, 1, 19)), organisation_id=None)
    )
    page.show_dossier(dossier.id)
    assert "The group has not been filled in." in visible(page)

    page.findings.wanted.emit("activity")
    dialog = dialog_of(qtbot, page, DescribeDialog)
    qtbot.waitUntil(dialog.group.hasFocus)
    qtbot.keyClicks(dialog.group, "group 6")
    qtbot.keyClicks(dialog.subject, "Maps")
    dialog.organisation.name.setText("De Wilgenroos")
    qtbot.keyClicks(dialog.in_place_of, "Bram Esdoornveld")
    assert not dialog.confirm.isEnabled()
    qtbot.keyClicks(dialog.in_place_reason, "Bram is ill.")
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled(qtbot, page)

    kept = app.work.dossier(dossier.id)
    assert kept.activity == Activity(date(2026, 1, 19), "group 6", "Maps")
    assert (kept.in_place_of, kept.in_place_reason) == ("Bram Esdoornveld", "Bram is ill.")
    assert kept.organisation_id is not None
    assert "has not been filled in" not in visible(page)


def test_a_lapsed_appointment_leads_to_administration(
    app: Application, fleur: Student, clock: Clock, page: CheckPage, navigator: RecordingNavigator
) -> None:
    dossier = scored(app, fleur)
    clock.move(days=300)
    page.show_dossier(dossier.id)
    assert "no valid appointment" in visible(page)
    page.findings.wanted.emit("right")
    assert navigator.steps == [("go", "administration")]


def test_an_insufficient_that_was_not_recorded_before_is_described_right_there(
    qtbot: QtBot, app: Application, fleur: Student, page: CheckPage
) -> None:
    dossier = scored(app, fleur, _2_1="O")
    app.assessments.write(dossier.id, Place.announced("2"), "")
    page.show_dossier(dossier.id)
    assert any("has not been recorded before" in one for one in page.findings.lines())

    page.findings.wanted.emit(Place.announced("2"))
    field = page.verdict.announced[Place.announced("2")]
    assert field.hasFocus()
    qtbot.keyClicks(field, "On 3 December, with her mentor.")
    qtbot.waitUntil(lambda: Place.announced("2") in app.assessments.drafts(dossier.id))
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    settled(qtbot, page)

    assert app.work.dossier(dossier.id).sheet.passage(Place.announced("2")) == "On 3 December, with her mentor."
    assert not any("has not been recorded before" in one for one in page.findings.lines())
    assert page.verdict.announced[Place.announced("2")] is field


def test_words_that_were_being_typed_when_the_program_stopped_are_there_again(
    app: Application, fleur: Student, page: CheckPage
) -> None:
    dossier = scored(app, fleur, _2_1="O")
    app.assessments.choose(dossier.id, None)
    app.assessments.keep_draft(dossier.id, Place.announced("2"), "On 3 Dec")
    page.show_dossier(dossier.id)
    assert page.verdict.announced[Place.announced("2")].toPlainText() == "On 3 Dec"
    assert page.leave()
    assert app.work.dossier(dossier.id).sheet.passage(Place.announced("2")) == "On 3 Dec"


# --- the verdict and the answer to it


def test_a_verdict_shows_in_word_and_sign_with_a_sentence_per_model(
    app: Application, fleur: Student, page: CheckPage
) -> None:
    dossier = scored(app, fleur, _4_6="O", _4_7="O")
    page.show_dossier(dossier.id)

    assert page.verdict.verdict.text() == "■ Insufficient"
    read = visible(page)
    assert "How this verdict comes about" in read
    assert "The practice assessment is insufficient, because model 4 is insufficient." in read
    for number in range(1, 6):
        assert f"Model {number} is " in read
    assert "Example - not established: this is a practice dossier" in read


def test_confirming_and_finalising_by_keyboard_alone(
    qtbot: QtBot, app: Application, fleur: Student, page: CheckPage, navigator: RecordingNavigator
) -> None:
    dossier = scored(app, fleur, _1_1="G", _2_1="G", _3_1="G", _4_1="G", _5_1="G")
    page.show_dossier(dossier.id)
    assert "nothing stands out" in " ".join(one.accessibleName() for one in page.findChildren(Banner))
    assert page.obstacle.text() == "Confirm the verdict first, or come to another one."

    answer = QApplication.focusWidget()
    assert isinstance(answer, QRadioButton)
    assert not answer.isChecked()
    qtbot.keyClick(answer, Qt.Key.Key_Space)
    settled(qtbot, page)
    assert page.finalise.isEnabled()
    qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    dialog = dialog_of(qtbot, page, FinaliseDialog)
    assert "After this the sheet is fixed. A correction takes a reason." in visible(dialog)
    assert app.work.dossier(dossier.id).state is State.CONCEPT
    qtbot.keyClick(dialog, Qt.Key.Key_Return)

    assert app.work.dossier(dossier.id).state is State.FINAL
    assert navigator.steps == [("dossier", dossier.id, "result", "")]


def test_saying_not_yet_leaves_the_concept_as_it_is(
    qtbot: QtBot, app: Application, fleur: Student, page: CheckPage
) -> None:
    dossier = scored(app, fleur)
    page.show_dossier(dossier.id)
    choose(qtbot, page, "confirm")
    settled(qtbot, page)
    page.finalise.click()
    qtbot.keyClick(dialog_of(qtbot, page, FinaliseDialog), Qt.Key.Key_Escape)
    assert app.work.dossier(dossier.id).state is State.CONCEPT


def test_coming_to_another_verdict_takes_two_sentences_that_are_kept(
    qtbot: QtBot, app: Application, fleur: Student, page: CheckPage
) -> None:
    dossier = scored(app, fleur)
    page.show_dossier(dossier.id)
    choose(qtbot, page, "depart")
    settled(qtbot, page)

    assert app.work.dossier(dossier.id).chosen is Outcome.GOOD, "the only other verdict that the form allows"
    assert page.choice.sentence.text() == "The rule gives sufficient. I come to good, because …"
    assert "The rule gives sufficient; you come to good." in visible(page)
    assert "takes a second look" in visible(page), "why insufficient cannot be chosen"
    assert not page.finalise.isEnabled()
    assert page.choice.motivation.hasFocus()
    qtbot.keyClicks(page.choice.motivation, MOTIVATION)
    qtbot.keyClick(page.choice.motivation, Qt.Key.Key_Tab)
    settled(qtbot, page)
    assert app.work.dossier(dossier.id).sheet.passage(Place.DEPARTURE) == MOTIVATION
    assert page.finalise.isEnabled()

    page.finalise.click()
    qtbot.keyClick(dialog_of(qtbot, page, FinaliseDialog), Qt.Key.Key_Return)
    result = app.work.dossier(dossier.id).result
    assert result is not None
    assert (result.outcome, result.departs) == (Outcome.GOOD, True)


def test_following_the_rule_after_all_takes_the_other_verdict_back(
    qtbot: QtBot, app: Application, fleur: Student, page: CheckPage
) -> None:
    dossier = scored(app, fleur)
    app.assessments.choose(dossier.id, Outcome.GOOD)
    page.show_dossier(dossier.id)
    choose(qtbot, page, "confirm")
    settled(qtbot, page)
    assert app.work.dossier(dossier.id).chosen is None
    assert page.verdict.verdict.text() == "● Sufficient"
    assert not page.choice.motivation.isVisibleTo(page)
    assert page.finalise.isEnabled()


def test_across_the_line_no_other_verdict_can_be_chosen(app: Application, fleur: Student, page: CheckPage) -> None:
    dossier = scored(app, fleur, _4_1="O")
    page.show_dossier(dossier.id)
    [other] = page.choice.findChildren(QRadioButton, "option-depart")
    assert not other.isEnabled()
    assert "second look" in other.accessibleDescription()


def test_a_confirmation_does_not_outlive_the_verdict_that_it_confirmed(
    qtbot: QtBot, app: Application, fleur: Student, page: CheckPage
) -> None:
    dossier = scored(app, fleur)
    page.show_dossier(dossier.id)
    choose(qtbot, page, "confirm")
    settled(qtbot, page)
    app.assessments.rate(dossier.id, "4.1", "O")
    app.assessments.note(dossier.id, "4.1", "Shouted at two children.")
    page.show_dossier(dossier.id)
    assert page.obstacle.text() == "Confirm the verdict first, or come to another one."


# --- a rule that leaves more room


@pytest.fixture
def roomy(app: Application, tmp_path: Path) -> Iterator[Path]:
    """A folder of forms of one's own, to be changed before a dossier starts."""
    folder = tmp_path / "forms"
    shutil.copytree(forms(), folder)
    (folder / "published.toml").unlink()
    yield folder
    app.desk.catalogue = Catalogue(forms())


def _rewrite(app: Application, folder: Path, old: str, new: str) -> None:
    changed = 0
    for path in folder.rglob("*.toml"):
        text = path.read_text(encoding="utf-8")
        changed += text.count(old)
        path.write_text(text.replace(old, new), encoding="utf-8")
    assert changed
    app.desk.catalogue = Catalogue(folder)


def test_where_the_rule_only_advises_the_assessor_chooses_and_motivates(
    qtbot: QtBot, app: Application, fleur: Student, page: CheckPage, roomy: Path
) -> None:
    _rewrite(app, roomy, 'family = "kritisch_met_begrensde_compensatie"', 'family = "oordeel_van_de_beoordelaar"')
    dossier = scored(app, fleur)
    page.show_dossier(dossier.id)
    assert page.verdict.heading.text() == "What the rule advises"
    assert "Which verdict do you give?" in visible(page)
    choose(qtbot, page, "G")
    settled(qtbot, page)
    assert page.choice.sentence.text() == "I come to good, because …"
    qtbot.keyClicks(page.choice.motivation, MOTIVATION)
    assert page.leave()
    settled(qtbot, page)
    assert page.finalise.isEnabled()


def test_where_more_than_one_other_verdict_is_allowed_none_is_chosen_beforehand(
    qtbot: QtBot, app: Application, fleur: Student, page: CheckPage, roomy: Path
) -> None:
    _rewrite(app, roomy, 'departure.across_cut = "na_tweede_blik"', 'departure.across_cut = "met_motivering"')
    dossier = scored(app, fleur)
    page.show_dossier(dossier.id)
    choose(qtbot, page, "depart")
    settled(qtbot, page)
    assert page.obstacle.text() == "Choose to which verdict you come."
    assert app.work.dossier(dossier.id).chosen is None
    choose(qtbot, page, "O")
    settled(qtbot, page)
    assert app.work.dossier(dossier.id).chosen is Outcome.INSUFFICIENT


# --- whose dossier it is, and what is over


def test_another_assessor_reads_but_does_not_answer(
    app: Application, fleur: Student, noor: Person, page: CheckPage
) -> None:
    dossier = scored(app, fleur, _2_1="O")
    other, _ = app.people.add("Bram Esdoornveld", ROLES)
    app.people.sign_in(other.id)
    page.show_dossier(dossier.id)
    assert page.obstacle.text() == f"This is the dossier of {noor.name}; only that assessor makes it final."
    assert not page.choice.isEnabled()
    assert page.verdict.announced[Place.announced("2")].isReadOnly()


def test_a_dossier_with_a_result_points_to_it(
    app: Application, fleur: Student, page: CheckPage, navigator: RecordingNavigator
) -> None:
    dossier = finalised(app, fleur)
    page.show_dossier(dossier.id)
    assert not page.finalise.isEnabled()
    assert not page.findings.isVisibleTo(page)
    assert page.obstacle.text() == "This dossier is final already."
    page._to_result()
    assert navigator.steps == [("dossier", dossier.id, "result", "")]


def test_a_dossier_that_is_gone_is_told_and_nothing_breaks(page: CheckPage, told: Told) -> None:
    page.show_dossier("nobody")
    assert len(told.errors) == 1


def test_a_concept_is_closed_without_a_verdict_with_its_reason(
    qtbot: QtBot, app: Application, fleur: Student, context: Context
) -> None:
    dossier: Dossier = begun(app, fleur)
    dialog = CloseDialog(context, None, dossier.id)
    qtbot.addWidget(dialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    with qtbot.waitActive(dialog):
        dialog.show()
    assert not dialog.confirm.isEnabled()
    qtbot.keyClick(dialog.ends.button(State.NO_SHOW.value), Qt.Key.Key_Space)
    qtbot.keyClick(dialog.why, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.isVisible(), "a reason is needed"
    assert dialog.findChildren(Banner)[-1].message.text() == "This needs a reason. Write in one sentence why."

    qtbot.keyClicks(dialog.findChildren(GrowingText)[0], "She was at another school that morning.")
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not dialog.isVisible()
    assert dialog.changes
    closed = app.work.dossier(dossier.id)
    assert (closed.state, closed.state_reason) == (State.NO_SHOW, "She was at another school that morning.")


def test_details_that_were_never_given_start_at_today(
    qtbot: QtBot, app: Application, fleur: Student, context: Context
) -> None:
    dossier, _ = app.assessments.start(Start(fleur.id))
    dialog = DescribeDialog(context, None, dossier)
    qtbot.addWidget(dialog)
    assert dialog.day.day == date(2026, 1, 20)


def test_tab_leads_from_the_findings_to_the_verdict_below_them(
    qtbot: QtBot, app: Application, fleur: Student, page: CheckPage
) -> None:
    dossier = scored(app, fleur)
    app.assessments.write(dossier.id, Place.STRENGTH, "")
    page.show_dossier(dossier.id)
    page.reload()
    last = page.findings._buttons[-1]
    last.setFocus()
    qtbot.keyClick(last, Qt.Key.Key_Tab)
    assert page.choice.isAncestorOf(QApplication.focusWidget())


def test_after_the_details_were_mended_the_next_finding_has_the_keyboard(
    qtbot: QtBot, app: Application, fleur: Student, page: CheckPage
) -> None:
    dossier = begun(app, fleur)
    app.assessments.describe(dossier.id, lambda one: replace(one, activity=replace(one.activity, subject="")))
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.show_dossier(dossier.id)
    [missing] = [one for one in page.findings._buttons if "subject" in one.accessibleName()]
    missing.setFocus()
    missing.click()
    dialog = dialog_of(qtbot, page, DescribeDialog)
    dialog.subject.setText("Breuken")
    dialog.confirm.click()
    settled(qtbot, page)
    assert not any("subject" in one for one in page.findings.lines())
    assert page.focusWidget() in page.findings._buttons
