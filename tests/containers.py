"""Starts every service of docker-compose.yml in its image, without a container engine's daemon.

`python -m tests.containers` (make test-images) makes a bare Debian root with debootstrap, builds
the images upon it, starts the services in the order of their dependencies with
`buildah run --isolation chroot` (which has the host's network and no limits of its own), waits for
their health checks, and runs the proof. Needs root, debootstrap and buildah.
"""

from __future__ import annotations

import graphlib
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml

from tests.installation import ROOT, free_port

BASE = "docker.io/library/debian:trixie-slim"
OF_THIS_MACHINE = ("etc/pip.conf", "usr/local/share/ca-certificates")
"""How this machine reaches its package mirrors."""
HEALTHY_WITHIN_S = 240
IDENTITY = 990
VALUES = {"SIP_SCALE": "0.02"}


def main() -> int:
    """Build, start, prove; 0 where all is well."""
    services = order(yaml.safe_load((ROOT / "docker-compose.yml").read_text())["services"])
    with tempfile.TemporaryDirectory(prefix="sip-images-", dir="/var/tmp") as name:
        folder = Path(name)
        folder.chmod(0o755)
        base_image(folder / "root")
        run("services/host/images.sh", "--isolation", "chroot", "--pull=never")
        with Started(folder, services) as started:
            failed = started.sip("prove", service="app")
            dumps = list((folder / "backup").glob("sip-*.backup"))
    passed = len(services) + (not failed) + bool(dumps)
    print(f"{passed} passed, {len(services) + 2 - passed} failed")
    return 0 if passed == len(services) + 2 else 1


def order(services: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Return the services, each after those that it depends on."""
    needs = {name: set(one.get("depends_on", {})) for name, one in services.items()}
    return {name: services[name] for name in graphlib.TopologicalSorter(needs).static_order()}


def base_image(root: Path) -> None:
    """Make the image that the Containerfile begins with from nothing but Debian's packages."""
    run("debootstrap", "--variant=minbase", "trixie", str(root))
    for part in OF_THIS_MACHINE:
        source = Path("/") / part
        if source.is_dir():
            shutil.copytree(source, root / part, dirs_exist_ok=True)
        elif source.exists():
            shutil.copy(source, root / part)
    container = output("buildah", "from", "scratch")
    run("buildah", "add", "--quiet", container, str(root), "/")
    run("buildah", "commit", "--quiet", "--rm", container, BASE)
    shutil.rmtree(root)


class Started:
    """The services of the compose file, each in a container of its image, until the end."""

    def __init__(self, folder: Path, services: dict[str, dict[str, Any]]):
        self._folder = folder
        self._services = services
        self._port = str(free_port())
        self._containers: dict[str, str] = {}
        self._processes: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> Started:
        """Start each one and wait until it is healthy, or done."""
        try:
            for name, service in self._services.items():
                self._start(name, service)
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        """Stop them in reverse."""
        for process in reversed(self._processes):
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGTERM)
                process.wait(60)
        for container in self._containers.values():
            run("buildah", "rm", container)

    def sip(self, *words: str, service: str) -> int:
        """Run a verb in the container of a service."""
        return subprocess.run(self._command(service, ["sip", *words])).returncode

    def _start(self, name: str, service: dict[str, Any]) -> None:
        print(f"== {name}", flush=True)
        self._containers[name] = output("buildah", "from", "--pull-never", service["image"])
        log = (self._folder / f"{name}.log").open("wb")
        words = [self._filled(one) for one in service["command"]]
        process = subprocess.Popen(
            self._command(name, words), stdout=log, stderr=log, start_new_session=True
        )
        self._processes.append(process)
        condition = self._condition(name)
        end = time.monotonic() + HEALTHY_WITHIN_S
        while not self._has_come(name, process, condition):
            if time.monotonic() > end or process.poll() not in (None, 0):
                print((self._folder / f"{name}.log").read_text()[-3000:])
                raise SystemExit(f"{name} is not {condition}")
            time.sleep(1)

    def _condition(self, name: str) -> str:
        """Return what the others wait for: `service_healthy` or `service_completed...`."""
        conditions = {
            one["depends_on"][name]["condition"]
            for one in self._services.values()
            if name in one.get("depends_on", {})
        }
        return conditions.pop() if conditions else "service_healthy"

    def _has_come(self, name: str, process: subprocess.Popen[bytes], condition: str) -> bool:
        if condition == "service_completed_successfully":
            return process.poll() == 0
        check = self._services[name]["healthcheck"]
        if check.get("disable"):
            return bool(list((self._folder / "backup").glob("sip-*.backup")))
        words = [self._filled(one) for one in check["test"][1:]]
        done = subprocess.run(self._command(name, words), capture_output=True)
        return done.returncode == 0

    def _command(self, name: str, words: Sequence[str]) -> list[str]:
        service = self._services[name]
        mounts = [part for one in self._mounts(name) for part in ("--volume", one)]
        values = {key: self._filled(value) for key, value in service["environment"].items()}
        variables = [part for one in values.items() for part in ("--env", "=".join(one))]
        start = ["buildah", "run", "--isolation", "chroot", "--user", service["user"]]
        return [*start, *mounts, *variables, self._containers[name], "--", *words]

    def _mounts(self, name: str) -> Iterator[str]:
        service = self._services[name]
        for mount in service["volumes"]:
            volume, rest = mount.split(":", 1)
            yield f"{self._host_folder(volume)}:{rest}"
        for one in service.get("tmpfs", []):
            yield f"{self._host_folder(name + '-own')}:{one.split(':')[0]}"

    def _host_folder(self, name: str) -> Path:
        folder = self._folder / name
        if not folder.exists():
            folder.mkdir()
            os.chown(folder, IDENTITY, IDENTITY)
        return folder

    def _filled(self, text: str) -> str:
        """Fill in `${NAME:-default}`, and the port with a free one."""
        filled = re.sub(r"\$\{(\w+):-([^}]*)\}", lambda m: VALUES.get(m[1], m[2]), text)
        return filled.replace("8080", self._port)


def run(*command: str) -> None:
    """Run a program that must succeed."""
    subprocess.run(command, cwd=ROOT, check=True)


def output(*command: str) -> str:
    """Run a program that must succeed, and return what it says."""
    return subprocess.run(
        command, cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout.strip()


if __name__ == "__main__":
    sys.exit(main())
