"""A page of notes is kept as it is typed, and goes without a trace of what it said."""

from dataclasses import replace
from datetime import date

from sqlalchemy import select

from assessor.domain.dossier import State
from assessor.domain.notes import Notes
from assessor.storage import tables
from assessor.storage.database import Database
from tests.storage.partnership import NOON, minutes, start

PAGE = "12:01 Ze begroet “elk” kind #4.3\n12:04 😀 Łucja \x01\n"


def test_the_last_pause_is_what_stands(database: Database) -> None:
    with database.writing() as unit:
        one, other = start(unit).id, start(unit).id
        unit.notes.put(one, "12:01 Ze", NOON)
        unit.notes.put(one, PAGE, minutes(1))
    with database.reading() as unit:
        assert unit.notes.of(one) == Notes(PAGE)
        assert unit.notes.of(other) == Notes()


def test_only_pages_of_fixed_sheets_wait_to_be_erased(database: Database) -> None:
    with database.writing() as unit:
        concept, final, without = start(unit), start(unit), start(unit)
        for dossier in (concept, final):
            unit.notes.put(dossier.id, PAGE, NOON)
        for dossier in (final, without):
            unit.dossiers.save(replace(dossier, state=State.ANNOUNCED, announced_on=date(2026, 3, 20)))
        unit.chains.append(final.id, kind="announced", actor_id="a", at=minutes(5), content={})
    with database.writing() as unit:
        (kept,) = unit.notes.of_fixed_sheets()
        assert (kept.dossier_id, kept.state, kept.announced_on) == (final.id, State.ANNOUNCED, date(2026, 3, 20))
        assert (kept.closed_at, kept.settled_at) == (minutes(5), None)
        unit.notes.erase([], date(2026, 5, 2))
        unit.notes.erase([final.id], date(2026, 5, 2))
    with database.reading() as unit:
        assert unit.notes.of_fixed_sheets() == []
        assert unit.notes.of(final.id) == Notes("", date(2026, 5, 2))
        assert unit.notes.of(concept.id).text == PAGE
        assert unit.connection.execute(select(tables.notes.c.text).order_by(tables.notes.c.text)).scalars().all() == [
            "",
            PAGE,
        ]


def test_notes_are_no_part_of_what_a_dossiers_imprint_covers(database: Database) -> None:
    with database.writing() as unit:
        dossier = start(unit).id
        before = unit.dossiers.imprint(dossier)
        unit.notes.put(dossier, PAGE, NOON)
        assert unit.dossiers.imprint(dossier) == before
