"""Looks within a GeoPackage: the table `layer_styles`, from which QGIS takes its default style."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from sip.styling import qml
from sip.styling.legend import Legend
from sip.text import Language

_TABLE = """
CREATE TABLE IF NOT EXISTS layer_styles (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256),
    f_table_schema TEXT(256), f_table_name TEXT(256), f_geometry_column TEXT(256),
    styleName TEXT(30), styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN, description TEXT,
    owner TEXT(30), ui TEXT(30), update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now'))
)
"""
_CONTENT = """
INSERT OR IGNORE INTO gpkg_contents (table_name, data_type, identifier, srs_id)
VALUES ('layer_styles', 'attributes', 'layer_styles', 0)
"""
_STYLE = """
INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column,
    styleName, styleQML, styleSLD, useAsDefault, description, owner)
SELECT '', '', table_name, column_name, ?, ?, '', 1, '', ''
FROM gpkg_geometry_columns WHERE table_name = ?
"""


def embed(file: Path, legends: Mapping[str, Legend], language: Language) -> None:
    """Give tables of a GeoPackage their looks.

    Args:
        file: The GeoPackage.
        legends: By the name of the table.
        language: Of the titles.
    """
    if not legends:
        return
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute(_TABLE)
        connection.execute(_CONTENT)
        for name, legend in legends.items():
            said = qml.document(legend, language).decode()
            connection.execute(_STYLE, (legend.title[language][:30], said, name))
