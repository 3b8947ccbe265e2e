"""Conformity with the XML schemas, offline.

The ministry's XSD of a version is used where a folder has it; else one that is made of
`types.yaml`, which says the same. Both import GML 3.2.1 and ISO 19139, which are taken from a
folder laid out as schemas.opengis.net is, or from the package pycsw where it is installed.
"""

from __future__ import annotations

import functools
import importlib.util
import re
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

from lxml import etree

from sip import xml
from sip.planning.types import GMD, GML, Attribute, schemas
from sip.text import Text

_OPENGIS = "http://schemas.opengis.net/"
_BESIDE = "schemas.opengis.net"
_EXR = "http://www.opengis.net/gml/3.3/exr"
_STAND_INS = {"gml/3.3/extdEncRule.xsd": _EXR, "gmx/gmx.xsd": "http://www.isotc211.org/2005/gmx"}
"""What the schemas import and no package carries: they only annotate with it."""
_WORDS = re.compile(r"\{[^}]*\}")

NOT_THERE = Text(
    pl="nie ma schematów GML 3.2.1 i ISO 19139 (folder schemas.opengis.net albo pakiet pycsw)",
    en="there are no schemas of GML 3.2.1 and ISO 19139 (a folder schemas.opengis.net, or pycsw)",
)


class Validator:
    """Says where an object does not fit the schema of its version."""

    def __init__(self, *folders: Path):
        self._folders = [one for one in folders if one.is_dir()]
        self._trees = [one / _BESIDE for one in self._folders] + _packaged()

    @property
    def is_able(self) -> bool:
        """Whether the schemas that all import are there."""
        return any((one / "gml/3.2.1/gml.xsd").is_file() for one in self._trees)

    def __call__(self, element: etree._Element, version: str) -> list[tuple[int, str]]:
        """Return lines and reasons; nothing where the object fits."""
        schema = self._schema(version)
        if schema.validate(element):
            return []
        return [
            (one.line, _WORDS.sub("", str(one.message)).replace("'", '"'))
            for one in schema.error_log
        ]

    @functools.cache  # noqa: B019 - as long as the validator
    def _schema(self, version: str) -> Any:
        source = self._official(version) or made(version).encode()
        return xml.schema(source, _Resolver(self._trees))

    def _official(self, version: str) -> Path | None:
        mark = f'targetNamespace="{schemas().namespace_of(version)}"'.encode()
        for folder in self._folders:
            for file in sorted(folder.glob("*.xsd")):
                content = file.read_bytes()
                if mark in content and b"AktPlanowaniaPrzestrzennego" in content:
                    return file
        return None


def _packaged() -> list[Path]:
    found = importlib.util.find_spec("pycsw")
    if found is None or not found.submodule_search_locations:
        return []
    home = Path(found.submodule_search_locations[0])
    return [home / "core/schemas/ogc", home / "plugins/profiles/apiso/schemas/ogc"]


class _Resolver(etree.Resolver):
    """Finds imported schemas in folders; never in a network."""

    def __init__(self, trees: Sequence[Path]):
        super().__init__()
        self._trees = trees

    def resolve(self, url: str, public_id: str, context: Any = None) -> Any:
        """Return a file for an address of schemas.opengis.net."""
        if not url.startswith(("http:", "https:")):
            return None
        rest = url.removeprefix(_OPENGIS).removeprefix("https://schemas.opengis.net/")
        for tree in self._trees:
            if (tree / rest).is_file():
                return self.resolve_filename(str(tree / rest), context)  # type: ignore[attr-defined]
        space = next((s for end, s in _STAND_INS.items() if rest.endswith(end)), None)
        head = 'xmlns="http://www.w3.org/2001/XMLSchema"'
        empty = f'<schema {head} targetNamespace="{space}"/>' if space else f"<schema {head}/>"
        return self.resolve_string(empty, context, base_url=url)


_XSD_TYPES = {
    "identifier": "app:IdentyfikatorPropertyType",
    "text": "string",
    "uri": "anyURI",
    "date": "date",
    "timestamp": "dateTime",
    "integer": "integer",
    "decimal": "decimal",
    "boolean": "boolean",
    "length": "gml:LengthType",
    "area": "gml:AreaType",
    "code": "gml:ReferenceType",
    "dated": "gmd:CI_Date_PropertyType",
    "base_map": "app:MapaPodkladowaPropertyType",
    "surface": "gml:SurfacePropertyType",
    "multisurface": "gml:MultiSurfacePropertyType",
}
_BY_MEMBER = ("rysunek", "wydzielenie", "regulacja")


def made(version: str, only: Collection[str] = ()) -> str:
    """Make the schema of a version of the table of types: of all, or of those that are named."""
    table = schemas()
    types = {
        name: {
            attribute: _element(attribute, one, version)
            for attribute, one in kind.in_version(version).items()
        }
        for name, kind in table.types.items()
        if kind.since <= version and (not only or name in only)
    }
    return _TEMPLATES.get_template("app.xsd.jinja").render(
        namespace=table.namespace_of(version), version=version, gml=GML, gmd=GMD, types=types
    )


_TEMPLATES = xml.templates(Path(__file__).with_name("templates"))


def _element(name: str, attribute: Attribute, version: str) -> dict[str, str | int]:
    kind = _XSD_TYPES.get(attribute.type)
    if kind is None:
        kind = "app:MemberType" if name in _BY_MEMBER else "gml:ReferenceType"
    least = max(attribute.min, int(version in attribute.needed_in))
    return {"type": kind, "least": least, "most": "unbounded" if attribute.many else 1}
