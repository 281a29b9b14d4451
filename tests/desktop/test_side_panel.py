"""Notes, attachments and last time beside the sheet, by keys."""

from __future__ import annotations

import warnings
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from assessor.application import Application
from assessor.desktop.context import Context
from assessor.desktop.dialogs.attaching import PictureDialog, ReferenceDialog, RemoveAttachmentDialog
from assessor.desktop.dialogs.looking import LookingDialog, PagesDialog, WordsDialog
from assessor.desktop.sheet.criterion import CriterionCard
from assessor.desktop.sheet.notes_editor import LINE_FORMAT, NotesEditor, carried, carried_line
from assessor.desktop.sheet.page import SheetPage
from assessor.domain.notes import Notes
from assessor.domain.ratings import Source
from assessor.domain.student import Student
from tests.desktop.conftest import Told
from tests.desktop.seeing import settle, words
from tests.exchange.attached import pdf, png
from tests.exchange.test_attached_pages import drawing
from tests.exchange.test_attached_words import docx
from tests.services.conftest import ROLES, Clock
from tests.services.stories import begun, finalised, scored

pytestmark = pytest.mark.usefixtures("noor")
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PAGE = "09:05 Ze begroet elk kind #1.1\n09:12 Stil #1.1 #4.3\n09:20 Los"


