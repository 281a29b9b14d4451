"""Arrivals: what stands in the list of *Wat kwam er mee*, a file that just came or a copy that was sent."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from assessor.desktop.furniture.words import Tone
from assessor.domain.form_answers import Problem
from assessor.domain.form_code import printed
from assessor.domain.form_post import KeptForm, SentForm
from assessor.domain.forms import FormKind
from assessor.domain.text import Language
from assessor.services.forms.receiving import Again, Received

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Arrival:
    """One line of the list: a file (`received`), or a copy with what came back of it, if anything did."""

    sent: SentForm | None
    received: Received | None = None
    kept: KeptForm | None = None

    @property
    def key(self) -> str:
        """By which the line is found again after the list was filled anew."""
        if self.kept is not None:
            return self.kept.id
        if self.received is not None:
            return f"file:{self.received.file}"
        return self.sent.code if self.sent is not None else ""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was not understood."""
        if self.kept is not None:
            return self.kept.problems
        answers = self.received.answers if self.received is not None else None
        return answers.problems if answers is not None else ()

    @property
    def is_advice(self) -> bool:
        """Whether it is advice, which is shown and never taken over by itself."""
        return self.sent is not None and self.sent.kind is FormKind.ADVICE

    def title(self, language: Language) -> str:
        """What it is."""
        if self.sent is None:
            return self.received.file if self.received is not None else ""
        words = self.sent.kind.word.say(language)
        return f"{words[:1].upper()}{words[1:]}"

    def about(self) -> str:
        """About whom, and the form code."""
        student = self.received.student if self.received is not None else None
        code = printed(self.sent.code) if self.sent is not None else ""
        return " · ".join(part for part in (student.name if student is not None else "", code) if part)

    def state(self) -> tuple[str, Tone]:
        """Where it stands, in words and in a tone."""
        return _kept_state(self) if self.received is None else _file_state(self.received)


def _file_state(received: Received) -> tuple[str, Tone]:
    if received.refusal is not None:
        return translate("Arrival", "cannot be taken in"), "insufficient"
    if received.again is Again.SAME:
        return translate("Arrival", "received before, same content"), "neutral"
    if received.again is Again.DIFFERENT:
        return translate("Arrival", "other version than before"), "warning"
    empty = len(received.answers.missing) if received.answers is not None else 0
    if empty:
        return translate("Arrival", "new, %n field(s) empty", "", empty), "accent"
    return translate("Arrival", "new"), "accent"


def _kept_state(arrival: Arrival) -> tuple[str, Tone]:
    kept = arrival.kept
    if kept is None:
        return translate("Arrival", "sent, nothing came back yet"), "neutral"
    if not kept.in_force:
        return translate("Arrival", "kept, another version counts"), "neutral"
    if arrival.is_advice:
        return translate("Arrival", "shown at the criteria"), "good"
    return (
        (translate("Arrival", "taken over"), "good")
        if kept.taken_at is not None
        else (translate("Arrival", "kept"), "accent")
    )
