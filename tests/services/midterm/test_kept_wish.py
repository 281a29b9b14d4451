"""The list of midterms comes back as its reader left it, but never with what was sought."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from assessor.application import Application
from assessor.domain.midterm.midterm import MidtermState
from assessor.domain.people import Person
from assessor.storage.repositories.midterm_lines import MidtermWish
from tests.services.conftest import Clock


def test_filters_stay_per_person_and_late_is_asked_of_today(app: Application, noor: Person, clock: Clock) -> None:
    kept = app.midterms.kept_wish
    assert kept.kept() == MidtermWish()
    wish = kept.wish("uitgezet", "pabo", "2023-2024", mine=True, late=True)
    assert wish == MidtermWish(
        state=MidtermState.SENT, programme="pabo", cohort="2023-2024", coordinator_id=noor.id,
        late_on=date(2026, 1, 20),
    )  # fmt: skip
    kept.keep(replace(wish, search="Fleur"))
    clock.move(days=1)
    assert kept.kept() == replace(wish, late_on=date(2026, 1, 21))
    other, _ = app.people.add("Sjoukje Terpstra", noor.roles)
    app.people.sign_in(other.id)
    assert kept.kept() == MidtermWish()


def test_a_filter_of_an_older_version_asks_for_all(app: Application, noor: Person) -> None:
    with app.desk.workspace.writing() as unit:
        unit.settings.set(f"midterms.{noor.id}", {"state": "vergeten", "programme": "hbo"})
    assert app.midterms.kept_wish.kept() == MidtermWish()
