"""The proof of participation, which goes to others: nobody's score stands in it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, BinaryIO

from assessor.domain.calibration.record import PrivateRecord
from assessor.domain.text import Language, Text

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

    from assessor.paper.pen import Pen

PROOF = Text("Bewijs van deelname", "Proof of participation")


def write_proof(record: PrivateRecord, language: Language, target: BinaryIO, *, printed_at: datetime) -> None:
    """Write the proof of participation as PDF, to be signed by the lead and handed on; not encrypted."""
    from assessor.paper import fonts
    from assessor.paper.document import write
    from assessor.paper.pen import Pen
    from assessor.reports.calibration_page import furniture, opening, session_name

    fonts.register()
    pen = Pen(language, printed_at.tzinfo)
    story = opening(PROOF, session_name(record.session, record.day), pen)
    story += proof_lines(record, pen)
    write(story, target, furniture(PROOF, record.day, record.instrument, language), language, printed_at=printed_at)


def proof_lines(record: PrivateRecord, pen: Pen) -> list[Flowable]:
    """Who took part in what, with a place for the lead's signature."""
    from assessor.reports.calibration_page import fact, sentences, session_name

    said = Text("{name} nam deel aan deze kalibreersessie.", "{name} took part in this calibration session.").fill(
        name=record.participant.name
    )
    rows: list[tuple[Text, Text | str]] = [
        (Text("Naam", "Name"), record.participant.name),
        (Text("Sessie", "Session"), session_name(record.session, record.day)),
        (
            Text("Instrument", "Instrument"),
            record.instrument.title + Text(", versie {v}", ", version {v}").fill(v=record.instrument.version),
        ),
        (Text("Handtekening sessieleider", "Signature of the lead"), "\n\n"),
    ]
    return [*sentences([said], pen), *(fact(label, value, pen) for label, value in rows)]
