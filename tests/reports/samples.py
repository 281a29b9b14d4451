"""Dossiers as they come from practice, on the shipped forms: invented students, schools and assessors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from zoneinfo import ZoneInfo

from assessor import paths
from assessor.domain.decision import decide
from assessor.domain.dossier import Activity, Dossier, InstrumentKey, ResitScope, Result, State
from assessor.domain.instrument import NOT_OBSERVED, Instrument, Outcome
from assessor.domain.organisation import Organisation, OrganisationType
from assessor.domain.people import Person, Role
from assessor.domain.ratings import Place, Rating, Sheet, Source
from assessor.domain.record import Event, Record
from assessor.domain.register import Appointment, Right
from assessor.domain.student import Student
from assessor.domain.text import Text
from assessor.instruments.catalogue import Catalogue

PRINTED = datetime(2026, 3, 13, 9, 30, tzinfo=ZoneInfo("Europe/Amsterdam"))
SET = datetime(2026, 3, 12, 13, 3, tzinfo=UTC)
DAY = date(2026, 3, 12)
FINGERPRINT = "7b1c09af33de810c5a22f4e6901bd87344c0aa19e2f75b6d0813c9de4f60b7a2"

_NOTES = {
    "O": "Tijdens de instructie bleven drie leerlingen zonder taak; na een opmerking van de mentor gebeurde dit in de"
    " verwerking opnieuw. In het gesprek kon de student niet zeggen wat zij een volgende keer anders zou doen.",
    "V": "Bij de start stelde de student vragen over de les van gisteren en liet zij leerlingen op elkaar reageren.",
    "G": "Liet tijdens de kring twee leerlingen elkaar verder helpen (“leg jij het eens aan Noor uit”) en kwam daar bij"
    " de afsluiting op terug. De mentor ziet dit ook in andere lessen.",
    NOT_OBSERVED: "In deze activiteit was hier geen aanleiding toe.",
}


@cache
def instrument(form: str = "pabo-praktijkbeoordeling") -> Instrument:
    return Catalogue(paths.forms()).get(form)


def marks(form: Instrument, default: str = "V", **of_criteria: str | None) -> dict[str, str | None]:
    """A mark for every criterion: those named (c4_1 for 4.1, cA3_2 for A3.2) and `default` for the rest."""
    named = {name[1:].replace("_", "."): mark for name, mark in of_criteria.items()}
    assert named.keys() <= form.criteria.keys()
    return {code: named.get(code, default) for code in form.criteria}


def sheet(form: Instrument, marked: Mapping[str, str | None], **passages: str) -> Sheet:
    """A sheet with a toelichting where the work asks for one: at O, N, every G and each third criterion."""
    ratings = {}
    for number, (code, mark) in enumerate(marked.items()):
        needs_source = form.model_of[code].needs_source
        sources = (
            frozenset({Source.MENTOR, Source.TALK} if number % 2 else {Source.SEEN}) if needs_source else frozenset()
        )
        note = _NOTES.get(mark or "", "") if mark in {"O", "N", "G"} or number % 3 == 0 else ""
        ratings[code] = Rating(code, mark, note if mark else "", sources if note and mark else frozenset())
    return Sheet(ratings, {**_passages(form), **passages})


def _passages(form: Instrument) -> dict[str, str]:
    texts = {
        Place.STRENGTH: "Je kijkt echt naar kinderen: je ziet wie afhaakt en past je vraag aan voordat je verdergaat.",
        Place.DEVELOPMENT: "Maak vooraf één keuze over differentiatie en schrijf op waaraan je ziet dat die werkt.",
        Place.APPRECIATION: "Organiseerde met twee collega’s het voorleesontbijt voor de hele school.",
    }
    for model in form:
        texts[Place.motivation(model.code)] = (
            "De student laat dit over de hele periode zien. De voorbeelden van de mentor en wat ik zelf zag,"
            " wijzen dezelfde kant op."
        )
        for number, item in enumerate(model.formative):
            texts[Place.formative_answer(item.code, 0)] = (
                "Ik heb in het leerteam een werkvorm voor rekentaal ingebracht."
            )
            if number == 0:
                texts[Place.formative_answer(item.code, 1)] = "Twee collega’s gebruiken de werkvorm nu ook."
                texts[Place.formative_response(item.code)] = "Mooi dat je dit zelf op gang hebt gebracht."
            if item.free_title:
                texts[Place.formative_title(item.code)] = "Ouders bij de start van de dag"
    return texts


def record(
    form: Instrument | None = None,
    marked: Mapping[str, str | None] | None = None,
    *,
    state: State = State.FINAL,
    chosen: Outcome | None = None,
    passages: Mapping[str, str] | None = None,
    **details: object,
) -> Record:
    """A dossier in a state, on a form, with marks; `details` replace fields of the dossier."""
    form = form or instrument()
    marked = marks(form) if marked is None else marked
    filled = sheet(form, marked, **(passages or {}))
    decision = decide(form, filled.marks)
    outcome = chosen if chosen is not None else decision.verdict
    result = None
    if state.has_result:
        assert outcome is not None
        result = Result(outcome, outcome != decision.verdict, SET, FINGERPRINT)
    is_pabo = form.programme == "pabo"
    student = _student(form)
    dossier = Dossier(
        id="d-1",
        number="2026-0147",
        student_id=student.id,
        assessor_id="p-1",
        instrument=InstrumentKey(form.id, form.version, "c0ffee00" * 8),
        programme=form.programme,
        variant=student.variant,
        phase=student.phase,
        activity=Activity(
            DAY, "groep 5" if is_pabo else "peutergroep De Vlinders", "rekenen: tafels" if is_pabo else "samen koken"
        ),
        created_at=SET,
        organisation_id="o-1",
        supervisor="Wies Lindeboom",
        state=state,
        chosen=chosen,
        result=result,
        announced_on=date(2026, 3, 20) if state is State.ANNOUNCED else None,
        sheet=filled,
    )
    return Record(
        dossier=replace(dossier, **details),
        student=student,
        assessor=Person("p-1", "Jorrit Aldershof", frozenset({Role.ASSESSOR}), date(2023, 6, 1), date(2023, 9, 1)),
        instrument=form,
        decision=decision,
        organisation=_organisation(is_pabo),
        right=None if state.is_open else _right(form.programme),
        history=() if state.is_open else _history() if state.has_result else _closed(state),
    )


def resit() -> Record:
    """A second attempt that takes models 1 and 2 over."""
    first = record(attempt=2, previous_id="d-0", resit_scope=ResitScope.ACTIVITY, taken_over=frozenset({"1", "2"}))
    return replace(first, previous_number="2025-0388")


def established(form: Instrument | None = None) -> Instrument:
    """The form as if the institution had established and published it."""
    from assessor.domain.instrument import Status

    published = Text("Toetsbrochure praktijk 2025-2026, pagina 8.", "Assessment brochure 2025-2026, page 8.")
    return replace(form or instrument(), status=Status.ESTABLISHED, published=published)


def _student(form: Instrument) -> Student:
    variant = "voltijd" if form.programme == "pabo" else "pep"
    return Student(
        "s-1",
        "604512",
        "Mirthe",
        "van der",
        "Zandhoeve",
        form.programme,
        variant,
        form.phases[1].code,
        "2024-2025",
        "Ilse Veldkamp",
    )


def _organisation(is_pabo: bool) -> Organisation:
    kind = OrganisationType.SCHOOL if is_pabo else OrganisationType.CHILDCARE
    return Organisation("o-1", "De Wilgenroos" if is_pabo else "Kinderopvang Het Klaverveld", kind, "Varsseveld")


def _right(programme: str) -> Right:
    appointment = Appointment("a-1", "p-1", programme, date(2025, 9, 1), date(2027, 8, 31), "EC-2025-014")
    return Right("p-1", date(2023, 6, 1), date(2023, 9, 1), appointment, appointment, DAY, DAY)


def _history() -> tuple[Event, ...]:
    return (
        Event(SET, "Jorrit Aldershof", Text("Definitief gemaakt", "Made final")),
        Event(
            datetime(2026, 3, 12, 15, 41, tzinfo=UTC),
            "Jorrit Aldershof",
            Text("Gewijzigd in correctie: criterium 3.2", "Changed in correction: criterion 3.2"),
            "De toelichting hoorde bij criterium 3.3.",
        ),
    )


def _closed(state: State) -> tuple[Event, ...]:
    return (
        Event(SET, "Jorrit Aldershof", Text("Afgesloten zonder oordeel", "Closed without a verdict"), state.word.nl),
    )
