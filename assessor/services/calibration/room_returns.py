"""What a room sent back: held against what was sent, told place by place, and taken over."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from assessor.domain.calibration.conclusion import Agreed, TalkNote
from assessor.domain.calibration.figures import GroupFigures
from assessor.domain.calibration.room import Participant, Room
from assessor.domain.calibration.room_form import Discussed, RoomReport, reported, room_form
from assessor.domain.calibration.round import Round, RoundWay
from assessor.domain.calibration.session import Session
from assessor.domain.errors import KnownError
from assessor.domain.form_answers import Answers, Returned, understand
from assessor.domain.form_code import printed
from assessor.domain.form_post import KeptForm, SentForm
from assessor.domain.forms import FormHome, FormKind
from assessor.domain.text import Text, same
from assessor.services.forms.receiving import Again, copy_of, copy_refusal, empty_refusal
from assessor.storage.repositories.calibration_rounds import HandCounts
from assessor.storage.unit import Unit


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that would change: where, what stands there now, and what the room wrote."""

    where: Text
    now: Text
    then: Text


@dataclass(frozen=True)
class RoomReturn:
    """One file that came back.

    Attributes:
        file: its name.
        refusal: why it cannot be taken over; None when it can.
        room: whose report it is.
        differences: what would change; nothing is written before it is taken over.
        left: what it says that cannot be taken over, in sentences.
        again: whether it came back before.
    """

    file: str
    refusal: KnownError | None = None
    room: Room | None = None
    report: RoomReport | None = None
    answers: Answers | None = None
    returned: Returned | None = None
    code: str = ""
    differences: tuple[Difference, ...] = ()
    left: tuple[Text, ...] = ()
    again: Again = Again.FIRST

    @property
    def is_acceptable(self) -> bool:
        """Whether there is something to take over."""
        return self.refusal is None and bool(self.differences)


@dataclass(frozen=True)
class Post:
    """What a return is held against: copies that went out, what came back of them before, and what stands."""

    known: Mapping[str, SentForm]
    kept: Mapping[str, Sequence[KeptForm]]
    stands: Sequence[TalkNote]


@dataclass(frozen=True)
class Talked:
    """What the packages of a session share."""

    session: Session
    asked: Discussed
    figures: GroupFigures
    rooms: tuple[Room, ...]
    people: tuple[Participant, ...]
    last: Round
    hands: HandCounts

    def inside(self, room: Room) -> tuple[Participant, ...]:
        """Who is in a room."""
        return tuple(one for one in self.people if one.room_id == room.id)


def looked(
    name: str,
    read: Returned | KnownError,
    post: Post,
    talked: Talked,
) -> RoomReturn:
    """What a file is and what it would change."""
    if isinstance(read, KnownError):
        return RoomReturn(name, read)
    sent = copy_of(read, post.known)
    refusal = copy_refusal(name, read, sent, FormHome.CALIBRATION) or _other_session(name, sent, talked)
    room = next((one for one in talked.rooms if sent is not None and one.id == sent.person), None)
    if refusal is not None or room is None or sent is None:
        return RoomReturn(name, refusal or _gone(name))
    people = talked.inside(room)
    answers = understand(room_form(talked.asked, people), read)
    if not answers.values:
        return RoomReturn(name, empty_refusal(name), room)
    before = {one.digest for one in post.kept.get(sent.code, ())}
    again = Again.SAME if answers.digest in before else Again.DIFFERENT if before else Again.FIRST
    report = reported(talked.asked, people, answers.values, TalkNote(talked.session.id, room.id, ""))
    found = RoomReturn(name, None, room, report, answers, read, sent.code, (), tuple(_left(talked, report)), again)
    return replace(found, differences=tuple(_differences(talked, room, report, post.stands)))


