"""Dutch names in cells: tussenvoegsels apart, before, behind or inside, the last name first or last."""

from __future__ import annotations

from dataclasses import dataclass

_DUTCH_WORDS = (
    "aan af bij de den der d' 's het in 't 'n ‘t ’t ‘s ’s onder op over te ten ter tot uit van vanden vander voor"
)
_FOREIGN_WORDS = (
    "al ap bin ben bint da das degli dei del della des di do dos du el ibn il la las le les lo los san st von vom zu"
    " zum zur"
)
_DUTCH = frozenset(_DUTCH_WORDS.split())
_PARTICLES = _DUTCH | frozenset(_FOREIGN_WORDS.split())


@dataclass(frozen=True, slots=True)
class Name:
    """A name in its parts; `prefix` is None when nothing tells whether there is a tussenvoegsel."""

    first: str
    prefix: str | None
    last: str


def whole_name(words: str) -> Name | None:
    """The parts of a whole name: "Anna van den Berg", "Berg, Anna van den" or "van den Berg, Anna".

    Returns:
        None when it does not tell where the last name begins, as in "Maria Garcia Lopez".
    """
    if "," in words:
        return _last_first([part.strip() for part in words.split(",")])
    parts = words.split()
    if _is_particle(parts[0]):
        return None
    start = next((place for place, part in enumerate(parts[1:], start=1) if _is_particle(part)), len(parts))
    hyphen = _hyphenated(parts)
    if start == len(parts) or (hyphen is not None and hyphen < start):
        begin = 1 if len(parts) == 2 else hyphen
        return None if begin is None else Name(" ".join(parts[:begin]), "", " ".join(parts[begin:]))
    stop = start
    while stop < len(parts) - 1 and _is_particle(parts[stop]):
        stop += 1
    return Name(" ".join(parts[:start]), " ".join(parts[start:stop]), " ".join(parts[stop:]))


def last_name(words: str) -> tuple[str | None, str]:
    """Tussenvoegsel and last name of a cell that holds both: "van den Berg", "Van den Berg" or "Berg, van den".

    A Dutch tussenvoegsel that stands first has a capital there only because it stands first. The tussenvoegsel is None
    when there is none to be seen.
    """
    before, comma, behind = (part.strip() for part in words.partition(","))
    if comma and before and behind and all(map(_is_particle, behind.split())):
        return behind, before
    parts = words.split()
    stop = 0
    while stop < len(parts) - 1 and _is_particle(parts[stop]):
        stop += 1
    if not stop:
        return None, words
    prefix = parts[:stop]
    if prefix[0].casefold() in _DUTCH:
        prefix[0] = prefix[0].casefold()
    return " ".join(prefix), " ".join(parts[stop:])


def straight_name(words: str) -> str:
    """A whole name in the order in which it is spoken: "Wilgenhout, Noor van" is "Noor van Wilgenhout"."""
    if "," not in words:
        return words
    name = whole_name(words)
    return words if name is None else " ".join(part for part in (name.first, name.prefix, name.last) if part)


def _last_first(parts: list[str]) -> Name | None:
    """Last name before the comma; the tussenvoegsel with it, between two commas, or behind the first name."""
    if len(parts) == 3 and parts[1] and all(map(_is_particle, parts[1].split())):
        parts = [parts[0], f"{parts[2]} {parts[1]}"]
    if len(parts) != 2 or not parts[0]:
        return None
    given = parts[1].split()
    stop = len(given)
    while stop > 0 and _is_particle(given[stop - 1]):
        stop -= 1
    prefix, last = last_name(parts[0])
    behind = " ".join(given[stop:])
    if not stop or (prefix and behind):
        return None
    return Name(" ".join(given[:stop]), behind or prefix or "", last)


def _hyphenated(parts: list[str]) -> int | None:
    """Where a double last name begins whose hyphen is followed by another word: Jansen-de Vries, Jansen - de Vries."""
    for place, part in enumerate(parts[1:], start=1):
        if part == "-" and place > 1:
            return place - 1
        if "-" in part and _is_particle(part.rpartition("-")[2]):
            return place
    return None


def _is_particle(word: str) -> bool:
    return word.casefold() in _PARTICLES
