#!/bin/bash
# images.sh [OPTION...] : builds the images of docker-compose.yml with docker, podman or buildah; options are handed to it.
set -euo pipefail
cd "$(dirname "$0")/../.."

if command -v docker >/dev/null && docker info >/dev/null 2>&1; then
    build=(docker build)
elif command -v podman >/dev/null; then
    build=(podman build)
elif command -v buildah >/dev/null; then
    build=(buildah build --layers)
else
    echo "docker, podman or buildah is needed to build images" >&2
    exit 1
fi
for target in app database mapserver web; do
    echo "sip-$target with ${build[0]}" >&2
    "${build[@]}" "$@" --file services/host/Containerfile --target "$target" --tag "localhost/sip-$target" .
done
