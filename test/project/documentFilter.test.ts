/** Documents that are sent to the server; test/vscode shows that VS Code sends these. */

import { expect, test, vi } from "vitest";
import { activationEvents } from "../../package.json";

const sources: Record<string, unknown> = {};

vi.mock("vscode", () => ({
  workspace: { getConfiguration: () => ({ get: () => sources }) },
}));

// Another test in the same worker may have loaded it with another `vscode`.
vi.resetModules();
const { qualifies } = await import("../../client/documentFilter");

type Document = Parameters<typeof qualifies>[0];

function sees(
  languageId: string,
  text: string,
  scheme = "file",
  path = "/a",
  chosen?: "transcript" | "none",
): boolean {
  const document = { languageId, uri: { scheme, path }, getText: () => text };
  return qualifies(document as unknown as Document, false, chosen);
}

test("documents of stanzas, and other documents with stanzas, are opened for the server", () => {
  expect(sees("xmpp-stanza", "")).toBe(true);
  expect(sees("xml", "<project/>")).toBe(false);
  expect(sees("xml", "<iq/>")).toBe(true);
  expect(sees("css", "<iq/>")).toBe(false);
});

test("a program with stanzas is opened for the server, unless its source is off", () => {
  expect(sees("python", "'<iq/>'")).toBe(true);
  expect(sees("java", '"<iq/>"')).toBe(true);
  expect(sees("java", "List<Message> list;")).toBe(false);
  sources.python = false;
  expect(sees("python", "'<iq/>'")).toBe(false);
  sources.python = undefined;
});

test("every language in which stanzas are read activates the extension", async () => {
  const { LANGUAGES } = await import("../../client/documentFilter");
  const activated = activationEvents.map((event) => event.replace("onLanguage:", ""));
  // No editor has languages of these names, or the extension needs no activation for them.
  const others = ["tigase", "log", "plaintext"];
  expect(LANGUAGES.filter((one) => !activated.includes(one) && !others.includes(one))).toEqual([]);
});

test("a log is opened for the server, but not an output channel, which may quote documents", () => {
  expect(sees("log", "SENT: <iq/>")).toBe(true);
  expect(sees("log", "SENT: <iq/>", "output")).toBe(false);
});

test("the text about a rule is not opened for the server: its wrong examples are intended", () => {
  expect(sees("markdown", "```xml\n<iq/>\n```", "xmpp-stanza", "/rules/iq-id-missing.md")).toBe(
    false,
  );
});

test("a configuration file is opened for the server if VS Code has it as JSON", () => {
  expect(sees("jsonc", "{}", "file", "/a/xmpp-stanza.json")).toBe(true);
  expect(sees("plaintext", "{}", "file", "/a/xmpp-stanza.json")).toBe(false);
});

test("a document whose source was chosen is opened for the server, whatever its text", () => {
  expect(sees("plaintext", "no stanza")).toBe(false);
  expect(sees("plaintext", "no stanza", "file", "/a", "transcript")).toBe(true);
  expect(sees("css", "<iq/>", "file", "/a", "transcript")).toBe(false);
});

test("a capture of packets is opened for the server, which says what to open instead", () => {
  expect(sees("xml", '<pdml version="0">\n<packet>\n</packet>\n</pdml>')).toBe(true);
});
