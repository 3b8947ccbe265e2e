"""The 34 themes of INSPIRE (Directive 2007/2/EC, annexes I to III) by their two-letter codes."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from sip.text import Text

GEMET = "GEMET - INSPIRE themes, version 1.0"
GEMET_DATE = datetime.date(2008, 6, 1)
GEMET_URI = "http://www.eionet.europa.eu/gemet/inspire_themes"


def uri(code: str) -> str:
    """Return the official identifier of a theme."""
    return f"http://inspire.ec.europa.eu/theme/{code}"


def _theme(pl: str, en: str) -> Text:
    return Text(pl=pl, en=en)


THEMES: Mapping[str, Text] = {
    "rs": _theme("Systemy odniesienia za pomocą współrzędnych", "Coordinate reference systems"),
    "gg": _theme("Systemy siatek georeferencyjnych", "Geographical grid systems"),
    "gn": _theme("Nazwy geograficzne", "Geographical names"),
    "au": _theme("Jednostki administracyjne", "Administrative units"),
    "ad": _theme("Adresy", "Addresses"),
    "cp": _theme("Działki katastralne", "Cadastral parcels"),
    "tn": _theme("Sieci transportowe", "Transport networks"),
    "hy": _theme("Hydrografia", "Hydrography"),
    "ps": _theme("Obszary chronione", "Protected sites"),
    "el": _theme("Ukształtowanie terenu", "Elevation"),
    "lc": _theme("Użytkowanie ziemi", "Land cover"),
    "oi": _theme("Sporządzanie ortoobrazów", "Orthoimagery"),
    "ge": _theme("Geologia", "Geology"),
    "su": _theme("Jednostki statystyczne", "Statistical units"),
    "bu": _theme("Budynki", "Buildings"),
    "so": _theme("Gleba", "Soil"),
    "lu": _theme("Zagospodarowanie przestrzenne", "Land use"),
    "hh": _theme("Zdrowie i bezpieczeństwo ludności", "Human health and safety"),
    "us": _theme(
        "Usługi użyteczności publicznej i służby państwowe", "Utility and governmental services"
    ),
    "ef": _theme("Urządzenia do monitorowania środowiska", "Environmental monitoring facilities"),
    "pf": _theme("Obiekty produkcyjne i przemysłowe", "Production and industrial facilities"),
    "af": _theme("Obiekty rolnicze oraz akwakultury", "Agricultural and aquaculture facilities"),
    "pd": _theme("Rozmieszczenie ludności — demografia", "Population distribution — demography"),
    "am": _theme(
        "Gospodarowanie obszarem, strefy ograniczone i regulacyjne oraz jednostki sprawozdawcze",
        "Area management/restriction/regulation zones and reporting units",
    ),
    "nz": _theme("Strefy zagrożenia naturalnego", "Natural risk zones"),
    "ac": _theme("Warunki atmosferyczne", "Atmospheric conditions"),
    "mf": _theme("Warunki meteorologiczno-geograficzne", "Meteorological geographical features"),
    "of": _theme("Warunki oceanograficzno-geograficzne", "Oceanographic geographical features"),
    "sr": _theme("Regiony morskie", "Sea regions"),
    "br": _theme("Regiony biogeograficzne", "Bio-geographical regions"),
    "hb": _theme("Siedliska i obszary przyrodniczo jednorodne", "Habitats and biotopes"),
    "sd": _theme("Rozmieszczenie gatunków", "Species distribution"),
    "er": _theme("Zasoby energetyczne", "Energy resources"),
    "mr": _theme("Zasoby mineralne", "Mineral resources"),
}
