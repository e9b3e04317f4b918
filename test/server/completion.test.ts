import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CompletionItem, TextEdit } from "vscode-languageserver/node";
import { conditions, errorTypes } from "../../server/core/xmpp/conditions";
import { stanzaTypes } from "../../server/core/xmpp/stanzaTypes";
import {
  complete,
  inError,
  labels,
  NOT_FOUND,
  preselected,
  STANZAS,
  snippetClient,
  taken as takenIn,
} from "./completing";
import { endClients, startClients } from "./completionClients";
import { Session } from "./support";

let snippets: Session;
let plain: Session;
beforeAll(async () => {
  [snippets, plain] = await startClients();
});
afterAll(() => endClients([snippets, plain]));

const NAMES = conditions.map(({ name }) => name);

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
      "<message><error xmlns='urn:example:own'><|</error></message>",
      `<iq type='error' id='1'><query xmlns='urn:example:q'><error><|</error></query></iq>`,
    ]) {
      expect(await labels(plain, marked), marked).toEqual([]);
    }
    // A chat state has the name of a condition.
    const offered = await complete(plain, "<message type='chat'><|</message>");
    expect(offered.filter((one) => one.textEdit?.newText.includes(STANZAS))).toEqual([]);
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
  it("are all five, the types that the condition expects first, before or after it", async () => {
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
    const offered = await labels(plain, stanza("<|", "unavailable"));
    expect(offered.filter((one) => one.startsWith("error"))).toEqual([]);
    expect(await labels(plain, stanza(`<|<error type='cancel'>${NOT_FOUND}</error>`))).toEqual([]);
  });

  it("has the prefix of its stanza", async () => {
    const marked = "<c:iq xmlns:c='jabber:client' type='error' id='1'>|</c:iq>";
    expect(await taken(marked, "error conflict")).toContain("<c:error type='cancel'>");
  });
});
