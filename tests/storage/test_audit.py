"""Verification finds whatever was altered, left out or taken away, and says how far it can know."""

from dataclasses import replace

import hypothesis.strategies as st
import pytest
from hypothesis import given

from assessor.storage import audit
from assessor.storage.audit import Anchor
from assessor.storage.columns import moment_text
from assessor.storage.database import Database
from assessor.storage.links import WORKSPACE_CHAIN
from assessor.storage.unit import Unit
from tests.storage.partnership import ANS, NOON, minutes


def tell_a_story(unit: Unit) -> None:
    """Two dossiers, the first announced; both anchored."""
    unit.chains.append("d1", kind="finalised", actor_id=ANS.id, at=NOON, content={"verdict": "V"})
    unit.chains.anchor("d1", actor_id=ANS.id, at=NOON)
    unit.chains.append("d2", kind="finalised", actor_id=ANS.id, at=NOON, content={"verdict": "G"})
    unit.chains.append("d1", kind="announced", actor_id=ANS.id, at=minutes(1), content={"on": "2026-03-12"})
    unit.chains.anchor("d1", actor_id=ANS.id, at=minutes(1))


def unlock_triggers(unit: Unit) -> None:
    """Somebody with the key and a database program removes what stands in the way."""
    connection = unit.connection
    if connection.dialect.name == "sqlite":
        for row in connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").all():
            connection.exec_driver_sql(f"DROP TRIGGER {row.name}")
    else:
        connection.exec_driver_sql("DROP FUNCTION refuse_change() CASCADE")


def codes(database: Database, anchors: tuple[Anchor, ...] = ()) -> list[tuple[str, str, int | None]]:
    with database.reading() as unit:
        report = audit.verify(unit, anchors)
    return [(finding.code, finding.chain, finding.position) for finding in report.findings]


def test_an_untouched_workspace_is_sound(database: Database) -> None:
    with database.writing() as unit:
        tell_a_story(unit)
    with database.reading() as unit:
        head = unit.chains.head(WORKSPACE_CHAIN)
        report = audit.verify(unit, [Anchor(NOON, head.position, head.hash)])
    assert report.is_sound
    assert (report.chains, report.entries) == (3, 5)
    assert report.anchored == {"d1": 2}
    assert "regel 2" in report.proven.nl


def test_an_empty_workspace_says_that_nothing_is_anchored(database: Database) -> None:
    with database.reading() as unit:
        report = audit.verify(unit)
    assert report.is_sound
    assert "nog geen ankerpunt" in report.proven.nl


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("UPDATE chain_entries SET kind = 'finalisee' WHERE chain = 'd2'", ("entry-altered", "d2", 1)),
        ("UPDATE chain_entries SET actor_id = 'x' WHERE chain = 'd2'", ("entry-altered", "d2", 1)),
        (
            "UPDATE chain_entries SET at = '2026-03-12T12:00:00.000001+00:00' WHERE chain = 'd2'",
            ("entry-altered", "d2", 1),
        ),
        ("UPDATE chain_entries SET at = 'gisteren' WHERE chain = 'd2'", ("entry-altered", "d2", 1)),
        ("UPDATE chain_entries SET content_id = 'x' WHERE chain = 'd2'", ("entry-altered", "d2", 1)),
        ("UPDATE chain_entries SET content_hash = 'x' WHERE chain = 'd2'", ("entry-altered", "d2", 1)),
        ("UPDATE chain_entries SET hash = 'x' WHERE chain = 'd1' AND position = 1", ("entry-altered", "d1", 1)),
        ("UPDATE chain_entries SET position = 3 WHERE chain = 'd1' AND position = 2", ("entry-missing", "d1", 2)),
        ("DELETE FROM chain_entries WHERE chain = 'd1' AND position = 1", ("entry-missing", "d1", 1)),
        ("DELETE FROM chain_entries WHERE chain = 'd1' AND position = 2", ("head-differs", "d1", None)),
        ("DELETE FROM chain_entries WHERE chain = 'd1'", ("anchor-broken", "d1", 2)),
        ("UPDATE chain_heads SET position = 7 WHERE chain = 'd2'", ("head-differs", "d2", None)),
        (
            "UPDATE chain_contents SET content = replace(content, '\"V\"', '\"G\"')",
            ("content-altered", "d1", 1),
        ),
        ("DELETE FROM chain_contents WHERE content LIKE '%%\"G\"%%'", ("content-missing", "d2", 1)),
    ],
)
def test_every_change_by_another_way_is_found(
    database: Database, statement: str, found: tuple[str, str, int | None]
) -> None:
    with database.writing() as unit:
        tell_a_story(unit)
        unlock_triggers(unit)
        unit.connection.exec_driver_sql(statement)
    assert found in codes(database)


