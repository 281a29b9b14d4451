"""Who is called Łukasiewicz or Sørensen is found and sorted by l and o as well."""

import sqlalchemy as sa
from alembic import op

from assessor.domain.student import search_key

revision = "0005"
down_revision = "0004"

_KEYS = (
    ("students", "search_key"),
    ("students", "sort_key"),
    ("organisations", "search_key"),
    ("dossiers", "search_key"),
    ("dossiers", "student_key"),
)


def upgrade() -> None:
    """Write the keys that change anew; what is a key already only loses those letters."""
    connection = op.get_bind()
    for name, key in _KEYS:
        table = sa.table(name, sa.column("id"), sa.column(key))
        rows = connection.execute(sa.select(table.c.id, table.c[key])).all()
        new = [{"row": row.id, "new": folded} for row in rows if (folded := search_key([row[1]])) != row[1]]
        if new:
            change = sa.update(table).where(table.c.id == sa.bindparam("row")).values({key: sa.bindparam("new")})
            connection.execute(change, new)
