"""``manual``: a page for each role, in the shell and on one sheet of paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from assessor.commands.manual import READERS
from assessor.services.manuals import Reader
from tests.commands.conftest import Typed


def test_the_manual_can_be_read_in_the_shell(typed: Typed) -> None:
    assert {one.value for one in Reader} == set(READERS)
    said = typed("manual").out
    assert said.startswith("Handleiding voor de beoordelaar")
    assert "**" not in said
    assert "# Manual for the assessor" in typed("manual", "--json", "--paper-language", "en").json["markdown"]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("reader", READERS)
def test_each_manual_is_one_page_of_paper(typed: Typed, tmp_path: Path, reader: str, language: str) -> None:
    file = typed("manual", reader, "--pdf", tmp_path, "--paper-language", language, "--json").json["file"]
    assert len(PdfReader(str(file)).pages) == 1
