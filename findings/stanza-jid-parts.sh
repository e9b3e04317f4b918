#!/usr/bin/env bash
# stanza 12.22.1 (stanza.js): of a parsed address, `bare` and `full` are as they were written, and `local` is unescaped by XEP-0106. A guess
# would be that `local`, `domain` and `resource` are the parts of `full`. Put together again they are no address, or the address of somebody else:
# a localpart has no space (RFC 7622 §3.3.1), and one in which an escaped @ was comes back with two of them.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log && npm install --ignore-scripts --no-audit --no-fund stanza@12.22.1 >>npm.log 2>&1
cat >run.cjs <<'SCRIPT'
const { parse } = require("stanza/JID");
for (const address of ["space\\20cadet@example.com", "nasa\\40moon@gate.example", "juliet@example.com"]) {
  const { full, local, domain } = parse(address);
  console.log(`${full} → ${local}@${domain}`);
}
SCRIPT
cat >seen <<'SEEN'
space\20cadet@example.com → space cadet@example.com
nasa\40moon@gate.example → nasa@moon@gate.example
juliet@example.com → juliet@example.com
SEEN
node run.cjs >now
diff seen now && echo "as seen with stanza@12.22.1"
