"""The forms of a midterm evaluation: one for each side, and the gespreksblad that both fill in together.

Source: opleidingsplan ISOP 2025-2029, section 2.3.3; the questions stand in the instrument.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from assessor.domain.dossier import InstrumentKey
from assessor.domain.form_parts import level_name, model_title, note_name, own_section, titled
from assessor.domain.forms import Choice, Field, FieldKind, Form, FormKind, Item, Respondent, Section, level_choices
from assessor.domain.instrument import Criterion, Instrument, Model
from assessor.domain.midterm.talk import AGREEMENTS, TalkPlace
from assessor.domain.programme import PROGRAMMES
from assessor.domain.text import Text, alternatives, same


def midterm_form(instrument: Instrument, key: InstrumentKey, respondent: Respondent) -> Form:
    """The form that one side fills in.

    Args:
        instrument: of a midterm evaluation.
        key: its id, version and fingerprint.
        respondent: the student, who has the formative items as well, or the mentor.
    """
    programme = PROGRAMMES[instrument.programme]
    sections = []
    for model in instrument:
        sections.append(Section(model_title(model), tuple(_criteria(model, respondent)), model.ground))
        own = own_section(instrument, model.formative) if respondent is Respondent.STUDENT else None
        if own is not None:
            sections.append(own)
    title = Text("Tussenevaluatie – {who}", "Midterm evaluation – {who}").fill(who=respondent.called(programme))
    how = _HOW_SUPERVISOR if respondent is Respondent.SUPERVISOR else _HOW_STUDENT
    # Who fills in a print has to know what there is to choose.
    levels = dict.fromkeys(level.name for model in instrument for level in model.scale.levels)
    unseen = dict.fromkeys(model.scale.not_observed for model in instrument)
    how = how.fill(levels=_one_of(levels), unseen=_one_of(unseen))
    lead = (*((instrument.introduction,) if instrument.introduction else ()), how, SAVE)
    return Form(FormKind.MIDTERM, respondent, key, title, lead, tuple(sections))


def talk_form(instrument: Instrument, key: InstrumentKey) -> Form:
    """The gespreksblad: closing questions, at most three agreements, and what the studiecoach may know."""
    programme = PROGRAMMES[instrument.programme]
    day = Text("Datum van het gesprek (dd-mm-jjjj)", "Date of the talk (dd-mm-yyyy)")
    start = Item("", Text("Het gesprek", "The talk"), (Field(TalkPlace.DAY, FieldKind.DAY, day, day, expected=True),))
    questions = tuple(
        Item("", question, (Field(TalkPlace.answer(number), FieldKind.TEXT, _ANSWER, question, lines=3),))
        for number, question in enumerate(instrument.closing_questions)
    )
    choices = tuple(Choice(one.code, same(f"{one.code} ") + one.name) for one in instrument.criteria.values())
    agreements = tuple(_agreement(number, choices) for number in range(AGREEMENTS))
    coach = Item("", Text("De studiecoach", "The study coach"), tuple(_coach()))
    lead = (
        Text(
            "Vul dit samen in na het gesprek. Kies hooguit drie criteria waar jullie iets over afspreken.",
            "Fill this in together after the talk. Choose at most three criteria to agree on.",
        ),
        SAVE,
    )
    sections = (
        Section(Text("Terugkijken", "Looking back"), (start, *questions)),
        Section(Text("Afspraken", "Agreements"), agreements),
        Section(Text("Verder", "Further"), (coach,)),
    )
    title = Text("Gespreksblad van student en {supervisor}", "Talk sheet of student and {supervisor}")
    return Form(FormKind.TALK, Respondent.BOTH, key, title.fill(supervisor=programme.supervisor), lead, sections)


def _criteria(model: Model, respondent: Respondent) -> Iterator[Item]:
    for criterion in model.criteria:
        code, question = criterion.code, _question(criterion, respondent)
        level = Field(
            level_name(code), FieldKind.CHOICE, _LEVEL, titled(code, _LEVEL), level_choices(model.scale), expected=True
        )
        note = Field(note_name(code), FieldKind.TEXT, question, titled(code, question), lines=3)
        yield Item(code, criterion.name, (level, note))


def _one_of(words: Iterable[Text]) -> Text:
    return alternatives([same("‘") + word + same("’") for word in words])


def _question(criterion: Criterion, respondent: Respondent) -> Text:
    return criterion.questions.get(respondent.value, _EXAMPLE)


def _agreement(number: int, choices: tuple[Choice, ...]) -> Item:
    heading = Text("Afspraak {number}", "Agreement {number}").fill(number=number + 1)
    labels = (
        (TalkPlace.criterion(number), FieldKind.CHOICE, Text("Over welk criterium?", "On which criterion?")),
        (TalkPlace.what(number), FieldKind.TEXT, Text("Wat spreken jullie af?", "What do you agree?")),
        (TalkPlace.support(number), FieldKind.TEXT, Text("Wat heeft de student nodig?", "What does the student need?")),
        (TalkPlace.by(number), FieldKind.DAY, Text("Wanneer klaar? (dd-mm-jjjj)", "Done by? (dd-mm-yyyy)")),
    )
    fields = (
        Field(name, kind, label, heading + same(": ") + label, choices if kind is FieldKind.CHOICE else (), lines=2)
        for name, kind, label in labels
    )
    return Item("", heading, tuple(fields))


def _coach() -> Iterator[Field]:
    for place, label in (
        (TalkPlace.SHARE, Text("De student wil dit verslag met de studiecoach delen",
                               "The student wants to share this report with the study coach")),
        (TalkPlace.CONCERN, Text("Zorg melden aan studiecoach", "Report a concern to the study coach")),
    ):  # fmt: skip
        yield Field(place, FieldKind.TICK, label, label)


_LEVEL = Text("Wat past nu het best?", "What fits best now?")
_ANSWER = Text("Jullie antwoord", "Your answer")
_EXAMPLE = Text("Geef een voorbeeld.", "Give an example.")
_HOW_SUPERVISOR = Text(
    "Kies per criterium wat nu het best past: {levels}. Heb je het nog niet kunnen zien, kies dan {unseen}. Beantwoord"
    " de vraag met een voorbeeld, zoals: ‘Dinsdag in de kring liet de student …’.",
    "Choose per criterion what fits best now: {levels}. If you could not see it yet, choose {unseen}. Answer the"
    " question with an example, such as: ‘On Tuesday in the circle the student …’.",
)
_HOW_STUDENT = Text(
    "Kies per criterium wat nu het best past: {levels}. Heb je het nog niet kunnen laten zien, kies dan {unseen}."
    " Beantwoord de vraag met een voorbeeld, zoals: ‘Dinsdag in de kring heb ik …’.",
    "Choose per criterion what fits best now: {levels}. If you could not show it yet, choose {unseen}. Answer the"
    " question with an example, such as: ‘On Tuesday in the circle I …’.",
)
SAVE = Text(
    "Vul de velden in, sla het bestand op en stuur het terug. Halverwege opslaan mag.",
    "Fill in the fields, save the file and send it back. You may save it halfway.",
)
"""What to do with the file; of no use to who fills the form in on screen."""
