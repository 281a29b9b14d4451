"""The example's calibration session: 24 people in three rooms, two rounds, and the same scores every time."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from assessor.application import Application, example_application
from assessor.domain.calibration.session import SessionState
from assessor.services.example import build_example
from assessor.services.example.calibration import play_session
from assessor.services.verification import verify


def played(folder: Path) -> tuple[Application, str]:
    application = example_application(folder, "zeven houten klompen", holder="tests")
    application.desk.now = lambda: datetime(2026, 11, 12, 13, 0, tzinfo=UTC)
    build_example(application.desk, 2026, 2)
    return application, play_session(application.desk, application.calibration).id


def test_a_session_is_played_to_its_end_and_can_be_repeated(tmp_path: Path) -> None:
    found = []
    for name in ("een", "twee"):
        application, session = played(tmp_path / name)
        c = application.calibration
        attendance = c.papers.attendance(session)
        assert (len(attendance.participants), len(attendance.rooms)) == (24, 3)
        assert attendance.session.state is SessionState.CONCLUDED
        figures = [c.rounds.figures(session, number) for number in (1, 2)]
        assert [one.assessors for one in figures] == [24, 24]
        assert set(figures[0].by_room) == {room.id for room in attendance.rooms}
        agreed, proposals, actions = c.concluding.yielded(session)
        assert (len(agreed), len(proposals), len(actions)) == (2, 1, 2)
        assert verify(application.desk).is_sound
        found.append([one.criteria for one in figures])
        names = {one.name for one in attendance.participants}
        assert not [name for name in names if name in repr(c.papers.group(session))]
        application.close()
    assert found[0] == found[1]
