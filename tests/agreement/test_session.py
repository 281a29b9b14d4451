"""The whole report of a session: what the lead reads, what each assessor reads, and what is honest to leave out."""

import math
from dataclasses import replace

import pytest

from assessor.agreement import profile as profiling
from assessor.agreement import remarks
from assessor.agreement.measures import MEASURES
from assessor.agreement.planning import Components, Planning, Step, decision_study
from assessor.agreement.reml import Effects, Fit
from assessor.agreement.resampling import Plan
from assessor.agreement.result import Reason
from assessor.agreement.scale import Scale
from assessor.agreement.session import Options, SessionReport, report
from assessor.agreement.severity import Severity, crossed, severities
from assessor.agreement.table import Rating, Table
from assessor.agreement.verbal import LANDIS_KOCH, membership
from tests.agreement.reference import table as reference
from tests.agreement.tables import OVG, QUICK, lesson, of


def told(table: Table, **options) -> SessionReport:
    return report(table, Options(**{"plan": QUICK, **options}))


def test_every_measure_stands_in_the_report() -> None:
    found = told(lesson(8, 3, works=6))
    assert list(found.measures) == [*MEASURES, "pass_fail_agreement"]
    assert (found.items, found.assessors, found.ratings) == (18, 8, 144)
    assert found.coverage == 1.0
    assert found.pairwise is not None
    assert len(found.criteria) == 3
    assert len(found.works) == 6
    assert len(found.profiles) == 8
    assert set(found.words) <= set(MEASURES)
    assert "far_share" in told(reference("gwet_raw4raters")).measures


def test_the_head_says_who_scored_what_and_what_is_missing() -> None:
    ratings = [Rating("les", c, a, "OVG"[(i + j) % 3]) for i, c in enumerate("xyz") for j, a in enumerate("abcdefg")]
    ratings[0] = replace(ratings[0], level=None)
    ratings[1] = replace(ratings[1], level=None, not_observed=True)
    found = told(Table.from_ratings(ratings, OVG))
    assert (found.missing, found.not_observed) == (1, 1)
    assert found.remarks[0].nl == (
        "7 beoordelaars scoorden 1 les op 3 criteria. 1 van de 21 scores ontbreekt; 1 keer is ‘niet waargenomen’"
        " gekozen."
    )
    assert found.remarks[2].nl == "Alle cijfers gaan over deze ene les. Over andere lessen zeggen ze nog niets."
    assert found.criteria[0].distribution.not_observed == 1
    assert found.criteria[0].distribution.missing == 1
    assert found.profiles[1].not_observed == 1


def test_a_few_assessors_read_counts_instead_of_percentages() -> None:
    found = told(of("OVV", "VVG", "GGG", "OOG"))
    assert found.remarks[-1].nl == "Met 3 beoordelaars zegt een percentage te weinig. Daarom staan hier aantallen."
    said = {name: one.sentence for name, one in found.measures.items()}
    assert said["exact_agreement"].nl == "6 van de 12 paren gaven hetzelfde niveau."
    assert said["opposite_share"].nl == "2 van de 12 paren: de een O, de ander G."
    assert said["adjacent_agreement"].en == "10 of the 12 pairs are at most one level apart."
    assert said["pass_fail_agreement"].nl == "8 van de 12 paren zijn het eens over wel of niet voldoende."


def test_many_assessors_read_shares_of_a_hundred() -> None:
    found = told(reference("synthetic_100x40"), plan=Plan(replicates=200, seed=3))
    exact = found.measures["exact_agreement"]
    assert exact.interval is not None
    low, high = round(100 * exact.interval.low), round(100 * exact.interval.high)
    assert exact.sentence.nl == (
        "Kies twee beoordelaars: in 56 van de 100 gevallen geven zij een criterium hetzelfde niveau"
        f" (marge {low}–{high})."
    )
    bare = told(reference("synthetic_100x40"), plan=Plan("none")).measures
    assert bare["exact_agreement"].sentence.nl.endswith("hetzelfde niveau.")
    assert bare["fleiss_kappa"].sentence.nl == "Fleiss’ kappa met ontbrekende scores (Gwet): 0,28."
    assert bare["fleiss_kappa"].sentence.en == "Fleiss' kappa with missing ratings (Gwet): 0.28."


