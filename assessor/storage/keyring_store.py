"""The keyring of the operating system, and only that: an unknown or clear-text backend is never used."""

from __future__ import annotations

import base64
import binascii
from typing import TYPE_CHECKING

from assessor.domain.errors import KnownError
from assessor.domain.text import Text, same
from assessor.storage.keys import KeyringPort

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "Assessor"

_TRUSTED = {
    "keyring.backends.SecretService": "Secret Service",
    "keyring.backends.libsecret": "libsecret",
    "keyring.backends.kwallet": "KWallet",
    "keyring.backends.Windows": "Windows",
    "keyring.backends.macOS": "macOS",
}
"""Modules of backends that keep secrets encrypted under the user's login."""


class SystemKeyring:
    """Keys of workspaces in the keyring of the operating system."""

    def __init__(self, backend: KeyringBackend) -> None:
        self._backend = backend

    def get(self, workspace_id: str) -> bytes | None:
        """The key that was kept, or None; KnownError ``keyring-refused`` when the keyring does not answer."""
        from keyring.errors import KeyringError

        try:
            letters = self._backend.get_password(SERVICE, workspace_id)
        except (KeyringError, OSError):
            raise _refused() from None
        try:
            return None if letters is None else base64.b64decode(letters, validate=True)
        except binascii.Error:
            return None

    def put(self, workspace_id: str, key: bytes) -> None:
        """Keep a key; KnownError ``keyring-refused`` when the keyring does not take it."""
        from keyring.errors import KeyringError

        try:
            self._backend.set_password(SERVICE, workspace_id, base64.b64encode(key).decode())
        except (KeyringError, OSError):
            raise _refused() from None

    def forget(self, workspace_id: str) -> None:
        """Take a key away; nothing happens when there is none."""
        from keyring.errors import KeyringError, PasswordDeleteError

        try:
            self._backend.delete_password(SERVICE, workspace_id)
        except PasswordDeleteError:
            return
        except (KeyringError, OSError):
            raise _refused() from None


def system_keyring() -> KeyringPort:
    """The keyring of this computer.

    Raises KnownError ``keyring-missing`` when there is none that can be trusted: then the passphrase is asked at start.
    """
    import keyring
    from keyring.errors import KeyringError

    try:
        chosen = keyring.get_keyring()
        for backend in getattr(chosen, "backends", [chosen]):
            if type(backend).__module__ in _TRUSTED:
                return SystemKeyring(backend)
    except (KeyringError, OSError):
        pass
    raise _missing()


def _missing() -> KnownError:
    return KnownError(
        "keyring-missing",
        Text(
            "Deze computer heeft geen sleutelbos die Assessor vertrouwt ({names}).",
            "This computer has no keyring that Assessor trusts ({names}).",
        ).fill(names=same(", ".join(_TRUSTED.values()))),
        Text(
            "De wachtzin wordt daarom bij elke start gevraagd; er wordt niets onversleuteld bewaard.",
            "So the passphrase is asked at every start; nothing is kept unencrypted.",
        ),
    )


def _refused() -> KnownError:
    return KnownError(
        "keyring-refused",
        Text("De sleutelbos van deze computer geeft geen toegang.", "This computer's keyring gives no access."),
        Text(
            "Ontgrendel de sleutelbos, of gebruik de wachtzin.",
            "Unlock the keyring, or use the passphrase.",
        ),
    )
