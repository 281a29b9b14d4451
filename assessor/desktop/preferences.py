"""What the user chose for the screen: one small file of this computer's user, no part of a workspace.

A file that is missing, damaged or tampered with never stops the program: what cannot be read is as it was delivered.
"""

from __future__ import annotations

import json
import math
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, Literal, get_args

from assessor import paths
from assessor.domain.text import Language

ThemeName = Literal["light", "dark", "contrast"]

SCALES = (1.0, 1.1, 1.25, 1.5)
"""The text sizes that are offered, relative to the size as designed."""

IDLE_MINUTES = (0, 5, 10, 15, 30, 60)
"""After how many idle minutes the window may lock; 0 is never."""


@dataclass(frozen=True)
class Preferences:
    """The choices of one user on one computer.

    Attributes:
        language: of the screen; paper and messages follow it.
        theme: one of the palettes.
        scale: text size, 1.0 up to and including 1.5.
        idle_minutes: idle minutes after which the window locks, 0 for never, at most 240.
    """

    language: Language = "nl"
    theme: ThemeName = "light"
    scale: float = 1.0
    idle_minutes: int = 15


def load() -> Preferences:
    """The stored choices; each one that is missing or makes no sense is as delivered."""
    try:
        stored = json.loads(_file().read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return Preferences()
    if not isinstance(stored, dict):
        return Preferences()
    sound = {one.name: stored[one.name] for one in fields(Preferences) if _is_sound(one.name, stored.get(one.name))}
    return Preferences(**sound)


def save(preferences: Preferences) -> bool:
    """Store the choices whole or not at all; False when the settings folder refuses, which stops nothing."""
    file = _file()
    part = file.with_suffix(".part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(json.dumps(asdict(preferences), indent=2) + "\n", encoding="utf-8")
        part.replace(file)
    except OSError:
        return False
    return True


def _file() -> Path:
    return paths.user_config() / "preferences.json"


def _is_sound(name: str, value: Any) -> bool:  # noqa: ANN401 - whatever a file may hold
    match name:
        case "language":
            return value in get_args(Language)
        case "theme":
            return value in get_args(ThemeName)
        case "scale":
            return _is_number(value) and SCALES[0] <= value <= SCALES[-1]
        case _:
            return type(value) is int and 0 <= value <= 240


def _is_number(value: Any) -> bool:  # noqa: ANN401 - whatever a file may hold
    return type(value) in (int, float) and math.isfinite(value)
