"""What paper may tell of a midterm evaluation: nothing while it is sealed, and afterwards who said what."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from assessor.domain.dossier import InstrumentKey
from assessor.domain.errors import KnownError
from assessor.domain.form_parts import level_name
from assessor.domain.forms import Respondent
from assessor.domain.midterm.account import MidtermAccount
from assessor.domain.midterm.agenda import agenda
from assessor.domain.midterm.midterm import SIDES, Midterm, MidtermWay, Receipt
from assessor.domain.midterm.mirror import mirror
from assessor.domain.midterm.talk import Agreement, Talk
from assessor.domain.student import Student
from assessor.instruments.catalogue import Catalogue
from assessor.paths import forms

FORM = Catalogue(forms()).get("ad-tussenevaluatie")
NOW = datetime(2026, 11, 27, 9, 30, tzinfo=UTC)
STUDENT, MENTOR = SIDES
SENT = Midterm("m1", "s1", "p1", InstrumentKey(FORM.id, FORM.version, "a" * 64), "Noor Veld", "c1", NOW)
SEM = Student("s1", "340001", "Sem", "", "Heide", "ad", "pep", FORM.phases[0].code)


def account(midterm: Midterm, **details) -> MidtermAccount:
    found = mirror(
        FORM,
        {STUDENT: {level_name("A1.1"): "B1"}},
        {STUDENT: {level_name("A1.1"): "B0"}},
    )
    return MidtermAccount(midterm, FORM, SEM, "De Wilg", "Ties Berk", found, agenda(found, FORM), **details)


def test_there_is_no_account_of_sealed_forms() -> None:
    with pytest.raises(KnownError, match="midterm-sealed"):
        account(SENT)
    with pytest.raises(KnownError, match="midterm-sealed"):
        account(SENT.closed(NOW, (), "De student is gestopt."))


def test_it_knows_whose_form_is_missing_and_what_moved() -> None:
    one = account(SENT.closed(NOW, {STUDENT}, "De praktijkbegeleider is ziek."))
    assert one.missing == (MENTOR,)
    assert [line.criterion.code for line in one.changed] == ["A1.1"]
    assert one.phase == FORM.phases[0]
    assert one.programme.organisation.nl == "organisatie"
    assert [one.who(side).nl for side in SIDES] == ["student", "praktijkbegeleider"]


def test_a_form_that_came_too_late_or_was_replaced_is_not_the_one_that_counts() -> None:
    first = Receipt("r1", "m1", STUDENT, MidtermWay.PDF, True, NOW, "c1", in_force=False)
    second = replace(first, id="r2", way=MidtermWay.PAPER, in_force=True)
    late = replace(second, id="r3", respondent=MENTOR, late=True)
    one = account(SENT.closed(NOW, {STUDENT}, "Ziek."), receipts=(first, second, late))
    assert one.receipt(STUDENT) == second
    assert one.receipt(MENTOR) is None
    assert account(SENT.closed(NOW, {STUDENT}, "Ziek.")).receipt(Respondent.STUDENT) is None


def test_an_empty_page_of_the_talk_is_no_talk() -> None:
    both = SENT.opened(NOW, SIDES)
    assert account(both).written is None
    assert account(both, talk=Talk(answers=("", ""))).written is None
    held = Talk(date(2026, 12, 1), agreements=(Agreement("A1.1", "Oefenen"),))
    assert account(both, talk=held).written == held
