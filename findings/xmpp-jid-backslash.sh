#!/usr/bin/env bash
# @xmpp/jid 0.14.0 (xmpp.js): an address that is read is escaped as if a person had typed it. A backslash that XEP-0106 lets stand, since none of its ten codes follows
# (corp\heron@pond.example), becomes \5c, so an answer to the address as read goes to another one, of another account. One such
# backslash escapes the codes beside it too: a\20b\c becomes a\5c20b\5cc. Codes alone are left as they are.
# A guess would be that what stands in a stanza is what is sent back (RFC 6120 §8.3.1), and that only parts given one by one are escaped (XEP-0106 §4).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
for tool in npm node; do
  command -v "$tool" >/dev/null || { echo "needs $tool"; exit 2; }
done
echo '{"type": "module"}' >package.json
npm install --silent --no-audit --no-fund --ignore-scripts @xmpp/jid@0.14.0
cat >run.js <<'SOURCE'
import jid from "@xmpp/jid";

for (const text of ["heron@pond.example", String.raw`a\20b@pond.example`, String.raw`corp\heron@pond.example`, String.raw`a\20b\c@pond.example`]) {
  console.log(text, jid(text).toString(), jid(text).toString(true));
}
SOURCE
cat >expected <<'OUTPUT'
heron@pond.example heron@pond.example heron@pond.example
a\20b@pond.example a\20b@pond.example a b@pond.example
corp\heron@pond.example corp\5cheron@pond.example corp\heron@pond.example
a\20b\c@pond.example a\5c20b\5cc@pond.example a\20b\c@pond.example
OUTPUT
node run.js >seen
cat seen
diff expected seen
