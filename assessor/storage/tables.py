"""The tables of a workspace, the same on SQLCipher and on PostgreSQL.

What stands here is the present shape; `migrations` holds the way to it, and a test compares the two. There is no
ON DELETE CASCADE anywhere: nothing goes unless it is named.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from assessor.storage.columns import Codes, Json, Moment, PlainText

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)

# ---------------------------------------------------------------- people and places
boards = Table(
    "boards",
    metadata,
    Column("id", PlainText, primary_key=True),
    Column("name", PlainText, nullable=False),
)

organisations = Table(
    "organisations",
    metadata,
    Column("id", PlainText, primary_key=True),
    Column("name", PlainText, nullable=False),
    Column("type", PlainText, nullable=False),
    Column("place", Text, nullable=False),
    Column("board_id", PlainText, ForeignKey("boards.id")),
    Column("search_key", PlainText, nullable=False),
    Index(None, "search_key"),
)

people = Table(
    "people",
    metadata,
    Column("id", PlainText, primary_key=True),
    Column("name", PlainText, nullable=False),
    Column("roles", Codes, nullable=False),
    Column("trained", Date),
    Column("bke", Date),
    Column("organisation_id", PlainText, ForeignKey("organisations.id")),
)

pins = Table(
    "pins",
    metadata,
    Column("person_id", PlainText, ForeignKey("people.id"), primary_key=True),
    Column("hash", Text, nullable=False),
)

appointments = Table(
    "appointments",
    metadata,
    Column("id", PlainText, primary_key=True),
    Column("person_id", PlainText, ForeignKey("people.id"), nullable=False),
    Column("programme", PlainText, nullable=False),
    Column("starts_on", Date, nullable=False),
    Column("ends_on", Date, nullable=False),
    Column("decision", Text, nullable=False),
    Index(None, "person_id"),
)

students = Table(
    "students",
    metadata,
    Column("id", PlainText, primary_key=True),
    Column("number", PlainText, nullable=False),
    Column("first_name", Text, nullable=False),
    Column("prefix", Text, nullable=False),
    Column("last_name", Text, nullable=False),
    Column("programme", PlainText, nullable=False),
    Column("variant", PlainText, nullable=False),
    Column("phase", PlainText, nullable=False),
    Column("cohort", PlainText, nullable=False),
    Column("study_coach", Text, nullable=False),
    Column("search_key", PlainText, nullable=False),
    Column("sort_key", PlainText, nullable=False),
    UniqueConstraint("number"),
    Index(None, "sort_key", "id"),
)

placements = Table(
    "placements",
    metadata,
    Column("id", PlainText, primary_key=True),
    Column("student_id", PlainText, ForeignKey("students.id"), nullable=False),
    Column("organisation_id", PlainText, ForeignKey("organisations.id"), nullable=False),
    Column("supervisor", Text, nullable=False),
    Column("starts_on", Date, nullable=False),
    Column("ends_on", Date, nullable=False),
    Column("group_name", Text, nullable=False),
    Column("own_job", Boolean, nullable=False),
    Index(None, "student_id"),
)

# ---------------------------------------------------------------- dossiers
instruments = Table(
    "instruments",
    metadata,
    Column("fingerprint", PlainText, primary_key=True),
    Column("id", PlainText, nullable=False),
    Column("version", PlainText, nullable=False),
    Column("canonical", LargeBinary, nullable=False),
)

dossier_numbers = Table(
    "dossier_numbers",
    metadata,
    Column("year", Integer, primary_key=True, autoincrement=False),
    Column("last", Integer, nullable=False),
)

dossiers = Table(
    "dossiers",
    metadata,
    Column("id", PlainText, primary_key=True),
    Column("number", PlainText, nullable=False),
    Column("student_id", PlainText, ForeignKey("students.id"), nullable=False),
    Column("assessor_id", PlainText, ForeignKey("people.id"), nullable=False),
    Column("instrument_id", PlainText, nullable=False),
    Column("instrument_version", PlainText, nullable=False),
    Column("instrument_fingerprint", PlainText, ForeignKey("instruments.fingerprint"), nullable=False),
    Column("programme", PlainText, nullable=False),
    Column("variant", PlainText, nullable=False),
    Column("phase", PlainText, nullable=False),
    Column("activity_day", Date),
    Column("activity_group", Text, nullable=False),
    Column("activity_subject", Text, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("organisation_id", PlainText, ForeignKey("organisations.id")),
    Column("supervisor", Text, nullable=False),
    Column("placement_end", Date),
    Column("own_job", Boolean, nullable=False),
    Column("in_place_of", Text, nullable=False),
    Column("in_place_reason", Text, nullable=False),
    Column("attempt", Integer, nullable=False),
    Column("previous_id", PlainText, ForeignKey("dossiers.id")),
    Column("resit_scope", PlainText),
    Column("taken_over", Codes, nullable=False),
    Column("state", PlainText, nullable=False),
    Column("state_reason", Text, nullable=False),
    Column("counts_as_attempt", Boolean),
    Column("revision", Integer, nullable=False),
    Column("chosen", Integer),
    Column("result_outcome", Integer),
    Column("result_departs", Boolean),
    Column("result_set_at", Moment),
    Column("result_fingerprint", PlainText),
    Column("announced_on", Date),
    # Kept beside the fields, so that lists and the check page need not read the sheet:
    Column("total", Integer, nullable=False),
    Column("scored", Integer, nullable=False, server_default=text("0")),
    Column("changed_at", Moment, nullable=False),
    Column("first_change_at", Moment),
    Column("last_change_at", Moment),
    Column("changes", Integer, nullable=False, server_default=text("0")),
    Column("search_key", PlainText, nullable=False),
    Column("student_key", PlainText, nullable=False),
    UniqueConstraint("number"),
    # The search key stands in the indices of the lists, so that a search reads them and not the wide rows.
    Index(None, "student_id"),
    Index(None, "student_key", "number", "search_key"),
    Index(None, "changed_at", "number", "search_key"),
    Index(None, "state", "changed_at", "number", "search_key"),
    Index(None, "assessor_id", "changed_at", "number", "search_key"),
    Index(None, "instrument_fingerprint"),
)

ratings = Table(
    "ratings",
    metadata,
    Column("dossier_id", PlainText, ForeignKey("dossiers.id"), primary_key=True),
    Column("criterion", PlainText, primary_key=True),
    Column("mark", PlainText),
    Column("note", Text, nullable=False),
    Column("sources", Codes, nullable=False),
    Column("note_hash", PlainText),
    Column("changed_at", Moment, nullable=False),
    Index(None, "note_hash", "dossier_id"),
)

passages = Table(
    "passages",
    metadata,
    Column("dossier_id", PlainText, ForeignKey("dossiers.id"), primary_key=True),
    Column("place", PlainText, primary_key=True),
    Column("text", Text, nullable=False),
    Column("note_hash", PlainText),
    Column("changed_at", Moment, nullable=False),
    Index(None, "note_hash", "dossier_id"),
)

steps = Table(
    "steps",
    metadata,
    Column("dossier_id", PlainText, ForeignKey("dossiers.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("before", Json, nullable=False),
    Column("after", Json, nullable=False),
    Column("undone", Boolean, nullable=False),
)

drafts = Table(
    "drafts",
    metadata,
    Column("dossier_id", PlainText, ForeignKey("dossiers.id"), primary_key=True),
    Column("place", PlainText, primary_key=True),
    Column("text", Text, nullable=False),
    Column("at", Moment, nullable=False),
)

notes = Table(
    "notes",
    metadata,
    Column("dossier_id", PlainText, ForeignKey("dossiers.id"), primary_key=True),
    Column("text", Text, nullable=False),
    Column("changed_at", Moment, nullable=False),
    Column("erased_on", Date),
    Index(None, "erased_on"),
)
"""Aantekeningen: beside the sheet and no part of what a dossier's imprint covers, because they are erased."""

