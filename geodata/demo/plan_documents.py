"""Acts of other kinds, and the documents, steps and base maps of all acts."""

from __future__ import annotations

import datetime

import geopandas
import pandas as pd
import shapely

from geodata.demo.plan_identifiers import identified, namespaces
from geodata.world import EPSG, World

_SYNTHETIC = "(dane syntetyczne)"
_DAY = pd.Timedelta(days=1)
_STEPS = {
    "begun": -700, "draft": -500, "opinions": -300, "public_display": -150, "adopted": -30,
    "supervision": -25, "in_force": 0,
}  # fmt: skip
"""Days between a step and the entry into force."""
_REACHED = {
    "draft": 2, "public_display": 4, "adopted": 5, "in_force": 7, "repealed": 7,
}  # fmt: skip
"""How many of these steps were taken on the way to a state."""
_INVESTMENT, _REVITALISATION = "zintegrowanyPlanInwestycyjny", "miejscowyPlanRewitalizacji"
_ALSO = {_INVESTMENT: {"requested": -720, "agreement": -80}}
"""Steps that plans of a kind take besides."""
_ON_DISPLAY = datetime.date(2026, 10, 1), datetime.date(2027, 3, 31)


def other_acts(world: World) -> geopandas.GeoDataFrame:
    """Make a former study for each gmina, a voivodeship plan and a landscape resolution."""
    studies = geopandas.GeoDataFrame(
        {
            "namespace": namespaces(world.gminas["teryt"], "SUIKZP"),
            "local_id": "1_SUIKZP",
            "title": "Studium uwarunkowań i kierunków gminy " + world.gminas["name"],
            "act_type": "studiumUwarunkowanIKierunkowZagospodarowaniaPrzestrzennegoGminy",
            "level": "local",
            "status": "obsolete",
            "state": "repealed",
            "valid_from": datetime.date(2004, 6, 1),
            "valid_to": datetime.date(2025, 12, 31),
        },
        geometry=world.gminas.geometry.to_numpy(),
        crs=EPSG,
    )
    region = "PL.ZIPPZP.926/26"
    wide = geopandas.GeoDataFrame(
        {
            "namespace": [f"{region}-PZPW", studies["namespace"][0].replace("SUIKZP", "MPZP")],
            "local_id": ["1_PZPW", "1_UK"],
            "title": ["Plan zagospodarowania przestrzennego województwa", "Uchwała krajobrazowa"],
            "act_type": ["planZagospodarowaniaPrzestrzennegoWojewodztwa", "uchwalaKrajobrazowa"],
            "level": ["regional", "infraLocal"],
            "status": "legalForce",
            "state": "in_force",
            "valid_from": [datetime.date(2014, 11, 20), datetime.date(2019, 5, 10)],
            "valid_to": None,
        },
        geometry=[
            shapely.coverage_union_all(world.gminas.geometry.to_numpy()),
            world.gminas.geometry.iloc[0],
        ],
        crs=EPSG,
    )
    frame = pd.concat([studies, wide], ignore_index=True)
    frame["title"] += " " + _SYNTHETIC
    described = frame.assign(
        gmina=-1, amendment_no=0, partly_in_force=False, base_map="Mapa topograficzna (zmyślona)",
        base_map_date=frame["valid_from"],
    )  # fmt: skip
    return identified(described, "AktPlanowaniaPrzestrzennego")


def papers(acts: geopandas.GeoDataFrame) -> pd.DataFrame:
    """Give every act the resolution that began it, and those that adopted and repealed it."""
    adopted = acts[~acts["state"].isin(["draft", "public_display"])]
    ended = acts[acts["state"] == "repealed"]
    since = pd.to_datetime(acts["valid_from"])
    until = pd.to_datetime(ended["valid_to"]) - 30 * _DAY
    invested, revived = (acts[acts["act_type"] == one] for one in (_INVESTMENT, _REVITALISATION))
    begun, adopting = "Uchwała nr {} o przystąpieniu", "Uchwała nr {} w sprawie uchwalenia"
    made = [
        _papers(acts, since + _STEPS["begun"] * _DAY, "przystapienie", 1, begun),
        _papers(adopted, since + _STEPS["adopted"] * _DAY, "uchwala", 2, adopting),
        _papers(ended, until, "uchyla", 3, "Uchwała nr {} w sprawie uchylenia"),
        _papers(invested, since - 720 * _DAY, "dokument", 4, "Wniosek nr {} o uchwalenie"),
        _papers(invested, since - 80 * _DAY, "dokument", 5, "Umowa urbanistyczna nr {}"),
        _papers(revived, since - 310 * _DAY, "dokument", 6, "Opinia nr {} komitetu rewitalizacji"),
    ]
    frame = pd.concat([one for one in made if len(one)], ignore_index=True)
    return identified(frame, "DokumentFormalny", versioned=False)


