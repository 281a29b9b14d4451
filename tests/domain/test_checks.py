"""The check page: what an assessor is told before a result is set."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from assessor.domain.checks import blocking, check, departure_obstacle
from assessor.domain.decision import decide
from assessor.domain.dossier import Activity, Dossier
from assessor.domain.finding import Facts, Finding, MentorRule, Severity
from assessor.domain.instrument import Departure, Family, Instrument, Kind, Outcome
from assessor.domain.midterm.foresight import Foresight
from assessor.domain.ratings import Place, Rating, Sheet, Source
from assessor.domain.register import Lack
from assessor.domain.text import Text
from assessor.instruments.catalogue import Catalogue
from assessor.paths import forms
from tests.domain.stories import AD, PABO, TODAY, complete_sheet, dossier_on

SEEN = frozenset({Source.SEEN})


def findings_of(dossier: Dossier, instrument: Instrument = PABO, facts: Facts | None = None) -> dict[str, Finding]:
    facts = facts or Facts(today=TODAY, assessor_name="Noor Wilgenhout")
    found = check(instrument, dossier, decide(instrument, dossier.sheet.marks), facts)
    return {finding.code: finding for finding in found}


def with_ratings(*ratings: Rating, instrument: Instrument = PABO) -> Dossier:
    return dossier_on(instrument, complete_sheet(instrument, **{f"r{n}": one for n, one in enumerate(ratings)}))


def with_passage(place: str, text: str, dossier: Dossier | None = None) -> Dossier:
    dossier = dossier or dossier_on(PABO)
    return replace(dossier, sheet=Sheet(dossier.sheet.ratings, {**dossier.sheet.passages, place: text}))


@pytest.mark.parametrize("instrument", [PABO, AD], ids=["pabo", "ad"])
def test_a_complete_dossier_has_nothing_to_settle(instrument: Instrument) -> None:
    assert findings_of(dossier_on(instrument), instrument) == {}


def test_an_empty_sheet_names_every_criterion_and_every_missing_text() -> None:
    dossier = dossier_on(PABO, Sheet())
    found = check(PABO, dossier, decide(PABO, {}), Facts(today=TODAY, assessor_name="Noor"))

    assert sum(finding.code == "unscored" for finding in found) == 36
    assert sum(finding.code == "motivation-missing" for finding in found) == 5
    assert {"strength-missing", "development-missing"} <= {finding.code for finding in found}


def test_an_insufficient_needs_an_explanation() -> None:
    finding = findings_of(with_ratings(Rating("4.6", "O")))["note-missing"]

    assert finding.severity is Severity.BLOCKING
    assert finding.place == "note:4.6"
    assert finding.what.nl.startswith("4.6 ")


def test_not_observed_needs_a_reason() -> None:
    assert "reason-missing" in findings_of(with_ratings(Rating("1.7", "N")))
    assert findings_of(with_ratings(Rating("1.7", "N", "De groep was op kamp."))) == {}


def test_an_explanation_in_models_1_and_2_names_its_source_but_not_in_model_4() -> None:
    assert "source-missing" in findings_of(with_ratings(Rating("1.2", "V", "Kent de groep.")))
    assert findings_of(with_ratings(Rating("4.2", "V", "Heldere uitleg."))) == {}


def test_a_good_model_needs_two_explained_good_criteria() -> None:
    good = [Rating(f"4.{n}", "G") for n in range(1, 9)]
    assert "good-notes-missing" in findings_of(with_ratings(*good, Rating("4.1", "G", "Rustig.")))
    noted = [Rating("4.1", "G", "Rustig."), Rating("4.2", "G", "Helder.")]
    assert "good-notes-missing" not in findings_of(with_ratings(*good[2:], *noted))


def test_a_motivation_is_a_sentence_and_a_short_one_is_doubted() -> None:
    assert "motivation-missing" in findings_of(with_passage(Place.motivation("3"), "Prima zo"))
    short = findings_of(with_passage(Place.motivation("3"), "De voorbereiding was goed."))
    assert short["motivation-short"].severity is Severity.WARNING


def test_an_insufficient_in_models_1_or_2_that_nobody_announced_is_warned_of() -> None:
    dossier = with_ratings(Rating("2.3", "O", "Kwam vaak te laat.", SEEN))
    assert findings_of(dossier)["insufficient-not-announced"].severity is Severity.WARNING
    announced = with_passage(Place.announced("2"), "Besproken op 3 december met de mentor erbij.", dossier)
    assert "insufficient-not-announced" not in findings_of(announced)
    assert "insufficient-not-announced" not in findings_of(with_ratings(Rating("4.1", "O", "Onrustig.")))


def test_an_insufficient_that_the_midterm_announced_comes_not_out_of_the_blue() -> None:
    growth = Catalogue(forms()).get("pabo-tussenevaluatie").models[0].scale
    said = {"2.3": Foresight(growth, "B1", "B0"), "2.4": Foresight(growth, "B1", "B1")}
    facts = Facts(today=TODAY, assessor_name="Noor", midterm=said)
    late, rude = Rating("2.3", "O", "Kwam vaak te laat.", SEEN), Rating("2.4", "O", "Viel collega's af.", SEEN)
    assert "insufficient-not-announced" not in findings_of(with_ratings(late), facts=facts)
    finding = findings_of(with_ratings(late, rude), facts=facts)["insufficient-not-announced"]
    assert finding.what.nl.endswith("De tussenevaluatie kondigde 2.4 niet aan.")
    alone = Facts(today=TODAY, assessor_name="Noor")
    assert "tussenevaluatie" not in findings_of(with_ratings(late), facts=alone)["insufficient-not-announced"].what.nl


def test_the_same_level_everywhere_is_asked_about_not_accused_of() -> None:
    finding = findings_of(with_ratings(*(Rating(f"3.{n}", "V") for n in range(1, 8))))["all-the-same"]

    assert finding.severity is Severity.WARNING
    assert finding.what.nl == "Model 3: alle criteria in dit model hebben hetzelfde niveau. Klopt dat?"


def test_a_critical_criterion_speaks_up() -> None:
    assert "critical-insufficient" in findings_of(with_ratings(Rating("4.1", "O", "Er werd gelachen om een kind.")))
    not_observed = findings_of(with_ratings(Rating("1.1", "N", "Niet te zien.")))
    assert "critical-not-observed" in not_observed
    assert not_observed["no-verdict"].severity is Severity.BLOCKING


def test_a_repeated_explanation_is_pointed_at() -> None:
    facts = Facts(today=TODAY, assessor_name="Noor", repeated=frozenset({"4.2"}))
    assert findings_of(dossier_on(PABO), facts=facts)["note-repeated"].place == "note:4.2"


@pytest.mark.parametrize(
    ("rule", "severity"), [(MentorRule.BLOCK, Severity.BLOCKING), (MentorRule.WARN, Severity.WARNING)]
)
def test_the_mentor_is_not_the_assessor_by_house_rule(rule: MentorRule, severity: Severity) -> None:
    facts = Facts(today=TODAY, assessor_name="mees  appelboom", mentor_rule=rule)
    assert findings_of(dossier_on(PABO), facts=facts)["assessor-is-mentor"].severity is severity


@pytest.mark.parametrize(
    ("activity", "code"),
    [
        (Activity(None, "groep 5", "Breuken"), "activity-day-missing"),
        (Activity(TODAY + timedelta(days=1), "groep 5", "Breuken"), "activity-in-future"),
        (Activity(date(2001, 1, 1), "groep 5", "Breuken"), "instrument-not-valid"),
        (Activity(TODAY, " ", "Breuken"), "activity-group-missing"),
        (Activity(TODAY, "groep 5", ""), "activity-subject-missing"),
    ],
)
def test_the_activity_is_known_and_fits_the_instrument(activity: Activity, code: str) -> None:
    assert findings_of(replace(dossier_on(PABO), activity=activity))[code].severity is Severity.BLOCKING


def test_supervisor_and_organisation_are_asked_in_the_programmes_own_words() -> None:
    dossier = replace(dossier_on(AD), supervisor="", organisation_id=None)
    found = findings_of(dossier, AD)

    assert found["supervisor-missing"].what.nl == "Wie is de praktijkbegeleider?"
    assert found["organisation-missing"].what.nl == "De organisatie is niet ingevuld."


def test_an_own_job_and_a_period_that_still_runs_are_warned_of() -> None:
    dossier = replace(dossier_on(AD), own_job=True, placement_end=TODAY + timedelta(days=9))
    found = findings_of(dossier, AD)

    assert found["own-job"].severity is Severity.WARNING
    assert "29 januari 2026" in found["period-not-over"].what.nl


def test_a_lapsed_appointment_blocks_with_its_cure() -> None:
    lack = Lack("appointment-missing-now", Text("Verlopen.", "Lapsed."), Text("Vraag.", "Ask."))
    found = findings_of(dossier_on(PABO), facts=Facts(TODAY, "Noor", (lack,)))

    assert found["appointment-missing-now"].what == Text("Verlopen. Vraag.", "Lapsed. Ask.")
    assert found["appointment-missing-now"].place == "right"


def test_blocking_findings_come_first() -> None:
    dossier = with_ratings(Rating("4.1", "O"), *(Rating(f"3.{n}", "V") for n in range(1, 8)))
    found = check(PABO, dossier, decide(PABO, dossier.sheet.marks), Facts(TODAY, "Noor"))

    severities = [finding.severity is Severity.BLOCKING for finding in found]
    assert severities == sorted(severities, reverse=True)
    assert blocking(found) == found[: severities.count(True)]


def test_models_that_a_resit_took_over_are_not_checked_again() -> None:
    dossier = replace(dossier_on(PABO, Sheet({}, {})), taken_over=frozenset({"1", "2", "3"}))
    found = check(PABO, dossier, decide(PABO, {}), Facts(TODAY, "Noor"))

    assert {finding.place.split(":")[1][0] for finding in found if finding.code == "unscored"} == {"4", "5"}


# --- coming to another verdict than the rule


def test_between_sufficient_and_good_departing_takes_two_sentences() -> None:
    dossier = replace(dossier_on(PABO), chosen=Outcome.GOOD)
    assert "departure-reason-missing" in findings_of(dossier)
    one = with_passage(Place.DEPARTURE, "Het was erg sterk.", dossier)
    assert "departure-reason-missing" in findings_of(one)
    two = with_passage(
        Place.DEPARTURE, "Model 4 was op één criterium na goed. De groep was uitzonderlijk zwaar.", dossier
    )
    assert findings_of(two) == {}


def test_across_the_cut_departing_waits_for_a_second_look() -> None:
    finding = findings_of(replace(dossier_on(PABO), chosen=Outcome.INSUFFICIENT))["departure-not-allowed"]
    assert "tweede blik" in finding.what.nl


def test_an_instrument_may_forbid_departing() -> None:
    assert PABO.rule is not None
    strict = replace(PABO, rule=replace(PABO.rule, departure_within_pass=Departure.NEVER))
    obstacle = departure_obstacle(strict, decide(strict, dossier_on(strict).sheet.marks), Outcome.GOOD)
    assert obstacle is not None
    assert "geen ander oordeel" in obstacle.nl


def test_without_a_verdict_there_is_nothing_to_depart_from() -> None:
    obstacle = departure_obstacle(PABO, decide(PABO, {}), Outcome.GOOD)
    assert obstacle is not None
    assert "nog geen oordeel" in obstacle.nl


def test_choosing_what_the_rule_says_is_no_departure() -> None:
    assert findings_of(replace(dossier_on(PABO), chosen=Outcome.SUFFICIENT)) == {}


def test_when_the_rule_only_advises_the_assessor_chooses_and_motivates() -> None:
    assert PABO.rule is not None
    advisory = replace(PABO, rule=replace(PABO.rule, family=Family.ASSESSOR))
    assert "verdict-not-chosen" in findings_of(dossier_on(advisory), advisory)
    chosen = replace(dossier_on(advisory), chosen=Outcome.INSUFFICIENT)
    assert "departure-reason-missing" in findings_of(chosen, advisory)
    told = with_passage(Place.DEPARTURE, "De groep was niet veilig. Dat weegt het zwaarst.", chosen)
    assert findings_of(told, advisory) == {}


def test_words_on_health_or_belief_are_asked_about_where_they_stand() -> None:
    noted = findings_of(with_ratings(Rating("4.2", "V", "Rustig, ook bij een leerling met ADHD.")))["private-words"]
    assert (noted.severity, noted.place) == (Severity.WARNING, "note:4.2")
    assert noted.what.nl == (
        "4.2: hier staat ‘ADHD’. Schrijf alleen over gezondheid, geloof of privézaken als het oordeel erop rust."
    )
    strength = findings_of(with_passage(Place.STRENGTH, "Werkt hard, ook na haar burn-out."))["private-words"]
    assert strength.place == Place.STRENGTH


def test_a_house_without_a_list_is_not_asked() -> None:
    facts = Facts(today=TODAY, assessor_name="Noor", private_words=())
    assert "private-words" not in findings_of(with_passage(Place.STRENGTH, "Heeft ADHD."), facts=facts)


def test_where_the_verdict_is_the_assessors_own_it_is_motivated_as_such() -> None:
    assert PABO.rule is not None
    own = replace(PABO, rule=replace(PABO.rule, family=Family.ASSESSOR))
    finding = findings_of(replace(dossier_on(own), chosen=Outcome.SUFFICIENT), own)["departure-reason-missing"]
    assert finding.what.nl == "Bij dit instrument bepaal jij het oordeel. Motiveer het in ten minste twee zinnen."


# --- other instruments


def without_activity(instrument: Instrument) -> Instrument:
    return replace(instrument, models=tuple(replace(model, needs_activity=False) for model in instrument))


def test_an_instrument_without_an_activity_asks_for_no_group_or_subject() -> None:
    bare = without_activity(PABO)
    dossier = replace(dossier_on(bare), activity=Activity(TODAY))
    assert findings_of(dossier, bare) == {}


def test_a_formative_instrument_asks_for_no_verdict() -> None:
    formative = replace(PABO, kind=Kind.MIDTERM)
    dossier = replace(dossier_on(formative), chosen=Outcome.INSUFFICIENT)
    assert findings_of(dossier, formative) == {}


def test_a_level_without_a_meaning_for_the_rule_counts_as_neither() -> None:
    [low, middle, high] = PABO.models[0].scale.levels
    silent = replace(PABO.models[0].scale, levels=(low, replace(middle, outcome=None), high))
    odd = replace(PABO, models=(replace(PABO.models[0], scale=silent), *PABO.models[1:]))
    tally = decide(odd, dossier_on(odd).sheet.marks).models["1"].tally
    assert (len(tally.insufficient), len(tally.good), tally.unscored) == (0, 1, ())


def test_a_code_that_is_not_there_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        PABO.model("9")
    with pytest.raises(KeyError):
        PABO.models[0].scale.level("Z")
