"""Mail and webhooks go to servers that prove who they are, with a password only behind TLS."""

from __future__ import annotations

import functools
import http.server
import socket
import ssl
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from sip import mail
from sip.mail import MailError
from sip.settings import Settings
from sip.taking_part import webhook
from sip.taking_part.webhook import WebhookError

# The server knows of no TLS but STARTTLS, and so thinks that there is none from the beginning.
pytestmark = pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")
NAME, PASSWORD = "sip", "trudne hasło?"


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A certificate for localhost that vouches for itself, and its key."""
    folder = tmp_path_factory.mktemp("tls")
    certificate, key = folder / "office.pem", folder / "key.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",
         "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", key,
         "-out", certificate],
        check=True, capture_output=True,
    )  # fmt: skip
    return certificate, key


@pytest.fixture
def offered(papers: tuple[Path, Path]) -> ssl.SSLContext:
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    made.load_cert_chain(*papers)
    return made


class Taking:
    """What a mail server was given: letters, and names with passwords."""

    def __init__(self) -> None:
        self.letters: list[bytes] = []
        self.logins: list[tuple[str, str]] = []

    async def handle_DATA(  # noqa: N802 - the name that the server calls
        self, _server: SMTP, _session: Session, envelope: Envelope
    ) -> str:
        """Take a letter."""
        assert isinstance(envelope.content, bytes)
        self.letters.append(envelope.content)
        return "250 taken"

    def login(self, *given: Any) -> AuthResult:
        """Take who proves to be the office."""
        data = given[-1]
        assert isinstance(data, LoginPassword)
        self.logins.append((data.login.decode(), data.password.decode()))
        return AuthResult(success=self.logins[-1] == (NAME, PASSWORD), handled=False)


@pytest.fixture(params=["smtp", "smtps"])
def server(request: pytest.FixtureRequest, offered: ssl.SSLContext) -> Iterator[tuple[str, Taking]]:
    """A mail server that asks for TLS and a password; its address without them."""
    taking = Taking()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    is_early = request.param == "smtps"
    controller = Controller(
        taking, hostname="127.0.0.1", port=port, authenticator=taking.login, auth_required=True,
        ssl_context=offered if is_early else None, server_hostname="localhost",
        **{} if is_early else {"tls_context": offered, "require_starttls": True},
        **{"auth_require_tls": False} if is_early else {},
    )  # fmt: skip
    if is_early:
        controller._trigger_server = functools.partial(_knock, port)  # type: ignore[method-assign]
    controller.start()
    yield f"{request.param}://{{}}localhost:{port}", taking
    controller.stop()


def _knock(port: int) -> None:
    """Wake a server that speaks TLS at once; its own way to do so knows no certificate of ours."""
    careless = ssl.create_default_context()
    careless.check_hostname, careless.verify_mode = False, ssl.CERT_NONE
    with (
        socket.create_connection(("127.0.0.1", port), timeout=10) as line,
        careless.wrap_socket(line) as safe,
    ):
        safe.recv(1024)


def settings(address: str, login: str, ca_file: Path | None) -> Settings:
    return Settings(
        project=Path(), state=Path(), smtp_url=address.format(login), ca_file=ca_file,
        mail_from="Urząd <plan@town.invalid>",
    )  # fmt: skip


def letter(found: Settings) -> None:
    mail.send(found, mail.message(found, "a@b.example", "Uwaga", "Zażółć", identity="1"))


GOOD = "sip:trudne%20has%C5%82o%3F@"


def test_a_letter_goes_out_behind_tls_with_name_and_password(
    server: tuple[str, Taking], papers: tuple[Path, Path]
) -> None:
    address, taking = server
    letter(settings(address, GOOD, papers[0]))
    assert taking.logins == [(NAME, PASSWORD)]
    assert b"Subject: Uwaga" in taking.letters[0]


def test_a_server_that_proves_nothing_gets_neither_letter_nor_password(
    server: tuple[str, Taking], papers: tuple[Path, Path]
) -> None:
    address, taking = server
    with pytest.raises(MailError, match="certificate verify failed"):
        letter(settings(address, GOOD, None))
    with pytest.raises(MailError, match="certificate verify failed"):
        letter(settings(address.replace("localhost", "127.0.0.1"), GOOD, papers[0]))
    assert (taking.logins, taking.letters) == ([], [])
    with pytest.raises(MailError, match="535"):
        letter(settings(address, "sip:wrong@", papers[0]))
    assert taking.letters == []


@pytest.fixture
def receiver(offered: ssl.SSLContext) -> Iterator[tuple[str, list[bytes]]]:
    """A receiver of webhooks behind TLS, and what it has taken."""
    taken: list[bytes] = []

    class Receiver(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            taken.append(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_args: Any) -> None:
            """Say nothing."""

    class Quiet(http.server.ThreadingHTTPServer):
        def handle_error(self, *_args: Any) -> None:
            """Say nothing of those who do not believe it."""

    with Quiet(("127.0.0.1", 0), Receiver) as made:
        made.socket = offered.wrap_socket(
            made.socket, server_side=True, do_handshake_on_connect=False
        )
        thread = threading.Thread(target=made.serve_forever)
        thread.start()
        yield f"https://localhost:{made.server_port}/news", taken
        made.shutdown()
        thread.join()


def test_a_webhook_goes_to_a_receiver_that_proves_who_it_is(
    receiver: tuple[str, list[bytes]], papers: tuple[Path, Path]
) -> None:
    url, taken = receiver
    known = mail.trusted(settings("smtp://", "", papers[0]))
    webhook.post(url, {"a": 1}, "s", key="k", trust=known, is_allowed=lambda _one: True)
    assert taken == [b'{"a":1}']
    with pytest.raises(WebhookError, match="certificate verify failed"):
        webhook.post(url, {}, "s", key="k", is_allowed=lambda _one: True)
    other = url.replace("localhost", "127.0.0.1")
    with pytest.raises(WebhookError, match="certificate verify failed"):
        webhook.post(other, {}, "s", key="k", trust=known, is_allowed=lambda _one: True)
    assert len(taken) == 1
