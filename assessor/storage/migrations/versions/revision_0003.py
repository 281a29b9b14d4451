"""Midterm evaluations: two sealed forms and the page of the talk."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0003"
down_revision = "0002"

PLAIN = sa.Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the tables of midterm evaluations."""
    _midterms()
    _sealed()
    op.create_table(
        "midterm_talks",
        sa.Column("midterm_id", PLAIN, nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("written_at", PLAIN, nullable=False),
        sa.Column("written_by", PLAIN, nullable=False),
        sa.ForeignKeyConstraint(["midterm_id"], ["midterms.id"], name=op.f("fk_midterm_talks_midterm_id")),
        sa.PrimaryKeyConstraint("midterm_id", name=op.f("pk_midterm_talks")),
    )
    for statement in SEALED_STAYS[op.get_bind().dialect.name]:
        op.execute(statement)


def _midterms() -> None:
    op.create_table(
        "midterms",
        sa.Column("id", PLAIN, nullable=False),
        sa.Column("student_id", PLAIN, nullable=False),
        sa.Column("placement_id", PLAIN, nullable=True),
        sa.Column("instrument_id", PLAIN, nullable=False),
        sa.Column("instrument_version", PLAIN, nullable=False),
        sa.Column("instrument_fingerprint", PLAIN, nullable=False),
        sa.Column("supervisor", sa.Text(), nullable=False),
        sa.Column("coordinator_id", PLAIN, nullable=False),
        sa.Column("sent_at", PLAIN, nullable=False),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("state", PLAIN, nullable=False),
        sa.Column("revealed_at", PLAIN, nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("talked_on", sa.Date(), nullable=True),
        sa.Column("concluded_at", PLAIN, nullable=True),
        sa.ForeignKeyConstraint(["student_id"], ["students.id"], name=op.f("fk_midterms_student_id")),
        sa.ForeignKeyConstraint(["placement_id"], ["placements.id"], name=op.f("fk_midterms_placement_id")),
        sa.ForeignKeyConstraint(
            ["instrument_fingerprint"], ["instruments.fingerprint"], name=op.f("fk_midterms_instrument_fingerprint")
        ),
        sa.ForeignKeyConstraint(["coordinator_id"], ["people.id"], name=op.f("fk_midterms_coordinator_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_midterms")),
    )
    op.create_index(op.f("ix_midterms_student_id"), "midterms", ["student_id"], unique=False)
    op.create_index(op.f("ix_midterms_placement_id"), "midterms", ["placement_id"], unique=False)
    op.create_index(op.f("ix_midterms_state_due"), "midterms", ["state", "due"], unique=False)


def _sealed() -> None:
    op.create_table(
        "midterm_keys",
        sa.Column("midterm_id", PLAIN, nullable=False),
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["midterm_id"], ["midterms.id"], name=op.f("fk_midterm_keys_midterm_id")),
        sa.PrimaryKeyConstraint("midterm_id", name=op.f("pk_midterm_keys")),
    )
    op.create_table(
        "midterm_returns",
        sa.Column("id", PLAIN, nullable=False),
        sa.Column("midterm_id", PLAIN, nullable=False),
        sa.Column("respondent", PLAIN, nullable=False),
        sa.Column("way", PLAIN, nullable=False),
        sa.Column("complete", sa.Boolean(), nullable=False),
        sa.Column("received_at", PLAIN, nullable=False),
        sa.Column("received_by", PLAIN, nullable=False),
        sa.Column("in_force", sa.Boolean(), nullable=False),
        sa.Column("late", sa.Boolean(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=True),
        sa.Column("digest", PLAIN, nullable=True),
        sa.ForeignKeyConstraint(["midterm_id"], ["midterms.id"], name=op.f("fk_midterm_returns_midterm_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_midterm_returns")),
    )
    op.create_index(op.f("ix_midterm_returns_midterm_id"), "midterm_returns", ["midterm_id"], unique=False)
    op.create_table(
        "midterm_drafts",
        sa.Column("midterm_id", PLAIN, nullable=False),
        sa.Column("respondent", PLAIN, nullable=False),
        sa.Column("code", PLAIN, nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("saved_at", PLAIN, nullable=False),
        sa.ForeignKeyConstraint(["midterm_id"], ["midterms.id"], name=op.f("fk_midterm_drafts_midterm_id")),
        sa.PrimaryKeyConstraint("midterm_id", "respondent", name=op.f("pk_midterm_drafts")),
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
