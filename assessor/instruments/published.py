"""The fingerprints of the versions that came out: a published version never changes again.

An appeal asks which text held on the day; the answer must be one text. The shipped list is ``forms/published.toml``; a
workspace knows the fingerprints that its own dossiers froze.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from assessor.instruments.reader import Published


FILE: Final = "published.toml"


def published_in(folder: Path) -> Published:
    """The list in a forms folder, per id and version; empty where there is none.

    The list is part of the program: a broken one is a bug, not an author's mistake.
    """
    file = folder / FILE
    if not file.exists():
        return {}
    import tomllib

    content = tomllib.loads(file.read_text(encoding="utf-8"))
    return {(form, version): str(known) for form, versions in content.items() for version, known in versions.items()}
