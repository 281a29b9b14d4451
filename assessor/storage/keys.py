"""How a workspace is unlocked: by passphrase, by recovery code or by the keyring of the operating system."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from assessor.domain.errors import KnownError
from assessor.domain.text import Text
from assessor.storage.header import KEY_BYTES, Header
from assessor.storage.recovery import read_code

SHORTEST_PASSPHRASE = 8
"""Signs that a passphrase needs at least (NIST SP 800-63B, section 5.1.1)."""


class KeyringPort(Protocol):
    """A keyring that keeps keys of workspaces."""

    def get(self, workspace_id: str) -> bytes | None:
        """The key that was kept for the workspace, or None; KnownError when the keyring refuses."""

    def put(self, workspace_id: str, key: bytes) -> None:
        """Keep the key of a workspace; KnownError when the keyring refuses."""

    def forget(self, workspace_id: str) -> None:
        """Take the key of a workspace away; nothing happens when there is none."""


@dataclass(frozen=True, slots=True)
class Passphrase:
    """Unlock by the passphrase (wachtzin)."""

    secret: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class RecoveryCode:
    """Unlock by the recovery code (herstelcode), as somebody typed it."""

    typed: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class FromKeyring:
    """Unlock by what the keyring kept."""

    keyring: KeyringPort


Unlock = Passphrase | RecoveryCode | FromKeyring


def find_key(header: Header, unlock: Unlock) -> bytes:
    """The workspace's key.

    Raises KnownErrors ``passphrase-wrong``, ``recovery-code-wrong``, ``recovery-code-incomplete``,
    ``recovery-code-mistyped``, ``keyring-empty`` and what the keyring itself refuses.
    """
    match unlock:
        case Passphrase(secret):
            key, refusal = header.unwrap("passphrase", secret), _WRONG_PASSPHRASE
        case RecoveryCode(typed):
            key, refusal = header.unwrap("recovery", read_code(typed)), _WRONG_CODE
        case FromKeyring(keyring):
            key, refusal = keyring.get(header.workspace_id), _NOT_IN_KEYRING
    if key is None or len(key) != KEY_BYTES:
        raise KnownError(*refusal)
    return key


def check_passphrase(passphrase: str) -> None:
    """Refuse a passphrase that is too short (KnownError ``passphrase-short``)."""
    if len(passphrase.strip()) < SHORTEST_PASSPHRASE:
        raise KnownError(
            "passphrase-short",
            Text(
                "Deze wachtzin is te kort; gebruik minstens {count} tekens.",
                "This passphrase is too short; use at least {count} characters.",
            ).fill(count=SHORTEST_PASSPHRASE),
            Text(
                "Neem een zin van vier of meer woorden die alleen jij bedenkt.",
                "Take a sentence of four or more words that only you would think of.",
            ),
        )


_WRONG_PASSPHRASE = (
    "passphrase-wrong",
    Text("Deze wachtzin klopt niet.", "This passphrase is not right."),
    Text(
        "Probeer het opnieuw, let op hoofdletters, of gebruik de herstelcode.",
        "Try again, mind capital letters, or use the recovery code.",
    ),
)
_WRONG_CODE = (
    "recovery-code-wrong",
    Text(
        "Deze herstelcode hoort niet bij dit gegevensbestand.", "This recovery code does not belong to this workspace."
    ),
    Text(
        "Zoek de code die bij het aanmaken is afgedrukt, of gebruik de wachtzin.",
        "Find the code that was printed when the workspace was made, or use the passphrase.",
    ),
)
_NOT_IN_KEYRING = (
    "keyring-empty",
    Text(
        "De sleutelbos van deze computer kent dit gegevensbestand niet.",
        "This computer's keyring does not know this workspace.",
    ),
    Text("Open het met de wachtzin.", "Open it with the passphrase."),
)
