"""How the entries of a chain hang together.

Each entry's hash covers the one before it, its own place, who, when, what kind, and sha256(salt + content). Salt and
content stand apart, so a lawful destruction takes them away and the chain can still be checked.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import rfc8785

WORKSPACE_CHAIN = "workspace"
"""The chain of the workspace itself, in which the heads of the others are anchored."""

START = "0" * 64
"""What stands before the first entry of a chain."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The head of the workspace's chain as it was kept outside the database: in a backup's header or on paper."""

    at: datetime
    position: int
    hash: str


def canonical(content: Mapping[str, Any]) -> bytes:
    """The content as RFC 8785 canonical JSON; whole numbers within 2**53 only (rfc8785 raises otherwise)."""
    return rfc8785.dumps(dict(content))


def parsed(text: str) -> Mapping[str, Any]:
    """The content from its canonical JSON."""
    content: Mapping[str, Any] = json.loads(text)
    return content


def fingerprint(content: Mapping[str, Any]) -> str:
    """sha256, in hex, of the content's RFC 8785 canonical JSON."""
    return hashlib.sha256(canonical(content)).hexdigest()


def content_hash(salt: bytes, content: bytes) -> str:
    """sha256, in hex, of the salt followed by the canonical content."""
    return hashlib.sha256(salt + content).hexdigest()


def entry_hash(
    *,
    previous: str,
    chain: str,
    position: int,
    at: str,
    actor_id: str,
    kind: str,
    content_id: str,
    content_hash: str,
) -> str:
    """The hash of one entry: sha256, in hex, of the canonical JSON list of everything that it covers.

    `at` is the moment as it is stored (`columns.moment_text`).
    """
    covered: list[str | int] = [previous, chain, position, at, actor_id, kind, content_id, content_hash]
    return hashlib.sha256(rfc8785.dumps(covered)).hexdigest()
