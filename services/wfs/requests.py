"""Reading a request: key-value pairs and XML are brought into one form."""

from __future__ import annotations

from lxml import etree
from starlette.requests import Request

from sip import ows_common, xml
from sip.ows_common import Asked, OwsError, Parameters

_VENDOR = ("datetime", "asof")
"""Parameters that no document of the standard has a place for."""


async def read(request: Request) -> Asked:
    """Read a request of either encoding.

    Raises:
        OwsError: It cannot be read.
    """
    if request.method == "POST":
        return _from_xml(await ows_common.body(request), ows_common.parameters(request))
    given = ows_common.parameters(request)
    text = given.get("filter")
    if not text:
        return Asked(given)
    plain = text[1:-1] if text.startswith("(") and text.endswith(")") else text
    return Asked(given, ows_common.filter_in(request, plain, "filter"))


def _from_xml(root: etree._Element, beside: Parameters) -> Asked:
    """Read a document; the vendor parameters stand beside it, in the address."""
    values = {name: beside.get(name) for name in _VENDOR} | ows_common.flattened(root, _PATHS)
    values.setdefault("service", "WFS")
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
    return Asked(Parameters(values), filter_)


_PATHS = {
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
