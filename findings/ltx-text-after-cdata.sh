#!/usr/bin/env bash
# ltx 3.1.2, the XML library of xmpp.js, loses the character data that follows a CDATA section, a comment or a
# processing instruction, up to the next tag. A guess would be that the text is joined: XML says that a CDATA section is
# character data like any other (XML 1.0 §2.7), and xmldom and saxes give all of it. No error is raised, so a body
# that was written with a CDATA section in it arrives cut.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log && npm install --ignore-scripts --no-audit --no-fund ltx@3.1.2 >>npm.log 2>&1
cat >run.mjs <<'SCRIPT'
import { parse } from "ltx";
for (const xml of [
  "<body>a<![CDATA[b]]>c</body>",
  "<body>a<!-- b -->c</body>",
  "<body>a<![CDATA[b]]>c<i/>d</body>",
  "<body>a<i/>c</body>",
]) console.log(xml, "→", parse(xml).toString());
SCRIPT
cat >seen <<'SEEN'
<body>a<![CDATA[b]]>c</body> → <body>ab</body>
<body>a<!-- b -->c</body> → <body>a</body>
<body>a<![CDATA[b]]>c<i/>d</body> → <body>ab<i/>d</body>
<body>a<i/>c</body> → <body>a<i/>c</body>
SEEN
node run.mjs >now
diff seen now && echo "as seen with ltx@3.1.2"