def opened(qtbot: QtBot, context: Context, dossier_id: str, width: int = 1300) -> SheetPage:
    page = SheetPage(context, dossier_id)
    qtbot.addWidget(page)
    page.resize(width, 780)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.show_pane(page.current)
    return page


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(*keys: Qt.Key | str, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        if isinstance(key, str):
            QTest.keyClicks(focused(), key, modifier)
        else:
            QTest.keyClick(focused(), key, modifier)


def card(page: SheetPage, code: str) -> CriterionCard:
    page.show_place(f"rating:{code}")
    widget = focused()
    assert isinstance(widget, CriterionCard)
    return widget


def editor() -> NotesEditor:
    widget = focused()
    assert isinstance(widget, NotesEditor)
    return widget


# --- notes


def test_each_line_begins_with_its_time_and_is_on_disk_at_enter(
    qtbot: QtBot, context: Context, app: Application, fleur: Student, clock: Clock
) -> None:
    dossier = begun(app, fleur)
    page = opened(qtbot, context, dossier.id)
    assert not page.side.is_open
    press("j", modifier=CTRL)
    assert "erased after the last day of appeal and are not put on paper" in words(page)
    press("Rust bij de deur")
    clock.move(minutes=7)
    press(Qt.Key.Key_Return, "2 kinderen wiebelen #4.3", Qt.Key.Key_Return)
    clock.move(minutes=2)
    assert app.notes.of(dossier.id) == Notes("14:03 Rust bij de deur\n14:10 2 kinderen wiebelen #4.3\n14:10 ")
    press(Qt.Key.Key_Return)
    QTest.keyClick(focused(), Qt.Key.Key_Return, SHIFT)
    press("zonder tijd")
    assert editor().toPlainText().endswith("\n14:12 \nzonder tijd")


def test_a_pause_and_leaving_commit_too(qtbot: QtBot, context: Context, app: Application, fleur: Student) -> None:
    dossier = begun(app, fleur)
    page = opened(qtbot, context, dossier.id)
    press("j", modifier=CTRL)
    with qtbot.waitSignal(page.side.noted):
        press("Rust")
    assert app.notes.of(dossier.id).text == "14:03 Rust"
    press("ig")
    page.leave()
    assert app.notes.of(dossier.id).text == "14:03 Rustig"


def test_the_key_goes_there_and_back_and_the_panel_is_remembered(
    qtbot: QtBot, context: Context, app: Application, fleur: Student
) -> None:
    dossier = begun(app, fleur)
    page = opened(qtbot, context, dossier.id)
    press(Qt.Key.Key_Down)
    press("j", modifier=CTRL)
    editor()
    press(Qt.Key.Key_Escape)
    assert page.side.is_open
    assert focused().criterion.code == "1.2"  # type: ignore[attr-defined]

    again = opened(qtbot, context, dossier.id)
    assert again.side.is_open
    assert isinstance(focused(), CriterionCard)
    press("j", "j", modifier=CTRL)
    assert not again.side.is_open
    assert isinstance(focused(), CriterionCard)
    assert not opened(qtbot, context, dossier.id).side.is_open


def test_a_tagged_line_is_a_quote_that_one_key_takes_over(
    qtbot: QtBot, context: Context, app: Application, fleur: Student
) -> None:
    dossier = begun(app, fleur)
    app.notes.keep(dossier.id, PAGE)
    page = opened(qtbot, context, dossier.id)
    first = card(page, "1.1")
    assert "09:05  Ze begroet elk kind" in words(first)
    press("t", "Goed.", Qt.Key.Key_Escape, "a")
    rating = app.work.dossier(dossier.id).sheet.rating("1.1")
    assert (rating.note, rating.sources) == ("Goed. Ze begroet elk kind", {Source.SEEN})
    assert first.note.toPlainText() == rating.note
    assert "✓ taken over" in words(first)
    assert first.quotes is not None
    (left,) = first.quotes.buttons
    left.click()
    press("a")
    assert app.work.dossier(dossier.id).sheet.rating("1.1").note == "Goed. Ze begroet elk kind Stil"
    assert first.quotes.buttons == []
    press("z", modifier=CTRL)
    assert app.work.dossier(dossier.id).sheet.rating("1.1").note == "Goed. Ze begroet elk kind"
    assert card(page, "1.2").quotes is None
    press("a")
    assert app.work.dossier(dossier.id).sheet.rating("1.2").note == ""


def test_what_is_typed_becomes_a_quote_at_once(
    qtbot: QtBot, context: Context, app: Application, fleur: Student
) -> None:
    page = opened(qtbot, context, begun(app, fleur).id)
    press("j", modifier=CTRL)
    press("Stil #1.2", Qt.Key.Key_Return)
    assert "14:03  Stil" in words(card(page, "1.2"))


def drop(target: QWidget, data: QMimeData) -> bool:
    """Drop something in the middle of a widget; whether it was taken."""
    place = QPoint(target.width() // 2, target.height() // 2)
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # Only Qt itself is meant to make one.
        enter = QDragEnterEvent(place, copy, data, left, none)
    enter.setAccepted(False)
    QApplication.sendEvent(target, enter)
    if enter.isAccepted():
        QApplication.sendEvent(target, QDropEvent(QPointF(place), copy, data, left, none))
    return enter.isAccepted()


def test_a_line_is_dragged_to_its_criterion(qtbot: QtBot, context: Context, app: Application, fleur: Student) -> None:
    dossier = begun(app, fleur)
    app.notes.keep(dossier.id, PAGE)
    page = opened(qtbot, context, dossier.id)
    press("j", modifier=CTRL)
    grip = editor().grip
    block, top = editor().blocks_in_sight()[2]
    assert grip.line_at(QPoint(4, round(top) + 4)) == 2
    assert block.text() == "09:20 Los"
    target = card(page, "1.3")
    assert drop(target, carried(2))
    assert app.notes.of(dossier.id).text.endswith("09:20 Los #1.3")
    assert "09:20  Los" in words(target)
    assert not drop(target, QMimeData())
    strange = QMimeData()
    strange.setData(LINE_FORMAT, b"rm -rf")
    assert carried_line(strange) is None


def test_the_page_is_shown_large_for_the_talk(qtbot: QtBot, context: Context, app: Application, fleur: Student) -> None:
    dossier = begun(app, fleur)
    app.notes.keep(dossier.id, PAGE)
    page = opened(qtbot, context, dossier.id)
    QTest.keyClick(focused(), Qt.Key.Key_J, CTRL | SHIFT)
    assert page.stack.isHidden()
    qtbot.waitUntil(lambda: editor().width() > 1000)
    press(Qt.Key.Key_Escape)
    assert not page.stack.isHidden()
    assert isinstance(focused(), CriterionCard)


def test_a_narrow_window_has_the_panel_below(qtbot: QtBot, context: Context, app: Application, fleur: Student) -> None:
    page = opened(qtbot, context, begun(app, fleur).id, width=860)
    press("j", modifier=CTRL)
    assert page.side.orientation() is Qt.Orientation.Vertical
    page.resize(1400, 780)
    qtbot.waitUntil(lambda: page.side.orientation() is Qt.Orientation.Horizontal)


def test_another_assessor_sees_no_notes(qtbot: QtBot, context: Context, app: Application, fleur: Student) -> None:
    dossier = begun(app, fleur)
    app.notes.keep(dossier.id, PAGE)
    other, _ = app.people.add("Bram Esdoornveld", ROLES)
    app.people.sign_in(other.id)
    page = opened(qtbot, context, dossier.id)
    press("j", modifier=CTRL)
    assert "Notes are for the assessor who makes them only." in words(page)
    assert "begroet" not in words(page)
    assert page.side.panel.notes.editor.toPlainText() == ""


def test_notes_of_a_fixed_sheet_are_read_until_they_are_erased(
    qtbot: QtBot, context: Context, app: Application, fleur: Student, clock: Clock
) -> None:
    dossier = scored(app, fleur)
    app.notes.keep(dossier.id, PAGE)
    app.results.finalise(dossier.id)
    page = opened(qtbot, context, dossier.id)
    press("j", modifier=CTRL)
    press("x")
    assert editor().toPlainText() == PAGE
    assert "They stay until 3 March 2026." in words(page)
    assert card(page, "1.1").quotes.buttons == []  # type: ignore[union-attr]

    clock.move(days=50)
    app.notes.erase_due()
    page.reload()
    assert "These notes were erased on 11 March 2026" in words(page)


def test_a_refusal_is_told_and_what_was_typed_stays(
    qtbot: QtBot, context: Context, app: Application, fleur: Student, told: Told
) -> None:
    page = opened(qtbot, context, begun(app, fleur).id)
    press("j", modifier=CTRL)
    other, _ = app.people.add("Bram Esdoornveld", ROLES)
    app.people.sign_in(other.id)
    press("Rust", Qt.Key.Key_Return)
    assert [error.code for error in told.errors] == ["not-your-dossier"]
    assert page.side.panel.notes.editor.toPlainText().startswith("14:03 Rust")


# --- attachments


def files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def test_files_are_dropped_on_the_sheet_and_a_program_is_refused_by_name(
    qtbot: QtBot, context: Context, app: Application, fleur: Student, tmp_path: Path
) -> None:
    dossier = begun(app, fleur)
    form, photo, program = tmp_path / "les.pdf", tmp_path / "bord.png", tmp_path / "spel.pdf"
    for path, content in ((form, pdf(2)), (photo, png(40, 30)), (program, b"MZ" + bytes(80))):
        path.write_bytes(content)
    page = opened(qtbot, context, dossier.id)
    note = card(page, "1.1").note
    assert not note.canInsertFromMimeData(files(form))
    assert drop(page.side, files(form, program, photo))
    settle(qtbot, context)
    assert [one.name for one in app.attachments.of(dossier.id)] == ["bord.png", "les.pdf"]
    seen = words(page)
    assert "spel.pdf: This file is a program" in seen
    assert "PDF" in seen
    assert not drop(page.side, QMimeData())

    picture = page.side.panel.attachments.show_inside(app.attachments.of(dossier.id)[0])
    assert isinstance(picture, PictureDialog)
    qtbot.waitUntil(lambda: not picture.picture.pixmap().isNull())
    assert picture.picture.pixmap().width() == 40
    picture.accept()


def test_a_damaged_picture_says_so(
    qtbot: QtBot, context: Context, app: Application, fleur: Student, tmp_path: Path
) -> None:
    dossier = begun(app, fleur)
    (tmp_path / "stuk.png").write_bytes(png()[:40])
    broken, _ = app.attachments.add(dossier.id, tmp_path / "stuk.png")
    page = opened(qtbot, context, dossier.id)
    page.side.open_part("attachments")
    picture = page.side.panel.attachments.show_inside(broken)
    assert isinstance(picture, PictureDialog)
    qtbot.waitUntil(lambda: "damaged" in picture.picture.text())
    picture.accept()


def test_the_lesson_form_is_read_page_by_page_without_saving_it(
    qtbot: QtBot, context: Context, app: Application, fleur: Student, tmp_path: Path
) -> None:
    dossier, mail = begun(app, fleur), tmp_path / "mail"
    mail.mkdir()
    (mail / "les.pdf").write_bytes(drawing())
    (mail / "dicht.pdf").write_bytes(drawing(locked=True))
    (mail / "voorbereiding.docx").write_bytes(docx("<w:p><w:r><w:t>Lesdoel: breuken</w:t></w:r></w:p>"))
    (mail / "stuk.docx").write_bytes(docx("<w:p>"))
    pages, locked, document, broken = (
        app.attachments.add(dossier.id, mail / name)[0]
        for name in ("les.pdf", "dicht.pdf", "voorbereiding.docx", "stuk.docx")
    )
    page = opened(qtbot, context, dossier.id)
    page.side.open_part("attachments")
    panel = page.side.panel.attachments

    shown = panel.show_inside(pages)
    assert isinstance(shown, PagesDialog)
    with qtbot.waitExposed(shown):
        shown.show()
    qtbot.waitUntil(lambda: shown.place.text() == "Page 1 of 2")
    assert shown.next.isVisible()
    assert not shown.previous.isEnabled()
    assert shown.sheet.width() <= shown.area.viewport().width()
    first = shown.sheet.pixmap().toImage()
    qtbot.keyClick(shown, Qt.Key.Key_PageDown)
    assert shown.place.text() == "Page 2 of 2"
    qtbot.waitUntil(lambda: shown.sheet.pixmap().toImage() != first)
    assert not shown.next.isEnabled()
    qtbot.keyClick(shown, Qt.Key.Key_PageUp)
    qtbot.waitUntil(lambda: shown.sheet.pixmap().toImage() == first)
    shown.accept()

    for one, said in ((locked, "locked, damaged"), (broken, "locked, damaged"), (document, "Only the words")):
        dialog = panel.show_inside(one)
        assert isinstance(dialog, LookingDialog)
        qtbot.waitUntil(lambda dialog=dialog, said=said: said in dialog.said.text())
        if isinstance(dialog, WordsDialog) and one is document:
            assert dialog.words.toPlainText() == "Lesdoel: breuken"
        dialog.accept()
    settle(qtbot, context)
    assert len(list(mail.iterdir())) == 4


def test_a_copy_says_that_it_lies_in_clear(
    qtbot: QtBot, context: Context, app: Application, fleur: Student, tmp_path: Path
) -> None:
    dossier = begun(app, fleur)
    (tmp_path / "les.pdf").write_bytes(pdf())
    added, _ = app.attachments.add(dossier.id, tmp_path / "les.pdf")
    page = opened(qtbot, context, dossier.id)
    page.side.open_part("attachments")
    panel = page.side.panel.attachments
    panel.save_to(added, tmp_path / "kopie.pdf")
    settle(qtbot, context)
    assert (tmp_path / "kopie.pdf").read_bytes() == (tmp_path / "les.pdf").read_bytes()
    assert "Saved as kopie.pdf. This copy is not encrypted; it was noted that you saved it." in words(page)
    panel.save_to(added, tmp_path / "les.pdf" / "kopie.pdf")
    settle(qtbot, context)
    assert "This file cannot be saved here." in words(page)


def test_a_video_is_noted_and_taken_away_again(
    qtbot: QtBot, context: Context, app: Application, fleur: Student
) -> None:
    dossier = begun(app, fleur)
    page = opened(qtbot, context, dossier.id)
    page.side.open_part("attachments")
    panel = page.side.panel.attachments
    panel.refer.click()
    dialog = panel.findChild(ReferenceDialog)
    assert dialog is not None
    dialog.confirm.click()
    assert "This must say where the video is to be found." in words(dialog)
    dialog.reference.setText("https://video.example/12")
    dialog.name.setText("Les breuken")
    dialog.confirm.click()
    assert "Les breuken" in words(page)
    assert "reference to a video · https://video.example/12" in words(page)

    next(one for one in panel.findChildren(QPushButton) if one.accessibleName() == "Remove Les breuken").click()
    removing = panel.findChild(RemoveAttachmentDialog)
    assert removing is not None
    removing.confirm.click()
    assert app.attachments.of(dossier.id) == []
    assert "Nothing was attached yet." in words(page)


def test_of_a_fixed_dossier_nothing_is_removed(
    qtbot: QtBot, context: Context, app: Application, fleur: Student
) -> None:
    dossier = finalised(app, fleur)
    app.attachments.refer(dossier.id, "kast B")
    page = opened(qtbot, context, dossier.id)
    page.side.open_part("attachments")
    assert "Save as…" in words(page)
    assert "Remove" not in words(page)


# --- last time


def test_last_time_shows_when_the_sheet_is_scored(
    qtbot: QtBot, context: Context, app: Application, fleur: Student, clock: Clock
) -> None:
    finalised(app, fleur)
    clock.move(days=30)
    dossier = scored(app, fleur)
    app.assessments.rate(dossier.id, "1.1", None)
    page = opened(qtbot, context, dossier.id)
    page.side.open_part("growth")
    assert "Not yet: 1 criterion" in words(page)
    assert "Bouw rust in" not in words(page)
    page.side.close_panel()
    card(page, "1.1")
    press("v")
    page.side.open_part("growth")
    assert "Bouw rust in bij overgangen." in words(page)
    assert app.work.kept_panel() == ""


def test_everything_in_the_panel_has_a_name_and_is_reached_by_tab(
    qtbot: QtBot, context: Context, app: Application, fleur: Student
) -> None:
    dossier = begun(app, fleur)
    app.attachments.refer(dossier.id, "kast B")
    page = opened(qtbot, context, dossier.id)
    page.side.open_part("attachments")
    buttons = [one for one in page.side.panel.findChildren(QPushButton) if one.isVisible()]
    assert len(buttons) == 8
    assert all(one.text() or one.accessibleName() for one in buttons)
    reached = set()
    for _ in range(len(buttons)):
        reached.add(focused())
        press(Qt.Key.Key_Tab)
    named = {one.accessibleName() for one in reached}
    assert {page.side.panel.attachments.add, page.side.panel.attachments.refer} <= reached
    assert {"Save as… kast B", "Remove kast B"} <= named
    page.side.open_part("notes")
    assert editor().accessibleName() == "Notes"
