#!/usr/bin/env bash
# @xmpp/error 0.14.0, which makes the exceptions of xmpp.js, reads the children of an error by their places: the first is
# the condition, whatever it is called, and only the second may be the text. Where <text/> comes first, the
# condition is "text"; where an application-specific condition stands before it, the text is lost and takes the place of the
# application-specific condition. The prose of RFC 6120 §8.3.2 gives no order, and libraries that build errors child by child
# write all of these. A guess would be that names and namespaces decide.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log && npm install --ignore-scripts --no-audit --no-fund @xmpp/error@0.14.0 ltx@3.1.2 >>npm.log 2>&1
cat >run.mjs <<'SCRIPT'
import StanzaError from "@xmpp/error";
import { parse } from "ltx";
const ns = "urn:ietf:params:xml:ns:xmpp-stanzas";
const condition = `<item-not-found xmlns="${ns}"/>`;
const text = `<text xmlns="${ns}">Gone fishing</text>`;
const application = `<no-such-pond xmlns="urn:example:ponds"/>`;
for (const [order, children] of [
  ["condition, text, application", condition + text + application],
  ["text, condition", text + condition],
  ["condition, application, text", condition + application + text],
]) {
  const error = StanzaError.fromElement(parse(`<error type="cancel">${children}</error>`));
  console.log(`${order}: ${error.condition}, "${error.text}", ${error.application?.name}`);
}
SCRIPT
cat >seen <<'SEEN'
condition, text, application: item-not-found, "Gone fishing", no-such-pond
text, condition: text, "", item-not-found
condition, application, text: item-not-found, "", text
SEEN
node run.mjs >now
diff seen now && echo "as seen with @xmpp/error@0.14.0 ltx@3.1.2"
