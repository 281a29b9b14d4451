"""Where forms, resources and user data lie: in a checkout, an installed wheel or a frozen program.

Each place can be set by an environment variable, which tests and portable set-ups use: ``ASSESSOR_FORMS``,
``ASSESSOR_RESOURCES``, ``ASSESSOR_USER_DATA`` and ``ASSESSOR_USER_CONFIG``. Nothing is created here.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path


def forms() -> Path:
    """The folder of the shipped instruments."""
    return _shipped("forms")


def resources() -> Path:
    """The folder of icons, texts, themes and fonts."""
    return _shipped("resources")


def user_data() -> Path:
    """The user's own folder for workspaces, backups and the crash log."""
    import platformdirs

    return _from_environment("USER_DATA") or Path(platformdirs.user_data_dir("assessor", appauthor=False))


def user_config() -> Path:
    """The user's own folder for settings."""
    import platformdirs

    return _from_environment("USER_CONFIG") or Path(platformdirs.user_config_dir("assessor", appauthor=False))


def own_forms() -> Path:
    """The folder where an institution puts its own instruments, laid out as the shipped one; it may be absent."""
    return user_data() / "forms"


def _shipped(name: str) -> Path:
    """A folder that comes with the program; raises FileNotFoundError when the program is not whole."""
    chosen = _from_environment(name.upper())
    if chosen is not None:
        return chosen
    package = Path(__file__).resolve().parent
    # A frozen program unpacks beside itself; a wheel carries the folders inside the package; a checkout has them above.
    roots = [Path(getattr(sys, "_MEIPASS", package)), package, package.parent]
    for root in roots:
        if (root / name).is_dir():
            return root / name
    raise FileNotFoundError(f"the folder {name} is missing from the program")


def _from_environment(name: str) -> Path | None:
    value = os.environ.get(f"ASSESSOR_{name}")
    return Path(value) if value else None
