"""What came with the student: forms go out by the cohort, come back in any number, and nothing is typed twice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from assessor.application import Application
from assessor.domain.dossier import Dossier
from assessor.domain.errors import KnownError
from assessor.domain.form_answers import Way
from assessor.domain.forms import FormKind, Respondent
from assessor.domain.people import Person
from assessor.domain.ratings import Place, Source
from assessor.domain.student import Student
from assessor.instruments.catalogue import Catalogue
from assessor.paths import forms as shipped
from assessor.services.assessments import Start
from assessor.services.forms.receiving import Again, Received
from assessor.services.forms.sending import Recipient, SentFile
from tests.exchange import outgoing
from tests.services import stories
from tests.services.conftest import ROLES, Clock

pytestmark = pytest.mark.usefixtures("noor")

ADVICE = {"level:1.1": "V", "note:1.1": "Hij wacht tot – “iedereen” kijkt.", "level:2.3": "G"}
PREPARED = {
    "activity:day": "do 22 jan 2026",
    "activity:group": "groep 5",
    "activity:subject": "Breuken",
    "formative:F1:0": "Ik leidde het leerteam.",
    "formative:F3:title": "Muziek",
}


def sent(app: Application, folder: Path, kind: FormKind, student: Student, dossier: Dossier | None = None) -> SentFile:
    recipient = Recipient(student.id, dossier.id if dossier else None)
    return app.forms.send([recipient], [kind], folder, "nl").files[0]


def fill(file: SentFile, values: Mapping[str, str], name: str = "retour.pdf") -> Path:
    """The mentor saves the filled-in form under a name of her own."""
    path = file.path.with_name(name)
    path.write_bytes(outgoing.filled(file.path.read_bytes(), values))
    return path


def received(app: Application, *paths: Path, dossier: Dossier | None = None) -> list[Received]:
    return app.forms.receive(paths, dossier.id if dossier else None)


def code_of(one: Received) -> str | None:
    return one.refusal.code if one.refusal else None


@pytest.fixture
def sam(app: Application) -> Student:
    student = Student("", "500002", "Sam", "", "Ørsted", "pabo", "voltijd", "jaar-3", "2023-2024")
    return app.students.add(student)[0]


# --- out


def test_a_cohort_gets_personal_files_with_neutral_names_and_a_list(
    app: Application, fleur: Student, sam: Student, tmp_path: Path
) -> None:
    dossier = stories.begun(app, fleur)
    recipients = app.forms.recipients([fleur.id, sam.id])
    assert recipients == [Recipient(fleur.id, dossier.id), Recipient(sam.id, None)]
    kinds = [FormKind.PREPARATION, FormKind.ADVICE]
    sending = app.forms.send(recipients, kinds, tmp_path / "uit", "nl", ways=[Way.PDF, Way.WORKBOOK])
    assert len(sending.files) == 8
    assert all(one.path.is_file() for one in sending.files)
    names = " ".join(path.name for path in (tmp_path / "uit").iterdir())
    assert "Zonnedauw" not in names
    assert "mentoradvies-500001-" in names
    assert sending.list_file is not None
    rows = list(load_workbook(sending.list_file).active.iter_rows(values_only=True))
    assert rows[0][:4] == ("Bestand", "Formulier", "Formuliercode", "Stuur naar")
    assert {row[3] for row in rows[1:]} == {"Fleur van Zonnedauw", "Mees Appelboom", "Sam Ørsted", None}
    assert {row[0] for row in rows[1:]} == {one.path.name for one in sending.files}


def test_stopping_leaves_only_files_that_are_known(app: Application, fleur: Student, tmp_path: Path) -> None:
    kinds = [FormKind.PREPARATION, FormKind.ADVICE]
    sending = app.forms.send([Recipient(fleur.id)], kinds, tmp_path, "nl", progress=lambda done, _total: done < 1)
    assert [one.sent.kind for one in sending.files] == [FormKind.PREPARATION]
    dossier = stories.begun(app, fleur)
    assert [post.sent.code for post in app.forms.around(dossier.id)] == [sending.files[0].sent.code]
    nothing = app.forms.send([Recipient(fleur.id)], kinds, tmp_path / "leeg", "nl", progress=lambda _d, _t: False)
    assert (nothing.files, nothing.list_file) == ((), None)


def test_a_second_list_in_the_same_minute_has_a_name_of_its_own(
    app: Application, fleur: Student, tmp_path: Path
) -> None:
    lists = {app.forms.send([Recipient(fleur.id)], [FormKind.ADVICE], tmp_path, "nl").list_file for _ in range(2)}
    assert len(lists) == 2


def test_a_scoring_form_needs_an_open_dossier(app: Application, fleur: Student, tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="form-needs-dossier"):
        sent(app, tmp_path, FormKind.SCORES, fleur)
    final = stories.finalised(app, fleur)
    with pytest.raises(KnownError, match="dossier-closed"):
        sent(app, tmp_path, FormKind.SCORES, fleur, final)
    assert list(tmp_path.glob("*.pdf")) == []


def test_a_folder_that_is_a_file_is_told(app: Application, fleur: Student, tmp_path: Path) -> None:
    (tmp_path / "uit").write_text("bezet")
    with pytest.raises(KnownError, match="cannot-write"):
        sent(app, tmp_path / "uit", FormKind.ADVICE, fleur)


# --- back


def test_receiving_writes_nothing_and_accepting_prefills_with_its_source(
    app: Application, fleur: Student, tmp_path: Path
) -> None:
    preparation = sent(app, tmp_path, FormKind.PREPARATION, fleur)
    advice = sent(app, tmp_path, FormKind.ADVICE, fleur)
    dossier, _ = app.assessments.start(Start(fleur.id))
    folder = tmp_path / "terug"
    folder.mkdir()
    fill(preparation, PREPARED).rename(folder / "a.pdf")
    fill(advice, ADVICE).rename(folder / "b.pdf")
    (folder / "notities.txt").write_text("geen formulier")
    found = received(app, folder, dossier=dossier)
    assert [(one.file, code_of(one), one.again) for one in found] == [
        ("a.pdf", None, Again.FIRST),
        ("b.pdf", None, Again.FIRST),
    ]
    assert found[0].student == fleur
    assert found[0].dossier is not None
    assert found[0].dossier.id == dossier.id
    assert found[1].answers is not None
    assert len(found[1].answers.missing) == 13
    assert all(post.kept == () for post in app.forms.around(dossier.id))

    kept, changes = app.forms.accept(found)
    assert [(change.noun, change.place) for change in changes] == [("student", "forms")]
    app.forms.take_over(kept[0].id, dossier.id)
    filled = app.work.dossier(dossier.id)
    assert str(filled.activity.day) == "2026-01-22"
    assert (filled.activity.group, filled.activity.subject) == ("groep 5", "Breuken")
    assert filled.sheet.passage(Place.formative_answer("F1", 0)) == "Ik leidde het leerteam."
    assert filled.sheet.passage(Place.formative_title("F3")) == "Muziek"
    post = {one.sent.kind: one.kept for one in app.forms.around(dossier.id)}
    assert post[FormKind.PREPARATION][0].dossier_id == dossier.id


def test_the_mentor_advises_and_never_sets_a_level(app: Application, fleur: Student, tmp_path: Path) -> None:
    dossier = stories.begun(app, fleur)
    assert app.forms.advice(dossier.id) == {}
    advice = sent(app, tmp_path, FormKind.ADVICE, fleur, dossier)
    [kept], _ = app.forms.accept(received(app, fill(advice, ADVICE)))
    shown = app.forms.advice(dossier.id)
    assert {code: (one.level.nl if one.level else None, one.example) for code, one in shown.items()} == {
        "1.1": ("voldoende", ADVICE["note:1.1"]),
        "2.3": ("goed", ""),
    }
    app.forms.take_over(kept.id, dossier.id)
    assert app.work.dossier(dossier.id).sheet.ratings == {}
    app.assessments.note(dossier.id, "1.1", "Zag ik ook.")
    [proposal] = app.forms.proposals(kept.id, dossier.id)
    assert (proposal.place, proposal.fills) == ("note:1.1", False)
    app.forms.take_over(kept.id, dossier.id, [proposal.place])
    rating = app.work.dossier(dossier.id).sheet.rating("1.1")
    assert (rating.mark, rating.sources) == (None, frozenset({Source.MENTOR}))
    assert rating.note == f"Zag ik ook.\n{ADVICE['note:1.1']}"
    assert app.forms.proposals(kept.id, dossier.id) == ()


SCORES = {
    "level:1.1": "V",
    "note:1.1": "Gezien.",
    "source:1.1:mentor": "/Yes",
    "level:3.1": "O",
    "motivation:1": "Omdat ik dit meermalen zag.",
    "strength": "Je ziet elk kind.",
}


def test_a_scoring_form_shows_what_changes_and_is_taken_over_place_by_place(
    app: Application, fleur: Student, tmp_path: Path
) -> None:
    dossier = stories.begun(app, fleur)
    app.assessments.rate(dossier.id, "1.1", "G")
    file = sent(app, tmp_path, FormKind.SCORES, fleur, dossier)
    [kept], _ = app.forms.accept(received(app, fill(file, SCORES)))
    offered = app.forms.proposals(kept.id, dossier.id)
    assert [(one.place, one.now.nl, one.then.nl) for one in offered][:3] == [
        ("level:1.1", "goed", "voldoende"),
        ("note:1.1", "", "Gezien."),
        ("sources:1.1", "", "mentor"),
    ]
    app.forms.take_over(kept.id, dossier.id)
    sheet = app.work.dossier(dossier.id).sheet
    assert (sheet.rating("1.1").mark, sheet.rating("1.1").note) == ("G", "Gezien.")
    assert sheet.rating("3.1").mark == "O"
    assert sheet.passage(Place.STRENGTH) == "Je ziet elk kind."
    assert [one.place for one in app.forms.proposals(kept.id, dossier.id)] == ["level:1.1"]
    app.forms.take_over(kept.id, dossier.id, ["level:1.1"])
    assert app.work.dossier(dossier.id).sheet.rating("1.1").mark == "V"
    step, _ = app.assessments.undo(dossier.id)
    assert step is not None
    assert app.work.dossier(dossier.id).sheet.rating("1.1").mark == "G"


def test_a_workbook_comes_back_the_same_way(app: Application, fleur: Student, tmp_path: Path) -> None:
    dossier = stories.begun(app, fleur)
    recipient = [Recipient(fleur.id, dossier.id)]
    file = app.forms.send(recipient, [FormKind.ADVICE], tmp_path, "en", ways=[Way.WORKBOOK]).files[0]
    book = load_workbook(file.path)
    sheet = book.worksheets[0]
    for row in range(1, sheet.max_row + 1):
        if sheet.cell(row, 1).value in ADVICE:
            sheet.cell(row, 4).value = {"V": "sufficient", "G": "goed!"}.get(
                ADVICE[sheet.cell(row, 1).value], ADVICE[sheet.cell(row, 1).value]
            )
    book.save(file.path)
    [one] = received(app, file.path, dossier=dossier)
    assert one.answers is not None
    assert dict(one.answers.values) == ADVICE
    assert app.forms.accept([one])[0][0].way is Way.WORKBOOK


# --- what cannot be accepted


def test_twice_the_same_is_kept_once_and_two_versions_stay_side_by_side(
    app: Application, fleur: Student, tmp_path: Path, clock: Clock
) -> None:
    dossier = stories.begun(app, fleur)
    file = sent(app, tmp_path, FormKind.ADVICE, fleur, dossier)
    first, copy = fill(file, ADVICE, "een.pdf"), fill(file, ADVICE, "twee.pdf")
    other = fill(file, {**ADVICE, "level:1.1": "O"}, "drie.pdf")
    found = received(app, first, copy, other)
    assert [one.again for one in found] == [Again.FIRST, Again.SAME, Again.DIFFERENT]
    kept, _ = app.forms.accept(found)
    assert [one.in_force for one in kept] == [True, False]
    assert app.forms.accept(found)[0] == []
    assert [one.again for one in received(app, first)] == [Again.SAME]
    clock.move(minutes=1)
    app.forms.choose(kept[1].id)
    level = app.forms.advice(dossier.id)["1.1"].level
    assert level is not None
    assert level.nl == "onvoldoende"
    assert len(app.forms.around(dossier.id)[0].kept) == 2


def test_what_belongs_elsewhere_is_named(app: Application, fleur: Student, sam: Student, tmp_path: Path) -> None:
    mine, other = stories.begun(app, fleur), stories.begun(app, sam)
    of_sam = fill(sent(app, tmp_path, FormKind.ADVICE, sam, other), ADVICE, "sam.pdf")
    second = stories.begun(app, fleur)
    of_second = fill(sent(app, tmp_path, FormKind.ADVICE, fleur, second), ADVICE, "poging.pdf")
    empty = sent(app, tmp_path, FormKind.ADVICE, fleur, mine).path
    letter = tmp_path / "brief.pdf"
    letter.write_bytes(b"%PDF-1.4 niets")
    found = received(app, of_sam, of_second, empty, letter, tmp_path / "weg.pdf", dossier=mine)
    assert [code_of(one) for one in found] == [
        "form-other-student", "form-other-dossier", "form-empty", "form-unreadable", "file-unreadable",
    ]  # fmt: skip
    assert app.forms.accept(found) == ([], ())
    assert [code_of(one) for one in received(app, of_sam, of_second)] == [None, None]


def test_a_form_of_another_workspace_or_altered_on_its_way_is_refused(
    app: Application, fleur: Student, tmp_path: Path
) -> None:
    file = sent(app, tmp_path, FormKind.ADVICE, fleur)
    stranger = tmp_path / "vreemd.pdf"
    stranger.write_bytes(outgoing.filled(outgoing.pdf(outgoing.copy(FormKind.ADVICE)), ADVICE))
    one = outgoing.copy(FormKind.ADVICE)
    forged = replace(one, identity=replace(one.identity, code=file.sent.code, respondent=Respondent.STUDENT.value))
    altered = tmp_path / "anders.pdf"
    altered.write_bytes(outgoing.filled(outgoing.pdf(forged), ADVICE))
    assert [code_of(one) for one in received(app, stranger, altered)] == ["form-unknown", "form-altered"]


def test_a_flat_print_is_named_by_its_code(app: Application, fleur: Student, tmp_path: Path) -> None:
    file = sent(app, tmp_path, FormKind.ADVICE, fleur)
    flat = tmp_path / "print.pdf"
    flat.write_bytes(outgoing.flattened(file.path.read_bytes()))
    [one] = received(app, flat)
    assert code_of(one) == "form-flat"
    assert one.student == fleur


def test_a_closed_dossier_takes_nothing_more(app: Application, fleur: Student, tmp_path: Path) -> None:
    dossier = stories.scored(app, fleur)
    path = fill(sent(app, tmp_path, FormKind.SCORES, fleur, dossier), SCORES)
    [kept], _ = app.forms.accept(received(app, path))
    app.results.finalise(dossier.id)
    [late] = received(app, fill(sent_before(app, tmp_path), {"level:1.1": "O"}, "laat.pdf"))
    assert code_of(late) == "form-dossier-closed"
    with pytest.raises(KnownError, match="dossier-closed"):
        app.forms.take_over(kept.id, dossier.id, ["level:3.1"])


def sent_before(app: Application, folder: Path) -> SentFile:
    """The scoring form that went out earlier, still on the laptop."""
    path = next(folder.glob("scoreformulier-*.pdf"))
    return SentFile(path, None, None, "", "")  # type: ignore[arg-type]


def test_nobody_takes_over_into_the_dossier_of_another(app: Application, fleur: Student, tmp_path: Path) -> None:
    dossier = stories.begun(app, fleur)
    path = fill(sent(app, tmp_path, FormKind.PREPARATION, fleur, dossier), PREPARED)
    other, _ = app.people.add("Isa Lindeboom", ROLES)
    app.people.sign_in(other.id)
    [kept], _ = app.forms.accept(received(app, path))
    with pytest.raises(KnownError, match="not-your-dossier"):
        app.forms.take_over(kept.id, dossier.id)
    post = app.forms.around(dossier.id)[0]
    assert post.kept[0].taken_at is None


def test_a_form_fits_only_its_own_student(
    app: Application, fleur: Student, sam: Student, tmp_path: Path, noor: Person
) -> None:
    path = fill(sent(app, tmp_path, FormKind.PREPARATION, fleur), PREPARED)
    [kept], _ = app.forms.accept(received(app, path))
    other = stories.begun(app, sam)
    with pytest.raises(KnownError, match="form-not-for-dossier"):
        app.forms.proposals(kept.id, other.id)
    assert kept.received_by == noor.id


def test_half_understood_forms_say_what_was_left_out(app: Application, fleur: Student, tmp_path: Path) -> None:
    dossier = stories.begun(app, fleur)
    path = fill(sent(app, tmp_path, FormKind.PREPARATION, fleur, dossier), {**PREPARED, "activity:day": "morgen"})
    [one] = received(app, path)
    assert one.answers is not None
    assert [problem.what.nl for problem in one.answers.problems] == ["‘morgen’ is geen datum."]
    app.forms.accept([one])
    assert [p.code for p in app.forms.around(dossier.id)[0].kept[0].problems] == ["answer-no-day"]


def test_a_form_of_another_version_of_the_instrument_is_named(app: Application, fleur: Student, tmp_path: Path) -> None:
    path = fill(sent(app, tmp_path, FormKind.ADVICE, fleur), ADVICE)
    own = tmp_path / "eigen" / "pabo-praktijkbeoordeling"
    own.mkdir(parents=True)
    written = (shipped() / "pabo-praktijkbeoordeling" / "1.0.toml").read_text(encoding="utf-8")
    newer = written.replace('version = "1.0"', 'version = "1.1"', 1).replace("Op tijd", "Tijdig", 1)
    (own / "1.1.toml").write_text(newer, encoding="utf-8")
    app.desk.catalogue = Catalogue(shipped(), own=tmp_path / "eigen")
    dossier = stories.begun(app, fleur)
    assert dossier.instrument.version == "1.1"
    [one] = received(app, path, dossier=dossier)
    assert code_of(one) == "form-other-version"
    assert one.refusal is not None
    assert "versie 1.1" in one.refusal.what.nl


def test_reading_stops_when_the_user_stops_it(app: Application, fleur: Student, tmp_path: Path) -> None:
    path = fill(sent(app, tmp_path, FormKind.ADVICE, fleur), ADVICE)
    assert app.forms.receive([path, path.parent], progress=lambda done, _total: done < 1) == app.forms.receive([path])


def test_what_a_file_would_change_is_seen_before_it_is_accepted(
    app: Application, fleur: Student, tmp_path: Path
) -> None:
    waiting = fill(sent(app, tmp_path, FormKind.PREPARATION, fleur), PREPARED)
    [early] = received(app, waiting)
    assert app.forms.preview(early) == ()
    dossier = stories.begun(app, fleur)
    [one] = received(app, waiting)
    assert [each.place for each in app.forms.preview(one)][:2] == ["activity:day", "formative:F1:0"]
    assert app.work.dossier(dossier.id).sheet.passages == {}
