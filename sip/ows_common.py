"""What the older OGC services have in common: key-value parameters, versions, exceptions."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping, Sequence
from typing import Literal

from lxml import etree
from starlette.requests import Request
from starlette.responses import Response

from sip import xml
from sip.errors import QueryError, SipError, TooMuch
from sip.ows import key_values
from sip.service import context

type OwsVersion = Literal["1.0.0", "1.1.0"]

NAMESPACE: Mapping[OwsVersion, str] = {
    "1.0.0": "http://www.opengis.net/ows",
    "1.1.0": "http://www.opengis.net/ows/1.1",
}
XLINK = "http://www.w3.org/1999/xlink"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
XML_MEDIA_TYPE = "text/xml; charset=utf-8"
LANGUAGES = {"pol": "pl", "eng": "en"}
"""The three-letter codes that INSPIRE asks for, and the languages of the platform."""
_STATUS = {"NotFound": 404, "NoApplicableCode": 500, "OperationProcessingFailed": 403}


class OwsError(SipError):
    """A refusal in the words of OWS Common: code, locator, text."""

    def __init__(self, code: str, locator: str, text: str):
        super().__init__(text)
        self.code = code
        self.locator = locator

    @property
    def status(self) -> int:
        """The HTTP status that goes with the code."""
        return _STATUS.get(self.code, 400)


@dataclasses.dataclass(frozen=True)
class Asked:
    """A request in either encoding as key-value parameters; a filter apart, parsed."""

    parameters: Parameters
    filter: etree._Element | None = None


@dataclasses.dataclass(frozen=True)
class Parameters:
    """Key-value parameters, their names in lower case."""

    values: Mapping[str, str]

    def get(self, name: str, default: str = "") -> str:
        """Return a value without white space around it; the default where absent or empty."""
        return self.values.get(name, "").strip() or default

    def require(self, name: str) -> str:
        """Return a value.

        Raises:
            OwsError: MissingParameterValue.
        """
        if found := self.get(name):
            return found
        raise OwsError("MissingParameterValue", name, f"{name.upper()} is missing")

    def number(self, name: str, default: int, *, least: int = 0) -> int:
        """Return a whole number.

        Raises:
            OwsError: InvalidParameterValue.
        """
        found = self.get(name)
        if not found:
            return default
        return whole(found, name, least=least)

    def choice[T](self, name: str, choices: Mapping[str, T], default: str) -> T:
        """Return what one of the allowed words stands for.

        Raises:
            OwsError: InvalidParameterValue.
        """
        return choose(self.get(name, default), choices, name)


def whole(text: str, locator: str, *, least: int = 0) -> int:
    """Read a whole number, or refuse it by its locator."""
    if not re.fullmatch(r"\d{1,15}", text) or int(text) < least:
        raise OwsError(
            "InvalidParameterValue",
            locator,
            f'"{text}" is no whole number of at least {least}',
        )
    return int(text)


def choose[T](text: str, choices: Mapping[str, T], locator: str) -> T:
    """Return what a word stands for, or refuse it by its locator."""
    if text not in choices:
        allowed = ", ".join(choices)
        raise OwsError("InvalidParameterValue", locator, f'"{text}" is not one of {allowed}')
    return choices[text]


def parameters(request: Request) -> Parameters:
    """Read the query of a request."""
    return Parameters(key_values(request.url.query))


async def body(request: Request) -> etree._Element:
    """Read the XML document of a POST.

    Raises:
        OwsError: OperationParsingFailed; it is too long, no XML, or has a document type.
    """
    limit = context(request).settings.limits.body_bytes
    content = b""
    try:
        async for chunk in request.stream():
            content += chunk
            if len(content) > limit:
                raise TooMuch(f"a request may have {limit} bytes")
        return xml.parse(content, limit_bytes=limit)
    except QueryError as error:
        raise OwsError("OperationParsingFailed", "", str(error)) from error


def filter_in(request: Request, text: str, locator: str) -> etree._Element:
    """Parse the filter that stands in a parameter.

    Raises:
        OwsError: InvalidParameterValue; see `body`.
    """
    limit = context(request).settings.limits.body_bytes
    try:
        return xml.parse(text.encode(), limit_bytes=limit)
    except QueryError as error:
        raise OwsError("InvalidParameterValue", locator, str(error)) from error


def flattened(root: etree._Element, names: Mapping[str, str]) -> dict[str, str]:
    """Return a request in XML as parameters: its attributes, and elements by their paths."""
    values = {str(name).lower(): str(value) for name, value in root.attrib.items()}
    values["request"] = xml.local(root)
    for path, name in names.items():
        if found := [xml.text(one) for one in root.iterfind(path)]:
            values[name] = ",".join(found)
    return values


def negotiated(accepted: str, offered: Sequence[str], default: str) -> str:
    """Return the first version that both sides know; the default where none is asked for.

    Raises:
        OwsError: VersionNegotiationFailed.
    """
    wanted = [version.strip() for version in accepted.split(",") if version.strip()]
    if not wanted:
        return default
    for version in wanted:
        if version in offered:
            return version
    text = f"none of {', '.join(wanted)} is offered; offered are {', '.join(offered)}"
    raise OwsError("VersionNegotiationFailed", "AcceptVersions", text)


def language(asked: str, default: str) -> str:
    """Return the two-letter code of the first known language among those asked for."""
    for one in re.split(r"[,\s]+", asked.lower()):
        if found := LANGUAGES.get(one) or {"pl": "pl", "en": "en"}.get(one[:2]):
            return found
    return default


def report(error: OwsError, version: OwsVersion, *, service_version: str) -> Response:
    """Write a refusal as an exception report."""
    ows = NAMESPACE[version]
    root = etree.Element(f"{{{ows}}}ExceptionReport", {"version": service_version}, {"ows": ows})
    root.set(XML_LANG, "en")
    one = etree.SubElement(root, f"{{{ows}}}Exception", {"exceptionCode": error.code})
    if error.locator:
        one.set("locator", xml.printable(error.locator))
    etree.SubElement(one, f"{{{ows}}}ExceptionText").text = xml.printable(str(error))
    return document(root, status=error.status)


def document(root: etree._Element, *, status: int = 200) -> Response:
    """Answer with an XML document."""
    content = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return answer(content, status=status)


def answer(content: bytes | str, *, status: int = 200) -> Response:
    """Answer with the text of an XML document."""
    return Response(content, status, headers={"Content-Type": XML_MEDIA_TYPE})
