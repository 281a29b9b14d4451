"""``demo``: everything that a newcomer sees, made anew each time and never in the place of something else."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from assessor.application import EXAMPLE_PASSPHRASE as PASSPHRASE
from assessor.application import Application, open_application
from assessor.commands import main
from assessor.services.verification import verify
from assessor.storage.keys import Passphrase
from tests.commands.conftest import Typed


def test_the_demo_says_a_line_for_each_thing_that_it_makes(typed: Typed, tmp_path: Path) -> None:
    said = typed("demo", "--out", tmp_path / "demo", "--students", "40", "--no-desktop")

    assert said.code == 0
    for words in (
        "16 besturen en 120 organisaties", "29 pabostudenten en 11 Ad-studenten", "60 beoordelaars",
        "(pabo): 36 criteria gescoord, definitief: voldoende", "(Ad): 30 criteria gescoord, definitief: goed",
        "(versleuteld)", PASSPHRASE,
    ):  # fmt: skip
        assert words in said.out
    assert len(list((tmp_path / "demo").glob("dossier-*.pdf"))) == 2
    assert "werkmap" in said.out
    sheet = load_workbook(tmp_path / "demo" / "beoordelingen.xlsx").worksheets[0]
    assert sheet.max_row == 3
    assert sorted(one.name for one in tmp_path.iterdir() if one.name != "settings") == ["demo"]


def test_without_a_screen_the_demo_says_so_and_ends_well(typed: Typed, tmp_path: Path) -> None:
    said = typed("demo", "--out", tmp_path / "demo", "--students", "2", "--language", "en")

    assert said.code == 0
    assert "There is no screen here" in said.out.splitlines()[-1]


def test_the_workspace_of_the_demo_opens_and_verifies(typed: Typed, tmp_path: Path) -> None:
    made = typed("demo", "--out", tmp_path / "demo", "--students", "30", "--json").json

    application = open_application(Path(made["workspace"]), Passphrase(made["passphrase"]), holder="tests")
    try:
        assert application.students.count() == 30
        assert verify(application.desk).is_sound
        assert {application.work.by_number(number).programme for number in made["scored"]} == {"pabo", "ad"}
    finally:
        application.close()
    assert all(Path(file).read_bytes().startswith(b"%PDF") for file in made["files"])


def test_running_it_again_replaces_the_former_demo(typed: Typed, tmp_path: Path) -> None:
    first = typed("demo", "--out", tmp_path / "demo", "--students", "3", "--json").json
    again = typed("demo", "--out", tmp_path / "demo", "--students", "5", "--json")

    assert again.code == 0
    assert again.json["workspace"] == first["workspace"]
    assert again.json["students"] == 5


def test_a_folder_with_something_else_in_it_is_left_alone(typed: Typed, tmp_path: Path) -> None:
    (tmp_path / "demo").mkdir()
    (tmp_path / "demo" / "scriptie.docx").write_text("alleen exemplaar")

    typed("demo", "--out", tmp_path / "demo", "--students", "3", "--json").refused("folder-not-empty")

    assert (tmp_path / "demo" / "scriptie.docx").read_text() == "alleen exemplaar"


def test_a_demo_that_somebody_has_open_is_not_replaced(typed: Typed, tmp_path: Path) -> None:
    made = typed("demo", "--out", tmp_path / "demo", "--students", "3", "--json").json
    application = open_application(Path(made["workspace"]), Passphrase(PASSPHRASE), holder="het venster van Assessor")

    try:
        typed("demo", "--out", tmp_path / "demo", "--students", "3", "--json").refused("workspace-locked")
        assert application.students.count() == 3
    finally:
        application.close()


@pytest.mark.parametrize("students", ["1", "100001"])
def test_a_demo_that_is_refused_leaves_nothing_half_made(typed: Typed, tmp_path: Path, students: str) -> None:
    typed("demo", "--out", tmp_path / "demo", "--students", students, "--json").refused("example-size")

    assert not [one for one in tmp_path.iterdir() if one.name != "settings"]


def test_a_place_that_cannot_be_written_to_is_refused(typed: Typed, tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("geen map")

    typed("demo", "--out", tmp_path / "bestand" / "demo", "--students", "2", "--json").refused("cannot-write")


def test_with_a_screen_the_window_opens_on_what_was_made(
    typed: Typed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    shown: list[int] = []

    def window(application: Application | None) -> int:
        assert application is not None
        shown.append(application.students.count())
        return 0

    assert main(["demo", "--out", str(tmp_path / "demo"), "--students", "6"], window) == 0

    assert shown == [6]
    assert capsys.readouterr().err == ""
    assert typed("verify", "--workspace", tmp_path / "demo" / "workspace").code == 1, "the wachtzin is another one"


def test_without_a_command_the_window_asks_which_workspace() -> None:
    shown: list[Application | None] = []

    def window(application: Application | None) -> int:
        shown.append(application)
        return 7

    assert main([], window) == 7
    assert shown == [None]
