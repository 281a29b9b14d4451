"""The example's midterms: one rounded off, one to talk about, and one of which nobody sees the form that is in."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from assessor.application import example_application
from assessor.domain.errors import KnownError
from assessor.domain.midterm.midterm import MidtermState
from assessor.domain.midterm.mirror import Contrast
from assessor.services.example import build_example
from assessor.services.example.midterm import play_midterms
from assessor.services.verification import verify

DONE, BOTH, SENT = MidtermState.DONE, MidtermState.BOTH_IN, MidtermState.SENT


@pytest.mark.parametrize(("students", "states"), [(60, [DONE, BOTH, SENT]), (2, [DONE, SENT])])
def test_midterms_are_played_through_the_same_services(
    students: int, states: list[MidtermState], tmp_path: Path
) -> None:
    application = example_application(tmp_path / "kast", "zeven houten klompen", holder="tests")
    application.desk.now = lambda: datetime(2026, 11, 12, 13, 0, tzinfo=UTC)
    build_example(application.desk, 2026, students)
    played = play_midterms(application.desk, application.midterms, tmp_path / "uit", "nl")
    overview, talking = application.midterms.overview, application.midterms.talking
    assert sorted(line.state for line in overview.lines()) == states
    assert (played.number, played.open is None) == (len(states), BOTH not in states)
    mirror = talking.mirror(played.done)
    assert [line.criterion.code for line in mirror.subjects[:2]] == ["1.4", "2.3"]
    assert mirror.subjects[0].contrast is Contrast.FAR_APART
    assert len(talking.talk(played.done).agreements) == 3
    waiting = next(line for line in overview.lines() if line.state is MidtermState.SENT)
    with pytest.raises(KnownError, match="midterm-sealed"):
        talking.mirror(waiting.id)
    assert verify(application.desk).is_sound
    application.close()
