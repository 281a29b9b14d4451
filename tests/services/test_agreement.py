"""Agreement on a file of ratings: the engine's figures, the rule's outcomes, and the report that a lead reads."""

from itertools import pairwise
from pathlib import Path

import pytest

from assessor.agreement.resampling import Plan
from assessor.application import catalogue
from assessor.domain.errors import KnownError
from assessor.domain.instrument import Instrument, Outcome
from assessor.domain.outcomes import WHOLE
from assessor.domain.text import Language
from assessor.reports.agreement_record import AgreementRecord
from assessor.reports.agreement_text import lines
from assessor.services.agreement import Question, agreement_of

NAMES = [f"b{number}" for number in range(1, 8)]
PLAN = Plan(replicates=200)
HEAD = "work,criterion,assessor,level"


@pytest.fixture(scope="module")
def form() -> Instrument:
    return catalogue().get("pabo-praktijkbeoordeling")


def session(path: Path, form: Instrument, marks: dict[tuple[str, str], str], **options) -> Path:
    """A lesson in which everyone gives V, but for the marks by assessor and criterion."""
    names, criteria = options.get("names", NAMES), options.get("criteria", list(form.criteria))
    works = options.get("works", ["les"])
    rows = [
        f"{work},{code},{name},{marks.get((name, code), 'V')}" for work in works for name in names for code in criteria
    ]
    path.write_text("\n".join([HEAD, *rows]), encoding="utf-8")
    return path


def told(record: AgreementRecord, language: Language = "nl") -> str:
    return "\n".join(lines(record, language))


def test_the_outcome_of_each_sheet_and_what_tipped_it(tmp_path: Path, form: Instrument) -> None:
    critical = next(one.code for one in form.model("4").criteria if one.critical)
    marks = {(name, critical): "O" for name in NAMES[:3]}
    record = agreement_of(session(tmp_path / "s.csv", form, marks), Question(instrument=form, plan=PLAN))

    assert record.outcomes is not None
    given = record.outcomes.verdicts[WHOLE]["les"]
    assert [given[name] for name in NAMES] == [Outcome.INSUFFICIENT] * 3 + [Outcome.SUFFICIENT] * 4
    assert record.outcomes.weights[critical].decisive == 3
    assert record.outcomes.weights[critical].depends == 7
    # Three and four of seven: 3 + 6 of 21 pairs come to the same outcome.
    assert record.outcome_figures[WHOLE]["exact_agreement"].value == pytest.approx(9 / 21)

    read = told(record)
    assert "Volgens de beslisregel geven 3 beoordelaars deze les onvoldoende, 4 voldoende en 0 goed." in read
    assert "Twee beoordelaars komen in 43 van de 100 gevallen tot dezelfde uitslag (marge " in read
    assert f"Voor 3 van de 3 beoordelaars met onvoldoende gaf {critical} de doorslag" in read
    name = form.criteria[critical].name.nl
    assert (
        f"{critical} {name}: 3 onvoldoende en 4 voldoende. Verdeeld over de grens; bij 7 beoordelaars hangt de uitslag"
        " hiervan af. Gaf iemand hier onvoldoende, dan deed een ander dat in 33 van de 100 gevallen ook." in read
    )
    assert "geen formele betekenis" in read


def test_the_report_has_the_order_of_the_practice_text(tmp_path: Path, form: Instrument) -> None:
    record = agreement_of(session(tmp_path / "s.csv", form, {}), Question(instrument=form, plan=PLAN))
    read = told(record).splitlines()
    headings = [line for line, under in pairwise(read) if under and set(under) == {"-"}]
    assert headings == [
        "Overeenstemming tussen beoordelaars",
        "Zelfde uitslag",
        "Zelfde niveau",
        "Onvoldoende tegenover goed",
        "Bespreek eerst",
        "Bijlage: hoeveel beoordelaars nodig",
        "Bijlage: verloop",
        "Bijlage: overeenstemmingsmaten",
        "Bijlage: verantwoording",
    ]
    assert "Alle beoordelaars gaven op elk criterium hetzelfde niveau." in read
    assert "Nergens stond onvoldoende tegenover goed." in read
    assert "Er zijn geen verschillen om te bespreken." in read
    assert "Alle cijfers gaan over deze ene les. Over andere lessen zeggen ze nog niets." in read
    assert any(
        line.startswith("Krippendorffs alfa (ordinaal), Fleiss’ kappa en Congers kappa: niet te berekenen (geen var")
        for line in read
    )
    assert not any(name in line for line in read for name in NAMES)


