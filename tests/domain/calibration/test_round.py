"""A round is open, gesloten, onthuld, in that order and never back."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessor.domain.calibration.round import ReturnWay, Round, RoundState, RoundWay, Scores, round_sealed
from assessor.domain.errors import KnownError

AT = datetime(2026, 11, 12, 13, 0, tzinfo=UTC)
ROUND = Round("r", "s", 1, RoundWay.BLIND, ("3.1", "3.2"), AT)


def test_a_round_closes_by_itself_when_all_are_in() -> None:
    closed = ROUND.closed(AT, received=8, invited=8, reason="toch maar")
    assert (closed.state, closed.reason) == (RoundState.CLOSED, "")
    assert closed.revealed(AT).is_revealed


def test_a_lead_who_waits_no_longer_says_why() -> None:
    with pytest.raises(KnownError, match="close-reason-needed") as caught:
        ROUND.closed(AT, received=7, invited=8, reason="  ")
    assert "7 van 8" in caught.value.what.nl
    assert ROUND.closed(AT, received=7, invited=8, reason=" ziek ").reason == "ziek"
    with pytest.raises(KnownError, match="round-empty"):
        ROUND.closed(AT, received=0, invited=8, reason="geen tijd")


@given(steps=st.lists(st.sampled_from(["close", "reveal"]), max_size=6))
def test_a_round_never_goes_back(steps: list[str]) -> None:
    order, now = list(RoundState), ROUND
    for step in steps:
        allowed = {"close": RoundState.OPEN, "reveal": RoundState.CLOSED}[step] is now.state
        if not allowed:
            with pytest.raises(KnownError, match="round-"):
                now.closed(AT, received=1, invited=1) if step == "close" else now.revealed(AT)
            continue
        after = now.closed(AT, received=1, invited=1) if step == "close" else now.revealed(AT)
        assert order.index(after.state) == order.index(now.state) + 1
        now = after


def test_every_way_says_how_blind_it_is() -> None:
    assert all(way.blindness.nl.endswith(".") and way.word.en for way in ReturnWay)
    assert RoundWay.HANDS.word.nl == "in de zaal geteld"
    assert round_sealed(2).what.nl.startswith("Ronde 2 is nog niet onthuld")
    assert RoundState.OPEN.word.nl == "open"
    assert Scores({"a": {"3.1": "V"}, "b": {"3.1": "O", "3.2": "V"}}).number == 3
