"""The page of instruments: to read what one is judged by, and to check a form that one writes."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from assessor.desktop.context import Context
from assessor.desktop.pages.instrument_details import InstrumentDetails
from assessor.desktop.pages.instruments import InstrumentsPage
from assessor.domain.people import Person
from assessor.domain.student import Student
from assessor.instruments.catalogue import Catalogue
from assessor.paths import forms
from tests.desktop.conftest import Told
from tests.desktop.seeing import rows, settle, shown, words
from tests.services import stories

PABO = forms() / "pabo-praktijkbeoordeling" / "1.0.toml"


@pytest.fixture
def own(tmp_path: Path, context: Context) -> Path:
    """The institution's own folder of forms, with one that cannot be used."""
    file = tmp_path / "forms" / "eigen" / "1.0.toml"
    file.parent.mkdir(parents=True)
    file.write_text('id = "eigen"\n', encoding="utf-8")
    context.application.desk.catalogue = Catalogue(forms(), tmp_path / "forms")
    return file.parent.parent


def instruments_page(qtbot: QtBot, context: Context) -> InstrumentsPage:
    page = InstrumentsPage(context)
    shown(qtbot, context, page)
    return page


def whole(qtbot: QtBot, context: Context, page: InstrumentsPage) -> None:
    """Wait until every model of the chosen form is there."""
    details = page.detail.widget()
    assert isinstance(details, InstrumentDetails)
    qtbot.waitUntil(lambda: details.is_whole)
    settle(qtbot, context)


def test_every_form_stands_in_the_list_with_its_status(qtbot: QtBot, context: Context, noor: Person) -> None:
    page = instruments_page(qtbot, context)
    assert ["Practice assessment, primary teacher education (pabo) 1.0", "example"] in rows(page.list)
    assert len(rows(page.list)) == 4
    spoken = page.table.index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "from 1 Sept 2025 · 36 criteria" in spoken
    assert page.list.grab().width() > 0


def test_a_form_can_be_read_whole(qtbot: QtBot, context: Context, noor: Person, fleur: Student) -> None:
    dossier = stories.begun(context.application, fleur)
    page = instruments_page(qtbot, context)
    page.list.selectRow(2)
    whole(qtbot, context, page)
    seen = words(page.detail)
    instrument = context.application.desk.instrument_of(dossier)
    for model in instrument:
        assert model.ground.en in seen
        for criterion in model.criteria:
            assert f"{criterion.code}  {criterion.name.en}" in seen
            assert criterion.descriptors["O"].en in seen
    assert seen.count("★") > 1
    assert instrument.rule is not None
    for said in ("Example - not established", "5 models, 36 criteria", "1 dossier(s)", instrument.rule.in_words[0].en):
        assert said in seen
    copy = page.detail.findChild(QPushButton, "copy")
    assert copy is not None
    copy.click()
    assert QGuiApplication.clipboard().text() == dossier.instrument.fingerprint


def test_a_midterm_shows_its_questions(qtbot: QtBot, context: Context, noor: Person) -> None:
    page = instruments_page(qtbot, context)
    page.list.selectRow(3)
    whole(qtbot, context, page)
    midterm = context.application.desk.catalogue.get("pabo-tussenevaluatie")
    question = next(iter(next(iter(midterm.criteria.values())).questions.values()))
    assert question.en in words(page.detail)
    assert "midterm evaluation" in words(page.detail)


def test_coming_back_keeps_the_place_and_counts_anew(
    qtbot: QtBot, context: Context, noor: Person, fleur: Student
) -> None:
    page = instruments_page(qtbot, context)
    page.list.selectRow(2)
    settle(qtbot, context)
    before = page.detail.widget()
    stories.begun(context.application, fleur)
    page.reload()
    settle(qtbot, context)
    assert page.detail.widget() is before
    assert "1 dossier(s) in this workspace" in words(page.detail)


def test_an_own_form_that_cannot_be_used_shows_why(qtbot: QtBot, context: Context, noor: Person, own: Path) -> None:
    page = instruments_page(qtbot, context)
    row = next(number for number, cells in enumerate(rows(page.list)) if cells == ["eigen 1.0", "cannot be used"])
    page.list.selectRow(row)
    seen = words(page.detail)
    assert "this form cannot be used like this." in seen
    assert "status" in seen
    assert page.table.row(row).instrument is None


def test_a_file_is_checked_again_and_again_until_it_is_right(
    qtbot: QtBot, context: Context, noor: Person, tmp_path: Path
) -> None:
    file = tmp_path / "mijn formulier.toml"
    sound = PABO.read_text(encoding="utf-8").replace('version = "1.0"', 'version = "2.0"', 1)
    file.write_text(sound.replace('status = "voorbeeld"', 'status = "prima"'), encoding="utf-8")
    page = instruments_page(qtbot, context)
    page.check_file(file)
    seen = words(page.detail)
    for said in ("mijn formulier.toml", "1 error(s)", "line 10, status", "choice-unknown", "Choose from:"):
        assert said in seen
    file.write_text(sound, encoding="utf-8")
    again = page.detail.findChild(QPushButton, "again")
    assert again is not None
    qtbot.keyClick(again, Qt.Key.Key_Space)
    assert "This form can be used." in words(page.detail)
    page.list.selectRow(0)
    assert "mijn formulier.toml" not in words(page.detail)


def test_advice_stands_apart_from_errors(qtbot: QtBot, context: Context, noor: Person, tmp_path: Path) -> None:
    file = tmp_path / "advies.toml"
    sound = PABO.read_text(encoding="utf-8").replace('version = "1.0"', 'version = "2.0"', 1)
    start = sound.index("descriptor.O.nl = ") if "descriptor.O.nl = " in sound else sound.index("O.nl = ")
    end = sound.index("\n", start)
    key = sound[start:end].partition(" = ")[0]
    file.write_text(sound[:start] + f'{key} = "Laat dit zien; begrijpt het ook."' + sound[end:], encoding="utf-8")
    page = instruments_page(qtbot, context)
    page.check_file(file)
    seen = words(page.detail)
    assert "This form can be used. There is advice on" in seen
    assert "Advice" in seen
    assert "Errors" not in seen


def test_a_file_that_is_not_there_is_refused_kindly(
    qtbot: QtBot, context: Context, noor: Person, told: Told, tmp_path: Path
) -> None:
    page = instruments_page(qtbot, context)
    page.check_file(tmp_path / "weg.toml")
    assert [error.code for error in told.errors] == ["form-unreadable"]


def test_the_file_is_asked_without_blocking(qtbot: QtBot, context: Context, noor: Person, tmp_path: Path) -> None:
    page = instruments_page(qtbot, context)
    qtbot.keyClick(page, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    file = tmp_path / "leeg.toml"
    file.write_text("", encoding="utf-8")
    dialog.fileSelected.emit(str(file))
    dialog.reject()
    assert "leeg.toml" in words(page.detail)


def test_without_forms_the_page_says_so(qtbot: QtBot, context: Context, noor: Person, tmp_path: Path) -> None:
    context.application.desk.catalogue = Catalogue(tmp_path)
    assert "No instruments" in words(instruments_page(qtbot, context))
