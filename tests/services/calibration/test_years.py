"""Looking back: agreement over the years, what is open, and who calibrated when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from assessor.application import Application
from assessor.domain.calibration.conclusion import Destination, Status
from assessor.domain.calibration.session import Session
from assessor.domain.errors import KnownError
from assessor.domain.people import Role
from assessor.services.calibration.preparing import Invited, NewSession
from tests.services.calibration.stories import DAY, NAMES, all_in, revealed

FORM = "pabo-praktijkbeoordeling"


def again(app: Application, before: Session) -> Session:
    """The same casus a year later, with one person fewer."""
    preparing = app.calibration.preparing
    day = date(2027, 1, 19)
    session, _ = preparing.start(NewSession("Pabo model 3, opnieuw", app.desk.catalogue.get(FORM), ("3",), day))
    preparing.take_again(session.id, preparing.casussen(before.id)[0].id)
    preparing.invite(session.id, [Invited(name, "School 0") for name in NAMES[:7]])
    preparing.make_rooms(session.id)
    app.calibration.rounds.open(session.id)
    all_in(app, session, ["VVVVVVV"] * 7)
    app.calibration.rounds.close(session.id)
    app.calibration.rounds.reveal(session.id)
    return session


def test_two_years_lie_beside_each_other(app: Application, session: Session, tmp_path: Path) -> None:
    c = app.calibration
    assert c.years.instruments() == []
    with pytest.raises(KnownError, match="no-sessions-held"):
        c.years.look(FORM)
    revealed(app, session)
    people = c.preparing.participants(session.id)
    c.preparing.mark_present(session.id, {one.id: one is not people[7] for one in people})
    c.concluding.agree(session.id, "Eerst de groep", Destination.CONSTRUCTION, "3.1")
    proposal, _ = c.concluding.propose(session.id, "Herschrijf 3.5", "toetscommissie", "3.5")
    c.concluding.answer(session.id, proposal.id, Status.DECLINED)
    c.concluding.plan(session.id, "Verslag sturen", "programmaleider")
    second = again(app, session)

    assert [one.id for one in c.years.instruments()] == [FORM]
    found = c.years.look(FORM)
    assert [one.session.id for one in found.sessions] == [session.id, second.id]
    assert [(one.invited, one.present) for one in found.sessions] == [(8, 7), (7, None)]
    assert found.sessions[0].casussen == found.sessions[1].casussen
    assert [one.text for one in found.open.agreements] == ["Eerst de groep"]
    assert found.open.proposals == ()
    assert [one.text for one in found.open.actions] == ["Verslag sturen"]
    by_name = {one.name: one for one in found.calibrated}
    assert by_name[people[0].name].days == (DAY,)
    assert by_name[people[7].name].missed == (DAY,)

    report, who = c.years.write(FORM, tmp_path / "jaar", "nl")
    text = " ".join(" ".join(page.extract_text() for page in PdfReader(report).pages).split())
    for words in ("Jaarverslag kalibreren 2027", "casus van 20 januari 2026 opnieuw", "van de 100 (", "Per criterium",
                  "3.1: Eerst de groep [open]", "programmaleider"):  # fmt: skip
        assert words in text
    assert not [name for name in NAMES if name in text]
    rows = list(load_workbook(who).worksheets[0].iter_rows(values_only=True))
    assert rows[0] == ("Naam", "Organisatie", "Laatst gekalibreerd", "20 januari 2026", "19 januari 2027")
    assert rows[1] == (people[0].name, "School 0", "2026-01-20", "aanwezig", None)


def test_only_leads_and_the_committee_look_back(app: Application, session: Session) -> None:
    revealed(app, session)
    board, _ = app.people.add("Ko Missie", frozenset({Role.COMMITTEE}))
    other, _ = app.people.add("An Der", frozenset({Role.ASSESSOR}))
    app.people.sign_in(other.id)
    with pytest.raises(KnownError, match="not-session-lead"):
        app.calibration.years.look(FORM)
    app.people.sign_in(board.id)
    assert app.calibration.years.look(FORM).sessions


def test_the_sessions_of_one_day_have_one_attendance_list(app: Application, session: Session) -> None:
    revealed(app, session)
    preparing = app.calibration.preparing
    other, _ = preparing.start(
        NewSession("Ad model 3", app.desk.catalogue.get("ad-praktijkbeoordeling"), ("3",), DAY, day_id=session.day_id)
    )
    preparing.invite(other.id, [Invited("Ilse Wilg")])
    records = app.calibration.papers.attendance_of_day(session.id)
    assert [one.session.id for one in records] == [session.id, other.id]
    helper, _ = app.people.add("An Der", frozenset({Role.ASSESSOR}))
    with app.desk.workspace.writing() as unit:
        unit.calibration_sessions.save(replace(session, lead_id=helper.id))
    app.people.sign_in(helper.id)
    records = app.calibration.papers.attendance_of_day(session.id)
    assert [one.session.id for one in records] == [session.id], "the other session has another lead"


def test_leads_decide_for_how_long_personal_scores_are_kept(app: Application, session: Session) -> None:
    revealed(app, session)
    keeping = app.calibration.keeping
    assert (keeping.years(), keeping.kept_until(session.id)) == (1, date(2027, 1, 20))
    keeping.keep_for(2)
    assert (keeping.years(), keeping.kept_until(session.id)) == (2, date(2028, 1, 20))
    assert keeping.erase_due(date(2027, 6, 1)) == ()
    for years in (0, 6):
        with pytest.raises(KnownError, match="years-wrong"):
            keeping.keep_for(years)
    helper, _ = app.people.add("An Der", frozenset({Role.ASSESSOR}))
    app.people.sign_in(helper.id)
    with pytest.raises(KnownError, match="not-session-lead"):
        keeping.keep_for(3)
