"""The form of a blind round: who scores, and at every casus and criterion a level and what was seen.

One form is either personal, or one for all with a name or code on it. Its file says which round it belongs to, and of
whom it is (`address_of`); the printed code is that of the invitation, or of the round.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from assessor.domain.calibration.casus import Casus
from assessor.domain.calibration.room import Participant
from assessor.domain.calibration.round import Marks
from assessor.domain.dossier import InstrumentKey
from assessor.domain.form_code import code_of
from assessor.domain.forms import (
    Field,
    FieldKind,
    Form,
    FormKind,
    Hint,
    Identity,
    Item,
    Respondent,
    Section,
    level_choices,
)
from assessor.domain.instrument import Criterion, Instrument, Model
from assessor.domain.text import Language, Text, same

WHO, OWN_CODE = "who", "own-code"
"""The fields that say who it is, and with which code the private report is to open."""


@dataclass(frozen=True)
class Asked:
    """What a round asks: some criteria of an instrument, at every casus of the session.

    Attributes:
        round_id: of the round.
        criteria: their codes, in the order of the form.
        casussen: in their order; fields are named by place in it, which never changes once a round is open.
    """

    round_id: str
    instrument: Instrument
    key: InstrumentKey
    criteria: tuple[str, ...]
    casussen: tuple[Casus, ...]

    @property
    def number(self) -> int:
        """How many levels a whole form holds."""
        return len(self.criteria) * len(self.casussen)

    @cached_property
    def personal(self) -> Form:
        """The form of one participant, whose name stands on it."""
        return _form(self, ())

    @cached_property
    def for_all(self) -> Form:
        """The form that everybody gets, who then writes a name or code on it."""
        return _form(self, (_who(),))

    def places(self) -> Iterator[tuple[int, Casus, str]]:
        """Every casus and criterion in the order of the form, with the place of the casus."""
        for place, casus in enumerate(self.casussen, start=1):
            for criterion in self.criteria:
                yield place, casus, criterion

    def identity(self, participant: Participant | None, language: Language) -> Identity:
        """What a copy says of itself; without a participant it is the one for all."""
        form = self.for_all if participant is None else self.personal
        code = code_of(self.round_id) if participant is None else participant.code
        person = address_of(self.round_id, participant.id if participant is not None else "")
        return Identity(
            code, person, form.kind.value, form.respondent.value, self.key, form.fingerprint, language
        )  # fmt: skip


def level_name(place: int, criterion: str) -> str:
    """The field of a level, by the place of its casus."""
    return f"level:{place}:{criterion}"


def note_name(place: int, criterion: str) -> str:
    """The field of a note."""
    return f"note:{place}:{criterion}"


def address_of(round_id: str, participant_id: str) -> str:
    """To which round, and of whom, as the file says it; "" for who stands for everybody."""
    return f"{round_id}.{participant_id}"


def addressed(address: str) -> tuple[str, str]:
    """Round and participant of an address; "" for what it does not say."""
    round_id, _, participant_id = address.partition(".")
    return round_id, participant_id


def marks_of(asked: Asked, values: Mapping[str, str]) -> Marks:
    """The marks by casus code and criterion, from answers by field name."""
    return _by_casus(asked, values, level_name)


def notes_of(asked: Asked, values: Mapping[str, str]) -> Marks:
    """The notes, likewise."""
    return _by_casus(asked, values, note_name)


def _by_casus(asked: Asked, values: Mapping[str, str], name: Callable[[int, str], str]) -> Marks:
    found: dict[str, dict[str, str]] = {}
    for place, casus, criterion in asked.places():
        value = values.get(name(place, criterion))
        if value:
            found.setdefault(casus.code, {})[criterion] = value
    return found


def question(asked: Asked, casus: Casus, criterion: str) -> Text:
    """A criterion as a form of one's own asks it: its code and name, the casus in front when there are several."""
    name = same(f"{criterion} ") + asked.instrument.criteria[criterion].name
    return name if len(asked.casussen) == 1 else same(f"{casus.code} · ") + name


# --- the form


def _form(asked: Asked, first: Sequence[Section]) -> Form:
    scored = [section for place, casus in enumerate(asked.casussen, 1) for section in _casus(asked, place, casus)]
    title = Text("Kalibreerformulier", "Calibration form")
    return Form(FormKind.CALIBRATION, Respondent.ASSESSOR, asked.key, title, _LEAD, (*first, *scored, _own()))


def _who() -> Section:
    label = Text("Je naam, of de code uit je uitnodiging", "Your name, or the code of your invitation")
    field = Field(WHO, FieldKind.LINE, label, label, expected=True)
    return Section(Text("Wie ben je?", "Who are you?"), (Item("", Text("Naam of code", "Name or code"), (field,)),))


def _own() -> Section:
    label = Text("Een code die jij kiest (mag leeg blijven)", "A code of your choice (may stay empty)")
    field = Field(OWN_CODE, FieldKind.LINE, label, label)
    heading = Text("Code voor je eigen verslag", "Code for your own report")
    lead = Text(
        "Na de sessie krijg je een verslag dat alleen jij kunt openen: met deze code, of anders met de code uit je"
        " uitnodiging.",
        "After the session you get a report that only you can open: with this code, or else with the code of your"
        " invitation.",
    )
    return Section(Text("Jouw verslag", "Your report"), (Item("", heading, (field,), lead=lead),))


def _casus(asked: Asked, place: int, casus: Casus) -> Iterator[Section]:
    lead = Text("Casus {code}, {kind}", "Case {code}, {kind}").fill(code=casus.code, kind=casus.kind.word)
    lead += same(f": {casus.description}") if casus.description else same("")
    for model in asked.instrument:
        criteria = [one for one in model.criteria if one.code in asked.criteria]
        if criteria:
            items = tuple(_criterion(asked, model, one, place, casus) for one in criteria)
            yield Section(model.label + same(". ") + model.title, items, lead)


def _criterion(asked: Asked, model: Model, criterion: Criterion, place: int, casus: Casus) -> Item:
    code = criterion.code
    spoken = code if len(asked.casussen) == 1 else f"{casus.code}, {code}"
    level, note = Text("niveau", "level"), Text("Wat zag je?", "What did you see?")
    choose = Text("Kies een niveau", "Choose a level")
    return Item(
        code,
        criterion.name,
        (
            Field(
                level_name(place, code), FieldKind.CHOICE, choose, same(f"{spoken} ") + level,
                level_choices(model.scale), expected=True,
            ),
            Field(note_name(place, code), FieldKind.TEXT, note, same(f"{spoken} ") + note, lines=2),
        ),
        tuple(
            Hint(model.scale.word(mark), criterion.descriptors[mark])
            for mark in model.scale.marks
            if mark in criterion.descriptors
        ),
    )  # fmt: skip


_LEAD = (
    Text(
        "Scoor alleen en praat er vóór de sessie met niemand over. Wat je invult, wordt bij ontvangst verzegeld; tot"
        " de onthulling ziet niemand het in het programma.",
        "Score alone and talk to nobody about it before the session. What you fill in is sealed on receipt; until the"
        " reveal nobody sees it in the program.",
    ),
    Text(
        "Er is geen goed of fout antwoord. Zag je iets niet, kies dan ‘niet waargenomen’.",
        "There is no right or wrong answer. If you did not see something, choose ‘not observed’.",
    ),
    Text(
        "Vul de velden in, sla het bestand op en stuur het terug. Noem geen namen van kinderen of van de student.",
        "Fill in the fields, save the file and send it back. Name no children, and not the student either.",
    ),
)