attachments = Table(
    "attachments",
    metadata,
    Column("id", PlainText, primary_key=True),
    Column("dossier_id", PlainText, ForeignKey("dossiers.id"), nullable=False),
    Column("name", Text, nullable=False),
    Column("kind", PlainText, nullable=False),
    Column("size", Integer, nullable=False),
    Column("imprint", PlainText, nullable=False),
    Column("pages", Integer),
    Column("reference", Text, nullable=False),
    Column("added_at", Moment, nullable=False),
    Column("added_by", PlainText, ForeignKey("people.id"), nullable=False),
    Index(None, "dossier_id"),
)

attachment_contents = Table(
    "attachment_contents",
    metadata,
    Column("attachment_id", PlainText, ForeignKey("attachments.id"), primary_key=True),
    Column("content", LargeBinary, nullable=False),
)
"""The bytes apart from the rest, so that a list of attachments reads none of them."""

# ---------------------------------------------------------------- forms that go out and come back
sent_forms = Table(
    "sent_forms",
    metadata,
    Column("code", PlainText, primary_key=True),
    Column("kind", PlainText, nullable=False),
    Column("respondent", PlainText, nullable=False),
    Column("person", PlainText, nullable=False),
    Column("subject", PlainText, nullable=False),
    Column("student_id", PlainText, ForeignKey("students.id")),
    Column("dossier_id", PlainText, ForeignKey("dossiers.id")),
    Column("instrument_fingerprint", PlainText, ForeignKey("instruments.fingerprint"), nullable=False),
    Column("fingerprint", PlainText, nullable=False),
    Column("language", PlainText, nullable=False),
    Column("way", PlainText, nullable=False),
    Column("sent_at", Moment, nullable=False),
    Column("sent_by", PlainText, ForeignKey("people.id"), nullable=False),
    Index(None, "student_id"),
    Index(None, "dossier_id"),
    Index(None, "subject"),
)