def _differences(talked: Talked, room: Room, report: RoomReport, stands: Sequence[TalkNote]) -> Iterator[Difference]:
    if report.present:
        there = sum(bool(one.present) for one in talked.people if one.id in report.present)
        now = Text("{n} aanwezig", "{n} present")
        then = sum(report.present.values())
        if any(one.present is not report.present[one.id] for one in talked.people if one.id in report.present):
            yield Difference(Text("Aanwezig", "Present"), now.fill(n=there), now.fill(n=then))
    for note in report.notes:
        old = next((one for one in stands if (one.room_id, one.criterion) == (note.room_id, note.criterion)), None)
        for part, label in _PARTS:
            new, before = getattr(note, part), getattr(old, part) if old is not None else ""
            if new and new != before:
                yield Difference(same(f"{note.criterion} · ") + label, same(before), same(new))
    for code, destination in report.agreed.items():
        yield Difference(same(f"{code} · ") + _TO, same(""), destination.word)
    if _counts_hands(talked):
        counted = talked.hands.get(room.id, {})
        for (casus, code), counts in report.hands.items():
            before = counted.get(casus, {}).get(code, {})
            if counts != before:
                yield Difference(same(f"{code} · ") + _HANDS, same(_said(before)), same(_said(counts)))


def _said(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{mark} {number}" for mark, number in counts.items())


def _left(talked: Talked, report: RoomReport) -> Iterator[Text]:
    if report.hands and not _counts_hands(talked):
        yield Text(
            "Er zijn handen geteld, maar er is geen ronde open waarin handen worden geteld. Open die eerst.",
            "Hands were counted, but no round is open in which hands are counted. Open one first.",
        )


def _counts_hands(talked: Talked) -> bool:
    return talked.last.way is RoundWay.HANDS and talked.last.is_open


def take_over(unit: Unit, talked: Talked, room: Room, report: RoomReport, new_id: Callable[[], str]) -> None:
    """Write what a room reported: notes, afspraken with a destination, who was there, counted hands."""
    conclusions = unit.calibration_conclusions
    stands = {one.criterion: one for one in conclusions.talk(talked.session.id) if one.room_id == room.id}
    for note in report.notes:
        old = stands.get(note.criterion, TalkNote(talked.session.id, room.id, note.criterion))
        parts = {part: getattr(note, part) or getattr(old, part) for part, _label in _PARTS}
        conclusions.save_talk(replace(old, **parts))
    there = {(one.criterion, one.text) for one in conclusions.agreements([talked.session.id])}
    for note in report.notes:
        if note.criterion in report.agreed and (note.criterion, note.agreed) not in there:
            goes = report.agreed[note.criterion]
            new = Agreed(new_id(), talked.session.id, note.agreed, goes, note.criterion, note.example)
            conclusions.save_agreement(new)
    if report.present:
        people = [one for one in talked.people if one.id in report.present]
        unit.calibration_rooms.save_participants([replace(one, present=report.present[one.id]) for one in people])
    if _counts_hands(talked):
        for (casus_id, code), counts in report.hands.items():
            if code in talked.last.criteria:
                unit.calibration_rounds.count_hands(talked.last.id, room.id, casus_id, code, counts)


def kept_form(one: RoomReturn, new_id: str, lead_id: str, at: datetime) -> KeptForm:
    """What is kept of a report that was taken over."""
    assert one.answers is not None  # noqa: S101 - what is acceptable was understood
    assert one.returned is not None  # noqa: S101 - likewise
    return KeptForm(new_id, one.code, one.answers.values, one.answers.problems, one.returned.way, at, lead_id)


def _other_session(name: str, sent: SentForm | None, talked: Talked) -> KnownError | None:
    if sent is None or (sent.kind is FormKind.ROOM and sent.subject == talked.session.id):
        return None
    return KnownError(
        "form-other-session",
        Text("Formulier {code} is van een andere sessie.", "Form {code} is of another session.").fill(
            code=printed(sent.code)
        ),
        Text("Lees het in bij die sessie.", "Read it in at that session."),
        same(name),
    )


def _gone(name: str) -> KnownError:
    return KnownError(
        "room-unknown",
        Text("De ruimte van dit verslag is er niet meer.", "The room of this report is there no longer."),
        Text("Neem het verslag over bij ‘Iedereen samen’.", "Take the report over at ‘Everybody together’."),
        same(name),
    )


_PARTS = (
    ("seen", Text("Wat zagen we", "What we saw")),
    ("reading", Text("Hoe lezen we het", "How we read it")),
    ("agreed", Text("Afspraak", "Agreement")),
    ("example", Text("Voorbeeldgedrag", "Example behaviour")),
)
_TO = Text("Waarheen de afspraak gaat", "Where the agreement goes")
_HANDS = Text("Handen", "Hands")
