"""Webhooks: a signed POST to an address of somebody else, and never to one within our networks.

The name is resolved once, every address that it has must be a public one, and the connection goes
to the address that was checked; redirects are not followed.
"""

from __future__ import annotations

import hashlib
import hmac
import http.client
import ipaddress
import socket
import ssl
import time
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import SplitResult, urlsplit

import orjson

from sip.errors import QueryError, SipError

_WAIT_S = 10
_HTTPS, _HTTPS_PORT = "https", 443
_LEAST_BAD_STATUS = 300
type IsAllowed = Callable[[ipaddress.IPv4Address | ipaddress.IPv6Address], bool]


class WebhookError(SipError):
    """The receiver does not take a message now, or stands where none may be sent to."""


def checked(url: str) -> str:
    """Return an address that messages may be sent to: https, no name and password, port 443.

    Raises:
        QueryError: It is another one.
    """
    try:
        where = urlsplit(url)
        is_good = (
            where.scheme == _HTTPS
            and bool(where.hostname)
            and where.port in (None, _HTTPS_PORT)
            and not where.username
            and url.isprintable()
            and " " not in url
        )
    except ValueError:
        is_good = False
    if not is_good:
        raise QueryError(
            "a webhook is an https:// address without a port, a name or a password",
            pl="webhook to adres https:// bez portu, nazwy i hasła",
        )
    return url


def is_public(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    """Say whether an address is on the public internet, its mapped and tunnelled forms, too."""
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]
        if inner is not None and not is_public(inner):
            return False
    return address.is_global and not address.is_multicast


def signature(secret: str, at: str, body: bytes) -> str:
    """Return what a receiver compares with `X-SIP-Signature`."""
    digest = hmac.new(secret.encode(), at.encode() + b"." + body, hashlib.sha256).hexdigest()
    return f"sha256={digest}"


def post(
    url: str,
    message: Mapping[str, Any],
    secret: str,
    *,
    key: str,
    trust: ssl.SSLContext | None = None,
    is_allowed: IsAllowed = is_public,
) -> None:
    """Send a message as JSON, signed with time and secret; `trust` judges the certificate.

    Raises:
        WebhookError: It was not taken; the text says why.
    """
    where = urlsplit(url)
    body, at = orjson.dumps(message, option=orjson.OPT_SORT_KEYS), str(int(time.time()))
    headers = {
        "Host": where.netloc,
        "Content-Type": "application/json",
        "User-Agent": "SIP",
        "X-SIP-Key": key,
        "X-SIP-Timestamp": at,
        "X-SIP-Signature": signature(secret, at, body),
    }
    try:
        connection = _connected(where, trust or ssl.create_default_context(), is_allowed)
        try:
            path = where.path or "/"
            connection.request("POST", f"{path}?{where.query}" if where.query else path,
                               body, headers)  # fmt: skip
            status = connection.getresponse().status
        finally:
            connection.close()
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise WebhookError(f"the receiver does not answer: {error}") from error
    if status >= _LEAST_BAD_STATUS:
        raise WebhookError(f"the receiver answers {status}")


def _connected(
    where: SplitResult, trust: ssl.SSLContext, is_allowed: IsAllowed
) -> http.client.HTTPConnection:
    host = where.hostname or ""
    is_safe = where.scheme == _HTTPS
    port = where.port or (_HTTPS_PORT if is_safe else 80)
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    addresses = [str(one[4][0]).partition("%")[0] for one in found]
    if not addresses or not all(is_allowed(ipaddress.ip_address(one)) for one in addresses):
        raise WebhookError("the address is within a closed network: nothing is sent there")
    line = socket.create_connection((addresses[0], port), timeout=_WAIT_S)
    connection = http.client.HTTPConnection(host, port, timeout=_WAIT_S)
    connection.sock = trust.wrap_socket(line, server_hostname=host) if is_safe else line
    return connection
