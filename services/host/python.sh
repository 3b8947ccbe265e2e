#!/bin/bash
# python.sh : makes .venv from requirements.lock with a Python >= 3.12; does nothing where it is up to date.
set -euo pipefail
cd "$(dirname "$0")/../.."
umask 022 # the services' account reads what root installs

fits() { "$1" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 12))' >/dev/null 2>&1; }

find_python() {
    local candidate
    for candidate in python3.12 python3.13 python3.14 python3 \
        "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.1[2-9]*/bin/python3; do
        candidate=$(command -v "$candidate") || continue
        if fits "$candidate"; then
            "$candidate" -c 'import sys; print(sys.executable)'
            return
        fi
    done
    command -v uv >/dev/null && uv python find --no-project '>=3.12' 2>/dev/null
}

apt_has_python() {
    command -v apt-cache >/dev/null || return 1
    local version
    version=$(apt-cache policy python3 | awk '/Candidate:/ { print $2 }')
    [ -n "$version" ] && dpkg --compare-versions "$version" ge 3.12
}

digest=$(cat requirements.lock pyproject.toml "$0" | sha256sum | cut -d' ' -f1)
if [ "$(cat .venv/sip.digest 2>/dev/null)" = "$digest" ] && .venv/bin/python -c '' 2>/dev/null; then
    exit 0
fi

python=$(find_python) || python=
if [ -z "$python" ] && apt_has_python; then
    services/host/packages.sh python
    python=$(find_python)
fi
if [ -z "$python" ]; then
    cat >&2 <<'TEXT'
SIP needs Python 3.12 or newer, and none was found on PATH, below ~/.pyenv/versions or by uv.
  Debian 13 and Ubuntu 24.04 have it: apt-get install python3 python3-venv
  Debian 12 does not: install it with pyenv (pyenv install 3.12) or uv (uv python install 3.12),
  or start SIP in containers: docker compose up
TEXT
    exit 1
fi

echo "  $(grep -c == requirements.lock) packages into .venv, with $python" >&2
"$python" -m venv --clear .venv
if command -v uv >/dev/null; then
    uv pip sync --quiet --require-hashes --compile-bytecode --python .venv/bin/python requirements.lock
    uv pip install --quiet --no-deps --no-build-isolation --python .venv/bin/python -e .
else
    pip=(.venv/bin/python -m pip --disable-pip-version-check --no-input -qq)
    "${pip[@]}" install --require-hashes --no-deps --no-compile --progress-bar off -r requirements.lock
    .venv/bin/python -m compileall -q -j 0 .venv/lib >/dev/null || true # a package may carry a template that is no Python
    "${pip[@]}" install --no-deps --no-build-isolation -e .
fi
echo "$digest" >.venv/sip.digest
