"""A town whose registers say something of a plot of 40 by 40 metres, all of it known by heart."""

from __future__ import annotations

from tests.portal.town import FILES as TOWN
from tests.portal.town import X, Y

PLOT = "266101_1.0012.140/1"
"""Its south-western corner is 0 m east and 200 m north of the town's."""
EMPTY_PLOT = "266101_1.0013.149/1"

_REPORT = """
    layer: parcel
    key: parcel_id
    title: {pl: Raport o działce, en: Report of a parcel}
    notice: {pl: Nie jest wypisem., en: No formal extract.}
    fields: [parcel_no, area_m2]
    place: [precinct]
    topics:
      plan:
        title: {pl: Plan, en: Plan}
        applies: {pl: Jest plan., en: There is a plan.}
        absent: {pl: Planu nie ma., en: There is no plan.}
        uncovered: {pl: poza planem, en: outside of the plan}
      nature:
        title: {pl: Przyroda, en: Nature}
        applies: {pl: Blisko są drzewa., en: Trees are near.}
        absent: {pl: Drzew nie ma., en: There are no trees.}
      flood:
        title: {pl: Powódź, en: Flood}
        applies: {pl: Zalewa., en: It floods.}
        absent: {pl: Nie zalewa., en: It does not flood.}
      case:
        title: {pl: Sprawy, en: Cases}
        applies: {pl: Jest sprawa., en: There is a case.}
        absent: {pl: Nie ma spraw., en: There are no cases.}
    says: {valid_from: {pl: "od {value}", en: "since {value}"}}
    map: [street, plan_zone, parcel, tree]
    """
_PLAN_ZONE = """
        title: {pl: Strefy planistyczne, en: Planning zones}
        abstract: {pl: Strefy planu ogólnego., en: Zones of the general plan.}
        geometry: Polygon
        fields:
          designation: {type: text, title: {pl: Oznaczenie, en: Designation}}
          act: {type: text, title: {pl: Akt, en: Act}, unique: true}
          valid_from: {type: date, title: {pl: Obowiązuje od, en: In force from}}
          valid_to: {type: date, title: {pl: Obowiązuje do, en: In force until}}
          author_name: {type: text, title: {pl: Autor, en: Author}, personal: true}
        name_field: designation
        search: [designation]
        report:
          - {topic: plan, shares: true, fields: [valid_from, author_name], linked: {paper: [link]}}
        """
_PAPER = """
        title: {pl: Dokumenty, en: Documents}
        abstract: {pl: Uchwały., en: Resolutions.}
        fields:
          name: {type: text, title: {pl: Nazwa, en: Name}}
          link: {type: text, title: {pl: Łącze, en: Link}}
          act: {type: text, title: {pl: Akt, en: Act}}
        name_field: name
        relations: [{field: act, to: plan_zone, to_field: act}]
        """
_FLOOD = """
        title: {pl: Zalewy, en: Floods}
        abstract: {pl: Zasięg wody., en: Extent of water.}
        geometry: Polygon
        fields:
          river: {type: text, title: {pl: Rzeka, en: River}}
        report:
          - {topic: flood, covers: {layer: precinct, where: "name = 'Zdrój'"}}
        """
FILES = {
    **TOWN,
    "layers/_report.yaml": _REPORT,
    "layers/planning/plan_zone.yaml": _PLAN_ZONE,
    "layers/planning/paper.yaml": _PAPER,
    "layers/land/flood.yaml": _FLOOD,
    "layers/greenery/tree.yaml": TOWN["layers/greenery/tree.yaml"]
    + "report: [{topic: nature, within_m: 30, fields: [health]}]\n",
    "layers/planning/secret.yaml": TOWN["layers/planning/secret.yaml"]
    + "report: [{topic: case, within_m: 5000, fields: [applicant]}]\n"
    + "        rights: {read: [viewer]}\n",
}
ROWS = f"""
    INSERT INTO planning.plan_zone (designation, act, valid_from, valid_to, author_name, geom)
    VALUES
        ('2SU', 'a', '2021-01-01', NULL, 'Jan Kowalski',
            ST_MakeEnvelope({X} - 50, {Y} + 150, {X} + 30, {Y} + 250, 2178)),
        ('1SO', 'b', '2010-01-01', '2020-12-31', 'Jan Kowalski',
            ST_MakeEnvelope({X} - 50, {Y} + 150, {X} + 90, {Y} + 250, 2178)),
        ('3SK', 'c', '2021-01-01', NULL, 'Jan Kowalski',
            ST_MakeEnvelope({X} - 50, {Y} + 240, {X} + 90, {Y} + 300, 2178));
    INSERT INTO planning.paper (name, link, act) VALUES
        ('Uchwała 7', 'https://town.invalid/7', 'a'), ('Uchwała 8', 'https://town.invalid/8', 'c');
    INSERT INTO land.flood (river, geom)
        VALUES ('Nida', ST_MakeEnvelope({X} + 5000, {Y}, {X} + 6000, {Y} + 10, 2178));
"""
"""Beside the rows of every town: a zone on three quarters of the plot, one that is over, one that
only touches it."""
