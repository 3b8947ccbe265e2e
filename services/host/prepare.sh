#!/bin/bash
# prepare.sh GROUP... : what SIP needs of this machine: Debian packages of the groups, and .venv.
set -euo pipefail
cd "$(dirname "$0")/../.."

stage() {
    local title=$1 start=$SECONDS
    shift
    echo "$title" >&2
    "$@"
    echo "  $((SECONDS - start)) s" >&2
}
stage "Debian packages" services/host/packages.sh "$@"
stage "Python environment" services/host/python.sh
