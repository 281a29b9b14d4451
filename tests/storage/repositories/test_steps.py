"""Undo and redo walk back and forth over what was entered; drafts live until their field is left."""

from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from assessor.domain.ratings import Passage, Place, Rating, Source
from assessor.storage import schema
from assessor.storage.database import Database, embedded
from tests.storage.partnership import NOON, minutes, rated, settle, start


def test_a_new_change_drops_what_was_taken_back(database: Database) -> None:
    empty, first, second = Rating("1.1"), rated("1.1", "V"), rated("1.1", "G", "mooi", Source.SEEN)
    with database.writing() as unit:
        dossier = start(unit).id
        assert unit.steps.last_done(dossier) is None
        unit.steps.push(dossier, empty, first)
        unit.steps.push(dossier, first, second)
        step = unit.steps.last_done(dossier)
        assert (step.number, step.before, step.after, step.undone) == (2, first, second, False)
        unit.steps.mark(dossier, 2, undone=True)
        assert unit.steps.last_done(dossier).number == 1
        assert unit.steps.first_undone(dossier).after == second
        unit.steps.push(dossier, Passage(Place.STRENGTH, ""), Passage(Place.STRENGTH, "rust"))
        assert unit.steps.first_undone(dossier) is None
        assert unit.steps.last_done(dossier).after == Passage(Place.STRENGTH, "rust")
        unit.steps.clear(dossier)
        assert unit.steps.last_done(dossier) is None


def test_steps_of_one_dossier_leave_another_alone(database: Database) -> None:
    with database.writing() as unit:
        one, other = start(unit).id, start(unit).id
        unit.steps.push(one, Rating("1.1"), rated("1.1"))
        unit.steps.push(other, Rating("2.1"), rated("2.1"))
        unit.steps.clear(one)
        assert unit.steps.last_done(other).after == rated("2.1")


def test_a_draft_lives_until_its_field_is_left(database: Database) -> None:
    with database.writing() as unit:
        dossier = start(unit).id
        unit.drafts.put(dossier, "note:1.1", "De kl", NOON)
        unit.drafts.put(dossier, "note:1.1", "De klas w", minutes(1))
        unit.drafts.put(dossier, Place.STRENGTH, "nul \x01 teken", minutes(2))
    with database.writing() as unit:
        assert unit.drafts.of(dossier) == {"note:1.1": "De klas w", Place.STRENGTH: "nul \x01 teken"}
        unit.drafts.drop(dossier, "note:1.1")
        unit.drafts.drop(dossier, "note:9.9")
        assert unit.drafts.of(dossier) == {Place.STRENGTH: "nul \x01 teken"}


class LifeOfASheet(RuleBasedStateMachine):
    """Entering, undoing, redoing and reopening, beside a model that is a plain list of sheets."""

    path: Any

    @initialize()
    def begin(self) -> None:
        self.database = Database(embedded(self.path / f"{id(self)}.db", bytes(32)))
        with self.database.writing() as unit:
            schema.create(unit.connection)
            settle(unit)
            self.dossier = start(unit).id
        self.past: list[dict[str, Rating]] = []
        self.now: dict[str, Rating] = {}
        self.future: list[dict[str, Rating]] = []

    @rule(
        criterion=st.sampled_from(["1.1", "1.2"]),
        mark=st.sampled_from(["O", "V", "G", "N", None]),
        note=st.text(st.characters(exclude_categories=["Cs"]), max_size=8),
    )
    def enter(self, criterion: str, mark: str | None, note: str) -> None:
        before, after = self.now.get(criterion, Rating(criterion)), rated(criterion, mark, note)
        with self.database.writing() as unit:
            unit.dossiers.set_rating(self.dossier, after, NOON)
            unit.steps.push(self.dossier, before, after)
        self.past.append(dict(self.now))
        self.future.clear()
        self._set(after)

    @precondition(lambda self: self.past)
    @rule()
    def undo(self) -> None:
        with self.database.writing() as unit:
            step = unit.steps.last_done(self.dossier)
            unit.dossiers.set_rating(self.dossier, step.before, NOON)
            unit.steps.mark(self.dossier, step.number, undone=True)
        self.future.append(self.now)
        self.now = self.past.pop()

    @precondition(lambda self: self.future)
    @rule()
    def redo(self) -> None:
        with self.database.writing() as unit:
            step = unit.steps.first_undone(self.dossier)
            unit.dossiers.set_rating(self.dossier, step.after, NOON)
            unit.steps.mark(self.dossier, step.number, undone=False)
        self.past.append(self.now)
        self.now = self.future.pop()

    @rule()
    def reopen(self) -> None:
        self.database.close()

    @invariant()
    def the_sheet_is_what_was_entered(self) -> None:
        if hasattr(self, "dossier"):
            with self.database.reading() as unit:
                assert unit.dossiers.get(self.dossier).sheet.ratings == self.now
                assert (unit.steps.last_done(self.dossier) is None) == (not self.past)
                assert (unit.steps.first_undone(self.dossier) is None) == (not self.future)
                assert unit.dossiers.stale(self.dossier) == ()

    def teardown(self) -> None:
        self.database.close()

    def _set(self, rating: Rating) -> None:
        self.now = {code: each for code, each in self.now.items() if code != rating.criterion}
        if rating != Rating(rating.criterion):
            self.now[rating.criterion] = rating


@pytest.mark.slow
def test_undo_and_redo_hold_over_any_life_of_a_sheet(tmp_path: Any) -> None:
    LifeOfASheet.path = tmp_path
    machine = type("Life", (LifeOfASheet,), {"path": tmp_path})
    machine.TestCase.settings = settings(max_examples=12, stateful_step_count=15, deadline=None)
    machine.TestCase("runTest").debug()
