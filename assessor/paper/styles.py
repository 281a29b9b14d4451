"""Colours, sizes and paragraph styles of paper: one accent, black on white, distances in steps of four points.

All lengths are points (1/72 inch). Colours were chosen for a contrast of at least 4.5 on white, also for labels, and
nothing is told by colour alone: the papers are printed in black and white.
"""

from __future__ import annotations

from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from assessor.paper import fonts

ACCENT = HexColor("#14586B")
INK = HexColor("#1B2126")
MUTED = HexColor("#55616B")
HAIRLINE = HexColor("#D3D9DD")
TINT = HexColor("#F1F5F6")

STEP = 4.0
"""The grid: every distance is a whole number of steps."""
MARGIN = 20 * mm
HAIR = 0.5
"""Width of a hairline."""


def _style(
    name: str,
    size: float,
    leading: float,
    font: str = fonts.REGULAR,
    **more: Any,  # noqa: ANN401 - whatever reportlab knows
) -> ParagraphStyle:
    settings: dict[str, Any] = {
        "fontName": font,
        "fontSize": size,
        "leading": leading,
        "textColor": INK,
        "allowWidows": 0,
        "allowOrphans": 0,
        "splitLongWords": 1,
    }
    return ParagraphStyle(name, **(settings | more))


TITLE = _style("title", 20, 24, fonts.SEMIBOLD)
SUBTITLE = _style("subtitle", 11, 16, textColor=MUTED, spaceBefore=STEP)
VERDICT = _style("verdict", 26, 32, fonts.BOLD)
VERDICT_LONG = _style("verdict long", 18, 24, fonts.BOLD)
HEADING = _style("heading", 13, 16, fonts.SEMIBOLD, spaceBefore=6 * STEP, spaceAfter=2 * STEP, textColor=ACCENT)
SUBHEADING = _style("subheading", 10, 12, fonts.SEMIBOLD, spaceBefore=4 * STEP, spaceAfter=STEP)
BODY = _style("body", 9, 12)
STRONG = _style("strong", 9, 12, fonts.SEMIBOLD)
QUOTED = _style("quoted", 9, 12, fonts.ITALIC)
LABEL = _style("label", 8, 12, textColor=MUTED)
LABEL_DROP = 1.0
"""How much lower a label starts that stands beside running text, to share its line."""
CODE = _style("code", 9, 12, fonts.SEMIBOLD, textColor=ACCENT)
FIGURES = _style("figures", 9, 16, fonts.SEMIBOLD)
STAMP = _style("stamp", 9, 12, fonts.SEMIBOLD, textColor=ACCENT)
