"""Metadata records: one for every public layer and one for every service, made, never written.

The catalogue service (CSW, ISO 19139) and OGC API Records show the same records.
"""

from __future__ import annotations

import dataclasses
import datetime
import functools
import uuid
from collections.abc import Mapping, Sequence
from typing import Literal

from sip import crs, inspire
from sip.catalogue import Catalogue, Layer
from sip.crs import CRS84_CODE, Extent
from sip.links import Links
from sip.provenance import Contact, Specification, Term
from sip.service import Context, LayerState
from sip.text import Text

type Kind = Literal["dataset", "service"]
type Function = Literal["download", "information", "order", "search"]

_FREQUENCY = {"annually": "annually", "as_needed": "asNeeded", "not_planned": "notPlanned"}


@dataclasses.dataclass(frozen=True)
class Online:
    """Where a resource can be had or read about."""

    url: str
    title: Text
    protocol: str
    """As catalogues name them: `OGC:WMS`, `WWW:LINK`."""
    media: str
    function: Function
    name: str = ""
    """What the resource is called there (the layer)."""
    service: str = ""
    """Id of the service's own record."""


@dataclasses.dataclass(frozen=True)
class Format:
    """A format that data is given in."""

    name: str
    version: str


@dataclasses.dataclass(frozen=True)
class Record:
    """All that is known about a layer or a service."""

    id: str
    """The layer's id, or `service_<name>`."""
    uuid: str
    """Unique in the world, the same after every publication."""
    kind: Kind
    title: Text
    abstract: Text
    keywords: Sequence[Text]
    contact: Contact
    extent: Extent
    """In degrees, CRS84."""
    date: datetime.date
    """Of the state of the data."""
    stamp: datetime.date
    """Of the record itself."""
    licence: str
    """SPDX identifier or address."""
    synthetic: bool
    """Whether the data is made up."""
    online: Sequence[Online]
    code: str
    """The resource's own identifier, a URI."""
    inspire_theme: str = ""
    topic: str = ""
    representations: Sequence[str] = ()
    """ISO 19115 MD_SpatialRepresentationTypeCode."""
    terms: Sequence[Term] = ()
    """Keywords of published lists."""
    identifier: str = ""
    """The official identifier of the data set, where it has one."""
    scale_denominator: int | None = None
    lineage: Text | None = None
    frequency: str = "unknown"
    """ISO 19115 MD_MaintenanceFrequencyCode."""
    crs: Sequence[str] = ()
    """URIs."""
    formats: Sequence[Format] = ()
    specifications: Sequence[Specification] = ()
    time: tuple[datetime.date | None, datetime.date | None] = (None, None)
    created: datetime.date | None = None
    """When the data came to be, where that is known apart from its state."""
    parent: str = ""
    """The uuid of the record of the whole that a data set is a part of."""
    service_type: Literal["", "view", "download", "discovery"] = ""
    protocol: str = ""
    """`OGC:WMS` and its like, of a service."""
    version: str = ""
    operates_on: Sequence[tuple[str, str]] = ()
    """Layers' ids and uuids that a service works on."""

    @property
    def licence_url(self) -> str:
        """The address of the licence's text."""
        return self.licence if ":" in self.licence else f"https://spdx.org/licenses/{self.licence}"

    @functools.cached_property
    def subjects(self) -> tuple[Text, ...]:
        """All keywords, with the name of the INSPIRE theme."""
        theme = (inspire.THEMES[self.inspire_theme],) if self.inspire_theme else ()
        return (*theme, *(term.title for term in self.terms), *self.keywords)


@dataclasses.dataclass(frozen=True)
class _Offer:
    """A service with a record of its own."""

    id: str
    kind: Literal["view", "download", "discovery"]
    protocol: str
    version: str
    title: Text
    layers: str
    """The layers' service that it works on; empty: all public layers."""


OFFERS = (
    _Offer("service_wms", "view", "OGC:WMS", "1.3.0",
           Text(pl="Usługa przeglądania WMS", en="View service WMS"), "wms"),
    _Offer("service_wmts", "view", "OGC:WMTS", "1.0.0",
           Text(pl="Usługa przeglądania WMTS", en="View service WMTS"), "wmts"),
    _Offer("service_wfs", "download", "OGC:WFS", "2.0.0",
           Text(pl="Usługa pobierania WFS", en="Download service WFS"), "wfs"),
    _Offer("service_ogcapi", "download", "OGC:API", "1.0",
           Text(pl="Usługa pobierania OGC API", en="Download service OGC API"), "features"),
    _Offer("service_csw", "discovery", "OGC:CSW", "2.0.2",
           Text(pl="Usługa wyszukiwania CSW", en="Discovery service CSW"), ""),
)  # fmt: skip


