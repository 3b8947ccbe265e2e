"""Reading a request: key-value pairs and XML are brought into one form."""

from __future__ import annotations

from lxml import etree
from starlette.requests import Request

from sip import ows_common, xml
from sip.ows_common import Asked, Parameters


async def read(request: Request) -> Asked:
    """Read a request of either encoding.

    Raises:
        OwsError: It cannot be read.
    """
    if request.method == "POST":
        return _from_xml(await ows_common.body(request))
    given = ows_common.parameters(request)
    text = given.get("constraint")
    if not text or given.get("constraintlanguage").upper() != "FILTER":
        return Asked(given)
    return Asked(given, ows_common.filter_in(request, text, "constraint"))


def _from_xml(root: etree._Element) -> Asked:
    values = ows_common.flattened(root, _PATHS)
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
