"""The words that go with a form: a covering text per person, and a reminder, ready to be mailed.

Of the Ad the covering text to the praktijkbegeleider is the letter that they get at the start of each semester, with
their tasks and those of the student (opleidingsplan ISOP 2025-2029, section on praktijkbegeleiders).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from assessor.domain.form_answers import Way
from assessor.domain.forms import Respondent
from assessor.domain.instrument import Phase
from assessor.domain.programme import AD, Programme
from assessor.domain.text import Text, day_text, same


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a letter is about.

    Attributes:
        receiver: name of who gets it; "" while it is not known.
        student: name of the student.
        sender: name of who sends it out.
        phase: the phase of the student with its line; None when the instrument has none for it.
        due: by when the form is asked back; None for no day.
        file: name of the file that goes with it.
        first_name: what the student is called after the first time; "" for the whole name again.
        ways: the kinds of file that go with it; none when that is not known.
    """

    programme: Programme
    respondent: Respondent
    receiver: str
    student: str
    sender: str
    phase: Phase | None = None
    due: date | None = None
    file: str = ""
    first_name: str = ""
    ways: tuple[Way, ...] = ()


def covering(occasion: Occasion) -> Text:
    """The covering text that goes with a form."""
    to_student = occasion.respondent is Respondent.STUDENT
    parts = [_greeting(occasion), _STUDENT if to_student else _SUPERVISOR]
    if not to_student and occasion.programme is AD:
        parts.append(_SEMESTER)
    if occasion.phase is not None:
        parts.append(_PHASE if not to_student else _PHASE_STUDENT)
    return _letter([*parts, _ALONE, _handling(occasion, _RETURN_BY if occasion.due else _RETURN), _THANKS], occasion)


def reminder(occasion: Occasion) -> Text:
    """The text for who is late, friendly and ready to be mailed."""
    body = _REMIND_STUDENT if occasion.respondent is Respondent.STUDENT else _REMIND_SUPERVISOR
    return _letter([_greeting(occasion), body, _ALONE, _handling(occasion, _RETURN), _THANKS], occasion)


def subject(occasion: Occasion) -> Text:
    """The subject line of a mail; without a name, since subject lines travel in the open."""
    return Text("Tussenevaluatie {programme}", "Midterm evaluation {programme}").fill(programme=occasion.programme.name)


def _greeting(occasion: Occasion) -> Text:
    if occasion.receiver:
        return Text("Beste {receiver},", "Dear {receiver},")
    return Text("Beste {supervisor},", "Dear {supervisor},")


def _handling(occasion: Occasion, back: Text) -> Text:
    """What to do with the file."""
    ways = occasion.ways
    only_workbook = Way.WORKBOOK in ways and Way.PDF not in ways
    begin = _OPEN_WORKBOOK if only_workbook else _OPEN_PDF if ways else _OPEN
    return begin + back + _EITHER if len(ways) > 1 else begin + back


def _letter(parts: list[Text], occasion: Occasion) -> Text:
    whole = parts[0]
    for part in parts[1:]:
        whole += same("\n\n") + part
    phase = occasion.phase
    return whole.fill(
        receiver=occasion.receiver,
        student=occasion.student,
        name=occasion.first_name or occasion.student,
        sender=occasion.sender,
        supervisor=occasion.programme.supervisor,
        file=occasion.file,
        due=day_text(occasion.due) if occasion.due else "",
        phase=_small(phase.name) if phase else "",
        line=phase.line if phase else "",
    )


