"""Local plans: groups of blocks with the roads between them, and the land use they set."""

from __future__ import annotations

import datetime

import geopandas
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from geodata.demo.plan_identifiers import days_from, identified, namespaces
from geodata.world import EPSG, World

SYMBOLS = {
    "home": "MN", "cottage": "MN", "farm": "RM", "flats": "MW", "service": "U", "industry": "P",
    "green": "ZP", "field": "R", "meadow": "R", "forest": "ZL",
}  # fmt: skip
KPT = {"MN": "MN", "RM": "RZM", "MW": "MW", "U": "U", "UO": "UE", "P": "P", "ZP": "ZP", "R": "RN",
       "ZL": "L", "KDD": "K"}  # fmt: skip
HILUCS = {
    "MN": "5_1_PermanentResidentialUse",
    "MW": "5_1_PermanentResidentialUse",
    "RM": "5_2_ResidentialUseWithOtherCompatibleUses",
    "U": "3_TertiaryProduction",
    "UO": "3_3_2_EducationalServices",
    "P": "2_SecondaryProduction",
    "ZP": "3_4_4_OpenAirRecreationalAreas",
    "R": "1_1_Agriculture",
    "ZL": "1_2_Forestry",
    "KDD": "4_1_1_RoadTransport",
}
LIMITS = {"MN": (0.6, 30, 10, 40), "RM": (0.6, 35, 12, 30), "MW": (1.6, 40, 25, 30),
          "U": (1.2, 50, 15, 20), "UO": (1.0, 40, 15, 30), "P": (1.2, 60, 20, 15)}  # fmt: skip
"""Floor area ratio, coverage in percent, height in metres, biologically active share in percent."""
USES = {
    "MN": (
        "zabudowa mieszkaniowa jednorodzinna",
        "usługi nieuciążliwe do 30 % powierzchni budynku",
    ),
    "RM": ("zabudowa zagrodowa", "zabudowa mieszkaniowa jednorodzinna, agroturystyka"),
    "MW": ("zabudowa mieszkaniowa wielorodzinna", "usługi w parterach, zieleń, place zabaw"),
    "U": ("zabudowa usługowa", "mieszkania na wyższych kondygnacjach, zieleń, parkingi"),
    "UO": ("usługi oświaty", "obiekty sportowe, zieleń urządzona"),
    "P": ("obiekty produkcyjne, składy i magazyny", "biura i usługi związane z produkcją"),
    "ZP": ("zieleń urządzona", "ścieżki, place zabaw, mała architektura"),
    "R": ("grunty rolne", "drogi dojazdowe do pól; zakaz zabudowy"),
    "ZL": ("lasy", "ścieżki i miejsca odpoczynku; zakaz zabudowy"),
    "KDD": ("drogi publiczne klasy dojazdowej", "chodniki, zieleń przydrożna, sieci uzbrojenia"),
}
"""What a plan lets each symbol be used for: first of all, and besides."""
ROOFS = {
    "MN": "dachy dwuspadowe o nachyleniu 30–45°, kryte na czerwono",
    "RM": "dachy dwuspadowe o nachyleniu 30–45°",
    "MW": "dachy płaskie lub o nachyleniu do 25°",
}
PARKING = {
    "MN": "2 miejsca na dom",
    "RM": "2 miejsca na siedlisko",
    "MW": "1,2 miejsca na mieszkanie",
    "U": "3 miejsca na 100 m² powierzchni użytkowej",
    "UO": "2 miejsca na oddział",
    "P": "1 miejsce na 4 zatrudnionych",
}
REACH_M = 380.0
GAP_M = 24.0
"""Roads up to this width between two blocks of a plan belong to it."""
IN_CITY, ELSEWHERE = 26, 3
"""Plans wanted at full size in the city, and in each other gmina."""

USUAL = "miejscowyPlanZagospodarowaniaPrzestrzennego"
RARE_SINCE = datetime.date(2026, 2, 1)
"""Plans of rarer kinds are recent, since the law has known some for a few years only."""


def draw(
    world: World, rng: np.random.Generator
) -> tuple[geopandas.GeoDataFrame, geopandas.GeoDataFrame]:
    """Return acts of local plans and the areas that tile them."""
    acts, areas = [], []
    for gmina in range(len(world.gminas)):
        wanted = max(1, round(IN_CITY * world.scale)) if gmina == 0 else ELSEWHERE
        for number, (extent, uses) in enumerate(_extents(world, gmina, wanted, rng), 1):
            acts.append({"gmina": gmina, "number": number, "geometry": extent})
            areas.append(uses.assign(act=len(acts) - 1))
    frame = _described(geopandas.GeoDataFrame(acts, crs=EPSG), world, rng)
    return frame, _land_use(pd.concat(areas, ignore_index=True), frame)


