"""A calibration session from the shell: from a table to papers without names where none may be."""

import io
import random
import re
import shutil
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from assessor.domain.form_code import read_code
from tests.commands.conftest import Typed
from tests.services.calibration.returns import export, pdf, values
from tests.services.calibration.test_room_packages import fill_pdf

CODES = ("3.1", "3.2", "3.3", "3.4", "3.5", "3.6", "3.7")
NAMES = tuple(f"Naamloos Persoon{letter}" for letter in "ABCDEFGH")
FORMS = Path(__file__).parents[1] / "data" / "forms"


@pytest.fixture
def scores(tmp_path: Path) -> Path:
    draw = random.Random(7)
    rows = ["work,criterion,assessor,level,note,round"]
    for name in NAMES:
        rows += [f"les,{code},{name},{draw.choice('OVVVG')},Kwetsbaarwoord,1" for code in CODES]
    path = tmp_path / "scores van Naamloos.csv"
    path.write_text("\n".join(rows), encoding="utf-8")
    return path


@pytest.fixture
def made(typed: Typed, partnership: Path, scores: Path) -> str:
    said = typed(
        "calibration", "new", "--instrument", "pabo-praktijkbeoordeling", "--models", "3", "--from", scores,
        "--workspace", partnership, "--json",
    )  # fmt: skip
    assert said.code == 0, said.err
    return str(said.json["id"])


def test_a_session_from_a_table_has_a_closed_first_round(typed: Typed, partnership: Path, made: str) -> None:
    shown = typed("calibration", "show", made, "--workspace", partnership, "--json").json["session"]
    assert shown["rounds"] == [{"number": 1, "way": "blind", "state": "gesloten", "criteria": list(CODES)}]
    assert (shown["board"]["invited"], shown["board"]["received"]) == (8, 8)
    assert shown["figures"] == {}
    listed = typed("calibration", "list", "--workspace", partnership, "--json").json["sessions"]
    assert [one["id"] for one in listed] == [made]


def test_before_the_reveal_no_output_holds_a_score(typed: Typed, partnership: Path, made: str) -> None:
    for language in ("nl", "en"):
        for said in (
            typed("calibration", "show", made, "--workspace", partnership, "--language", language),
            typed("calibration", "show", made, "--workspace", partnership, "--json"),
            typed("calibration", "list", "--workspace", partnership),
            typed("calibration", "again", made, "--workspace", partnership, "--json"),
        ):
            words = said.out + said.err
            assert "Kwetsbaarwoord" not in words
            assert not re.search(r'"[OVG]":', words)
            assert "onvoldoende" not in words


def test_papers_hold_no_name_where_none_may_be(typed: Typed, partnership: Path, made: str, tmp_path: Path) -> None:
    out = tmp_path / "uit"
    said = typed("calibration", "report", made, "--out", out, "--workspace", partnership, "--json")
    assert said.code == 0, said.err
    assert said.json["revealed"] == 1
    assert {path.name for path in out.iterdir()} == {
        "groepsverslag.pdf", "groepsverslag.xlsx", "presentielijst.pdf", "persoonlijk",
    }  # fmt: skip
    group = " ".join(page.extract_text() for page in PdfReader(out / "groepsverslag.pdf").pages)
    with zipfile.ZipFile(out / "groepsverslag.xlsx") as parts:
        group += " ".join(parts.read(name).decode("utf-8", "ignore") for name in parts.namelist())
    for word in ("Naamloos", "Persoon", "Kwetsbaarwoord"):
        assert word not in group
    assert "Bespreek eerst" in group
    assert "Plan-Do-Check-Act" in group
    attendance = " ".join(page.extract_text() for page in PdfReader(out / "presentielijst.pdf").pages)
    assert all(name in attendance for name in NAMES)
    assert "onvoldoende" not in attendance

    private = sorted((out / "persoonlijk").glob("*.pdf"))
    assert len(private) == len(NAMES)
    assert not any(name.split()[1] in path.name for path in private for name in NAMES)
    for path in private:
        assert PdfReader(path).is_encrypted
        assert b"Naamloos" not in path.read_bytes()
        assert PdfReader(path).decrypt("") == 0


def test_a_private_report_opens_with_ones_own_code(typed: Typed, partnership: Path, made: str, tmp_path: Path) -> None:
    out = tmp_path / "uit"
    typed("calibration", "report", made, "--out", out, "--workspace", partnership)
    assert typed("calibration", "invite", made, "--out", out, "--workspace", partnership).code == 0
    invited = {row[0]: row[4] for row in load_workbook(out / "uitnodigingen.xlsx").active.values}
    post = {row[0]: row[2] for row in load_workbook(out / "persoonlijk" / "verzendlijst.xlsx").active.values}
    code = str(invited[NAMES[0]])
    content = (out / "persoonlijk" / str(post[NAMES[0]])).read_bytes()
    for typed_code in (code, read_code(code) or ""):
        reader = PdfReader(io.BytesIO(content))
        assert reader.decrypt(typed_code) > 0
        read = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
        assert "Alleen jij krijgt deze pagina." in read
        assert "Kwetsbaarwoord" in read
        assert "Bewijs van deelname" in read
        assert not any(name in read for name in NAMES[1:])
    assert PdfReader(io.BytesIO(content)).decrypt(str(invited[NAMES[1]])) == 0


