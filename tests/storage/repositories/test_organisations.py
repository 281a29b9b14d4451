"""Boards, organisations, instruments and settings come back as they were saved."""

from dataclasses import replace

import pytest

from assessor.domain.errors import KnownError
from assessor.domain.organisation import Organisation, OrganisationType
from assessor.storage.database import Database
from tests.storage.partnership import BOARD, CANONICAL, INSTRUMENT, SCHOOL


def test_organisations_are_found_by_name_or_place(database: Database) -> None:
    outside = Organisation("0" * 32, "Café Overzee", OrganisationType.OUTSIDE, "Ommen")
    with database.writing() as unit:
        unit.organisations.save(outside)
    with database.reading() as unit:
        assert unit.boards.all() == [BOARD]
        assert unit.organisations.get(SCHOOL.id) == SCHOOL
        assert unit.organisations.all() == [outside, SCHOOL]
        assert unit.organisations.search("cafe ommen") == [outside]
        assert unit.organisations.search("zwol") == [SCHOOL]
        assert unit.organisations.search(limit=1) == [outside]
        with pytest.raises(KnownError, match="organisation-unknown"):
            unit.organisations.get("x")


def test_one_copy_of_an_instrument_is_kept(database: Database) -> None:
    with database.writing() as unit:
        unit.instruments.keep(INSTRUMENT, CANONICAL)
        assert unit.instruments.canonical(INSTRUMENT.fingerprint) == CANONICAL
        with pytest.raises(KnownError, match="instrument-unknown"):
            unit.instruments.canonical("0" * 64)
        with pytest.raises(ValueError, match="another fingerprint"):
            unit.instruments.keep(replace(INSTRUMENT, fingerprint="0" * 64), CANONICAL)


def test_an_instrument_altered_by_another_way_is_refused(database: Database) -> None:
    with database.writing() as unit:
        unit.connection.exec_driver_sql("UPDATE instruments SET canonical = 'x'")
        with pytest.raises(KnownError, match="instrument-altered"):
            unit.instruments.canonical(INSTRUMENT.fingerprint)


def test_settings_are_json_values(database: Database) -> None:
    with database.writing() as unit:
        unit.settings.set("language", "nl")
        unit.settings.set("language", {"screen": "en", "paper": ["nl", "en"]})
        unit.settings.set("nothing", None)
    with database.reading() as unit:
        assert unit.settings.get("language") == {"screen": "en", "paper": ["nl", "en"]}
        assert unit.settings.get("nothing", "default") is None
        assert unit.settings.get("absent", 7) == 7
