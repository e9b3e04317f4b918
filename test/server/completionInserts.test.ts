/** Completion of whole stanzas, attributes, ids, end tags and namespaces, and what an item resolves to. */

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CompletionItem, TextEdit } from "vscode-languageserver/node";
import {
  accepted,
  complete,
  inError,
  labels,
  NOT_FOUND,
  STANZAS,
  taken as takenIn,
  withCursor,
} from "./completing";
import { endClients, startClients } from "./completionClients";
import type { Session } from "./support";

let snippets: Session;
let plain: Session;
beforeAll(async () => {
  [snippets, plain] = await startClients();
});
afterAll(() => endClients([snippets, plain]));

const taken = (marked: string, label: string, session = plain) => takenIn(session, marked, label);

describe("whole stanzas", () => {
  it("are offered where a stanza may begin", async () => {
    const all = ["message", "presence", "iq get", "iq set", "iq result"];
    for (const marked of [
      "|",
      "<|",
      "<i|",
      "<stream:stream xmlns='jabber:client'>\n  <|",
      "C: |",
    ]) {
      expect(await labels(plain, marked), marked).toEqual([
        ...all,
        "iq error",
        "message error",
        "presence error",
      ]);
    }
    expect(await labels(plain, "Here is what he wrote|")).toEqual([]);
  });

  it("are offered in other XML only for the beginning of a stanza's name", async () => {
    const xml = async (marked: string) =>
      (await complete(plain, marked, "xml")).map(({ label }) => label);
    const log = "<log>\n  <message/>\n  ";
    for (const marked of [
      "|",
      "<|",
      "<q|",
      "<message/>|",
      `${log}|`,
      `${log}<|`,
      "<log |/><message/>",
    ]) {
      expect(await xml(marked), marked).toEqual([]);
    }
    expect(await xml(`${log}<me|`)).toContain("message");
    expect(await xml("<message type='|'/>")).toContain("chat");
  });

  it("answer the nearest request that has no reply", async () => {
    const request = `<iq type='get' id='q"7' from='romeo@example.net/a' to='example.com'><q xmlns='urn:q'/></iq>\n`;
    const result = await taken(`${request}<|`, "iq error");
    expect(result.slice(request.length)).toMatch(
      /^<iq type='error' id='q"7' from='example.com' to='romeo@example.net\/a'>\n {2}<error type='cancel'>/,
    );
    const answered = `${request}${result.slice(request.length)}\n|`;
    expect(await taken(answered, "iq error")).toContain("id='id-1' from='juliet@example.com'");
  });

  it("declare their namespace in a wrapper of another namespace", async () => {
    expect(await taken("<log xmlns='urn:log'>\n  <|\n</log>", "presence")).toContain(
      "<presence xmlns='jabber:client' ",
    );
  });
});

describe("ids", () => {
  const requests = `<iq type='get' id='one' from='a@example.net' to='b.example'><q xmlns='urn:q'/></iq>
<iq type='get' id='two' from='c@example.net' to='b.example'><q xmlns='urn:q'/></iq>
<message id='three'/>
<iq type='get' id='done' from='a@example.net' to='b.example'><q xmlns='urn:q'/></iq>
<iq type='result' id='done' from='b.example' to='a@example.net'/>
`;

  it("of a reply are those of unanswered requests, fitting addresses first, and an unused id", async () => {
    expect(await labels(plain, `${requests}<iq type='error' id='|'`)).toEqual([
      "two",
      "one",
      "id-1",
    ]);
    const addressed = "<iq type='error' from='b.example' to='a@example.net' id='|'";
    expect(await labels(plain, requests + addressed)).toEqual(["one", "two", "id-1"]);
    expect(await labels(plain, `${requests}<message type='error' id=|`)).toEqual(["three", "id-1"]);
    const own = `${requests}<iq type='result' to='a@example.net' id='one|'/>`;
    expect(await labels(plain, own)).toEqual(["one", "two", "id-1"]);
  });

  it("are first those of requests in the opposite direction, where the source states directions", async () => {
    const get = (id: string) => `\t<iq type='get' id='${id}'><q xmlns='urn:q'/></iq>\n`;
    const turns = `A sends:\n${get("own")}B sends:\n${get("other")}A receives:\n${get("same")}`;
    const offered = async (written: string) =>
      (await complete(plain, turns + written, "scansion")).map(({ label }) => label);
    expect(await offered("\t<iq type='result' id='|'/>\n")).toEqual([
      "own",
      "same",
      "other",
      "id-1",
    ]);
    const items = await complete(plain, `${turns}\t<|\n`, "scansion");
    const result = items.find(({ label }) => label === "iq result");
    expect((result!.textEdit as TextEdit).newText).toContain("id='own'");
    const [error] = (await complete(plain, `B receives:\n${get("same")}\t<|\n`, "scansion")).filter(
      ({ label }) => label === "iq error",
    );
    expect((error!.textEdit as TextEdit).newText).not.toContain("same");
  });

  it("of other stanzas are fresh", async () => {
    expect(await labels(plain, "<message id='id-1'/>\n<iq type='get' id='|'/>")).toEqual(["id-2"]);
  });
});

