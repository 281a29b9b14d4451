"""``workspace`` and ``verify``: making one, looking it over, and what happens when something is wrong with it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from assessor.application import Application, open_application
from assessor.commands.verify import looked_at
from assessor.storage.keys import Passphrase, RecoveryCode
from tests.commands.conftest import PASSPHRASE, Typed

ON_LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="/sys is a folder that nobody writes to")


def files(folder: Path) -> dict[str, bytes]:
    """Everything in a folder, to see that nothing changed."""
    return {str(one.relative_to(folder)): one.read_bytes() for one in sorted(folder.rglob("*")) if one.is_file()}


# --- making one


def test_a_new_workspace_opens_by_wachtzin_and_by_recovery_code(typed: Typed, tmp_path: Path) -> None:
    folder = tmp_path / "dossierkast"

    answer = typed("workspace", "create", folder, "--json")

    assert answer.code == 0
    assert answer.json["workspace"] == str(folder)
    open_application(folder, Passphrase(PASSPHRASE), holder="tests").close()
    open_application(folder, RecoveryCode(answer.json["recovery_code"].lower()), holder="tests").close()
    assert typed("students", "list", "--json").json == {"students": [], "total": 0}


def test_the_recovery_code_is_said_with_the_advice_to_keep_it(typed: Typed, tmp_path: Path) -> None:
    said = typed("workspace", "create", tmp_path / "kast").out

    assert "Herstelcode: " in said
    assert "maar één keer getoond" in said


def test_a_place_where_something_stands_is_left_alone(typed: Typed, partnership: Path, tmp_path: Path) -> None:
    before = files(partnership)

    typed("workspace", "create", partnership, "--json").refused("folder-not-empty")

    assert files(partnership) == before


def test_a_short_wachtzin_leaves_nothing_behind(typed: Typed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSESSOR_PASSPHRASE", "kort")

    typed("workspace", "create", tmp_path / "kast", "--json").refused("passphrase-short")

    assert not (tmp_path / "kast").exists()


@ON_LINUX
def test_a_folder_that_nobody_may_write_to_is_refused(typed: Typed) -> None:
    typed("workspace", "create", "/sys/kast", "--json").refused("read-only")


# --- opening one


def test_a_wrong_wachtzin_is_refused_without_repeating_it(
    typed: Typed, partnership: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ASSESSOR_PASSPHRASE", "zeven plastic klompen")

    sentence = typed("verify", "--workspace", partnership, "--json").refused("passphrase-wrong")

    assert "plastic" not in sentence
    assert "herstelcode" in sentence


def test_a_workspace_that_the_window_holds_is_refused_with_who_holds_it(
    typed: Typed, partnership: Path, window: Application
) -> None:
    assert window.desk.workspace.path == partnership

    refused = typed("students", "list", "--workspace", partnership, "--json")

    assert "het venster van Assessor" in refused.refused("workspace-locked")


def test_a_newer_workspace_is_refused_and_left_as_it_is(typed: Typed, partnership: Path) -> None:
    application = open_application(partnership, Passphrase(PASSPHRASE), holder="tests")
    with application.desk.workspace.writing() as unit:
        unit.connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    application.close()
    before = (partnership / "assessor.db").read_bytes()

    typed("verify", "--workspace", partnership, "--json").refused("workspace-newer")

    assert (partnership / "assessor.db").read_bytes() == before


def damage(workspace: Path) -> None:
    """Scratch the database file in many places."""
    path = workspace / "assessor.db"
    content = bytearray(path.read_bytes())
    for place in range(100, len(content), 1_500):
        content[place] ^= 0xFF
    path.write_bytes(content)


def test_a_damaged_workspace_is_refused_and_its_backup_restored(typed: Typed, partnership: Path) -> None:
    total = typed("students", "list", "--workspace", partnership, "--json").json["total"]
    backup = typed("workspace", "backup", "--json").json["files"][0]
    damage(partnership)

    typed("students", "list", "--json").refused("workspace-damaged")
    restored = typed("workspace", "restore", "--json").json

    assert restored["restored"] == backup
    assert Path(restored["kept"]).name.endswith(".damaged")
    assert typed("students", "list", "--json").json["total"] == total
    assert typed("workspace", "check", "--json").json["sound"] is True


def test_a_page_that_was_scratched_behind_the_first_ones_is_found_by_check(typed: Typed, partnership: Path) -> None:
    path = partnership / "assessor.db"
    content = bytearray(path.read_bytes())
    content[-2_000] ^= 0xFF
    path.write_bytes(content)

    answer = typed("workspace", "check", "--workspace", partnership, "--json")

    answer.refused("workspace-damaged")
    assert answer.json["sound"] is False
    assert answer.json["findings"]
    assert "in orde" not in typed("workspace", "check").out


def test_a_sound_workspace_is_said_to_be_so(typed: Typed, partnership: Path) -> None:
    assert "Het gegevensbestand is in orde." in typed("workspace", "check", "--workspace", partnership).out


def test_a_chosen_backup_is_restored(typed: Typed, partnership: Path, tmp_path: Path) -> None:
    copies = typed("workspace", "backup", "--workspace", partnership, "--to", tmp_path / "stick", "--json").json[
        "files"
    ]
    typed(
        "students", "add", "--number", "1", "--first-name", "Nieuw", "--last-name", "Xylofoon", "--programme", "pabo",
        "--variant", "voltijd", "--phase", "jaar-1",
    )  # fmt: skip
    assert typed("students", "list", "--search", "xylofoon", "--json").json["total"] == 1

    assert typed("workspace", "restore", copies[1], "--json").code == 0

    assert Path(copies[1]).parent == tmp_path / "stick"
    assert typed("students", "list", "--search", "xylofoon", "--json").json["total"] == 0


def test_an_older_backup_over_newer_work_is_sound_and_still_verifies(typed: Typed, partnership: Path) -> None:
    number = str(typed("dossiers", "list", "--workspace", partnership, "--json").json["dossiers"][0]["number"])
    older = partnership.parent / "ouder"
    copy = typed("workspace", "backup", "--to", older, "--json").json["files"][1]
    typed("dossiers", "export", "--format", "csv", "--out", partnership.parent / "d.csv", "--search", number)
    typed("workspace", "backup", "--json")

    assert typed("workspace", "restore", copy, "--json").code == 0

    assert typed("verify", "--json").code == 0


def test_a_backup_opens_on_another_laptop_with_the_recovery_code(
    typed: Typed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = str(typed("workspace", "create", tmp_path / "kast", "--json").json["recovery_code"])
    typed(
        "students", "add", "--number", "1", "--first-name", "Nieuw", "--last-name", "Xylofoon", "--programme", "pabo",
        "--variant", "voltijd", "--phase", "jaar-1",
    )  # fmt: skip
    copy = typed("workspace", "backup", "--to", tmp_path / "stick", "--json").json["files"][1]
    restore = ("workspace", "restore", copy, "--workspace", tmp_path / "nieuwe laptop", "--recovery-code", "--json")

    typed(*restore).refused("recovery-code-needed")
    monkeypatch.setenv("ASSESSOR_RECOVERY_CODE", code.lower().replace("-", " "))

    assert typed(*restore).code == 0
    assert typed("students", "list", "--search", "xylofoon", "--json").json["total"] == 1

    # The wachtzin that nobody remembers is not needed for anything else either.
    monkeypatch.delenv("ASSESSOR_PASSPHRASE")
    typed("students", "list", "--json").refused("passphrase-needed")
    assert typed("students", "list", "--recovery-code", "--json").json["total"] == 1
    assert typed("verify", "--recovery-code", "--json").code == 0
    monkeypatch.setenv("ASSESSOR_RECOVERY_CODE", "22222 22222 22222 22222 22222 22222 22222")
    typed("students", "list", "--recovery-code", "--json").refused("recovery-code-mistyped")


def test_what_is_no_backup_is_refused_and_changes_nothing(typed: Typed, partnership: Path, tmp_path: Path) -> None:
    stray = tmp_path / "vakantie.db"
    stray.write_bytes(b"SQLite format 3\0")
    before = (partnership / "assessor.db").read_bytes()

    typed("workspace", "restore", stray, "--workspace", partnership, "--json").refused("backup-unreadable")

    assert (partnership / "assessor.db").read_bytes() == before


def test_without_a_backup_restoring_says_so(typed: Typed, tmp_path: Path) -> None:
    typed("workspace", "create", tmp_path / "kast")
    for backup in (tmp_path / "kast" / "backups").glob("*"):
        backup.unlink()

    typed("workspace", "restore", "--json").refused("backup-none")
    typed("workspace", "restore", "--workspace", tmp_path / "weg", "--json").refused("not-a-workspace")


# --- verify


def test_everything_in_the_example_is_as_it_was_made_final(typed: Typed, partnership: Path) -> None:
    answer = typed("verify", "--workspace", partnership, "--json").json

    assert answer["sound"] is True
    assert answer["dossiers"] > 10
    assert answer["faults"] == []
    assert "Alles is zoals het is vastgesteld." in typed("verify").out


@pytest.mark.parametrize(
    ("dossiers", "entries", "nl", "en"),
    [
        (1, 1, "1 vastgesteld dossier en 1 vastgelegde handeling", "1 final dossier and 1 recorded action"),
        (1, 2, "1 vastgesteld dossier en 2 vastgelegde handelingen", "1 final dossier and 2 recorded actions"),
        (0, 0, "0 vastgestelde dossiers en 0 vastgelegde handelingen", "0 final dossiers and 0 recorded actions"),
    ],
)
def test_one_dossier_is_counted_in_the_singular(dossiers: int, entries: int, nl: str, en: str) -> None:
    said = looked_at(dossiers, entries)
    assert (said.nl, said.en) == (f"{nl} nagekeken.", f"Checked: {en}.")


def test_one_altered_character_is_found_and_its_dossier_named(typed: Typed, partnership: Path) -> None:
    application = open_application(partnership, Passphrase(PASSPHRASE), holder="tests")
    with application.desk.workspace.writing() as unit:
        row = unit.connection.exec_driver_sql(
            "SELECT d.number, r.dossier_id, r.criterion FROM ratings r JOIN dossiers d ON d.id = r.dossier_id"
            " WHERE d.state = 'definitief' AND r.note <> '' LIMIT 1"
        ).one()
        unit.connection.exec_driver_sql(
            "UPDATE ratings SET note = 'X' || substr(note, 2) WHERE dossier_id = ? AND criterion = ?", tuple(row[1:])
        )
    application.close()

    answer = typed("verify", "--workspace", partnership, "--json")

    answer.refused("altered")
    assert {fault["dossier"] for fault in answer.json["faults"]} == {row[0]}


# --- a process of its own


def test_a_real_process_refuses_with_one_sentence_and_no_traceback(partnership: Path) -> None:
    root = Path(__file__).parents[2]
    surroundings = {**os.environ, "ASSESSOR_PASSPHRASE": "een heel andere zin", "PYTHONWARNINGS": "error"}

    ended = subprocess.run(
        [sys.executable, "main.py", "verify", "--workspace", str(partnership), "--language", "en"],
        cwd=root, env=surroundings, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL,
    )  # fmt: skip

    assert ended.returncode == 1
    assert ended.stdout == ""
    assert ended.stderr == (
        "This passphrase is not right. Try again, mind capital letters, or use the recovery code.\n"
    )


def test_work_that_is_stored_is_done_also_when_no_backup_of_it_can_be_made(typed: Typed, partnership: Path) -> None:
    backups = partnership / "backups"
    backups.rename(partnership / "elsewhere")
    backups.write_bytes(b"in the way")
    student = ("--number", "700001", "--first-name", "Pip", "--last-name", "Zandloper")
    rest = ("--programme", "pabo", "--variant", "voltijd", "--phase", "jaar-2", "--workspace", partnership)

    added = typed("students", "add", *student, *rest)

    assert added.code == 0
    assert "Pip Zandloper is toegevoegd." in added.out
    assert added.err.startswith("Alles is opgeslagen, maar bij het afsluiten kon geen reservekopie worden gemaakt.")
    found = typed("students", "list", "--search", "zandloper", "--workspace", partnership, "--json")
    assert (found.code, found.json["total"]) == (0, 1)
