"""Every reference value comes out, named by its set and its measure."""

import math

import numpy as np
import pytest

from assessor.agreement.calculation import Calculation
from assessor.agreement.criterion import specific_agreement
from assessor.agreement.measures import MEASURES, measures
from assessor.agreement.planning import components, decision_study
from assessor.agreement.reml import reml
from assessor.agreement.scale import Scale
from assessor.agreement.session import by_level
from assessor.agreement.severity import crossed
from assessor.agreement.table import Rating, Table
from assessor.agreement.verbal import ALTMAN, FLEISS, LANDIS_KOCH, membership
from tests.agreement.reference import aliases, calculation, rows, sets, table

ERRORS = ("se", "se_gwet_linearised", "se_irrcac", "se_fleiss_cohen_everitt")

# Names outside the list of measures: tests, planning of sample sizes and Rasch, which the engine does not offer, and
# forms of a value that stands in the file under its own name too. What is computed under another roof is tested below.
SKIPPED = {
    "Erho2_nt3_nr4": 1,
    "N.cohen.kappa(.5,.5,.6,.4)": 1,
    "N.cohen.kappa(rate1=.3,rate2=.3,k1=.9,k0=.7,alpha=.05,power=.8,one-sided)": 1,
    "N2.cohen.kappa(mrg=(.3,.3,.4),k1=.6,k0=.4)": 1,
    "bangdiwala_b_weighted_(1,8/9)": 2,
    "bhapkar_chisq": 1,
    "cohen_kappa_custom": 1,
    "finn_oneway_6_levels": 1,
    "judge_infit": 1,
    "judge_outfit": 1,
    "judge_se": 1,
    "judge_severity_logits_JML": 1,
    "kappaSize CI3Cats(kappa0=.6,kappaL=.4,props=(.3,.5,.2),raters=4)": 1,
    "kappaSize PowerBinary(kappa0=.4,kappa1=.6,props=.3,raters=3)": 1,
    "log_likelihood": 1,
    "mean_squares": 1,
    "pearson_r": 1,
    "percent_unanimous_tolerance1": 1,
    "phi_nt3_nr4": 1,
    "ratee_measures_JML": 1,
    "raw_score_per_judge": 1,
    "sem_abs": 1,
    "sem_rel": 1,
    "stuart_maxwell_chisq": 1,
    "trait_difficulty_JML": 1,
}
ELSEWHERE = {
    "Erho2_4_raters": 1,
    "WRONG_if_alphabetical_fleiss_quadratic": 1,
    "WRONG_if_alphabetical_gwet_quadratic": 1,
    "altman_cumprob": 1,
    "conger_exact_kappa": 1,
    "fleiss_cumprob": 1,
    "fleiss_kappa_per_category": 1,
    "landis_koch_cumprob": 1,
    "landis_koch_cumprob_raw4raters_AC1(.77544,.14295)": 1,
    "percent_unanimous": 2,
    "phi_4_raters": 1,
    "rater_severity_BLUP_first5": 1,
    "variance_components": 2,
    "variance_components_REML": 2,
}


def named() -> list[tuple[str, str, dict]]:
    found = []
    for name, one in sets().items():
        for value in one["expected"]:
            measure = aliases().get(value.get("coef", ""), value.get("coef"))
            if measure in MEASURES and rows(name) is not None:
                found.append((name, measure, value))
    return found


def label(case: tuple[str, str, dict]) -> str:
    name, measure, value = case
    weights = value.get("weights")
    return "-".join(part for part in (name, measure, weights, value["provenance"].split()[0].strip(":")) if part)


@pytest.mark.parametrize(("name", "measure", "value"), named(), ids=[label(case) for case in named()])
def test_reference_value(name: str, measure: str, value: dict) -> None:
    found = measures(calculation(name, value.get("weights", "unweighted")), [measure])[measure]
    assert found.value == pytest.approx(value["value"], abs=value["tol"])


def with_error() -> list[tuple[str, str, dict]]:
    return [(name, measure, value) for name, measure, value in named() if any(key in value for key in ERRORS)]


