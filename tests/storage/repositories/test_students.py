"""Students are found by any part of their name, with or without accents."""

from dataclasses import replace
from datetime import date

import pytest

from assessor.domain.errors import KnownError
from assessor.domain.student import Placement, Student
from assessor.storage.database import Database
from tests.storage.partnership import ANDRE, PERCENT, SCHOOL, ZOE


def test_a_student_comes_back_as_saved(database: Database) -> None:
    with database.reading() as unit:
        assert unit.students.get(ANDRE.id) == ANDRE
        assert unit.students.by_number("510002") == ZOE
        assert unit.students.by_number("999") is None


def test_nobody_by_that_id(database: Database) -> None:
    with database.reading() as unit, pytest.raises(KnownError, match="student-unknown"):
        unit.students.get("x")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", [PERCENT, ZOE, ANDRE]),
        ("andre", [ANDRE]),
        ("ANDRÉ berg", [ANDRE]),
        ("berg and", [ANDRE]),
        ("zoë", [ZOE]),
        ("5100", [PERCENT, ZOE, ANDRE]),
        ("%", [PERCENT]),
        ("_", [PERCENT]),
        ("100%_z", [PERCENT]),
        ("\\", []),
        ("/", []),
        ("berg zoe", []),
        ("' OR 1=1 --", []),
        ("a" * 100_000, []),
    ],
)
def test_search_finds_every_word_and_takes_no_sign_for_a_wildcard(
    database: Database, typed: str, found: list[Student]
) -> None:
    with database.reading() as unit:
        assert unit.students.search(typed) == found
        assert unit.students.count(typed) == len(found)


def test_search_within_a_programme_and_page_by_page(database: Database) -> None:
    with database.reading() as unit:
        assert unit.students.search(programme="ad") == [PERCENT]
        assert unit.students.count(programme="pabo") == 2
        assert unit.students.search(limit=1, offset=1) == [ZOE]


def test_a_number_belongs_to_one_student(database: Database) -> None:
    with database.writing() as unit, pytest.raises(KnownError, match="student-number-taken"):
        unit.students.save(replace(ZOE, number=ANDRE.number))
    with database.writing() as unit:
        unit.students.save(replace(ZOE, number="510009"))
        assert unit.students.by_number("510009") == replace(ZOE, number="510009")


def test_placements_of_a_student(database: Database) -> None:
    second = Placement("2", ANDRE.id, SCHOOL.id, "Mw. Post", date(2026, 2, 1), date(2026, 6, 30), "groep 5", True)
    first = Placement("1", ANDRE.id, SCHOOL.id, "Dhr. Vos", date(2025, 9, 1), date(2026, 1, 31))
    with database.writing() as unit:
        unit.placements.save(second)
        unit.placements.save(first)
        unit.placements.save_all([])
    with database.reading() as unit:
        assert unit.placements.of(ANDRE.id) == [first, second]
        assert unit.placements.of(ZOE.id) == []
        assert unit.students.search("wilgenroos zwolle berg") == unit.students.search("wílgen 2024") == [ANDRE]
        assert unit.students.count("wilgenroos zoe") == 0


def test_search_within_a_cohort_and_which_cohorts_there_are(database: Database) -> None:
    with database.writing() as unit:
        unit.students.save(replace(ANDRE, cohort="2023-2024"))
        unit.students.save(replace(ZOE, cohort="2025-2026"))
    with database.reading() as unit:
        assert unit.students.cohorts() == ["2025-2026", "2023-2024"]
        assert unit.students.search(cohort="2023-2024") == [replace(ANDRE, cohort="2023-2024")]
        assert unit.students.count("zoe", cohort="2023-2024") == 0
