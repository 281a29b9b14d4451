"""What a room reports: presence, what was said, where agreements go, hands."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assessor.application import catalogue
from assessor.domain.calibration.casus import Casus
from assessor.domain.calibration.conclusion import Destination, TalkNote
from assessor.domain.calibration.room import Participant
from assessor.domain.calibration.room_form import Discussed, reported, room_form
from assessor.domain.dossier import InstrumentKey
from assessor.domain.forms import FormHome, FormKind

FORM = catalogue().get("pabo-praktijkbeoordeling")
KEY = InstrumentKey(FORM.id, FORM.version, "f" * 64)
ASKED = Discussed(FORM, KEY, ("3.2", "3.1"), (Casus("c", "s", "A"),))
PEOPLE = (Participant("p1", "s", "Ada Beuk", "X"), Participant("p2", "s", "Bo Eik", "Y"))
BLANK = TalkNote("s", "r", "")


def test_a_room_is_asked_who_was_there_what_was_said_and_how_many_hands() -> None:
    form = room_form(ASKED, PEOPLE)
    assert form.kind is FormKind.ROOM
    assert form.kind.home is FormHome.CALIBRATION
    assert [section.title.en for section in form.sections] == ["Who was there?", "What we discussed", "Counting hands"]
    assert [item.code for item in form.sections[1].items] == ["3.2", "3.1"]
    assert form.fields["present:p1"].title.nl == "Ada Beuk was er"
    assert form.fields["hands:0:3.1:N"].title.nl == "3.1 niet waargenomen"
    assert len(room_form(ASKED, ()).sections) == 2


def test_of_several_cases_the_hands_are_counted_apart() -> None:
    several = replace(ASKED, casussen=(Casus("c", "s", "A"), Casus("d", "s", "B")))
    form = room_form(several, ())
    assert [item.heading.nl for item in form.sections[-1].items][::2] == [
        "casus A · Doelen", "casus B · Doelen",
    ]  # fmt: skip
    report = reported(several, (), {"hands:1:3.1:V": "4"}, BLANK)
    assert report.hands == {("d", "3.1"): {"V": 4}}


def test_what_came_back_is_one_report() -> None:
    values = {
        "present:p2": "ja", "seen:3.1": "Een lijst", "agreed:3.2": "Eerst het doel",
        "destination:3.2": Destination.YEAR_PLAN.value, "destination:3.1": Destination.YEAR_PLAN.value,
        "hands:0:3.1:O": "1", "hands:0:3.1:V": "5",
    }  # fmt: skip
    report = reported(ASKED, PEOPLE, values, BLANK)
    assert report.present == {"p1": False, "p2": True}
    assert [(one.criterion, one.seen, one.agreed) for one in report.notes] == [
        ("3.2", "", "Eerst het doel"), ("3.1", "Een lijst", ""),
    ]  # fmt: skip
    assert report.agreed == {"3.2": Destination.YEAR_PLAN}, "without words there is no agreement"
    assert report.hands == {("c", "3.1"): {"O": 1, "V": 5}}


@pytest.mark.parametrize("values", [{}, {"seen:3.1": "iets"}])
def test_when_nobody_is_ticked_nothing_is_said_of_who_was_there(values: dict[str, str]) -> None:
    assert reported(ASKED, PEOPLE, values, BLANK).present == {}