_STUDENT = Text(
    "Je bent halverwege je stage: tijd voor de tussenevaluatie. In de bijlage {file} kies je per criterium wat nu het"
    " best bij je past en beantwoord je een vraag met een voorbeeld. Je {supervisor} vult een eigen formulier in."
    " Daarna leggen we ze naast elkaar en gaan jullie in gesprek. Het is geen beoordeling en het telt niet mee.",
    "You are halfway your placement: time for the midterm evaluation. In the attached {file} you choose per criterion"
    " what fits you best now and answer a question with an example. Your {supervisor} fills in a form of their own."
    " Then we put them side by side and you talk. It is not an assessment and does not count.",
)
_SUPERVISOR = Text(
    "De stage van {student} is halverwege: tijd voor de tussenevaluatie. In de bijlage {file} kies je per criterium wat"
    " je nu ziet en beantwoord je een vraag met een voorbeeld. {name} vult een eigen formulier in. Daarna leggen we"
    " ze naast elkaar en gaan jullie in gesprek. Het is geen beoordeling en het telt niet mee.",
    "The placement of {student} is halfway: time for the midterm evaluation. In the attached {file} you choose per"
    " criterion what you see now and answer a question with an example. {name} fills in a form of their own. Then we"
    " put them side by side and you talk. It is not an assessment and does not count.",
)
_SEMESTER = Text(
    "Jouw taken dit semester: je begeleidt {name} op de werkvloer, je geeft feedback op activiteiten met kinderen,"
    " je vult het formulier van de tussenevaluatie in en gaat daarna in gesprek. Aan het eind van het semester komt een"
    " beoordelaar voor de praktijkbeoordeling; jouw ervaringen tellen daarin mee, het oordeel is van de beoordelaar."
    " {name} plant het gesprek met je en brengt eigen leerdoelen mee.",
    "Your tasks this semester: you supervise {name} at work, you give feedback on activities with children, you fill"
    " in the form of the midterm evaluation and talk afterwards. At the end of the semester an assessor comes for the"
    " practice assessment; your experience counts there, the verdict is the assessor's. {name} plans the talk"
    " with you and brings own learning goals.",
)
_PHASE = Text(
    "{name} zit in {phase}. In deze fase gaat het om: {line}.",
    "{name} is in {phase}. What counts in this phase: {line}.",
)
_PHASE_STUDENT = Text(
    "Je zit in {phase}. In deze fase gaat het om: {line}.", "You are in {phase}. What counts in this phase: {line}."
)
_ALONE = Text(
    "Overleg nog niet met elkaar: het gaat om je eigen beeld. Niemand ziet je antwoorden voordat beide formulieren"
    " binnen zijn.",
    "Do not consult each other yet: it is about your own view. Nobody sees your answers before both forms are in.",
)
_OPEN = Text("Open het bestand", "Open the file")
_OPEN_PDF = Text("Open het bestand in een pdf-lezer", "Open the file in a PDF reader")
_OPEN_WORKBOOK = Text("Open het bestand in Excel of LibreOffice", "Open the file in Excel or LibreOffice")
_RETURN = Text(
    ", vul het in, sla het op en stuur het als bijlage terug. Halverwege opslaan mag.",
    ", fill it in, save it and send it back as an attachment. You may save it halfway.",
)
_RETURN_BY = Text(
    ", vul het in, sla het op en stuur het uiterlijk {due} als bijlage terug. Halverwege opslaan mag.",
    ", fill it in, save it and send it back as an attachment by {due}. You may save it halfway.",
)
_EITHER = Text(
    " Vul je het liever in Excel of LibreOffice in? Gebruik dan de werkmap die erbij zit. Eén van de twee is genoeg.",
    " Would you rather fill it in with Excel or LibreOffice? Use the workbook that comes with it. One of the two is"
    " enough.",
)
_THANKS = Text("Alvast bedankt!\n\n{sender}", "Thank you!\n\n{sender}")
_REMIND_STUDENT = Text(
    "Je formulier voor de tussenevaluatie heb ik nog niet ontvangen. Stuur je het deze week? Dan kunnen jullie samen in"
    " gesprek.",
    "I have not received your form for the midterm evaluation yet. Will you send it this week? Then you can talk"
    " together.",
)
_REMIND_SUPERVISOR = Text(
    "Je formulier voor de tussenevaluatie van {student} heb ik nog niet ontvangen. Stuur je het deze week? Dan kunnen"
    " jullie samen in gesprek.",
    "I have not received your form for the midterm evaluation of {student} yet. Will you send it this week? Then you"
    " can talk together.",
)


def _small(name: Text) -> Text:
    """A name inside a sentence: jaar 2, semester 1-2."""
    return Text(name.nl[:1].lower() + name.nl[1:], name.en[:1].lower() + name.en[1:])
