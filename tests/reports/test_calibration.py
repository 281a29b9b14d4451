"""The papers of a session: the group's in both languages, a person's own, and workbooks that hold text as text."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from msoffcrypto import OfficeFile
from msoffcrypto.exceptions import InvalidKeyError
from openpyxl import load_workbook
from pypdf import PdfReader

from assessor.application import catalogue
from assessor.domain.calibration.casus import Casus, CasusKind
from assessor.domain.calibration.conclusion import Action, Agreed, Destination, Proposal, Status, TalkNote
from assessor.domain.calibration.figures import Movement
from assessor.domain.calibration.record import (
    AttendanceRecord,
    Changed,
    Different,
    EarlierSession,
    FollowUp,
    GroupRecord,
    PrivateRecord,
    RevealedRound,
)
from assessor.domain.calibration.room import Participant, Room
from assessor.domain.calibration.round import Round, RoundState, RoundWay, Scores
from assessor.domain.calibration.script import ScriptKind
from assessor.domain.calibration.session import CalibrationDay, Session
from assessor.domain.dossier import InstrumentKey
from assessor.domain.text import Language, Text, same
from assessor.reports.calibration_account import account
from assessor.reports.calibration_attendance import write_attendance
from assessor.reports.calibration_bke import write_bke_document, write_bke_pdf
from assessor.reports.calibration_charts import flips, most_split, patterns, shown_patterns, verdicts
from assessor.reports.calibration_group import write_group
from assessor.reports.calibration_post import Posted, write_invitations, write_post
from assessor.reports.calibration_private import told, write_private
from assessor.reports.calibration_proof import write_proof
from assessor.reports.calibration_trend import over_the_years, trend
from assessor.reports.calibration_workbook import write_group_workbook
from assessor.services.calibration.figures import Sitting, figures_of

AT = datetime(2026, 11, 12, 13, 0, tzinfo=UTC)
FORM = catalogue().get("pabo-praktijkbeoordeling")
DAY = CalibrationDay("d", "Kalibreerdag najaar", date(2026, 11, 12), "Zwolle")
SESSION = Session(
    "s", "d", "Pabo model 3", InstrumentKey(FORM.id, FORM.version, "f"), ("3",), ScriptKind.SHORT, "l", AT
)
CODES = tuple(one.code for one in FORM.model("3").criteria)
CASUS = Casus("c", "s", "A", CasusKind.VIDEO, "Les", "mail", anonymised=True, reference={"3.1": "V", "3.2": "O"})
ROOMS = (Room("r1", "s", "Lokaal 1", "p0", "p1", "p2"), Room("r2", "s", "Lokaal 2"))
PEOPLE = tuple(
    Participant(
        f"p{n}", "s", f"Naam{n} Geheim", f"AAAAA0000{n}", "r1" if n < 5 else None, present=n != 1 if n else None
    )
    for n in range(7)
)
MARKS = ("OVVVVVG", "VVVVVVV", "GVVVOVV", "VOVVVVV", "OVVGVVN", "VVVVVVV", "VVGVVVV")


def first_round() -> RevealedRound:
    one = Round("r", "s", 1, RoundWay.BLIND, CODES, AT, RoundState.REVEALED, AT, AT, "twee zijn ziek")
    scores = {f"p{n}": Scores({"c": dict(zip(CODES, marks, strict=True))}) for n, marks in enumerate(MARKS)}
    sitting = Sitting(SESSION, FORM, [CASUS], {})
    return RevealedRound(one, replace(figures_of(sitting, one, scores), late=2, paper=1, not_in=1))


@pytest.fixture(scope="module")
def group() -> GroupRecord:
    first = first_round()
    second = RevealedRound(
        Round("q", "s", 2, RoundWay.HANDS, ("3.1",), AT, RoundState.REVEALED, AT, AT),
        replace(first.figures, movement=(Movement("3.1", {"O": 2, "V": 4, "G": 1}, {"V": 7}),)),
    )
    return GroupRecord(
        DAY, SESSION, FORM, (CASUS,), ROOMS, 8, 6, ("De Eik", "De Linde"), (first, second),
        (TalkNote("s", "r1", "3.1", seen="een {krul} en <b>", agreed="=1+1"),),
        (Agreed("a", "s", "=HYPERLINK()", Destination.CONSTRUCTION, "3.1", "voorbeeld"),),
        (Proposal("b", "s", "Herschrijf", "toetscommissie", "3.2", answer="volgt"),),
        (Action("e", "s", "Versturen", "leider", date(2026, 12, 1)),),
        FollowUp(
            (Agreed("x", "t", "Van toen", Destination.YEAR_PLAN, status=Status.OPEN),), (),
            (Action("y", "t", "Nog doen", "wie"),), {"t": date(2025, 11, 13)},
        ),
        (), "Assessor 9",
    )  # fmt: skip


def pdf(write: object, record: object, language: Language = "nl") -> str:
    target = BytesIO()
    write(record, language, target, printed_at=AT)  # type: ignore[operator]
    return " ".join(" ".join(page.extract_text() for page in PdfReader(target).pages).split())


def test_the_group_report_tells_everything_and_names_nobody(group: GroupRecord) -> None:
    read = pdf(write_group, group)
    for words in (
        "7 van de 8 genodigden scoorden, in 2 ruimtes; 6 waren aanwezig",
        "Zelfde uitslag", "Bespreek eerst", "Wat veranderde in ronde 2", "ronde 2 is in de zaal geteld",
        "3.1 Beginsituatie: referentie voldoende; 3 van de 7 scores zijn anders dan de referentie.",
        "een {krul} en <b>", "=HYPERLINK()", "voor toetsconstructiedocument", "Uiterlijk 1 december 2026.",
        "Wat er is gebeurd met eerdere sessies", "Nog open van eerdere sessies:",
        "Beoordelaars scoorden los van elkaar, vóór de onthulling van 12 november 2026, 13:00.",
        "2 formulieren kwamen later en tellen niet mee.", "Eén genodigde scoorde niet", "twee zijn ziek",
        "Plan-Do-Check-Act",
    ):  # fmt: skip
        assert words in read
    assert "Geheim" not in read
    order = [
        read.index(heading) for heading in ("Zelfde uitslag", "Zelfde niveau", "Bespreek eerst", "Bijlage: verloop")
    ]
    assert order == sorted(order)
    english = pdf(write_group, group, "en")
    assert "Group report of the calibration session" in english
    assert "What changed in round 2" in english


def test_without_a_second_round_there_is_no_reference(group: GroupRecord) -> None:
    early = replace(group, rounds=group.rounds[:1], follow_up=FollowUp(), present=None, organisations=())
    assert "eferentie" not in pdf(write_group, early)
    assert early.follow_up.is_empty


def test_years_are_compared_where_the_same_casus_was_scored(group: GroupRecord) -> None:
    def held(year: int, casus: str, share: tuple[float, float, float] | None) -> EarlierSession:
        figures = replace(group.rounds[0].figures, agreement=share)
        return EarlierSession(date(year, 11, 1), SESSION, figures, frozenset({casus}), FORM)

    assert trend(group)[0].nl.startswith("Dit is de eerste sessie")
    earlier = (held(2022, "c", None), held(2023, "z", (0.9, 0.8, 1.0)), held(2024, "c", (0.1, 0.0, 0.2)))
    lines = [line.nl for line in trend(replace(group, earlier=earlier))]
    assert lines[0] == "Over 2022 is niets te vergelijken."
    assert lines[1].startswith("Niet te vergelijken: in 2023 is een andere les gescoord.")
    assert lines[2].startswith("2024: 10 van de 100 (0–20); 2026: ")
    assert lines[2].endswith("Dit verschil is groter dan door toeval te verwachten is.")
    same_year = trend(replace(group, earlier=(held(2025, "c", group.rounds[0].figures.agreement),)))
    assert same_year[0].nl.endswith("Dit verschil kan toeval zijn.")


def test_a_shift_of_levels_and_other_words_are_said_beside_a_comparison(group: GroupRecord) -> None:
    figures = group.rounds[0].figures
    stricter = tuple(replace(one, counts={"O": 5, "V": 2}) for one in figures.criteria)
    other = replace(FORM, models=tuple(
        replace(model, criteria=tuple(
            replace(one, name=Text("Doel", "Goal")) if one.code == "3.2" else one for one in model.criteria
        ))
        for model in FORM.models
    ))  # fmt: skip
    sessions = [
        EarlierSession(date(2024, 11, 1), SESSION, replace(figures, criteria=stricter), frozenset({"c"}), other),
        EarlierSession(date(2025, 11, 1), SESSION, figures, frozenset({"z"}), FORM),
        EarlierSession(date(2026, 11, 1), SESSION, figures, frozenset({"c"}), FORM),
    ]
    assert over_the_years(sessions[:1])[0].nl.startswith("Dit is de eerste sessie")
    lines = [line.nl for line in over_the_years(sessions)]
    assert lines[0].startswith("Niet te vergelijken: in 2024 is een andere les gescoord.")
    assert lines[1].startswith("2024: ")
    assert lines[2].startswith("Let op: in 2026 is vaker voldoende gegeven (")
    assert lines[-1] == "Let op: de tekst van 3.2 is sinds 1 november 2024 gewijzigd."


def test_the_account_says_one_in_the_singular(group: GroupRecord) -> None:
    from assessor.paper.pen import Pen

    first = group.rounds[0]
    alone = replace(first, figures=replace(first.figures, late=1, not_in=2), round=replace(first.round, reason=""))
    lines = [line.nl for line in account(replace(group, rounds=(alone,)), Pen("nl"))]
    assert "Eén formulier kwam later en telt niet mee." in lines
    assert "2 genodigden scoorden niet." in lines


def test_of_several_cases_the_most_divided_are_drawn_first(group: GroupRecord) -> None:
    figures = group.rounds[0].figures
    cases = {f"c{number}": f"Casus {number}" for number in range(20)}
    outcomes = {"": {casus: {"O": place % 5, "V": 6 - place % 5, "": 1} for place, casus in enumerate(cases)}}
    several = replace(figures, outcomes=outcomes, patterns=dict.fromkeys(cases, figures.patterns["c"]))
    assert most_split(several, tuple(cases))[:4] == ["c3", "c8", "c13", "c18"]
    assert len(shown_patterns(several, tuple(cases))) == 6
    drawing = verdicts(several, FORM, cases, "nl", 480)
    assert drawing is not None
    assert drawing.alternative.nl.startswith(
        "Casus 3 · hele praktijkbeoordeling (3 onvoldoende, 3 voldoende, 1 nog geen)."
    )
    assert drawing.alternative.nl.count("hele praktijkbeoordeling") == 12
    assert verdicts(replace(figures, outcomes={}), FORM, cases, "nl", 480) is None
    assert flips(replace(figures, criteria=()), FORM, 480) is None
    assert patterns("elders", figures, FORM, "nl", 480) is None


def test_the_workbook_holds_the_counts_and_no_formula(group: GroupRecord) -> None:
    target = BytesIO()
    write_group_workbook(group, "nl", target)
    book = load_workbook(target)
    rows = list(book["Verdeling"].values)
    assert rows[1][:7] == (1, "3.1", "Beginsituatie", 2, 4, 1, 0)
    assert list(book["Uitslag"].values)[1][:3] == (1, "Model 3", "A")
    assert list(book["Ronde 2"].values)[1][3:9] == (2, 4, 1, 0, 7, 0)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert "=HYPERLINK()" in {cell.value for cell in cells}
    assert not [cell for cell in cells if "Geheim" in str(cell.value)]


def test_pictures_of_the_workbook_say_what_they_show(group: GroupRecord) -> None:
    target = BytesIO()
    write_group_workbook(group, "nl", target)
    with ZipFile(target) as parts:
        assert parts.testzip() is None
        drawing = parts.read("xl/drawings/drawing1.xml").decode()
    assert 'descr="Picture"' not in drawing
    assert 'descr="2 onvoldoende, 4 voldoende, 1 goed."' in drawing
    assert "formulieren zonder namen, het strengste bovenaan" in drawing
    assert len(load_workbook(target)["Beelden"]._images) == len(CODES) + 3


def test_the_attendance_list_has_names_and_roles_and_no_score() -> None:
    read = pdf(write_attendance, [AttendanceRecord(DAY, SESSION, ROOMS, PEOPLE)])
    for words in ("Naam0 Geheim moderator", "Naam1 Geheim notulist", "afwezig", "Handtekening", "Zonder ruimte"):
        assert words in read
    assert "voldoende" not in read
    assert "Deelnemers" in pdf(write_attendance, [AttendanceRecord(DAY, SESSION, (), PEOPLE)])


def test_sessions_of_one_day_share_an_attendance_list() -> None:
    other = replace(SESSION, id="t", title="Ad model 3")
    records = [AttendanceRecord(DAY, SESSION, ROOMS, PEOPLE), AttendanceRecord(DAY, other, (), PEOPLE[:2])]
    read = pdf(write_attendance, records)
    for words in ("Kalibreerdag najaar, Zwolle", "Pabo model 3 · Lokaal 1", "Ad model 3 · Deelnemers"):
        assert words in read


def test_lists_of_post_hold_no_code_and_those_of_invitations_do() -> None:
    target = BytesIO()
    post = [Posted(PEOPLE[0], ("verslag-1.pdf", "bke-1.pdf"), False), Posted(PEOPLE[1], ("verslag-2.pdf",), True)]
    write_post(post, "nl", target)
    rows = list(load_workbook(target).active.values)
    assert [row[2] for row in rows[1:]] == ["verslag-1.pdf\nbke-1.pdf", "verslag-2.pdf"]
    assert [row[3] for row in rows[1:]] == ["code van de uitnodiging", "eigen gekozen code"]
    assert "AAAAA" not in str(rows)
    target = BytesIO()
    write_invitations(AttendanceRecord(DAY, SESSION, ROOMS, PEOPLE), "en", target)
    assert list(load_workbook(target).active.values)[1][4] == "AAAAA-00000"


# --- one's own

OWN = PrivateRecord(
    PEOPLE[0], DAY, SESSION, FORM, (CASUS,), "eigen woord", date(2027, 11, 12),
    {"c": {"3.1": "O", "3.2": "N"}}, {"c": {"3.1": "Zag <geen> {doel}"}}, {"c": {"3.1": {"O": 2, "V": 4, "N": 1}}},
    (Text("onvoldoende", "insufficient"), Text("voldoende", "sufficient"), Text("goed", "good")),
    7, 6, (Different("A", "3.1", Text("onvoldoende", "insufficient"), Text("voldoende", "sufficient")),),
    same("Ernst."), (1, 6, 0), (0.5, 6.25, 0.25), 7, halo=True,
    changed=(Changed("A", "3.1", Text("onvoldoende", "insufficient"), Text("voldoende", "sufficient")),),
    reference=(5, 7),
)  # fmt: skip


def sentences(record: PrivateRecord) -> list[str]:
    return [line.nl for line in told(record)]


def test_a_person_reads_what_differs_and_what_changed() -> None:
    read = sentences(OWN)
    assert read[0].endswith("Na 12 november 2027 wordt zij gewist.")
    assert read[1] == (
        "Bij 6 van de 7 criteria gaf je het niveau dat de meeste anderen gaven."
        " Anders scoorde je: 3.1 (jij onvoldoende, meeste anderen voldoende)."
    )
    assert "In de groep was dat gemiddeld 0,5 onvoldoende, 6,2 voldoende en 0,2 goed." in read[3]
    assert "halo-effect" in read[4]
    assert read[5] == "Na de bespreking veranderde je één score: 3.1 van onvoldoende naar voldoende."
    assert read[6].startswith("Bij 5 van de 7 criteria gaf je hetzelfde niveau als de referentie")


def test_what_there_is_nothing_to_say_about_is_left_out() -> None:
    quiet = replace(OWN, compared=0, different=(), halo=True, scored=5, changed=(), reference=None)
    read = sentences(quiet)
    assert "Bij geen enkel criterium gaven de meeste anderen één niveau." in read
    assert read[-1] == "Je liet je scores na de bespreking zoals ze waren."
    assert not [line for line in read if "halo" in line]
    alone = sentences(replace(OWN, few=True, changed=None))
    assert "Met zo weinig beoordelaars" in alone[1]
    assert not [line for line in alone if "groep was" in line]
    many = replace(OWN, different=OWN.different * 20, casussen=(CASUS, replace(CASUS, id="d", code="B")))
    assert "nog 8 keer" in sentences(many)[1]
    assert "A · 3.1 (jij" in sentences(many)[1]


@pytest.mark.parametrize("aspirant", [True, False])
def test_the_file_opens_with_the_code_of_ones_own_choice_only(aspirant: bool) -> None:
    target = BytesIO()
    record = replace(OWN, participant=replace(OWN.participant, aspirant=aspirant))
    write_private(record, "nl", target, printed_at=AT)
    assert b"Geheim" not in target.getvalue()
    for wrong in ("", OWN.participant.code, "AAAAA-00000"):
        assert PdfReader(BytesIO(target.getvalue())).decrypt(wrong) == 0
    reader = PdfReader(target)
    assert reader.decrypt("eigen woord") > 0
    read = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    assert "“Zag <geen> {doel}”" in read
    assert "onvoldoende. Groep: 2 onvoldoende, 4 voldoende en 1 n.w." in read
    assert ("Om op terug te kijken" in read) is not aspirant, "a candidate has a report of its own to write"
    assert ("Naam0 Geheim nam deel aan deze kalibreersessie." in read) is not aspirant


AGREED = Agreed("a", "s", "Eerst de groep & dan het doel", Destination.CONSTRUCTION, "3.1")


def test_a_candidate_writes_on_in_a_document_that_opens_with_ones_own_code_only() -> None:
    target = BytesIO()
    write_bke_document(OWN, [AGREED], "nl", target, made_at=AT)
    assert b"Geheim" not in target.getvalue()
    for wrong in ("eigen", OWN.participant.code):
        with pytest.raises(InvalidKeyError):
            opened(target, wrong)
    document = opened(target, "eigen woord")
    for words in (
        "BKE-kalibratieverslag", "Naam0 Geheim", "Bij 6 van de 7 criteria gaf je het niveau",
        "2 onvoldoende, 4 voldoende en 1 niet waargenomen",
        "Zag &lt;geen&gt; {doel}", "3.1: Eerst de groep &amp; dan het doel", "Welke literatuur gebruikte je?",
    ):  # fmt: skip
        assert words in document
    assert "Alleen jij krijgt deze pagina" not in document, "it is made to be handed in"


def opened(content: BytesIO, code: str) -> str:
    file, plain = OfficeFile(BytesIO(content.getvalue())), BytesIO()
    file.load_key(password=code, verify_password=True)
    file.decrypt(plain)
    with ZipFile(plain) as archive:
        assert archive.testzip() is None
        return archive.read("word/document.xml").decode()


def test_the_same_report_is_there_on_paper() -> None:
    target = BytesIO()
    write_bke_pdf(replace(OWN, few=True), [], "en", target, printed_at=AT)
    reader = PdfReader(target)
    assert reader.decrypt(OWN.participant.code) == 0
    assert reader.decrypt("eigen woord") > 0
    read = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    assert "Which literature did you use?" in read
    assert "4 sufficient" not in read, "with few assessors the group would tell what another gave"
    assert "What the group agreed" not in read


def test_a_proof_of_participation_holds_no_score() -> None:
    target = BytesIO()
    write_proof(OWN, "nl", target, printed_at=AT)
    read = " ".join(" ".join(page.extract_text() for page in PdfReader(target).pages).split())
    assert "Naam0 Geheim nam deel aan deze kalibreersessie." in read
    assert "onvoldoende" not in read