def test_nowhere_and_hardly_anywhere_are_said_differently() -> None:
    never = told(of(*["OVOVOVO", "VVVVVGV", "GGVGVGG"]))
    assert never.measures["opposite_share"].sentence.nl == "Nergens stond O tegenover G."
    once = told(of(*["VVVVVVV", "GGGGGGV"] * 20, "OGVVVVV"))
    assert "minder dan 1 van de 100" in once.measures["opposite_share"].sentence.nl


def test_criteria_show_their_distribution_and_their_part_of_the_disagreement() -> None:
    split, agreed = "OOOOVVVV", "VVVVVVVV"
    ratings = [
        Rating("les", name, f"b{place}", level)
        for name, levels in (("4.1", split), ("4.2", agreed), ("4.3", "VVVVGGGG"))
        for place, level in enumerate(levels)
    ]
    found = told(Table.from_ratings(ratings, OVG))
    one, two, three = (group.distribution for group in found.criteria)
    assert one.counts == (4, 4, 0)
    assert one.split
    assert one.below == 4
    assert (one.same_pairs, one.pairs) == (12, 28)
    assert one.disagreement_share == pytest.approx(0.5)
    assert two.disagreement_share == 0.0
    assert two.spread == 0.0
    assert not three.split
    assert one.specific == (pytest.approx(3 / 7), pytest.approx(3 / 7), None)
    exact = found.criteria[0].measures["exact_agreement"]
    assert exact.value == pytest.approx(12 / 28)
    assert exact.interval is not None
    assert exact.interval.method == "two-way"
    assert exact.interval.low <= 12 / 28 <= exact.interval.high


def test_criteria_of_several_lessons_have_coefficients_of_their_own() -> None:
    table = lesson(8, 3, works=6)
    found = told(table, weights="ordinal")
    for group in found.criteria:
        alone = told(table.of_criterion(group.distribution.name), weights="ordinal")
        for name in ("exact_agreement", "gwet_ac", "krippendorff_alpha_ordinal"):
            assert group.measures[name].value == pytest.approx(alone.measures[name].value), name
    for group in found.works:
        assert group.measures["exact_agreement"].value is not None


def test_very_many_works_show_their_distribution_only() -> None:
    found = told(of(*["OV", "VV", "GV"] * 170), plan=Plan("none"))
    assert len(found.works) == 510
    assert found.works[1].measures == {}
    assert found.works[0].distribution.counts == (1, 1, 0)


def test_a_criterion_nobody_scored_twice_has_no_share() -> None:
    found = told(
        Table.from_ratings([Rating("1", "x", "a", "O"), Rating("1", "y", "a", "O"), Rating("1", "y", "b", "V")], OVG)
    )
    assert found.criteria[0].measures["exact_agreement"].reason is Reason.FEWER_THAN_TWO_ASSESSORS
    assert found.criteria[0].distribution.spread is None
    unanimous = told(of("VV", "VV"))
    assert unanimous.criteria[0].distribution.disagreement_share is None


# ---------------------------------------------------------------- the private page


