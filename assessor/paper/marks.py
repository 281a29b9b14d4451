"""The sign of a level: a ladder with as many rungs as the scale has levels, and its word beside it."""

from __future__ import annotations

from reportlab.platypus import Flowable, Paragraph

from assessor.paper.styles import ACCENT, HAIR, MUTED

RUNG = 6.0
"""Side of one rung in points."""
GAP = 2.0


class LevelMark(Flowable):
    """A ladder of `rungs` squares of which the lowest `filled` are filled, then the level in words.

    Nothing is filled for *niet waargenomen* and for a criterion without a mark; the word tells them apart.
    """

    def __init__(self, rungs: int, filled: int, word: Paragraph) -> None:
        super().__init__()
        self.rungs = rungs
        self.filled = filled
        self.word = word

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        """Height of the word, which may take several lines beside the ladder."""
        self._indent = self.rungs * (RUNG + GAP) + 2 * GAP
        _, height = self.word.wrap(availWidth - self._indent, availHeight)
        self.width, self.height = availWidth, height
        return availWidth, height

    def draw(self) -> None:
        """Draw the rungs at the height of the first line, the word to their right."""
        canvas = self.canv
        canvas.saveState()
        canvas.setLineWidth(HAIR)
        canvas.setFillColor(ACCENT)
        bottom = self.height - self.word.style.leading + (self.word.style.leading - RUNG) / 2
        for rung in range(self.rungs):
            is_filled = rung < self.filled
            canvas.setStrokeColor(ACCENT if is_filled else MUTED)
            canvas.rect(rung * (RUNG + GAP), bottom, RUNG, RUNG, stroke=1, fill=int(is_filled))
        canvas.restoreState()
        self.word.drawOn(canvas, self._indent, 0)
