"""Records of data sets are of what the reader sees: a draft alone makes none."""

from __future__ import annotations

import asyncio

import asyncpg
import pytest

from sip import data_sets
from sip.database import migrate
from sip.links import Links
from sip.service import Context
from tests.conftest import Project

PLACE = """
geometry: Polygon
name_field: name
fields:
  name: {type: text, title: {pl: N, en: N}}
  code: {type: text, title: {pl: K, en: C}}
"""
ACT = """
geometry: Polygon
rights: {drafts: state = 'draft'}
data_sets: {by: space, kinds: kind, places: place, place_code: code, changed: changed}
fields:
  space: {type: text, title: {pl: Z, en: S}}
  state: {type: text, title: {pl: S, en: S}}
  changed: {type: timestamp, title: {pl: Z, en: C}}
"""
KIND = """
title: {pl: R, en: K}
source: {status: ours}
values: [{code: POG, title: {pl: Plan ogólny, en: General plan}}]
"""


@pytest.mark.database
def test_a_data_set_of_drafts_alone_has_no_record(project: Project) -> None:
    project.write("layers/town/codes/kind.yaml", KIND)
    project.declare("place", PLACE)
    project.declare("act", ACT)
    migrate.migrate(project.load(), project.settings)
    box = "ST_MakeEnvelope(7480000, 5620000, 7480100, 5620100, 2178)"
    project.sql(
        f"INSERT INTO town.place (name, code, geom) VALUES ('Dolina', '2604011', {box});"
        "INSERT INTO town.act (space, state, changed, geom) VALUES"
        f" ('A.1/260401-POG', 'law', '2026-01-02', {box}),"
        f" ('A.1/260401-POG', 'draft', '2026-05-02', ST_Translate({box}, 5000, 0)),"
        f" ('A.1/260402-POG', 'draft', '2026-05-02', {box})"
    )

    async def asked() -> list[data_sets.Record]:
        dsn = project.settings.dsn("sip_public")
        async with asyncpg.create_pool(dsn, min_size=0, max_size=1) as pool:
            now = Context(
                project.load(), project.settings, project.settings.project, pool, states={}
            )
            found = await data_sets.records(now, Links("http://town.invalid"))
            return [one for one in found if one.id.startswith("act.")]

    (one,) = asyncio.run(asked())
    assert one.id == "act.A.1_260401-POG"
    assert one.title.en == "General plan: Dolina (260401)"
    assert "objects: 1." in one.abstract.en
    assert one.date.isoformat() == "2026-01-02"
    assert one.extent.east - one.extent.west < 0.01
