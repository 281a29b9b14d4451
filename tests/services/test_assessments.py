"""An assessor starts an assessment, scores it, writes in it and takes a step back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessor.application import Application
from assessor.domain.dossier import Activity
from assessor.domain.errors import KnownError
from assessor.domain.people import Person
from assessor.domain.ratings import Place, Rating, Source
from assessor.domain.student import Student
from assessor.services.assessments import Start
from assessor.services.changes import Change
from assessor.services.work import Filter
from tests.services.conftest import ROLES
from tests.services.stories import ACTIVITY, begun

pytestmark = pytest.mark.usefixtures("noor")


def test_a_new_dossier_freezes_the_instrument_and_takes_the_placement_along(app: Application, fleur: Student) -> None:
    dossier = begun(app, fleur)

    assert dossier.instrument.id == "pabo-praktijkbeoordeling"
    assert len(dossier.instrument.fingerprint) == 64
    assert dossier.supervisor == "Mees Appelboom"
    assert dossier.number == "2026-0001"
    assert begun(app, fleur).number == "2026-0002"
    assert len(app.desk.instrument_of(dossier).criteria) == 36


def test_an_activity_before_the_instrument_existed_is_refused_with_a_cure(app: Application, fleur: Student) -> None:
    with pytest.raises(KnownError):
        app.assessments.start(Start(fleur.id, Activity(date(1999, 1, 1), "groep 5", "Breuken")))
    assert app.work.count(Filter()) == 0


def test_what_is_scored_and_written_is_there_after_reading_it_back(app: Application, fleur: Student) -> None:
    dossier = begun(app, fleur)
    app.assessments.rate(dossier.id, "1.1", "G")
    app.assessments.note(dossier.id, "1.1", "  Leerlingen komen uit zichzelf naar haar toe. ")
    app.assessments.set_sources(dossier.id, "1.1", frozenset({Source.SEEN, Source.MENTOR}))
    _, changes = app.assessments.write(dossier.id, Place.STRENGTH, "Je ziet elk kind.")

    sheet = app.work.dossier(dossier.id).sheet
    assert sheet.rating("1.1") == Rating(
        "1.1", "G", "Leerlingen komen uit zichzelf naar haar toe.", frozenset({Source.SEEN, Source.MENTOR})
    )
    assert sheet.passage(Place.STRENGTH) == "Je ziet elk kind."
    assert changes == (Change("dossier", dossier.id, "strength"),)


@pytest.mark.parametrize(
    ("criterion", "mark", "code"), [("1.1", "Z", "level-unknown"), ("9.9", "V", "criterion-unknown")]
)
def test_a_level_outside_the_scale_is_refused_and_nothing_is_written(
    app: Application, fleur: Student, criterion: str, mark: str, code: str
) -> None:
    dossier = begun(app, fleur)
    with pytest.raises(KnownError) as refusal:
        app.assessments.rate(dossier.id, criterion, mark)
    assert refusal.value.code == code
    assert dict(app.work.dossier(dossier.id).sheet.ratings) == {}


def test_undo_and_redo_walk_back_and_forth(app: Application, fleur: Student) -> None:
    dossier = begun(app, fleur)
    app.assessments.rate(dossier.id, "4.1", "V")
    app.assessments.rate(dossier.id, "4.1", "O")
    app.assessments.write(dossier.id, Place.STRENGTH, "Rustig.")

    app.assessments.undo(dossier.id)
    app.assessments.undo(dossier.id)
    sheet = app.work.dossier(dossier.id).sheet
    assert (sheet.rating("4.1").mark, sheet.passage(Place.STRENGTH)) == ("V", "")

    app.assessments.redo(dossier.id)
    assert app.work.dossier(dossier.id).sheet.rating("4.1").mark == "O"
    app.assessments.rate(dossier.id, "4.2", "G")
    assert app.assessments.redo(dossier.id) == (None, ())


ENTRIES = st.lists(
    st.tuples(st.sampled_from(["1.1", "2.3", "4.6"]), st.sampled_from(["O", "V", "G", "N", None])), max_size=8
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15)
@given(ENTRIES)
def test_undoing_everything_leaves_an_empty_sheet_and_redoing_it_restores_all(
    app: Application, fleur: Student, entries: list[tuple[str, str | None]]
) -> None:
    dossier = begun(app, fleur)
    for criterion, mark in entries:
        app.assessments.rate(dossier.id, criterion, mark)
    whole = app.work.dossier(dossier.id).sheet.marks

    while app.assessments.undo(dossier.id)[0] is not None:
        pass
    assert not any(app.work.dossier(dossier.id).sheet.marks.values())
    while app.assessments.redo(dossier.id)[0] is not None:
        pass
    after = app.work.dossier(dossier.id).sheet.marks
    assert {code: mark for code, mark in after.items() if mark} == {code: mark for code, mark in whole.items() if mark}


def test_text_being_typed_is_kept_until_its_field_is_left(app: Application, fleur: Student) -> None:
    dossier = begun(app, fleur)
    app.assessments.keep_draft(dossier.id, "note:4.1", "Hij begint rus")
    assert app.assessments.drafts(dossier.id) == {"note:4.1": "Hij begint rus"}

    app.assessments.note(dossier.id, "4.1", "Hij begint rustig.")
    assert app.assessments.drafts(dossier.id) == {}
    app.assessments.keep_draft(dossier.id, Place.STRENGTH, "Je zie")
    app.assessments.write(dossier.id, Place.STRENGTH, "Je ziet elk kind.")
    assert app.assessments.drafts(dossier.id) == {}


def test_details_of_the_activity_can_be_mended_while_it_is_a_concept(app: Application, fleur: Student) -> None:
    dossier = begun(app, fleur)
    app.assessments.describe(
        dossier.id, lambda one: replace(one, activity=replace(ACTIVITY, group="groep 6"), supervisor=" Sanne Lis ")
    )
    mended = app.work.dossier(dossier.id)
    assert (mended.activity.group, mended.supervisor) == ("groep 6", "Sanne Lis")
    assert mended.number == dossier.number


def test_only_the_dossiers_own_assessor_fills_it_in(app: Application, fleur: Student) -> None:
    dossier = begun(app, fleur)
    other, _ = app.people.add("Bram Esdoornveld", ROLES)
    app.people.sign_in(other.id)

    with pytest.raises(KnownError) as refusal:
        app.assessments.rate(dossier.id, "1.1", "V")
    assert refusal.value.code == "not-your-dossier"
    assert app.work.dossier(dossier.id).sheet.rating("1.1").mark is None


def test_my_work_and_everybodys_work_are_two_lists(app: Application, fleur: Student, noor: Person) -> None:
    dossier = begun(app, fleur)
    app.assessments.rate(dossier.id, "1.1", "V")
    other, _ = app.people.add("Bram Esdoornveld", ROLES)
    app.people.sign_in(other.id)
    assert app.work.lines(Filter(mine=True)) == []
    [line] = app.work.lines(Filter(search="zonnedauw"))
    assert (line.number, line.scored, line.total, line.assessor_name) == (dossier.number, 1, 36, noor.name)
    assert app.work.count(Filter(search="niemand")) == 0


def test_without_a_person_at_the_keyboard_nothing_is_scored(app: Application, fleur: Student) -> None:
    dossier = begun(app, fleur)
    app.desk.actor = None
    with pytest.raises(KnownError) as refusal:
        app.assessments.rate(dossier.id, "1.1", "V")
    assert refusal.value.code == "no-actor"


def test_whoever_stands_in_for_another_says_why(app: Application, fleur: Student) -> None:
    with pytest.raises(KnownError, match="replacement-unexplained"):
        app.assessments.start(Start(fleur.id, in_place_of="Mees Appelboom", in_place_reason="  "))
    assert app.work.count(Filter()) == 0

    dossier, _ = app.assessments.start(Start(fleur.id, in_place_of="Mees Appelboom", in_place_reason="ziek"))
    with pytest.raises(KnownError, match="replacement-unexplained") as refusal:
        app.assessments.describe(dossier.id, lambda one: replace(one, in_place_reason=""))
    assert "reden" in refusal.value.say("nl")
    described, _ = app.assessments.describe(dossier.id, lambda one: replace(one, in_place_of=""))
    assert (described.in_place_of, described.in_place_reason) == ("", "")
