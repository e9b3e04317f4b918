#!/usr/bin/env bash
# recheck 4.5.0: two of its limits of time change what it says of a regular expression, in opposite directions. Where incubationTimeout (250 ms by
# default) is reached, a linear expression is reported as "vulnerable", so that a test with it fails on a machine that was busy for a moment. And
# recallTimeout: null, which by the other limits' meaning would be no limit, has the attack tried for real and a quadratic expression
# reported as "safe"; left at its negative default, nothing is tried and the verdict is right. A guess would be that limits lead to "unknown".
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log && npm install --ignore-scripts --no-audit --no-fund recheck@4.5.0 >>npm.log 2>&1
cat >run.cjs <<'SCRIPT'
const { check } = require("recheck");
const host = String.raw`^(?:[\w.+-]+@)?[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?)*(?:\/[ -~]+)?$`;
const noLimit = { timeout: null, seedingTimeout: null, mutationTimeout: null, attackTimeout: null };
(async () => {
  for (const incubationTimeout of [null, 1]) {
    const { status } = await check(host, "i", { ...noLimit, incubationTimeout });
    console.log(`host name, incubationTimeout ${incubationTimeout}: ${status}`);
  }
  for (const recallTimeout of [-1, null]) {
    const { status } = await check(String.raw`\s+$`, "", { ...noLimit, incubationTimeout: null, recallTimeout });
    console.log(`trailing space, recallTimeout ${recallTimeout}: ${status}`);
  }
})();
SCRIPT
cat >seen <<'SEEN'
host name, incubationTimeout null: safe
host name, incubationTimeout 1: vulnerable
trailing space, recallTimeout -1: vulnerable
trailing space, recallTimeout null: safe
SEEN
node run.cjs >now
diff seen now && echo "as seen with recheck@4.5.0"