describe("attributes", () => {
  it("are those that are not there", async () => {
    expect(await labels(plain, "<iq |>")).toEqual(["type", "id", "from", "to", "xml:lang"]);
    expect(await labels(plain, "<iq id='1' ty| to='a.example'/>")).toEqual([
      "type",
      "from",
      "xml:lang",
    ]);
    expect(await labels(plain, inError(NOT_FOUND, " |"))).toEqual(["type", "by"]);
    expect(await labels(plain, inError(NOT_FOUND, " type='wait' |"))).toEqual(["by"]);
    expect(await labels(plain, "<message><body |/></message>")).toEqual([]);
  });

  it("have a value that is right, and the quotes of their neighbours", async () => {
    expect(await taken(inError(NOT_FOUND, ' by="a.example" |'), "type")).toContain(
      '<error by="a.example" type="cancel">',
    );
    expect(await taken("<iq |id='1'/>", "type")).toBe("<iq type='result' id='1'/>");
    expect(await taken("<iq id='1' |><q xmlns='urn:q'/></iq>", "type")).toContain("type='get'>");
    // With a value there, it would be that of another attribute.
    expect(await labels(plain, "<iq id='1' t|='get'/>")).toEqual([]);
    const [type] = await complete(snippets, "<iq id='1' |");
    expect((type!.textEdit as TextEdit).newText).toBe(`type='\${1|get,set,result,error|}'`);
  });
});

describe("end tags", () => {
  it("close the innermost open element", async () => {
    for (const [marked, result] of [
      ["<message><body>hi</|", "<message><body>hi</body>"],
      ["<message><body>hi</bo|>", "<message><body>hi</body>"],
      ["<iq><error><conflict/></|</iq>", "<iq><error><conflict/></error></iq>"],
      ["<iq><error></error></|", "<iq><error></error></iq>"],
      ["<s:stream xmlns:s='urn:s'><iq/></|", "<s:stream xmlns:s='urn:s'><iq/></s:stream>"],
    ] as const) {
      const [item, ...more] = await complete(plain, marked);
      expect(more).toEqual([]);
      expect(accepted(withCursor(marked).text, item!)).toBe(result);
    }
    expect(await complete(plain, "<iq/></|")).toEqual([]);
  });
});

describe("namespaces", () => {
  it("are those that fit the place", async () => {
    for (const [marked, expected] of [
      [inError("<conflict xmlns='|'/>"), [STANZAS]],
      [inError("<text xmlns='|"), [STANZAS]],
      [inError(`${NOT_FOUND}<conflict xmlns='|'/>`), []],
      ["<iq type='error'><error xmlns='|'/></iq>", ["jabber:client"]],
      ["<iq><error xmlns='|'/></iq>", []],
      ["<iq xmlns='jabber:server' type='error'><error xmlns='|'/></iq>", ["jabber:server"]],
      ["<stream:stream xmlns:stream='|'", ["http://etherx.jabber.org/streams"]],
    ] as const) {
      expect(await labels(plain, marked), marked).toEqual(expected);
    }
    for (const marked of [
      "<iq xmlns='|'/>",
      "<stream:stream xmlns='jab|'>",
      "<iq xmlns='jabb|'/>",
    ]) {
      expect(await labels(plain, marked), marked).toContain("jabber:server");
    }
  });
});

describe("nothing", () => {
  it("is offered where no markup of the RFC can stand", async () => {
    for (const marked of [
      "<message><body>hel|lo</body></message>",
      "<message><body><|</body></message>",
      inError("<!-- | -->"),
      inError("<!-- <|"),
      inError("<![CDATA[ <| ]]>"),
      inError(`<text xmlns='${STANZAS}'>wor|ds</text>`),
      inError(`<gone xmlns='${STANZAS}'>|</gone>`),
      "<!-- <| -->\n<iq/>",
      "<iq/|>",
      "<iq id='1'|/>",
    ]) {
      expect(await labels(plain, marked), marked).toEqual([]);
    }
  });

  it("comes of a character that asks for something else there", async () => {
    const asked = async (marked: string, trigger: string) =>
      (await complete(plain, marked, "xmpp-stanza", trigger)).length;
    expect(await asked(inError(" |"), " ")).toBe(0);
    expect(await asked("<iq |/>", " ")).toBeGreaterThan(0);
    expect(await asked(inError("'|"), "'")).toBe(0);
    expect(await asked(inError("", " type='|'"), "'")).toBe(5);
    expect(await asked(inError("", " type=|"), "=")).toBe(5);
    expect(await asked(inError("</|"), "/")).toBe(1);
    expect(await asked(inError("<|"), "<")).toBeGreaterThan(0);
    expect(await asked("<iq/|", "/")).toBe(0);
  });
});

describe("resolving an item", () => {
  it("adds documentation, in the format of the client", async () => {
    for (const [session, link] of [
      [snippets, "[RFC 6120 §8.3.3.12](https://www.rfc-editor.org/rfc/rfc6120#section-8.3.3.12)"],
      [plain, "RFC 6120 §8.3.3.12: https://www.rfc-editor.org/rfc/rfc6120#section-8.3.3.12"],
    ] as const) {
      const item = (await complete(session, inError("<|"))).find(
        ({ label }) => label === "policy-violation",
      )!;
      expect(item.documentation).toBeUndefined();
      const resolved: CompletionItem = await session.connection.sendRequest(
        "completionItem/resolve",
        item,
      );
      const { documentation } = resolved;
      const value = typeof documentation === "string" ? documentation : documentation?.value;
      expect(item.detail).toContain("breaks a policy");
      expect(value, "what the detail says is not said twice").not.toContain(item.detail);
      expect(value).toContain("modify");
      expect(value).toContain(link);
      expect({ ...resolved, documentation: undefined }).toEqual({
        ...item,
        documentation: undefined,
      });
    }
  });

  it("leaves an item of another server alone", async () => {
    const item: CompletionItem = { label: "x", data: { topic: "stanza-type", kind: "nothing" } };
    expect(await plain.connection.sendRequest("completionItem/resolve", item)).toEqual(item);
    plain.logged.length = 0;
  });
});
