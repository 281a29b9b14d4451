"""The example partnership: what there is in it, that it can be repeated, and that it holds like real work."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from assessor.application import Application, example_application
from assessor.domain.checks import blocking
from assessor.domain.decision import decide
from assessor.domain.dossier import State
from assessor.domain.errors import KnownError
from assessor.domain.instrument import Outcome
from assessor.domain.people import Role
from assessor.domain.register import Right
from assessor.services.example import build_example, demonstrate
from assessor.services.example.calendar import StudyYears
from assessor.services.example.words import words
from assessor.services.verification import verify
from assessor.services.work import Filter

TODAY = datetime(2027, 3, 12, 15, 30, tzinfo=UTC)
EVERYTHING = Filter()


def made(folder: Path, students: int, now: datetime = TODAY, seed: int = 2026) -> Application:
    application = example_application(folder, "zeven houten klompen", holder="tests")
    application.desk.now = lambda: now
    build_example(application.desk, seed, students)
    return application


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Application]:
    """The example in its full size."""
    application = made(tmp_path_factory.mktemp("whole") / "example", 660)
    yield application
    application.close()


@pytest.fixture
def made_here(tmp_path: Path) -> Iterator[Callable[..., Application]]:
    """Makes examples that are closed after the story."""
    opened: list[Application] = []

    def make(name: str, students: int, now: datetime = TODAY, seed: int = 2026) -> Application:
        opened.append(made(tmp_path / name, students, now, seed))
        return opened[-1]

    yield make
    for application in opened:
        application.close()


def test_it_is_as_large_as_the_partnership(whole: Application) -> None:
    people = whole.people.all()

    assert len(whole.students.boards()) == 16
    organisations = whole.students.organisations(limit=1_000)
    assert len(organisations) == 120
    assert len({one.type for one in organisations}) == 5
    assert (whole.students.count(programme="pabo"), whole.students.count(programme="ad")) == (480, 180)
    assert sum(person.is_assessor for person in people) == 60
    assert {role for person in people for role in person.roles} == set(Role)
    assert len({person.name for person in people}) == len(people)


def test_every_student_has_a_place_a_mentor_and_a_study_coach(whole: Application) -> None:
    for student in whole.students.search(limit=1_000):
        placement = whole.students.placements(student.id)[0]
        assert placement.supervisor
        assert student.study_coach
        assert student.cohort
        whole.students.organisation(placement.organisation_id)


def test_some_appointments_have_lapsed_or_are_about_to(whole: Application) -> None:
    ends = [one.end for person in whole.people.all() for one in whole.people.appointments(person.id)]
    today = TODAY.date()

    assert any(end < today for end in ends)
    assert any(today <= end < today + timedelta(days=50) for end in ends)
    assert sum(end > today + timedelta(days=300) for end in ends) > len(ends) / 2


def test_two_study_years_hold_every_way_that_a_dossier_can_go(whole: Application) -> None:
    lines = whole.work.lines(EVERYTHING, 10_000)
    years = Counter(line.activity_day.year for line in lines if line.activity_day)
    outcomes = Counter(line.outcome for line in lines)

    assert len(lines) > 200
    assert set(years) == {2025, 2026, 2027}
    assert outcomes[Outcome.SUFFICIENT] > outcomes[Outcome.GOOD] > 5
    assert outcomes[Outcome.INSUFFICIENT] > 3
    assert {line.state for line in lines} == {State.CONCEPT, State.FINAL, State.NO_SHOW}
    assert any(line.attempt == 2 for line in lines)
    assert any(0 < line.scored < line.total for line in lines if line.state is State.CONCEPT)


def test_every_chain_verifies(whole: Application) -> None:
    found = verify(whole.desk)

    assert found.is_sound
    assert found.dossiers > 200


def test_what_was_made_final_could_have_been_made_final(whole: Application) -> None:
    """Each verdict is the rule's, each assessor had the right, and nothing was missing on the sheet."""
    for line in whole.work.lines(Filter(state=State.FINAL), 60, order="number"):
        record = whole.records.take(line.id)
        decision = decide(record.instrument, record.dossier.sheet.marks)
        result = record.dossier.result
        assert result is not None
        assert result.departs == (result.outcome != decision.verdict)
        assert isinstance(record.right, Right)
        assert record.right.activity_day == record.dossier.activity.day
        review = whole.results.review(line.id)
        assert [finding.code for finding in blocking(review.findings) if finding.place != "right"] == []