def records(now: Context, links: Links) -> tuple[Record, ...]:
    """Make the records of a published state, layers first, in the order of the catalogue."""
    layers = [layer for layer in now.catalogue.layers.values() if layer.is_visible]
    data = [_of_layer(now, layer, links) for layer in layers]
    services = [_of_service(now, offer, data, links) for offer in OFFERS]
    return (*data, *services)


def _of_layer(now: Context, layer: Layer, links: Links) -> Record:
    catalogue, state = now.catalogue, now.states.get(layer.id)
    project, own = catalogue.project, layer.metadata
    changed = state.changed.date() if state else _published(now)
    return Record(
        id=layer.id,
        uuid=uuid_of(catalogue, layer.id),
        kind="dataset",
        title=layer.spec.title,
        abstract=layer.spec.abstract,
        keywords=_keywords(catalogue, layer),
        contact=own.contact or project.contact,
        extent=extent_84(catalogue, state),
        date=own.date or changed,
        stamp=max(changed, _published(now)),
        licence=own.licence or project.licence,
        synthetic=project.synthetic,
        online=tuple(_online(layer, links)),
        code=links.collection(layer.id),
        inspire_theme=own.inspire_theme or "",
        topic=own.topic_category or "planningCadastre",
        representations=own.representations or (_representation(layer),),
        terms=own.terms,
        identifier=own.identifier or "",
        scale_denominator=own.scale_denominator or 1000,
        lineage=own.lineage,
        frequency=_FREQUENCY.get(own.update_rhythm or "unknown", own.update_rhythm or "unknown"),
        crs=[crs.uri(code) for code in dict.fromkeys((project.storage_crs, *project.offered_crs))],
        formats=_formats(layer),
        specifications=_specifications(layer),
        time=_time(state),
    )


def _of_service(now: Context, offer: _Offer, data: Sequence[Record], links: Links) -> Record:
    catalogue = now.catalogue
    project = catalogue.project
    worked_on = [
        one for one in data if not offer.layers or offer.layers in catalogue.layer(one.id).services
    ]
    changed = [state.changed.date() for state in now.states.values()]
    title = Text(
        pl=f"{offer.title.pl} — {project.title.pl}", en=f"{offer.title.en} — {project.title.en}"
    )
    return Record(
        id=offer.id,
        uuid=uuid_of(catalogue, offer.id),
        kind="service",
        title=title,
        abstract=project.abstract,
        keywords=[_SERVICE_KEYWORDS[offer.kind]],
        contact=project.contact,
        extent=extent_84(catalogue, None),
        date=_published(now),
        stamp=max(changed, default=_published(now)),
        licence=project.licence,
        synthetic=project.synthetic,
        online=[_service_online(offer, links)],
        code=_service_url(offer, links),
        crs=[crs.uri(code) for code in project.offered_crs],
        specifications=[_NETWORK_SERVICES],
        service_type=offer.kind,
        protocol=offer.protocol,
        version=offer.version,
        operates_on=[(one.id, one.uuid) for one in worked_on],
    )


def extent_84(catalogue: Catalogue, state: LayerState | None) -> Extent:
    """Return where the rows of a layer lie, in degrees; the project's extent if unknown."""
    if state is None or state.extent is None:
        box = catalogue.project.extent
        return Extent(box.west, box.south, box.east, box.north)
    return state.extent.transformed(catalogue.project.storage_crs, CRS84_CODE)


def _published(now: Context) -> datetime.date:
    changed_s = now.published.stat().st_mtime
    return datetime.datetime.fromtimestamp(changed_s, datetime.UTC).date()


def uuid_of(catalogue: Catalogue, name: str) -> str:
    """Return what a record is called in the world, by its id here."""
    owner = catalogue.project.contact
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"mailto:{owner.email}/{name}"))


def _keywords(catalogue: Catalogue, layer: Layer) -> tuple[Text, ...]:
    theme = next(one for one in catalogue.themes if one.id == layer.theme)
    return (*layer.metadata.keywords, theme.spec.title)


def _representation(layer: Layer) -> Literal["vector", "grid", "textTable"]:
    if layer.spec.raster or layer.spec.external:
        return "grid"
    return "vector" if layer.spec.geometry else "textTable"


def _time(state: LayerState | None) -> tuple[datetime.date | None, datetime.date | None]:
    first, last = state.time if state else (None, None)
    days = [
        moment.date() if isinstance(moment, datetime.datetime) else moment
        for moment in (first, last)
    ]
    return days[0], days[1]


