"""The seal: ciphertext under a key of the round or the midterm, which only the reveal reads (AES-256-GCM)."""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from collections.abc import Mapping
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from assessor.domain.calibration.round import Scores
from assessor.storage.failures import damaged

KEY_BYTES = 32
_NONCE = 12


def new_key() -> bytes:
    """A key for one round or one midterm."""
    return secrets.token_bytes(KEY_BYTES)


def seal(key: bytes, scores: Scores, about: str) -> bytes:
    """The scores as ciphertext.

    Args:
        key: of the round.
        scores: what was given.
        about: round and participant; ciphertext that is moved to another row opens no more.
    """
    return seal_content(key, _content(scores), about)


def unseal(key: bytes, sealed: bytes, about: str) -> Scores:
    """The scores again; KnownError ``workspace-damaged`` when the row was altered or moved."""
    found = unseal_content(key, sealed, about)
    return Scores(found["marks"], found["notes"], found["own_code"])


def digest(key: bytes, scores: Scores) -> str:
    """Equal for equal scores of one round, and telling nothing to whoever lacks the key (HMAC-SHA256, hex)."""
    return digest_content(key, _content(scores))


def seal_content(key: bytes, content: Mapping[str, Any], about: str) -> bytes:
    """Any JSON content as ciphertext; `about` is as in `seal`."""
    nonce = secrets.token_bytes(_NONCE)
    return nonce + AESGCM(key).encrypt(nonce, _packed(content), about.encode())


def unseal_content(key: bytes, sealed: bytes, about: str) -> dict[str, Any]:
    """The content again; KnownError ``workspace-damaged`` when the row was altered or moved."""
    try:
        plain = AESGCM(key).decrypt(sealed[:_NONCE], sealed[_NONCE:], about.encode())
    except InvalidTag:
        raise damaged() from None
    return dict(json.loads(plain))


def digest_content(key: bytes, content: Mapping[str, Any]) -> str:
    """Equal for equal content under one key, and telling nothing to whoever lacks it (HMAC-SHA256, hex)."""
    return hmac.new(key, _packed(content), hashlib.sha256).hexdigest()


def imprint(sealed: bytes) -> str:
    """What the chain keeps of a sealed row: sha256 of the ciphertext; of the content itself it could be guessed."""
    return hashlib.sha256(sealed).hexdigest()


def _content(scores: Scores) -> dict[str, Any]:
    return {
        "marks": {casus: dict(marks) for casus, marks in scores.marks.items()},
        "notes": {casus: dict(notes) for casus, notes in scores.notes.items()},
        "own_code": scores.own_code,
    }


def _packed(content: Mapping[str, Any]) -> bytes:
    # Of one length whatever was given, so that the size of a row says nothing: 4 KiB steps.
    packed = json.dumps(content, ensure_ascii=False, sort_keys=True).encode()
    return packed + b" " * (-len(packed) % 4096)
