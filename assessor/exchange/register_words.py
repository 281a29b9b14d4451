"""Words in cells that stand for a code: opleiding, variant, fase, type of organisation, role, yes and no."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from assessor.domain.instrument import Phase
from assessor.domain.organisation import OrganisationType
from assessor.domain.people import Role
from assessor.domain.programme import PROGRAMMES
from assessor.domain.text import Text, listing
from assessor.exchange.refusals import Fault, shown
from assessor.exchange.register_columns import compact
from assessor.exchange.register_refusals import (
    PHASE_UNKNOWN,
    PROGRAMME_UNKNOWN,
    ROLE_UNKNOWN,
    TYPE_UNKNOWN,
    VARIANT_UNKNOWN,
    YES_NO_UNKNOWN,
)

_PROGRAMME_WORDS = {
    "pabo": "pabo|leraar basisonderwijs|lerarenopleiding basisonderwijs|opleiding tot leraar basisonderwijs|"
    "b leraar basisonderwijs|hbo leraar basisonderwijs|primary teacher training",
    "ad": "ad|associate degree|ad opleiding|associate degree opleiding",
}
_VARIANT_WORDS = {
    "voltijd": "voltijd|vt|v t|voltijds|full time|fulltime",
    "deeltijd": "deeltijd|dt|d t|part time|parttime",
    "zij-instroom": "zij instroom|zijinstroom|zij instromer|maatwerk|zib|zij instroom maatwerk|"
    "zij instroom in beroep|lateral entry",
    "pep": "pep|pedagogisch educatief professional|pedagogisch educatief medewerker|pedagogical educational"
    " professional",
    "dep": "dep|didactisch educatief professional|didactical educational professional",
}
_TYPE_WORDS = {
    OrganisationType.SCHOOL: "school|basisschool|po school|bo|sbo|so|primair onderwijs|basisonderwijs|primary school",
    OrganisationType.CHILDCARE: "kinderopvang|kdv|kinderdagverblijf|bso|buitenschoolse opvang|opvang|peuteropvang|"
    "peuterspeelzaal|childcare",
    OrganisationType.IKC: "ikc|integraal kindcentrum|kindcentrum|kc|child centre",
    OrganisationType.COUPLE: "koppel|couple",
    OrganisationType.OUTSIDE: "niet opleidingsorganisatie|geen opleidingsorganisatie|buiten het partnerschap|extern|"
    "outside|outside the partnership",
}
_ROLE_WORDS = {
    Role.ASSESSOR: "beoordelaar|praktijkbeoordelaar|assessor|examinator|examiner|practice assessor",
    Role.ASPIRANT: "aspirant|aspirant beoordelaar|aspirant praktijkbeoordelaar|aspirant assessor",
    Role.COORDINATOR: "coordinator|coordinerend opleider|coordinerend schoolopleider|coordinerend school opleider",
    Role.CALIBRATION_LEAD: "sessieleider|sessieleider kalibreersessie|kalibreerleider|calibration lead",
    Role.COMMITTEE: "examencommissie|examination board|examination committee",
    Role.OFFICE: "onderwijsbureau|education office",
}
_YES = frozenset({"ja", "j", "yes", "y", "x", "waar", "true", "1", "v", "✓", "✔"})
_NO = frozenset({"nee", "n", "no", "onwaar", "false", "0"})
_SEVERAL = re.compile(r"\s*(?:[,;/+&]|\ben\b|\band\b)\s*", re.IGNORECASE)


_YEARS = frozenset({"jaar", "leerjaar", "studiejaar", "jr", "j", "year"})
_PHASE_WORDS = _YEARS | {"", "semester", "semesters", "sem", "s", "fase", "phase", "en", "semesteren", "semestersand"}
"""What may stand around the number of a fase, without spaces: "semester 3 en 4"."""


class Unclear(Exception):
    """A cell that cannot be understood; carries what is wrong."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.code)
        self.fault = fault


def _index(words: Mapping[str, str]) -> dict[str, str]:
    return {compact(word): code for code, several in words.items() for word in several.split("|")}


_PROGRAMMES = _index(_PROGRAMME_WORDS)
_VARIANTS = _index(_VARIANT_WORDS)
_TYPES = _index({kind.value: words for kind, words in _TYPE_WORDS.items()})
_ROLES = _index({role.value: words for role, words in _ROLE_WORDS.items()})