def test_files_come_back_for_a_second_round(typed: Typed, partnership: Path, made: str, tmp_path: Path) -> None:
    place = ("--workspace", partnership, "--json")
    assert typed("calibration", "reveal", made, *place).json["figures"]["assessors"] == 8
    again = typed("calibration", "again", made, *place).json
    head = "work,criterion,assessor,level,round"
    good, wrong = tmp_path / "goed.csv", tmp_path / "fout.csv"
    rows = [f"les,{code},{name},V,2" for name in NAMES[:7] for code in again["criteria"]]
    good.write_text("\n".join([head, *rows]), encoding="utf-8")
    wrong.write_text(f"{head}\nles,{again['criteria'][0]},{NAMES[7]},Kwetsbaarwoord,2\n", encoding="utf-8")
    said = typed("calibration", "import", made, good, wrong, *place)
    assert said.code == 1
    assert [len(one["participants"]) for one in said.json["files"]] == [7, 0]
    assert said.json["files"][1]["refused"]["code"] == "score-level-unknown"
    assert "Kwetsbaarwoord" not in said.out + said.err
    assert said.json["board"]["received"] == 7
    assert typed("calibration", "close", made, *place).refused("close-reason-needed")
    assert typed("calibration", "close", made, "--reason", "ziek", *place).json["state"] == "gesloten"
    moved = typed("calibration", "reveal", made, *place).json["figures"]["movement"]
    assert all(one["after"] == {"V": 7} for one in moved)


@pytest.mark.parametrize(
    ("content", "models", "code"),
    [
        ("work,criterion,assessor,level\nles,3.1,A,Z\n", "3", "score-level-unknown"),
        ("work,criterion,assessor,level\nles,4.1,A,V\n", "3", "criterion-not-asked"),
        ("work,criterion,assessor,level\nles,3.1,A,V\n", "8", "model-unknown"),
        ("work,criterion,assessor,level,round\nles,3.1,A,V,2\n", "3", "round-missing"),
    ],
)
def test_a_table_that_does_not_fit_makes_no_session(
    typed: Typed, partnership: Path, tmp_path: Path, content: str, models: str, code: str
) -> None:
    path = tmp_path / "s.csv"
    path.write_text(content, encoding="utf-8")
    said = typed(
        "calibration", "new", "--instrument", "pabo-praktijkbeoordeling", "--models", models, "--from", path,
        "--workspace", partnership, "--json",
    )  # fmt: skip
    said.refused(code)
    assert typed("calibration", "list", "--workspace", partnership, "--json").json["sessions"] == []


def test_a_session_that_is_not_there_is_said_kindly(typed: Typed, partnership: Path) -> None:
    typed("calibration", "show", "nergens", "--workspace", partnership, "--json").refused("session-unknown")


