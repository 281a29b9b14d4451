"""Choices for the screen are kept, and no file in the settings folder can stop the program."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessor.desktop import preferences
from assessor.desktop.preferences import Preferences


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the choices lie, in a settings folder that does not exist yet."""
    monkeypatch.setenv("ASSESSOR_USER_CONFIG", str(tmp_path / "settings"))
    return tmp_path / "settings" / "preferences.json"


@pytest.mark.usefixtures("file")
def test_what_was_chosen_is_found_again() -> None:
    assert preferences.load() == Preferences()
    chosen = Preferences(language="en", theme="contrast", scale=1.5, idle_minutes=0)
    assert preferences.save(chosen)
    assert preferences.load() == chosen


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe", b"[" * 9000, b'{"theme": ["dark"]}'])
def test_a_damaged_file_is_as_no_file(file: Path, content: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(content)
    assert preferences.load() == Preferences()


def test_one_choice_that_makes_no_sense_leaves_the_others(file: Path) -> None:
    file.parent.mkdir()
    file.write_text('{"language": "en", "theme": "pink", "scale": 40, "idle_minutes": true, "more": 1}')
    assert preferences.load() == Preferences(language="en")


@given(
    st.builds(
        Preferences,
        language=st.sampled_from(["nl", "en"]),
        theme=st.sampled_from(["light", "dark", "contrast"]),
        scale=st.floats(1.0, 1.5),
        idle_minutes=st.integers(0, 240),
    )
)
def test_every_choice_within_bounds_survives(tmp_path_factory: pytest.TempPathFactory, chosen: Preferences) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ASSESSOR_USER_CONFIG", str(tmp_path_factory.mktemp("settings")))
        assert preferences.save(chosen)
        assert preferences.load() == chosen


def test_a_settings_folder_that_refuses_stops_nothing(file: Path) -> None:
    file.parent.write_text("a file stands where the folder should be")
    assert not preferences.save(Preferences())
    assert preferences.load() == Preferences()
