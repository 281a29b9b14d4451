"""A table of calibration scores is read whole, and its refusals name the row and never what stands in it."""

from pathlib import Path

import pytest

from assessor.domain.errors import KnownError
from assessor.exchange.score_table import read_scores

HEAD = "work,criterion,assessor,level,note,round\n"


def table(folder: Path, text: str) -> Path:
    path = folder / "scores.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_every_row_comes_with_its_number(tmp_path: Path) -> None:
    lines = read_scores(table(tmp_path, HEAD + "A,3.1,Ans,V,mooi,\n\nA,3.2,Ans,,,2\n"))
    assert [(one.row, one.criterion, one.level, one.note, one.round) for one in lines] == [
        (2, "3.1", "V", "mooi", 1),
        (4, "3.2", "", "", 2),
    ]


def test_dutch_headings_semicolons_and_any_order_are_understood(tmp_path: Path) -> None:
    lines = read_scores(table(tmp_path, "\nniveau;beoordelaar;criterium;les\nG;Émile;3.1;A\n"))
    assert (lines[0].row, lines[0].work, lines[0].assessor, lines[0].level) == (3, "A", "Émile", "G")


@pytest.mark.parametrize(
    ("text", "code", "row"),
    [
        ("", "table-empty", None),
        ("\n\n", "table-empty", None),
        (HEAD, "table-empty", None),
        ("work,criterion,assessor\nA,3.1,Ans\n", "score-columns", 1),
        ("work,criterion,assessor,level,Geheim\nA,3.1,Ans,V,x\n", "column-unknown", 1),
        ("work,criterion,assessor,level,niveau\nA,3.1,Ans,V,V\n", "column-unknown", 1),
        (HEAD + "A,3.1,Ans,V,,1\nA,,Ans,Geheim,,1\n", "cell-empty", 3),
        (HEAD + "A,3.1,Ans,Geheim,,x\n", "round-number", 2),
        (HEAD + f"A,3.1,Ans,Geheim,{'x' * 5000},1\n", "cell-long", 2),
        (HEAD + "A,3.1,Ans,V,,1\nA,3.1,Ans,Geheim,,1\n", "rating-twice", 3),
    ],
)
def test_what_is_wrong_is_named_by_row_and_not_repeated(tmp_path: Path, text: str, code: str, row: int | None) -> None:
    with pytest.raises(KnownError, match=code) as caught:
        read_scores(table(tmp_path, text))
    assert "Geheim" not in caught.value.say("nl") + caught.value.say("en")
    if row is not None:
        assert f"rij {row}" in caught.value.say("nl")
