"""A dossier and its sheet come back as they were entered, and lists know them without the sheet."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from sqlalchemy import Boolean, Date, Integer

from assessor.domain.dossier import Activity, Dossier, ResitScope, Result, State
from assessor.domain.errors import KnownError
from assessor.domain.instrument import Outcome
from assessor.domain.ratings import Passage, Place, Rating, Sheet, Source
from assessor.storage import tables
from assessor.storage.columns import Codes, Moment
from assessor.storage.database import Database
from assessor.storage.repositories.dossiers import NewDossier, WorkSpan
from tests.storage.partnership import ANDRE, ANS, BEN, CRITERIA, NOON, SCHOOL, ZOE, minutes, rated, start

REMARK = "Gezien: “ja” – nu\r\nmet Ł en \U0001f600; en 'quotes' \"twee\""


def test_a_new_dossier_comes_back(database: Database) -> None:
    with database.writing() as unit:
        dossier = start(unit)
    with database.reading() as unit:
        assert unit.dossiers.get(dossier.id) == dossier
        assert unit.dossiers.by_number("2026-0001") == dossier
        assert unit.dossiers.of_student(ANDRE.id) == [dossier]
        assert unit.dossiers.by_number("2026-9999") is None
        assert unit.dossiers.of_student(ZOE.id) == []
        with pytest.raises(KnownError, match="dossier-unknown"):
            unit.dossiers.get("x")


def test_every_field_comes_back(database: Database) -> None:
    with database.writing() as unit:
        first = start(unit)
        sheet = Sheet(
            {"1.1": rated("1.1", "O", REMARK, Source.MENTOR, Source.SEEN), "1.2": rated("1.2", "N", "niet gezien")},
            {Place.motivation("1"): REMARK},
        )
        full = start(
            unit,
            activity=Activity(None, "", ""),
            supervisor="Mw. Post",
            placement_end=date(2026, 6, 30),
            own_job=True,
            in_place_of="Ben de Wit",
            in_place_reason="ziek",
            attempt=2,
            previous_id=first.id,
            resit_scope=ResitScope.INSUFFICIENT,
            taken_over=frozenset({"1", "2"}),
            state=State.BROKEN_OFF,
            state_reason="brandalarm",
            counts_as_attempt=False,
            revision=3,
            chosen=Outcome.GOOD,
            result=Result(Outcome.SUFFICIENT, True, minutes(5), "0" * 64),
            announced_on=date(2026, 3, 20),
            sheet=sheet,
        )
    with database.reading() as unit:
        assert unit.dossiers.get(full.id) == full
        assert unit.dossiers.lines()[0].scored == 2
        assert unit.dossiers.many([full.id, "x", first.id]) == [full, first]
        assert unit.dossiers.ids() == [first.id, full.id]
        assert unit.dossiers.ids(state=State.BROKEN_OFF) == [full.id]
        assert unit.dossiers.instruments([first.id, full.id]) == [full.instrument.fingerprint]


def test_saving_replaces_all_but_the_sheet(database: Database) -> None:
    with database.writing() as unit:
        dossier = start(unit)
        unit.dossiers.set_rating(dossier.id, rated("1.1"), minutes(1))
        final = replace(dossier, state=State.FINAL, result=Result(Outcome.GOOD, False, minutes(9), "f" * 64))
        unit.dossiers.save(final, at=minutes(9))
    with database.reading() as unit:
        assert unit.dossiers.get(dossier.id) == replace(final, sheet=Sheet({"1.1": rated("1.1")}))
        assert unit.dossiers.lines()[0].changed_at == minutes(9)
        assert unit.dossiers.lines()[0].outcome is Outcome.GOOD


def test_a_dossier_that_was_never_added_is_not_saved(database: Database) -> None:
    with database.writing() as unit:
        stranger = replace(start(unit), id="x")
        for attempt in (
            lambda: unit.dossiers.save(stranger),
            lambda: unit.dossiers.work_span("x"),
            lambda: unit.dossiers.rows("x"),
            lambda: unit.dossiers.set_rating("x", Rating("1.1"), NOON),
        ):
            with pytest.raises(KnownError, match="dossier-unknown"):
                attempt()


def test_emptying_a_rating_or_a_passage_leaves_nothing(database: Database) -> None:
    with database.writing() as unit:
        dossier = start(unit)
        unit.dossiers.set_rating(dossier.id, rated("1.1", "G", "mooi", Source.SEEN), minutes(1))
        unit.dossiers.set_passage(dossier.id, Passage(Place.STRENGTH, "rust"), minutes(2))
        unit.dossiers.set_rating(dossier.id, Rating("1.1"), minutes(3))
        unit.dossiers.set_passage(dossier.id, Passage(Place.STRENGTH, ""), minutes(4))
    with database.reading() as unit:
        assert unit.dossiers.get(dossier.id) == dossier
        assert unit.dossiers.work_span(dossier.id) == (minutes(1), minutes(4), 4)


def test_the_work_on_a_sheet_is_counted_from_its_first_change(database: Database) -> None:
    with database.writing() as unit:
        dossier = start(unit)
        assert unit.dossiers.work_span(dossier.id) == WorkSpan(None, None, 0)
        for minute, mark in enumerate("OVG", start=1):
            unit.dossiers.set_rating(dossier.id, rated("1.1", mark), minutes(minute))
        unit.dossiers.set_rating(dossier.id, rated("1.2", None, "nog geen niveau"), minutes(7))
    with database.reading() as unit:
        assert unit.dossiers.work_span(dossier.id) == WorkSpan(minutes(1), minutes(7), 4)
        line = unit.dossiers.lines()[0]
        assert (line.scored, line.total, line.changed_at) == (1, CRITERIA, minutes(7))


def test_a_moment_without_zone_is_refused(database: Database) -> None:
    with database.writing() as unit:
        dossier = start(unit)
    with pytest.raises(Exception, match="zone"), database.writing() as unit:
        unit.dossiers.set_rating(dossier.id, rated("1.1"), datetime(2026, 3, 12))  # noqa: DTZ001


def test_numbers_have_no_gap_and_start_anew_each_year(database: Database) -> None:
    with database.writing() as unit:
        assert [unit.dossiers.next_number(2026) for _ in range(3)] == ["2026-0001", "2026-0002", "2026-0003"]
        assert unit.dossiers.next_number(2027) == "2027-0001"
    with pytest.raises(KnownError), database.writing() as unit:
        unit.dossiers.get(unit.dossiers.next_number(2026))
    with database.writing() as unit:
        assert unit.dossiers.next_numbers(2026, 2) == ["2026-0004", "2026-0005"]


def test_the_list_filters_orders_and_pages(database: Database) -> None:
    with database.writing() as unit:
        andre, zoe = start(unit), start(unit, ZOE, BEN)
        again = start(unit, state=State.WITHDRAWN)
        unit.dossiers.set_rating(andre.id, rated("1.1"), minutes(3))
        unit.dossiers.set_rating(zoe.id, rated("1.1"), minutes(2))

    def ids(**wanted: object) -> list[str]:
        with database.reading() as unit:
            found = [line.id for line in unit.dossiers.lines(**wanted)]
            wanted.pop("order", None)
            assert unit.dossiers.count(**wanted) == len(found)
            return found

    assert ids() == [andre.id, zoe.id, again.id]
    assert ids(order="student") == [zoe.id, andre.id, again.id]
    assert ids(order="number") == [again.id, zoe.id, andre.id]
    assert ids(state=State.WITHDRAWN) == [again.id]
    assert ids(assessor_id=BEN.id) == [zoe.id]
    assert ids(search="andre 2026-0003") == [again.id]
    assert ids(search="ben zoe") == [zoe.id]
    assert ids(search="wilgen zwol 2024-2025 ans") == [andre.id, again.id]
    assert ids(search="100%") == []
    with database.reading() as unit:
        assert [line.id for line in unit.dossiers.lines(limit=1, offset=1)] == [zoe.id]
        line = unit.dossiers.lines(search="andre", limit=1)[0]
    assert (line.student_name, line.student_number) == ("André van den Berg", "510001")
    assert (line.assessor_name, line.activity_day) == ("Ans Vörst", date(2026, 3, 12))


def test_a_new_name_is_found_and_the_former_is_not(database: Database) -> None:
    with database.writing() as unit:
        dossier = start(unit)
        unit.people.save(replace(ANS, name="Anna Vorst"))
        unit.organisations.save(replace(SCHOOL, name="De Élzen"))
        unit.students.save(replace(ANDRE, last_name="Çelik", cohort="2025-2026"))
    with database.reading() as unit:
        assert unit.dossiers.count("celik anna vorst elzen zwolle 2025") == 1
        assert unit.dossiers.count("berg") == unit.dossiers.count("wilgenroos") == unit.dossiers.count("2024-") == 0
        assert unit.dossiers.stale(dossier.id) == ()


def test_a_note_that_stands_word_for_word_elsewhere_is_named(database: Database) -> None:
    with database.writing() as unit:
        first, second = start(unit), start(unit, ZOE)
        unit.dossiers.set_rating(first.id, rated("1.1", "O", "De klas  bleef stil."), minutes(1))
        unit.dossiers.set_passage(first.id, Passage(Place.STRENGTH, "Rustig en helder"), minutes(2))
    with database.reading() as unit:
        texts = ["de klas bleef stil.", "Rustig en helder", "Eigen woorden", "", "  "]
        assert unit.dossiers.same_note(second.id, texts) == {"de klas bleef stil.", "Rustig en helder"}
        assert unit.dossiers.same_note(first.id, texts) == set()
        assert unit.dossiers.same_note(second.id, []) == set()


def test_what_is_stored_has_one_fingerprint_until_something_changes(database: Database) -> None:
    with database.writing() as unit:
        dossier = start(unit)
        unit.dossiers.set_rating(dossier.id, rated("1.1", "O", REMARK, Source.SEEN), minutes(1))
        unit.dossiers.set_passage(dossier.id, Passage(Place.STRENGTH, REMARK), minutes(2))
        before = unit.dossiers.imprint(dossier.id)
        unit.people.save(replace(ANS, name="Anna Vorst"))
    with database.reading() as unit:
        assert unit.dossiers.imprint(dossier.id) == before
        assert unit.dossiers.stale(dossier.id) == ()


def test_both_databases_store_a_dossier_alike(database: Database) -> None:
    with database.writing() as unit:
        dossier = start(unit, own_job=True, result=Result(Outcome.GOOD, False, minutes(5), "0" * 64))
        unit.dossiers.set_rating(dossier.id, rated("1.1", "O", REMARK, Source.SEEN), minutes(1))
        stored = unit.dossiers.rows(dossier.id)
    assert stored["dossiers"][0]["activity_day"] == "2026-03-12"
    assert stored["dossiers"][0]["own_job"] == 1
    assert stored["dossiers"][0]["result_departs"] == 0
    assert stored["ratings"] == [
        {
            "dossier_id": dossier.id,
            "criterion": "1.1",
            "mark": "O",
            "note": REMARK,
            "sources": '["zelf_gezien"]',
            "changed_at": "2026-03-12T12:01:00.000000+00:00",
        }
    ]


@pytest.mark.parametrize("table", ["dossiers", "ratings", "passages"])
def test_a_change_by_another_way_shows_in_every_column(database: Database, table: str) -> None:
    with database.writing() as unit:
        dossier = start(unit)
        unit.dossiers.set_rating(dossier.id, rated("1.1", "O", REMARK, Source.SEEN), minutes(1))
        unit.dossiers.set_passage(dossier.id, Passage(Place.STRENGTH, REMARK), minutes(2))
        before = unit.dossiers.imprint(dossier.id)
        looked_at = set()
        for column in tables.metadata.tables[table].c:
            if column.foreign_keys or column.name == "id":
                continue
            point = unit.connection.begin_nested()
            values = {Moment: minutes(99), Codes: ["x"], Boolean: True, Integer: 99, Date: date(1999, 1, 1)}
            value = values.get(type(column.type), "x")
            unit.connection.execute(tables.metadata.tables[table].update().values({column.name: value}))
            assert unit.dossiers.imprint(dossier.id) != before or unit.dossiers.stale(dossier.id), column.name
            looked_at.add(column.name)
            point.rollback()
        assert unit.dossiers.imprint(dossier.id) == before
        assert len(looked_at) >= 4


def test_a_dossier_that_cannot_be_read_any_more_says_so(database: Database) -> None:
    with database.writing() as unit:
        dossier = start(unit)
        unit.connection.exec_driver_sql("UPDATE dossiers SET state = 'definitiex'")
        with pytest.raises(KnownError, match="dossier-altered"):
            unit.dossiers.get(dossier.id)


def test_many_dossiers_at_once(database: Database) -> None:
    with database.writing() as unit:
        template = start(unit)
        numbers = unit.dossiers.next_numbers(2026, 40)
        span = WorkSpan(minutes(1), minutes(30), 36)
        sheet = Sheet({f"1.{n}": rated(f"1.{n}", "V", "tekst") for n in range(1, 4)}, {Place.STRENGTH: "rust"})
        new = [NewDossier(replace(template, id=n, number=n, sheet=sheet), CRITERIA, span) for n in numbers]
        unit.dossiers.add_all(new)
    with database.reading() as unit:
        assert unit.dossiers.count() == 41
        assert unit.dossiers.get(numbers[7]) == new[7].dossier
        assert unit.dossiers.work_span(numbers[7]) == span
        assert unit.dossiers.lines(limit=1)[0].scored == 3
        assert isinstance(unit.dossiers.get(numbers[7]), Dossier)
