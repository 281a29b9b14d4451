"""An online form: its questions are pasted from here, and its export is read with columns that are known once."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from assessor.application import Application
from assessor.domain.calibration.online import IGNORED, MAIL, questions
from assessor.domain.calibration.round import ReturnWay
from assessor.domain.calibration.score_form import WHO
from assessor.domain.calibration.session import Session
from assessor.domain.errors import KnownError
from assessor.domain.text import Language
from assessor.services.calibration.intake import Arrival
from assessor.services.calibration.preparing import Invited
from tests.services.calibration.returns import export, of
from tests.services.calibration.stories import CODES, NAMES, prepared, sheet
from tests.services.calibration.test_receiving import code, one, said

SYSTEM = ("Id", "Begintijd", "Tijd van voltooien", "E-mail", "Naam")
SECRET = "Kwetsbaarwoord"


def asked(app: Application, session: Session, language: Language = "nl") -> list[str]:
    """The questions as they were pasted, the ones after the system's own columns."""
    return [each.text.say(language) for each in questions(app.calibration.inviting.asked(session.id))]


def answered(who: str, marks: Sequence[str], note: str = "", mail: str = "anonymous") -> list[str]:
    """A row of Microsoft Forms: its own columns, who, and per criterion a level and a note; at the end a code."""
    cells = [cell for mark in marks for cell in (mark, "")]
    cells[1] = note
    return ["1", "2026-01-19 10:00", "2026-01-19 10:05", mail, "", who, *cells, ""]


VOLDOENDE = ["Voldoende"] * 7


@pytest.mark.parametrize("language", ["nl", "en"])
def test_pasted_questions_come_back_without_a_word_about_columns(
    app: Application, session: Session, tmp_path: Path, language: Language
) -> None:
    text = app.calibration.inviting.questions(session.id, language)
    heads = asked(app, session, language)
    assert all(head in text for head in heads)
    level = {"nl": "Onvoldoende", "en": "Insufficient"}[language]
    rows = [
        [*SYSTEM, *heads],
        answered(NAMES[0], VOLDOENDE, SECRET),
        answered(of(app, session, NAMES[1]), [level, *VOLDOENDE[1:]]),
        answered(NAMES[2], [*VOLDOENDE[:6], ""]),
    ]
    if language == "en":
        rows[0][:5] = ["ID", "Start time", "Completion time", "Email", "Name"]
    file = one(app, session, export(tmp_path / "antwoorden.xlsx", rows))
    assert (file.way, file.refusal, file.rows) == (ReturnWay.ONLINE, None, ())
    assert [(each.participant.name, each.open) for each in file.taken] == [(NAMES[0], 0), (NAMES[1], 0), (NAMES[2], 1)]
    assert SECRET not in said([file])

    # The next day's export repeats the rows: what is in is not doubled, and what changed is kept beside it.
    rows[3] = answered(NAMES[2], VOLDOENDE)
    again = one(app, session, export(tmp_path / "antwoorden (1).xlsx", rows))
    assert [each.arrival for each in again.taken] == [Arrival.SAME, Arrival.SAME, Arrival.OTHER]
    assert len(app.calibration.rounds.board(session.id).twice) == 2
    app.calibration.rounds.close(session.id, "de dag begint")
    assert app.calibration.rounds.reveal(session.id)[0].criterion("3.1").counts == {"V": 2, "O": 1}


def test_rows_that_cannot_be_taken_are_named_and_keep_no_other_out(
    app: Application, session: Session, tmp_path: Path
) -> None:
    app.calibration.preparing.invite(session.id, [Invited(NAMES[4]), Invited("Kees Den", mail="k.den@school.nl")])
    rows = [
        [*SYSTEM, *asked(app, session)],
        answered("", VOLDOENDE),
        answered("Iemand Anders", VOLDOENDE),
        answered(NAMES[4], VOLDOENDE),
        answered(NAMES[0], [""] * 7),
        answered("kees", VOLDOENDE, mail="K.Den@school.nl"),
        answered(NAMES[1], ["V/O", *VOLDOENDE[1:]]),
    ]
    file = one(app, session, export(tmp_path / "a.xlsx", rows))
    assert [each.code for each in file.rows] == [
        "form-nameless",
        "participant-not-invited",
        "participant-ambiguous",
        "form-empty",
    ]
    assert [each.where.nl if each.where else "" for each in file.rows] == [f"a.xlsx, rij {n}" for n in (2, 3, 4, 5)]
    assert [each.participant.name for each in file.taken] == ["Kees Den", NAMES[1]]
    assert [problem.where.nl for problem in file.problems] == ["rij 7, 3.1 niveau"]
    assert "V/O" not in said([file])
    nobody = one(app, session, export(tmp_path / "b.xlsx", rows[:3]))
    assert (code(nobody), len(nobody.rows)) == ("online-no-row", 2)