def _extents(
    world: World, gmina: int, wanted: int, rng: np.random.Generator
) -> list[tuple[BaseGeometry, geopandas.GeoDataFrame]]:
    """Choose places in a gmina, and draw a plan around each that overlaps no other."""
    inside = world.precincts["gmina"].to_numpy()[world.blocks["precinct"]] == gmina
    usable = inside & (world.blocks["kind"] == "built").to_numpy()
    shapes = world.blocks.geometry.to_numpy()[usable]
    symbol = world.blocks["use"].map(SYMBOLS).to_numpy()[usable]
    spots = shapely.get_coordinates(shapely.point_on_surface(shapes))
    border = world.gminas.geometry.iloc[gmina]
    free = np.ones(len(shapes), dtype=bool)
    taken: BaseGeometry = shapely.Polygon()
    found: list[tuple[BaseGeometry, geopandas.GeoDataFrame]] = []
    for centre in rng.permutation(len(shapes))[: 4 * wanted]:
        near = np.hypot(*(spots - spots[centre]).T) < REACH_M
        if len(found) == wanted or not free[near].all():
            continue
        free &= np.hypot(*(spots - spots[centre]).T) > 2.2 * REACH_M
        grown = shapely.buffer(shapely.union_all(shapes[near]), GAP_M / 2, join_style="mitre")
        closed = shapely.buffer(grown, -GAP_M / 2, join_style="mitre")
        extent = shapely.difference(shapely.intersection(closed, border), taken)
        taken = shapely.union(taken, extent)
        found.append((extent, _tiles(extent, shapes[near], symbol[near])))
    return found


def _tiles(
    extent: BaseGeometry, blocks: NDArray[np.object_], symbol: NDArray[np.object_]
) -> geopandas.GeoDataFrame:
    """Divide a plan into its blocks, joined by symbol, and the roads left between them."""
    within = shapely.intersection(blocks, extent)
    joined = [shapely.union_all(within[symbol == one]) for one in np.unique(symbol)]
    roads = shapely.difference(extent, shapely.union_all(within))
    parts, index = shapely.get_parts(np.array([*joined, roads], dtype=object), return_index=True)
    real = (shapely.get_type_id(parts) == 3) & (shapely.area(parts) > 0.01)
    names = np.append(np.unique(symbol), "KDD")
    return geopandas.GeoDataFrame({"symbol": names[index][real]}, geometry=parts[real], crs=EPSG)


def _described(
    acts: geopandas.GeoDataFrame, world: World, rng: np.random.Generator
) -> geopandas.GeoDataFrame:
    spots = acts.representative_point()
    precinct = shapely.STRtree(world.precincts.geometry.to_numpy()).nearest(spots.to_numpy())
    place = world.precincts["name"].to_numpy()[precinct]
    count = len(acts)
    types = np.array(_types(count))
    since = days_from(datetime.date(2008, 3, 1), 6000, count, rng)
    since = [
        day if kind == USUAL else RARE_SINCE + datetime.timedelta(days=at)
        for at, (day, kind) in enumerate(zip(since, types, strict=True))
    ]
    obsolete = (rng.random(count) < 0.08) & (types == USUAL)
    ended = [datetime.date(2025, 12, 31) if one else None for one in obsolete]
    frame = acts.assign(
        namespace=namespaces(
            world.gminas["teryt"].iloc[acts["gmina"]].reset_index(drop=True), "MPZP"
        ),
        local_id="MPZP_" + acts["number"].astype(str),
        title=[
            f"Miejscowy plan zagospodarowania przestrzennego {name} {number} (dane syntetyczne)"
            for name, number in zip(place, acts["number"], strict=True)
        ],
        act_type=types,
        level="infraLocal",
        status=np.where(obsolete, "obsolete", "legalForce"),
        state=np.where(obsolete, "repealed", "in_force"),
        valid_from=since,
        valid_to=ended,
        amendment_no=rng.integers(0, 3, count),
        partly_in_force=False,
        regulation="2003",
        base_map="Mapa zasadnicza (obraz zmyślony)",
        base_map_date=since,
    )
    return identified(frame.drop(columns="number"), "AktPlanowaniaPrzestrzennego")


