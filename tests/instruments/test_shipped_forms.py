"""The forms that come with the program: whole, equal to what was agreed, and never changed again."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from assessor.domain.instrument import Departure, Family, Kind, Outcome, Status
from assessor.domain.text import Text
from assessor.instruments.canonical import fingerprint
from assessor.instruments.published import published_in
from assessor.paths import forms
from tests.instruments.authoring import SHIPPED, line_of, shipped, shipped_text, slipped


@pytest.mark.parametrize("form", SHIPPED)
def test_a_shipped_form_has_neither_errors_nor_advice(form: str):
    catalogue = shipped()
    [entry] = [entry for entry in catalogue.entries() if entry.id == form]

    assert catalogue.reading(entry).problems == ()


def test_the_four_forms_are_there_and_nothing_else():
    assert [entry.id for entry in shipped().entries()] == list(SHIPPED)
    assert shipped().broken() == ()


@pytest.mark.parametrize("form", SHIPPED)
def test_each_shipped_version_stands_in_the_list_of_published_versions(form: str):
    instrument = shipped().get(form)

    assert published_in(forms())[form, instrument.version] == fingerprint(instrument)


@pytest.mark.parametrize(
    ("form", "kind", "sizes"),
    [
        ("pabo-praktijkbeoordeling", Kind.PRACTICE, {"1": 8, "2": 7, "3": 7, "4": 8, "5": 6}),
        ("ad-praktijkbeoordeling", Kind.PRACTICE, {"A1": 8, "A2": 7, "A3": 9, "A4": 6}),
        ("pabo-tussenevaluatie", Kind.MIDTERM, {"1": 8, "2": 7}),
        ("ad-tussenevaluatie", Kind.MIDTERM, {"A1": 8, "A2": 7}),
    ],
)
def test_each_form_has_the_agreed_models_and_criteria(form: str, kind: Kind, sizes: dict[str, int]):
    instrument = shipped().get(form)

    assert instrument.kind is kind
    assert {model.code: len(model.criteria) for model in instrument} == sizes
    assert instrument.status is Status.EXAMPLE
    assert instrument.is_example
    assert instrument.valid_from == date(2025, 9, 1)
    assert instrument.published is not None
    assert "voorbeeld" in instrument.published.nl


def test_the_ad_prints_its_models_as_1_to_4():
    assert [model.label.nl for model in shipped().get("ad-praktijkbeoordeling")] == [
        "Model 1",
        "Model 2",
        "Model 3",
        "Model 4",
    ]


def test_the_critical_criteria_are_those_that_were_agreed():
    found = {
        form: [code for code, criterion in shipped().get(form).criteria.items() if criterion.critical]
        for form in ("pabo-praktijkbeoordeling", "ad-praktijkbeoordeling")
    }

    assert found == {
        "pabo-praktijkbeoordeling": ["1.1", "2.2", "2.7", "3.2", "4.1", "4.3", "5.3"],
        "ad-praktijkbeoordeling": ["A1.1", "A2.2", "A2.7", "A3.2", "A3.5", "A4.3"],
    }


def test_model_2_of_the_ad_is_that_of_the_pabo_word_for_word():
    pabo, ad = shipped().get("pabo-praktijkbeoordeling"), shipped().get("ad-praktijkbeoordeling")

    for criterion in ad.model("A2").criteria:
        original = pabo.criteria[criterion.code.removeprefix("A")]
        assert (criterion.name, criterion.descriptors, criterion.critical) == (
            original.name,
            original.descriptors,
            original.critical,
        )


@pytest.mark.parametrize("programme", ["pabo", "ad"])
def test_a_midterm_bears_the_names_of_the_practice_assessment(programme: str):
    practice, midterm = shipped().get(f"{programme}-praktijkbeoordeling"), shipped().get(f"{programme}-tussenevaluatie")

    for code, criterion in midterm.criteria.items():
        assert criterion.name == practice.criteria[code].name
        assert list(criterion.questions) == ["mentor", "student"]
        assert criterion.descriptors == {}
    assert midterm.rule is None
    assert [model.scale.marks for model in midterm] == [("B0", "B1", "B2", "N")] * 2
    assert midterm.models[0].scale.word("N") == Text("nog niet te zien", "not yet visible")
    assert len(midterm.closing_questions) == 4
    assert midterm.introduction is not None


def test_the_questions_on_attitude_are_the_same_for_pabo_and_ad():
    pabo, ad = shipped().get("pabo-tussenevaluatie"), shipped().get("ad-tussenevaluatie")

    assert [criterion.questions for criterion in pabo.model("2").criteria] == [
        criterion.questions for criterion in ad.model("A2").criteria
    ]


@pytest.mark.parametrize(
    ("form", "source", "activity"),
    [("pabo-praktijkbeoordeling", ["1", "2"], ["3", "4"]), ("ad-praktijkbeoordeling", ["A1", "A2"], ["A3"])],
)
def test_models_of_the_whole_period_ask_a_source_and_those_of_the_activity_its_data(
    form: str, source: list[str], activity: list[str]
):
    instrument = shipped().get(form)

    assert [model.code for model in instrument if model.needs_source] == source
    assert [model.code for model in instrument if model.needs_activity] == activity


@pytest.mark.parametrize("form", SHIPPED)
def test_the_formative_items_stand_in_model_1_and_the_last_one_has_a_free_title(form: str):
    first, *others = shipped().get(form).models

    assert [item.free_title for item in first.formative] == [False, False, True]
    assert [model.formative for model in others] == [()] * len(others)
    assert len(shipped().get(form).formative_questions) == 3


def test_the_rule_of_the_pabo_has_the_agreed_parameters_and_words():
    rule = shipped().get("pabo-praktijkbeoordeling").rule

    assert rule is not None
    assert rule.family is Family.CRITICAL
    assert {code: (model.max_insufficient, model.good_needed) for code, model in rule.models.items()} == {
        "1": (1, 5),
        "2": (0, 5),
        "3": (1, 5),
        "4": (1, 5),
        "5": (1, 4),
    }
    assert (rule.max_insufficient_total, rule.max_unobserved, rule.max_unobserved_total) == (2, 1, 3)
    assert (rule.good_models, rule.pivot) == (3, "4")
    assert rule.departure_within_pass is Departure.WITH_REASON
    assert rule.departure_across_cut is Departure.AFTER_SECOND_LOOK
    assert [line.nl for line in rule.in_words][3].startswith("Zij is goed als model 4 en ten minste twee andere")


def test_the_rule_of_the_ad_turns_on_model_3():
    rule = shipped().get("ad-praktijkbeoordeling").rule

    assert rule is not None
    assert rule.pivot == "A3"
    assert rule.models["A3"].good_needed == 6
    assert "model 3" in rule.in_words[3].nl
    assert "model 3" in rule.in_words[3].en


def test_the_levels_mean_onvoldoende_voldoende_and_goed_to_the_rule():
    scale = shipped().get("pabo-praktijkbeoordeling").models[0].scale

    assert [scale.outcome(mark) for mark in scale.marks] == [*Outcome, None]
    assert [level.standard and level.standard.nl for level in scale.levels] == [None, "basisniveau", "expertniveau"]


@pytest.mark.parametrize("form", SHIPPED)
def test_a_shipped_form_with_one_altered_word_is_refused_as_a_published_version(form: str, tmp_path: Path):
    text = slipped(shipped_text(form), ("Kijk naar", "Let op"))
    altered = tmp_path / "altered.toml"
    altered.write_text(text, encoding="utf-8")

    [problem] = shipped().check(altered).problems

    assert problem.code == "published-changed"
    assert "nieuwe versie" in problem.cure.nl
    assert problem.line == line_of(text, 'version = "1.0"')


@pytest.mark.parametrize("form", SHIPPED)
def test_layout_comments_and_line_ends_are_no_change(form: str, tmp_path: Path):
    text = shipped_text(form).replace("\n\n", "\n\n# een opmerking\n\n").replace("\n", "\r\n")
    again = tmp_path / "again.toml"
    again.write_bytes(b"\xef\xbb\xbf" + text.encode())

    assert shipped().check(again).problems == ()
