/** What an editor shows of errors outside of stanzas: completion, hover, outline, fixes. */

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DocumentSymbol, Hover, MarkupContent } from "vscode-languageserver/node";
import { StanzaDocument } from "../../server/core/document/document";
import { errorFamilies } from "../../server/core/xmpp/errorFamilies";
import { everyRule } from "../support/documents";
import { labels, plainClient, taken, withCursor } from "./completing";
import { pullingClient, Session, URI } from "./support";

let session: Session;
beforeAll(async () => {
  session = await Session.start({
    ...plainClient,
    textDocument: {
      ...pullingClient.textDocument,
      ...plainClient.textDocument,
      documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    },
  });
});
afterAll(() => {
  expect(session.logged).toEqual([]);
  session.dispose();
});

const SASL = "urn:ietf:params:xml:ns:xmpp-sasl";
const STREAMS = "urn:ietf:params:xml:ns:xmpp-streams";

let count = 0;

async function hover(marked: string): Promise<string | undefined> {
  const { text, position } = withCursor(marked);
  const uri = `${URI}.f${++count}`;
  await session.open(text, uri);
  const textDocument = { uri };
  const found: Hover | null = await session.connection.sendRequest("textDocument/hover", {
    textDocument,
    position,
  });
  return (found?.contents as MarkupContent | undefined)?.value;
}

/** An empty error of the family, with the cursor in it. */
const places = errorFamilies().flatMap((family) =>
  (family.conditions.length === 0 ? [] : family.hosts).map(({ local, namespace }) => ({
    name: `${family.kind} of ${namespace}`,
    family,
    marked: `<${local} xmlns='${namespace}'>\n  <|\n</${local}>`,
  })),
);

describe.each(places)("in a $name", ({ family, marked }) => {
  it("each condition is offered, and none of another family", async () => {
    const offered = await labels(session, marked);
    const names = family.conditions.map(({ name }) => name);
    expect(offered.filter((label) => label !== "text" && !label.startsWith("/"))).toEqual(names);
  });

  it("a condition that is taken has no finding", async () => {
    const { name } = family.conditions[0]!;
    const text = await taken(session, marked, name);
    expect(text).toContain(`<${name}`);
    expect(new StanzaDocument(text, everyRule).findings()).toEqual([]);
  });
});

describe("completion", () => {
  it("offers no second condition and no second text", async () => {
    const failure = (inside: string) => `<failure xmlns='${SASL}'>${inside}</failure>`;
    const more = async (inside: string) =>
      (await labels(session, failure(inside))).filter((label) => !label.startsWith("/"));
    expect(await more("<aborted/><|")).toEqual(["text"]);
    expect(await more("<aborted/><text>No</text><|")).toEqual([]);
  });

  it("declares the namespace where the condition does not inherit it", async () => {
    const after = await taken(session, "<stream:error><|</stream:error>", "reset");
    expect(after).toBe(`<stream:error><reset xmlns='${STREAMS}'/></stream:error>`);
    const inherited = await taken(session, `<failure xmlns='${SASL}'><|</failure>`, "aborted");
    expect(inherited).toBe(`<failure xmlns='${SASL}'><aborted/></failure>`);
  });
});

describe("a hover", () => {
  it("explains condition, error and text", async () => {
    const error = (inside: string) => `<stream:error>${inside}</stream:error>`;
    expect(await hover(error(`<re|set xmlns='${STREAMS}'/>`))).toMatch(
      /^reset · stream error\n\nThe stream is closed because .*§4\.9\.3\.16/s,
    );
    expect(await hover(`<stream:er|ror><reset xmlns='${STREAMS}'/></stream:error>`)).toMatch(
      /^stream-error · stream error\n\nConditions: bad-format, .*§4\.9\.2/s,
    );
    expect(await hover(`<failure xmlns='${SASL}'><te|xt>No</text></failure>`)).toMatch(/^text · /);
  });

  it("does not take what is in the namespace of another family for a condition", async () => {
    const error = `<stream:error><not-auth|orized xmlns='${SASL}'/></stream:error>`;
    expect(await hover(error)).toMatch(/^not-authorized · element of urn:.*xmpp-sasl\n/);
  });
});

it("the outline has an entry with the conditions, right or wrong", async () => {
  const uri = `${URI}.outline`;
  await session.open(
    `<presence/>
<stream:error><system-shutdown xmlns='${STREAMS}'/></stream:error>
<failure xmlns='${SASL}'><not-autorized/></failure>
<failure xmlns='${SASL}'/>`,
    uri,
  );
  const symbols = await session.connection.sendRequest<DocumentSymbol[]>(
    "textDocument/documentSymbol",
    { textDocument: { uri } },
  );
  expect(symbols.map(({ name, detail }) => `${name} | ${detail}`)).toEqual([
    "presence | ",
    "stream:error | system-shutdown",
    "failure | not-autorized",
    "failure | no condition",
  ]);
});