def test_the_private_page_names_where_one_scored_differently() -> None:
    found = told(of("OVVVV", "VVVVV", "GVVVV", "VVVVG", "VOOVV"))
    mine = found.profiles[0]
    assert mine.compared == 4  # on the last item the others tie
    assert mine.as_most == 2
    assert [(one.item, one.own, one.most) for one in mine.different] == [(0, 0, 1), (2, 2, 1)]
    assert mine.use == (1, 3, 1)
    assert mine.exact_with_others == pytest.approx((0 + 4 + 0 + 3 + 2) / 20)
    assert mine.distance_to_others == pytest.approx((1 + 0 + 1 + 0 + 0.5) / 5)
    assert mine.lean_to_others == pytest.approx((-1 + 0 + 1 + 0 + 0.5) / 5)
    assert sum(mine.use_of_others) == pytest.approx(5)
    assert mine.distance_to_reference is None
    assert mine.without["exact_agreement"] == pytest.approx((1 + 1 + 1 + 0.5 + 1 / 3) / 5)


def test_the_private_page_beside_the_reference() -> None:
    ratings = [
        Rating("les", criterion, assessor, level)
        for criterion, levels in (("1", "OV"), ("2", "GV"), ("3", "VV"))
        for assessor, level in zip("ab", levels, strict=True)
    ]
    standard = [Rating("les", "1", "", "V"), Rating("les", "2", "", "V")]
    found = told(Table.from_ratings(ratings, OVG, standard))
    assert found.profiles[0].referenced == 2
    assert found.profiles[0].exact_with_reference == 0.0
    assert found.profiles[0].distance_to_reference == 1.0
    assert found.profiles[0].lean_to_reference == 0.0
    assert found.profiles[1].exact_with_reference == 1.0


def strict_one(assessors: int = 8, works: int = 40) -> Table:
    """The first assessor gives one level less wherever that is possible."""
    base = lesson(assessors, 3, works=works, seed=6)
    lower = (base.assessor == 0) & (base.level > 0)
    return replace(base, level=base.level - lower)


def test_stricter_is_said_only_beyond_the_margin() -> None:
    found = told(strict_one())
    first = found.profiles[0]
    assert first.severity.word == "stricter"
    assert first.severity.interval is not None
    assert first.severity.interval[1] < -0.25
    assert remarks.severity(first).nl.startswith("Je scoorde strenger dan de groep: gemiddeld 0,")
    assert remarks.severity(first, 1).nl.startswith("Bij deze les scoorde je strenger dan de groep: gemiddeld 0,")
    assert remarks.severity(first, 2).en.startswith("On these lessons you were stricter than the group: on average 0")
    assert "niveau lager (marge −" in remarks.severity(first).nl
    assert "stricter" in remarks.severity(first).en
    assert told(strict_one(), margin=2.0).profiles[0].severity.word is None


def test_milder_is_said_in_the_same_way() -> None:
    turned = strict_one()
    mild = replace(turned, level=2 - turned.level)
    first = told(mild).profiles[0]
    assert first.severity.word == "milder"
    assert "milder dan de groep" in remarks.severity(first).nl
    assert "niveau hoger" in remarks.severity(first).nl
    assert remarks.severity(first).en.startswith("You rated more mildly than the group: on average")


def test_with_few_scores_nothing_is_said_about_strictness() -> None:
    few = told(lesson(8, 5)).profiles[0]
    assert few.severity.word is None
    assert (
        remarks.severity(few).nl
        == "Je scoorde 5 criteria. Dat is te weinig voor een uitspraak over strenger of milder."
    )
    unsure = told(lesson(8, 7)).profiles[0]
    assert "is met deze 7 scores niet te zeggen (verschil " in remarks.severity(unsure).nl


def test_without_variation_there_is_no_strictness() -> None:
    found = told(of("VVV", "VVV")).profiles[0]
    assert found.severity.reason is Reason.NO_VARIATION
    assert "alle scores zijn gelijk" in remarks.severity(found).nl


def test_an_assessor_without_scores_is_not_judged() -> None:
    absent = told(of("OV.O", "VV.G", "GG.G", "OO.V")).profiles[2]
    assert absent.severity.reason is Reason.NOTHING
    assert absent.distance_to_others is None
    assert absent.scores == 0


