#!/bin/sh
# Builds what the pages are served with into the given folder, unless nothing has changed since it was built.
set -eu
out=$1
cd "$(dirname "$0")"
inputs=$(find . -path ./node_modules -prune -o -type f -print | sort | xargs cat | sha256sum | cut -d' ' -f1)
if [ -f "$out/.inputs" ] && [ "$(cat "$out/.inputs")" = "$inputs" ]; then
  exit 0
fi
command -v npm >/dev/null || { echo "npm is needed to build the site's assets: install Node.js 20 or later" >&2; exit 1; }
npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
rm -rf "$out"
node build.mjs "$out"
echo "$inputs" >"$out/.inputs"
