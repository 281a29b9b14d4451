"""After both forms are open only the page of the talk is written; what it says goes on to the practice assessment."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from assessor.application import Application
from assessor.domain.dossier import Activity
from assessor.domain.errors import KnownError
from assessor.domain.midterm.midterm import MidtermState
from assessor.domain.midterm.mirror import Contrast
from assessor.domain.midterm.talk import Agreement, Talk
from assessor.domain.student import Student
from assessor.services.assessments import Start
from assessor.services.verification import verify
from tests.services import stories
from tests.services.conftest import Clock
from tests.services.midterm.midterm_stories import MENTOR, MENTOR_SAYS, STUDENT, both_in, fill, received, sent_out

pytestmark = pytest.mark.usefixtures("noor")

TALK = Talk(date(2026, 1, 22), ("Rust.", "", "", ""), (Agreement("1.1", "Elke dag een kring", "Voordoen"),))


def test_the_talk_is_written_held_and_rounded_off(app: Application, fleur: Student, tmp_path: Path) -> None:
    midterm = both_in(app, tmp_path, fleur)
    talking = app.midterms.talking
    assert talking.talk(midterm.id).is_empty
    with pytest.raises(KnownError, match="midterm-not-talked"):
        talking.conclude(midterm.id)
    half = Talk(None, ("Rust.", "", "", ""))
    assert talking.write(midterm.id, half)[0].state is MidtermState.BOTH_IN
    assert talking.write(midterm.id, half)[1] == ()
    held, changes = talking.write(midterm.id, TALK)
    assert (held.state, held.talked_on) == (MidtermState.TALKED, date(2026, 1, 22))
    assert changes
    assert talking.talk(midterm.id) == TALK
    done, _ = talking.conclude(midterm.id)
    assert done.state is MidtermState.DONE
    with pytest.raises(KnownError, match="midterm-concluded"):
        talking.write(midterm.id, half)
    events = [text.nl for *_, text in app.midterms.overview.history(midterm.id)]
    assert events[-3:] == ["Gesprekspagina bijgewerkt", "Gesprekspagina bijgewerkt", "Afgerond"]
    assert verify(app.desk).is_sound


def test_the_mirror_knows_the_previous_period(app: Application, fleur: Student, tmp_path: Path, clock: Clock) -> None:
    first = both_in(app, tmp_path, fleur)
    assert app.midterms.talking.mirror(first.id).lines[0].mentor_change is None
    clock.move(days=90)
    files = sent_out(app, tmp_path / "later", fleur, again=True)
    received(app, fill(files[STUDENT], {"level:1.1": "B1"}), fill(files[MENTOR], {**MENTOR_SAYS, "level:1.1": "B2"}))
    with app.desk.workspace.reading() as unit:
        newest = unit.midterms.of_students([fleur.id])[fleur.id][0]
    line = app.midterms.talking.mirror(newest.id).lines[0]
    assert (line.student_change, line.mentor_change) == (-1, 2)
    assert line.contrast is Contrast.STUDENT_LOWER


def test_beside_the_practice_assessment_lies_what_the_midterm_said(
    app: Application, fleur: Student, tmp_path: Path, clock: Clock
) -> None:
    before = stories.begun(app, fleur)
    assert app.midterms.foresight(before.id) == {}
    midterm = both_in(app, tmp_path, fleur)
    # The activity of this dossier lay before the midterm went out.
    assert app.midterms.foresight(before.id) == {}
    app.midterms.talking.write(midterm.id, TALK)
    clock.move(days=30)
    dossier, _ = app.assessments.start(Start(fleur.id, Activity(date(2026, 2, 18), "groep 5", "Taal")))
    found = app.midterms.foresight(dossier.id)
    assert (found["2.3"].announced, found["1.2"].announced) == (True, False)
    assert found["1.1"].example == "Kinderen wachten af."
    for code in app.desk.instrument_of(dossier).criteria:
        app.assessments.rate(dossier.id, code, {"2.3": "O", "2.4": "O"}.get(code, "V"))
    (warning,) = (one for one in app.results.review(dossier.id).findings if one.code == "insufficient-not-announced")
    assert warning.what.nl.endswith("De tussenevaluatie kondigde 2.4 niet aan.")
    app.assessments.rate(dossier.id, "2.4", "V")
    codes = {one.code for one in app.results.review(dossier.id).findings}
    assert "insufficient-not-announced" not in codes
    (point,) = app.growth.of(dossier.id).points
    assert (point.source.nl.split(",")[0], point.words, point.day) == (
        "Tussenevaluatie", "Elke dag een kring", date(2026, 1, 22),
    )  # fmt: skip
