"""The record of what happened only grows, whoever asks."""

import threading

import pytest

from assessor.domain.errors import KnownError
from assessor.storage.database import Database
from assessor.storage.failures import StorageFault
from assessor.storage.links import WORKSPACE_CHAIN
from assessor.storage.repositories.chains import NewEntry
from tests.storage.partnership import ANS, NOON, minutes

CONTENT = {"old": None, "new": "Müller – “ja”", "marks": {"1.1": "O"}, "count": 3}


def test_entries_come_back_in_their_order(database: Database) -> None:
    with database.writing() as unit:
        assert unit.chains.head("d1") is None
        first = unit.chains.append("d1", kind="finalised", actor_id=ANS.id, at=NOON, content=CONTENT)
        second = unit.chains.append("d1", kind="announced", actor_id=ANS.id, at=minutes(1), content={})
        unit.chains.append("d2", kind="finalised", actor_id=ANS.id, at=NOON, content={})
    with database.reading() as unit:
        assert unit.chains.entries("d1") == [first, second]
        assert first.content == CONTENT
        assert [entry.position for entry in unit.chains.entries("d1")] == [1, 2]
        head = unit.chains.head("d1")
        assert (head.position, head.at, head.hash) == (2, minutes(1), second.hash)
        assert unit.chains.entries("d9") == []


def test_the_same_content_never_looks_the_same(database: Database) -> None:
    with database.writing() as unit:
        one = unit.chains.append("d1", kind="finalised", actor_id=ANS.id, at=NOON, content=CONTENT)
        other = unit.chains.append("d2", kind="finalised", actor_id=ANS.id, at=NOON, content=CONTENT)
        rows = unit.connection.exec_driver_sql("SELECT content_hash FROM chain_entries").all()
    assert one.hash != other.hash
    assert len(set(rows)) == 2


def test_a_clock_that_went_back_is_refused(database: Database) -> None:
    with database.writing() as unit:
        unit.chains.append("d1", kind="finalised", actor_id=ANS.id, at=minutes(5), content={})
    with database.writing() as unit, pytest.raises(KnownError, match="clock-back") as refusal:
        unit.chains.append("d1", kind="announced", actor_id=ANS.id, at=minutes(4), content={})
    assert "Zet datum en tijd goed" in refusal.value.say("nl")
    with database.reading() as unit:
        assert len(unit.chains.entries("d1")) == 1


def test_many_entries_in_many_chains_at_once(database: Database) -> None:
    new = [NewEntry(f"d{n % 700}", "finalised", ANS.id, minutes(n), {"n": n}) for n in range(1400)]
    with database.writing() as unit:
        unit.chains.append_all([])
        made = unit.chains.append_all(new)
    with database.reading() as unit:
        assert unit.chains.entries("d3") == [made[3], made[703]]
        assert unit.chains.head("d699").position == 2


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE chain_entries SET kind = 'x'",
        "DELETE FROM chain_entries",
        "UPDATE chain_contents SET content = '{}'",
        "UPDATE chain_heads SET position = 1",
        "UPDATE chain_heads SET hash = 'x'",
        "DELETE FROM chain_heads",
    ],
)
def test_the_database_itself_refuses_to_change_what_was_recorded(database: Database, statement: str) -> None:
    with database.writing() as unit:
        first = unit.chains.append("d1", kind="finalised", actor_id=ANS.id, at=NOON, content=CONTENT)
    with pytest.raises(StorageFault), database.writing() as unit:
        unit.connection.exec_driver_sql(statement)
    with database.reading() as unit:
        assert unit.chains.entries("d1") == [first]


def test_a_destroyed_content_is_gone_and_named_as_destroyed(database: Database) -> None:
    with database.writing() as unit:
        entry = unit.chains.append("d1", kind="finalised", actor_id=ANS.id, at=NOON, content=CONTENT)
        unit.chains.destroy([entry.content_id], actor_id=ANS.id, at=minutes(1), reason="bewaartermijn voorbij")
    with database.reading() as unit:
        assert unit.chains.entries("d1")[0].content is None
        record = unit.chains.entries(WORKSPACE_CHAIN)[0]
        assert record.content == {"contents": [entry.content_id], "reason": "bewaartermijn voorbij"}


def test_an_empty_chain_has_no_head_to_anchor(database: Database) -> None:
    with database.writing() as unit, pytest.raises(ValueError, match="without entries"):
        unit.chains.anchor("d1", actor_id=ANS.id, at=NOON)


def test_two_writers_at_once_take_places_one_after_the_other(database: Database) -> None:
    def write(writer: int) -> None:
        for _ in range(10):
            with database.writing() as unit:
                unit.chains.append("d1", kind=f"by-{writer}", actor_id=ANS.id, at=NOON, content={})

    threads = [threading.Thread(target=write, args=[writer]) for writer in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.reading() as unit:
        assert [entry.position for entry in unit.chains.entries("d1")] == list(range(1, 21))
