"""What a returned form would change, and that nothing changes beside what was chosen."""

from dataclasses import replace
from datetime import date

from assessor.domain.dossier import Activity
from assessor.domain.form_proposals import Advice, advice_of, proposals, taken
from assessor.domain.forms import FormKind
from assessor.domain.ratings import Passage, Place, Rating, Sheet, Source
from assessor.domain.text import Text
from tests.domain.stories import PABO, dossier_on

DOSSIER = replace(dossier_on(PABO, Sheet()), activity=Activity(date(2026, 1, 19), "groep 5", ""))
ANSWERS = {
    "activity:day": "2026-01-22",
    "activity:group": "groep 5",
    "activity:subject": "Breuken",
    "level:1.1": "N",
    "note:1.1": "Niet gezien.",
    "source:1.1:mentor": "ja",
    "level:3.1": "G",
    "motivation:3": "Duidelijk.",
    "strength": "Je ziet elk kind.",
}


def test_only_what_differs_is_proposed_in_the_order_of_the_form() -> None:
    offered = proposals(FormKind.SCORES, PABO, DOSSIER, ANSWERS)
    assert [(one.place, one.now.nl, one.then.nl, one.fills) for one in offered] == [
        ("activity:day", "19 januari 2026", "22 januari 2026", False),
        ("activity:subject", "", "Breuken", True),
        ("level:1.1", "", "niet waargenomen", True),
        ("note:1.1", "", "Niet gezien.", True),
        ("sources:1.1", "", "mentor", True),
        ("level:3.1", "", "goed", True),
        ("motivation:3", "", "Duidelijk.", True),
        ("strength", "", "Je ziet elk kind.", True),
    ]


def test_what_was_chosen_becomes_one_change_per_criterion_and_one_activity() -> None:
    offered = proposals(FormKind.SCORES, PABO, DOSSIER, ANSWERS)
    all_ = taken(DOSSIER, offered)
    assert all_.activity == Activity(date(2026, 1, 22), "groep 5", "Breuken")
    assert all_.entries == (
        Rating("1.1", "N", "Niet gezien.", frozenset({Source.MENTOR})),
        Rating("3.1", "G"),
        Passage(Place.motivation("3"), "Duidelijk."),
        Passage(Place.STRENGTH, "Je ziet elk kind."),
    )
    some = taken(DOSSIER, [one for one in offered if one.place == "note:1.1"])
    assert (some.entries, some.activity) == ((Rating("1.1", note="Niet gezien."),), None)


def test_what_was_taken_over_is_not_proposed_again() -> None:
    sheet = Sheet({"1.1": Rating("1.1", "V", "Gezien.", frozenset({Source.SEEN}))})
    answers = {"level:1.1": "V", "note:1.1": "Gezien.", "source:1.1:zelf_gezien": "ja"}
    assert proposals(FormKind.SCORES, PABO, replace(DOSSIER, sheet=sheet), answers) == ()


def test_models_of_an_earlier_attempt_are_left_alone() -> None:
    resit = replace(DOSSIER, taken_over=frozenset({"1"}))
    assert "level:1.1" not in [one.place for one in proposals(FormKind.SCORES, PABO, resit, ANSWERS)]
    assert proposals(FormKind.ADVICE, PABO, resit, ANSWERS) == ()


def test_advice_offers_its_example_under_what_stands_there_and_never_a_level() -> None:
    advice = {"level:1.1": "V", "note:1.1": "Begint met een rondje.", "level:1.2": "G"}
    assert advice_of(PABO, advice) == {
        "1.1": Advice(Text("voldoende", "sufficient"), "Begint met een rondje."),
        "1.2": Advice(Text("goed", "good"), ""),
    }
    assert advice_of(PABO, {"note:2.1": "Alleen een voorbeeld."})["2.1"].level is None
    noted = replace(DOSSIER, sheet=Sheet({"1.1": Rating("1.1", "O", "Zag ik niet.")}))
    [one] = proposals(FormKind.ADVICE, PABO, noted, advice)
    assert one.then.nl == "Zag ik niet.\nBegint met een rondje."
    [entry] = taken(noted, [one]).entries
    assert entry == Rating("1.1", "O", "Zag ik niet.\nBegint met een rondje.", frozenset({Source.MENTOR}))
    assert isinstance(entry, Rating)
    assert proposals(FormKind.ADVICE, PABO, replace(noted, sheet=Sheet({"1.1": entry})), advice) == ()