def test_columns_of_a_form_of_ones_own_are_said_once(app: Application, session: Session, tmp_path: Path) -> None:
    heads = ["Tijdstempel", "Wie bent u?", *(f"{each} Wat vindt u?" for each in CODES), "Wat nog meer?"]
    rows = [heads, ["1-1-2026", NAMES[0], *"OVVVVVG", "leuk"]]
    path = export(tmp_path / "google.xlsx", rows)
    first = one(app, session, path)
    assert code(first) == "online-columns"
    assert "Verzamelen" in said([first])
    assert [(column.role, column.sure) for column in first.columns][:3] == [
        (IGNORED, False),
        (IGNORED, False),
        ("level:1:3.1", False),
    ]
    roles = {column.heading: column.role for column in first.columns}
    app.calibration.receiving.remember(session.id, roles)
    # Who it is is still not known.
    assert code(one(app, session, path)) == "online-columns"
    app.calibration.receiving.remember(session.id, {"Wie bent u?": WHO})
    file = one(app, session, path)
    assert [each.participant.name for each in file.taken] == [NAMES[0]]

    # The same form with another column: that one is asked, and nothing is taken until it is known.
    more = export(tmp_path / "meer.xlsx", [[*heads, "Nieuwe vraag"], [*rows[1], "x"]])
    other = one(app, session, more)
    assert code(other) == "online-columns"
    assert [column.heading for column in other.columns if not column.sure] == ["Nieuwe vraag"]
    twice = {"Nieuwe vraag": "level:1:3.1"}
    app.calibration.receiving.remember(session.id, twice)
    assert code(one(app, session, more)) == "online-columns"
    app.calibration.receiving.remember(session.id, {"Nieuwe vraag": MAIL})
    assert one(app, session, more).taken[0].arrival is Arrival.SAME


def test_an_export_without_questions_shows_nothing_of_its_answers(
    app: Application, session: Session, tmp_path: Path
) -> None:
    rows = [[SECRET, *VOLDOENDE], [NAMES[0], *VOLDOENDE]]
    file = one(app, session, export(tmp_path / "a.xlsx", rows))
    assert code(file) == "online-no-headings"
    assert file.columns == ()
    assert SECRET not in said([file])


def test_an_export_of_another_session_or_round_is_named(app: Application, session: Session, tmp_path: Path) -> None:
    other = prepared(app, NAMES)
    app.calibration.rounds.open(other.id)
    rows = [[*SYSTEM, *asked(app, other)], answered(NAMES[0], VOLDOENDE)]
    path = export(tmp_path / "a.xlsx", rows)
    assert code(one(app, session, path)) == "form-other-session"
    rows[0][5] = "Je naam (formulier 00000-00000)"
    assert code(one(app, session, export(tmp_path / "b.xlsx", rows))) == "form-unknown"

    # In the second round the export of the first one is late for the first, whatever round is open.
    mine = [[*SYSTEM, *asked(app, session)], answered(NAMES[0], VOLDOENDE)]
    app.calibration.rounds.receive(session.id, [sheet(name, "OVGVVVV") for name in NAMES[1:]], ReturnWay.TABLE)
    app.calibration.rounds.close(session.id, "een is ziek")
    app.calibration.rounds.reveal(session.id)
    app.calibration.rounds.open(session.id)
    file = one(app, session, export(tmp_path / "c.xlsx", mine))
    assert file.taken[0].arrival is Arrival.LATE


def test_questions_are_written_as_a_file_and_only_while_a_round_is_open(
    app: Application, session: Session, tmp_path: Path
) -> None:
    path = app.calibration.inviting.write_questions(session.id, tmp_path / "uit", "nl")
    words = path.read_text("utf-8-sig")
    assert "kan alle antwoorden zien" in words
    assert "onvoldoende · voldoende · goed · niet waargenomen" in words
    app.calibration.rounds.receive(session.id, [sheet(NAMES[0], "OVGVVVV")], ReturnWay.TABLE)
    app.calibration.rounds.close(session.id, "de dag begint")
    with pytest.raises(KnownError, match="round-not-form"):
        app.calibration.inviting.questions(session.id, "nl")


def test_with_two_cases_a_question_names_its_case(app: Application, tmp_path: Path) -> None:
    app.people.sign_in(app.people.add("Lea Sluis", frozenset())[0].id)
    session = prepared(app, NAMES, ("A", "B"))
    app.calibration.rounds.open(session.id)
    heads = asked(app, session)
    assert heads[1].startswith("A · 3.1 ")
    file = one(
        app,
        session,
        export(tmp_path / "a.xlsx", [["Naam", *heads], ["", NAMES[0], *["V", ""] * 14, ""]]),
    )
    assert file.taken[0].complete
