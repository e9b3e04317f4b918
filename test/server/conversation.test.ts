/** The request for a document's conversation. */

import { afterEach, beforeEach, expect, it } from "vitest";
import type { Conversation } from "../../server/core/conversation/conversationChart";
import type { ConversationAnswer, ConversationParams } from "../../server/protocol/protocol";
import { pullingClient, rangeOf, Session, URI } from "./support";

const text = `<iq type='get' id='q' from='a@x.example/1' to='x.example'><ping xmlns='urn:xmpp:ping'/></iq>
<iq type='result' id='q' from='x.example' to='a@x.example/1'/>
`;

let session: Session;
beforeEach(async () => {
  session = await Session.start(pullingClient);
});
afterEach(() => session.dispose());

function ask(params: Partial<ConversationParams> = {}) {
  return session.connection.sendRequest<ConversationAnswer<Conversation> | null>(
    "xmppStanza/conversation",
    { uri: URI, ...params },
  );
}

it("is answered with data of the version that is open", async () => {
  await session.open(text);
  const answer = await ask();
  expect(answer?.version).toBe(1);
  expect(answer?.text).toBeUndefined();
  expect(answer?.conversation?.lifelines.map(({ name }) => name)).toEqual([
    "a@x.example",
    "x.example",
  ]);
  expect(answer?.conversation?.rows).toMatchObject([
    { shape: "arrow", from: 0, to: 1, span: { start: 0 } },
    { shape: "arrow", from: 1, to: 0, replyTo: 0, span: { end: text.length - 1 } },
  ]);
});

it("follows edits", async () => {
  await session.open(text);
  await ask();
  await session.change(2, [{ range: rangeOf(text, "id='q' from='a"), text: "id='r' from='a" }]);
  const answer = await ask();
  expect(answer?.version).toBe(2);
  expect(answer?.conversation?.rows[0]).toMatchObject({ id: "r" });
  expect(answer?.conversation?.rows[1]).not.toHaveProperty("replyTo");
});

it("follows the settings", async () => {
  await session.open("<iq type='get' id='q'/>");
  expect((await ask())?.conversation?.rows[0]?.findings).toEqual({ count: 1, severity: "error" });
  await session.configure({ rules: { "iq-payload": "warning" } });
  expect((await ask())?.conversation?.rows[0]?.findings?.severity).toBe("warning");
});

it("is answered with drawings", async () => {
  await session.open(text);
  expect((await ask({ format: "svg" }))?.text).toMatch(/^<svg .*<\/svg>\n$/s);
  expect((await ask({ format: "mermaid" }))?.text).toMatch(/^sequenceDiagram\n/);
  expect((await ask({ format: "svg" }))?.conversation).toBeUndefined();
});

it("has no answer for a document that is not open", async () => {
  expect(await ask()).toBeNull();
  expect(session.logged).toEqual([]);
});
