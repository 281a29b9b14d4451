"""Forms go out and come back in any number and of any kind; each is sealed at once, or named with its cure."""

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from assessor.application import Application
from assessor.domain.calibration.round import ReturnWay
from assessor.domain.calibration.session import Session
from assessor.domain.errors import KnownError
from assessor.domain.form_answers import Way
from assessor.domain.form_code import code_of, printed
from assessor.domain.forms import FormKind
from assessor.services.calibration.intake import Arrival
from assessor.services.calibration.preparing import Invited
from assessor.services.calibration.receiving import FileTaken
from tests.exchange import outgoing
from tests.services.calibration.returns import mail, of, pdf, sent, values, workbook
from tests.services.calibration.stories import CODES, NAMES, prepared, sheet

SECRET = "Kwetsbaarwoord"


def take(app: Application, session: Session, *paths: Path, who: str = "", only: str = "") -> list[FileTaken]:
    return app.calibration.receiving.take(session.id, paths, who=who, only=only)[0]


def one(app: Application, session: Session, path: Path, who: str = "") -> FileTaken:
    (found,) = take(app, session, path, who=who)
    return found


def code(file: FileTaken) -> str | None:
    return file.refusal.code if file.refusal is not None else None


def said(files: list[FileTaken]) -> str:
    """Everything that is told of files."""
    refusals = [one for file in files for one in (file.refusal, *file.rows) if one is not None]
    words = [one.say(language) for one in refusals for language in ("nl", "en")]
    words += [f"{p.where} {p.what} {p.cure}" for file in files for p in file.problems]
    return "\n".join([*words, repr(files)])


@pytest.mark.parametrize("way", [Way.PDF, Way.WORKBOOK])
def test_a_personal_form_goes_out_and_comes_back_sealed(
    app: Application, session: Session, tmp_path: Path, way: Way
) -> None:
    forms = sent(app, session, tmp_path / "uit", personal=True, way=way)
    assert len(forms) == len(NAMES)
    assert not any(name.split()[1] in path.name for name in NAMES for path in forms.values())
    fill = pdf if way is Way.PDF else workbook
    whole = fill(forms[of(app, session, NAMES[0])], values("OVGNVVV", SECRET))
    half = fill(forms[of(app, session, NAMES[1])], values("OV"))
    files = take(app, session, whole, half)
    assert [file.taken[0].participant.name for file in files] == [NAMES[0], NAMES[1]]
    assert [(file.taken[0].arrival, file.taken[0].complete, file.taken[0].open) for file in files] == [
        (Arrival.IN, True, 0),
        (Arrival.IN, False, 5),
    ]
    assert {file.way for file in files} == {ReturnWay.PDF if way is Way.PDF else ReturnWay.WORKBOOK}
    assert SECRET not in said(files)
    board = app.calibration.rounds.board(session.id)
    assert (board.received, board.incomplete) == (2, 1)

    app.calibration.rounds.close(session.id, "de dag begint")
    figures, _ = app.calibration.rounds.reveal(session.id)
    assert figures.criterion("3.1").counts == {"O": 2}
    assert figures.criterion("3.3").counts == {"G": 1}


def test_of_a_form_for_all_the_name_or_code_says_whose_it_is(
    app: Application, session: Session, tmp_path: Path
) -> None:
    (path,) = sent(app, session, tmp_path / "uit", personal=False).values()
    by_name = pdf(path, values("VVVVVVV", who="  áda BEUK", **{"own-code": "roze olifant"}), "a.pdf")
    by_code = pdf(path, values("VVVVVVO", who=of(app, session, NAMES[1]).lower()), "b.pdf")
    files = take(app, session, by_name, by_code)
    assert [file.taken[0].participant.name for file in files] == [NAMES[0], NAMES[1]]
    assert all(file.is_for_all for file in files)
    app.calibration.rounds.close(session.id, "de dag begint")
    app.calibration.rounds.reveal(session.id)
    with app.desk.workspace.reading() as unit:
        round_id = unit.calibration_rounds.of(session.id)[0].id
        assert "roze olifant" in {each.own_code for each in unit.calibration_rounds.opened(round_id).values()}


