"""``selfcheck``: whoever installs the program on many computers sees that nothing lacks."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.conftest import Typed


def test_everything_is_used_once(typed: Typed) -> None:
    answer = typed("selfcheck", "--json").json
    assert len(answer["tried"]) == 7
    assert "Assessor" in typed("selfcheck", "--language", "en").out


def test_a_form_that_lacks_is_a_fault_that_shows(typed: Typed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSESSOR_FORMS", str(tmp_path))
    typed("selfcheck", "--json").refused("instrument-unknown")