def test_no_differences_between_assessors_is_zero_and_not_a_guess() -> None:
    fit = Fit({"item": 1.0, "assessor": 0.0, "residual": 1.0}, None, {}, 0.0, 1)  # type: ignore[arg-type]
    table = of("OV", "VG", "GG")
    flat = replace(fit, effects={"assessor": Effects(table.use[:, 0] * 0.001, table.use[:, 0] + 1)})
    assert severities(table, flat)[0] == Severity(0.0, None, (0.0, 0.0), 0.0)


def test_severity_shrinks_towards_the_group() -> None:
    table = strict_one()
    fit = crossed(table)
    assert not isinstance(fit, Reason)
    own = table.scale.numbers()[table.level]
    raw = own[table.assessor == 0].mean() - own.mean()
    assert raw < fit.effects["assessor"].value[0] < 0


def test_halo_needs_scores_and_peers() -> None:
    varied = ["OVGOVG", "VGOVGO", "GOVGOV", "OGVVGO", "VOGGOV", "GVOOVG"]
    ratings = [
        Rating(f"les {work}", f"{criterion}", f"b{assessor}", levels[criterion])
        for work in range(2)
        for assessor, levels in enumerate(["VVVVVV", *varied])
        for criterion in range(6)
    ]
    found = told(Table.from_ratings(ratings, OVG))
    assert found.profiles[0].spread == 0.0
    assert found.profiles[0].halo
    assert not found.profiles[1].halo
    lonely = told(Table.from_ratings([one for one in ratings if one.assessor in ("b0", "b1", "b2")], OVG))
    assert not lonely.profiles[0].halo


def test_levels_of_works_of_one_criterion_have_no_halo() -> None:
    assert told(of("OV", "VG")).profiles[0].spread is None


def test_very_large_tables_leave_out_what_would_take_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(profiling, "_LARGEST_LEAVE_OUT", 0)
    found = told(lesson(4, 3, works=2)).profiles[0]
    assert found.spread is None
    assert found.without == {"exact_agreement": None, "krippendorff_alpha_ordinal": None}


# ---------------------------------------------------------------- the annex


def test_high_agreement_with_low_kappa_is_explained() -> None:
    found = told(of(*["VVVVVVVO"] * 4, *["VVVVVVVG"] * 4, *["VVVVVVVV"] * 4))
    assert found.prevalence is not None
    assert found.prevalence.nl.startswith("92 % van de scores is V. Daardoor is ook door toeval veel gelijk")
    assert told(lesson(8, 7)).prevalence is None
    assert told(of("VV", "VV")).prevalence is None
    evenly = of(*["OO", "VV", "OV", "VO", "OO", "VV", "OO", "VV", "OV"], scale=Scale.of(["O", "V"]))
    assert told(evenly).prevalence is None


def test_skewed_but_not_enough() -> None:
    even = of("OOOV", "VVVO", "OOVO", "VVVV", "OOOO", "OVOO", "VVOV", scale=Scale.of(["O", "V"]))
    found = told(even)
    assert found.measures["exact_agreement"].value >= 0.6
    assert found.measures["fleiss_kappa"].value < 0.4
    assert found.prevalence is None


def test_a_word_only_with_enough_certainty() -> None:
    sure = membership(0.95, 0.01)
    assert remarks.word(sure).nl == (
        "Met ten minste 95 % zekerheid zeer sterke overeenstemming (schaal van Landis en Koch, methode Gwet)."
    )
    assert remarks.word(None).nl == "Te onzeker voor een woord."
    assert remarks.word(membership(0.3, 0.2, replace(LANDIS_KOCH, floors=(0.8, 0.6), words=LANDIS_KOCH.words[:2]), 1.1))
    with pytest.raises(ValueError, match="standard error"):
        membership(0.5, 0.0)


