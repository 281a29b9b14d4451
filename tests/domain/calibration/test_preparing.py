"""Draaiboek, rooms and casussen: what a lead prepares in ten minutes."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessor.domain.calibration.casus import Casus, CasusKind
from assessor.domain.calibration.conclusion import Agreed, Destination, Status, TalkNote
from assessor.domain.calibration.figures import CriterionFigures, GroupFigures
from assessor.domain.calibration.record import FollowUp
from assessor.domain.calibration.room import MOST, Participant, rooms_needed, spread, told_apart
from assessor.domain.calibration.script import GROUND_RULES, ScriptKind, StepKind, places_to_discuss, script
from assessor.domain.errors import KnownError


@pytest.mark.parametrize(("kind", "minutes", "talks"), [(ScriptKind.SHORT, 75, 4), (ScriptKind.LONG, 150, 6)])
def test_the_draaiboek_fills_its_time(kind: ScriptKind, minutes: int, talks: int) -> None:
    steps = script(kind, ("3.5", "3.1"))
    assert sum(step.minutes for step in steps) == minutes
    assert [step.start for step in steps[1:]] == [step.start + step.minutes for step in steps[:-1]]
    discussed = [step for step in steps if step.kind is StepKind.DISCUSS]
    assert len(discussed) == talks == places_to_discuss(kind)
    assert [step.title.nl for step in discussed[:3]] == ["Bespreken: 3.5", "Bespreken: 3.1", "Bespreken: eigen keuze"]
    assert str(minutes) in kind.word.nl
    assert GROUND_RULES[0].nl.startswith("Iedereen heeft gelijk")


@given(st.lists(st.sampled_from(["De Linde", "De Eik", ""]), max_size=150))
def test_nobody_is_lost_over_the_rooms_and_none_is_full(organisations: list[str]) -> None:
    people = [Participant(str(n), "s", f"p{n}", f"c{n}", organisation=one) for n, one in enumerate(organisations)]
    needed = rooms_needed(len(people))
    rooms = spread(people, max(needed, 1))
    assert sorted(one.id for room in rooms for one in room) == sorted(one.id for one in people)
    sizes = [len(room) for room in rooms]
    assert max(sizes) - min(sizes) <= 1
    assert max(sizes) <= MOST


def test_there_is_no_session_without_a_room() -> None:
    assert rooms_needed(0) == 0
    with pytest.raises(ValueError, match="no room"):
        spread([], 0)


def test_a_casus_goes_out_only_when_it_names_nobody_and_the_student_agreed() -> None:
    casus = Casus("c", "s", "A", CasusKind.VIDEO)
    with pytest.raises(KnownError, match="casus-not-anonymised"):
        casus.require_ready()
    with pytest.raises(KnownError, match="casus-consent"):
        replace(casus, anonymised=True).require_ready()
    replace(casus, anonymised=True, consent="mail van 3 oktober").require_ready()
    assert CasusKind.LESSON_FORM.word.nl == "lesvoorbereidingsformulier"


def test_an_agreement_is_in_force_once_the_toetscommissie_accepted_it() -> None:
    agreed = Agreed("a", "s", "Wij lezen 3.5 als …", Destination.CONSTRUCTION, "3.5")
    assert not agreed.is_in_force
    assert agreed.decided(Status.ACCEPTED, date(2026, 12, 1)).is_in_force
    assert not agreed.decided(Status.DECLINED, date(2026, 12, 1)).is_in_force
    assert Agreed.label(date(2026, 11, 12)).nl == "Afspraak kalibreersessie 12-11-2026, geen deel van het criterium"
    assert agreed.destination.word.nl == "voor toetsconstructiedocument"
    assert Status.DONE.word.nl == "gedaan"
    assert TalkNote("s", "", "3.1", seen=" ").is_empty
    assert not TalkNote("s", "", "3.1", agreed="ja").is_empty


def test_figures_of_a_criterion_that_was_not_scored_do_not_exist() -> None:
    lie = CriterionFigures("3.1", {"V": 2}, 0, split=False)
    figures = GroupFigures(2, ("O", "V"), (), (lie,), {}, {}, {}, (), ())
    assert figures.criterion("3.1") is lie
    with pytest.raises(KeyError):
        figures.criterion("3.2")
    assert FollowUp().is_empty


def test_two_people_of_one_name_are_told_apart_by_what_is_known_of_them() -> None:
    def person(number: int, name: str, organisation: str = "", mail: str = "") -> Participant:
        return Participant(str(number), "s", name, f"K7PWA3QHD{number}", organisation=organisation, mail=mail)

    people = [
        person(1, "Jan de Vries", "De Linde"), person(2, "Jan de Vries", "De Els"),
        person(3, "Fenna Kuiper", "De Linde", "f@linde.nl"), person(4, "Fenna Kuiper", "De Linde", "fenna@linde.nl"),
        person(5, "Jelte Swart"), person(6, "Jelte Swart"), person(7, "Rixt Zijl", "De Linde"),
    ]  # fmt: skip
    assert list(told_apart(people).values()) == [
        "Jan de Vries · De Linde", "Jan de Vries · De Els", "Fenna Kuiper · f@linde.nl",
        "Fenna Kuiper · fenna@linde.nl", "Jelte Swart · K7PWA-3QHD5", "Jelte Swart · K7PWA-3QHD6", "Rixt Zijl",
    ]  # fmt: skip
