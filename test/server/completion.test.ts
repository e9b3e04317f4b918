import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CompletionItem, TextEdit } from "vscode-languageserver/node";
import { conditions, errorTypes } from "../../server/core/xmpp/conditions";
import { stanzaTypes } from "../../server/core/xmpp/stanzaTypes";
import {
  accepted,
  complete,
  inError,
  labels,
  NOT_FOUND,
  ownClient,
  plainClient,
  preselected,
  STANZAS,
  snippetClient,
  taken as takenIn,
  withCursor,
} from "./completing";
import { Session } from "./support";

const NAMES = conditions.map(({ name }) => name);

let snippets: Session;
let plain: Session;
beforeAll(async () => {
  snippets = await Session.start(snippetClient, {}, undefined, ownClient);
  plain = await Session.start(plainClient);
});
afterAll(() => {
  expect([...snippets.logged, ...plain.logged]).toEqual([]);
  snippets.dispose();
  plain.dispose();
});

const sorted = (items: readonly CompletionItem[]) =>
  [...items].sort((a, b) => ((a.sortText ?? "") < (b.sortText ?? "") ? -1 : 1));

const taken = (marked: string, label: string, session = plain) => takenIn(session, marked, label);

describe("the defined conditions", () => {
  it("are all offered, with their namespace, those first that expect the error's type", async () => {
    const items = await complete(snippets, inError("<|", " type='auth'"));
    expect(items.map(({ label }) => label)).toEqual(expect.arrayContaining(NAMES));
    const order = sorted(items).map(({ label }) => label);
    const expecting = conditions
      .filter(({ expectedTypes }) => expectedTypes.includes("auth"))
      .map(({ name }) => name)
      .filter((name) => name !== "undefined-condition");
    expect(order.slice(0, expecting.length)).toEqual(expecting);
    expect(preselected(items)).toEqual([expecting[0]]);
  });

  it("are not offered where a condition is there, before or after the cursor", async () => {
    for (const inside of [`${NOT_FOUND}<|`, `<|${NOT_FOUND}`, `|\n    ${NOT_FOUND}`]) {
      const offered = await labels(plain, inError(inside));
      expect(offered[0]).toBe("text");
      expect(offered.filter((label) => NAMES.includes(label))).toEqual([]);
    }
    const meant = await labels(plain, inError("<item-not-found/>|"));
    expect(meant[0]).toBe("text");
    expect(meant.filter((label) => NAMES.includes(label))).toEqual([]);
  });

  it("are offered beside an application-specific condition of the same name", async () => {
    const own = "<conflict xmlns='urn:example:own'/>";
    expect(await labels(plain, inError(`${own}|`))).toEqual(expect.arrayContaining(NAMES));
  });

  it("replace the typed part of the tag", async () => {
    for (const typed of ["|", "<|", "<ite|", "ite|", "<it|em", "<ite|/>", "<ite|></ite>"]) {
      expect(await taken(inError(typed), "item-not-found"), typed).toBe(inError(NOT_FOUND));
    }
  });

  it("rename a complete condition", async () => {
    const renamed = inError(`<conf|lict xmlns='${STANZAS}' by='x'></conflict>`);
    expect(await taken(renamed, "item-not-found")).toBe(
      inError(`<item-not-found xmlns='${STANZAS}' by='x'></item-not-found>`),
    );
    const address = inError(`<go|ne xmlns='${STANZAS}'>xmpp:a@example.net</gone>`);
    // With an address in it, it can only become the other one that holds an address.
    expect((await labels(plain, address)).sort()).toEqual(["gone", "redirect"]);
  });

  it("bring the type that they expect into an error that has none", async () => {
    expect(await taken(inError("<|", ""), "policy-violation")).toContain("<error type='modify'>");
    expect(await taken(inError("<|", " code='404'"), "item-not-found")).toContain(
      "<error code='404' type='cancel'>",
    );
  });

  it("have a placeholder for the address if they hold an address", async () => {
    const [gone] = (await complete(snippets, inError("<|"))).filter(
      ({ label }) => label === "gone",
    );
    expect((gone!.textEdit as TextEdit).newText).toBe(
      `gone xmlns='${STANZAS}'>xmpp:\${1:romeo@example.net}</gone>`,
    );
    expect(await taken(inError("<|"), "redirect")).toContain(`xmlns='${STANZAS}'>xmpp:</redirect>`);
  });

  it("are not offered outside of an error child", async () => {
    for (const marked of [
      "<message type='chat'><body><|</body></message>",
      "<message type='chat'><|</message>",
      "<message><error xmlns='urn:example:own'><|</error></message>",
      `<iq type='error' id='1'><query xmlns='urn:example:q'><error><|</error></query></iq>`,
    ]) {
      expect(await labels(plain, marked), marked).toEqual([]);
    }
  });
});

