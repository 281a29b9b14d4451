"""Every word of the screen has its Dutch, and every count its singular in English."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QTreeView
from pytestqt.qtbot import QtBot

from assessor import paths
from assessor.desktop.language import Translations
from assessor.desktop.rail import Rail

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_word_of_the_screen_lacks_its_translation(tmp_path: Path, language: str) -> None:
    collected = tmp_path / f"assessor_{language}.ts"
    shutil.copy(paths.resources() / "i18n" / collected.name, collected)
    sources = sorted(str(file) for file in (ROOT / "assessor" / "desktop").rglob("*.py"))
    plural = ["-pluralonly"] if language == "en" else []
    collect = "from PySide6.scripts.pyside_tool import lupdate; lupdate()"
    subprocess.run(
        [sys.executable, "-c", collect, *sources, *plural, "-no-obsolete", "-ts", str(collected)],
        check=True,
        capture_output=True,
    )

    unfinished = [
        f"{context.findtext('name')}: {message.findtext('source')}"
        for context in ET.parse(collected).getroot().iter("context")
        for message in context.iter("message")
        if message.find("translation[@type='unfinished']") is not None
    ]
    assert unfinished == []


def test_the_window_speaks_dutch_and_qt_with_it(qtbot: QtBot, qapp: QApplication) -> None:
    spoken = Translations(qapp)
    spoken.speak("nl")
    try:
        rail = Rail("Noor")
        qtbot.addWidget(rail)
        assert rail.findChild(QPushButton, "lock").text() == "Vergrendelen"
        assert QApplication.translate("QPlatformTheme", "Cancel") == "Annuleren"
    finally:
        spoken.silence()
    assert QApplication.translate("Rail", "Lock") == "Lock"


def test_the_window_to_choose_a_file_speaks_dutch_where_the_system_has_none(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    (tmp_path / "map").mkdir()
    spoken = Translations(qapp)
    spoken.speak("nl")
    try:
        dialog = QFileDialog(directory=str(tmp_path), options=QFileDialog.Option.DontUseNativeDialog)
        qtbot.addWidget(dialog)
        dialog.show()
        table = dialog.findChild(QTreeView)
        model = table.model()
        qtbot.waitUntil(lambda: model.rowCount(table.rootIndex()) == 1)
        words = [one.text().replace("&", "") for one in dialog.findChildren(QLabel)]
        heads = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())]
        kind = model.data(model.index(0, 2, table.rootIndex()))
    finally:
        spoken.silence()
    assert words == ["Zoeken in:", "Bestandsnaam:", "Soort bestanden:"]
    assert (heads, kind) == (["Naam", "Grootte", "Type", "Gewijzigd op"], "Map")


def test_no_word_of_the_screen_hides_from_the_collector() -> None:
    """The collector of words reads no f-string and no name: a word that stands there never gets its Dutch."""
    hidden = []
    for file in sorted((ROOT / "assessor" / "desktop").rglob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        inside = {id(call) for one in ast.walk(tree) if isinstance(one, ast.JoinedStr) for call in ast.walk(one)}
        for call in ast.walk(tree):
            if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute):
                continue
            if call.func.attr not in {"tr", "translate"} or not isinstance(call.func.value, ast.Name):
                continue
            # Where the words are a name themselves, they were marked with QT_TRANSLATE_NOOP.
            is_named = call.func.attr == "translate" and [isinstance(one, ast.Constant) for one in call.args[:2]] == [
                False,
                True,
            ]
            if id(call) in inside or is_named:
                hidden.append(f"{file.relative_to(ROOT)}:{call.lineno}")
    assert hidden == []