def test_a_destroyed_content_is_no_fault_but_a_hidden_one_is(database: Database) -> None:
    with database.writing() as unit:
        tell_a_story(unit)
        first = unit.chains.entries("d1")[0]
        unit.chains.destroy([first.content_id], actor_id=ANS.id, at=minutes(2), reason="termijn")
    assert codes(database) == []
    with database.writing() as unit:
        unlock_triggers(unit)
        second = unit.chains.entries("d2")[0]
        unit.connection.exec_driver_sql(
            f"UPDATE chain_entries SET content_id = 'moved' WHERE content_id = '{first.content_id}'"
        )
        unit.connection.exec_driver_sql(
            f"UPDATE chain_entries SET content_id = '{first.content_id}' WHERE content_id = '{second.content_id}'"
        )
    assert {"entry-altered", "content-missing", "content-stray"} <= {code for code, _, _ in codes(database)}


def test_a_workspace_shortened_to_the_end_is_found_by_an_anchor_outside(database: Database) -> None:
    with database.writing() as unit:
        tell_a_story(unit)
        head = unit.chains.head(WORKSPACE_CHAIN)
        outside = Anchor(NOON, head.position, head.hash)
        unlock_triggers(unit)
        # The last announcement disappears without a trace inside: entries, anchor, contents and heads agree.
        for chain in ("d1", WORKSPACE_CHAIN):
            first = unit.chains.entries(chain)[0]
            unit.connection.exec_driver_sql(f"DELETE FROM chain_entries WHERE chain = '{chain}' AND position = 2")
            unit.connection.exec_driver_sql(
                f"UPDATE chain_heads SET position = 1, hash = '{first.hash}', at = '{moment_text(first.at)}'"
                f" WHERE chain = '{chain}'"
            )
        unit.connection.exec_driver_sql(
            "DELETE FROM chain_contents WHERE id NOT IN (SELECT content_id FROM chain_entries)"
        )
    assert codes(database) == []
    assert codes(database, (outside,)) == [("backup-anchor-broken", WORKSPACE_CHAIN, 2)]
    with database.reading() as unit:
        kept = unit.chains.head(WORKSPACE_CHAIN)
        report = audit.verify(unit, [outside, Anchor(NOON, kept.position, kept.hash)])
    assert report.workspace_anchor.position == 1
    assert "klopt" not in report.findings[0].what.nl
    assert "reservekopie" in report.findings[0].what.nl


def test_a_value_of_a_strange_kind_is_found_and_not_stumbled_over(database: Database) -> None:
    with database.writing() as unit:
        tell_a_story(unit)
        unlock_triggers(unit)
        if unit.connection.dialect.name == "sqlite":
            unit.connection.exec_driver_sql("UPDATE chain_entries SET position = 'twee' WHERE chain = 'd2'")
            unit.connection.exec_driver_sql("UPDATE chain_entries SET kind = x'00' WHERE chain = 'd1' AND position = 2")
            unit.connection.exec_driver_sql("UPDATE chain_contents SET salt = 'tekst'")
        else:
            unit.connection.exec_driver_sql("UPDATE chain_contents SET salt = 'tekst'")
    found = codes(database)
    assert ("content-altered", "d1", 1) in found
    assert len(found) >= 5


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.text(max_size=4), JSON, max_size=4))
def test_a_fingerprint_knows_no_order(content: dict[str, object]) -> None:
    turned = dict(reversed(content.items()))
    assert audit.fingerprint(content) == audit.fingerprint(turned)
    assert audit.fingerprint(content | {"extra": 1}) != audit.fingerprint(content | {"extra": 2})


def test_findings_read_in_both_languages() -> None:
    finding = audit.Finding("head-differs", "d1", None)
    assert finding.what.nl.startswith("Het einde")
    assert "{" not in replace(finding, code="entry-altered", position=4).what.en
