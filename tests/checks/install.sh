#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# `cmake --install` gives a tree that works wherever it is moved: install.sh BUILD-FOLDER SOURCE-FOLDER
set -euo pipefail
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cmake --install "$1" --prefix "$scratch/first" > /dev/null
mv "$scratch/first" "$scratch/moved tree"
cp -r "$2/samples" "$scratch/articles"
cd "$scratch/articles"
"$scratch/moved tree/bin/factloom" --version
"$scratch/moved tree/bin/factloom" build . -o "$scratch/graph.graphml" -o "$scratch/graph.jsonld"
test -s "$scratch/graph.graphml"
test -s "$scratch/graph.jsonld"
if strings -a "$scratch/moved tree/bin/factloom" 2>/dev/null | grep -F "$1/share"; then
  echo "the program names its build folder"
  exit 1
fi
