"""People have one name and one password, on the web and in the database; nobody has a given one."""

from __future__ import annotations

import psycopg
import pytest

from sip.errors import UsageError
from sip.people import keys, names, passwords, register, roles
from tests.account.conftest import PASSWORD
from tests.conftest import Project

pytestmark = pytest.mark.database


def log_in(office: Project, name: str, password: str = PASSWORD) -> psycopg.Connection:
    settings = office.settings
    return psycopg.connect(
        host=str(settings.run), dbname=settings.database, user=name, password=password
    )


def test_a_person_logs_in_to_the_database_with_a_password_and_nobody_else_does(
    office: Project, anna: str
) -> None:
    with log_in(office, anna) as connection:
        assert connection.execute("SELECT current_user").fetchone() == (anna,)
        assert connection.pgconn.used_password
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        log_in(office, anna, "cztery lipy nad Odrą")
    with roles.administrator(office.settings) as connection:
        register.disable(connection, anna)
    for role in (anna, names.personal(anna)):
        with pytest.raises(psycopg.OperationalError, match="not permitted to log in"):
            log_in(office, role)
    with roles.administrator(office.settings) as connection:
        register.enable(connection, anna)
    log_in(office, anna).close()


def test_the_login_for_personal_data_is_logged_statement_by_statement(
    office: Project, anna: str
) -> None:
    for role, logged in ((anna, "none"), (names.personal(anna), "all")):
        with log_in(office, role) as connection:
            assert connection.execute("SHOW log_statement").fetchone() == (logged,)


def test_the_gateway_becomes_people_and_has_no_right_of_its_own(office: Project, anna: str) -> None:
    with psycopg.connect(office.settings.dsn("sip_gateway")) as connection:
        with pytest.raises(psycopg.errors.InsufficientPrivilege), connection.transaction():
            connection.execute("SELECT count(*) FROM town.permit")
        with pytest.raises(psycopg.errors.InsufficientPrivilege), connection.transaction():
            connection.execute("SET LOCAL ROLE sip_owner")
        connection.execute(f'SET LOCAL ROLE "{anna}"'.encode())
        with pytest.raises(psycopg.errors.InsufficientPrivilege), connection.transaction():
            connection.execute("SELECT hash FROM account.person")


def test_a_key_has_no_group_that_its_owner_has_not(office: Project, anna: str) -> None:
    with roles.administrator(office.settings) as connection:
        with pytest.raises(UsageError, match="steward"):
            keys.make(connection, anna, title="", scope="read", groups=["steward"],
                      lasts=keys.period("90d"))  # fmt: skip
        role, secret = keys.make(connection, anna, title="Sensor", scope="read",
                                 groups=["urbanist"], lasts=keys.period("90d"))  # fmt: skip
        assert roles.groups_of(connection, role) == {"urbanist"}
        register.add(connection, office.load(), anna, groups=["viewer"])
        assert roles.groups_of(connection, role) == set(), "nor one that its owner had once"
        assert register.person(connection, anna).title == "Anna Żak"
        stored = connection.execute("SELECT k::text FROM account.key AS k").fetchall()
    assert secret not in str(stored)


@pytest.mark.parametrize("name", ["sip_owner", "pg_x", "anna.personal", "anna.key1", "Anna", "a b"])
def test_names_that_are_ours_are_refused(name: str) -> None:
    with pytest.raises(UsageError, match="cannot be the name"):
        names.check(name)


@pytest.mark.parametrize("weak", ["short", "aaaaaaaaaaaaaaaaa", "annanowak12345", "Password123456"])
def test_weak_passwords_are_refused(weak: str) -> None:
    with pytest.raises(UsageError):
        passwords.checked(weak, name="annanowak")
