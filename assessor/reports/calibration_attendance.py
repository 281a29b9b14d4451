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


def write_attendance(
    records: Sequence[AttendanceRecord], language: Language, target: BinaryIO, *, printed_at: datetime
) -> None:
    """Write the presentielijst of a kalibreerdag as PDF (A4).

    Args:
        records: the sessions of the day, at least one.
        language: of everything but names.
        target: an open binary file.
        printed_at: date of the file.
    """
    from assessor.paper import fonts
    from assessor.paper.document import write
    from assessor.paper.pen import Pen
    from assessor.reports.calibration_page import furniture, opening, session_name

    fonts.register()
    pen = Pen(language, printed_at.tzinfo)
    first, several = records[0], len(records) > 1
    whole = same(f"{first.day.title}, {first.day.place}" if first.day.place else first.day.title)
    story = opening(TITLE, whole if several else session_name(first.session, first.day), pen)
    for record in records:
        story += _session(record, same(f"{record.session.title} · ") if several else same(""), pen)
    write(story, target, furniture(TITLE, first.day, None, language), language, printed_at=printed_at)


def _session(record: AttendanceRecord, start: Text, pen: Pen) -> list[Flowable]:
    """The rooms of a session, then who has none; `start` says which session it is where there are several."""
    from assessor.reports.calibration_page import chapter

    found: list[Flowable] = []
    for room in record.rooms:
        people = [one for one in record.participants if one.room_id == room.id]
        found += chapter(start + same(room.name), [_line(one, room, pen) for one in people], pen)
    loose = [one for one in record.participants if one.room_id not in {room.id for room in record.rooms}]
    heading = Text("Zonder ruimte", "Without a room") if record.rooms else Text("Deelnemers", "Participants")
    return [*found, *chapter(start + heading, [_line(one, None, pen) for one in loose], pen)]


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
