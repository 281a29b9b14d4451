"""Dossiers are found by organisation and cohort as well: both join the search key."""

import sqlalchemy as sa
from alembic import op

from assessor.domain.student import search_key

revision = "0002"
down_revision = "0001"

_KEYS = sa.text(
    "SELECT dossiers.id, dossiers.search_key, organisations.search_key AS organisation, students.cohort"
    " FROM dossiers JOIN students ON students.id = dossiers.student_id"
    " LEFT JOIN organisations ON organisations.id = dossiers.organisation_id"
)
_NEW = sa.text("UPDATE dossiers SET search_key = :new WHERE id = :dossier")


def upgrade() -> None:
    """Write the longer keys."""
    connection = op.get_bind()
    rows = connection.execute(_KEYS).all()
    new = [
        {"dossier": row.id, "new": search_key(part for part in (row.search_key, row.organisation, row.cohort) if part)}
        for row in rows
    ]
    if new:
        connection.execute(_NEW, new)
