"""A session from preparation to erasure, as its lead plays it."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assessor.application import Application
from assessor.domain.calibration.conclusion import Destination, Status, TalkNote
from assessor.domain.calibration.round import ReturnWay, RoundState, RoundWay
from assessor.domain.calibration.script import ScriptKind
from assessor.domain.calibration.session import Session, SessionState
from assessor.domain.errors import KnownError
from assessor.domain.people import Person, Role
from assessor.domain.text import Text
from assessor.services.calibration.intake import Arrival
from assessor.services.calibration.preparing import Invited, NewSession
from assessor.services.verification import verify
from tests.services.calibration.stories import CASUS, CODES, DAY, NAMES, all_in, prepared, revealed, sheet
from tests.services.conftest import Clock


def test_the_board_says_how_many_and_who_is_not_in(app: Application, session: Session) -> None:
    taken, _ = app.calibration.rounds.receive(
        session.id, [sheet(NAMES[0], "VVVVVVV"), sheet(NAMES[3], "VV V   ")], ReturnWay.ONLINE
    )
    assert [(one.arrival, one.complete) for one in taken] == [(Arrival.IN, True), (Arrival.IN, False)]
    board = app.calibration.rounds.board(session.id)
    assert (board.invited, board.received, board.incomplete, board.late) == (8, 2, 1, 0)
    assert NAMES[1] in {one.name for one in board.waiting}
    assert NAMES[0] not in {one.name for one in board.waiting}
    assert sum(room.received for room in board.rooms) == 2
    assert {room.invited for room in board.rooms} == {4}


def test_who_is_meant_is_found_by_code_or_name_and_never_guessed(app: Application, session: Session) -> None:
    people = {one.name: one for one in app.calibration.preparing.participants(session.id)}
    code = people[NAMES[2]].code
    written = [f"{code[:5]}-{code[5:]}".lower(), "  ádA   BEUK "]
    taken, _ = app.calibration.rounds.receive(session.id, [sheet(who, "VVVVVVV") for who in written], ReturnWay.PDF)
    assert [one.participant.name for one in taken] == [NAMES[2], NAMES[0]]
    app.calibration.preparing.invite(session.id, [Invited(NAMES[4])])
    with pytest.raises(KnownError, match="participant-ambiguous"):
        app.calibration.rounds.receive(session.id, [sheet(NAMES[4], "VVVVVVV")], ReturnWay.PDF)
    with pytest.raises(KnownError, match="participant-twice"):
        app.calibration.rounds.receive(session.id, [sheet(NAMES[5], "V"), sheet(NAMES[5], "O")], ReturnWay.PDF)


def test_of_scores_that_came_twice_both_are_kept_and_the_lead_chooses(app: Application, session: Session) -> None:
    all_in(app, session)
    rounds = app.calibration.rounds
    same, _ = rounds.receive(session.id, [sheet(NAMES[0], "VVVVVVV")], ReturnWay.PDF)
    other, _ = rounds.receive(session.id, [sheet(NAMES[0], "GGGGGGG")], ReturnWay.PDF)
    assert (same[0].arrival, other[0].arrival) == (Arrival.SAME, Arrival.OTHER)
    assert len(rounds.board(session.id).twice) == 3
    rounds.choose(session.id, other[0].receipt_id)
    rounds.close(session.id)
    late, _ = rounds.receive(session.id, [sheet(NAMES[1], "OOOOOOO")], ReturnWay.PDF)
    assert late[0].arrival is Arrival.LATE
    with pytest.raises(KnownError, match="round-not-open"):
        rounds.choose(session.id, late[0].receipt_id)
    with pytest.raises(KnownError, match="return-unknown"):
        rounds.choose(session.id, "x")
    figures, _ = rounds.reveal(session.id)
    # Chosen: G on 3.2; late: nothing of it.
    assert figures.criterion("3.2").counts == {"V": 5, "O": 1, "G": 2}
    assert figures.late == 1
    with pytest.raises(KnownError, match="round-not-open"):
        rounds.choose(session.id, same[0].receipt_id)


def test_a_round_is_closed_with_a_reason_and_revealed_once(app: Application, session: Session) -> None:
    rounds = app.calibration.rounds
    rounds.receive(session.id, [sheet(name, "VVVVVVO") for name in NAMES[:6]], ReturnWay.PAPER)
    with pytest.raises(KnownError, match="close-reason-needed"):
        rounds.close(session.id)
    with pytest.raises(KnownError, match="round-open"):
        rounds.reveal(session.id)
    rounds.close(session.id, "twee zijn ziek")
    figures, _ = rounds.reveal(session.id)
    assert (figures.assessors, figures.not_in, figures.paper) == (6, 2, 6)
    assert figures == rounds.figures(session.id)
    with pytest.raises(KnownError, match="round-revealed"):
        rounds.reveal(session.id)
    assert [words.nl for _, words in app.calibration.keeping.history(session.id)][-2:] == [
        "Ronde 1 gesloten",
        "Ronde 1 onthuld",
    ]


def test_what_moves_the_outcome_is_discussed_first(app: Application, session: Session) -> None:
    revealed(app, session)
    figures = app.calibration.rounds.figures(session.id)
    # 3.2 is critical: one insufficient tips the outcome, so it comes before 3.1, on which more people differ.
    instrument = app.desk.catalogue.get("pabo-praktijkbeoordeling")
    assert instrument.criteria["3.2"].critical
    assert figures.order[0] == "3.2"
    assert set(figures.order) == {"3.1", "3.2", "3.4", "3.6", "3.7"}
    assert figures.criterion("3.1").split
    steps = [step.criterion for step in app.calibration.preparing.draaiboek(session.id) if step.criterion]
    assert steps == list(figures.order[:4])
    assert figures.outcomes["3"][app.calibration.preparing.casussen(session.id)[0].id] == {"V": 7, "O": 1}


def test_a_second_round_by_form_shows_what_moved_and_leaves_the_first(app: Application, session: Session) -> None:
    revealed(app, session)
    rounds = app.calibration.rounds
    before = rounds.figures(session.id)
    second, _ = rounds.open(session.id, RoundWay.BLIND, ["3.2", "3.1"])
    assert second.criteria == ("3.1", "3.2")
    sheets = [sheet(name, "VV", codes=("3.1", "3.2")) for name in NAMES]
    rounds.receive(session.id, sheets, ReturnWay.WORKBOOK)
    with pytest.raises(KnownError, match="round-open"):
        rounds.open(session.id)
    rounds.close(session.id)
    with pytest.raises(KnownError, match="round-sealed"):
        rounds.open(session.id)
    after, _ = rounds.reveal(session.id)
    moved = {one.criterion: one for one in after.movement}
    assert moved["3.1"].before == {"V": 4, "O": 3, "G": 1}
    assert moved["3.1"].after == {"V": 8}
    assert (moved["3.1"].changed, moved["3.1"].scored) == (4, 8)
    assert rounds.figures(session.id, 1) == before


def test_hands_are_counted_in_each_room(app: Application, session: Session) -> None:
    revealed(app, session)
    rounds = app.calibration.rounds
    casus = app.calibration.preparing.casussen(session.id)[0].id
    left, right = app.calibration.preparing.rooms(session.id)
    with pytest.raises(KnownError, match="round-not-hands"):
        app.calibration.hands.count(session.id, left.id, casus, "3.1", {"V": 1})
    rounds.open(session.id, RoundWay.HANDS, ["3.1"])
    app.calibration.hands.count(session.id, left.id, casus, "3.1", {"O": 1, "V": 3})
    assert app.calibration.hands.counted(session.id) == {left.id: {casus: {"3.1": {"O": 1, "V": 3}}}}
    for code, place, of, criterion, counts in (
        ("room-unknown", "x", casus, "3.1", {"V": 1}),
        ("casus-not-asked", left.id, "x", "3.1", {"V": 1}),
        ("criterion-not-asked", left.id, casus, "3.7", {"V": 1}),
        ("score-level-unknown", left.id, casus, "3.1", {"Z": 1}),
        ("hands-negative", left.id, casus, "3.1", {"V": -1}),
    ):
        with pytest.raises(KnownError, match=code):
            app.calibration.hands.count(session.id, place, of, criterion, counts)
    with pytest.raises(KnownError, match="close-reason-needed"):
        rounds.close(session.id)
    app.calibration.hands.count(session.id, right.id, casus, "3.1", {"V": 4})
    rounds.close(session.id)
    with pytest.raises(KnownError, match="round-not-open"):
        app.calibration.hands.count(session.id, right.id, casus, "3.1", {"V": 4})
    figures, _ = rounds.reveal(session.id)
    assert figures.movement[0].after == {"O": 1, "V": 7}
    assert figures.movement[0].changed is None
    assert figures.criterion("3.1").split
    assert figures.by_room[left.id]["3.1"] == {"O": 1, "V": 3}


def test_what_was_agreed_comes_back_the_next_year(app: Application, session: Session, clock: Clock) -> None:
    c = app.calibration
    revealed(app, session)
    c.concluding.note(TalkNote(session.id, "", "3.1", agreed="Kijk naar de beginsituatie van deze groep"))
    agreed, _ = c.concluding.agree(session.id, "3.1 gaat over deze groep", Destination.CONSTRUCTION, "3.1")
    proposal, _ = c.concluding.propose(session.id, "Herschrijf 3.5", "toetscommissie", "3.5")
    action, _ = c.concluding.plan(session.id, "Verslag sturen", "programmaleider", date(2026, 2, 1))
    with pytest.raises(KnownError, match="text-missing"):
        c.concluding.plan(session.id, " ", "wie")
    form = app.desk.catalogue.get("pabo-praktijkbeoordeling")
    assert c.concluding.in_force(form) == {}
    c.concluding.conclude(session.id)
    assert c.preparing.session(session.id).state is SessionState.CONCLUDED
    with pytest.raises(KnownError, match="session-concluded"):
        c.concluding.agree(session.id, "te laat", Destination.YEAR_PLAN)
    clock.move(days=30)
    c.concluding.decide(session.id, agreed.id, Status.ACCEPTED, date(2026, 2, 18))
    c.concluding.answer(session.id, proposal.id, Status.DECLINED, "volgend jaar")
    c.concluding.finish(session.id, action.id, Status.DONE)
    for ask in (
        lambda: c.concluding.decide(session.id, "x", Status.DONE, DAY),
        lambda: c.concluding.answer(session.id, "x", Status.DONE),
        lambda: c.concluding.finish(session.id, "x", Status.DONE),
    ):
        with pytest.raises(KnownError, match="conclusion-unknown"):
            ask()
    ((code, (beside,)),) = c.concluding.in_force(form).items()
    assert (code, beside.text) == ("3.1", "3.1 gaat over deze groep")
    assert beside.label.nl == "Afspraak kalibreersessie 20-01-2026, geen deel van het criterium"
    reworded = replace(form, models=tuple(
        replace(model, criteria=tuple(replace(one, name=Text("Anders", "Other")) for one in model.criteria))
        for model in form.models
    ))  # fmt: skip
    assert c.concluding.in_force(reworded) == {}, "it was about words that are gone"

    instrument = app.desk.catalogue.get("pabo-praktijkbeoordeling")
    next_year, _ = c.preparing.start(NewSession("Weer", instrument, ("3",), date(2027, 1, 19)))
    back = c.concluding.follow_up(next_year.id)
    assert [one.status for one in (*back.agreements, *back.proposals, *back.actions)] == [
        Status.ACCEPTED, Status.DECLINED, Status.DONE,
    ]  # fmt: skip
    assert c.concluding.follow_up(session.id).is_empty


def test_nothing_is_concluded_while_a_round_is_open(app: Application, session: Session) -> None:
    with pytest.raises(KnownError, match="round-open"):
        app.calibration.concluding.conclude(session.id)
    all_in(app, session)
    app.calibration.rounds.close(session.id)
    with pytest.raises(KnownError, match="round-sealed"):
        app.calibration.concluding.conclude(session.id)


def test_personal_scores_go_after_a_year_and_the_group_stays(
    app: Application, session: Session, clock: Clock, tmp_path: Path
) -> None:
    c = app.calibration
    revealed(app, session)
    group = c.papers.group(session.id)
    c.preparing.mark_present(session.id, {one.id: True for one in c.preparing.participants(session.id)})
    assert c.keeping.erase_due(date(2027, 1, 20)) == ()
    assert verify(app.desk).is_sound
    clock.move(days=366)
    app.desk.actor = None
    assert [change.id for change in c.keeping.erase_due()] == [session.id]
    assert c.keeping.erase_due() == ()
    with app.desk.workspace.reading() as unit:
        lead = unit.calibration_sessions.get(session.id).lead_id
    app.people.sign_in(lead)
    with pytest.raises(KnownError, match="scores-erased"):
        c.private.own(session.id)
    (kept,), (before,) = c.papers.group(session.id).rounds, group.rounds
    assert len(before.figures.patterns) == 1
    assert kept == replace(before, figures=replace(before.figures, patterns={})), "rows of sheets go with the scores"
    assert all(one.present for one in c.papers.attendance(session.id).participants)
    written = c.papers.write(session.id, tmp_path, "nl")
    assert written.private is not None
    assert sorted(path.name for path in written.files) == [
        "groepsverslag.pdf",
        "groepsverslag.xlsx",
        "presentielijst.pdf",
    ]
    assert verify(app.desk).is_sound
    assert c.keeping.history(session.id)[-1][1].nl == "Persoonlijke scores gewist"


def test_sealed_scores_that_were_altered_are_found(app: Application, session: Session) -> None:
    all_in(app, session)
    assert verify(app.desk).is_sound
    with app.desk.workspace.writing() as unit:
        unit.connection.exec_driver_sql("DROP TRIGGER calibration_returns_sealed")
        unit.connection.exec_driver_sql("UPDATE calibration_returns SET sealed = x'00' WHERE in_force")
    assert "Verzegelde scores zijn veranderd." in {fault.what.nl for fault in verify(app.desk).faults}
    with app.desk.workspace.writing() as unit:
        unit.connection.exec_driver_sql("UPDATE calibration_returns SET sealed = NULL")
    assert "Verzegelde scores ontbreken." in {fault.what.nl for fault in verify(app.desk).faults}


def test_the_reference_waits_for_the_second_round(app: Application, session: Session) -> None:
    c = app.calibration
    casus = c.preparing.casussen(session.id)[0]
    with pytest.raises(KnownError, match="reference-wrong"):
        c.preparing.set_reference(casus.id, {"3.1": "N"})
    c.preparing.set_reference(casus.id, {"3.1": "G"})
    c.preparing.change_casus(replace(casus, description="Rekenles groep 6"))
    assert c.preparing.casussen(session.id)[0].reference == {}
    revealed(app, session)
    assert not c.papers.group(session.id).shows_reference
    c.rounds.open(session.id, RoundWay.HANDS, ["3.1"])
    for room in c.preparing.rooms(session.id):
        c.hands.count(session.id, room.id, casus.id, "3.1", {"V": 4})
    c.rounds.close(session.id)
    c.rounds.reveal(session.id)
    group = c.papers.group(session.id)
    assert group.shows_reference
    assert group.casussen[0].reference == {"3.1": "G"}


# --- preparing


def test_a_session_starts_with_a_case_that_may_be_used_and_people(app: Application, lea: Person) -> None:
    c = app.calibration
    instrument = app.desk.catalogue.get("pabo-praktijkbeoordeling")
    with pytest.raises(KnownError, match="no-models"):
        c.preparing.start(NewSession("x", instrument, (), DAY))
    with pytest.raises(KnownError, match="model-unknown"):
        c.preparing.start(NewSession("x", instrument, ("9",), DAY))
    first, _ = c.preparing.start(NewSession("", instrument, ("4", "3"), DAY, script=ScriptKind.LONG))
    assert (first.title, first.models) == (instrument.title.nl, ("3", "4"))
    second, _ = c.preparing.start(NewSession("Middag", instrument, ("3",), DAY, day_id=first.day_id))
    assert {line.day.id for line in c.preparing.lines()} == {first.day_id} == {second.day_id}
    with pytest.raises(KnownError, match="round-not-there"):
        c.rounds.close(first.id)
    with pytest.raises(KnownError, match="casus-missing"):
        c.rounds.open(first.id)
    done = prepared(app, NAMES[:1])
    with pytest.raises(KnownError, match="criterion-not-asked"):
        c.rounds.open(done.id, criteria=["1.1"])
    c.rounds.open(done.id, RoundWay.HANDS, CODES[:2])
    assert c.rounds.board(done.id).round is not None
    assert c.rounds.board(done.id).round.way is RoundWay.BLIND
    assert c.rounds.board(done.id).round.state is RoundState.OPEN
    with pytest.raises(KnownError, match="session-started"):
        c.preparing.add_casussen(done.id, [])
    c.preparing.change(replace(done, title="Ochtend", script=ScriptKind.LONG))
    assert c.preparing.session(done.id).title == "Ochtend"


def test_people_come_from_the_register_once(app: Application, lea: Person) -> None:
    c = app.calibration
    app.people.add("Jet Hazelaar", frozenset({Role.ASPIRANT}))
    app.people.add("Kim Vlier", frozenset({Role.OFFICE}))
    session = prepared(app, ())
    with pytest.raises(KnownError, match="nobody-invited"):
        c.rounds.open(session.id)
    added, _ = c.preparing.invite_register(session.id)
    again, _ = c.preparing.invite_register(session.id)
    assert [(one.name, one.aspirant) for one in added] == [("Jet Hazelaar", True)]
    assert again == []
    rooms, _ = c.preparing.make_rooms(session.id)
    assert rooms[0].moderator_id == added[0].id
    c.preparing.change_room(replace(rooms[0], name="Aula", secretary_id=added[0].id), [added[0].id])
    assert c.preparing.rooms(session.id)[0].name == "Aula"


def test_a_casus_of_an_earlier_year_comes_back_with_its_files(app: Application, lea: Person) -> None:
    c = app.calibration
    earlier = prepared(app, NAMES[:2])
    casus = c.preparing.casussen(earlier.id)[0]
    c.preparing.attach(casus.id, "../les.pdf", b"%PDF-1.7 les")
    with pytest.raises(KnownError, match="attachment-unknown-kind"):
        c.preparing.attach(casus.id, "les.txt", b"les")
    later = prepared(app, NAMES[:2], casussen=("B",))
    again, _ = c.preparing.take_again(later.id, casus.id)
    assert again.origin_id == casus.id
    with app.desk.workspace.reading() as unit:
        assert [file.name for file in unit.calibration_sessions.files(again.id)] == ["les.pdf"]
    with pytest.raises(KnownError, match="casus-twice"):
        c.preparing.take_again(later.id, casus.id)
    assert again.code == CASUS


def test_who_scored_sees_their_own_page(app: Application, lea: Person) -> None:
    noor, _ = app.people.add("Noor Berk", frozenset({Role.ASSESSOR}))
    session = prepared(app, NAMES[:5])
    app.calibration.preparing.invite_register(session.id, [noor.id])
    casus = app.calibration.preparing.casussen(session.id)[0]
    app.calibration.preparing.set_reference(casus.id, {"3.1": "O", "3.2": "V"})
    app.calibration.rounds.open(session.id)
    everyone = [*NAMES[:5], noor.name]
    sheets = [sheet(name, "OVVVVVV" if name == noor.name else "VVVVVVV") for name in everyone]
    app.calibration.rounds.receive(session.id, sheets, ReturnWay.PROGRAM)
    app.calibration.rounds.close(session.id)
    app.calibration.rounds.reveal(session.id)
    app.people.sign_in(noor.id)
    page = app.calibration.private.own(session.id)
    assert [(one.criterion, one.own.nl, one.most.nl) for one in page.different] == [("3.1", "onvoldoende", "voldoende")]
    assert (page.changed, page.reference) == (None, None)
    app.people.sign_in(lea.id)
    app.calibration.rounds.open(session.id, RoundWay.BLIND, ["3.1"])
    app.calibration.rounds.receive(
        session.id, [sheet(name, "V", codes=("3.1",)) for name in everyone], ReturnWay.PROGRAM
    )
    app.calibration.rounds.close(session.id)
    app.calibration.rounds.reveal(session.id)
    app.people.sign_in(noor.id)
    page = app.calibration.private.own(session.id)
    assert page.changed is not None
    assert [(one.criterion, one.before.nl, one.after.nl) for one in page.changed] == [
        ("3.1", "onvoldoende", "voldoende")
    ]
    # Of the two criteria with a reference both are the reference's, in the first round.
    assert page.reference == (2, 2)


def test_a_room_is_told_apart_where_nobody_is_given_away(app: Application, lea: Person) -> None:
    names = [f"Deelnemer {number}" for number in range(14)]
    session = prepared(app, names)
    people = {one.name: one for one in app.calibration.preparing.participants(session.id)}
    left, right = app.calibration.preparing.rooms(session.id)
    # Six and eight, of whom three do not score: then the large room would give the others away.
    app.calibration.preparing.change_room(left, [people[name].id for name in names[:6]])
    app.calibration.preparing.change_room(right, [people[name].id for name in names[6:]])
    app.calibration.rounds.open(session.id)
    sheets = [sheet(name, "VVVVVVV") for name in names[2:]]
    app.calibration.rounds.receive(session.id, sheets, ReturnWay.PDF)
    app.calibration.rounds.close(session.id, "twee zijn ziek")
    figures, _ = app.calibration.rounds.reveal(session.id)
    assert figures.by_room == {}
    whole = prepared(app, names)
    app.calibration.rounds.open(whole.id)
    app.calibration.rounds.receive(whole.id, [sheet(name, "VVVVVVV") for name in names], ReturnWay.PDF)
    app.calibration.rounds.close(whole.id)
    figures, _ = app.calibration.rounds.reveal(whole.id)
    assert [counts["3.1"] for counts in figures.by_room.values()] == [{"V": 7}, {"V": 7}]


def test_a_folder_that_refuses_is_said_kindly(app: Application, session: Session, tmp_path: Path) -> None:
    revealed(app, session)
    blocked = tmp_path / "map"
    blocked.write_text("geen map", encoding="utf-8")
    with pytest.raises(KnownError, match="cannot-write"):
        app.calibration.papers.write(session.id, blocked, "nl")
