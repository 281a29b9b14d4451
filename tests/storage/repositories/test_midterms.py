"""Two forms of one midterm stay sealed from everybody until both are in, on both databases."""

import json
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import inspect

from assessor.domain.errors import KnownError
from assessor.domain.forms import Respondent
from assessor.domain.midterm.midterm import SIDES, Midterm, MidtermState, MidtermWay, Receipt
from assessor.storage.database import Database
from assessor.storage.failures import StorageFault
from assessor.storage.repositories.midterm_lines import MidtermWish
from assessor.storage.repositories.midterms import Handed
from tests.storage.partnership import ANDRE, ANS, INSTRUMENT, NOON, ZOE, minutes

STUDENT, MENTOR = SIDES
ONE = Midterm("m1", ANDRE.id, None, INSTRUMENT, "Mees Molenaar", ANS.id, NOON, date(2026, 2, 1))
OTHER = Midterm("m2", ZOE.id, None, INSTRUMENT, "Noor Veld", ANS.id, minutes(1))
SAID = Handed({"level:1.1": "B2", "note:1.1": "Kangoeroedans in de kring"}, {"level:1.2": "B2+"})


def receipt(name: str, side: Respondent = STUDENT, after: float = 2, **changes: bool) -> Receipt:
    return Receipt(name, ONE.id, side, MidtermWay.PDF, True, minutes(after), ANS.id, **changes)


@pytest.fixture
def sent(database: Database) -> Database:
    with database.writing() as unit:
        unit.midterms.add([])
        unit.midterms.add([ONE, OTHER])
    return database


def test_a_midterm_comes_back_as_it_was_sent(sent: Database) -> None:
    with sent.reading() as unit:
        assert unit.midterms.get("m1") == ONE
        assert unit.midterms.of_students([ANDRE.id, ZOE.id, "x"]) == {ANDRE.id: [ONE], ZOE.id: [OTHER]}
        assert unit.midterms.ids() == {"m1", "m2"}
        for look in (lambda: unit.midterms.get("x"), lambda: unit.midterms.is_kept("x", STUDENT, SAID)):
            with pytest.raises(KnownError, match="midterm-unknown"):
                look()
    with sent.writing() as unit:
        unit.midterms.forget(["m2"])
    with sent.reading() as unit:
        assert unit.midterms.ids() == {"m1"}


def test_what_came_in_is_sealed_until_both_are_in(sent: Database) -> None:
    with sent.writing() as unit:
        imprint = unit.midterms.keep(receipt("r1"), SAID)
        assert unit.midterms.is_kept("m1", STUDENT, SAID)
        assert not unit.midterms.is_kept("m1", MENTOR, SAID)
    with sent.reading() as unit:
        assert unit.midterms.receipts(["m1", "m2"]) == {"m1": [receipt("r1")]}
        assert unit.midterms.imprints() == {"r1": ("m1", imprint)}
        with pytest.raises(KnownError, match="midterm-sealed"):
            unit.midterms.opened("m1")
    with sent.writing() as unit:
        unit.midterms.keep(receipt("r2", MENTOR), Handed({"level:1.1": "B0"}))
        unit.midterms.save(ONE.opened(minutes(3), SIDES))
        assert unit.midterms.opened("m1") == {STUDENT: SAID, MENTOR: Handed({"level:1.1": "B0"})}


def test_no_table_shows_a_level_or_a_word_of_a_sealed_form(sent: Database) -> None:
    with sent.writing() as unit:
        unit.midterms.keep(receipt("r1"), SAID)
        unit.midterms.begin_draft("m1", MENTOR, "4821", minutes(2))
        unit.midterms.save_draft("m1", MENTOR, dict(SAID.answers), minutes(3))
    with sent.reading() as unit:
        seen = []
        for name in inspect(unit.connection).get_table_names():
            seen += [repr(tuple(row)) for row in unit.connection.exec_driver_sql(f'SELECT * FROM "{name}"')]
    whole = " ".join(seen)
    assert "Mees Molenaar" in whole
    assert "Kangoeroedans" not in whole
    assert "level:1.1" not in whole


def test_two_forms_seal_to_rows_of_one_size(sent: Database) -> None:
    with sent.writing() as unit:
        unit.midterms.keep(receipt("r1"), SAID)
        unit.midterms.keep(receipt("r2", MENTOR), Handed({"level:1.1": "B0", "note:1.1": "x" * 900}))
        sizes = {len(row[0]) for row in unit.connection.exec_driver_sql("SELECT sealed FROM midterm_returns")}
    assert len(sizes) == 1