def test_one_model_is_not_called_a_whole_assessment(tmp_path: Path, form: Instrument) -> None:
    codes = [one.code for one in form.model("4").criteria]
    marks = {("b1", codes[0]): "O"}
    path = session(tmp_path / "s.csv", form, marks, criteria=codes, names=NAMES[:3])
    record = agreement_of(path, Question(instrument=form, plan=PLAN))
    assert record.outcomes is not None
    assert record.outcomes.parts == ("4",)
    read = told(record)
    assert (
        "Alleen model 4 is gescoord. Dit is het oordeel over model 4, niet over een hele praktijkbeoordeling." in read
    )
    assert "1 van de 3 paren komt tot dezelfde uitslag; over wel of niet voldoende is 1 van de 3 paren het" in read
    assert "Met 3 beoordelaars zegt een percentage te weinig. Daarom staan hier aantallen." in read
    assert f"Voor de enige beoordelaar met onvoldoende gaf {codes[0]} de doorslag" in read
    assert f"{codes[1]} {form.criteria[codes[1]].name.nl}: 3 van de 3 paren · O 0 · V 3 · G 0 · n.w. 0" in read


def test_a_model_without_all_its_criteria_has_no_outcome(tmp_path: Path, form: Instrument) -> None:
    path = session(tmp_path / "s.csv", form, {}, criteria=["1.1", "1.2"])
    record = agreement_of(path, Question(instrument=form, plan=PLAN))
    assert record.outcomes is None
    assert "Niet te berekenen: van geen enkel model zijn alle criteria gescoord." in told(record)


def test_not_observed_and_a_missing_verdict_are_told_apart(tmp_path: Path, form: Instrument) -> None:
    critical = next(one.code for one in form.model("1").criteria if one.critical)
    marks = {(name, critical): "N" for name in NAMES[:2]}
    record = agreement_of(session(tmp_path / "s.csv", form, marks), Question(instrument=form, plan=PLAN))
    read = told(record)
    assert "2 keer is ‘niet waargenomen’ gekozen." in read
    assert "0 voldoende" not in read
    assert "geven 0 beoordelaars deze les onvoldoende, 5 voldoende en 0 goed; 2 hebben nog geen oordeel." in read
    assert f"Bij {critical} kozen 2 van de 7 beoordelaars ‘niet waargenomen’" in read
    assert f"{form.criteria[critical].name.nl}: 100 van de 100 (57–100) · O 0 · V 5 · G 0 · n.w. 2" in read


def test_the_reference_is_an_outcome_too(tmp_path: Path, form: Instrument) -> None:
    critical = next(one.code for one in form.model("4").criteria if one.critical)
    rows = [
        f"les,{code},{name},{'O' if code == critical and name == 'b1' else 'V'},V"
        for name in NAMES
        for code in form.criteria
    ]
    path = tmp_path / "s.csv"
    path.write_text("\n".join([HEAD + ",reference", *rows]), encoding="utf-8")
    record = agreement_of(path, Question(instrument=form, plan=PLAN))
    assert "1 van de 7 beoordelaars komt tot een andere uitslag dan de referentie: 0 hoger, 1 lager." in told(record)


def test_several_lessons_are_counted_and_those_that_differ_are_named(tmp_path: Path, form: Instrument) -> None:
    rows = []
    for work, low in (("les 1", 0), ("les 2", 3), ("les 3", 7)):
        for place, name in enumerate(NAMES):
            rows += [f"{work},{code},{name},{'O' if place < low else 'V'}" for code in form.criteria]
    path = tmp_path / "s.csv"
    path.write_text("\n".join([HEAD, *rows]), encoding="utf-8")
    record = agreement_of(path, Question(instrument=form, plan=PLAN))
    read = told(record)
    assert (
        "Bij 2 van de 3 lessen waarover twee of meer beoordelaars een oordeel hebben, geven zij allemaal dezelfde"
        " uitslag; geen enkele les krijgt van de een onvoldoende en van de ander goed." in read
    )
    assert "les 2: 3 onvoldoende en 4 voldoende." in read
    assert "les 1: " not in read
    assert "Per les verschillen beoordelaars het meest over: les 2." in read
    assert "Ruwe schatting: 3 lessen is weinig." in read


def test_sessions_are_followed(tmp_path: Path) -> None:
    rows = []
    for year, level in (("2024", "V"), ("2025", "G")):
        for place, name in enumerate(NAMES):
            rows += [f"les,{code},{name},{level if place else 'O'},{year}" for code in ("x", "y", "z")]
    path = tmp_path / "s.csv"
    path.write_text("\n".join([HEAD + ",session", *rows]), encoding="utf-8")
    record = agreement_of(path, Question(levels=("O", "V", "G"), plan=PLAN))
    assert record.trend is not None
    assert [label for label, _ in record.trend.sessions] == ["2024", "2025"]
    # Each session apart: no assessor is compared with what another said a year earlier.
    assert record.session.measures["exact_agreement"].value == pytest.approx(15 / 21)
    read = told(record)
    assert "2024: 71 van de 100" in read
    assert "Let op: in 2025 is vaker goed gegeven (86 % tegen 0 %)." in read
    one = agreement_of(path, Question(levels=("O", "V", "G"), criterion="y", plan=PLAN))
    assert one.trend is not None
    assert one.trend.changes[0].items == 1