def test_how_many_assessors_are_needed() -> None:
    assert remarks.planning(told(reference("shrout_fleiss_1979")).planning).nl == (
        "Met 6 beoordelaars per praktijkbeoordeling wordt een betrouwbaarheid van 0,70 bereikt (geschat op 6 lessen)."
        " Ook met 10 beoordelaars wordt 0,90 niet bereikt."
    )
    few = remarks.planning(told(lesson(6, 1, works=3, seed=8)).planning)
    assert few.nl.endswith("Ruwe schatting: 3 lessen is weinig.")
    assert remarks.planning(told(lesson(6, 7)).planning).nl == (
        "Niet te berekenen met één les: daarvoor moeten dezelfde beoordelaars meer lessen scoren."
    )
    assert remarks.planning(told(of("VVV", "VVV")).planning).nl.startswith("Niet te berekenen (geen variatie)")


def test_no_true_difference_means_no_dependability() -> None:
    nothing = Components({"work": 0.0, "assessor": 0.0, "residual": 0.0}, {}, 6, 1)
    assert decision_study(nothing).reason is Reason.NO_SPREAD
    only_strictness = Components({"work": 0.0, "assessor": 1.0, "residual": 0.0}, {}, 6, 1)
    assert decision_study(only_strictness).curve[0].relative == 0.0


def test_fleiss_by_level_needs_two_items() -> None:
    assert told(of("OVVVGVVO")).fleiss_by_level == (None, None, None)
    assert told(of("OVV", "VVO")).fleiss_by_level[2] is None


def test_the_cut_must_divide_the_scale() -> None:
    with pytest.raises(ValueError, match="does not divide"):
        report(of("OV", "VG"), Options(cut=3))


def test_levels_that_were_only_seen_are_said_to_be() -> None:
    found = told(Table.from_rows([[1, 2], [2, 2], [3, 1]]))
    assert "er is geen schaal opgegeven" in found.measures["gwet_ac"].definition.nl
    assert "lineaire gewichten" in told(of("OV", "VG", "GG"), weights="linear").measures["gwet_ac"].definition.nl


def test_real_looking_sessions_come_out_finite() -> None:
    found = told(lesson(16, 5, works=17, missing=0.1), weights="ordinal")
    for name, one in found.measures.items():
        if one.value is None:
            assert one.reason is not None, name
        else:
            assert math.isfinite(one.value)


def test_what_does_not_reach_the_lower_line_is_said_once() -> None:
    curve = tuple(Step(number, 0.1, 0.2) for number in range(1, 11))
    found = Planning(curve, {0.7: None, 0.9: None}, 12, rough=False)
    assert remarks.planning(found).nl == "Ook met 10 beoordelaars wordt 0,70 niet bereikt."


def test_both_lines_that_are_reached_stand_in_one_sentence() -> None:
    found = Planning((), {0.7: 1, 0.9: 4}, 12, rough=False)
    assert remarks.planning(found).nl == (
        "Met 1 beoordelaar per praktijkbeoordeling wordt een betrouwbaarheid van 0,70 bereikt, met 4 een van 0,90"
        " (geschat op 12 lessen)."
    )
    assert remarks.planning(found).en == (
        "With 1 assessor per assessment a reliability of 0.70 is reached, with 4 one of 0.90 (estimated from 12"
        " lessons)."
    )


def test_a_margin_of_nothing_is_no_certainty() -> None:
    """Where assessors differ no more than by chance, 0 with a margin from 0 to 0 would read as an exact measurement."""
    mixed = told(of("VVGG", "OVOG", "VGVG", "GVVO", "VOVV", "VVGV", "OVGV")).profiles[0]
    assert mixed.severity.error == 0.0
    said = remarks.severity(mixed)
    assert said.nl.startswith("Of je strenger of milder bent dan de groep, is met deze 7 scores niet te zeggen: ")
    assert "door toeval" in said.nl
    assert "by chance" in said.en
    assert "marge" not in said.nl
    assert "margin" not in said.en
