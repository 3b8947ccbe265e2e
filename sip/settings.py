"""What this machine says: folders, port, database. The only file that reads the environment.

What the installation *is* (title, CRS, contact) stands in `layers/_project.yaml`.

| variable | meaning | default |
|---|---|---|
| `SIP_PROJECT` | the project folder | the nearest folder above with `layers/_project.yaml` |
| `SIP_STATE` | run-time files | `.sip` in the project folder |
| `SIP_PORT` | the one port of all services | 8080 |
| `SIP_HOST` | address to listen on | 127.0.0.1 |
| `SIP_PUBLIC_URL` | address that visitors use, `https://...` | as the request says |
| `SIP_DATABASE_URL` | an existing PostGIS, as its owner | the private cluster |
| `SIP_DATABASE_LISTEN` | where QGIS reaches the private cluster, `0.0.0.0:5432` | nowhere |
| `SIP_OIDC_SECRET` | what the OpenID Connect provider knows this installation by | none |
| `SIP_SMTP_URL` | the mail server, `smtp://user:password@host:587` or `smtps://` | none |
| `SIP_MAIL_FROM` | who sends mail, `Urząd <planowanie@miasto.pl>` | `sip@` the host |
| `SIP_CA_FILE` | certificates (PEM) of the office's own authority, for mail and webhooks | none |
| `SIP_MODE` | `demo` or `production` | `demo` |
| `SIP_ARCHIVE` | folder that changes of the private cluster are copied to, for recovery | none |
| `SIP_LANG` | language of commands, `pl` or `en` | that of `LC_ALL` or `LANG` |
| `SIP_WORKERS` | processes of the application | 2 |
| `SIP_COMMENT_AUTHOR_YEARS` | how long after a display it is known who commented | 5 |
| `SIP_PERSONAL_ACCESS_YEARS` | how long it stays on record who read personal data | 5 |
"""

from __future__ import annotations

import dataclasses
import hashlib
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Literal, cast

from sip.errors import ProjectError

PROJECT_MARK = Path("layers") / "_project.yaml"
DATABASE = "sip"
type Role = Literal["sip_owner", "sip_editor", "sip_public", "sip_gateway"]
_DATABASE_PORT = 5432
_SOCKET_PATH_MAX = 80  # the kernel allows 107 bytes, PostgreSQL adds ".s.PGSQL.5432.lock"


@dataclasses.dataclass(frozen=True)
class Limits:
    """What one request may ask for."""

    items: int = 10_000
    default_items: int = 10
    offset: int = 5_000_000
    picture_px: int = 4096
    statement_s: float = 20.0
    body_bytes: int = 10_000_000
    filter_depth: int = 30
    filter_chars: int = 20_000
    export_rows: int = 2_000_000


@dataclasses.dataclass(frozen=True)
class Settings:
    """Everything that differs between machines."""

    project: Path
    state: Path
    port: int = 8080
    host: str = "127.0.0.1"
    public_url: str = ""
    database_url: str = ""
    database_listen: str = ""
    oidc_secret: str = dataclasses.field(default="", repr=False)
    smtp_url: str = dataclasses.field(default="", repr=False)
    mail_from: str = ""
    ca_file: Path | None = None
    mode: Literal["demo", "production"] = "demo"
    workers: int = 2
    archive: Path | None = None
    personal_access_years: int = 5
    comment_author_years: int = 5
    database: str = DATABASE
    limits: Limits = Limits()

    @property
    def published(self) -> Path:
        """The link to the generated service configuration that is in force."""
        return self.state / "published" / "current"

    @property
    def data(self) -> Path:
        """The folder of raster files."""
        return self.state / "data"

    @property
    def files(self) -> Path:
        """The folder of photos and other files of rows, by their SHA-256."""
        return self.state / "files"

    @property
    def mail(self) -> Path:
        """The folder that a demo without a mail server writes its e-mails to."""
        return self.state / "mail"

    @property
    def old_history(self) -> Path:
        """The folder of old versions of rows that were moved out of the database."""
        return self.state / "history"

    @property
    def derived(self) -> Path:
        """The folder of what steps have made of layers, under names of its contents."""
        return self.state / "derived"

    @property
    def records(self) -> Path:
        """The folder of what there is to say of rasters and clouds (STAC), a folder per layer."""
        return self.data / ".stac"

    @property
    def jobs(self) -> Path:
        """The folder of the files that jobs have made, one folder per job."""
        return self.state / "jobs"

    @property
    def flights(self) -> Path:
        """The folder in which the office puts point clouds and orthophotos to be processed."""
        return self.state / "flights"

    @property
    def drawings(self) -> Path:
        """The folder with the drawings of plans as they are shown and as they were handed over."""
        return self.data / "plan_drawings"

    @property
    def logs(self) -> Path:
        """The folder of log files."""
        return self.state / "logs"

    @property
    def run(self) -> Path:
        """The folder of sockets and process ids; elsewhere if its path is too long for a socket."""
        folder = self.state / "run"
        if len(os.fsencode(folder)) <= _SOCKET_PATH_MAX:
            return folder
        mark = hashlib.sha256(os.fsencode(folder)).hexdigest()[:12]
        return Path(tempfile.gettempdir()) / f"sip-{mark}"

    @property
    def cluster(self) -> Path:
        """The data folder of the private cluster."""
        return self.state / "pg"

    @property
    def database_address(self) -> str:
        """The address that the private cluster listens on; none is the socket alone."""
        return self.database_listen.rpartition(":")[0].strip("[]")

    @property
    def database_port(self) -> int:
        """The port of the private cluster; its socket is named after it."""
        return int(self.database_listen.rpartition(":")[2] or _DATABASE_PORT)

    @property
    def environment(self) -> Mapping[str, str]:
        """What a process must find in its environment to read these settings again."""
        given = {
            "SIP_PROJECT": str(self.project),
            "SIP_STATE": str(self.state),
            "SIP_PORT": str(self.port),
            "SIP_HOST": self.host,
            "SIP_PUBLIC_URL": self.public_url,
            "SIP_DATABASE_URL": self.database_url,
            "SIP_DATABASE_LISTEN": self.database_listen,
            "SIP_OIDC_SECRET": self.oidc_secret,
            "SIP_SMTP_URL": self.smtp_url,
            "SIP_MAIL_FROM": self.mail_from,
            "SIP_CA_FILE": str(self.ca_file or ""),
            "SIP_MODE": self.mode,
            "SIP_WORKERS": str(self.workers),
            "SIP_ARCHIVE": str(self.archive or ""),
            "SIP_PERSONAL_ACCESS_YEARS": str(self.personal_access_years),
            "SIP_COMMENT_AUTHOR_YEARS": str(self.comment_author_years),
        }
        return {name: value for name, value in given.items() if value}

    def dsn(self, role: Role = "sip_owner") -> str:
        """Return a libpq connection string that acts as a role.

        In the private cluster the role is the login (by the socket's peer); in an existing
        database the owner connects and takes the role on at once.
        """
        if not self.database_url:
            return self.socket_dsn(role, self.database)
        if role == "sip_owner":
            return self.database_url
        joint = "&" if "?" in self.database_url else "?"
        return f"{self.database_url}{joint}options=-crole%3D{role}"

    def socket_dsn(self, role: str, database: str) -> str:
        """Return a connection string of the private cluster's socket."""
        port = "" if self.database_port == _DATABASE_PORT else f"&port={self.database_port}"
        return f"postgresql://{role}@/{database}?host={self.run}{port}"


