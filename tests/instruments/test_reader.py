"""An author writes a form: it is taken as meant, or every slip is named with its line and its cure."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessor.domain.instrument import Departure, Family, Kind, Outcome, Status
from assessor.domain.text import Text
from assessor.instruments.canonical import fingerprint
from assessor.instruments.messages import MESSAGES
from assessor.instruments.reader import InvalidForm, Severity, is_changed, load, read
from tests.instruments.authoring import (
    MIDTERM,
    PRACTICE,
    Slip,
    accepted,
    line_of,
    only_problem,
    reading,
    shipped_text,
    slipped,
)
from tests.instruments.slips import SLIPS

STANDALONE = "pabo-praktijkbeoordeling"
"""A shipped form that shares no text."""


def test_a_practice_form_is_read_as_it_is_written():
    form = accepted(PRACTICE)

    assert (form.id, form.version, form.kind, form.status) == (
        "eigen-formulier",
        "1.0",
        Kind.PRACTICE,
        Status.CONCEPT,
    )
    assert form.title == Text("Eigen formulier", "Own form")
    assert (form.valid_from, form.valid_until) == (date(2025, 9, 1), None)
    assert [phase.code for phase in form.phases] == ["jaar-1"]
    assert form.models[0].number == "1"
    assert form.models[0].scale.word("N") == Text("niet waargenomen", "not observed")
    assert form.criteria["1.1"].critical
    assert form.criteria["1.1"].references == ("BH",)
    assert list(form.criteria["1.2"].descriptors) == ["O", "V", "G"]
    assert form.rule is not None
    assert form.rule.departure_within_pass is Departure.NEVER
    assert form.rule.departure_across_cut is Departure.AFTER_SECOND_LOOK


def test_a_midterm_form_is_read_as_it_is_written():
    form = accepted(MIDTERM)

    assert form.kind is Kind.MIDTERM
    assert form.rule is None
    assert form.criteria["1.1"].questions["student"].en == "Which agreement was hard?"
    assert {level.outcome for level in form.models[0].scale.levels} == {None}


def test_a_midterm_may_have_descriptors_too():
    texts = 'descriptor.B1.nl = "b"\ndescriptor.B1.en = "c"\ndescriptor.B0.nl = "d"\ndescriptor.B0.en = "e"\n'

    form = accepted(MIDTERM, ("question.mentor.nl", texts + "question.mentor.nl"))

    assert list(form.criteria["1.1"].descriptors) == ["B0", "B1"]


def test_levels_may_number_more_than_three_and_two_may_mean_the_same():
    good = '[[scale.level]]\ncode = "G"'
    amply = '[[scale.level]]\ncode = "RV"\noutcome = "V"\nname.nl = "ruim"\nname.en = "amply"\n\n'
    text = 'descriptor.RV.nl = "Ruim."\ndescriptor.RV.en = "Amply."\n'

    form = accepted(
        PRACTICE,
        (good, amply + good),
        ("descriptor.G.nl", text + "descriptor.G.nl"),
        ('descriptor.G.nl = "Komt met', text + 'descriptor.G.nl = "Komt met'),
    )

    outcomes = [level.outcome for level in form.models[0].scale.levels]
    assert outcomes == [Outcome.INSUFFICIENT, Outcome.SUFFICIENT, Outcome.SUFFICIENT, Outcome.GOOD]


def test_each_model_may_have_a_scale_of_its_own():
    second = """
[[model]]
code = "2"
number = "II"
scale = "twee"
needs_source = true
needs_activity = true
title.nl = "Gesprek"
title.en = "Talk"
ground.nl = "Luister."
ground.en = "Listen."

[[model.criterion]]
code = "2.1"
name.nl = "Houding"
name.en = "Attitude"
descriptor.n0.nl = "Sluit zich af."
descriptor.n0.en = "Closes up."
descriptor.n1.nl = "Gaat in op vragen."
descriptor.n1.en = "Takes questions."

