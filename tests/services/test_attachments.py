"""The lesson form, a photo of the board, a reference to the video: kept encrypted, and out again only on purpose."""

from __future__ import annotations

from pathlib import Path

import pytest

from assessor.application import Application
from assessor.domain import attachments as limits
from assessor.domain.attachments import AttachmentKind
from assessor.domain.errors import KnownError
from assessor.domain.student import Student
from assessor.services import attachments as service
from assessor.services.verification import verify
from tests.exchange.attached import pdf, png
from tests.services.conftest import ROLES
from tests.services.stories import begun, finalised

pytestmark = pytest.mark.usefixtures("noor")


@pytest.fixture
def form(tmp_path: Path) -> Path:
    path = tmp_path / "lesformulier Fleur.pdf"
    path.write_bytes(pdf(2))
    return path


def test_a_lesson_form_is_kept_and_comes_back(app: Application, fleur: Student, form: Path) -> None:
    dossier = begun(app, fleur)
    added, changes = app.attachments.add(dossier.id, form)
    assert (added.name, added.kind, added.pages, added.size) == (
        "lesformulier Fleur.pdf", AttachmentKind.PDF, 2, form.stat().st_size,
    )  # fmt: skip
    assert [(change.id, change.place) for change in changes] == [(dossier.id, "attachments")]
    assert app.attachments.of(dossier.id) == [added]
    assert app.attachments.content(added.id) == form.read_bytes()


def test_nothing_of_it_lies_in_clear_in_the_workspace(app: Application, fleur: Student, tmp_path: Path) -> None:
    photo = tmp_path / "bord.png"
    photo.write_bytes(png(40, 40))
    app.attachments.add(begun(app, fleur).id, photo)
    for file in app.desk.workspace.path.rglob("*"):
        assert not file.is_file() or b"IDAT" not in file.read_bytes()
        assert "bord" not in file.name


def test_where_the_video_is_is_a_text_and_nothing_is_fetched(app: Application, fleur: Student, tmp_path: Path) -> None:
    dossier = begun(app, fleur)
    video, _ = app.attachments.refer(dossier.id, " https://video.example/les 12 ", "Les breuken")
    assert (video.name, video.reference, video.size) == ("Les breuken", "https://video.example/les 12", 0)
    assert app.attachments.content(video.id) == b""
    copy = app.attachments.save_copy(video.id, tmp_path / "video.txt")
    assert copy.read_text() == "https://video.example/les 12\n"
    for wrong in ("  ", "x" * 501):
        with pytest.raises(KnownError, match="reference-missing"):
            app.attachments.refer(dossier.id, wrong)


def test_a_program_in_a_friendly_coat_is_refused(app: Application, fleur: Student, tmp_path: Path) -> None:
    dossier = begun(app, fleur)
    for name, content, code in (
        ("les.pdf", b"MZ" + bytes(90), "attachment-program"),
        ("les.docx", b"zomaar tekst", "attachment-unknown-kind"),
        ("leeg.pdf", b"", "attachment-empty"),
    ):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(KnownError) as refusal:
            app.attachments.add(dossier.id, tmp_path / name)
        assert refusal.value.code == code
        assert name in refusal.value.say("nl")
    for gone in (tmp_path / "weg.pdf", tmp_path):
        with pytest.raises(KnownError, match="attachment-unreadable"):
            app.attachments.add(dossier.id, gone)
    assert app.attachments.of(dossier.id) == []


def test_a_file_and_a_dossier_have_their_limit(
    app: Application, fleur: Student, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dossier = begun(app, fleur)
    for name, size in (("a.pdf", 900), ("b.pdf", 901), ("c.pdf", 902)):
        (tmp_path / name).write_bytes(pdf().ljust(size, b"\n"))
    monkeypatch.setattr(limits, "MAX_FILE", 1000)
    monkeypatch.setattr(service, "MAX_FILE", 1000)
    monkeypatch.setattr(limits, "MAX_DOSSIER", 1900)
    (tmp_path / "groot.pdf").write_bytes(pdf().ljust(5000, b"\n"))
    with pytest.raises(KnownError, match="attachment-large"):
        app.attachments.add(dossier.id, tmp_path / "groot.pdf")
    app.attachments.add(dossier.id, tmp_path / "a.pdf")
    app.attachments.add(dossier.id, tmp_path / "b.pdf")
    with pytest.raises(KnownError, match="attachments-full"):
        app.attachments.add(dossier.id, tmp_path / "c.pdf")
    with pytest.raises(KnownError, match="attachment-twice"):
        app.attachments.add(dossier.id, tmp_path / "a.pdf")
    assert len(app.attachments.of(dossier.id)) == 2


def test_only_the_assessor_adds_and_removes(app: Application, fleur: Student, form: Path) -> None:
    dossier = begun(app, fleur)
    added, _ = app.attachments.add(dossier.id, form)
    other, _ = app.people.add("Bram Esdoornveld", ROLES)
    app.people.sign_in(other.id)
    assert app.attachments.of(dossier.id) == [added]
    with pytest.raises(KnownError, match="not-your-dossier"):
        app.attachments.refer(dossier.id, "kast B")
    with pytest.raises(KnownError, match="not-your-dossier"):
        app.attachments.remove(added.id)


def test_in_a_concept_it_can_be_taken_away_and_nothing_is_recorded(
    app: Application, fleur: Student, form: Path
) -> None:
    dossier = begun(app, fleur)
    added, _ = app.attachments.add(dossier.id, form)
    app.attachments.remove(added.id)
    assert app.attachments.of(dossier.id) == []
    assert app.records.take(dossier.id).history == ()


def test_from_definitief_on_it_stays_and_what_comes_later_is_recorded(
    app: Application, fleur: Student, form: Path
) -> None:
    dossier = finalised(app, fleur)
    added, _ = app.attachments.add(dossier.id, form)
    with pytest.raises(KnownError, match="dossier-closed"):
        app.attachments.remove(added.id)
    app.results.correct(dossier.id, "Verkeerd formulier bijgevoegd.")
    app.attachments.remove(added.id)
    said = [event.what.nl for event in app.records.take(dossier.id).history]
    assert said == ["Definitief gemaakt", "Bijlage toegevoegd", "Correctie begonnen", "Bijlage verwijderd"]
    assert verify(app.desk).is_sound


def test_a_copy_in_clear_is_noted_with_who_and_when_but_without_a_name(
    app: Application, fleur: Student, form: Path, tmp_path: Path
) -> None:
    added, _ = app.attachments.add(begun(app, fleur).id, form)
    copy = app.attachments.save_copy(added.id, tmp_path / "kopie.pdf")
    assert copy.read_bytes() == form.read_bytes()
    with app.desk.workspace.reading() as unit:
        entry = unit.chains.entries("workspace")[-1]
    assert (entry.kind, entry.actor_id) == ("exported", app.desk.require_actor().id)
    assert "Fleur" not in str(entry.content)
    with pytest.raises(KnownError, match="cannot-write"):
        app.attachments.save_copy(added.id, form / "kopie.pdf")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["dossierkast", "kopie.pdf", form.name]
