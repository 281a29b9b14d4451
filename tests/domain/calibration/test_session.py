"""A session goes from preparation to afgerond, and its personal scores are kept for a year."""

from datetime import UTC, date, datetime

import pytest

from assessor.domain.calibration.script import ScriptKind
from assessor.domain.calibration.session import Session, SessionState, kept_until
from assessor.domain.dossier import InstrumentKey
from assessor.domain.errors import KnownError

AT = datetime(2026, 11, 12, 13, 0, tzinfo=UTC)
SESSION = Session("s", "d", "Pabo", InstrumentKey("pabo", "1.0", "f"), ("3",), ScriptKind.SHORT, "lead", AT)


def test_a_session_is_prepared_begun_and_concluded() -> None:
    SESSION.require_preparing()
    running = SESSION.started()
    assert running.state is SessionState.RUNNING
    done = running.concluded(AT)
    assert (done.state, done.concluded_at) == (SessionState.CONCLUDED, AT)
    assert [state.word.nl for state in SessionState] == ["voorbereiding", "lopend", "afgerond"]


def test_what_was_begun_is_fixed_and_what_was_not_begun_cannot_be_concluded() -> None:
    with pytest.raises(KnownError, match="session-not-started"):
        SESSION.concluded(AT)
    running = SESSION.started()
    with pytest.raises(KnownError, match="session-started"):
        running.require_preparing()
    for change in (running.concluded(AT).started, lambda: running.concluded(AT).concluded(AT)):
        with pytest.raises(KnownError, match="session-concluded"):
            change()


@pytest.mark.parametrize(
    ("day", "last"),
    [(date(2026, 11, 12), date(2027, 11, 12)), (date(2028, 2, 29), date(2029, 2, 28))],
)
def test_personal_scores_are_kept_for_a_year(day: date, last: date) -> None:
    assert kept_until(day) == last
    assert kept_until(day, 0) == day
