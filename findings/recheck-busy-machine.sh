#!/usr/bin/env bash
# recheck 4.5.0: where its limit of time for incubation (incubationTimeout, 250 ms by default) is reached, a linear regular expression is
# reported as "vulnerable". A test with it therefore fails on a machine that was busy for a moment. The other limits of time that were
# tried (seeding, mutation, attack) leave the verdict as it is. A guess would be that a limit leads to "unknown", as `timeout` does.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log && npm install --ignore-scripts --no-audit --no-fund recheck@4.5.0 >>npm.log 2>&1
cat >run.cjs <<'SCRIPT'
const { check } = require("recheck");
const host = String.raw`^(?:[\w.+-]+@)?[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?)*(?:\/[ -~]+)?$`;
const noLimit = { timeout: null, seedingTimeout: null, mutationTimeout: null };
(async () => {
  for (const incubationTimeout of [null, 1]) {
    const { status } = await check(host, "i", { ...noLimit, incubationTimeout });
    console.log(`host name, incubationTimeout ${incubationTimeout}: ${status}`);
  }
})();
SCRIPT
cat >seen <<'SEEN'
host name, incubationTimeout null: safe
host name, incubationTimeout 1: vulnerable
SEEN
node run.cjs >now
diff seen now && echo "as seen with recheck@4.5.0"
