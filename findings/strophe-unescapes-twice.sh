#!/usr/bin/env bash
# strophe.js 5.0.0: `Strophe.xmlunescape` resolves &amp; before the others, so that it is no inverse of `Strophe.xmlescape`: a
# text that holds the five characters &lt; comes back as <. And `Strophe.getText`, which is named as if it gave the text,
# gives it escaped, so that the two are needed together.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log && npm install --ignore-scripts --no-audit --no-fund strophe.js@5.0.0 ws@8.23.0 @xmldom/xmldom@0.9.12 saxes@6.0.0 >>npm.log 2>&1
cat >run.mjs <<'SCRIPT'
import { Strophe, stx } from "strophe.js";
const text = "write &lt; for <";
const escaped = Strophe.xmlescape(text);
console.log(escaped, "→", Strophe.xmlunescape(escaped));
console.log("getText:", Strophe.getText(stx`<body xmlns="jabber:client">a &amp; b</body>`.tree()));
SCRIPT
cat >seen <<'SEEN'
write &amp;lt; for &lt; → write < for <
getText: a &amp; b
SEEN
node run.mjs >now
diff seen now && echo "as seen with strophe.js@5.0.0"
