"""A town small enough to know by heart, and all that a portal must show of it."""

from __future__ import annotations

X, Y = 7_473_000, 5_638_000
"""South-western corner of the town, EPSG:2178, east and north."""

FILES = {
    "layers/_project.yaml": """
        title: {pl: Geoportal Próbowa, en: Geoportal of Trialtown}
        abstract: {pl: Rejestry miasta na potrzeby prób., en: Registers of a town for trials.}
        contact:
          organisation: {pl: Urząd Miasta, en: Town hall}
          email: office@town.invalid
        synthetic: true
        extent: {west: 20.60, south: 50.86, east: 20.66, north: 50.90}
        base_maps: [parcel, street]
        """,
    "layers/land/_theme.yaml": """
        title: {pl: Grunty i adresy, en: Land and addresses}
        abstract: {pl: Granice i punkty., en: Boundaries and points.}
        order: 1
        layers: [address, street, parcel, precinct]
        metadata: {update_rhythm: weekly, lineage: {pl: Z pomiaru., en: Surveyed.}}
        """,
    "layers/land/precinct.yaml": """
        title: {pl: Obręby, en: Precincts}
        abstract: {pl: Obręby ewidencyjne., en: Cadastral precincts.}
        geometry: Polygon
        fields:
          name: {type: text, title: {pl: Nazwa, en: Name}, required: true}
          precinct_id: {type: text, title: {pl: Identyfikator, en: Identifier}, unique: true}
        name_field: name
        search: [name, precinct_id]
        """,
    "layers/land/parcel.yaml": """
        title: {pl: Działki, en: Parcels}
        abstract: {pl: Działki ewidencyjne., en: Cadastral parcels.}
        geometry: Polygon
        fields:
          parcel_id: {type: text, title: {pl: Identyfikator, en: Identifier}, unique: true}
          parcel_no: {type: text, title: {pl: Numer, en: Number}}
          precinct_id: {type: text, title: {pl: Obręb, en: Precinct}}
          area_m2: {type: number, title: {pl: Powierzchnia, en: Area}, unit: m2}
        name_field: parcel_id
        relations: [{field: precinct_id, to: precinct, to_field: precinct_id}]
        search: [parcel_id, parcel_no]
        zoom: {min: 12, max: 22}
        """,
    "layers/land/street.yaml": """
        title: {pl: Ulice, en: Streets}
        abstract: {pl: Osie ulic., en: Centre lines of streets.}
        geometry: LineString
        fields:
          name: {type: text, title: {pl: Nazwa, en: Name}}
        name_field: name
        search: [name]
        """,
    "layers/land/address.yaml": """
        title: {pl: Adresy, en: Addresses}
        abstract: {pl: Punkty adresowe., en: Address points.}
        geometry: Point
        fields:
          full_text: {type: text, title: {pl: Adres, en: Address}}
        name_field: full_text
        search: [full_text]
        """,
    "layers/greenery/_theme.yaml": """
        title: {pl: Zieleń, en: Greenery}
        abstract: {pl: Drzewa i przeglądy., en: Trees and inspections.}
        order: 2
        """,
    "layers/greenery/codes/health.yaml": """
        title: {pl: Stan, en: Health}
        source: {status: ours}
        values:
          - {code: "1", title: {pl: dobry, en: good}}
          - {code: "2", title: {pl: zły, en: poor}}
        """,
    "layers/greenery/tree.yaml": """
        title: {pl: Drzewa, en: Trees}
        abstract: {pl: Drzewa przy ulicach., en: Trees along the streets.}
        geometry: Point
        visible: true
        fields:
          inventory_no: {type: text, title: {pl: Nr inwentarzowy, en: Inventory number}}
          height_m: {type: number, title: {pl: Wysokość, en: Height}, unit: m}
          health: {type: text, title: {pl: Stan, en: Health}, codes: health}
          planter: {type: text, title: {pl: Posadził, en: Planted by}, personal: true}
        name_field: inventory_no
        search: [inventory_no]
        """,
    "styles/greenery/tree.yaml": """
        kind: categorised
        field: health
        classes:
          - {values: ["1"], symbol: {fill: "#009e73", stroke: "#ffffff", size_px: 14}}
          - values: ["2"]
            symbol: {fill: "#d55e00", stroke: "#ffffff", size_px: 14, marker: square}
        """,
    "layers/greenery/tree_check.yaml": """
        title: {pl: Przeglądy drzew, en: Tree inspections}
        abstract: {pl: Tabela bez mapy., en: A table without a map.}
        fields:
          done_on: {type: date, title: {pl: Dzień, en: Day}}
        """,
    "layers/planning/_theme.yaml": """
        title: {pl: Planowanie, en: Planning}
        abstract: {pl: Plany., en: Plans.}
        order: 3
        """,
    "layers/planning/plan_zone.yaml": """
        title: {pl: Strefy planistyczne, en: Planning zones}
        abstract: {pl: Strefy planu ogólnego., en: Zones of the general plan.}
        geometry: Polygon
        fields:
          designation: {type: text, title: {pl: Oznaczenie, en: Designation}}
          valid_from: {type: date, title: {pl: Obowiązuje od, en: In force from}}
          valid_to: {type: date, title: {pl: Obowiązuje do, en: In force until}}
        name_field: designation
        search: [designation]
        """,
    "styles/planning/plan_zone.yaml": """
        kind: simple
        symbol:
          fill: "#ffe066"
          fill_opacity: 0.5
          stroke: "#7a5c00"
          hatch: {colour: "#7a5c00", angle_deg: 45, spacing_px: 8}
        """,
    "layers/planning/secret.yaml": """
        title: {pl: Sprawy w toku, en: Pending cases}
        abstract: {pl: Nie dla wszystkich., en: Not for everybody.}
        access: restricted
        geometry: Point
        fields:
          applicant: {type: text, title: {pl: Wnioskodawca, en: Applicant}}
        search: [applicant]
        """,
    "layers/planning/outside.yaml": """
        title: {pl: Mapa zewnętrzna, en: Outside map}
        abstract: {pl: Cudza usługa., en: Somebody else's service.}
        external:
          type: wms
          url: https://maps.outside.invalid/wms
          layers: [base]
          attribution: {pl: Inny urząd, en: Another office}
        """,
}

