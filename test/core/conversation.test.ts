/** A document as a conversation: lifelines, rows, what answers what, and the ties between them. */

import { describe, expect, it, test } from "vitest";
import { defaultConfiguration } from "../../server/core/check/config";
import { conversationOf } from "../../server/core/conversation/conversation";
import {
  type ArrowRow,
  type Conversation,
  describeRow,
  labelOf,
  MAX_LANES,
  tiesOf,
} from "../../server/core/conversation/conversationChart";
import { SourceDocument } from "../../server/core/document/sourceDocument";
import transcript from "../../server/core/sources/transcript";
import { inEnglish } from "../../server/core/text/translate";
import { open } from "../support/documents";

const STANZAS = "urn:ietf:params:xml:ns:xmpp-stanzas";
const ping = "<ping xmlns='urn:xmpp:ping'/>";

function conversation(...stanzas: string[]): Conversation {
  return conversationOf(open(stanzas.join("\n\n")), inEnglish);
}

/** The conversation of a log. */
function logged(log: string): Conversation {
  const [view] = new SourceDocument(log, defaultConfiguration, transcript).regions();
  return conversationOf(view!.document, inEnglish);
}

/** The rows as `from > to`, by the names of the lifelines. */
function ways({ lifelines, rows }: Conversation): string[] {
  return rows.map((row) =>
    row.shape === "arrow"
      ? `${lifelines[row.from]?.name} > ${lifelines[row.to]?.name}`
      : "not well-formed",
  );
}

function arrow({ rows }: Conversation, index: number): ArrowRow {
  const row = rows[index];
  if (row?.shape !== "arrow") throw new Error(`row ${index} is no arrow`);
  return row;
}

test("elements of a document that is not XMPP are no rows", () => {
  expect(conversation("<rota><message type='late'>Tide at six.</message></rota>").rows).toEqual([]);
});

describe("lifelines", () => {
  it("are bare addresses in the order in which they appear", () => {
    const { lifelines } = conversation(
      "<message from='b@x.example/1' to='a@x.example'/>",
      "<message from='A@X.example/2' to='B@x.example/3'/>",
      "<message from='c.example/4' to='a@x.example/5'/>",
    );
    expect(lifelines).toEqual([
      { name: "b@x.example", isImplied: false },
      { name: "a@x.example", isImplied: false },
      { name: "c.example", isImplied: false },
    ]);
  });

  it("are those of the program that wrote a log: a client, or a server that names its streams", () => {
    const push = "<iq type='set' id='1' to='a@x.example/1'><query xmlns='jabber:iq:roster'/></iq>";
    const presence = "<presence from='a@x.example/1'/>";
    const log = `SENT: <presence/>\nRECV: ${presence}\nRECV: ${push}\nSENT: <iq type='result' id='1'/>\n`;
    expect(ways(logged(log))).toEqual([
      "client > server",
      "a@x.example > client",
      "server > a@x.example",
      "a@x.example > server",
    ]);
    const session = "Jan 02 10:00:00 c2s55e0a1b2\tdebug\t";
    const ofServer = `${session}RECV: <presence/>\n${session}SEND: ${push}\n`;
    expect(ways(logged(ofServer))).toEqual(["client > server", "server > a@x.example"]);
  });

  it("are those of the client and its server where addresses are missing", () => {
    const found = conversation(
      "<presence/>",
      "<message to='a@x.example'/>",
      "<presence from='a@x.example'/>",
      `<iq type='result' id='unasked'/>`,
    );
    expect(ways(found)).toEqual([
      "client > server",
      "client > a@x.example",
      "a@x.example > server",
      "server > client",
    ]);
    expect(found.lifelines.map(({ isImplied }) => isImplied)).toEqual([true, true, false]);
  });

  it.each([["{juliet}"], ["a b@x.example"], [""]])("take the address %j for none", (address) => {
    expect(ways(conversation(`<message from='${address}' to='${address}'/>`))).toEqual([
      "client > server",
    ]);
  });

  it("take a missing address from the other stanza of the pair", () => {
    const found = conversation(
      `<iq type='get' id='1'>${ping}</iq>`,
      "<iq type='result' id='1' from='x.example' to='a@x.example/1'/>",
      `<iq type='get' id='2' from='a@x.example/1' to='x.example'>${ping}</iq>`,
      "<iq type='result' id='2'/>",
    );
    expect(ways(found)).toEqual([
      "a@x.example > x.example",
      "x.example > a@x.example",
      "a@x.example > x.example",
      "x.example > a@x.example",
    ]);
  });

  it("have their names in the user's language", () => {
    const { lifelines } = conversationOf(open("<presence/>"), (template) => `<${template}>`);
    expect(lifelines.map(({ name }) => name)).toEqual(["<client>", "<server>"]);
  });

  it("differ for a client that is meant and an address of that name", () => {
    expect(conversation("<message from='client'/>", "<presence/>").lifelines).toHaveLength(3);
  });
});