def _land_use(
    areas: geopandas.GeoDataFrame, acts: geopandas.GeoDataFrame
) -> geopandas.GeoDataFrame:
    act = acts.iloc[areas["act"]].reset_index(drop=True)
    number = (areas.groupby(["act", "symbol"]).cumcount() + 1).astype(str)
    limits = np.array([LIMITS.get(one, (np.nan,) * 4) for one in areas["symbol"]])
    return areas.drop(columns="act").assign(
        designation=number + areas["symbol"],
        area_no=act["namespace"] + "/" + act["local_id"] + "/" + number + areas["symbol"],
        description=[provisions(one, at) for at, one in zip(number, areas["symbol"], strict=True)],
        kpt_class=areas["symbol"].map(KPT),
        hilucs=areas["symbol"].map(HILUCS),
        max_intensity=limits[:, 0],
        max_coverage_pct=limits[:, 1],
        max_height_m=limits[:, 2],
        min_bio_active_pct=limits[:, 3],
        area_m2=areas.area.round(1),
        status=act["status"],
        valid_from=act["valid_from"],
        valid_to=act["valid_to"],
        act_identifier=act["identifier"],
    )


def provisions(symbol: str, number: str) -> str:
    """Return the text of the plan for an area, as a resolution would have it."""
    first, besides = USES[symbol]
    said = [
        f"1) przeznaczenie podstawowe: {first};",
        f"2) przeznaczenie uzupełniające: {besides};",
    ]
    if symbol in LIMITS:
        intensity, coverage_pct, height_m, green_pct = LIMITS[symbol]
        said.append(
            f"3) zabudowa: wysokość do {height_m} m, powierzchnia zabudowy do {coverage_pct} %,"
            f" intensywność do {intensity:g}".replace(".", ",")
            + f", powierzchnia biologicznie czynna co najmniej {green_pct} % działki budowlanej;"
        )
        said.append(f"4) {ROOFS.get(symbol, 'geometria dachów dowolna')};")
        said.append(f"5) miejsca do parkowania: {PARKING[symbol]}, na działce inwestycji;")
        said.append("6) nieprzekraczalne linie zabudowy jak na rysunku planu.")
    else:
        said.append("3) zakaz lokalizacji budynków, z wyjątkiem dopuszczonych w pkt 2.")
    return f"Dla terenu {number}{symbol} ustala się (tekst zmyślony): " + " ".join(said)


def _types(count: int) -> list[str]:
    """Let one plan in ten be of a rarer kind."""
    rare = ["zintegrowanyPlanInwestycyjny", "miejscowyPlanRewitalizacji", "miejscowyPlanOdbudowy"]
    return [rare[(at // 10) % 3] if at % 10 == 4 else USUAL for at in range(count)]


_OF_ACT = ["status", "valid_from", "valid_to", "act_identifier"]


def lines(areas: geopandas.GeoDataFrame) -> geopandas.GeoDataFrame:
    """Draw the building lines of areas that may be built on, five metres within them."""
    built = areas[areas["symbol"].isin(list(LIMITS))].reset_index(drop=True)
    inner = shapely.buffer(built.geometry.to_numpy(), -5, join_style="mitre")
    shapes = [_outline(one) for one in inner]
    drawn = geopandas.GeoDataFrame(
        built[_OF_ACT].assign(
            object_no=built["area_no"] + "/LZ",
            kind="building_line_limit",
            description="Linia zabudowy 5 m od linii rozgraniczającej.",
        ),
        geometry=shapes,
        crs=EPSG,
    )
    return drawn[~drawn.geometry.is_empty].reset_index(drop=True)


def _outline(area: BaseGeometry) -> shapely.MultiLineString:
    rings = [ring for part in shapely.get_parts(area) for ring in (part.exterior, *part.interiors)]
    return shapely.MultiLineString([ring.coords for ring in rings if ring.length > 10])


def points(areas: geopandas.GeoDataFrame) -> geopandas.GeoDataFrame:
    """Mark the access to every third area that may be built on."""
    built = areas[areas["symbol"].isin(list(LIMITS))].iloc[::3].reset_index(drop=True)
    spots = shapely.line_interpolate_point(
        shapely.get_exterior_ring(built.geometry.to_numpy()), 0.1, normalized=True
    )
    return geopandas.GeoDataFrame(
        built[_OF_ACT].assign(object_no=built["area_no"] + "/W", kind="access", designation="W"),
        geometry=spots,
        crs=EPSG,
    )
