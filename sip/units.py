"""How units of measure are written for people."""

from __future__ import annotations

from sip.layer import Unit
from sip.text import Language, Text

_SYMBOLS: dict[Unit, str] = {
    "m2": "m²", "km2": "km²", "m3": "m³", "pct": "%", "ug_m3": "µg/m³", "kw": "kW", "mw": "MW",
    "kwh": "kWh", "deg": "°", "c": "°C", "db": "dB", "pln": "zł", "kmh": "km/h", "m3_s": "m³/s",
    "pln_m2": "zł/m²", "mm_m": "mm/m", "kpa": "kPa", "kv": "kV",
}  # fmt: skip
_WORDS: dict[Unit, Text] = {
    "persons": Text(pl="os.", en="persons"),
    "persons_km2": Text(pl="os./km²", en="persons/km²"),
    "per_day": Text(pl="na dobę", en="per day"),
    "year": Text(pl="", en=""),
    "count": Text(pl="", en=""),
}


def international(unit: Unit | None) -> str:
    """Return the sign of a unit that is written alike in every language; nothing for words."""
    return "" if unit is None or unit in _WORDS else _SYMBOLS.get(unit, unit)


def symbol(unit: Unit, language: Language) -> str:
    """Return the sign of a unit; nothing for years and counts, which are said by their titles."""
    if unit in _WORDS:
        return _WORDS[unit][language]
    return _SYMBOLS.get(unit, unit)
