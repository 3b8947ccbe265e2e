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
| `SIP_MODE` | `demo` or `production` | `demo` |
| `SIP_WORKERS` | processes of the application | 2 |
"""

from __future__ import annotations

import dataclasses
import hashlib
import os
import stat
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Literal, cast

from sip.errors import ProjectError

PROJECT_MARK = Path("layers") / "_project.yaml"
DATABASE = "sip"
type Role = Literal["sip_owner", "sip_editor", "sip_public"]
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
    mode: Literal["demo", "production"] = "demo"
    workers: int = 2
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
    def logs(self) -> Path:
        """The folder of log files."""
        return self.state / "logs"

    @property
    def run(self) -> Path:
        """The folder of sockets and process ids; elsewhere if its path is too long for a socket,
        or closed to the system user that the server runs as.
        """
        folder = self.state / "run"
        if len(os.fsencode(folder)) <= _SOCKET_PATH_MAX and _is_reachable(folder):
            return folder
        return Path(tempfile.gettempdir()) / f"sip-{self._mark}"

    @property
    def cluster(self) -> Path:
        """The data folder of the private cluster; elsewhere if its system user cannot get there."""
        folder = self.state / "pg"
        return folder if _is_reachable(folder) else Path("/var/lib/sip") / self._mark / "pg"

    @property
    def _mark(self) -> str:
        return hashlib.sha256(os.fsencode(self.state / "run")).hexdigest()[:12]

    def dsn(self, role: Role = "sip_owner") -> str:
        """Return a libpq connection string that acts as a role.

        In the private cluster the role is the login (by the socket's peer); in an existing
        database the owner connects and takes the role on at once.
        """
        if not self.database_url:
            return f"postgresql://{role}@/{self.database}?host={self.run}"
        if role == "sip_owner":
            return self.database_url
        joint = "&" if "?" in self.database_url else "?"
        return f"{self.database_url}{joint}options=-crole%3D{role}"


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
        mode=cast(Literal["demo", "production"], mode),
        workers=_number(env, "SIP_WORKERS", 2),
    )


def _is_reachable(folder: Path) -> bool:
    """Say whether another user could get into a folder; asked only for root, who runs no server."""
    if os.geteuid() != 0:
        return True
    return all(one.stat().st_mode & stat.S_IXOTH for one in folder.parents if one.exists())


def _nearest(start: Path) -> Path:
    for folder in (start, *start.parents):
        if (folder / PROJECT_MARK).is_file():
            return folder
    return start


def _number(env: Mapping[str, str], name: str, default: int) -> int:
    text = env.get(name, "")
    if not text:
        return default
    if not text.isdigit() or not 0 < int(text) < 65536:
        raise ProjectError(f'{name} is "{text}"; it must be a number from 1 to 65535')
    return int(text)
