"""Which workspace was used last on this computer. Light on purpose: the first window asks before anything is opened."""

from __future__ import annotations

import json
from pathlib import Path

from assessor import paths
from assessor.storage.places import DATABASE_NAME, KEY_NAME

_SETTINGS = "settings.json"


def is_workspace(folder: Path) -> bool:
    """Whether a workspace lies in this folder."""
    return any((folder / name).is_file() for name in (KEY_NAME, DATABASE_NAME))


def remember_workspace(folder: Path) -> None:
    """Note which workspace was used last; a settings folder that refuses is no reason to stop."""
    file = paths.user_config() / _SETTINGS
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps({"workspace": str(folder.absolute())}), encoding="utf-8")
    except OSError:
        return


def last_workspace() -> Path | None:
    """The folder of the workspace that was used last, or None."""
    try:
        return Path(json.loads((paths.user_config() / _SETTINGS).read_text(encoding="utf-8"))["workspace"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
