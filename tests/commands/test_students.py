"""``students``: adding one by hand and finding them again."""

from __future__ import annotations

from pathlib import Path

from tests.commands.conftest import Said, Typed

FLEUR = {
    "--number": "500001",
    "--first-name": "Zoë",
    "--prefix": "van der",
    "--last-name": "Appelhof",
    "--programme": "pabo",
    "--variant": "voltijd",
    "--phase": "jaar-2",
    "--cohort": "2025-2026",
    "--study-coach": "Ties Berkenlaan",
}


def added(typed: Typed, workspace: Path, **changes: str) -> Said:
    wanted = FLEUR | {f"--{name.replace('_', '-')}": value for name, value in changes.items()}
    return typed(
        "students", "add", "--workspace", workspace, "--json", *(part for pair in wanted.items() for part in pair)
    )


def test_a_student_who_was_added_is_found_without_accents(typed: Typed, partnership: Path) -> None:
    assert added(typed, partnership).json["student"]["name"] == "Zoë van der Appelhof"

    found = typed("students", "list", "--search", "zoe appelhof", "--json").json

    assert [one["number"] for one in found["students"]] == ["500001"]
    assert found["total"] == 1
    assert "Appelhof, Zoë van der" in typed("students", "list", "--search", "appelhof").out


def test_the_list_is_as_long_as_asked_and_says_how_many_there_are(typed: Typed, partnership: Path) -> None:
    answer = typed("students", "list", "--workspace", partnership, "--programme", "ad", "--limit", "3", "--json").json

    assert len(answer["students"]) == 3
    assert answer["total"] == 16
    assert {one["programme"] for one in answer["students"]} == {"ad"}


def test_what_cannot_be_a_student_is_refused_and_nothing_is_added(typed: Typed, partnership: Path) -> None:
    before = typed("students", "list", "--workspace", partnership, "--json").json["total"]
    taken = typed("students", "list", "--json").json["students"][0]["number"]

    added(typed, partnership, number=taken).refused("student-number-taken")
    added(typed, partnership, programme="mbo").refused("programme-unknown")
    added(typed, partnership, variant="pep").refused("programme-unknown")
    added(typed, partnership, first_name="  ").refused("field-missing")
    assert "jaar-1, jaar-2, jaar-3, jaar-4" in added(typed, partnership, phase="jaar-9").refused("phase-unknown")

    assert typed("students", "list", "--json").json["total"] == before
