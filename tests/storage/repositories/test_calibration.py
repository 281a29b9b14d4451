"""A calibration day is kept as it was prepared, and what came in stays sealed until the reveal."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessor.domain.calibration.conclusion import Action, Agreed, Destination, Proposal, Status, TalkNote
from assessor.domain.calibration.figures import CriterionFigures, GroupFigures, Told
from assessor.domain.calibration.round import Round, Scores
from assessor.domain.errors import KnownError
from assessor.domain.text import same
from assessor.storage.database import Database
from assessor.storage.failures import StorageFault
from assessor.storage.repositories.calibration_sessions import CasusFile
from tests.storage.calibration_day import CASUS, DAY, PEOPLE, ROOMS, ROUND, SESSION, receipt, scores, settle_calibration
from tests.storage.partnership import minutes


@pytest.fixture
def prepared(database: Database) -> Database:
    with database.writing() as unit:
        settle_calibration(unit)
    return database


def reveal(database: Database, one: Round = ROUND) -> None:
    with database.writing() as unit:
        unit.calibration_rounds.save(one.closed(minutes(60), received=1, invited=1).revealed(minutes(61)))


def test_what_was_prepared_comes_back(prepared: Database) -> None:
    with prepared.reading() as unit:
        assert unit.calibration_sessions.days() == [DAY]
        assert unit.calibration_sessions.day(DAY.id) == DAY
        assert unit.calibration_sessions.all() == [SESSION]
        assert unit.calibration_sessions.casussen(SESSION.id) == [CASUS]
        assert unit.calibration_sessions.casus(CASUS.id) == CASUS
        assert unit.calibration_rooms.rooms(SESSION.id) == ROOMS
        assert unit.calibration_rooms.participants(SESSION.id) == [PEOPLE[1], PEOPLE[0], PEOPLE[2]]
        assert unit.calibration_rooms.participant("p3") == PEOPLE[2]
        assert unit.calibration_rooms.of_person(PEOPLE[0].person_id or "") == [PEOPLE[0]]
        assert unit.calibration_rounds.of(SESSION.id) == [ROUND]


def test_what_is_not_there_is_said_kindly(prepared: Database) -> None:
    with prepared.reading() as unit:
        for code, look in (
            ("session-unknown", lambda: unit.calibration_sessions.get("x")),
            ("session-unknown", lambda: unit.calibration_sessions.day("x")),
            ("casus-unknown", lambda: unit.calibration_sessions.casus("x")),
            ("casus-unknown", lambda: unit.calibration_sessions.content("x")),
            ("participant-unknown", lambda: unit.calibration_rooms.participant("x")),
            ("round-unknown", lambda: unit.calibration_rounds.get("x")),
        ):
            with pytest.raises(KnownError, match=code):
                look()


def test_files_of_a_casus_and_who_was_there(prepared: Database) -> None:
    file = CasusFile("f1", CASUS.id, "les.pdf", "pdf", len(b"%PDF-1.7 les"))
    with prepared.writing() as unit:
        unit.calibration_sessions.attach(file, b"%PDF-1.7 les")
        unit.calibration_rooms.mark_present(SESSION.id, {"p1": True, "p2": False})
        unit.calibration_rooms.mark_present(SESSION.id, {})
    with prepared.reading() as unit:
        assert unit.calibration_sessions.files(CASUS.id) == [file]
        assert unit.calibration_sessions.content("f1") == b"%PDF-1.7 les"
        there = {one.id: one.present for one in unit.calibration_rooms.participants(SESSION.id)}
    assert there == {"p1": True, "p2": False, "p3": None}


def test_sealed_scores_open_at_the_reveal_and_not_before(prepared: Database) -> None:
    with prepared.writing() as unit:
        unit.calibration_rounds.keep(receipt(), scores(note="Zag weinig differentiatie"))
    with prepared.reading() as unit:
        assert unit.calibration_rounds.receipts(ROUND.id) == [receipt()]
        with pytest.raises(KnownError, match="round-sealed"):
            unit.calibration_rounds.opened(ROUND.id)
    reveal(prepared)
    with prepared.reading() as unit:
        assert unit.calibration_rounds.opened(ROUND.id) == {"p1": scores(note="Zag weinig differentiatie")}


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    marks=st.lists(st.sampled_from("OVGN"), min_size=2, max_size=2),
    note=st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=12, max_size=40),
    code=st.text("abcdefgh", min_size=8, max_size=12),
)
def test_nothing_that_was_given_stands_in_any_row(prepared: Database, marks: list[str], note: str, code: str) -> None:
    name = uuid4().hex
    with prepared.writing() as unit:
        imprint = unit.calibration_rounds.keep(receipt(name), scores(marks, note, code))
        rows = unit.connection.exec_driver_sql("SELECT id, digest, sealed, way FROM calibration_returns").all()
        assert unit.calibration_rounds.imprints(ROUND.id)[name] == imprint
    _, digest, sealed, _ = next(row for row in rows if row[0] == name)
    # Nonce and tag beside a whole number of blocks: the length says nothing either.
    assert len(bytes(sealed)) % 4096 == 28
    assert note.encode() not in bytes(sealed)
    assert code.encode() not in bytes(sealed)
    assert note not in digest
    with prepared.reading() as unit, pytest.raises(KnownError, match="round-sealed") as caught:
        unit.calibration_rounds.opened(ROUND.id)
    assert note not in caught.value.say("nl")


def test_what_was_sealed_is_never_changed(prepared: Database) -> None:
    with prepared.writing() as unit:
        unit.calibration_rounds.keep(receipt(), scores())
    with pytest.raises(StorageFault), prepared.writing() as unit:
        unit.connection.exec_driver_sql("UPDATE calibration_returns SET sealed = digest")


def test_of_two_returns_both_stay_and_one_counts(prepared: Database) -> None:
    second = receipt("in2", after=2, in_force=False)
    with prepared.writing() as unit:
        unit.calibration_rounds.keep(receipt(), scores("OV"))
        assert unit.calibration_rounds.is_kept(ROUND.id, "p1", scores("OV"))
        assert not unit.calibration_rounds.is_kept(ROUND.id, "p2", scores("OV"))
        assert not unit.calibration_rounds.is_kept(ROUND.id, "p1", scores("VV"))
        unit.calibration_rounds.keep(second, scores("VV"))
        unit.calibration_rounds.keep(receipt("in3", "p2", 3, late=True), scores("GG"))
        unit.calibration_rounds.put_in_force(second)
    with prepared.reading() as unit:
        kept = {one.id: one.in_force for one in unit.calibration_rounds.receipts(ROUND.id)}
    assert kept == {"in1": False, "in2": True, "in3": True}
    reveal(prepared)
    with prepared.reading() as unit:
        assert unit.calibration_rounds.opened(ROUND.id) == {"p1": scores("VV")}


def test_a_row_that_is_moved_to_somebody_else_opens_no_more(prepared: Database) -> None:
    with prepared.writing() as unit:
        unit.calibration_rounds.keep(receipt(), scores())
        unit.connection.exec_driver_sql("UPDATE calibration_returns SET participant_id = 'p2'")
    reveal(prepared)
    with prepared.reading() as unit, pytest.raises(KnownError, match="workspace-damaged"):
        unit.calibration_rounds.opened(ROUND.id)


def test_erasing_takes_what_was_given_and_leaves_that_it_came_and_the_figures(prepared: Database) -> None:
    lie = CriterionFigures("3.1", {"V": 2, "N": 1}, 0, split=False, depends=None, agreement=(0.5, 0.25, 1.0))
    figures = GroupFigures(
        3, ("O", "V"), (same("onvoldoende"), same("voldoende")), (lie,), {CASUS.id: {"3.1": {"V": 2}}}, {},
        {"": {CASUS.id: {"V": 2, "": 1}}}, ("3.1",), (Told(same("Kop"), (same("regel"),)),),
    )  # fmt: skip
    with prepared.writing() as unit:
        unit.calibration_rounds.keep(receipt(), scores())
        unit.calibration_rounds.keep_figures(ROUND.id, figures)
    reveal(prepared)
    with prepared.writing() as unit:
        assert [one.id for one in unit.calibration_sessions.held_before(date(2030, 1, 1))] == [SESSION.id]
        assert unit.calibration_sessions.held_before(DAY.day) == []
        unit.calibration_rounds.erase([ROUND.id])
        unit.calibration_sessions.save(replace(SESSION, erased_on=date(2027, 3, 13)))
    with prepared.reading() as unit:
        assert unit.calibration_rounds.opened(ROUND.id) == {}
        assert unit.calibration_rounds.receipts(ROUND.id) == [receipt()]
        assert unit.calibration_rounds.figures(ROUND.id) == figures
        assert figures.criterion("3.1") == lie
        assert unit.calibration_rounds.imprints(ROUND.id) == {}
        assert unit.calibration_sessions.held_before(date(2030, 1, 1)) == []
        with pytest.raises(KnownError, match="round-unknown"):
            unit.calibration_rounds.is_kept(ROUND.id, "p1", Scores({}))


def test_hands_are_counted_per_room_and_counted_again(prepared: Database) -> None:
    with prepared.writing() as unit:
        assert unit.calibration_rounds.figures(ROUND.id) is None
        unit.calibration_rounds.count_hands(ROUND.id, "room1", CASUS.id, "3.1", {"O": 1, "V": 5})
        unit.calibration_rounds.count_hands(ROUND.id, "room1", CASUS.id, "3.1", {"V": 6})
        unit.calibration_rounds.count_hands(ROUND.id, "room2", CASUS.id, "3.1", {})
    with prepared.reading() as unit:
        assert unit.calibration_rounds.hands(ROUND.id) == {"room1": {CASUS.id: {"3.1": {"V": 6}}}}


def test_what_was_agreed_stays_in_the_order_of_writing(prepared: Database) -> None:
    first = Agreed("z", SESSION.id, "Wij lezen 3.1 zo", Destination.CONSTRUCTION, "3.1", "Noemt het doel")
    second = Agreed("a", SESSION.id, "Jaarlijks", Destination.YEAR_PLAN)
    proposal = Proposal("v", SESSION.id, "Herschrijf 3.2", "toetscommissie", "3.2", answer="volgt")
    action = Action("d", SESSION.id, "Verslag sturen", "Ans", date(2026, 12, 1))
    note = TalkNote(SESSION.id, "room1", "3.1", "zagen", "lezen", "afspraak", "voorbeeld")
    with prepared.writing() as unit:
        keep = unit.calibration_conclusions
        keep.save_agreement(first)
        keep.save_agreement(second)
        keep.save_agreement(first.decided(Status.ACCEPTED, date(2026, 12, 5)))
        keep.save_proposal(proposal)
        keep.save_action(action)
        keep.save_action(replace(action, status=Status.DONE))
        keep.save_talk(note)
        keep.save_talk(TalkNote(SESSION.id, "", "3.2"))
    with prepared.reading() as unit:
        keep = unit.calibration_conclusions
        assert keep.agreements([SESSION.id]) == [first.decided(Status.ACCEPTED, date(2026, 12, 5)), second]
        assert keep.proposals([SESSION.id]) == [proposal]
        assert keep.actions([SESSION.id]) == [replace(action, status=Status.DONE)]
        assert keep.talk(SESSION.id) == [note]
        assert keep.actions([]) == []
