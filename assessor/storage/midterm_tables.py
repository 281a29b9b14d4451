"""The tables of midterm evaluations; what a side handed in stands in `midterm_returns` and `midterm_drafts`, sealed."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Integer, LargeBinary, Table, Text

from assessor.storage.columns import Json, Moment, PlainText
from assessor.storage.tables import metadata

midterms = Table(
    "midterms",
    metadata,
    Column("id", PlainText, primary_key=True),
    Column("student_id", PlainText, ForeignKey("students.id"), nullable=False),
    Column("placement_id", PlainText, ForeignKey("placements.id")),
    Column("instrument_id", PlainText, nullable=False),
    Column("instrument_version", PlainText, nullable=False),
    Column("instrument_fingerprint", PlainText, ForeignKey("instruments.fingerprint"), nullable=False),
    Column("supervisor", Text, nullable=False),
    Column("coordinator_id", PlainText, ForeignKey("people.id"), nullable=False),
    Column("sent_at", Moment, nullable=False),
    Column("due", Date),
    Column("state", PlainText, nullable=False),
    Column("revealed_at", Moment),
    Column("reason", Text, nullable=False),
    Column("talked_on", Date),
    Column("concluded_at", Moment),
    Index(None, "student_id"),
    Index(None, "placement_id"),
    Index(None, "state", "due"),
)

keys = Table(
    "midterm_keys",
    metadata,
    Column("midterm_id", PlainText, ForeignKey("midterms.id"), primary_key=True),
    Column("key", LargeBinary, nullable=False),
)
"""Apart from the midterms, so that no listing reads a key; with the key goes all that it sealed."""

returns = Table(
    "midterm_returns",
    metadata,
    Column("id", PlainText, primary_key=True),
    Column("midterm_id", PlainText, ForeignKey("midterms.id"), nullable=False),
    Column("respondent", PlainText, nullable=False),
    Column("way", PlainText, nullable=False),
    Column("complete", Boolean, nullable=False),
    Column("received_at", Moment, nullable=False),
    Column("received_by", PlainText, nullable=False),
    Column("in_force", Boolean, nullable=False),
    Column("late", Boolean, nullable=False),
    Column("sealed", LargeBinary),
    Column("digest", PlainText),
    Index(None, "midterm_id"),
)

drafts = Table(
    "midterm_drafts",
    metadata,
    Column("midterm_id", PlainText, ForeignKey("midterms.id"), primary_key=True),
    Column("respondent", PlainText, primary_key=True),
    Column("code", PlainText, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("saved_at", Moment, nullable=False),
)
"""What is being filled in at this computer; it opens again only with the code that its writer was given."""

talks = Table(
    "midterm_talks",
    metadata,
    Column("midterm_id", PlainText, ForeignKey("midterms.id"), primary_key=True),
    Column("content", Json, nullable=False),
    Column("written_at", Moment, nullable=False),
    Column("written_by", PlainText, nullable=False),
)

SEALED_STAYS = {
    "sqlite": (
        (
            "CREATE TRIGGER midterm_returns_sealed BEFORE UPDATE OF sealed ON midterm_returns"
            " WHEN NEW.sealed IS NOT NULL BEGIN SELECT RAISE(ABORT, 'sealed forms are never changed'); END"
        ),
    ),
    "postgresql": (
        (
            "CREATE TRIGGER midterm_returns_sealed BEFORE UPDATE OF sealed ON midterm_returns"
            " FOR EACH ROW WHEN (NEW.sealed IS NOT NULL) EXECUTE FUNCTION refuse_change()"
        ),
    ),
}
"""What the database itself refuses: changing what was sealed; erasing it is allowed."""
