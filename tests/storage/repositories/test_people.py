"""People, PINs and appointments come back as they were saved, on both databases."""

from dataclasses import replace
from datetime import date

import pytest

from assessor.domain.errors import KnownError
from assessor.domain.register import Appointment
from assessor.storage.database import Database
from tests.storage.partnership import ANS, BEN


def test_everyone_comes_back_by_name(database: Database) -> None:
    with database.reading() as unit:
        assert unit.people.all() == [ANS, BEN]
        assert unit.people.get(ANS.id) == ANS


def test_saving_again_replaces(database: Database) -> None:
    trained = replace(BEN, trained=date(2025, 5, 1), roles=frozenset())
    with database.writing() as unit:
        unit.people.save(trained)
    with database.reading() as unit:
        assert unit.people.get(BEN.id) == trained


def test_nobody_by_that_id(database: Database) -> None:
    with database.reading() as unit, pytest.raises(KnownError, match="person-unknown"):
        unit.people.get("x")


def test_a_personal_pin_opens_for_its_owner_only(database: Database) -> None:
    with database.writing() as unit:
        unit.people.set_pin(ANS.id, "2468")
    with database.reading() as unit:
        assert unit.people.has_pin(ANS.id)
        assert unit.people.pin_matches(ANS.id, "2468")
        assert not unit.people.pin_matches(ANS.id, "2469")
        assert not unit.people.has_pin(BEN.id)
        assert not unit.people.pin_matches(BEN.id, "2468")
    with database.writing() as unit:
        unit.people.set_pin(ANS.id, None)
        assert not unit.people.has_pin(ANS.id)


def test_appointments_stand_in_the_order_of_their_start(database: Database) -> None:
    later = Appointment("2", ANS.id, "pabo", date(2025, 9, 1), date(2026, 8, 31), "EC-2025-14")
    sooner = Appointment("9", ANS.id, "ad", date(2024, 9, 1), date(2026, 8, 31), "EC-2024-03")
    bens = Appointment("5", BEN.id, "ad", date(2025, 2, 1), date(2026, 8, 31), "EC-2025-01")
    with database.writing() as unit:
        for appointment in (later, sooner, bens):
            unit.appointments.save(appointment)
    with database.reading() as unit:
        assert unit.appointments.of(ANS.id) == [sooner, later]
        assert unit.appointments.all() == [sooner, bens, later]