def _papers(acts: pd.DataFrame, date: pd.Series, role: str, number: int, word: str) -> pd.DataFrame:
    on = date.loc[acts.index]
    numbered = pd.Series(range(1, len(acts) + 1), acts.index).astype(str)
    return pd.DataFrame(
        {
            "namespace": acts["namespace"],
            "local_id": acts["local_id"] + f"_Doc{number}",
            "title": numbered.map(word.format) + ": " + acts["title"],
            "document_no": numbered,
            "issuer": "Rada gminy (zmyślona)",
            "document_date": on.dt.date,
            "date_type": "creation",
            "valid_from": (on + 14 * _DAY).dt.date,
            "link": "https://demo.invalid/uchwala/" + acts["local_id"] + "/" + role,
            "role": role,
            "act_identifier": acts["identifier"],
        }
    )


def effects(papers: pd.DataFrame) -> pd.DataFrame:
    """Say what each document does to its act."""
    return papers[["identifier", "act_identifier", "role"]].rename(
        columns={"identifier": "document_identifier"}
    )


def steps(acts: geopandas.GeoDataFrame, papers: pd.DataFrame) -> pd.DataFrame:
    """Tell the life of every act up to its state."""
    number = papers["local_id"].str.rpartition("_Doc")[2].astype(int)
    paper = papers.set_index([papers["act_identifier"], number])["identifier"]
    needs = {"begun": 1, "adopted": 2, "repealed": 3, "requested": 4, "agreement": 5, "opinions": 6}
    rows = []
    for act in acts.itertuples():
        after = {name: _STEPS[name] for name in list(_STEPS)[: _REACHED[str(act.state)]]}
        after |= _ALSO.get(str(act.act_type), {})
        names = sorted(after, key=lambda name: after[name])
        days = [pd.Timestamp(act.valid_from) + after[name] * _DAY for name in names]
        if act.state == "repealed":
            names, days = [*names, "repealed"], [*days, pd.Timestamp(act.valid_to)]
        for name, day in zip(names, days, strict=True):
            since, until = day.date(), (day + 40 * _DAY).date()
            if name == act.state == "public_display":
                since, until = _ON_DISPLAY
            rows.append(
                {
                    "act_identifier": act.identifier,
                    "state": name,
                    "step_date": since,
                    "ends_on": until if name == "public_display" else None,
                    "document_identifier": paper.get((act.identifier, needs.get(name))),
                }
            )
    return pd.DataFrame(rows)


def displays(acts: geopandas.GeoDataFrame) -> pd.DataFrame:
    """Put each draft that is on display now on a page of its own."""
    since, until = _ON_DISPLAY
    rows = [
        {
            "title": f"Konsultacje projektu: {act.title}",
            "act_identifier": act.identifier,
            "begins_on": since,
            "ends_on": until,
            "comments_until": until,
            "place": "Urząd Gminy, pokój 12, w godzinach pracy",
            "meeting": "Dyskusja publiczna w domu kultury, drugi wtorek o 17:00",
            "is_answered": False,
        }
        for act in acts.itertuples()
        if act.state == "public_display"
    ]
    return pd.DataFrame(rows)


def base_maps(acts: geopandas.GeoDataFrame) -> pd.DataFrame:
    """Name the map that each act was drawn on."""
    kept = {"base_map": "reference", "base_map_date": "map_date", "identifier": "act_identifier"}
    named: pd.DataFrame = acts[list(kept)].rename(columns=kept)
    return named
