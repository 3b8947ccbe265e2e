"""The catalogue service at `/csw` and at `/ows`: its operations and their answers."""

from __future__ import annotations

import datetime
from collections.abc import Awaitable, Callable, Mapping, Sequence
from pathlib import Path

from lxml import etree
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from services.csw import dublin_core, query, requests
from services.csw.dublin_core import CSW, ElementSet
from sip import data_sets, inspire, metadata, ows_common, xml
from sip.errors import CrsError, QueryError
from sip.links import Links
from sip.metadata import Record
from sip.ows import OwsRoute
from sip.ows_common import LANGUAGES, XSI, Asked, OwsError, Parameters
from sip.service import Context, base_url, context
from sip.text import Text

PATH = "/csw"
VERSION = "2.0.2"
GMD = "http://www.isotc211.org/2005/gmd"
_SCHEMA = "http://schemas.opengis.net/csw/2.0.2/CSW-discovery.xsd"
_SCHEMAS = {
    "Record": (CSW, "http://schemas.opengis.net/csw/2.0.2/record.xsd"),
    "MD_Metadata": (GMD, "http://schemas.opengis.net/iso/19139/20070417/gmd/gmd.xsd"),
}
_SETS: Mapping[str, ElementSet] = {"brief": "brief", "summary": "summary", "full": "full"}
_FORMATS = {"application/xml": None, "text/xml": None}
_RESULTS = {"hits": True, "results": False}
_TEMPLATES = xml.templates(Path(__file__).parent / "templates")
_TEMPLATES.globals |= {
    "themes": inspire.THEMES,
    "theme_uri": inspire.uri,
    "gemet": inspire.GEMET,
    "gemet_uri": inspire.GEMET_URI,
    "gemet_date": inspire.GEMET_DATE,
    "words": {
        "synthetic": Text(
            pl="Dane syntetyczne: nie opisują rzeczywistych obiektów.",
            en="Synthetic data: it describes no real objects.",
        ),
        "no_limitations": Text(
            pl="Brak ograniczeń w publicznym dostępie", en="No limitations on public access"
        ),
        "no_lineage": Text(
            pl="Pochodzenia danych nie opisano.", en="The lineage has not been described."
        ),
        "maintenance": Text(
            pl="Każda zmiana jest widoczna w usługach od razu.",
            en="Every change is seen in the services at once.",
        ),
        "notEvaluated": Text(pl="Zgodności nie badano.", en="Conformity was not evaluated."),
        "conformant": Text(
            pl="Dane są zgodne z tą specyfikacją.", en="The data conforms to this specification."
        ),
        "notConformant": Text(
            pl="Dane nie są zgodne z tą specyfikacją.",
            en="The data does not conform to this specification.",
        ),
        "page": Text(pl="Rekord metadanych w OGC API", en="The metadata record in the OGC API"),
    },
}
type Operation = Callable[[Context, Asked, Links], Awaitable[Response]]


def routes() -> Sequence[BaseRoute]:
    """Make the service's routes."""
    return (Route(PATH, serve, methods=["GET", "POST"]), OwsRoute("CSW", serve))


async def serve(request: Request) -> Response:
    """Answer one request; what cannot be answered becomes an exception report."""
    try:
        return await _answer(request)
    except OwsError as error:
        return ows_common.report(error, "1.0.0", service_version="1.2.0")
    except (QueryError, CrsError) as error:
        refused = OwsError("InvalidParameterValue", "constraint", str(error))
        return ows_common.report(refused, "1.0.0", service_version="1.2.0")


async def _answer(request: Request) -> Response:
    asked = await requests.read(request)
    given = asked.parameters
    service = given.require("service")
    if service.upper() != "CSW":
        raise OwsError("InvalidParameterValue", "service", f'"{service}" is not CSW')
    name = given.require("request")
    operation = _OPERATIONS.get(name.lower())
    if operation is None:
        raise OwsError("OperationNotSupported", name, f'"{name}" is not an operation offered here')
    if operation is not _get_capabilities:
        ows_common.choose(given.get("version", VERSION), {VERSION: None}, "version")
        given.choice("outputformat", _FORMATS, "application/xml")
    return await operation(context(request), asked, Links(base_url(request)))


async def _get_capabilities(now: Context, asked: Asked, links: Links) -> Response:
    given = asked.parameters
    accepted = given.get("acceptversions") or given.get("version")
    ows_common.negotiated(accepted, (VERSION,), VERSION)
    project = now.catalogue.project
    shorts = {short: code for code, short in LANGUAGES.items()}
    wanted = f"{given.get('language')} {given.get('acceptlanguages')}"
    language = ows_common.language(wanted, project.languages[0])

    def make() -> bytes:
        text = _TEMPLATES.get_template("capabilities.xml").render(
            sequence=now.catalogue.digest,
            project=project,
            language=language,
            languages=[shorts[one] for one in project.languages],
            response_language=shorts[language],
            links=links,
            stamp=max(one.stamp for one in metadata.records(now, links)),
            types=query.TYPES,
            output_schemas=(CSW, GMD),
            queryables=query.NAMES,
            themes_in_use=[theme.spec.title for theme in now.catalogue.themes],
        )
        return text.encode()

    return ows_common.answer(now.rendered.get(("csw", links.base, language), make))


