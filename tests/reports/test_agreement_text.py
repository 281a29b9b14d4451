"""The report on agreement as a lead of a calibration day reads it, where a session is large, small or odd."""

import random
from dataclasses import replace
from pathlib import Path

import pytest

from assessor.agreement.resampling import Plan
from assessor.application import catalogue
from assessor.domain.instrument import Instrument
from assessor.domain.text import Language
from assessor.reports.agreement_text import lines
from assessor.services.agreement import Question, agreement_of

PLAN = Plan(replicates=100)
NAMES = [f"b{number}" for number in range(1, 8)]


@pytest.fixture(scope="module")
def form() -> Instrument:
    return catalogue().get("pabo-praktijkbeoordeling")


def told(path: Path, rows: list[str], language: Language = "nl", **question) -> list[str]:
    """The report on the ratings in these rows, a header first."""
    path.write_text("\n".join(rows), encoding="utf-8")
    return list(lines(agreement_of(path, Question(plan=PLAN, **question)), language))


def sheets(form: Instrument, models: str, marks: dict[tuple[str, str, str], str], works: tuple[str, ...]) -> list[str]:
    """Every sheet V throughout, but for the marks by work, assessor and criterion."""
    codes = [one.code for model in models for one in form.model(model).criteria]
    rows = [f"{w},{code},{name},{marks.get((w, name, code), 'V')}" for w in works for name in NAMES for code in codes]
    return ["work,criterion,assessor,level", *rows]


def test_works_without_criteria_are_told_as_lessons_only(tmp_path: Path) -> None:
    draw = random.Random(3)
    rows = ["item;" + ";".join(NAMES)]
    rows += [f"les {n};" + ";".join(draw.choice("OVG") for _ in NAMES) for n in range(1, 46)]
    rows += ["les 46;V;;;;;;"]
    read = told(tmp_path / "s.csv", rows, levels=("O", "V", "G"))
    assert read[2].startswith("7 beoordelaars scoorden 46 lessen. 6 van de 322 scores ontbreken;")
    assert "Er zijn nog 6 regels; zij staan hier niet." in read
    assert not any("criteri" in line for line in read[:6])
    english = told(tmp_path / "s.csv", rows, "en", levels=("O", "V", "G"))
    assert english[2].startswith("7 assessors rated 46 lessons. 6 of the 322 ratings are missing;")
    assert "‘not observed’ was chosen 0 times." in english[2]


def test_what_one_assessor_rated_alone_is_listed_but_not_compared(tmp_path: Path) -> None:
    rows = ["item;" + ";".join(NAMES), "les 1;O;V;V;V;V;G;G", "les 2;V;;;;;;"]
    assert "les 2: niet te vergelijken · O 0 · V 1 · G 0" in told(tmp_path / "s.csv", rows, levels=("O", "V", "G"))


def test_over_several_lessons_only_the_criteria_seen_least_are_named(tmp_path: Path, form: Instrument) -> None:
    marks = {(work, name, "3.2"): "N" for work in ("les 1", "les 2") for name in NAMES[:3]}
    read = told(tmp_path / "s.csv", sheets(form, "3", marks, ("les 1", "les 2")), instrument=form)
    assert "‘Niet waargenomen’ is het vaakst gekozen bij 3.2 (6 keer)." in read
    assert not any("bespreek of dit criterium in deze casus te zien was" in line for line in read)


def test_a_long_scale_is_told_without_a_row_of_counts(tmp_path: Path) -> None:
    draw = random.Random(5)
    rows = ["item;" + ";".join(NAMES)]
    rows += [f"les {n};" + ";".join(str(draw.randint(1, 14)) for _ in NAMES) for n in range(1, 9)]
    read = told(tmp_path / "s.csv", rows)
    assert "Ver uit elkaar" in read
    line = next(line for line in read if line.startswith("les 1: ") and "van de 100" in line)
    assert " · " not in line


def test_four_levels_that_lie_close(tmp_path: Path) -> None:
    rows = ["item;" + ";".join(NAMES), "les 1;1;2;2;2;1;1;1", "les 2;3;4;3;3;3;3;4"]
    read = told(tmp_path / "s.csv", rows, levels=("1", "2", "3", "4"))
    assert "Nergens lagen twee of meer niveaus tussen beide." in read
    assert "1 tegenover 4" in read


def test_two_models_are_told_apart(tmp_path: Path, form: Instrument) -> None:
    critical = next(one.code for one in form.model("4").criteria if one.critical)
    marks = {("les", name, critical): "O" for name in NAMES[:3]}
    read = told(tmp_path / "s.csv", sheets(form, "34", marks, ("les",)), instrument=form)
    assert (
        "Alleen de modellen 3 en 4 zijn gescoord. Dit zijn de oordelen over die modellen, niet over een hele"
        " praktijkbeoordeling." in read
    )
    assert any(line.startswith("Model 3. Volgens de beslisregel geven 0 beoordelaars") for line in read)
    assert any(line.startswith("Model 4. Volgens de beslisregel geven 3 beoordelaars") for line in read)
    assert any(line.startswith("Voor 3 van de 3 beoordelaars met onvoldoende gaf") for line in read)
    assert not any("Model 3 " in line and "doorslag" in line for line in read)


