"""The header: a small file beside the database that holds the workspace's key, wrapped by passphrase and recovery code.

Each wrap is AES-256-GCM under a key that Argon2id (RFC 9106, 64 MiB) draws from the secret. The header is readable
text without secrets; a checksum tells damage from a wrong passphrase. A copy goes with every backup.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import re
import secrets
from dataclasses import dataclass, replace
from typing import Any, Literal

import rfc8785
from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from assessor.domain.errors import KnownError
from assessor.domain.text import Text

FORMAT = 1
KEY_BYTES = 32
_MEMORY_KIB = 65_536
_PASSES = 3
_LANES = 4
_MOST_MEMORY_KIB = 1_048_576
"""A header may come from anywhere: it cannot make the program use more than this."""

SlotKind = Literal["passphrase", "recovery"]


@dataclass(frozen=True, slots=True)
class Slot:
    """One wrap of the workspace's key."""

    kind: SlotKind
    salt: bytes
    nonce: bytes
    wrapped: bytes
    memory_kib: int = _MEMORY_KIB
    passes: int = _PASSES
    lanes: int = _LANES


@dataclass(frozen=True, slots=True)
class Header:
    """What is known of a workspace without its key."""

    workspace_id: str
    slots: tuple[Slot, ...]

    def unwrap(self, kind: SlotKind, secret: str) -> bytes | None:
        """The workspace's key, or None when the secret is not the right one."""
        for slot in self.slots:
            if slot.kind == kind:
                try:
                    return AESGCM(_slot_key(slot, secret)).decrypt(slot.nonce, slot.wrapped, self._covered(slot))
                except InvalidTag:
                    continue
        return None

    def with_secret(self, kind: SlotKind, secret: str, key: bytes) -> Header:
        """The header with this secret in place of the former one of its kind."""
        bare = Slot(kind, secrets.token_bytes(16), secrets.token_bytes(12), b"")
        wrapped = AESGCM(_slot_key(bare, secret)).encrypt(bare.nonce, key, self._covered(bare))
        others = tuple(slot for slot in self.slots if slot.kind != kind)
        return replace(self, slots=(*others, replace(bare, wrapped=wrapped)))

    def _covered(self, slot: Slot) -> bytes:
        return rfc8785.dumps([FORMAT, self.workspace_id, slot.kind, slot.memory_kib, slot.passes, slot.lanes])

    def to_bytes(self) -> bytes:
        """The header as its file holds it."""
        body = {
            "program": "assessor",
            "format": FORMAT,
            "workspace": self.workspace_id,
            "slots": [_slot_value(slot) for slot in self.slots],
        }
        return json.dumps(body | {"checksum": _checksum(body)}, indent=2).encode() + b"\n"


def read_header(content: bytes) -> Header:
    """The header from its file.

    Raises KnownError ``header-damaged``, or ``workspace-newer`` when a later program wrote it.
    """
    try:
        body = json.loads(content)
        checksum = body.pop("checksum")
        if checksum != _checksum(body) or body["program"] != "assessor":
            raise _damaged()
        if body["format"] > FORMAT:
            raise newer()
        # The id names a folder in the second place of the backups, so nothing but letters and digits may be in it.
        if not re.fullmatch("[0-9a-f]{32}", body["workspace"]):
            raise _damaged()
        return Header(body["workspace"], tuple(_slot(value) for value in body["slots"]))
    except (ValueError, KeyError, TypeError, AttributeError, rfc8785.CanonicalizationError, RecursionError):
        raise _damaged() from None


def _slot_key(slot: Slot, secret: str) -> bytes:
    return hash_secret_raw(
        secret.encode(),
        slot.salt,
        time_cost=slot.passes,
        memory_cost=slot.memory_kib,
        parallelism=slot.lanes,
        hash_len=KEY_BYTES,
        type=Type.ID,
    )


def _slot_value(slot: Slot) -> dict[str, Any]:
    return {
        "kind": slot.kind,
        "kdf": {
            "name": "argon2id",
            "salt": _letters(slot.salt),
            "memory_kib": slot.memory_kib,
            "passes": slot.passes,
            "lanes": slot.lanes,
        },
        "cipher": "aes-256-gcm",
        "nonce": _letters(slot.nonce),
        "wrapped": _letters(slot.wrapped),
    }


def _slot(value: dict[str, Any]) -> Slot:
    kdf = value["kdf"]
    slot = Slot(
        value["kind"],
        _bytes(kdf["salt"]),
        _bytes(value["nonce"]),
        _bytes(value["wrapped"]),
        int(kdf["memory_kib"]),
        int(kdf["passes"]),
        int(kdf["lanes"]),
    )
    if not (8 * slot.lanes <= slot.memory_kib <= _MOST_MEMORY_KIB and 1 <= slot.passes <= 64 and 1 <= slot.lanes <= 64):
        raise _damaged()
    if kdf["name"] != "argon2id" or value["cipher"] != "aes-256-gcm":
        raise newer()
    if (len(slot.salt), len(slot.nonce), len(slot.wrapped)) != (16, 12, KEY_BYTES + 16):
        raise _damaged()
    return slot


def _letters(content: bytes) -> str:
    return base64.b64encode(content).decode()


def _bytes(letters: str) -> bytes:
    try:
        return base64.b64decode(letters, validate=True)
    except binascii.Error:
        raise _damaged() from None


def _checksum(body: dict[str, Any]) -> str:
    return hashlib.sha256(rfc8785.dumps(body)).hexdigest()


def _damaged() -> KnownError:
    return KnownError(
        "header-damaged",
        Text(
            "Het sleutelbestand van dit gegevensbestand is beschadigd.",
            "The key file of this workspace is damaged.",
        ),
        Text(
            "Zet het sleutelbestand uit een reservekopie terug.",
            "Restore the key file from a backup.",
        ),
    )


def newer() -> KnownError:
    """The refusal ``workspace-newer``."""
    return KnownError(
        "workspace-newer",
        Text(
            "Dit gegevensbestand is gemaakt met een nieuwere versie van Assessor.",
            "This workspace was made by a newer version of Assessor.",
        ),
        Text(
            "Installeer de nieuwste versie en open het daarmee; er is niets gewijzigd.",
            "Install the newest version and open it with that; nothing was changed.",
        ),
    )
