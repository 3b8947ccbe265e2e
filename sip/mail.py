"""E-mail: one message handed to the mail server of the office, or put into a folder by the demo."""

from __future__ import annotations

import base64
import smtplib
import ssl
import uuid
from email.message import EmailMessage
from email.utils import formatdate
from urllib.parse import unquote, urlsplit

from sip import account
from sip.errors import SipError
from sip.settings import Settings

_WAIT_S = 20
_SMTP, _SMTPS, _SUBMISSION = "smtp", "smtps", 587
_AUTHENTICATED = 235
_HERE = ("localhost", "127.0.0.1", "::1")


class MailError(SipError):
    """The mail server does not take a message now."""


def is_set(settings: Settings) -> bool:
    """Say whether mail can be sent: a server is set, or this is a demo with its folder."""
    return bool(settings.smtp_url) or settings.mode == "demo"


def message(
    settings: Settings,
    to: str,
    subject: str,
    text: str,
    *,
    identity: str,
    unsubscribe: str = "",
) -> EmailMessage:
    """Return a plain message.

    Args:
        settings: They say who sends.
        to: An address that was checked to be one.
        subject: One line.
        text: The words.
        identity: What the message is about, unique: a message sent twice has the same Message-ID.
        unsubscribe: Address that ends it all with one click (RFC 8058).
    """
    made = EmailMessage()
    sender = settings.mail_from or f"sip@{settings.host}"
    made["From"], made["To"], made["Subject"] = sender, to, subject
    made["Date"] = formatdate(localtime=False)
    domain = sender.rpartition("@")[2].strip(">") or "localhost"
    made["Message-ID"] = f"<{uuid.uuid5(uuid.NAMESPACE_URL, f'{domain}/{identity}')}@{domain}>"
    made["Auto-Submitted"] = "auto-generated"
    if unsubscribe:
        made["List-Unsubscribe"] = f"<{unsubscribe}>"
        made["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    made.set_content(text)
    return made


def send(settings: Settings, made: EmailMessage) -> None:
    """Hand a message to the server, or write it to `mail/` of the state folder where none is set.

    Raises:
        MailError: The server is away or refuses; the text says which.
    """
    try:
        if settings.smtp_url:
            _hand_over(settings, made)
        else:
            account.own(settings.mail, 0o700)
            name = made["Message-ID"].strip("<>").partition("@")[0]
            (settings.mail / f"{name}.eml").write_bytes(bytes(made))
    except (OSError, smtplib.SMTPException) as error:
        raise MailError(f"the mail is not taken: {error}") from error


def _log_in(server: smtplib.SMTP, name: str, password: str) -> None:
    if (name + password).isascii():
        server.login(name, password)
        return
    # smtplib writes ASCII only; PLAIN is UTF-8 (RFC 4616).
    proof = base64.b64encode(f"\0{name}\0{password}".encode()).decode()
    code, said = server.docmd("AUTH", f"PLAIN {proof}")
    if code != _AUTHENTICATED:
        raise smtplib.SMTPAuthenticationError(code, said)


def trusted(settings: Settings) -> ssl.SSLContext:
    """Return how servers of others prove who they are: to known authorities, and to the office's.

    Raises:
        OSError: The file of certificates holds none.
    """
    made = ssl.create_default_context()
    if settings.ca_file is not None:
        made.load_verify_locations(settings.ca_file)
    return made


def _hand_over(settings: Settings, made: EmailMessage) -> None:
    where = urlsplit(settings.smtp_url)
    host = where.hostname or "localhost"
    safe = trusted(settings)
    if where.scheme == _SMTPS:
        server: smtplib.SMTP = smtplib.SMTP_SSL(
            host, where.port or 0, timeout=_WAIT_S, context=safe
        )
    else:
        server = smtplib.SMTP(host, where.port or _SUBMISSION, timeout=_WAIT_S)
    with server:
        server.ehlo()
        if where.scheme == _SMTP and server.has_extn("starttls"):
            server.starttls(context=safe)
            server.ehlo()
        elif where.scheme == _SMTP and where.username and host not in _HERE:
            raise smtplib.SMTPException("it offers no TLS, so it gets no password")
        if where.username:
            _log_in(server, unquote(where.username), unquote(where.password or ""))
        server.send_message(made)
