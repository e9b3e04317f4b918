import { parser } from "@lezer/markdown";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Hover, MarkupContent } from "vscode-languageserver/node";
import { conditions, errorTypes, rfc6120 } from "../../server/core/xmpp/conditions";
import { stanzaTypes } from "../../server/core/xmpp/stanzaTypes";
import { inError, plainClient, positionAt, STANZAS, snippetClient, withCursor } from "./completing";
import { Session, URI } from "./support";

let markdown: Session;
let plain: Session;
beforeAll(async () => {
  markdown = await Session.start(snippetClient);
  plain = await Session.start(plainClient);
});
afterAll(() => {
  expect([...markdown.logged, ...plain.logged]).toEqual([]);
  markdown.dispose();
  plain.dispose();
});

let count = 0;

/** The hover at the cursor: the word and the text. */
async function hover(
  marked: string,
  session = plain,
): Promise<{ word: string; value: string; kind: string } | null> {
  const { text, position } = withCursor(marked);
  const uri = `${URI}.h${++count}`;
  await session.open(text, uri);
  const found: Hover | null = await session.connection.sendRequest("textDocument/hover", {
    textDocument: { uri },
    position,
  });
  if (!found) return null;
  const { value, kind } = found.contents as MarkupContent;
  const { start, end } = found.range!;
  expect(start.line).toBe(end.line);
  const word = text.split("\n")[start.line]!.slice(start.character, end.character);
  return { word, value, kind };
}

describe("a defined condition", () => {
  it.each(conditions)("$name has its meaning, types and section", async (condition) => {
    const { name, meaning, note, expectedTypes, section } = condition;
    const found = await hover(inError(`<${name[0]}|${name.slice(1)} xmlns='${STANZAS}'/>`));
    expect(found?.word).toBe(name);
    expect(found?.kind).toBe("plaintext");
    expect(found?.value).toContain(meaning);
    if (note) expect(found?.value).toContain(note);
    expect(found?.value).toContain(`RFC 6120 §${section}: ${rfc6120(section)}`);
    if (expectedTypes.length < errorTypes.length) {
      for (const type of expectedTypes) expect(found?.value).toContain(type);
    }
  });

  it("has a link in Markdown, where the client reads that", async () => {
    const found = await hover(inError(`<conf|lict xmlns='${STANZAS}'/>`), markdown);
    expect(found?.kind).toBe("markdown");
    expect(found?.value).toMatch(/^\*\*conflict\*\* · defined condition\n\n/);
    expect(found?.value).toContain("Servers that were seen to send it: Prosody 0.12.3 (`muc-");
    expect(found?.value).toContain("Expected error types: `cancel` (do not retry)");
    expect(found?.value).toContain(`[RFC 6120 §8.3.3.2](${rfc6120("8.3.3.2")})`);
  });

  it("is known in its end tag, with a prefix, and without its namespace", async () => {
    const gone = inError(`<gone xmlns='${STANZAS}'>xmpp:a@example.net</go|ne>`);
    expect((await hover(gone))?.word).toBe("gone");
    const prefixed = inError(`<s:con|flict xmlns:s='${STANZAS}'/>`);
    expect((await hover(prefixed))?.value).toMatch(/^conflict · defined condition/);
    expect((await hover(inError("<con|flict/>")))?.value).toMatch(/^conflict · /);
  });

  it("is none in a namespace of its own, nor outside of an error", async () => {
    expect(await hover(inError("<con|flict xmlns='urn:example:own'/>"))).toBeNull();
    expect(await hover(`<iq type='set'><con|flict xmlns='${STANZAS}'/></iq>`)).toBeNull();
  });

  it("is explained in a stanza that is half typed", async () => {
    const typed = `<iq type='error' id='a1'>\n  <error type='\n    <con|flict xmlns='${STANZAS}'/>`;
    expect((await hover(typed))?.value).toMatch(/^conflict · /);
  });
});

describe("types", () => {
  it.each(errorTypes)("of errors: $type", async ({ type, meaning, retry }) => {
    const found = await hover(inError("", ` type='|${type}'`));
    expect(found?.word).toBe(type);
    expect(found?.value).toContain(meaning);
    expect(found?.value).toContain(retry);
    for (const { name, expectedTypes } of conditions) {
      if (expectedTypes.length === errorTypes.length) continue;
      const names = found!.value.split(/[\s,:]+/);
      expect(names.includes(name), name).toBe(expectedTypes.includes(type));
    }
  });

  it.each(Object.entries(stanzaTypes))("of %s", async (kind, types) => {
    for (const { type, meaning } of types) {
      const found = await hover(`<${kind} id='1' type="${type}|"/>`);
      expect(found?.word).toBe(type);
      expect(found?.value).toContain(meaning);
    }
  });
});

