"""The lists that go with post: who gets which private report, and who is invited with which code."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from assessor.domain.calibration.record import AttendanceRecord
from assessor.domain.calibration.room import Participant
from assessor.domain.form_code import printed
from assessor.domain.text import Language, Text
from assessor.reports.sheets import Sheets, Value

INVITATION_HEADINGS = (
    Text("Naam", "Name"),
    Text("Organisatie", "Organisation"),
    Text("Mailadres", "Mail address"),
    Text("Ruimte", "Room"),
    Text("Code", "Code"),
)
"""By which the list of invitations is known when somebody drops it among what came back."""


@dataclass(frozen=True, slots=True)
class Posted:
    """What one participant gets: names of files, and whether they open with a code of the participant's own choice."""

    participant: Participant
    files: tuple[str, ...]
    own_code: bool


def write_post(post: Sequence[Posted], language: Language, target: BinaryIO) -> None:
    """Write who gets which files as XLSX; no code stands in it.

    Args:
        post: a row each.
        language: of the headings.
        target: an open binary file.
    """
    own = Text("eigen gekozen code", "code of own choice")
    invitation = Text("code van de uitnodiging", "code of the invitation")
    rows: list[list[Value]] = [
        [one.participant.name, one.participant.mail, "\n".join(one.files), own if one.own_code else invitation]
        for one in sorted(post, key=lambda each: each.participant.name)
    ]
    headings = [
        Text("Naam", "Name"),
        Text("Mailadres", "Mail address"),
        Text("Bestanden", "Files"),
        Text("Gaat open met", "Opens with"),
    ]
    book = Sheets(language)
    book.add(Text("Verzendlijst", "Mailing list"), headings, rows, [32, 36, 28, 28])
    book.save(target)


def write_invitations(
    record: AttendanceRecord, language: Language, target: BinaryIO, files: Mapping[str, Sequence[str]] | None = None
) -> None:
    """Write who is invited, with room and code, as XLSX.

    Args:
        record: who takes part.
        language: of the headings.
        target: an open binary file.
        files: by participant id the files that go to that person; None leaves the column out.
    """
    rooms = {room.id: room.name for room in record.rooms}
    rows: list[list[Value]] = [
        [one.name, one.organisation, one.mail, rooms.get(one.room_id or "", ""), printed(one.code)]
        for one in record.participants
    ]
    headings = [*INVITATION_HEADINGS]
    widths = [32, 32, 36, 18, 16]
    if files is not None:
        headings.append(Text("Bestand", "File"))
        widths.append(44)
        for row, one in zip(rows, record.participants, strict=True):
            row.append(", ".join(files.get(one.id, ())))
    book = Sheets(language)
    book.add(Text("Uitnodigingen", "Invitations"), headings, rows, widths)
    book.save(target)
