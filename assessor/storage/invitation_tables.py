"""The tables of invitations to score: what somebody was sent, and what they gave until it is sent back."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, Table, Text

from assessor.storage.columns import Json, Moment, PlainText
from assessor.storage.tables import metadata

invitations = Table(
    "calibration_invitations",
    metadata,
    Column("id", PlainText, primary_key=True),
    Column("content", Json, nullable=False),
    Column("received_at", Moment, nullable=False),
    Column("received_by", PlainText, ForeignKey("people.id"), nullable=False),
    Column("returned_at", Moment),
)
"""`id` says to which round and of whom it is; nothing of it stands in the workspace of the lead under this name."""

files = Table(
    "calibration_invitation_files",
    metadata,
    Column("id", PlainText, primary_key=True),
    Column("invitation_id", PlainText, ForeignKey("calibration_invitations.id"), nullable=False),
    Column("place", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("kind", PlainText, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Index(None, "invitation_id"),
)

answers = Table(
    "calibration_invitation_answers",
    metadata,
    Column("invitation_id", PlainText, ForeignKey("calibration_invitations.id"), primary_key=True),
    Column("field", PlainText, primary_key=True),
    Column("value", Text, nullable=False),
    Column("draft", Text),
)
"""An answer by the name of its field in the form; `draft` is text that was being typed, None when there is none."""