def test_notes_are_not_the_same_everywhere(whole: Application) -> None:
    lines = whole.work.lines(Filter(state=State.FINAL), 100)
    notes = [
        rating.note for line in lines for rating in whole.work.dossier(line.id).sheet.ratings.values() if rating.note
    ]

    assert len(set(notes)) > len(notes) / 3
    assert not [note for note in notes if "{" in note]


def test_a_resit_takes_over_what_was_sufficient(whole: Application) -> None:
    resit = next(line for line in whole.work.lines(EVERYTHING, 10_000) if line.attempt == 2)
    record = whole.records.take(resit.id)
    assert record.dossier.previous_id is not None
    earlier = whole.work.dossier(record.dossier.previous_id)

    assert earlier.result is not None
    assert earlier.result.outcome is Outcome.INSUFFICIENT
    assert record.previous_number == earlier.number
    for model in record.instrument:
        for criterion in model.criteria:
            if model.code in record.dossier.taken_over:
                assert record.dossier.sheet.rating(criterion.code) == earlier.sheet.rating(criterion.code)


def test_the_same_seed_makes_the_same_partnership(made_here: Callable[..., Application]) -> None:
    one, same, other = made_here("one", 30), made_here("same", 30), made_here("other", 30, seed=7)

    def story(application: Application) -> list[tuple[str, str, object]]:
        lines = application.work.lines(EVERYTHING, 100, order="number")
        return [(line.number, line.student_name, line.outcome) for line in lines]

    assert story(one) == story(same) != story(other)


@pytest.mark.parametrize("students", [2, 3, 9])
def test_a_small_one_still_has_both_demonstrations(made_here: Callable[..., Application], students: int) -> None:
    application = made_here("small", students)

    for programme, outcome in (("pabo", Outcome.SUFFICIENT), ("ad", Outcome.GOOD)):
        dossier = demonstrate(application.desk, application.assessments, application.results, programme)
        assert dossier.result is not None
        assert dossier.result.outcome is outcome
        assert len(dossier.sheet.ratings) == len(application.desk.instrument_of(dossier).criteria)
    assert application.students.count() == students
    assert verify(application.desk).is_sound


def test_the_demonstrations_have_nothing_on_the_check_page(made_here: Callable[..., Application]) -> None:
    application = made_here("small", 2)
    for programme in ("pabo", "ad"):
        dossier = demonstrate(application.desk, application.assessments, application.results, programme)
        assert application.results.review(dossier.id).findings == ()


@pytest.mark.parametrize(
    "day", [date(2025, 9, 2), date(2025, 9, 15), date(2026, 1, 5), date(2026, 8, 3), date(2031, 5, 1)]
)
def test_it_can_be_made_on_any_day(made_here: Callable[..., Application], day: date) -> None:
    application = made_here("then", 40, datetime(day.year, day.month, day.day, 12, tzinfo=UTC))

    assert verify(application.desk).is_sound
    assert all(line.activity_day < day for line in application.work.lines(EVERYTHING, 100) if line.activity_day)


def test_too_many_or_too_few_students_are_refused(tmp_path: Path) -> None:
    application = example_application(tmp_path / "example", "zeven houten klompen", holder="tests")
    try:
        for students in (1, 100_001):
            with pytest.raises(KnownError, match="example-size"):
                build_example(application.desk, students=students)
        assert application.people.all() == []
    finally:
        application.close()


def test_there_are_words_for_every_criterion_and_level(whole: Application) -> None:
    for programme in ("pabo", "ad"):
        instrument = whole.desk.catalogue.get(f"{programme}-praktijkbeoordeling")
        own = {code for code in instrument.criteria if not code.startswith("A2.") and code not in {"A1.8", "A4.6"}}
        stock = words(f"notes-{programme}")
        assert own | {"N"} == set(stock)
        assert all(set(levels) == {"O", "V", "G"} for code, levels in stock.items() if code != "N")
        assert set(words("passages")[programme]["motivation"]) == {model.code for model in instrument}


def test_the_study_year_turns_in_september() -> None:
    august, september = (StudyYears(date(2026, month, 1), date(2025, 9, 1)) for month in (8, 9))

    assert (august.current, september.current) == (2025, 2026)
    assert september.cohort(3) == "2024-2025"
    assert all(day.weekday() < 5 and day.month not in (7, 8) for day in september.school_days())