async def _describe_record(now: Context, asked: Asked, links: Links) -> Response:
    given = asked.parameters.get("typename") or asked.parameters.get("typenames")
    names = [name.strip().rsplit(":", 1)[-1] for name in given.split(",")] if given else _SCHEMAS
    found = {name: ows_common.choose(name, _SCHEMAS, "typeName") for name in names}
    return ows_common.answer(
        _TEMPLATES.get_template("describe-record.xml").render(schemas=list(found.values()))
    )


async def _get_domain(now: Context, asked: Asked, links: Links) -> Response:
    given = asked.parameters
    if parameter := given.get("parametername"):
        values = _PARAMETER_VALUES.get(parameter.lower(), ())
        return _domain("ParameterName", parameter, "csw:Record", values)
    name = given.require("propertyname")
    found = query.resolve(name)[0]
    records = await data_sets.records(now, links)
    known = sorted({v for one in records for v in query.queryables(one).texts.get(found, ())})
    return _domain("PropertyName", name, "csw:Record", known)


def _domain(tag: str, name: str, type_: str, values: Sequence[str]) -> Response:
    return ows_common.answer(
        _TEMPLATES.get_template("domain.xml").render(tag=tag, name=name, type=type_, values=values)
    )


_PARAMETER_VALUES = {
    "getrecords.elementsetname": tuple(_SETS),
    "getrecords.outputschema": (CSW, GMD),
    "getrecords.resulttype": tuple(_RESULTS),
    "getrecords.typenames": query.TYPES,
    "getrecordbyid.elementsetname": tuple(_SETS),
    "getrecordbyid.outputschema": (CSW, GMD),
    "describerecord.typename": query.TYPES[:2],
}


async def _get_record_by_id(now: Context, asked: Asked, links: Links) -> Response:
    given = asked.parameters
    names = [name.strip() for name in given.require("id").split(",")]
    form = _form(given, default="summary")
    known = await data_sets.records(now, links)
    root = etree.Element(f"{{{CSW}}}GetRecordByIdResponse", nsmap=_SPACES)
    _located(root)
    found = [metadata.by_id(known, name) for name in names]
    root.extend([form(record, links) for record in found if record])
    return ows_common.document(root)


async def _get_records(now: Context, asked: Asked, links: Links) -> Response:
    given = asked.parameters
    form = _form(given, default="summary")
    found = query.selected(await data_sets.records(now, links), asked)
    start = given.number("startposition", 1, least=1)
    count = 0 if given.choice("resulttype", _RESULTS, "hits") else given.number("maxrecords", 10)
    page = found[start - 1 : start - 1 + count]
    after = start + len(page)
    return ows_common.document(
        _response([form(record, links) for record in page], given, len(found), after)
    )


_SPACES = {"csw": CSW, "xsi": XSI}


def _located(root: etree._Element) -> None:
    root.set(f"{{{XSI}}}schemaLocation", f"{CSW} {_SCHEMA}")


def _response(
    page: list[etree._Element], given: Parameters, matched: int, after: int
) -> etree._Element:
    root = etree.Element(f"{{{CSW}}}GetRecordsResponse", {"version": VERSION}, _SPACES)
    _located(root)
    stamp = datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    etree.SubElement(root, f"{{{CSW}}}SearchStatus", {"timestamp": stamp})
    results = etree.SubElement(
        root,
        f"{{{CSW}}}SearchResults",
        {
            "numberOfRecordsMatched": str(matched),
            "numberOfRecordsReturned": str(len(page)),
            "nextRecord": str(after if after <= matched and page else 0),
            "recordSchema": given.get("outputschema", CSW),
            "elementSet": given.get("elementsetname", "summary"),
        },
    )
    results.extend(page)
    return root


def _form(given: Parameters, *, default: ElementSet) -> Callable[[Record, Links], etree._Element]:
    """Return how records are written, as the request asks."""
    schema = given.choice("outputschema", {CSW: CSW, GMD: GMD}, CSW)
    wanted = given.choice("elementsetname", _SETS, default)
    names = [name.strip().rsplit(":", 1)[-1] for name in given.get("elementname").split(",")]
    only = {name for name in names if name}
    if schema == GMD:
        return _iso
    if only:
        unknown = only - dublin_core.NAMES
        if unknown:
            text = f'"{", ".join(sorted(unknown))}" is no element of csw:Record'
            raise OwsError("InvalidParameterValue", "elementName", text)
        return lambda record, links: dublin_core.element(record, "full", links, only)
    return lambda record, links: dublin_core.element(record, wanted, links)


def _iso(record: Record, links: Links) -> etree._Element:
    template = _TEMPLATES.get_template("record.xml")
    return xml.parse(
        template.render(record=record, links=links).strip().encode(), keeps_blanks=False
    )


_OPERATIONS: dict[str, Operation] = {
    "getcapabilities": _get_capabilities,
    "describerecord": _describe_record,
    "getdomain": _get_domain,
    "getrecords": _get_records,
    "getrecordbyid": _get_record_by_id,
}
