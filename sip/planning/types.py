"""The feature types of the APP schemas 1.0, 2.0 and 3.0, as `types.yaml` declares them.

One table for all: the reader, the writer, the schema for validation and the rules look here.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

import yaml

from sip.declaration import Model

type Kind = Literal[
    "identifier", "text", "uri", "date", "timestamp", "integer", "decimal", "boolean", "length",
    "area", "code", "reference", "dated", "base_map", "surface", "multisurface",
]  # fmt: skip
type Version = Literal["1.0", "2.0", "3.0"]

GML = "http://www.opengis.net/gml/3.2"
XLINK = "http://www.w3.org/1999/xlink"
GMD = "http://www.isotc211.org/2005/gmd"
GCO = "http://www.isotc211.org/2005/gco"
ADDRESS = "https://www.gov.pl/zagospodarowanieprzestrzenne/app"
"""The code space of gml:identifier, and the begin of every identifier."""


class Attribute(Model):
    """One element of a feature type."""

    type: Kind
    field: str | None = None
    """The column of the register."""
    codes: str | None = None
    """The code list of its values."""
    target: str | None = None
    """The feature type that it names."""
    unit: str | None = None
    min: int = 0
    many: bool = False
    since: Version = "1.0"
    needed_in: list[Version] = []

    @property
    def is_geometry(self) -> bool:
        """Whether the value is a geometry."""
        return self.type in ("surface", "multisurface")


class FeatureType(Model):
    """One type of objects."""

    layer: str
    """The register that keeps it."""
    since: Version = "1.0"
    attributes: Mapping[str, Attribute]

    def in_version(self, version: str) -> Mapping[str, Attribute]:
        """Return the attributes of one schema, in the order of its elements."""
        return {name: one for name, one in self.attributes.items() if one.since <= version}

    @functools.cached_property
    def geometry(self) -> str | None:
        """The attribute that holds the geometry."""
        return next((name for name, one in self.attributes.items() if one.is_geometry), None)


class Schemas(Model):
    """All feature types of all versions."""

    namespace: str
    versions: list[Version]
    types: Mapping[str, FeatureType]

    def namespace_of(self, version: str) -> str:
        """Return the XML namespace of a version."""
        return f"{self.namespace}{version}"

    def version_of(self, namespace: str | None) -> str | None:
        """Return the version that a namespace belongs to, or None."""
        tail = (namespace or "").removeprefix(self.namespace)
        return tail if tail in self.versions and tail != namespace else None


@functools.cache
def schemas() -> Schemas:
    """Read the table."""
    file = Path(__file__).with_name("types.yaml")
    return Schemas.model_validate(yaml.safe_load(file.read_text(encoding="utf-8")))


ZONE = "StrefaPlanistyczna"
ACT = "AktPlanowaniaPrzestrzennego"
DOCUMENT = "DokumentFormalny"
DRAWING = "RysunekAktuPlanowaniaPrzestrzennego"
REGULATIONS: Mapping[str, str] = {
    "ObszarUzupelnieniaZabudowy": "OUZ",
    "ObszarZabudowySrodmiejskiej": "OZS",
    "ObszarStandardowDostepnosciInfrastrukturySpolecznej": "OSD",
}
"""The regulations of a general plan and their symbols."""
GROUPS: Mapping[str, tuple[str, ...]] = {
    "WydzieleniePlanistyczne": (ZONE,),
    "Regulacja": tuple(REGULATIONS),
}
"""The abstract types, and what is one."""
BACK: Mapping[str, str] = {
    "przystapienie": "dokumentPrzystepujacy",
    "uchwala": "dokumentUchwalajacy",
    "zmienia": "dokumentZmieniajacy",
    "uchyla": "dokumentUchylajacy",
    "uniewaznia": "dokumentUniewazniajacy",
}
"""What a document says of an act, and what the act says back."""
