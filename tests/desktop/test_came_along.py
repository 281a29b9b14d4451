"""What came along: files are dropped, seen through, and taken over place by place, with keys."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from assessor.desktop.context import Context
from assessor.desktop.dialogs.import_register import ImportDialog
from assessor.desktop.forms.dialog import CameAlongDialog
from assessor.desktop.forms.sending import SendFormsDialog
from assessor.desktop.pages.students import StudentsPage
from assessor.desktop.sheet.page import SheetPage
from assessor.desktop.workbench import Workbench
from assessor.domain.dossier import Dossier
from assessor.domain.forms import FormKind
from assessor.domain.people import Person
from assessor.domain.ratings import Source
from assessor.domain.student import Student
from assessor.services.forms.sending import Recipient
from tests.desktop import seeing
from tests.desktop.conftest import Told
from tests.exchange import outgoing
from tests.exchange.attached import pdf
from tests.services import stories

SCORES = {"level:1.1": "V", "note:1.1": "Gezien bij de kring.", "level:3.1": "O", "strength": "Je ziet elk kind."}
ADVICE = {"level:1.1": "V", "note:1.1": "Begint met een rondje.", "level:1.2": "V+"}


@pytest.fixture
def dossier(context: Context, noor: Person, fleur: Student) -> Dossier:
    return stories.begun(context.application, fleur)


def came_back(
    context: Context, folder: Path, kind: FormKind, values: Mapping[str, str], dossier: Dossier, name: str = "terug.pdf"
) -> Path:
    recipient = Recipient(dossier.student_id, dossier.id)
    file = context.application.forms.send([recipient], [kind], folder / "uit", "nl").files[0]
    path = folder / name
    path.write_bytes(outgoing.filled(file.path.read_bytes(), values))
    return path


def opened(qtbot: QtBot, context: Context, dossier: Dossier | None) -> CameAlongDialog:
    dialog = CameAlongDialog(context, None, dossier.id if dossier else None)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


def read(qtbot: QtBot, dialog: CameAlongDialog, *files: Path) -> None:
    dialog.take_files(files)
    qtbot.waitUntil(lambda: dialog.context.jobs.is_idle)
    qtbot.waitUntil(lambda: len(dialog.arrivals) >= len(files))


def shown(dialog: CameAlongDialog) -> list[list[str]]:
    table = dialog.detail.differences
    return [[table.item(row, column).text() for column in range(3)] for row in range(table.rowCount())]


def lines(dialog: CameAlongDialog) -> list[str]:
    return [dialog.list.item(row).text().splitlines()[-1] for row in range(dialog.list.count())]


def press(qtbot: QtBot, dialog: CameAlongDialog, key: Qt.Key) -> None:
    focused = dialog.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key)


def test_a_scoring_form_is_seen_through_and_taken_over_place_by_place(
    qtbot: QtBot, context: Context, dossier: Dossier, tmp_path: Path
) -> None:
    context.application.assessments.rate(dossier.id, "1.1", "G")
    dialog = opened(qtbot, context, dossier)
    read(qtbot, dialog, came_back(context, tmp_path, FormKind.SCORES, SCORES, dossier))
    assert shown(dialog) == [
        ["1.1 level", "good", "sufficient"],
        ["1.1 explanation", "–", "Gezien bij de kring."],
        ["3.1 level", "–", "insufficient"],
        ["Strong point", "–", "Je ziet elk kind."],
    ]
    assert dialog.detail.differences.places == ["note:1.1", "level:3.1", "strength"]
    assert context.application.work.dossier(dossier.id).sheet.rating("3.1").mark is None

    dialog.detail.differences.setFocus()
    press(qtbot, dialog, Qt.Key.Key_Space)
    assert "level:1.1" in dialog.detail.differences.places
    press(qtbot, dialog, Qt.Key.Key_Space)
    dialog.detail.take.click()
    sheet = context.application.work.dossier(dossier.id).sheet
    assert (sheet.rating("1.1").mark, sheet.rating("3.1").mark) == ("G", "O")
    assert lines(dialog) == ["▲ taken over"]
    assert shown(dialog) == [["1.1 level", "good", "sufficient"]]
    assert not dialog.detail.take.isEnabled()

    dialog.detail.all.click()
    dialog.detail.take.click()
    assert context.application.work.dossier(dossier.id).sheet.rating("1.1").mark == "V"
    assert not dialog.detail.differences.isVisible()
    assert "already" in dialog.detail.explanation.text()


def test_advice_proposes_no_level_and_stands_beside_the_criterion(
    qtbot: QtBot, context: Context, dossier: Dossier, tmp_path: Path
) -> None:
    sheet = SheetPage(context, dossier.id)
    qtbot.addWidget(sheet)
    context.hub.changed.connect(lambda changes, _by: sheet.refresh(changes))
    assert all(card.advice is None for card in sheet._panes["1"].cards)
    dialog = opened(qtbot, context, dossier)
    read(qtbot, dialog, came_back(context, tmp_path, FormKind.ADVICE, ADVICE, dossier))
    assert shown(dialog) == [["1.1 explanation, with the mentor as source", "–", "Begint met een rondje."]]
    assert dialog.detail.differences.places == []
    dialog.detail.take.click()
    assert context.application.work.dossier(dossier.id).sheet.ratings == {}
    advice = sheet._panes["1"].cards[0].advice
    assert advice is not None
    assert advice.text() == "Mentor: sufficient – ‘Begint met een rondje.’"

    dialog.detail.all.click()
    dialog.detail.take.click()
    rating = context.application.work.dossier(dossier.id).sheet.rating("1.1")
    assert (rating.mark, rating.note, rating.sources) == (None, "Begint met een rondje.", frozenset({Source.MENTOR}))
    assert sheet._panes["1"].cards[0].note.toPlainText() == "Begint met een rondje."


def test_what_cannot_be_taken_in_says_why_and_changes_nothing(
    qtbot: QtBot, context: Context, dossier: Dossier, tmp_path: Path
) -> None:
    letter = tmp_path / "brief.pdf"
    letter.write_text("geen pdf")
    dialog = opened(qtbot, context, dossier)
    read(qtbot, dialog, letter)
    assert lines(dialog) == ["■ cannot be taken in"]
    assert not dialog.detail.take.isVisible()
    assert not dialog.detail.differences.isVisible()
    assert dialog.list.hasFocus()


def test_two_versions_stay_and_the_user_chooses(
    qtbot: QtBot, context: Context, dossier: Dossier, tmp_path: Path
) -> None:
    first = came_back(context, tmp_path, FormKind.ADVICE, ADVICE, dossier, "een.pdf")
    sent = next((tmp_path / "uit").glob("*.pdf"))
    second = tmp_path / "twee.pdf"
    second.write_bytes(outgoing.filled(sent.read_bytes(), {"level:1.1": "O"}))
    dialog = opened(qtbot, context, dossier)
    read(qtbot, dialog, first, second)
    assert [line[:30] for line in lines(dialog)] == ["◆ new, 14 field(s) empty", "! other version than before"]
    assert dialog.accept_all.isVisible()
    dialog.accept_all.click()
    assert sorted(lines(dialog)) == ["▲ shown at the criteria", "○ kept, another version counts"]
    dialog.list.setCurrentRow(lines(dialog).index("○ kept, another version counts"))
    assert dialog.detail.choose.isVisible()
    dialog.detail.choose.click()
    level = context.application.forms.advice(dossier.id)["1.1"].level
    assert level is not None
    assert level.en == "insufficient"


def test_a_form_before_its_dossier_waits(
    qtbot: QtBot, context: Context, noor: Person, fleur: Student, tmp_path: Path
) -> None:
    forms = context.application.forms
    file = forms.send([Recipient(fleur.id)], [FormKind.PREPARATION], tmp_path, "nl").files[0]
    file.path.write_bytes(outgoing.filled(file.path.read_bytes(), {"activity:group": "groep 6"}))
    dialog = opened(qtbot, context, None)
    assert dialog.stack.currentIndex() == 0
    read(qtbot, dialog, tmp_path)
    refused = [one for one in dialog.arrivals if one.received and one.received.refusal]
    assert [one.received.file.split("-")[0] for one in refused if one.received] == ["verzendlijst"]
    place = next(row for row, one in enumerate(dialog.arrivals) if one.sent is not None)
    dialog.list.setCurrentRow(place)
    assert "waits for the dossier" in dialog.detail.explanation.text()
    assert dialog.detail.take.text() == "Keep"
    dialog.detail.take.click()
    later = stories.begun(context.application, fleur)
    again = opened(qtbot, context, later)
    assert lines(again) == ["◆ kept"]
    again.detail.all.click()
    again.detail.take.click()
    assert context.application.work.dossier(later.id).activity.group == "groep 6"


def test_a_closed_dossier_shows_its_forms_and_offers_nothing(
    qtbot: QtBot, context: Context, noor: Person, fleur: Student, tmp_path: Path
) -> None:
    dossier = stories.scored(context.application, fleur)
    path = came_back(context, tmp_path, FormKind.SCORES, SCORES, dossier)
    context.application.forms.accept(context.application.forms.receive([path]))
    context.application.results.finalise(dossier.id)
    dialog = opened(qtbot, context, dossier)
    assert lines(dialog) == ["◆ kept"]
    assert shown(dialog) == []


def test_somebody_elses_dossier_is_refused_in_words(
    qtbot: QtBot, context: Context, dossier: Dossier, tmp_path: Path, told: Told
) -> None:
    path = came_back(context, tmp_path, FormKind.SCORES, SCORES, dossier)
    other, _ = context.application.people.add("Isa Lindeboom", frozenset())
    context.application.people.sign_in(other.id)
    dialog = opened(qtbot, context, dossier)
    read(qtbot, dialog, path)
    dialog.detail.take.click()
    assert [error.code for error in told.errors] == ["not-your-dossier"]
    assert lines(dialog) == ["◆ kept"]


def test_forms_are_written_to_a_folder(qtbot: QtBot, context: Context, dossier: Dossier, tmp_path: Path) -> None:
    dialog = SendFormsDialog(context, None, dossier.id)
    qtbot.addWidget(dialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    for box in dialog.kinds.values():
        box.setChecked(False)
    dialog.confirm.click()
    assert not dialog.result()
    dialog.kinds[FormKind.ADVICE].setChecked(True)
    dialog.folder.setText(str(tmp_path / "uit"))
    dialog.confirm.click()
    assert dialog.sending is not None
    assert [one.sent.kind for one in dialog.sending.files] == [FormKind.ADVICE]
    assert len(list((tmp_path / "uit").iterdir())) == 2


def test_the_sheet_asks_for_it_and_files_may_be_dropped_on_the_window(
    qtbot: QtBot, context: Context, dossier: Dossier, tmp_path: Path
) -> None:
    path = came_back(context, tmp_path, FormKind.SCORES, SCORES, dossier)
    workbench = Workbench(context)
    qtbot.addWidget(workbench)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    drop = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    workbench.dropEvent(drop)
    assert drop.isAccepted()
    qtbot.waitUntil(lambda: workbench.findChild(CameAlongDialog) is not None)
    dialog = workbench.findChild(CameAlongDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: len(dialog.arrivals) == 1)
    assert dialog.findChild(QPushButton, "close") is not None
    dialog.findChild(QPushButton, "close").click()
    sheet = SheetPage(context, dossier.id)
    qtbot.addWidget(sheet)
    with qtbot.waitSignal(sheet.forms_wanted):
        sheet.forms_wanted.emit(dossier.id, [])


def test_a_form_dropped_on_the_sheet_is_seen_through_and_other_files_are_attached(
    qtbot: QtBot, context: Context, dossier: Dossier, tmp_path: Path
) -> None:
    form = came_back(context, tmp_path, FormKind.SCORES, SCORES, dossier)
    lesson = tmp_path / "lesformulier.pdf"
    lesson.write_bytes(pdf(1))
    workbench = Workbench(context)
    qtbot.addWidget(workbench)
    workbench.open_dossier(dossier.id)
    sheet = workbench.stack.currentWidget()
    assert isinstance(sheet, SheetPage)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in (lesson, form)])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    sheet.side.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, left, none))
    qtbot.waitUntil(lambda: workbench.findChild(CameAlongDialog) is not None)
    dialog = workbench.findChild(CameAlongDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: len(dialog.arrivals) == 1 and context.jobs.is_idle)
    assert shown(dialog)[0] == ["1.1 level", "–", "sufficient"]
    assert [one.name for one in context.application.attachments.of(dossier.id)] == ["lesformulier.pdf"]
    dialog.reject()


def test_from_the_students_the_forms_of_everybody_are_read_by_keyboard(
    qtbot: QtBot, context: Context, dossier: Dossier, tmp_path: Path
) -> None:
    back = came_back(context, tmp_path, FormKind.PREPARATION, {"activity:group": "groep 6"}, dossier)
    page = StudentsPage(context)
    seeing.shown(qtbot, context, page)
    qtbot.keyClick(page, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    dialog = page.findChild(CameAlongDialog)
    assert dialog is not None
    read(qtbot, dialog, back)
    assert lines(dialog) == ["◆ new, 2 field(s) empty"]
    dialog.close()


def test_a_form_dropped_on_the_students_is_no_list_to_import(
    qtbot: QtBot, context: Context, dossier: Dossier, tmp_path: Path
) -> None:
    back = came_back(context, tmp_path, FormKind.PREPARATION, {"activity:group": "groep 6"}, dossier)
    page = StudentsPage(context)
    seeing.shown(qtbot, context, page)
    page.take_file(back)
    qtbot.waitUntil(lambda: page.findChild(CameAlongDialog) is not None)
    dialog = page.findChild(CameAlongDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: len(dialog.arrivals) == 1)
    assert page.findChild(ImportDialog) is None
    dialog.close()


def test_where_each_form_stands_can_be_read_under_a_name_that_takes_two_lines(
    qtbot: QtBot, context: Context, noor: Person, tmp_path: Path
) -> None:
    long = Student("", "500077", "Willemijn", "van den", "Zandbergen-Oosterhout", "pabo", "voltijd", "jaar-2")
    student, _ = context.application.students.add(long)
    file = context.application.forms.send([Recipient(student.id)], [FormKind.PREPARATION], tmp_path, "nl").files[0].path
    file.write_bytes(outgoing.filled(file.read_bytes(), {"activity:subject": "Breuken"}))
    dialog = opened(qtbot, context, None)
    read(qtbot, dialog, file)
    item = dialog.list.item(0)
    room = dialog.list.viewport().rect().adjusted(15, 0, -15, 0)
    words = dialog.list.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, item.text())
    assert words.height() > 3 * dialog.list.fontMetrics().height()
    assert dialog.list.visualItemRect(item).height() > words.height()
    dialog.detail.take.click()
    assert dialog.told.text() == "Preparation form is kept."
    assert dialog.told.width() > dialog.told.fontMetrics().horizontalAdvance(dialog.told.text())
