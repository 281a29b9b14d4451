"""After *definitief maken*: what may be said, the paper, and what can still happen to the dossier."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from assessor.application import Application
from assessor.desktop.context import Context
from assessor.desktop.dialogs.announcing import AnnounceDialog
from assessor.desktop.dialogs.correcting import AbandonDialog, CorrectDialog
from assessor.desktop.dialogs.resitting import ResitDialog
from assessor.desktop.furniture.surfaces import Banner
from assessor.desktop.pages.history import grouped
from assessor.desktop.pages.result import ResultPage
from assessor.domain.dossier import ResitScope, State
from assessor.domain.instrument import Outcome
from assessor.domain.ratings import Place
from assessor.domain.student import Student
from assessor.instruments.catalogue import Catalogue
from assessor.paths import forms
from tests.desktop.conftest import RecordingNavigator, Told
from tests.services.conftest import ROLES
from tests.services.stories import begun, finalised, scored

pytestmark = pytest.mark.usefixtures("noor")

Kind = TypeVar("Kind", bound=QWidget)


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> ResultPage:
    page = ResultPage(context)
    qtbot.addWidget(page)
    page.resize(900, 700)
    page.show()
    return page


def visible(page: QWidget) -> str:
    """Everything that stands on the page to read."""
    return "\n".join(one.text() for one in page.findChildren(QLabel) if one.isVisibleTo(page))


def buttons(page: QWidget) -> list[str]:
    return [one.text() for one in page.findChildren(QPushButton) if one.isVisibleTo(page)]


def dialog_of(qtbot: QtBot, page: QWidget, kind: type[Kind]) -> Kind:
    """The dialog that is open over the page and has the keyboard."""
    [dialog] = page.findChildren(kind)
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def confirm(qtbot: QtBot, dialog: QWidget) -> None:
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


# --- what it says


def test_the_page_says_what_may_be_said_now(app: Application, fleur: Student, page: ResultPage) -> None:
    dossier = finalised(app, fleur, _4_1="O")
    page.show_dossier(dossier.id)

    read = visible(page)
    assert "■ Insufficient" in read
    assert "Made final by Noor Wilgenhout on 20 January 2026" in read
    assert "Call the study coach (Ties Berkenlaan) today." in read
    assert "Promise nothing about a resit; the programme decides on that." in read
    assert "this is a practice dossier; no official result will follow" in read
    assert "Announced on…" not in buttons(page), "a practice dossier is never announced"


def test_history_and_fingerprint_stand_below(qtbot: QtBot, app: Application, fleur: Student, page: ResultPage) -> None:
    dossier = finalised(app, fleur)
    assert dossier.result is not None
    page.show_dossier(dossier.id)
    assert "Made final" in visible(page)
    assert grouped(dossier.result.fingerprint) in visible(page)
    [copy] = [one for one in page.findChildren(QPushButton) if one.text() == "Copy"]
    qtbot.keyClick(copy, Qt.Key.Key_Space)
    assert QApplication.clipboard().text() == dossier.result.fingerprint


def test_a_long_number_stands_in_groups() -> None:
    figures = hashlib.sha256(b"a dossier").hexdigest()
    first, second = grouped(figures).split("\n")
    assert (first + second).replace(" ", "") == figures
    assert {len(group) for group in (first + " " + second).split()} == {4}


def test_another_verdict_than_the_rules_shows_its_motivation(
    app: Application, fleur: Student, page: ResultPage
) -> None:
    dossier = scored(app, fleur)
    app.assessments.choose(dossier.id, Outcome.GOOD)
    app.assessments.write(dossier.id, Place.DEPARTURE, "The group was restless. She kept it together.")
    app.results.finalise(dossier.id)
    page.show_dossier(dossier.id)
    assert "▲ Good" in visible(page)
    assert "The rule gave sufficient. The assessor came to good, because:" in visible(page)
    assert "She kept it together." in visible(page)


# --- paper


class Opened(QObject):
    """Stands in for the desktop's file browser."""

    def __init__(self) -> None:
        super().__init__()
        self.urls: list[QUrl] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.urls.append(url)


@pytest.fixture
def opened() -> Iterator[Opened]:
    one = Opened()
    QDesktopServices.setUrlHandler("file", one, "open")
    yield one
    QDesktopServices.unsetUrlHandler("file")


