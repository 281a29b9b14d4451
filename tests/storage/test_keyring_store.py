"""Only a keyring of the operating system is trusted; without one the program says so."""

import keyring
import keyring.backend
import keyring.errors
import pytest
from keyring.backends import chainer, null

from assessor.domain.errors import KnownError
from assessor.storage.keyring_store import SERVICE, SystemKeyring, system_keyring


class InMemory(keyring.backend.KeyringBackend):
    """A keyring of the kind that the system offers, which forgets everything at the end."""

    priority = 5

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}
        self.locked = False

    def get_password(self, service: str, username: str) -> str | None:
        self._open()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._open()
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._open()
        if (service, username) not in self.kept:
            raise keyring.errors.PasswordDeleteError("none")
        del self.kept[service, username]

    def _open(self) -> None:
        if self.locked:
            raise keyring.errors.KeyringLocked("locked")


@pytest.fixture
def chosen(monkeypatch: pytest.MonkeyPatch):
    before = keyring.get_keyring()
    yield keyring.set_keyring
    keyring.set_keyring(before)


def test_a_key_goes_in_and_comes_out() -> None:
    backend = InMemory()
    ring = SystemKeyring(backend)
    assert ring.get("w") is None
    ring.put("w", bytes(range(32)))
    assert ring.get("w") == bytes(range(32))
    ring.forget("w")
    ring.forget("w")
    assert ring.get("w") is None


def test_what_somebody_else_put_there_is_no_key() -> None:
    backend = InMemory()
    backend.kept[SERVICE, "w"] = "geen sleutel!"
    assert SystemKeyring(backend).get("w") is None


def test_a_locked_keyring_is_named_plainly() -> None:
    backend = InMemory()
    backend.locked = True
    ring = SystemKeyring(backend)
    for attempt in (lambda: ring.get("w"), lambda: ring.put("w", b"k"), lambda: ring.forget("w")):
        with pytest.raises(KnownError, match="keyring-refused"):
            attempt()


def test_a_computer_without_keyring_asks_the_passphrase() -> None:
    with pytest.raises(KnownError, match="keyring-missing") as refusal:
        system_keyring()
    assert "wachtzin" in refusal.value.say("nl")


def test_an_unknown_or_clear_text_backend_is_never_used(chosen) -> None:
    for backend in (InMemory(), null.Keyring()):
        chosen(backend)
        with pytest.raises(KnownError, match="keyring-missing"):
            system_keyring()


def test_the_systems_own_keyring_is_used_also_behind_a_chain(chosen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(InMemory, "__module__", "keyring.backends.SecretService")
    trusted, chain = InMemory(), chainer.ChainerBackend()
    monkeypatch.setattr(chainer.ChainerBackend, "backends", [null.Keyring(), trusted])
    for backend in (trusted, chain):
        chosen(backend)
        system_keyring().put("w", b"k" * 32)
    assert trusted.kept