def test_of_two_versions_both_stay_and_one_counts(sent: Database) -> None:
    other = Handed({"level:1.1": "B0"})
    with sent.writing() as unit:
        unit.midterms.keep(receipt("r1"), SAID)
        unit.midterms.keep(receipt("r2", after=3, in_force=False), other)
        unit.midterms.keep(receipt("r3", after=4, in_force=False, late=True), Handed({}))
        unit.midterms.put_in_force(receipt("r2"))
        unit.midterms.save(ONE.closed(minutes(5), {STUDENT}, "De mentor is ziek."))
        assert unit.midterms.opened("m1") == {STUDENT: other}
        assert [one.in_force for one in unit.midterms.receipts(["m1"])["m1"]] == [False, True, False]


def test_the_database_itself_refuses_to_change_a_sealed_form(sent: Database) -> None:
    with sent.writing() as unit:
        unit.midterms.keep(receipt("r1"), SAID)
    with pytest.raises((StorageFault, KnownError)), sent.writing() as unit:
        unit.connection.exec_driver_sql("UPDATE midterm_returns SET sealed = id")
    with sent.writing() as unit:
        unit.connection.exec_driver_sql("UPDATE midterm_returns SET sealed = NULL")
        assert unit.midterms.imprints() == {}


def test_a_row_that_was_moved_to_the_other_side_opens_no_more(sent: Database) -> None:
    with sent.writing() as unit:
        unit.midterms.keep(receipt("r1"), SAID)
        unit.connection.exec_driver_sql("UPDATE midterm_returns SET respondent = 'mentor'")
        unit.midterms.save(ONE.closed(minutes(5), {MENTOR}, "Reden"))
        with pytest.raises(KnownError, match="workspace-damaged"):
            unit.midterms.opened("m1")


def test_a_draft_opens_only_with_the_code_of_its_writer(sent: Database) -> None:
    with sent.writing() as unit:
        assert unit.midterms.kept_draft("m1", STUDENT) is None
        with pytest.raises(KnownError, match="draft-unknown"):
            unit.midterms.draft("m1", STUDENT, "4821")
        unit.midterms.begin_draft("m1", STUDENT, "4821", minutes(1))
        unit.midterms.save_draft("m1", STUDENT, SAID.answers, minutes(2))
        assert unit.midterms.draft("m1", STUDENT, "1111") is None
        kept = unit.midterms.kept_draft("m1", STUDENT)
        assert kept is not None
        assert (kept.tries, kept.saved_at) == (1, minutes(2))
        assert unit.midterms.draft("m1", STUDENT, "4821") == SAID.answers
        assert unit.midterms.kept_draft("m1", STUDENT) == replace(kept, tries=0)
        unit.midterms.drop_draft("m1", STUDENT)
        assert unit.midterms.kept_draft("m1", STUDENT) is None


def test_the_page_of_the_talk_is_kept_as_it_stands(sent: Database) -> None:
    with sent.writing() as unit:
        assert unit.midterms.talk("m1") == {}
        unit.midterms.write_talk("m1", {"talk:answer:0": "Rust"}, by=ANS.id, at=minutes(1))
        unit.midterms.write_talk("m1", {"talk:answer:0": "Rust en humor"}, by=ANS.id, at=minutes(2))
        assert unit.midterms.talk("m1") == {"talk:answer:0": "Rust en humor"}


def test_the_list_says_where_each_stands_and_who_is_in(sent: Database) -> None:
    with sent.writing() as unit:
        unit.midterms.keep(receipt("r1", late=True), SAID)
        unit.midterms.keep(receipt("r2", MENTOR), SAID)
    with sent.reading() as unit:
        lines = {line.id: line for line in unit.midterms.lines(MidtermWish())}
        assert lines["m1"].inside == {MENTOR}
        assert lines["m1"].student_name == ANDRE.name
        assert lines["m1"].coordinator == ANS.name
        assert (lines["m1"].is_late(date(2026, 2, 2)), lines["m2"].is_late(date(2026, 2, 2))) == (True, False)
        assert "B2" not in json.dumps([str(line) for line in lines.values()])

        def found(**wish: object) -> list[str]:
            return sorted(line.id for line in unit.midterms.lines(MidtermWish(**wish)))  # type: ignore[arg-type]

        assert found(search="andre") == ["m1"]
        assert found(state=MidtermState.DONE) == []
        assert found(student_id=ZOE.id) == ["m2"]
        assert found(coordinator_id="nobody") == []
        assert found(programme="pabo", cohort=ANDRE.cohort) == ["m1"]
        assert found(late_on=date(2026, 2, 2)) == ["m1"]
        assert unit.midterms.count(MidtermWish()) == 2
        assert len(unit.midterms.lines(MidtermWish(), limit=1, offset=1)) == 1