@pytest.mark.parametrize(("name", "measure", "value"), with_error(), ids=[label(case) for case in with_error()])
def test_reference_standard_error(name: str, measure: str, value: dict) -> None:
    found = measures(calculation(name, value.get("weights", "unweighted")), [measure])[measure]
    for key in ERRORS:
        if key in value:
            # A published error is rounded; without a tolerance of its own half a unit of its last digit is.
            digits = len(str(value[key]).split(".")[1])
            tolerance = value.get("se_tol", max(0.6 * 10.0**-digits, 1e-9))
            tolerance = 5e-4 if value[key] == 0.06 else tolerance
            assert found.standard_error == pytest.approx(value[key], abs=tolerance)


def with_interval() -> list[tuple[str, str, dict]]:
    return [case for case in named() if "ci95" in case[2] or "ci95_gwet_t_rounded3" in case[2]]


@pytest.mark.parametrize(("name", "measure", "value"), with_interval(), ids=[label(case) for case in with_interval()])
def test_reference_interval(name: str, measure: str, value: dict) -> None:
    found = measures(calculation(name, value.get("weights", "unweighted")), [measure])[measure]
    interval = found.interval if measure.startswith("icc") else found.t_interval
    assert interval is not None
    if "ci95_gwet_t_rounded3" in value:
        wanted = [float(part) for part in value["ci95_gwet_t_rounded3"].strip("()").split(",")]
        tolerance = 6e-4
    else:
        wanted, tolerance = value["ci95"], value.get("ci_tol", 6e-4 if "icc" not in measure else 1e-8)
    assert [interval.low, interval.high] == pytest.approx(wanted, abs=tolerance)


def test_nothing_in_the_file_is_forgotten() -> None:
    left: dict[str, int] = {}
    for name, one in sets().items():
        for value in one["expected"]:
            coefficient = value.get("coef")
            measure = aliases().get(coefficient, coefficient)
            if coefficient is None or (measure in MEASURES and rows(name) is not None):
                continue
            left[coefficient] = left.get(coefficient, 0) + 1
    assert left.pop("exact_agreement") == 1  # the set of judges, ratees and traits: below
    assert left == SKIPPED | ELSEWHERE
    assert sum(SKIPPED.values()) == 26
    assert len(named()) == 497


def expected(name: str, coefficient: str) -> list[dict]:
    return [value for value in sets()[name]["expected"] if value["coef"] == coefficient]


def test_exact_agreement_of_three_judges_on_works_with_several_criteria() -> None:
    given = sets()["guilford_1954_mfrm"]["matrix"]
    ratings = [
        Rating(str(ratee), f"trait {place}", str(judge), level)
        for judge, ratee, *levels in given
        for place, level in enumerate(levels)
    ]
    judged = Table.from_ratings(ratings)
    shared = Calculation(judged)
    found = measures(shared, ["exact_agreement"])["exact_agreement"]
    value = expected("guilford_1954_mfrm", "exact_agreement")[0]
    assert found.value == pytest.approx(value["value"], abs=value["tol"])
    assert found.pairs == value["opportunities"]


@pytest.mark.parametrize("name", ["fleiss_1971", "irr_video"])
def test_share_of_unanimous_items(name: str) -> None:
    found = measures(calculation(name, "unweighted"), ["unanimity"])["unanimity"]
    assert found.value is not None
    assert 100 * found.value == pytest.approx(expected(name, "percent_unanimous")[0]["value"], abs=1e-6)


def test_fleiss_kappa_by_level() -> None:
    value = expected("fleiss_1971", "fleiss_kappa_per_category")[0]
    found = by_level(table("fleiss_1971"), calculation("fleiss_1971", "unweighted").patterns)
    assert found == pytest.approx(value["value"], abs=value["tol"])


def test_conger_is_the_exact_kappa() -> None:
    value = expected("fleiss_1971", "conger_exact_kappa")[0]
    found = measures(calculation("fleiss_1971", "unweighted"), ["conger_kappa"])["conger_kappa"]
    assert found.value == pytest.approx(value["value"], abs=value["tol"])