def test_levels_from_zero_to_three_and_several_lessons_play_as_a_session(
    typed: Typed, partnership: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(FORMS, tmp_path / "data" / "forms")
    draw = random.Random(3)
    rows = ["work,criterion,assessor,level"]
    for work in range(1001, 1007):
        quality = draw.choice((1, 2, 3))
        for rater in range(9):
            drawn = [min(3, max(0, quality + draw.choice((-1, 0, 0, 0, 1)))) for _ in range(5)]
            rows += [f"{work},k{number},R{rater:02},{level}" for number, level in enumerate(drawn, start=1)]
    path = tmp_path / "teksten.csv"
    path.write_text("\n".join(rows), encoding="utf-8")
    said = typed(
        "calibration", "new", "--instrument", "schrijfopdracht", "--models", "S", "--from", path,
        "--workspace", partnership, "--json",
    )  # fmt: skip
    assert said.code == 0, said.err
    figures = typed("calibration", "reveal", said.json["id"], "--workspace", partnership, "--json").json["figures"]
    assert figures["levels"] == ["0", "1", "2", "3"]
    assert set(figures["outcomes"]) == {"whole", "S"}
    assert set(figures["outcomes"]["whole"]) == {str(work) for work in range(1001, 1007)}
    told = {one["heading"]: one["lines"] for one in figures["told"]}
    assert any("lessen" in line for line in told["Zelfde uitslag"])


def test_forms_go_out_and_whatever_comes_back_is_taken_in(
    typed: Typed, partnership: Path, made: str, tmp_path: Path
) -> None:
    place = ("--workspace", partnership, "--json")
    typed("calibration", "reveal", made, *place)
    codes = typed("calibration", "again", made, *place).json["criteria"]
    out = tmp_path / "uit"
    forms = typed(
        "calibration", "invite", made, "--kind", "personal", "--format", "both", "--out", out, *place
    ).json["files"]  # fmt: skip
    assert len(forms) == 2 * len(NAMES) + 1
    (for_all,) = typed("calibration", "invite", made, "--kind", "all", "--out", out, *place).json["files"]
    sealed = typed("calibration", "invite", made, "--kind", "program", "--out", out, *place).json["files"]
    assert len(sealed) == len(NAMES) + 1
    typed("calibration", "import", made, sealed[0], *place).refused("invitation-not-scored")
    (questions,) = typed("calibration", "invite", made, "--kind", "online", "--out", out, *place).json["files"]
    asked = [line.split(". ", 1)[1] for line in Path(questions).read_text("utf-8-sig").splitlines() if ". " in line[:4]]

    # Who has the program gets another file than who has not, and each list stays beside what it is about.
    lists = {Path(files[-1]).name for files in (forms, sealed)}
    assert lists == {"uitnodigingen-formulieren.xlsx", "uitnodigingen-programma.xlsx"}
    book = load_workbook(out / "uitnodigingen-formulieren.xlsx")
    invited = {row[0]: str(row[5]).split(", ") for row in book.active.values}
    marks = values("V" * len(codes), codes=codes)
    first, second = (out / next(name for name in invited[one] if name.endswith(".pdf")) for one in NAMES[:2])
    inbox = tmp_path / "in"
    inbox.mkdir()
    pdf(first, marks | {f"level:1:{codes[0]}": "Kwetsbaarwoord"})
    with zipfile.ZipFile(inbox / "post.zip", "w") as archive:
        archive.write(first, "a.pdf")
        archive.write(pdf(second, marks), "b.pdf")
    pdf(Path(for_all), marks | {"who": NAMES[2]}, "c.pdf").rename(inbox / "c.pdf")
    row = [NAMES[3], *(cell for _ in codes for cell in ("V", "")), ""]
    export(inbox / "antwoorden.xlsx", [asked, row])
    said = typed("calibration", "import", made, inbox, *place)
    assert said.code == 0, said.out
    taken = {each["name"]: each for file in said.json["files"] for each in file["participants"]}
    assert set(taken) == set(NAMES[:4])
    assert (taken[NAMES[0]]["open"], taken[NAMES[1]]["complete"]) == (1, True)
    assert {file["way"] for file in said.json["files"]} == {"pdf", "online"}
    assert [each["code"] for file in said.json["files"] for each in file["problems"]] == ["answer-no-choice"]
    assert said.json["board"]["received"] == 4

    nameless = pdf(Path(for_all), marks, "zonder naam.pdf")
    wrong = typed("calibration", "import", made, nameless, *place)
    wrong.refused("form-nameless")
    spoken = typed("calibration", "import", made, nameless, "--who", NAMES[4], "--workspace", partnership)
    assert f"{NAMES[4]}: binnen, volledig" in spoken.out
    own = export(
        tmp_path / "eigen.xlsx", [["Wie?", *(f"{code} vraag" for code in codes)], [NAMES[5], *"V" * len(codes)]]
    )
    typed("calibration", "import", made, own, *place).refused("online-columns")
    roles = [f"{code} vraag=level:1:{code}" for code in codes]
    options = [part for role in ("Wie?=who", *roles) for part in ("--column", role)]
    assert typed("calibration", "import", made, own, *options, *place).code == 0
    spoken = typed("calibration", "import", made, first, nameless, "--workspace", partnership)
    assert spoken.code == 1
    assert "Kwetsbaarwoord" not in spoken.out + spoken.err
    assert "let op" in spoken.out
    assert typed("calibration", "import", made, own, "--column", "Wie", *place).code == 2


def test_rooms_get_their_papers_and_years_their_report(
    typed: Typed, partnership: Path, made: str, tmp_path: Path
) -> None:
    place = ("--workspace", partnership, "--json")
    typed("calibration", "rooms", made, "--out", tmp_path / "r", *place).refused("round-sealed")
    typed("calibration", "years", "pabo-praktijkbeoordeling", "--out", tmp_path / "j", *place).refused(
        "no-sessions-held"
    )
    assert typed("calibration", "reveal", made, *place).code == 0
    said = typed("calibration", "rooms", made, "--out", tmp_path / "r", *place)
    assert said.code == 0, said.err
    form = next(Path(file) for file in said.json["files"] if file.endswith("verslagformulier.pdf"))
    fill_pdf(form, {"seen:3.1": "Een lijst", "hands:0:3.1:V": "x"})
    looked = typed("calibration", "room-reports", made, form, *place).json
    assert looked["taken"] == 0
    (file,) = looked["files"]
    assert [one["then"] for one in file["differences"]] == ["Een lijst"]
    assert file["left"] == ["‘x’ is geen aantal."]
    taken = typed("calibration", "room-reports", made, form, "--accept", "--workspace", partnership)
    assert "3.1 · Wat zagen we" in taken.out
    assert typed("calibration", "room-reports", made, form, *place).json["files"][0]["again"] == "hetzelfde"
    stray = tmp_path / "los.pdf"
    stray.write_bytes(b"%PDF-1.4 niets")
    typed("calibration", "room-reports", made, stray, "--accept", *place).refused("form-unreadable")

    years = typed("calibration", "years", "pabo-praktijkbeoordeling", "--out", tmp_path / "j", *place)
    assert [Path(file).name for file in years.json["files"]] == ["jaarverslag-kalibreren.pdf", "wie-kalibreerde.xlsx"]
