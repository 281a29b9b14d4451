"""The parts that all tests share do what the other tests count on."""

import socket
from pathlib import Path

import pytest
import sqlalchemy as sa

from tests.network import NetworkUsedError


@pytest.mark.postgres
def test_each_test_has_a_postgres_database_of_its_own(postgres_server):
    with postgres_server.database() as first, postgres_server.database() as second:
        for url in (first, second):
            engine = sa.create_engine(url)
            with engine.begin() as connection:
                assert sa.inspect(connection).get_table_names() == []
                connection.execute(sa.text("CREATE TABLE dossier (id integer)"))
            engine.dispose()


@pytest.mark.postgres
def test_postgres_speaks_the_language_of_the_names_it_keeps(postgres_url):
    engine = sa.create_engine(postgres_url)
    with engine.connect() as connection:
        assert connection.scalar(sa.text("SELECT :name"), {"name": "André Łukasz Ş – “x”"}) == "André Łukasz Ş – “x”"
        assert connection.scalar(sa.text("SHOW server_encoding")) == "UTF8"
    engine.dispose()


def test_a_connection_is_refused_inside_the_wall(no_network):
    with pytest.raises(NetworkUsedError):
        socket.create_connection(("127.0.0.1", 9))
    with pytest.raises(NetworkUsedError):
        socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="Windows reaches its keyring without Unix sockets")
def test_the_screen_and_the_keyring_stay_reachable_inside_the_wall(no_network, tmp_path):
    near, far = socket.socketpair()
    near.sendall(b"Opgeslagen")
    assert far.recv(32) == b"Opgeslagen"
    near.close()
    far.close()


def test_outside_the_wall_sockets_work_again():
    with socket.socket() as probe:
        assert probe.family == socket.AF_INET


def test_the_user_who_runs_the_tests_keeps_folders_and_keyring_untouched(monkeypatch):
    import keyring
    from keyring.errors import NoKeyringError
    from PySide6.QtCore import QStandardPaths

    place = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation))
    assert Path.home() not in place.parents
    with pytest.raises(NoKeyringError):
        keyring.get_password("assessor", "workspace")
