/**
 * Requests before saving are answered in time, however large the document is: with a part of the edits, which is right
 * by itself, and the rest the next time. The clock advances with each reading, so that it is the same on every machine.
 */

import { afterEach, describe, expect, test } from "vitest";
import { type CodeAction, CodeActionTriggerKind, type TextEdit } from "vscode-languageserver";
import { applyEdits } from "../../server/core/rules/edits";
import { SAVE_BUDGET } from "../../server/handlers/context";
import { generateStanzas } from "../bench/generate";
import { brokenRules, formattingOf, open } from "../support/documents";
import { ask, edited } from "./editing";
import { pullingClient, Session, URI } from "./support";

let session: Session | undefined;
/** Number of times that the server has read its clock. */
let looks = 0;

afterEach(() => {
  session?.dispose();
  session = undefined;
});

async function start(text: string): Promise<Session> {
  looks = 0;
  session = await Session.start(pullingClient, {}, undefined, {
    host: { now: () => ++looks },
  });
  await session.open(text);
  return session;
}

const start0 = { line: 0, character: 0 };

/** The edits of a save, at most as many looks at the clock as it may take and some. */
async function saved(only: string): Promise<TextEdit[]> {
  const before = looks;
  const actions = await session!.actions({ start: start0, end: start0 }, { only: [only] });
  expect(looks - before).toBeLessThan(3 * SAVE_BUDGET);
  expect(actions.length).toBeLessThanOrEqual(1);
  return actions[0] ? editsOf(actions[0]) : [];
}

function editsOf({ edit }: CodeAction): TextEdit[] {
  return edit?.changes?.[URI] ?? [];
}

/** Saves until nothing is left to do; the texts on the way. */
async function saveAll(text: string, save: () => Promise<TextEdit[]>): Promise<string[]> {
  const texts = [text];
  let idle = 0;
  // One that had no time for anything may have checked some stanzas.
  for (let round = 1; round < 1_000 && idle < 100; round++) {
    const edits = await save();
    idle = edits.length === 0 ? idle + 1 : 0;
    if (edits.length === 0) continue;
    const before = texts.at(-1)!;
    // Each edit is in its own lines; in LSP they are all in terms of the text before.
    const after = edited(before, edits);
    await session!.change(round + 1, [{ text: after }]);
    texts.push(after);
  }
  return texts;
}

const kinds = ["source.fixAll.xmppStanza", "source"];

describe("the repair of everything with a single right fix", () => {
  const text = generateStanzas(150_000, 2);
  const repaired = applyEdits(text, open(text).repairs());
  const count = (one: string) => brokenRules(one).length;

  test("is done as a whole for a person's request", async () => {
    await start(text);
    const [action] = await session!.actions(
      { start: start0, end: start0 },
      { only: ["source.fixAll.xmppStanza"], triggerKind: CodeActionTriggerKind.Invoked },
    );
    expect(edited(text, editsOf(action!))).toBe(repaired);
  });

  test.each(kinds)("as %s is done in parts, each of them right", async (only) => {
    await start(text);
    await session!.diagnostics();
    const texts = await saveAll(text, () => saved(only));
    expect(texts.length).toBeGreaterThan(2);
    for (const [index, one] of texts.entries()) {
      if (index > 0) expect(count(one)).toBeLessThan(count(texts[index - 1]!));
    }
    expect(texts.at(-1)).toBe(repaired);
  });

  test("is done in parts in an unchecked document, too", async () => {
    await start(text);
    const texts = await saveAll(text, () => saved("source.fixAll"));
    expect(texts.at(-1)).toBe(repaired);
  });

  test("reaches a stanza after thousands of stanzas that cannot be repaired", async () => {
    const broken = "<iq type='result' id='1' to='@'/>\n".repeat(2_000);
    expect(open(broken).findings().length).toBeGreaterThan(1_999);
    expect(open(broken).repairs()).toEqual([]);
    const [stanza = ""] = /<iq [^>]*'error'>\s*<error>.*?<\/iq>/s.exec(text) ?? [];
    expect(open(stanza).repairs()).toHaveLength(1);
    await start(broken + stanza);
    await session!.diagnostics();
    const texts = await saveAll(broken + stanza, () => saved("source.fixAll"));
    expect(texts).toHaveLength(2);
    expect(open(texts[1]!).repairs()).toEqual([]);
  });

  test("is done at once in a document of usual size", async () => {
    const small = generateStanzas(8_000, 5);
    await start(small);
    const edits = await saved("source.fixAll");
    expect(edited(small, edits)).toBe(applyEdits(small, open(small).repairs()));
  });
});

describe("formatting", () => {
  const options = { tabSize: 2, insertSpaces: true };
  const format = () => {
    return ask<TextEdit[]>(session!, "textDocument/formatting", { options });
  };
  const text = generateStanzas(300_000).replace(/\n +(?=<(?!message|iq|presence))/g, "\n");
  const formatted = applyEdits(text, formattingOf(open(text), "  "));

  test("is done in parts, each of them right", async () => {
    expect(formatted).not.toBe(text);
    await start(text);
    const texts = await saveAll(text, format);
    expect(texts.length).toBeGreaterThan(2);
    expect(texts.at(-1)).toBe(formatted);
    for (const one of texts) {
      expect(applyEdits(one, formattingOf(open(one), "  "))).toBe(formatted);
    }
    expect(session!.logged[0]).toContain("is formatted the next time");
  });

  test("is done at once in a document of usual size", async () => {
    const small = text.slice(0, text.lastIndexOf("<iq", 20_000));
    await start(small);
    const once = applyEdits(small, formattingOf(open(small), "  "));
    expect(edited(small, await format())).toBe(once);
    expect(session!.logged).toEqual([]);
  });
});
