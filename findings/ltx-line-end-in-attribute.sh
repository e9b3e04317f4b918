#!/usr/bin/env bash
# ltx 3.1.2 writes a line end in an attribute value as it is. The value was written as &#10;, which is how XML keeps one
# (XML 1.0 §3.3.3: a literal line end in a value is read as a space); when the stanza that ltx has written is read
# by a conforming parser (saxes 6.0.0 here), the value is another. A guess would be that parse and toString are inverse.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log && npm install --ignore-scripts --no-audit --no-fund ltx@3.1.2 saxes@6.0.0 >>npm.log 2>&1
cat >run.mjs <<'SCRIPT'
import { parse } from "ltx";
import { SaxesParser } from "saxes";
const read = (xml) => {
  let value;
  const parser = new SaxesParser();
  parser.on("opentag", ({ attributes }) => { value = attributes.label; });
  parser.write(xml).close();
  return JSON.stringify(value);
};
const before = "<field label=\"one&#10;two\"/>";
const after = parse(before).toString();
console.log("before:", read(before), "after:", read(after), "written:", JSON.stringify(after));
SCRIPT
cat >seen <<'SEEN'
before: "one\ntwo" after: "one two" written: "<field label=\"one\ntwo\"/>"
SEEN
node run.mjs >now
diff seen now && echo "as seen with ltx@3.1.2"
