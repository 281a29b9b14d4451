"""Who has the program gets a sealed invitation, scores it, and sends back what only the lead can take in."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from assessor.application import Application
from assessor.domain.calibration.envelope import SealedScores
from assessor.domain.calibration.round import ReturnWay
from assessor.domain.calibration.session import Session
from assessor.domain.errors import KnownError
from assessor.domain.people import Role
from assessor.exchange.invitation_content import packed, unpacked
from assessor.instruments.catalogue import Catalogue
from assessor.paths import forms
from assessor.services.calibration.intake import Arrival
from assessor.services.desk import Desk
from assessor.storage.envelope import open_invitation, seal_invitation, seal_scores
from assessor.storage.keys import FromKeyring
from assessor.storage.workspace import Workspace
from tests.exchange.attached import pdf
from tests.services.calibration.returns import mail, of
from tests.services.calibration.stories import CODES, NAMES, prepared
from tests.services.calibration.test_receiving import code, one, said
from tests.services.conftest import Clock, Drawer

SECRET = "Kwetsbaarwoord"


@pytest.fixture
def home(tmp_path: Path, clock: Clock, empty_workspace: tuple[Path, Drawer]) -> Iterator[Application]:
    """The workspace of Ada Beuk, on a laptop of her own, who is at its keyboard."""
    folder, drawer = empty_workspace
    shutil.copytree(folder, tmp_path / "thuis")
    workspace = Workspace.open(tmp_path / "thuis", unlock=FromKeyring(drawer))
    application = Application(Desk(workspace, Catalogue(forms()), now=clock))
    application.people.sign_in(application.people.add("Ada Beuk", frozenset({Role.ASSESSOR}))[0].id)
    yield application
    application.close()


@pytest.fixture
def invited(app: Application, lea: object, tmp_path: Path) -> tuple[Session, Path]:
    """A session of which Ada got her invitation, with the lesson form inside."""
    session = prepared(app, NAMES[:6])
    lesson = tmp_path / "les.pdf"
    lesson.write_bytes(pdf())
    app.calibration.cases.attach(app.calibration.preparing.casussen(session.id)[0].id, lesson)
    app.calibration.rounds.open(session.id)
    written = app.calibration.inviting.write_sealed(session.id, tmp_path / "uit", "nl")
    assert len(written.files) == 7
    from openpyxl import load_workbook

    listed = {row[0]: str(row[5]) for row in load_workbook(written.files[-1]).active.values}
    return session, tmp_path / "uit" / listed[NAMES[0]]


def test_an_invitation_is_opened_scored_and_sent_back_sealed(
    app: Application, home: Application, invited: tuple[Session, Path], tmp_path: Path
) -> None:
    session, path = invited
    typed = of(app, session, NAMES[0])
    content = path.read_bytes()
    assert not any(word in content for word in (b"Ada", b"Rekenles", b"%PDF", typed.replace("-", "").encode()))
    scoring = home.calibration.scoring
    with pytest.raises(KnownError, match="invitation-code"):
        scoring.open(path, of(app, session, NAMES[1]))
    mine, _ = scoring.open(path, typed.lower())
    sheet = scoring.sheet(mine)
    assert (sheet.invitation.title, sheet.invitation.name) == ("Pabo model 3", NAMES[0])
    (file,) = sheet.files
    assert scoring.save_copy(mine, file.id, tmp_path / "kopie.pdf").read_bytes() == (tmp_path / "les.pdf").read_bytes()

    with pytest.raises(KnownError, match="form-empty"):
        scoring.send_back(mine, tmp_path)
    for criterion in CODES:
        scoring.rate(mine, 1, criterion, "V")
    scoring.rate(mine, 1, "3.1", "O")
    scoring.rate(mine, 1, "3.2", None)
    scoring.keep_draft(mine, 1, "3.3", "Zag\0 ik")
    assert scoring.sheet(mine).drafts == {"note:1:3.3": "Zag ik"}
    scoring.note(mine, 1, "3.3", SECRET)
    scoring.choose_code(mine, " roze  olifant ")
    # Opened again, it is as it was left.
    assert scoring.open(path, typed)[0] == mine
    (line,) = scoring.lines()
    assert (line.scored, line.wanted, line.returned_at) == (6, 7, None)
    back, _ = scoring.send_back(mine, tmp_path)
    assert SECRET.encode() not in back.read_bytes()
    assert scoring.lines()[0].returned_at is not None

    file_ = one(app, session, mail(tmp_path / "post.eml", back))
    assert (file_.way, file_.taken[0].participant.name, file_.taken[0].open) == (ReturnWay.PROGRAM, NAMES[0], 1)
    assert one(app, session, back).taken[0].arrival is Arrival.SAME
    app.calibration.rounds.close(session.id, "de dag begint")
    app.calibration.rounds.reveal(session.id)
    with app.desk.workspace.reading() as unit:
        (scores,) = unit.calibration_rounds.opened(unit.calibration_rounds.of(session.id)[0].id).values()
    (given,) = scores.marks.values()
    assert given == {code: "O" if code == "3.1" else "V" for code in CODES if code != "3.2"}
    assert scores.own_code == "roze olifant"
    assert SECRET in str(scores.notes)


def test_what_is_sent_back_opens_nowhere_else_and_for_nobody_else(
    app: Application, home: Application, invited: tuple[Session, Path], tmp_path: Path
) -> None:
    session, path = invited
    scoring = home.calibration.scoring
    mine, _ = scoring.open(path, of(app, session, NAMES[0]))
    scoring.rate(mine, 1, "3.1", "O")
    back, _ = scoring.send_back(mine, tmp_path)
    scores = SealedScores.from_bytes(back.read_bytes())
    assert scores is not None
    people = {each.name: each.id for each in app.calibration.preparing.participants(session.id)}
    public = scoring.sheet(mine).invitation.public_key
    print_ = scoring.sheet(mine).asked.personal.fingerprint
    strange = tmp_path / "x.assessor"

    def refused(changed: SealedScores) -> str | None:
        strange.write_bytes(changed.to_bytes())
        return code(one(app, session, strange))

    def made(values: object) -> SealedScores:
        return seal_scores(public, scores.round_id, scores.participant_id, json.dumps(values).encode())

    assert refused(replace(scores, participant_id=people[NAMES[1]])) == "form-altered"
    assert refused(replace(scores, body=scores.body[:-1] + bytes([scores.body[-1] ^ 1]))) == "form-altered"
    assert refused(replace(scores, body=b"short")) == "form-altered"
    assert refused(replace(scores, round_id="e" * 32)) == "form-unknown"
    assert refused(replace(scores, participant_id="e" * 32)) == "participant-not-invited"
    assert refused(made({"fingerprint": "0", "answers": {}})) == "form-other-version"
    assert refused(made({"fingerprint": print_, "answers": {}})) == "form-empty"
    assert refused(made(["nothing"])) == "form-altered"
    assert code(one(app, session, path)) == "invitation-not-scored"
    other = prepared(app, NAMES[:2])
    app.calibration.rounds.open(other.id)
    file = one(app, other, back)
    assert code(file) == "form-other-session"
    assert "Pabo model 3" in said([file])


def test_only_who_opened_an_invitation_sees_it_and_only_what_is_asked_is_scored(
    app: Application, home: Application, invited: tuple[Session, Path], tmp_path: Path
) -> None:
    session, path = invited
    scoring, typed = home.calibration.scoring, of(app, session, NAMES[0])
    mine, _ = scoring.open(path, typed)
    for ask, refused in (
        (lambda: scoring.rate(mine, 1, "3.1", "V+"), "score-level-unknown"),
        (lambda: scoring.rate(mine, 1, "4.1", "V"), "criterion-not-asked"),
        (lambda: scoring.rate(mine, 2, "3.1", "V"), "criterion-not-asked"),
        (lambda: scoring.note(mine, 0, "3.1", "x"), "criterion-not-asked"),
        (lambda: scoring.sheet("nothing"), "invitation-unknown"),
        (lambda: scoring.open(tmp_path / "les.pdf", typed), "invitation-unreadable"),
        (lambda: scoring.open(tmp_path / "nowhere", typed), "invitation-unreadable"),
    ):
        with pytest.raises(KnownError, match=refused):
            ask()
    home.people.sign_in(home.people.add("Bo Eik", frozenset({Role.ASSESSOR}))[0].id)
    assert scoring.lines() == []
    for ask in (lambda: scoring.sheet(mine), lambda: scoring.open(path, typed)):
        with pytest.raises(KnownError, match="invitation-taken"):
            ask()
    home.desk.actor = None
    assert scoring.lines() == []


def test_what_was_scored_on_invitation_is_erased_with_the_other_scores(
    app: Application, home: Application, invited: tuple[Session, Path], clock: Clock
) -> None:
    session, path = invited
    scoring = home.calibration.scoring
    mine, _ = scoring.open(path, of(app, session, NAMES[0]))
    scoring.rate(mine, 1, "3.1", "O")
    assert home.calibration.keeping.erase_due() == ()
    clock.move(days=367)
    assert [change.id for change in home.calibration.keeping.erase_due()] == [mine]
    assert scoring.lines() == []


def test_writing_invitations_can_be_stopped(app: Application, invited: tuple[Session, Path], tmp_path: Path) -> None:
    session, _ = invited
    written = app.calibration.inviting.write_sealed(session.id, tmp_path / "deel", "en", lambda done, _total: done < 2)
    assert written.stopped
    assert len(written.files) == 3


def test_a_file_that_opens_and_holds_something_else_is_no_invitation(
    app: Application, home: Application, invited: tuple[Session, Path], tmp_path: Path
) -> None:
    session, path = invited
    typed = of(app, session, NAMES[0])
    values, blobs = unpacked(open_invitation(typed.replace("-", ""), path.read_bytes()))
    strange = tmp_path / "x.assessor"
    changes: list[tuple[dict[str, object], list[bytes]]] = [
        ({"invitation": {}}, blobs),
        ({"invitation": values["invitation"] | {"criteria": ["9.9"]}}, blobs),
        ({"invitation": values["invitation"] | {"public_key": "no hex"}}, blobs),
        ({}, []),
        ({"files": 3}, blobs),
    ]
    for change, files in changes:
        strange.write_bytes(seal_invitation(typed.replace("-", ""), packed({**values, **change}, files)))
        with pytest.raises(KnownError, match="invitation-unreadable"):
            home.calibration.scoring.open(strange, typed)
    strange.write_bytes(seal_invitation(typed.replace("-", ""), b"nothing"))
    with pytest.raises(KnownError, match="invitation-unreadable"):
        home.calibration.scoring.open(strange, typed)
    strange.write_bytes(path.read_bytes()[:30])
    with pytest.raises(KnownError, match="invitation-code"):
        home.calibration.scoring.open(strange, typed)