def test_the_pdf_is_saved_under_a_neutral_name_and_the_page_says_it_is_not_encrypted(
    qtbot: QtBot, app: Application, fleur: Student, page: ResultPage, tmp_path: Path, opened: Opened
) -> None:
    dossier = finalised(app, fleur)
    page.show_dossier(dossier.id)
    assert page.paper.save.hasFocus()
    page.paper.language.setCurrentIndex(page.paper.language.findData("nl"))
    qtbot.keyClick(page.paper.save, Qt.Key.Key_Space)
    dialog = dialog_of(qtbot, page, QFileDialog)
    [proposed] = dialog.selectedFiles()
    assert Path(proposed).name == f"dossier-{dossier.number}.pdf"
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile(str(tmp_path / f"dossier-{dossier.number}.pdf"))
    dialog.accept()

    qtbot.waitUntil(lambda: "not encrypted" in page.paper.told.text(), timeout=20_000)
    assert page.paper.told.text() == f"Saved as dossier-{dossier.number}.pdf. This file is not encrypted."
    text = "\n".join(one.extract_text() for one in PdfReader(tmp_path / f"dossier-{dossier.number}.pdf").pages)
    assert "Totstandkoming van het oordeel" in text
    page.paper.open_folder.click()
    assert [Path(url.toLocalFile()) for url in opened.urls] == [tmp_path]


def test_a_folder_that_refuses_is_told_and_the_button_works_again(
    qtbot: QtBot, app: Application, fleur: Student, page: ResultPage, tmp_path: Path, told: Told
) -> None:
    dossier = finalised(app, fleur)
    page.show_dossier(dossier.id)
    (tmp_path / "file").write_text("no folder")
    page.paper.save_to(tmp_path / "file" / "dossier.pdf")
    assert not page.paper.save.isEnabled()
    qtbot.waitUntil(lambda: bool(told.errors), timeout=20_000)
    assert told.errors[0].code == "cannot-write"
    assert page.paper.save.isEnabled()
    assert not page.paper.told.isVisibleTo(page)


# --- correction


def test_a_correction_opens_with_a_reason_and_can_be_abandoned(
    qtbot: QtBot, app: Application, fleur: Student, page: ResultPage, navigator: RecordingNavigator
) -> None:
    dossier = finalised(app, fleur)
    page.show_dossier(dossier.id)
    page.correct.click()
    dialog = dialog_of(qtbot, page, CorrectDialog)
    confirm(qtbot, dialog)
    assert [one.message.text() for one in dialog.findChildren(Banner) if one.isVisible()] == [
        "This needs a reason. Write in one sentence why."
    ]
    assert app.work.dossier(dossier.id).state is State.FINAL
    qtbot.keyClicks(dialog.why, "The note at 4.6 belongs to 4.7.")
    confirm(qtbot, dialog)

    assert app.work.dossier(dossier.id).revision == 2
    assert navigator.steps == [("dossier", dossier.id, "sheet", "")]
    assert "A correction is open" in visible(page)
    assert "The note at 4.6 belongs to 4.7." in visible(page)
    assert not page.paper.isVisibleTo(page)

    app.assessments.rate(dossier.id, "4.2", "O")
    page.abandon.click()
    confirm(qtbot, dialog_of(qtbot, page, AbandonDialog))
    assert app.work.dossier(dossier.id).sheet == dossier.sheet
    assert "● Sufficient" in visible(page)
    assert "Correction abandoned" in visible(page)


def test_another_assessor_cannot_begin_a_correction(app: Application, fleur: Student, page: ResultPage) -> None:
    dossier = finalised(app, fleur)
    other, _ = app.people.add("Bram Esdoornveld", ROLES)
    app.people.sign_in(other.id)
    page.show_dossier(dossier.id)
    assert "Make a correction…" not in buttons(page)
    app.people.sign_in(dossier.assessor_id)
    app.results.correct(dossier.id, "The wrong group.")
    app.people.sign_in(other.id)
    page.reload()
    assert "Abandon the correction…" not in buttons(page)


# --- resit


def test_a_resit_says_what_each_scope_means_and_opens_the_new_dossier(
    qtbot: QtBot, app: Application, fleur: Student, page: ResultPage, navigator: RecordingNavigator
) -> None:
    failed = finalised(app, fleur, _4_1="O")
    page.show_dossier(failed.id)
    page.resit.click()
    dialog = dialog_of(qtbot, page, ResitDialog)
    read = visible(dialog)
    assert "Model 3, Model 4 and Model 5: scored anew with a new activity. Model 1 and Model 2: taken over." in read
    assert "Model 4: scored anew. The other models are taken over." in read
    assert not dialog.confirm.isEnabled()

    qtbot.keyClick(dialog.scope.button(ResitScope.ACTIVITY.value), Qt.Key.Key_Space)
    qtbot.keyClicks(dialog.subject, "Maps")
    confirm(qtbot, dialog)
    [resit] = [one for one in app.work.of_student(fleur.id) if one.previous_id == failed.id]
    assert (resit.resit_scope, resit.taken_over, resit.activity.subject) == (ResitScope.ACTIVITY, {"1", "2"}, "Maps")
    assert resit.activity.day == date(2026, 1, 20)
    assert navigator.steps == [("dossier", resit.id, "sheet", "")]

    assert "Start a resit…" not in buttons(page)
    assert f"Dossier {resit.number} is the resit of this one." in visible(page)
    page.to_resit.click()
    assert navigator.steps[-1] == ("dossier", resit.id, "sheet", "")

    app.results.close(resit.id, State.WITHDRAWN, "The student stopped.")
    page.reload()
    page.to_resit.click()
    assert navigator.steps[-1] == ("dossier", resit.id, "result", "")


