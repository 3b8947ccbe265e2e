"""Reading a request: key-value pairs and XML are brought into one form."""

from __future__ import annotations

import dataclasses

from lxml import etree
from starlette.requests import Request

from sip import ows_common, xml
from sip.errors import QueryError
from sip.ows_common import OwsError, Parameters
from sip.service import context


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
        return _from_xml(await ows_common.body(request))
    given = ows_common.parameters(request)
    limit = context(request).settings.limits.body_bytes
    return Asked(given, _filter(given, limit))


def _filter(given: Parameters, limit_bytes: int) -> etree._Element | None:
    text = given.get("constraint")
    if not text or given.get("constraintlanguage").upper() != "FILTER":
        return None
    try:
        return xml.parse(text.encode(), limit_bytes=limit_bytes)
    except QueryError as error:
        raise OwsError("InvalidParameterValue", "constraint", str(error)) from error


def _from_xml(root: etree._Element) -> Asked:
    values = {str(name).lower(): str(value) for name, value in root.attrib.items()}
    values["request"] = xml.local(root)
    for path, name in _PATHS.items():
        if found := [xml.text(one) for one in root.iterfind(path)]:
            values[name] = ",".join(found)
    query = root.find("{*}Query")
    if query is None:
        return Asked(Parameters(values))
    values["typenames"] = query.get("typeNames", "")
    keys = [_sort_key(one) for one in query.iter("{*}SortProperty")]
    values["sortby"] = ",".join(keys)
    constraint = query.find("{*}Constraint")
    if constraint is None:
        return Asked(Parameters(values))
    text = constraint.findtext("{*}CqlText")
    if text is not None:
        values |= {"constraint": text, "constraintlanguage": "CQL_TEXT"}
    return Asked(Parameters(values), constraint.find("{*}Filter"))


_PATHS = {
    "{*}Id": "id",
    "{*}TypeName": "typename",
    "{*}ElementSetName": "elementsetname",
    "{*}Query/{*}ElementSetName": "elementsetname",
    "{*}Query/{*}ElementName": "elementname",
    "{*}AcceptVersions/{*}Version": "acceptversions",
    "{*}PropertyName": "propertyname",
    "{*}ParameterName": "parametername",
}


def _sort_key(element: etree._Element) -> str:
    name, *order = [xml.text(one) for one in element]
    return ":".join([name, (order or ["A"])[0][:1]])