@pytest.mark.parametrize(
    ("who", "refused"),
    [("", "form-nameless"), ("Iemand Anders", "participant-not-invited"), ("Eva Wilg", "participant-ambiguous")],
)
def test_a_form_that_does_not_say_whose_it_is_waits_for_the_lead_to_say_so(
    app: Application, session: Session, tmp_path: Path, who: str, refused: str
) -> None:
    app.calibration.preparing.invite(session.id, [Invited("Eva Wilg", "Een andere school")])
    (path,) = sent(app, session, tmp_path / "uit", personal=False).values()
    file = one(app, session, pdf(path, values("VVVVVVV", who=who), "a.pdf"))
    assert (code(file), file.asks_who, file.taken) == (refused, True, ())
    assert app.calibration.rounds.board(session.id).received == 0
    meant = app.calibration.preparing.participants(session.id)[-1]
    again = one(app, session, file.path, who=meant.id)
    assert again.taken[0].participant == meant
    assert not again.asks_who
    # What the lead says never stands against a name that fits.
    clear = one(app, session, pdf(path, values("OVVVVVV", who=NAMES[0]), "b.pdf"), who=meant.id)
    assert clear.taken[0].participant.name == NAMES[0]


def test_a_folder_a_zip_and_a_mail_are_opened(app: Application, session: Session, tmp_path: Path) -> None:
    forms = sent(app, session, tmp_path / "uit", personal=True)
    filled = [pdf(forms[of(app, session, name)], values("VVVVVVV")) for name in NAMES[:6]]
    inbox = tmp_path / "in" / "dieper"
    inbox.mkdir(parents=True)
    (inbox / "los.pdf").write_bytes(filled[0].read_bytes())
    (inbox / ".verborgen").write_bytes(b"x")
    table = "work,criterion,assessor,level\n" + "\n".join(f"A,{each},{NAMES[7]},V" for each in CODES)
    with zipfile.ZipFile(tmp_path / "in" / "alles.zip", "w") as archive:
        for file in filled[1:3]:
            archive.write(file, f"map/{file.name}")
        archive.writestr("tabel.csv", table)
    mail(inbox / "post.eml", filled[3], filled[4])
    (inbox / "lijst.txt").write_text("zomaar", encoding="utf-8")
    (inbox / "scan.jpg").write_bytes(b"\xff\xd8\xff\xe0 scan")
    (inbox / "post.msg").write_bytes(b"\xd0\xcf\x11\xe0 outlook")
    files = take(app, session, tmp_path / "in", filled[5])
    names = {each.participant.name for file in files for each in file.taken}
    assert names == {*NAMES[:6], NAMES[7]}
    assert {code(file) for file in files if file.refusal} == {"return-unknown", "form-picture", "mail-outlook"}
    assert {file.way for file in files if file.taken} == {ReturnWay.PDF, ReturnWay.TABLE}
    assert f"alles.zip, {filled[2].name}" in {file.name for file in files}


def test_what_comes_twice_is_kept_twice_and_the_lead_chooses(
    app: Application, session: Session, tmp_path: Path
) -> None:
    forms = sent(app, session, tmp_path / "uit", personal=True)
    path = forms[of(app, session, NAMES[0])]
    first, other = pdf(path, values("VVVVVVV"), "a.pdf"), pdf(path, values("OOOOOOO"), "b.pdf")
    files = take(app, session, first, first.rename(first.with_name("c.pdf")), other)
    # The same file is read once; a copy of it is the same content.
    assert [file.taken[0].arrival if file.taken else code(file) for file in files] == [
        "file-unreadable",
        Arrival.IN,
        Arrival.OTHER,
    ]
    assert one(app, session, other).taken[0].arrival is Arrival.SAME
    board = app.calibration.rounds.board(session.id)
    assert len(board.twice) == 3
    assert len(board.copies) == 1
    assert board.copies < {receipt.id for receipt in board.twice}


def test_a_form_of_another_session_round_or_workspace_is_named(
    app: Application, session: Session, tmp_path: Path
) -> None:
    other = prepared(app, NAMES)
    app.calibration.rounds.open(other.id)
    elsewhere = sent(app, other, tmp_path / "anders", personal=True)
    file = one(app, session, pdf(elsewhere[of(app, other, NAMES[0])], values("VVVVVVV")))
    assert code(file) == "form-other-session"
    assert "20 januari 2026" in (file.refusal.say("nl") if file.refusal else "")

    # A form of the first round that comes in the second is late for the first, and never counts in the second.
    forms = sent(app, session, tmp_path / "uit", personal=True)
    app.calibration.rounds.receive(session.id, [sheet(name, "OVGVVVV") for name in NAMES[1:]], ReturnWay.TABLE)
    app.calibration.rounds.close(session.id, "een is ziek")
    app.calibration.rounds.reveal(session.id)
    app.calibration.rounds.open(session.id)
    file = one(app, session, pdf(forms[of(app, session, NAMES[0])], values("VVVVVVV")))
    assert file.taken[0].arrival is Arrival.LATE
    assert app.calibration.rounds.board(session.id).received == 0


