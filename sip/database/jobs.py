"""The tables of jobs and their queue, and who may run which process."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from procrastinate.schema import SchemaManager
from sqlalchemy import Connection, text

from sip.catalogue import Catalogue
from sip.database import present
from sip.database.roles import role
from sip.database.steps import Phase, Step, execute
from sip.database.tables import literal
from sip.errors import ProjectError
from sip.jobs import process
from sip.rights import STEWARDS

SCHEMAS = QUEUE, JOB = "queue", "job"
_SQL = Path(__file__).parent / "sql" / "job.sql"
_DECLARED = """
SELECT p.id, p.lane, p.longest_s, r.role
FROM job.process AS p LEFT JOIN job.permission AS r ON r.process = p.id
"""


def base() -> Iterator[tuple[str, str]]:
    """Yield the schemas with the SQL that makes them.

    The queue is dropped before it is made anew, for another version of procrastinate: it follows
    from the jobs, and workers take up what is not in it.
    """
    yield (
        QUEUE,
        f"DROP SCHEMA IF EXISTS {QUEUE} CASCADE; CREATE SCHEMA {QUEUE};\n"
        f"SET LOCAL search_path TO {QUEUE};\n"
        f"{SchemaManager.get_schema()}\nSET LOCAL search_path TO DEFAULT;",
    )
    yield JOB, _SQL.read_text()


def permissions(
    catalogue: Catalogue, connection: Connection, now: present.Present
) -> Iterator[Step]:
    """Bring the table of processes, and of groups that may run them, to what is declared.

    Raises:
        ProjectError: A group runs a process that is not there.
    """
    known = process.every()
    wanted = {(name, one.process.lane, one.process.longest_s) for name, one in known.items()}
    allowed = {(name, role(group)) for name, group in _allowed(catalogue, known)}
    has_table = (JOB, "process") in now.relations
    rows = connection.execute(text(_DECLARED)).all() if has_table else []
    if {tuple(row[:3]) for row in rows} == wanted and {
        (row.id, row.role) for row in rows if row.role
    } == allowed:
        return
    processes = ", ".join(
        f"({literal(name)}, {literal(lane)}, {longest_s})" for name, lane, longest_s in wanted
    )
    pairs = ", ".join(f"({literal(name)}, {literal(who)})" for name, who in sorted(allowed))
    operations = [execute("DELETE FROM job.process")]
    if wanted:
        operations.append(execute(f"INSERT INTO job.process VALUES {processes}"))
    if allowed:
        operations.append(execute(f"INSERT INTO job.permission VALUES {pairs}"))
    yield Step(Phase.GRANTS, "write who may run which process", operations)


def _allowed(catalogue: Catalogue, known: process.Processes) -> Iterator[tuple[str, str]]:
    """Yield who may run what as a job; data stewards may run everything."""
    for name in known:
        yield name, STEWARDS
    for group, said in catalogue.groups.items():
        for name in said.runs:
            if name not in known:
                raise ProjectError(
                    f'layers/_groups.yaml: groups.{group}.runs: there is no process "{name}"'
                    f" ({', '.join(known)})"
                )
            yield name, group
