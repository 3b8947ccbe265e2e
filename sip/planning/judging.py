"""The validator of files over the acts that are worked on: what it says stands in the database.

An act under way is written as a file that nobody keeps, and checked by all rules, whenever it or
what belongs to it was changed. QGIS shows the findings (`sip/database/sql/act_finding.sql`).
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import psycopg

from sip.errors import SipError
from sip.planning import checking, exporting
from sip.planning.exporting import Wish
from sip.planning.feature import Feature
from sip.planning.findings import Finding
from sip.planning.rules import RuleBook
from sip.planning.types import schemas

type Connection = psycopg.Connection[Any]
_SQL = Path(__file__).with_name("sql")


def due(connection: Connection) -> list[tuple[str, str]]:
    """Return the acts under way that were changed since they were judged, with their marks.

    Each is judged again after an hour, since a document of an act is not counted as a part of it.
    """
    return connection.execute((_SQL / "acts_to_judge.sql").read_bytes()).fetchall()


def judge(
    connection: Connection, act: str, mark: str, book: RuleBook, storage_crs: int, *schema: Path
) -> Sequence[Finding]:
    """Judge an act, and write down what is found.

    Args:
        connection: Of the owner of the tables; it is committed.
        act: Its identifier.
        mark: Of the state that is judged, from `due`.
        book: The rules.
        storage_crs: EPSG code of the rows.
        schema: Folders of the ministry's XSD files.
    """
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "act.gml"
        wish = Wish(acts=[act], crs=storage_crs if storage_crs in exporting.CRS else 2180)
        try:
            exporting.export(connection, file, wish, book, storage_crs)
            report, datasets = checking.checked([file], book, *schema)
            findings, read = report.findings, [one for each in datasets for one in each.features]
        except SipError as error:
            findings, read = (checking.said_of_file(book, "F01", act, reason=str(error)),), []
    known = {one.label: one for one in read}
    connection.execute("DELETE FROM sip.act_judged WHERE act = %s", [act])
    connection.execute("INSERT INTO sip.act_judged (act, mark) VALUES (%s, %s)", [act, mark])
    with connection.cursor() as cursor:
        statement = (_SQL / "act_finding.sql").read_bytes()
        rows = [_row(act, one, known.get(one.object), storage_crs) for one in findings]
        cursor.executemany(statement, rows)
    connection.commit()
    return findings


def _row(act: str, finding: Finding, about: Feature | None, storage_crs: int) -> dict[str, Any]:
    flag = " [memory]" if finding.source == "memory" else ""
    return {
        "act": act,
        "layer": schemas().types[about.name].layer if about else "",
        "rule": finding.rule,
        "severity": finding.severity,
        "object": (about.local_id if about else "") or finding.object,
        "pl": f"{finding.message.pl}. {finding.advice.pl}",
        "en": f"{finding.message.en}. {finding.advice.en}",
        "law": f"{finding.law}{flag}",
        "place": json.dumps(finding.geometry) if finding.geometry else None,
        "crs": storage_crs,
    }