describe("other words", () => {
  it.each([
    ["<m|essage/>", "message", "RFC 6120 §8.2.1"],
    ["<presence></pres|ence>", "presence", "RFC 6120 §8.2.2"],
    ["<c:i|q xmlns:c='jabber:client'/>", "c:iq", "RFC 6120 §8.2.3"],
    ["<iq fr|om='a.example'/>", "from", "RFC 6120 §8.1.2"],
    ["<iq to='a.ex|ample'/>", "a.example", "RFC 6120 §8.1.1"],
    ["<iq xml:la|ng='en'/>", "xml:lang", "RFC 6120 §8.1.5"],
    ["<presence ty|pe='probe'/>", "type", "probe: A server asks"],
    ["<iq type='error'><er|ror/></iq>", "error", "RFC 6120 §8.3.2"],
    ["<iq type='error'><error ty|pe=''/></iq>", "type", "continue: Carry on"],
    ["<iq type='error'><error b|y='a.example'/></iq>", "by", "reports the error"],
    [
      "<iq type='error'><error code='4|04'/></iq>",
      "404",
      "404 stands for item-not-found of type cancel",
    ],
    ["<iq type='error'><error co|de='402'/></iq>", "code", "before RFC 3920"],
    [inError(`<te|xt xmlns='${STANZAS}'>words</text>`), "text", "never instead of it"],
    [
      inError(`<conflict xmlns='urn:ietf:params:xml:|ns:xmpp-stanzas'/>`),
      STANZAS,
      "defined conditions",
    ],
  ])("are explained: %s", async (marked, word, part) => {
    const found = await hover(marked);
    expect(found?.word).toBe(word);
    expect(found?.value).toContain(part);
  });

  it.each([
    "<message><body>mess|age</body></message>",
    "<message><!-- mess|age --></message>",
    "<iq><query xmlns='urn:q' ty|pe='x'/></iq>",
    "<iq other='4|2'/>",
    "<stream:st|ream to='a.example'><iq/></stream:stream>",
    "iq| <iq/>",
  ])("are not: %s", async (marked) => {
    expect(await hover(marked)).toBeNull();
  });
});

describe("an application-specific condition", () => {
  const closed = "xmlns='http://jabber.org/protocol/pubsub#errors'";

  it("has its meaning, its defined conditions, and a link to the section of its XEP", async () => {
    const found = await hover(inError(`<clo|sed-node ${closed}/>`), markdown);
    expect(found?.word).toBe("closed-node");
    expect(found?.value).toBe(
      [
        "**closed-node** · application-specific condition",
        "The node admits only entities on its whitelist.",
        "It goes with: `not-allowed` (`cancel`)",
        "XEP-0060: Publish-Subscribe, `http://jabber.org/protocol/pubsub#errors`",
        "[XEP-0060](https://xmpp.org/extensions/xep-0060.html#subscriber-subscribe-error-whitelist)",
      ].join("\n\n"),
    );
  });

  it("is known by a prefix too, and in its end tag", async () => {
    const prefixed = inError(
      `<p:closed-node ${closed.replace("xmlns", "xmlns:p")}></p:clo|sed-node>`,
    );
    expect((await hover(prefixed))?.value).toMatch(/^closed-node · /);
  });

  it("is open to any defined condition where its XEP leaves that open", async () => {
    const retry = await hover(inError("<ret|ry xmlns='urn:xmpp:http:upload:0' stamp=''/>"));
    expect(retry?.value).toContain("It goes with any defined condition.");
  });

  it("is none in another namespace, nor outside of an error", async () => {
    expect(await hover(inError("<clo|sed-node xmlns='urn:example:own'/>"))).toBeNull();
    const payload = await hover(`<iq type='set'><clo|sed-node ${closed}/></iq>`);
    expect(payload?.value).not.toContain("application-specific condition");
  });
});

