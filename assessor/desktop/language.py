"""The language of the screen: our own words, Qt's, and what Qt's Dutch lacks, loaded together."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from assessor import paths
from assessor.desktop.context import locale_of
from assessor.domain.text import Language


class Translations:
    """The translators of one application; speaking another language replaces them."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._loaded: list[QTranslator] = []

    def silence(self) -> None:
        """Take the words away again."""
        for translator in self._loaded:
            self._app.removeTranslator(translator)
        self._loaded = []

    def speak(self, language: Language) -> None:
        """Load the words of a language; the source text is English, so English needs plural forms only."""
        self.silence()
        QLocale.setDefault(locale_of(language))
        own = str(paths.resources() / "i18n")
        places = (
            (f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
            (f"qt_{language}", own),
            (f"assessor_{language}", own),
        )
        for name, folder in places:
            translator = QTranslator(self._app)
            if translator.load(name, folder):
                self._app.installTranslator(translator)
                self._loaded.append(translator)
