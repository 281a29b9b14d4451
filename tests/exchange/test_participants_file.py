"""A list of participants as leads keep it: by name, or in parts, with what else they know."""

from pathlib import Path

import pytest

from assessor.domain.errors import KnownError
from assessor.exchange.participants_file import MOST_PEOPLE, ListedPerson, read_participants
from tests.exchange.workbooks import workbook


def test_names_with_what_else_is_known(tmp_path: Path) -> None:
    rows = [
        ["Naam", "School", "E-mail", "Aspirant", "Telefoon"],
        ["  Émile   Baan ", "De Linde", "e@voorbeeld.nl", "x", "06"],
        [],
        ["Bo Dijk", "", "", "nee", ""],
    ]
    assert read_participants(workbook(tmp_path / "lijst.xlsx", rows)) == [
        ListedPerson("Émile Baan", "De Linde", "e@voorbeeld.nl", aspirant=True),
        ListedPerson("Bo Dijk"),
    ]
    with pytest.raises(KnownError, match="cell-formula"):
        read_participants(workbook(tmp_path / "formule.xlsx", [["Naam"], ["=A1"]]))


def test_a_name_in_parts_is_put_together(tmp_path: Path) -> None:
    path = tmp_path / "lijst.csv"
    path.write_text("Voornaam;Tussenvoegsel;Achternaam\nFleur;van;Zonnedauw\nBo;;Dijk\n", encoding="utf-8")
    assert [one.name for one in read_participants(path)] == ["Fleur van Zonnedauw", "Bo Dijk"]


def test_two_people_with_one_name_are_two_when_something_tells_them_apart(tmp_path: Path) -> None:
    path = tmp_path / "lijst.csv"
    path.write_text("Naam,Organisatie\nBo Dijk,De Linde\nBo Dijk,De Eik\n", encoding="utf-8")
    assert len(read_participants(path)) == 2


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("", "people-empty"),
        ("Naam\n", "people-empty"),
        ("School,Mail\nDe Linde,x@y.nl\n", "people-columns"),
        ("Naam,School\n,De Linde\n", "people-nameless"),
        ("Naam\n" + "x" * 121 + "\n", "people-long"),
        ("Naam\nBo Dijk\nBo  Dijk\n", "people-twice"),
        ("Naam\n" + "".join(f"p{n}\n" for n in range(MOST_PEOPLE + 1)), "people-many"),
    ],
)
def test_what_is_no_list_is_named_with_its_cure(tmp_path: Path, content: str, code: str) -> None:
    path = tmp_path / "lijst.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(KnownError, match=code):
        read_participants(path)
