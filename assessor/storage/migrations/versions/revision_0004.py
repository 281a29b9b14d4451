"""Invitations to score a calibration round in the program, on the side of whoever was invited."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0004"
down_revision = "0003"

PLAIN = sa.Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the tables of invitations."""
    op.create_table(
        "calibration_invitations",
        sa.Column("id", PLAIN, nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("received_at", PLAIN, nullable=False),
        sa.Column("received_by", PLAIN, nullable=False),
        sa.Column("returned_at", PLAIN, nullable=True),
        sa.ForeignKeyConstraint(
            ["received_by"], ["people.id"], name=op.f("fk_calibration_invitations_received_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calibration_invitations")),
    )  # fmt: skip
    op.create_table(
        "calibration_invitation_files",
        sa.Column("id", PLAIN, nullable=False),
        sa.Column("invitation_id", PLAIN, nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", PLAIN, nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["invitation_id"],
            ["calibration_invitations.id"],
            name=op.f("fk_calibration_invitation_files_invitation_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calibration_invitation_files")),
    )
    op.create_index(
        op.f("ix_calibration_invitation_files_invitation_id"),
        "calibration_invitation_files",
        ["invitation_id"],
        unique=False,
    )
    op.create_table(
        "calibration_invitation_answers",
        sa.Column("invitation_id", PLAIN, nullable=False),
        sa.Column("field", PLAIN, nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("draft", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["invitation_id"],
            ["calibration_invitations.id"],
            name=op.f("fk_calibration_invitation_answers_invitation_id"),
        ),
        sa.PrimaryKeyConstraint("invitation_id", "field", name=op.f("pk_calibration_invitation_answers")),
    )
