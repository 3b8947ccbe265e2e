"""Reading a request: key-value pairs and XML are brought into one form."""

from __future__ import annotations

import dataclasses

from lxml import etree
from starlette.requests import Request

from sip import ows_common, xml
from sip.errors import QueryError
from sip.ows_common import OwsError, Parameters
from sip.service import context

_VENDOR = ("datetime", "asof")
"""Parameters that no document of the standard has a place for."""


@dataclasses.dataclass(frozen=True)
class Asked:
    """A request as key-value parameters; a filter apart, parsed."""

    parameters: Parameters
    filter: etree._Element | None = None


async def read(request: Request) -> Asked:
    """Read a request of either encoding.

    Raises:
        OwsError: It cannot be read.
    """
    if request.method == "POST":
        return _from_xml(await ows_common.body(request), ows_common.parameters(request))
    parameters = ows_common.parameters(request)
    return Asked(parameters, _filter(parameters, context(request).settings.limits.body_bytes))


def _filter(parameters: Parameters, limit_bytes: int) -> etree._Element | None:
    text = parameters.get("filter")
    if not text:
        return None
    plain = text[1:-1] if text.startswith("(") and text.endswith(")") else text
    try:
        return xml.parse(plain.encode(), limit_bytes=limit_bytes)
    except QueryError as error:
        raise OwsError("InvalidParameterValue", "filter", str(error)) from error


def _from_xml(root: etree._Element, beside: Parameters) -> Asked:
    """Read a document; the vendor parameters stand beside it, in the address."""
    values = {name: beside.get(name) for name in _VENDOR}
    values |= {str(name).lower(): str(value) for name, value in root.attrib.items()}
    values.setdefault("service", "WFS")
    values["request"] = xml.local(root)
    filter_: etree._Element | None = None
    queries = root.findall("{*}Query") + root.findall("{*}StoredQuery")
    if len(queries) > 1:
        raise several_queries()
    for query in queries:
        values |= {str(name).lower(): str(value) for name, value in query.attrib.items()}
        if xml.local(query) == "StoredQuery":
            values["storedquery_id"] = query.get("id", "")
        values |= {
            str(one.get("name")).lower(): xml.text(one) for one in query.findall("{*}Parameter")
        }
        values["propertyname"] = ",".join(xml.text(one) for one in query.findall("{*}PropertyName"))
        values["sortby"] = ",".join(_sort_key(one) for one in query.iter("{*}SortProperty"))
        filter_ = query.find("{*}Filter")
    for tag, name in _LISTS.items():
        if found := [xml.text(one) for one in root.iterfind(tag)]:
            values[name] = ",".join(found)
    return Asked(Parameters(values), filter_)


_LISTS = {
    "{*}TypeName": "typenames",
    "{*}StoredQueryId": "storedquery_id",
    "{*}AcceptVersions/{*}Version": "acceptversions",
    "{*}AcceptLanguages/{*}Language": "acceptlanguages",
}


def _sort_key(element: etree._Element) -> str:
    name, *order = [xml.text(one) for one in element]
    return " ".join([name, *order])


def several_queries() -> OwsError:
    """Say that a request holds one query."""
    text = "one query for one feature type is answered at a time"
    return OwsError("OptionNotSupported", "typeNames", text)
