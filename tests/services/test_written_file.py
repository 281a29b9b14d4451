"""A file of the user's own is there whole or not at all, and a refusal says what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from assessor.domain.errors import KnownError
from assessor.services.written_file import written


def test_the_file_appears_once_all_of_it_is_there(tmp_path: Path) -> None:
    path = tmp_path / "map" / "dossier.pdf"
    with written(path) as target:
        target.write(b"de eerste helft, ")
        assert not path.exists()
        target.write(b"de tweede helft")
    assert path.read_bytes() == b"de eerste helft, de tweede helft"
    assert list(path.parent.iterdir()) == [path]


def test_what_goes_wrong_half_way_leaves_the_old_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "dossier.pdf"
    path.write_bytes(b"van gisteren")
    with pytest.raises(KeyboardInterrupt):
        _write_half(path)
    assert path.read_bytes() == b"van gisteren"
    assert list(tmp_path.iterdir()) == [path]


def test_a_place_that_refuses_is_told_with_its_cure_and_nothing_stays_behind(tmp_path: Path) -> None:
    (tmp_path / "dossier.pdf").mkdir()
    (tmp_path / "geen-map").write_text("een bestand")
    for path in (tmp_path / "dossier.pdf", tmp_path / "geen-map" / "dossier.pdf"):
        with pytest.raises(KnownError, match="cannot-write") as refusal, written(path) as target:
            target.write(b"iets")
        assert "kies een andere map" in refusal.value.say("nl")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["dossier.pdf", "geen-map"]


def _write_half(path: Path) -> None:
    with written(path) as target:
        target.write(b"half")
        raise KeyboardInterrupt