@lru_cache(maxsize=512)
def programme_of(words: str) -> tuple[str, str]:
    """The code of an opleiding, and of the variant when the words name it too ("Ad PEP"), else "".

    Raises:
        Unclear: ``programme-unknown``.
    """
    bare = compact(words)
    if bare in _PROGRAMMES:
        return _PROGRAMMES[bare], ""
    for name, code in sorted(_PROGRAMMES.items(), key=lambda each: -len(each[0])):
        for variant, variant_code in _VARIANTS.items():
            if variant_code in PROGRAMMES[code].variants and bare in (name + variant, variant + name):
                return code, variant_code
    own = _VARIANTS.get(bare, "")
    if own in PROGRAMMES["ad"].variants:
        return "ad", own
    raise Unclear(
        PROGRAMME_UNKNOWN.filled(words=shown(words), choices=_choices(one.name.nl for one in PROGRAMMES.values()))
    )


@lru_cache(maxsize=512)
def variant_of(words: str, programme: str) -> str:
    """The code of a variant of an opleiding; raises `Unclear` (``variant-unknown``)."""
    variants = PROGRAMMES[programme].variants
    named = {compact(name): code for code, text in variants.items() for name in (code, text.nl, text.en)}
    found = named.get(compact(words)) or _VARIANTS.get(compact(words))
    if found in variants:
        return str(found)
    raise Unclear(
        VARIANT_UNKNOWN.filled(words=shown(words), programme=PROGRAMMES[programme].name, choices=_choices(variants))
    )


def phase_of(words: str, programme: str, phases: Sequence[Phase]) -> str:
    """The code of a fase: by its code or name, or by its number ("3", "leerjaar 3", "sem. 3").

    A year of an opleiding that counts in semesters is the pair of semesters in it.

    Args:
        words: a cell.
        programme: code of the opleiding.
        phases: the phases of that opleiding.

    Raises:
        Unclear: ``phase-unknown``.
    """
    bare = compact(words)
    for phase in phases:
        if bare in {compact(phase.code), compact(phase.name.nl), compact(phase.name.en)}:
            return phase.code
    numbers = {int(digits) for digits in re.findall(r"\d{1,2}", words)}
    letters = re.sub(r"\d", "", bare)
    if numbers and letters in _PHASE_WORDS:
        if letters in _YEARS and all("semester" in phase.code for phase in phases):
            numbers = {semester for year in numbers for semester in (2 * year - 1, 2 * year)}
        fitting = [phase.code for phase in phases if numbers <= {int(one) for one in re.findall(r"\d+", phase.code)}]
        if len(fitting) == 1:
            return fitting[0]
    if bare and not numbers:
        fitting = [phase.code for phase in phases if bare in _bracketed(phase.name)]
        if len(fitting) == 1:
            return fitting[0]
    names = listing([phase.name for phase in phases])
    raise Unclear(PHASE_UNKNOWN.filled(words=shown(words), programme=PROGRAMMES[programme].name, choices=names))


def _bracketed(name: Text) -> set[str]:
    """What a name says between brackets: the LIO of "Jaar 4 (LIO)"."""
    return {compact(words) for words in re.findall(r"\(([^)]*)\)", f"{name.nl} {name.en}")}


@lru_cache(maxsize=512)
def type_of(words: str) -> OrganisationType:
    """A type of organisation; raises `Unclear` (``type-unknown``)."""
    found = _TYPES.get(compact(words)) or next(
        (kind.value for kind in OrganisationType if compact(words) in {compact(kind.word.nl), compact(kind.word.en)}),
        None,
    )
    if found is None:
        raise Unclear(TYPE_UNKNOWN.filled(words=shown(words), choices=type_choices()))
    return OrganisationType(found)


def type_choices() -> str:
    """The types of organisation, to choose from."""
    return _choices(kind.value for kind in OrganisationType)


def roles_of(words: str) -> frozenset[Role]:
    """One role or several; raises `Unclear` (``role-unknown``)."""
    found = set()
    for word in _SEVERAL.split(words):
        code = _ROLES.get(compact(word)) or next(
            (role.value for role in Role if compact(role.word.nl) == compact(word)), None
        )
        if code is None:
            raise Unclear(ROLE_UNKNOWN.filled(words=shown(word), choices=_choices(role.value for role in Role)))
        found.add(Role(code))
    return frozenset(found)


def programmes_of(words: str) -> tuple[str, ...]:
    """The opleidingen that an appointment is for: one, or both as "pabo en Ad"; raises `Unclear`."""
    try:
        return (programme_of(words)[0],)
    except Unclear:
        return tuple(dict.fromkeys(programme_of(word)[0] for word in _SEVERAL.split(words)))


def yes_or_no(words: str) -> bool:
    """Yes or no; raises `Unclear` (``answer-unknown``)."""
    bare = words.strip().casefold()
    if bare in _YES:
        return True
    if bare in _NO:
        return False
    raise Unclear(YES_NO_UNKNOWN.filled(words=shown(words)))


def _choices(codes: Iterable[str]) -> str:
    return ", ".join(codes)
