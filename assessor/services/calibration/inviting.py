"""Inviting to score: forms that go out, personal or one for all, and the texts of an online form."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from assessor.domain.calibration import online
from assessor.domain.calibration.record import AttendanceRecord
from assessor.domain.calibration.room import Participant
from assessor.domain.calibration.round import Round, RoundWay
from assessor.domain.calibration.score_form import Asked
from assessor.domain.calibration.session import CalibrationDay, Session
from assessor.domain.errors import KnownError
from assessor.domain.form_answers import Way
from assessor.domain.form_code import code_of, printed
from assessor.domain.forms import FormCopy
from assessor.domain.text import Language, Text, day_text
from assessor.services.calibration.leading import asked_of, require_lead, round_of
from assessor.services.calibration.papers import FORM_LIST
from assessor.services.desk import Desk
from assessor.services.forms.outbox import make_folder
from assessor.services.written_file import written

Progress = Callable[[int, int], bool]
QUESTIONS = "vragen-onlineformulier.txt"
_SUFFIX = {Way.PDF: "pdf", Way.WORKBOOK: "xlsx"}


@dataclass(frozen=True, slots=True)
class InvitationsWritten:
    """The files that were written, the list of who gets what last; `stopped` when somebody pressed stop."""

    files: tuple[Path, ...]
    stopped: bool = False


@dataclass(frozen=True)
class OpenRound:
    """What an open round needs to be asked for."""

    session: Session
    day: CalibrationDay
    round: Round
    asked: Asked
    people: tuple[Participant, ...]
    record: AttendanceRecord
    lead: str


def _go_on(_done: int, _total: int) -> bool:
    return True


class Inviting:
    """The use cases of sending out, all the lead's; they ask for an open round that is scored by form."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def write_forms(
        self,
        session_id: str,
        folder: Path,
        language: Language,
        *,
        personal: bool,
        ways: Sequence[Way] = (Way.PDF,),
        progress: Progress = _go_on,
    ) -> InvitationsWritten:
        """Write the forms of the open round: one for each who is not in yet, or one for all; no file bears a name.

        With personal forms goes a list of who gets which file.

        Raises KnownErrors ``not-session-lead``, ``round-not-there``, ``round-not-form``, ``cannot-write``.
        """
        from assessor.reports.calibration_post import write_invitations

        found = self._open(session_id)
        make_folder(folder)
        copies = list(_copies(found, folder, language, ways, personal=personal))
        made: list[Path] = []
        files: dict[str, list[str]] = {}
        for done, (path, way, participant, copy) in enumerate(copies):
            if not progress(done, len(copies)):
                break
            with written(path) as target:
                target.write(self._content(way, copy))
            made.append(path)
            files.setdefault(participant.id if participant is not None else "", []).append(path.name)
        stopped = len(made) < len(copies)
        if personal and made:
            with written(folder / FORM_LIST) as target:
                write_invitations(found.record, language, target, files)
            made.append(folder / FORM_LIST)
        return InvitationsWritten(tuple(made), stopped)

    def write_sealed(
        self, session_id: str, folder: Path, language: Language, progress: Progress = _go_on
    ) -> InvitationsWritten:
        """Write a sealed invitation file for each who is not in yet, to be scored in the program; raises likewise."""
        from assessor.services.calibration.sealed_inviting import write_sealed

        found = self._open(session_id)
        make_folder(folder)
        with self._desk.workspace.reading() as unit:
            return write_sealed(unit, found, folder, language, progress)

    def questions(self, session_id: str, language: Language) -> str:
        """The texts to paste into an online form."""
        found = self._open(session_id)
        title = Text("{title}, ronde {number}", "{title}, round {number}")
        return online.texts(
            found.asked, title.fill(title=found.session.title, number=found.round.number).say(language), language
        )

    def write_questions(self, session_id: str, folder: Path, language: Language) -> Path:
        """Write these texts into a file."""
        words = self.questions(session_id, language)
        with written(folder / QUESTIONS) as target:
            target.write(words.encode("utf-8-sig"))
        return folder / QUESTIONS

    def asked(self, session_id: str) -> Asked:
        """What the last round that is scored by form asks."""
        from assessor.services.calibration.reading import online_round

        with self._desk.workspace.reading() as unit:
            session = unit.calibration_sessions.get(session_id)
            round_of(unit, session_id, 1)
            return asked_of(unit, session, online_round(unit.calibration_rounds.of(session_id)))

    def _content(self, way: Way, copy: FormCopy) -> bytes:
        target = BytesIO()
        if way is Way.PDF:
            from assessor.exchange.form_pdf import write_form_pdf

            write_form_pdf(copy, target, printed_at=self._desk.now())
        else:
            from assessor.exchange.form_workbook import write_form_workbook

            write_form_workbook(copy, target)
        return target.getvalue()

    def _open(self, session_id: str) -> OpenRound:
        with self._desk.workspace.reading() as unit:
            session = unit.calibration_sessions.get(session_id)
            require_lead(self._desk, session)
            rounds = unit.calibration_rounds.of(session_id)
            one = rounds[-1] if rounds else round_of(unit, session_id, 1)
            if not one.is_open or one.way is not RoundWay.BLIND:
                raise _no_form(one.number)
            people = unit.calibration_rooms.participants(session_id)
            day = unit.calibration_sessions.day(session.day_id)
            rooms = tuple(unit.calibration_rooms.rooms(session_id))
            counted = {each.participant_id for each in unit.calibration_rounds.receipts(one.id) if each.in_force}
            waiting = tuple(each for each in people if each.id not in counted)
            record = AttendanceRecord(day, session, rooms, tuple(people))
            lead = unit.people.get(session.lead_id).name
            return OpenRound(session, day, one, asked_of(unit, session, one), waiting, record, lead)


