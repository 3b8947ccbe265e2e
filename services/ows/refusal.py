"""How a WMS says no: a service exception with the code of the standard."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from starlette.responses import Response

from sip.errors import SipError
from sip.xml import printable

NEWEST = "1.3.0"
_MEDIA = {"1.1.1": "application/vnd.ogc.se_xml", "1.3.0": "text/xml"}
_REPORT = {
    "1.1.1": '<ServiceExceptionReport version="1.1.1">',
    "1.3.0": '<ServiceExceptionReport version="1.3.0" xmlns="http://www.opengis.net/ogc">',
}


class WmsError(SipError):
    """A refusal in the words of the WMS standard; an empty code where it has none."""

    def __init__(self, code: str, text: str, *, status: int = 400):
        super().__init__(text)
        self.code = code
        self.status = status


def report(error: WmsError, version: str) -> Response:
    """Write a refusal as the exception report of a version."""
    code = f" code={quoteattr(error.code)}" if error.code else ""
    text = escape(printable(str(error)))
    body = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f"{_REPORT[version]}<ServiceException{code}>{text}</ServiceException>"
        "</ServiceExceptionReport>\n"
    )
    media = f"{_MEDIA[version]}; charset=utf-8"
    return Response(body, error.status, media_type=media, headers={"Cache-Control": "no-store"})