def test_a_form_that_says_of_itself_what_was_never_sent_is_refused(
    app: Application, session: Session, tmp_path: Path
) -> None:
    forms = sent(app, session, tmp_path / "uit", personal=True, way=Way.WORKBOOK)
    path = forms[of(app, session, NAMES[0])]

    def said_of_itself(change: Callable[[str], str]) -> Callable[[Any], None]:
        def alter(book: Any) -> None:
            cell = book["assessor"]["A1"]
            cell.value = change(cell.value)

        return alter

    mine, hers = (of(app, session, name).replace("-", "") for name in NAMES[:2])
    stranger = next(p.id for p in app.calibration.preparing.participants(session.id) if p.name == NAMES[0])
    changes: list[tuple[Callable[[str], str], str]] = [
        (lambda text: text.replace(mine, hers), "form-altered"),
        (lambda text: text.replace(stranger, "f" * 32), "participant-not-invited"),
        (lambda text: text.replace('"1.0"', '"0.9"'), "form-other-version"),
        (lambda text: text.replace("kalibreerformulier", "mentoradvies"), "form-not-calibration"),
        (lambda text: text.replace("kalibreerformulier", "hologram"), "form-not-calibration"),
        (lambda text: text.replace("kalibreerformulier", "ruimteverslag"), "form-not-calibration"),
    ]
    for change, refused in changes:
        file = one(app, session, workbook(path, values("VVVVVVV"), "a.xlsx", said_of_itself(change)))
        assert code(file) == refused
    assert app.calibration.rounds.board(session.id).received == 0


def test_another_programs_form_and_one_of_nowhere_are_named(app: Application, session: Session, tmp_path: Path) -> None:
    advice = tmp_path / "advies.pdf"
    advice.write_bytes(outgoing.pdf(outgoing.copy(FormKind.ADVICE)))
    assert code(one(app, session, advice)) == "form-not-calibration"
    path = sent(app, session, tmp_path / "uit", personal=False, way=Way.WORKBOOK).popitem()[1]
    round_id = app.calibration.rounds.board(session.id).round.id  # type: ignore[union-attr]

    def elsewhere(book: Any) -> None:
        book["assessor"]["A1"].value = book["assessor"]["A1"].value.replace(round_id, "e" * 32)

    assert code(one(app, session, workbook(path, values("VVVVVVV"), "a.xlsx", elsewhere))) == "form-unknown"


def test_a_print_is_named_by_its_code_and_so_is_a_workbook_without_its_sheet(
    app: Application, session: Session, tmp_path: Path
) -> None:
    mine = of(app, session, NAMES[0])
    paper = tmp_path / "print.pdf"
    paper.write_bytes(outgoing.flattened(sent(app, session, tmp_path / "uit", personal=True)[mine].read_bytes()))
    file = one(app, session, paper)
    assert code(file) == "form-flat"
    told = file.refusal.say("nl") if file.refusal else ""
    assert mine in told
    assert NAMES[0] in told
    assert "Van papier invoeren" in told

    for_all = sent(app, session, tmp_path / "uit", personal=False, way=Way.WORKBOOK).popitem()[1]
    bare = one(app, session, workbook(for_all, values("VVVVVVV"), "a.xlsx", lambda book: book.remove(book["assessor"])))
    assert code(bare) == "form-bare"
    round_id = app.calibration.rounds.board(session.id).round.id  # type: ignore[union-attr]
    assert printed(code_of(round_id)) in said([bare])


def test_typed_levels_are_read_and_what_is_no_level_is_kept_under_the_seal(
    app: Application, session: Session, tmp_path: Path
) -> None:
    path = sent(app, session, tmp_path / "uit", personal=True, way=Way.WORKBOOK)[of(app, session, NAMES[0])]
    typed = dict(
        zip(values("VVVVVVV"), ("goed!", "Voldoende.", "o", "n.w.", f"V+ {SECRET}", "G", " "), strict=True)
    )  # fmt: skip
    file = one(app, session, workbook(path, typed | {"note:1:3.5": "twijfel", "note:1:3.6": "x" * 5_000}))
    assert (file.taken[0].complete, file.taken[0].open) == (False, 2)
    assert [problem.code for problem in file.problems] == ["answer-no-choice", "answer-long"]
    assert file.problems[0].where.nl == "3.5 niveau"
    assert SECRET not in said([file])
    app.calibration.rounds.close(session.id, "de dag begint")
    app.calibration.rounds.reveal(session.id)
    with app.desk.workspace.reading() as unit:
        (scores,) = unit.calibration_rounds.opened(unit.calibration_rounds.of(session.id)[0].id).values()
    ((given,), (notes,)) = (scores.marks.values(), scores.notes.values())
    assert given == {"3.1": "G", "3.2": "V", "3.3": "O", "3.4": "N", "3.6": "G"}
    assert notes["3.5"] == f"twijfel\n‘V+ {SECRET}’ (niet als niveau te lezen)"
    assert notes["3.6"] == "x" * 4_000


