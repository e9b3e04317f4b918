/** Captures of packets, which are not read, and texts that no editor has open: the same reader as on the command line. */

import { afterEach, expect, test } from "vitest";
import { CHECK_REQUEST, DIAGNOSE_REQUEST } from "../../server/protocol/protocol";
import { pullingClient, Session } from "./support";

const PDML = `<?xml version="1.0"?>
<pdml version="0" creator="wireshark/4.2.0">
<packet>
  <proto name="tcp">
    <field name="tcp.payload" show="3c:69:71"/>
  </proto>
</packet>
</pdml>
`;

let session: Session;
afterEach(() => session.dispose());

test("a capture has one diagnostic, at its first payload, that says what to check instead", async () => {
  session = await Session.start(pullingClient);
  const uri = "file:///w/a.pdml";
  await session.open(PDML, uri, "xml");
  const report = await session.connection.sendRequest("textDocument/diagnostic", {
    textDocument: { uri },
  });
  expect(report).toMatchObject({
    kind: "full",
    items: [
      {
        severity: 3,
        range: { start: { line: 4, character: 17 } },
        message:
          "This file was not checked: packets in PDML; check what tshark -r FILE -q -z follow,tcp,ascii,0 prints",
      },
    ],
  });
});

test("a capture for which a source was chosen is read as that", async () => {
  session = await Session.start(pullingClient, { source: "plain" });
  const uri = "file:///w/a.pdml";
  await session.open(PDML, uri, "xml");
  const report = await session.connection.sendRequest("textDocument/diagnostic", {
    textDocument: { uri },
  });
  expect(report).toMatchObject({ kind: "full", items: [] });
});

test("a log that is not open is read as a log", async () => {
  session = await Session.start(pullingClient);
  const text = [
    `10:00:00 SENT b'<iq type="get" id="1"><ping xmlns="urn:xmpp:ping"/></iq>'`,
    `10:00:00 RECV b'<message><body>it\\'s</body></message>'`,
    '10:00:00 RECV b\'<iq id="2" type="get"/>\'',
  ].join("\n");
  const { connection } = session;
  const found = await connection.sendRequest(CHECK_REQUEST, { text, file: "a.log" });
  expect(found).toMatchObject([{ rule: "iq-payload", line: 3 }]);
  const uri = "file:///w/a.log";
  expect(await connection.sendRequest(DIAGNOSE_REQUEST, { text, uri })).toMatchObject([
    { code: "iq-payload", range: { start: { line: 2 } } },
  ]);
});
