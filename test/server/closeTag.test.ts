import { afterEach, describe, expect, it } from "vitest";
import type { InitializeResult, SnippetTextEdit, TextEdit } from "vscode-languageserver/node";
import { CLOSE_TAG_REQUEST } from "../../server/protocol/protocol";
import { askAtCursor, edited, withCursor } from "./editing";
import { pullingClient, Session } from "./support";

let session: Session;
afterEach(() => session.dispose());

async function closing(marked: string): Promise<SnippetTextEdit | null> {
  session = await Session.start(pullingClient);
  return askAtCursor<SnippetTextEdit | null>(session, marked, CLOSE_TAG_REQUEST);
}

/** The snippet for the place of the cursor, where nothing before it is replaced. */
async function snippet(marked: string): Promise<string | null> {
  const edit = await closing(marked);
  const { position } = withCursor(marked);
  if (edit) expect(edit.range).toEqual({ start: position, end: position });
  return edit?.snippet.value ?? null;
}

describe("closing by >", () => {
  it.each([
    ["<iq>|", "$0</iq>"],
    ["<iq type='get'><query xmlns='urn:x'>|</iq>", "$0</query>"],
    ["<iq><a:b>|</iq>", "$0</a:b>"],
    ["<iq><a><b>|</a></iq>", "$0</b>"],
    // The end tag that is there belongs to the outer one.
    ["<iq><a><a>|</a></iq>", "$0</a>"],
    ["<iq>|\n<iq type='get'/>", "$0</iq>"],
    ["<doc>|\n<iq/>", "$0</doc>"],
    ["C: <iq>|\nS: <iq/>", "$0</iq>"],
  ])("%s", async (marked, expected) => {
    expect(await snippet(marked)).toBe(expected);
  });

  it.each([
    "<iq/>|",
    "<iq>|</iq>",
    "<iq><a></a>|</iq>",
    "<iq><a b='>|'/></iq>",
    "<iq><!-- <a>| --></iq>",
    "<iq><![CDATA[<a>|]]></iq>",
    "<iq><a></iq>|",
    "a ->|",
    "<iq>a|",
    ">|",
    "|",
  ])("nothing: %s", async (marked) => {
    expect(await snippet(marked)).toBeNull();
  });
});

describe("closing by </", () => {
  it.each([
    ["<iq></|", "iq>"],
    ["<iq><query><item/></|", "query>"],
    ["<iq><query>\n  </|\n</iq>", "query>"],
    ["<iq><a></a></|", "iq>"],
    // An element that is closed already is not meant.
    ["<iq><a><b></b></|</iq>", "a>"],
    ["<iq></|>", "iq"],
    ["<stream:stream><iq/></|", "stream:stream>"],
    ["<doc><iq></|\n<presence/></doc>", "iq>"],
    ["<iq><a></|</a></iq>", "a>"],
  ])("%s", async (marked, expected) => {
    expect(await snippet(marked)).toBe(expected);
  });

  it.each([
    "</|",
    "<iq/></|",
    "<iq><a b='</|'/></iq>",
    "<iq><!-- </| --></iq>",
    "<iq>/|",
    "<iq><a/|",
  ])("nothing: %s", async (marked) => {
    expect(await snippet(marked)).toBeNull();
  });
});

describe("closing by </ on a line of its own", () => {
  async function closed(marked: string): Promise<string> {
    const edit = await closing(marked);
    const edits = edit ? [{ range: edit.range, newText: edit.snippet.value }] : [];
    return edited(withCursor(marked).text, edits);
  }

  it.each([
    ["<iq>\n  <query>\n    </|", "<iq>\n  <query>\n  </query>"],
    ["  <iq>\n    <query/>\n</|", "  <iq>\n    <query/>\n  </iq>"],
    ["\t<iq>\r\n\t\t</|\r\n", "\t<iq>\r\n\t</iq>\r\n"],
    ["  <iq>\n    </|>", "  <iq>\n  </iq>"],
  ])("indents it like its start tag: %j", async (marked, expected) => {
    expect(await closed(marked)).toBe(expected);
  });

  it.each([
    // The start tag is not the first on its line.
    ["<iq><query>\n    </|", "<iq><query>\n    </query>"],
    ["<iq>\n  text</|", "<iq>\n  text</iq>"],
  ])("leaves the line as it is: %j", async (marked, expected) => {
    expect(await closed(marked)).toBe(expected);
  });
});

describe("on-type formatting", () => {
  async function typed(marked: string, ch: string, settings: unknown = {}): Promise<string> {
    session = await Session.start(pullingClient, settings);
    const edits = await askAtCursor<TextEdit[] | null>(
      session,
      marked,
      "textDocument/onTypeFormatting",
      (position) => ({ position, ch, options: { tabSize: 2, insertSpaces: true } }),
    );
    return edited(withCursor(marked).text, edits ?? []);
  }

  it("does the same", async () => {
    expect(await typed("<iq>|", ">")).toBe("<iq></iq>");
    session.dispose();
    expect(await typed("<iq><a></|", "/")).toBe("<iq><a></a>");
    session.dispose();
    expect(await typed("<iq>\n  <a>\n    </|", "/")).toBe("<iq>\n  <a>\n  </a>");
  });

  it("does nothing if xmppStanza.autoClosingTags is off", async () => {
    expect(await typed("<iq>|", ">", { autoClosingTags: false })).toBe("<iq>");
  });

  it("is not offered to a client that closes tags itself", async () => {
    const offered: unknown[] = [];
    for (const experimental of [undefined, { [CLOSE_TAG_REQUEST]: true }]) {
      session = await Session.start({ ...pullingClient, experimental });
      const { capabilities } = session.initialized as InitializeResult;
      offered.push(capabilities.documentOnTypeFormattingProvider);
      session.dispose();
    }
    expect(offered).toEqual([
      { firstTriggerCharacter: ">", moreTriggerCharacter: ["/"] },
      undefined,
    ]);
  });
});
