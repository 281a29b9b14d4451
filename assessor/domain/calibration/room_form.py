"""The report of a room: who was there, what was agreed on each criterion, and how many hands went up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assessor.domain.calibration.casus import Casus
from assessor.domain.calibration.conclusion import Destination, TalkNote
from assessor.domain.calibration.room import Participant
from assessor.domain.dossier import InstrumentKey
from assessor.domain.forms import Choice, Field, FieldKind, Form, FormKind, Item, Respondent, Section
from assessor.domain.instrument import NOT_OBSERVED, Instrument
from assessor.domain.text import Text, same

_SEEN = Text("Wat zagen we?", "What did we see?")
_READING = Text("Hoe lezen we het criterium?", "How do we read the criterion?")
_AGREED = Text("Afspraak", "Agreement")
_EXAMPLE = Text("Voorbeeldgedrag", "Example behaviour")
_WHERETO = Text("Waarheen?", "Whereto?")


@dataclass(frozen=True)
class Discussed:
    """What the rooms of a session talk about; every copy of the form is made from it.

    Attributes:
        criteria: codes, the first one first.
        casussen: in their order, which names the fields of hands.
    """

    instrument: Instrument
    key: InstrumentKey
    criteria: tuple[str, ...]
    casussen: tuple[Casus, ...]


@dataclass(frozen=True)
class RoomReport:
    """What came back of a room.

    Attributes:
        present: who was there, by participant id; empty when nobody was ticked.
        notes: what was said, by criterion.
        agreed: per criterion where the afspraak goes, of those for which that was chosen.
        hands: counts by casus id and criterion.
    """

    present: Mapping[str, bool]
    notes: tuple[TalkNote, ...]
    agreed: Mapping[str, Destination]
    hands: Mapping[tuple[str, str], Mapping[str, int]]


def room_form(asked: Discussed, people: Sequence[Participant]) -> Form:
    """The form of a room; nobody's scores stand in it.

    Args:
        asked: what the session talks about.
        people: who is in the room.
    """
    sections = [Section(Text("Wie waren er?", "Who was there?"), (_present(people),))] if people else []
    talk = tuple(_criterion(asked, code) for code in asked.criteria)
    sections.append(Section(Text("Wat we bespraken", "What we discussed"), talk, _NAMELESS))
    hands = tuple(_hands(asked))
    sections.append(Section(Text("Handen tellen", "Counting hands"), hands, _ONLY_HANDS))
    title = Text("Verslag van onze ruimte", "Report of our room")
    return Form(FormKind.ROOM, Respondent.ROOM, asked.key, title, (_HOW,), tuple(sections))


def reported(asked: Discussed, people: Sequence[Participant], values: Mapping[str, str], note: TalkNote) -> RoomReport:
    """What the answers of a form say.

    Args:
        asked: what the form was made from.
        people: likewise.
        values: understood answers by field name.
        note: an empty one of the session and room.
    """
    ticked = {one.id: f"present:{one.id}" in values for one in people}
    notes = []
    for code in asked.criteria:
        parts = {part: values.get(f"{part}:{code}", "") for part in ("seen", "reading", "agreed", "example")}
        found = TalkNote(note.session_id, note.room_id, code, **parts)
        if not found.is_empty:
            notes.append(found)
    agreed = {
        one.criterion: Destination(values[f"destination:{one.criterion}"])
        for one in notes
        if one.agreed and f"destination:{one.criterion}" in values
    }
    hands: dict[tuple[str, str], dict[str, int]] = {}
    for place, casus in enumerate(asked.casussen):
        for code in asked.criteria:
            for mark in asked.instrument.model_of[code].scale.marks:
                number = values.get(f"hands:{place}:{code}:{mark}")
                if number is not None:
                    hands.setdefault((casus.id, code), {})[mark] = int(number)
    return RoomReport(ticked if any(ticked.values()) else {}, tuple(notes), agreed, hands)


def _present(people: Sequence[Participant]) -> Item:
    title = Text("{name} was er", "{name} was there")
    fields = tuple(
        Field(f"present:{one.id}", FieldKind.TICK, same(one.name), title.fill(name=one.name)) for one in people
    )
    return Item("", Text("Zet een vinkje bij wie er was", "Tick who was there"), fields)


def _criterion(asked: Discussed, code: str) -> Item:
    goes = tuple(Choice(one.value, one.word) for one in Destination)
    texts = (("seen", _SEEN, 2), ("reading", _READING, 2), ("agreed", _AGREED, 2), ("example", _EXAMPLE, 2))
    fields = [
        Field(f"{name}:{code}", FieldKind.TEXT, label, _titled(code, label), lines=lines)
        for name, label, lines in texts
    ]
    fields.append(Field(f"destination:{code}", FieldKind.CHOICE, _WHERETO, _titled(code, _WHERETO), goes))
    return Item(code, asked.instrument.criteria[code].name, tuple(fields))


def _hands(asked: Discussed) -> Iterator[Item]:
    for place, casus in enumerate(asked.casussen):
        for code in asked.criteria:
            scale = asked.instrument.model_of[code].scale
            fields = tuple(
                Field(
                    f"hands:{place}:{code}:{mark}", FieldKind.NUMBER, _mark(mark, scale.word(mark)),
                    _titled(code, scale.word(mark)),
                )
                for mark in scale.marks
            )  # fmt: skip
            name = asked.instrument.criteria[code].name
            several = Text("casus {code} · ", "case {code} · ").fill(code=casus.code)
            yield Item(code, several + name if len(asked.casussen) > 1 else name, fields)


def _mark(mark: str, word: Text) -> Text:
    return Text("n.w.", "n.o.") if mark == NOT_OBSERVED else same(f"{mark} ") + word


def _titled(code: str, label: Text) -> Text:
    return same(f"{code} ") + label


_HOW = Text(
    "Vul dit samen in, sla het bestand op en stuur het naar de sessieleider.",
    "Fill this in together, save the file and send it to the lead of the session.",
)
_NAMELESS = Text("Schrijf op wat er gezegd is, nooit wie het zei.", "Write down what was said, never who said it.")
_ONLY_HANDS = Text(
    "Alleen als de tweede ronde met handen wordt geteld: hoeveel handen gingen er omhoog?",
    "Only when hands are counted in the second round: how many hands went up?",
)
