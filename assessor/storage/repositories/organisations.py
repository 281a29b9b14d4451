"""School boards and the organisations where students learn."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select

from assessor.domain.organisation import Board, Organisation, OrganisationType
from assessor.domain.student import search_key
from assessor.storage import search, tables
from assessor.storage.failures import unknown
from assessor.storage.rows import AnyRow, matches, portions, upsert


class Boards:
    """The school and childcare boards."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> list[Board]:
        """Every board, by name."""
        rows = self._connection.execute(select(tables.boards).order_by(tables.boards.c.name, tables.boards.c.id))
        return [Board(row.id, row.name) for row in rows]

    def save(self, board: Board) -> None:
        """Add the board or replace what stands under the same id."""
        self.save_all([board])

    def save_all(self, boards: Sequence[Board]) -> None:
        """Add or replace many at once."""
        if boards:
            upsert(self._connection, tables.boards, [{"id": board.id, "name": board.name} for board in boards])


class Organisations:
    """The places where students learn."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, organisation_id: str) -> Organisation:
        """The organisation; KnownError ``organisation-unknown`` when none has this id."""
        query = select(tables.organisations).where(tables.organisations.c.id == organisation_id)
        row = self._connection.execute(query).one_or_none()
        if row is None:
            raise unknown("organisation")
        return _organisation(row)

    def all(self) -> list[Organisation]:
        """Every organisation, by name."""
        return [_organisation(row) for row in self._connection.execute(_BY_NAME)]

    def search(self, text: str = "", limit: int = 50) -> list[Organisation]:
        """Organisations whose name or place holds every word of the text, by name."""
        query = _BY_NAME.where(matches(tables.organisations.c.search_key, text)).limit(limit)
        return [_organisation(row) for row in self._connection.execute(query)]

    def save(self, organisation: Organisation) -> None:
        """Add the organisation or replace what stands under the same id."""
        self.save_all([organisation])
        self.refresh_names([organisation.id])

    def save_all(self, organisations: Sequence[Organisation]) -> None:
        """Add or replace many at once; names in the search keys of dossiers are not refreshed."""
        if organisations:
            upsert(self._connection, tables.organisations, [_organisation_row(each) for each in organisations])

    def refresh_names(self, organisation_ids: Sequence[str]) -> None:
        """Bring the search keys of the dossiers at these organisations up to date, after `save_all`."""
        for some in portions(organisation_ids):
            search.refresh(self._connection, tables.dossiers.c.organisation_id.in_(some))


_BY_NAME = select(tables.organisations).order_by(tables.organisations.c.search_key, tables.organisations.c.id)


def _organisation(row: AnyRow) -> Organisation:
    return Organisation(row.id, row.name, OrganisationType(row.type), row.place, row.board_id)


def _organisation_row(organisation: Organisation) -> dict[str, object]:
    return {
        "id": organisation.id,
        "name": organisation.name,
        "type": organisation.type.value,
        "place": organisation.place,
        "board_id": organisation.board_id,
        "search_key": search_key([organisation.name, organisation.place]),
    }