[[scale]]
code = "twee"
not_observed.nl = "niet gehoord"
not_observed.en = "not heard"

[[scale.level]]
code = "n0"
outcome = "O"
name.nl = "niet gehaald"
name.en = "not reached"

[[scale.level]]
code = "n1"
outcome = "V"
name.nl = "gehaald"
name.en = "reached"
"""
    form = accepted(
        PRACTICE + second,
        ('code = "1"\ntitle', 'code = "1"\nscale = "drie"\ntitle'),
        ("[[rule.in_words]]", "2 = { max_insufficient = 0 }\n\n[[rule.in_words]]"),
    )

    assert [model.scale.marks for model in form] == [("O", "V", "G", "N"), ("n0", "n1", "N")]
    assert form.models[1].label.nl == "Model II"
    assert form.models[1].scale.word("N").nl == "niet gehoord"
    assert form.models[1].needs_source
    assert form.models[1].needs_activity
    assert form.rule is not None
    assert form.rule.models["2"].good_needed is None


def test_a_rule_where_everything_must_be_sufficient_needs_no_numbers_for_it():
    form = accepted(
        PRACTICE,
        ('"kritisch_met_begrensde_compensatie"\nmax_insufficient_total = 1', '"alles_voldoende"'),
        ("max_insufficient = 1, ", ""),
    )

    assert form.rule is not None
    assert form.rule.family is Family.ALL_SUFFICIENT
    assert (form.rule.max_insufficient_total, form.rule.models["1"].max_insufficient) == (0, 0)


def test_a_rule_may_never_give_goed_and_may_keep_the_usual_departure():
    form = accepted(
        PRACTICE,
        ('good_models = 1\npivot = "1"\n', ""),
        (", good_needed = 2", ""),
        ('departure.within_pass = "niet"\n', ""),
    )

    assert form.rule is not None
    assert (form.rule.good_models, form.rule.pivot) == (None, None)
    assert form.rule.departure_within_pass is Departure.WITH_REASON


def test_a_practice_form_may_do_without_a_rule_and_then_without_outcomes():
    start, end = PRACTICE.index("[rule]"), PRACTICE.index("[[model]]")
    text = (PRACTICE[:start] + PRACTICE[end:]).replace('outcome = "O"\n', "")

    assert accepted(text.replace('outcome = "V"\n', "").replace('outcome = "G"\n', "")).rule is None


def test_an_established_form_says_where_it_was_published():
    form = accepted(
        PRACTICE,
        ('"concept"', '"vastgesteld"'),
        ("title.nl", 'published.nl = "Toetsbrochure, 1 juli 2025"\npublished.en = "Brochure, 1 July 2025"\ntitle.nl'),
        ("valid_from", "valid_until = 2026-08-31\nvalid_from"),
    )

    assert not form.is_example
    assert form.valid_until == date(2026, 8, 31)


def test_spaces_around_a_text_and_loose_accents_are_tidied():
    form = accepted(PRACTICE, ('"Eigen formulier"', '"  Eigen cafe\u0301  "'))

    assert form.title.nl == "Eigen caf\u00e9"


@pytest.mark.parametrize(("code", "slip", "words"), [slip[1:] for slip in SLIPS], ids=[slip[0] for slip in SLIPS])
def test_a_slip_is_named_with_its_line(code: str, slip: Slip, words: str):
    text = slipped(PRACTICE, slip)
    problems = [problem for problem in read(text.encode()).problems if problem.code == code]

    assert problems
    assert problems[0].severity is Severity.ERROR
    assert read(text.encode()).instrument is None
    assert max(len(problem.message.nl) for problem in problems) < 400
    if words:
        assert line_of(text, words) in {problem.line for problem in problems}


MENTOR = 'question.mentor.nl = "Waaraan merk je dat?"\nquestion.mentor.en = "How do you notice?"\n'
NAMED = 'name.nl = "a"\nname.en = "b"\nline.nl = "a"\nline.en = "b"'


@pytest.mark.parametrize(
    ("code", "slips"),
    [
        ("rule-formative", [("[[phase]]", "[rule]\n[[phase]]")]),
        ("outcome-formative", [('code = "B1"', 'code = "B1"\noutcome = "V"')]),
        ("question-missing", [(MENTOR, "")]),
        ("level-not-observed", [('code = "B1"', 'code = "N"')]),
        ("wrong-type", [(MENTOR, "question.mentor = 1\n")]),
        ("misspelt-key", [("question.mentor.nl", 'question.mentr.nl = "a"\nquestion.mentor.nl')]),
        ("code-twice", [("[[phase]]", f'[[phase]]\ncode = "jaar-1"\n{NAMED}\n\n[[phase]]')]),
        ("code-twice", [("[[scale]]", '[[scale]]\ncode = "groei"\n[[scale]]')]),
        ("level-alone", [('[[scale.level]]\ncode = "B1"\nname.nl = "op niveau"\nname.en = "at level"\n', "")]),
        ("none", [("title.nl", "phase = []\ntitle.nl"), ("[[phase]]", "[[fase]]")]),
        ("none", [(MIDTERM[MIDTERM.index("[[model]]") :], "")]),
    ],
)
def test_a_slip_in_a_midterm_form_is_named(code: str, slips: list[Slip]):
    found = reading(MIDTERM, *slips)

    assert code in {problem.code for problem in found.errors}
    assert found.instrument is None


def test_a_model_that_the_rule_forgets_is_named():
    second = PRACTICE[PRACTICE.index("[[model]]") :].replace('"1', '"2').replace('"F1"', '"F2"')

    assert only_problem(PRACTICE + second).code == "rule-model-missing"


def test_a_model_must_say_which_of_two_scales_it_uses():
    start = PRACTICE.index("[[scale]]")
    other = PRACTICE[start : PRACTICE.index("[rule]")].replace('"drie"', '"ook"')

    problems = reading(PRACTICE, ("[rule]", other + "[rule]")).errors

    assert [problem.code for problem in problems] == ["scale-needed"]
    assert "drie, ook" in problems[0].cure.nl


def test_two_scales_without_a_code_are_each_asked_for_one():
    found = reading(MIDTERM, ('[[scale]]\ncode = "groei"', "[[scale]]\n[[scale]]"))

    assert [problem.path for problem in found.errors if problem.code == "missing"] == ["scale[#1]", "scale[#2]"]


def test_a_scale_without_goed_cannot_make_a_model_good():
    problems = reading(
        PRACTICE,
        ('[[scale.level]]\ncode = "G"\noutcome = "G"\nname.nl = "goed"\nname.en = "good"\n', ""),
    ).errors

    assert {problem.code for problem in problems} == {"good-unreachable", "descriptor-unknown"}


@pytest.mark.parametrize(("outcome", "word"), [("O", "onvoldoende"), ("V", "voldoende")])
def test_the_rule_needs_a_level_for_both_sides_of_the_cut(outcome: str, word: str):
    other = {"O": "V", "V": "G"}[outcome]
    problems = reading(PRACTICE, (f'outcome = "{outcome}"', f'outcome = "{other}"')).errors

    assert [problem.code for problem in problems] == ["outcome-absent"]
    assert word in problems[0].what.nl


def test_a_pivot_that_can_never_be_good_is_refused():
    problems = reading(PRACTICE, (", good_needed = 2", "")).errors

    assert {problem.code for problem in problems} == {"pivot-never-good", "good-models-unreachable"}


def test_everything_sufficient_allows_no_insufficient():
    problems = reading(PRACTICE, ("kritisch_met_begrensde_compensatie", "alles_voldoende")).errors

    assert [problem.code for problem in problems] == ["rule-family", "rule-family"]


def test_all_problems_come_at_once_in_the_order_of_the_file():
    text = slipped(
        PRACTICE,
        ('"concept"', '"af"'),
        ('title.en = "Own form"\n', ""),
        ('code = "V"', 'code = "N"'),
        ('pivot = "1"', 'pivot = "9"'),
        ("critical = true", "critical = 1"),
    )

    problems = read(text.encode()).problems

    assert [problem.code for problem in problems if problem.code != "descriptor-missing"] == [
        "choice-unknown",
        "language-missing",
        "level-not-observed",
        "rule-model-unknown",
        "wrong-type",
        "descriptor-unknown",
        "descriptor-unknown",
    ]
    assert [problem.line for problem in problems] == sorted(problem.line or 0 for problem in problems)


def test_a_problem_reads_as_one_line_with_place_matter_and_cure():
    problem = only_problem(PRACTICE, ('descriptor.G.nl = "Komt met een plan."', 'descriptor.G.nl = ""'))

    line = line_of(PRACTICE, 'descriptor.G.nl = "Komt met')
    assert problem.path == "model[1].criterion[1.2].descriptor.G.nl"
    assert problem.message.nl == (
        f"regel {line}, model[1].criterion[1.2].descriptor.G.nl: "
        "De Nederlandse tekst van ‘descriptor.G’ is leeg. Vul de tekst in tussen de aanhalingstekens."
    )
    assert problem.message.en.startswith("line ")


def test_a_part_without_a_code_is_named_by_its_number():
    problem = only_problem(PRACTICE, ('[[phase]]\ncode = "jaar-1"', "[[phase]]"))

    assert problem.path == "phase[#1]"
    assert problem.line == line_of(PRACTICE, "[[phase]]")


def test_a_misspelt_key_is_answered_with_the_one_that_is_meant():
    problem = only_problem(PRACTICE, ("critical = true", "criticl = true"))

    assert problem.cure == Text("Bedoel je ‘critical’?", "Do you mean ‘critical’?")


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        (b"#" * 2_000_001, "too-large", None),
        ("title = 'caf\u00e9'\n".encode("cp1252"), "not-utf8", 1),
        (PRACTICE.encode("utf-16"), "not-utf8", 1),
        (b'\n\nid = "a\nb"', "not-toml", 3),
        (b'id = "a"\nid = "b"', "not-toml", 2),
        (b"[a]\n[a]", "not-toml", 2),
        (b"id 3", "not-toml", 1),
        (b"id = vrij", "not-toml", 1),
        (b'id = "a" b', "not-toml", 1),
        (b"[a\n", "not-toml", 1),
        (b"\n\nx = [1,", "not-toml", 3),
        (b"x = 2025-02-31", "not-toml", 1),
        (b"x = " + b"9" * 5000, "not-toml", None),
        (b"x = " + b"[" * 100_000, "too-deep", None),
        (b"x = " + b"{a=" * 100_000, "too-deep", None),
        (b"a" + b".a" * 100_000 + b" = 1", "too-deep", None),
        (b'["a"' + b' . "a"' * 100_000 + b"]", "too-deep", None),
    ],
)
def test_a_file_that_is_no_form_at_all_is_refused_in_one_sentence(content: bytes, code: str, line: int | None):
    found = read(content)

    assert found.instrument is None
    assert [(problem.code, problem.line) for problem in found.problems] == [(code, line)]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"[[[", "hier hoort de naam van een veld te staan"),
        (b"= 1", "hier hoort de naam van een veld te staan"),
        (b"!x = 1", "hier hoort de naam van een veld te staan"),
        (b'a = "x\x01y"', "er staat een teken dat hier niet mag"),
        (b"a = 1 # \x01", "er staat een teken dat hier niet mag"),
        (b'a = "c:\\map"', "schrijf een backslash (\\) dubbel"),
        (b'a = "c:\\user"', "schrijf een backslash (\\) dubbel"),
        (b'a = "\\ud800"', "schrijf een backslash (\\) dubbel"),
        (b"a = {b = 1, b = 2}", "dit veld staat er twee keer"),
        (b"a = {b = 1}\na.c = 2", "dit onderdeel staat er twee keer"),
        (b"[a.b]\n[a]\nb.c = 1", "dit onderdeel staat er twee keer"),
        (b"x = " + b"9" * 5000, "de schrijfwijze klopt niet"),
    ],
)
def test_what_cannot_be_read_is_told_in_the_language_of_the_author(content: bytes, reason: str):
    [problem] = read(content).problems
    assert problem.what.nl == f"Deze regel is niet te lezen: {reason}."


def test_a_flood_of_slips_is_cut_off():
    found = read(b"".join(b"[[model]]\nzz = 1\n" for _ in range(2_000)))

    assert len(found.errors) == 201
    assert found.problems[-1].code == "too-many-problems"


def test_a_flood_of_advice_refuses_nothing():
    criteria = "".join(
        f'[[model.criterion]]\ncode = "2.{number}"\nname.nl = "a"\nname.en = "b"\n'
        + "".join(f'descriptor.{level}.nl = "a; {level}"\ndescriptor.{level}.en = "b; {level}"\n' for level in "OVG")
        for number in range(60)
    )

    found = reading(PRACTICE + criteria)

    assert found.instrument is not None
    assert found.errors == ()
    assert len(found.warnings) == 201


def test_loading_a_refused_form_raises_one_error_that_carries_all_problems():
    text = slipped(PRACTICE, ('"concept"', '"af"'), ('pivot = "1"', 'pivot = "9"'))

    with pytest.raises(InvalidForm) as refused:
        load(text.encode())

    assert [problem.code for problem in refused.value.problems] == ["choice-unknown", "rule-model-unknown"]
    assert "2 fouten" in refused.value.say("nl")
    assert "instruments check" in refused.value.say("en")


def test_loading_a_form_with_one_error_says_which():
    with pytest.raises(InvalidForm, match="form-invalid") as refused:
        load(slipped(PRACTICE, ('"concept"', '"af"')).encode())

    assert refused.value.say("nl").startswith("Dit formulier heeft één fout: regel 4, status: ‘af’ kan niet")


def test_loading_a_sound_form_gives_its_instrument():
    assert load(PRACTICE.encode()) == accepted(PRACTICE)


def test_a_version_that_a_workspace_knows_may_not_change():
    form = accepted(PRACTICE)
    known = {("eigen-formulier", "1.0"): fingerprint(form)}
    changed = accepted(PRACTICE, ('"Komt op tijd."', '"Komt meestal op tijd."'))

    assert not is_changed(form, known)
    assert is_changed(changed, known)
    assert not is_changed(accepted(PRACTICE, ('"1.0"', '"1.1"')), known)


def test_every_message_says_something_in_both_languages():
    for what, cure in MESSAGES.values():
        assert what.nl
        assert what.en
        assert cure.nl.endswith((".", "?", "}", '"')), cure.nl
        assert cure.en.endswith((".", "?", "}", '"')), cure.en


@given(st.binary(max_size=400))
def test_any_bytes_give_problems_never_a_crash(content: bytes):
    found = read(content)

    assert found.instrument is None
    assert found.errors


LINES = shipped_text(STANDALONE).splitlines()


@given(
    st.lists(st.integers(0, len(LINES) - 1), max_size=4),
    st.lists(st.tuples(st.integers(0, len(LINES) - 1), st.text(max_size=8)), max_size=3),
)
def test_a_form_with_lines_lost_and_scribbled_on_is_read_or_refused_with_places(
    lost: list[int], scribbled: list[tuple[int, str]]
):
    lines = list(LINES)
    for number, scribble in scribbled:
        middle = len(lines[number]) // 2
        lines[number] = lines[number][:middle] + scribble + lines[number][middle:]
    text = "\n".join(line for number, line in enumerate(lines) if number not in lost)

    found = read(text.encode("utf-8", "replace"))

    assert (found.instrument is None) == bool(found.errors)
    assert all(problem.line is None or 1 <= problem.line <= text.count("\n") + 1 for problem in found.problems)