def test_letters_are_told_as_words_and_numbers_as_numbers(tmp_path: Path) -> None:
    path = tmp_path / "s.csv"
    names = ",".join(NAMES)
    path.write_text(f"criterium,{names}\n4.1,O,O,O,V,V,G,G\n4.2,V,V,V,G,G,G,G\n", encoding="utf-8")
    letters = told(agreement_of(path, Question(levels=("O", "V", "G"), plan=PLAN)))
    assert "Onvoldoende tegenover goed" in letters
    assert "geeft de een onvoldoende en de ander goed" in letters
    assert "4.1: 3 onvoldoende, 2 voldoende en 2 goed. Verdeeld over de grens." in letters
    assert "het vaakst bij 4.1." in letters

    path.write_text(f"item,{names}\nx,0,0,1,3,3,2,2\ny,1,1,1,2,2,3,0\n", encoding="utf-8")
    record = agreement_of(path, Question(plan=PLAN))
    numbers = told(record)
    assert "De niveaus zijn de getallen die voorkwamen, oplopend: 0, 1, 2, 3. Er is geen schaal opgegeven." in numbers
    assert "0 tegenover 3" in numbers
    assert "liggen twee of meer niveaus tussen beide" in numbers
    assert "x: 2 keer 0, 1 keer 1, 2 keer 2 en 2 keer 3. Hier zit" in numbers
    assert record.cut is None
    assert "grens" not in numbers


def test_a_word_never_says_more_than_the_margin(tmp_path: Path) -> None:
    path = tmp_path / "s.csv"
    path.write_text("item,a,b,c\n" + "".join(f"x{n},{n % 3},{n % 3},{(n * 7) % 3}\n" for n in range(12)), "utf-8")
    record = agreement_of(path, Question(levels=("0", "1", "2"), plan=PLAN))
    alpha = record.session.measures["krippendorff_alpha_ordinal"]
    assert alpha.interval is not None
    if alpha.interval.low < 0.6:
        assert "Krippendorffs alfa (ordinaal)" in told(record)
        line = next(line for line in told(record).splitlines() if line.startswith("Krippendorffs"))
        assert "sterke" not in line


def test_a_band_that_everything_reaches_is_no_word(tmp_path: Path) -> None:
    path = tmp_path / "s.csv"
    path.write_text("item,a,b,c\nx,0,0,1\ny,1,1,2\nz,2,2,0\nw,0,0,0\nv,1,1,0\n", encoding="utf-8")
    read = told(agreement_of(path, Question(levels=("0", "1", "2"), plan=PLAN)))
    assert "Te onzeker voor een woord." in read


def test_without_margins_the_report_says_so(tmp_path: Path, form: Instrument) -> None:
    path = session(tmp_path / "s.csv", form, {("b1", "1.1"): "G"})
    read = told(agreement_of(path, Question(instrument=form, plan=Plan("none"))))
    assert "Er zijn geen marges berekend." in read
    assert "(marge" not in read


@pytest.mark.parametrize("levels", [("O", "V", "V"), ("O", "", "G"), ("",)])
def test_levels_that_are_no_scale_are_refused(tmp_path: Path, levels: tuple[str, ...]) -> None:
    path = tmp_path / "s.csv"
    path.write_text("item,a,b\nx,O,V\n", encoding="utf-8")
    with pytest.raises(KnownError, match="levels-wrong"):
        agreement_of(path, Question(levels=levels))


def test_a_criterion_that_does_not_occur_is_refused_with_those_that_do(tmp_path: Path) -> None:
    path = tmp_path / "s.csv"
    path.write_text("criterion,a,b\n4.1,O,V\n4.2,O,V\n", encoding="utf-8")
    with pytest.raises(KnownError, match="criterion-unknown") as caught:
        agreement_of(path, Question(levels=("O", "V", "G"), criterion="9.9"))
    assert caught.value.cure.nl == "Kies uit 4.1, 4.2."
    path.write_text("item,a,b\nx,O,V\n", encoding="utf-8")
    with pytest.raises(KnownError, match="criterion-unknown"):
        agreement_of(path, Question(levels=("O", "V", "G"), criterion="x"))


@pytest.mark.parametrize(
    "content",
    [
        "item,a\nx,O\ny,V\n",
        "item,a,b\nx,,\ny,,\n",
        "item,a,b\nx,O,\ny,,V\n",
        "item,a,b,c\nx,O,V,G\n",
        "item,a,b,c\nx,V,V,V\ny,V,V,V\n",
        "item,a,b,c\nx,O,V,\ny,V,G,\n",
    ],
    ids=["one-assessor", "all-missing", "no-pair", "one-item", "no-variation", "assessor-without-ratings"],
)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_a_session_can_bring_forth_is_told_and_never_breaks(
    tmp_path: Path, content: str, language: Language
) -> None:
    path = tmp_path / "s.csv"
    path.write_text(content, encoding="utf-8")
    read = told(agreement_of(path, Question(levels=("O", "V", "G"), plan=PLAN)), language)
    assert "nan" not in read.lower().split()
    assert "None" not in read
    assert "{" not in read
