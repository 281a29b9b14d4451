"""The agenda of the talk, which the mirror makes by itself: what to start with, what to talk about, how to end."""

from __future__ import annotations

from dataclasses import dataclass

from assessor.domain.instrument import Instrument
from assessor.domain.midterm.mirror import Contrast, Mirror, MirrorLine
from assessor.domain.programme import PROGRAMMES
from assessor.domain.text import Text, listing, same


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One subject: its heading, and the question to put."""

    heading: Text
    question: Text
    criterion: str = ""


def agenda(mirror: Mirror, instrument: Instrument) -> tuple[AgendaItem, ...]:
    """The agenda: a shared strength, at most five subjects, and the agreements.

    Args:
        mirror: both forms side by side.
        instrument: of the midterm evaluation, for the words of its programme.
    """
    supervisor = PROGRAMMES[instrument.programme].supervisor
    items = [_strengths(mirror)] if mirror.strengths else []
    items += [_subject(line, supervisor) for line in mirror.subjects]
    unseen = [line.criterion.code for line in mirror.lines if line.contrast is Contrast.NOT_COMPARABLE]
    if unseen and len(mirror.sides) > 1:
        items.append(AgendaItem(Contrast.NOT_COMPARABLE.word, _UNSEEN_ASK.fill(codes=listing(unseen))))
    return (*items, AgendaItem(_END, _END_ASK))


def _strengths(mirror: Mirror) -> AgendaItem:
    names = listing([_named(line) for line in mirror.strengths[:3]])
    return AgendaItem(_START, _START_ASK.fill(names=names))


def _subject(line: MirrorLine, supervisor: Text) -> AgendaItem:
    word = line.model.scale.word
    student, mentor = word(line.student.mark or ""), word(line.mentor.mark or "")
    asked = _ASK[line.contrast].fill(student=student, mentor=mentor, supervisor=supervisor)
    return AgendaItem(_named(line), asked, line.criterion.code)


def _named(line: MirrorLine) -> Text:
    return same(f"{line.criterion.code} ") + line.criterion.name


_START = Text("Begin met wat goed gaat", "Start with what goes well")
_START_ASK = Text(
    "Jullie zien allebei een sterke kant: {names}. Welk voorbeeld hebben jullie voor ogen?",
    "You both see a strong side: {names}. Which example do you have in mind?",
)
_UNSEEN_ASK = Text(
    "Bij {codes} hebben jullie niet allebei een niveau gekozen. Was het al te zien, en zo niet: wanneer kan de student"
    " het laten zien?",
    "At {codes} you did not both choose a level. Could it be seen already, and if not: when can the student show it?",
)
_END = Text("Sluit af met afspraken", "End with agreements")
_END_ASK = Text(
    "Kies hooguit drie criteria: wat gaat de student doen, wat is daarvoor nodig en wanneer kijken jullie terug?",
    "Choose at most three criteria: what will the student do, what is needed for it and when do you look back?",
)
_ASK = {
    Contrast.FAR_APART: Text(
        "De student kiest ‘{student}’, de {supervisor} ‘{mentor}’. Vertel elkaar welk moment je voor ogen had.",
        "The student chooses ‘{student}’, the {supervisor} ‘{mentor}’. Tell each other which moment you had in mind.",
    ),
    Contrast.BOTH_LOWEST: Text(
        "Jullie kiezen allebei ‘{student}’. Wat is een eerste stap, en wie helpt daarbij?",
        "You both choose ‘{student}’. What is a first step, and who helps?",
    ),
    Contrast.STUDENT_LOWER: Text(
        "De student kiest ‘{student}’, de {supervisor} ‘{mentor}’. Wat ziet de {supervisor} dat de student"
        " nog niet ziet?",
        "The student chooses ‘{student}’, the {supervisor} ‘{mentor}’. What does the {supervisor} see that the student"
        " does not see yet?",
    ),
    Contrast.STUDENT_HIGHER: Text(
        "De student kiest ‘{student}’, de {supervisor} ‘{mentor}’. Wat zou de {supervisor} nog willen zien?",
        "The student chooses ‘{student}’, the {supervisor} ‘{mentor}’. What would the {supervisor} still like to see?",
    ),
}