describe("a namespace", () => {
  it.each([
    [
      "<iq><ping xmlns='urn:xmpp:|ping'/></iq>",
      "urn:xmpp:ping",
      "XEP-0199 · XMPP Ping (ping) · status: Final",
    ],
    [
      "<message><a><b xmlns='urn:xmpp:carb|ons:0'/></a></message>",
      "urn:xmpp:carbons:0",
      "In its place there is urn:xmpp:carbons:2.",
    ],
    [
      "<iq><q xmlns='urn:xmpp:mam|:77'/></iq>",
      "urn:xmpp:mam:77",
      "Another version of this namespace is known.",
    ],
    ["<iq><q:q xmlns:q='jabber:iq:ro|ster'/></iq>", "jabber:iq:roster", "RFC 6121 §2.1"],
    ["<iq xmlns='jabber:|server'/>", "jabber:server", "stanzas between two servers"],
    [
      "<stream:stream xmlns='jabber:cl|ient'>\n<iq/></stream:stream>",
      "jabber:client",
      "between a client and its server",
    ],
  ])("is explained: %s", async (marked, word, part) => {
    const found = await hover(marked);
    expect(found?.word).toBe(word);
    expect(found?.value).toContain(part);
  });

  it.each([
    "<iq><q xmlns='urn:exam|ple:own'/></iq>",
    "<iq><q xml|ns='urn:xmpp:ping'/></iq>",
    "<iq><q a='urn:xmpp:|ping'/></iq>",
  ])("is not: %s", async (marked) => {
    expect(await hover(marked)).toBeNull();
  });
});

describe("an id", () => {
  const exchange = (request: string, reply: string) => `<!-- talk -->
<iq type='get' id='${request}' from='a@example.net' to='b.example'><q xmlns='urn:q'/></iq>
<iq type='error' id='${reply}' from='b.example' to='a@example.net'>
  <error type='cancel'><item-not-found xmlns='${STANZAS}'/></error>
</iq>
`;

  it("names the request or the replies", async () => {
    const reply = await hover(exchange("q1", "q|1"));
    expect(reply?.word).toBe("q1");
    expect(reply?.value).toContain("In reply to iq get, line 2.");
    const request = await hover(exchange("|q1", "q1"), markdown);
    expect(request?.value).toContain("Answered by `item-not-found (cancel)`, line 3.");
    expect(request?.value).toContain("RFC 6120 §8.1.3");
  });

  /** The images, and the links but for those to the RFC, that Markdown has in an editor. */
  function reached(value: string): string[] {
    const found: string[] = [];
    parser.parse(value).iterate({
      enter({ name, from, to }) {
        if (/Image|HTML|Autolink|Link$/.test(name)) found.push(value.slice(from, to));
      },
    });
    return found.filter((one) => !one.includes("(https://www.rfc-editor.org/"));
  }

  it.each([
    "![a:b](https://tracker.example/a.png)",
    `![a:b](https://tracker.example/a.png)${"x".repeat(80)}`,
    `${"x".repeat(30)}\` ![a:b](https://tracker.example/a.png) \``,
    `\`\` ![a:b](https://tracker.example/a.png) \`\``,
    `${"`".repeat(40)} ![a:b](https://tracker.example/a.png)`,
    "<img src=https://tracker.example/a.png>".replaceAll("<", "&lt;"),
  ])("shows values of a stanza as code, whatever is in them: %s", async (type) => {
    const text = `<message type='${type}' id='|m1' from='a@example.net' to='b.example'/>
<message type='error' id='m1' from='b.example' to='a@example.net'>
  <error type='cancel'><item-not-found xmlns='${STANZAS}'/></error>
</message>
`;
    const request = await hover(text, markdown);
    const reply = await hover(
      text.replace("|m1", "m1").replace("'m1' from='b", "'|m1' from='b"),
      markdown,
    );
    expect(reply?.value).toContain("In reply to `");
    for (const found of [request, reply]) expect(reached(found?.value ?? "")).toEqual([]);
  });

  it("shows no other stanza if none belongs to it", async () => {
    const alone = await hover(exchange("q1", "q|2"));
    expect(alone?.value).toContain("RFC 6120 §8.1.3");
    expect(alone?.value).not.toMatch(/line \d/);
  });
});

describe("broken texts", () => {
  it("never bring hover down, wherever the pointer is", async () => {
    const text = `<iq type='error' id="1><error type='cancel><conflict xmlns='x'/></error></iq><!-- <iq type=error'><error\n<item-not-found xmlns="${STANZAS}><text>`;
    await plain.open(text, `${URI}.broken`);
    for (let at = 0; at <= text.length; at++) {
      const found: Hover | null = await plain.connection.sendRequest("textDocument/hover", {
        textDocument: { uri: `${URI}.broken` },
        position: positionAt(text, at),
      });
      if (found) expect((found.contents as MarkupContent).value).not.toBe("");
    }
    expect(plain.logged).toEqual([]);
  });
});
