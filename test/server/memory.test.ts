/**
 * Editing costs no memory that stays: after thousands of edits a server holds what it held before. The
 * long run makes ten thousand of them in 10 MB.
 */

import { afterEach, expect, test } from "vitest";
import { generateStanzas } from "../bench/generate";
import { measured, ServerProcess } from "./serverProcess";
import { URI } from "./support";

const isLong = process.env.XMPP_STANZA_LONG === "1";
const edits = isLong ? 10_000 : 400;
const text = generateStanzas(isLong ? 10_000_000 : 1_000_000, 50);
const lines = text.split("\n");

let server: ServerProcess;

afterEach(() => server.kill());

/** The same numbers every time. */
let state = 1;
function random(below: number): number {
  state = (state * 48_271) % 2_147_483_647;
  return state % below;
}

/** A typical edit: types a line of its own, of which the next edit removes a part. */
const typed = [
  "<iq type='get' id='x'>",
  "<message>",
  "</message>",
  "words ",
  "<!-- x -->",
  "&",
  "\n",
];

async function edit(count: number): Promise<void> {
  for (let i = 0; i < count; i += 2) {
    const line = 1 + random(lines.length - 2);
    const newText = typed[random(typed.length)]!;
    const at = { line, character: 0 };
    // End of the inserted text; the text is removed again, so that the document is as large as before.
    const end =
      newText === "\n" ? { line: line + 1, character: 0 } : { line, character: newText.length };
    const changes = [
      { range: { start: at, end: at }, text: newText },
      { range: { start: at, end }, text: "" },
    ];
    for (const [offset, change] of changes.entries()) {
      await server.connection.sendNotification("textDocument/didChange", {
        textDocument: { uri: URI, version: 2 + i + offset },
        contentChanges: [change],
      });
      // The broken stanza is checked while it is there.
      if (i % 40 === 0) await server.diagnostics();
    }
    // The pipe is not to hold all of them.
    if (i % 100 === 0) await server.connection.sendRequest("xmppStanza/rules");
  }
}

const sizes = `${edits} edits in ${(text.length / 1e6).toFixed(0)} MB`;

test(`${sizes} leave the heap as it was`, async () => {
  server = await ServerProcess.start({ flags: measured });
  await server.open(text);
  const found = await server.codes();
  expect(found.length).toBeGreaterThan(10);
  // The program itself grows with what it does for the first time.
  await edit(40);
  await server.codes();
  const before = await server.heap();
  await edit(edits);
  expect(await server.codes()).toEqual(found);
  const after = await server.heap();
  const growth = `${(before / 1e6).toFixed(1)} MB before, ${(after / 1e6).toFixed(1)} MB after`;
  if (isLong) console.log(`${sizes}: ${growth}`);
  expect(after / before, growth).toBeLessThan(1.1);
  expect(server.stderr).toBe("");
});