def test_formulas_and_moved_rows_and_edited_labels_lose_nothing(
    app: Application, session: Session, tmp_path: Path
) -> None:
    path = sent(app, session, tmp_path / "uit", personal=True, way=Way.WORKBOOK)[of(app, session, NAMES[0])]

    def rework(book: Any) -> None:
        sheet = book.worksheets[0]
        rows = {str(row[0].value): row for row in sheet.iter_rows(max_col=4) if row[0].value}
        first, second = rows["level:1:3.1"], rows["level:1:3.2"]
        for left, right in zip(first, second, strict=True):
            left.value, right.value = right.value, left.value
        rows["level:1:3.3"][2].value = SECRET
        rows["level:1:3.3"][3].value = '="V"&""'
        rows["level:1:3.4"][2].value = "Mijn eigen woorden"

    file = one(app, session, workbook(path, values("OVVVVVV"), alter=rework))
    assert [problem.code for problem in file.problems] == ["answer-formula"]
    assert file.problems[0].where.nl.startswith("rij ")
    assert SECRET not in said([file])
    app.calibration.rounds.close(session.id, "de dag begint")
    figures, _ = app.calibration.rounds.reveal(session.id)
    assert [figures.criterion(each).counts for each in CODES[:4]] == [{"O": 1}, {"V": 1}, {}, {"V": 1}]


def test_an_empty_form_is_refused_and_one_with_only_a_note_is_not(
    app: Application, session: Session, tmp_path: Path
) -> None:
    forms = sent(app, session, tmp_path / "uit", personal=True)
    path = forms[of(app, session, NAMES[0])]
    assert code(one(app, session, path)) == "form-empty"
    noted = one(app, session, pdf(path, values("", "Ik zag het niet goed")))
    assert noted.taken[0].open == 7


def test_only_the_lead_of_a_session_that_goes_on_takes_files_in(
    app: Application, session: Session, tmp_path: Path
) -> None:
    fresh = prepared(app, NAMES)
    with pytest.raises(KnownError, match="round-not-there"):
        take(app, fresh, tmp_path)
    with pytest.raises(KnownError, match="round-not-there"):
        app.calibration.inviting.write_forms(fresh.id, tmp_path, "nl", personal=True)
    stranger, _ = app.people.add("Iris Plataan", frozenset())
    app.people.sign_in(stranger.id)
    for ask in (
        lambda: take(app, session, tmp_path),
        lambda: app.calibration.inviting.write_forms(session.id, tmp_path, "nl", personal=True),
        lambda: app.calibration.inviting.questions(session.id, "nl"),
        lambda: app.calibration.receiving.remember(session.id, {}),
    ):
        with pytest.raises(KnownError, match="not-session-lead"):
            ask()


def test_stopping_keeps_what_was_read_until_then(app: Application, session: Session, tmp_path: Path) -> None:
    forms = sent(app, session, tmp_path / "uit", personal=True)
    for name in NAMES:
        pdf(forms[of(app, session, name)], values("VVVVVVV"))
    paths = list(forms.values())
    found, _ = app.calibration.receiving.take(session.id, paths, lambda done, _total: done < 3)
    assert len(found) == 3
    assert app.calibration.rounds.board(session.id).received == 3
    written = app.calibration.inviting.write_forms(
        session.id, tmp_path / "meer", "en", personal=True, progress=lambda done, _total: done < 2
    )
    assert written.stopped
    # The list of who gets what, too; who is in already gets no new form.
    assert len(written.files) == 3
    everybody = app.calibration.inviting.write_forms(session.id, tmp_path / "rest", "en", personal=True)
    assert len(everybody.files) == len(NAMES) - 3 + 1


def test_a_file_out_of_a_zip_is_taken_by_its_own_name(app: Application, session: Session, tmp_path: Path) -> None:
    (path,) = sent(app, session, tmp_path / "uit", personal=False).values()
    with zipfile.ZipFile(tmp_path / "z.zip", "w") as archive:
        archive.writestr("a.pdf", pdf(path, values("VVVVVVV"), "a.pdf").read_bytes())
        archive.writestr("b.pdf", pdf(path, values("OVVVVVV"), "b.pdf").read_bytes())
    files = take(app, session, tmp_path / "z.zip")
    assert [code(file) for file in files] == ["form-nameless", "form-nameless"]
    (again,) = take(app, session, tmp_path / "z.zip", who=NAMES[2], only=files[1].name)
    assert (again.name, again.taken[0].participant.name) == ("z.zip, b.pdf", NAMES[2])
