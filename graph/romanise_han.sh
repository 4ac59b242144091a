#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Writes the table of Han characters and their pinyin without tones, as ICU has it: character, syllable, and what it is read as a
# surname where that differs.     romanise_han.sh FILE
set -euo pipefail
characters() { awk 'BEGIN { for (c = 19968; c <= 40869; ++c) printf "\\u%04X\n", c }' | uconv -f us-ascii -t utf-8 -x Hex-Any; }
rules='Latin-ASCII; Lower'
characters > "$1.characters"
paste "$1.characters" \
      <(uconv -f utf-8 -t utf-8 -x "Han-Latin; $rules" "$1.characters") \
      <(uconv -f utf-8 -t utf-8 -x "Han-Latin/Names; $rules" "$1.characters") |
  awk -F'\t' 'BEGIN { print "# Han characters in pinyin; made from the data of ICU (Unicode licence)." }
              { gsub(/ /, "", $2); gsub(/ /, "", $3); if ($2 ~ /^[a-z]+$/) print $1 "\t" $2 ($3 ~ /^[a-z]+$/ && $3 != $2 ? "\t" $3 : "") }' > "$1.new"
rm "$1.characters"
mv "$1.new" "$1"