def _formats(layer: Layer) -> tuple[Format, ...]:
    if layer.spec.external:
        return (Format(layer.spec.external.format, "1.0"),)
    if layer.spec.raster:
        return (Format("Cloud Optimized GeoTIFF", "1.0"),)
    if layer.spec.point_cloud:
        return (Format("Cloud Optimized Point Cloud (COPC)", "1.0"),)
    given = (Format("GML", "3.2.1"),) if layer.offers("wfs") else ()
    return (*given, Format("GeoJSON", "RFC 7946"), Format("GeoPackage", "1.3"))


def _online(layer: Layer, links: Links) -> Sequence[Online]:
    if external := layer.spec.external:
        protocol = f"OGC:{external.type.upper()}"
        title = Text(pl="Usługa zewnętrzna", en="External service")
        name = ",".join(external.layers)
        return [Online(external.url, title, protocol, "text/xml", "download", name)]
    found = [
        dataclasses.replace(_service_online(offer, links), name=layer.id)
        for offer in OFFERS
        if offer.layers in layer.services and offer.protocol != "OGC:API"
    ]
    if layer.offers("features") or layer.offers("coverage"):
        title = Text(pl="Kolekcja OGC API", en="OGC API collection")
        address = links.collection(layer.id)
        found.append(
            Online(address, title, "OGC:API", "application/json", "download", layer.id,
                   "service_ogcapi" if layer.offers("features") else "")
        )  # fmt: skip
    if layer.offers("points"):
        title = Text(pl="Chmura punktów jako plik COPC", en="The points as a COPC file")
        address = f"{links.base}/points/{layer.id}.copc.laz"
        media = "application/vnd.laszip+copc"
        found.append(Online(address, title, "WWW:DOWNLOAD", media, "download", layer.id))
    if layer.offers("download"):
        ending, media = ("tif", "image/tiff") if layer.spec.raster else ("gpkg", _GEOPACKAGE)
        title = Text(pl="Cała warstwa jako plik", en="The whole layer as a file")
        address = links.download(layer.id, ending)
        found.append(Online(address, title, "WWW:DOWNLOAD", media, "download", layer.id))
    return found


_GEOPACKAGE = "application/geopackage+sqlite3"


def _service_url(offer: _Offer, links: Links) -> str:
    if offer.protocol == "OGC:API":
        return f"{links.base}/ogc"
    return links.capabilities(offer.protocol.removeprefix("OGC:"), offer.version)


def _service_online(offer: _Offer, links: Links) -> Online:
    media = "application/json" if offer.protocol == "OGC:API" else "text/xml"
    address, function = _service_url(offer, links), _FUNCTIONS[offer.kind]
    return Online(address, offer.title, offer.protocol, media, function, service=offer.id)


_FUNCTIONS: Mapping[str, Function] = {
    "view": "information",
    "download": "download",
    "discovery": "search",
}


_SERVICE_KEYWORDS = {
    "view": Text(pl="infoMapAccessService", en="infoMapAccessService"),
    "download": Text(pl="infoFeatureAccessService", en="infoFeatureAccessService"),
    "discovery": Text(pl="infoCatalogueService", en="infoCatalogueService"),
}
_INTEROPERABILITY = Specification(
    title=Text(
        pl="Rozporządzenie Komisji (UE) nr 1089/2010 z dnia 23 listopada 2010 r. w sprawie "
        "wykonania dyrektywy 2007/2/WE Parlamentu Europejskiego i Rady w zakresie "
        "interoperacyjności zbiorów i usług danych przestrzennych",
        en="Commission Regulation (EU) No 1089/2010 of 23 November 2010 implementing Directive "
        "2007/2/EC of the European Parliament and of the Council as regards interoperability of "
        "spatial data sets and services",
    ),
    date=datetime.date(2010, 12, 8),
    uri="http://data.europa.eu/eli/reg/2010/1089",
)
_NETWORK_SERVICES = Specification(
    title=Text(
        pl="Rozporządzenie Komisji (WE) nr 976/2009 z dnia 19 października 2009 r. w sprawie "
        "wykonania dyrektywy 2007/2/WE Parlamentu Europejskiego i Rady w zakresie usług "
        "sieciowych",
        en="Commission Regulation (EC) No 976/2009 of 19 October 2009 implementing Directive "
        "2007/2/EC of the European Parliament and of the Council as regards the Network Services",
    ),
    date=datetime.date(2009, 10, 20),
    uri="http://data.europa.eu/eli/reg/2009/976",
)


def _specifications(layer: Layer) -> tuple[Specification, ...]:
    own = layer.metadata
    return (*((_INTEROPERABILITY,) if own.inspire_theme else ()), *own.specifications)


def by_id(found: Sequence[Record], name: str) -> Record | None:
    """Return the record that a layer's id or a uuid names."""
    return next((one for one in found if name in (one.id, one.uuid)), None)