def language(environment: Mapping[str, str] | None = None) -> Literal["pl", "en"]:
    """Return the language in which commands speak."""
    env = os.environ if environment is None else environment
    said = env.get("SIP_LANG") or env.get("LC_ALL") or env.get("LANG") or ""
    return "pl" if said.lower().startswith("pl") else "en"


def find(
    project: Path | None = None,
    *,
    environment: Mapping[str, str] | None = None,
    start: Path | None = None,
) -> Settings:
    """Find the project folder and read the environment.

    Raises:
        ProjectError: There is no project here, or a variable cannot be used.
    """
    env = os.environ if environment is None else environment
    given = project or (Path(env["SIP_PROJECT"]) if env.get("SIP_PROJECT") else None)
    folder = given.resolve() if given else _nearest((start or Path.cwd()).resolve())
    if not (folder / PROJECT_MARK).is_file():
        raise ProjectError(
            f"{folder} is no SIP project: it has no {PROJECT_MARK}\n"
            "  make one with: sip init FOLDER, or name one with --project FOLDER"
        )
    mode = env.get("SIP_MODE", "demo")
    if mode not in ("demo", "production"):
        raise ProjectError(f'SIP_MODE is "{mode}"; it may be demo or production')
    return Settings(
        project=folder,
        state=Path(env.get("SIP_STATE") or folder / ".sip").resolve(),
        port=_number(env, "SIP_PORT", 8080),
        host=env.get("SIP_HOST", "127.0.0.1"),
        public_url=env.get("SIP_PUBLIC_URL", "").rstrip("/"),
        database_url=env.get("SIP_DATABASE_URL", ""),
        database_listen=_address(env, "SIP_DATABASE_LISTEN"),
        oidc_secret=env.get("SIP_OIDC_SECRET", ""),
        smtp_url=_mail_server(env),
        mail_from=env.get("SIP_MAIL_FROM", ""),
        ca_file=_certificates(env),
        mode=cast(Literal["demo", "production"], mode),
        workers=_number(env, "SIP_WORKERS", 2),
        archive=Path(env["SIP_ARCHIVE"]).resolve() if env.get("SIP_ARCHIVE") else None,
        personal_access_years=_number(env, "SIP_PERSONAL_ACCESS_YEARS", 5),
        comment_author_years=_number(env, "SIP_COMMENT_AUTHOR_YEARS", 5),
    )


def _nearest(start: Path) -> Path:
    for folder in (start, *start.parents):
        if (folder / PROJECT_MARK).is_file():
            return folder
    return start


def _address(env: Mapping[str, str], name: str) -> str:
    text = env.get(name, "")
    host, _, port = text.rpartition(":")
    if text and not (host and port.isdigit() and 0 < int(port) < 65536):
        raise ProjectError(f'{name} is "{text}"; it must be an address and a port: 0.0.0.0:5432')
    return text


def _mail_server(env: Mapping[str, str]) -> str:
    text = env.get("SIP_SMTP_URL", "")
    if text and not text.startswith(("smtp://", "smtps://")):
        # It holds a password: what was found is not repeated.
        raise ProjectError("SIP_SMTP_URL must begin with smtp:// or smtps://")
    return text


def _number(env: Mapping[str, str], name: str, default: int) -> int:
    text = env.get(name, "")
    if not text:
        return default
    if not text.isdigit() or not 0 < int(text) < 65536:
        raise ProjectError(f'{name} is "{text}"; it must be a number from 1 to 65535')
    return int(text)


def _certificates(env: Mapping[str, str]) -> Path | None:
    text = env.get("SIP_CA_FILE", "")
    if text and not Path(text).is_file():
        raise ProjectError(f'SIP_CA_FILE is "{text}": there is no such file')
    return Path(text).resolve() if text else None
