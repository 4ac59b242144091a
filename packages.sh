#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The Debian packages that factloom needs, and nothing else: `packages.sh STEP...` installs those of a step that are missing.
#   build  to compile and run      test  what tests/run needs besides      ci  what .ci/run needs besides
set -euo pipefail

packages_of() {
  case $1 in
    build) echo cmake ninja-build g++ ccache pkg-config libboost1.81-dev rapidjson-dev libre2-dev libcli11-dev \
                zlib1g-dev libzstd-dev libgumbo-dev libuchardet-dev libutf8proc-dev libcmark-dev libxxhash-dev libmimalloc-dev libexpat1-dev wordnet-base iso-codes icu-devtools ;;
    test) echo catch2 python3 libxml2-utils python3-networkx python3-rdflib ;;
    ci) echo clang clang-format git ;;
    *) echo "packages.sh: no step '$1' (build, test, ci)" >&2; exit 2 ;;
  esac
}

missing() {
  for name in "$@"; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null)" = installed ] || echo "$name"
  done
}

wanted=()
for step in "$@"; do
  read -ra names <<< "$(packages_of "$step")"
  wanted+=("${names[@]}")
done
if ! command -v apt-get >/dev/null; then
  echo "packages.sh: not a Debian system; please install what these packages hold: ${wanted[*]}" >&2
  exit 0
fi
mapfile -t needed < <(missing "${wanted[@]}")
[ ${#needed[@]} -gt 0 ] || exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null; then
    echo "packages.sh: please install as root: apt-get install ${needed[*]}" >&2
    exit 1
  fi
  as_root=(sudo)
fi
echo "factloom: installing Debian packages${as_root[0]:+ with sudo}: ${needed[*]}" >&2
apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0)
{ "${apt[@]}" install -y --no-install-recommends "${needed[@]}" ||
  { "${apt[@]}" update && "${apt[@]}" install -y --no-install-recommends "${needed[@]}"; }; } >&2
