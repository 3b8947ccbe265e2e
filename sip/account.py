"""The operating-system account of the services: the caller, or the system user `sip` for root."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from sip.errors import ProjectError

SYSTEM_USER = "sip"


def name() -> str:
    """Return the account's name."""
    return SYSTEM_USER if os.geteuid() == 0 else pwd.getpwuid(os.geteuid()).pw_name


def uid() -> int:
    """Return the account's number; it must exist."""
    return pwd.getpwnam(name()).pw_uid


def ensure() -> None:
    """Make the system user where root has none yet."""
    try:
        pwd.getpwnam(name())
    except KeyError:
        subprocess.run(
            ["useradd", "--system", "--user-group", "--no-create-home", "--home-dir",
             "/nonexistent", "--shell", "/usr/sbin/nologin", SYSTEM_USER],
            check=True,
        )  # fmt: skip


def admit(folder: Path) -> list[Path]:
    """Let the account pass through the closed folders above one, `/root` for instance.

    It may pass, not list, and nobody else gets anything: one entry in the access control list of
    each closed folder. Where the way is open, nothing is changed. Returns the folders changed.

    Raises:
        ProjectError: The file system has no access control lists.
    """
    opened = []
    for above in (*reversed(folder.parents), folder):
        if _may_enter(above):
            continue
        if shutil.which("setfacl"):
            subprocess.run(["setfacl", "-m", f"u:{name()}:x", above], capture_output=True)
        if not _may_enter(above):
            raise ProjectError(
                f"the services run as the user {name()}, who may not pass through {above}\n"
                "  put the project elsewhere, below /srv or /opt for instance,\n"
                "  or start it as an ordinary user, or install the package acl"
            )
        opened.append(above)
    return opened


def own(folder: Path, mode: int) -> None:
    """Make a folder of the account; one that a stranger put there is not used.

    Raises:
        ProjectError: It belongs to somebody else.
    """
    ensure()
    folder.mkdir(mode=mode, parents=True, exist_ok=True)
    if folder.stat().st_uid not in {os.geteuid(), uid()}:
        raise ProjectError(f"{folder} belongs to somebody else: remove it or change SIP_STATE")
    shutil.chown(folder, name(), name() if os.geteuid() == 0 else None)
    folder.chmod(mode)


def run(command: Sequence[str]) -> subprocess.CompletedProcess[str]:
    """Run a program as the account, from a folder that it can certainly enter."""
    user = SYSTEM_USER if os.geteuid() == 0 else None
    return subprocess.run(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, cwd="/",
        user=user, group=user, extra_groups=[] if user else None,
    )  # fmt: skip


def _may_enter(folder: Path) -> bool:
    return os.geteuid() != 0 or run(["/bin/test", "-x", str(folder)]).returncode == 0
