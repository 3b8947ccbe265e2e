"""A small town: a point, a line, a surface and a raster layer; its files and its rows."""

X, Y = 7_500_000.0, 5_640_000.0
"""South-west corner of the town in EPSG:2178: a square of 1000 m."""

FILES = {
    "layers/_project.yaml": """
title: {pl: Miasteczko, en: Small town}
abstract: {pl: "Dla prób <&>.", en: For tests.}
contact: {organisation: {pl: Urząd, en: Office}, email: office@town.invalid}
extent: {west: 20.9, south: 50.8, east: 21.1, north: 50.9}
""",
    "layers/town/_theme.yaml": """
title: {pl: Miasto, en: Town}
abstract: {pl: Wszystko., en: All of it.}
order: 1
layers: [lamp, road, zone, photo, height, secret]
""",
    "layers/town/codes/lamp_kind.yaml": """
title: {pl: Rodzaj lampy, en: Kind of lamp}
source: {status: ours}
values:
  - {code: "led", title: {pl: diodowa, en: diode}}
  - {code: "gas", title: {pl: gazowa, en: gas}}
""",
    "layers/town/lamp.yaml": """
title: {pl: Lampy, en: Lamps}
abstract: {pl: Lampy uliczne., en: Street lamps.}
geometry: Point
fields:
  kind: {type: text, title: {pl: Rodzaj, en: Kind}, codes: lamp_kind}
  height_m: {type: number, title: {pl: Wysokość, en: Height}, unit: m}
  lit: {type: boolean, title: {pl: Świeci, en: Lit}}
  keeper: {type: text, title: {pl: Opiekun, en: Keeper}, personal: true}
""",
    "styles/town/lamp.yaml": """
kind: categorised
field: kind
classes:
  - {values: [led], symbol: {fill: "#0000ff", size_px: 12}}
  - {values: [gas], symbol: {fill: "#ff0000", size_px: 12, marker: square}}
max_denominator: 25000
""",
    "layers/town/road.yaml": """
title: {pl: Drogi, en: Roads}
abstract: {pl: Drogi., en: Roads.}
geometry: LineString
fields:
  name: {type: text, title: {pl: Nazwa, en: Name}}
""",
    "layers/town/zone.yaml": """
title: {pl: Strefy, en: Zones}
abstract: {pl: Strefy., en: Zones.}
geometry: Polygon
fields:
  share_pct: {type: number, title: {pl: Udział, en: Share}, unit: pct}
""",
    "styles/town/zone.yaml": """
kind: graduated
field: share_pct
classes:
  - {min: 0, max: 50, title: {pl: mało, en: little}, symbol: {fill: "#00ff00"}}
  - {min: 50, title: {pl: dużo, en: much}, symbol: {fill: "#ffff00", hatch: {colour: "#000000"}}}
other: {fill: "#808080"}
""",
    "layers/town/photo.yaml": """
title: {pl: Zdjęcia, en: Photographs}
abstract: {pl: Zdjęcia., en: Photographs.}
raster:
  files:
    - {file: photo_2019.tif, year: 2019}
    - {file: photo_2023.tif, year: 2023}
""",
    "layers/town/height.yaml": """
title: {pl: Wysokości, en: Heights}
abstract: {pl: Wysokości., en: Heights.}
raster: {kind: grid, unit: m, files: [{file: height.tif}]}
""",
    "styles/town/height.yaml": """
kind: graduated
field: value
classes:
  - {max: 200, title: {pl: nisko, en: low}, symbol: {fill: "#003366"}}
  - {min: 200, max: 250.5, title: {pl: średnio, en: middle}, symbol: {fill: "#88aa77"}}
  - {min: 250.5, title: {pl: wysoko, en: high}, symbol: {fill: "#ffffee"}}
""",
    "layers/town/secret.yaml": """
title: {pl: Tajne, en: Secret}
abstract: {pl: Tajne., en: Secret.}
geometry: Point
access: internal
fields:
  name: {type: text, title: {pl: Nazwa, en: Name}}
""",
}

ROWS = f"""
INSERT INTO town.lamp (id, kind, height_m, lit, geom) VALUES
    (1, 'led', 4.5, true, ST_SetSRID(ST_MakePoint({X} + 250, {Y} + 250), 2178)),
    (2, 'gas', NULL, false, ST_SetSRID(ST_MakePoint({X} + 750, {Y} + 750), 2178));
INSERT INTO town.road (id, name, geom) VALUES
    (1, 'Długa <&>', ST_SetSRID(ST_MakeLine(ST_MakePoint({X}, {Y}),
                                            ST_MakePoint({X} + 1000, {Y} + 1000)), 2178));
INSERT INTO town.zone (id, share_pct, geom) VALUES
    (1, 10, ST_MakeEnvelope({X}, {Y}, {X} + 300, {Y} + 1000, 2178)),
    (2, 60, ST_MakeEnvelope({X} + 300, {Y}, {X} + 700, {Y} + 1000, 2178)),
    (3, NULL, ST_MakeEnvelope({X} + 700, {Y}, {X} + 1000, {Y} + 1000, 2178));
"""
