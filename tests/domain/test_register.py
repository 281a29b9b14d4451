"""The right to assess: training, BKE and an appointment, on the day of the activity and today."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from assessor.domain.people import Person, Role
from assessor.domain.register import Appointment, Right, right_to_assess

NOOR = Person("p1", "Noor Wilgenhout", frozenset({Role.ASSESSOR}), date(2023, 6, 1), date(2024, 3, 1))
LAST_YEAR = Appointment("a1", "p1", "pabo", date(2024, 9, 1), date(2025, 8, 31), "EC-2024-17")
THIS_YEAR = Appointment("a2", "p1", "pabo", date(2025, 9, 1), date(2026, 8, 31), "EC-2025-04")
DAYS = st.dates(date(2024, 1, 1), date(2027, 1, 1))


def codes(answer: object) -> set[str]:
    assert isinstance(answer, tuple)
    return {lack.code for lack in answer}


def test_a_trained_certified_and_appointed_assessor_may_assess() -> None:
    right = right_to_assess(NOOR, [THIS_YEAR], "pabo", date(2026, 1, 19), date(2026, 1, 20))

    assert isinstance(right, Right)
    assert right.appointment == THIS_YEAR


def test_the_appointment_must_hold_on_both_days() -> None:
    assert codes(right_to_assess(NOOR, [LAST_YEAR], "pabo", date(2025, 8, 30), date(2025, 9, 2))) == {
        "appointment-missing-now"
    }
    assert codes(right_to_assess(NOOR, [THIS_YEAR], "pabo", date(2025, 8, 30), date(2025, 9, 2))) == {
        "appointment-missing-then"
    }
    both = right_to_assess(NOOR, [LAST_YEAR, THIS_YEAR], "pabo", date(2025, 8, 30), date(2025, 9, 2))
    assert isinstance(both, Right)
    assert (both.appointment, both.appointment_today) == (LAST_YEAR, THIS_YEAR)


def test_an_appointment_for_the_pabo_says_nothing_of_the_ad() -> None:
    assert codes(right_to_assess(NOOR, [THIS_YEAR], "ad", date(2026, 1, 19), date(2026, 1, 19))) == {
        "appointment-missing-then"
    }


def test_somebody_elses_appointment_does_not_help() -> None:
    other = replace(THIS_YEAR, person_id="p2")
    assert "appointment-missing-then" in codes(
        right_to_assess(NOOR, [other], "pabo", date(2026, 1, 19), date(2026, 1, 20))
    )


def test_training_and_bke_must_be_there_before_the_activity() -> None:
    fresh = replace(NOOR, trained=None, bke=date(2026, 1, 20))
    assert codes(right_to_assess(fresh, [THIS_YEAR], "pabo", date(2026, 1, 19), date(2026, 1, 20))) == {
        "training-missing",
        "bke-missing",
    }


@given(DAYS, DAYS, st.permutations([LAST_YEAR, THIS_YEAR]))
def test_the_order_of_the_register_never_matters(activity: date, today: date, appointments: list[Appointment]) -> None:
    assert right_to_assess(NOOR, appointments, "pabo", activity, today) == right_to_assess(
        NOOR, [LAST_YEAR, THIS_YEAR], "pabo", activity, today
    )


def test_a_role_says_what_it_is_called() -> None:
    assert Role.ASSESSOR.word.nl == "praktijkbeoordelaar"
    assert NOOR.is_assessor
    assert not replace(NOOR, roles=frozenset({Role.OFFICE})).is_assessor
