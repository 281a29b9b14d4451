"""Keys of files that travel: an invitation opens with its code, scores open with the key of their round only.

Scores are sealed for the round's public key (X25519, then AES-256-GCM), so that neither whoever sends them on nor
whoever receives them can read them outside the workspace of the lead; there they go under the round's seal at once.
"""

from __future__ import annotations

import secrets

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from assessor.domain.calibration.envelope import INVITATION, SealedScores

_NONCE, _SALT, _KEY = 12, 16, 32
_PASSES, _MEMORY_KIB, _LANES = 3, 65_536, 4
_STEP = 4_096


class EnvelopeClosed(Exception):
    """A file that does not open with this key or code: another one, or altered."""


# --- an invitation, by its code


def seal_invitation(code: str, plain: bytes) -> bytes:
    """An invitation as a file that opens with its code."""
    salt, nonce = secrets.token_bytes(_SALT), secrets.token_bytes(_NONCE)
    return INVITATION + salt + nonce + AESGCM(_code_key(code, salt)).encrypt(nonce, plain, INVITATION)


def open_invitation(code: str, content: bytes) -> bytes:
    """What an invitation says; EnvelopeClosed with another code, or when it was altered."""
    body = content.removeprefix(INVITATION)
    salt, nonce, sealed = body[:_SALT], body[_SALT : _SALT + _NONCE], body[_SALT + _NONCE :]
    if len(nonce) < _NONCE:
        raise EnvelopeClosed
    try:
        return AESGCM(_code_key(code, salt)).decrypt(nonce, sealed, INVITATION)
    except InvalidTag:
        raise EnvelopeClosed from None


def _code_key(code: str, salt: bytes) -> bytes:
    return hash_secret_raw(code.encode(), salt, _PASSES, _MEMORY_KIB, _LANES, _KEY, Type.ID)


# --- scores, for a round


def public_key(round_key: bytes) -> str:
    """The key that seals scores for the round with this key, in hex."""
    return _private(round_key).public_key().public_bytes(Encoding.Raw, PublicFormat.Raw).hex()


def seal_scores(public: str, round_id: str, participant_id: str, plain: bytes) -> SealedScores:
    """Scores for a round; ValueError when the key is none. Of one length whatever was given: 4 KiB steps."""
    own, nonce = X25519PrivateKey.generate(), secrets.token_bytes(_NONCE)
    shared = own.exchange(X25519PublicKey.from_public_bytes(bytes.fromhex(public)))
    label = SealedScores(round_id, participant_id, b"").label
    padded = plain + b" " * (-len(plain) % _STEP)
    sealed = AESGCM(_shared(shared)).encrypt(nonce, padded, label)
    return SealedScores(
        round_id, participant_id, own.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw) + nonce + sealed
    )


def open_scores(round_key: bytes, scores: SealedScores) -> bytes:
    """What scores say; EnvelopeClosed when they are for another round or person, or were altered."""
    other, nonce = scores.body[:_KEY], scores.body[_KEY : _KEY + _NONCE]
    if len(nonce) < _NONCE:
        raise EnvelopeClosed
    try:
        shared = _private(round_key).exchange(X25519PublicKey.from_public_bytes(other))
        return AESGCM(_shared(shared)).decrypt(nonce, scores.body[_KEY + _NONCE :], scores.label)
    except (InvalidTag, ValueError):
        raise EnvelopeClosed from None


def _private(round_key: bytes) -> X25519PrivateKey:
    derived = HKDF(SHA256(), _KEY, None, b"assessor calibration: scores that come back").derive(round_key)
    return X25519PrivateKey.from_private_bytes(derived)


def _shared(secret: bytes) -> bytes:
    return HKDF(SHA256(), _KEY, None, b"assessor calibration: one set of scores").derive(secret)
