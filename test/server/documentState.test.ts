/** The state of a document, for a client that shows whether it is checked. */

import { afterEach, describe, expect, it } from "vitest";
import { DOCUMENT_STATE_REQUEST, type DocumentState } from "../../server/protocol/protocol";
import { filesOf, pullingClient, Session } from "./support";

const STANZA = "<iq type='get' id='a'><ping xmlns='urn:xmpp:ping'/></iq>";
const FOLDER = "file:///quay";

let session: Session;
afterEach(() => session.dispose());

interface Case {
  readonly text: string;
  readonly name?: string;
  readonly languageId?: string;
  readonly settings?: unknown;
  readonly configuration?: unknown;
}

async function stateOf(one: Case): Promise<DocumentState | null> {
  const { text, name = "a.stanza", languageId = "xmpp-stanza", settings = {}, configuration } = one;
  const files =
    configuration === undefined
      ? undefined
      : { [`${FOLDER}/xmpp-stanza.json`]: JSON.stringify(configuration) };
  session = await Session.start(pullingClient, settings, undefined, {
    folders: [{ uri: FOLDER, name: "quay" }],
    ...(files ? { files: filesOf(files) } : {}),
  });
  const uri = `${FOLDER}/${name}`;
  await session.open(text, uri, languageId);
  return session.connection.sendRequest(DOCUMENT_STATE_REQUEST, { uri });
}

const plain = { configurationFiles: [], isIgnored: false };
const python = { name: "a.py", languageId: "python", text: `reply = """${STANZA}"""` };
const markdown = { name: "a.md", languageId: "markdown", text: `\`\`\`\n${STANZA}\n\`\`\`\n` };

describe("the state of a document", () => {
  it("has the number of its stanzas", async () => {
    const text = `${STANZA}\nbetween\n${STANZA}`;
    expect(await stateOf({ text })).toEqual({ ...plain, source: "plain", stanzas: 2 });
    session.dispose();
    expect(await stateOf({ text: "no stanza" })).toEqual({ ...plain, source: "plain", stanzas: 0 });
  });

  it("counts errors outside of stanzas, too: they are checked", async () => {
    const text = "<failed xmlns='urn:xmpp:sm:3'/>";
    expect(await stateOf({ text })).toEqual({ ...plain, source: "plain", stanzas: 1 });
  });

  it("names the source that would find stanzas and is off", async () => {
    const settings = { sources: { python: false } };
    expect(await stateOf({ ...python, settings })).toEqual({
      ...plain,
      source: "none",
      stanzas: 0,
      off: "python",
    });
  });

  it("names none where the source is on", async () => {
    expect(await stateOf(python)).toEqual({ ...plain, source: "python", stanzas: 1 });
    session.dispose();
    expect(await stateOf(markdown)).toEqual({ ...plain, source: "markdown", stanzas: 1 });
  });

  it("names a source that the settings switch off", async () => {
    const settings = { sources: { markdown: false } };
    expect(await stateOf({ ...markdown, settings })).toMatchObject({ stanzas: 0, off: "markdown" });
  });

  it("goes by the configuration file, and names it", async () => {
    const configurationFiles = [`${FOLDER}/xmpp-stanza.json`];
    const settings = { sources: { python: true } };
    const configuration = { sources: { python: false } };
    expect(await stateOf({ ...python, settings, configuration })).toEqual({
      configurationFiles,
      isIgnored: false,
      source: "none",
      stanzas: 0,
      off: "python",
    });
    session.dispose();
    expect(await stateOf({ ...python, configuration: { ignore: ["*.py"] } })).toMatchObject({
      configurationFiles,
      isIgnored: true,
    });
  });

  it("names the source that the client has set for it, before any other", async () => {
    const log = { name: "a.txt", languageId: "plaintext", text: `note ${STANZA}` };
    expect(await stateOf(log)).toMatchObject({ source: "plain" });
    session.dispose();
    expect(await stateOf({ ...log, settings: { source: "transcript" } })).toMatchObject({
      source: "transcript",
      stanzas: 1,
    });
    session.dispose();
    const configuration = { sources: { markdown: { files: ["*.txt"] } } };
    expect(await stateOf({ ...log, configuration })).toMatchObject({ source: "markdown" });
    session.dispose();
    const settings = { source: "plain" };
    expect(await stateOf({ ...log, configuration, settings })).toMatchObject({ source: "plain" });
    session.dispose();
    expect(await stateOf({ ...log, settings: { source: "nowhere" } })).toMatchObject({
      source: "plain",
    });
  });

  it("says that nothing is read where that was chosen, and no more", async () => {
    const none = { settings: { source: "none" } };
    const expected = { ...plain, source: "none", stanzas: 0 };
    expect(await stateOf({ ...python, ...none })).toEqual(expected);
    session.dispose();
    expect(await stateOf({ text: STANZA, ...none })).toEqual(expected);
  });

  it("names the form of a capture", async () => {
    const text = '<?xml version="1.0"?>\n<pdml version="0">\n<packet>\n</packet></pdml>';
    expect(await stateOf({ name: "a.pdml", languageId: "xml", text })).toEqual({
      ...plain,
      source: "none",
      stanzas: 0,
      capture: "PDML",
    });
  });

  it("is none for a document that is not open", async () => {
    session = await Session.start(pullingClient);
    const uri = `${FOLDER}/closed.stanza`;
    expect(await session.connection.sendRequest(DOCUMENT_STATE_REQUEST, { uri })).toBeNull();
  });
});