describe("the text of an error", () => {
  it("comes with namespace and the configured language", async () => {
    const german = await Session.start(snippetClient, { textLanguage: "de" });
    const items = await complete(german, inError(`${NOT_FOUND}<|`));
    german.dispose();
    const [first] = items.map((item) => (item.textEdit as TextEdit).newText);
    expect(first).toBe(`text xmlns='${STANZAS}' xml:lang='de'>$1</text>`);
  });

  it("is offered once for each language", async () => {
    const text = (attributes: string) =>
      inError(`${NOT_FOUND}<text xmlns='${STANZAS}'${attributes}>words</text><|`);
    expect(await labels(plain, text(" xml:lang='EN'"))).not.toContain("text");
    expect(await labels(plain, text(""))).not.toContain("text");
    expect(await labels(plain, text(" xml:lang='it'"))).toContain("text");
  });
});

describe("error types", () => {
  it("are the five, those first that the condition expects, wherever it stands", async () => {
    for (const type of ["type='|'", "type='canc|el'", "type='|", "type=|"]) {
      const items = await complete(
        plain,
        `<iq type='error' id='a1'>\n  <error ${type}>\n    <policy-violation xmlns='${STANZAS}'/>`,
      );
      const order = sorted(items).map(({ label }) => label);
      expect(order, type).toEqual(["modify", "wait", "auth", "cancel", "continue"]);
      expect(preselected(items), type).toEqual(["modify"]);
    }
  });

  it("replace the whole value and keep its quotes", async () => {
    for (const [written, result] of [
      ["type='|'", "type='wait'"],
      ["type='can|cel'", "type='wait'"],
      ['type="can|"', 'type="wait"'],
      ['by="a.example" type=|', 'by="a.example" type="wait"'],
      ["by='a.example' type=can|", "by='a.example' type='wait'"],
      ["type='|", "type='wait'"],
      ["type='ca| by='a.example'", "type='wait' by='a.example'"],
      ['type="| by="a.example"', 'type="wait" by="a.example"'],
    ]) {
      const before = inError(NOT_FOUND, ` ${written}`);
      expect(await taken(before, "wait"), written).toBe(inError(NOT_FOUND, ` ${result}`));
    }
  });

  it("have documentation", async () => {
    const items = await complete(plain, inError("", " type='|'"));
    for (const { type, meaning } of errorTypes) {
      expect(items.find(({ label }) => label === type)?.detail).toBe(meaning);
    }
  });
});

describe("stanza types", () => {
  it.each(Object.entries(stanzaTypes))(
    "of %s are offered with their meaning",
    async (kind, types) => {
      for (const marked of [`<${kind} type='|'/>`, `<${kind} type="|`, `<${kind} id='1' type=|>`]) {
        const items = await complete(plain, marked);
        expect(items.map(({ label }) => label).sort(), marked).toEqual(
          types.map(({ type }) => type).sort(),
        );
        expect(items.every(({ detail }) => detail)).toBe(true);
      }
    },
  );

  it("are error alone where there is an error child", async () => {
    const marked = `<message type='|'><error type='cancel'>${NOT_FOUND}</error></message>`;
    expect(await labels(plain, marked)).toEqual(["error"]);
  });
});

describe("the error child", () => {
  const stanza = (inside: string, type = "error") =>
    `<presence type='${type}' id='p1'>\n  ${inside}\n</presence>\n`;

  it("is offered whole, in a stanza of type error that has none", async () => {
    const items = await complete(snippets, stanza("<|"));
    expect(items.map(({ label }) => label)).toEqual([
      "error",
      ...NAMES.map((one) => `error ${one}`),
    ]);
    expect(preselected(items)).toEqual(["error"]);
    expect(await taken(stanza("|"), "error item-not-found")).toBe(
      stanza(`<error type='cancel'>\n    ${NOT_FOUND}\n  </error>`),
    );
  });

  it("stays on the line of a single-line stanza", async () => {
    expect(await taken("<iq type='error' id='1'>|</iq>", "error conflict")).toBe(
      `<iq type='error' id='1'><error type='cancel'><conflict xmlns='${STANZAS}'/></error></iq>`,
    );
  });

  it("is not offered in another stanza, nor a second time", async () => {
    expect(await labels(plain, stanza("<|", "unavailable"))).toEqual([]);
    expect(await labels(plain, stanza(`<|<error type='cancel'>${NOT_FOUND}</error>`))).toEqual([]);
  });

  it("has the prefix of its stanza", async () => {
    const marked = "<c:iq xmlns:c='jabber:client' type='error' id='1'>|</c:iq>";
    expect(await taken(marked, "error conflict")).toContain("<c:error type='cancel'>");
  });
});

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
