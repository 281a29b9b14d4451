"""The look: palettes of TOML, one style sheet made of their tokens, and the grid that every page stands on."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from assessor import paths

GRID = 8
"""Every distance is a whole number of these pixels."""

WIDEST = 1_300
"""The screen of a school laptop is 1,366 pixels wide."""

THEMES = ("light", "dark", "contrast")
BASE_POINTS = 10.5
FAMILY = "Inter Assessor"


@dataclass(frozen=True)
class Theme:
    """One palette with the text size that goes with it (1.0 is the size as designed)."""

    name: str
    colours: dict[str, str]
    scale: float = 1.0

    def colour(self, token: str) -> QColor:
        """The colour of a token such as ``accent``."""
        return QColor(self.colours[token])

    def points(self, step: float = 1.0) -> float:
        """A text size in points; `step` is the size relative to running text."""
        return round(BASE_POINTS * self.scale * step, 1)


def load(name: str, scale: float = 1.0) -> Theme:
    """Read one of `THEMES`."""
    text = (paths.resources() / "themes" / f"{name}.toml").read_text(encoding="utf-8")
    return Theme(name, tomllib.loads(text)["colours"], scale)


def scaled(pixels: int) -> int:
    """A width for the text size that the application wears, so that larger words find room, at most `WIDEST`."""
    return min(round(pixels * max(1.0, QApplication.font().pointSizeF() / BASE_POINTS)), max(pixels, WIDEST))


_fonts_added: set[str] = set()


def apply(app: QApplication, theme: Theme) -> None:
    """Dress the whole application; may be called again at any time."""
    for file in _font_files():
        if file.name not in _fonts_added:
            QFontDatabase.addApplicationFont(str(file))
            _fonts_added.add(file.name)
    app.setStyle("Fusion")
    app.setProperty("theme", theme.name)
    font = QFont(FAMILY)
    font.setPointSizeF(theme.points())
    app.setFont(font)
    app.setPalette(_palette(theme))
    app.setStyleSheet(style_sheet(theme))


def _font_files() -> list[Path]:
    return sorted((paths.resources() / "fonts").glob("InterAssessor-*.ttf"))


def _palette(theme: Theme) -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: "window",
        QPalette.ColorRole.WindowText: "text",
        QPalette.ColorRole.Base: "surface",
        QPalette.ColorRole.AlternateBase: "raised",
        QPalette.ColorRole.Text: "text",
        QPalette.ColorRole.Button: "surface",
        QPalette.ColorRole.ButtonText: "text",
        QPalette.ColorRole.ToolTipBase: "surface",
        QPalette.ColorRole.ToolTipText: "text",
        QPalette.ColorRole.PlaceholderText: "muted",
        QPalette.ColorRole.Highlight: "accent",
        QPalette.ColorRole.HighlightedText: "accent_text",
        QPalette.ColorRole.Link: "accent",
        QPalette.ColorRole.Mid: "line",
    }
    for role, token in roles.items():
        palette.setColor(role, theme.colour(token))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, theme.colour("muted"))
    return palette


def style_sheet(theme: Theme) -> str:
    """The one style sheet, filled with the theme's tokens."""
    sizes = {
        "small": f"{theme.points(0.9)}pt",
        "body": f"{theme.points()}pt",
        "large": f"{theme.points(1.2)}pt",
        "title": f"{theme.points(1.75)}pt",
        "verdict": f"{theme.points(2.2)}pt",
        "hair": "2px" if theme.name == "contrast" else "1px",
    }
    sheet = (paths.resources() / "themes" / "style.qss").read_text(encoding="utf-8")
    for sign in ("tick", "down"):
        sheet = sheet.replace(f"@{sign}", (paths.resources() / "themes" / f"{sign}-{theme.name}.svg").as_posix())
    for token, value in sorted({**theme.colours, **sizes}.items(), key=lambda pair: -len(pair[0])):
        sheet = sheet.replace(f"@{token};", f"{value};").replace(f"@{token} ", f"{value} ")
    return sheet
