#!/usr/bin/env bash
# strophe.js 5.0.0: `Strophe.getNodeFromJid` looks for the first @ of the whole address. A resourcepart may hold one
# (RFC 7622 §3.4), and of example.net/a@b, which has no localpart, the part before it is given: domain and half of
# the resource. `getDomainFromJid` and `getResourceFromJid` of the same address are right, so the four functions contradict each other. Rooms and
# components of gateways are where such addresses come from.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log && npm install --ignore-scripts --no-audit --no-fund strophe.js@5.0.0 ws@8.23.0 @xmldom/xmldom@0.9.12 saxes@6.0.0 >>npm.log 2>&1
cat >run.mjs <<'SCRIPT'
import { Strophe } from "strophe.js";
for (const jid of ["example.net/a@b", "juliet@example.com/a@b"])
  console.log(jid, [Strophe.getNodeFromJid(jid), Strophe.getDomainFromJid(jid), Strophe.getResourceFromJid(jid)].join(" | "));
SCRIPT
cat >seen <<'SEEN'
example.net/a@b example.net/a | example.net | a@b
juliet@example.com/a@b juliet | example.com | a@b
SEEN
node run.mjs >now
diff seen now && echo "as seen with strophe.js@5.0.0"