ROWS = f"""
    INSERT INTO land.precinct (name, precinct_id, geom) VALUES
        ('Łąkowa Góra', '266101_1.0012', ST_MakeEnvelope({X}, {Y}, {X} + 1000, {Y} + 1000, 2178)),
        ('Zdrój', '266101_1.0013', ST_MakeEnvelope({X} + 1000, {Y}, {X} + 2000, {Y} + 1000, 2178));
    INSERT INTO land.parcel (parcel_id, parcel_no, precinct_id, area_m2, geom)
    SELECT precinct || '.' || number || '/1', number || '/1', precinct, 1600,
        ST_MakeEnvelope(x, y, x + 40, y + 40, 2178)
    FROM (VALUES ('266101_1.0012', {X}), ('266101_1.0013', {X} + 1000)) AS p(precinct, west),
        generate_series(100, 149) AS number,
        LATERAL (SELECT west + number % 10 * 50 AS x, {Y} + (number - 100) / 10 * 50 AS y) AS at;
    INSERT INTO land.street (name, geom)
    SELECT name, ST_MakeLine(ST_SetSRID(ST_MakePoint({X}, {Y} + 300 * n), 2178),
        ST_SetSRID(ST_MakePoint({X} + 2000, {Y} + 300 * n), 2178))
    FROM (VALUES ('ul. Żeromskiego', 1), ('ul. Sienkiewicza', 2), ('ul. Źródłowa', 3))
        AS s(name, n);
    INSERT INTO land.address (full_text, geom)
    SELECT name || ' ' || number,
        ST_SetSRID(ST_MakePoint({X} + 40 * number, {Y} + 300 * n + 12), 2178)
    FROM (VALUES ('Stefana Żeromskiego', 1), ('Henryka Sienkiewicza', 2), ('Źródłowa', 3))
        AS s(name, n), generate_series(1, 40) AS number;
    INSERT INTO greenery.tree (inventory_no, height_m, health, planter, geom)
    SELECT 'D-' || n, 5 + n * 0.25, (n % 2 + 1)::text, 'Jan Kowalski',
        ST_SetSRID(ST_MakePoint({X} + 30 * n, {Y} + 500), 2178)
    FROM generate_series(1, 60) AS n;
    INSERT INTO greenery.tree_check (done_on)
        SELECT date '2024-01-01' + n FROM generate_series(1, 3) n;
    INSERT INTO planning.plan_zone (designation, valid_from, geom) VALUES
        ('1SW', '2020-05-01', ST_MakeEnvelope({X} + 100, {Y} + 400, {X} + 900, {Y} + 800, 2178));
    INSERT INTO planning.secret (applicant, geom) VALUES
        ('Sienkiewicz', ST_SetSRID(ST_MakePoint({X}, {Y}), 2178));
"""
