"""The presentielijst: names per room with a place to sign, and nothing of what anybody scored."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, BinaryIO

from assessor.domain.calibration.record import AttendanceRecord
from assessor.domain.calibration.room import ROLES, Participant, Room
from assessor.domain.text import Language, Text, same

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

    from assessor.paper.pen import Pen

TITLE = Text("Presentielijst", "Attendance list")


def write_attendance(record: AttendanceRecord, language: Language, target: BinaryIO, *, printed_at: datetime) -> None:
    """Write the presentielijst as PDF (A4)."""
    from assessor.paper import fonts
    from assessor.paper.document import write
    from assessor.paper.pen import Pen
    from assessor.reports.calibration_page import chapter, furniture, opening, session_name

    fonts.register()
    pen = Pen(language, printed_at.tzinfo)
    story = opening(TITLE, session_name(record.session, record.day), pen)
    for room in record.rooms:
        people = [one for one in record.participants if one.room_id == room.id]
        story += chapter(same(room.name), [_line(one, room, pen) for one in people], pen)
    loose = [one for one in record.participants if one.room_id not in {room.id for room in record.rooms}]
    heading = Text("Zonder ruimte", "Without a room") if record.rooms else Text("Deelnemers", "Participants")
    story += chapter(heading, [_line(one, None, pen) for one in loose], pen)
    write(story, target, furniture(TITLE, record.day, None, language), language, printed_at=printed_at)


def _line(one: Participant, room: Room | None, pen: Pen) -> Flowable:
    from assessor.paper.document import WIDTH
    from assessor.paper.row import Cell, Dress, Row
    from assessor.paper.styles import LABEL, STEP, STRONG

    cells = [
        Cell(0, 52 * STEP, [pen.line(one.name, STRONG), *_role(one, room, pen)]),
        Cell(53 * STEP, 38 * STEP, [pen.line(one.organisation or "–")]),
        Cell(92 * STEP, WIDTH - 92 * STEP, [pen.line(_presence(one), LABEL)]),
    ]
    return Row(cells, Dress(hairline=True, above=STEP, below=2 * STEP))


def _presence(one: Participant) -> Text:
    if one.present is None:
        return Text("Handtekening", "Signature")
    return Text("aanwezig", "present") if one.present else Text("afwezig", "absent")


def _role(one: Participant, room: Room | None, pen: Pen) -> Sequence[Flowable]:
    from assessor.paper.styles import LABEL

    if room is None:
        return ()
    roles = (room.moderator_id, room.secretary_id, room.timekeeper_id)
    return [pen.line(word, LABEL) for role, word in zip(roles, ROLES, strict=True) if role == one.id]
