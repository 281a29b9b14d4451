"""A midterm evaluation on paper: page 1 tells what the talk is about, and no page says anything of a verdict."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from assessor.domain.instrument import Status
from assessor.domain.midterm.account import MidtermAccount
from assessor.domain.midterm.mirror import mirror
from assessor.domain.midterm.talk import Agreement, Talk
from assessor.domain.text import Language
from assessor.reports.midterm import FORMATIVE, write_midterm
from tests.reports import midterms
from tests.reports.midterms import EQUAL, MENTOR, PRINTED, RICH, STUDENT, TALK, account
from tests.reports.reading import flat

BEFORE = ("001011111101111", "101012021111121")
VERDICT = re.compile(
    r"onvoldoende|voldoende|oordeel|geslaagd|gezakt|cijfer|afgekeurd|insufficient|sufficient|verdict|passed|failed",
    re.I,
)


def written(one: MidtermAccount, language: Language = "nl") -> bytes:
    target = BytesIO()
    write_midterm(one, target, language, printed_at=PRINTED)
    return target.getvalue()


def pages(one: MidtermAccount, language: Language = "nl") -> list[str]:
    return [flat(page.extract_text()) for page in PdfReader(BytesIO(written(one, language))).pages]


def whole(one: MidtermAccount, language: Language = "nl") -> str:
    return " ".join(pages(one, language))


def test_page_one_tells_who_how_it_stands_and_what_the_talk_is_about() -> None:
    first = pages(account())[0]
    for words in (
        "Tussenevaluatie pabo",
        "De spiegel van student en mentor",
        "Şebnem van der Łukasik",
        "340127",
        "pabo, voltijd, Jaar 2",
        "School De Wilgenroos, Zomerdam",
        "Mentor Mees Molenaar",
        "beide ingediend",
        "Formulier student 26 november 2026, pdf-formulier, niet alles ingevuld",
        "Formulier mentor 26 november 2026, van papier ingevoerd",
        "nog te voeren",
        "Ties Berkhout",
    ):
        assert words in first
    subject = first.index("Hier gaat het gesprek over")
    named = [first.index(code, subject) for code in ("2.4", "1.4", "1.2", "2.1", "2.3")]
    assert named == sorted(named)
    assert first[named[0] :].startswith("2.4 Communicatie en omgang Hier kijken jullie heel anders naar")


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("programme", ["pabo", "ad"])
def test_every_page_says_that_it_does_not_count_and_none_speaks_of_a_verdict(
    programme: str, language: Language
) -> None:
    one = account(programme, before=BEFORE, talk=TALK)
    found = pages(one, language)
    assert len(found) > 3
    for page in found:
        assert FORMATIVE.say(language) in page
        assert ("Voorbeeld - niet vastgesteld" if language == "nl" else "Example - not established") in page
        assert VERDICT.search(page) is None
    asked = (one.programme.supervisor.say(language), "leerteam" if language == "nl" else "learning team")
    assert all(word in " ".join(found) for word in asked)


def test_words_follow_the_programme() -> None:
    text = whole(account("ad", talk=TALK))
    assert "Praktijkbegeleider Noor Veldkamp" in text
    assert "Organisatie IKC De Waterlelie" in text
    assert "mentor" not in text.replace("de mentor mist dat", "").lower()


def test_an_instrument_that_was_established_bears_no_stamp() -> None:
    one = account()
    established = replace(one, instrument=replace(one.instrument, status=Status.ESTABLISHED))
    assert "niet vastgesteld" not in whole(established)


def test_both_views_stand_side_by_side_with_what_was_asked() -> None:
    text = whole(account())
    start = text.index("1.4 De groep dagelijks organiseren Student", text.index("Sluit af met afspraken"))
    block = text[start : start + 700]
    for words in (
        "Welke routine loopt goed zonder hulp en welke nog niet?",
        "Ik wacht dan te lang met ingrijpen.",
        "Op welke momenten neem jij de groep nog over?",
        "vooraf samen een signaal afspreken.",
    ):
        assert words in block
    order = [
        text.rindex(words)
        for words in ("Hier kijken jullie heel anders naar", "De student kiest een stap lager", "Gedeelde kracht")
    ]
    assert order == sorted(order)


def test_what_moved_since_the_previous_period_is_told_at_the_criterion_and_in_one_list() -> None:
    text = whole(account(before=BEFORE))
    assert "nog niet op basisniveau ↓ lager dan vorige periode" in text
    assert "op weg naar expertniveau ↑ hoger dan vorige periode" in text
    listed = text[text.index("Sinds de tussenevaluatie van 3 juni 2026") :]
    assert "1.3 Samenhangend onderwijs verzorgen student hoger · mentor hoger" in listed
    assert "2.4 Communicatie en omgang student hoger · mentor lager" in listed
    assert "2.1 Betrouwbaarheid student lager" in listed
    assert "Sinds de" not in whole(account())
    assert "Niemand koos bij een criterium een ander niveau." in whole(account(before=RICH))


def test_the_students_own_items_have_no_level() -> None:
    text = whole(account())
    own = text[text.index("Van de student, voor het gesprek") :]
    assert "Muziek bij de start van de dag Wat heb ik gedaan? Elke ochtend één lied" in own
    assert "basisniveau" not in own
    assert "Van de student, voor het gesprek" not in whole(account(notes=False))


def test_two_forms_that_are_word_for_word_the_same_are_named_without_blame() -> None:
    first = pages(account(marks=EQUAL, notes=False))[0]
    assert "Jullie kiezen overal hetzelfde niveau." in first
    assert "Beide formulieren zijn woord voor woord gelijk." in first
    assert "Agenda van het gesprek" in first
    assert "op basisniveau, allebei" in whole(account(marks=EQUAL, notes=False))
    assert "woord voor woord" not in whole(account())
    with_unseen = pages(account(marks=("N" + "1" * 14, "1" * 15)))[0]
    assert "Begin met wat nog niet naast elkaar te leggen is." in with_unseen


def test_with_one_form_the_reason_stands_on_page_one_and_nothing_is_compared() -> None:
    one = account("ad", RICH[:1], reason="De praktijkbegeleider is ziek <b>&")
    first = pages(one)[0]
    for words in (
        "Het formulier van de praktijkbegeleider is er niet. Reden De praktijkbegeleider is ziek <b>&",
        "één formulier, met reden gesloten",
        "Formulier praktijkbegeleider ontbreekt",
        "Het beeld van de student",
    ):
        assert words in first
    text = whole(one)
    assert "naast elkaar" not in text
    assert "Gedeelde kracht" not in text


def test_after_the_talk_the_agreements_answers_and_the_studiecoach_follow() -> None:
    text = whole(account(talk=TALK))
    for words in (
        "Gesprek 1 december 2026",
        "gesprek gevoerd",
        (
            "2.4 Communicatie en omgang Wat spreken jullie af? Elke maandag zelf het overleg openen met één vraag."
            " Wat heeft de student nodig? Een vast kwartier Wanneer klaar? 12 januari 2027"
        ),
        "Wat zien we hetzelfde? Dat de groep haar vertrouwt",
        "De student wil dit verslag met de studiecoach delen. Studiecoach Ans Rietveld",
    ):
        assert words in text
    assert "Wie doet wat, en wanneer kijken we ernaar terug?" not in text
    assert "Afspraken" not in whole(account())
    kept = Talk(date(2026, 12, 1), agreements=(Agreement(what="Samen voorbereiden"),))
    only = whole(account(talk=kept))
    assert "1 Afspraak 1 Wat spreken jullie af? Samen voorbereiden" in only
    assert "Dit verslag gaat niet naar de studiecoach." in only
    concern = whole(account(talk=replace(kept, concern=True), study_coach=""))
    assert "Zorg melden aan studiecoach: ja." in concern


def test_the_file_bears_a_number_and_no_name_and_is_the_same_each_time() -> None:
    one = account(talk=TALK)
    content = written(one)
    assert content == written(one)
    reader = PdfReader(BytesIO(content))
    assert reader.metadata is not None
    assert reader.metadata.title == "Tussenevaluatie pabo – 340127"
    assert "Łukasik" not in str(dict(reader.metadata))
    assert all("Łukasik" not in page.extract_text() for page in reader.pages[1:])
    outline = [str(entry.title) for entry in reader.outline]
    assert outline[:3] == ["Samenvatting", "Agenda van het gesprek", "Hier kijken jullie heel anders naar"]
    assert outline[-3:] == ["Afspraken", "Terugkijken", "De studiecoach"]
    assert reader.root_object["/Lang"] == "nl"


@pytest.mark.parametrize("note", ["Een woord en nog een. " * 190, "a\n" * 500, "🙂" * 900, "W" * 4_000])
def test_however_much_both_wrote_nothing_is_lost(note: str) -> None:
    one = account()
    long = tuple(
        replace(
            line, student=replace(line.student, note=f"{note} EINDE"), mentor=replace(line.mentor, note=f"{note} SLOT")
        )
        if line.criterion.code in {"2.4", "2.7"}
        else line
        for line in one.mirror.lines
    )
    text = whole(replace(one, mirror=replace(one.mirror, lines=long)))
    assert (text.count("EINDE"), text.count("SLOT")) == (2, 2)
    assert ("□ staat voor een teken" in text) == ("🙂" in note)


def test_very_many_criteria_make_pictures_under_each_other() -> None:
    one = account()
    first = one.instrument.models[0]
    many = replace(
        first,
        criteria=tuple(replace(first.criteria[0], code=f"1.{number}") for number in range(1, 81)),
    )
    instrument = replace(one.instrument, models=(many,))
    found = mirror(instrument, midterms.views(instrument, "0" * 80, "2" * 80, notes=False))
    text = whole(replace(one, instrument=instrument, mirror=found))
    assert len(re.findall(r"1\.80 Relatie en veiligheid", text)) == 2


def test_without_receipts_it_says_only_that_the_forms_are_in() -> None:
    one = replace(account(), receipts=(), coordinator="", organisation="")
    assert "Formulier student binnen Formulier mentor binnen" in pages(one)[0]
    assert {STUDENT, MENTOR} == one.mirror.sides
