"""The tables of calibration; what a participant gave stands in `calibration_returns`, sealed."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Integer, LargeBinary, Table, Text, UniqueConstraint

from assessor.storage.columns import Json, Moment, PlainText
from assessor.storage.tables import metadata

days = Table(
    "calibration_days",
    metadata,
    Column("id", PlainText, primary_key=True),
    Column("title", Text, nullable=False),
    Column("day", Date, nullable=False),
    Column("place", Text, nullable=False),
    Index(None, "day"),
)

sessions = Table(
    "calibration_sessions",
    metadata,
    Column("id", PlainText, primary_key=True),
    Column("day_id", PlainText, ForeignKey("calibration_days.id"), nullable=False),
    Column("title", Text, nullable=False),
    Column("instrument_id", PlainText, nullable=False),
    Column("instrument_version", PlainText, nullable=False),
    Column("instrument_fingerprint", PlainText, ForeignKey("instruments.fingerprint"), nullable=False),
    Column("models", Json, nullable=False),
    Column("script", PlainText, nullable=False),
    Column("lead_id", PlainText, ForeignKey("people.id"), nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("state", PlainText, nullable=False),
    Column("concluded_at", Moment),
    Column("erased_on", Date),
    Index(None, "day_id"),
)

casussen = Table(
    "calibration_casussen",
    metadata,
    Column("id", PlainText, primary_key=True),
    Column("session_id", PlainText, ForeignKey("calibration_sessions.id"), nullable=False),
    Column("code", PlainText, nullable=False),
    Column("kind", PlainText, nullable=False),
    Column("description", Text, nullable=False),
    Column("consent", Text, nullable=False),
    Column("anonymised", Boolean, nullable=False),
    Column("origin_id", PlainText, ForeignKey("calibration_casussen.id")),
    Column("reference", Json, nullable=False),
    Column("position", Integer, nullable=False),
    UniqueConstraint("session_id", "code"),
)

casus_files = Table(
    "calibration_casus_files",
    metadata,
    Column("id", PlainText, primary_key=True),
    Column("casus_id", PlainText, ForeignKey("calibration_casussen.id"), nullable=False),
    Column("name", Text, nullable=False),
    Column("kind", PlainText, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Index(None, "casus_id"),
)

rooms = Table(
    "calibration_rooms",
    metadata,
    Column("id", PlainText, primary_key=True),
    Column("session_id", PlainText, ForeignKey("calibration_sessions.id"), nullable=False),
    Column("name", Text, nullable=False),
    Column("moderator_id", PlainText),
    Column("secretary_id", PlainText),
    Column("timekeeper_id", PlainText),
    Column("position", Integer, nullable=False),
    Index(None, "session_id"),
)

participants = Table(
    "calibration_participants",
    metadata,
    Column("id", PlainText, primary_key=True),
    Column("session_id", PlainText, ForeignKey("calibration_sessions.id"), nullable=False),
    Column("name", PlainText, nullable=False),
    Column("code", PlainText, nullable=False),
    Column("room_id", PlainText, ForeignKey("calibration_rooms.id")),
    Column("person_id", PlainText, ForeignKey("people.id")),
    Column("organisation", Text, nullable=False),
    Column("mail", Text, nullable=False),
    Column("aspirant", Boolean, nullable=False),
    Column("present", Boolean),
    UniqueConstraint("code"),
    Index(None, "session_id"),
    Index(None, "person_id"),
)

rounds = Table(
    "calibration_rounds",
    metadata,
    Column("id", PlainText, primary_key=True),
    Column("session_id", PlainText, ForeignKey("calibration_sessions.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("way", PlainText, nullable=False),
    Column("criteria", Json, nullable=False),
    Column("opened_at", Moment, nullable=False),
    Column("state", PlainText, nullable=False),
    Column("closed_at", Moment),
    Column("revealed_at", Moment),
    Column("reason", Text, nullable=False),
    UniqueConstraint("session_id", "number"),
)

round_keys = Table(
    "calibration_round_keys",
    metadata,
    Column("round_id", PlainText, ForeignKey("calibration_rounds.id"), primary_key=True),
    Column("key", LargeBinary, nullable=False),
)
"""Apart from the rounds, so that no listing of rounds reads a key; with the key goes all that it sealed."""

returns = Table(
    "calibration_returns",
    metadata,
    Column("id", PlainText, primary_key=True),
    Column("round_id", PlainText, ForeignKey("calibration_rounds.id"), nullable=False),
    Column("participant_id", PlainText, ForeignKey("calibration_participants.id"), nullable=False),
    Column("way", PlainText, nullable=False),
    Column("complete", Boolean, nullable=False),
    Column("received_at", Moment, nullable=False),
    Column("received_by", PlainText, nullable=False),
    Column("in_force", Boolean, nullable=False),
    Column("late", Boolean, nullable=False),
    Column("sealed", LargeBinary),
    Column("digest", PlainText),
    Index(None, "round_id", "participant_id"),
)
"""`sealed` is ciphertext, empty once erased; `digest` tells under the round's key whether two are the same."""

