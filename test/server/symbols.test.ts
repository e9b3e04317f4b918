import { afterEach, expect, it } from "vitest";
import {
  type ClientCapabilities,
  type DocumentSymbol,
  type SymbolInformation,
  SymbolKind,
} from "vscode-languageserver/node";
import { ask, textIn } from "./editing";
import { pullingClient, Session } from "./support";

const STANZAS = "urn:ietf:params:xml:ns:xmpp-stanzas";
const treeClient: ClientCapabilities = {
  ...pullingClient,
  textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } },
};

let session: Session;
afterEach(() => session.dispose());

async function outline(text: string, locale?: string): Promise<DocumentSymbol[]> {
  session = await Session.start(treeClient, {}, locale);
  await session.open(text);
  return ask(session, "textDocument/documentSymbol");
}

/** An outline as lines, indented by depth. */
function lines(symbols: readonly DocumentSymbol[], depth = 0): string[] {
  return symbols.flatMap(({ name, detail, kind, children = [] }) => [
    `${"  ".repeat(depth)}${name} | ${detail}${kind === SymbolKind.Event ? " !" : ""}`,
    ...lines(children, depth + 1),
  ]);
}

it("has kind, type, id and content of each stanza", async () => {
  const text = `<stream:stream xmlns='jabber:client'>
C: <iq type='get' id='a'><query xmlns='jabber:iq:roster'/></iq>
<message to='x'><subject>1</subject><body>2</body></message>
<presence/>
<iq type='result' id='b'/>`;
  expect(lines(await outline(text))).toEqual([
    "iq get a | query jabber:iq:roster",
    "message | subject, body",
    "presence | ",
    "iq result b | ",
  ]);
});

it("has errors as errors, with their conditions and an entry of their own", async () => {
  const text = `<iq type='error' id='a'><query xmlns='jabber:iq:roster'/>
<error type='cancel'><gone xmlns='${STANZAS}'/><own xmlns='urn:x'/></error></iq>
<message type='error'><error code='404'/></message>
<presence type='error'><error type='auth'/></presence>
<message type='error'/>
<iq type='get' id='b'><error><no-such xmlns='${STANZAS}'/></error></iq>`;
  const symbols = await outline(text);
  expect(lines(symbols)).toEqual([
    "iq error a | gone, own !",
    "  error cancel | gone, own !",
    "message error | 404 !",
    "  error | 404 !",
    "presence error | no condition !",
    "  error auth | no condition !",
    "message error | no condition !",
    "iq get b | no-such !",
    "  error | no-such !",
  ]);
  expect(symbols[1]?.children?.[0]?.tags).toEqual([1]);
});

it("has the stanzas that are nested in another", async () => {
  const inner = "<message xmlns='jabber:client' id='in'><body/></message>";
  const forwarded = (what: string) => `<forwarded xmlns='urn:xmpp:forward:0'>${what}</forwarded>`;
  const middle = `<message xmlns='jabber:client' id='mid'>${forwarded(inner)}</message>`;
  const text = `<message id='out'>${forwarded(middle)}<error type='wait'/></message>
<presence/>`;
  expect(lines(await outline(text))).toEqual([
    "message out | no condition !",
    "  message mid | forwarded",
    "    message in | body",
    "  error wait | no condition !",
    "presence | ",
  ]);
});

it("names a stanza that is not well-formed, with kind and type of its start tag", async () => {
  expect(lines(await outline("<iq type='error' id='a'><x></iq>\n<iq\n<presence id=1/>"))).toEqual([
    "iq error a | not well-formed !",
    "iq | not well-formed",
    "presence | not well-formed",
  ]);
});

it("points to the stanza and to its name", async () => {
  const text = "words\n  <iq id='a'>\n<error/></iq> words";
  const [iq] = await outline(text);
  expect(textIn(text, iq!.range)).toBe("<iq id='a'>\n<error/></iq>");
  expect(textIn(text, iq!.selectionRange)).toBe("iq");
  expect(textIn(text, iq!.children![0]!.selectionRange)).toBe("error");
});

it("follows edits", async () => {
  const text = "<iq id='a'/>\n<iq id='b'/>";
  await outline(text);
  const start = { line: 0, character: 0 };
  await session.change(2, [{ range: { start, end: start }, text: "<presence/>\n" }]);
  const at = { line: 2, character: 8 };
  await session.change(3, [{ range: { start: at, end: { ...at, character: 9 } }, text: "c" }]);
  const symbols = await ask<DocumentSymbol[]>(session, "textDocument/documentSymbol");
  expect(symbols.map(({ name, range }) => [name, range.start.line])).toEqual([
    ["presence", 0],
    ["iq a", 1],
    ["iq c", 2],
  ]);
});

it("is a list for a client that knows no trees", async () => {
  session = await Session.start(pullingClient);
  await session.open("<iq type='error' id='a'><error type='cancel'/></iq><presence/>");
  const flat = await ask<SymbolInformation[]>(session, "textDocument/documentSymbol");
  expect(flat.map(({ name, containerName, kind }) => [name, containerName, kind])).toEqual([
    ["iq error a (no condition)", undefined, SymbolKind.Event],
    ["error cancel (no condition)", "iq error a", SymbolKind.Event],
    ["presence", undefined, SymbolKind.Object],
  ]);
});

it("is null for a document that is not open", async () => {
  session = await Session.start(pullingClient);
  expect(await ask(session, "textDocument/documentSymbol")).toBeNull();
});

it("lists the errors alone where there are thousands of stanzas, and says how many it leaves out", async () => {
  const error = `<iq type='error' id='e'><error type='cancel'><gone xmlns='${STANZAS}'/></error></iq>\n`;
  const text = `${"<presence/>\n".repeat(1500)}${error}${"<presence/>\n".repeat(1500)}<iq\n`;
  expect(lines(await outline(text))).toEqual([
    "iq error e | gone !",
    "  error cancel | gone !",
    "iq | not well-formed",
    "3000 more stanzas | not listed",
  ]);
});

it.each(["markdown", "typescript", "python"])(
  "leaves the outline of %s to its editor",
  async (language) => {
    session = await Session.start(treeClient);
    const text = "# A page\n\n```xml\n<iq type='get' id='a'/>\n```\n";
    await session.open(text, "file:///page.md", language);
    const textDocument = { uri: "file:///page.md" };
    expect(
      await session.connection.sendRequest("textDocument/documentSymbol", { textDocument }),
    ).toBeNull();
  },
);

it.each([
  ["restructuredtext", "A page\n\n::\n\n  <iq type='get' id='a'/>\n"],
  [
    "scansion",
    "# A script\n[Client] romeo\n\tjid: a@localhost\n---------\nromeo sends:\n\t<iq type='get' id='a'/>\n",
  ],
])("is the only one of %s", async (language, text) => {
  session = await Session.start(treeClient);
  await session.open(text, "file:///page", language);
  const textDocument = { uri: "file:///page" };
  const symbols: DocumentSymbol[] = await session.connection.sendRequest(
    "textDocument/documentSymbol",
    { textDocument },
  );
  expect(lines(symbols)).toEqual(["iq get a | "]);
});
