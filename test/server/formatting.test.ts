import { afterEach, expect, it } from "vitest";
import type { InitializeResult, TextEdit } from "vscode-languageserver/node";
import { ask, edited } from "./editing";
import { pullingClient, rangeOf, Session } from "./support";

let session: Session;
afterEach(() => session.dispose());

async function format(text: string, options: object, range?: object): Promise<string> {
  session = await Session.start(pullingClient);
  await session.open(text);
  const request = range ? "textDocument/rangeFormatting" : "textDocument/formatting";
  const edits = await ask<TextEdit[]>(session, request, { options, range });
  return edited(text, edits);
}

const text = "S: <iq id='1'><a/></iq>\r\n<iq id='2'><a/></iq>\r\n";

it("indents as the editor does", async () => {
  expect(await format(text, { tabSize: 4, insertSpaces: true })).toBe(
    "S: <iq id='1'>\r\n    <a/>\r\n</iq>\r\n<iq id='2'>\r\n    <a/>\r\n</iq>\r\n",
  );
  session.dispose();
  expect(await format("<iq><a/></iq>", { tabSize: 4, insertSpaces: false })).toBe(
    "<iq>\n\t<a/>\n</iq>",
  );
});

it("copes with a senseless width", async () => {
  for (const tabSize of [0, -3, 1e9, null]) {
    const formatted = await format("<iq><a/></iq>", { tabSize, insertSpaces: true });
    expect(formatted).toMatch(/^<iq>\n {1,16}<a\/>\n<\/iq>$/);
    session.dispose();
  }
});

it("formats the stanzas of a range", async () => {
  const range = rangeOf(text, "id='2'");
  expect(await format(text, { tabSize: 2, insertSpaces: true }, range)).toBe(
    "S: <iq id='1'><a/></iq>\r\n<iq id='2'>\r\n  <a/>\r\n</iq>\r\n",
  );
});

it("is registered for the stanza language with clients that support registration", async () => {
  session = await Session.start(pullingClient);
  const { capabilities } = session.initialized as InitializeResult;
  expect(capabilities.documentFormattingProvider).toBe(true);
  expect(capabilities.documentRangeFormattingProvider).toBe(true);
  session.dispose();
  const dynamic = { dynamicRegistration: true };
  session = await Session.start({
    ...pullingClient,
    textDocument: { formatting: dynamic, rangeFormatting: dynamic },
  });
  const other = (session.initialized as InitializeResult).capabilities;
  expect(other.documentFormattingProvider).toBeUndefined();
  await session.open("");
  await ask(session, "textDocument/formatting", { options: { tabSize: 2, insertSpaces: true } });
  const documentSelector = [
    { language: "xmpp-stanza" },
    { pattern: "**/*.{stanza,xmpp,stanza.xml,xmpp.xml}" },
  ];
  expect(session.registered).toEqual([
    expect.objectContaining({
      method: "textDocument/formatting",
      registerOptions: expect.objectContaining({ documentSelector }),
    }),
    expect.objectContaining({
      method: "textDocument/rangeFormatting",
      registerOptions: expect.objectContaining({ documentSelector }),
    }),
  ]);
});
