/** A code action over a stanza with hundreds of findings lets other requests be answered between two trials of fixes. */

import { afterEach, expect, test } from "vitest";
import { hostileTexts } from "../support/hostile";
import { SteppedHost } from "./steppedHost";
import { pullingClient, Session, URI } from "./support";

let session: Session;
afterEach(() => session.dispose());

test("a hover is answered after the next trial, wherever the code action is", async () => {
  const text = hostileTexts["unknown conditions in one error"]!(100);
  const host = new SteppedHost();
  session = await Session.start(pullingClient, {}, undefined, { host });
  await session.open(text);
  await session.diagnostics();
  const range = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
  const before = host.looks;
  await session.actions(range);
  const all = host.looks - before;
  // More than findings: each has several fixes to try.
  expect(all).toBeGreaterThan(120);
  for (const part of [0.1, 0.5, 0.9]) {
    let sent = 0;
    let answered = 0;
    host.actAt(Math.floor(all * part), async () => {
      sent = host.looks;
      const position = { line: 0, character: 3 };
      const textDocument = { uri: URI };
      await session.connection.sendRequest("textDocument/hover", { textDocument, position });
      answered = host.looks;
    });
    await session.actions(range);
    expect(sent).toBeGreaterThan(0);
    expect(answered - sent).toBeLessThanOrEqual(5);
  }
});
