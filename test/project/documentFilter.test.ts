/** Which documents the server gets to see; that it sees these in VS Code is in test/vscode. */

import { expect, test, vi } from "vitest";

const sources: Record<string, unknown> = {};

vi.mock("vscode", () => ({
  workspace: { getConfiguration: () => ({ get: () => sources }) },
}));

const { qualifies } = await import("../../client/documentFilter");

type Document = Parameters<typeof qualifies>[0];

function sees(languageId: string, text: string, scheme = "file", path = "/a"): boolean {
  const document = { languageId, uri: { scheme, path }, getText: () => text };
  return qualifies(document as unknown as Document, false);
}

test("a document of stanzas is seen, and of others those that hold some", () => {
  expect(sees("xmpp-stanza", "")).toBe(true);
  expect(sees("xml", "<project/>")).toBe(false);
  expect(sees("xml", "<iq/>")).toBe(true);
  expect(sees("css", "<iq/>")).toBe(false);
});

test("code is seen where somebody has asked for it", () => {
  expect(sees("python", "'<iq/>'")).toBe(false);
  sources.python = true;
  expect(sees("python", "'<iq/>'")).toBe(true);
});

test("a log is seen, but not an output channel, which may show what is said to the server", () => {
  expect(sees("log", "SENT: <iq/>")).toBe(true);
  expect(sees("log", "SENT: <iq/>", "output")).toBe(false);
});

test("the text about a rule is not seen, for its wrong examples are wrong on purpose", () => {
  expect(sees("markdown", "```xml\n<iq/>\n```", "xmpp-stanza", "/rules/iq-id-missing.md")).toBe(
    false,
  );
});

test("a configuration file is seen where VS Code takes it for one", () => {
  expect(sees("jsonc", "{}", "file", "/a/xmpp-stanza.json")).toBe(true);
  expect(sees("plaintext", "{}", "file", "/a/xmpp-stanza.json")).toBe(false);
});
