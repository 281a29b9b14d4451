"""What every test shares: a screen in memory, folders and a keyring that are nobody's, and a real PostgreSQL."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.network import blocked
from tests.postgres_server import PostgresServer, running_server

# All of this must stand before Qt or the program is imported.
_HOME = Path(tempfile.mkdtemp(prefix="assessor-tests-"))
_HOME.chmod(0o700)
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["XDG_RUNTIME_DIR"] = str(_HOME)
for _name in ("CACHE", "CONFIG", "DATA", "STATE"):
    os.environ[f"XDG_{_name}_HOME"] = str(_HOME / _name.lower())
for _name in ("DATA", "CONFIG"):
    os.environ[f"ASSESSOR_USER_{_name}"] = str(_HOME / _name.lower() / "assessor")
# A machine without a keyring: the tests never ask the keyring of the person who runs them.
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

# Times belong to benchmarks/, so no profile has a deadline.
settings.register_profile("default", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
# Each of hundreds of changes to the program is tried on these few examples.
settings.register_profile("mutants", deadline=None, derandomize=True, database=None, max_examples=25)
settings.register_profile("thorough", deadline=None, max_examples=2_000, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if os.environ.get("CI") else "default"))


def pytest_unconfigure() -> None:
    shutil.rmtree(_HOME, ignore_errors=True)


@pytest.fixture
def no_network() -> Iterator[None]:
    """No internet socket and no name look-up while the test runs."""
    with blocked():
        yield


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """One PostgreSQL for all tests of this process."""
    with running_server() as server:
        yield server


@pytest.fixture
def postgres_url(postgres_server: PostgresServer) -> Iterator[str]:
    """The SQLAlchemy URL of an empty PostgreSQL database that only this test uses."""
    with postgres_server.database() as url:
        yield url
