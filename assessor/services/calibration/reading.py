"""One file that came back, held against what the session asked: a form, a table of scores or an online export."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from assessor.domain.calibration import online
from assessor.domain.calibration.envelope import SealedScores
from assessor.domain.calibration.online import Column
from assessor.domain.calibration.room import Participant
from assessor.domain.calibration.round import ReturnWay, Round, RoundWay, Scores
from assessor.domain.calibration.score_form import OWN_CODE, WHO, Asked, addressed, marks_of, notes_of
from assessor.domain.calibration.session import Session
from assessor.domain.errors import KnownError
from assessor.domain.form_answers import Answers, Returned, Way, understand
from assessor.domain.form_code import code_of
from assessor.domain.forms import FormKind
from assessor.domain.text import LANGUAGES, Text, same
from assessor.exchange.online_export import OnlineExport
from assessor.exchange.score_table import ScoreLine, place
from assessor.reports.calibration_post import INVITATION_HEADINGS
from assessor.services.calibration import arrival_refusals as why
from assessor.services.calibration.arrival_problems import kept_notes, masked
from assessor.services.calibration.intake import Incoming, Taken, require_once
from assessor.services.calibration.leading import asked_of, round_of
from assessor.services.calibration.seal import Seal
from assessor.services.calibration.tables import incoming_of
from assessor.storage.envelope import EnvelopeClosed
from assessor.storage.unit import Unit

if TYPE_CHECKING:
    from assessor.services.calibration.receiving import FileTaken

_MOST_WRITTEN = 80
_WAYS = {Way.PDF: ReturnWay.PDF, Way.FLAT: ReturnWay.PDF, Way.WORKBOOK: ReturnWay.WORKBOOK}


class Reading:
    """Takes files one by one in one unit of work.

    Args:
        unit: a unit of work that writes.
        session: the session.
        seal: seals what is taken.
        who: for forms that do not say whose they are, or not clearly; "" when nobody said so.
    """

    def __init__(self, unit: Unit, session: Session, seal: Seal, who: str = "") -> None:
        self._unit, self._session, self._seal, self._who = unit, session, seal, who
        self._rounds = unit.calibration_rounds.of(session.id)
        self._people = {one.id: one for one in unit.calibration_rooms.participants(session.id)}
        self._asked: dict[str, Asked] = {}

    # --- a table of scores

    def table(self, file: FileTaken, lines: Sequence[ScoreLine]) -> FileTaken:
        """Each round of the table whole or not at all."""
        taken: list[Taken] = []
        file = replace(file, way=ReturnWay.TABLE)
        try:
            for number in sorted({line.round for line in lines}):
                one = round_of(self._unit, self._session.id, number)
                incoming = incoming_of(file.name, [line for line in lines if line.round == number], {})
                read = [self._seal.read(one, each) for each in incoming]
                require_once(incoming, [participant for participant, _ in read])
                taken += [self._seal.keep(one, person, scores, ReturnWay.TABLE) for person, scores in read]
        except KnownError as refusal:
            return replace(file, taken=tuple(taken), refusal=refusal)
        return replace(file, taken=tuple(taken))

    # --- a form

    def form(self, file: FileTaken, returned: Returned) -> FileTaken:
        """A form that came back."""
        file = replace(file, way=_WAYS[returned.way])
        try:
            one, participant_id = self._whose(file.name, returned)
        except KnownError as refusal:
            return replace(file, refusal=refusal)
        asked = self._asked_of(one)
        form = asked.personal if participant_id else asked.for_all
        answers = understand(form, returned)
        who = "" if participant_id else answers.values.get(WHO, "")
        file = replace(
            file, problems=masked(form, answers), is_for_all=not participant_id, written=_written(asked, who)
        )  # fmt: skip
        incoming = _incoming(asked, returned.values, answers, file.name)
        try:
            _require_filled(incoming, file.name)
            person, scores = self._read(one, incoming, participant_id or who)
        except KnownError as refusal:
            return replace(file, refusal=refusal, problems=())
        way = _WAYS[returned.way]
        return replace(file, taken=(self._seal.keep(one, person, scores, way),))

    def _read(self, one: Round, incoming: Incoming, said: str) -> tuple[Participant, Scores]:
        """Of whom it is by what it says itself, else by what the lead says; never against a name that fits."""
        try:
            if not said:
                raise why.nameless(incoming.where)
            return self._seal.read(one, replace(incoming, who=said))
        except KnownError as refusal:
            if not self._who or refusal.code not in why.WHO_UNKNOWN:
                raise
            return self._seal.read(one, replace(incoming, who=self._who))

    def _whose(self, name: str, returned: Returned) -> tuple[Round, str]:
        """The round, and the participant's id ("" for a form for all); KnownErrors of `arrival_refusals`."""
        said = returned.identity
        if said is None:
            raise self._without_fields(name, returned)
        if said.kind != FormKind.CALIBRATION:
            raise why.other_kind(name, said.kind)
        round_id, participant_id = addressed(said.person)
        one = next((each for each in self._rounds if each.id == round_id), None)
        if one is None:
            raise self._elsewhere(name, round_id, said.code)
        participant = self._people.get(participant_id)
        if participant_id and participant is None:
            raise why.not_invited(name)
        meant = self._asked_of(one).identity(participant, said.language)
        if said.instrument != meant.instrument or said.fingerprint != meant.fingerprint:
            raise why.other_version(name)
        if said != meant:
            raise why.altered(name)
        return one, participant_id

    def _without_fields(self, name: str, returned: Returned) -> KnownError:
        """A print, or a workbook of which the sheet that says what it is is gone: named by its printed code."""
        for code in returned.printed:
            person = next((one.name for one in self._people.values() if one.code == code), "")
            if person or code in {code_of(one.id) for one in self._rounds}:
                return why.flat(name, code, person, workbook=returned.way is Way.WORKBOOK)
        return why.unknown(name, next(iter(returned.printed), ""))

    def _elsewhere(self, name: str, round_id: str, code: str) -> KnownError:
        try:
            other = self._unit.calibration_rounds.get(round_id)
        except KnownError:
            return why.unknown(name, code)
        session = self._unit.calibration_sessions.get(other.session_id)
        return why.other_session(name, session.title, self._unit.calibration_sessions.day(session.day_id).day)

    # --- scores that were given in the program

    def sealed(self, file: FileTaken, scores: SealedScores) -> FileTaken:
        """Scores that only this workspace can open; they go under the seal of the round at once."""
        file = replace(file, way=ReturnWay.PROGRAM)
        try:
            one = next((each for each in self._rounds if each.id == scores.round_id), None)
            if one is None:
                raise self._elsewhere(file.name, scores.round_id, "")
            if scores.participant_id not in self._people:
                raise why.not_invited(file.name)
            asked = self._asked_of(one)
            returned = self._opened(file.name, asked, scores)
            answers = understand(asked.personal, returned)
            incoming = _incoming(asked, returned.values, answers, file.name)
            _require_filled(incoming, file.name)
            person, given = self._seal.read(one, replace(incoming, who=scores.participant_id))
        except KnownError as refusal:
            return replace(file, refusal=refusal)
        return replace(file, taken=(self._seal.keep(one, person, given, ReturnWay.PROGRAM),))

    def _opened(self, name: str, asked: Asked, scores: SealedScores) -> Returned:
        try:
            found = json.loads(self._unit.calibration_rounds.open_return(scores))
            fingerprint, answers = found["fingerprint"], dict(found["answers"])
        except (EnvelopeClosed, KeyError, RecursionError, TypeError, ValueError):
            raise why.altered(name) from None
        if fingerprint != asked.personal.fingerprint:
            raise why.other_version(name)
        return Returned(None, {str(field): str(value) for field, value in answers.items()})

    # --- the export of an online form

    def online(self, file: FileTaken, export: OnlineExport) -> FileTaken:
        """Each row by itself; a row that came before with the same content is not kept again."""
        file = replace(file, way=ReturnWay.ONLINE)
        try:
            one, found = self._columns(file.name, export)
        except KnownError as refusal:
            return replace(file, refusal=refusal)
        asked = self._asked_of(one)
        left = online.open_roles(found, asked)
        if not all(each.sure for each in found) or WHO in left or online.doubled_roles(found):
            return replace(file, refusal=why.columns(file.name), columns=found)
        taken: list[Taken] = []
        rows: list[KnownError] = []
        problems = []
        for number, cells in export.rows:
            where = place(file.name, number)
            values = online.answers(found, cells)
            mail = values.pop(online.MAIL, "")
            returned = Returned(None, values)
            answers = understand(asked.for_all, returned)
            incoming = replace(_incoming(asked, values, answers, file.name), where=where)
            try:
                taken.append(self._row(one, incoming, [answers.values.get(WHO, ""), mail]))
            except KnownError as left_out:
                rows.append(left_out)
            else:
                before = Text("rij {row}, ", "row {row}, ").fill(row=number)
                problems += [replace(each, where=before + each.where) for each in masked(asked.for_all, answers)]
        nothing = why.no_row(file.name) if not taken else None
        return replace(file, taken=tuple(taken), rows=tuple(rows), problems=tuple(problems), refusal=nothing)

    def _row(self, one: Round, incoming: Incoming, names: Sequence[str]) -> Taken:
        _require_filled(incoming, incoming.where)
        given = [name for name in names if name]
        if not given:
            raise why.nameless(incoming.where)
        for name in given:
            try:
                person, scores = self._seal.read(one, replace(incoming, who=name))
            except KnownError as refusal:
                if refusal.code != "participant-not-invited" or name == given[-1]:
                    raise
            else:
                return self._seal.keep(one, person, scores, ReturnWay.ONLINE, again=False)
        raise why.nameless(incoming.where)

    def _columns(self, name: str, export: OnlineExport) -> tuple[Round, tuple[Column, ...]]:
        if any({each.say(language) for each in INVITATION_HEADINGS} <= set(export.headings) for language in LANGUAGES):
            raise why.own_list(name)
        code = online.code_on(export.headings)
        one = next((each for each in self._rounds if code == code_of(each.id)), None)
        if code is not None and one is None:
            raise self._other_export(name, code)
        one = one or online_round(self._rounds)
        asked = self._asked_of(one)
        if any(online.is_answer(heading, asked) for heading in export.headings):
            raise why.no_headings(name)
        return one, online.columns(export.headings, asked, remembered(self._unit, one.id))

    def _other_export(self, name: str, code: str) -> KnownError:
        for session in self._unit.calibration_sessions.all():
            if any(code == code_of(one.id) for one in self._unit.calibration_rounds.of(session.id)):
                return why.other_session(
                    name, session.title, self._unit.calibration_sessions.day(session.day_id).day
                )  # fmt: skip
        return why.unknown(name, code)

    # --- inside

    def _asked_of(self, one: Round) -> Asked:
        if one.id not in self._asked:
            self._asked[one.id] = asked_of(self._unit, self._session, one)
        return self._asked[one.id]


