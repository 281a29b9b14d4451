"""Blind means blind: before the reveal nothing tells what anybody scored, whichever way one looks."""

import dataclasses
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessor.application import Application
from assessor.domain.calibration.round import ReturnWay
from assessor.domain.calibration.session import Session
from assessor.domain.errors import KnownError
from assessor.domain.people import Person, Role
from assessor.services.calibration.intake import Arrival, Incoming
from tests.services.calibration.stories import CASUS, CODES, NAMES, NOTE, SHEETS, all_in, prepared, revealed, sheet

SECRETS = ("Kwetsbaarwoord", "geheime code 7")
"""Words that only stand in scores: a note, and a code of one's own."""


def answers(app: Application, session: Session, folder: Path) -> Iterator[tuple[str, Callable[[], object]]]:
    """Every way of asking that takes a session, or none."""
    c, one = app.calibration, session.id
    yield "lines", c.preparing.lines
    yield "session", lambda: c.preparing.session(one)
    yield "casussen", lambda: c.preparing.casussen(one)
    yield "participants", lambda: c.preparing.participants(one)
    yield "rooms", lambda: c.preparing.rooms(one)
    yield "draaiboek", lambda: c.preparing.draaiboek(one)
    yield "board", lambda: c.rounds.board(one)
    yield "figures", lambda: c.rounds.figures(one)
    yield "figures of a later round", lambda: c.rounds.figures(one, 2)
    yield "own", lambda: c.private.own(one)
    yield "group", lambda: c.papers.group(one)
    yield "attendance", lambda: c.papers.attendance(one)
    yield "papers", lambda: c.papers.write(one, folder, "nl")
    yield "private papers", lambda: c.papers.write_private(one, folder, "nl")
    yield "invitations", lambda: c.papers.write_invitations(one, folder, "nl")
    yield "forms for who is not in", lambda: c.inviting.write_forms(one, folder / "forms", "nl", personal=False)
    yield "sealed invitations", lambda: c.inviting.write_sealed(one, folder / "sealed", "nl")
    yield "questions", lambda: c.inviting.questions(one, "nl")
    yield "files", lambda: c.cases.files(one)
    yield "earlier cases", lambda: c.cases.earlier(one)
    yield "what is scored here", c.scoring.lines
    yield "what came back", lambda: c.receiving.take(one, [folder / "presentielijst.pdf", folder])
    yield "history", lambda: c.keeping.history(one)
    yield "talk", lambda: c.concluding.talk(one)
    yield "yield", lambda: c.concluding.yielded(one)
    yield "follow up", lambda: c.concluding.follow_up(one)
    yield "a new round", lambda: c.rounds.open(one)
    yield "reveal", lambda: c.rounds.reveal(one) if c.rounds.board(one).round.is_open else None
    yield "conclude", lambda: c.concluding.conclude(one)


def told(found: object) -> str:
    """Everything that an answer or a refusal says, in both languages."""
    if isinstance(found, KnownError):
        return " ".join(found.say(language) for language in ("nl", "en"))
    if dataclasses.is_dataclass(found) and not isinstance(found, type):
        return repr(found)
    return repr(found)


@pytest.mark.parametrize("closed", [False, True])
def test_no_answer_and_no_refusal_holds_a_score(
    app: Application, session: Session, tmp_path: Path, closed: bool
) -> None:
    incoming = [
        sheet(name, marks, note=f"{SECRETS[0]} {place}", code=SECRETS[1])
        for place, (name, marks) in enumerate(zip(NAMES, SHEETS, strict=True))
    ]
    app.calibration.rounds.receive(session.id, incoming, ReturnWay.PDF)
    if closed:
        app.calibration.rounds.close(session.id)
    # The shape of what was given: {'3.1': 'V', ...} or 'counts' of marks.
    shapes = [f"'{code}': '{mark}'" for code in CODES for mark in "OVGN"] + ["Counter(", "marks=", "counts="]
    for name, ask in answers(app, session, tmp_path):
        try:
            found = ask()
        except KnownError as refusal:
            found = refusal
        said = told(found)
        for word in (*SECRETS, *shapes):
            assert word not in said, name
    empty = {"presentielijst.pdf", *(path.name for path in (tmp_path / "forms").glob("*.pdf"))}
    assert not [path for path in tmp_path.rglob("*.pdf") if path.name not in empty]


def test_figures_papers_and_own_page_are_refused_by_name(app: Application, session: Session, tmp_path: Path) -> None:
    all_in(app, session)
    for state, code in (("open", "round-open"), ("closed", "round-sealed")):
        if state == "closed":
            app.calibration.rounds.close(session.id)
        for ask in (
            lambda: app.calibration.rounds.figures(session.id),
            lambda: app.calibration.private.own(session.id),
            lambda: app.calibration.papers.group(session.id),
            lambda: app.calibration.papers.write_private(session.id, tmp_path, "nl"),
        ):
            with pytest.raises(KnownError, match=code):
                ask()