def test_a_scope_that_cannot_lead_to_a_pass_says_so(
    qtbot: QtBot, app: Application, fleur: Student, context: Context
) -> None:
    failed = finalised(app, fleur, _2_1="O")
    dialog = ResitDialog(context, None, app.records.take(failed.id))
    qtbot.addWidget(dialog)
    activity = dialog.scope.button(ResitScope.ACTIVITY.value)
    assert not activity.isEnabled()
    assert activity.accessibleDescription() == (
        "This cannot become sufficient: Model 2 would be taken over as insufficient."
    )


def test_when_no_single_model_failed_there_is_nothing_to_pick_out(
    qtbot: QtBot, app: Application, fleur: Student, context: Context
) -> None:
    failed = finalised(app, fleur, _1_2="O", _3_3="O", _5_2="O")
    assert failed.result is not None
    assert failed.result.outcome is Outcome.INSUFFICIENT
    dialog = ResitDialog(context, None, app.records.take(failed.id))
    qtbot.addWidget(dialog)
    assert not dialog.scope.button(ResitScope.INSUFFICIENT.value).isEnabled()
    assert dialog.scope.button(ResitScope.ALL.value).isEnabled()


def test_a_sufficient_result_offers_no_resit(app: Application, fleur: Student, page: ResultPage) -> None:
    page.show_dossier(finalised(app, fleur).id)
    assert "Start a resit…" not in buttons(page)


# --- an established instrument


def test_a_result_on_an_established_instrument_is_provisional_until_it_is_announced(
    qtbot: QtBot, app: Application, fleur: Student, page: ResultPage, tmp_path: Path
) -> None:
    shutil.copytree(forms(), tmp_path / "forms")
    (tmp_path / "forms" / "published.toml").unlink()
    for path in (tmp_path / "forms").rglob("*.toml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace('status = "voorbeeld"', 'status = "vastgesteld"'), encoding="utf-8")
    app.desk.catalogue = Catalogue(tmp_path / "forms")
    dossier = finalised(app, fleur)
    page.show_dossier(dossier.id)
    assert "Provisional. This result has not been announced yet." in visible(page)
    assert "you will receive that by 9 February 2026" in visible(page)
    assert "practice dossier" not in visible(page)

    page.announce.click()
    confirm(qtbot, dialog_of(qtbot, page, AnnounceDialog))
    assert app.work.dossier(dossier.id).announced_on == date(2026, 1, 20)
    assert "The result was announced on 20 January 2026." in visible(page)
    assert "Provisional." not in visible(page)
    assert "Announced on…" not in buttons(page)


# --- without a result


@pytest.mark.parametrize(
    ("state", "word"),
    [(State.NO_SHOW, "Did not appear"), (State.BROKEN_OFF, "Broken off"), (State.WITHDRAWN, "Withdrawn")],
)
def test_a_dossier_that_ended_without_a_verdict_shows_why(
    app: Application, fleur: Student, page: ResultPage, navigator: RecordingNavigator, state: State, word: str
) -> None:
    dossier = begun(app, fleur)
    app.results.close(dossier.id, state, "She went home ill.")
    page.show_dossier(dossier.id)
    read = visible(page)
    assert word in read
    assert "She went home ill." in read
    assert ("decided by the examination board" in read) is (state is State.BROKEN_OFF)
    assert page.paper.isVisibleTo(page)
    [again] = [one for one in page.findChildren(QPushButton) if one.text() == "Start a new assessment…"]
    again.click()
    assert navigator.steps == [("start", fleur.id)]


def test_a_concept_points_to_the_check_page(
    app: Application, fleur: Student, page: ResultPage, navigator: RecordingNavigator
) -> None:
    dossier = begun(app, fleur)
    page.show_dossier(dossier.id)
    assert "No result yet" in visible(page)
    [onwards] = [one for one in page.findChildren(QPushButton) if one.text() == "To the check page"]
    onwards.click()
    assert navigator.steps == [("dossier", dossier.id, "check", "")]


def test_what_another_page_changed_is_seen(app: Application, fleur: Student, page: ResultPage) -> None:
    dossier = scored(app, fleur)
    page.show_dossier(dossier.id)
    _, changes = app.results.finalise(dossier.id)
    page.refresh(changes)
    assert "● Sufficient" in visible(page)


def test_a_dossier_that_is_gone_is_told_and_nothing_breaks(page: ResultPage, told: Told) -> None:
    page.show_dossier("nobody")
    assert len(told.errors) == 1