def online_round(rounds: Sequence[Round]) -> Round:
    """The round to which an export belongs that does not say so: the last one that is scored by form."""
    return next(one for one in reversed(rounds) if one.way is RoundWay.BLIND)


def setting_of(round_id: str) -> str:
    """Where the roles of columns are remembered."""
    return f"calibration.columns.{round_id}"


def remembered(unit: Unit, round_id: str) -> Mapping[str, str]:
    """What was said of the columns of an export before, by heading."""
    found: Mapping[str, str] = unit.settings.get(setting_of(round_id), {})
    return found


def _incoming(asked: Asked, written: Mapping[str, str], answers: Answers, name: str) -> Incoming:
    values = answers.values
    notes = kept_notes(asked, written, values)
    return Incoming(
        "", marks_of(asked, values), notes_of(asked, notes), values.get(OWN_CODE, ""), same(name)
    )  # fmt: skip


def _written(asked: Asked, who: str) -> str:
    """What stands where a name was asked, but for a level: in a form with shifted rows that is somebody's score."""
    words = {
        word.casefold()
        for model in asked.instrument
        for mark in model.scale.marks
        for word in (mark, *(model.scale.word(mark).say(language) for language in LANGUAGES))
    }
    return "" if who.strip().casefold() in words else who.strip()[:_MOST_WRITTEN]


def _require_filled(incoming: Incoming, where: str | Text | None) -> None:
    if not any(incoming.marks.values()) and not any(incoming.notes.values()):
        raise why.empty(where)
