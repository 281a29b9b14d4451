"""The first shape: people and places, dossiers with their sheets, chains and settings."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from assessor.storage.migrations.first_calibration import SEALED_STAYS, make_calibration

revision = "0001"
down_revision = None

PLAIN = sa.Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")


def upgrade() -> None:
    """Make every table of the first shape."""
    _people()
    _dossiers()
    _sheets()
    _beside_the_sheet()
    _forms_that_travel()
    _chains()
    make_calibration()
    for statement in (*APPEND_ONLY[op.get_bind().dialect.name], *SEALED_STAYS[op.get_bind().dialect.name]):
        op.execute(statement)


def _people() -> None:
    op.create_table(
        "boards",
        sa.Column("id", PLAIN, nullable=False),
        sa.Column("name", PLAIN, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_boards")),
    )
    op.create_table(
        "organisations",
        sa.Column("id", PLAIN, nullable=False),
        sa.Column("name", PLAIN, nullable=False),
        sa.Column("type", PLAIN, nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("board_id", PLAIN, nullable=True),
        sa.Column("search_key", PLAIN, nullable=False),
        sa.ForeignKeyConstraint(["board_id"], ["boards.id"], name=op.f("fk_organisations_board_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisations")),
    )
    op.create_index(op.f("ix_organisations_search_key"), "organisations", ["search_key"], unique=False)
    op.create_table(
        "people",
        sa.Column("id", PLAIN, nullable=False),
        sa.Column("name", PLAIN, nullable=False),
        sa.Column("roles", sa.Text(), nullable=False),
        sa.Column("trained", sa.Date(), nullable=True),
        sa.Column("bke", sa.Date(), nullable=True),
        sa.Column("organisation_id", PLAIN, nullable=True),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisations.id"], name=op.f("fk_people_organisation_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_people")),
    )
    op.create_table(
        "pins",
        sa.Column("person_id", PLAIN, nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_pins_person_id")),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_pins")),
    )
    op.create_table(
        "appointments",
        sa.Column("id", PLAIN, nullable=False),
        sa.Column("person_id", PLAIN, nullable=False),
        sa.Column("programme", PLAIN, nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("decision", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_appointments_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appointments")),
    )
    op.create_index(op.f("ix_appointments_person_id"), "appointments", ["person_id"], unique=False)
    op.create_table(
        "students",
        sa.Column("id", PLAIN, nullable=False),
        sa.Column("number", PLAIN, nullable=False),
        sa.Column("first_name", sa.Text(), nullable=False),
        sa.Column("prefix", sa.Text(), nullable=False),
        sa.Column("last_name", sa.Text(), nullable=False),
        sa.Column("programme", PLAIN, nullable=False),
        sa.Column("variant", PLAIN, nullable=False),
        sa.Column("phase", PLAIN, nullable=False),
        sa.Column("cohort", PLAIN, nullable=False),
        sa.Column("study_coach", sa.Text(), nullable=False),
        sa.Column("search_key", PLAIN, nullable=False),
        sa.Column("sort_key", PLAIN, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_students")),
        sa.UniqueConstraint("number", name=op.f("uq_students_number")),
    )
    op.create_index(op.f("ix_students_sort_key_id"), "students", ["sort_key", "id"], unique=False)
    op.create_table(
        "placements",
        sa.Column("id", PLAIN, nullable=False),
        sa.Column("student_id", PLAIN, nullable=False),
        sa.Column("organisation_id", PLAIN, nullable=False),
        sa.Column("supervisor", sa.Text(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("group_name", sa.Text(), nullable=False),
        sa.Column("own_job", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisations.id"], name=op.f("fk_placements_organisation_id")),
        sa.ForeignKeyConstraint(["student_id"], ["students.id"], name=op.f("fk_placements_student_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_placements")),
    )
    op.create_index(op.f("ix_placements_student_id"), "placements", ["student_id"], unique=False)


def _dossiers() -> None:
    op.create_table(
        "instruments",
        sa.Column("fingerprint", PLAIN, nullable=False),
        sa.Column("id", PLAIN, nullable=False),
        sa.Column("version", PLAIN, nullable=False),
        sa.Column("canonical", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("fingerprint", name=op.f("pk_instruments")),
    )
    op.create_table(
        "dossier_numbers",
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("year", name=op.f("pk_dossier_numbers")),
    )
    op.create_table(
        "dossiers",
        sa.Column("id", PLAIN, nullable=False),
        sa.Column("number", PLAIN, nullable=False),
        sa.Column("student_id", PLAIN, nullable=False),
        sa.Column("assessor_id", PLAIN, nullable=False),
        sa.Column("instrument_id", PLAIN, nullable=False),
        sa.Column("instrument_version", PLAIN, nullable=False),
        sa.Column("instrument_fingerprint", PLAIN, nullable=False),
        sa.Column("programme", PLAIN, nullable=False),
        sa.Column("variant", PLAIN, nullable=False),
        sa.Column("phase", PLAIN, nullable=False),
        sa.Column("activity_day", sa.Date(), nullable=True),
        sa.Column("activity_group", sa.Text(), nullable=False),
        sa.Column("activity_subject", sa.Text(), nullable=False),
        sa.Column("created_at", PLAIN, nullable=False),
        sa.Column("organisation_id", PLAIN, nullable=True),
        sa.Column("supervisor", sa.Text(), nullable=False),
        sa.Column("placement_end", sa.Date(), nullable=True),
        sa.Column("own_job", sa.Boolean(), nullable=False),
        sa.Column("in_place_of", sa.Text(), nullable=False),
        sa.Column("in_place_reason", sa.Text(), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("previous_id", PLAIN, nullable=True),
        sa.Column("resit_scope", PLAIN, nullable=True),
        sa.Column("taken_over", sa.Text(), nullable=False),
        sa.Column("state", PLAIN, nullable=False),
        sa.Column("state_reason", sa.Text(), nullable=False),
        sa.Column("counts_as_attempt", sa.Boolean(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("chosen", sa.Integer(), nullable=True),
        sa.Column("result_outcome", sa.Integer(), nullable=True),
        sa.Column("result_departs", sa.Boolean(), nullable=True),
        sa.Column("result_set_at", PLAIN, nullable=True),
        sa.Column("result_fingerprint", PLAIN, nullable=True),
        sa.Column("announced_on", sa.Date(), nullable=True),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("scored", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("changed_at", PLAIN, nullable=False),
        sa.Column("first_change_at", PLAIN, nullable=True),
        sa.Column("last_change_at", PLAIN, nullable=True),
        sa.Column("changes", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("search_key", PLAIN, nullable=False),
        sa.Column("student_key", PLAIN, nullable=False),
        sa.ForeignKeyConstraint(["assessor_id"], ["people.id"], name=op.f("fk_dossiers_assessor_id")),
        sa.ForeignKeyConstraint(
            ["instrument_fingerprint"], ["instruments.fingerprint"], name=op.f("fk_dossiers_instrument_fingerprint")
        ),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisations.id"], name=op.f("fk_dossiers_organisation_id")),
        sa.ForeignKeyConstraint(["previous_id"], ["dossiers.id"], name=op.f("fk_dossiers_previous_id")),
        sa.ForeignKeyConstraint(["student_id"], ["students.id"], name=op.f("fk_dossiers_student_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dossiers")),
        sa.UniqueConstraint("number", name=op.f("uq_dossiers_number")),
    )
    op.create_index(
        op.f("ix_dossiers_assessor_id_changed_at_number_search_key"),
        "dossiers",
        ["assessor_id", "changed_at", "number", "search_key"],
        unique=False,
    )
    op.create_index(
        op.f("ix_dossiers_changed_at_number_search_key"),
        "dossiers",
        ["changed_at", "number", "search_key"],
        unique=False,
    )
    op.create_index(op.f("ix_dossiers_instrument_fingerprint"), "dossiers", ["instrument_fingerprint"], unique=False)
    op.create_index(
        op.f("ix_dossiers_state_changed_at_number_search_key"),
        "dossiers",
        ["state", "changed_at", "number", "search_key"],
        unique=False,
    )
    op.create_index(op.f("ix_dossiers_student_id"), "dossiers", ["student_id"], unique=False)
    op.create_index(
        op.f("ix_dossiers_student_key_number_search_key"),
        "dossiers",
        ["student_key", "number", "search_key"],
        unique=False,
    )


def _sheets() -> None:
    op.create_table(
        "ratings",
        sa.Column("dossier_id", PLAIN, nullable=False),
        sa.Column("criterion", PLAIN, nullable=False),
        sa.Column("mark", PLAIN, nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("sources", sa.Text(), nullable=False),
        sa.Column("note_hash", PLAIN, nullable=True),
        sa.Column("changed_at", PLAIN, nullable=False),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossiers.id"], name=op.f("fk_ratings_dossier_id")),
        sa.PrimaryKeyConstraint("dossier_id", "criterion", name=op.f("pk_ratings")),
    )
    op.create_index(op.f("ix_ratings_note_hash_dossier_id"), "ratings", ["note_hash", "dossier_id"], unique=False)
    op.create_table(
        "passages",
        sa.Column("dossier_id", PLAIN, nullable=False),
        sa.Column("place", PLAIN, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("note_hash", PLAIN, nullable=True),
        sa.Column("changed_at", PLAIN, nullable=False),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossiers.id"], name=op.f("fk_passages_dossier_id")),
        sa.PrimaryKeyConstraint("dossier_id", "place", name=op.f("pk_passages")),
    )
    op.create_index(op.f("ix_passages_note_hash_dossier_id"), "passages", ["note_hash", "dossier_id"], unique=False)
    op.create_table(
        "steps",
        sa.Column("dossier_id", PLAIN, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("after", sa.Text(), nullable=False),
        sa.Column("undone", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossiers.id"], name=op.f("fk_steps_dossier_id")),
        sa.PrimaryKeyConstraint("dossier_id", "number", name=op.f("pk_steps")),
    )
    op.create_table(
        "drafts",
        sa.Column("dossier_id", PLAIN, nullable=False),
        sa.Column("place", PLAIN, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", PLAIN, nullable=False),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossiers.id"], name=op.f("fk_drafts_dossier_id")),
        sa.PrimaryKeyConstraint("dossier_id", "place", name=op.f("pk_drafts")),
    )


def _beside_the_sheet() -> None:
    op.create_table(
        "notes",
        sa.Column("dossier_id", PLAIN, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("changed_at", PLAIN, nullable=False),
        sa.Column("erased_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossiers.id"], name=op.f("fk_notes_dossier_id")),
        sa.PrimaryKeyConstraint("dossier_id", name=op.f("pk_notes")),
    )
    op.create_index(op.f("ix_notes_erased_on"), "notes", ["erased_on"], unique=False)
    op.create_table(
        "attachments",
        sa.Column("id", PLAIN, nullable=False),
        sa.Column("dossier_id", PLAIN, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", PLAIN, nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("imprint", PLAIN, nullable=False),
        sa.Column("pages", sa.Integer(), nullable=True),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("added_at", PLAIN, nullable=False),
        sa.Column("added_by", PLAIN, nullable=False),
        sa.ForeignKeyConstraint(["added_by"], ["people.id"], name=op.f("fk_attachments_added_by")),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossiers.id"], name=op.f("fk_attachments_dossier_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachments")),
    )
    op.create_index(op.f("ix_attachments_dossier_id"), "attachments", ["dossier_id"], unique=False)
    op.create_table(
        "attachment_contents",
        sa.Column("attachment_id", PLAIN, nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["attachment_id"], ["attachments.id"], name=op.f("fk_attachment_contents_attachment_id")
        ),
        sa.PrimaryKeyConstraint("attachment_id", name=op.f("pk_attachment_contents")),
    )


def _forms_that_travel() -> None:
    op.create_table(
        "sent_forms",
        sa.Column("code", PLAIN, nullable=False),
        sa.Column("kind", PLAIN, nullable=False),
        sa.Column("respondent", PLAIN, nullable=False),
        sa.Column("person", PLAIN, nullable=False),
        sa.Column("subject", PLAIN, nullable=False),
        sa.Column("student_id", PLAIN, nullable=True),
        sa.Column("dossier_id", PLAIN, nullable=True),
        sa.Column("instrument_fingerprint", PLAIN, nullable=False),
        sa.Column("fingerprint", PLAIN, nullable=False),
        sa.Column("language", PLAIN, nullable=False),
        sa.Column("way", PLAIN, nullable=False),
        sa.Column("sent_at", PLAIN, nullable=False),
        sa.Column("sent_by", PLAIN, nullable=False),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossiers.id"], name=op.f("fk_sent_forms_dossier_id")),
        sa.ForeignKeyConstraint(
            ["instrument_fingerprint"], ["instruments.fingerprint"], name=op.f("fk_sent_forms_instrument_fingerprint")
        ),
        sa.ForeignKeyConstraint(["sent_by"], ["people.id"], name=op.f("fk_sent_forms_sent_by")),
        sa.ForeignKeyConstraint(["student_id"], ["students.id"], name=op.f("fk_sent_forms_student_id")),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_sent_forms")),
    )
    op.create_index(op.f("ix_sent_forms_dossier_id"), "sent_forms", ["dossier_id"], unique=False)
    op.create_index(op.f("ix_sent_forms_student_id"), "sent_forms", ["student_id"], unique=False)
    op.create_index(op.f("ix_sent_forms_subject"), "sent_forms", ["subject"], unique=False)
    op.create_table(
        "returned_forms",
        sa.Column("id", PLAIN, nullable=False),
        sa.Column("code", PLAIN, nullable=False),
        sa.Column("answers", sa.Text(), nullable=False),
        sa.Column("problems", sa.Text(), nullable=False),
        sa.Column("way", PLAIN, nullable=False),
        sa.Column("received_at", PLAIN, nullable=False),
        sa.Column("received_by", PLAIN, nullable=False),
        sa.Column("in_force", sa.Boolean(), nullable=False),
        sa.Column("dossier_id", PLAIN, nullable=True),
        sa.Column("taken_at", PLAIN, nullable=True),
        sa.ForeignKeyConstraint(["code"], ["sent_forms.code"], name=op.f("fk_returned_forms_code")),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossiers.id"], name=op.f("fk_returned_forms_dossier_id")),
        sa.ForeignKeyConstraint(["received_by"], ["people.id"], name=op.f("fk_returned_forms_received_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_returned_forms")),
    )
    op.create_index(op.f("ix_returned_forms_code"), "returned_forms", ["code"], unique=False)
    op.create_index(op.f("ix_returned_forms_dossier_id"), "returned_forms", ["dossier_id"], unique=False)


def _chains() -> None:
    op.create_table(
        "chain_heads",
        sa.Column("chain", PLAIN, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("at", PLAIN, nullable=True),
        sa.Column("hash", PLAIN, nullable=False),
        sa.PrimaryKeyConstraint("chain", name=op.f("pk_chain_heads")),
    )
    op.create_table(
        "chain_entries",
        sa.Column("chain", PLAIN, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", PLAIN, nullable=False),
        sa.Column("actor_id", PLAIN, nullable=False),
        sa.Column("kind", PLAIN, nullable=False),
        sa.Column("content_id", PLAIN, nullable=False),
        sa.Column("content_hash", PLAIN, nullable=False),
        sa.Column("hash", PLAIN, nullable=False),
        sa.CheckConstraint("position > 0", name=op.f("ck_chain_entries_from_one")),
        sa.ForeignKeyConstraint(["chain"], ["chain_heads.chain"], name=op.f("fk_chain_entries_chain")),
        sa.PrimaryKeyConstraint("chain", "position", name=op.f("pk_chain_entries")),
        sa.UniqueConstraint("content_id", name=op.f("uq_chain_entries_content_id")),
    )
    op.create_table(
        "chain_contents",
        sa.Column("id", PLAIN, nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_chain_contents")),
    )
    op.create_table(
        "settings",
        sa.Column("key", PLAIN, nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_settings")),
    )


APPEND_ONLY = {
    "sqlite": (
        (
            "CREATE TRIGGER chain_entries_no_update BEFORE UPDATE ON chain_entries"
            " BEGIN SELECT RAISE(ABORT, 'chain entries are append-only'); END"
        ),
        (
            "CREATE TRIGGER chain_entries_no_delete BEFORE DELETE ON chain_entries"
            " BEGIN SELECT RAISE(ABORT, 'chain entries are append-only'); END"
        ),
        (
            "CREATE TRIGGER chain_contents_no_update BEFORE UPDATE ON chain_contents"
            " BEGIN SELECT RAISE(ABORT, 'chain contents are append-only'); END"
        ),
        (
            "CREATE TRIGGER chain_heads_forward BEFORE UPDATE ON chain_heads WHEN NEW.position <= OLD.position"
            " BEGIN SELECT RAISE(ABORT, 'a chain only grows'); END"
        ),
        (
            "CREATE TRIGGER chain_heads_no_delete BEFORE DELETE ON chain_heads"
            " BEGIN SELECT RAISE(ABORT, 'a chain only grows'); END"
        ),
    ),
    "postgresql": (
        (
            "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS"
            " $$ BEGIN RAISE EXCEPTION 'append-only' USING ERRCODE = 'restrict_violation'; END $$"
        ),
        (
            "CREATE TRIGGER chain_entries_fixed BEFORE UPDATE OR DELETE ON chain_entries"
            " FOR EACH ROW EXECUTE FUNCTION refuse_change()"
        ),
        (
            "CREATE TRIGGER chain_contents_fixed BEFORE UPDATE ON chain_contents"
            " FOR EACH ROW EXECUTE FUNCTION refuse_change()"
        ),
        (
            "CREATE TRIGGER chain_heads_forward BEFORE UPDATE ON chain_heads"
            " FOR EACH ROW WHEN (NEW.position <= OLD.position) EXECUTE FUNCTION refuse_change()"
        ),
        (
            "CREATE TRIGGER chain_heads_no_delete BEFORE DELETE ON chain_heads"
            " FOR EACH ROW EXECUTE FUNCTION refuse_change()"
        ),
    ),
}
