"""The attribute rules A01 to A18, S03 and the code lists: each looks at one object at a time.

Where two rules could speak of one mistake, the one that names its cause speaks.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

from sip.planning.feature import Feature, Value, parsed_date, parsed_time
from sip.planning.rules import RuleBook, ZoneKind
from sip.planning.types import ACT, DOCUMENT, REGULATIONS, ZONE, Attribute
from sip.text import Text

_ANY_KIND = "(PZPW|MPZP|SUIKZP|POG)"
_NAMESPACE = re.compile(rf"PL\.ZIPPZP\.\d+/\d[02468](\d{{2}}|\d{{4}})?-{_ANY_KIND}")
_VERSION = re.compile(r"\d{8}T\d{6}")
_ACT_LOCAL_ID = re.compile(r"[1-9]\d*POG")
_ONE_DECIMAL = re.compile(r"-?\d+(\.\d)?")
_PARAMETERS = (
    "maksNadziemnaIntensywnoscZabudowy",
    "maksUdzialPowierzchniZabudowy",
    "maksWysokoscZabudowy",
)
_BIO = "minUdzialPowierzchniBiologicznieCzynnej"
_LEAST_HA: Mapping[str, Decimal] = {
    "powierzchniaLacznaObszarowZieleniPublicznej": Decimal("1.5"),
    "powierzchniaObszaruZieleniPublicznej": Decimal(10),
}
_SQUARE_METRES = Decimal(10_000)
_ALSO_MANDATORY = ("obowiazujeOd",)
"""Mandatory by rule A18 in all versions, where the object has it."""


def check(feature: Feature, book: RuleBook) -> None:
    """Note what is wrong with the attributes of one object."""
    _mandatory(feature)
    _types(feature)
    _identity(feature)
    _dates(feature)
    _codes(feature, book)
    if feature.name == ACT:
        _act(feature, book)
    elif feature.name == ZONE:
        _zone(feature, book)
    elif feature.name in REGULATIONS:
        _regulation(feature)


def kind_of_dataset(feature: Feature) -> str | None:
    """Return POG, MPZP, SUIKZP or PZPW as the namespace says; POG for objects that only it has."""
    found = re.search(rf"-{_ANY_KIND}$", feature.namespace)
    if found:
        return found[1]
    of_plan = feature.name == ZONE or feature.name in REGULATIONS
    return "POG" if of_plan or feature.code("typPlanu") == "planOgolnyGminy" else None


def _mandatory(feature: Feature) -> None:
    needed = [
        name
        for name, one in feature.type.in_version(feature.version).items()
        if (one.min or feature.version in one.needed_in or name in _ALSO_MANDATORY)
        and one.type not in ("identifier", "reference", "surface", "multisurface")
    ]
    identity = ["przestrzenNazw", "lokalnyId", *([] if feature.name == DOCUMENT else ["wersjaId"])]
    for name in [*identity, *needed]:
        if not feature.first(name):
            feature.flaw("A18", attribute=name)


def _types(feature: Feature) -> None:
    for name, value in feature.given():
        attribute = feature.type.attributes.get(name)
        if attribute is not None and not _fits(value, attribute):
            feature.flaw("S03", attribute=name, value=value.text, type=_TYPES[attribute.type])


def _fits(value: Value, attribute: Attribute) -> bool:
    match attribute.type:
        case "date" | "dated":
            return parsed_date(value.text) is not None
        case "timestamp":
            return parsed_time(value.text) is not None
        case "integer":
            return re.fullmatch(r"[+-]?\d+", value.text) is not None
        case "decimal" | "length" | "area":
            return number(value.text) is not None
        case "boolean":
            return value.text in ("true", "false", "0", "1")
        case _:
            return True


_TYPES: Mapping[str, Text] = {
    "date": Text(pl="data", en="date"),
    "dated": Text(pl="data", en="date"),
    "timestamp": Text(pl="data z godziną", en="date with a time"),
    "integer": Text(pl="liczba całkowita", en="whole number"),
    "decimal": Text(pl="liczba", en="number"),
    "length": Text(pl="liczba", en="number"),
    "area": Text(pl="liczba", en="number"),
    "boolean": Text(pl="wartość true albo false", en="value true or false"),
}


def number(text: str) -> Decimal | None:
    """Return a decimal number of XML Schema, None where the text is none."""
    try:
        found = Decimal(text)
    except InvalidOperation:
        return None
    return found if found.is_finite() and "e" not in text.lower() else None


def _identity(feature: Feature) -> None:
    kind = kind_of_dataset(feature) or "POG"
    if feature.namespace:
        fits = _NAMESPACE.fullmatch(feature.namespace)
        only_general = feature.name == ZONE or feature.name in REGULATIONS
        if not fits or (only_general and fits[2] != "POG"):
            shown = "POG" if only_general else kind
            feature.flaw("A03", value=feature.namespace, kind=shown)
    if feature.version_id and not _VERSION.fullmatch(feature.version_id):
        feature.flaw("A04", value=feature.version_id)


def _dates(feature: Feature) -> None:
    until = feature.text("obowiazujeDo")
    if feature.text("koniecWersjiObiektu") and not until:
        feature.flaw("A05", value=feature.text("koniecWersjiObiektu"))
    elif feature.status == "obsolete" and not until and "obowiazujeDo" in feature.type.attributes:
        feature.flaw("A06")
    begins, ends = feature.date("obowiazujeOd"), feature.date("obowiazujeDo")
    if begins and ends and begins >= ends:
        feature.flaw("A07", to=ends, since=begins)
    since, to = feature.time("poczatekWersjiObiektu"), feature.time("koniecWersjiObiektu")
    if since and to and since >= to:
        feature.flaw(
            "A08",
            to=feature.text("koniecWersjiObiektu"),
            since=feature.text("poczatekWersjiObiektu"),
        )


def _codes(feature: Feature, book: RuleBook) -> None:
    for name, value in feature.given():
        attribute = feature.type.attributes.get(name)
        if attribute is None:
            continue
        if attribute.codes:
            expected = book.name_of(attribute.codes, value.href)
            if expected is None:
                feature.flaw("K01", "code", attribute=name, value=value.href, list=attribute.codes)
            elif value.title and value.title.casefold() != expected.casefold():
                feature.flaw("K02", attribute=name, value=value.title, expected=expected)
        elif attribute.unit and value.uom not in _UNITS[attribute.unit]:
            feature.flaw("K01", "unit", attribute=name, value=value.uom, expected=attribute.unit)


_UNITS = {
    "m": ("m", "metr", "urn:ogc:def:uom:EPSG::9001", "http://www.opengis.net/def/uom/EPSG/0/9001"),
    "ha": ("ha", "m2", "m²", "http://www.opengis.net/def/uom/UCUM/har"),
}


def _act(feature: Feature, book: RuleBook) -> None:
    type_ = feature.code("typPlanu")
    kind = kind_of_dataset(feature)
    if kind == "POG" or _ACT_LOCAL_ID.fullmatch(feature.local_id):
        if type_ and type_ != "planOgolnyGminy":
            feature.flaw(
                "A01",
                value=feature.first("typPlanu").title or type_,
                namespace=feature.namespace,
            )
        elif type_ and kind and kind != "POG" and not feature.has("A03"):
            feature.flaw("A03", value=feature.namespace, kind="POG")
        if feature.local_id and not _ACT_LOCAL_ID.fullmatch(feature.local_id):
            feature.flaw("A02", value=feature.local_id)
    elif kind and not feature.has("A03", "K01"):
        allowed = book.settings.dataset_kinds.get(kind, [])
        if type_ in {one for row in book.settings.dataset_kinds.values() for one in row} and (
            type_ not in allowed
        ):
            shown = next(k for k, row in book.settings.dataset_kinds.items() if type_ in row)
            feature.flaw("A03", value=feature.namespace, kind=shown)
    level = book.settings.levels.get(type_)
    found = feature.code("poziomHierarchii")
    if level and found and found != level and not feature.has("A01", "K01"):
        feature.flaw("K01", "level", value=found, expected=level)


def symbol_of(feature: Feature, book: RuleBook) -> str:
    """Return the kind of a zone: where symbol and name disagree, the one the designation has."""
    symbol = feature.text("symbol")
    named = book.code_at("plan_zone_kind", feature.first("nazwa").href) or symbol
    if symbol == named:
        return symbol
    return next((one for one in (named, symbol) if feature.text("oznaczenie").endswith(one)), named)


def _zone(feature: Feature, book: RuleBook) -> None:
    symbol = symbol_of(feature, book)
    given = feature.text("symbol")
    named = book.code_at("plan_zone_kind", feature.first("nazwa").href)
    if given and named and given != named:
        name = book.name_of("plan_zone_kind", feature.first("nazwa").href)
        feature.flaw("A10", value=given, name=name, expected=named)
    elif given and given not in book.zones:
        feature.flaw("A10", value=given, name=feature.first("nazwa").title, expected=named or "S?")
    designation = feature.text("oznaczenie")
    if designation and not re.fullmatch(rf"[1-9][0-9]{{0,4}}{re.escape(symbol)}", designation):
        feature.flaw("A09", "form", value=designation, symbol=symbol)
    kind = book.zones.get(symbol)
    if kind is not None:
        _parameters(feature, symbol, kind, book)
        _profile(feature, symbol, kind)


def _parameters(feature: Feature, symbol: str, kind: ZoneKind, book: RuleBook) -> None:
    missing = [name for name in _PARAMETERS if not feature.text(name)]
    if kind.needs_parameters and missing:
        feature.flaw("A11", symbol=symbol, missing=", ".join(missing))
    for name in (*_PARAMETERS, _BIO):
        text = feature.text(name)
        value = number(text)
        if value is None:
            continue
        limits = book.settings.parameters[name]
        if not _ONE_DECIMAL.fullmatch(text):
            feature.flaw("A12", "decimals", attribute=name, value=text)
        elif name != _BIO and not limits.low <= value <= limits.high:
            feature.flaw(
                "A12", "range", attribute=name, value=text, low=limits.low, high=limits.high
            )
    share = number(feature.text(_BIO))
    if share is None:
        return
    if not 0 <= share <= kind.most_bio_active_pct:
        most = f"{kind.most_bio_active_pct:g}"
        feature.flaw("A13", value=share, symbol=symbol, low=0, high=most)
    elif kind.least_bio_active_pct is not None and share < kind.least_bio_active_pct:
        feature.flaw("L05", value=share, least=f"{kind.least_bio_active_pct:g}", symbol=symbol)


def _profile(feature: Feature, symbol: str, kind: ZoneKind) -> None:
    basic = _classes(feature, "profilPodstawowy")
    if basic and basic != kind.basic and not feature.has("K01"):
        feature.flaw("A14", value=basic, symbol=symbol, expected=kind.basic)
    strange = [
        one
        for one in _classes(feature, "profilDodatkowy").split()
        if one not in kind.additional.split()
    ]
    if strange:
        feature.flaw("A15", value=" ".join(strange), symbol=symbol, allowed=kind.additional)


def _classes(feature: Feature, attribute: str) -> str:
    values = feature.values.get(attribute, [])
    return " ".join(one.href.rpartition("KPT-MPZP-")[2] for one in values if one)


def _regulation(feature: Feature) -> None:
    expected = REGULATIONS[feature.name]
    symbol, designation = feature.text("symbol"), feature.text("oznaczenie")
    if symbol and symbol != expected:
        feature.flaw("A16", "symbol", value=symbol, expected=expected)
    if designation and expected not in designation:
        feature.flaw("A16", "designation", value=designation, expected=expected)
    elif feature.local_id and not re.fullmatch(rf"\d+POG-\d+{expected}", feature.local_id):
        feature.flaw("A16", "local", value=feature.local_id, expected=expected)
    for name, value in feature.given():
        attribute = feature.type.attributes.get(name)
        measured = number(value.text)
        if attribute is None or measured is None:
            continue
        if attribute.type == "length" and measured <= 0:
            feature.flaw("A17", "distance", attribute=name, value=value.text)
        if attribute.type == "area":
            hectares = measured / _SQUARE_METRES if value.uom in ("m2", "m²") else measured
            if hectares < _LEAST_HA[name]:
                feature.flaw("A17", "area", attribute=name, value=hectares, least=_LEAST_HA[name])