def test_no_row_of_any_table_and_no_line_of_the_chain_holds_a_score(app: Application, session: Session) -> None:
    all_in(app, session)
    with app.desk.workspace.reading() as unit:
        names = unit.connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars().all()
        everything = "\n".join(
            str(cell)
            for name in names
            if name != "instruments"
            for row in unit.connection.exec_driver_sql(f"SELECT * FROM {name}")
            for cell in row
        )
        entries = unit.chains.entries(session.id)
    assert NOTE not in everything
    assert '"3.1": "O"' not in everything
    sealed = [entry.content for entry in entries if entry.kind == "scores-sealed"]
    assert len(sealed) == len(NAMES)
    assert {frozenset(content or {}) for content in sealed} == {
        frozenset({"round", "return", "participant", "sealed", "way", "late"})
    }


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (Incoming(NAMES[0], {CASUS: {"3.1": "Vertrouwelijk"}}), "score-level-unknown"),
        (Incoming(NAMES[0], {CASUS: {"Vertrouwelijk": "V"}}), "criterion-not-asked"),
        (Incoming(NAMES[0], {"Vertrouwelijk": {"3.1": "V"}}), "casus-not-asked"),
        (Incoming("Vertrouwelijk", {CASUS: {"3.1": "V"}}), "participant-not-invited"),
    ],
)
def test_a_refusal_never_repeats_what_stood_there(
    app: Application, session: Session, wrong: Incoming, code: str
) -> None:
    with pytest.raises(KnownError, match=code) as caught:
        app.calibration.rounds.receive(session.id, [sheet(NAMES[1], "VVVVVVV"), wrong], ReturnWay.WORKBOOK)
    assert "Vertrouwelijk" not in told(caught.value)
    # All of it or nothing.
    assert app.calibration.rounds.board(session.id).received == 0


def test_an_own_page_is_for_its_own_person_only(app: Application, session: Session) -> None:
    revealed(app, session)
    stranger, _ = app.people.add("Iris Plataan", frozenset({Role.ASSESSOR}))
    app.people.sign_in(stranger.id)
    with pytest.raises(KnownError, match="no-own-scores"):
        app.calibration.private.own(session.id)
    for ask in (
        lambda: app.calibration.preparing.participants(session.id),
        lambda: app.calibration.papers.write_private(session.id, Path("/nowhere"), "nl"),
        lambda: app.calibration.rounds.reveal(session.id),
        lambda: app.calibration.rounds.close(session.id),
    ):
        with pytest.raises(KnownError, match="not-session-lead"):
            ask()


def test_a_room_of_few_is_never_told_apart(app: Application, session: Session) -> None:
    # Eight people in two rooms of four: a room's counts would come close to somebody's score.
    revealed(app, session)
    assert app.calibration.rounds.figures(session.id).by_room == {}


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(marks=st.text("OVGN ", min_size=7, max_size=7))
def test_sealed_stays_sealed_and_rounds_are_never_edited(app: Application, session: Session, marks: str) -> None:
    board = app.calibration.rounds.board(session.id)
    taken, _ = app.calibration.rounds.receive(session.id, [sheet(NAMES[0], marks)], ReturnWay.PDF)
    assert taken[0].arrival in ({Arrival.IN} if board.received == 0 else {Arrival.SAME, Arrival.OTHER})
    assert taken[0].complete == (" " not in marks)
    after = app.calibration.rounds.board(session.id)
    # The first one counts whatever comes after it; each that came is kept.
    assert after.received == 1
    assert len(after.twice) in {0, len(board.twice) + 1, 2}
    assert json.dumps(told(after)).count("3.1") == json.dumps(told(board)).count("3.1")
    with pytest.raises(KnownError, match="round-open"):
        app.calibration.rounds.figures(session.id)


def test_what_was_written_is_told_after_the_reveal_without_whose_it_is(app: Application, session: Session) -> None:
    all_in(app, session)
    with pytest.raises(KnownError, match="round-open"):
        app.calibration.rounds.notes(session.id)
    app.calibration.rounds.close(session.id)
    with pytest.raises(KnownError, match="round-sealed"):
        app.calibration.rounds.notes(session.id)
    app.calibration.rounds.reveal(session.id)
    (remark,) = app.calibration.rounds.notes(session.id)["3.1"]
    assert (remark.casus, remark.mark, remark.text) == (CASUS, "O", NOTE)
    other, _ = app.people.add("An Der", frozenset({Role.ASSESSOR}))
    app.people.sign_in(other.id)
    with pytest.raises(KnownError, match="not-session-lead"):
        app.calibration.rounds.notes(session.id)


def test_of_few_people_nothing_that_they_wrote_is_told(app: Application, lea: Person) -> None:
    session = prepared(app, NAMES[:3])
    app.calibration.rounds.open(session.id)
    app.calibration.rounds.receive(
        session.id, [sheet(name, "VVVVVVV", note="Zag iets") for name in NAMES[:3]], ReturnWay.PDF
    )
    app.calibration.rounds.close(session.id)
    app.calibration.rounds.reveal(session.id)
    assert app.calibration.rounds.notes(session.id) == {}
