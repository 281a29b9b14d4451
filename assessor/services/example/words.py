"""The words of the example partnership, from ``resources/example``."""

from __future__ import annotations

import random
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from assessor import paths
from assessor.domain.instrument import NOT_OBSERVED, Outcome

_BORROWED = {"A2": "2", "A1.8": "1.8", "A4.6": "5.6"}
"""Criteria of the Ad that read as those of the pabo, so that their notes do too."""

_WORDS_OF_AD = (
    ("leerlingen", "kinderen"),
    ("leerling", "kind"),
    ("mentor", "praktijkbegeleider"),
    ("de les ", "de activiteit "),
)


@cache
def words(name: str) -> dict[str, Any]:
    """One file of words, by its name without ending."""
    return tomllib.loads((paths.resources() / "example" / f"{name}.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Writer:
    """Writes what an assessor would write about one student.

    Args:
        programme: ``"pabo"`` or ``"ad"``.
        first_name: the student's.
        draw: the source of chance.
    """

    programme: str
    first_name: str
    draw: random.Random

    def note(self, criterion: str, mark: str) -> str:
        """A toelichting for a criterion that fits its mark."""
        if mark == NOT_OBSERVED:
            return self._fill(self.draw.choice(words(f"notes-{self.programme}")[NOT_OBSERVED]))
        pabo_code = _BORROWED.get(criterion) or (f"2{criterion[2:]}" if criterion.startswith("A2.") else None)
        stock = words("notes-pabo" if pabo_code else f"notes-{self.programme}")
        note = self._fill(self.draw.choice(stock[pabo_code or criterion][mark]))
        return self._in_own_words(note) if pabo_code else note

    def motivation(self, model: str, verdict: Outcome) -> str:
        """The motivering of a model that fits its verdict."""
        return self._fill(self.draw.choice(words("passages")[self.programme]["motivation"][model][verdict.letter]))

    def line(self, kind: str) -> str:
        """One of the programme's ``strengths``, ``developments``, ``appreciations``, ``subjects`` or ``groups``."""
        return self._fill(self.draw.choice(words("passages")[self.programme][kind]))

    def common(self, kind: str) -> str:
        """One line that both programmes share: ``announced``, ``no_show``, ``departure`` or ``compensated``."""
        return self._in_own_words(self._fill(self.draw.choice(words("passages")[kind])))

    def _in_own_words(self, text: str) -> str:
        """A text of the pabo in the words of the programme (practice text, section 7)."""
        if self.programme == "pabo":
            return text
        for theirs, own in _WORDS_OF_AD:
            text = text.replace(theirs, own)
        return text

    def _fill(self, text: str) -> str:
        return text.replace("{name}", self.first_name)
