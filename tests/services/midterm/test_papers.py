"""The mirror goes to both with a gespreksblad that comes back; the studiecoach gets it only when that was asked."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from assessor.application import Application
from assessor.domain.errors import KnownError
from assessor.domain.forms import Respondent
from assessor.domain.midterm.midterm import MidtermState
from assessor.domain.midterm.talk import Agreement, Talk, TalkPlace
from assessor.domain.student import Student
from assessor.services.midterm.handing_in import Arrival
from assessor.services.verification import verify
from tests.exchange import outgoing
from tests.services.conftest import Clock
from tests.services.midterm.midterm_stories import (
    SECRET,
    STUDENT,
    STUDENT_SAYS,
    both_in,
    code_of,
    fill,
    midterm_of,
    received,
    sent_out,
)
from tests.services.stories import finalised

pytestmark = pytest.mark.usefixtures("noor")

WRITTEN = {
    TalkPlace.DAY: "22-1-2026",
    TalkPlace.answer(0): "Een open sfeer.",
    TalkPlace.criterion(0): "1.1",
    TalkPlace.what(0): "Elke dag een kring leiden",
    TalkPlace.by(0): "do 5 feb 2026",
    TalkPlace.SHARE: "/Yes",
}


def filled(path: Path, values: dict[str, str], name: str) -> Path:
    back = path.with_name(name)
    back.write_bytes(outgoing.filled(path.read_bytes(), values))
    return back


def test_the_gespreksblad_behind_the_mirror_comes_back(app: Application, fleur: Student, tmp_path: Path) -> None:
    midterm = both_in(app, tmp_path / "uit", fleur)
    papers = app.midterms.papers
    path = papers.write_mirror(midterm.id, tmp_path / papers.file_name(midterm.id, "nl"), "nl")
    assert path.name == "tussenevaluatie-500001-2026-01-20.pdf"
    said = outgoing.words(path.read_bytes())
    sheet = ("Gespreksblad van student en mentor", "Terug naar: Noor Wilgenhout")
    for part in (SECRET, "Kinderen wachten af.", "telt niet mee", *sheet):
        assert part in said
    assert "onvoldoende" not in said
    back = filled(path, WRITTEN, "gesprek.pdf")
    (one,) = received(app, back)
    assert (one.arrival, one.respondent) == (Arrival.IN, Respondent.BOTH)
    now = midterm_of(app, fleur)
    assert (now.state, now.talked_on) == (MidtermState.TALKED, date(2026, 1, 22))
    talk = app.midterms.talking.talk(midterm.id)
    assert talk.agreements == (Agreement("1.1", "Elke dag een kring leiden", "", date(2026, 2, 5)),)
    assert talk.share
    assert received(app, back)[0].arrival is Arrival.SAME
    assert verify(app.desk).is_sound


def test_a_second_gespreksblad_replaces_nothing_until_it_is_taken_over(
    app: Application, fleur: Student, tmp_path: Path, clock: Clock
) -> None:
    midterm = both_in(app, tmp_path / "uit", fleur)
    path = app.midterms.papers.write_mirror(midterm.id, tmp_path / "spiegel.pdf", "nl")
    received(app, filled(path, WRITTEN, "een.pdf"))
    clock.move(minutes=1)
    other = filled(path, {**WRITTEN, TalkPlace.answer(0): "Humor."}, "twee.pdf")
    assert received(app, other)[0].arrival is Arrival.OTHER
    talking = app.midterms.talking
    assert talking.talk(midterm.id).answers[0] == "Een open sfeer."
    newest, oldest = talking.sheets(midterm.id)
    assert (newest.kept.in_force, oldest.kept.in_force) == (False, True)
    talking.take_over(midterm.id, newest.kept.id)
    assert talking.talk(midterm.id).answers[0] == "Humor."
    with pytest.raises(KnownError, match="returned-form-unknown"):
        talking.take_over(midterm.id, "x")
    early = filled(path, {**WRITTEN, TalkPlace.DAY: "1-1-2026"}, "drie.pdf")
    twice = filled(path, {**WRITTEN, TalkPlace.criterion(1): "1.1"}, "vier.pdf")
    talking.conclude(midterm.id)
    late = filled(path, {**WRITTEN, TalkPlace.answer(1): "Te laat."}, "vijf.pdf")
    assert [code_of(one) for one in received(app, twice, late)] == ["agreement-twice", "midterm-concluded"]
    assert code_of(received(app, early)[0]) == "midterm-concluded"
    report = app.midterms.papers.write_mirror(midterm.id, tmp_path / "verslag.pdf", "en")
    assert "Humor." in outgoing.words(report.read_bytes())
    assert not outgoing.fields(report.read_bytes())


def test_a_talk_before_the_forms_went_out_is_refused(app: Application, fleur: Student, tmp_path: Path) -> None:
    midterm = both_in(app, tmp_path / "uit", fleur)
    path = app.midterms.papers.write_mirror(midterm.id, tmp_path / "spiegel.pdf", "nl")
    (one,) = received(app, filled(path, {**WRITTEN, TalkPlace.DAY: "1-1-2026"}, "drie.pdf"))
    assert code_of(one) == "talk-too-early"
    assert app.midterms.talking.talk(midterm.id).is_empty


def test_the_studiecoach_gets_it_only_when_that_was_asked(app: Application, fleur: Student, tmp_path: Path) -> None:
    midterm = both_in(app, tmp_path / "uit", fleur)
    papers, talking = app.midterms.papers, app.midterms.talking
    with pytest.raises(KnownError, match="coach-not-asked"):
        papers.write_for_coach(midterm.id, tmp_path / "coach.pdf", "nl")
    talking.write(midterm.id, Talk(date(2026, 1, 22), ("Rust.", "", "", "")))
    with pytest.raises(KnownError, match="coach-not-asked"):
        papers.write_for_coach(midterm.id, tmp_path / "coach.pdf", "nl")
    talking.write(midterm.id, Talk(date(2026, 1, 22), ("Rust.", "", "", ""), concern=True))
    assert papers.write_for_coach(midterm.id, tmp_path / "coach.pdf", "nl").is_file()
    assert app.midterms.overview.history(midterm.id)[-1][2].nl == "Verslag voor de studiecoach gemaakt"


def test_sealed_forms_have_no_paper(app: Application, fleur: Student, tmp_path: Path) -> None:
    files = sent_out(app, tmp_path / "uit", fleur)
    received(app, fill(files[STUDENT], STUDENT_SAYS))
    midterm = midterm_of(app, fleur)
    papers = app.midterms.papers
    for write in (papers.write_mirror, papers.write_report, papers.write_for_coach):
        with pytest.raises(KnownError, match="midterm-sealed"):
            write(midterm.id, tmp_path / "niets.pdf", "nl")
    assert not (tmp_path / "niets.pdf").exists()


def test_a_mirror_that_cannot_be_saved_leaves_no_copy_known(app: Application, fleur: Student, tmp_path: Path) -> None:
    midterm = both_in(app, tmp_path / "uit", fleur)
    (tmp_path / "dicht").write_text("x")
    with pytest.raises(KnownError, match="cannot-write"):
        app.midterms.papers.write_mirror(midterm.id, tmp_path / "dicht" / "spiegel.pdf", "nl")
    with app.desk.workspace.reading() as unit:
        assert [one.respondent for one in unit.forms.of_subject(midterm.id) if one.respondent is Respondent.BOTH] == []


def test_workbooks_say_who_is_where_and_whom_to_remind(
    app: Application, fleur: Student, tmp_path: Path, clock: Clock
) -> None:
    files = sent_out(app, tmp_path / "uit", fleur, due=date(2026, 1, 30))
    received(app, fill(files[STUDENT], STUDENT_SAYS))
    papers = app.midterms.papers
    with pytest.raises(KnownError, match="nobody-late"):
        papers.write_reminders(tmp_path / "leeg.xlsx", "nl")
    assert not (tmp_path / "leeg.xlsx").exists()
    clock.move(days=11)
    overview = papers.write_overview(tmp_path / "overzicht.xlsx", "nl")
    rows = [[cell.value for cell in row] for row in load_workbook(overview).worksheets[0].iter_rows()]
    line = dict(zip(rows[0], rows[1], strict=True))
    assert (line["Studentnummer"], line["Stand"], line["Te laat"]) == ("500001", "uitgezet", "ja")
    assert SECRET not in repr(rows)
    reminders = papers.write_reminders(tmp_path / "herinneringen.xlsx", "nl")
    (_, mail) = [[cell.value for cell in row] for row in load_workbook(reminders).worksheets[0].iter_rows()]
    assert "Mees Appelboom" in mail
    assert "nog niet ontvangen" in mail[-1]


def test_the_report_tells_how_the_practice_assessment_lies_to_it(
    app: Application, fleur: Student, tmp_path: Path, clock: Clock
) -> None:
    clock.move(days=-40)
    midterm = both_in(app, tmp_path / "uit", fleur)
    clock.move(days=40)
    assert app.midterms.papers.account(midterm.id).after is None
    finalised(app, fleur)
    report = app.midterms.papers.write_report(midterm.id, tmp_path / "verslag.pdf", "nl")
    said = outgoing.words(report.read_bytes())
    assert "De praktijkbeoordeling daarna van 19 januari 2026" in said
    assert "Hoger dan in de tussenevaluatie 1.1 en 2.3" in said
    assert "In lijn met de tussenevaluatie 1.2" in said
