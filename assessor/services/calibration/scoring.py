"""Scoring a round in the program, on the side of whoever was invited: open, score, send back sealed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from assessor.domain.calibration.envelope import INVITATION, SUFFIX
from assessor.domain.calibration.invitation import Invitation
from assessor.domain.calibration.score_form import OWN_CODE, Asked, level_name, note_name
from assessor.domain.errors import KnownError
from assessor.domain.form_answers import cleaned
from assessor.domain.form_code import read_code
from assessor.domain.instrument import Instrument
from assessor.domain.text import Text, same
from assessor.exchange.invitation_content import MOST_BYTES, unpacked
from assessor.instruments import canonical
from assessor.services.attachments import write_noted
from assessor.services.calibration.intake import criterion_unknown, level_unknown
from assessor.services.changes import Change, Changes
from assessor.services.desk import Desk
from assessor.services.written_file import written
from assessor.storage.envelope import EnvelopeClosed, open_invitation, seal_scores
from assessor.storage.repositories.calibration_invitations import InvitationFile, KeptInvitation
from assessor.storage.unit import Unit

_MOST_NOTE = 4_000


@dataclass(frozen=True, slots=True)
class ScoringLine:
    """An invitation as a list shows it."""

    invitation: Invitation
    scored: int
    wanted: int
    returned_at: datetime | None


@dataclass(frozen=True)
class ScoringSheet:
    """All that the sheet of an invitation shows: what is asked, one's own answers by field, and the files."""

    invitation: Invitation
    asked: Asked
    answers: Mapping[str, str]
    drafts: Mapping[str, str]
    files: tuple[InvitationFile, ...]
    returned_at: datetime | None


