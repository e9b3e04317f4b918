/**
 * The time that an editor waits for when it saves begins after the features are loaded. The test holds the clock: time
 * passes only while the module of the features is loaded.
 */

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { CodeAction, TextEdit } from "vscode-languageserver";
import { SAVE_BUDGET } from "../../server/handlers/context";
import { ask } from "./editing";
import { pullingClient, Session, URI } from "./support";

const FEATURES = "../../server/handlers/lazyFeatures";
const CONDITION = "<item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>";
const BROKEN = `<message type='error'><error>${CONDITION}</error></message>\n`;

let session: Session;
let now: number;

beforeEach(async () => {
  now = 0;
  vi.doMock(FEATURES, async (load) => {
    now += 10 * SAVE_BUDGET;
    return load();
  });
  session = await Session.start(pullingClient, {}, undefined, { host: { now: () => now } });
  await session.open(BROKEN);
});

afterEach(() => {
  session.dispose();
  vi.doUnmock(FEATURES);
});

test("a repair on save is whole, however long the features take to load", async () => {
  const start = { line: 0, character: 0 };
  const only = ["source.fixAll.xmppStanza"];
  const actions: CodeAction[] = await session.actions({ start, end: start }, { only });
  expect(now).toBe(10 * SAVE_BUDGET);
  expect(actions[0]?.edit?.changes?.[URI]?.length).toBeGreaterThan(0);
});

test("formatting on save is whole, however long the features take to load", async () => {
  const options = { tabSize: 2, insertSpaces: true };
  const edits = await ask<TextEdit[]>(session, "textDocument/formatting", { options });
  expect(now).toBe(10 * SAVE_BUDGET);
  expect(edits.length).toBeGreaterThan(0);
  expect(session.logged).toEqual([]);
});
