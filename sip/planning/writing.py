"""Planning datasets written in an APP schema: the same rows give the same bytes."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

import shapely
from lxml import etree
from shapely.geometry.base import BaseGeometry

from sip import crs
from sip.layer import CodeList
from sip.planning.rows import ROLES, TITLES
from sip.planning.types import (
    ACT,
    ADDRESS,
    DOCUMENT,
    GCO,
    GMD,
    GML,
    REGULATIONS,
    XLINK,
    ZONE,
    Attribute,
    Version,
    schemas,
)

type Row = Mapping[str, Any]
WFS = "http://www.opengis.net/wfs/2.0"
_DECIMALS = 8  # of a metre, as the ministry's plugin writes
_DECIMALS_MOVED = 4
"""Of coordinates that come from another CRS, so that there and back gives the same digits."""
_DECIMALS_DEGREES = 9
_LISTS = "http://standards.iso.org/iso/19139/resources/gmxCodelists.xml#CI_DateTypeCode"
_PARTS: Mapping[str, tuple[str, ...]] = {
    "rysunek": ("RysunekAktuPlanowaniaPrzestrzennego",),
    "wydzielenie": (ZONE,),
    "regulacja": tuple(REGULATIONS),
}
"""What an act names of what belongs to it."""


class Content:
    """The rows that are written, and what they say of each other."""

    def __init__(self, rows: Mapping[str, Sequence[Row]], effects: Sequence[Row]):
        """Take rows by feature type, and the effects of documents."""
        self.rows = rows
        self._effects = effects
        here = {row["identifier"] for one in rows.values() for row in one}
        self._of_act: dict[tuple[str, str], list[str]] = {}
        for name, type_rows in rows.items():
            for row in type_rows:
                if row.get("act_identifier"):
                    key = (str(row["act_identifier"]), name)
                    self._of_act.setdefault(key, []).append(row["identifier"])
        self._here = here

    def parts(self, act: str, attribute: str) -> list[str]:
        """Return the identifiers of what an act names under an attribute."""
        names = _PARTS[attribute]
        return [one for name in names for one in self._of_act.get((act, name), ())]

    def effects(self, own: str, other: str, identifier: str, role: str) -> list[str]:
        """Return the other side of the effects of an act or of a document."""
        found = {str(e[other]) for e in self._effects if e[own] == identifier and e["role"] == role}
        return sorted(found)


class Writer:
    """Writes objects of one version in one CRS."""

    def __init__(
        self,
        version: Version,
        code: int,
        codes: Mapping[str, CodeList],
        content: Content,
        *,
        is_moved: bool,
    ):
        """Say the version of the schema, the EPSG code, the code lists, what is written, and
        whether geometries come from another CRS."""
        self._decimals = _DECIMALS_MOVED if is_moved else _DECIMALS
        if crs.is_geographic(code):
            self._decimals = _DECIMALS_DEGREES
        self._app = schemas().namespace_of(version)
        self._version = version
        self._code = code
        self._is_north_first = crs.northing_first(code)
        self._codes = codes
        self._content = content

    def document(self) -> Iterator[bytes]:
        """Yield the file piece by piece, objects in the order of types and identifiers."""
        features = [
            (name, row)
            for name, one in schemas().types.items()
            if one.since <= self._version
            for row in sorted(self._content.rows.get(name, ()), key=lambda row: row["identifier"])
        ]
        stamps = [row["version_from"] for _, row in features if row.get("version_from")]
        at = _moment(max(stamps)) if stamps else "1970-01-01T00:00:00Z"
        spaces = {
            "app": self._app, "gml": GML, "wfs": WFS, "xlink": XLINK, "gmd": GMD, "gco": GCO,
        }  # fmt: skip
        said = "".join(f" xmlns:{key}={quoteattr(value)}" for key, value in spaces.items())
        count = f'numberReturned="{len(features)}" numberMatched="{len(features)}"'
        yield b'<?xml version="1.0" encoding="UTF-8"?>\n'
        yield f'<wfs:FeatureCollection{said} timeStamp="{at}" {count}>\n'.encode()
        for name, row in features:
            member = etree.Element(f"{{{WFS}}}member", nsmap=spaces)
            member.append(self.feature(name, row))
            etree.indent(member, "  ")
            text = etree.tostring(member, encoding="unicode")
            yield (text.replace(said, "", 1) + "\n").encode()
        yield b"</wfs:FeatureCollection>\n"

    def feature(self, name: str, row: Row, gml_id: str = "") -> etree._Element:
        """Return one object, by a gml:id of its own or one that is given."""
        gml_id = gml_id or _gml_id(row)
        made = etree.Element(f"{{{self._app}}}{name}", {f"{{{GML}}}id": gml_id})
        _add(made, GML, "identifier", row["identifier"], codeSpace=ADDRESS)
        for attribute, one in schemas().types[name].in_version(self._version).items():
            if one.type == "identifier":
                self._identity(made, row)
            elif one.is_geometry:
                self._geometry(_add(made, self._app, attribute), row["geom"], gml_id)
            elif one.type == "base_map":
                self._base_maps(made, row)
            elif one.type == "reference":
                for href in self._references(name, attribute, one, row):
                    _add(made, self._app, attribute).set(f"{{{XLINK}}}href", href)
            else:
                self._values(made, name, attribute, one, row)
        return made

    def _identity(self, feature: etree._Element, row: Row) -> None:
        identity = _add(_add(feature, self._app, "idIIP"), self._app, "Identyfikator")
        for element, field in (
            ("przestrzenNazw", "namespace"), ("lokalnyId", "local_id"), ("wersjaId", "version_id"),
        ):  # fmt: skip
            if row.get(field):
                _add(identity, self._app, element, row[field])

    def _base_maps(self, feature: etree._Element, row: Row) -> None:
        for one in row.get("base_maps", ()):
            made = _add(_add(feature, self._app, "mapaPodkladowa"), self._app, "MapaPodkladowa")
            for element, field in (
                ("data", "map_date"), ("referencja", "reference"), ("lacze", "link"),
            ):  # fmt: skip
                if one.get(field):
                    _add(made, self._app, element, _plain(one[field]))

    def _references(self, name: str, attribute: str, one: Attribute, row: Row) -> Sequence[str]:
        """Return what an object names, with what it named where nothing is."""
        found = self._resolved(name, attribute, one, row)
        told = [line.partition(" ") for line in str(row.get("unresolved") or "").splitlines()]
        lost = [address for element, _, address in told if element == attribute]
        return [*found, *lost] if one.many else [*found, *lost][:1]

    def _resolved(self, name: str, attribute: str, one: Attribute, row: Row) -> Sequence[str]:
        own = str(row["identifier"])
        if one.field is not None:
            return [row[one.field]] if row.get(one.field) else []
        if attribute in _PARTS:
            return self._content.parts(own, attribute)
        if name == DOCUMENT:
            return self._content.effects("document_identifier", "act_identifier", own, attribute)
        if name == ACT and attribute in ROLES:
            role = ROLES[attribute]
            found = self._content.effects("act_identifier", "document_identifier", own, role)
            return found if one.many else found[:1]
        return []

    def _values(
        self, feature: etree._Element, name: str, attribute: str, one: Attribute, row: Row
    ) -> None:
        field = "zone_kind" if (name, attribute) == (ZONE, "nazwa") else one.field
        value = row.get(field or "")
        if value is None or value == "":
            return
        if one.type == "code":
            for code in str(value).split(" "):
                self._code_value(_add(feature, self._app, attribute), one, code)
        elif one.type == "dated":
            self._dated(_add(feature, self._app, attribute), value, str(row["date_type"]))
        elif one.many:
            glue = TITLES if one.type == "text" else " "
            for part in str(value).split(glue):
                _add(feature, self._app, attribute, part)
        else:
            made = _add(feature, self._app, attribute, _plain(value))
            if one.unit:
                made.set("uom", one.unit)

    def _code_value(self, made: etree._Element, one: Attribute, code: str) -> None:
        assert one.codes is not None
        found = next((c for c in self._codes[one.codes].values if c.code == code), None)
        made.set(f"{{{XLINK}}}href", found.uri if found else code)
        if found:
            made.set(f"{{{XLINK}}}title", found.title.pl)

    def _dated(self, made: etree._Element, value: Any, kind: str) -> None:
        date = _add(made, GMD, "CI_Date")
        _add(_add(date, GMD, "date"), GCO, "Date", _plain(value))
        code = _add(_add(date, GMD, "dateType"), GMD, "CI_DateTypeCode", kind)
        code.set("codeList", _LISTS)
        code.set("codeListValue", kind)

    def _geometry(self, parent: etree._Element, shape: BaseGeometry, gml_id: str) -> None:
        if shape.geom_type == "Polygon":
            self._polygon(parent, shape, f"{gml_id}_geom", is_outer=True)
            return
        made = self._surface(parent, "MultiSurface", f"{gml_id}_geom", is_outer=True)
        for at, part in enumerate(shapely.get_parts(shape), 1):
            member = _add(made, GML, "surfaceMember")
            self._polygon(member, part, f"{gml_id}_geom_{at}", is_outer=False)

    def _surface(
        self, parent: etree._Element, kind: str, gml_id: str, *, is_outer: bool
    ) -> etree._Element:
        made = _add(parent, GML, kind)
        made.set(f"{{{GML}}}id", gml_id)
        if is_outer:
            made.set("srsName", crs.uri(self._code))
            made.set("srsDimension", "2")
        return made

    def _polygon(
        self, parent: etree._Element, shape: BaseGeometry, gml_id: str, *, is_outer: bool
    ) -> None:
        made = self._surface(parent, "Polygon", gml_id, is_outer=is_outer)
        for at, ring in enumerate(shapely.get_rings(shape)):
            kind = "interior" if at else "exterior"
            points = shapely.get_coordinates(ring)
            points = points[:, ::-1] if self._is_north_first else points
            text = " ".join(_number(value, self._decimals) for value in points.ravel().tolist())
            ring_ = _add(_add(made, GML, kind), GML, "LinearRing")
            _add(ring_, GML, "posList", text)


def write(file: Path, writer: Writer) -> None:
    """Write a file."""
    with file.open("wb") as stream:
        stream.writelines(writer.document())


def _gml_id(row: Row) -> str:
    parts = [str(row["namespace"]).replace("/", "_"), row["local_id"], row.get("version_id")]
    return "_".join(str(part) for part in parts if part)


def _add(
    parent: etree._Element, space: str, name: str, text: str | None = None, **attributes: str
) -> etree._Element:
    made = etree.SubElement(parent, f"{{{space}}}{name}", attributes)
    made.text = text
    return made


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, datetime.datetime):
        return _moment(value)
    return _number(value) if isinstance(value, float) else str(value)


def _moment(value: datetime.datetime) -> str:
    text = value.astimezone(datetime.UTC).isoformat()
    return text.removesuffix("+00:00") + "Z"


def _number(value: float, decimals: int = _DECIMALS) -> str:
    return f"{value:.{decimals}f}".rstrip("0").rstrip(".")
