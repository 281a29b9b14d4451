"""Invitation files for who has the program: sealed with the code of each, and with all that the sheet needs inside."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from assessor.domain.calibration.envelope import SUFFIX
from assessor.domain.calibration.invitation import Invitation
from assessor.domain.calibration.room import Participant
from assessor.domain.text import Language
from assessor.exchange.invitation_content import packed
from assessor.services.calibration.inviting import InvitationsWritten, OpenRound, Progress
from assessor.services.calibration.papers import PROGRAM_LIST
from assessor.services.written_file import written
from assessor.storage.envelope import seal_invitation
from assessor.storage.unit import Unit


def write_sealed(
    unit: Unit, found: OpenRound, folder: Path, language: Language, progress: Progress
) -> InvitationsWritten:
    """Write a file for each who is not in yet, and the list of what goes to whom; codes travel by another road."""
    from assessor.reports.calibration_post import write_invitations

    public, whole = unit.calibration_rounds.public_key(found.round.id), _Whole(unit, found)
    made: list[Path] = []
    files: dict[str, list[str]] = {}
    for done, participant in enumerate(found.people):
        if not progress(done, len(found.people)):
            break
        path = folder / _name(participant)
        content = packed(whole.values(_invitation(found, participant, public)), whole.blobs)
        with written(path) as target:
            target.write(seal_invitation(participant.code, content))
        made.append(path)
        files[participant.id] = [path.name]
    stopped = len(made) < len(found.people)
    if made:
        with written(folder / PROGRAM_LIST) as target:
            write_invitations(found.record, language, target, files)
        made.append(folder / PROGRAM_LIST)
    return InvitationsWritten(tuple(made), stopped)


class _Whole:
    """What all invitations of a round share: the text of the instrument, and the files of its casussen."""

    def __init__(self, unit: Unit, found: OpenRound) -> None:
        sessions = unit.calibration_sessions
        self._instrument = unit.instruments.canonical(found.session.instrument.fingerprint).decode()
        self._files: list[Sequence[object]] = []
        self.blobs: list[bytes] = []
        for place, casus in enumerate(found.asked.casussen, start=1):
            for file in sessions.files(casus.id):
                self._files.append([place, file.name, file.kind])
                self.blobs.append(sessions.content(file.id))

    def values(self, invitation: Invitation) -> dict[str, object]:
        """The values of one invitation."""
        return {"invitation": invitation.to_values(), "instrument": self._instrument, "files": self._files}


def _invitation(found: OpenRound, participant: Participant, public: str) -> Invitation:
    return Invitation(
        found.round.id, participant.id, participant.name, participant.code, found.session.title, found.day.day,
        found.day.place, found.round.number, found.lead, public, found.session.instrument, found.round.criteria,
        found.asked.casussen,
    )  # fmt: skip


def _name(participant: Participant) -> str:
    """A file name that says nothing of the person, and not the code either: that opens the file."""
    return f"uitnodiging-{hashlib.sha256(participant.id.encode()).hexdigest()[:8]}{SUFFIX}"
