"""Chips: a state or verdict as a word in a soft shape with a sign, so that colour is never the only difference."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

from assessor.desktop.furniture.words import Tone, restyle
from assessor.domain.dossier import State
from assessor.domain.instrument import Outcome
from assessor.domain.text import Language

OUTCOME_TONES: dict[Outcome, Tone] = {
    Outcome.GOOD: "good",
    Outcome.SUFFICIENT: "sufficient",
    Outcome.INSUFFICIENT: "insufficient",
}
SIGNS: dict[Tone, str] = {
    "good": "▲",
    "sufficient": "●",
    "insufficient": "■",
    "neutral": "○",
    "warning": "!",
    "accent": "◆",
}
"""One shape per tone, the same on buttons, chips and paper."""

STATE_TONES: dict[State, Tone] = {
    State.CONCEPT: "neutral",
    State.FINAL: "accent",
    State.ANNOUNCED: "accent",
    State.NO_SHOW: "warning",
    State.BROKEN_OFF: "warning",
    State.WITHDRAWN: "warning",
}


class Chip(QLabel):
    """A word with its sign."""

    def __init__(self, text: str = "", tone: Tone = "neutral") -> None:
        super().__init__()
        self.setProperty("role", "chip")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self.say(text, tone)

    def say(self, text: str, tone: Tone = "neutral") -> None:
        """Show another word."""
        self.setText(f"{SIGNS[tone]} {text}")
        self.setAccessibleName(text)
        restyle(self, tone=tone)


def outcome_chip(outcome: Outcome, language: Language) -> Chip:
    """A verdict."""
    return Chip(outcome.word.say(language), OUTCOME_TONES[outcome])


def state_chip(state: State, language: Language) -> Chip:
    """Where a dossier stands."""
    return Chip(state.word.say(language), STATE_TONES[state])
