"""Words of lists that stand for a code: opleiding, variant, fase, type, role, yes and no."""

from __future__ import annotations

import pytest

from assessor.domain.organisation import OrganisationType
from assessor.domain.people import Role
from assessor.exchange.register_words import (
    Unclear,
    phase_of,
    programme_of,
    programmes_of,
    roles_of,
    type_of,
    variant_of,
    yes_or_no,
)
from assessor.instruments.catalogue import Catalogue
from assessor.paths import forms

PABO = Catalogue(forms()).get("pabo-praktijkbeoordeling").phases
AD = Catalogue(forms()).get("ad-praktijkbeoordeling").phases


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Pabo", ("pabo", "")),
        ("PABO voltijd", ("pabo", "voltijd")),
        ("Leraar Basisonderwijs (deeltijd)", ("pabo", "deeltijd")),
        ("Ad-PEP", ("ad", "pep")),
        ("PEP", ("ad", "pep")),
        ("Associate degree Pedagogisch Educatief Professional", ("ad", "pep")),
    ],
)
def test_an_opleiding_and_perhaps_its_variant(words: str, code: tuple[str, str]) -> None:
    assert programme_of(words) == code


def test_variants_by_their_usual_short_forms() -> None:
    assert [variant_of(words, "pabo") for words in ("VT", "dt", "Zij-instroom", "maatwerk")] == [
        "voltijd",
        "deeltijd",
        "zij-instroom",
        "zij-instroom",
    ]
    assert variant_of("Didactisch Educatief Professional", "ad") == "dep"
    with pytest.raises(Unclear, match="variant-unknown") as refusal:
        variant_of("PEP", "pabo")
    assert "voltijd, deeltijd" in refusal.value.fault.cure.nl


@pytest.mark.parametrize("words", ["3", "jaar 3", "Jaar-3", "leerjaar 3", "J3", "year 3", "jaar-3"])
def test_a_year_of_the_pabo(words: str) -> None:
    assert phase_of(words, "pabo", PABO) == "jaar-3"


@pytest.mark.parametrize("words", ["3", "semester 3", "sem. 4", "3 en 4", "semester 3 en 4", "3/4", "jaar 2", "S3"])
def test_semesters_of_the_ad_by_semester_or_year(words: str) -> None:
    assert phase_of(words, "ad", AD) == "semester-3-4"


def test_a_phase_by_what_stands_between_brackets_or_not_at_all() -> None:
    assert phase_of("LIO", "pabo", PABO) == "jaar-4"
    for words in ("9", "groep 3", "vierde", "semester 2 en 3"):
        with pytest.raises(Unclear, match="phase-unknown"):
            phase_of(words, "ad" if "semester" in words else "pabo", AD if "semester" in words else PABO)


def test_types_of_organisation_and_roles() -> None:
    assert type_of("Basisschool") is OrganisationType.SCHOOL
    assert type_of("BSO") is OrganisationType.CHILDCARE
    assert type_of("Niet-opleidingsorganisatie") is OrganisationType.OUTSIDE
    assert roles_of("praktijkbeoordelaar, examencommissie") == {Role.ASSESSOR, Role.COMMITTEE}
    assert roles_of("coördinerend (school-)opleider") == {Role.COORDINATOR}
    for read, words in ((type_of, "kroeg"), (roles_of, "koningin"), (programme_of, "mbo"), (yes_or_no, "misschien")):
        with pytest.raises(Unclear):
            read(words)


def test_an_appointment_for_both_programmes() -> None:
    assert programmes_of("pabo") == ("pabo",)
    assert programmes_of("pabo en Ad") == programmes_of("pabo/Ad") == ("pabo", "ad")


def test_yes_and_no_as_people_tick_boxes() -> None:
    assert all(yes_or_no(words) for words in ("ja", "J", "x", "WAAR", "TRUE", "1", "yes"))
    assert not any(yes_or_no(words) for words in ("nee", "N", "ONWAAR", "0", "no"))
