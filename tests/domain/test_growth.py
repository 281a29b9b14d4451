"""Earlier development points come to light when the sheet is scored, and not before."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from assessor.domain.dossier import Dossier, State
from assessor.domain.growth import EarlierPoint, Growth, growth
from assessor.domain.ratings import Place, Rating, Sheet
from assessor.domain.text import Text, same
from tests.domain.stories import ACTIVITY_DAY, PABO, complete_sheet, dossier_on

NOW = dossier_on(PABO)


def earlier(number: str, days: int, words: str, state: State = State.FINAL) -> Dossier:
    before = NOW.created_at - timedelta(days=days)
    return replace(
        NOW, id=number, number=number, created_at=before, state=state, sheet=Sheet({}, {Place.DEVELOPMENT: words})
    )


def test_earlier_points_stand_newest_first_without_later_open_or_empty_ones() -> None:
    others = [
        earlier("2025-0001", 300, "Spreek rustiger."),
        earlier("2025-0009", 90, "Bouw rust in.", State.ANNOUNCED),
        earlier("2026-0009", -3, "Later."),
        earlier("2025-0005", 100, "Nog open.", State.CONCEPT),
        earlier("2025-0006", 95, ""),
        NOW,
    ]
    found = growth(PABO, NOW, others)
    assert found.is_open
    assert found.points == (
        EarlierPoint(same("Dossier 2025-0009"), ACTIVITY_DAY, "Bouw rust in."),
        EarlierPoint(same("Dossier 2025-0001"), ACTIVITY_DAY, "Spreek rustiger."),
    )


def test_what_was_said_halfway_stands_among_them_by_its_day() -> None:
    midterm = Text("Tussenevaluatie", "Midterm evaluation")
    said = [
        EarlierPoint(midterm, ACTIVITY_DAY + timedelta(days=1), "Vraag eerder hulp."),
        EarlierPoint(midterm, None, "Zonder datum."),
        EarlierPoint(midterm, ACTIVITY_DAY, ""),
    ]
    found = growth(PABO, NOW, [earlier("2025-0001", 300, "Spreek rustiger.")], said)
    assert [point.words for point in found.points] == ["Vraag eerder hulp.", "Spreek rustiger.", "Zonder datum."]
    assert growth(PABO, replace(NOW, sheet=Sheet()), [], said).points == ()


def test_while_a_criterion_lacks_a_mark_nothing_of_before_is_told() -> None:
    sheet = complete_sheet(PABO, one=Rating("4.6"), other=Rating("1.2"))
    found = growth(PABO, replace(NOW, sheet=sheet), [earlier("2025-0001", 300, "Spreek rustiger.")])
    assert found == Growth(2)
    assert not found.is_open
