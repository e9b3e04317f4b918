#!/usr/bin/env bash
# stanza 12.22.1 (stanza.js): a stanza that is imported and exported again has its text twice. <body>hi</body> becomes <body>hihi</body>, and the
# <text/> of an error likewise: the import gives the text once by itself and once in the list of languages, and the export writes both
# into the same element. The text of an error also moves before its condition, where other software looks for the condition
# (findings/xmpp-error-order-of-children.sh). A guess would be that what was imported is exported as it was: a bot that passes a message on, or a
# log that is written from the objects, does just that.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log && npm install --ignore-scripts --no-audit --no-fund stanza@12.22.1 >>npm.log 2>&1
cat >run.cjs <<'SCRIPT'
const { JXT } = require("stanza");
const registry = new JXT.Registry();
registry.define(require("stanza/protocol").default);
const conditions = "urn:ietf:params:xml:ns:xmpp-stanzas";
for (const [name, xml] of [
  ["message", "<message xmlns='jabber:client'><body>hi</body></message>"],
  ["message", "<message xmlns='jabber:client'><body>hi</body><body xml:lang='cs'>ahoj</body></message>"],
  [
    "iq",
    `<iq xmlns='jabber:client' type='error' id='v1'><error type='cancel'><gone xmlns='${conditions}'/>` +
      `<text xmlns='${conditions}'>left</text></error></iq>`,
  ],
]) {
  console.log(registry.export(name, registry.import(JXT.parse(xml))).toString());
}
SCRIPT
cat >seen <<'SEEN'
<message xmlns="jabber:client"><body>hihi</body></message>
<message xmlns="jabber:client"><body>hihi</body><body xml:lang="cs">ahoj</body></message>
<iq xmlns="jabber:client" id="v1" type="error"><error type="cancel"><text xmlns="urn:ietf:params:xml:ns:xmpp-stanzas">leftleft</text><gone xmlns="urn:ietf:params:xml:ns:xmpp-stanzas"/></error></iq>
SEEN
node run.cjs >now
diff seen now && echo "as seen with stanza@12.22.1"
