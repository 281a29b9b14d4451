"""Calibration in the first shape."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

PLAIN = sa.Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")


def make_calibration() -> None:
    """Make the tables of calibration."""
    _days_and_sessions()
    _rounds()
    _talk_and_conclusion()


def _days_and_sessions() -> None:
    op.create_table(
        "calibration_days",
        sa.Column("id", PLAIN, nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calibration_days")),
    )
    op.create_index(op.f("ix_calibration_days_day"), "calibration_days", ["day"], unique=False)
    op.create_table(
        "calibration_sessions",
        sa.Column("id", PLAIN, nullable=False),
        sa.Column("day_id", PLAIN, nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("instrument_id", PLAIN, nullable=False),
        sa.Column("instrument_version", PLAIN, nullable=False),
        sa.Column("instrument_fingerprint", PLAIN, nullable=False),
        sa.Column("models", sa.Text(), nullable=False),
        sa.Column("script", PLAIN, nullable=False),
        sa.Column("lead_id", PLAIN, nullable=False),
        sa.Column("created_at", PLAIN, nullable=False),
        sa.Column("state", PLAIN, nullable=False),
        sa.Column("concluded_at", PLAIN, nullable=True),
        sa.Column("erased_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["day_id"], ["calibration_days.id"], name=op.f("fk_calibration_sessions_day_id")),
        sa.ForeignKeyConstraint(
            ["instrument_fingerprint"],
            ["instruments.fingerprint"],
            name=op.f("fk_calibration_sessions_instrument_fingerprint"),
        ),
        sa.ForeignKeyConstraint(["lead_id"], ["people.id"], name=op.f("fk_calibration_sessions_lead_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calibration_sessions")),
    )
    op.create_index(op.f("ix_calibration_sessions_day_id"), "calibration_sessions", ["day_id"], unique=False)
    op.create_table(
        "calibration_casussen",
        sa.Column("id", PLAIN, nullable=False),
        sa.Column("session_id", PLAIN, nullable=False),
        sa.Column("code", PLAIN, nullable=False),
        sa.Column("kind", PLAIN, nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("consent", sa.Text(), nullable=False),
        sa.Column("anonymised", sa.Boolean(), nullable=False),
        sa.Column("origin_id", PLAIN, nullable=True),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"], ["calibration_sessions.id"], name=op.f("fk_calibration_casussen_session_id")
        ),
        sa.ForeignKeyConstraint(
            ["origin_id"], ["calibration_casussen.id"], name=op.f("fk_calibration_casussen_origin_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calibration_casussen")),
        sa.UniqueConstraint("session_id", "code", name=op.f("uq_calibration_casussen_session_id")),
    )
    op.create_table(
        "calibration_casus_files",
        sa.Column("id", PLAIN, nullable=False),
        sa.Column("casus_id", PLAIN, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", PLAIN, nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["casus_id"], ["calibration_casussen.id"], name=op.f("fk_calibration_casus_files_casus_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calibration_casus_files")),
    )
    op.create_index(op.f("ix_calibration_casus_files_casus_id"), "calibration_casus_files", ["casus_id"], unique=False)
    op.create_table(
        "calibration_rooms",
        sa.Column("id", PLAIN, nullable=False),
        sa.Column("session_id", PLAIN, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("moderator_id", PLAIN, nullable=True),
        sa.Column("secretary_id", PLAIN, nullable=True),
        sa.Column("timekeeper_id", PLAIN, nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"], ["calibration_sessions.id"], name=op.f("fk_calibration_rooms_session_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calibration_rooms")),
    )
    op.create_index(op.f("ix_calibration_rooms_session_id"), "calibration_rooms", ["session_id"], unique=False)
    op.create_table(
        "calibration_participants",
        sa.Column("id", PLAIN, nullable=False),
        sa.Column("session_id", PLAIN, nullable=False),
        sa.Column("name", PLAIN, nullable=False),
        sa.Column("code", PLAIN, nullable=False),
        sa.Column("room_id", PLAIN, nullable=True),
        sa.Column("person_id", PLAIN, nullable=True),
        sa.Column("organisation", sa.Text(), nullable=False),
        sa.Column("mail", sa.Text(), nullable=False),
        sa.Column("aspirant", sa.Boolean(), nullable=False),
        sa.Column("present", sa.Boolean(), nullable=True),
        sa.ForeignKeyConstraint(
            ["session_id"], ["calibration_sessions.id"], name=op.f("fk_calibration_participants_session_id")
        ),
        sa.ForeignKeyConstraint(
            ["room_id"], ["calibration_rooms.id"], name=op.f("fk_calibration_participants_room_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_calibration_participants_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calibration_participants")),
        sa.UniqueConstraint("code", name=op.f("uq_calibration_participants_code")),
    )
    op.create_index(
        op.f("ix_calibration_participants_person_id"), "calibration_participants", ["person_id"], unique=False
    )
    op.create_index(
        op.f("ix_calibration_participants_session_id"), "calibration_participants", ["session_id"], unique=False
    )


def _rounds() -> None:
    op.create_table(
        "calibration_rounds",
        sa.Column("id", PLAIN, nullable=False),
        sa.Column("session_id", PLAIN, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("way", PLAIN, nullable=False),
        sa.Column("criteria", sa.Text(), nullable=False),
        sa.Column("opened_at", PLAIN, nullable=False),
        sa.Column("state", PLAIN, nullable=False),
        sa.Column("closed_at", PLAIN, nullable=True),
        sa.Column("revealed_at", PLAIN, nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"], ["calibration_sessions.id"], name=op.f("fk_calibration_rounds_session_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calibration_rounds")),
        sa.UniqueConstraint("session_id", "number", name=op.f("uq_calibration_rounds_session_id")),
    )
    op.create_table(
        "calibration_round_keys",
        sa.Column("round_id", PLAIN, nullable=False),
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["round_id"], ["calibration_rounds.id"], name=op.f("fk_calibration_round_keys_round_id")
        ),
        sa.PrimaryKeyConstraint("round_id", name=op.f("pk_calibration_round_keys")),
    )
    op.create_table(
        "calibration_returns",
        sa.Column("id", PLAIN, nullable=False),
        sa.Column("round_id", PLAIN, nullable=False),
        sa.Column("participant_id", PLAIN, nullable=False),
        sa.Column("way", PLAIN, nullable=False),
        sa.Column("complete", sa.Boolean(), nullable=False),
        sa.Column("received_at", PLAIN, nullable=False),
        sa.Column("received_by", PLAIN, nullable=False),
        sa.Column("in_force", sa.Boolean(), nullable=False),
        sa.Column("late", sa.Boolean(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=True),
        sa.Column("digest", PLAIN, nullable=True),
        sa.ForeignKeyConstraint(["round_id"], ["calibration_rounds.id"], name=op.f("fk_calibration_returns_round_id")),
        sa.ForeignKeyConstraint(
            ["participant_id"], ["calibration_participants.id"], name=op.f("fk_calibration_returns_participant_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calibration_returns")),
    )
    op.create_index(
        op.f("ix_calibration_returns_round_id_participant_id"),
        "calibration_returns",
        ["round_id", "participant_id"],
        unique=False,
    )
    op.create_table(
        "calibration_figures",
        sa.Column("round_id", PLAIN, nullable=False),
        sa.Column("figures", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["round_id"], ["calibration_rounds.id"], name=op.f("fk_calibration_figures_round_id")),
        sa.PrimaryKeyConstraint("round_id", name=op.f("pk_calibration_figures")),
    )
    op.create_table(
        "calibration_hand_counts",
        sa.Column("round_id", PLAIN, nullable=False),
        sa.Column("room_id", PLAIN, nullable=False),
        sa.Column("casus_id", PLAIN, nullable=False),
        sa.Column("criterion", PLAIN, nullable=False),
        sa.Column("mark", PLAIN, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["round_id"], ["calibration_rounds.id"], name=op.f("fk_calibration_hand_counts_round_id")
        ),
        sa.ForeignKeyConstraint(["room_id"], ["calibration_rooms.id"], name=op.f("fk_calibration_hand_counts_room_id")),
        sa.ForeignKeyConstraint(
            ["casus_id"], ["calibration_casussen.id"], name=op.f("fk_calibration_hand_counts_casus_id")
        ),
        sa.PrimaryKeyConstraint(
            "round_id", "room_id", "casus_id", "criterion", "mark", name=op.f("pk_calibration_hand_counts")
        ),
    )


def _talk_and_conclusion() -> None:
    op.create_table(
        "calibration_talk",
        sa.Column("session_id", PLAIN, nullable=False),
        sa.Column("room_id", PLAIN, nullable=False),
        sa.Column("criterion", PLAIN, nullable=False),
        sa.Column("seen", sa.Text(), nullable=False),
        sa.Column("reading", sa.Text(), nullable=False),
        sa.Column("agreed", sa.Text(), nullable=False),
        sa.Column("example", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"], ["calibration_sessions.id"], name=op.f("fk_calibration_talk_session_id")
        ),
        sa.PrimaryKeyConstraint("session_id", "room_id", "criterion", name=op.f("pk_calibration_talk")),
    )
    op.create_table(
        "calibration_agreements",
        sa.Column("id", PLAIN, nullable=False),
        sa.Column("session_id", PLAIN, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("destination", PLAIN, nullable=False),
        sa.Column("criterion", PLAIN, nullable=False),
        sa.Column("example", sa.Text(), nullable=False),
        sa.Column("status", PLAIN, nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"], ["calibration_sessions.id"], name=op.f("fk_calibration_agreements_session_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calibration_agreements")),
    )
    op.create_index(
        op.f("ix_calibration_agreements_session_id"), "calibration_agreements", ["session_id"], unique=False
    )
    op.create_table(
        "calibration_proposals",
        sa.Column("id", PLAIN, nullable=False),
        sa.Column("session_id", PLAIN, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("criterion", PLAIN, nullable=False),
        sa.Column("status", PLAIN, nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"], ["calibration_sessions.id"], name=op.f("fk_calibration_proposals_session_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calibration_proposals")),
    )
    op.create_index(op.f("ix_calibration_proposals_session_id"), "calibration_proposals", ["session_id"], unique=False)
    op.create_table(
        "calibration_actions",
        sa.Column("id", PLAIN, nullable=False),
        sa.Column("session_id", PLAIN, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("status", PLAIN, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"], ["calibration_sessions.id"], name=op.f("fk_calibration_actions_session_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calibration_actions")),
    )
    op.create_index(op.f("ix_calibration_actions_session_id"), "calibration_actions", ["session_id"], unique=False)


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