@pytest.mark.parametrize("name", ["shrout_fleiss_1979", "synthetic_100x40"])
def test_variance_components(name: str) -> None:
    value = expected(name, "variance_components_REML")[0]
    names = {"target": "work", "item": "work", "rater": "assessor", "residual": "residual"}
    found = components(table(name)).variances
    for key, variance in value["value"].items():
        assert found[names[key]] == pytest.approx(variance, abs=value["tol"])


@pytest.mark.parametrize("place", [0, 1])
def test_variance_components_of_raters_within_tasks(place: int) -> None:
    value = expected("brennan_2001_table3_2", "variance_components")[place]
    given = np.array(sets()["brennan_2001_table3_2"]["matrix"])
    person, task, rater = (axis.ravel() for axis in np.indices(given.shape))
    found = reml(
        given.ravel().astype(float),
        {"p": person, "t": task, "r_in_t": task * given.shape[2] + rater, "pt": person * given.shape[1] + task},
    ).components
    found["pr_in_t"] = found.pop("residual")
    for key, variance in value["value"].items():
        assert found[key] == pytest.approx(variance, abs=value["tol"])


def test_severity_of_the_first_five_assessors() -> None:
    value = expected("synthetic_100x40", "rater_severity_BLUP_first5")[0]
    fit = crossed(table("synthetic_100x40"))
    assert fit.effects["assessor"].value[:5] == pytest.approx(value["value"], abs=value["tol"])


def test_dependability_of_four_raters() -> None:
    step = decision_study(components(table("shrout_fleiss_1979"))).curve[3]
    assert step.assessors == 4
    assert step.absolute == pytest.approx(expected("shrout_fleiss_1979", "phi_4_raters")[0]["value"], abs=1e-6)
    assert step.relative == pytest.approx(expected("shrout_fleiss_1979", "Erho2_4_raters")[0]["value"], abs=1e-6)


@pytest.mark.parametrize(
    ("coefficient", "ladder", "at"),
    [
        ("altman_cumprob", ALTMAN, (0.67, 0.15)),
        ("landis_koch_cumprob", LANDIS_KOCH, (0.67, 0.15)),
        ("fleiss_cumprob", FLEISS, (0.67, 0.15)),
        ("landis_koch_cumprob_raw4raters_AC1(.77544,.14295)", LANDIS_KOCH, (0.77544, 0.14295)),
    ],
)
def test_probability_of_a_word(coefficient: str, ladder, at: tuple[float, float]) -> None:
    value = expected("gwet_benchmark_membership", coefficient)[0]
    found = membership(*at, ladder)
    assert found.cumulative == pytest.approx(value["value"], abs=value["tol"])
    assert found.word is not None
    assert found.word.en == value["retained_at_95"]


@pytest.mark.parametrize(
    ("measure", "wrong"),
    [
        ("fleiss_kappa", "WRONG_if_alphabetical_fleiss_quadratic"),
        ("gwet_ac", "WRONG_if_alphabetical_gwet_quadratic"),
    ],
)
def test_letters_are_never_sorted_by_the_alphabet(measure: str, wrong: str) -> None:
    trap = expected("ovg_order_trap", wrong)[0]["value"]
    found = measures(calculation("ovg_order_trap", "quadratic"), [measure])[measure].value
    assert found is not None
    assert abs(found - trap) > 0.1
    # The faulty value is really that of the alphabet: it comes out when the levels are declared that way.
    sorted_scale = Table.from_rows(rows("ovg_order_trap") or [], Scale.of(["G", "O", "V"]))
    shared = Calculation(sorted_scale, "quadratic")
    assert measures(shared, [measure])[measure].value == pytest.approx(trap, abs=1e-4)


def test_specific_agreement_beside_hand_counts() -> None:
    # Two assessors, 20 + 50 agreed and 30 not: 2 x 20 / (2 x 20 + 30) and 2 x 50 / (2 x 50 + 30).
    found = specific_agreement(table("artstein_poesio_2008_t2").counts)
    assert found == pytest.approx((40 / 70, 100 / 130))
    assert all(share is not None and math.isfinite(share) for share in found)
