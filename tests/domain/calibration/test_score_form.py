"""The form of a blind round: what it asks, whose it is, and what comes out of its answers."""

import random

import pytest

from assessor.domain.calibration.casus import Casus, CasusKind
from assessor.domain.calibration.room import Participant
from assessor.domain.calibration.score_form import (
    OWN_CODE,
    WHO,
    Asked,
    address_of,
    addressed,
    marks_of,
    notes_of,
    question,
)
from assessor.domain.dossier import InstrumentKey
from assessor.domain.form_code import code_of, new_code, read_code
from assessor.domain.forms import FieldKind, FormKind
from tests.domain.stories import PABO

KEY = InstrumentKey(PABO.id, PABO.version, "0" * 64)
CODES = ("3.1", "3.2", "4.1")
PERSON = Participant("p1", "s1", "Ada Beuk", new_code(random.Random(1).randrange))


def asked(*casussen: str, criteria: tuple[str, ...] = CODES) -> Asked:
    cases = tuple(Casus(code, "s1", code, CasusKind.VIDEO, "Rekenles" if code == "A" else "") for code in casussen)
    return Asked("r1", PABO, KEY, criteria, cases)


def test_each_case_asks_each_criterion_for_a_level_and_a_note() -> None:
    one = asked("A", "B")
    names = list(one.personal.fields)
    assert one.number == 6
    assert len(names) == 2 * 6 + 1
    assert names[:2] == ["level:1:3.1", "note:1:3.1"]
    assert "level:2:4.1" in names
    assert WHO not in names
    assert one.personal.kind is FormKind.CALIBRATION
    level = one.personal.fields["level:2:3.1"]
    assert [choice.code for choice in level.choices] == ["O", "V", "G", "N"]
    assert level.expected
    assert level.title.nl == "B, 3.1 niveau"
    titles = [section.title.nl for section in one.personal.sections]
    assert len(titles) == 5, "two models at two cases, and the code"
    leads = [section.lead.nl if section.lead else "" for section in one.personal.sections]
    assert leads[0] == "Casus A, video-opname: Rekenles"
    assert leads[2] == "Casus B, video-opname"


def test_with_one_case_a_field_does_not_name_it() -> None:
    one = asked("A")
    assert one.personal.fields["note:1:3.1"].title.nl == "3.1 Wat zag je?"
    assert question(one, one.casussen[0], "3.1").nl.startswith("3.1 ")
    two = asked("A", "B")
    assert question(two, two.casussen[1], "3.1").nl.startswith("B · 3.1 ")


def test_the_form_for_all_first_asks_who_it_is() -> None:
    one = asked("A")
    first = next(iter(one.for_all.fields.values()))
    assert (first.name, first.kind, first.expected) == (WHO, FieldKind.LINE, True)
    assert OWN_CODE in one.for_all.fields
    assert one.for_all.fingerprint != one.personal.fingerprint


def test_a_copy_says_to_which_round_and_of_whom_it_is() -> None:
    one = asked("A")
    mine, everybody = one.identity(PERSON, "nl"), one.identity(None, "nl")
    assert mine.code == PERSON.code
    assert addressed(mine.person) == ("r1", "p1")
    assert addressed(everybody.person) == ("r1", "")
    assert addressed("") == ("", "")
    assert address_of("r1", "") == "r1."
    assert everybody.code == code_of("r1") != code_of("r2")
    assert read_code(everybody.code) == everybody.code
    assert mine.fingerprint != asked("A", criteria=CODES[:2]).identity(PERSON, "nl").fingerprint


@pytest.mark.parametrize("casussen", [("A",), ("A", "B")])
def test_answers_become_marks_and_notes_by_case(casussen: tuple[str, ...]) -> None:
    one = asked(*casussen)
    values = {"level:1:3.1": "O", "note:1:3.1": "Zag ik", "level:2:3.2": "G", WHO: "Ada"}
    wanted = {"A": {"3.1": "O"}} | ({"B": {"3.2": "G"}} if len(casussen) > 1 else {})
    assert marks_of(one, values) == wanted
    assert notes_of(one, values) == {"A": {"3.1": "Zag ik"}}
