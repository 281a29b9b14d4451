"""The register at a glance, and entries that are written whole or not at all."""

from __future__ import annotations

from datetime import date

import pytest

from assessor.application import Application
from assessor.domain.errors import KnownError
from assessor.domain.people import Person, Role
from assessor.services.register import Decision, Entry, Standing

NEW = Person("", "  Sanne   Kievit ", frozenset({Role.ASSESSOR}), date(2023, 6, 1), date(2024, 3, 1))
DECISION = Decision("pabo", date(2025, 9, 1), date(2026, 8, 31), " EC-2025-11 ")


def test_one_entry_holds_person_appointment_and_pin(app: Application) -> None:
    person, changes = app.register.record(Entry(NEW, DECISION, "2468"))
    line = app.register.line(person.id)
    assert line == app.register.lines()[0]
    assert line.person.name == "Sanne Kievit"
    assert line.has_pin
    assert [one.decision for one in line.appointments] == ["EC-2025-11"]
    assert line.rights["pabo"].standing is Standing.VALID
    assert line.rights["pabo"].until == date(2026, 8, 31)
    assert [lack.code for lack in line.rights["ad"].lacks] == ["appointment-missing-then"]
    assert {change.noun for change in changes} == {"person", "appointment"}


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        (Entry(Person("", " ", frozenset({Role.OFFICE}))), "name-missing"),
        (Entry(Person("", "Sanne Kievit", frozenset())), "role-missing"),
        (Entry(NEW, Decision("pabo", date(2026, 9, 1), date(2025, 9, 1), "EC-1")), "appointment-reversed"),
        (Entry(NEW, Decision("pabo", date(2025, 9, 1), date(2026, 9, 1), " ")), "decision-missing"),
        (Entry(NEW, DECISION, "12"), "pin-too-short"),
    ],
)
def test_what_is_refused_leaves_nothing_behind(app: Application, entry: Entry, code: str) -> None:
    with pytest.raises(KnownError, match=code):
        app.register.record(entry)
    assert app.register.lines() == []


def test_a_right_lapses_soon_unless_the_next_appointment_follows_at_once(app: Application, noor: Person, clock) -> None:
    clock.move(days=180)  # 19 July 2026; the appointment ends on 31 August
    assert app.register.line(noor.id).rights["pabo"].standing is Standing.LAPSING
    app.register.record(Entry(noor, Decision("pabo", date(2026, 9, 2), date(2027, 8, 31), "EC-2026-02")))
    assert app.register.line(noor.id).rights["pabo"].standing is Standing.LAPSING
    app.register.record(Entry(noor, Decision("pabo", date(2026, 9, 1), date(2027, 8, 31), "EC-2026-03")))
    right = app.register.line(noor.id).rights["pabo"]
    assert (right.standing, right.until) == (Standing.VALID, date(2027, 8, 31))


def test_a_pin_is_kept_replaced_and_taken_away(app: Application, noor: Person) -> None:
    app.register.record(Entry(noor, pin="1357"))
    app.register.record(Entry(noor))
    assert app.people.sign_in(noor.id, "1357") == noor
    app.register.record(Entry(noor, pin=""))
    assert not app.register.line(noor.id).has_pin


def test_who_changes_their_own_name_works_on_under_it(app: Application, noor: Person) -> None:
    changed = Person(noor.id, "Noor Wilgenhout-Beuk", noor.roles, noor.trained, noor.bke)
    app.register.record(Entry(changed))
    assert app.desk.require_actor().name == "Noor Wilgenhout-Beuk"
