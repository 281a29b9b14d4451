"""The forms around one practice assessment: what comes with the student, and scoring without the program.

Source: practice text, section 3 (a day of an assessor); what a sheet asks stands in `assessor.domain.ratings`.
"""

from __future__ import annotations

from assessor.domain.dossier import InstrumentKey
from assessor.domain.form_parts import level_name, model_title, note_name, own_section, titled
from assessor.domain.forms import (
    Field,
    FieldKind,
    Form,
    FormKind,
    Hint,
    Item,
    Respondent,
    Section,
    level_choices,
)
from assessor.domain.instrument import Criterion, Instrument, Model
from assessor.domain.programme import PROGRAMMES, Programme
from assessor.domain.ratings import Place, Source
from assessor.domain.text import Text, same

ACTIVITY_DAY, ACTIVITY_GROUP, ACTIVITY_SUBJECT = "activity:day", "activity:group", "activity:subject"


def source_name(criterion: str, source: Source) -> str:
    """The field that says where the assessor knows it from."""
    return f"source:{criterion}:{source.value}"


def dossier_form(kind: FormKind, instrument: Instrument, key: InstrumentKey) -> Form:
    """The form of a kind for an instrument.

    Args:
        kind: what it is for.
        instrument: of a practice assessment; its models that need a source are those of the mentor's advice.
        key: id, version and fingerprint of the instrument.
    """
    programme = PROGRAMMES[instrument.programme]
    if kind is FormKind.PREPARATION:
        return _preparation(instrument, key, programme)
    return _advice(instrument, key, programme) if kind is FormKind.ADVICE else _scores(instrument, key, programme)


def advised_models(instrument: Instrument) -> tuple[Model, ...]:
    """The models on which the mentor advises: those over a period that the assessor did not see."""
    return tuple(model for model in instrument if model.needs_source)


# --- the student prepares


def _preparation(instrument: Instrument, key: InstrumentKey, programme: Programme) -> Form:
    own = own_section(instrument, tuple(item for model in instrument for item in model.formative))
    sections = [Section(Text("De activiteit", "The activity"), (_activity(programme),))]
    if own is not None:
        sections.append(own)
    lead = (
        Text(
            "Vul dit in vóór de praktijkbeoordeling. Je beoordelaar neemt het over; je hoeft het niet nog eens te"
            " vertellen.",
            "Fill this in before the practice assessment. Your assessor takes it over; you need not tell it again.",
        ),
        _HOW,
        _PRIVACY,
    )
    title = Text("Voorbereidingsformulier student", "Preparation form for the student")
    return Form(FormKind.PREPARATION, Respondent.STUDENT, key, title, lead, tuple(sections))


def _activity(programme: Programme) -> Item:
    group, subject = Text("Groep", "Group"), Text("Vak of onderwerp", "Subject")
    return Item(
        "",
        Text("Wat laat je zien: de {activity}", "What you will show: the {activity}").fill(activity=programme.activity),
        (
            Field(ACTIVITY_DAY, FieldKind.DAY, _DAY, _DAY, expected=True),
            Field(ACTIVITY_GROUP, FieldKind.LINE, group, group, expected=True),
            Field(ACTIVITY_SUBJECT, FieldKind.LINE, subject, subject, expected=True),
        ),
    )


# --- the mentor advises


def _advice(instrument: Instrument, key: InstrumentKey, programme: Programme) -> Form:
    example = Text("Voorbeeld: wat zag je?", "Example: what did you see?")
    sections = tuple(
        Section(
            model_title(model),
            tuple(_criterion(model, one, example, lines=3) for one in model.criteria),
            model.ground,
        )
        for model in advised_models(instrument)
    )
    lead = (
        Text(
            "Jij zag de student de hele periode. Kies per criterium het niveau dat het beste past en geef een voorbeeld"
            " van wat je zag. Heb je iets niet gezien, kies dan ‘niet waargenomen’.",
            "You saw the student during the whole period. Choose per criterion the level that fits best and give an"
            " example of what you saw. If you did not see something, choose ‘not observed’.",
        ),
        Text(
            "Jouw advies weegt mee; de beoordelaar bepaalt het oordeel.",
            "Your advice counts; the assessor decides on the verdict.",
        ),
        _HOW,
        _PRIVACY,
    )
    title = Text("Advies van de {supervisor}", "Advice of the {supervisor}").fill(supervisor=programme.supervisor)
    return Form(FormKind.ADVICE, Respondent.SUPERVISOR, key, title, lead, sections)


