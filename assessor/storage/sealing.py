"""The seal on scores: ciphertext under a key of the round, which only the reveal reads (AES-256-GCM)."""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from assessor.domain.calibration.round import Scores
from assessor.storage.failures import damaged

KEY_BYTES = 32
_NONCE = 12


def new_key() -> bytes:
    """A key for one round."""
    return secrets.token_bytes(KEY_BYTES)


def seal(key: bytes, scores: Scores, about: str) -> bytes:
    """The scores as ciphertext.

    Args:
        key: of the round.
        scores: what was given.
        about: round and participant; ciphertext that is moved to another row opens no more.
    """
    nonce = secrets.token_bytes(_NONCE)
    return nonce + AESGCM(key).encrypt(nonce, _packed(scores), about.encode())


def unseal(key: bytes, sealed: bytes, about: str) -> Scores:
    """The scores again; KnownError ``workspace-damaged`` when the row was altered or moved."""
    try:
        plain = AESGCM(key).decrypt(sealed[:_NONCE], sealed[_NONCE:], about.encode())
    except InvalidTag:
        raise damaged() from None
    found = json.loads(plain)
    return Scores(found["marks"], found["notes"], found["own_code"])


def digest(key: bytes, scores: Scores) -> str:
    """Equal for equal scores of one round, and telling nothing to whoever lacks the key (HMAC-SHA256, hex)."""
    return hmac.new(key, _packed(scores), hashlib.sha256).hexdigest()


def imprint(sealed: bytes) -> str:
    """What the chain keeps of a sealed row: sha256 of the ciphertext; of the scores themselves it could be guessed."""
    return hashlib.sha256(sealed).hexdigest()


def _packed(scores: Scores) -> bytes:
    whole = {
        "marks": {casus: dict(marks) for casus, marks in scores.marks.items()},
        "notes": {casus: dict(notes) for casus, notes in scores.notes.items()},
        "own_code": scores.own_code,
    }
    # Of one length whatever was given, so that the size of a row says nothing: 4 KiB steps.
    packed = json.dumps(whole, ensure_ascii=False, sort_keys=True).encode()
    return packed + b" " * (-len(packed) % 4096)