def test_many_lessons_on_which_the_outcome_differs_are_counted(tmp_path: Path, form: Instrument) -> None:
    works = tuple(f"les {number}" for number in range(1, 15))
    critical = next(one.code for one in form.model("3").criteria if one.critical)
    marks = {(work, name, critical): "O" for work in works for name in NAMES[:3]}
    read = told(tmp_path / "s.csv", sheets(form, "3", marks, works), instrument=form)
    assert "Ook over 2 andere verschilt de uitslag." in read
    assert any(line.startswith("Bij geen van de 14 lessen waarover") for line in read)


def test_a_form_without_a_rule_has_no_outcome(tmp_path: Path, form: Instrument) -> None:
    bare = replace(form, rule=None)
    assert "Voor dit instrument is geen beslisregel vastgelegd." in told(
        tmp_path / "s.csv", sheets(form, "3", {}, ("les",)), instrument=bare
    )


def test_one_sheet_that_differs_from_the_reference_is_told_in_the_singular(tmp_path: Path, form: Instrument) -> None:
    critical = next(one.code for one in form.model("3").criteria if one.critical)
    rows = sheets(form, "3", {("les", "b1", critical): "O"}, ("les",))
    rows = [rows[0] + ",reference", *(row + ",V" for row in rows[1:])]
    read = told(tmp_path / "s.csv", rows, instrument=form)
    assert "1 van de 7 beoordelaars komt tot een andere uitslag dan de referentie: 0 hoger, 1 lager." in read
    assert any(line.startswith("Voor de enige beoordelaar met onvoldoende gaf") for line in read)


def test_two_assessors_are_one_pair(tmp_path: Path, form: Instrument) -> None:
    rows = [row for row in sheets(form, "3", {("les", "b1", "3.2"): "G"}, ("les",)) if ",b1," in row or ",b2," in row]
    rows = ["work,criterion,assessor,level", *rows]
    read = told(tmp_path / "s.csv", rows, instrument=form)
    assert "1 van 1 paar komt tot dezelfde uitslag; over wel of niet voldoende is 1 van 1 paar het eens." in read
    assert "6 van de 7 paren gaven hetzelfde niveau." in read
    assert any(line.startswith("3.2 ") and ": 0 van 1 paar · O 0" in line for line in read)
    english = told(tmp_path / "s.csv", rows, "en", instrument=form)
    assert "1 of 1 pair comes to the same outcome; on a pass or not 1 of 1 pair agrees." in english


def test_few_assessors_read_levels_as_words(tmp_path: Path) -> None:
    rows = ["work,criterion,assessor,level", "les,1,a,O", "les,1,b,G", "les,2,a,V", "les,2,b,V"]
    assert "1 van de 2 paren: de een onvoldoende, de ander goed." in told(
        tmp_path / "s.csv", rows, levels=("O", "V", "G")
    )


def test_both_reliabilities_are_one_sentence(tmp_path: Path) -> None:
    draw = random.Random(2)
    rows = ["work,criterion,assessor,level"]
    for work in range(30):
        good = draw.gauss(0, 2)
        rows += [f"les {work},1,{name},{min(3, max(0, round(good + draw.gauss(1.5, 0.5))))}" for name in NAMES]
    read = told(tmp_path / "s.csv", rows)
    line = next(line for line in read if "betrouwbaarheid" in line)
    assert line.startswith("Met 1 beoordelaar per praktijkbeoordeling wordt een betrouwbaarheid van 0,70 bereikt, met ")
    assert line.endswith(" een van 0,90 (geschat op 30 lessen).")


def test_margins_near_the_end_are_accounted_for(tmp_path: Path) -> None:
    rows = ["item;" + ";".join(NAMES), *(f"les {n};" + ";".join("VVVVVVV") for n in range(4)), "les 9;V;V;V;V;V;V;G"]
    read = told(tmp_path / "s.csv", rows, levels=("O", "V", "G"))
    account = next(line for line in read if line.startswith("Marges:"))
    assert account.endswith("Dicht bij 0 of 100 laten herhalingen te weinig zien; daar is de marge die van Wilson.")


def test_a_figure_below_nothing_with_a_wide_margin_gets_no_word(tmp_path: Path) -> None:
    rows = ["item;" + ";".join(NAMES[:4]), "a;V;V;G;G", "b;O;V;V;V", "c;V;G;V;G", "d;G;V;V;V", "e;V;O;V;V"]
    read = told(tmp_path / "s.csv", rows, levels=("O", "V", "G"))
    kappa = next(line for line in read if line.startswith("Fleiss’ kappa −"))
    assert "vrijwel geen" not in kappa
    assert "Te onzeker voor een woord." in kappa


def test_the_annex_says_which_coefficients_the_table_cannot_give(tmp_path: Path) -> None:
    rows = ["item;" + ";".join(NAMES), *(f"les {n};" + ";".join("VVVVVVV") for n in range(4))]
    read = told(tmp_path / "s.csv", rows, levels=("O", "V", "G"))
    assert any("alle scores zijn gelijk" in line and line.startswith("Krippendorffs alfa") for line in read)
    assert "Er zijn geen verschillen om te bespreken." in read