returned_forms = Table(
    "returned_forms",
    metadata,
    Column("id", PlainText, primary_key=True),
    Column("code", PlainText, ForeignKey("sent_forms.code"), nullable=False),
    Column("answers", Json, nullable=False),
    Column("problems", Json, nullable=False),
    Column("way", PlainText, nullable=False),
    Column("received_at", Moment, nullable=False),
    Column("received_by", PlainText, ForeignKey("people.id"), nullable=False),
    Column("in_force", Boolean, nullable=False),
    Column("dossier_id", PlainText, ForeignKey("dossiers.id")),
    Column("taken_at", Moment),
    Index(None, "code"),
    Index(None, "dossier_id"),
)
"""What came back stays as it came; which of two counts, and where it went, is said beside it."""

# ---------------------------------------------------------------- the record of what happened
chain_heads = Table(
    "chain_heads",
    metadata,
    Column("chain", PlainText, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("at", Moment),
    Column("hash", PlainText, nullable=False),
)

chain_entries = Table(
    "chain_entries",
    metadata,
    Column("chain", PlainText, primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("at", Moment, nullable=False),
    Column("actor_id", PlainText, nullable=False),
    Column("kind", PlainText, nullable=False),
    Column("content_id", PlainText, nullable=False),
    Column("content_hash", PlainText, nullable=False),
    Column("hash", PlainText, nullable=False),
    CheckConstraint("position > 0", name="from_one"),
    ForeignKeyConstraint(["chain"], ["chain_heads.chain"]),
    UniqueConstraint("content_id"),
)

chain_contents = Table(
    "chain_contents",
    metadata,
    Column("id", PlainText, primary_key=True),
    Column("salt", LargeBinary, nullable=False),
    Column("content", Text, nullable=False),
)
"""Apart from the entries and without a foreign key to them: destruction takes content and salt, the chain stays."""

settings = Table(
    "settings",
    metadata,
    Column("key", PlainText, primary_key=True),
    Column("value", Json, nullable=False),
)
