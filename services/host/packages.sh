#!/bin/bash
# packages.sh GROUP... : installs the Debian packages of packages.txt that are missing, and starts none of them.
set -euo pipefail
list="$(dirname "$0")/packages.txt"

wanted=$(for group in "$@"; do awk -v group="$group" '$1 == group { print $2 }' "$list"; done)
missing=()
for package in $wanted; do
    dpkg-query -W -f '${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0

if ! command -v apt-get >/dev/null; then
    cat >&2 <<TEXT
This machine has no apt-get, and SIP needs: ${missing[*]}
  either install what matches them by hand,
  or start it in containers: docker compose up,
  or name an existing PostGIS in SIP_DATABASE_URL and install MapServer (CGI) and nginx.
TEXT
    exit 1
fi
as_root=()
if [ "$(id -u)" != 0 ]; then
    if ! command -v sudo >/dev/null; then
        echo "Let root run: apt-get install ${missing[*]}" >&2
        exit 1
    fi
    as_root=(sudo)
fi

echo "  installing ${missing[*]}" >&2
# Packages start services of their own (PostgreSQL on 5432, nginx on 80): SIP runs private ones instead.
"${as_root[@]}" bash -euo pipefail -s -- "${missing[@]}" <<'ROOT'
export DEBIAN_FRONTEND=noninteractive
cleanup=()
trap 'rm -f "${cleanup[@]}"' EXIT
if [ ! -e /usr/sbin/policy-rc.d ]; then
    printf '#!/bin/sh\nexit 101\n' >/usr/sbin/policy-rc.d
    chmod +x /usr/sbin/policy-rc.d
    cleanup+=(/usr/sbin/policy-rc.d)
fi
new_nginx=$(dpkg-query -W nginx-common >/dev/null 2>&1 || echo yes)
if ! dpkg-query -W postgresql-common >/dev/null 2>&1; then
    mkdir -p /etc/postgresql-common/createcluster.d
    echo 'create_main_cluster = false' >/etc/postgresql-common/createcluster.d/sip.conf
    cleanup+=(/etc/postgresql-common/createcluster.d/sip.conf)
fi
apt-get update -qq
apt-get install -qq -y --no-install-recommends "$@" </dev/null
if [ "$new_nginx" = yes ] && command -v systemctl >/dev/null && dpkg-query -W nginx-common >/dev/null 2>&1; then
    systemctl disable -q nginx || echo "  (the system's own nginx could not be disabled)" >&2
fi
ROOT
