#!/usr/bin/env bash
# strophe.js 5.0.0 names ws, @xmldom/xmldom and saxes as peers and marks all three as optional, but in Node.js the package cannot be
# imported without ws and without @xmldom/xmldom, and npm installs none of what is optional. A guess would be that an optional peer is asked for
# when a connection is made. Helpers for addresses and escaping, which need none of them, fail with the rest.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log && npm install --ignore-scripts --no-audit --no-fund strophe.js@5.0.0 >>npm.log 2>&1
cat >run.mjs <<'SCRIPT'
const attempt = () =>
  import("strophe.js").then(
    () => "imported",
    (error) => `${error.code}: ${/package '([^']+)'/.exec(error.message)?.[1]}`,
  );
console.log(await attempt());
SCRIPT
cat >seen <<'SEEN'
ERR_MODULE_NOT_FOUND: ws
ERR_MODULE_NOT_FOUND: @xmldom/xmldom
imported
SEEN
{
  node run.mjs
  npm install --ignore-scripts --no-audit --no-fund ws@8.23.0 >>npm.log 2>&1
  node run.mjs
  npm install --ignore-scripts --no-audit --no-fund @xmldom/xmldom@0.9.12 >>npm.log 2>&1
  node run.mjs
} >now
diff seen now && echo "as seen with strophe.js@5.0.0"