def _copies(
    found: OpenRound, folder: Path, language: Language, ways: Sequence[Way], *, personal: bool
) -> Iterator[tuple[Path, Way, Participant | None, FormCopy]]:
    """Every copy with the file it goes to."""
    whom: Sequence[Participant | None] = found.people if personal else (None,)
    for participant in whom:
        form = found.asked.for_all if participant is None else found.asked.personal
        copy = FormCopy(form, found.asked.identity(participant, language), _about(found, participant, language))
        code = participant.code if participant is not None else code_of(found.round.id)
        for way in ways:
            number = "" if found.round.number == 1 else str(found.round.number)
            name = f"kalibreren{number}-{printed(code)}.{_SUFFIX[way]}"
            yield folder / name, way, participant, copy


def _about(found: OpenRound, participant: Participant | None, language: Language) -> tuple[tuple[Text, str], ...]:
    """The lines at the top of a form."""
    rooms = {room.id: room.name for room in found.record.rooms}
    when = day_text(found.day.day).say(language)
    place = f", {found.day.place}" if found.day.place else ""
    lines = (
        (Text("Beoordelaar", "Assessor"), participant.name if participant is not None else ""),
        (Text("Sessie", "Session"), found.session.title),
        (Text("Kalibreerdag", "Calibration day"), f"{when}{place}"),
        (Text("Ronde", "Round"), str(found.round.number)),
        (Text("Ruimte", "Room"), rooms.get(participant.room_id or "", "") if participant is not None else ""),
        (Text("Terug naar", "Return to"), found.lead),
    )
    return tuple((label, value) for label, value in lines if value)


def _no_form(number: int) -> KnownError:
    return KnownError(
        "round-not-form",
        Text(
            "Ronde {number} staat niet open om met formulieren te scoren.",
            "Round {number} is not open to be scored by form.",
        ).fill(number=number),
        Text("Open eerst een ronde die blind wordt gescoord.", "First open a round that is scored blind."),
    )
