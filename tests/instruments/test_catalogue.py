"""Which forms there are, and which one a student gets on a day."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from assessor.domain.errors import KnownError
from assessor.domain.instrument import Kind
from assessor.instruments.canonical import fingerprint
from assessor.instruments.catalogue import Catalogue
from assessor.instruments.reader import InvalidForm
from tests.instruments.authoring import MIDTERM, PRACTICE, Slip, accepted, shipped, slipped

DAY = date(2026, 3, 12)


def put(folder: Path, text: str, *slips: Slip, place: str | None = None) -> Path:
    """Write a form where its id and version say, or at another place."""
    content = slipped(text, *slips)
    name = content.split('id = "', 1)[1].split('"', 1)[0]
    version = content.split('version = "', 1)[1].split('"', 1)[0]
    path = folder / (place or f"{name}/{version}.toml")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return path


def code_of(refusal: pytest.ExceptionInfo[KnownError]) -> str:
    return refusal.value.code


@pytest.mark.parametrize(
    ("kind", "programme", "variant", "phase", "form"),
    [
        (Kind.PRACTICE, "pabo", "voltijd", "jaar-1", "pabo-praktijkbeoordeling"),
        (Kind.PRACTICE, "pabo", "zij-instroom", "jaar-4", "pabo-praktijkbeoordeling"),
        (Kind.MIDTERM, "pabo", "deeltijd", "jaar-2", "pabo-tussenevaluatie"),
        (Kind.PRACTICE, "ad", "pep", "semester-1-2", "ad-praktijkbeoordeling"),
        (Kind.MIDTERM, "ad", "pep", "semester-3-4", "ad-tussenevaluatie"),
    ],
)
def test_programme_variant_and_phase_choose_the_form(kind: Kind, programme: str, variant: str, phase: str, form: str):
    assert shipped().choose(kind, programme, variant, phase, DAY).id == form


def test_a_day_before_the_form_was_valid_is_refused_with_its_term():
    with pytest.raises(KnownError) as refusal:
        shipped().choose(Kind.PRACTICE, "pabo", "voltijd", "jaar-1", date(2025, 6, 30))

    assert code_of(refusal) == "instrument-other-year"
    assert "geldt niet op 30 juni 2025: het formulier geldt vanaf 1 september 2025" in refusal.value.say("nl")
    assert "30 June 2025" in refusal.value.say("en")


def test_a_student_without_a_form_is_refused_with_what_to_check():
    with pytest.raises(KnownError) as refusal:
        shipped().choose(Kind.PRACTICE, "ad", "dep", "semester-1-2", DAY)

    assert code_of(refusal) == "instrument-none"
    assert refusal.value.say("nl").startswith("Er is geen formulier praktijkbeoordeling voor ad, dep, semester-1-2.")
    assert "fouten" not in refusal.value.say("nl")


def test_a_broken_form_is_mentioned_when_none_is_found(tmp_path: Path):
    put(tmp_path, PRACTICE, ('"concept"', '"af"'))

    with pytest.raises(KnownError) as refusal:
        Catalogue(tmp_path).choose(Kind.PRACTICE, "pabo", "voltijd", "jaar-1", DAY)

    assert "Er is ook een formulier met fouten" in refusal.value.say("nl")


def test_forms_of_one_kind_are_found_without_reading_the_others(tmp_path: Path):
    put(tmp_path, PRACTICE)
    midterm = put(tmp_path, MIDTERM)
    (tmp_path / "kapot" / "1.0.toml").mkdir(parents=True)  # Nothing that can be read.
    catalogue = Catalogue(tmp_path)
    assert [one.kind for one in catalogue.instruments(Kind.PRACTICE)] == [Kind.PRACTICE]
    assert len(catalogue.instruments()) == 2
    # What was read already, or does not plainly say its kind, is looked at all the same.
    assert [one.kind for one in catalogue.instruments(Kind.MIDTERM)] == [Kind.MIDTERM]
    midterm.write_text(midterm.read_text("utf-8").replace("kind =", '"kind" ='), encoding="utf-8")
    assert [one.kind for one in Catalogue(tmp_path).instruments(Kind.MIDTERM)] == [Kind.MIDTERM]


def test_the_form_of_last_year_does_not_serve_this_year(tmp_path: Path):
    put(tmp_path, PRACTICE, ("valid_from = 2025-09-01", "valid_from = 2024-09-01\nvalid_until = 2025-08-31"))
    put(
        tmp_path,
        PRACTICE,
        ('"1.0"', '"0.9"'),
        ("valid_from = 2025-09-01", "valid_from = 2022-09-01\nvalid_until = 2023-08-31"),
    )

    with pytest.raises(KnownError) as refusal:
        Catalogue(tmp_path).choose(Kind.PRACTICE, "pabo", "voltijd", "jaar-1", DAY)

    assert code_of(refusal) == "instrument-other-year"
    assert "versie 1.0" in refusal.value.say("nl")
    assert "vanaf 1 september 2024 tot en met 31 augustus 2025" in refusal.value.say("nl")


def test_what_is_established_goes_before_an_example_and_a_concept(tmp_path: Path):
    published = ("title.nl", 'published.nl = "Brochure"\npublished.en = "Brochure"\ntitle.nl')
    put(tmp_path, PRACTICE, ('"1.0"', '"3.0"'))
    put(tmp_path, PRACTICE, ('"1.0"', '"2.0"'), ('"concept"', '"voorbeeld"'))
    catalogue = Catalogue(tmp_path)
    assert catalogue.choose(Kind.PRACTICE, "pabo", "voltijd", "jaar-1", DAY).version == "2.0"

    put(tmp_path, PRACTICE, ('"concept"', '"vastgesteld"'), published)

    assert catalogue.choose(Kind.PRACTICE, "pabo", "voltijd", "jaar-1", DAY).version == "1.0"


def test_of_two_valid_versions_the_newest_is_chosen(tmp_path: Path):
    put(tmp_path, PRACTICE, ('"1.0"', '"1.9"'))
    put(tmp_path, PRACTICE, ('"1.0"', '"1.10"'))

    catalogue = Catalogue(tmp_path)

    assert catalogue.choose(Kind.PRACTICE, "pabo", "voltijd", "jaar-1", DAY).version == "1.10"
    assert catalogue.versions("eigen-formulier") == ("1.9", "1.10")
    assert catalogue.get("eigen-formulier").version == "1.10"
    assert catalogue.get("eigen-formulier", "1.9").version == "1.9"


def test_an_unknown_form_is_answered_with_the_one_that_is_meant():
    with pytest.raises(KnownError) as refusal:
        shipped().get("pabo-praktijkbeoordelin")

    assert code_of(refusal) == "instrument-unknown"
    assert refusal.value.cure.nl == "Bedoel je ‘pabo-praktijkbeoordeling’?"


def test_an_unknown_form_that_resembles_none_is_answered_with_all():
    with pytest.raises(KnownError) as refusal:
        shipped().get("../../etc/passwd")

    assert "pabo-tussenevaluatie" in refusal.value.cure.en


def test_an_unknown_version_is_answered_with_those_there_are():
    with pytest.raises(KnownError) as refusal:
        shipped().get("pabo-praktijkbeoordeling", "7.0")

    assert refusal.value.say("nl") == "Versie 7.0 van ‘pabo-praktijkbeoordeling’ bestaat niet. Kies uit: 1.0."


def test_an_empty_or_absent_folder_has_no_forms(tmp_path: Path):
    assert Catalogue(tmp_path / "absent", own=tmp_path).entries() == ()
    with pytest.raises(KnownError, match="instrument-unknown"):
        Catalogue(tmp_path).get("eigen-formulier")


def test_the_institution_adds_its_own_forms_to_the_shipped_ones(tmp_path: Path):
    put(tmp_path, PRACTICE)

    catalogue = Catalogue(shipped().entries()[0].path.parent.parent, own=tmp_path)

    assert len(catalogue.instruments()) == 5
    assert [entry.id for entry in catalogue.entries() if entry.own] == ["eigen-formulier"]


def test_an_own_form_cannot_take_the_place_of_a_shipped_version(tmp_path: Path):
    put(tmp_path / "shipped", PRACTICE)
    put(tmp_path / "own", PRACTICE, ('"Own form"', '"Another form"'))

    catalogue = Catalogue(tmp_path / "shipped", own=tmp_path / "own")

    [(entry, [problem])] = catalogue.broken()
    assert (entry.own, problem.code) == (True, "version-taken")
    assert catalogue.get("eigen-formulier").title.en == "Own form"
    assert len(catalogue.instruments()) == 1


def test_a_form_in_the_wrong_place_is_refused(tmp_path: Path):
    put(tmp_path, PRACTICE, place="eigen-formulier/2.0.toml")
    put(tmp_path, PRACTICE, place="kladje/versie een.toml")

    codes = [problem.code for _, problems in Catalogue(tmp_path).broken() for problem in problems]

    assert codes == ["place-differs", "place-differs"]


def test_a_broken_form_is_listed_with_its_problems_and_refused_when_asked_for(tmp_path: Path):
    put(tmp_path, PRACTICE, ('"concept"', '"af"'))
    catalogue = Catalogue(tmp_path)

    [(entry, problems)] = catalogue.broken()

    assert entry.name == ("eigen-formulier", "1.0")
    assert [problem.code for problem in problems] == ["choice-unknown"]
    with pytest.raises(InvalidForm) as refusal:
        catalogue.get("eigen-formulier")
    assert refusal.value.say("nl").startswith("eigen-formulier/1.0: Dit formulier heeft één fout")


def test_a_changed_file_is_read_again_and_so_are_forms_that_share_its_text(tmp_path: Path):
    put(tmp_path, PRACTICE)
    put(
        tmp_path, MIDTERM, ('name.nl = "Betrouwbaarheid"\nname.en = "Reliability"', 'name = "@eigen-formulier/1.0#1.1"')
    )
    catalogue = Catalogue(tmp_path)
    assert catalogue.get("eigen-tussenstand").criteria["1.1"].name.en == "Reliability"
    assert catalogue.get("eigen-tussenstand") is catalogue.get("eigen-tussenstand")

    put(tmp_path, PRACTICE, ('"Reliability"', '"Dependability"'))

    assert catalogue.get("eigen-tussenstand").criteria["1.1"].name.en == "Dependability"


def test_a_file_that_is_gone_is_gone_from_the_list(tmp_path: Path):
    path = put(tmp_path, PRACTICE)
    catalogue = Catalogue(tmp_path)
    assert len(catalogue.entries()) == 1

    path.unlink()

    assert catalogue.entries() == ()


def test_a_list_that_points_nowhere_is_refused_and_leaves_the_others(tmp_path: Path):
    put(tmp_path, PRACTICE)
    (tmp_path / "kapot").mkdir()
    (tmp_path / "kapot" / "1.0.toml").symlink_to(tmp_path / "nergens")
    catalogue = Catalogue(tmp_path)

    [(_, [problem])] = catalogue.broken()

    assert problem.code == "form-unreadable"
    assert catalogue.get("eigen-formulier").version == "1.0"


def test_two_forms_that_name_each_other_are_both_refused(tmp_path: Path):
    name = ('name.nl = "Betrouwbaarheid"\nname.en = "Reliability"', 'name = "@{}/1.0#1.1"')
    put(tmp_path, PRACTICE, (name[0], name[1].format("eigen-tussenstand")))
    put(tmp_path, MIDTERM, (name[0], name[1].format("eigen-formulier")))

    broken = Catalogue(tmp_path).broken()

    assert [[problem.code for problem in problems] for _, problems in broken] == [["sharing-form"], ["sharing-form"]]


def test_a_long_chain_of_references_ends_in_a_refusal(tmp_path: Path):
    own_name = 'name.nl = "Betrouwbaarheid"\nname.en = "Reliability"'
    for number in range(40):
        put(
            tmp_path,
            PRACTICE,
            ('"eigen-formulier"', f'"form-{number}"'),
            (own_name, f'name = "@form-{number + 1}/1.0#1.1"'),
        )
    put(tmp_path, PRACTICE, ('"eigen-formulier"', '"form-40"'))

    with pytest.raises(InvalidForm):
        Catalogue(tmp_path).get("form-0")


def test_a_form_on_the_desk_is_checked_against_the_catalogue(tmp_path: Path):
    path = put(tmp_path, MIDTERM, (
        'name.nl = "Betrouwbaarheid"\nname.en = "Reliability"',
        'name = "@pabo-praktijkbeoordeling/1.0#2.1"',
    ), place="mijn formulier.toml")  # fmt: skip

    assert shipped().check(path).accepted().criteria["1.1"].name.nl == "Betrouwbaarheid"


def test_a_form_that_is_not_there_cannot_be_checked(tmp_path: Path):
    with pytest.raises(KnownError) as refusal:
        shipped().check(tmp_path / "nergens.toml")

    assert refusal.value.say("nl").startswith("nergens.toml: Het bestand kan niet worden geopend.")


def test_a_form_that_is_far_too_large_is_not_read_whole(tmp_path: Path):
    path = tmp_path / "groot.toml"
    with path.open("wb") as file:
        os.truncate(file.fileno(), 5_000_000_000)

    [problem] = shipped().check(path).problems

    assert problem.code == "too-large"


def test_a_version_that_a_workspace_froze_may_not_change(tmp_path: Path):
    put(tmp_path, PRACTICE)
    frozen = {("eigen-formulier", "1.0"): fingerprint(accepted(PRACTICE))}
    assert Catalogue(tmp_path, published=frozen).broken() == ()

    put(tmp_path, PRACTICE, ('"Own form"', '"Other form"'))

    [(_, [problem])] = Catalogue(tmp_path, published=frozen).broken()
    assert problem.code == "published-changed"
