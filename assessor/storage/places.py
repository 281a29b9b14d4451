"""The names of a workspace's files, for who must find one before anything of storage is loaded."""

from __future__ import annotations

DATABASE_NAME = "assessor.db"
KEY_NAME = "assessor.key"