class Scoring:
    """The use cases of whoever was invited; only the person who opened an invitation sees it again."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    # --- opening

    def open(self, path: Path, code: str) -> tuple[str, Changes]:
        """Open an invitation file with its code and keep it; answers its id. Opened again, it is as it was left.

        Raises KnownErrors ``invitation-unreadable``, ``invitation-code``, ``invitation-taken``, ``no-actor``.
        """
        actor = self._desk.require_actor()
        values, blobs = _opened(path, code)
        invitation, instrument, files = self._understood(path.name, values, blobs)
        with self._desk.workspace.writing() as unit:
            there = unit.calibration_invitations.find(invitation.id)
            if there is not None and there.received_by != actor.id:
                raise _taken()
            if there is None:
                unit.instruments.keep(invitation.key, canonical.canonical(instrument))
                kept = KeptInvitation(invitation.id, invitation.to_values(), self._desk.now(), actor.id)
                unit.calibration_invitations.add(kept, files)
        return invitation.id, (Change("calibration", invitation.id, "invitation"),)

    def lines(self) -> list[ScoringLine]:
        """What the person at the keyboard was sent, the newest first; nothing while nobody is known."""
        actor = self._desk.actor
        if actor is None:
            return []
        with self._desk.workspace.reading() as unit:
            return [self._line(unit, kept) for kept in unit.calibration_invitations.of_person(actor.id)]

    def sheet(self, invitation_id: str) -> ScoringSheet:
        """The sheet; KnownErrors ``invitation-unknown``, ``invitation-taken``."""
        with self._desk.workspace.reading() as unit:
            kept = self._own(unit, invitation_id)
            invitation = Invitation.from_values(kept.content)
            keep = unit.calibration_invitations
            return ScoringSheet(
                invitation, self._asked(invitation), keep.answers(kept.id), keep.drafts(kept.id),
                tuple(keep.files(kept.id)), kept.returned_at,
            )  # fmt: skip

    # --- scoring: each level is committed when it is given

    def rate(self, invitation_id: str, place: int, criterion: str, mark: str | None) -> Changes:
        """Set a level at the casus in this place, or take it back; ``criterion-not-asked``, ``score-level-unknown``."""
        asked = self._asked_at(invitation_id, place, criterion)
        marks = asked.instrument.model_of[criterion].scale.marks
        if mark is not None and mark not in marks:
            raise level_unknown(criterion, marks, None)
        return self._answer(invitation_id, level_name(place, criterion), mark or "")

    def note(self, invitation_id: str, place: int, criterion: str, text: str) -> Changes:
        """Record what was seen."""
        self._asked_at(invitation_id, place, criterion)
        return self._answer(invitation_id, note_name(place, criterion), cleaned(text)[:_MOST_NOTE])

    def keep_draft(self, invitation_id: str, place: int, criterion: str, text: str) -> None:
        """Keep text that is being typed."""
        self._asked_at(invitation_id, place, criterion)
        with self._desk.workspace.writing() as unit:
            self._own(unit, invitation_id)
            field = note_name(place, criterion)
            unit.calibration_invitations.keep_draft(invitation_id, field, text.replace("\0", "")[:_MOST_NOTE])

    def choose_code(self, invitation_id: str, code: str) -> Changes:
        """Record the code with which one's own report is to open."""
        return self._answer(invitation_id, OWN_CODE, " ".join(cleaned(code).split())[:200])

    def save_copy(self, invitation_id: str, file_id: str, path: Path) -> Path:
        """Write a file of a casus outside the workspace, in clear."""
        with self._desk.workspace.reading() as unit:
            self._own(unit, invitation_id)
            content = unit.calibration_invitations.content(invitation_id, file_id)
        write_noted(path, content, lambda: None)
        return path

    # --- sending back

    def send_back(self, invitation_id: str, folder: Path) -> tuple[Path, Changes]:
        """Write the scores as a file that only the workspace of the lead can open.

        Raises KnownErrors ``form-empty``, ``cannot-write``, ``disk-full``.
        """
        sheet = self.sheet(invitation_id)
        given = {name: value for name, value in sheet.answers.items() if name in sheet.asked.personal.fields}
        if not any(name != OWN_CODE for name in given):
            raise KnownError(
                "form-empty",
                Text("Er is nog niets ingevuld.", "Nothing was filled in yet."),
                Text("Geef ten minste één criterium een niveau.", "Give at least one criterion a level."),
            )
        plain = json.dumps({"fingerprint": sheet.asked.personal.fingerprint, "answers": given}).encode()
        invitation = sheet.invitation
        sealed = seal_scores(invitation.public_key, invitation.round_id, invitation.participant_id, plain)
        path = folder / f"scores-{hashlib.sha256(invitation.participant_id.encode()).hexdigest()[:8]}{SUFFIX}"
        with written(path) as target:
            target.write(sealed.to_bytes())
        with self._desk.workspace.writing() as unit:
            unit.calibration_invitations.returned(invitation_id, self._desk.now())
        return path, (Change("calibration", invitation_id, "invitation"),)

    # --- inside

    def _understood(
        self, name: str, values: Mapping[str, Any], blobs: list[bytes]
    ) -> tuple[Invitation, Instrument, list[tuple[InvitationFile, bytes]]]:
        """An invitation of which everything is what it says; KnownError ``invitation-unreadable``."""
        try:
            invitation = Invitation.from_values(values["invitation"])
            instrument = canonical.from_json(values["instrument"], invitation.key.fingerprint)
            files = [
                (InvitationFile(self._desk.new_id(), int(place), str(file), str(kind)), blob)
                for (place, file, kind), blob in zip(values["files"], blobs, strict=True)
            ]
            bytes.fromhex(invitation.public_key)
            known = set(invitation.criteria) <= set(instrument.criteria)
        except (AttributeError, KeyError, TypeError, ValueError):
            raise _unreadable(name) from None
        if not known:
            raise _unreadable(name)
        return invitation, instrument, files

    def _line(self, unit: Unit, kept: KeptInvitation) -> ScoringLine:
        invitation = Invitation.from_values(kept.content)
        given = unit.calibration_invitations.answers(kept.id)
        scored = sum(name.startswith("level:") for name in given)
        wanted = len(invitation.criteria) * len(invitation.casussen)
        return ScoringLine(invitation, scored, wanted, kept.returned_at)

    def _own(self, unit: Unit, invitation_id: str) -> KeptInvitation:
        kept = unit.calibration_invitations.get(invitation_id)
        if kept.received_by != self._desk.require_actor().id:
            raise _taken()
        return kept

    def _asked(self, invitation: Invitation) -> Asked:
        instrument = self._desk.instrument(invitation.key.fingerprint)
        return Asked(invitation.round_id, instrument, invitation.key, invitation.criteria, invitation.casussen)

    def _asked_at(self, invitation_id: str, place: int, criterion: str) -> Asked:
        asked = self.sheet(invitation_id).asked
        if criterion not in asked.criteria or not 1 <= place <= len(asked.casussen):
            raise criterion_unknown(asked.criteria, None)
        return asked

    def _answer(self, invitation_id: str, field: str, value: str) -> Changes:
        with self._desk.workspace.writing() as unit:
            self._own(unit, invitation_id)
            unit.calibration_invitations.answer(invitation_id, field, value)
        return (Change("calibration", invitation_id, "answer"),)


def _opened(path: Path, code: str) -> tuple[Mapping[str, Any], list[bytes]]:
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError:
        raise _unreadable(path.name) from None
    if not content.startswith(INVITATION) or len(content) > MOST_BYTES:
        raise _unreadable(path.name)
    try:
        return unpacked(open_invitation(read_code(code) or "", content))
    except EnvelopeClosed:
        raise KnownError(
            "invitation-code",
            Text("Met deze code gaat de uitnodiging niet open.", "The invitation does not open with this code."),
            Text(
                "Typ de code over uit je uitnodiging; vraag de sessieleider als het niet lukt.",
                "Type the code of your invitation; ask the lead of the session when it does not work.",
            ),
        ) from None
    except ValueError:
        raise _unreadable(path.name) from None


def _unreadable(name: str) -> KnownError:
    return KnownError(
        "invitation-unreadable",
        Text("Dit is geen uitnodiging die kan worden gelezen.", "This is no invitation that can be read."),
        Text(
            "Kies het bestand dat de sessieleider stuurde, of vraag om een nieuw.",
            "Choose the file that the lead of the session sent, or ask for a new one.",
        ),
        same(name),
    )


def _taken() -> KnownError:
    return KnownError(
        "invitation-taken",
        Text("Deze uitnodiging is van iemand anders.", "This invitation is somebody else's."),
        Text("Alleen wie haar opende, kan ermee scoren.", "Only who opened it can score with it."),
    )
