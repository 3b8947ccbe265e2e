"""What all of the service speaks of: versions, names, output formats, types."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from typing import Literal

from sip import crs
from sip.catalogue import Layer
from sip.errors import CrsError
from sip.gml import GML_31, GML_32
from sip.ows_common import OwsError, OwsVersion, Parameters
from sip.planning import live
from sip.planning.types import Version as SchemaVersion
from sip.service import Context

type Version = Literal["2.0.0", "1.1.0"]
VERSIONS: tuple[Version, ...] = ("2.0.0", "1.1.0")
NAMESPACE = "urn:x-sip:feature"
"""Of feature types and their properties, the same in every installation."""
PREFIX = "sip"
GEOMETRY = "geom"


@dataclasses.dataclass(frozen=True)
class TypeName:
    """A name of a feature type; its properties are in the same namespace."""

    prefix: str
    namespace: str
    local: str

    def __str__(self) -> str:
        """Return it with its prefix."""
        return f"{self.prefix}:{self.local}"


@dataclasses.dataclass(frozen=True)
class Dialect:
    """What differs between the two versions."""

    version: Version
    wfs: str
    gml: str
    ows: OwsVersion
    gml_schema: str
    wfs_schema: str
    member: tuple[str, str]
    """Tags before and after a feature."""
    default_format: str


DIALECTS: Mapping[str, Dialect] = {
    "2.0.0": Dialect(
        version="2.0.0",
        wfs="http://www.opengis.net/wfs/2.0",
        gml=GML_32,
        ows="1.1.0",
        gml_schema="http://schemas.opengis.net/gml/3.2.1/gml.xsd",
        wfs_schema="http://schemas.opengis.net/wfs/2.0/wfs.xsd",
        member=("<wfs:member>", "</wfs:member>"),
        default_format="application/gml+xml;version=3.2",
    ),
    "1.1.0": Dialect(
        version="1.1.0",
        wfs="http://www.opengis.net/wfs",
        gml=GML_31,
        ows="1.0.0",
        gml_schema="http://schemas.opengis.net/gml/3.1.1/base/gml.xsd",
        wfs_schema="http://schemas.opengis.net/wfs/1.1.0/wfs.xsd",
        member=("<gml:featureMember>", "</gml:featureMember>"),
        default_format="text/xml;subtype=gml/3.1.1",
    ),
}

type Format = Literal["gml", "geojson", "csv"]
_OTHER_FORMATS: Mapping[str, Format] = {
    "application/geo+json": "geojson",
    "application/json": "geojson",
    "text/csv": "csv",
}


def formats(dialect: Dialect) -> Mapping[str, Format]:
    """Return the names of the formats that a version offers, the default first.

    Media types are written without white space here, as requests are normalised to it.
    """
    names = {
        "2.0.0": ("application/gml+xml;version=3.2", "text/xml;subtype=gml/3.2", "gml32"),
        "1.1.0": ("text/xml;subtype=gml/3.1.1", "gml3"),
    }[dialect.version]
    return {**dict.fromkeys(names, "gml"), **_OTHER_FORMATS}


def media_name(given: Parameters, dialect: Dialect) -> str:
    """Return the output format that was asked for, without white space.

    A plus sign that a client forgot to escape has become a space on the way.
    """
    named = given.get("outputformat", dialect.default_format)
    return named.replace("/gml xml", "/gml+xml").replace("/geo json", "/geo+json").replace(" ", "")


def types(now: Context) -> Iterator[Layer]:
    """Yield the layers that are feature types."""
    return now.catalogue.published("wfs")


def own_name(layer: Layer) -> TypeName:
    """Return the name that every layer has."""
    return TypeName(PREFIX, NAMESPACE, layer.id)


def names(layer: Layer) -> tuple[TypeName, ...]:
    """Return the names of a layer's feature type: its own, and the one that a law wants."""
    if (more := layer.spec.wfs) is None:
        return (own_name(layer),)
    return (own_name(layer), TypeName(more.prefix, more.namespace, more.name))


def nesting(name: TypeName, dialect: Dialect) -> SchemaVersion | None:
    """Return the version of the schema that nests a type; None where features are flat."""
    return live.version_of(name.namespace, name.local) if dialect.version == "2.0.0" else None


def find_type(now: Context, name: str, locator: str) -> tuple[Layer, TypeName]:
    """Return the layer that a feature type's name, with or without prefix, stands for.

    Raises:
        OwsError: InvalidParameterValue.
    """
    plain = name.strip().rsplit(":", 1)[-1].rsplit("}", 1)[-1]
    for layer in types(now):
        for one in names(layer):
            if one.local == plain:
                return layer, one
    raise OwsError("InvalidParameterValue", locator, f'"{name}" is no feature type')


def offered_crs(now: Context) -> tuple[int, ...]:
    """Return the codes that features come in; the storage CRS, which is the default, first."""
    project = now.catalogue.project
    return tuple(dict.fromkeys((project.storage_crs, *project.offered_crs)))


def find_crs(now: Context, name: str, locator: str) -> int:
    """Return the code of an offered CRS; the default without a name.

    Raises:
        OwsError: InvalidParameterValue.
    """
    if not name:
        return now.catalogue.project.storage_crs
    try:
        code = crs.parse(name)
    except CrsError as error:
        raise OwsError("InvalidParameterValue", locator, str(error)) from error
    if code not in offered_crs(now):
        allowed = ", ".join(crs.urn(one) for one in offered_crs(now))
        raise OwsError("InvalidParameterValue", locator, f'"{name}" is not one of {allowed}')
    return code


def row_id(layer: Layer, name: str) -> int | None:
    """Return the id of the row that `type.id` names, or None if it is not one of this layer.

    The type is said by any of the layer's names.
    """
    type_, _, number = name.strip().rpartition(".")
    plain = type_.rsplit(":", 1)[-1]
    if (
        plain not in [one.local for one in names(layer)]
        or not number.isascii()
        or not number.isdigit()
        or len(number) > 18
    ):
        return None
    return int(number)
