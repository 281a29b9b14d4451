"""Importing a school's list: first what would change, then all of it at once, and the second time nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from assessor.application import Application
from assessor.domain.errors import KnownError
from assessor.domain.organisation import OrganisationType
from assessor.domain.people import Person, Role
from assessor.domain.student import Student
from assessor.exchange.register_columns import Kind
from assessor.services.changes import Change
from assessor.services.register_import.importing import write_template
from assessor.services.register_import.plan import Effect, Plan, PlannedRow
from tests.exchange.school_lists import ANNA, STUDENTS, anna, csv_file, workbook
from tests.services import stories

ASSESSORS = (
    "naam",
    "rol",
    "opleiding voor opleiders",
    "BKE",
    "programma",
    "aanstelling van",
    "aanstelling tot",
    "besluitnummer",
    "organisatie",
)
NOOR = ("Noor Wilgenhout", "", "1-6-2023", "1-3-2024", "pabo", "1-9-2025", "31-8-2026", "EC-2025-04", "")


def students(tmp_path: Path, *rows: Sequence[object]) -> Path:
    return csv_file(tmp_path / "studenten.csv", (STUDENTS, *rows))


def imported(app: Application, path: Path) -> Plan:
    plan = app.register_import.preview(path)
    app.register_import.carry_out(plan)
    return plan


def rows(plan: Plan, kind: Kind, effect: Effect) -> list[PlannedRow]:
    return [row for row in plan.rows if (row.kind, row.effect) == (kind, effect)]


def codes(plan: Plan) -> list[tuple[int, str, str]]:
    """Row, column and code of what is refused."""
    return [(row.row, row.refusal.letters, row.refusal.fault.code) for row in plan.rows if row.refusal]


def everything(app: Application) -> object:
    """All that the register holds."""
    with app.desk.workspace.reading() as unit:
        found = unit.students.search(limit=1_000)
        placements = [unit.placements.of(one.id) for one in found]
        held = (unit.organisations.all(), unit.boards.all(), unit.people.all(), unit.appointments.all())
        return found, placements, held


# --- a first list


def test_a_preview_says_what_is_new_and_writes_nothing(app: Application, tmp_path: Path) -> None:
    before = everything(app)

    plan = app.register_import.preview(students(tmp_path, ANNA))

    assert [row.who for row in rows(plan, Kind.STUDENTS, Effect.ADDED)] == ["Berg, Anna van den"]
    assert plan.rows[-1].about.nl == "500001; pabo, voltijd, jaar 3; De Wilgenroos"
    assert [row.about.nl for row in rows(plan, Kind.ORGANISATIONS, Effect.ADDED)] == ["school, Zomerdam"]
    assert plan.counts == {Effect.REFUSED: 0, Effect.CHANGED: 0, Effect.ADDED: 2, Effect.UNCHANGED: 0}
    assert everything(app) == before


def test_what_was_previewed_is_what_is_then_there(app: Application, tmp_path: Path) -> None:
    imported(app, students(tmp_path, ANNA))

    [student] = app.students.search("500001")
    [placement] = app.students.placements(student.id)
    assert replace(student, id="") == Student(
        "", "500001", "Anna", "van den", "Berg", "pabo", "voltijd", "jaar-3", "2023-2024", "Ties Berkenlaan"
    )
    assert (placement.start, placement.end) == (date(2025, 9, 1), date(2026, 1, 31))
    assert (placement.supervisor, placement.group, placement.own_job) == ("Mees Appelboom", "groep 5", False)
    organisation = app.students.organisation(placement.organisation_id)
    assert (organisation.name, organisation.type, organisation.place) == (
        "De Wilgenroos",
        OrganisationType.SCHOOL,
        "Zomerdam",
    )


def test_the_same_file_again_changes_nothing(app: Application, tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "alles.xlsx",
        {
            "Studenten": (
                STUDENTS,
                ANNA,
                anna(studentnummer="500002", opleiding="Ad", variant="PEP", fase="semester 3"),
            ),
            "Organisaties": (("naam", "type", "plaats", "bestuur"), ("Kinderrijk", "kdv", "Zomerdam", "De Kade")),
            "Beoordelaars": (ASSESSORS, (*NOOR[:4], "pabo en Ad", *NOOR[5:8], "Kinderrijk")),
        },
    )
    imported(app, path)
    before = everything(app)

    again = app.register_import.preview(path)

    assert again.changes_nothing
    assert {row.effect for row in again.rows} == {Effect.UNCHANGED}
    assert app.register_import.carry_out(again) == ()
    assert everything(app) == before


# --- a later list


def test_a_later_list_says_field_by_field_what_changes(app: Application, fleur: Student, tmp_path: Path) -> None:
    row = anna(
        studentnummer=fleur.number,
        roepnaam="Fleur",
        tussenvoegsel="van",
        achternaam="Zonnedauw",
        mentor="Bo Bos",
        tot_en_met="30-1-2026",
        fase="4",
    )

    plan = imported(app, students(tmp_path, row))

    [changed] = rows(plan, Kind.STUDENTS, Effect.CHANGED)
    assert [(one.field.word.nl, one.before.nl, one.after.nl) for one in changed.differences] == [
        ("fase", "Jaar 3", "Jaar 4 (LIO)"),
        ("mentor", "Mees Appelboom", "Bo Bos"),
        ("tot en met", "16-1-2026", "30-1-2026"),
    ]
    assert app.students.get(fleur.id).phase == "jaar-4"
    assert len(app.students.placements(fleur.id)) == 1


def test_empty_cells_and_missing_columns_keep_what_is_known(app: Application, fleur: Student, tmp_path: Path) -> None:
    before = everything(app)
    path = csv_file(tmp_path / "kort.csv", [("studentnummer", "achternaam", "cohort"), (fleur.number, "Zonnedauw", "")])

    plan = imported(app, path)

    assert [row.effect for row in plan.rows] == [Effect.UNCHANGED]
    assert everything(app) == before


def test_a_new_name_is_found_in_the_list_of_dossiers(
    app: Application, noor: Person, fleur: Student, tmp_path: Path
) -> None:
    dossier = stories.begun(app, fleur)
    path = csv_file(tmp_path / "namen.csv", [("studentnummer", "naam"), (fleur.number, "Appelhof, Fleur van der")])

    imported(app, path)

    from assessor.services.work import Filter

    assert [line.number for line in app.work.lines(Filter("van der appelhof"))] == [dossier.number]


def test_another_period_at_the_same_school_is_a_placement_of_its_own(
    app: Application, fleur: Student, tmp_path: Path
) -> None:
    row = anna(studentnummer=fleur.number, roepnaam="Fleur", tussenvoegsel="van", achternaam="Zonnedauw")
    later = [*row]
    later[12:14] = ["1-2-2026", "15-7-2026"]

    plan = imported(app, students(tmp_path, later))

    assert [one.after.nl for one in plan.rows[-1].differences] == ["De Wilgenroos, 1-2-2026 t/m 15-7-2026"]
    assert len(app.students.placements(fleur.id)) == 2


def test_a_placement_that_starts_elsewhere_on_that_day_moves(app: Application, fleur: Student, tmp_path: Path) -> None:
    row = anna(
        studentnummer=fleur.number, roepnaam="Fleur", tussenvoegsel="van", achternaam="Zonnedauw", school="De Eik"
    )

    plan = imported(app, students(tmp_path, row))

    moved = next(one for one in plan.rows[-1].differences if one.field.word.nl == "organisatie")
    assert (moved.before.nl, moved.after.nl) == ("De Wilgenroos", "De Eik")
    [placement] = app.students.placements(fleur.id)
    assert app.students.organisation(placement.organisation_id).name == "De Eik"


# --- what is refused


@pytest.mark.parametrize(
    ("changes", "column", "code"),
    [
        ({"studentnummer": ""}, "A", "cell-empty"),
        ({"studentnummer": "5.00001E+20"}, "A", "number-unclear"),
        ({"roepnaam": ""}, "B", "cell-empty"),
        ({"achternaam": ""}, "D", "cell-empty"),
        ({"opleiding": "mbo"}, "E", "programme-unknown"),
        ({"opleiding": ""}, "E", "cell-empty"),
        ({"variant": "PEP"}, "F", "variant-unknown"),
        ({"variant": ""}, "F", "cell-empty"),
        ({"fase": "jaar 9"}, "G", "phase-unknown"),
        ({"cohort": "altijd"}, "H", "cohort-unknown"),
        ({"school": ""}, "J", "organisation-missing"),
        ({"van": "31-2-2026"}, "M", "date-unknown"),
        ({"van": ""}, "M", "period-missing"),
        ({"tot_en_met": "1-8-2025"}, "N", "period-reversed"),
        ({"eigen_baan": "misschien"}, "P", "answer-unknown"),
        ({"opleiding": "Ad", "variant": "PEP", "fase": "3", "school": "Kinderrijk"}, "", ""),
    ],
)
def test_a_row_that_is_not_right_is_refused_and_the_others_come_in(
    app: Application, tmp_path: Path, changes: dict[str, str], column: str, code: str
) -> None:
    wrong = anna(**({"studentnummer": "500009", "roepnaam": "Wies"} | changes))

    plan = imported(app, students(tmp_path, wrong, ANNA))

    assert codes(plan) == ([(2, column, code)] if code else [])
    numbers = {one.number for one in app.students.search(limit=10)}
    assert numbers == {"500001"} if code else {"500001", "500009"}
    for row in plan.rows:
        if row.refusal is not None:
            error = row.error(plan.file)
            assert error.say("nl").startswith(f"studenten.csv, rij 2, kolom {column}: ")
            assert error.cure.nl.endswith(".")


def test_a_refused_row_leaves_no_organisation_behind(app: Application, tmp_path: Path) -> None:
    imported(app, students(tmp_path, anna(van="gisteren")))
    assert app.students.organisations() == []


def test_the_same_student_twice_is_refused_in_both_rows(app: Application, tmp_path: Path) -> None:
    plan = imported(app, students(tmp_path, ANNA, anna(achternaam="Bos"), anna(studentnummer="500002")))

    assert codes(plan) == [(2, "A", "row-twice"), (3, "A", "row-twice")]
    assert "rij 3" in plan.rows[1].error(plan.file).what.nl
    assert [one.number for one in app.students.search()] == ["500002"]


def test_an_organisation_of_which_nobody_knows_the_kind_is_asked_for(app: Application, tmp_path: Path) -> None:
    headings = tuple("organisatie" if heading == "school" else heading for heading in STUDENTS)
    row = anna(opleiding="Ad", variant="PEP", fase="3")

    plan = imported(app, csv_file(tmp_path / "ad.csv", (headings, row)))

    assert codes(plan) == [(2, "J", "type-missing")]


def test_two_schools_of_one_name_ask_for_the_place(app: Application, tmp_path: Path) -> None:
    for place in ("Zomerdam", "Oord"):
        app.students.add_organisation("De Wilgenroos", OrganisationType.SCHOOL, place)

    plan = imported(app, students(tmp_path, anna(plaats=""), anna(studentnummer="500002", plaats="Oord")))

    assert codes(plan) == [(2, "J", "organisation-unclear")]
    assert "Oord, Zomerdam" in plan.rows[0].error(plan.file).cure.nl
    assert len(app.students.organisations()) == 2


def test_rows_that_contradict_each_other_about_a_school(app: Application, tmp_path: Path) -> None:
    headings = (*STUDENTS, "bestuur")
    path = csv_file(
        tmp_path / "besturen.csv",
        (
            headings,
            (*ANNA, "De Kade"),
            (*anna(studentnummer="500002"), "Ander"),
            (*anna(studentnummer="500003"), "de kade"),
        ),
    )

    plan = imported(app, path)

    assert codes(plan) == [(3, "Q", "organisation-differs")]
    assert [board.name for board in app.students.boards()] == ["De Kade"]


def test_organisations_listed_twice_or_changed(app: Application, tmp_path: Path) -> None:
    app.students.add_organisation("Kinderrijk", OrganisationType.SCHOOL)
    path = csv_file(
        tmp_path / "organisaties.csv",
        (
            ("organisatie", "type", "plaats", "bestuur"),
            ("Kinderrijk", "kinderopvang", "Zomerdam", "De Kade"),
            ("kinderrijk", "kinderopvang", "Zomerdam", ""),
            ("De Eik", "", "", ""),
            ("", "school", "", ""),
        ),
    )

    plan = imported(app, path)

    assert codes(plan) == [(3, "A", "row-twice"), (4, "B", "cell-empty"), (5, "A", "cell-empty")]
    [changed] = rows(plan, Kind.ORGANISATIONS, Effect.CHANGED)
    assert [(one.before.nl, one.after.nl) for one in changed.differences] == [
        ("", "Zomerdam"),
        ("school", "kinderopvang"),
        ("", "De Kade"),
    ]


# --- assessors


def test_an_assessor_comes_in_with_an_appointment_for_both_programmes(app: Application, tmp_path: Path) -> None:
    path = csv_file(tmp_path / "beoordelaars.csv", (ASSESSORS, (*NOOR[:4], "pabo en Ad", *NOOR[5:8], "De Wilgenroos")))

    imported(app, path)

    [person] = app.people.all()
    assert (person.name, person.roles) == ("Noor Wilgenhout", {Role.ASSESSOR})
    assert (person.trained, person.bke) == (date(2023, 6, 1), date(2024, 3, 1))
    assert {one.programme for one in app.people.appointments(person.id)} == {"pabo", "ad"}
    assert {one.decision for one in app.people.appointments(person.id)} == {"EC-2025-04"}


def test_a_known_assessor_gets_a_new_appointment_and_keeps_the_old(
    app: Application, noor: Person, tmp_path: Path
) -> None:
    row = (noor.name, "aspirant", "", "2-3-2024", "pabo", "1-9-2026", "31-8-2027", "EC-2026-11", "")

    plan = imported(app, csv_file(tmp_path / "beoordelaars.csv", (ASSESSORS, row)))

    [changed] = rows(plan, Kind.ASSESSORS, Effect.CHANGED)
    assert [(one.field.word.nl, one.before.nl, one.after.nl) for one in changed.differences] == [
        ("BKE", "1-3-2024", "2-3-2024"),
        ("rol", "praktijkbeoordelaar", "praktijkbeoordelaar en aspirant-beoordelaar"),
        ("besluitnummer", "", "pabo 1-9-2026 t/m 31-8-2027, EC-2026-11"),
    ]
    assert len(app.people.appointments(noor.id)) == 2
    assert app.desk.actor == app.people.get(noor.id)


def test_rows_of_assessors_that_are_not_right(app: Application, tmp_path: Path) -> None:
    for _ in range(2):
        app.people.add("Jan Bos", frozenset({Role.ASSESSOR}))
    wrong = [
        ("Jan Bos", *NOOR[1:]),
        ("", *NOOR[1:]),
        ("Bo Bol", "koningin", *NOOR[2:]),
        ("Bo Bol", "", "ja", *NOOR[3:]),
        ("Bo Bol", *NOOR[1:7], "", ""),
        NOOR,
        NOOR,
        (*NOOR[:2], "2-6-2023", NOOR[3], "Ad", *NOOR[5:]),
        (*NOOR[:2], "", "", "Ad", *NOOR[5:]),
    ]

    plan = imported(app, csv_file(tmp_path / "beoordelaars.csv", (ASSESSORS, *wrong)))

    assert codes(plan) == [
        (2, "A", "person-unclear"),
        (3, "A", "cell-empty"),
        (4, "B", "role-unknown"),
        (5, "C", "date-unknown"),
        (6, "H", "appointment-incomplete"),
        (8, "A", "row-twice"),
        (9, "C", "row-twice"),
    ]
    noor = next(one for one in app.people.all() if one.name == "Noor Wilgenhout")
    assert {one.programme for one in app.people.appointments(noor.id)} == {"pabo", "ad"}


# --- all or nothing


def test_a_register_that_changed_meanwhile_refuses_the_plan(app: Application, fleur: Student, tmp_path: Path) -> None:
    plan = app.register_import.preview(students(tmp_path, anna(studentnummer=fleur.number)))
    app.students.save(replace(fleur, cohort="2022-2023"))
    before = everything(app)

    with pytest.raises(KnownError, match="import-stale"):
        app.register_import.carry_out(plan)

    assert everything(app) == before


def test_an_import_that_is_stopped_halfway_leaves_nothing(app: Application, tmp_path: Path) -> None:
    plan = app.register_import.preview(students(tmp_path, ANNA, anna(studentnummer="500002")))
    before, told = everything(app), []

    def until_the_students(done: int, total: int) -> bool:
        told.append((done, total))
        return done < 3

    assert app.register_import.carry_out(plan, until_the_students) is None
    assert told == [(0, 5), (1, 5), (3, 5)]
    assert everything(app) == before
    assert app.register_import.carry_out(plan, lambda _done, _total: True) is not None
    assert app.students.count() == 2


def test_a_disk_that_fills_up_halfway_leaves_nothing(app: Application, tmp_path: Path) -> None:
    many = [anna(studentnummer=str(600_000 + n), achternaam=f"Achternaam{n}" * 8) for n in range(2_000)]
    plan = app.register_import.preview(students(tmp_path, *many))
    before = everything(app)
    with app.desk.workspace.writing() as unit:
        pages = unit.connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        unit.connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 20}")

    with pytest.raises(KnownError, match="disk-full"):
        app.register_import.carry_out(plan)

    assert everything(app) == before
    with app.desk.workspace.writing() as unit:
        unit.connection.exec_driver_sql("PRAGMA max_page_count = 1000000")
    app.register_import.carry_out(plan)
    assert app.students.count() == 2_000


def test_pages_are_told_what_changed(app: Application, tmp_path: Path) -> None:
    plan = app.register_import.preview(students(tmp_path, ANNA))

    changes = app.register_import.carry_out(plan)

    [student] = app.students.search()
    assert changes is not None
    assert Change("student", student.id) in changes
    assert {change.noun for change in changes} == {"student", "organisation"}


# --- any list

_WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\r\n\x00"), max_size=30)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(*(st.just(cell) | st.just("") | _WORDS for cell in ANNA)), max_size=6))
def test_whatever_stands_in_the_cells_nothing_is_half_taken_over(
    app: Application, tmp_path: Path, cells: list[tuple[str, ...]]
) -> None:
    path = workbook(
        tmp_path / "willekeur.xlsx",
        {"Studenten": (STUDENTS, *([_cell(one) for one in row] for row in cells))},
    )
    plan = imported(app, path)
    again = app.register_import.preview(path)
    assert again.changes_nothing
    assert sum(plan.counts.values()) == len(plan.rows)


def _cell(words: str) -> str:
    """What a workbook can hold: no control signs, and no formula."""
    return "".join(sign for sign in words if sign.isprintable()).lstrip("=")


# --- the template


def test_the_template_is_filled_in_and_comes_back(app: Application, tmp_path: Path) -> None:
    path = tmp_path / "map" / "leeg.xlsx"
    write_template(path, "nl")
    assert app.register_import.preview(path).changes_nothing
    book = load_workbook(path)
    book["Studenten"].append(list(ANNA))
    book["Studenten"].cell(2, 13).value = date(2025, 9, 1)
    book.save(path)

    imported(app, path)

    [student] = app.students.search("Anna Berg")
    assert app.students.placements(student.id)[0].start == date(2025, 9, 1)


def test_a_template_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("geen map", encoding="utf-8")
    with pytest.raises(KnownError, match="cannot-write"):
        write_template(tmp_path / "bestand" / "leeg.xlsx", "nl")
