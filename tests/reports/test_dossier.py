"""A dossier on paper, read by the student, the assessor and the examination committee."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assessor.domain.decision import decide
from assessor.domain.dossier import State
from assessor.domain.instrument import Family, Outcome, Status
from assessor.domain.ratings import Place, Rating, Sheet
from assessor.domain.record import Record
from assessor.domain.text import LANGUAGES
from tests.reports import samples
from tests.reports.reading import content, flat, paper

PABO = samples.instrument()
AD = samples.instrument("ad-praktijkbeoordeling")
MIXED = samples.marks(PABO, c3_1="O", c3_4="N", c4_1="G", c4_2="G", c4_3="G", c4_4="G", c4_5="G", c4_7="G")
REFERENCES = Path(__file__).resolve().parent.parent / "data" / "papers"
PROVISIONAL = {
    "nl": "Voorlopig. Dit resultaat is nog niet bekendgemaakt.",
    "en": "Provisional. This result has not been announced yet.",
}
LONG = "Zij liet zien dat zij 1 & 1 optelt <b>zonder</b> hulp; dat zag ik op meer momenten. " * 120


def with_note(record: Record, code: str, note: str) -> Record:
    sheet = record.dossier.sheet
    ratings = {**sheet.ratings, code: replace(sheet.rating(code), note=note)}
    return replace(record, dossier=replace(record.dossier, sheet=Sheet(ratings, sheet.passages)))


# ---------------------------------------------------------------- page 1


@pytest.mark.parametrize("form", [PABO, AD], ids=["pabo", "ad"])
def test_page_1_says_who_what_and_how_the_verdict_came_about(form):
    record = samples.record(form, samples.marks(form, "G"))
    first = paper(record).first

    for words in (
        "Mirthe van der Zandhoeve", "604512", "2026-0147", "Wies Lindeboom", "Jorrit Aldershof", "besluit EC-2025-014",
        "12 maart 2026", form.id, "versie 1.0", "Oordeel Goed", "Totstandkoming van het oordeel", "Sterk punt",
        "Ontwikkelpunt", "Pagina 1 van",
    ):  # fmt: skip
        assert words in first
    assert record.decision.reason.nl in first
    for model in form:
        assert record.decision.models[model.code].reason.nl in first
        assert model.title.nl in first


def test_each_programme_reads_its_own_words():
    assert "Mentor Wies Lindeboom" in paper(samples.record(PABO)).first
    ad = paper(samples.record(AD))
    assert "Praktijkbegeleider Wies Lindeboom" in ad.first
    assert "Organisatie Kinderopvang Het Klaverveld" in ad.first
    assert "Bron praktijkbegeleider · gesprek met student" in ad.text


def test_an_oefendossier_says_so_on_every_page():
    read = paper(samples.record(PABO))
    assert all("Voorbeeld - niet vastgesteld" in flat(page) for page in read.pages)
    assert "oefendossier" in read.first
    assert "Voorbeeld" not in paper(samples.record(samples.established())).text


@pytest.mark.parametrize("language", LANGUAGES)
def test_until_it_is_announced_page_1_says_that_the_result_is_provisional(language):
    form = samples.established()
    assert PROVISIONAL[language] in paper(samples.record(form), language).first
    announced = paper(samples.record(form, state=State.ANNOUNCED), language)
    assert PROVISIONAL[language] not in announced.text
    assert ("Bekendgemaakt op 20 maart 2026." if language == "nl" else "Announced on 20 March 2026.") in announced.first


def test_a_concept_is_clearly_no_result():
    read = paper(samples.record(PABO, MIXED, state=State.CONCEPT))
    assert "Concept - nog niet definitief" in read.first
    assert "Voorlopig oordeel Voldoende" in read.first
    assert "De beoordelaar volgt de regel" not in read.text
    assert "Nog geen: het controlegetal ontstaat bij definitief maken." in read.text


def test_a_concept_with_open_criteria_has_no_verdict_yet():
    read = paper(samples.record(PABO, {**MIXED, "5.1": None}, state=State.CONCEPT))
    assert "Voorlopig oordeel Nog geen oordeel" in read.first
    assert "nog niet gescoord" in read.text


@pytest.mark.parametrize(
    ("grounds", "printed"),
    [
        ("omdat zij alles zelf deed. Dat zag ik.", "Ik kom tot goed, omdat zij alles zelf deed. Dat zag ik."),
        ("Omdat zij alles zelf deed.", "Ik kom tot goed, omdat zij alles zelf deed."),
        ("zij alles zelf deed.", "Ik kom tot goed, omdat zij alles zelf deed."),
        ("Zij deed alles zelf.", "Ik kom tot goed. Motivering: Zij deed alles zelf."),
        ("", "Ik kom tot goed."),
    ],
)
def test_another_verdict_than_the_rule_is_explained(grounds, printed):
    record = samples.record(PABO, MIXED, chosen=Outcome.GOOD, passages={Place.DEPARTURE: grounds})
    first = paper(record).first
    assert "Oordeel Goed" in first
    assert f"De regel geeft voldoende. {printed}" in first
    assert "volgt de regel" not in first


def test_where_the_rule_only_advises_the_assessor_speaks():
    assert PABO.rule is not None
    form = replace(PABO, rule=replace(PABO.rule, family=Family.ASSESSOR))
    record = samples.record(form, chosen=Outcome.SUFFICIENT, passages={Place.DEPARTURE: "Zij is eraan toe."})
    first = paper(record).first
    assert "De regel adviseert voldoende. Ik kom tot voldoende. Motivering: Zij is eraan toe." in first
    unseen = samples.record(
        form, samples.marks(PABO, c1_1="N"), chosen=Outcome.SUFFICIENT, passages={Place.DEPARTURE: "Zij is eraan toe."}
    )
    said = "De regel geeft geen advies. Ik kom tot voldoende. Motivering: Zij is eraan toe."
    assert said in paper(unseen).first
    open_record = samples.record(form, state=State.CONCEPT)
    assert "Nog geen oordeel" in paper(open_record).first
    assert "adviseert de regel; de beoordelaar geeft het oordeel" in paper(open_record).first


def test_an_insufficient_is_told_calmly_and_completely():
    record = samples.record(PABO, samples.marks(PABO, c2_3="O"))
    first = paper(record).first
    assert "Oordeel Onvoldoende" in first
    assert "De praktijkbeoordeling is onvoldoende, omdat model 2 onvoldoende is." in first


# ---------------------------------------------------------------- dossiers without a verdict


@pytest.mark.parametrize(
    ("state", "heading"),
    [
        (State.NO_SHOW, "Uitslag Niet verschenen"),
        (State.BROKEN_OFF, "Uitslag Afgebroken"),
        (State.WITHDRAWN, "Uitslag Ingetrokken"),
    ],
)
def test_a_dossier_that_ended_without_a_verdict_says_why(state, heading):
    read = paper(samples.record(PABO, state=state, state_reason="Brandalarm tijdens de les."))
    assert heading in read.first
    assert "Reden: Brandalarm tijdens de les." in read.first
    assert "Totstandkoming" not in read.text
    assert "Geen: een controlegetal hoort bij een definitief oordeel." in read.text
    assert (PROVISIONAL["nl"] in read.first) == (state is not State.WITHDRAWN)


def test_what_was_scored_before_it_was_broken_off_is_kept():
    scored = paper(samples.record(PABO, MIXED, state=State.BROKEN_OFF))
    assert "Model 4. Uitvoering van de activiteit" in scored.text
    assert "De examencommissie beslist nog of dit telt als poging." in scored.first
    nothing = paper(samples.record(PABO, dict.fromkeys(PABO.criteria), state=State.BROKEN_OFF, counts_as_attempt=False))
    assert "Model 4. Uitvoering" not in nothing.text
    assert "niet telt als poging" in nothing.first
    counted = paper(samples.record(PABO, MIXED, state=State.BROKEN_OFF, counts_as_attempt=True))
    assert "heeft besloten dat dit telt als poging" in counted.first


def test_nothing_is_printed_of_a_sheet_that_was_withdrawn():
    read = paper(samples.record(PABO, MIXED, state=State.WITHDRAWN))
    assert PABO.criteria["4.1"].name.nl not in read.text
    assert "Voor gezien" not in read.text


# ---------------------------------------------------------------- the criteria


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", [PABO, AD], ids=["pabo", "ad"])
def test_every_criterion_stands_there_with_its_level_in_words(form, language):
    levels = ("O", "V", "G", "N")
    marked = {code: levels[number % 4] for number, code in enumerate(form.criteria)}
    read = paper(samples.record(form, marked), language)
    for code, criterion in form.criteria.items():
        model = form.model_of[code]
        star = " ★" if criterion.critical else ""
        name, word = criterion.name.say(language), model.scale.word(marked[code]).say(language)
        descriptor = criterion.descriptors[marked[code]].say(language) if marked[code] != "N" else ""
        assert f"{code}{star} {name} {descriptor}".strip() in read.text
        assert word in read.text


def test_only_the_chosen_descriptor_is_printed():
    read = paper(samples.record(PABO, samples.marks(PABO)))
    criterion = PABO.criteria["4.1"]
    assert criterion.descriptors["V"].nl in read.text
    assert criterion.descriptors["G"].nl not in read.text
    assert criterion.descriptors["O"].nl not in read.text


def test_not_observed_comes_with_its_reason():
    read = paper(samples.record(PABO, MIXED))
    assert (
        "3.4 Opbouw en werkvormen Reden In deze activiteit was hier geen aanleiding toe. niet waargenomen" in read.text
    )


def test_formative_items_bear_the_students_words_and_no_level():
    read = paper(samples.record(PABO))
    assert "Formatieve items van de student (zonder niveau; zij tellen niet mee)" in read.text
    assert "Ouders bij de start van de dag" in read.text
    assert "Reactie Mooi dat je dit zelf op gang hebt gebracht." in read.text


def test_an_empty_formative_item_says_so():
    record = samples.record(PABO)
    bare = replace(record.dossier, sheet=Sheet(record.dossier.sheet.ratings, {}))
    assert "Niet ingevuld." in paper(replace(record, dossier=bare)).text


def test_a_resit_shows_what_it_took_over():
    read = paper(samples.resit())
    assert "Herkansing van dossier 2025-0388: nieuwe activiteit met gesprek." in read.first
    assert read.text.count("Overgenomen uit poging 1 (dossier 2025-0388)") == 2


def test_a_correction_shows_its_revision_and_history():
    read = paper(samples.record(PABO, revision=2))
    assert "Revisie 2" in read.first
    assert "12 maart 2026, 16:41 Gewijzigd in correctie: criterium 3.2" in read.text
    assert "Reden De toelichting hoorde bij criterium 3.3." in read.text


def test_details_of_the_work_are_told():
    right = samples.record(PABO).right
    assert right is not None
    later = replace(right.appointment, id="a-2", decision="EC-2026-003", start=date(2026, 3, 1))
    record = samples.record(PABO, own_job=True, in_place_of="Sanne Ruitenbeek", in_place_reason="ziekte")
    first = paper(replace(record, right=replace(right, appointment_today=later))).first
    assert "eigen baan" in first
    assert "In plaats van Sanne Ruitenbeek: ziekte" in first
    assert "EC-2025-014" in first
    assert "EC-2026-003" in first


def test_somebody_else_without_a_reason_and_an_attempt_without_a_scope_are_told_too():
    record = samples.record(PABO, in_place_of="Sanne Ruitenbeek", attempt=2, previous_id="d-0")
    first = paper(record).first
    assert "In plaats van Sanne Ruitenbeek" in first
    assert "Poging 2 Herkansing." in first


def test_a_form_without_rule_in_words_or_brochure_has_no_such_chapter():
    assert PABO.rule is not None
    silent = replace(PABO, published=None, rule=replace(PABO.rule, in_words=()))
    assert "De regel in woorden" not in paper(samples.record(silent)).text
    unpublished = replace(PABO, published=None)
    read = paper(samples.record(unpublished))
    assert "De regel in woorden" in read.text
    assert "Vooraf gepubliceerd" not in read.text


def test_an_earlier_warning_is_printed_with_its_model():
    record = samples.record(PABO, samples.marks(PABO, c2_3="O"), passages={Place.announced("2"): "Op 3 februari."})
    assert "Eerder met de student besproken Op 3 februari." in paper(record).text


def test_what_is_not_known_is_a_dash():
    record = samples.record(PABO, supervisor="", phase="jaar-9", variant="avond")
    activity = replace(record.dossier.activity, day=None, group="")
    first = paper(replace(record, organisation=None, dossier=replace(record.dossier, activity=activity))).first
    assert "School –" in first
    assert "pabo, avond, jaar-9" in first
    assert "Les of activiteit –" in first


# ---------------------------------------------------------------- the account


def test_the_account_holds_rule_fingerprint_and_voor_gezien():
    read = paper(samples.record(samples.established(), passages={Place.APPRECIATION: "Speelde piano bij de viering."}))
    assert PABO.rule is not None
    for sentence in PABO.rule.in_words:
        assert flat(sentence.nl) in read.text
    assert "Toetsbrochure praktijk 2025-2026, pagina 8." in read.text
    assert "Waardering (telt niet mee) Speelde piano bij de viering." in read.text
    assert samples.FINGERPRINT in "".join(read.text.split())
    assert "7b1c 09af 33de 810c" in read.text
    assert "Voor gezien: de student heeft dit formulier gelezen. Dit is geen akkoord." in read.text


def test_the_students_remark_takes_the_place_of_the_empty_lines():
    read = paper(samples.record(PABO, passages={Place.STUDENT_REMARK: "Ik heb dit anders beleefd."}))
    assert "Opmerking van de student Ik heb dit anders beleefd." in read.text
    assert read.text.count("Opmerking van de student") == 1


# ---------------------------------------------------------------- what people write


def test_markup_in_a_note_is_text():
    note = "<b>vet</b> & <font color=red>rood</font> <br/> 3 < 4 &amp;"
    assert note in paper(with_note(samples.record(PABO), "4.1", note)).text


def test_signs_beyond_the_letters_leave_a_mark_and_a_reading_aid():
    read = paper(with_note(samples.record(PABO), "4.1", "Łódź, Ștefan, “knap”… 🎉 👩‍🏫 漢 e\u0301\x00\x07"))
    assert "Łódź, Ștefan, “knap”… □ □□ □ é" in read.text
    assert "□ staat voor een teken" in read.text
    assert "□ staat voor" not in paper(samples.record(PABO)).text


@pytest.mark.parametrize("place", [Place.STRENGTH, Place.DEVELOPMENT, Place.DEPARTURE])
def test_however_much_is_written_page_1_stays_one_page(place):
    record = samples.record(PABO, MIXED, chosen=Outcome.GOOD, passages={place: LONG})
    read = paper(record)
    assert "Ontwikkelpunt" in read.first
    assert "Pagina 1 van" in read.first
    assert "Lees verder bij ‘Vervolg van de samenvatting’." in read.first
    assert "Model 1. Stageproces" in flat(read.pages[1])
    assert read.text.count("optelt") >= 120


@pytest.mark.parametrize("place", [Place.motivation("3"), Place.APPRECIATION, Place.STUDENT_REMARK, "formative:F1:0"])
def test_a_text_of_ten_thousand_signs_is_printed_whole(place):
    read = paper(samples.record(PABO, passages={place: LONG}))
    assert read.text.count("optelt") == 120


def test_a_long_note_breaks_over_pages_and_short_ones_stay_whole():
    read = paper(with_note(samples.record(PABO), "4.1", LONG))
    assert read.text.count("optelt") == 120
    for code, criterion in PABO.criteria.items():
        [page] = [page for page in map(flat, read.pages[1:]) if f"{code} {criterion.name.nl}" in page.replace(" ★", "")]
        if code != "4.1":
            assert criterion.descriptors["V"].nl in page


def test_a_word_without_end_and_a_note_of_empty_lines_do_no_harm():
    record = with_note(samples.record(PABO), "4.1", "hottentottententententoonstelling" * 300)
    record = with_note(record, "4.2", "boven" + "\n" * 5000 + "onder")
    read = paper(record)
    assert "boven onder" in read.text
    assert read.text.replace(" ", "").count("hottentot") >= 290


def test_no_notes_at_all_still_make_a_paper():
    ratings = {code: Rating(code, "V") for code in PABO.criteria}
    record = samples.record(PABO)
    bare = replace(record, dossier=replace(record.dossier, sheet=Sheet(ratings)), history=(), organisation=None)
    assert "Sterk punt –" in paper(bare).first


def test_headings_never_stand_last_on_a_page():
    for words in range(0, 200, 40):
        read = paper(samples.record(PABO, passages={Place.motivation("1"): "woord " * words}))
        for page in read.pages[1:]:
            text, _furniture = page.rsplit("Dossier 2026-0147 · stud", 1)
            last = text.strip().splitlines()[-1]
            assert not last.startswith(("Model ", "Formatieve items", "De regel in woorden", "Controlegetal"))


# ---------------------------------------------------------------- the file


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_file_knows_its_language_and_names_nobody(language):
    read = paper(samples.record(PABO), language)
    assert read.language == language
    assert "2026-0147" in read.title
    assert "Zandhoeve" not in read.title
    assert all("Zandhoeve" not in entry for entry in read.outline)
    assert sum("Model" in entry for entry in read.outline) == len(PABO.models)
    heads = [
        line for page in read.pages[1:] for line in page.splitlines() if line.startswith("Dossier 2026-0147 · stud")
    ]
    assert len(heads) == len(read.pages) - 1
    assert all("604512" in head and "Zandhoeve" not in head for head in heads)


def test_letters_are_embedded_and_of_one_family():
    fonts = paper(samples.record(PABO)).fonts
    assert fonts
    assert all("InterAssessor" in font and "not embedded" not in font for font in fonts)


def test_the_same_record_makes_the_same_bytes_and_another_moment_another_date():
    record = samples.record(PABO)
    assert content(record) == content(record)
    assert b"D:20260313093000+01'00'" in content(record)


def test_asking_for_the_report_does_not_load_the_paper():
    looking = "import sys, assessor.reports.dossier; print('reportlab' in sys.modules)"
    shown = subprocess.run([sys.executable, "-c", looking], check=True, capture_output=True, text=True)
    assert shown.stdout.strip() == "False"


def test_a_form_with_more_levels_and_its_own_words_needs_no_code():
    model = PABO.models[0]
    scale = model.scale
    extra = replace(scale.levels[0], code="B", name=replace(scale.levels[0].name, nl="bijna voldoende", en="nearly"))
    four = replace(scale, code="vier", levels=(scale.levels[0], extra, *scale.levels[1:]))
    form = replace(PABO, models=(replace(model, scale=four), *PABO.models[1:]), status=Status.CONCEPT)
    record = samples.record(form, samples.marks(form, c1_2="B"))
    assert record.decision == decide(form, record.dossier.sheet.marks)
    read = paper(record)
    assert "versie 1.0, concept" in read.first
    assert "bijna voldoende" in read.text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", [PABO, AD], ids=["pabo", "ad"])
def test_the_paper_reads_as_it_was_approved(form, language):
    """Compares with the kept text; ASSESSOR_RENEW_REFERENCES=1 writes it anew, to be read before it is kept."""
    record = samples.record(form, MIXED if form is PABO else samples.marks(form, "G"))
    text = "\n\f\n".join(paper(record, language).pages) + "\n"
    kept = REFERENCES / f"dossier-{form.programme}-{language}.txt"
    if os.environ.get("ASSESSOR_RENEW_REFERENCES"):
        kept.write_text(text, encoding="utf-8")
    assert text == kept.read_text(encoding="utf-8")
