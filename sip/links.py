"""Addresses of the platform's resources, as its own documents refer to one another."""

from __future__ import annotations

import dataclasses
from urllib.parse import urlencode


@dataclasses.dataclass(frozen=True)
class Links:
    """Addresses below one origin."""

    base: str
    """The origin that the visitor used, without a slash at the end."""

    @property
    def wfs(self) -> str:
        """The feature service."""
        return f"{self.base}/wfs"

    @property
    def wms(self) -> str:
        """The map service."""
        return f"{self.base}/ows"

    @property
    def csw(self) -> str:
        """The catalogue service."""
        return f"{self.base}/csw"

    def record_xml(self, record: str) -> str:
        """The ISO 19139 document of a record."""
        query = {
            "service": "CSW",
            "version": "2.0.2",
            "request": "GetRecordById",
            "id": record,
            "outputSchema": "http://www.isotc211.org/2005/gmd",
            "elementSetName": "full",
        }
        return f"{self.csw}?{urlencode(query)}"

    def record(self, record: str) -> str:
        """The record in OGC API Records."""
        return f"{self.base}/ogc/collections/metadata/items/{record}"

    def collection(self, layer: str) -> str:
        """The collection of a layer in the OGC API."""
        return f"{self.base}/ogc/collections/{layer}"

    def download(self, layer: str, ending: str) -> str:
        """A whole layer as a file."""
        return f"{self.base}/download/{layer}.{ending}"

    def capabilities(self, service: str, version: str) -> str:
        """The capabilities of an older service (`WMS`, `WFS`, `CSW`)."""
        address = {"WFS": self.wfs, "CSW": self.csw}.get(service, self.wms)
        query = urlencode({"SERVICE": service, "VERSION": version, "REQUEST": "GetCapabilities"})
        return f"{address}?{query}"
