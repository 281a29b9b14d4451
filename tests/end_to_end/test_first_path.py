"""The first path as a newcomer goes it: the demonstration in a process of its own, then its results by command."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from assessor.application import EXAMPLE_PASSPHRASE as PASSPHRASE
from assessor.application import Application, example_application
from assessor.domain.errors import KnownError
from assessor.services.assessments import Start
from assessor.services.example import build_example, demonstrate
from assessor.services.verification import verify

ROOT = Path(__file__).parents[2]


def typed(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A command in a process of its own, on a machine without a screen, where every warning is an error."""
    surroundings = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    surroundings |= {
        "ASSESSOR_USER_CONFIG": str(home / "settings"),
        "ASSESSOR_PASSPHRASE": PASSPHRASE,
        "LANG": "nl_NL.UTF-8",
        "PYTHONWARNINGS": "error",
    }
    surroundings.pop("LC_ALL", None)
    command = [sys.executable, str(ROOT / "main.py"), *arguments]
    return subprocess.run(
        command, cwd=home, env=surroundings, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL
    )


def test_from_a_fresh_machine_to_an_explained_verdict_on_paper(tmp_path: Path) -> None:
    demo = typed(tmp_path, "demo", "--students", "30")
    assert (demo.returncode, demo.stderr) == (0, "")
    assert "Hier is geen scherm" in demo.stdout

    dossiers: dict[str, Any] = json.loads(typed(tmp_path, "dossiers", "list", "--json").stdout)
    number = dossiers["dossiers"][1]["number"]
    shown = typed(tmp_path, "dossiers", "show", number)
    assert "Zo komt dit oordeel tot stand" in shown.stdout

    paper = typed(tmp_path, "dossiers", "pdf", number, "--out", "paper", "--language", "en")
    assert paper.returncode == 0
    text = "".join(page.extract_text() for page in PdfReader(tmp_path / "paper" / f"dossier-{number}.pdf").pages)
    fingerprint = shown.stdout.split("controlegetal")[1].strip()
    assert fingerprint in text.replace("\n", "").replace(" ", "")

    assert typed(tmp_path, "verify").returncode == 0


def test_nothing_lies_in_clear_but_the_files_that_were_asked_for(tmp_path: Path) -> None:
    assert typed(tmp_path, "demo", "--students", "10").returncode == 0
    students = json.loads(typed(tmp_path, "students", "list", "--json", "--limit", "10").stdout)["students"]
    names = [student["last_name"].encode() for student in students]

    forms = tmp_path / "demo" / "tussenevaluatie" / "formulieren"
    asked_for = {*tmp_path.rglob("*.pdf"), *forms.rglob("*.txt")}
    for file in (one for one in tmp_path.rglob("*") if one.is_file() and one not in asked_for):
        content = file.read_bytes()
        assert not [name for name in names if name in content], file.name
        assert not [name for name in names if name.decode() in file.name]


@pytest.fixture
def scored(tmp_path: Path) -> Any:
    application = example_application(tmp_path / "partnership", PASSPHRASE, holder="tests")
    build_example(application.desk, students=4)
    yield application
    application.close()


def test_a_clock_that_went_back_cannot_put_a_result_before_another(scored: Application) -> None:
    demonstrate(scored.desk, scored.assessments, scored.results, "pabo")
    before = verify(scored.desk)
    now = scored.desk.now()
    scored.desk.now = lambda: now - timedelta(hours=3)

    with pytest.raises(KnownError) as refusal:
        demonstrate(scored.desk, scored.assessments, scored.results, "ad")

    assert refusal.value.code == "clock-back"
    assert "klok" in refusal.value.say("nl")
    assert "clock" in refusal.value.say("en")
    assert verify(scored.desk) == before


def test_an_appointment_that_lapsed_meanwhile_leaves_the_dossier_a_concept(scored: Application) -> None:
    final = demonstrate(scored.desk, scored.assessments, scored.results, "pabo")
    dossier, _changes = scored.assessments.start(Start(final.student_id, final.activity))
    for code, rating in final.sheet.ratings.items():
        scored.assessments.rate(dossier.id, code, rating.mark)
        scored.assessments.note(dossier.id, code, rating.note)
        scored.assessments.set_sources(dossier.id, code, rating.sources)
    for place, text in final.sheet.passages.items():
        scored.assessments.write(dossier.id, place, text)
    later = scored.desk.now() + timedelta(days=2_000)
    scored.desk.now = lambda: later

    with pytest.raises(KnownError) as refusal:
        scored.results.finalise(dossier.id)

    assert refusal.value.code == "no-right-to-assess"
    assert scored.work.dossier(dossier.id).state.is_open


@pytest.mark.skipif(os.name == "nt", reason="only POSIX limits the size of files")
@pytest.mark.parametrize("most_bytes", [30_000, 400_000])
def test_where_no_more_fits_the_demo_is_refused_and_leaves_nothing(tmp_path: Path, most_bytes: int) -> None:
    cramped = (
        f"import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, ({most_bytes}, {most_bytes}));"
        " from assessor.__main__ import main; sys.exit(main())"
    )
    command = [
        sys.executable,
        "-c",
        cramped,
        "demo",
        "--out",
        str(tmp_path / "demo"),
        "--students",
        "60",
        "--no-desktop",
    ]
    surroundings = {**os.environ, "ASSESSOR_USER_CONFIG": str(tmp_path / "settings"), "LANG": "nl_NL.UTF-8"}

    ended = subprocess.run(command, cwd=ROOT, env=surroundings, capture_output=True, text=True, check=False)

    assert ended.returncode == 1
    assert len(ended.stderr.splitlines()) == 1
    assert "schijf" in ended.stderr
    assert list(tmp_path.iterdir()) == []