figures = Table(
    "calibration_figures",
    metadata,
    Column("round_id", PlainText, ForeignKey("calibration_rounds.id"), primary_key=True),
    Column("figures", Json, nullable=False),
)
"""What a round says of the group, as it was at the reveal; it stays when the personal scores are erased."""

hand_counts = Table(
    "calibration_hand_counts",
    metadata,
    Column("round_id", PlainText, ForeignKey("calibration_rounds.id"), primary_key=True),
    Column("room_id", PlainText, ForeignKey("calibration_rooms.id"), primary_key=True),
    Column("casus_id", PlainText, ForeignKey("calibration_casussen.id"), primary_key=True),
    Column("criterion", PlainText, primary_key=True),
    Column("mark", PlainText, primary_key=True),
    Column("number", Integer, nullable=False),
)

talk = Table(
    "calibration_talk",
    metadata,
    Column("session_id", PlainText, ForeignKey("calibration_sessions.id"), primary_key=True),
    Column("room_id", PlainText, primary_key=True),
    Column("criterion", PlainText, primary_key=True),
    Column("seen", Text, nullable=False),
    Column("reading", Text, nullable=False),
    Column("agreed", Text, nullable=False),
    Column("example", Text, nullable=False),
)

agreements = Table(
    "calibration_agreements",
    metadata,
    Column("id", PlainText, primary_key=True),
    Column("session_id", PlainText, ForeignKey("calibration_sessions.id"), nullable=False),
    Column("text", Text, nullable=False),
    Column("destination", PlainText, nullable=False),
    Column("criterion", PlainText, nullable=False),
    Column("example", Text, nullable=False),
    Column("status", PlainText, nullable=False),
    Column("decided_on", Date),
    Column("position", Integer, nullable=False),
    Index(None, "session_id"),
)

proposals = Table(
    "calibration_proposals",
    metadata,
    Column("id", PlainText, primary_key=True),
    Column("session_id", PlainText, ForeignKey("calibration_sessions.id"), nullable=False),
    Column("text", Text, nullable=False),
    Column("owner", Text, nullable=False),
    Column("criterion", PlainText, nullable=False),
    Column("status", PlainText, nullable=False),
    Column("answer", Text, nullable=False),
    Column("position", Integer, nullable=False),
    Index(None, "session_id"),
)

actions = Table(
    "calibration_actions",
    metadata,
    Column("id", PlainText, primary_key=True),
    Column("session_id", PlainText, ForeignKey("calibration_sessions.id"), nullable=False),
    Column("text", Text, nullable=False),
    Column("owner", Text, nullable=False),
    Column("due", Date),
    Column("status", PlainText, nullable=False),
    Column("position", Integer, nullable=False),
    Index(None, "session_id"),
)

SEALED_STAYS = {
    "sqlite": (
        (
            "CREATE TRIGGER calibration_returns_sealed BEFORE UPDATE OF sealed ON calibration_returns"
            " WHEN NEW.sealed IS NOT NULL BEGIN SELECT RAISE(ABORT, 'sealed scores are never changed'); END"
        ),
    ),
    "postgresql": (
        (
            "CREATE TRIGGER calibration_returns_sealed BEFORE UPDATE OF sealed ON calibration_returns"
            " FOR EACH ROW WHEN (NEW.sealed IS NOT NULL) EXECUTE FUNCTION refuse_change()"
        ),
    ),
}
"""What the database itself refuses: changing what was sealed; erasing it is allowed."""
