"""Where the program finds what it comes with, and where it leaves what is the user's."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from assessor import paths


def test_a_checkout_finds_its_forms_and_resources():
    assert (paths.forms() / "pabo-praktijkbeoordeling" / "1.0.toml").is_file()
    assert (paths.resources() / "fonts").is_dir()


@pytest.mark.parametrize(
    ("variable", "place"),
    [
        ("FORMS", paths.forms),
        ("RESOURCES", paths.resources),
        ("USER_DATA", paths.user_data),
        ("USER_CONFIG", paths.user_config),
    ],
)
def test_each_place_can_be_set_from_outside(variable: str, place, monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv(f"ASSESSOR_{variable}", str(tmp_path / "elsewhere"))

    assert place() == tmp_path / "elsewhere"


@pytest.mark.parametrize("place", [paths.user_data, paths.user_config])
def test_without_a_setting_the_system_says_where_user_data_lie(place, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("ASSESSOR_USER_DATA", raising=False)
    monkeypatch.delenv("ASSESSOR_USER_CONFIG", raising=False)

    assert place().name == "assessor"
    assert place().is_absolute()


def test_own_forms_lie_with_the_user(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv("ASSESSOR_USER_DATA", str(tmp_path))

    assert paths.own_forms() == tmp_path / "forms"
    assert not paths.own_forms().exists()


def test_a_frozen_program_finds_what_was_packed_with_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    (tmp_path / "forms").mkdir()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)

    assert paths.forms() == tmp_path / "forms"


def test_a_wheel_carries_the_folders_inside_the_package(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    (tmp_path / "assessor" / "forms").mkdir(parents=True)
    monkeypatch.setattr(paths, "__file__", str(tmp_path / "assessor" / "paths.py"))

    assert paths.forms() == tmp_path / "assessor" / "forms"


def test_a_program_that_is_not_whole_says_what_is_missing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setattr(paths, "__file__", str(tmp_path / "assessor" / "paths.py"))

    with pytest.raises(FileNotFoundError, match="forms"):
        paths.forms()