# --- the assessor scores without the program


def _scores(instrument: Instrument, key: InstrumentKey, programme: Programme) -> Form:
    sections = [Section(Text("De activiteit", "The activity"), (_activity(programme),))]
    for model in instrument:
        note = Text("Toelichting", "Explanation")
        sources = _sources(model, programme)
        items = [_criterion(model, one, note, lines=2, sources=sources, starred=True) for one in model.criteria]
        sections.append(Section(model_title(model), (*items, _motivation(model)), model.ground))
    sections.append(Section(Text("Het geheel", "The whole"), (_whole(),)))
    lead = (
        Text(
            "Hiermee beoordeel je zonder het programma. Lees het formulier daarna in: je ziet eerst wat er verandert"
            " en neemt het dan over.",
            "With this you assess without the program. Read the form in afterwards: you first see what changes and"
            " then take it over.",
        ),
        Text(
            "Geef bij elke onvoldoende een toelichting, en bij ‘niet waargenomen’ waarom.",
            "Explain each insufficient, and say why something was not observed.",
        ),
        _HOW,
        _PRIVACY,
    )
    return Form(
        FormKind.SCORES, Respondent.ASSESSOR, key, Text("Scoreformulier", "Scoring form"), lead, tuple(sections)
    )


def _sources(model: Model, programme: Programme) -> tuple[tuple[Source, Text], ...]:
    if not model.needs_source:
        return ()
    return tuple((one, programme.supervisor if one is Source.MENTOR else one.word) for one in Source)


def _criterion(
    model: Model,
    criterion: Criterion,
    note: Text,
    *,
    lines: int,
    sources: tuple[tuple[Source, Text], ...] = (),
    starred: bool = False,
) -> Item:
    code, level, choose = criterion.code, Text("niveau", "level"), Text("Kies een niveau", "Choose a level")
    levels = level_choices(model.scale)
    ticks = (
        Field(source_name(code, source), FieldKind.TICK, word, titled(code, Text("bron: ", "source: ") + word))
        for source, word in sources
    )
    star = Text(" ★ kritisch", " ★ critical") if criterion.critical and starred else same("")
    return Item(
        code,
        criterion.name + star,
        (
            Field(level_name(code), FieldKind.CHOICE, choose, titled(code, level), levels, expected=True),
            Field(note_name(code), FieldKind.TEXT, note, titled(code, note), lines=lines),
            *ticks,
        ),
        tuple(
            Hint(model.scale.word(mark), criterion.descriptors[mark])
            for mark in model.scale.marks
            if mark in criterion.descriptors
        ),
    )


def _motivation(model: Model) -> Item:
    label = Text("Waarom kom je tot dit oordeel?", "Why do you come to this verdict?")
    fields = [Field(Place.motivation(model.code), FieldKind.TEXT, label, titled(model.number, label), expected=True)]
    if model.needs_source:
        when = Text(
            "Bij onvoldoende: wanneer is dit met de student besproken?",
            "If insufficient: when was this discussed with the student?",
        )
        fields.append(Field(Place.announced(model.code), FieldKind.LINE, when, titled(model.number, when)))
    heading = Text("Motivering van model {number}", "Motivation of model {number}").fill(number=model.number)
    return Item("", heading, tuple(fields))


def _whole() -> Item:
    places = (
        (Place.STRENGTH, Text("Sterk punt", "Strong point"), True),
        (Place.DEVELOPMENT, Text("Ontwikkelpunt", "Development point"), True),
        (Place.APPRECIATION, Text("Waardering (telt niet mee)", "Appreciation (does not count)"), False),
    )
    fields = (Field(place, FieldKind.TEXT, label, label, expected=expected) for place, label, expected in places)
    return Item("", Text("Wat neemt de student mee?", "What does the student take along?"), tuple(fields))


_DAY = Text("Datum (dd-mm-jjjj)", "Date (dd-mm-yyyy)")
_HOW = Text(
    "Vul de velden in, sla het bestand op en stuur het terug. Halverwege opslaan mag.",
    "Fill in the fields, save the file and send it back. You may save it halfway.",
)
_PRIVACY = Text(
    "Noem geen namen van kinderen en schrijf niets over gezondheid, geloof of privézaken.",
    "Name no children and write nothing about health, religion or private matters.",
)
