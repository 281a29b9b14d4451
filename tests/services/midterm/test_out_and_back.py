"""Midterm forms go out by the cohort and come back in any order; until both are in nobody sees either."""

from __future__ import annotations

import json
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from sqlalchemy import inspect

from assessor.application import Application
from assessor.domain.errors import KnownError
from assessor.domain.form_answers import Way
from assessor.domain.forms import FormCopy, Identity
from assessor.domain.midterm.midterm import MidtermState, MidtermWay
from assessor.domain.organisation import OrganisationType
from assessor.domain.people import Role
from assessor.domain.student import Placement, Student
from assessor.services.midterm.handing_in import Arrival
from assessor.services.midterm.sending import MidtermFile
from assessor.services.verification import verify
from assessor.storage.repositories.midterm_lines import MidtermWish
from tests.exchange import outgoing
from tests.services.conftest import Clock
from tests.services.midterm.midterm_stories import (
    MENTOR,
    MENTOR_SAYS,
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

pytestmark = pytest.mark.usefixtures("noor")


@pytest.fixture
def sem(app: Application) -> Student:
    """An Ad student in another organisation of nearly the same name."""
    place, _ = app.students.add_organisation("De wilgenroos!", OrganisationType.CHILDCARE, "Zomerdam")
    student = Student("", "600001", "Sem", "van 't", "Heideveld", "ad", "pep", "semester-1-2", "2025-2026")
    placement = Placement("", "", place.id, "Noor Çelik", date(2025, 9, 1), date(2026, 6, 30))
    return app.students.add(student, placement)[0]


# --- out


def test_two_personal_files_a_placement_in_a_folder_an_organisation(
    app: Application, fleur: Student, sem: Student, tmp_path: Path
) -> None:
    done: list[tuple[int, int]] = []
    sending, changes = app.midterms.send(
        [fleur.id, sem.id, fleur.id], tmp_path / "uit", "nl", due=date(2026, 2, 3),
        progress=lambda *count: done.append(count) or True,
    )  # fmt: skip
    assert [one.path.parent.name for one in sending.files] == ["De Wilgenroos"] * 2 + ["De wilgenroos 2"] * 2
    assert done == [(0, 4), (1, 4), (2, 4), (3, 4)]
    assert len(changes) == 2
    names = " ".join(path.name for path in (tmp_path / "uit").rglob("*"))
    assert not any(part in names for part in ("Fleur", "Zonnedauw", "Appelboom", "Sem", "Heideveld"))
    assert "tussenevaluatie-praktijkbegeleider-600001-" in names
    letter = sending.files[3].path.with_suffix(".txt").read_text("utf-8")
    assert letter.startswith("Beste Noor Çelik,")
    assert "Jouw taken dit semester" in letter
    assert "uiterlijk 3 februari 2026" in letter
    assert sending.files[3].path.name in letter
    assert "in een pdf-lezer" in letter
    sheet = load_workbook(sending.list_file).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    assert rows[0][0].startswith("De Wilgenroos/tussenevaluatie-student-500001-")
    assert [row[3] for row in rows] == [fleur.name, "Mees Appelboom", sem.name, "Noor Çelik"]
    page = outgoing.words(sending.files[0].path.read_bytes())
    for part in ("Fleur van Zonnedauw", "zonder te overleggen", "3 februari 2026", "Jaar 3"):
        assert part in page
    assert "onvoldoende" not in page


def test_who_cannot_be_asked_is_passed_over_with_the_reason(app: Application, fleur: Student, tmp_path: Path) -> None:
    homeless = app.students.add(Student("", "500009", "Bo", "", "Vlinder", "pabo", "voltijd", "jaar-3"))[0]
    sending, _ = app.midterms.send([homeless.id, fleur.id], tmp_path, "nl")
    assert [(one.student.number, one.reason.code) for one in sending.skipped] == [
        ("500009", "student-without-placement")
    ]
    assert len(sending.files) == 2
    nobody, _ = app.midterms.send([homeless.id], tmp_path, "nl")
    assert (nobody.files, nobody.list_file) == ((), None)


def test_sending_again_asks_only_who_is_not_in(app: Application, fleur: Student, tmp_path: Path) -> None:
    files = sent_out(app, tmp_path, fleur)
    received(app, fill(files[STUDENT], STUDENT_SAYS))
    again, _ = app.midterms.send([fleur.id], tmp_path / "nog eens", "nl")
    assert [one.sent.respondent for one in again.files] == [MENTOR]
    # Either copy of the mentor's is good.
    assert received(app, fill(again.files[0], MENTOR_SAYS))[0].opened
    third, _ = app.midterms.send([fleur.id], tmp_path / "derde", "nl")
    assert [one.reason.code for one in third.skipped] == ["midterm-under-way"]
    assert third.skipped[0].reason.what.nl == "Deze stage heeft al een tussenevaluatie (beide ingediend)."
    wanted, _ = app.midterms.send([fleur.id], tmp_path / "vierde", "nl", again=True)
    assert len(wanted.files) == 2
    assert app.midterms.overview.count() == 2


def test_a_sending_that_is_stopped_leaves_nothing_unknown(
    app: Application, fleur: Student, sem: Student, tmp_path: Path
) -> None:
    sending, _ = app.midterms.send([fleur.id, sem.id], tmp_path, "nl", progress=lambda done, _total: done < 1)
    assert len(sending.files) == 1
    assert [line.student_number for line in app.midterms.overview.lines()] == ["500001"]
    assert len(list(tmp_path.rglob("*.pdf"))) == 1
    full = tmp_path / "een bestand"
    full.write_text("x")
    with pytest.raises(KnownError, match="cannot-write"):
        app.midterms.send([sem.id], full, "nl")
    assert app.midterms.overview.count() == 1


# --- back


def test_the_first_form_is_sealed_and_the_second_opens_both(app: Application, fleur: Student, tmp_path: Path) -> None:
    files = sent_out(app, tmp_path, fleur, ways=[Way.PDF, Way.WORKBOOK])
    assert files[STUDENT].path.suffix == ".xlsx"
    book = load_workbook(files[STUDENT].path)
    outgoing.write_answers(book, {"level:1.1": "Op basisniveau ", "note:1.1": SECRET})
    book.save(tmp_path / "student.xlsx")
    (first,) = received(app, tmp_path / "student.xlsx")
    assert (first.arrival, first.opened, first.respondent) == (Arrival.IN, False, STUDENT)
    assert first.student == fleur
    assert first.missing == 14
    assert midterm_of(app, fleur).state is MidtermState.SENT
    with zipfile.ZipFile(tmp_path / "mail.zip", "w") as archive:
        archive.write(files[MENTOR].path, "leeg.xlsx")
    (empty,) = received(app, tmp_path / "mail.zip")
    assert (code_of(empty), empty.respondent) == ("form-empty", MENTOR)
    pdf, _ = app.midterms.send([fleur.id], tmp_path / "pdf", "nl")
    (second,) = received(app, fill(pdf.files[0], MENTOR_SAYS))
    assert (second.arrival, second.opened, second.identical) == (Arrival.IN, True, False)
    line = app.midterms.talking.mirror(midterm_of(app, fleur).id).lines[0]
    assert (line.student.mark, line.mentor.mark, line.student.note) == ("B1", "B0", SECRET)
    assert verify(app.desk).is_sound


def test_with_one_form_in_nothing_reachable_tells_what_it_says(
    app: Application, fleur: Student, tmp_path: Path
) -> None:
    files = sent_out(app, tmp_path / "uit", fleur)
    path = fill(files[STUDENT], STUDENT_SAYS)
    arrived, changes = app.midterms.receive([path])
    midterm = midterm_of(app, fleur)
    mine = app.midterms
    seen = [
        repr(arrived), repr(changes), repr(midterm), repr(mine.overview.lines()), repr(mine.overview.post(midterm.id)),
        repr(mine.overview.history(midterm.id)), repr(mine.overview.reminders()), repr(app.forms.receive([path])),
        repr(mine.receive([path])), repr(verify(app.desk)),
    ]  # fmt: skip
    for ask in (
        lambda: mine.talking.mirror(midterm.id),
        lambda: mine.talking.talk(midterm.id),
        lambda: mine.talking.unread(midterm.id),
    ):
        with pytest.raises(KnownError, match="midterm-sealed") as refusal:
            ask()
        seen.append(str(refusal.value))
    with app.desk.workspace.reading() as unit:
        # The instrument names its own levels; nobody's answers stand in it.
        for name in set(inspect(unit.connection).get_table_names()) - {"instruments"}:
            seen += [repr(tuple(row)) for row in unit.connection.exec_driver_sql(f'SELECT * FROM "{name}"')]
        seen += [json.dumps(dict(entry.content or {})) for entry in unit.chains.entries(midterm.id)]
    for said in (SECRET, "expertniveau", "level:1.1", "'B2'", "Muziek"):
        assert not [one for one in seen if said in one], said
    kept = [one.read_bytes() for one in (tmp_path / "dossierkast").rglob("*") if one.is_file()]
    assert kept
    assert not any(SECRET.encode() in content for content in kept)


def test_a_midterm_form_is_refused_where_dossiers_are_read_in(app: Application, fleur: Student, tmp_path: Path) -> None:
    files = sent_out(app, tmp_path, fleur)
    (elsewhere,) = app.forms.receive([fill(files[STUDENT], STUDENT_SAYS)])
    assert elsewhere.refusal is not None
    assert elsewhere.refusal.code == "form-elsewhere"
    assert "Tussenevaluaties" in elsewhere.refusal.cure.nl
    assert elsewhere.returned is None


def test_twice_the_same_and_a_second_version(app: Application, fleur: Student, tmp_path: Path) -> None:
    files = sent_out(app, tmp_path, fleur)
    first, same = fill(files[STUDENT], STUDENT_SAYS), fill(files[STUDENT], STUDENT_SAYS, "nog eens.pdf")
    other = fill(files[STUDENT], {**STUDENT_SAYS, "level:1.1": "B0"}, "anders.pdf")
    assert [one.arrival for one in received(app, first, same, other)] == [Arrival.IN, Arrival.SAME, Arrival.OTHER]
    midterm = midterm_of(app, fleur)
    post = app.midterms.overview.post(midterm.id)
    (laid_aside,) = (one for one in post.twice if not one.in_force)
    assert len(post.twice) == 2
    app.midterms.overview.choose(midterm.id, laid_aside.id)
    with pytest.raises(KnownError, match="return-unknown"):
        app.midterms.overview.choose(midterm.id, "x")
    received(app, fill(files[MENTOR], MENTOR_SAYS))
    assert app.midterms.talking.mirror(midterm.id).lines[0].student.mark == "B0"
    late = fill(files[MENTOR], {**MENTOR_SAYS, "level:1.1": "B2"}, "later.pdf")
    assert received(app, late)[0].arrival is Arrival.LATE
    assert app.midterms.talking.mirror(midterm.id).lines[0].mentor.mark == "B0"
    assert app.midterms.overview.post(midterm.id).twice == ()
    with pytest.raises(KnownError, match="midterm-open"):
        app.midterms.overview.choose(midterm.id, post.twice[0].id)


def test_one_hand_for_both_forms_is_told_once_both_are_open(app: Application, fleur: Student, tmp_path: Path) -> None:
    files = sent_out(app, tmp_path, fleur)
    first, second = received(app, fill(files[STUDENT], MENTOR_SAYS), fill(files[MENTOR], MENTOR_SAYS))
    assert (first.identical, second.identical) == (False, True)
    assert app.midterms.talking.mirror(midterm_of(app, fleur).id).identical


def as_role_of(app: Application, mine: MidtermFile, other: MidtermFile) -> bytes:
    """My form, under the code of the other side's copy."""
    midterm = midterm_of(app, mine.student)
    form = app.midterms.entering.form(midterm.id, mine.sent.respondent)
    identity = Identity(
        other.sent.code, mine.sent.person, mine.sent.kind.value, mine.sent.respondent.value, midterm.instrument,
        form.fingerprint, "nl",
    )  # fmt: skip
    return outgoing.pdf(FormCopy(form, identity))


def test_what_is_wrong_with_a_file_is_told_without_what_it_says(
    app: Application, fleur: Student, tmp_path: Path
) -> None:
    files = sent_out(app, tmp_path, fleur)
    flat = outgoing.flattened(fill(files[STUDENT], STUDENT_SAYS).read_bytes())
    altered, printed, noise = tmp_path / "wissel.pdf", tmp_path / "plat.pdf", tmp_path / "ruis.pdf"
    altered.write_bytes(outgoing.filled(as_role_of(app, files[STUDENT], files[MENTOR]), MENTOR_SAYS))
    printed.write_bytes(flat)
    noise.write_bytes(b"%PDF-1.7 niets")
    typed = fill(files[MENTOR], {"level:1.1": "B1+", "level:1.2": "op basisniveau!", "note:1.1": "x"}, "getypt.pdf")
    found = received(app, altered, printed, noise, fill(files[STUDENT], {}, "leeg.pdf"), typed)
    assert [code_of(one) for one in found] == ["form-altered", "form-flat", "form-unreadable", "form-empty", None]
    assert (found[-1].unread, found[-1].arrival) == (("1.1",), Arrival.IN)
    assert "B1+" not in repr(found)
    received(app, fill(files[STUDENT], STUDENT_SAYS))
    midterm = midterm_of(app, fleur)
    assert app.midterms.talking.unread(midterm.id) == {MENTOR: {"level:1.1": "B1+"}}
    assert app.midterms.talking.mirror(midterm.id).lines[1].mentor.mark == "B1"


# --- waiting, late, closing


def test_who_is_late_gets_a_ready_text(app: Application, fleur: Student, tmp_path: Path, clock: Clock) -> None:
    files = sent_out(app, tmp_path, fleur, due=date(2026, 1, 30))
    received(app, fill(files[STUDENT], STUDENT_SAYS))
    assert app.midterms.overview.reminders() == []
    clock.move(days=11)
    (late,) = app.midterms.overview.reminders()
    assert (late.respondent, late.receiver) == (MENTOR, "Mees Appelboom")
    assert "nog niet ontvangen" in late.text.nl
    assert "Noor Wilgenhout" in late.text.nl
    assert app.midterms.overview.count(MidtermWish(late_on=date(2026, 1, 31))) == 1


def test_a_coordinator_closes_with_a_reason_and_nobody_else(
    app: Application, fleur: Student, sem: Student, tmp_path: Path
) -> None:
    files = sent_out(app, tmp_path, fleur, sem)
    received(app, fill(files[STUDENT], STUDENT_SAYS))
    midterm, other = midterm_of(app, fleur), midterm_of(app, sem)
    noor = app.desk.require_actor()
    stranger, _ = app.people.add("Ties Berk", frozenset({Role.ASSESSOR}))
    app.people.sign_in(stranger.id)
    with pytest.raises(KnownError, match="midterm-not-yours"):
        app.midterms.overview.close(midterm.id, "Ik wil het weten.")
    coordinator, _ = app.people.add("Ada Berk", frozenset({Role.COORDINATOR}))
    app.people.sign_in(coordinator.id)
    with pytest.raises(KnownError, match="close-reason-needed"):
        app.midterms.overview.close(midterm.id, "")
    closed, _ = app.midterms.overview.close(midterm.id, "De mentor is ziek.")
    assert closed.state is MidtermState.BOTH_IN
    assert app.midterms.talking.mirror(midterm.id).sides == {STUDENT}
    app.people.sign_in(noor.id)
    stopped, _ = app.midterms.overview.close(other.id, "De student is gestopt.")
    assert stopped.state is MidtermState.DONE
    assert [text.nl for *_, text in app.midterms.overview.history(midterm.id)] == [
        "Uitgezet", "Formulier van student ontvangen", "Formulieren naast elkaar gelegd",
    ]  # fmt: skip
    assert app.midterms.overview.line(other.id).state is MidtermState.DONE


def test_of_an_ad_student_the_supervisor_is_called_praktijkbegeleider(
    app: Application, sem: Student, tmp_path: Path
) -> None:
    files = sent_out(app, tmp_path, sem)
    (taken,) = received(app, fill(files[MENTOR], {"level:A1.1": "B1"}))
    assert taken.who is not None
    assert taken.who.nl == "praktijkbegeleider"
    history = app.midterms.overview.history(midterm_of(app, sem).id)
    assert history[-1][2].nl == "Formulier van praktijkbegeleider ontvangen"


def test_verification_finds_a_sealed_form_that_was_touched(app: Application, fleur: Student, tmp_path: Path) -> None:
    both_in(app, tmp_path, fleur)
    assert verify(app.desk).is_sound
    with app.desk.workspace.writing() as unit:
        unit.connection.exec_driver_sql("DELETE FROM midterm_returns WHERE respondent = 'mentor'")
    assert "ontbreekt" in verify(app.desk).faults[0].what.nl
    with app.desk.workspace.writing() as unit:
        unit.connection.exec_driver_sql("DROP TRIGGER midterm_returns_sealed")
        unit.connection.exec_driver_sql("UPDATE midterm_returns SET sealed = x'00'")
    assert "veranderd" in verify(app.desk).faults[0].what.nl


# --- at this computer


def test_one_after_the_other_at_this_computer(app: Application, fleur: Student, tmp_path: Path) -> None:
    sent_out(app, tmp_path, fleur)
    midterm, entering = midterm_of(app, fleur), app.midterms.entering
    form = entering.form(midterm.id, STUDENT)
    assert form.respondent is STUDENT
    code = entering.begin(midterm.id, STUDENT)
    entering.save(midterm.id, STUDENT, STUDENT_SAYS)
    waiting = entering.waiting(midterm.id, STUDENT)
    assert waiting is not None
    assert not waiting.is_closed
    assert entering.resume(midterm.id, STUDENT, f" {code} ") == STUDENT_SAYS
    taken, _ = entering.hand_in(midterm.id, STUDENT, STUDENT_SAYS, MidtermWay.COMPUTER)
    assert (taken.arrival, taken.opened) == (Arrival.IN, False)
    assert entering.waiting(midterm.id, STUDENT) is None
    for again in (
        lambda: entering.begin(midterm.id, STUDENT),
        lambda: entering.hand_in(midterm.id, STUDENT, MENTOR_SAYS, MidtermWay.COMPUTER),
    ):
        with pytest.raises(KnownError, match="form-is-in"):
            again()
    with pytest.raises(KnownError, match="form-nothing"):
        entering.hand_in(midterm.id, MENTOR, {"note:1.1": "  "}, MidtermWay.PAPER)
    taken, _ = entering.hand_in(midterm.id, MENTOR, {**MENTOR_SAYS, "level:2.1": "?"}, MidtermWay.PAPER)
    assert taken.opened
    assert app.midterms.talking.unread(midterm.id) == {MENTOR: {"level:2.1": "?"}}
    with pytest.raises(KnownError, match="midterm-open"):
        entering.begin(midterm.id, MENTOR)


def test_a_draft_stays_closed_for_who_guesses(app: Application, fleur: Student, tmp_path: Path) -> None:
    sent_out(app, tmp_path, fleur)
    midterm, entering = midterm_of(app, fleur), app.midterms.entering
    assert entering.waiting(midterm.id, MENTOR) is None
    code = entering.begin(midterm.id, MENTOR)
    wrong = f"{(int(code) + 1) % 10_000:04}"
    for _ in range(5):
        with pytest.raises(KnownError, match="draft-code-wrong"):
            entering.resume(midterm.id, MENTOR, wrong)
    with pytest.raises(KnownError, match="draft-closed"):
        entering.resume(midterm.id, MENTOR, code)
    waiting = entering.waiting(midterm.id, MENTOR)
    assert waiting is not None
    assert waiting.is_closed
    code = entering.begin(midterm.id, MENTOR)
    assert entering.resume(midterm.id, MENTOR, code) == {}
    assert replace(midterm, due=None) == midterm
