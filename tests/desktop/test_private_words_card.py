"""The words that the check page asks about, settled among the house rules by keyboard."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from assessor.application import Application
from assessor.desktop.context import Context
from assessor.desktop.pages.administration import AdministrationPage
from assessor.desktop.pages.private_words_card import PrivateWordsCard
from assessor.domain.private_words import WORDS
from assessor.storage.failures import disk_full
from assessor.storage.workspace import Workspace
from tests.desktop.conftest import Told

pytestmark = pytest.mark.usefixtures("noor")


@pytest.fixture
def card(qtbot: QtBot, context: Context) -> Iterator[PrivateWordsCard]:
    page = AdministrationPage(context)
    qtbot.addWidget(page)
    page.resize(1000, 760)
    page.reload()
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.show_section("rules")
    made = page.findChild(PrivateWordsCard)
    assert made is not None
    made.words.setFocus()
    yield made
    page.close()


def retype(card: PrivateWordsCard, text: str) -> None:
    QTest.keyClick(card.words, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(card.words, text)
    QTest.keyClick(card.words, Qt.Key.Key_Tab)


def test_a_list_of_ones_own_holds_when_the_field_is_left_and_can_be_taken_back(
    card: PrivateWordsCard, app: Application
) -> None:
    assert card.words.toPlainText().splitlines() == list(WORDS)
    assert card.delivered.isHidden()

    retype(card, " Voedselbank ")
    assert app.house_rules.private_words == ("voedselbank",)
    assert card.words.toPlainText() == "voedselbank"

    QTest.keyClick(card.delivered, Qt.Key.Key_Space)
    assert app.house_rules.private_words == WORDS
    assert card.delivered.isHidden()


def test_a_list_that_cannot_be_stored_stays_on_screen(
    card: PrivateWordsCard, app: Application, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_workspace: Workspace) -> None:
        raise disk_full()

    with monkeypatch.context() as patched:
        patched.setattr(Workspace, "writing", full)
        retype(card, "voedselbank")
    assert [error.code for error in told.errors] == ["disk-full"]
    assert card.words.toPlainText() == "voedselbank"
    assert app.house_rules.private_words == WORDS