describe("rows", () => {
  const request = `<iq type='get' id='q' from='a@x.example/1' to='x.example'>${ping}</iq>`;
  const reply = `<iq type='error' id='q' from='x.example' to='a@x.example/1'>
  <error type='cancel'><forbidden xmlns='${STANZAS}'/></error>
</iq>`;

  it("have the stanza's kind, its place and its request", () => {
    const text = `\n${request}\n${reply}`;
    const found = conversation(text);
    expect(arrow(found, 0)).toMatchObject({
      span: { start: 1, end: 1 + request.length },
      kind: "iq",
      type: "get",
      id: "q",
      payload: "ping",
      error: undefined,
      isReply: false,
      replyTo: undefined,
      findings: undefined,
    });
    expect(arrow(found, 1)).toMatchObject({
      type: "error",
      error: { condition: "forbidden", type: "cancel" },
      isReply: true,
      replyTo: 0,
      // cancel is not what forbidden goes with.
      findings: { count: 1, severity: "information" },
    });
    expect(labelOf(arrow(found, 1))).toEqual({
      stanza: "iq error",
      detail: "forbidden (cancel)",
      id: "q",
    });
  });

  it("have the highest severity of the findings, nested stanzas included", () => {
    const nested = `<message xmlns='jabber:client' type='error'><error><gone xmlns='${STANZAS}'/></error></message>`;
    const text = `<message type='error' from='a@b@c'><error type='cancel'><forbidden xmlns='${STANZAS}'/></error>
<forwarded xmlns='urn:xmpp:forward:0'>${nested}</forwarded></message>`;
    expect(
      conversation("<presence/>", text, "<presence/>").rows.map((row) => row.findings),
    ).toEqual([undefined, { count: 3, severity: "error" }, undefined]);
  });

  it("leave out findings that a comment silences, and those about comments", () => {
    const text = `<!-- xmpp-stanza-disable error-type-unusual: so it was -->\n${reply}`;
    expect(conversation(text).rows.map((row) => row.findings)).toEqual([undefined]);
    const unused = "<!-- xmpp-stanza-disable-next-line text-content: never -->\n<presence/>";
    expect(conversation(unused).rows.map((row) => row.findings)).toEqual([undefined]);
  });

  it("mark a stanza that is not well-formed", () => {
    const found = conversation(request, "<message from='b@x.example'><body></message>", reply);
    expect(found.rows.map(({ shape }) => shape)).toEqual(["arrow", "broken", "arrow"]);
    expect(found.rows[1]?.findings).toEqual({ count: 1, severity: "error" });
    expect(arrow(found, 2).replyTo).toBe(0);
    expect(found.lifelines.map(({ name }) => name)).toEqual(["a@x.example", "x.example"]);
  });

  it("can be heard", () => {
    const found = conversation(request, reply, "<iq");
    expect(found.rows.map((row) => describeRow(row, found, inEnglish))).toEqual([
      "iq get ping from a@x.example to x.example, id q",
      "iq error forbidden (cancel) from x.example to a@x.example, id q, in reply to stanza 1, findings: 1",
      "a stanza that is not well-formed, findings: 1, with errors",
    ]);
  });

  it.each([[""], ["no stanza in here"], ["<a><b>"], ["<iq"], ["\u0000<message to='&'>"]])(
    "come out of %j without an exception",
    (text) => {
      const found = conversation(text);
      expect(found.rows.every(({ span }) => span.end <= text.length)).toBe(true);
    },
  );
});

describe("ties", () => {
  const get = (id: string) =>
    `<iq type='get' id='${id}' from='a@x.example' to='x.example'>${ping}</iq>`;
  const result = (id: string) => `<iq type='result' id='${id}' from='x.example' to='a@x.example'/>`;

  it("lie at the lifeline that asked, on the side that its arrow does not leave from", () => {
    const back =
      "<iq type='get' id='r' from='x.example' to='a@x.example'><ping xmlns='urn:xmpp:ping'/></iq>";
    const backResult = "<iq type='result' id='r' from='a@x.example' to='x.example'/>";
    expect(tiesOf(conversation(get("q"), back, result("q"), backResult))).toEqual([
      { request: 0, reply: 2, lifeline: 0, side: -1, lane: 0 },
      { request: 1, reply: 3, lifeline: 1, side: 1, lane: 0 },
    ]);
  });

  it("take lanes beside each other while they are open, the inner one next to the line", () => {
    const found = tiesOf(
      conversation(get("1"), get("2"), result("2"), result("1"), get("3"), result("3")),
    );
    expect(found.map(({ request, lane }) => [request, lane])).toEqual([
      [1, 0],
      [0, 1],
      [4, 0],
    ]);
  });

  it("share the last lane when there are too many", () => {
    const ids = Array.from({ length: MAX_LANES + 3 }, (_, index) => `n${index}`);
    const found = tiesOf(conversation(...ids.map(get), ...ids.map(result)));
    expect(found).toHaveLength(ids.length);
    expect(Math.max(...found.map(({ lane }) => lane))).toBe(MAX_LANES - 1);
  });
});
